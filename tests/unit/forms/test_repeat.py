"""Rows of sub-fields: read, judged, computed, nested, and many of them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.core.errors import Problem
from jarvis_desktop.forms.judging import judged
from jarvis_desktop.forms.repeated import MOST_TOLD, RepeatedRows
from jarvis_desktop.forms.types import FieldDefinition, FormDefinition
from tests.unit.forms.forms import JUNK, TYPES, form, row

FIELDS = [
    {"name": "building", "type": "text", "label": "Building", "required": True},
    {"field_key": "value", "field_type": "currency", "validation_rules": {"minimum": 0},
     "ui_props": {"currency": "EUR"}},
    {"field_key": "contents", "field_type": "currency"},
    {"field_key": "tiv", "field_type": "computed", "label": "TIV",
     "ui_props": {"compute": {"engine": "cel", "rule": "value + contents"}}},
    {"field_key": "built", "field_type": "date"},
    {"field_key": "sprinklered", "field_type": "toggle", "ui_props": {"tri_state": True}},
]  # fmt: skip


def locations(**given: Any) -> FormDefinition:
    return form(row("insured"), row("locations", "repeat", ui_props={"fields": FIELDS}, **given))


def the_field(definition: FormDefinition, key: str = "locations") -> FieldDefinition:
    found = definition.field(key)
    assert found is not None
    return found


def problems(definition: FormDefinition, value: Any) -> tuple[Problem, ...]:
    return judged(definition, {}, {"locations": value}, TYPES).problems


def test_rows_are_read_with_the_kinds_and_labels_of_their_fields() -> None:
    field = the_field(locations())
    assert field.item is not None
    assert [(f.key, f.kind, f.label) for f in field.item.fields] == [
        ("building", "text", "Building"), ("value", "currency", "Value"), ("contents", "currency", "Contents"),
        ("tiv", "computed", "TIV"), ("built", "date", "Built"), ("sprinklered", "toggle", "Sprinklered"),
    ]  # fmt: skip
    rows = RepeatedRows(field, TYPES)
    assert rows.new_row() == {}
    edited = rows.entered({"building": "Mill", "kept": [1]}, {"value": Decimal("10.50"), "contents": Decimal(2)})
    assert edited == {
        "building": "Mill",
        "kept": [1],
        "value": Decimal("10.50"),
        "contents": 2,
        "tiv": Decimal("12.50"),
    }
    assert str(rows.value({"built": "2026-05-04"}, "built")) == "2026-05-04"
    assert rows.value({"built": "soon"}, "built") == "soon"


def test_every_row_is_judged_and_told_by_its_number() -> None:
    definition = locations(validation_rules={"minItems": 2})
    found = problems(definition, [{"building": "Mill", "value": -1}, {"value": "much", "built": "soon"}])
    assert [(p.message, p.pointer) for p in found] == [
        ("Locations, row 1: Value must be 0 or more", "/0/value"),
        ("Locations, row 2: Building is required", "/1/building"),
        ("Locations, row 2: Value must be a number", "/1/value"),
        ("Locations, row 2: Built must be a date such as 2026-01-31", "/1/built"),
    ]  # fmt: skip
    assert [p.message for p in problems(definition, [{"building": "Mill"}])] == ["Locations must have at least 2 items"]
    assert [p.message for p in problems(definition, "x")] == ["Locations must be a list of rows"]
    assert problems(definition, [{"building": "A"}, {"building": "B"}]) == ()
    many = problems(definition, [{}] * 500)
    assert len(many) == MOST_TOLD + 1
    assert many[-1].message == "Locations: further rows need attention"


def test_what_is_computed_in_a_row_goes_with_it_also_when_nobody_computed_it_before() -> None:
    found = judged(locations(), {}, {"locations": [{"building": "Mill", "value": 1, "contents": 2, "tiv": 99}]}, TYPES)
    assert found.values["locations"] == ({"building": "Mill", "value": 1, "contents": 2, "tiv": 3},)


def test_rules_of_the_form_read_all_rows() -> None:
    total = {"engine": "jsonlogic", "rule": {"reduce": [
        {"var": "locations"}, {"+": [{"var": "current.value"}, {"var": "accumulator"}]}, 0]}}  # fmt: skip
    definition = form(
        row("locations", "repeat", ui_props={"fields": FIELDS}),
        row("total", "computed", ui_props={"compute": total}),
    )
    given_rows = [{"building": "A", "value": 3}, {"building": "B", "value": 4}]
    found = judged(definition, {}, {"locations": given_rows}, TYPES)
    assert found.values["total"] == 7


def nested(depth: int) -> dict[str, Any]:
    inner = [nested(depth - 1)] if depth else [{"name": "name", "type": "text", "required": True}]
    return {"field_key": f"level_{depth}", "field_type": "repeat", "ui_props": {"fields": inner}}


def test_rows_stand_in_rows_three_deep_and_no_deeper() -> None:
    three = form(nested(2))
    assert three.problems == ()
    value = {"level_2": [{"level_1": [{"level_0": [{"name": "x"}, {}]}]}]}
    found = judged(three, {}, value, TYPES).problems
    assert [(p.message, p.pointer) for p in found] == [(
        "Level 2, row 1: Level 1, row 1: Level 0, row 2: Name is required", "/0/level_1/0/level_0/1/name")]  # fmt: skip
    four = form(nested(3))
    assert any("more than 3 deep" in problem for problem in four.problems)
    assert four.fields[0].notice == ""


def test_a_repeating_field_without_fields_says_so() -> None:
    props: Any
    for props in (None, {"fields": []}, {"fields": "all"}, {"fields": [7]}):
        assert the_field(form(row("locations", "repeat", ui_props=props))).notice == (
            "This field has no fields for its rows."
        )


ROWS = st.lists(st.dictionaries(st.sampled_from(["building", "value", "tiv", "built", "x"]), JUNK), max_size=4)


@given(value=ROWS)
def test_whatever_stands_in_rows_is_told_and_never_lost(value: list[dict[str, Any]]) -> None:
    definition = locations()
    found = judged(definition, {}, {"locations": value}, TYPES)
    rows = RepeatedRows(the_field(definition), TYPES)
    for before in value:
        after = rows.entered(before, {"sprinklered": True})
        assert after["sprinklered"] is True
        assert {key: value for key, value in after.items() if key not in ("tiv", "sprinklered")} == {
            key: value for key, value in before.items() if key != "tiv"
        }
    assert isinstance(found.valid, bool)
