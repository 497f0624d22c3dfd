"""A short, private directory for the server's Unix socket."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from jarvis_desktop.db.embedded import failures
from jarvis_desktop.db.embedded.postmaster import SOCKET_PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jarvis_desktop.db.embedded.place import Place

PORT = 5432
# What fits into sockaddr_un.sun_path before the closing NUL.
_PATH_LIMIT = 103 if sys.platform == "darwin" else 107


def directory(place: Place) -> Path:
    """The directory for this server's socket, made when missing.

    Its name follows from the data directory, so that an address stays good when the server is started again. It is
    never the data directory. Raises ConfigurationError when no path is short enough or the directory is not private.
    """
    name = f"jarvis-{hashlib.sha256(os.fsencode(place.data)).hexdigest()[:12]}"
    if place.account is not None:
        # Below the home we made for root: short, private, and nobody tidies it.
        return _private(short_enough([place.data.with_suffix(".socket")]), place)
    parents = [os.environ.get("XDG_RUNTIME_DIR", ""), tempfile.gettempdir(), "/tmp"]  # noqa: S108 - made private below
    absolute = [Path(parent) for parent in dict.fromkeys(parents) if Path(parent).is_absolute()]
    return _private(short_enough([parent / name for parent in absolute]), place)


def tidy(folder: str) -> None:
    """Remove the directory that a server which ended left empty."""
    with suppress(OSError):
        Path(folder).rmdir()


def short_enough(candidates: Iterable[Path]) -> Path:
    """The first candidate whose parent exists and in which a socket's path is within the system's limit."""
    tried = []
    for candidate in candidates:
        tried.append(str(candidate))
        length = len(os.fsencode(candidate / f"{SOCKET_PREFIX}{PORT}"))
        if length <= _PATH_LIMIT and os.access(candidate.parent, os.W_OK):
            return candidate
    raise failures.socket_path_too_long(" and ".join(tried), _PATH_LIMIT)


def _private(path: Path, place: Place) -> Path:
    path.mkdir(mode=0o700, exist_ok=True)
    if place.account is not None and not path.is_symlink():
        # Only root can have made it, for its parent is closed to others.
        place.account.own(path)
    found = path.lstat()
    owner = os.geteuid() if place.account is None else place.account.uid
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner or found.st_mode & 0o077:
        raise failures.socket_directory_taken(path)
    return path
