"""Random rules and records, typed: what the three languages, the evaluator and SQL must agree on."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from jarvis_desktop.expressions.tree import Call, Field, ListOf, Literal, Node
from jarvis_desktop.expressions.types import Type

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from hypothesis.strategies import SearchStrategy

FIELDS = {
    "whole": Type.NUMBER,
    "exact": Type.NUMBER,
    "name": Type.TEXT,
    "other": Type.TEXT,
    "flag": Type.BOOL,
    "day": Type.DATE,
    "at": Type.TIMESTAMP,
    "tags": Type.LIST,
    "details": Type.ANY,
}
JSON_PATHS = ("details.n", "details.t", "details.b", "details.x", "details.in.n")

TEXTS = ("", "a", "b", "ab", "Ab", "ä", "10", " 7 ", "zß", "%", "_", "😀", "'")
WHOLES = (*range(-3, 13), 1970, 2**40, -(2**62))
EXACTS = tuple(Decimal(text) for text in ("0", "0.5", "-1.25", "2.0", "10.50", "3", "1970"))
DAYS = (date(1970, 1, 1), date(2024, 2, 29), date(2026, 12, 31))
INSTANTS = (datetime(1970, 1, 1, tzinfo=UTC), datetime(2024, 2, 29, 12, 30, tzinfo=UTC))

texts = st.sampled_from(TEXTS)
wholes = st.sampled_from(WHOLES)
exacts = st.sampled_from(EXACTS)
days = st.sampled_from(DAYS)


def random_record(chance: Random, *, nulls: float = 0.2) -> dict[str, Any]:
    """A row with a value, or null, in each field."""

    def one_of(*pools: Sequence[Any]) -> Any:
        return None if chance.random() < nulls else chance.choice(chance.choice(pools))

    def some(*pools: Sequence[Any]) -> list[Any]:
        return [chance.choice(chance.choice(pools)) for _ in range(chance.randrange(4))]

    document = {
        "n": one_of(WHOLES, EXACTS),
        "t": one_of(TEXTS),
        "b": one_of((False, True)),
        "x": chance.choice((one_of(WHOLES), one_of(TEXTS), one_of((False, True)), some(TEXTS, WHOLES), {"a": 1})),
        "in": None if chance.random() < nulls else {"n": one_of(WHOLES)},
        "in.n": one_of(WHOLES),
    }
    kept = {key: value for key, value in document.items() if nulls == 0 or chance.random() < 0.8}
    return {
        "whole": one_of(WHOLES),
        "exact": one_of(EXACTS),
        "name": one_of(TEXTS),
        "other": one_of(TEXTS),
        "flag": one_of((False, True)),
        "day": one_of(DAYS),
        "at": one_of(INSTANTS),
        "tags": None if chance.random() < nulls else some(TEXTS),
        "details": None if chance.random() < nulls else kept,
    }


def _leaf(names: tuple[str, ...]) -> SearchStrategy[Node]:
    return st.sampled_from(names).map(Field)


numbers: SearchStrategy[Node] = st.deferred(
    lambda: (
        _leaf(("whole", "exact"))
        | wholes.map(Literal)
        | exacts.map(Literal)
        | st.builds(lambda op, a, b: Call(op, (a, b)), st.sampled_from("+-*/%"), numbers, numbers)
    )
)
_order = st.sampled_from(["<", "<=", ">", ">="])
_equality = st.sampled_from(["==", "!="])
_text_test = st.sampled_from(["contains", "starts_with", "ends_with"])


def _compare(operators: SearchStrategy[str], first: SearchStrategy[Node], second: SearchStrategy[Node]) -> Any:
    return st.builds(lambda op, a, b: Call(op, (a, b)), operators, first, second)


_text = _leaf(("name", "other"))
_text_literal = texts.map(Literal)
_number_literal = wholes.map(Literal) | exacts.map(Literal)

field_conditions: SearchStrategy[Node] = st.one_of(
    _compare(_order | _equality, _leaf(("whole", "exact")), _number_literal),
    _compare(_order | _equality, _text, _text_literal),
    _compare(_equality, _leaf(("flag",)), st.booleans().map(Literal)),
    _compare(st.sampled_from(["contains", "starts_with"]), _text, _text_literal),
    _compare(st.sampled_from(["contains"]), _leaf(("tags",)), _text_literal),
    st.builds(
        lambda op, a, items: Call(op, (a, ListOf(tuple(items)))),
        st.sampled_from(["in", "not_in"]),
        _text,
        st.lists(_text_literal, min_size=1, max_size=3),
    ),
    st.builds(
        lambda op, a, items: Call(op, (a, ListOf(tuple(items)))),
        st.sampled_from(["in", "not_in"]),
        _leaf(("whole",)),
        st.lists(wholes.map(Literal), min_size=1, max_size=3),
    ),
    st.builds(
        lambda a, low, high: Call("between", (a, low, high)), _leaf(("whole",)), _number_literal, _number_literal
    ),
    st.builds(lambda op, a: Call(op, (a,)), st.sampled_from(["is_null", "is_not_null"]), _leaf(tuple(FIELDS))),
    _compare(_order | _equality, _leaf(("details.n",)), _number_literal),
    _compare(_order | _equality, _leaf(("details.t",)), _text_literal),
)
"""Comparisons of a field with constants: what every language can say."""

conditions: SearchStrategy[Node] = st.one_of(
    field_conditions,
    _compare(_order | _equality, numbers, numbers),
    _compare(_order | _equality, _text, _text),
    _compare(_text_test, _text, _text),
    _compare(_order | _equality, _leaf(("day", "at")), _leaf(("day", "at"))),
    _compare(_order | _equality, _leaf(("day", "at")), days.map(lambda day: Literal(day.isoformat()))),
    _compare(_order | _equality, _leaf(JSON_PATHS), _leaf(JSON_PATHS) | _number_literal | _text_literal),
    _compare(_equality, _leaf(JSON_PATHS), st.booleans().map(Literal)),
    st.builds(lambda a, low, high: Call("between", (a, low, high)), numbers, numbers, numbers),
    st.builds(lambda op, a: Call(op, (a,)), st.sampled_from(["is_null", "is_not_null"]), _leaf(JSON_PATHS)),
    st.builds(
        lambda op, a, items: Call(op, (a, ListOf(tuple(items)))),
        st.sampled_from(["in", "not_in"]),
        _leaf(JSON_PATHS),
        st.lists(_text_literal | _number_literal, max_size=3),
    ),
    _compare(st.sampled_from(["contains"]), _leaf(("details.x", "details.t")), _text_literal),
    _leaf(("flag", "details.b")),
)


def rules_of(parts: SearchStrategy[Node]) -> SearchStrategy[Node]:
    """Rules of these conditions, joined by and, or, not."""
    return st.recursive(
        parts,
        lambda inner: st.one_of(
            st.builds(
                lambda op, operands: Call(op, tuple(operands)),
                st.sampled_from(["and", "or"]),
                st.lists(inner, min_size=2, max_size=3),
            ),
            st.builds(lambda operand: Call("not", (operand,)), inner),
        ),
        max_leaves=5,
    )


_LOOSE = {name: f"~{name}" for name in ("==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "%", "in", "and", "or")}
_LOOSE["not"] = "~not"


def loosened(node: Node) -> Node:
    """The same rule with JsonLogic's own operators."""
    if not isinstance(node, Call):
        return node
    operands = tuple(loosened(operand) for operand in node.operands)
    return Call(_LOOSE.get(node.operator, node.operator), operands)
