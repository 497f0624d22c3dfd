"""Statements about `desktop.value_origins`, and about the journal as far back as it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sqlalchemy import text

from jarvis_desktop.db.features import own_tables_usable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from jarvis_desktop.db.session import Session

MOST_EDITS = 500
"""Latest edits of a record that are looked through."""

_NOTE = text("""
    INSERT INTO desktop.value_origins
        (table_name, row_id, field_key, how, fingerprint, form_type, version, user_id, stored_at)
    SELECT :table, :row, v.key, v.how, v.fingerprint, :form, :version, :by, now()
    FROM unnest(CAST(:keys AS text[]), CAST(:hows AS text[]), CAST(:fingerprints AS text[]))
         AS v (key, how, fingerprint)
    ON CONFLICT (table_name, row_id, field_key) DO UPDATE
    SET how = excluded.how, fingerprint = excluded.fingerprint, form_type = excluded.form_type,
        version = excluded.version, user_id = excluded.user_id, stored_at = excluded.stored_at
""")
_NOTED = text("""
    SELECT field_key, how, fingerprint, version, user_id, stored_at FROM desktop.value_origins
    WHERE table_name = :table AND row_id = :row ORDER BY stored_at DESC
""")
_EDITS = text("""
    SELECT e.user_id, e.made_at, e.text, r.before::text, r.after::text
    FROM desktop.edits AS e JOIN desktop.edit_rows AS r ON r.edit_id = e.id AND r.row_id = :row
    WHERE e.table_name = :table AND NOT e.undone ORDER BY e.id DESC LIMIT :most
""")
_NAMES = text("""
    SELECT id, coalesce(nullif(btrim(concat_ws(' ', first_name, last_name)), ''), email, id)
    FROM public.users WHERE id = ANY(:ids)
""")


class Noted(NamedTuple):
    """What a form noted of a value when it stored it."""

    key: str
    how: str
    fingerprint: str
    version: int
    user_id: str
    stored_at: datetime


class JournalEdit(NamedTuple):
    """An edit of a record: the columns that it changed as JSON texts of images, None where there was no row."""

    user_id: str
    made_at: datetime
    text: str
    before: str | None
    after: str | None


def are_kept(session: Session) -> bool:
    """Whether this database has room for origins, and we may write them."""
    return own_tables_usable(session, "value_origins", rights=("SELECT", "INSERT", "UPDATE"))


def note(
    session: Session,
    table: str,
    row_id: str,
    values: Iterable[tuple[str, str, str]],
    *,
    form_type: str,
    version: int,
    by: str,
) -> None:
    """Note of values (key, how, fingerprint) of a record that they were stored now."""
    found = list(values)
    if found:
        keys, hows, fingerprints = (list(each) for each in zip(*found, strict=True))
        session.execute(
            _NOTE,
            {"table": table, "row": row_id, "form": form_type, "version": version, "by": by,
             "keys": keys, "hows": hows, "fingerprints": fingerprints},
        )  # fmt: skip


def noted(session: Session, table: str, row_id: str) -> list[Noted]:
    """What was noted of a record, the latest first."""
    return [Noted(*row) for row in session.execute(_NOTED, {"table": table, "row": row_id})]


def edits(session: Session, table: str, row_id: str) -> list[JournalEdit]:
    """The edits of a record that stand, the latest first; none where this database keeps no journal."""
    if not own_tables_usable(session, "edits", "edit_rows"):
        return []
    rows = session.execute(_EDITS, {"table": table, "row": row_id, "most": MOST_EDITS})
    return [JournalEdit(*row) for row in rows]


def names(session: Session, ids: Iterable[str]) -> Mapping[str, str]:
    """What people are called, by account."""
    rows: Any = session.execute(_NAMES, {"ids": sorted(set(ids))})
    return {row[0]: row[1] for row in rows}
