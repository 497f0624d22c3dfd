"""What a session's document tells, whoever wrote it; pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from jarvis_desktop.core.clock import from_naive_utc
from jarvis_desktop.people.sessions.types import SessionView

_LONGEST = 200
_PERSON_KEYS = ("id", "user_id", "userId", "sub", "username")


def session_view(key: str, document: Any, expire: datetime, *, own: bool) -> SessionView:
    """A session as people read it; `expire` is naive UTC."""
    told = document if isinstance(document, Mapping) else {}
    expires_at = from_naive_utc(expire)
    age = told.get("max_age")
    lasts = isinstance(age, (int, Decimal)) and not isinstance(age, bool) and 0 < age < 10**13
    return SessionView(
        key,
        next((found for name in ("user", "passport", "user_id") if (found := _person(told.get(name)))), ""),
        "",
        _text(told.get("program")),
        _text(told.get("machine")),
        _instant(told.get("since")),
        # Such sessions are prolonged by their whole age with each request.
        _instant(told.get("active_at")) or (_earlier(expires_at, int(age)) if lasts and age is not None else None),
        expires_at,
        own=own,
    )


def _person(told: Any) -> str:
    if isinstance(told, Mapping):
        return next((found for key in _PERSON_KEYS if (found := _person(told.get(key)))), "")
    if isinstance(told, int) and not isinstance(told, bool):
        return str(told)
    return _text(told)


def _text(told: Any) -> str:
    if not isinstance(told, str):
        return ""
    return " ".join("".join(c if c.isprintable() else " " for c in told).split())[:_LONGEST]


def _instant(told: Any) -> datetime | None:
    if not isinstance(told, str):
        return None
    try:
        read = datetime.fromisoformat(told)
    except ValueError:
        return None
    return read if read.tzinfo is not None else read.replace(tzinfo=UTC)


def _earlier(expires_at: datetime, milliseconds: int) -> datetime | None:
    try:
        return expires_at - timedelta(milliseconds=milliseconds)
    except OverflowError:
        return None
