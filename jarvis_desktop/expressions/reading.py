"""Closures that read: a field of the record, or what a macro has bound to a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.expressions.paths import MISSING, finder, lookup
from jarvis_desktop.expressions.tree import Failed, Field, Undetermined, placed
from jarvis_desktop.expressions.types import FITTING, converter
from jarvis_desktop.expressions.values import UNSETTLED, Value, normal

if TYPE_CHECKING:
    from jarvis_desktop.expressions.budget import Budget
    from jarvis_desktop.expressions.building import Building
    from jarvis_desktop.expressions.closures import Closure, Record

_FIT: frozenset[type] = frozenset({int, bool, str, list, dict})
_NONE: frozenset[type] = frozenset()


def field(building: Building, node: Field) -> Closure:
    """The closure of a field: its value as one of its type, its default or Undetermined where nothing is."""
    default = building.run(node.default) if node.default is not None else None
    if node.scope:
        return _bound(node, building.bound.get(node.scope, frozenset()), default)
    path, place = node.path, node.place
    unknown = Undetermined(frozenset((path,)))
    wanted = building.fields.get(path)
    convert = None if wanted is None else converter(path, wanted)
    # What needs no conversion, as most values do; numbers that are Decimal may not be finite.
    fit = _FIT if wanted is None or convert is None else FITTING.get(wanted, _NONE)

    def settle(value: Value, record: Record, budget: Budget | None) -> Value:
        if value is not None and value is not MISSING:
            value = normal(value)
            if convert is not None:
                value = convert(value)
        if value is None or value is MISSING:
            return unknown if default is None else default(record, budget)
        return placed(value, place) if type(value) is Failed else value

    if not path or "." in path:
        find = finder(path)

        def read_deep(record: Record, budget: Budget | None) -> Value:
            value = find(record)
            kind = type(value)
            if kind in fit and (kind is not str or value.isascii()):
                return value
            return settle(value, record, budget)

        return read_deep

    def read(record: Record, budget: Budget | None) -> Value:
        value: Value = record.get(path) if type(record) is dict else lookup(record, path)
        kind = type(value)
        if kind in fit and (kind is not str or value.isascii()):
            return value
        return settle(value, record, budget)

    return read


def _bound(node: Field, fields: frozenset[str], default: Closure | None) -> Closure:
    name, path, place = node.scope, node.path, node.place
    unknown = Undetermined(fields)
    find = finder(path)

    def settle(value: Value, record: Record, budget: Budget) -> Value:
        if value is None or value is MISSING:
            return unknown if default is None else default(record, budget)
        if type(value) in UNSETTLED:
            return value if default is None or type(value) is Failed else default(record, budget)
        value = normal(value)
        return placed(value, place) if type(value) is Failed else value

    def read(record: Record, budget: Budget | None) -> Value:
        assert budget is not None
        value = budget.bound[name]
        kind = type(value)
        if kind in _FIT and (kind is not str or value.isascii()):
            return value
        return settle(value, record, budget)

    plain = "." not in path

    def read_within(record: Record, budget: Budget | None) -> Value:
        assert budget is not None
        item = budget.bound[name]
        if plain and type(item) is dict:
            value: Value = item.get(path)
        else:
            value = item if type(item) in UNSETTLED else find(item)
        kind = type(value)
        if kind in _FIT and (kind is not str or value.isascii()):
            return value
        return settle(value, record, budget)

    return read_within if path else read
