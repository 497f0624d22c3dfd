"""What is printed is read as the same rule again, and every language's printing answers the same."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.core import figures, zone
from jarvis_desktop.expressions import rules
from jarvis_desktop.expressions.explaining import explain
from jarvis_desktop.expressions.printers.field_words import FieldWords
from jarvis_desktop.expressions.rules import Rule
from jarvis_desktop.expressions.tree import Failed, Node, Undetermined
from jarvis_desktop.expressions.types import Type
from tests.support.rule_trees import FIELDS, conditions, field_conditions, random_record, rules_of

if TYPE_CHECKING:
    from jarvis_desktop.expressions.tree import Verdict


def ruled(engine: str, text: Any) -> Rule:
    found = rules.compile(engine, text, FIELDS)
    assert isinstance(found, Rule), (text, found)
    return found


def written(tree: Node) -> dict[str, tuple[str, Any]]:
    """Each form of a rule with the engine that reads it."""
    told = explain(Rule("simple", tree, Type.BOOL, FIELDS))
    forms = {
        "jsonlogic": ("jsonlogic", told.jsonlogic),
        "cel": ("cel", told.cel),
        "simple": ("simple", told.simple),
        "simple text": ("simple", told.simple_text),
    }
    return {name: form for name, form in forms.items() if not isinstance(form[1], Failed)}


def settled(verdict: Verdict) -> object:
    return verdict if isinstance(verdict, (bool, Undetermined)) else "failed"


@given(tree=rules_of(field_conditions), seed=st.integers(0, 500))
def test_every_language_says_a_rule_of_plain_conditions_and_means_the_same(tree: Node, seed: int) -> None:
    forms = written(tree)
    assert {"simple", "simple text", "cel"} <= forms.keys()
    record = random_record(Random(seed))
    answer = settled(Rule("simple", tree, Type.BOOL, FIELDS).evaluate(record))
    for name, (engine, text) in forms.items():
        assert settled(ruled(engine, text).evaluate(record)) == answer, (name, text, record)


@given(tree=rules_of(conditions), seed=st.integers(0, 500))
def test_cel_says_every_strict_rule_and_means_the_same(tree: Node, seed: int) -> None:
    text = written(tree)["cel"][1]
    record = random_record(Random(seed))
    answer = settled(Rule("cel", tree, Type.BOOL, FIELDS).evaluate(record))
    assert settled(ruled("cel", text).evaluate(record)) == answer, (text, record)


@given(tree=rules_of(conditions))
def test_what_was_read_is_printed_so_that_it_is_read_the_same(tree: Node) -> None:
    for engine, text in written(tree).values():
        once = ruled(engine, text)
        for other, printed in written(once.tree).values():
            if other == engine and type(printed) is type(text):
                assert ruled(engine, printed).tree == once.tree, (text, printed)


@pytest.mark.parametrize(
    ("engine", "rule", "words"),
    [
        (
            "simple",
            'year_built < 1970 and construction = "frame"',
            "year built is before 1970 and construction is frame",
        ),
        (
            "cel",
            "value / 2 > 10 || !(name in ['a', 'b'])",
            "(value divided by 2) is more than 10 or name is none of a or b",
        ),
        ("jsonlogic", {"if": [{"==": [{"var": "a.b"}, None]}, 1, 2]}, "if b of a is not known then 1, otherwise 2"),
        ("cel", "items.exists(x, x.price > 5)", "for at least one x in items: price is more than 5"),
    ],
)
def test_a_rule_is_said_in_plain_words(engine: str, rule: Any, words: str) -> None:
    found = rules.compile(engine, rule)
    assert isinstance(found, Rule)
    assert explain(found).words == words


TYPES = {
    "year_built": Type.NUMBER,
    "construction": Type.ANY,
    "building_value": Type.NUMBER,
    "area": Type.NUMBER,
    "inception": Type.DATE,
    "reported_at": Type.TIMESTAMP,
    "sprinklers": Type.BOOL,
    "items": Type.LIST,
}
LABELS: dict[str, str | FieldWords] = {
    "year_built": "Year built",
    "construction": FieldWords("Construction", {"1": "Frame", "2": "Joisted masonry"}),
    "building_value": FieldWords("Building value", before="€", money=True),
    "area": FieldWords("Area", after="m²"),
    "inception": "Inception",
    "reported_at": FieldWords("Reported at"),
    "sprinklers": "Sprinklers",
    "items": "Items",
    "items.price": FieldWords("Price", before="€", money=True),
}


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("year_built < 1970", "Year built is before 1970"),
        ("1970 <= year_built", "Year built is 1970 or after"),
        ("construction == 1", "Construction is Frame"),
        ("!(construction in [1, 2])", "Construction is none of Frame or Joisted masonry"),
        ("construction == 3", "Construction is 3"),
        ("building_value > 1000000", "Building value is more than €1,000,000"),
        ("building_value >= 1000.5", "Building value is at least €1,000.50"),
        ("building_value == -2500", "Building value is -€2,500"),
        ("area < 12000", "Area is less than 12,000 m²"),
        ("inception >= timestamp('2026-01-31T00:00:00Z')", "Inception is 2026-01-31 or after"),
        ("inception != '2026-01-31'", "Inception is not 2026-01-31"),
        ("sprinklers == false", "Sprinklers is no"),
        ("sprinklers && area > 5", "Sprinklers is yes and Area is more than 5 m²"),
        ("!sprinklers", "Sprinklers is no"),
        ("items.exists(x, x.price > 2500)", "for at least one x in Items: Price is more than €2,500"),
    ],
)
def test_fields_and_values_are_called_as_the_form_calls_them(rule: str, words: str) -> None:
    found = rules.compile("cel", rule, TYPES)
    assert isinstance(found, Rule), found
    assert explain(found, labels=LABELS).words == words


def test_an_instant_is_said_in_local_time() -> None:
    found = rules.compile("cel", "reported_at < timestamp('2026-01-31T12:00:00Z')", TYPES)
    assert isinstance(found, Rule), found
    local = zone.local(datetime(2026, 1, 31, 12, tzinfo=UTC))
    assert explain(found, labels=LABELS).words == f"Reported at is before {local:%Y-%m-%d %H:%M}"


def test_thousands_are_marked_as_the_language_does() -> None:
    found = rules.compile("cel", "building_value > 1234567.5", TYPES)
    assert isinstance(found, Rule), found
    figures.write_with(lambda count: f"{count:,}".replace(",", "."))
    try:
        assert explain(found, labels=LABELS).words == "Building value is more than €1.234.567,50"
    finally:
        figures.write_with(None)


def test_a_long_rule_is_a_list_of_lines() -> None:
    found = rules.compile(
        "cel",
        "(year_built < 1970 && construction in [1, 2] && !sprinklers || building_value > 25000000)"
        " && !(inception < '2020-01-01' || area > 10000 || construction == 2) && area < 20000",
        TYPES,
    )
    assert isinstance(found, Rule), found
    assert explain(found, labels=LABELS).outline.splitlines() == [
        "all of these hold:",
        "- one of these holds:",
        "  - Year built is before 1970 and Construction is one of Frame or Joisted masonry and Sprinklers is no",
        "  - Building value is more than €25,000,000",
        "- none of these holds:",
        "  - Inception is before 2020-01-01",
        "  - Area is more than 10,000 m²",
        "  - Construction is Joisted masonry",
        "- Area is less than 20,000 m²",
    ]


def test_a_long_choice_is_a_list_of_lines() -> None:
    text = "area > 100 ? 'a small building' :"
    text += " building_value > 100 ? 'one of great value, however large' : 'neither of these'"
    found = rules.compile("cel", text, TYPES)
    assert isinstance(found, Rule), found
    assert explain(found, labels=LABELS).outline.splitlines() == [
        "the first of these that applies:",
        "- if Area is more than 100 m²: a small building",
        "- if Building value is more than €100: “one of great value, however large”",
        "- otherwise neither of these",
    ]


@given(tree=rules_of(conditions))
def test_every_rule_is_said_and_outlined(tree: Node) -> None:
    told = explain(Rule("simple", tree, Type.BOOL, FIELDS), labels={"whole": FieldWords("Whole", money=True)})
    assert told.words
    assert told.outline.count("- ") + 1 >= len(told.outline.splitlines())
