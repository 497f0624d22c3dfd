"""Statements about form rows and the records behind forms; rows go in and out as exact JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Text,
    and_,
    cast,
    column,
    func,
    insert,
    literal,
    literal_column,
    not_,
    select,
    table,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB

from jarvis_desktop.core import json_text
from jarvis_desktop.db.documents import as_json, at, is_object, merged_into
from jarvis_desktop.forms.columns import ColumnFacts
from jarvis_desktop.tables.types import ColumnKind

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import TableClause

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.edits.journal import Recording

Record = Mapping[str, Any]
"""A stored row as `to_jsonb` writes it: instants as ISO text, numbers exact."""

_FIELDS = "SELECT TRUE, to_jsonb(t)::text FROM public.form_field_definitions AS t WHERE t.form_type = :form_type"
_TEMPLATES = "SELECT FALSE, to_jsonb(t)::text FROM public.form_templates AS t WHERE t.form_type = :form_type"
_FORM_ROWS = {True: text(f"{_FIELDS} UNION ALL {_TEMPLATES}"), False: text(_FIELDS)}
# The version in force stands for the rows, where there is one: in the same statement, for forms open often.
_IN_FORCE = f"""
    WITH version AS (
        SELECT number, fields, templates FROM desktop.form_versions
        WHERE form_type = :form_type AND effective_from <= :as_of
        ORDER BY effective_from DESC, number DESC LIMIT 1
    )
    SELECT NULL::boolean, number::text FROM version
    UNION ALL SELECT TRUE, field::text FROM version, jsonb_array_elements(fields) AS field
    UNION ALL SELECT FALSE, template::text FROM version, jsonb_array_elements(templates) AS template
    UNION ALL {_FIELDS} AND NOT EXISTS (SELECT FROM version)
"""  # noqa: S608 - parts of our own
_ROWS_IN_FORCE = {
    True: text(f"{_IN_FORCE} UNION ALL {_TEMPLATES} AND NOT EXISTS (SELECT FROM version)"),
    False: text(_IN_FORCE),
}
_STEP = text("""
    SELECT to_jsonb(t)::text FROM public.step_definitions AS t
    WHERE t.workflow_type || '.' || t.step_name = :form_type ORDER BY t.id DESC LIMIT 1
""")
_FORMS_FOR_TABLE = text("""
    SELECT form_type FROM (
        SELECT t.form_type, bool_or(t.is_default) AS usual, min(t.id) AS first
        FROM public.form_templates AS t
        WHERE t.is_active IS NOT FALSE AND t.configuration -> 'target' ->> 'table' = :table
        GROUP BY t.form_type
    ) AS forms ORDER BY usual DESC NULLS LAST, first
""")
_USED_FORMS = text("""
    SELECT DISTINCT form_type FROM public.form_field_definitions
    WHERE form_type = ANY(:form_types) AND is_active IS NOT FALSE
""")
_FORM_TYPES = text("""
    SELECT DISTINCT form_type FROM public.form_field_definitions
    WHERE is_active IS NOT FALSE AND form_type <> '' ORDER BY form_type LIMIT :most
""")
_PRESENT = text("SELECT to_regclass('public.' || quote_ident(:name)) IS NOT NULL")
_COLUMNS = text(r"""
    SELECT a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull,
           a.atthasdef OR a.attidentity <> '' OR a.attgenerated <> '',
           pg_get_expr(d.adbin, d.adrelid),
           EXISTS (SELECT 1 FROM pg_catalog.pg_constraint AS k
                   WHERE k.conrelid = a.attrelid AND k.contype = 'p' AND a.attnum = ANY(k.conkey)),
           (SELECT r.relname || '.' || f.attname
            FROM pg_catalog.pg_constraint AS k
            JOIN pg_catalog.pg_class AS r ON r.oid = k.confrelid
            JOIN pg_catalog.pg_attribute AS f ON f.attrelid = k.confrelid AND f.attnum = k.confkey[1]
            WHERE k.conrelid = a.attrelid AND k.contype = 'f' AND k.conkey = ARRAY[a.attnum] LIMIT 1)
    FROM pg_catalog.pg_attribute AS a
    LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = to_regclass('public.' || quote_ident(:table)) AND a.attnum > 0 AND NOT a.attisdropped
    ORDER BY a.attnum
""")
_PERSON = text("SELECT to_jsonb(t)::text FROM public.users AS t WHERE t.id = :id")
_NEXT = text("SELECT nextval(pg_get_serial_sequence('public.' || quote_ident(:table), :key))")


def form_rows(session: Session, form_type: str, *, templates: bool) -> tuple[list[Record], list[Record]]:
    """The rows of `form_field_definitions` of a form, whatever columns they have, and those of `form_templates`."""
    fields: list[Record] = []
    others: list[Record] = []
    for is_field, found in session.execute(_FORM_ROWS[templates], {"form_type": form_type}):
        (fields if is_field else others).append(_document(found))
    return fields, others


def form_rows_in_force(
    session: Session, form_type: str, as_of: datetime, *, templates: bool
) -> tuple[list[Record], list[Record], int]:
    """As `form_rows`, but of the version that is in force at that instant, with its number; 0 where none is."""
    fields: list[Record] = []
    others: list[Record] = []
    number = 0
    for is_field, found in session.execute(_ROWS_IN_FORCE[templates], {"form_type": form_type, "as_of": as_of}):
        if is_field is None:
            number = int(found)
        else:
            (fields if is_field else others).append(_document(found))
    return fields, others, number


def step_row(session: Session, form_type: str) -> Record | None:
    """The step definition that `workflow_type.step_name` names, the newest one."""
    return next(iter(_documents(session, _STEP, form_type)), None)


def present(session: Session, name: str) -> bool:
    """Whether the table is in this database."""
    return bool(session.scalar(_PRESENT, {"name": name}))


def forms_for_table(session: Session, name: str) -> list[str]:
    """The form types whose templates name the table as target, the default one first."""
    return list(session.scalars(_FORMS_FOR_TABLE, {"table": name}))


def form_types(session: Session, most: int) -> list[str]:
    """The forms that have active fields, by name."""
    return list(session.scalars(_FORM_TYPES, {"most": most}))


def used_forms(session: Session, form_types: Iterable[str]) -> set[str]:
    """Those of `form_types` that have active fields."""
    return set(session.scalars(_USED_FORMS, {"form_types": list(form_types)}))


def column_facts(session: Session, name: str) -> list[ColumnFacts]:
    """The columns of a table as this database has them; empty when the table is missing."""
    return [
        ColumnFacts(
            name=row[0],
            sql_type=row[1],
            nullable=row[2],
            has_default=row[3],
            default=_plain_default(row[4]),
            is_key=row[5],
            references=row[6] or "",
        )
        for row in session.execute(_COLUMNS, {"table": name})
    ]


def record(session: Session, name: str, key: ColumnFacts, record_id: str) -> Record | None:
    """One stored row, or None."""
    source = _table(name, {key.name}).alias("t")
    condition = _is_record(source.c[key.name], key, record_id)
    if condition is None:
        return None
    statement = select(cast(func.to_jsonb(literal_column("t")), Text)).select_from(source).where(condition)
    found = session.scalar(statement)
    return None if found is None else _document(found)


def update_record(
    recording: Recording,
    key: ColumnFacts,
    record_id: str,
    *,
    columns: Mapping[str, Any],
    merged: Mapping[str, tuple[tuple[str, ...], Mapping[str, Any]]],
    expected: Sequence[tuple[tuple[str, ...], Any]],
) -> bool:
    """Store new values when every expected one still stands; False when one does not.

    `columns` are whole new values. `merged` adds keys to the object at a path inside a JSONB column, leaving its other
    keys alone. `expected` are (column, path inside it...) with the value they had.
    """
    condition = _is_record(recording.column(key.name), key, record_id)
    if condition is None:
        return False
    assigned, guards = assignments(recording, columns, merged)
    unchanged = [
        func.nullif(at(recording.column(path[0]), path[1:]), as_json(None)).is_not_distinct_from(
            func.nullif(as_json(value), as_json(None))
        )
        for path, value in expected
    ]
    return recording.change(assigned, condition, *unchanged, *guards, differing=False) > 0


def assignments(
    recording: Recording, columns: Mapping[str, Any], merged: Mapping[str, tuple[tuple[str, ...], Mapping[str, Any]]]
) -> tuple[dict[str, ColumnElement[Any]], list[ColumnElement[bool]]]:
    """The values of an update as the columns' types take them, and what must hold of a row for it."""
    assigned: dict[str, ColumnElement[Any]] = {}
    if columns:
        entered = _entered(recording.shape.table, columns)
        assigned = {c: select(entered.c[c]).scalar_subquery() for c in columns}
    guards: list[ColumnElement[bool]] = []
    for name, (path, patch) in merged.items():
        document = cast(recording.column(name), JSONB)
        assigned[name] = merged_into(document, path, as_json(patch))
        guards.extend(is_object(at(document, path[:depth])) for depth in range(len(path) + 1))
    return assigned, guards


def count_unlike(
    recording: Recording, conditions: Sequence[ColumnElement[bool]], guards: Sequence[ColumnElement[bool]]
) -> int:
    """How many of the rows that meet the conditions do not meet all guards."""
    outside = not_(and_(*guards))
    rows = select(func.count()).select_from(recording.shape.clause).where(*conditions, outside)
    return int(recording.session.scalar(rows) or 0)


# A function takes at most 100 arguments.
_NAMING_COLUMNS = 45


def some_records(
    recording: Recording, conditions: Sequence[ColumnElement[bool]], limit: int
) -> list[tuple[str, Record]]:
    """Some of the rows that meet the conditions, by primary key."""
    clause = recording.shape.clause
    names = list(recording.shape.columns)[:_NAMING_COLUMNS]
    row = func.jsonb_build_object(*(part for name in names for part in (literal(name, Text), clause.c[name])))
    statement = select(recording.shape.row_id, cast(row, Text)).where(*conditions).limit(limit)
    return [(row_id, _document(found)) for row_id, found in recording.session.execute(statement)]


def groups(
    recording: Recording, conditions: Sequence[ColumnElement[bool]], places: Sequence[Sequence[str]], limit: int
) -> list[tuple[Sequence[Any], int]]:
    """The different values at these places (column, path inside it...) in the rows, each with the count of its rows."""
    found = [cast(at(recording.column(path[0]), path[1:]), Text) for path in places]
    statement = (
        select(func.count(), *found)
        .select_from(recording.shape.clause)
        .where(*conditions)
        .group_by(*(literal_column(str(number)) for number in range(2, len(found) + 2)))
        .limit(limit)
    )
    rows = recording.session.execute(statement)
    return [([None if v is None else json_text.loads(v) for v in row[1:]], int(row[0])) for row in rows]


def insert_record(session: Session, name: str, values: Mapping[str, Any], primary: str) -> str:
    """Insert one row; the primary key as text."""
    target = _table(name, {*values, primary})
    if not values:
        return str(session.scalar(insert(target).returning(cast(target.c[primary], Text))))
    entered = _entered(name, values)
    statement = (
        insert(target)
        .from_select(list(values), select(*(entered.c[c] for c in values)))
        .returning(cast(target.c[primary], Text))
    )
    return str(session.scalar(statement))


def next_number(session: Session, name: str, key: str) -> int | None:
    """The next number of the table's own sequence, or None when its key has none."""
    found: int | None = session.scalar(_NEXT, {"table": name, "key": key})
    return found


def is_taken(session: Session, name: str, key: str, value: str) -> bool:
    """Whether a row has that value in a key column."""
    source = _table(name, {key})
    return session.scalar(select(literal(1)).select_from(source).where(source.c[key] == value).limit(1)) is not None


def person_name(session: Session, user_id: str) -> str:
    """First and last name of a person; "" where neither is stored."""
    found = session.scalar(_PERSON, {"id": user_id}) if present(session, "users") else None
    person = _document(found) if isinstance(found, str) else {}
    names = (person.get("first_name"), person.get("last_name"))
    return " ".join(name.strip() for name in names if isinstance(name, str) and name.strip())


def _documents(session: Session, statement: Any, form_type: str) -> list[Record]:
    return [_document(found) for found in session.scalars(statement, {"form_type": form_type})]


def _document(found: str) -> Record:
    try:
        document = json_text.loads(found)
    except json_text.NotJson:
        # Nested deeper than is read: the row stands as one without content, which its reader reports.
        return {}
    return document if isinstance(document, Mapping) else {}


def _plain_default(expression: str | None) -> str | None:
    if expression is None:
        return None
    if expression in {"true", "false"} or expression.removeprefix("-").replace(".", "", 1).isdecimal():
        return expression
    start, quote, rest = expression.partition("'")
    content, closing, cast_to = rest.rpartition("'::")
    return content.replace("''", "'") if quote and not start and closing and "'" not in cast_to else None


def _table(name: str, columns: Iterable[str]) -> TableClause:
    return table(name, *(column(c) for c in dict.fromkeys(columns)), schema="public")


def _is_record(element: ColumnElement[Any], key: ColumnFacts, record_id: str) -> ColumnElement[bool] | None:
    """The condition for a record id; None when no row can have it."""
    if key.kind is ColumnKind.INTEGER:
        try:
            number = int(record_id)
        except ValueError:
            return None
        return element == literal(number, BigInteger) if abs(number) < 2**63 else None
    if "\x00" in record_id:
        return None
    # A key of another type (a UUID) is compared as the server writes it, so that no text is refused as none of them.
    written = element if key.sql_type.startswith(("text", "character")) else cast(element, Text)
    return written == literal(record_id, Text)


def _entered(name: str, values: Mapping[str, Any]) -> Any:
    """The new values as a row of the table's own column types."""
    quoted = '"' + name.replace('"', '""') + '"'
    row_type: ColumnElement[Any] = literal_column(f"NULL::public.{quoted}")
    return func.jsonb_populate_record(row_type, as_json(values)).table_valued(*values, name="entered")
