"""Macros: an expression computed for each item of a list (of a map: for each key), by Kleene's tables.

`all exists exists_one map filter` as in CEL (cel-spec, doc/langdef.md, “Macros”), where neither an unknown nor a failed
item matters that the others decide; `every none reduce` as in JsonLogic. One that runs over nothing that could be
listed is Failed, but for JsonLogic's null, which is as an empty list.

- `all`, `exists`, `exists_one`: whether the body holds for every item, for one at least, for exactly one; `every` is
  JsonLogic's `all`, false for no items; `none` the opposite of `exists` (jsonlogic.com/operations.html, “Array
  Operations”).
- `map`: the body's value for each item; `filter`: the items for which it holds; `reduce`: the body computed for each
  item with what it gave before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.budget import OverBudget
from jarvis_desktop.expressions.tree import ACCUMULATOR, Each, Failed, Undetermined, nodes, placed
from jarvis_desktop.expressions.values import UNSETTLED, Value, kind_name, normal, truth, unsettled

if TYPE_CHECKING:
    from jarvis_desktop.expressions.budget import Budget
    from jarvis_desktop.expressions.building import Building
    from jarvis_desktop.expressions.closures import Closure, Record

Ask: TypeAlias = Callable[[Value], Value]
"""What the body makes of an item."""


def build_each(building: Building, node: Each) -> Closure:
    """The closure of a macro."""
    source = building.run(node.source)
    fields = building.fields_of(node.source)
    inner = building.binding(node.name, fields)
    start = building.run(node.start) if node.start is not None else None
    if start is not None:
        inner = inner.binding(ACCUMULATOR, fields)
    body = inner.run(node.body)
    cost, place, name = sum(1 for _ in nodes(node.body)), node.place, node.name
    unknown = Undetermined(fields)
    decide = _deciding(node, body, cost, unknown) if node.kind in _DECIDING else None
    gather = _GATHER.get(node.kind)

    def run(record: Record, budget: Budget | None) -> Value:
        assert budget is not None
        listed = source(record, budget)
        if type(listed) in UNSETTLED:
            return listed
        items = listed if type(listed) is list else _items(listed)
        if items is None:
            return placed(Failed(tr("only a list has items, and here is {kind}", kind=kind_name(listed))), place)
        bound = budget.bound
        outer, outer_made = bound.get(name), bound.get(ACCUMULATOR)

        def ask(item: Value) -> Value:
            budget.left = left = budget.left - cost
            if left < budget.watched:
                budget.watch()
            bound[name] = unknown if item is None else item
            return body(record, budget)

        try:
            if decide is not None:
                value = decide(items, record, budget)
            elif gather is not None:
                value = gather(items, ask)
            else:
                assert start is not None
                value = start(record, budget)
                for item in items:
                    bound[ACCUMULATOR] = value
                    value = ask(item)
        except OverBudget as over:
            over.failed = placed(over.failed, place)  # the innermost macro tells where
            raise
        bound[name], bound[ACCUMULATOR] = outer, outer_made
        if type(value) is list:
            budget.grow(len(value))
        return placed(value, place) if type(value) is Failed else value

    return run


def _items(listed: Value) -> list[Value] | None:
    if isinstance(listed, list):
        return listed
    if isinstance(listed, Mapping):
        return list(listed)
    return [] if listed is None else None


def _deciding(
    node: Each, body: Closure, cost: int, unknown: Undetermined
) -> Callable[[list[Value], Record, Budget], Value]:
    """Whether the body holds for all, one or none of the items: one of them may decide.

    A loop of its own, without a call for each item, since these are most of the macros that rules have.
    """
    name = node.name
    deciding = node.kind in ("exists", "none")
    decided = node.kind == "exists"
    of_nothing = node.kind in ("all", "none")

    def decide(items: list[Value], record: Record, budget: Budget) -> Value:
        bound = budget.bound
        pending: list[Value] | None = None
        for item in items:
            budget.left = left = budget.left - cost
            if left < budget.watched:
                budget.watch()
            bound[name] = unknown if item is None else item
            value = body(record, budget)
            if value is not True and value is not False:
                if type(value) in UNSETTLED:
                    pending = [] if pending is None else pending
                    pending.append(value)
                    continue
                value = truth(value)
            if value is deciding:
                return decided
        if pending is not None:
            return unsettled(pending)
        return not decided if items else of_nothing

    return decide


def _one(items: list[Value], ask: Ask) -> Value:
    pending: list[Value] = []
    count = 0
    for item in items:
        value = ask(item)
        if type(value) in UNSETTLED:
            pending.append(value)
        else:
            count += truth(value)
    failed = next((value for value in pending if type(value) is Failed), None)
    if failed is not None:
        return failed
    return False if count > 1 else unsettled(pending) or count == 1


def _map(items: list[Value], ask: Ask) -> Value:
    values = [ask(item) for item in items]
    for value in values:
        if type(value) is Failed:
            return value
    return values


def _filter(items: list[Value], ask: Ask) -> Value:
    kept: list[Value] = []
    pending: list[Value] = []
    for item in items:
        value = ask(item)
        if type(value) in UNSETTLED:
            pending.append(value)
        elif truth(value):
            kept.append(item if type(item) in UNSETTLED else normal(item))
    return unsettled(pending) or kept


_DECIDING = frozenset({"all", "every", "exists", "none"})
_GATHER: Mapping[str, Callable[[list[Value], Ask], Value]] = {
    "exists_one": _one,
    "map": _map,
    "filter": _filter,
}
