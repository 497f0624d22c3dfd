"""One thread that hears what other programs changed, and says whether it can."""

from __future__ import annotations

import contextlib
import json
import logging
import random
import selectors
import socket
import time
from threading import Thread, current_thread
from typing import TYPE_CHECKING, Any

import psycopg

from jarvis_desktop.core.changes import EVERYTHING, Changes
from jarvis_desktop.db.engine import CONNECT_TIMEOUT_SECONDS, database_url
from jarvis_desktop.db.notify import CHANNEL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import URL

log = logging.getLogger(__name__)

FIRST_WAIT_SECONDS = 0.25
LONGEST_WAIT_SECONDS = 30.0
# What arrives this soon after a first notification becomes one Changes with it.
GATHER_SECONDS = 0.02
_STOP_SECONDS = 0.8
# A peer that silently went away is noticed after 15 + 3 * 5 seconds.
_KEEPALIVES = {"keepalives": 1, "keepalives_idle": 15, "keepalives_interval": 5, "keepalives_count": 3}


class Listener:
    """Posts `Changes` for every NOTIFY on the channel of our triggers, from a daemon thread of its own.

    `on_state` is told True once the thread listens and False when it no longer does, each once; after a gap,
    `on_changes` gets `EVERYTHING`. Both run on that thread and must not raise: they hand over to another one. Between
    two attempts to connect it waits 0.25 s, doubling up to 30 s, with jitter. A listener is started once.
    """

    def __init__(self, url: str, on_changes: Callable[[Changes], None], on_state: Callable[[bool], None]) -> None:
        self._arguments = connection_arguments(database_url(url))
        self._on_changes = on_changes
        self._on_state = on_state
        self._listening: bool | None = None
        # Closing one end of this pair wakes the thread from whatever it waits for.
        self._wake, self._stop = socket.socketpair()
        self._due: float | None = None
        self._thread = Thread(target=self._run, name="jarvis-listen", daemon=True)

    def start(self) -> None:
        """Start the thread; returns at once."""
        self._thread.start()

    @property
    def next_attempt(self) -> float | None:
        """In how many seconds it connects again; None while it listens or connects."""
        due = self._due
        return None if due is None else max(0.0, due - time.monotonic())

    def hurry(self) -> None:
        """Connect now, if it waits for the next attempt."""
        with contextlib.suppress(OSError):  # stopped meanwhile
            self._stop.send(b"!")

    def stop(self) -> None:
        """End the thread within a second; no callback runs after it, unless one is running now. May be repeated."""
        self._stop.close()
        if self._thread.ident is None:
            self._wake.close()
        elif self._thread is not current_thread():
            # A thread that is just connecting to a silent host ends by itself after the connection's own time-out.
            self._thread.join(_STOP_SECONDS)

    def _run(self) -> None:
        pauses = waits()
        with self._wake:
            while not self._stopped(0):
                try:
                    with psycopg.connect(**self._arguments, autocommit=True) as connection:
                        connection.execute(f"LISTEN {CHANNEL}")
                        pauses = waits()
                        self._heard_again()
                        self._listen(connection)
                        return
                except psycopg.Error as error:
                    log.info("Not listening for changes: %s", error)
                self._tell(listening=False)
                if self._paused(next(pauses)):
                    return

    def _listen(self, connection: psycopg.Connection[Any]) -> None:
        """Pass on notifications until told to stop; raises psycopg.Error when the connection is lost."""
        while True:
            changes = Changes()
            for notification in connection.notifies(timeout=GATHER_SECONDS):
                changes |= parsed(notification.payload)
            if changes.rows and not self._stopped(0):
                self._on_changes(changes)
            if self._stopped(None, connection.fileno()):
                return

    def _heard_again(self) -> None:
        gap = self._listening is False
        self._tell(listening=True)
        if gap and not self._stopped(0):
            self._on_changes(EVERYTHING)

    def _tell(self, *, listening: bool) -> None:
        if listening is not self._listening and not self._stopped(0):
            self._listening = listening
            self._on_state(listening)

    def _stopped(self, seconds: float | None, *others: int) -> bool:
        """Wait until told to stop, until one of `others` can be read, or so long; whether it was told to stop."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._wake, selectors.EVENT_READ)
            for file in others:
                selector.register(file, selectors.EVENT_READ)
            woken = any(key.fileobj is self._wake for key, _ in selector.select(seconds))
        # Closed means to stop; a byte only that somebody is in a hurry.
        return woken and not self._wake.recv(64)

    def _paused(self, seconds: float) -> bool:
        """Wait so long, or until somebody is in a hurry; whether it was told to stop."""
        self._due = time.monotonic() + seconds
        try:
            return self._stopped(seconds)
        finally:
            self._due = None


def waits() -> Iterator[float]:
    """Seconds between attempts to connect: doubling, with jitter so that many clients do not come back at once."""
    seconds = FIRST_WAIT_SECONDS
    while True:
        yield seconds * random.uniform(0.75, 1)  # noqa: S311 - no secret
        seconds = min(seconds * 2, LONGEST_WAIT_SECONDS)


def parsed(payload: str) -> Changes:
    """The changes that a payload names; none, with a line in the log, when others put something else on the channel."""
    try:
        content = json.loads(payload)
    except (ValueError, RecursionError):
        content = None
    topic = content.get("topic") if isinstance(content, dict) else None
    if not isinstance(topic, str) or not topic:
        log.info("Ignored a notification that is none of ours: %.100r", payload)
        return Changes()
    ids = content.get("ids")
    named = isinstance(ids, list) and all(isinstance(item, str) for item in ids)
    return Changes.of(topic, ids if named else None)


def connection_arguments(url: URL) -> dict[str, Any]:
    """What psycopg.connect takes for this address: the same that the engine gives it, with keepalives."""
    _, arguments = url.get_dialect()().create_connect_args(url)
    return {
        **_KEEPALIVES,
        "connect_timeout": CONNECT_TIMEOUT_SECONDS,
        "application_name": "jarvis-desktop-listen",
        **arguments,
    }
