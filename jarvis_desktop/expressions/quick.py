"""Comparisons and sums of two operands, decided at once where both are of the kinds that nearly all are.

Whatever else they are goes to the operator itself (`operators.py`), whose answers these are.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from jarvis_desktop.expressions.closures import Constant, applied, applied_to_two, called, general, known

if TYPE_CHECKING:
    from jarvis_desktop.expressions.budget import Budget
    from jarvis_desktop.expressions.building import Building
    from jarvis_desktop.expressions.closures import Closure, Record, Special
    from jarvis_desktop.expressions.tree import Call
    from jarvis_desktop.expressions.values import Value

_SMALL = 2**62
"""Whole numbers below it are added and multiplied without a look at how long they get."""

_NUMBERS = frozenset({int, Decimal})
_LIKE_THEMSELVES = frozenset({int, Decimal, str, bool})


def _ordered(building: Building, node: Call, operands: list[Closure], *, test: Callable[[Any, Any], bool]) -> Closure:
    if len(operands) != 2:
        return general(building, node, operands)
    first, otherwise = called(operands[0]), applied_to_two(node)
    bound = operands[1].value if type(operands[1]) is Constant and known(operands[1]) else None
    if type(bound) in _NUMBERS:

        def against_number(record: Record, budget: Budget | None) -> Value:
            value = first(record, budget)
            kind = type(value)
            if kind is int or kind is Decimal:
                return test(value, bound)
            return otherwise(value, bound)

        return against_number
    second = called(operands[1])

    def run(record: Record, budget: Budget | None) -> Value:
        value, other = first(record, budget), second(record, budget)
        kind = type(value)
        if kind is type(other) and (kind is int or kind is Decimal or kind is str):
            return test(value, other)
        return otherwise(value, other)

    return run


def _equals(building: Building, node: Call, operands: list[Closure], *, wanted: bool) -> Closure:
    if len(operands) != 2:
        return general(building, node, operands)
    first, otherwise = called(operands[0]), applied_to_two(node)
    same = operator.eq if wanted else operator.ne
    bound = operands[1].value if type(operands[1]) is Constant and known(operands[1]) else None
    if type(bound) is not bool and type(bound) in _LIKE_THEMSELVES:
        alike = type(bound)

        def against_constant(record: Record, budget: Budget | None) -> Value:
            value = first(record, budget)
            return same(value, bound) if type(value) is alike else otherwise(value, bound)

        return against_constant
    second = called(operands[1])

    def run(record: Record, budget: Budget | None) -> Value:
        value, other = first(record, budget), second(record, budget)
        kind = type(value)
        if kind is type(other) and kind in _LIKE_THEMSELVES:
            return same(value, other)
        return otherwise(value, other)

    return run


def _computed(building: Building, node: Call, operands: list[Closure], *, work: Callable[[int, int], int]) -> Closure:
    """A sum, difference or product; a text or list that “+” makes is counted."""
    if len(operands) != 2:
        return general(building, node, operands)
    first, second = map(called, operands)
    otherwise = _counted(applied_to_two(node)) if node.operator == "+" else None
    plain = applied_to_two(node)

    def run(record: Record, budget: Budget | None) -> Value:
        value, other = first(record, budget), second(record, budget)
        if type(value) is int and type(other) is int:
            found = work(value, other)
            if -_SMALL < found < _SMALL:
                return found
        return plain(value, other) if otherwise is None else otherwise(value, other, budget)

    return run


def _counted(apply: Callable[[Value, Value], Value]) -> Callable[[Value, Value, Budget | None], Value]:
    def run(first: Value, second: Value, budget: Budget | None) -> Value:
        value = apply(first, second)
        if type(value) in (str, list):
            assert budget is not None
            budget.grow(len(value))
        return value

    return run


def _divided(building: Building, node: Call, operands: list[Closure], *, rest: bool) -> Closure:
    """A remainder, or a quotient."""
    if len(operands) != 2:
        return general(building, node, operands)
    first, second = map(called, operands)
    otherwise = applied_to_two(node)

    def run(record: Record, budget: Budget | None) -> Value:
        value, other = first(record, budget), second(record, budget)
        if type(value) is int and type(other) is int and other > 0 and value >= 0:
            quotient, left = divmod(value, other)
            if rest:
                return left
            if left == 0:
                return quotient
        return otherwise(value, other)

    return run


def _truth(_building: Building, node: Call, operands: list[Closure], *, negated: bool) -> Closure:
    only, otherwise = called(operands[0]), applied(node)

    def run(record: Record, budget: Budget | None) -> Value:
        value = only(record, budget)
        if value is True or value is False:
            return value is not negated
        return otherwise(value)

    return run


_TESTS: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}

QUICK: Mapping[str, Special] = {
    **{f"{loose}{sign}": partial(_ordered, test=test) for loose in ("", "~") for sign, test in _TESTS.items()},
    **{f"{loose}==": partial(_equals, wanted=True) for loose in ("", "~")},
    **{f"{loose}!=": partial(_equals, wanted=False) for loose in ("", "~")},
    **{f"{loose}+": partial(_computed, work=operator.add) for loose in ("", "~")},
    **{f"{loose}-": partial(_computed, work=operator.sub) for loose in ("", "~")},
    **{f"{loose}*": partial(_computed, work=operator.mul) for loose in ("", "~")},
    **{f"{loose}/": partial(_divided, rest=False) for loose in ("", "~")},
    **{f"{loose}%": partial(_divided, rest=True) for loose in ("", "~")},
    "~bool": partial(_truth, negated=False),
    "~not": partial(_truth, negated=True),
}
"""Operators with a quick way, and how their closures are made."""
