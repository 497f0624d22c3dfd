"""Writes a tree in the `simple` form, as JSON and as text: comparisons of fields with constants, `and`, `or`, `not`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from jarvis_desktop.expressions.printers.cel import number, quoted
from jarvis_desktop.expressions.printers.parts import json_value, unsayable
from jarvis_desktop.expressions.simple import COMPARISONS, NULL_TESTS
from jarvis_desktop.expressions.simple_text import WORDS
from jarvis_desktop.expressions.tree import Call, Field, ListOf, Literal, Node

_NAMES: Mapping[str, str] = {operator: name for name, operator in COMPARISONS.items()}
_LOOSE: Mapping[str, str] = {f"~{operator}": name for name, operator in COMPARISONS.items() if name != "contains"}
_TURNED: Mapping[str, str] = {"lt": "gt", "le": "ge", "gt": "lt", "ge": "le", "eq": "eq", "ne": "ne"}
_GROUPS: Mapping[str, str] = {"and": "all", "or": "any", "not": "not"}
_PLAIN = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)*")
_SIGNS: Mapping[str, str] = {
    "eq": "==", "ne": "!=", "lt": "<", "le": "<=", "gt": ">", "ge": ">=", "in": "in", "not_in": "not in",
    "contains": "contains", "starts_with": "starts with", "matches": "matches", "before": "before", "after": "after",
}  # fmt: skip
_NULLS: Mapping[str, str] = {"is_null": "is null", "is_not_null": "is not null"}


def write_simple(tree: Node) -> Any:
    """The rule as a JSON value; raises Unsayable."""
    if isinstance(tree, Literal) and isinstance(tree.value, bool):
        return tree.value
    if isinstance(tree, Call) and tree.operator in _GROUPS:
        return {_GROUPS[tree.operator]: [write_simple(operand) for operand in tree.operands]}
    field, name, value = condition(tree)
    return {"field": field, "op": name} if value is None else {"field": field, "op": name, "value": _json(value)}


def write_simple_text(tree: Node) -> str:
    """The rule as a text; raises Unsayable."""
    return _text(tree, 0)


def condition(node: Node) -> tuple[str, str, Node | None]:
    """A comparison as field, operator and constant (None where it takes none); raises Unsayable."""
    if not isinstance(node, Call):
        raise unsayable(node, str(getattr(node, "path", "")) or type(node).__name__)
    operands = node.operands
    if node.operator in NULL_TESTS:
        return _path(operands[0]), node.operator, None
    if node.operator == "between":
        return _path(operands[0]), "between", _constants(ListOf(operands[1:]))
    if node.operator == "~<=<=":
        return _path(operands[1]), "between", _constants(ListOf((operands[0], operands[2])))
    name = _NAMES.get(node.operator) or _LOOSE.get(node.operator)
    if name is None or len(operands) != 2:
        raise unsayable(node, node.operator)
    first, second = operands
    if name == "in" and isinstance(first, Literal) and isinstance(second, Field) and node.operator == "~in":
        return _path(second), "contains", first
    if isinstance(first, Literal) and isinstance(second, Field) and name in _TURNED:
        return _path(second), _TURNED[name], first
    return _path(first), name, _constants(second)


def _path(node: Node) -> str:
    if isinstance(node, Field) and node.path and not node.scope and node.default is None:
        return node.path
    raise unsayable(node, str(getattr(node, "operator", "")) or "var")


def _constants(node: Node) -> Node:
    if isinstance(node, Literal) or (
        isinstance(node, ListOf) and all(isinstance(item, Literal) for item in node.items)
    ):
        return node
    raise unsayable(node, str(getattr(node, "operator", "")) or str(getattr(node, "path", "")))


def _json(value: Node) -> Any:
    if isinstance(value, ListOf):
        return [_json(item) for item in value.items]
    assert isinstance(value, Literal)
    return json_value(value.value)


def _text(node: Node, around: int) -> str:
    if isinstance(node, Literal) and isinstance(node.value, bool):
        return "true" if node.value else "false"
    if not isinstance(node, Call) or node.operator not in _GROUPS:
        return _condition_text(node)
    if node.operator == "not":
        return f"not {_text(node.operands[0], 3)}"
    level = 1 if node.operator == "or" else 2
    text = f" {node.operator} ".join(_text(operand, level + 1) for operand in node.operands)
    return f"({text})" if level < around else text


def _condition_text(node: Node) -> str:
    field, name, value = condition(node)
    plain = _PLAIN.fullmatch(field) and field.split(".")[0].lower() not in WORDS
    if not plain and ("`" in field or "\n" in field):
        raise unsayable(node, field)
    shown = field if plain else f"`{field}`"
    if value is None:
        return f"{shown} {_NULLS[name]}"
    if name == "between":
        assert isinstance(value, ListOf)
        low, high = (_constant_text(item) for item in value.items)
        return f"{shown} between {low} and {high}"
    return f"{shown} {_SIGNS[name]} {_constant_text(value)}"


def _constant_text(node: Node) -> str:
    if isinstance(node, ListOf):
        return f"[{', '.join(_constant_text(item) for item in node.items)}]"
    assert isinstance(node, Literal)
    value = node.value
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    if isinstance(value, (date, timedelta)):
        value = json_value(value)
    return quoted(value) if isinstance(value, str) else number(value)
