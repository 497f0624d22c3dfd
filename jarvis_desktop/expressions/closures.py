"""What every closure is made of: constants, and operators applied to what their operands give.

A closure takes the record and the budget (None for a rule that can neither loop nor grow, whose cost is the number of
its nodes) and gives a value. It never raises but OverBudget and what a hostile object in the record raises.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeAlias

from jarvis_desktop.expressions.budget import Budget
from jarvis_desktop.expressions.operators import MAKING, OPERATORS
from jarvis_desktop.expressions.tree import Call, Failed, placed
from jarvis_desktop.expressions.values import UNSETTLED, Value, unsettled

if TYPE_CHECKING:
    from jarvis_desktop.expressions.building import Building

Record: TypeAlias = Any
Closure: TypeAlias = Callable[[Record, "Budget | None"], Value]
Special: TypeAlias = Callable[["Building", Call, list[Closure]], Closure]
"""Makes the closure of an operator from those of its operands."""


class Constant:
    """The closure of what is the same for every record: its value, and the characters and items it takes to make it."""

    __slots__ = ("growth", "value")

    def __init__(self, value: Value, growth: int = 0) -> None:
        self.value = value
        self.growth = growth

    def __call__(self, _record: Record, budget: Budget | None) -> Value:
        """The value; a list is made anew, since whoever asked may write in it."""
        if self.growth:
            assert budget is not None
            budget.grow(self.growth)
        return _fresh(self.value) if type(self.value) is list else self.value

    def called(self) -> Closure:
        """The same as a function, which is called faster."""
        value = self.value
        return self.__call__ if self.growth or type(value) is list else lambda _record, _budget: value


def called(closure: Closure) -> Closure:
    """A closure as what is called fastest."""
    return closure.called() if type(closure) is Constant else closure


def known(closure: Closure) -> bool:
    """Whether a closure is a constant that takes nothing to make."""
    return type(closure) is Constant and not closure.growth


def _fresh(value: Value) -> Value:
    return [_fresh(item) for item in value] if type(value) is list else value


def general(_building: Building, node: Call, operands: list[Closure]) -> Closure:
    """The closure of an operator that wants all of its operands decided."""
    running = [called(operand) for operand in operands]
    making = node.operator in MAKING
    if len(running) == 1 and not making:
        (only,), apply_one = running, applied(node)
        return lambda record, budget: apply_one(only(record, budget))
    if len(running) == 2 and not making:
        (first, second), apply_two = running, applied_to_two(node)
        return lambda record, budget: apply_two(first(record, budget), second(record, budget))
    apply = applied(node)
    if not making:
        return lambda record, budget: apply(*[operand(record, budget) for operand in running])

    def run(record: Record, budget: Budget | None) -> Value:
        value = apply(*[operand(record, budget) for operand in running])
        if type(value) in (str, list):
            assert budget is not None
            budget.grow(len(value))
        return value

    return run


def applied(node: Call) -> Callable[..., Value]:
    """The operator of `node` as a function of its operands' values."""
    operation, place = OPERATORS[node.operator], node.place

    def apply(*values: Value) -> Value:
        for value in values:
            if type(value) in UNSETTLED:
                return unsettled(values)
        value = operation(*values)
        return placed(value, place) if type(value) is Failed else value

    return apply


def applied_to_two(node: Call) -> Callable[[Value, Value], Value]:
    """As `applied`, for two operands."""
    operation, place = OPERATORS[node.operator], node.place

    def apply(first: Value, second: Value) -> Value:
        if type(first) in UNSETTLED or type(second) in UNSETTLED:
            return unsettled((first, second))
        value = operation(first, second)
        return placed(value, place) if type(value) is Failed else value

    return apply
