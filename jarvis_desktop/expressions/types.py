"""The types of fields and of what rules make of them, and how a stored value becomes one of its field's type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from jarvis_desktop.core.durations import read_duration
from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.moments import instant, read_moment
from jarvis_desktop.expressions.numbers import number_text, read_number
from jarvis_desktop.expressions.tree import Failed
from jarvis_desktop.expressions.values import Value, kind_name


class Type(StrEnum):
    """What kind of value an expression gives; ANY where that is not known before."""

    ANY = "any"
    NULL = "null"
    BOOL = "bool"
    NUMBER = "number"
    TEXT = "text"
    DATE = "date"
    TIMESTAMP = "timestamp"
    DURATION = "duration"
    LIST = "list"
    MAP = "map"


MOMENTS = frozenset({Type.DATE, Type.TIMESTAMP})

_BY_NAME: Mapping[Type, str] = {
    Type.TEXT: "textarea markdown email url tel password color uuid code string",
    Type.NUMBER: "integer decimal currency percent range rating",
    Type.TIMESTAMP: "datetime",
    Type.BOOL: "toggle checkbox boolean",
    Type.LIST: "multiselect tags lookup_many repeat",
    Type.MAP: "address",
    Type.ANY: "json select radio lookup file image computed",
}
_TYPES: Mapping[str, Type] = {
    **{name: kind for kind, names in _BY_NAME.items() for name in names.split()},
    **{kind.value: kind for kind in Type if kind is not Type.NULL},
}


def field_type(name: str) -> Type:
    """The type of a field by its `field_type` or by the name of a Type; else ANY."""
    return _TYPES.get(name, Type.ANY)


def _number(value: Value) -> Value:
    if type(value) in (int, Decimal):
        return value
    if isinstance(value, str):
        return read_number(value) if value.strip() else None
    return None


def _text(value: Value) -> Value:
    if isinstance(value, str):
        return value
    return number_text(value) if type(value) in (int, Decimal) else None


def _date(value: Value) -> Value:
    found = read_moment(value.strip()) if isinstance(value, str) else value
    return found.date() if isinstance(found, datetime) else found if isinstance(found, date) else None


def _timestamp(value: Value) -> Value:
    found = read_moment(value.strip()) if isinstance(value, str) else value
    return instant(found) if isinstance(found, date) else None


def _duration(value: Value) -> Value:
    found = read_duration(value.strip()) if isinstance(value, str) else value
    return found if isinstance(found, timedelta) else None


_READ: Mapping[Type, Callable[[Value], Value]] = {
    Type.BOOL: lambda value: value if isinstance(value, bool) else None,
    Type.NUMBER: _number,
    Type.TEXT: _text,
    Type.DATE: _date,
    Type.TIMESTAMP: _timestamp,
    Type.DURATION: _duration,
    Type.LIST: lambda value: value if isinstance(value, list) else [value],
}


FITTING: Mapping[Type, frozenset[type]] = {
    Type.BOOL: frozenset({bool}),
    Type.NUMBER: frozenset({int}),
    Type.TEXT: frozenset({str}),
}
"""Classes whose values are of a type as they are; texts may still be no valid Unicode."""


def converter(field: str, kind: Type) -> Callable[[Value], Value] | None:
    """Makes a stored value one of the field's type: None for a blank text in a field of another type, else Failed."""
    if kind not in _READ:
        return None
    read = _READ[kind]

    def convert(value: Value) -> Value:
        if type(value) is Failed:
            return value
        found = read(value)
        if found is not None:
            return found
        if isinstance(value, str) and not value.strip():
            return None
        return Failed(
            tr(
                "the field “{field}” is {wanted}, and here is {kind}",
                field=field[:60],
                wanted=type_name(kind),
                kind=kind_name(value),
            )
        )

    return convert


def type_name(kind: Type) -> str:
    """A type in words: “a number”."""
    match kind:
        case Type.BOOL:
            return tr("true or false")
        case Type.NUMBER:
            return tr("a number")
        case Type.TEXT:
            return tr("a text")
        case Type.DATE:
            return tr("a date")
        case Type.TIMESTAMP:
            return tr("a point in time")
        case Type.DURATION:
            return tr("a duration")
        case Type.LIST:
            return tr("a list")
        case Type.MAP:
            return tr("an object")
        case Type.NULL:
            return tr("nothing")
        case Type.ANY:
            return tr("anything")
