"""Reads JsonLogic: every operator of https://jsonlogic.com/operations.html, from a JSON value.

`and`, `or`, `!` and `if` over what is true or false anyhow become the strict operators that CEL and `simple` have too.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.names import is_name, well_formed
from jarvis_desktop.expressions.numbers import MAX_DIGITS
from jarvis_desktop.expressions.tree import (
    ACCUMULATOR,
    MAX_DEPTH,
    MAX_OPERATIONS,
    Call,
    Each,
    Field,
    ListOf,
    Literal,
    MapOf,
    Node,
    Unparsable,
    step,
)

_MANY = MAX_OPERATIONS
# Operator -> fewest and most operands, and its name in the tree.
_PLAIN: Mapping[str, tuple[int, int, str]] = {
    "==": (2, 2, "~=="),
    "!=": (2, 2, "~!="),
    "===": (2, 2, "=="),
    "!==": (2, 2, "!="),
    "<": (2, 3, "~<"),
    "<=": (2, 3, "~<="),
    ">": (2, 2, "~>"),
    ">=": (2, 2, "~>="),
    "in": (2, 2, "~in"),
    "and": (1, _MANY, "~and"),
    "or": (1, _MANY, "~or"),
    "!": (1, 1, "~not"),
    "!!": (1, 1, "~bool"),
    "if": (0, _MANY, "~if"),
    "?:": (3, 3, "~if"),
    "+": (0, _MANY, "~+"),
    "*": (0, _MANY, "~*"),
    "-": (1, 2, "~-"),
    "/": (2, 2, "~/"),
    "%": (2, 2, "~%"),
    "max": (1, _MANY, "~max"),
    "min": (1, _MANY, "~min"),
    "cat": (0, _MANY, "~cat"),
    "substr": (2, 3, "~substr"),
    "merge": (0, _MANY, "~merge"),
    "log": (1, 1, "~log"),
}
_TRUE_OR_FALSE = frozenset(
    {"~==", "~!=", "==", "!=", "~<", "~<=", "~>", "~>=", "~<<", "~<=<=", "~in", "~bool", "~not"}
    | {"and", "or", "not", "is_null", "is_not_null", "<", "<=", ">", ">=", "in", "not_in", "contains", "between"}
    | {"starts_with", "ends_with", "matches", "before", "after"}
)
_EACH = {"map": "map", "filter": "filter", "all": "every", "some": "exists", "none": "none"}
_STEPS: Mapping[str, str] = {
    name: step("", name) for name in ("var", *_PLAIN, "missing", "missing_some", "reduce", *_EACH)
}
"""Every operator, and its part of a JSON Pointer."""
ITEM = "item"
"""What the items of a list are called: `item`, within it `item2` ..."""


def is_boolean(node: Node) -> bool:
    """Whether a node can give nothing but true, false, Undetermined and Failed."""
    if isinstance(node, Call):
        if node.operator == "if":
            return all(map(is_boolean, (*node.operands[1::2], node.operands[-1])))
        return node.operator in _TRUE_OR_FALSE
    if isinstance(node, Literal):
        return type(node.value) is bool
    return isinstance(node, Each) and node.kind not in ("map", "filter", "reduce")


class JsonLogicParser:
    """Reads one rule; counts its nodes."""

    def __init__(self) -> None:
        self._nodes = 0

    def parse(self, rule: object, place: str = "", depth: int = 0, scope: str = "") -> Node:
        """The tree of a JsonLogic value; raises Unparsable with the place."""
        self._nodes += 1
        if depth > MAX_DEPTH:
            raise Unparsable(tr("The rule is nested more than {max_depth} levels deep.", max_depth=MAX_DEPTH), place)
        if self._nodes > MAX_OPERATIONS:
            raise Unparsable(tr("The rule has more than {most} parts.", most=f"{MAX_OPERATIONS:,}"), place)
        kind = type(rule)
        if kind is str or kind is int or kind is bool or rule is None or kind is Decimal or kind is float:
            return literal(rule, place)
        if kind is not dict and isinstance(rule, (list, tuple)):
            return ListOf(self._operands(rule, place, depth, scope), place)
        if not isinstance(rule, Mapping):
            raise Unparsable(tr("This is not a JSON value."), place)
        if not rule:
            return MapOf((), (), place)
        if len(rule) != 1:
            raise Unparsable(tr("Each object in a rule names one operator."), place)
        ((operator, given),) = rule.items()
        if operator not in _STEPS:
            raise Unparsable(unknown_operator(operator, list(_STEPS)), step(place, str(operator)))
        listed = given if type(given) is list else list(given) if isinstance(given, (list, tuple)) else [given]
        return self._operation(str(operator), listed, place + _STEPS[str(operator)], depth, scope)

    def _operation(self, operator: str, listed: list[object], place: str, depth: int, scope: str) -> Node:
        plain = _PLAIN.get(operator)
        if plain is not None:
            fewest, most, name = plain
            if not fewest <= len(listed) <= most:
                raise Unparsable(wrong_count(operator, fewest, most, len(listed)), place)
            return _settled(name, self._operands(listed, place, depth, scope), place)
        match operator:
            case "var":
                return self._variable(listed, place, depth, scope)
            case "missing":
                return self._missing(listed, place, depth, scope)
            case "missing_some":
                return self._missing_some(listed, place, depth, scope)
            case "reduce":
                return self._reduce(listed, place, depth, scope)
            case _:
                return self._each(operator, listed, place, depth, scope)

    def _operands(
        self, listed: list[object] | tuple[object, ...], place: str, depth: int, scope: str
    ) -> tuple[Node, ...]:
        return tuple([self.parse(item, f"{place}/{at}", depth + 1, scope) for at, item in enumerate(listed)])

    def _variable(self, listed: list[object], place: str, depth: int, scope: str) -> Node:
        path = listed[0] if listed else ""
        if len(listed) > 2:
            raise Unparsable(tr("“var” takes the name of a field and, if wanted, a default."), place)
        default = self.parse(listed[1], step(place, 1), depth + 1, scope) if len(listed) == 2 else None
        if path is None or is_name(path):
            return _read("" if path is None else str(path), default, scope, place)
        if not isinstance(path, Mapping):
            raise Unparsable(tr("“var” takes the name of a field and, if wanted, a default."), place)
        name = self.parse(path, step(place, 0), depth + 1, scope)
        base = _read("", None, scope, place)
        return Call("~var", (base, name) if default is None else (base, name, default), place)

    def _missing(self, listed: list[object], place: str, depth: int, scope: str) -> Node:
        return Call("missing", (_read("", None, scope, place), *self._operands(listed, place, depth, scope)), place)

    def _missing_some(self, listed: list[object], place: str, depth: int, scope: str) -> Node:
        if len(listed) != 2:
            raise Unparsable(wrong_count("missing_some", 2, 2, len(listed)), place)
        operands = self._operands(listed, place, depth, scope)
        return Call("missing_some", (_read("", None, scope, place), *operands), place)

    def _each(self, operator: str, listed: list[object], place: str, depth: int, scope: str) -> Node:
        if len(listed) != 2:
            raise Unparsable(wrong_count(operator, 2, 2, len(listed)), place)
        name = _deeper(scope)
        source = self.parse(listed[0], step(place, 0), depth + 1, scope)
        return Each(_EACH[operator], source, name, self.parse(listed[1], step(place, 1), depth + 1, name), place=place)

    def _reduce(self, listed: list[object], place: str, depth: int, scope: str) -> Node:
        if not 2 <= len(listed) <= 3:
            raise Unparsable(wrong_count("reduce", 2, 3, len(listed)), place)
        name = _deeper(scope)
        source = self.parse(listed[0], step(place, 0), depth + 1, scope)
        start = self.parse(listed[2] if len(listed) == 3 else None, step(place, 2), depth + 1, scope)
        body = self.parse(listed[1], step(place, 1), depth + 1, _REDUCING + name)
        return Each("reduce", source, name, body, start, place)


_REDUCING = "+"
"""Before the name of a scope: what is read there is `current` or `accumulator`."""


def literal(value: object, place: str) -> Literal:
    """A constant of JSON; raises Unparsable for what is no finite number or valid text."""
    if type(value) is int or (type(value) is str and value.isascii()):
        return Literal(value, place)
    if isinstance(value, float):
        value = Decimal(str(value))
    if isinstance(value, Decimal) and not (value.is_finite() and abs(value.adjusted()) <= MAX_DIGITS):
        raise Unparsable(tr("This is not a number that can be used."), place)
    if isinstance(value, str) and not well_formed(value):
        raise Unparsable(tr("This text is no valid Unicode."), place)
    return Literal(value, place)


def unknown_operator(operator: object, known: list[str]) -> str:
    """The sentence about an operator that the language does not have."""
    return tr(
        "“{operator}” is not an operator of rules. Known: {known}.", operator=str(operator)[:40], known=" ".join(known)
    )


def wrong_count(operator: str, fewest: int, most: int, count: int) -> str:
    """The sentence about too few or too many operands."""
    expected = (
        str(fewest)
        if fewest == most
        else tr("at least {fewest}", fewest=fewest)
        if count < fewest
        else tr("at most {most}", most=most)
    )
    return tr(
        "“{operator}” takes {expected} operands, and here are {count}.",
        operator=operator,
        expected=expected,
        count=count,
    )


def _deeper(scope: str) -> str:
    level = scope.removeprefix(_REDUCING).removeprefix(ITEM)
    return ITEM if not scope else f"{ITEM}{int(level or 1) + 1}"


def _read(path: str, default: Node | None, scope: str, place: str) -> Node:
    if not scope or not scope.startswith(_REDUCING):
        return Field(path, default, scope, place)
    item = scope.removeprefix(_REDUCING)
    head, _, rest = path.partition(".")
    names = {"current": item, "accumulator": ACCUMULATOR}
    if head in names:
        return Field(rest, default, names[head], place)
    both = MapOf(tuple(names), tuple(Field("", None, name, place) for name in names.values()), place)
    if not path:
        return both
    return Literal(None, place) if default is None else default


def _settled(name: str, operands: tuple[Node, ...], place: str) -> Node:
    """The operation; the strict or more telling one where the operands allow it."""
    if name in ("~==", "~!="):
        null = [isinstance(operand, Literal) and operand.value is None for operand in operands]
        if any(null):
            return Call("is_null" if name == "~==" else "is_not_null", (operands[0 if null[1] else 1],), place)
    elif name in ("~<", "~<=") and len(operands) == 3:
        return Call("~<<" if name == "~<" else "~<=<=", operands, place)
    elif name == "~and" or name == "~or" or name == "~not":
        if all(map(is_boolean, operands)):
            return Call(name[1:], operands, place)
    elif name == "~if" and not operands:
        return Literal(None, place)
    elif name == "~if" and len(operands) == 1:
        return operands[0]
    elif name == "~if" and all(map(is_boolean, operands[: len(operands) - 1 : 2])):
        return Call("if", operands, place)
    return Call(name, operands, place)
