"""A rule over a form is said with the form's labels, choices and units, in the language of the person."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from jarvis_desktop.core import words
from jarvis_desktop.expressions import rules
from jarvis_desktop.expressions.explaining import explain
from jarvis_desktop.expressions.rules import Rule
from jarvis_desktop.forms.rule_words import field_words, rule_fields, shown_while
from tests.unit.forms.forms import form, row

if TYPE_CHECKING:
    from jarvis_desktop.forms.types import FormDefinition

FIELDS = (
    row("year_built", "integer", ui_props={"i18n": {"de": {"label": "Baujahr"}}}),
    row(
        "construction",
        "select",
        options=[{"value": "frame", "label": "Frame"}, {"value": 2, "label": "Joisted masonry"}],
        ui_props={"i18n": {"de": {"label": "Bauart", "options": {"Frame": "Holzrahmen"}}}},
    ),
    row("sprinklered", "toggle"),
    row("area", "decimal", ui_props={"suffix": "m²"}),
    row("value", "decimal", ui_props={"prefix": "€"}),
    row("perils", "multiselect", options=["Fire", "Flood"]),
    row("since", "date"),
)
LANGUAGE = "de"


def said(text: str, definition: FormDefinition) -> str:
    found = rules.compile("cel", text, rule_fields(definition))
    assert isinstance(found, Rule), found
    return explain(found, labels=field_words(definition)).words


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("year_built < 1970 && construction == 'frame'", "Year built is before 1970 and Construction is Frame"),
        ("construction in ['frame', 2]", "Construction is one of Frame or Joisted masonry"),
        ("area > 12000", "Area is more than 12,000 m²"),
        ("value <= 1000.5", "Value is at most €1,000.5"),
        ("sprinklered", "Sprinklered is yes"),
        ("!sprinklered", "Sprinklered is no"),
        ("since >= '2026-01-31'", "Since is 2026-01-31 or after"),
        ("perils.exists(p, p == 'Fire')", "for at least one p in Perils: p is Fire"),
    ],
)
def test_a_rule_is_said_in_the_words_of_the_form(rule: str, expected: str) -> None:
    assert said(rule, form(*FIELDS)) == expected


def test_the_words_are_those_of_the_persons_language() -> None:
    said_in_german = {"{a} is before {b}": "{a} ist vor {b}", "{a} is {b}": "{a} ist {b}"}
    words.speak(words.Catalogue(LANGUAGE, {(text, ""): (german,) for text, german in said_in_german.items()}))
    try:
        read = form(*FIELDS, language=LANGUAGE)
        assert said("year_built < 1970", read) == "Baujahr ist vor 1970"
        assert said("construction == 'frame'", read) == "Bauart ist Holzrahmen"
    finally:
        words.speak(words.ENGLISH)


@pytest.mark.parametrize(
    ("master", "value", "expected"),
    [
        ("construction", "frame", "Construction is Frame"),
        ("construction", ["frame", "2"], "Construction is one of Frame or Joisted masonry"),
        ("construction", ["frame", None], "Construction is Frame or Construction is not known"),
        ("sprinklered", True, "Sprinklered is yes"),
        ("sprinklered", "true", "Sprinklered is yes"),
        ("perils", "Fire", "Perils contains Fire"),
        ("area", Decimal(1200), "Area is 1,200 m²"),
        ("area", "1200", "Area is 1200"),
        ("construction", [], ""),
        ("nowhere", "x", "nowhere is x"),
    ],
)
def test_while_what_a_field_shows_is_said(master: str, value: Any, expected: str) -> None:
    definition = form(*FIELDS, row("more", ui_props={"conditional": {"dependsOn": master, "value": value}}))
    field = definition.field("more")
    assert field is not None
    assert field.visible_when is not None
    assert shown_while(field.visible_when, definition) == expected
