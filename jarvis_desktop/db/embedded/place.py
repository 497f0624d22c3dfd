"""Where a server's files are: beside the requested directory, or for root below a home its account can reach."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jarvis_desktop.db.embedded import account as accounts
from jarvis_desktop.db.embedded import binaries as programs
from jarvis_desktop.db.embedded import failures
from jarvis_desktop.db.embedded.lock import exclusive

if TYPE_CHECKING:
    from jarvis_desktop.db.embedded.account import Account
    from jarvis_desktop.db.embedded.binaries import Binaries

SYSTEM_HOME = Path("/var/lib/jarvis-desktop")
LOCK_TIMEOUT_SECONDS = 60.0
SCRATCH = "scratch"


@dataclass(frozen=True, slots=True)
class Place:
    """The files of one embedded server.

    `account` is whom its processes run as, None for ourselves; `requested` is the link that stands for `data` then.
    """

    data: Path
    account: Account | None = None
    requested: Path | None = None

    @property
    def home(self) -> Path:
        """The folder that holds the data directory and the files beside it."""
        return self.data.parent

    @property
    def lock(self) -> Path:
        """Held while a program starts or stops the server."""
        return self._beside("lock")

    @property
    def seats(self) -> Path:
        """The folder with one locked file per program that uses the server."""
        return self._beside("users")

    @property
    def secret(self) -> Path:
        """The password of the server's owner."""
        return self._beside("secret")

    @property
    def log(self) -> Path:
        """What the server writes to its standard output."""
        return self._beside("log")

    @property
    def origin(self) -> Path:
        """Names the link that stands for the data directory, where it has one."""
        return self._beside("origin")

    def prepare(self) -> None:
        """Make the folder around the data directory; for root with a note of the path that stands for it."""
        self.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self.account is not None:
            # Root opens files in here, so nobody else may put links into it; the account only passes through.
            os.chown(self.home, -1, self.account.gid)
            self.home.chmod(0o710)
            # In one piece: programs that start at the same time look in here whether the link still stands.
            fresh = self._beside(f"origin-{secrets.token_hex(4)}")
            fresh.write_text(str(self.requested), encoding="utf-8")
            fresh.replace(self.origin)

    def _beside(self, suffix: str) -> Path:
        return self.data.with_name(f"{self.data.name}.{suffix}")


def ordinary(data_dir: Path) -> Place:
    """The place for a program that an ordinary user started: where it was asked for."""
    return Place(data_dir.expanduser().resolve())


def for_root(data_dir: Path, binaries: Binaries, *, scratch: bool) -> tuple[Place, Binaries]:
    """The place below `SYSTEM_HOME` that stands for `data_dir`, and binaries that the server's account can reach.

    `data_dir` becomes a symbolic link to the data, which is found by that link ever after. A directory with contents
    is never replaced. `scratch` keeps throw-away data apart.
    """
    with failures.file_errors(SYSTEM_HOME):
        _shared(SYSTEM_HOME)
    with exclusive(SYSTEM_HOME / "lock", timeout=LOCK_TIMEOUT_SECONDS) as held:
        if not held:
            raise failures.busy(SYSTEM_HOME)
        with failures.file_errors(SYSTEM_HOME):
            account = accounts.unprivileged(SYSTEM_HOME)
            reachable = programs.copied(binaries, _shared(SYSTEM_HOME / "binaries"))
        link = data_dir.expanduser().absolute()
        return Place(_linked(link, scratch=scratch), account, link), reachable


def _linked(data_dir: Path, *, scratch: bool) -> Path:
    link = data_dir.resolve()
    if link.is_relative_to(SYSTEM_HOME.resolve()):
        return link
    if link.exists():
        _refuse_occupied(link)
        link.rmdir()
    link.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    data = _shared(SYSTEM_HOME / (SCRATCH if scratch else "clusters")) / secrets.token_hex(6) / "postgres"
    link.symlink_to(data)
    return data


def _refuse_occupied(path: Path) -> None:
    """Raise unless `path` is an empty directory."""
    if not path.is_dir():
        raise failures.not_a_directory(path)
    if not any(path.iterdir()):
        return
    version = programs.data_version(path)
    if version is None:
        raise failures.not_a_database(path)
    if version != str(programs.MAJOR_VERSION):
        raise failures.other_version(path, found=version, ours=programs.MAJOR_VERSION)
    raise failures.someone_elses(path, accounts.owner_of(path))


def _shared(folder: Path) -> Path:
    """A folder that everybody may pass through, whatever the umask."""
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    folder.chmod(0o755)
    return folder
