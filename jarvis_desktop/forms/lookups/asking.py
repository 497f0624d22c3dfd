"""What a source is asked for beside the values of a form, as a query over its table. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core import json_text, zone
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.choices import choice_text
from jarvis_desktop.forms.columns import json_value
from jarvis_desktop.forms.lookups.reading import FORM
from jarvis_desktop.forms.lookups.types import TODAY, Asked, OptionSource
from jarvis_desktop.forms.values import is_empty
from jarvis_desktop.tables.types import ColumnKind, Query

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jarvis_desktop.forms.types import FieldDefinition
    from jarvis_desktop.tables.types import TableInfo

_FROM, _TO = "effective_from", "effective_to"
"""Columns that say from which day on a row holds, and until when."""

_DAY = len("2026-01-31")
_NUMBERS = frozenset({ColumnKind.INTEGER, ColumnKind.DECIMAL})


class CannotAsk(ValueError):
    """The table cannot be asked as the source says; the message says why."""


def asked_of(field: FieldDefinition, record: Mapping[str, object]) -> Asked:
    """What a field asks its source for beside the values of a record."""
    assert field.source is not None
    return Asked(
        field.source, {key: record.get(key) for key in field.source.depends_on}, tuple(_values(record.get(field.key)))
    )


def waits_for(source: OptionSource, beside: Mapping[str, Any]) -> str:
    """The field without whose value nothing is offered, or ""."""
    return next((key for key in source.depends_on if is_empty(beside.get(key))), "")


def query_of(source: OptionSource, info: TableInfo, beside: Mapping[str, Any], text: str = "") -> Query:
    """The rows that a source offers beside the values of what it depends on, with `text` in what it searches.

    Raises CannotAsk.
    """
    for name in (source.value, source.label, *source.search, *source.equal, *(each.column for each in source.order)):
        if info.column(name) is None:
            raise CannotAsk(tr("“{table}” has no column “{name}”", table=info.label, name=name[:60]))
    parts = [_beside(json_text.loads(source.filter), beside)] if source.filter else []
    for key in source.equal:
        column = info.column(key)
        assert column is not None
        parts.append({"==": [{"var": key}, _of_kind(column.kind, json_value(beside[key]))]})
    if source.as_of:
        parts.extend(_valid_on(info, _day(source.as_of, beside)))
    rule = json_text.dumps(parts[0] if len(parts) == 1 else {"and": parts}) if parts else ""
    return Query(source.table, columns=source.search, sort=source.order, text=text, rule=rule)


def _beside(document: Any, values: Mapping[str, Any]) -> Any:
    """The rule with the values of the form in the places of its fields."""
    if isinstance(document, list):
        return [_beside(part, values) for part in document]
    if not isinstance(document, Mapping):
        return document
    named = document.get("var")
    path = named[0] if isinstance(named, list) and named else named
    if len(document) == 1 and isinstance(path, str) and path.startswith(FORM):
        found: Any = values
        for step in path.removeprefix(FORM).split("."):
            found = found.get(step) if isinstance(found, Mapping) else None
        return json_value(found)
    return {key: _beside(part, values) for key, part in document.items()}


def _valid_on(info: TableInfo, day: str) -> list[Any]:
    if info.column(_FROM) is None or info.column(_TO) is None:
        raise CannotAsk(tr("“{table}” does not say on which days its rows are valid", table=info.label))
    return [
        {"or": [{"==": [{"var": _FROM}, None]}, {"<=": [{"var": _FROM}, day]}]},
        {"or": [{"==": [{"var": _TO}, None]}, {">": [{"var": _TO}, day]}]},
    ]


def _day(as_of: str, beside: Mapping[str, Any]) -> str:
    if as_of == TODAY:
        return zone.now().date().isoformat()
    return str(json_value(beside[as_of]) if as_of in beside else as_of)[:_DAY]


def _of_kind(kind: ColumnKind, value: Any) -> Any:
    """A value of a form as a column of that kind has it: forms also keep keys as text."""
    if kind is ColumnKind.TEXT and isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return choice_text(value)
    if kind in _NUMBERS and isinstance(value, str) and value.strip().removeprefix("-").isdecimal():
        return int(value)
    return value


def _values(value: Any) -> Sequence[Any]:
    if isinstance(value, tuple):
        return value
    return () if value is None or value == "" else (value,)
