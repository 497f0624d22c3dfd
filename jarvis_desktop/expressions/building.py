"""Turns a tree into one function of a record: each node a closure over those of its operands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from jarvis_desktop.expressions.budget import Budget, OverBudget
from jarvis_desktop.expressions.closures import Closure, Constant, Record, called, general, known
from jarvis_desktop.expressions.macros import build_each
from jarvis_desktop.expressions.operators import MAKING
from jarvis_desktop.expressions.quick import QUICK
from jarvis_desktop.expressions.reading import field
from jarvis_desktop.expressions.special import SPECIAL
from jarvis_desktop.expressions.tree import Call, Each, Failed, Field, ListOf, Literal, MapOf, Node, nodes, reads
from jarvis_desktop.expressions.types import Type
from jarvis_desktop.expressions.values import UNSETTLED, Value

Watch: TypeAlias = Callable[[Node, Closure], Closure]

_SPECIAL = {**QUICK, **SPECIAL}
_UNFOLDED = frozenset({"matches", "replace", "split", "join"})
"""Operators that may be dear, or make much of little: not computed before a record asks for them."""

_LONG = frozenset(
    {"==", "!=", "<", "<=", ">", ">=", "in", "between", "~==", "~!=", "~<", "~<=", "~>", "~>=", "~in", "~<<", "~<=<="}
    | {"not_in", "contains", "starts_with", "ends_with", "matches", "before", "after"}
)
"""Operators that take the longer the larger the texts and lists are that a record holds."""
_FEW_LONG = 8


class Building:
    """What closures are built with.

    `fields` are the types of the record's fields, as far as they are known; `bound` holds the fields behind each name
    that a macro binds; `watch` wraps the closure of every node but constants,
    for a trace. `budgeted` says, after `build`, whether
    the cost of what was built depends on the record. `timed` has every operator that may take long look at the clock:
    for rules of more than a few such, which `many` then tells of.
    """

    __slots__ = ("_long", "bound", "budgeted", "fields", "timed", "watch")

    def __init__(
        self,
        fields: Mapping[str, Type] | None,
        watch: Watch | None = None,
        bound: Mapping[str, frozenset[str]] | None = None,
        *,
        timed: bool = False,
    ) -> None:
        self.fields = fields or {}
        self.watch = watch
        self.bound = bound or {}
        self.budgeted = self.timed = timed
        self._long = 0

    @property
    def many(self) -> bool:
        """Whether so many operators that may take long were built that together they may take too long."""
        return self._long > _FEW_LONG

    def long(self) -> None:
        """Count an operator that may take long."""
        self._long += 1

    def build(self, node: Node) -> Closure:
        """The closure of a node, a Constant where no record is needed to compute it (and nobody watches)."""
        closure = _BUILDERS[type(node)](self, node)
        return closure if self.watch is None or type(node) is Literal else self.watch(node, closure)

    def run(self, node: Node) -> Closure:
        """The closure of a node, to be called."""
        return called(self.build(node))

    def binding(self, name: str, fields: frozenset[str]) -> Building:
        """Within a macro that binds `name` to something read from `fields`."""
        return Building(self.fields, self.watch, {**self.bound, name: fields}, timed=True)

    def fields_of(self, node: Node) -> frozenset[str]:
        """The fields from which the value of a node comes, those behind bound names among them."""
        behind = (self.bound.get(each.scope, frozenset()) for each in nodes(node) if isinstance(each, Field))
        return reads(node).union(*behind)


def _literal(_building: Building, node: Literal) -> Closure:
    return Constant(node.value)


def _list(building: Building, node: ListOf) -> Closure:
    closures = [building.build(item) for item in node.items]
    if all(map(known, closures)):
        return Constant([closure.value for closure in closures if type(closure) is Constant])
    items = [called(closure) for closure in closures]

    def run(record: Record, budget: Budget | None) -> Value:
        values = [item(record, budget) for item in items]
        for value in values:
            if type(value) is Failed:
                return value
        return values

    return run


def _map(building: Building, node: MapOf) -> Closure:
    pairs = [(key, building.run(value)) for key, value in zip(node.keys, node.values, strict=True)]

    def run(record: Record, budget: Budget | None) -> Value:
        found = {key: value(record, budget) for key, value in pairs}
        return next((value for value in found.values() if type(value) is Failed), found)

    return run


def _call(building: Building, node: Call) -> Closure:
    operands = [building.build(operand) for operand in node.operands]
    name = node.operator
    special = _SPECIAL.get(name)
    if name in MAKING:
        building.budgeted = True
    closure = general(building, node, operands) if special is None else special(building, node, operands)
    for operand in operands:
        if type(operand) is not Constant:
            return _looking(building, closure) if name in _LONG else closure
    return closure if name in _UNFOLDED else _folded(closure)


def _looking(building: Building, closure: Closure) -> Closure:
    if not building.timed:
        building.long()
        return closure

    def run(record: Record, budget: Budget | None) -> Value:
        assert budget is not None
        budget.look()
        return closure(record, budget)

    return run


def _folded(closure: Closure) -> Closure:
    """A closure of constants as the constant it gives; itself where it fails, which is said when it is asked."""
    budget = Budget()
    try:
        value = closure(None, budget)
    except OverBudget:
        return closure
    return closure if type(value) in UNSETTLED or isinstance(value, Mapping) else Constant(value, budget.grown)


def _each(building: Building, node: Each) -> Closure:
    building.budgeted = True
    return build_each(building, node)


_BUILDERS: Mapping[type, Callable[[Building, Any], Closure]] = {
    Literal: _literal,
    Field: field,
    ListOf: _list,
    MapOf: _map,
    Call: _call,
    Each: _each,
}
