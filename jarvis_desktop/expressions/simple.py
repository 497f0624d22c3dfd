"""Reads the `simple` form as JSON: `{all|any|not: [...]}` of `{field, op, value}`."""

from __future__ import annotations

from collections.abc import Mapping

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.jsonlogic import literal
from jarvis_desktop.expressions.names import is_name
from jarvis_desktop.expressions.tree import (
    MAX_DEPTH,
    MAX_OPERATIONS,
    Call,
    Field,
    ListOf,
    Literal,
    Node,
    Unparsable,
    step,
)

GROUPS: Mapping[str, str] = {"all": "and", "any": "or", "not": "not"}
COMPARISONS: Mapping[str, str] = {
    "eq": "==",
    "ne": "!=",
    "lt": "<",
    "le": "<=",
    "gt": ">",
    "ge": ">=",
    "before": "before",
    "after": "after",
    "in": "in",
    "not_in": "not_in",
    "between": "between",
    "contains": "contains",
    "starts_with": "starts_with",
    "matches": "matches",
}
"""Comparisons that take a value, by the operator of the tree."""

NULL_TESTS = ("is_null", "is_not_null")


def is_simple(rule: object) -> bool:
    """Whether a rule is written in this form rather than in JsonLogic."""
    return isinstance(rule, Mapping) and (
        ("field" in rule and "op" in rule) or (len(rule) == 1 and bool(GROUPS.keys() & rule))
    )


class SimpleParser:
    """Reads one rule; counts its nodes."""

    def __init__(self) -> None:
        self._nodes = 0

    def parse(self, rule: object, place: str = "", depth: int = 0) -> Node:
        """The tree of a `simple` rule; raises Unparsable with the place."""
        self._nodes += 1
        if depth > MAX_DEPTH:
            raise Unparsable(tr("The rule is nested more than {max_depth} levels deep.", max_depth=MAX_DEPTH), place)
        if self._nodes > MAX_OPERATIONS:
            raise Unparsable(tr("The rule has more than {most} parts.", most=f"{MAX_OPERATIONS:,}"), place)
        if isinstance(rule, bool):
            return Literal(rule, place)
        if not isinstance(rule, Mapping):
            raise Unparsable(
                tr("A condition is an object with “field”, “op” and “value”, or with “all”, “any” or “not”."), place
            )
        if "field" in rule:
            return self._condition(rule, place)
        if len(rule) != 1 or not GROUPS.keys() & rule:
            raise Unparsable(tr("A group has one key: “all”, “any” or “not”."), place)
        group, members = next(iter(rule.items()))
        return self._group(group, members, step(place, group), depth)

    def _group(self, group: str, members: object, place: str, depth: int) -> Node:
        listed = members if isinstance(members, (list, tuple)) else [members]
        if not listed:
            raise Unparsable(tr("“{group}” has no conditions.", group=group), place)
        nodes = tuple(self.parse(member, step(place, at), depth + 1) for at, member in enumerate(listed))
        if group != "not":
            return Call(GROUPS[group], nodes, place)
        return Call("not", nodes if len(nodes) == 1 else (Call("and", nodes, place),), place)

    def _condition(self, rule: Mapping[object, object], place: str) -> Node:
        field, operator = rule.get("field"), rule.get("op")
        if not isinstance(field, str) or not field or not is_name(field):
            raise Unparsable(tr("“field” names a field."), step(place, "field"))
        if not isinstance(operator, str) or (operator not in COMPARISONS and operator not in NULL_TESTS):
            known = " ".join([*COMPARISONS, *NULL_TESTS])
            raise Unparsable(
                tr(
                    "“{operator}” is not a comparison. Known: {operators}.",
                    operator=str(operator)[:40],
                    operators=known,
                ),
                step(place, "op"),
            )
        unknown = sorted(str(key) for key in rule if key not in ("field", "op", "value"))
        if unknown:
            raise Unparsable(tr("A condition has no “{unknown}”.", unknown=unknown[0][:40]), place)
        read = Field(field, place=step(place, "field"))
        if operator in NULL_TESTS:
            return Call(operator, (read,), place)
        if "value" not in rule:
            raise Unparsable(tr("“{operator}” needs a “value”.", operator=operator), place)
        return comparison(operator, read, self._constant(rule["value"], step(place, "value")), place)

    def _constant(self, value: object, place: str) -> Literal | ListOf:
        if isinstance(value, (list, tuple)):
            self._nodes += len(value)
            if self._nodes > MAX_OPERATIONS:
                raise Unparsable(tr("The rule has more than {most} parts.", most=f"{MAX_OPERATIONS:,}"), place)
            return ListOf(tuple(_single(item, step(place, at)) for at, item in enumerate(value)), place)
        return _single(value, place)


def comparison(operator: str, read: Field, value: Literal | ListOf, place: str) -> Node:
    """A comparison of a field with a constant; raises Unparsable where the constant does not fit it."""
    if isinstance(value, ListOf):
        if operator == "between" and len(value.items) == 2:
            return Call("between", (read, *value.items), place)
        if operator not in ("in", "not_in"):
            raise _unfit(operator, place)
    elif operator in ("in", "not_in", "between"):
        raise _unfit(operator, place)
    elif value.value is None and operator in ("eq", "ne"):
        return Call("is_null" if operator == "eq" else "is_not_null", (read,), place)
    return Call(COMPARISONS[operator], (read, value), place)


def _unfit(operator: str, place: str) -> Unparsable:
    if operator == "between":
        reason = tr("“between” takes a list of two values.")
    elif operator in ("in", "not_in"):
        reason = tr("“{operator}” takes a list of values.", operator=operator)
    else:
        reason = tr("“{operator}” takes one value, not a list.", operator=operator)
    return Unparsable(reason, place if place.startswith("@") else step(place, "value"))


def _single(value: object, place: str) -> Literal:
    if isinstance(value, (list, tuple, Mapping)):
        raise Unparsable(tr("“value” is a number, a text, true, false, null or a list of them."), place)
    return literal(value, place)
