"""The columns of any table, known by name and by what the server calls their type, as rules read them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ARRAY,
    BigInteger,
    Boolean,
    Date,
    DateTime,
    Float,
    Numeric,
    Text,
    cast,
    func,
    literal,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import JSONB

from jarvis_desktop.expressions.tree import Call, Field, ListOf, Literal, Node

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement
    from sqlalchemy.types import TypeEngine

    from jarvis_desktop.expressions.rules import Rule

_AS_THEY_ARE: Mapping[str, Callable[[], TypeEngine[Any]]] = MappingProxyType(
    {
        "bool": Boolean,
        "int2": BigInteger,
        "int4": BigInteger,
        "int8": BigInteger,
        "numeric": Numeric,
        "float4": Float,
        "float8": Float,
        "timestamp": DateTime,
        "timestamptz": lambda: DateTime(timezone=True),
        "date": Date,
        "jsonb": JSONB,
        "text": Text,
        "varchar": Text,
    }
)
_MADE: Mapping[str, Callable[[], TypeEngine[Any]]] = MappingProxyType({"json": JSONB, "money": Numeric})
_WHOLE = frozenset({"int2", "int4", "int8"})


def typed(element: ColumnElement[Any], type_name: str) -> ColumnElement[Any]:
    """A column as a rule takes it: as it stands where rules have its type, so that an index can answer, else as text.

    `type_name` is the server's (`pg_type.typname`): `_int4` is a list of `int4`.
    """
    if type_name.startswith("_"):
        of_numbers = type_name[1:] in _WHOLE
        return type_coerce(element, ARRAY(BigInteger)) if of_numbers else cast(element, ARRAY(Text))
    plain = _AS_THEY_ARE.get(type_name)
    return type_coerce(element, plain()) if plain is not None else cast(element, _MADE.get(type_name, Text)())


def present(now: str, today: str, day: date) -> dict[str, ColumnElement[Any]]:
    """What rules read of the time: the instant of the transaction under the name `now`, `day` under `today`."""
    return {now: func.now(type_=DateTime(timezone=True)), today: literal(day, Date)}


def texts_left(rule: Rule) -> Iterator[tuple[str, frozenset[str]]]:
    """Fields with texts, as far as a rule says so plainly: each row for which it holds has one of these there."""
    waiting: list[Node] = [rule.tree]
    while waiting:
        match waiting.pop():
            case Call(operator="and", operands=operands):
                waiting.extend(operands)
            case (
                Call(operator="==" | "~==", operands=(Field() as field, Literal(value=str(text))))
                | Call(operator="==" | "~==", operands=(Literal(value=str(text)), Field() as field))
            ) if _plain(field):
                yield field.path, frozenset((text,))
            case Call(operator="in" | "~in", operands=(Field() as field, ListOf(items=items))) if _plain(field):
                values = [item.value for item in items if isinstance(item, Literal)]
                texts = frozenset(value for value in values if isinstance(value, str))
                if len(values) == len(items) and all(isinstance(value, str) or value is None for value in values):
                    yield field.path, texts


def _plain(field: Field) -> bool:
    return field.default is None and not field.scope
