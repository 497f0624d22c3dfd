"""The sample rows of the starter data are consistent, and their forms would accept them."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import jsonschema_rs
import pytest

from jarvis_desktop.forms.field_types import field_types
from jarvis_desktop.forms.types import FieldKind
from tests.unit.starter_rows import RELATIVE, Row, every_row, form_of, rows_of

if TYPE_CHECKING:
    from jarvis_desktop.forms.types import FieldDefinition, FormTarget


def _form_values(row: Row, target: FormTarget) -> Row:
    stored = row
    for part in target.overflow.split("."):
        stored = (stored.get(part) or {}) if part else stored
    return {**(stored if target.overflow else {}), **row}


def _fault(field: FieldDefinition, value: object) -> str:
    """Why the form would refuse a stored value, or ""."""
    kind = field_types()[field.kind]
    read = kind.read(value)
    if field.options and field.kind == "select" and not any(o.value == read for o in field.options):
        return "is not one of its options"
    if field.options and field.kind == "multiselect":
        return "" if set(read) <= {o.value for o in field.options} else "has values that are not options"
    return kind.fault(read)


@pytest.mark.parametrize(
    "form_type",
    ["incident", "submission", "user_profile", "agent_edit", "property_workflow", "property", "cope", "tab",
                  "form_field", "form_template", "component", "config_setting", "config_value", "business_rule",
                  "template", "persona", "user", "layer"],
)  # fmt: skip
def test_forms_would_accept_the_rows_they_show(form_type: str) -> None:
    form = form_of(form_type)
    faults = []
    for index, row in enumerate(rows_of(form.target.table)):
        values = _form_values(row, form.target)
        for field in form.fields:
            value = values.get(field.key)
            if value is None:
                if field.required and not field.readonly:
                    faults.append(f"{index}: {field.key} is required")
                continue
            if field.kind == "datetime" and RELATIVE.fullmatch(str(value)):
                continue
            if fault := _fault(field, value):
                faults.append(f"{index}: {field.key} {fault}")
            schema = {name: rule for name, rule in field.schema.items() if field.kind not in ("date", "datetime")}
            if schema and not jsonschema_rs.Draft202012Validator(schema).is_valid(value):
                faults.append(f"{index}: {field.key} breaks {schema}")
    assert faults == []


def test_overflow_values_have_a_field() -> None:
    """What a sample row keeps beside its columns can be seen in its form."""
    for form_type in ("submission", "user_profile", "agent_edit", "property"):
        form = form_of(form_type)
        known = {field.key for field in form.fields}
        for row in rows_of(form.target.table):
            assert set(row.get(form.target.overflow) or {}) <= known, form_type
    incident = {field.key for field in form_of("incident").fields}
    for row in rows_of("incidents"):
        assert set((row.get("critical_flags") or {}).get("_form", {})) <= incident


def test_values_of_a_submission_add_up() -> None:
    for row in rows_of("submissions"):
        details = row["details"]
        parts = [details.get(name, 0) for name in ("building_value", "contents_value", "business_income_value")]
        assert details["tiv"] == sum(parts), row["submission_id"]


def test_missing_documents_go_with_their_status() -> None:
    for row in rows_of("submissions"):
        assert bool(row["missing_documents"]) == (row["documentation_status"] == "incomplete"), row["submission_id"]


def test_resolved_incidents_say_how() -> None:
    for row in rows_of("incidents"):
        assert bool(row["resolution"]) == (row["status"] in ("resolved", "closed")), row["incident_id"]


def test_property_rows_belong_to_the_workflow_of_their_submission() -> None:
    workflows = {row["id"]: row["submission_id"] for row in rows_of("commercial_property_workflows")}
    submissions = {row["submission_id"] for row in rows_of("submissions")}
    assert set(workflows.values()) <= submissions
    for row in rows_of("commercial_property_submissions"):
        assert workflows[row["workflow_id"]] == row["submission_id"]
    for row in rows_of("commercial_property_workflows"):
        assert row["completed_steps"] == sorted(set(row["completed_steps"]))
        assert set(row["step_data"]) == {str(n) for n in row["completed_steps"]}


def test_step_data_satisfies_the_schema_of_its_step() -> None:
    schemas = {str(row["step_number"]): row["form_schema"] for row in rows_of("step_definitions")}
    faults = [
        f"{row['submission_id']} step {number}: {error.message}"
        for row in rows_of("commercial_property_workflows")
        for number, data in row["step_data"].items()
        for error in jsonschema_rs.Draft202012Validator(schemas[number], validate_formats=True).iter_errors(data)
    ]
    assert faults == []


def test_samples_of_one_property_agree() -> None:
    submissions = {row["submission_id"]: row["details"] for row in rows_of("submissions")}
    classes = {"frame": 1, "joisted_masonry": 2, "non_combustible": 3, "masonry_non_combustible": 4,
               "modified_fire_resistive": 5, "fire_resistive": 6}  # fmt: skip
    for row in rows_of("commercial_property_cope_data"):
        details = submissions[row["submission_id"]]
        assert classes[row["construction_type"]] == details["construction_class"], row["submission_id"]
        assert row["year_built"] == details["year_built"]
        assert row["total_floors"] == details["stories"]
        assert row["sprinkler_system"] == details.get("sprinklered")
    for row in rows_of("commercial_property_submissions"):
        details = submissions[row["submission_id"]]
        for name in ("building_value", "contents_value", "business_income_value"):
            assert row[name] == details[name], row["submission_id"]


def test_steps_of_a_run_are_numbered_and_nested_inside_their_run() -> None:
    steps = {row["id"]: row for row in rows_of("agent_execution_steps")}
    agents = {row["id"]: row for row in rows_of("agents")}
    for row in steps.values():
        parent = row.get("parent_step_id")
        assert parent is None or steps[parent]["execution_id"] == row["execution_id"]
        if row.get("agent_id"):
            assert agents[row["agent_id"]]["name"] == row["agent_name"]
            assert agents[row["agent_id"]]["layer"] == row["layer"]
    groups = Counter((row["execution_id"], row["group_id"]) for row in steps.values() if row.get("is_parallel"))
    assert groups
    for row in steps.values():
        if row.get("is_parallel"):
            assert row["total_in_group"] == groups[row["execution_id"], row["group_id"]]
            assert 1 <= row["index_in_group"] <= row["total_in_group"]
    for run in rows_of("agent_executions"):
        own = [row for row in steps.values() if row["execution_id"] == run["execution_id"]]
        assert [row["step_order"] for row in own] == list(range(1, len(own) + 1))
        assert run["agent_count"] == len({row["agent_name"] for row in own})


def _age(text: str) -> float:
    """Minutes before now of a relative instant."""
    match = re.fullmatch(r"\{now(?:([+-]\d+)([dhm]))?\}", text)
    assert match, text
    return -int(match[1] or 0) * {"d": 1440, "h": 60, "m": 1, None: 0}[match[2]]


def test_sample_rows_were_made_before_they_were_changed_and_not_in_the_future() -> None:
    for table, index, row in every_row():
        made = row.get("created_at")
        for name in ("updated_at", "last_interaction_date", "processed_at", "executed_at"):
            if made and row.get(name):
                assert 0 <= _age(row[name]) <= _age(made), f"{table}[{index}].{name}"


def test_the_form_of_a_field_offers_every_kind_of_field() -> None:
    kinds = form_of("form_field").field("field_type")
    assert kinds is not None
    assert {option.value for option in kinds.options} == {kind.value for kind in FieldKind}


def test_config_values_of_one_scope_do_not_overlap() -> None:
    by_scope: dict[tuple[str, str | None], list[Row]] = {}
    for row in rows_of("config_values"):
        by_scope.setdefault((row["config_key"], row["persona"]), []).append(row)
    overlapping = [
        key
        for key, rows in by_scope.items()
        for one in rows
        for other in rows
        if one is not other and one["effective_to"] is not None
        and _age(one["effective_from"]) >= _age(other["effective_from"]) > _age(one["effective_to"])
    ]  # fmt: skip
    assert overlapping == []


def test_dates_in_sample_details_are_dates() -> None:
    today = datetime.now(UTC).date()
    for row in rows_of("submissions"):
        inception = date.fromisoformat(row["details"]["inception_date"])
        assert inception.year >= 2026
        assert row["details"]["year_built"] <= today.year
