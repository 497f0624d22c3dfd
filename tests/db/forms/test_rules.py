"""What the rules of a form mean for what is stored: they hold where a save is stored, not only on the screen."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from jarvis_desktop.core.errors import InvalidInput
from jarvis_desktop.forms.service import FormService
from jarvis_desktop.tables.types import Query, RowSet
from tests.db.forms.test_service import ADMIN, execute, field, forms, insert, scalar

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

__all__ = ["forms"]

EVERYTHING = RowSet(Query("incidents"), everything=True)


def cel(text: str) -> dict[str, str]:
    return {"engine": "cel", "rule": text}


@pytest.fixture
def incident(database: Database) -> str:
    """An incident whose form computes, requires, checks and hides by what its fields hold."""
    field(database, "incident", "title")
    field(database, "incident", "status", "select", options=["open", "closed"], order_index=1)
    field(database, "incident", "building", "decimal", order_index=2)
    field(database, "incident", "contents", "decimal", order_index=3)
    field(database, "incident", "tiv", "computed", order_index=4, ui_props={"compute": cel("building + contents")})
    field(database, "incident", "resolution", order_index=5, ui_props={
        "conditions": [{"when": cel("status == 'closed'"), "effect": "REQUIRE"}]})  # fmt: skip
    field(database, "incident", "queue", order_index=6, ui_props={
        "conditions": [{"when": cel("status == 'closed'"), "effect": "HIDE"}], "on_hide": "clear_on_save"})  # fmt: skip
    field(database, "incident", "owner", order_index=7, ui_props={
        "conditions": [{"when": cel("persona == 'admin'"), "effect": "READONLY"}]})  # fmt: skip
    field(database, "incident", "reserve", "decimal", order_index=8, validation_rules={"rules": [
        {"engine": "cel", "assert": "reserve <= tiv", "message": "The reserve is above the value"},
        {"engine": "cel", "assert": "reserve > 0", "message": "No reserve", "severity": "warning"}]})  # fmt: skip
    insert(database, "incidents", incident_id="INC-9", title="Fire", status="open", critical_flags={
        "_form": {"building": 10, "contents": 5, "queue": "north", "owner": "Ann"}})  # fmt: skip
    return str(scalar(database, "SELECT max(id) FROM incidents"))


def kept(database: Database) -> dict[str, Any]:
    return dict(scalar(database, "SELECT critical_flags -> '_form' FROM incidents"))


def save(forms: FormService, incident: str, **values: Any) -> None:
    forms.save("incident", incident, values, forms.load("incident", incident, ADMIN).values, ADMIN)


def test_what_is_computed_is_stored_with_whatever_is_saved(
    forms: FormService, database: Database, incident: str
) -> None:
    save(forms, incident, title="Flood")
    assert kept(database)["tiv"] == 15
    save(forms, incident, contents=Decimal(90))
    assert kept(database)["tiv"] == 100
    with pytest.raises(InvalidInput, match="Tiv cannot be changed here"):
        save(forms, incident, tiv=1)
    execute(database, "UPDATE incidents SET critical_flags = critical_flags #- '{_form,contents}'")
    save(forms, incident, title="Storm")
    assert kept(database)["tiv"] == 100, "what cannot be computed is not lost"


def test_what_another_value_requires_is_required_and_what_it_hides_is_emptied(
    forms: FormService, database: Database, incident: str
) -> None:
    with pytest.raises(InvalidInput, match="Resolution is required"):
        save(forms, incident, status="closed")
    assert scalar(database, "SELECT status FROM incidents") == "open"
    save(forms, incident, status="closed", resolution="Put out")
    assert kept(database)["queue"] is None


def test_checks_are_asked_of_what_is_stored_and_warnings_hold_nobody_up(
    forms: FormService, database: Database, incident: str
) -> None:
    with pytest.raises(InvalidInput, match="The reserve is above the value"):
        save(forms, incident, reserve=Decimal(20))
    save(forms, incident, reserve=Decimal(0))
    assert kept(database)["reserve"] == 0


def test_what_takes_no_input_from_this_person_is_left_as_it_is(
    forms: FormService, database: Database, incident: str
) -> None:
    save(forms, incident, owner="Mallory", title="Flood")
    assert (kept(database)["owner"], scalar(database, "SELECT title FROM incidents")) == ("Ann", "Flood")


def test_a_new_record_is_computed_too(forms: FormService, database: Database, incident: str) -> None:
    saved = forms.create("incident", {"title": "Hail", "building": Decimal(3), "contents": Decimal(4)}, ADMIN)
    assert saved.record.values["tiv"] == 7


def test_many_at_once_are_refused_where_one_would_be(forms: FormService, database: Database, incident: str) -> None:
    before = kept(database)
    for values, reason in (
        ({"status": "closed"}, "Resolution is required: change Resolution as well"),
        ({"building": Decimal(1)}, "Tiv follows from it: change these records one by one"),
        ({"reserve": Decimal(20)}, "The reserve is above the value"),
        ({"owner": "Mallory"}, "Owner cannot be changed here"),
        ({"tiv": Decimal(20)}, "Tiv cannot be changed here"),
    ):
        with pytest.raises(InvalidInput) as refused:
            forms.change_rows("incident", EVERYTHING, values, ADMIN)
        assert refused.value.problems[0].message.startswith(reason)
    assert kept(database) == before
    forms.change_rows("incident", EVERYTHING, {"status": "closed", "resolution": "Put out"}, ADMIN)
    assert scalar(database, "SELECT status FROM incidents") == "closed"


def test_a_change_of_a_field_that_would_close_a_ring_is_refused_with_the_way_round(
    forms: FormService, database: Database
) -> None:
    shown = {"conditions": [{"when": cel("low == 'x'"), "effect": "HIDE"}]}
    field(database, "incident", "low")
    field(database, "incident", "high", order_index=1, ui_props=shown)
    low = str(scalar(database, "SELECT id FROM form_field_definitions WHERE field_key = 'low'"))
    table_form = "table:form_field_definitions"
    stored = forms.load(table_form, low, ADMIN)
    back = {"conditions": [{"when": cel("high == 'x'"), "effect": "HIDE"}]}
    with pytest.raises(InvalidInput) as refused:
        forms.save(table_form, low, {"ui_props": back}, stored.values, ADMIN)
    (problem,) = refused.value.problems
    assert (problem.field, problem.message) == (
        "ui_props", "With this, fields wait for each other in a ring: High → Low → High")  # fmt: skip
    assert scalar(database, "SELECT ui_props FROM form_field_definitions WHERE field_key = 'low'") is None
    again = {"form_type": "incident", "field_key": "low", "field_type": "text", "label": "Low", "ui_props": back}
    with pytest.raises(InvalidInput, match="High → Low → High"):
        forms.create(table_form, {**again, "persona": "admin"}, ADMIN)


def test_a_form_that_has_a_ring_already_can_be_mended_step_by_step(forms: FormService, database: Database) -> None:
    for key, other in (("low", "high"), ("high", "low")):
        field(database, "incident", key, ui_props={"conditions": [{"when": cel(f"{other} == 'x'"), "effect": "HIDE"}]})
    low = str(scalar(database, "SELECT id FROM form_field_definitions WHERE field_key = 'low'"))
    stored = forms.load("table:form_field_definitions", low, ADMIN)
    forms.save("table:form_field_definitions", low, {"placeholder": "1"}, stored.values, ADMIN)
    stored = forms.load("table:form_field_definitions", low, ADMIN)
    forms.save("table:form_field_definitions", low, {"ui_props": None}, stored.values, ADMIN)
    assert forms.definition("incident", ADMIN).rings == ()
