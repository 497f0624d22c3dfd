"""What is computed before a record comes, and the quick ways: never another answer than the slow one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import count, product
from random import Random
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from typing_extensions import override

from jarvis_desktop.core.words import ENGLISH, Catalogue, speak
from jarvis_desktop.expressions import rules
from jarvis_desktop.expressions.explaining import trace
from jarvis_desktop.expressions.operators import OPERATORS
from jarvis_desktop.expressions.paths import MISSING, finder, lookup
from jarvis_desktop.expressions.quick import QUICK
from jarvis_desktop.expressions.rules import Rule
from jarvis_desktop.expressions.tree import (
    MAX_OPERATIONS,
    Call,
    Failed,
    Field,
    ListOf,
    Literal,
    Node,
    Undetermined,
    children,
)
from jarvis_desktop.expressions.types import Type
from tests.support.operator_trees import ALL_FIELDS, NAMES, conditions_of
from tests.support.rule_trees import random_record

VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -7, 3, 2**62, 2**63, -(10**999), Decimal("0.5"), Decimal("-1.0"), Decimal("1E+2"), "", "a",
    "ä", "1", " 7 ", "2024-02-29", date(2024, 2, 29), timedelta(hours=1), [], [1, "a"], {}, {"a": 1},
)  # fmt: skip


def compiled(engine: str, rule: object) -> Rule:
    found = rules.compile(engine, rule)
    assert isinstance(found, Rule), found
    return found


def of(tree: Node) -> Rule:
    return Rule("cel", tree, Type.ANY, None)


def told(value: Any) -> tuple[type, object]:
    """An answer with its kind, since 1 equals true; of a failure that it is one."""
    return type(value), None if isinstance(value, Failed) else value


@pytest.mark.parametrize("name", sorted(QUICK))
def test_the_quick_way_of_an_operator_answers_as_the_operator(name: str) -> None:
    operands = (Field("a"), Field("b"))
    alone = name in ("~bool", "~not")
    rule = of(Call(name, operands[:1] if alone else operands))
    for first, second in product(VALUES, VALUES):
        if first is None or second is None:
            continue  # what is null in a record is not known
        slow = OPERATORS[name](first) if alone else OPERATORS[name](first, second)
        assert told(rule.compute({"a": first, "b": second})) == told(slow), (first, second)
        constant = of(Call(name, operands[:1] if alone else (Field("a"), Literal(second))))
        assert told(constant.compute({"a": first})) == told(slow), (first, second)


def with_constants(node: Node, record: dict[str, Any]) -> Node:
    """The tree with each field that a constant can stand for written as what the record holds."""
    if isinstance(node, Call) and node.operator not in ("missing", "missing_some", "~var", "index"):
        return Call(node.operator, tuple(with_constants(each, record) for each in node.operands), node.place)
    if isinstance(node, ListOf):
        return ListOf(tuple(with_constants(each, record) for each in node.items), node.place)
    value = record.get(node.path) if isinstance(node, Field) and node.default is None else None
    return Literal(value) if type(value) in (bool, int, str, Decimal) else node


@pytest.mark.parametrize("name", NAMES)
def test_constants_and_fields_that_hold_them_give_one_answer(name: str) -> None:
    chance = Random(name)
    for tree in conditions_of(name, chance, 25):
        record = random_record(chance, nulls=0)
        constant = with_constants(tree, record)
        if not any(isinstance(each, Literal) and each.value is None for each in children(constant)):
            assert told(of(constant).compute(record)) == told(of(tree).compute(record)), tree


@pytest.mark.parametrize("name", NAMES)
def test_a_watched_evaluation_gives_the_answer_of_an_unwatched_one(name: str) -> None:
    chance = Random(f"watched {name}")
    for tree in conditions_of(name, chance, 25):
        rule, record = Rule("cel", tree, Type.ANY, ALL_FIELDS), random_record(chance)
        steps = trace(rule, record)
        assert told(steps[-1].value) == told(rule.compute(record)), tree


def test_a_list_that_a_rule_holds_is_not_the_asker_s_to_change() -> None:
    rule = compiled("jsonlogic", {"if": [{"var": "flag"}, [1, [2, 3]], {"merge": [4, 5]}]})
    for record, expected in (({"flag": True}, [1, [2, 3]]), ({"flag": False}, [4, 5])):
        found = rule.compute(record)
        found[-1] = 0
        if isinstance(expected[1], list):
            rule.compute(record)[1].append(4)
        assert rule.compute(record) == expected


def test_a_constant_that_fails_does_so_when_it_is_asked() -> None:
    rule = compiled("cel", "flag || 1 / 0 > 1")
    assert rule.evaluate({"flag": True}) is True
    assert rule.evaluate({"flag": False}) == Failed("A number is divided by zero.", "@11")


def test_a_failure_is_in_the_language_of_the_moment() -> None:
    rule = compiled("cel", "1 / 0 > 1")
    speak(Catalogue("xx", change=str.upper))
    try:
        found = rule.evaluate({})
    finally:
        speak(ENGLISH)
    assert isinstance(found, Failed)
    assert found.reason.isupper()
    assert rule.evaluate({}) == Failed("A number is divided by zero.", "@3")


def test_a_name_bound_within_another_s_reach_is_given_back() -> None:
    rule = compiled("cel", "x.map(i, [9].exists(i, i == 9) ? i : 0)")
    assert rule.compute({"x": [1, 2]}) == [1, 2]
    sums = {"reduce": [[7], {"+": [{"var": "current"}, {"var": "accumulator"}]}, 0]}
    nested = {"reduce": [{"var": "x"}, {"+": [sums, {"var": "current"}, {"var": "accumulator"}]}, 0]}
    assert compiled("jsonlogic", nested).compute({"x": [1, 2]}) == 17


@pytest.mark.parametrize("text", ["a == a", "x.exists(i, i == i)", "o.t == o.t", "x[0] == x[0]"])
def test_a_text_that_is_no_unicode_fails_wherever_it_is_read(text: str) -> None:
    half = "\ud800"
    found = compiled("cel", text).evaluate({"a": half, "x": [half], "o": {"t": half}})
    assert isinstance(found, Failed)
    assert "Unicode" in found.reason


def test_what_constants_make_is_counted_each_time_it_is_asked_for() -> None:
    rule = compiled("cel", f"x.map(i, '{'q' * 600}' + '{'r' * 600}').size()")
    assert rule.compute({"x": list(range(100))}) == 100
    over = rule.compute({"x": list(range(1_000))})
    assert isinstance(over, Failed)
    assert "1,000,000" in over.reason
    assert trace(rule, {"x": list(range(1_000))})[-1].value == over


def test_every_part_of_a_constant_is_in_the_trace() -> None:
    rule = compiled("cel", "a == 1 + 2 * 3")
    assert [step.value for step in trace(rule, {"a": 7})] == [7, 6, 7, True]
    assert [step.value for step in trace(compiled("cel", "3"), {})] == [3]


class Counted(list[int]):
    """A list that counts how many of its items were looked at."""

    seen = 0

    @override
    def __iter__(self) -> Iterator[int]:
        for item in super().__iter__():
            self.seen += 1
            yield item


@pytest.mark.parametrize(("text", "same"), [("1 in x", False), ("x == y", True)])
def test_nothing_more_is_compared_when_the_budget_is_spent(text: str, same: bool) -> None:
    items = Counted([5] * 5 * MAX_OPERATIONS)
    found = compiled("cel", text).evaluate({"x": items, "y": [5 if same else 6] * len(items)})
    assert isinstance(found, Failed)
    assert "too large" in found.reason
    assert items.seen <= MAX_OPERATIONS + 1


def test_the_clock_is_looked_at_however_dear_the_single_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each item takes a millisecond: the rule is ended after the hundred that it has, and those between two looks."""
    times = count(1, 0.001)
    monkeypatch.setattr("jarvis_desktop.expressions.budget.perf_counter", lambda: next(times) * 64)
    found = compiled("cel", "x.all(i, i > 0)").evaluate({"x": [1] * 1_000})
    assert isinstance(found, Failed)
    assert "longer than 100 ms" in found.reason
    assert next(times) < 1.010, "looked at every 64 operations, from the first time on"


PARTS = st.sampled_from(["a", "b", "1", "0", "", "ab"])
PATHS = st.lists(PARTS, max_size=6).map(".".join)
RECORDS = st.recursive(
    st.sampled_from([None, 1, "x"]),
    lambda below: st.lists(below, max_size=2) | st.dictionaries(PATHS, below, max_size=4),
    max_leaves=12,
)


@given(record=RECORDS, path=PATHS)
@example({"a": {"b": 1}, "a.b": None}, "a.b")
@example({"a": {"b": 1}, "a.b": {}}, "a.b.c")
@example({"a": {"b": {"c": 5}}, "a.b": {"c": 6}}, "a.b.c")
@example({"a": [{"b": 7}]}, "a.0.b")
@example({"a": {"b": {"c": {"d": 4}}}}, "a.b.c.d")
def test_a_path_made_ready_finds_what_looking_it_up_finds(record: Any, path: str) -> None:
    assert finder(path)(record) is lookup(record, path)
    rule = compiled("jsonlogic", {"var": path})
    expected = lookup(record, path)
    if expected is None or expected is MISSING:
        assert rule.compute(record) == Undetermined(frozenset({path}))
    else:
        assert rule.compute(record) == expected
