"""The laws of three-valued logic, and that nothing a record or a rule holds makes an evaluation raise."""

from __future__ import annotations

from itertools import product
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import override

from jarvis_desktop.expressions import rules
from jarvis_desktop.expressions.rules import Rule
from jarvis_desktop.expressions.tree import Call, Failed, Field, Literal, Node, Undetermined
from jarvis_desktop.expressions.types import Type
from tests.support.rule_trees import conditions, random_record, rules_of

UNKNOWN = Field("nowhere")
FAILING = Call("/", (Literal(1), Literal(0)))
OPERANDS: dict[str, Node] = {
    "T": Literal(value=True),
    "F": Literal(value=False),
    "U": UNKNOWN,
    "!": Call(">", (FAILING, Literal(1))),
}
AND = {
    "TT": "T", "TF": "F", "TU": "U", "T!": "!", "FF": "F", "FU": "F", "F!": "F", "UU": "U", "U!": "!", "!!": "!",
}  # fmt: skip
TURNED = {"T": "F", "F": "T", "U": "U", "!": "!"}


def told(node: Node, record: Any = None) -> str:
    answer = Rule("cel", node, Type.BOOL, None).evaluate(record or {})
    if isinstance(answer, bool):
        return "T" if answer else "F"
    return "U" if isinstance(answer, Undetermined) else "!"


@pytest.mark.parametrize(("first", "second"), list(product("TFU!", repeat=2)))
def test_logic_follows_kleene_s_tables(first: str, second: str) -> None:
    pair = (OPERANDS[first], OPERANDS[second])
    both = AND.get(first + second) or AND[second + first]
    assert told(Call("and", pair)) == both
    either = AND.get(TURNED[first] + TURNED[second]) or AND[TURNED[second] + TURNED[first]]
    assert told(Call("or", pair)) == TURNED[either]
    assert told(Call("not", pair[:1])) == TURNED[first]


@given(first=rules_of(conditions), second=rules_of(conditions), seed=st.integers(0, 300))
def test_de_morgan_and_double_negation_hold(first: Node, second: Node, seed: int) -> None:
    record = random_record(Random(seed))

    def answer(node: Node) -> str:
        return told(node, record)

    turned = (Call("not", (first,)), Call("not", (second,)))
    assert answer(Call("not", (Call("and", (first, second)),))) == answer(Call("or", turned))
    assert answer(Call("not", (Call("or", (first, second)),))) == answer(Call("and", turned))
    assert answer(Call("not", (Call("not", (first,)),))) == answer(first)
    assert answer(Call("and", (first, second))) == answer(Call("and", (second, first)))


class Hostile:
    """An object whose every method raises."""

    @override
    def __eq__(self, other: object) -> bool:
        raise RuntimeError

    @override
    def __hash__(self) -> int:
        raise RuntimeError

    def __len__(self) -> int:
        raise RuntimeError

    def __getitem__(self, key: object) -> object:
        raise RuntimeError

    def __bool__(self) -> bool:
        raise RuntimeError

    @override
    def __str__(self) -> str:
        raise RuntimeError


class HostileMap(dict[str, object]):
    """A mapping that raises when it is asked."""

    @override
    def __getitem__(self, key: str) -> object:
        raise RuntimeError

    @override
    def __contains__(self, key: object) -> bool:
        raise RuntimeError


@pytest.mark.parametrize(
    "value", [Hostile(), [Hostile()], HostileMap(b=1), {"b": Hostile()}, float("nan"), b"x", "\ud800"]
)
@pytest.mark.parametrize(
    "rule",
    ["a == 1", "a.b == 1", "a in [1]", "a == [1]", "a.exists(x, x == 1)", "size(a) > 0", "string(a) == ''", "a[0] > 1"],
)
def test_a_hostile_value_fails_or_is_unknown_and_never_raises(rule: str, value: object) -> None:
    compiled = rules.compile("cel", rule)
    assert isinstance(compiled, Rule)
    for record in ({"a": value}, value):
        answer = compiled.evaluate(record)
        assert answer in (True, False) if isinstance(answer, bool) else isinstance(answer, (Undetermined, Failed))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=2),
    max_leaves=8,
)
operators = st.sampled_from(
    [
        "var",
        "missing",
        "missing_some",
        "==",
        "===",
        "!=",
        "<",
        "<=",
        ">",
        ">=",
        "!",
        "!!",
        "and",
        "or",
        "if",
        "?:",
        "in",
        "cat",
        "substr",
        "+",
        "-",
        "*",
        "/",
        "%",
        "min",
        "max",
        "merge",
        "map",
        "filter",
        "all",
        "some",
        "none",
        "reduce",
        "log",
    ]
)
jsonlogic = st.recursive(
    json_values,
    lambda inner: st.builds(lambda name, given: {name: given}, operators, st.lists(inner, max_size=3) | inner),
    max_leaves=12,
)
PIECES = [
    "a",
    "b.c",
    "1",
    "2.5",
    "'x'",
    '"y"',
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ".",
    ":",
    "?",
    "&&",
    "||",
    "!",
    "-",
    "+",
    "*",
    "/",
    "%",
    "<",
    "<=",
    "==",
    "!=",
    "in",
    "true",
    "null",
    "has(",
    "all(",
    "map(",
    "size(",
    "\\",
    "`",
    "#",
    "é",
]
texts = st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join) | st.text(max_size=30)


@given(rule=jsonlogic, data=json_values)
def test_no_json_makes_jsonlogic_or_simple_raise(rule: object, data: object) -> None:
    for engine in ("jsonlogic", "simple"):
        compiled = rules.compile(engine, rule)
        if isinstance(compiled, Rule):
            compiled.evaluate(data)
        else:
            assert compiled.reason


@given(text=texts, data=json_values)
def test_no_text_makes_cel_or_simple_raise(text: str, data: object) -> None:
    for engine in ("cel", "simple"):
        compiled = rules.compile(engine, text)
        if isinstance(compiled, Rule):
            compiled.evaluate(data)
        else:
            assert compiled.reason
            assert compiled.pointer.startswith("@")
