"""One window of a person over one database: who has it holds a lock, and answers at an address of the person's own."""

from __future__ import annotations

import hashlib
import logging
import os
import re
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jarvis_desktop.app.paths import Paths

_LONGEST_ADDRESS = 100
"""A local socket's path has room for 104 bytes on some systems."""
_PASSWORD = re.compile(r"^([^/]*//[^/@:]*):[^/]*@")

log = logging.getLogger(__name__)


class Instance:
    """The place of the one window of a profile and a database.

    The lock is the operating system's and vanishes with its process, so that a crash locks nobody out. Where there is
    no folder that belongs to the person alone, every window is the only one.
    """

    def __init__(self, paths: Paths, database_url: str) -> None:
        whose = f"{paths.data_dir}\n" + _PASSWORD.sub(r"\1@", database_url.strip())
        self.name = f"jarvis-desktop-{hashlib.sha256(whose.encode('utf-8', 'replace')).hexdigest()[:16]}"
        self._folder = run_folder(paths)
        self._held: ExitStack | None = None

    @property
    def address(self) -> str:
        """Where the window that has the place listens (a path, or the name of a pipe); "" for nowhere."""
        if self._folder is None:
            return ""
        return self.name if sys.platform == "win32" else str(self._folder / self.name)

    @property
    def held(self) -> bool:
        """Whether this program has the place."""
        return self._held is not None

    def begin(self) -> bool:
        """Take the place; False when another living program has it."""
        if self._held is not None or self._folder is None:
            return True
        from jarvis_desktop.db.embedded.lock import exclusive

        with ExitStack() as stack:
            try:
                free = stack.enter_context(exclusive(self._folder / f"{self.name}.lock", timeout=0))
            except OSError as error:
                log.info("no lock for the one window: %s", error)
                self._folder = None
                return True
            if free:
                self._held = stack.pop_all()
        return self._held is not None

    def end(self) -> None:
        """Give the place up."""
        if self._held is not None:
            self._held.close()
            self._held = None


def run_folder(paths: Paths) -> Path | None:
    """A folder for locks and sockets that nobody but the person can enter; made if need be."""
    if sys.platform == "win32":
        folder = paths.data_dir / "run"
        folder.mkdir(parents=True, exist_ok=True)
        return folder
    return next((folder for folder in _candidates() if len(str(folder)) + 40 < _LONGEST_ADDRESS and _own(folder)), None)


def _candidates() -> list[Path]:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    temporary = Path(os.environ.get("TMPDIR") or "/tmp") / f"jarvis-desktop-{os.getuid()}"  # noqa: S108 - checked below
    return [*([Path(runtime) / "jarvis-desktop"] if runtime.startswith("/") else []), temporary]


def _own(folder: Path) -> bool:
    """Whether the folder, made if need be, is a real one of the person's that is closed to others."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError as error:
        log.info("%s is no place for the one window: %s", folder, error)
        return False
    mine = found.st_uid == os.getuid() and not found.st_mode & 0o077 and not folder.is_symlink()
    if not mine:
        log.info("%s is no place for the one window: others have rights to it", folder)
    return mine
