"""Where values come from: noted when a form stores them, true only while they hold, else what the journal knows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from jarvis_desktop.edits.service import EditService
from jarvis_desktop.edits.types import Wording
from jarvis_desktop.forms.origins.types import How, Origins
from jarvis_desktop.forms.versions.service import FormVersions
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import Query, RowSet
from tests.db.forms.test_service import ADMIN, execute, field, forms, insert, scalar
from tests.db.forms.test_versions import PUBLISHER

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.forms.service import FormService
    from jarvis_desktop.metadata.types import Reader

__all__ = ["forms"]

ANN = replace(PUBLISHER, user_id="ann")
BOB = replace(PUBLISHER, user_id="bob")


@pytest.fixture(autouse=True)
def incident(forms: FormService, database: Database) -> str:
    insert(database, "users", id="ann", email="ann@example.com", first_name="Ann", last_name="Ash")
    insert(database, "users", id="bob", email="bob@example.com")
    field(database, "incident", "title", label="Title")
    field(database, "incident", "size", "integer", label="Size", order_index=1)
    double = {"compute": {"engine": "cel", "rule": "size * 2"}}
    field(database, "incident", "double", "computed", label="Double", order_index=2, ui_props=double)
    field(database, "incident", "status", label="Status", order_index=3, ui_props={"default": "open"})
    insert(database, "incidents", incident_id="INC-1", title="Fire")
    return str(scalar(database, "SELECT id FROM incidents"))


def save(forms: FormService, number: str, reader: Reader = ANN, **values: object) -> int:
    base = forms.load("incident", number, reader).values
    edit = forms.save("incident", number, values, base, reader).edit
    assert edit is not None
    assert edit.id is not None
    return edit.id


def told(origins: Origins) -> dict[str, tuple[How, str]]:
    return {key: (origin.how, origin.person) for key, origin in origins.by_field.items()}


def test_typed_and_computed_values_are_told_apart_each_with_its_person(forms: FormService, incident: str) -> None:
    save(forms, incident, title="Fire in the mill")
    save(forms, incident, BOB, size=4)
    assert told(forms.origins("incident", incident, ANN)) == {
        "title": (How.TYPED, "Ann Ash"),
        "size": (How.TYPED, "bob@example.com"),
        "double": (How.COMPUTED, "bob@example.com"),
    }


def test_a_new_record_tells_what_was_typed_from_what_it_began_with(forms: FormService) -> None:
    record = forms.create("incident", {"title": "Water", "size": 2, "status": "open"}, ANN).record
    assert told(forms.origins("incident", record.id, ANN)) == {
        "title": (How.TYPED, "Ann Ash"),
        "size": (How.TYPED, "Ann Ash"),
        "double": (How.COMPUTED, "Ann Ash"),
        "status": (How.BEGUN, "Ann Ash"),
    }


def test_what_changed_the_value_since_then_wins_over_what_was_noted(
    forms: FormService, database: Database, incident: str
) -> None:
    save(forms, incident, title="Fire in the mill", size=4)
    everything = RowSet(Query("incidents"), everything=True)
    forms.change_rows("incident", everything, {"title": "Checked"}, BOB)
    origin = forms.origins("incident", incident, ANN).by_field["title"]
    assert (origin.how, origin.person) == (How.EDITED, "bob@example.com")
    assert "title" in origin.edit
    execute(database, "UPDATE incidents SET title = 'By another program'")
    assert told(forms.origins("incident", incident, ANN))["title"] == (How.EDITED, "bob@example.com")
    execute(database, "DELETE FROM desktop.edits")
    assert "title" not in forms.origins("incident", incident, ANN).by_field, "nothing is made up"


def test_what_is_taken_back_comes_from_where_it_came_before(
    forms: FormService, database: Database, incident: str
) -> None:
    save(forms, incident, size=4)
    edit = save(forms, incident, BOB, size=5)
    EditService(database, lambda _table, _reader: Wording()).undo(edit, BOB)
    origin = forms.origins("incident", incident, ANN).by_field["size"]
    assert (origin.how, origin.person) == (How.EDITED, "Ann Ash")


def test_the_version_that_a_record_was_filled_under_is_kept(
    forms: FormService, database: Database, incident: str
) -> None:
    versions = FormVersions(database, TableService(database))
    save(forms, incident, size=1)
    assert forms.origins("incident", incident, ANN).filled_under == 0
    versions.publish("incident", ANN)
    save(forms, incident, size=2)
    execute(database, "UPDATE form_field_definitions SET label = 'Extent' WHERE field_key = 'size'")
    versions.publish("incident", ANN)
    found = forms.origins("incident", incident, ANN)
    assert (found.filled_under, found.in_force, found.by_field["size"].version) == (1, 2, 1)
    before = forms.open_under("incident", incident, 1, ANN)
    now = forms.open("incident", incident, ANN)
    assert before.record is not None
    assert now.record is not None
    assert before.record.values["size"] == now.record.values["size"] == 2
    assert [opened.definition.fields[1].label for opened in (before, now)] == ["Size", "Extent"]
    assert before.refusal


def test_a_database_without_room_for_origins_stores_records_all_the_same(
    forms: FormService, database: Database, incident: str
) -> None:
    execute(database, "DROP TABLE desktop.value_origins")
    save(forms, incident, title="Flood")
    assert forms.load("incident", incident, ADMIN).values["title"] == "Flood"
    origin = forms.origins("incident", incident, ANN).by_field["title"]
    assert (origin.how, origin.person) == (How.EDITED, "Ann Ash"), "the journal knows"
