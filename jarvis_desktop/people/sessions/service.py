"""Use cases of sessions: have one of one's own, list all, revoke."""

from __future__ import annotations

import dataclasses
import platform
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from jarvis_desktop import __version__
from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.clock import Clock, SystemClock, to_naive_utc
from jarvis_desktop.core.errors import DatabaseRefused, NotAllowed
from jarvis_desktop.core.words import tr
from jarvis_desktop.people.person.queries import names
from jarvis_desktop.people.sessions import queries
from jarvis_desktop.people.sessions.reading import session_view
from jarvis_desktop.rights.holding import lost
from jarvis_desktop.tables.permission import writing_permission

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.people.sessions.types import SessionView

LASTS = timedelta(days=30)
"""After so long without a sign of life a session is over."""

TOUCHED_AFTER = timedelta(minutes=4)
MOST = 1_000
TABLE = "sessions"
_PREFIX = "jarvis-desktop:"


class SessionService:
    """Sessions on one database; every method is one transaction. One session of this program's own at most."""

    def __init__(self, database: Database, *, clock: Clock | None = None) -> None:
        self._database = database
        self._clock = clock or SystemClock()
        self._sid = ""
        self._told: dict[str, Any] = {}
        self._touched_at: datetime | None = None

    @property
    def begun(self) -> bool:
        """Whether this program has a session of its own."""
        return bool(self._sid)

    def begin(self, user_id: str) -> bool:
        """Sign in; False where the database keeps no sessions, or does not let us."""
        now = self._clock.now()
        sid = _PREFIX + secrets.token_urlsafe(32)
        told = {
            "cookie": {"originalMaxAge": int(LASTS.total_seconds() * 1000)},
            "user": {"id": user_id},
            "program": f"JARVIS Desktop {__version__}",
            "machine": platform.node(),
            "since": now.isoformat(),
            "active_at": now.isoformat(),
        }
        try:
            with self._database.write() as session:
                if not queries.keeps_sessions(session):
                    return False
                queries.prune(session, to_naive_utc(now))
                queries.add(session, sid, told, to_naive_utc(now + LASTS))
        except DatabaseRefused:
            return False
        self._sid, self._told, self._touched_at = sid, told, now
        return True

    def is_there(self) -> bool:
        """Whether the own session was not revoked (True where there is none)."""
        if not self._sid:
            return True
        with self._database.read() as session:
            return queries.exists(session, self._sid)

    def due(self) -> bool:
        """Whether the last sign of life is so long ago that another one is in order."""
        return self._touched_at is not None and self._clock.now() - self._touched_at >= TOUCHED_AFTER

    def touch(self) -> bool:
        """Give a sign of life; False when the session was revoked, and then it is over."""
        if not self._sid:
            return True
        now = self._clock.now()
        self._told = {**self._told, "active_at": now.isoformat()}
        with self._database.write() as session:
            there = queries.touch(session, self._sid, self._told, to_naive_utc(now + LASTS))
        self._touched_at = now
        if not there:
            self._sid = ""
        return there

    def end(self) -> None:
        """Sign out."""
        sid, self._sid = self._sid, ""
        if sid:
            with self._database.write() as session:
                queries.end(session, sid)

    def sessions(self, reader: Reader) -> tuple[SessionView, ...]:
        """Who is signed in, the latest first: everybody for an administrator, oneself for anybody else."""
        now = self._clock.now()
        with self._database.read() as session:
            if not queries.keeps_sessions(session):
                return ()
            rows = queries.listed(session, self._sid, to_naive_utc(now), MOST)
            views = [session_view(key, told, expire, own=own) for key, told, expire, own in rows]
            if not _governs(session, reader):
                views = [view for view in views if view.own or view.user_id == reader.user_id]
            called = names(session, {view.user_id for view in views})
        return tuple(dataclasses.replace(view, name=called.get(view.user_id, view.user_id)) for view in views)

    def revoke(self, keys: Sequence[str], reader: Reader) -> Changes:
        """End sessions; it cannot be undone. NotAllowed for those of others without the right to it."""
        own = {view.key for view in self.sessions(reader) if view.own or view.user_id == reader.user_id}
        with self._database.write() as session:
            if not set(keys) <= own and not _governs(session, reader):
                raise NotAllowed(
                    tr("Only an administrator signs others out."), hint=tr("Ask an administrator to do it.")
                )
            revoked = queries.revoke(session, keys)
        return Changes.of(TABLE) if revoked else Changes()


def _governs(session: Session, reader: Reader) -> bool:
    """Whether the sessions of others are the reader's to see and to end, now."""
    permission = writing_permission(TABLE)
    return reader.may(permission) and not lost(session, permission, reader)
