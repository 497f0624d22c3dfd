"""A field that waits for another shows by what its rule answers: true shows, anything else does not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from jarvis_desktop.expressions.tree import Undetermined
from jarvis_desktop.forms.conditions import BadCondition, Showing, read_showing
from tests.unit.forms.forms import decided, form, row


@pytest.mark.parametrize(
    ("wanted", "value", "shown"),
    [
        ("fire", "fire", True),
        ("fire", "Fire", False),
        ("fire", ("water", "fire"), True),
        ("fire", ("water",), False),
        (["fire", "water"], "water", True),
        (["fire", "water"], ("wind",), False),
        ([], "fire", False),
        (3, 3, True),
        (3, "3", True),
        ("3", 3, True),
        ("3", Decimal("3.0"), True),
        ("3.0", 3, False),
        ("03", 3, False),
        (Decimal("0.5"), "0.5", True),
        (3, 30, False),
        (True, True, True),
        ("true", True, True),
        (True, "true", True),
        (True, 1, False),
        (1, True, False),
        (False, 0, False),
        ("", "", True),
        ("2026-01-31", date(2026, 1, 31), True),
        ("2026-01-30", date(2026, 1, 31), False),
        (None, None, True),
        (None, "fire", False),
        (["fire", None], None, True),
        ("a'b\"c", "a'b\"c", True),
        ("fire", "\ud800", False),
    ],
)
def test_one_meaning_of_the_value_wanted(wanted: Any, value: Any, shown: bool) -> None:
    condition = Showing("kind", wanted)
    assert (condition.verdict({"kind": value}) is True) is shown
    read = form(row("kind"), row("more", ui_props={"conditional": {"dependsOn": "kind", "value": wanted}}))
    assert ("more" not in decided(read, {"kind": value}).hidden) is shown


def test_a_master_without_value_leaves_it_undetermined_and_the_field_hidden() -> None:
    assert Showing("kind", "fire").verdict({"kind": None}) == Undetermined(frozenset({"kind"}))
    assert Showing("kind", ["fire", "water"]).verdict({}) == Undetermined(frozenset({"kind"}))


def test_conditions_that_say_the_same_are_equal() -> None:
    assert Showing("a", [1, "x"]) == Showing("a", [1, "x"])
    assert len({Showing("a", 1), Showing("a", True), Showing("a", "1"), Showing("b", 1), Showing("b", 1)}) == 4


@pytest.mark.parametrize(
    "document",
    [3, [], {"dependsOn": "a"}, {"value": 1}, {"dependsOn": 3, "value": 1}, {"dependsOn": "", "value": 1},
     {"dependsOn": "a", "value": {"x": 1}}, {"dependsOn": "a", "value": [[1]]},
     {"dependsOn": "a", "value": list(range(5_000))}],
)  # fmt: skip
def test_what_is_no_condition_is_told_at_its_place_and_hides_nothing(document: Any) -> None:
    with pytest.raises(BadCondition):
        read_showing(document)
    read = form(row("a"), row("more", ui_props={"conditional": document}))
    assert decided(read, {}).hidden == frozenset()
    assert any(problem.startswith("more: /ui_props/conditional ") for problem in read.problems)


def test_a_chain_of_thousands_and_a_ring_are_decided() -> None:
    links = [row("f0"), *(row(f"f{n}", ui_props={"conditional": {"dependsOn": f"f{n - 1}", "value": "x"}})
                          for n in range(1, 3_000))]  # fmt: skip
    read = form(*reversed(links))
    values = {f"f{n}": "x" for n in range(3_000)}
    assert decided(read, values).hidden == frozenset()
    assert len(decided(read, {**values, "f0": "y"}).hidden) == 2_999
    ring = form(*(row(a, ui_props={"conditional": {"dependsOn": b, "value": "x"}}) for a, b in ("ab", "bc", "ca")))
    assert decided(ring, {"a": "x", "b": "x", "c": "x"}).hidden == frozenset()


def test_a_field_that_waits_for_none_is_told_and_hidden() -> None:
    waiting = row("more", ui_props={"conditional": {"dependsOn": "knid", "value": "x"}})
    read = form(row("kind"), waiting)
    assert [problem for problem in read.problems if "“knid”" in problem]
    assert decided(read, {"kind": "x"}).hidden == {"more"}
    assert form(row("kind"), row("knid", persona="john"), waiting, persona="rachel").problems == ()
