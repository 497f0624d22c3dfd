"""Values in SQL: columns, constants and JSON, with the type that rules see."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ARRAY,
    Boolean,
    Date,
    DateTime,
    Float,
    Interval,
    Numeric,
    Text,
    and_,
    case,
    cast,
    func,
    literal,
    null,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import Integer, String

from jarvis_desktop.core.words import tr
from jarvis_desktop.db.predicates import exact_number, whole_number
from jarvis_desktop.expressions.numbers import read_number
from jarvis_desktop.expressions.tree import Call, Field, Node, Unparsable
from jarvis_desktop.expressions.types import Type

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement


_MOST_SPLITS = 4
"""Names of a path into JSON; a key may itself hold dots, so that each more doubles the ways to read it."""


_NO_NUMBERS = ("NaN", "Infinity", "-Infinity")
_NUMBER_PATTERN = r"^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,3})?\s*$"


@dataclass(frozen=True, slots=True)
class Sql:
    """An expression and the type of its value; ANY is JSONB.

    `constant` is the value of a literal. `stored` is the column where it may hold what no rule takes (the double NaN,
    for which `element` is NULL). `zoned` is the column with time zone behind an instant: an index on it can answer.
    """

    element: ColumnElement[Any]
    kind: Type
    constant: Any = None
    stored: ColumnElement[Any] | None = None
    zoned: ColumnElement[Any] | None = None


def type_of(column: ColumnElement[Any]) -> Type:
    """The type of a column, as rules see it."""
    match column.type:
        case Boolean():
            return Type.BOOL
        case Integer() | Numeric() | Float():
            return Type.NUMBER
        case String():
            return Type.TEXT
        case DateTime():
            return Type.TIMESTAMP
        case Date():
            return Type.DATE
        case Interval():
            return Type.DURATION
        case ARRAY():
            return Type.LIST
        case _:
            return Type.ANY


def read(column: ColumnElement[Any]) -> Sql:
    """A column as a value: fractions exact, instants in UTC."""
    kind = type_of(column)
    if isinstance(column.type, Float):
        # As Python reads it: the shortest digits that mean the same number.
        text = cast(column, Text)
        exact = case((and_(*(text != odd for odd in _NO_NUMBERS)), cast(text, Numeric)))
        return Sql(exact, kind, stored=column)
    if kind is Type.TIMESTAMP and getattr(column.type, "timezone", False):
        return Sql(func.timezone("UTC", column, type_=DateTime), kind, zoned=column)
    if kind is Type.ANY and not isinstance(column.type, JSONB):
        return Sql(cast(column, Text), Type.TEXT)
    return Sql(column, kind)


def constant(value: Any, node: Node) -> Sql:
    """A constant as a parameter."""
    match value:
        case None:
            return Sql(null(), Type.NULL)
        case bool():
            return Sql(literal(value=value), Type.BOOL, value)
        case int() if -(2**63) <= value < 2**63:
            return Sql(whole_number(value), Type.NUMBER, value)
        case int() | Decimal():
            return Sql(exact_number(value), Type.NUMBER, value)
        case str() if "\0" in value:
            raise no_form(node, "\\0")
        case str():
            return Sql(literal(value, Text), Type.TEXT, value)
        case datetime():
            return Sql(literal(value.replace(tzinfo=None), DateTime), Type.TIMESTAMP, value)
        case date():
            return Sql(literal(value, Date), Type.DATE, value)
        case timedelta():
            return Sql(literal(value, Interval), Type.DURATION, value)
        case _:
            raise no_form(node, str(type(value).__name__))


def inside(document: ColumnElement[Any], path: str, node: Field) -> ColumnElement[Any]:
    """What stands at a path within JSON: a key that itself holds dots is found before the path it could be."""
    parts = path.split(".")
    if len(parts) > _MOST_SPLITS:
        raise no_form(node, path)
    found = func.jsonb_extract_path(document, parts[0], type_=JSONB)
    if len(parts) == 1:
        return found
    cases = []
    for end in range(len(parts), 1, -1):
        key = ".".join(parts[:end])
        whole = func.jsonb_extract_path(document, key, type_=JSONB)
        rest = ".".join(parts[end:])
        cases.append((func.jsonb_exists(document, key), inside(whole, rest, node) if rest else whole))
    return case(*cases, else_=inside(found, ".".join(parts[1:]), node))


def json_or_null(element: ColumnElement[Any]) -> ColumnElement[Any]:
    """JSON with its null as NULL."""
    return func.nullif(element, cast(literal("null", Text), JSONB), type_=JSONB)


def text_of(element: ColumnElement[Any]) -> ColumnElement[Any]:
    """A JSON value as text, without the quotes of a string."""
    return element.op("#>>", return_type=Text())(cast(literal([], ARRAY(Text)), ARRAY(Text)))


def known(found: Sql) -> ColumnElement[bool]:
    """Whether a value is not null."""
    element = json_or_null(found.element) if found.kind is Type.ANY else found.element
    return element.is_not(None)


def is_null(found: Sql) -> ColumnElement[bool]:
    """Whether a value is null; NULL for what no rule takes."""
    element = json_or_null(found.element) if found.kind is Type.ANY else found.element
    if found.stored is None:
        return element.is_(None)
    return case((found.stored.is_(None), literal(value=True)), (element.is_not(None), literal(value=False)))


def as_truth(found: Sql, node: Node) -> ColumnElement[bool]:
    """Whether a value counts as true, as in JsonLogic."""
    match found.kind:
        case Type.BOOL:
            return found.element
        case Type.NUMBER:
            return found.element != 0
        case Type.TEXT:
            return found.element != literal("", Text)
        case Type.LIST:
            return func.cardinality(found.element) > 0
        case Type.NULL:
            return literal(value=False)
        case Type.ANY:
            kind = func.jsonb_typeof(found.element)
            return case(
                (kind == "boolean", cast(found.element, Boolean)),
                (kind == "number", cast(found.element, Numeric) != 0),
                (kind == "string", text_of(found.element) != literal("", Text)),
                (kind == "array", func.jsonb_array_length(found.element) > 0),
                (kind == "object", literal(value=True)),
            )
        case Type.DATE | Type.TIMESTAMP | Type.DURATION:
            return case((found.element.is_not(None), literal(value=True)))
        case _:
            raise no_form(node, "!!")


def as_number(found: Sql, node: Node, *, loose: bool) -> ColumnElement[Any]:
    """A value as an exact number; with `loose` also the number that a text writes, and true as 1."""
    if found.kind is Type.NUMBER:
        return cast(found.element, Numeric)
    if loose and found.kind is Type.BOOL:
        return cast(cast(found.element, Integer), Numeric)
    if loose and isinstance(found.constant, str):
        number = read_number(found.constant)
        return exact_number(number) if number is not None else cast(null(), Numeric)
    if loose and found.kind is Type.TEXT:
        return case(*_number_cases(found.element))
    if found.kind is Type.ANY:
        return json_number(found.element, loose=loose)
    raise no_form(node, node.operator if isinstance(node, Call) else "number")


def json_number(element: ColumnElement[Any], *, loose: bool) -> ColumnElement[Any]:
    """A JSON value as an exact number, NULL where it is none."""
    kind = func.jsonb_typeof(element)
    cases: list[tuple[Any, Any]] = [(kind == "number", cast(element, Numeric))]
    if loose:
        cases.append((kind == "boolean", cast(cast(cast(element, Boolean), Integer), Numeric)))
        cases += [(and_(kind == "string", test), number) for test, number in _number_cases(text_of(element))]
    return case(*cases)


def _number_cases(text: ColumnElement[Any]) -> list[tuple[Any, Any]]:
    """The number that a text writes; a blank one writes 0."""
    return [
        (text.op("~", is_comparison=True)(_NUMBER_PATTERN), cast(text, Numeric)),
        (func.btrim(text, " \t\n\r\f\v") == "", cast(0, Numeric)),
    ]


def as_text(found: Sql, node: Node) -> ColumnElement[Any]:
    """A value that must be a text, else NULL."""
    if found.kind is Type.TEXT:
        return found.element
    if found.kind is Type.ANY:
        return case((func.jsonb_typeof(found.element) == "string", text_of(found.element)))
    raise no_form(node, node.operator if isinstance(node, Call) else "text")


def as_json(found: Sql) -> ColumnElement[Any]:
    """A value as JSON."""
    if found.kind is Type.ANY:
        return found.element
    return func.to_jsonb(found.element, type_=JSONB)


def no_form(node: Node, what: str) -> Unparsable:
    """What to raise about a part that has no SQL form."""
    return Unparsable(
        tr("“{part}” cannot be asked of the database here.", part=what.removeprefix("~")[:60]), node.place
    )
