"""Who uses the server: locks of the operating system, which vanish with their process however it ends."""

from __future__ import annotations

import os
import secrets
import sys
import time
from contextlib import contextmanager
from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_POLL_SECONDS = 0.005

if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(descriptor: int) -> None:
        # Explicitly, for a copy of the descriptor may live a moment in a process that is just being started.
        fcntl.flock(descriptor, fcntl.LOCK_UN)


@contextmanager
def exclusive(path: Path, *, timeout: float) -> Iterator[bool]:
    """Hold the lock file `path` alone; yields False when it was not to be had within `timeout` seconds."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        deadline = time.monotonic() + timeout
        held = _try_lock(descriptor)
        while not held and time.monotonic() < deadline:
            Event().wait(_POLL_SECONDS)
            held = _try_lock(descriptor)
        try:
            yield held
        finally:
            if held:
                _unlock(descriptor)
    finally:
        os.close(descriptor)


class Seat:
    """One program's place among the users of a server: a file of its own that it keeps locked.

    A file per user, and not one shared lock, because Windows' runtime offers no shared locks.
    Take, leave and count seats only while holding the server's exclusive lock.
    """

    def __init__(self, folder: Path) -> None:
        folder.mkdir(mode=0o700, exist_ok=True)
        self._path = folder / f"{os.getpid()}-{secrets.token_hex(4)}"
        self._descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        _try_lock(self._descriptor)

    def leave(self) -> None:
        """Give the place up."""
        _unlock(self._descriptor)
        os.close(self._descriptor)
        self._path.unlink(missing_ok=True)


def anyone_seated(folder: Path) -> bool:
    """Whether a living program has a seat in `folder`; files of dead ones are removed on the way."""
    if not folder.is_dir():
        return False
    seated = False
    for path in folder.iterdir():
        try:
            descriptor = os.open(path, os.O_RDWR)
        except FileNotFoundError:
            continue  # left just now, by a program that could not wait for the lock
        try:
            free = _try_lock(descriptor)
            if free:
                _unlock(descriptor)
        finally:
            os.close(descriptor)
        if free:
            path.unlink(missing_ok=True)
        seated = seated or not free
    return seated
