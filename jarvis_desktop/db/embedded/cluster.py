"""The data directory: made in one piece or not at all, and recognised before anything is started on it."""

from __future__ import annotations

import os
import re
import secrets
import shutil
import subprocess
import sys
from threading import Event
from typing import TYPE_CHECKING

from jarvis_desktop.db.embedded import failures, postmaster
from jarvis_desktop.db.embedded.account import process_options
from jarvis_desktop.db.embedded.binaries import MAJOR_VERSION, data_version

if TYPE_CHECKING:
    from pathlib import Path

    from jarvis_desktop.db.embedded.binaries import Binaries
    from jarvis_desktop.db.embedded.place import Place

# The program connects as the owner of the whole server. The server holds this person's own data and whoever may read
# the password may read the files as well, so a lesser role would protect nothing; and restoring a backup, making
# extensions and, in tests, databases and roles need the rights.
OWNER = "jarvis"
# The program's database gets an object number of ours, far above those that PostgreSQL counts up from 16384. Whether
# the database is there is then whether its directory is, without a connection and so without waiting for the driver.
DATABASE = "jarvis"
_DATABASE_OID = 4_000_000_000
INITDB_TIMEOUT_SECONDS = 600.0
_REMOVAL_ATTEMPTS = 40


def exists(place: Place) -> bool:
    """Whether there is a data directory of our version; False when one has yet to be made.

    Raises ConfigurationError for another major version, and for a directory or file that is something else.
    """
    data = place.data
    if not data.exists():
        return False
    if not data.is_dir():
        raise failures.not_a_directory(data)
    version = data_version(data)
    if version is None:
        if any(data.iterdir()):
            raise failures.not_a_database(data)
        return False
    if version != str(MAJOR_VERSION):
        raise failures.other_version(data, found=version, ours=MAJOR_VERSION)
    return True


def clear_unfinished(place: Place) -> None:
    """Remove what interrupted runs of `create` left: it has our own name and nobody's data. Call it under the lock.

    An initdb whose program was killed goes on for a moment, until it finds nobody at the end of its output.
    """
    unfinished = re.compile(rf"\.{re.escape(place.data.name)}\.initdb-[0-9a-f]{{8}}")
    for path in [path for path in place.home.iterdir() if unfinished.fullmatch(path.name)]:
        for _ in range(_REMOVAL_ATTEMPTS):
            shutil.rmtree(path, ignore_errors=True)
            if not path.exists():
                break
            Event().wait(0.05)


def create(place: Place, binaries: Binaries, *, durable: bool) -> None:
    """Make the data directory beside its place and rename it there; call it under the server's lock."""
    _write_secret(place, place.secret)
    fresh = place.home / f".{place.data.name}.initdb-{secrets.token_hex(4)}"
    fresh.mkdir(mode=0o700)
    try:
        if place.account is not None:
            place.account.own(fresh)
        _initdb(place, binaries, fresh, durable=durable)
        _single_user(place, binaries, fresh, f"CREATE DATABASE {DATABASE} WITH OID = {_DATABASE_OID}", durable=durable)
        if place.data.is_dir():
            place.data.rmdir()
        fresh.rename(place.data)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    if durable:
        _sync_directory(place.home)


def has_database(place: Place) -> bool:
    """Whether the program's database is there as `create` made it; False says that it takes a connection to know."""
    return (place.data / "base" / str(_DATABASE_OID)).is_dir()


def restore_database(url: str) -> None:
    """Create the program's database again when somebody dropped it; `url` names another database of the server."""
    import psycopg  # here, for it takes longer than the server's start and hardly any start needs it

    try:
        with psycopg.connect(url, autocommit=True) as connection:
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (DATABASE,)).fetchone() is None:
                # Not under our number: a crash in the middle would leave its directory without the database.
                connection.execute(f"CREATE DATABASE {DATABASE}".encode())
    except psycopg.Error as error:
        raise failures.database_not_made(str(error)) from error


def read_secret(place: Place) -> str | None:
    """The owner's password, None when its file is gone or empty."""
    try:
        return place.secret.read_text(encoding="utf-8").strip() or None
    except FileNotFoundError:
        return None


def renew_secret(place: Place, binaries: Binaries) -> str:
    """Give the owner of a stopped server a new password, for when the file with the old one is lost.

    The single-user mode asks for none: it is for those who may read the files.
    """
    renewed = place.secret.with_name(f"{place.secret.name}.new")
    secret = _write_secret(place, renewed)
    _single_user(place, binaries, place.data, f"ALTER ROLE {OWNER} PASSWORD '{secret}'", durable=True)
    renewed.replace(place.secret)
    return secret


def _single_user(place: Place, binaries: Binaries, data: Path, statement: str, *, durable: bool) -> None:
    """Run one statement of one line on a data directory without a server."""
    options = process_options(place.account, place.home, **postmaster.passing_over_stale(data))
    del options["stdin"]
    postgres = binaries.program("postgres")
    with failures.run_errors(postgres):
        outcome = subprocess.run(  # noqa: S603 - our own binaries
            [postgres, "--single", "-D", data, "-c", f"fsync={'on' if durable else 'off'}", "postgres"],
            input=f"{statement}\n",
            capture_output=True,
            text=True,
            check=False,
            **options,
        )
    # A failed statement alone does not show in the return code.
    if outcome.returncode or "ERROR:" in outcome.stderr:
        raise failures.from_output(outcome.stderr, place.data)


def _write_secret(place: Place, path: Path) -> str:
    """A new password, written where only we and the server's account can read it."""
    secret = secrets.token_urlsafe(24)
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(f"{secret}\n")
        file.flush()
        os.fsync(descriptor)
    if place.account is not None:
        place.account.own(path)
    return secret


def _initdb(place: Place, binaries: Binaries, target: Path, *, durable: bool) -> None:
    command: list[str | Path] = [
        binaries.program("initdb"),
        "--pgdata", target,
        "--username", OWNER,
        "--pwfile", place.secret,
        "--auth", "scram-sha-256",
        "--encoding", "UTF8",
        "--locale", "C",
        # The same order of text on every machine, and case mapping for all of Unicode; needs no ICU.
        "--locale-provider", "builtin",
        "--builtin-locale", "C.UTF-8",
        "--no-instructions",
    ]  # fmt: skip
    if not durable:
        command.append("--no-sync")
    try:
        with failures.run_errors(binaries.program("initdb")):
            outcome = subprocess.run(  # noqa: S603 - our own binaries
                command,
                capture_output=True,
                text=True,
                check=False,
                timeout=INITDB_TIMEOUT_SECONDS,
                **process_options(place.account, place.home),
            )
    except subprocess.TimeoutExpired as error:
        raise failures.too_slow(place.data) from error
    if outcome.returncode:
        raise failures.from_output(outcome.stderr, place.data)


def _sync_directory(folder: Path) -> None:
    """Make the rename itself survive a power cut; Windows has no such call."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
