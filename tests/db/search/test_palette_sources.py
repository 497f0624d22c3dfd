"""What the palette asks of the database: the newest records, and the forms in which a person may store new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from jarvis_desktop.db.engine import Database
from jarvis_desktop.forms.definitions import FormDefinitions
from jarvis_desktop.forms.service import FormService
from jarvis_desktop.metadata.service import MetadataService
from jarvis_desktop.people.service import PeopleService
from jarvis_desktop.search.service import MOST_HITS, SearchService
from jarvis_desktop.search.types import Group
from jarvis_desktop.tables.service import TableService

if TYPE_CHECKING:
    from collections.abc import Iterator


class Desk:
    """Search and forms over one database."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.database = Database(url)
        tables = TableService(self.database)
        self.people = PeopleService(self.database)
        definitions = FormDefinitions(self.database, tables)
        self.search = SearchService(self.database, tables, MetadataService(self.database), definitions)
        self.forms = FormService(self.database, tables)

    def new_records(self, persona: str) -> dict[str, str]:
        reader = self.people.reader(persona, "tester")
        allowed = self.search.access(reader)
        found = self.forms.new_forms(reader, allowed.lists)
        return {form.form_type: form.record for form in found if allowed.may_find(form.table)}


@pytest.fixture
def desk(stocked_url: str) -> Iterator[Desk]:
    made = Desk(stocked_url)
    yield made
    made.database.dispose()


def test_the_newest_records_of_a_group_come_first(desk: Desk) -> None:
    with psycopg.connect(desk.url, autocommit=True) as connection:
        connection.execute("INSERT INTO incidents (incident_id, title, status) VALUES ('INC-900', 'Quiet', 'open')")
    found = desk.search.newest(Group.INCIDENTS, desk.people.reader("john", "tester"))
    assert found.hits[0].title.text == "INC-900 · Quiet"
    assert 1 < found.count <= MOST_HITS


def test_who_may_not_see_a_table_gets_none_of_it_and_what_is_no_table_has_none(desk: Desk) -> None:
    broker = desk.people.reader("broker", "tester")
    assert desk.search.newest(Group.INCIDENTS, broker).hits == ()
    assert desk.search.newest(Group.HELP, broker).hits == ()


def test_forms_for_new_records_are_those_that_the_person_may_store(desk: Desk) -> None:
    admin = desk.new_records("admin")
    assert {"incident", "submission"} <= set(admin)
    assert admin["incident"] == "incident"
    assert not any(name.endswith("_edit") for name in admin)
    assert "agent_create" in admin
    assert "agent_create" not in desk.new_records("john")


def test_a_form_whose_rows_cannot_be_used_is_left_out(desk: Desk) -> None:
    with psycopg.connect(desk.url, autocommit=True) as connection:
        connection.execute(
            "INSERT INTO form_field_definitions"
            " (form_type, field_key, label, field_type, order_index, is_active, is_required)"
            " VALUES ('nonsense', 'x', 'X', 'no such kind', 0, true, false)"
        )
    assert "nonsense" not in desk.new_records("admin")
