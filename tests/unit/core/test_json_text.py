"""What is written is read back to the last digit, and nothing that is no JSON passes."""

from __future__ import annotations

import json
import math
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.core.json_text import MAX_NESTING, NotJson, dumps, loads, oversized, texts, value_at

NUMBERS = st.integers(-(10**1500), 10**1500) | st.decimals(allow_nan=False, allow_infinity=False)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | NUMBERS | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)


def nested(depth: int) -> Any:
    value: Any = []
    for level in range(depth - 1):
        value = [value] if level % 2 else {"a": value}
    return value


def told(value: object) -> str:
    """The value with each number's digits, so that true is not 1 and 1.0 is not 1."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{key!r}:{told(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(told, value)) + "]"
    number = isinstance(value, (int, Decimal)) and not isinstance(value, bool)
    return str(Decimal(value)) if number else repr(value)  # type: ignore[arg-type]  # a number


@given(VALUES, st.sampled_from([None, 2]), st.booleans())
def test_what_is_written_is_read_back(value: Any, indent: int | None, sort_keys: bool) -> None:
    found = loads(dumps(value, indent=indent, sort_keys=sort_keys))
    assert found == value
    if not sort_keys:
        assert told(found) == told(value)


@given(VALUES)
def test_sorted_keys_tell_only_of_the_content(value: Any) -> None:
    turned = {"b": value, "a": value}
    assert dumps(turned, sort_keys=True) == dumps(dict(reversed(turned.items())), sort_keys=True)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
                    | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=8),
       st.sampled_from([None, 2]))  # fmt: skip
def test_other_programs_see_the_same_text(value: Any, indent: int | None) -> None:
    assert dumps(value, indent=indent) == json.dumps(value, ensure_ascii=False, indent=indent)


@given(VALUES, st.text(" \n,]", max_size=3))
def test_a_value_is_found_inside_a_longer_text(value: Any, after: str) -> None:
    text = f"[{dumps(value)}"
    found, end = value_at(f"{text} {after}", 1, str)
    assert (found, end) == (value, len(text))


@given(st.text('[]{}",:\\\\0123456789.eE-+ntrufalsNIy \n', max_size=40))
def test_any_text_is_a_value_or_not_json(text: str) -> None:
    try:
        value = loads(text)
    except NotJson:
        return
    assert loads(dumps(value)) == value


def test_numbers_keep_every_digit() -> None:
    assert dumps(loads('{"a": 9007199254740993.10}')) == '{"a": 9007199254740993.10}'
    for digits in ("7" * 999, "7" * 1000, "-" + "7" * 131_072):
        assert dumps(loads(digits)) == digits
    assert dumps(10**5000) == "1" + "0" * 5000


def test_days_and_instants_are_iso_text() -> None:
    assert dumps([date(2026, 1, 31), datetime(2026, 1, 31, 9, tzinfo=UTC)]) == (
        '["2026-01-31", "2026-01-31T09:00:00+00:00"]'
    )


@pytest.mark.parametrize(
    ("text", "message", "position"),
    [
        ('{"a": }', "is not JSON: Expecting value at line 1, column 7", 6),
        ("[1,\n2", "is not JSON: Expecting ',' delimiter at line 2, column 2", 5),
        ("", "is not JSON: Expecting value at line 1, column 1", 0),
        ("1 2", "is not JSON: Extra data at line 1, column 3", 2),
        ('"\n"', "is not JSON: Invalid control character at line 1, column 2", 1),
        ("[NaN]", "is not JSON: NaN is not a JSON number", None),
        ("-Infinity", "is not JSON: -Infinity is not a JSON number", None),
        ("1e99999999999999999999", "holds a number that is too large", None),
        ("[" * 501 + "]" * 501, "is nested more than 500 levels deep", None),
        ("[" * 100_000, "is nested more than 500 levels deep", None),
    ],
)
def test_what_is_no_json_is_told_with_its_place(text: str, message: str, position: int | None) -> None:
    with pytest.raises(NotJson) as caught:
        loads(text)
    assert (str(caught.value), caught.value.position) == (message, position)


def test_brackets_in_texts_are_no_levels() -> None:
    text = "[{" * 1000 + '\\"'
    assert loads(dumps([text, {text: 1}])) == [text, {text: 1}]


def test_unfinished_texts_are_refused_without_delay() -> None:
    with pytest.raises(NotJson):
        loads("[" * 600 + '\\"' * 200_000)


def test_depth_is_bounded_alike_both_ways() -> None:
    assert loads(dumps(nested(MAX_NESTING))) == nested(MAX_NESTING)
    with pytest.raises(NotJson, match="nested more than 500 levels deep"):
        dumps(nested(MAX_NESTING + 1))
    with pytest.raises(NotJson, match="nested too deeply"):
        value_at("[" * 100_000, 0, str)


@pytest.mark.parametrize("value", [math.nan, math.inf, Decimal("NaN"), Decimal("-Infinity"), {1}, b"x", object()])
def test_what_json_cannot_hold_is_refused(value: object) -> None:
    with pytest.raises(NotJson, match="is not a value of JSON"):
        dumps({"a": [value]})


def test_unfit_numbers_can_be_kept_as_marks() -> None:
    text = "[NaN, -Infinity, 1e99999999999999999999, 1.0]"
    assert value_at(text, 0, lambda number: f"<{number}>")[0] == [
        "<NaN>", "<-Infinity>", "<1e99999999999999999999>", Decimal("1.0")
    ]  # fmt: skip


def test_texts_are_those_of_values_and_keys() -> None:
    assert sorted(texts({"a": ["b", 1, {"c": None}], "d": "e"})) == ["a", "b", "c", "d", "e"]


def test_size_is_depth_and_number_of_parts() -> None:
    assert oversized(nested(64), depth=64, nodes=100) == ""
    assert oversized(nested(66), depth=64, nodes=100) == "nested more than 64 levels deep"
    assert oversized([1] * 5000, depth=64, nodes=5000) == "larger than 5,000 parts"
    assert oversized("text", depth=0, nodes=1) == ""
