"""The unprivileged user that the server runs as when the program was started by root."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

NAME = "jarvis-desktop"
# The server's processes get these of our environment and nothing else: PGPORT, LC_ALL or LD_LIBRARY_PATH would change
# what they do, and what else is in there is none of their business.
_PASSED_ON = ("PATH", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "TEMP", "TMP", "USERPROFILE", "APPDATA")
# Last resort where no user can be made: every system has it, and it owns nothing else that matters to us.
# Not “postgres”: a server of the machine's own would share our files, and we its.
_FALLBACK = "nobody"


@dataclass(frozen=True, slots=True)
class Account:
    """A user to run as."""

    name: str
    uid: int
    gid: int

    def own(self, path: Path) -> None:
        """Make this user the owner of `path`."""
        os.chown(path, self.uid, self.gid)


def running_as_root() -> bool:
    """Whether PostgreSQL would refuse to run as the present user (on Windows pg_ctl drops the rights itself)."""
    return sys.platform != "win32" and os.geteuid() == 0


def owner_of(path: Path) -> str:
    """The name of the user who owns `path`, or the number of one without a name."""
    try:
        return path.owner()
    except KeyError:
        return str(path.stat().st_uid)


def unprivileged(home: Path) -> Account:
    """The account for the server, found or made; `home` is entered as its home and not created."""
    account = _lookup(NAME)
    if account is None:
        _make(home)
        account = _lookup(NAME) or _lookup(_FALLBACK)
    if account is None:
        raise ConfigurationError(
            tr("PostgreSQL refuses to run as root and no other user could be made for it."),
            hint=tr("Create a user named {name}, or start the program as an ordinary user.", name=NAME),
        )
    return account


def _lookup(name: str) -> Account | None:
    import pwd  # not there on Windows

    try:
        entry = pwd.getpwnam(name)
    except KeyError:
        return None
    return Account(name, entry.pw_uid, entry.pw_gid)


def _make(home: Path) -> None:
    """Try to create the user; the caller looks whether it worked."""
    useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    if useradd is None:
        return
    entry = ["--home-dir", str(home), "--shell", "/bin/false", "--comment", "JARVIS Desktop database"]
    subprocess.run(  # noqa: S603 - a fixed program with fixed arguments
        [useradd, "--system", "--user-group", "--no-create-home", *entry, NAME],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


def process_options(account: Account | None, folder: Path, **extra_environment: str) -> dict[str, Any]:
    """Arguments for `subprocess` that start a program of the server in `folder`, as `account` when there is one."""
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    options: dict[str, Any] = {
        "cwd": folder,
        "stdin": subprocess.DEVNULL,
        # English messages, which the program looks into, and no search for the machine's time zone.
        "env": environment | {"LC_ALL": "C", "TZ": "UTC"} | extra_environment,
    }
    if sys.platform == "win32":
        options["creationflags"] = subprocess.CREATE_NO_WINDOW
    else:
        options["umask"] = 0o077
    if account is not None:
        options |= {"user": account.uid, "group": account.gid, "extra_groups": []}
    return options
