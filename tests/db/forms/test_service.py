"""Forms over a real PostgreSQL: where values go, what is refused, and what others keep."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import ConfigurationError, InvalidInput, NotAllowed, RecordMissing, StaleRecord
from jarvis_desktop.forms.service import FormService
from jarvis_desktop.metadata.types import Reader
from jarvis_desktop.tables.service import TableService

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

ADMIN = Reader("admin", "u1", frozenset({"records.write", "config.write"}), datetime(2026, 5, 4, tzinfo=UTC))


def insert(database: Database, table: str, **row: Any) -> None:
    columns = ", ".join(row)
    with database.write() as session:
        session.execute(
            text(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM jsonb_populate_record(NULL::{table}, :row)"),
            {"row": json.dumps(row)},
        )


def field(database: Database, form_type: str, key: str, kind: str = "text", **given: Any) -> None:
    label = key.replace("_", " ").capitalize()
    insert(database, "form_field_definitions", form_type=form_type, field_key=key, field_type=kind,
           **{"label": label, "order_index": 0, "is_active": True, "is_required": False, **given})  # fmt: skip


def scalar(database: Database, statement: str) -> Any:
    with database.read() as session:
        return session.scalar(text(statement))


def execute(database: Database, statement: str) -> None:
    with database.write() as session:
        session.execute(text(statement))


@pytest.fixture
def forms(database: Database) -> FormService:
    insert(database, "users", id="u1", email="u1@example.com")
    return FormService(database, TableService(database))


@pytest.fixture
def incident(database: Database) -> str:
    insert(database, "incidents", incident_id="INC-9", title="Printer", priority="High",
           critical_flags={"vip": True, "_form": {"room": "12", "kept": [1, 2]}})  # fmt: skip
    return str(scalar(database, "SELECT max(id) FROM incidents"))


@pytest.fixture
def incident_form(database: Database) -> None:
    field(database, "incident", "title", is_required=True, validation_rules={"minLength": 3})
    field(database, "incident", "priority", "select", options=["low", "high"], order_index=1)
    field(database, "incident", "room", order_index=2)
    field(database, "incident", "insured", "toggle", order_index=3, ui_props={"tri_state": True})


@pytest.mark.usefixtures("incident_form")
def test_columns_and_overflow_are_written_and_the_rest_is_left_alone(
    forms: FormService, database: Database, incident: str
) -> None:
    record = forms.load("incident", incident, ADMIN)
    assert record.title == "INC-9 · Printer"
    assert record.values == {"title": "Printer", "priority": "High", "room": "12", "insured": None}
    execute(database, "UPDATE incidents SET updated_at = '2020-01-01'")
    saved = forms.save("incident", incident, {"title": "Paper", "room": "14"}, record.values, ADMIN)
    assert saved.changes == Changes.of("incidents", [incident])
    assert saved.record.values["room"] == "14"
    flags = scalar(database, "SELECT critical_flags FROM incidents")
    assert flags == {"vip": True, "_form": {"room": "14", "kept": [1, 2]}}
    assert scalar(database, "SELECT updated_at > now() - interval '1 day' FROM incidents")


@pytest.mark.usefixtures("incident_form")
def test_unknown_and_no_are_stored_apart(forms: FormService, database: Database, incident: str) -> None:
    seen = []
    for answer in (False, None, True):
        base = forms.load("incident", incident, ADMIN).values
        if base["insured"] is not answer:
            forms.save("incident", incident, {"insured": answer}, base, ADMIN)
        seen.append(scalar(database, "SELECT critical_flags -> '_form' -> 'insured' FROM incidents"))
    assert seen == [False, None, True]


@pytest.mark.usefixtures("incident_form")
def test_every_problem_is_named_and_nothing_is_stored(forms: FormService, database: Database, incident: str) -> None:
    base = forms.load("incident", incident, ADMIN).values
    with pytest.raises(InvalidInput) as refused:
        forms.save("incident", incident, {"title": "P", "priority": "urgent"}, base, ADMIN)
    assert [p.field for p in refused.value.problems] == ["title", "priority"]
    assert scalar(database, "SELECT title || priority FROM incidents") == "PrinterHigh"


@pytest.mark.usefixtures("incident_form")
def test_a_stale_write_names_base_mine_and_theirs(forms: FormService, database: Database, incident: str) -> None:
    base = forms.load("incident", incident, ADMIN).values
    execute(
        database,
        """UPDATE incidents SET title = 'Theirs',
                         critical_flags = jsonb_set(critical_flags, '{_form,room}', '"99"')""",
    )
    with pytest.raises(StaleRecord) as stale:
        forms.save("incident", incident, {"title": "Mine", "room": "13"}, base, ADMIN)
    found = {c.field: (c.base, c.mine, c.theirs) for c in stale.value.conflicts}
    assert found == {"title": ("Printer", "Mine", "Theirs"), "room": ("12", "13", "99")}
    assert scalar(database, "SELECT title FROM incidents") == "Theirs"


@pytest.mark.usefixtures("incident_form")
def test_changes_elsewhere_to_other_fields_are_no_conflict(
    forms: FormService, database: Database, incident: str
) -> None:
    base = forms.load("incident", incident, ADMIN).values
    execute(database, "UPDATE incidents SET priority = 'low', critical_flags = critical_flags || '{\"new\": 1}'")
    forms.save("incident", incident, {"room": "13"}, base, ADMIN)
    assert scalar(database, "SELECT critical_flags ->> 'new' || priority FROM incidents") == "1low"


@pytest.mark.usefixtures("incident_form")
@pytest.mark.parametrize("flags", [None, {}, {"_form": None}, {"_form": {}}])
def test_an_empty_overflow_is_made(forms: FormService, database: Database, flags: Any) -> None:
    insert(database, "incidents", incident_id="INC-1", title="Printer", critical_flags=flags)
    number = str(scalar(database, "SELECT id FROM incidents"))
    forms.save("incident", number, {"room": "1"}, forms.load("incident", number, ADMIN).values, ADMIN)
    assert scalar(database, "SELECT critical_flags -> '_form' ->> 'room' FROM incidents") == "1"


@pytest.mark.usefixtures("incident_form")
@pytest.mark.parametrize("flags", [[1, 2], "text", 5, {"_form": ["a"]}])
def test_an_overflow_that_is_no_object_is_refused_without_loss(
    forms: FormService, database: Database, flags: Any
) -> None:
    insert(database, "incidents", incident_id="INC-1", title="Printer", critical_flags=flags)
    number = str(scalar(database, "SELECT id FROM incidents"))
    base = forms.load("incident", number, ADMIN).values
    with pytest.raises(InvalidInput, match="Room cannot be stored: critical_flags of this record holds"):
        forms.save("incident", number, {"room": "1"}, base, ADMIN)
    assert scalar(database, "SELECT critical_flags FROM incidents") == flags
    forms.save("incident", number, {"title": "Paper"}, base, ADMIN)
    assert scalar(database, "SELECT critical_flags FROM incidents") == flags


def test_a_new_incident_gets_a_key_that_is_free(forms: FormService, database: Database) -> None:
    last = forms.create("table:incidents", {"title": "First"}, ADMIN).record
    taken = int(last.id) + 1
    insert(database, "incidents", incident_id=f"INC-{taken}", title="Taken", id=taken + 100)
    saved = forms.create("table:incidents", {"title": "Second", "priority": "low"}, ADMIN)
    assert saved.record.values["incident_id"] == f"INC-{taken + 1}"
    assert saved.record.id == str(taken + 1)
    named = forms.create("table:incidents", {"title": "Third", "incident_id": "OLD-7"}, ADMIN)
    assert named.record.values["incident_id"] == "OLD-7"
    with pytest.raises(InvalidInput, match="Incident ID is already used by another record"):
        forms.create("table:incidents", {"title": "Fourth", "incident_id": "OLD-7"}, ADMIN)


def test_rights_are_asked_for_by_the_service(forms: FormService, incident: str) -> None:
    guest = Reader("broker", "u1", frozenset({"records.write"}), ADMIN.as_of)
    base = forms.load("table:incidents", incident, guest).values
    forms.save("table:incidents", incident, {"title": "Paper"}, base, guest)
    with pytest.raises(NotAllowed, match="may not change form templates"):
        forms.create("table:form_templates", {"template_name": "t", "form_type": "x", "configuration": {}}, guest)
    nobody = Reader("broker", "u1", frozenset(), ADMIN.as_of)
    with pytest.raises(NotAllowed):
        forms.save("table:incidents", incident, {"title": "Other"}, {"title": "Paper"}, nobody)
    assert forms.open("table:incidents", incident, nobody).refusal


def test_every_documented_table_has_a_form(forms: FormService, database: Database) -> None:
    for table in TableService(database).tables():
        for new in (True, False):
            shown = forms.definition_for_table(table.name, ADMIN, new=new)
            assert shown.fields, table.name
            assert not [f.key for f in shown.fields if f.notice], table.name


def test_a_form_is_derived_from_columns(forms: FormService) -> None:
    shown = {f.key: f for f in forms.definition_for_table("agents", ADMIN, new=True).fields}
    assert "id" not in shown
    assert "updated_at" not in shown
    assert (shown["name"].kind, shown["name"].required) == ("text", True)
    assert not shown["persona"].required
    assert shown["persona"].default == "admin"
    assert shown["sla_performance"].schema["multipleOf"] == Decimal("0.01")
    assert shown["memory_context_profile"].schema == {"maxLength": 30}
    assert (shown["compliance_frameworks"].kind, shown["config"].kind) == ("tags", "json")
    assert shown["is_custom"].props["tri_state"] is True
    source = shown["user_id"].source
    assert source is not None
    assert (shown["user_id"].kind, source.table, source.value, source.label) == ("lookup", "users", "id", "email")
    edited = {f.key: f for f in forms.definition_for_table("users", ADMIN).fields}
    assert edited["id"].readonly
    assert not {f.key: f for f in forms.definition_for_table("users", ADMIN, new=True).fields}["id"].readonly


def test_values_of_all_column_types_come_back_as_they_went_in(forms: FormService) -> None:
    at = datetime(2026, 5, 4, 10, 30, 15, 123456, tzinfo=UTC)
    values = {
        "name": "Agent “Ä”", "layer": "Role", "is_custom": None,
        "success_rate": Decimal("12345678901234567890.123456789"),
        "sla_performance": Decimal("99.95"), "last_audit_date": at, "compliance_frameworks": ("a", "b, c", 'd"e'),
        "config": {"n": Decimal("1.10"), "list": [None, True, {"x": "y"}]}, "version_number": 7, "cpu_usage": 0,
    }  # fmt: skip
    record = forms.create("table:agents", values, ADMIN).record
    for key, value in values.items():
        expected = False if key == "is_custom" else value
        assert record.values[key] == expected, key
    changed = {
        "config": {"n": Decimal("1.20")},
        "compliance_frameworks": (),
        "last_audit_date": None,
        "is_custom": None,
    }
    saved = forms.save("table:agents", record.id, changed, record.values, ADMIN)
    assert {key: saved.record.values[key] for key in changed} == changed


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"sla_performance": Decimal("1000.5")}, "SLA performance must be less than 1,000"),
        ({"sla_performance": Decimal("1.005")}, "SLA performance can have at most 2 decimals"),
        ({"risk_level": "x" * 11}, "Risk level can have at most 10 characters"),
        ({"cpu_usage": 2**31}, "CPU usage must be 2,147,483,647 or less"),
        ({"name": None}, "Name is required"),
        ({"persona": None}, "Persona is required"),
        ({"id": 5}, "ID cannot be changed here"),
        ({"config": {"a": "\x00"}}, "Config contains a character that cannot be stored"),
    ],
)
def test_what_the_column_cannot_hold_is_said_at_the_field(
    forms: FormService, values: dict[str, Any], problem: str
) -> None:
    record = forms.create("table:agents", {"name": "A", "layer": "Role"}, ADMIN).record
    with pytest.raises(InvalidInput) as refused:
        forms.save("table:agents", record.id, values, record.values, ADMIN)
    assert [p.message for p in refused.value.problems] == [problem]


def test_a_stored_value_of_another_kind_is_shown_and_survives(forms: FormService, database: Database) -> None:
    field(database, "incident", "title")
    field(database, "incident", "last_seen", "date")
    field(database, "incident", "john_notes", "integer")
    insert(database, "incidents", incident_id="INC-1", title="Printer", john_notes="007",
           critical_flags={"_form": {"last_seen": "soon"}})  # fmt: skip
    number = str(scalar(database, "SELECT id FROM incidents"))
    base = forms.load("incident", number, ADMIN).values
    assert (base["last_seen"], base["john_notes"]) == ("soon", 7)
    forms.save("incident", number, {"title": "Paper"}, base, ADMIN)
    assert scalar(database, "SELECT critical_flags -> '_form' ->> 'last_seen' FROM incidents") == "soon"
    assert scalar(database, "SELECT john_notes FROM incidents") == "007"
    forms.save("incident", number, {"john_notes": 8}, base, ADMIN)
    assert scalar(database, "SELECT john_notes FROM incidents") == "8"


def test_a_step_keeps_its_data_with_the_step_and_the_person(forms: FormService, database: Database) -> None:
    schema = {"fields": [{"name": "user_id", "type": "text"}, {"name": "value", "type": "number"}]}
    insert(database, "step_definitions", workflow_type="flow", step_number=1, step_name="intake", form_schema=schema)
    saved = forms.create("flow.intake", {"user_id": "typed", "value": Decimal("1.50")}, ADMIN)
    stored = scalar(database, "SELECT submission_data::text || user_id FROM step_form_submissions")
    assert stored == '{"value": 1.50, "user_id": "typed"}u1'
    forms.save("flow.intake", saved.record.id, {"value": None}, saved.record.values, ADMIN)
    assert scalar(database, "SELECT submission_data ->> 'value' FROM step_form_submissions") is None


def test_the_table_finds_the_form_that_writes_there(forms: FormService, database: Database) -> None:
    field(database, "agent_create", "name")
    field(database, "agent_edit", "status")
    assert forms.definition_for_table("agents", ADMIN, new=True).form_type == "agent_create"
    assert forms.definition_for_table("agents", ADMIN).form_type == "agent_edit"
    assert forms.definition_for_table("emails", ADMIN).form_type == "table:emails"
    field(database, "mail_form", "subject")
    insert(database, "form_templates", template_name="m", form_type="mail_form", is_active=True,
           configuration={"target": {"table": "emails"}})  # fmt: skip
    assert forms.definition_for_table("emails", ADMIN).form_type == "mail_form"


def test_a_form_without_a_table_hands_its_values_back(forms: FormService, database: Database) -> None:
    field(database, "question", "answer", is_required=True)
    assert forms.create("question", {"answer": "42"}, ADMIN).record.values == {"answer": "42"}
    with pytest.raises(InvalidInput):
        forms.create("question", {}, ADMIN)


def test_a_column_missing_in_this_database_is_said_at_its_field(forms: FormService, database: Database) -> None:
    field(database, "incident", "title")
    field(database, "incident", "john_notes", "textarea")
    execute(database, "ALTER TABLE incidents DROP COLUMN john_notes")
    shown = forms.definition("incident", ADMIN)
    assert {f.key: f.notice for f in shown.fields} == {
        "title": "", "john_notes": "The column john_notes is missing in this database.",
    }  # fmt: skip
    assert forms.create("incident", {"title": "Works"}, ADMIN).record.values == {"title": "Works"}


def test_what_is_not_there_is_named(forms: FormService, database: Database) -> None:
    with pytest.raises(ConfigurationError, match="No form is called “nothing”"):
        forms.definition("nothing", ADMIN)
    with pytest.raises(ConfigurationError, match="secrets"):
        forms.definition_for_table("secrets", ADMIN)
    for wrong in ("1", "x", "\x00", str(2**70)):
        with pytest.raises(RecordMissing):
            forms.load("table:incidents", wrong, ADMIN)
    field(database, "odd", "a")
    insert(database, "form_templates", template_name="o", form_type="odd", is_active=True,
           configuration={"target": {"table": "pg_authid"}})  # fmt: skip
    with pytest.raises(ConfigurationError, match="“pg_authid”"):
        forms.definition("odd", ADMIN)


def test_somebodys_settings_are_titled_with_the_name_of_the_person(forms: FormService, database: Database) -> None:
    insert(database, "user_preferences", user_id="u1")
    record = str(scalar(database, "SELECT max(id) FROM user_preferences"))

    def title() -> str:
        opened = forms.open("", record, ADMIN, table="user_preferences").record
        assert opened is not None
        return opened.title

    assert title().endswith(" of u1")
    execute(database, "UPDATE users SET first_name = ' Ada ', last_name = 'Nord' WHERE id = 'u1'")
    assert title().endswith(" of Ada Nord")
