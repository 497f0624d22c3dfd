"""Use cases of the notifications: add, list, read, clear and bring back, forget what is old."""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING

from jarvis_desktop.core.clock import SystemClock
from jarvis_desktop.core.errors import DatabaseRefused, DatabaseUnavailable
from jarvis_desktop.people.notifications import queries
from jarvis_desktop.people.notifications.types import History, KeptNotification

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jarvis_desktop.core.clock import Clock
    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.people.notifications.types import Notification


KEPT_DAYS = 60
KEPT_MOST = 500
"""So long, and so many of a person, are kept."""

PRUNED_EVERY = 50
"""After so many new ones a window that stays open forgets what is beyond that."""

TOPIC = "notifications"
"""What other windows of the person are told about, with their user id: something was added, read or cleared."""

_LONGEST = (500, 4_000, 2_000)
"""Characters of title, text and link."""

_NOT_THERE = frozenset({"42P01", "3F000", "42501", "25006"})
"""Refusals that stay: no such table, no such schema, no right to it, a server that only reads."""
_LONGEST_SOUGHT = 200
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")

log = logging.getLogger(__name__)


class NotificationService:
    """The history of what the window told people; each method is one transaction, callable from any thread.

    Where the database has no room for it (somebody else's without our tables), it lives in memory for this run. What
    is added while the database is away is stored with the next one after it came back.
    """

    def __init__(self, database: Database, clock: Clock | None = None) -> None:
        self._database = database
        self._clock = clock or SystemClock()
        self._lock = Lock()
        self._stores = True
        self._since_pruned = 0
        self._next_id = -1
        self._held: dict[str, list[KeptNotification]] = {}

    @property
    def stores(self) -> bool:
        """Whether this database has room for a history, as far as is known."""
        return self._stores

    def add(self, user_id: str, notifications: Sequence[Notification]) -> None:
        """Add them to the person's history; never raises for a database that is away or has no room."""
        with self._lock:
            held = self._held.setdefault(user_id, [])
            for told in notifications:
                held.append(self._entry(told))
            del held[:-KEPT_MOST]
        self.flush(user_id)

    def flush(self, user_id: str) -> bool:
        """Store what had to wait; answers whether nothing waits any more."""
        with self._lock:
            waiting = list(self._held.get(user_id, ())) if self._stores else []
            if not waiting:
                return self._stores
            try:
                with self._database.write() as session:
                    queries.add(session, user_id, waiting)
                    self._since_pruned += len(waiting)
                    if self._since_pruned >= PRUNED_EVERY:
                        queries.prune(session, user_id, days=KEPT_DAYS, most=KEPT_MOST)
                        self._since_pruned = 0
                    queries.announce(session, user_id)
            except DatabaseUnavailable as error:
                log.info("notifications wait for the database: %s", error.message)
                return False
            except DatabaseRefused as error:
                self._refused(error)
                return False
            self._held[user_id] = []
            return True

    def history(
        self, user_id: str, *, before: int | None = None, limit: int = 50, unread_only: bool = False, sought: str = ""
    ) -> History:
        """A page of the history, those before the id `before` that hold the text `sought`.

        Never raises for a database that is away.
        """
        sought = _UNSTORABLE.sub("", sought).strip()[:_LONGEST_SOUGHT]
        held = self._waiting(user_id)
        reached = True
        entries: list[KeptNotification] = []
        unread = 0
        if self._stores:
            try:
                with self._database.read() as session:
                    entries = queries.page(
                        session, user_id, before=before, limit=limit + 1, unread=unread_only, sought=sought
                    )
                    unread = queries.count_unread(session, user_id)
            except DatabaseUnavailable:
                reached = False
            except DatabaseRefused as error:
                self._refused(error)
        first = [
            entry
            for entry in reversed(held)
            if before is None and (entry.unread or not unread_only) and _holds(entry, sought)
        ]
        return History(
            entries=(*first, *entries[:limit]),
            unread=unread + sum(entry.unread for entry in held),
            more=len(entries) > limit,
            stored=self._stores,
            reached=reached,
        )

    def mark_read(self, user_id: str, ids: Sequence[int] | None = None) -> tuple[int, ...]:
        """Mark those (None: all) as read; answers the ids of those that were not."""
        changed = self._change(user_id, ids, read=True)
        stored = None if ids is None else [number for number in ids if number > 0]
        if self._stores and (stored is None or stored):
            try:
                with self._database.write() as session:
                    changed += queries.mark_read(session, user_id, stored)
                    queries.announce(session, user_id)
            except DatabaseRefused as error:
                self._refused(error)
        return tuple(changed)

    def mark_unread(self, user_id: str, ids: Sequence[int]) -> tuple[int, ...]:
        """Mark those as not read."""
        changed = self._change(user_id, ids, read=False)
        stored = [number for number in ids if number > 0]
        if self._stores and stored:
            try:
                with self._database.write() as session:
                    changed += queries.mark_unread(session, user_id, stored)
                    queries.announce(session, user_id)
            except DatabaseRefused as error:
                self._refused(error)
        return tuple(changed)

    def clear(self, user_id: str, ids: Sequence[int] | None = None) -> tuple[KeptNotification, ...]:
        """Remove those (None: all); answers them, for `restore`."""
        gone: list[KeptNotification] = []
        if self._stores:
            try:
                with self._database.write() as session:
                    gone = queries.clear(session, user_id, ids)
                    queries.announce(session, user_id)
            except DatabaseRefused as error:
                self._refused(error)
        with self._lock:
            held = self._held.get(user_id, [])
            removed = [entry for entry in held if ids is None or entry.id in ids]
            self._held[user_id] = [entry for entry in held if entry not in removed]
        return (*gone, *removed)

    def restore(self, user_id: str, entries: Sequence[KeptNotification]) -> None:
        """Bring back what was cleared."""
        with self._lock:
            known = {entry.id for entry in self._held.get(user_id, [])}
            back = [entry for entry in entries if entry.id < 0 and entry.id not in known]
            self._held[user_id] = sorted([*self._held.get(user_id, []), *back], key=lambda entry: -entry.id)
        stored = [entry for entry in entries if entry.id > 0]
        if self._stores and stored:
            with self._database.write() as session:
                queries.restore(session, user_id, stored)
                queries.announce(session, user_id)

    def prune(self, user_id: str) -> int:
        """Forget what is too old or too much; how many."""
        if not self._stores:
            return 0
        try:
            with self._database.write() as session:
                return queries.prune(session, user_id, days=KEPT_DAYS, most=KEPT_MOST)
        except DatabaseRefused as error:
            self._refused(error)
        return 0

    def wanted(self, user_id: str) -> bool:
        """Whether the person wants to see notifications in passing (`notifications_enabled`)."""
        try:
            with self._database.read() as session:
                return queries.wanted(session, user_id)
        except (DatabaseRefused, DatabaseUnavailable):
            return True

    def _waiting(self, user_id: str) -> list[KeptNotification]:
        with self._lock:
            return list(self._held.get(user_id, ()))

    def _change(self, user_id: str, ids: Sequence[int] | None, *, read: bool) -> list[int]:
        changed: list[int] = []
        with self._lock:
            held = self._held.get(user_id, [])
            for place, entry in enumerate(held):
                if entry.unread is read and (ids is None or entry.id in ids):
                    held[place] = replace(entry, read_at=self._clock.now() if read else None)
                    changed.append(entry.id)
        return changed

    def _entry(self, told: Notification) -> KeptNotification:
        number, self._next_id = self._next_id, self._next_id - 1
        title, text, link = (_storable(part, most) for part, most in zip(_parts(told), _LONGEST, strict=True))
        return KeptNotification(number, told.tone, title, text, link, self._clock.now())

    def _refused(self, error: DatabaseRefused) -> None:
        if error.sqlstate not in _NOT_THERE:
            raise error
        log.info("notifications are kept in memory: %s", error.message)
        self._stores = False


def _holds(entry: KeptNotification, sought: str) -> bool:
    return sought.lower() in f"{entry.title} {entry.text}".lower()


def _parts(told: Notification) -> tuple[str, str, str]:
    return told.title, told.text, told.link


def _storable(text: str, most: int) -> str:
    clean = _UNSTORABLE.sub("\ufffd", text)
    return clean if len(clean) <= most else clean[: most - 1] + "…"
