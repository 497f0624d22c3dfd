"""Reads JsonLogic: `var`, comparison, `in`, `and`, `or`, `!`, `!!`, `missing`, literals and lists."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.tree import MAX_DEPTH, Call, Items, Literal, Node, Unparsable, Variable, step

# Operator -> fewest and most operands.
_ARITY: Mapping[str, tuple[int, int]] = {
    "==": (2, 2),
    "!=": (2, 2),
    "<": (2, 3),
    "<=": (2, 3),
    ">": (2, 2),
    ">=": (2, 2),
    "in": (2, 2),
    "and": (1, MAX_DEPTH**2),
    "or": (1, MAX_DEPTH**2),
    "!": (1, 1),
    "!!": (1, 1),
    "missing": (0, MAX_DEPTH**2),
}
_LONGEST_NAME = 1000


def parse_jsonlogic(rule: object, pointer: str = "", depth: int = 0) -> Node:
    """The tree of a JsonLogic value; raises Unparsable with the place."""
    if depth > MAX_DEPTH:
        raise Unparsable(tr("The rule is nested more than {max_depth} levels deep.", max_depth=MAX_DEPTH), pointer)
    match rule:
        case None | bool() | int() | str():
            return Literal(rule)
        case Decimal() if rule.is_finite():
            return Literal(rule)
        case float():
            return parse_jsonlogic(Decimal(str(rule)), pointer, depth)
        case list() | tuple():
            return Items(_operands(rule, pointer, depth))
        case Mapping() if len(rule) == 1:
            operator, given = next(iter(rule.items()))
            return _operation(operator, given, step(pointer, str(operator)), depth)
        case Mapping():
            raise Unparsable(tr("Each object in a rule names one operator."), pointer)
        case _:
            raise Unparsable(tr("This is not a JSON value."), pointer)


def _operation(operator: object, given: object, pointer: str, depth: int) -> Node:
    if operator == "var":
        return _variable(given, pointer, depth)
    arity = _ARITY.get(operator) if isinstance(operator, str) else None
    if arity is None or not isinstance(operator, str):
        known = " ".join(["var", *_ARITY])
        raise Unparsable(
            tr("“{operator}” is not an operator of rules. Known: {known}.", operator=str(operator)[:40], known=known),
            pointer,
        )
    listed = given if isinstance(given, (list, tuple)) else [given]
    fewest, most = arity
    if not fewest <= len(listed) <= most:
        expected = (
            str(fewest)
            if fewest == most
            else tr("at least {fewest}", fewest=fewest)
            if len(listed) < fewest
            else tr("at most {most}", most=most)
        )
        raise Unparsable(
            tr(
                "“{operator}” takes {expected} operands, and here are {count}.",
                operator=operator,
                expected=expected,
                count=len(listed),
            ),
            pointer,
        )
    return Call(operator, _operands(listed, pointer, depth), pointer)


def _operands(listed: list[object] | tuple[object, ...], pointer: str, depth: int) -> tuple[Node, ...]:
    return tuple(parse_jsonlogic(item, step(pointer, i), depth + 1) for i, item in enumerate(listed))


def _variable(given: object, pointer: str, depth: int) -> Variable:
    listed = list(given) if isinstance(given, (list, tuple)) else [given]
    path = listed[0] if listed else ""
    if len(listed) > 2 or not is_name(path):
        raise Unparsable(tr("“var” takes the name of a field and, if wanted, a default."), pointer)
    default = parse_jsonlogic(listed[1], step(pointer, 1), depth + 1) if len(listed) == 2 else None
    return Variable(str(path), default)


def is_name(value: object) -> bool:
    """Whether a value can name a field: a text of at most 1,000 characters, or a position in a list."""
    if isinstance(value, str):
        return len(value) <= _LONGEST_NAME
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9
