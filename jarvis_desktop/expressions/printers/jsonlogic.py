"""Writes a tree as JsonLogic.

What is strict there is written with the JsonLogic operator that does the same to values of the kinds meant: `<` of two
numbers, `===` for equality. JsonLogic has no functions on dates and few on texts; trees with such are not sayable.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jarvis_desktop.expressions.printers.parts import json_value, unsayable
from jarvis_desktop.expressions.tree import ACCUMULATOR, Call, Each, Field, ListOf, Literal, MapOf, Node

_SAME: Mapping[str, str] = {
    "==": "===",
    "!=": "!==",
    "~<<": "<",
    "~<=<=": "<=",
    "~not": "!",
    "~bool": "!!",
    "not": "!",
    "before": "<",
    "after": ">",
    "negate": "-",
}
_DIRECT = frozenset({"and", "or", "if", "<", "<=", ">", ">=", "-", "*", "/", "%", "in"})
_SAYABLE = frozenset(
    {"~==", "~!=", "~<", "~<=", "~>", "~>=", "~in", "~and", "~or", "~if", "~+", "~*", "~-", "~/", "~%"}
    | {"~max", "~min", "~cat", "~substr", "~merge", "~log"}
)
_EACH: Mapping[str, str] = {"map": "map", "filter": "filter", "every": "all", "exists": "some", "none": "none"}


def write_jsonlogic(tree: Node) -> Any:
    """The JSON value of the rule; raises Unsayable."""
    return _Writer().write(tree, ())


class _Writer:
    def write(self, node: Node, scopes: tuple[str, ...]) -> Any:
        match node:
            case Literal(value=value):
                return json_value(value)
            case ListOf(items=items):
                return [self.write(item, scopes) for item in items]
            case MapOf(keys=()):
                return {}
            case MapOf(keys=keys) if keys == ("current", "accumulator"):
                return {"var": ""}
            case MapOf():
                raise unsayable(node, "{}")
            case Field():
                return self._field(node, scopes)
            case Each():
                return self._each(node, scopes)
            case Call():
                return self._call(node, scopes)

    def _field(self, node: Field, scopes: tuple[str, ...]) -> Any:
        path = self._path(node, scopes)
        return {"var": path} if node.default is None else {"var": [path, self.write(node.default, scopes)]}

    def _path(self, node: Field, scopes: tuple[str, ...]) -> str:
        """The name as it reads there: within a macro nothing but the item can be read."""
        if not scopes and not node.scope:
            return node.path
        if not scopes or node.scope not in scopes[-1].split():
            raise unsayable(node, node.path or node.scope)
        if ACCUMULATOR not in scopes[-1].split():
            return node.path
        head = "accumulator" if node.scope == ACCUMULATOR else "current"
        return f"{head}.{node.path}" if node.path else head

    def _each(self, node: Each, scopes: tuple[str, ...]) -> Any:
        source = self.write(node.source, scopes)
        inner = (*scopes, node.name if node.start is None else f"{node.name} {ACCUMULATOR}")
        body = self.write(node.body, inner)
        if node.kind == "reduce":
            assert node.start is not None
            return {"reduce": [source, body, self.write(node.start, scopes)]}
        if node.kind == "all":
            return {"none": [source, {"!": [body]}]}
        if node.kind not in _EACH:
            raise unsayable(node, node.kind)
        return {_EACH[node.kind]: [source, body]}

    def _call(self, node: Call, scopes: tuple[str, ...]) -> Any:
        name = node.operator
        if name in ("missing", "missing_some"):
            return {name: [self.write(operand, scopes) for operand in node.operands[1:]]}
        if name == "~var":
            return {"var": [self.write(operand, scopes) for operand in node.operands[1:]]}
        operands = [self.write(operand, scopes) for operand in node.operands]
        if name == "is_null":
            return {"==": [*operands, None]}
        if name == "is_not_null":
            return {"!=": [*operands, None]}
        if name == "not_in":
            return {"!": [{"in": operands}]}
        if name == "between":
            return {"<=": [operands[1], operands[0], operands[2]]}
        if name == "contains":
            return {"in": operands[::-1]}
        if name in _SAME or name in _DIRECT:
            return {_SAME.get(name, name): operands}
        if name in _SAYABLE:
            return {name.removeprefix("~"): operands}
        raise unsayable(node, name)
