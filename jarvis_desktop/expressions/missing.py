"""JsonLogic's `missing` and `missing_some`: which of some names have nothing behind them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.closures import called, known
from jarvis_desktop.expressions.names import is_name
from jarvis_desktop.expressions.paths import MISSING, Find, finder, lookup
from jarvis_desktop.expressions.tree import MAX_OPERATIONS, Call, Failed
from jarvis_desktop.expressions.values import UNSETTLED, Value, unsettled

if TYPE_CHECKING:
    from jarvis_desktop.expressions.budget import Budget
    from jarvis_desktop.expressions.building import Building
    from jarvis_desktop.expressions.closures import Closure, Record


def missing(_building: Building, node: Call, operands: list[Closure]) -> Closure:
    """JsonLogic's `missing`: those of the names at which nothing stands, or an empty text."""
    source, *named = operands
    base, running, where = called(source), [called(operand) for operand in named], node.place
    if all(map(known, named)):
        constants = [operand(None, None) for operand in named]
        search = _search(constants[0] if constants and isinstance(constants[0], list) else constants)
        if search is not None:
            return lambda record, budget: _nothing_at(search, base(record, budget))

    def run(record: Record, budget: Budget | None) -> Value:
        values = [operand(record, budget) for operand in running]
        names = values[0] if values and isinstance(values[0], list) else values
        return _absent(base(record, budget), names, where)

    return run


def missing_some(_building: Building, node: Call, operands: list[Closure]) -> Closure:
    """JsonLogic's `missing_some`: as `missing`, but nothing where at least so many of the names are there."""
    base, count, listed = map(called, operands)
    where = node.place
    if known(operands[1]) and known(operands[2]):
        enough, constants = count(None, None), listed(None, None)
        search = _search(constants) if type(enough) is int and isinstance(constants, list) else None
        if search is not None:
            most = len(search) - enough

            def found(record: Record, budget: Budget | None) -> Value:
                absent = _nothing_at(search, base(record, budget))
                return absent if len(absent) > most else []

            return found

    def run(record: Record, budget: Budget | None) -> Value:
        values = [count(record, budget), listed(record, budget)]
        lacking = unsettled(values)
        if lacking is not None:
            return lacking
        least, names = values
        if type(least) is not int or not isinstance(names, list):
            return Failed(tr("“missing_some” takes a number and a list of names."), where)
        absent = _absent(base(record, budget), names, where)
        return absent if isinstance(absent, Failed) or len(names) - len(absent) < least else []

    return run


def _search(names: list[Value]) -> list[tuple[Value, Find]] | None:
    """Names and how to find what stands there, or None where they are no names."""
    return [(name, finder(str(name))) for name in names] if all(map(is_name, names)) else None


def _nothing_at(search: list[tuple[Value, Find]], base: Value) -> list[Value]:
    held = {} if type(base) in UNSETTLED else base
    absent: list[Value] = []
    for name, find in search:
        value = find(held)
        # By identity and type: a value of a record may be of any class.
        if value is None or value is MISSING or (type(value) is str and not value):
            absent.append(name)
    return absent


def _absent(base: Value, names: list[Value], where: str) -> Value:
    lacking = unsettled(names)
    if lacking is not None:
        return lacking
    if len(names) > MAX_OPERATIONS or not all(is_name(name) for name in names):
        return Failed(tr("“missing” takes names of fields."), where)
    return _nothing_at([(name, partial(lookup, path=str(name))) for name in names], base)
