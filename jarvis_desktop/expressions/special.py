"""Operators that do not want all of their operands decided: logic by Kleene's tables, choice, and questions about null.

False and unknown is false, true or unknown is true (Kleene, Introduction to Metamathematics, 1952, section 64). Failed
beats Undetermined unless another operand already decides; so it is in CEL for errors.

- `and`, `or`, `not`: of what is true or false (cel-spec, doc/langdef.md, “Logical Operators”). `~and`, `~or`: the first
  operand that decides, else the last (jsonlogic.com/operations.html, “Logic and Boolean Operations”).
- `if`, `~if`: the result behind the first condition that holds; unknown where that condition is.
- `is_null`, `is_not_null`: whether a field is null or missing; always decided. `missing`: which of some names have
  nothing behind them, `missing_some`: the same unless enough are there (jsonlogic.com/operations.html, “Data Access”).
- `between`, `~<=<=`: a value from a first to a last, both included; `~<<`: neither included.
- `index`, `~var`: what stands at a place of a list or map, or at a name that is computed; unknown where nothing does.
- `in`, `not_in`, `~in`: as in `operators.py` and `loose.py`, sooner where the list is constant.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.closures import Constant, applied_to_two, called, general, known
from jarvis_desktop.expressions.missing import missing, missing_some
from jarvis_desktop.expressions.names import is_name
from jarvis_desktop.expressions.operators import OPERATORS
from jarvis_desktop.expressions.paths import MISSING, lookup
from jarvis_desktop.expressions.tree import Call, Failed, Field, Undetermined, placed
from jarvis_desktop.expressions.values import UNSETTLED, Value, kind_name, normal, truth, unsettled

if TYPE_CHECKING:
    from jarvis_desktop.expressions.budget import Budget
    from jarvis_desktop.expressions.building import Building
    from jarvis_desktop.expressions.closures import Closure, Record, Special


def _logic(_building: Building, node: Call, operands: list[Closure], *, deciding: bool) -> Closure:
    """`and` (deciding: false) and `or` (deciding: true) of operands that are true or false."""
    running = [called(operand) for operand in operands]
    name, place = node.operator, node.place
    other = not deciding

    def join(values: list[Value]) -> Value:
        for at, value in enumerate(values):
            if type(value) not in (bool, Undetermined, Failed):
                values[at] = _no_truth(name, value, place)
        return unsettled(values) or other

    def run(record: Record, budget: Budget | None) -> Value:
        pending: list[Value] | None = None
        for operand in running:
            value = operand(record, budget)
            if value is deciding:
                return deciding
            if value is not other:
                if pending is None:
                    pending = []
                pending.append(value)
        return other if pending is None else join(pending)

    return run


def _loose_logic(_building: Building, _node: Call, operands: list[Closure], *, deciding: bool) -> Closure:
    """JsonLogic's `and` and `or`: the first operand that decides, else the last."""
    running = [called(operand) for operand in operands]

    def run(record: Record, budget: Budget | None) -> Value:
        values: list[Value] = []
        for operand in running:
            value = operand(record, budget)
            if type(value) not in UNSETTLED and truth(value) is deciding:
                return value
            values.append(value)
        return unsettled(values) or values[-1]

    return run


def _not(_building: Building, node: Call, operands: list[Closure]) -> Closure:
    operand, place = called(operands[0]), node.place

    def run(record: Record, budget: Budget | None) -> Value:
        value = operand(record, budget)
        if value is True:
            return False
        if value is False:
            return True
        return value if type(value) in UNSETTLED else _no_truth("not", value, place)

    return run


def _choice(_building: Building, node: Call, operands: list[Closure]) -> Closure:
    """`if`: conditions and results in turn, then perhaps what holds otherwise (else null)."""
    running = [called(operand) for operand in operands]
    branches = list(zip(running[0::2], running[1::2], strict=False))
    otherwise = running[-1] if len(running) % 2 else None
    loose, place = node.operator == "~if", node.place

    def run(record: Record, budget: Budget | None) -> Value:
        for condition, result in branches:
            value = condition(record, budget)
            if value is not True and value is not False:
                if type(value) in UNSETTLED:
                    return value
                if not loose:
                    return _no_truth("?:", value, place)
                value = truth(value)
            if value:
                return result(record, budget)
        return None if otherwise is None else otherwise(record, budget)

    return run


def _null_test(_building: Building, node: Call, operands: list[Closure], *, wanted: bool) -> Closure:
    """Whether something is null: decided for a field that is null or missing, and for what a macro binds."""
    operand = called(operands[0])
    asked = node.operands[0]
    decided = isinstance(asked, Field) or (isinstance(asked, Call) and asked.operator in ("index", "~var"))

    def run(record: Record, budget: Budget | None) -> Value:
        value = operand(record, budget)
        kind = type(value)
        if kind is Failed or (kind is Undetermined and not decided):
            return value
        return (value is None or kind is Undetermined) is wanted

    return run


def _index(building: Building, node: Call, operands: list[Closure]) -> Closure:
    """What a list or map holds at a place; where the record lacks it, that is unknown, as for a field."""
    place, key = map(called, operands)
    fields, where = building.fields_of(node.operands[0]), node.place
    look = OPERATORS["index"]

    def run(record: Record, budget: Budget | None) -> Value:
        values = [place(record, budget), key(record, budget)]
        value = unsettled(values)
        if value is None:
            value = look(*values)
            if value is None:
                value = Undetermined(fields) if fields else Failed(tr("there is nothing at this place"))
        return placed(value, where) if type(value) is Failed else value

    return run


def _computed_name(_building: Building, node: Call, operands: list[Closure]) -> Closure:
    """JsonLogic's `var` whose name is computed: the place it is read from, the name, and perhaps a default."""
    source, name, *rest = map(called, operands)
    where = node.place

    def run(record: Record, budget: Budget | None) -> Value:
        base, path = source(record, budget), name(record, budget)
        if type(path) in UNSETTLED:
            return path
        if path is None or path == "":
            return base
        if not is_name(path):
            return Failed(tr("“var” takes the name of a field."), where)
        found = MISSING if type(base) in UNSETTLED else lookup(base, str(path))
        if found is None or found is MISSING:
            return rest[0](record, budget) if rest else Undetermined(frozenset({str(path)}))
        value = normal(found)
        return placed(value, where) if type(value) is Failed else value

    return run


def _between(_building: Building, node: Call, operands: list[Closure]) -> Closure:
    """Two comparisons with one value between, joined by `and`."""
    strict = node.operator == "between"
    running = [called(operand) for operand in operands]
    value, low, high = running if strict else (running[1], running[0], running[2])
    compare = applied_to_two(Call({"between": "<=", "~<<": "~<", "~<=<=": "~<="}[node.operator], (), node.place))

    def run(record: Record, budget: Budget | None) -> Value:
        middle = value(record, budget)
        first = compare(low(record, budget), middle)
        if first is False:
            return False
        second = compare(middle, high(record, budget))
        return second if second is False else unsettled((first, second)) or True

    return run


def _no_truth(name: str, value: Value, place: str) -> Failed:
    return placed(
        Failed(tr("“{operator}” takes true or false, and here is {kind}", operator=name, kind=kind_name(value))), place
    )


def _one_of(building: Building, node: Call, operands: list[Closure]) -> Closure:
    """`in` a list of constants: texts and whole numbers are looked up, not compared one by one."""
    items = operands[1].value if type(operands[1]) is Constant and known(operands[1]) else None
    if type(items) is not list or not items or any(type(item) not in (str, int) for item in items):
        return general(building, node, operands)
    texts = frozenset(item for item in items if type(item) is str)
    wholes = frozenset(item for item in items if type(item) is int)
    first, apply = called(operands[0]), applied_to_two(node)
    wanted = node.operator != "not_in"

    def run(record: Record, budget: Budget | None) -> Value:
        value = first(record, budget)
        kind = type(value)
        if kind is str:
            return (value in texts) is wanted
        if kind is int:
            return (value in wholes) is wanted
        return apply(value, items)

    return run


SPECIAL: Mapping[str, Special] = {
    "and": partial(_logic, deciding=False),
    "or": partial(_logic, deciding=True),
    "~and": partial(_loose_logic, deciding=False),
    "~or": partial(_loose_logic, deciding=True),
    "not": _not,
    "if": _choice,
    "~if": _choice,
    "is_null": partial(_null_test, wanted=True),
    "is_not_null": partial(_null_test, wanted=False),
    "index": _index,
    "in": _one_of,
    "not_in": _one_of,
    "~in": _one_of,
    "between": _between,
    "~<<": _between,
    "~<=<=": _between,
    "~var": _computed_name,
    "missing": missing,
    "missing_some": missing_some,
}
