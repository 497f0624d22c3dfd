"""Statements about sessions; a session's id is its secret and never leaves the database but for its owner."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from jarvis_desktop.core.json_text import NotJson, loads
from jarvis_desktop.metadata.queries import readable_columns

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from jarvis_desktop.db.session import Session

_KEY = "left(encode(sha256(convert_to(sid, 'UTF8')), 'hex'), 24)"
_ADD = text("INSERT INTO public.sessions (sid, sess, expire) VALUES (:sid, CAST(:sess AS jsonb), :expire)")
_TOUCH = text("UPDATE public.sessions SET sess = CAST(:sess AS jsonb), expire = :expire WHERE sid = :sid RETURNING 1")
_EXISTS = text("SELECT 1 FROM public.sessions WHERE sid = :sid")
_END = text("DELETE FROM public.sessions WHERE sid = :sid")
_PRUNE = text("DELETE FROM public.sessions WHERE expire < :now AND sid LIKE 'jarvis-desktop:%'")
# Of the document only what is shown leaves the database: cookies and tokens stay there.
_LIST = text(f"""
    SELECT {_KEY},
           jsonb_build_object('user', sess -> 'user', 'passport', sess -> 'passport' -> 'user',
                              'user_id', coalesce(sess -> 'userId', sess -> 'user_id'),
                              'program', sess -> 'program', 'machine', sess -> 'machine', 'since', sess -> 'since',
                              'active_at', sess -> 'active_at',
                              'max_age', sess -> 'cookie' -> 'originalMaxAge')::text,
           expire, coalesce(sid = :own, false)
    FROM public.sessions WHERE expire > :now ORDER BY expire DESC, 1 LIMIT :limit
""")  # noqa: S608 - a constant of this module
_REVOKE = text(f"DELETE FROM public.sessions WHERE {_KEY} = ANY(:keys)")  # noqa: S608 - a constant of this module


def keeps_sessions(session: Session) -> bool:
    """Whether this database has the table."""
    return {"sid", "sess", "expire"} <= readable_columns(session, ("sessions",)).get("sessions", frozenset())


def add(session: Session, sid: str, sess: dict[str, Any], expire: datetime) -> None:
    """Store a session; `expire` is naive UTC."""
    session.execute(_ADD, {"sid": sid, "sess": json.dumps(sess), "expire": expire})


def touch(session: Session, sid: str, sess: dict[str, Any], expire: datetime) -> bool:
    """Bring a session up to date; False when it is gone."""
    return session.scalar(_TOUCH, {"sid": sid, "sess": json.dumps(sess), "expire": expire}) is not None


def exists(session: Session, sid: str) -> bool:
    """Whether a session is there."""
    return session.scalar(_EXISTS, {"sid": sid}) is not None


def end(session: Session, sid: str) -> None:
    """Remove a session."""
    session.execute(_END, {"sid": sid})


def prune(session: Session, now: datetime) -> None:
    """Remove what expired of this program; other programs look after theirs."""
    session.execute(_PRUNE, {"now": now})


def listed(session: Session, own: str, now: datetime, limit: int) -> Sequence[tuple[str, Any, datetime, bool]]:
    """Key, what may be shown of the document, expiry and whether it is `own`, of sessions that have not expired."""
    found = session.execute(_LIST, {"own": own, "now": now, "limit": limit})
    return [(key, _document(document), expire, own_) for key, document, expire, own_ in found]


def revoke(session: Session, keys: Sequence[str]) -> int:
    """Remove the sessions with these keys; how many there were."""
    result = session.execute(_REVOKE, {"keys": list(keys)})
    return int(getattr(result, "rowcount", 0))


def _document(stored: str) -> Any:
    try:
        return loads(stored)
    except NotJson:
        return {}
