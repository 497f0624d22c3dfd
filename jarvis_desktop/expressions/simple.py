"""Reads the `simple` form: `{all|any|not: [...]}` of `{field, op, value}`."""

from __future__ import annotations

from collections.abc import Mapping

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.jsonlogic import is_name, parse_jsonlogic
from jarvis_desktop.expressions.tree import MAX_DEPTH, Call, Items, Literal, Node, Unparsable, Variable, step

_GROUPS: Mapping[str, str] = {"all": "and", "any": "or", "not": "!"}
_COMPARISONS: Mapping[str, str] = {
    "eq": "==",
    "ne": "!=",
    "lt": "<",
    "le": "<=",
    "gt": ">",
    "ge": ">=",
    "before": "<",
    "after": ">",
    "in": "in",
    "starts_with": "starts_with",
}
_OPERATORS = (*_COMPARISONS, "not_in", "between", "contains", "is_null", "is_not_null")


def is_simple(rule: object) -> bool:
    """Whether a rule is written in this form rather than in JsonLogic."""
    return isinstance(rule, Mapping) and (
        ("field" in rule and "op" in rule) or (len(rule) == 1 and bool(_GROUPS.keys() & rule))
    )


def parse_simple(rule: object, pointer: str = "", depth: int = 0) -> Node:
    """The tree of a `simple` rule; raises Unparsable with the place."""
    if depth > MAX_DEPTH:
        raise Unparsable(tr("The rule is nested more than {max_depth} levels deep.", max_depth=MAX_DEPTH), pointer)
    if not isinstance(rule, Mapping):
        raise Unparsable(
            tr("A condition is an object with “field”, “op” and “value”, or with “all”, “any” or “not”."), pointer
        )
    if "field" in rule:
        return _condition(rule, pointer)
    if len(rule) != 1 or not _GROUPS.keys() & rule:
        raise Unparsable(tr("A group has one key: “all”, “any” or “not”."), pointer)
    group, members = next(iter(rule.items()))
    place = step(pointer, group)
    listed = members if isinstance(members, (list, tuple)) else [members]
    if not listed:
        raise Unparsable(tr("“{group}” has no conditions.", group=group), place)
    nodes = tuple(parse_simple(member, step(place, i), depth + 1) for i, member in enumerate(listed))
    if group != "not":
        return Call(_GROUPS[group], nodes, place)
    return Call("!", (Call("and", nodes, place),), place)


def _condition(rule: Mapping[object, object], pointer: str) -> Node:
    field, operator = rule.get("field"), rule.get("op")
    if not isinstance(field, str) or not field or not is_name(field):
        raise Unparsable(tr("“field” names a field."), step(pointer, "field"))
    if not isinstance(operator, str) or operator not in _OPERATORS:
        raise Unparsable(
            tr(
                "“{operator}” is not a comparison. Known: {operators}.",
                operator=str(operator)[:40],
                operators=" ".join(_OPERATORS),
            ),
            step(pointer, "op"),
        )
    unknown = sorted(str(key) for key in rule if key not in ("field", "op", "value"))
    if unknown:
        raise Unparsable(tr("A condition has no “{unknown}”.", unknown=unknown[0]), pointer)
    variable = Variable(field)
    if operator in ("is_null", "is_not_null"):
        return Call("==" if operator == "is_null" else "!=", (variable, Literal(None)), pointer)
    if "value" not in rule:
        raise Unparsable(tr("“{operator}” needs a “value”.", operator=operator), pointer)
    return _comparison(operator, variable, _constant(rule["value"], step(pointer, "value")), pointer)


def _comparison(operator: str, variable: Variable, value: Node, pointer: str) -> Node:
    match operator:
        case "not_in":
            return Call("!", (Call("in", (variable, value), pointer),), pointer)
        case "contains":
            return Call("in", (value, variable), pointer)
        case "between":
            if not isinstance(value, Items) or len(value.items) != 2:
                raise Unparsable(tr("“between” takes a list of two values."), step(pointer, "value"))
            return Call("<=", (value.items[0], variable, value.items[1]), pointer)
        case _:
            return Call(_COMPARISONS[operator], (variable, value), pointer)


def _constant(value: object, pointer: str) -> Node:
    node = parse_jsonlogic(value, pointer) if not isinstance(value, Mapping) else None
    flat = isinstance(node, Literal) or (isinstance(node, Items) and all(isinstance(i, Literal) for i in node.items))
    if node is None or not flat:
        raise Unparsable(tr("“value” is a number, a text, true, false, null or a list of them."), pointer)
    return node
