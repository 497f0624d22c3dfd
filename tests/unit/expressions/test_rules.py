"""Rules hold, do not hold, lack a field, or cannot be run; nothing else can happen."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.expressions.rules import compile_stored
from jarvis_desktop.expressions.tree import Failed, Undetermined, Verdict


def decide(rule: object, record: dict[str, Any]) -> Verdict:
    compiled = compile_stored(rule)
    return compiled if isinstance(compiled, Failed) else compiled.evaluate(record)


RECORD: dict[str, Any] = {
    "persona": "rachel",
    "year": 1970,
    "value": Decimal("1000000.10"),
    "blank": None,
    "empty": "",
    "tags": ["flood", None, "roof"],
    "config": {"ui.beta": True, "ui": {"beta": False, "size": 3}},
    "nested": {"list": [{"a": 1}]},
}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (True, True),
        (False, False),
        ({"==": [{"var": "persona"}, "rachel"]}, True),
        ({"!=": [{"var": "persona"}, "rachel"]}, False),
        ({"<": [{"var": "year"}, 1971]}, True),
        ({"<": [1, {"var": "year"}, 1970]}, False),
        ({"<=": [1, {"var": "year"}, 1970]}, True),
        ({">": [{"var": "value"}, Decimal("1000000.1")]}, False),
        ({">=": [{"var": "value"}, 1000000.1]}, True),
        ({"==": [1, "1"]}, True),
        ({"==": [1, True]}, True),
        ({"==": [0, None]}, False),
        ({"<": ["a", "b"]}, True),
        ({"==": [{"var": "config.ui.beta"}, True]}, True),
        ({"==": [{"var": "config.ui.size"}, 3]}, True),
        ({"==": [{"var": "nested.list.0.a"}, 1]}, True),
        ({"in": ["roof", {"var": "tags"}]}, True),
        ({"in": ["ach", {"var": "persona"}]}, True),
        ({"in": [{"var": "persona"}, ["admin", "john"]]}, False),
        ({"missing": ["persona"]}, False),
        ({"missing": ["blank", "persona"]}, True),
        ({"!": {"missing": ["empty"]}}, False),
        ({"==": [{"var": ["blank", 5]}, 5]}, True),
        ({"==": [{"var": "blank"}, None]}, True),
        ({"!=": [None, {"var": "persona"}]}, True),
        ({"and": [{"var": "persona"}, True]}, True),
        ({"!!": [[]]}, False),
        ({"!": ["0"]}, False),
        ({"all": [{"field": "year", "op": "between", "value": [1900, 1970]}]}, True),
        ({"any": [{"field": "persona", "op": "starts_with", "value": "ra"}]}, True),
        ({"not": [{"field": "persona", "op": "not_in", "value": ["rachel"]}]}, True),
        ({"field": "blank", "op": "is_null"}, True),
        ({"field": "tags", "op": "contains", "value": "flood"}, True),
        ({"field": "persona", "op": "after", "value": "a"}, True),
        ({"engine": "simple", "rule": {"field": "year", "op": "eq", "value": 1970}}, True),
        ('{"==": [{"var": "year"}, 1970]}', True),
        ({"==": [9007199254740993, Decimal("9007199254740992")]}, False),
    ],
)
def test_decided_rules(rule: object, expected: bool) -> None:
    assert decide(rule, RECORD) is expected


@pytest.mark.parametrize(
    ("rule", "fields"),
    [
        ({"<": [{"var": "blank"}, 1970]}, {"blank"}),
        ({"==": [{"var": "absent"}, 1]}, {"absent"}),
        ({"!": {"var": "absent.deeper"}}, {"absent.deeper"}),
        ({"and": [True, {"var": "blank"}, {"var": "absent"}]}, {"blank", "absent"}),
        ({"in": [{"var": "blank"}, ["a"]]}, {"blank"}),
        ({"in": ["zinc", [{"var": "blank"}, "a"]]}, {"blank"}),
        ({"field": "blank", "op": "lt", "value": 3}, {"blank"}),
    ],
)
def test_what_reads_a_null_is_undetermined_and_names_it(rule: object, fields: set[str]) -> None:
    assert decide(rule, RECORD) == Undetermined(frozenset(fields))


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"and": [{"var": "blank"}, False]}, False),
        ({"or": [{"var": "blank"}, True]}, True),
        ({"and": [{"<": [[], 1]}, False]}, False),
        ({"or": [{"<": [[], 1]}, 1]}, True),
        ({"in": ["a", [{"var": "blank"}, "a"]]}, True),
    ],
)
def test_one_deciding_operand_is_enough(rule: object, expected: bool) -> None:
    assert decide(rule, RECORD) is expected


@pytest.mark.parametrize(
    ("rule", "pointer", "words"),
    [
        (None, "", "true or false"),
        ([], "", "true or false"),
        ("persona == 1", "@1", "not JSON"),
        ('{"var": "a" "b"}', "@13", "line 1, column 13"),
        ('{"a": NaN}', "", "NaN"),
        ({"==": [1, 1], "!=": [1, 1]}, "", "one operator"),
        ({"map": [1]}, "/map", "“map”"),
        ({"and": [{"a/b": 1}]}, "/and/0/a~1b", "“a/b”"),
        ({"==": [1]}, "/==", "takes 2"),
        ({"var": {}}, "/var", "name of a field"),
        ({"all": []}, "/all", "no conditions"),
        ({"all": [{"field": "a", "op": "like", "value": "x"}]}, "/all/0/op", "like"),
        ({"field": "a", "op": "eq"}, "", "needs"),
        ({"field": "a", "op": "eq", "value": {"var": "b"}}, "/value", "“value” is"),
        ({"engine": "python", "rule": "a == 1"}, "/engine", "python"),
        ({"<": [{"var": "tags"}, 1]}, "/<", "compared"),
        ({"and": [{"var": "blank"}, {"<": [[], 1]}]}, "/and/1/<", "compared"),
    ],
)
def test_what_cannot_be_run_says_why_and_where(rule: object, pointer: str, words: str) -> None:
    answer = decide(rule, RECORD)
    assert isinstance(answer, Failed)
    assert answer.pointer == pointer
    assert words in answer.reason


def nested(depth: int, innermost: object = 1) -> Any:
    for _ in range(depth):
        innermost = {"!": [innermost]}
    return innermost


def test_depth_and_size_are_bounded() -> None:
    assert decide(nested(60), {}) is True
    for rule in (nested(70), nested(10_000), json.dumps(nested(200)), '{"!":[' * 10_000 + "1" + "]}" * 10_000):
        assert isinstance(decide(rule, {}), Failed)
    assert isinstance(decide({"in": [1, [2] * 50_000]}, {}), Failed)
    assert isinstance(decide({"in": [1, {"var": "many"}]}, {"many": [2] * 50_000}), Failed)
    assert isinstance(decide({"==": [1, 10**5000]}, {}), bool)
    assert isinstance(decide('{"==": [1, 1e99999999999999999999]}', {}), Failed)
    assert isinstance(decide({"var": "a." * 5000}, {"a": 1}), Failed)
    assert isinstance(decide({"var": 10**5000}, {}), Failed)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)
RULES = st.recursive(
    JSON | st.builds(lambda name: {"var": name}, st.sampled_from(["a", "b", "c", "a.b", "", 0])),
    lambda inner: st.builds(
        lambda operator, operands: {operator: operands},
        st.sampled_from(["==", "!=", "<", "<=", ">", ">=", "in", "and", "or", "!", "!!", "missing", "all", "not"]),
        st.lists(inner, max_size=3),
    ),
    max_leaves=15,
)


@given(RULES, st.dictionaries(st.sampled_from("abc"), JSON, max_size=3))
def test_any_rule_on_any_record_has_one_of_four_answers(rule: object, record: dict[str, Any]) -> None:
    assert isinstance(decide(rule, record), (bool, Undetermined, Failed))


KNOWN = {"t": True, "f": False}
TERMS = st.recursive(
    st.sampled_from([{"var": "t"}, {"var": "f"}, {"var": "unknown"}]),
    lambda inner: (
        st.builds(lambda op, xs: {op: xs}, st.sampled_from(["and", "or"]), st.lists(inner, min_size=1, max_size=3))
        | st.builds(lambda x: {"!": [x]}, inner)
    ),
    max_leaves=10,
)


@given(TERMS)
def test_a_decided_answer_stays_whatever_the_unknown_turns_out_to_be(rule: object) -> None:
    answer = decide(rule, KNOWN)
    if isinstance(answer, bool):
        assert decide(rule, {**KNOWN, "unknown": True}) is answer
        assert decide(rule, {**KNOWN, "unknown": False}) is answer
    else:
        assert answer == Undetermined(frozenset({"unknown"}))
