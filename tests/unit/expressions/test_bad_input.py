"""Rules and records made to do harm: each is Failed with a reason, within the budget, and nothing raises."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from decimal import Decimal
from time import process_time
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from typing_extensions import override

from jarvis_desktop.app.rule_answers import answer
from jarvis_desktop.expressions import rules
from jarvis_desktop.expressions.explaining import shown
from jarvis_desktop.expressions.rules import Rule
from jarvis_desktop.expressions.tree import MAX_SECONDS, Failed, Undetermined
from tests.support.laws import examples
from tests.support.rule_fuzzing import ANSWERS, LONGEST, ask, check

MANY = list(range(10_000))
LONG = "a" * 1_000_000
LISTS = {"l": [1] * 9_998 + [2], "m": [1] * 9_998 + [3]}


def told(engine: str, rule: object, record: object = None) -> Any:
    """The value, which must come in time."""
    started = process_time()
    compiled = rules.compile(engine, rule)
    value = compiled if isinstance(compiled, Failed) else compiled.compute({} if record is None else record)
    assert process_time() - started < LONGEST
    return value


def wrapped(depth: int, name: str) -> object:
    rule: object = 1
    for _ in range(depth):
        rule = {name: [rule]}
    return rule


def doubling(steps: int, made: object) -> dict[str, object]:
    """A reduction whose every step takes what was made so far twice."""
    assert steps <= len(MANY)
    return {"reduce": [MANY[:steps], made, "x"]}


SO_FAR = {"var": "accumulator"}
TWICE = doubling(60, [SO_FAR, SO_FAR])
"""A list of 2**60 items in 60 lists of two."""


@pytest.mark.parametrize(
    ("engine", "rule", "words"),
    [
        ("jsonlogic", wrapped(10_000, "!"), "levels deep"),
        ("simple", wrapped(10_000, "not"), "levels deep"),
        ("cel", "(" * 10_000 + "1" + ")" * 10_000, "levels deep"),
        ("cel", "[" * 10_000, "levels deep"),
        ("cel", '{"a": ' * 10_000, "levels deep"),
        ("cel", "!" * 10_000 + "true", "cannot stand here"),
        ("cel", "a" + ".b" * 100_000, "parts"),
        ("cel", "true ? 1 : " * 10_000 + "2", "parts"),
        ("cel", "a && " * 20_000 + "a", "parts"),
        ("cel", "1 + " * 100 + "1", "levels deep"),
        ("simple", "not " * 10_000 + "a == 1", "levels deep"),
        ("simple", "(" * 10_000 + "a == 1", "levels deep"),
        ("simple", "a == 1 and " * 20_000 + "a == 1", "parts"),
    ],
)
def test_what_is_too_deep_or_too_long_is_refused(engine: str, rule: object, words: str) -> None:
    value = told(engine, rule)
    assert isinstance(value, Failed)
    assert words in value.reason


def test_a_rule_within_itself_is_refused() -> None:
    endless: list[object] = []
    endless.append(endless)
    assert isinstance(told("jsonlogic", endless), Failed)
    assert isinstance(told("simple", {"all": endless}), Failed)
    assert told("cel", "a == b", {"a": endless, "b": [endless]}) == Failed("A value is too large to be compared.", "@3")


@pytest.mark.parametrize(
    ("engine", "rule", "words"),
    [
        ("cel", "many.all(x, many.all(y, many.all(z, x + y + z >= 0)))", "10,000 operations"),
        ("jsonlogic", {"map": [{"var": "many"}, {"map": [[1, 2, 3], {"cat": ["x", "y"]}]}]}, "10,000 operations"),
        ("jsonlogic", doubling(60, {"cat": [SO_FAR, SO_FAR]}), "1,000,000 characters"),
        ("jsonlogic", doubling(60, {"merge": [SO_FAR, SO_FAR]}), "1,000,000 characters"),
        ("jsonlogic", {"cat": [{"var": "long"}] * 5_000}, "1,000,000 characters"),
        ("jsonlogic", {"merge": [{"var": "many"}] * 5_000}, "1,000,000 characters"),
        ("cel", "many.map(x, long).join(long)", "1,000,000 characters"),
        ("cel", "long.replace('', long)", "1,000,000 characters"),
        ("cel", "(long + long).split('')", "1,000,000 characters"),
        ("cel", "many.map(x, long.upperAscii())", "1,000,000 characters"),
        ("jsonlogic", {"reduce": [MANY[:60], {"*": [SO_FAR, SO_FAR]}, 10**9]}, "1,000 digits"),
        ("jsonlogic", {"cat": [TWICE]}, "too large to become a text"),
        ("jsonlogic", {"substr": [TWICE, 0, 1]}, "too large to become a text"),
        ("jsonlogic", {"in": [TWICE, "abc"]}, "too large to become a text"),
        ("jsonlogic", {"==": [TWICE, TWICE]}, "too large to be compared"),
        ("jsonlogic", {"cat": [doubling(2_000, [SO_FAR])]}, "too large to become a text"),
    ],
)
def test_what_grows_without_end_is_given_up(engine: str, rule: object, words: str) -> None:
    value = told(engine, rule, {"many": MANY, "long": LONG})
    assert isinstance(value, Failed)
    assert words in value.reason


def test_a_value_that_repeats_itself_is_shown_only_so_far() -> None:
    text = json.dumps(shown(told("jsonlogic", TWICE), 1_000))
    assert text.endswith('"\\u2026"]')
    assert len(text) < 10_000
    long = json.dumps(shown([LONG] * 100, 1_000))
    assert len(long) < 2_000
    found = answer("jsonlogic", json.dumps({"!!": [TWICE]}).encode(), b"{}")  # with a trace
    check(found)
    assert len(json.dumps(found)) < 200_000


@pytest.mark.parametrize(
    "test", ["l == m", "x in l", "long.contains(part)", "l.exists(x, l == m)", "long + 'a' > long + 'b'"]
)
def test_a_rule_of_many_long_comparisons_is_given_up_in_time(test: str) -> None:
    record = {**LISTS, "x": 7, "long": LONG, "part": LONG[:500_000] + "b"}
    rule = rules.compile("cel", " || ".join([test] * 900))
    assert isinstance(rule, Rule)
    started = process_time()
    value = rule.compute(record)
    assert isinstance(value, Failed)
    assert process_time() - started < 5 * MAX_SECONDS


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|aa)*b", "(x+x+)+y", "(.*)*c", "^(([a-z])+.)+[A-Z]$"])
def test_patterns_run_in_linear_time(pattern: str) -> None:
    assert told("cel", f"long.matches('{pattern}')", {"long": LONG}) is (pattern == "(a+)+$")


@pytest.mark.parametrize("pattern", ["(", "(?=a)b", r"(a)\\1", "a{1000}{1000}{1000}", "a" * 2_000])
def test_patterns_that_cannot_be_linear_or_are_too_large_are_refused(pattern: str) -> None:
    assert isinstance(told("cel", f"'a'.matches('{pattern}')"), Failed)


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), -float("inf"), Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity")]
)
def test_what_is_no_number_is_failed_in_rule_and_record(value: object) -> None:
    assert isinstance(told("jsonlogic", {"<": [value, 1]}), Failed)
    assert isinstance(told("simple", {"field": "a", "op": "lt", "value": value}), Failed)
    assert told("cel", "a < 1", {"a": value}) == Failed("A value is not a number.", "@1")
    assert told("cel", "false && a < 1", {"a": value}) is False


def test_numbers_beyond_64_bits_are_exact_and_beyond_1_000_digits_failed() -> None:
    assert told("cel", "9223372036854775807 + 1 == 9223372036854775808") is True
    assert told("jsonlogic", {"*": [2**63, 2**63]}) == 2**126
    assert told("cel", "a - 1", {"a": -(2**63)}) == -(2**63) - 1
    for rule, place in (("1e999 * 1e999", "@7"), ("9" * 5_000, "@1"), ("*".join(["9" * 900] * 2), "@901")):
        value = told("cel", rule)
        assert isinstance(value, Failed)
        assert (value.pointer, "1,000 digits" in value.reason) == (place, True)


@pytest.mark.parametrize(
    ("engine", "rule", "place"),
    [
        ("cel", "1 / 0", "@3"),
        ("cel", "1.5 / 0.0", "@5"),
        ("cel", "1 % zero", "@3"),
        ("jsonlogic", {"/": [1, {"var": "zero"}]}, "/~1"),
        ("jsonlogic", {"%": [1, "0"]}, "/%"),
    ],
)
def test_a_division_by_zero_is_failed_with_its_place(engine: str, rule: object, place: str) -> None:
    assert told(engine, rule, {"zero": 0}) == Failed("A number is divided by zero.", place)


HALF = "\ud800"


def test_half_a_surrogate_pair_is_failed_wherever_it_stands() -> None:
    for engine, rule in (
        ("cel", f"a == '{HALF}'"),
        ("cel", f"`{HALF}` == 1"),
        ("simple", f"a == '{HALF}'"),
        ("simple", {"field": HALF, "op": "is_null"}),
        ("jsonlogic", {"==": [HALF, 1]}),
        ("jsonlogic", {"var": HALF}),
    ):
        assert isinstance(told(engine, rule), Failed)
    assert told("cel", "a == 'x'", {"a": HALF}) == Failed("A text is no valid Unicode.", "@1")
    assert told("cel", "'x' in a", {"a": [HALF]}) == Failed("A text is no valid Unicode.", "@5")
    assert isinstance(told("cel", "a", {HALF: 1}), Undetermined)


@pytest.mark.parametrize("content", [b"\xff", b'"\xc3"', b'"\xed\xa0\x80"', b"", b"\0", b"NaN", b"[1,"])
def test_files_that_hold_no_json_are_failed(content: bytes) -> None:
    for engine in rules.ENGINES:
        for found in (answer(engine, content, b"{}"), answer("jsonlogic", b"true", content)):
            check(found)
            assert found["result"] == "failed"


def test_a_key_that_stands_twice_is_refused_in_every_file() -> None:
    twice = b'{"==": [1, 1], "==": [1, 2]}'
    for found in (
        answer("jsonlogic", twice, b"{}"),
        answer("jsonlogic", b"true", twice),
        answer("jsonlogic", b"true", b"{}", b'{"a": "text", "a": "number"}'),
    ):
        assert (found["result"], "twice" in found["reason"]) == ("failed", True)
    assert isinstance(told("cel", "{'a': 1, 'a': 2}"), Failed)


@pytest.mark.parametrize(
    "name", ["__class__", "__dict__", "a.__class__", "a.__init__.__globals__", "a.append", "a.0.real"]
)
def test_names_of_python_mean_nothing_but_fields(name: str) -> None:
    record = {"a": [1]}
    assert told("jsonlogic", {"var": name}, record) == Undetermined(frozenset({name}))
    assert told("jsonlogic", {"var": {"cat": [name]}}, record) == Undetermined(frozenset({name}))
    assert told("simple", {"field": name, "op": "is_null"}, record) is True
    assert told("jsonlogic", {"var": name}, {name: 7}) == 7


class Unequal:
    """An object that cannot be compared."""

    @override
    def __eq__(self, other: object) -> bool:
        raise RuntimeError("compared")

    __hash__ = None  # type: ignore[assignment]  # as Python has it for a class that only compares


@pytest.mark.parametrize(
    "test", ["a == 1", "1 == a", "a != a", "a in [1]", "[a] == [1]", "b == [1]", "1 in b", "a < 1"]
)
def test_an_object_that_cannot_be_compared_is_failed(test: str) -> None:
    value = told("cel", test, {"a": Unequal(), "b": [Unequal()]})
    assert isinstance(value, Failed)
    assert "Unequal" in value.reason


PIECES = st.sampled_from(
    [
        *"()[]{}.,:?!<>=+-*/%&|`'\"\\0aé😀 \n",
        *("&&", "||", "==", "in ", "true", "null", "a.b", "1e9", "0x", "'''", "r'", "\\u", "\\ud800", "\x00", "]}"),
        *('{"var": "a"}', '{"cat": [', '{"and": [', '{"field": "a", "op": "eq", "value": '),
        *("a.all(x, ", "has(", "duration(", ".matches(", "between ", "is null", "not ", "99999999999999999999"),
    ]
).map(str.encode)
SOUP = st.builds(
    lambda first, parts: bytes([first]) + b"".join(parts), st.integers(0, 2), st.lists(PIECES, max_size=25)
)


@settings(max_examples=examples(150, 20_000))
@given(SOUP | st.binary(max_size=60))
@example(b"")
@example(b'\x00{"cat": [' + b'{"cat": [' * 300)
@example(b"\x01" + b"-" * 5_000)
@example(b"\x02a between 1 and\x00[]")
def test_any_bytes_get_an_answer_in_time(data: bytes) -> None:
    ask(data)


@settings(max_examples=examples(150, 20_000))
@given(
    st.sampled_from(rules.ENGINES),
    st.text(max_size=40),
    st.none() | st.text(max_size=20) | st.dictionaries(st.text(max_size=3), st.text(max_size=3)),
)
def test_any_text_gets_an_answer(engine: str, rule: str, record: object) -> None:
    check(answer(engine, json.dumps(rule).encode(), json.dumps(record).encode()))
    assert answer(engine, rule.encode(errors="surrogatepass"), b"{}")["result"] in ANSWERS


@pytest.mark.soak
@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="atheris has no wheel for this platform")
def test_no_bytes_that_atheris_finds_stop_the_answers() -> None:
    command = [
        sys.executable,
        "-W",
        "ignore",
        "-m",
        "tests.support.rule_fuzzing",
        "-runs=100000",
        "-max_len=200",
        "-seed=1",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr[-4_000:]


def test_a_budget_that_ends_within_a_macro_tells_which() -> None:
    rule = "true && many.all(x, many.all(y, x + y >= 0))"
    value = told("cel", rule, {"many": MANY})
    assert isinstance(value, Failed)
    assert value.pointer == f"@{rule.rindex('.all') + 2}"
    value = told("jsonlogic", {"!": {"map": [{"var": "many"}, {"+": [{"var": ""}, 1, 2]}]}}, {"many": MANY})
    assert isinstance(value, Failed)
    assert value.pointer == "/!/0/map"
