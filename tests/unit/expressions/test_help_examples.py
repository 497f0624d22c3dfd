"""What the help page about rules shows can be run, means the same in each language, and leaves no operator out."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest

from jarvis_desktop.core.bundled import bundled
from jarvis_desktop.core.json_text import loads
from jarvis_desktop.expressions import rules, simple
from jarvis_desktop.expressions.rules import Rule
from jarvis_desktop.expressions.tree import Undetermined

PAGES = ("rules.md", "de/rules.md")


def page(name: str) -> str:
    return (bundled("resources") / "help" / name).read_text("utf-8")


def codes(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)


def rule(engine: str, text: Any) -> Rule:
    found = rules.compile(engine, text)
    assert isinstance(found, Rule), (text, found)
    return found


@pytest.mark.parametrize("name", PAGES)
def test_the_first_example_means_the_same_in_each_language(name: str) -> None:
    shown = dict(re.findall(r"^- (simple|CEL|JsonLogic): `(.*)`$", page(name), re.MULTILINE))
    compiled = [
        rule("simple", shown["simple"]),
        rule("cel", shown["CEL"]),
        rule("jsonlogic", loads(shown["JsonLogic"])),
    ]
    whole = {"year_built": 1960, "construction": "frame", "building_value": Decimal("1000000.01")}
    for record, answer in (
        (whole, True),
        ({**whole, "year_built": 1970}, False),
        ({**whole, "construction": "Frame"}, False),
        ({**whole, "year_built": None}, Undetermined(frozenset({"year_built"}))),
        ({**whole, "year_built": None, "construction": "brick"}, False),
    ):
        assert [each.evaluate(record) for each in compiled] == [answer] * 3


@pytest.mark.parametrize("name", PAGES)
def test_the_other_examples_can_be_run(name: str) -> None:
    found = codes(page(name))
    stored = [loads(code) for code in found if code.startswith("{")]
    assert len(stored) == 4
    assert all(isinstance(rules.compile_stored(each), Rule) for each in stored)
    for code in ("year_built is null or year_built < 1970",):
        assert code in found
        assert rule("simple", code).evaluate({"year_built": None}) is True
    for code in ("year_built == null", "has(address.city)", "claims.exists(c, c.paid > 50000)", "7 / 2",
                 "condition ? one : other", 'timestamp("2026-01-31T00:00:00Z")', 'duration("36h")'):  # fmt: skip
        assert code in found
        rule("cel", code)
    for code in ("before", "after", "between 1950 and 1970", 'in ["frame", "brick"]', "is null", "is not null"):
        assert code in found
        rule("simple", f"field {code} 1" if code in ("before", "after") else f"field {code}")


@pytest.mark.parametrize("name", PAGES)
def test_every_operator_is_listed(name: str) -> None:
    listed = set(" ".join(codes(page(name))).split())
    assert {*simple.COMPARISONS, *simple.NULL_TESTS, *simple.GROUPS} <= listed
    assert set(re.findall(r"Known: (.*)\.$", _known())[0].split()) - {"?:"} <= listed


def test_both_pages_show_the_same_code() -> None:
    assert codes(page(PAGES[0])) == codes(page(PAGES[1]))


def _known() -> str:
    found = rules.compile("jsonlogic", {"no such": 1})
    assert not isinstance(found, Rule)
    return found.reason
