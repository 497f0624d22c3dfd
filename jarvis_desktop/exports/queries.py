"""The rows of an export, each value in the form its file needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import JSON, Text, and_, case, cast, func, literal, literal_column, select, text

from jarvis_desktop.core.formula_guard import APOSTROPHE, FULL_WIDTH, LOWEST_HARMLESS, PATTERN
from jarvis_desktop.tables.queries import select_shown
from jarvis_desktop.tables.types import ColumnKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import ColumnElement, Select

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.tables.catalog import StoredColumn
    from jarvis_desktop.tables.choice import Choice

_ZONE = text("SELECT EXISTS (SELECT FROM pg_timezone_names WHERE name = :zone)")
_FIRST, _LAST = ord(LOWEST_HARMLESS), ord(FULL_WIDTH) - 1
_TEXTS = frozenset({ColumnKind.TEXT, ColumnKind.JSON, ColumnKind.ARRAY})


def knows_zone(session: Session, zone: str) -> bool:
    """Whether the server knows the time zone."""
    return bool(session.execute(_ZONE, {"zone": zone}).scalar_one())


def select_texts(
    choice: Choice, columns: Sequence[StoredColumn], *, zone: str, guarded: bool, utf8: bool
) -> Select[Any]:
    """All values as people read them: texts (guarded if asked), numbers and instants of any size.

    `utf8` says that the server keeps its texts in UTF-8; elsewhere no text holds full-width signs that matter.
    """
    return _rows(choice, (_text_of(column, zone, guarded=guarded, utf8=utf8) for column in columns))


def select_objects(choice: Choice, columns: Sequence[StoredColumn], *, zone: str) -> Select[Any]:
    """One column: each row as a JSON object on one line, numbers with all their digits, JSON as JSON."""
    rows = _rows(choice, (_json_of(column, zone).label(column.info.name) for column in columns)).subquery("x")
    return select(func.row_to_json(literal_column("x"))).select_from(rows)


def select_cells(choice: Choice, columns: Sequence[StoredColumn], *, zone: str, longest: int) -> Select[Any]:
    """Values for the cells of a workbook: texts up to one character more than `longest`, days and instants as text."""
    return _rows(choice, (_cell_of(column, zone, longest) for column in columns))


def read_shown(session: Session, choice: Choice, columns: Sequence[StoredColumn], most: int) -> Sequence[Any]:
    """The first rows: the key as text, then the columns as a screen shows them."""
    statement = select_shown(choice.table, columns).where(*choice.conditions).order_by(*choice.order)
    return session.execute(statement.limit(most)).all()


def is_text(column: StoredColumn) -> bool:
    """Whether a file holds the column as text, which somebody may have typed."""
    return column.info.kind in _TEXTS


def _rows(choice: Choice, columns: Iterable[ColumnElement[Any]]) -> Select[Any]:
    statement = select(*columns).select_from(choice.table.clause)
    return statement.where(*choice.conditions).order_by(*choice.order)


def _text_of(column: StoredColumn, zone: str, *, guarded: bool, utf8: bool) -> ColumnElement[Any]:
    if column.info.kind is ColumnKind.DATETIME:
        return _instant(column, zone)
    if not is_text(column):
        return _plain(column, zone)
    written = _words(column)
    # A list is written in brackets, which begin no formula.
    may_run = guarded and column.info.kind is not ColumnKind.ARRAY
    return _guarded(written, _suspect(column, written, utf8=utf8)) if may_run else written


def _cell_of(column: StoredColumn, zone: str, longest: int) -> ColumnElement[Any]:
    match column.info.kind:
        case ColumnKind.DATETIME | ColumnKind.DATE:
            return cast(_plain(column, zone or "UTC"), Text)
        case ColumnKind.INTEGER | ColumnKind.DECIMAL | ColumnKind.BOOLEAN:
            return column.whole
        case _:
            return func.left(_words(column), literal_column(str(longest + 1)))


def _json_of(column: StoredColumn, zone: str) -> ColumnElement[Any]:
    if column.type_name == "json" and column.info.kind is ColumnKind.JSON:
        # Line ends stand between its tokens only: within a string JSON writes them as escapes.
        return cast(func.translate(column.written, literal_column(r"E'\r\n'"), literal_column("'  '")), JSON)
    if column.info.kind in {ColumnKind.DATETIME, ColumnKind.DATE} or column.type_name == "money":
        return _plain(column, zone)
    return column.element


def _plain(column: StoredColumn, zone: str) -> ColumnElement[Any]:
    """A number, a day or an instant that PostgreSQL writes as it should stand in the file."""
    element = column.element
    match column.type_name:
        case "money" if column.info.kind is ColumnKind.DECIMAL:
            return column.whole
        case "bool":
            return column.written
        case "timestamp":
            instant = func.timezone(literal_column("'UTC'"), element)
            return func.timezone(literal(zone, Text), instant) if zone else instant
        case "timestamptz":
            return func.timezone(literal(zone, Text), element) if zone else element
        case _:
            return element


def _words(column: StoredColumn) -> ColumnElement[Any]:
    if column.info.kind is ColumnKind.ARRAY:
        return cast(func.to_json(column.element), Text)
    return column.element if column.is_character else column.written


def _guarded(written: ColumnElement[Any], suspect: ColumnElement[bool]) -> ColumnElement[Any]:
    risky = and_(suspect, written.op("~", is_comparison=True)(literal(PATTERN, Text)))
    return case((risky, literal(APOSTROPHE, Text).op("||")(written)), else_=written)


def _suspect(column: StoredColumn, written: ColumnElement[Any], *, utf8: bool) -> ColumnElement[bool]:
    """What tells nearly all texts harmless, for a tenth of what the regular expression costs."""
    if column.type_name == "jsonb" and column.info.kind is ColumnKind.JSON:
        # Objects and lists are written in brackets; so they need not be written twice to be looked at.
        return func.jsonb_typeof(column.element).in_([literal_column("'string'"), literal_column("'number'")])
    if not utf8:
        return written.collate("C") < literal_column(f"'{LOWEST_HARMLESS}'")
    # One look at the first code point, whether it is outside of LOWEST_HARMLESS..FULL_WIDTH on either side.
    distance = func.abs(func.ascii(written) * literal_column("2") - literal_column(str(_FIRST + _LAST)))
    return distance > literal_column(str(_LAST - _FIRST))


def _instant(column: StoredColumn, zone: str) -> ColumnElement[Any]:
    """An instant as text in UTC, or as the clock in a zone shows it.

    A “Z” put behind costs half of what the server takes to write a time with its zone.
    """
    if zone:
        return _plain(column, zone)
    element = column.element
    utc = func.timezone(literal_column("'UTC'"), element) if column.type_name == "timestamptz" else element
    shown = cast(utc, Text)
    return case((func.isfinite(element), shown.op("||")(literal("Z", Text))), else_=shown)
