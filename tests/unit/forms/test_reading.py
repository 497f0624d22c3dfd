"""Rows become forms: which row counts, what older spellings mean, and that junk never raises."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from jarvis_desktop.forms.choices import choices_for
from jarvis_desktop.forms.defaults import initial_values
from jarvis_desktop.forms.reading import read_form
from jarvis_desktop.forms.step_reading import read_step_form
from jarvis_desktop.forms.types import FieldDefinition, FormDefinition, FormTarget, Option
from jarvis_desktop.metadata.types import Reader
from tests.unit.forms.forms import JUNK, TYPES, decided, form, junk_rows, row


def only(definition: FormDefinition, key: str) -> FieldDefinition:
    found = definition.field(key)
    assert found is not None
    return found


@given(rows=junk_rows(), templates=JUNK)
def test_junk_never_raises_and_every_field_is_sound(rows: list[dict[str, Any]], templates: Any) -> None:
    read = read_form("x", rows, [{"configuration": templates, "template_name": "t"}], TYPES, language="en")
    for field in read.fields:
        assert field.notice or field.kind in TYPES
    decided(read, {"a": "x"})


@given(schema=JUNK, rules=JUNK)
def test_junk_in_a_step_never_raises(schema: Any, rules: Any) -> None:
    read_step_form("flow.step", {"form_schema": schema, "validation_rules": rules}, TYPES, FormTarget())


def test_the_most_specific_row_wins() -> None:
    rows = (
        row("note", label="For all"),
        row("note", label="Level two", maturity_level="L2"),
        row("note", label="For Rachel", persona="rachel"),
        row("note", label="Rachel, level two", persona="rachel", maturity_level="L2"),
    )
    shown = {who: form(*rows, persona=who[0], maturity=who[1]).fields[0].label
             for who in [("john", ""), ("john", "L2"), ("rachel", ""), ("rachel", "L2")]}  # fmt: skip
    assert list(shown.values()) == ["For all", "Level two", "For Rachel", "Rachel, level two"]


def test_an_inactive_winner_removes_the_field() -> None:
    rows = row("note", label="For all"), row("note", persona="rachel", is_active=False)
    assert form(*rows, persona="rachel").fields == ()
    assert len(form(*rows, persona="john").fields) == 1


def test_older_spellings_are_limits() -> None:
    read = form(
        row("age", "integer", validation_rules={"min": "18", "max": 99, "required": True}),
        row("code", validation_rules={"min": 2, "minWords": 1}),
        row("risks", "multiselect", options=["a"], validation_rules={"max": 3}),
        row("due", "date", validation_rules={"min": "2026-01-01"}),
    )
    assert only(read, "age").schema == {"minimum": 18, "maximum": 99}
    assert only(read, "age").required
    assert only(read, "code").schema == {"minLength": 2, "minWords": 1}
    assert only(read, "risks").schema == {"maxItems": 3}
    assert only(read, "due").schema == {"notBefore": "2026-01-01"}
    assert read.problems == ()


@pytest.mark.parametrize(
    ("rules", "pointer"),
    [
        ({"pattern": "("}, "/validation_rules/pattern"),
        ({"pattern": "(?=a)b"}, "/validation_rules/pattern"),
        ({"minLength": "many"}, "/validation_rules/minLength"),
        ({"enum": 3}, "/validation_rules/enum"),
        ({"allOf": [{"$ref": "http://127.0.0.1:9/none"}]}, "/validation_rules/allOf"),
        ({"surprise": 1}, "/validation_rules/surprise"),
        ({"rules": [{"engine": "simple"}]}, "/validation_rules/rules/0"),
    ],
)
def test_a_bad_rule_is_reported_with_its_place_and_the_others_hold(rules: dict[str, Any], pointer: str) -> None:
    read = form(row("code", validation_rules={**rules, "maxLength": 5}))
    assert only(read, "code").schema == {"maxLength": 5}
    assert len(read.problems) == 1
    assert read.problems[0].startswith(f"code: {pointer} ")


@pytest.mark.parametrize(
    "given_row",
    [
        row("f", "hologram", validation_rules={"min": 0}),
        row("f", validation_rules=[1]),
        row("f", ui_props="wide"),
        row("f", "select", options=7),
        row("f", "select"),
        row("f", "lookup"),
        row("f", "lookup", options={"table": "users", "value": 7}),
        row("f", "select", options={"table": "users", "filter": {"nonsense": []}}),
        row("f", "lookup_many", options={"table": "users", "search": {"email": 1}}),
    ],
)
def test_an_unusable_field_says_so_in_its_place(given_row: dict[str, Any]) -> None:
    field = form({**given_row, "is_required": True}).fields[0]
    assert field.notice
    assert not field.required


def test_options_in_every_spelling() -> None:
    for options in (
        [{"value": "a", "label": "A"}, {"value": "b", "label": "B"}],
        {"oneOf": [{"const": "a", "title": "A"}, {"const": "b", "title": "B"}]},
    ):
        assert only(form(row("f", "select", options=options)), "f").options == (Option("a", "A"), Option("b", "B"))
    assert [o.label for o in only(form(row("f", "select", options=["a", 2, True])), "f").options] == ["a", "2", "true"]


def test_choices_follow_another_field() -> None:
    dependencies = {"dependsOn": "layer", "mapping": {"Role": ["x", "y"], "System": ["z"]}}
    read = form(
        row("layer", "select", options=["Role", "System", "Other"]),
        row("type", "select", options=[], ui_props={"dependencies": dependencies}),
    )
    kind = only(read, "type")
    assert [o.value for o in choices_for(kind, {"layer": "Role"})] == ["x", "y"]
    assert choices_for(kind, {"layer": None}) == ()
    assert choices_for(kind, {"layer": "Other"}) == ()


def test_a_template_restricts_names_and_places() -> None:
    template = {
        "persona": "rachel",
        "configuration": {
            "title": "Agent",
            "submitText": "Create agent",
            "prefilters": {"layer": ["Role", "Process"], "other": 3},
            "target": {"table": "agents", "key": "", "overflow": "config"},
        },
    }
    plain = {"configuration": {"submitText": "Create"}, "is_default": True}
    fields = (row("layer", "select", options=["Role", "System"]),)
    read = form(*fields, templates=(template, plain), persona="rachel")
    assert [o.value for o in read.fields[0].options] == ["Role"]
    assert (read.title, read.submit_text, read.target) == ("Agent", "Create agent", FormTarget("agents", "", "config"))
    assert form(*fields, templates=(template, plain), persona="john").submit_text == "Create"


def test_a_field_shows_with_the_value_of_another_even_through_a_chain() -> None:
    read = form(
        row("kind"),
        row("detail", ui_props={"conditional": {"dependsOn": "kind", "value": ["fire", "water"]}}),
        row("more", ui_props={"conditional": {"dependsOn": "detail", "value": "yes"}}),
    )
    assert decided(read, {"kind": "theft", "detail": "yes"}).hidden == {"detail", "more"}
    assert decided(read, {"kind": "fire", "detail": "yes"}).hidden == frozenset()


def test_translated_words() -> None:
    words = {"de": {"label": "Titel", "placeholder": "Worum geht es"}}
    field = form(row("title", ui_props={"i18n": words}), language="de").fields[0]
    assert (field.label, field.placeholder) == ("Titel", "Worum geht es")


def test_defaults() -> None:
    now = datetime(2026, 5, 4, 12, tzinfo=UTC)
    reader = Reader("rachel", "u7", frozenset(), now, config={"ui.limit": 5})
    read = form(
        row("day", "date", ui_props={"default": {"$now": "date"}}),
        row("at", "datetime", ui_props={"default": {"$now": "datetime"}}),
        row("who", ui_props={"default": {"$user": "id"}}),
        row("limit", "integer", ui_props={"default": {"config": "ui.limit"}}),
        row("status", "select", options=["open"], ui_props={"defaultValue": "open"}),
        row("bad", "select", options=["open"], ui_props={"defaultValue": "closed"}),
        row("rate", "decimal", ui_props={"default": "0.5"}),
        row("on", "toggle"),
        row("sprinkler", "toggle", ui_props={"tri_state": True}),
    )
    values = initial_values(read, reader, TYPES)
    assert values == {
        "day": now.astimezone().date(), "at": now, "who": "u7", "limit": 5, "status": "open", "bad": None,
        "rate": Decimal("0.5"), "on": False, "sprinkler": None,
    }  # fmt: skip


def test_a_step_of_older_field_objects() -> None:
    step = {
        "step_name": "appetite_triage",
        "form_schema": {
            "title": "Appetite",
            "submitLabel": "Evaluate",
            "fields": [
                {"name": "brokerEmail", "type": "text", "label": "Broker", "required": True},
                {"name": "value", "type": "number", "min": 1, "defaultValue": 25},
                {"name": "perils", "type": "select", "multiple": True, "options": ["Flood", "Wind"]},
                "junk",
            ],
        },
        "validation_rules": {
            "required": ["value"],
            "emailValidation": ["brokerEmail"],
            "numberRange": {"value": {"max": 100}},
            "pattern": {"nobody": "x"},
        },
    }
    read = read_step_form("commercial.appetite_triage", step, TYPES, FormTarget("step_form_submissions"))
    assert (read.title, read.submit_text) == ("Appetite", "Evaluate")
    assert [(f.key, f.kind, f.required) for f in read.fields] == [
        ("brokerEmail", "email", True), ("value", "number", True), ("perils", "multiselect", False),
    ]  # fmt: skip
    assert only(read, "value").schema == {"minimum": 1, "maximum": 100}
    assert len(read.problems) == 2


def test_a_step_that_is_a_json_schema() -> None:
    schema = {
        "properties": {
            "year": {"type": "integer", "title": "Year built", "minimum": 1700},
            "class": {"enum": ["A", "B"]},
            "mail": {"type": "string", "format": "email"},
            "perils": {"type": "array", "items": {"enum": ["Flood"]}},
            "notes": {"type": "array", "items": {"type": "string"}},
            "raw": {"type": "object"},
            "ok": {"type": "boolean", "default": True},
        },
        "required": ["year"],
    }
    read = read_step_form("flow.step", {"form_schema": schema}, TYPES, FormTarget())
    assert [f.kind for f in read.fields] == ["integer", "select", "email", "multiselect", "tags", "json", "toggle"]
    assert read.fields[0].required
    assert read.problems == ()
