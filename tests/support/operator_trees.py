"""Conditions of one operator or macro over the fields of `rule_rows`, made at random of operands of every kind."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from jarvis_desktop.expressions.calendar import GETTERS
from jarvis_desktop.expressions.checking import Checker
from jarvis_desktop.expressions.operators import OPERATORS
from jarvis_desktop.expressions.special import SPECIAL
from jarvis_desktop.expressions.tree import Call, Each, Field, ListOf, Literal, MapOf, Node, Unparsable
from jarvis_desktop.expressions.types import Type
from tests.support.rule_trees import DAYS, FIELDS, JSON_PATHS

if TYPE_CHECKING:
    from random import Random

ALL_FIELDS = {**FIELDS, "span": Type.DURATION, "ratio": Type.NUMBER}
MACROS = ("all", "exists", "exists_one", "none", "map", "filter", "every", "reduce")
NAMES = (*sorted({*OPERATORS, *SPECIAL}), *MACROS, "list", "object", "default")
"""Every operator and macro, and what else a tree is made of."""

_THREE = {"between", "~<<", "~<=<=", "replace"}
_ONE = {
    *GETTERS, "not", "~not", "is_null", "is_not_null", "negate", "size", "lower", "upper", "trim", "text", "number",
    "whole", "unsigned", "bool", "dyn", "timestamp", "duration", "~bool", "~log",
}  # fmt: skip
_ANY_NUMBER = {"and", "or", "~and", "~or", "~+", "~*", "~max", "~min", "~cat", "~merge"}
_TWO_OR_THREE = {"~substr", "substring"}
_LISTED = {"in", "not_in", "~in"}

_FIELDS: tuple[Node, ...] = tuple(Field(name) for name in (*ALL_FIELDS, *JSON_PATHS))
_LITERALS: tuple[Node, ...] = tuple(
    Literal(value)
    for value in (None, True, False, 0, 1, 2, -3, 2**40, Decimal("0.5"), Decimal("10.50"), "", "a", "ab", "10", " 7 ",
                  "x", "%", "😀", "2024-02-29", "2024-02-29T12:30:00Z", "90m", *DAYS, timedelta(hours=36))
)  # fmt: skip
_LITERALS = tuple(node for node in _LITERALS if not isinstance(getattr(node, "value", None), datetime))
_MOMENT_CALLS: tuple[Node, ...] = (
    Call("timestamp", (Literal("2024-02-29T12:30:00Z"),)),
    Call("duration", (Literal("36h"),)),
)


def conditions_of(name: str, chance: Random, count: int) -> list[Node]:
    """`count` different conditions with this operator or macro in them (fewer where there are not so many)."""
    found: dict[str, Node] = {}
    for _ in range(40 * count):
        node = _condition(_node(name, chance), chance)
        try:
            Checker(ALL_FIELDS).type_of(node)
        except Unparsable:
            continue
        found.setdefault(repr(node), node)
        if len(found) == count:
            break
    return list(found.values())


def _node(name: str, chance: Random) -> Node:
    if name in MACROS:
        body = Call(chance.choice(["==", "~<", "!="]), (Field("", scope="x"), _leaf(chance)))
        start = Literal(0) if name == "reduce" else None
        return Each(name, chance.choice([_leaf(chance), _list(chance)]), "x", body, start)
    if name == "list":
        return _list(chance)
    if name == "object":
        return MapOf(("a",), (_leaf(chance),))
    if name == "default":
        field = chance.choice(_FIELDS)
        assert isinstance(field, Field)
        return Field(field.path, _leaf(chance))
    if name == "missing":
        return Call(name, (Field(""), *(Literal(_path(chance)) for _ in range(chance.randrange(1, 4)))))
    if name == "missing_some":
        names = ListOf(tuple(Literal(_path(chance)) for _ in range(3)))
        return Call(name, (Field(""), Literal(chance.randrange(3)), names))
    if name == "~var":
        return Call(name, (Field(""), chance.choice(_FIELDS)))
    return Call(name, tuple(_operands(name, chance)))


def _operands(name: str, chance: Random) -> list[Node]:
    if name in ("if", "~if"):
        return [_truth(chance), *(_leaf(chance) for _ in range(chance.randrange(1, 3)))]
    if name in ("and", "or", "not"):
        return [_truth(chance) for _ in range(1 if name == "not" else chance.randrange(1, 4))]
    if name in _LISTED:
        return [_leaf(chance), chance.choice([_list(chance), _leaf(chance)])]
    if name == "index":
        return [chance.choice(_FIELDS), Literal(chance.choice([0, 1, "n", "a", "in.n", "x"]))]
    if name in ("timestamp", "duration") and chance.random() < 0.5:
        return [Literal("90m" if name == "duration" else "2024-02-29T12:30:00Z")]
    if name in _ONE:
        count = 1
    elif name in _ANY_NUMBER:
        count = chance.randrange(1, 4)
    elif name in _THREE:
        count = 3
    else:
        count = chance.randrange(2, 4) if name in _TWO_OR_THREE else 2
        count = chance.randrange(1, 3) if name == "~-" else count
    return [_leaf(chance) for _ in range(count)]


def _leaf(chance: Random) -> Node:
    return chance.choice(chance.choice((_FIELDS, _FIELDS, _LITERALS, _MOMENT_CALLS)))


def _list(chance: Random) -> Node:
    return ListOf(tuple(_leaf(chance) for _ in range(chance.randrange(4))))


def _truth(chance: Random) -> Node:
    return chance.choice(
        (Field("flag"), Field("details.b"), Call("<", (Field("whole"), Literal(3))), Call("is_null", (_field(chance),)))
    )


def _field(chance: Random) -> Node:
    return chance.choice(_FIELDS)


def _path(chance: Random) -> str:
    field = chance.choice(_FIELDS)
    assert isinstance(field, Field)
    return field.path


def _condition(node: Node, chance: Random) -> Node:
    """The node by itself, within a negation, or compared with something, since many are no conditions."""
    match chance.randrange(5):
        case 0:
            return node
        case 1:
            return Call("~not", (node,))
        case _:
            return Call(chance.choice(("==", "!=", "<", ">=", "~==", "~<")), (node, _leaf(chance)))
