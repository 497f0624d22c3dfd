"""Stopping a read that nobody waits for any more, while it runs on the server."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Cancelled(Exception):
    """The work was stopped because its result is no longer wanted; nobody is told."""


_PAUSES = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0)
"""Seconds between one telling and the next: a server that is told before a statement reached it does not listen."""


class Cancellation:
    """Whether some work is still wanted, and how to stop what it waits for.

    `cancel` may be called from any thread. What it stops is what the work waits for at that very moment: a connection
    that was given back meanwhile is never touched, because giving it back waits for a stop under way.
    """

    def __init__(self) -> None:
        self._lock = threading.Condition()
        self._stop: Callable[[], None] | None = None
        self._cancelled = False

    @property
    def cancelled(self) -> bool:
        """Whether the work is no longer wanted."""
        return self._cancelled

    def cancel(self) -> None:
        """Stop the work, and tell the server again until it has; takes some seconds at most."""
        self._cancelled = True
        with self._lock:
            for pause in _PAUSES:
                if self._stop is None:
                    break
                self._stop()
                self._lock.wait(pause)

    def forget(self) -> None:
        """Have the work end at its next step, without waiting for anything."""
        self._cancelled = True

    def check(self) -> None:
        """Raise Cancelled when the work is no longer wanted."""
        if self._cancelled:
            raise Cancelled

    @contextmanager
    def stopping(self, stop: Callable[[], None]) -> Iterator[None]:
        """While the block runs, `cancel` calls `stop`; an error that comes of it becomes Cancelled."""
        with self._lock:
            self.check()
            outer, self._stop = self._stop, stop
        try:
            yield
        except Exception as error:
            if self._cancelled:
                raise Cancelled from error
            raise
        finally:
            with self._lock:
                self._stop = outer
                self._lock.notify_all()


_current: ContextVar[Cancellation | None] = ContextVar("cancellation", default=None)


def current() -> Cancellation | None:
    """The cancellation of the work that this thread does, if it has one."""
    return _current.get()


@contextmanager
def cancellable(cancellation: Cancellation) -> Iterator[None]:
    """The reads within the block end when `cancellation` is cancelled."""
    token = _current.set(cancellation)
    try:
        cancellation.check()
        yield
    finally:
        _current.reset(token)
