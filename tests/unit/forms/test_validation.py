"""Every problem at once, in the person's words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.forms.types import FormDefinition
from jarvis_desktop.forms.validation import FormValidator
from tests.unit.forms.forms import JUNK, TYPES, decided, form, junk_rows, row


def problems(definition: FormDefinition, values: dict[str, Any], stored: dict[str, Any] | None = None) -> list[str]:
    engine = decided(definition, values, stored or {})
    return [problem.message for problem in FormValidator(definition, TYPES).problems(engine)]


@given(rows=junk_rows(), values=st.dictionaries(st.sampled_from("abcd"), JUNK))
def test_junk_values_under_junk_rules_never_raise(rows: list[dict[str, Any]], values: dict[str, Any]) -> None:
    definition = form(*rows)
    validator = FormValidator(definition, TYPES)
    validator.problems(decided(definition, validator.normalised(values), {}))


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        (row("title", validation_rules={"minLength": 3}), "ab", "Title must have at least 3 characters"),
        (row("title", validation_rules={"maxLength": 1}), "ab", "Title can have at most 1 character"),
        (row("year_built", "integer", validation_rules={"min": 1700}), 1500, "Year built must be 1700 or later"),
        (row("value", "decimal", validation_rules={"max": 50000000}), Decimal("50000000.01"),
         "Value must be 50,000,000 or less"),
        (row("value", "decimal", validation_rules={"multipleOf": Decimal("0.01")}), Decimal("1.005"),
         "Value can have at most 2 decimals"),
        (row("code", placeholder="CP-2026-000001", validation_rules={"pattern": "^CP-"}), "x",
         "Code must look like “CP-2026-000001”"),
        (row("mail", "email"), "nobody", "Mail must be an e-mail address such as name@example.com"),
        (row("page", "url"), "ftp://x", "Page must be a web address such as https://example.com"),
        (row("phone", "tel"), "call me", "Phone must be a phone number such as +1 555 010 0199"),
        (row("tags", "tags", validation_rules={"minItems": 2}), ("a",), "Tags must have at least 2 tags"),
        (row("due", "date", validation_rules={"min": "2026-01-01"}), date(2025, 1, 1),
         "Due must be 2026-01-01 or later"),
        (row("note", validation_rules={"minWords": 2}), "one", "Note must have at least 2 words"),
        (row("note"), "a\x00b", "Note contains a character that cannot be stored"),
        (row("grade", "select", options=["A"]), "B", "Grade “B” is not one of the choices"),
        (row("risks", "multiselect", options=["A"]), ("A", "C"), "Risks “C” is not one of the choices"),
        (row("size", "integer"), "much", "Size must be a whole number"),
    ],
)  # fmt: skip
def test_the_message_names_label_and_limit(field: dict[str, Any], value: Any, message: str) -> None:
    assert problems(form(field), {str(field["field_key"]): value}) == [message]


@pytest.mark.parametrize("empty", ["", "  ", None, ()])
def test_nothing_never_satisfies_required(empty: Any) -> None:
    assert problems(form(row("title", is_required=True)), {"title": empty}) == ["Title is required"]


def test_unknown_is_not_no() -> None:
    asked = form(row("sprinkler", "toggle", is_required=True, ui_props={"tri_state": True}))
    assert problems(asked, {"sprinkler": None}) == ["Sprinkler is required"]
    assert problems(asked, {"sprinkler": False}) == []


def test_all_problems_come_at_once_in_the_order_of_the_fields() -> None:
    asked = form(row("a", is_required=True), row("b", "email"), row("c", "integer", validation_rules={"min": 5}))
    assert len(problems(asked, {"b": "x", "c": 1})) == 3


def test_hidden_fields_are_not_held_against_anyone() -> None:
    conditional = {"conditional": {"dependsOn": "kind", "value": "fire"}}
    asked = form(row("kind"), row("cause", is_required=True, ui_props=conditional))
    assert problems(asked, {"kind": "theft"}) == []
    assert problems(asked, {"kind": "fire"}) == ["Cause is required"]


def test_a_stored_value_outside_the_choices_is_kept_and_flagged() -> None:
    asked = form(row("level", "select", options=["low", "high"]))
    validator = FormValidator(asked, TYPES)
    assert problems(asked, {"level": "High"}, {"level": "High"}) == []
    assert "is not one of the choices" in validator.kept_fault(asked.fields[0], decided(asked, {"level": "High"}))
    assert problems(asked, {"level": "High"}, {"level": "low"}) == ["Level “High” is not one of the choices"]


def test_a_dependent_value_is_held_against_the_choices_of_today() -> None:
    dependencies = {"dependsOn": "layer", "mapping": {"Role": ["x"], "System": ["z"]}}
    asked = form(
        row("layer", "select", options=["Role", "System", "Other"]),
        row("type", "select", options=[], is_required=True, ui_props={"dependencies": dependencies}),
    )
    assert problems(asked, {"layer": "Role", "type": "x"}) == []
    assert problems(asked, {"layer": "System", "type": "x"}, {"layer": "Role", "type": "x"}) == [
        "Type “x” is not one of the choices for Layer “System”"
    ]
    assert problems(asked, {"layer": "Other", "type": None}) == []
    assert problems(asked, {"layer": None, "type": None}) == ["Type is required"]


def test_numbers_are_compared_exactly() -> None:
    limit = 9_007_199_254_740_992
    asked = form(row("n", "integer", validation_rules={"max": limit}))
    assert problems(asked, {"n": limit}) == []
    assert problems(asked, {"n": limit + 1}) != []


def test_a_pattern_that_would_run_away_elsewhere_is_quick() -> None:
    assert problems(form(row("a", validation_rules={"pattern": "^(a+)+$"})), {"a": "a" * 50_000 + "b"}) != []
