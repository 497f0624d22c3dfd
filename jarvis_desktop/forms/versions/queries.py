"""Statements about `desktop.form_versions`, and about what is stored and typed under a form."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    Numeric,
    Text,
    and_,
    any_,
    case,
    cast,
    column,
    func,
    literal_column,
    or_,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY

from jarvis_desktop.core import json_text
from jarvis_desktop.db.documents import as_json, at
from jarvis_desktop.db.features import own_tables_usable
from jarvis_desktop.db.notify import CHANNEL
from jarvis_desktop.forms.versions.types import PublishedVersion

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.forms.placement import Place

    Row = Mapping[str, Any]

_UNMET: Mapping[str, Callable[[Any, Any], Any]] = {
    "minLength": operator.lt, "minItems": operator.lt, "minimum": operator.lt, "notBefore": operator.lt,
    "maxLength": operator.gt, "maxItems": operator.gt, "maximum": operator.gt, "notAfter": operator.gt,
    "exclusiveMinimum": operator.le, "exclusiveMaximum": operator.ge,
}  # fmt: skip
"""How a value that does not meet a limit stands to it."""
_VERSIONS = text("""
    SELECT v.number, v.effective_from, v.note, v.published_by, v.published_at,
           v.number = (SELECT f.number FROM desktop.form_versions AS f
                       WHERE f.form_type = v.form_type AND f.effective_from <= :at
                       ORDER BY f.effective_from DESC, f.number DESC LIMIT 1)
    FROM desktop.form_versions AS v WHERE v.form_type = :form_type ORDER BY v.number DESC
""")
_ANY = text(
    "SELECT EXISTS (SELECT FROM desktop.form_versions WHERE form_type = coalesce(CAST(:form_type AS text), form_type))"
)
_ROWS = text("SELECT fields::text, templates::text FROM desktop.form_versions WHERE form_type = :f AND number = :n")
_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
_STORE = text("""
    INSERT INTO desktop.form_versions
        (form_type, number, effective_from, fields, templates, note, published_by)
    VALUES (:form_type, :number, :effective_from, CAST(:fields AS jsonb), CAST(:templates AS jsonb), :note, :by)
    RETURNING published_at
""")
_DRAFTS = text("SELECT count(*) FROM desktop.drafts WHERE place = :new OR starts_with(place, :records)")
_ANNOUNCE = text(
    "SELECT pg_notify(:channel, json_build_object('topic', CAST(:topic AS text), 'op', 'UPDATE', 'ids', NULL)::text)"
)


def are_kept(session: Session) -> bool:
    """Whether this database has room for versions, and we may read them."""
    return own_tables_usable(session, "form_versions")


def has_published(session: Session, form_type: str | None) -> bool:
    """Whether this form (None: any form) was ever published here."""
    return are_kept(session) and bool(session.scalar(_ANY, {"form_type": form_type}))


def versions(session: Session, form_type: str, at: datetime) -> list[PublishedVersion]:
    """The versions of a form, the newest first; the one in force at that instant is marked."""
    rows = session.execute(_VERSIONS, {"form_type": form_type, "at": at})
    return [PublishedVersion(form_type, n, since, note, by, when, bool(now)) for n, since, note, by, when, now in rows]


def version_rows(session: Session, form_type: str, number: int) -> tuple[list[Row], list[Row]] | None:
    """The rows of fields and of templates of one version; None where there is none of that number."""
    found = session.execute(_ROWS, {"f": form_type, "n": number}).one_or_none()
    return None if found is None else (json_text.loads(found[0]), json_text.loads(found[1]))


def lock(session: Session, form_type: str) -> None:
    """Nobody else publishes this form before the transaction ends."""
    session.execute(_LOCK, {"name": f"desktop.form_versions/{form_type}"})


def store(
    session: Session,
    form_type: str,
    number: int,
    rows: tuple[Sequence[Row], Sequence[Row]],
    *,
    effective_from: datetime,
    note: str,
    by: str,
) -> PublishedVersion:
    """Store a version."""
    given = {
        "form_type": form_type,
        "number": number,
        "effective_from": effective_from,
        "fields": json_text.dumps(rows[0]),
        "templates": json_text.dumps(rows[1]),
        "note": note,
        "by": by,
    }
    published_at = session.scalar(_STORE, given)
    return PublishedVersion(form_type, number, effective_from, note, by, published_at)


def announce(session: Session, table: str) -> None:
    """Tell every window that shows something of a table, when the transaction is committed."""
    session.execute(_ANNOUNCE, {"channel": CHANNEL, "topic": table})


def count_drafts(session: Session, form_type: str) -> int:
    """How many drafts of the form people have."""
    return int(session.scalar(_DRAFTS, {"new": f"new/{form_type}", "records": f"form/{form_type}/"}) or 0)


def latest_records(session: Session, name: str, key: str, most: int) -> list[Row]:
    """The rows of a table with the highest keys, whole."""
    source = table(name, column(key), schema="public").alias("t")
    whole = select(cast(func.to_jsonb(text("t")), Text)).select_from(source).order_by(source.c[key].desc()).limit(most)
    return [json_text.loads(row) for row in session.scalars(whole)]


def count_unmet(session: Session, name: str, place: Place, limit: str, demand: Any) -> int | None:
    """How many rows of the table do not meet a demand at that place; None for one that SQL has no word for.

    `demand` is the limit of an assertion, or for "options" the values that are not offered any more.
    """
    source = table(name, column(place.column.name), schema="public").alias("t")
    value = at(source.c[place.column.name], place.path)
    unmet = _unmet(value, limit, demand)
    return None if unmet is None else int(session.scalar(select(func.count()).select_from(source).where(unmet)) or 0)


def _unmet(value: ColumnElement[Any], limit: str, demand: Any) -> ColumnElement[bool] | None:
    kind = func.jsonb_typeof(value)
    plain = value.op("#>>", return_type=Text())(literal_column("'{}'::text[]"))
    if limit == "required":
        blank = and_(kind == "string", func.btrim(plain) == "")
        return or_(value.is_(None), kind == "null", blank, value == as_json([]))
    if limit == "options":
        texts = cast(list(demand), ARRAY(Text))
        return or_(value.op("?|")(texts), and_(kind.in_(("number", "boolean")), plain == any_(texts)))
    measured = {
        "Length": (kind == "string", func.char_length(plain)),
        "Items": (kind == "array", func.jsonb_array_length(value)),
        "imum": (kind == "number", cast(plain, Numeric)),
        "Before": (kind == "string", func.left(plain, len(str(demand)))),
        "After": (kind == "string", func.left(plain, len(str(demand)))),
    }
    ending = next((ending for ending in measured if limit.endswith(ending)), "")
    if not ending or limit not in _UNMET:
        return None
    unmet: ColumnElement[bool] = _UNMET[limit](case(measured[ending]), demand)
    return unmet
