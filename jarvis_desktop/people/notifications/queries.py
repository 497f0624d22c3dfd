"""Statements about the notifications of a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from jarvis_desktop.people.notifications.types import KeptNotification, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Row

    from jarvis_desktop.db.session import Session

_COLUMNS = "id, tone, title, text, link, created_at, read_at"
_ADD = text(
    "INSERT INTO desktop.notifications (user_id, tone, title, text, link, created_at, read_at) "
    "VALUES (:user_id, :tone, :title, :text, :link, :created_at, :read_at)"
)
_RESTORE = text(
    f"INSERT INTO desktop.notifications (user_id, {_COLUMNS}) "  # noqa: S608 - names of ours
    "VALUES (:user_id, :id, :tone, :title, :text, :link, :created_at, :read_at) ON CONFLICT DO NOTHING"
)
_ANNOUNCE = text(
    "SELECT pg_notify('jarvis_changes', json_build_object('topic', 'notifications', 'op', 'UPDATE', 'ids', "
    "json_build_array(CAST(:user_id AS text)))::text)"
)
_PAGE = text(
    f"SELECT {_COLUMNS} FROM desktop.notifications "  # noqa: S608 - names of ours
    "WHERE user_id = :user_id AND (CAST(:before AS bigint) IS NULL OR id < :before) "
    "AND (read_at IS NULL OR NOT :unread) "
    "AND (:sought = '' OR strpos(lower(concat_ws(' ', title, text)), lower(:sought)) > 0) "
    "ORDER BY id DESC LIMIT :limit"
)
_UNREAD = text("SELECT count(*) FROM desktop.notifications WHERE user_id = :user_id AND read_at IS NULL")
_READ = text(
    "UPDATE desktop.notifications SET read_at = now() "
    "WHERE user_id = :user_id AND read_at IS NULL AND (:every OR id = ANY(CAST(:ids AS bigint[]))) RETURNING id"
)
_UNREAD_AGAIN = text(
    "UPDATE desktop.notifications SET read_at = NULL "
    "WHERE user_id = :user_id AND id = ANY(CAST(:ids AS bigint[])) RETURNING id"
)
_CLEAR = text(
    "DELETE FROM desktop.notifications WHERE user_id = :user_id "  # noqa: S608 - names of ours
    f"AND (:every OR id = ANY(CAST(:ids AS bigint[]))) RETURNING {_COLUMNS}"
)
_PRUNE = text(
    "DELETE FROM desktop.notifications WHERE user_id = :user_id AND (created_at < now() - make_interval(days => :days) "
    "OR id <= (SELECT id FROM desktop.notifications WHERE user_id = :user_id ORDER BY id DESC OFFSET :most LIMIT 1))"
    " RETURNING id"
)
_WANTED = text("SELECT notifications_enabled FROM public.user_preferences WHERE user_id = :user_id")


def add(session: Session, user_id: str, entries: Sequence[KeptNotification]) -> None:
    """Store them; each gets an id of its own."""
    for entry in entries:
        session.execute(_ADD, _values(user_id, entry))


def restore(session: Session, user_id: str, entries: Sequence[KeptNotification]) -> None:
    """Store them as they were, under their ids."""
    for entry in entries:
        session.execute(_RESTORE, {**_values(user_id, entry), "id": entry.id})


def announce(session: Session, user_id: str) -> None:
    """Tell the other windows of the person, once this is stored, that their notifications changed."""
    session.execute(_ANNOUNCE, {"user_id": user_id})


def page(
    session: Session, user_id: str, *, before: int | None, limit: int, unread: bool, sought: str = ""
) -> list[KeptNotification]:
    """Those before that id, newest first, that have the text `sought` in them, in whatever case."""
    values = {"user_id": user_id, "before": before, "limit": limit, "unread": unread, "sought": sought}
    return [_kept(row) for row in session.execute(_PAGE, values)]


def count_unread(session: Session, user_id: str) -> int:
    """How many nobody looked at; people have some hundreds at most."""
    return int(session.scalar(_UNREAD, {"user_id": user_id}) or 0)


def mark_read(session: Session, user_id: str, ids: Sequence[int] | None) -> list[int]:
    """Mark those (None: all) as read; the ids that were not."""
    values = {"user_id": user_id, "every": ids is None, "ids": list(ids or ())}
    return list(session.scalars(_READ, values))


def mark_unread(session: Session, user_id: str, ids: Sequence[int]) -> list[int]:
    """Mark those as not read."""
    return list(session.scalars(_UNREAD_AGAIN, {"user_id": user_id, "ids": list(ids)}))


def clear(session: Session, user_id: str, ids: Sequence[int] | None) -> list[KeptNotification]:
    """Remove those (None: all); answers them as they were."""
    values = {"user_id": user_id, "every": ids is None, "ids": list(ids or ())}
    return [_kept(row) for row in session.execute(_CLEAR, values)]


def prune(session: Session, user_id: str, *, days: int, most: int) -> int:
    """Remove what is older, and what stands behind so many newer ones."""
    return len(list(session.scalars(_PRUNE, {"user_id": user_id, "days": days, "most": most})))


def wanted(session: Session, user_id: str) -> bool:
    """Whether the person wants to be told things; without a row they do."""
    return session.scalar(_WANTED, {"user_id": user_id}) is not False


def _values(user_id: str, entry: KeptNotification) -> dict[str, str | datetime | None]:
    return {
        "user_id": user_id,
        "tone": entry.tone.value,
        "title": entry.title,
        "text": entry.text,
        "link": entry.link,
        "created_at": entry.created_at,
        "read_at": entry.read_at,
    }


def _kept(row: Row[Any]) -> KeptNotification:
    tone = Tone(row.tone) if row.tone in set(Tone) else Tone.INFO
    return KeptNotification(row.id, tone, row.title, row.text, row.link, row.created_at, row.read_at)
