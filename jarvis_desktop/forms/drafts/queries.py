"""Statements about `desktop.drafts`; documents go in and out as JSON text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import text

if TYPE_CHECKING:
    from jarvis_desktop.db.session import Session

_KEEP = text(
    "INSERT INTO desktop.drafts (user_id, place, values, base) "
    "VALUES (:user_id, :place, CAST(:values AS jsonb), CAST(:base AS jsonb)) "
    "ON CONFLICT (user_id, place) DO UPDATE "
    "SET values = excluded.values, base = excluded.base, updated_at = now()"
)
_ONE = text("SELECT values::text, base::text FROM desktop.drafts WHERE user_id = :user_id AND place = :place")
_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
_ALL = text(
    "SELECT values::text, base::text FROM desktop.drafts WHERE user_id = :user_id ORDER BY updated_at DESC LIMIT :most"
)
_DROP = text("DELETE FROM desktop.drafts WHERE user_id = :user_id AND place = :place")


class StoredDraft(NamedTuple):
    """A row as JSON texts."""

    values: str
    base: str


def keep_draft(session: Session, user_id: str, place: str, values: str, base: str) -> None:
    """Store a draft in place of any before."""
    session.execute(_KEEP, {"user_id": user_id, "place": place, "values": values, "base": base})


def read_draft(session: Session, user_id: str, place: str, *, locked: bool = False) -> StoredDraft | None:
    """The draft of a place; `locked` keeps others from changing it, or from adding it, in this transaction."""
    if locked:
        session.execute(_LOCK, {"name": f"desktop.drafts/{user_id}/{place}"})
    row = session.execute(_ONE, {"user_id": user_id, "place": place}).one_or_none()
    return None if row is None else StoredDraft(*row)


def read_drafts(session: Session, user_id: str, most: int) -> list[StoredDraft]:
    """The drafts of a person, the latest first."""
    return [StoredDraft(*row) for row in session.execute(_ALL, {"user_id": user_id, "most": most})]


def drop_draft(session: Session, user_id: str, place: str) -> None:
    """Remove the draft of a place."""
    session.execute(_DROP, {"user_id": user_id, "place": place})
