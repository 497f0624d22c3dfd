"""Published forms: frozen, in force by date, compared, weighed against what is stored, and refused with reasons."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import text

from jarvis_desktop.core.errors import ConfigurationError, JarvisError, NotAllowed
from jarvis_desktop.core.json_text import dumps
from jarvis_desktop.forms.definitions import FormDefinitions
from jarvis_desktop.forms.versions.service import FormVersions
from jarvis_desktop.forms.versions.types import ChangeKind
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import Query, RowSet
from tests.db.forms.test_service import ADMIN, execute, field, forms, insert

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.forms.service import FormService
    from jarvis_desktop.metadata.types import Reader

__all__ = ["forms"]

NOW = datetime.now(UTC)
PUBLISHER = replace(ADMIN, permissions=ADMIN.permissions | {"forms.publish"}, as_of=NOW + timedelta(hours=1))


@pytest.fixture
def versions(database: Database) -> FormVersions:
    field(database, "incident", "title", label="Title")
    field(database, "incident", "priority", "select", label="Priority", options=["low", "high"], order_index=1)
    field(database, "incident", "cause", label="Cause", order_index=2)
    return FormVersions(database, TableService(database))


def relabel(database: Database, key: str, label: str) -> None:
    execute(database, f"UPDATE form_field_definitions SET label = '{label}' WHERE field_key = '{key}'")


def labels(database: Database, reader: Reader = PUBLISHER) -> list[str]:
    found = FormDefinitions(database, TableService(database)).definition("incident", reader)
    return [one.label for one in found.fields]


def on(days: float) -> Reader:
    """The publisher, that many days from now."""
    return replace(PUBLISHER, as_of=NOW + timedelta(days=days))


def test_an_unpublished_form_is_what_its_rows_say_and_a_published_one_stays(
    versions: FormVersions, database: Database
) -> None:
    relabel(database, "title", "Name")
    assert labels(database)[0] == "Name"
    published = versions.publish("incident", PUBLISHER, note="First")
    assert (published.version.number, published.version.in_force) == (1, True)
    assert published.changes.touches({"form_field_definitions"})
    relabel(database, "title", "Headline")
    assert labels(database)[0] == "Name", "an edit takes effect when it is published"
    definition = FormDefinitions(database, TableService(database)).definition("incident", PUBLISHER)
    assert definition.version == 1


def test_the_version_in_force_is_that_of_the_day(versions: FormVersions, database: Database) -> None:
    versions.publish("incident", PUBLISHER)
    relabel(database, "title", "Headline")
    later = versions.publish("incident", PUBLISHER, effective_from=NOW + timedelta(days=10))
    assert not later.version.in_force
    assert labels(database, on(9))[0] == "Title"
    assert labels(database, on(11))[0] == "Headline"
    listed = versions.versions("incident", on(11))
    assert [(one.number, one.in_force) for one in listed] == [(2, True), (1, False)]


def test_an_edit_of_a_published_form_says_that_it_waits(
    versions: FormVersions, forms: FormService, database: Database
) -> None:
    form, rows = "table:form_field_definitions", RowSet(Query("form_field_definitions"), everything=True)
    with database.read() as session:
        key = str(session.scalar(text("SELECT id FROM form_field_definitions WHERE field_key = 'title'")))

    def notes(label: str) -> list[str]:
        saved = forms.save(form, key, {"label": label}, forms.load(form, key, PUBLISHER).values, PUBLISHER)
        every = forms.change_rows(form, rows, {"description": label}, PUBLISHER)
        return [edit.note for edit in (saved.edit, every) if edit is not None]

    assert notes("Name") == ["", ""]
    field(database, "other", "name")
    versions.publish("other", PUBLISHER)
    waits = "A published form takes this up with its next version."
    assert notes("Headline") == ["", waits], "one row belongs to a form that is not published"
    versions.publish("incident", PUBLISHER)
    assert notes("Caption") == [waits, waits]


def test_a_version_is_read_with_its_own_template_and_overlays(versions: FormVersions, database: Database) -> None:
    insert(database, "form_templates", template_name="t", form_type="incident", configuration={"title": "Report"},
           is_default=True)  # fmt: skip
    field(database, "incident", "cause", label="Reason", persona="rachel", order_index=2)
    versions.publish("incident", PUBLISHER)
    execute(database, "DELETE FROM form_templates")
    execute(database, "DELETE FROM form_field_definitions WHERE persona = 'rachel'")
    rachel = replace(PUBLISHER, persona="rachel")
    found = FormDefinitions(database, TableService(database)).definition("incident", rachel)
    assert (found.title, [one.label for one in found.fields][2]) == ("Report", "Reason")


def test_a_preview_says_what_changes_what_it_refuses_and_whose_drafts_it_touches(
    versions: FormVersions, database: Database
) -> None:
    first = versions.preview("incident", PUBLISHER)
    assert (first.before, first.changes) == (0, ())
    versions.publish("incident", PUBLISHER)
    insert(database, "incidents", incident_id="INC-1", title="Fire", priority="low")
    insert(database, "incidents", incident_id="INC-2", title="Flood in the cellar", priority="high",
           critical_flags={"_form": {"cause": "Rain"}})  # fmt: skip
    execute(database, "UPDATE form_field_definitions SET is_required = true WHERE field_key = 'cause'")
    execute(database, "UPDATE form_field_definitions SET options = '[\"high\"]' WHERE field_key = 'priority'")
    execute(
        database, "UPDATE form_field_definitions SET validation_rules = '{\"maxLength\": 10}' WHERE field_key = 'title'"
    )
    for place in ("form/incident/1", "new/incident", "form/incidental/1"):
        execute(database, f"INSERT INTO desktop.drafts VALUES ('u', '{place}', '{{}}', '{{}}')")
    found = versions.preview("incident", PUBLISHER)
    assert {(each.change.words, each.records) for each in found.impacts} == {
        ("Title: maxLength is 10", 1),
        ("Priority does not offer “low” any more", 1),
        ("Cause is required", 1),
    }
    assert all(change.kind is ChangeKind.TIGHTENED for change in found.changes)
    assert found.drafts == 2
    assert found.examined == 2
    assert {(one.name, one.problems) for one in found.examples} == {
        ("INC-1", ("Cause is required",)),
        ("INC-2", ("Title can have at most 10 characters",)),
    }
    with pytest.raises(JarvisError, match="could not be saved any more, INC-2 among them"):
        versions.publish("incident", PUBLISHER)
    assert versions.publish("incident", PUBLISHER, despite_examples=True).version.number == 2


@pytest.mark.parametrize(
    ("rules", "kind", "refused"),
    [
        ({"minLength": 4}, "text", 1), ({"min": 10}, "integer", 1), ({"max": 10}, "integer", 1),
        ({"exclusiveMinimum": 7}, "integer", 1), ({"exclusiveMaximum": 12}, "integer", 1),
        ({"min": "2026-01-01"}, "date", 1), ({"max": "2025-12-31"}, "date", 1),
        ({"minItems": 2}, "tags", 1), ({"maxItems": 1}, "tags", 1), ({"pattern": "^a"}, "text", None),
    ],
)  # fmt: skip
def test_what_a_limit_refuses_is_counted_where_it_can_be(
    versions: FormVersions, database: Database, rules: dict[str, object], kind: str, refused: int | None
) -> None:
    stored: dict[str, tuple[object, object]] = {
        "text": ("abc", "abcd"), "integer": (7, 12), "date": ("2025-05-04", "2026-05-04"), "tags": (["a"], ["a", "b"]),
    }  # fmt: skip
    field(database, "incident", "more", kind, label="More", order_index=9)
    versions.publish("incident", PUBLISHER)
    for number, value in enumerate(stored[kind]):
        insert(database, "incidents", incident_id=f"INC-{number}", title="Fire",
               critical_flags={"_form": {"more": value}})  # fmt: skip
    insert(database, "incidents", incident_id="INC-9", title="Without any")
    with database.write() as session:
        statement = "UPDATE form_field_definitions SET validation_rules = CAST(:r AS jsonb) WHERE field_key = 'more'"
        session.execute(text(statement), {"r": dumps(rules)})
    (impact,) = versions.preview("incident", PUBLISHER).impacts
    assert impact.records == refused


def test_rings_are_refused_with_the_way_round(versions: FormVersions, database: Database) -> None:
    for key, other in (("a", "b"), ("b", "a")):
        rule = {"compute": {"engine": "cel", "rule": other}}
        field(database, "incident", key, "computed", label=key.upper(), ui_props=rule, order_index=5)
    assert versions.preview("incident", PUBLISHER).rings
    with pytest.raises(ConfigurationError, match=r"wait for each other in a ring: .*A.*B"):
        versions.publish("incident", PUBLISHER)
    assert versions.versions("incident", PUBLISHER) == ()


def test_nothing_is_published_without_right_rows_changes_or_time(versions: FormVersions, database: Database) -> None:
    with pytest.raises(NotAllowed, match=r"permission forms\.publish"):
        versions.publish("incident", ADMIN)
    with pytest.raises(ConfigurationError, match="No form is called “nothing”"):
        versions.publish("nothing", PUBLISHER)
    versions.publish("incident", PUBLISHER, effective_from=NOW - timedelta(days=400))
    assert labels(database, on(-300))[0] == "Title", "the first one may be in force for long"
    with pytest.raises(ConfigurationError, match="is as it was published in version 1"):
        versions.publish("incident", PUBLISHER)
    relabel(database, "title", "Headline")
    with pytest.raises(ConfigurationError, match="cannot come into force in the past"):
        versions.publish("incident", PUBLISHER, effective_from=NOW - timedelta(days=1))
    versions.publish("incident", PUBLISHER, effective_from=NOW + timedelta(days=5))
    relabel(database, "title", "Caption")
    with pytest.raises(ConfigurationError, match="the next one must come later"):
        versions.publish("incident", PUBLISHER, effective_from=NOW + timedelta(days=4))


def test_two_versions_are_compared_and_an_unknown_one_is_told(versions: FormVersions, database: Database) -> None:
    versions.publish("incident", PUBLISHER)
    relabel(database, "title", "Headline")
    versions.publish("incident", PUBLISHER)
    relabel(database, "cause", "Reason")
    assert [one.words for one in versions.compare("incident", 1, 2, PUBLISHER)] == ["“Title” is called “Headline”"]
    assert len(versions.compare("incident", 1, 0, PUBLISHER)) == 2
    with pytest.raises(ConfigurationError, match="has no version 7"):
        versions.compare("incident", 7, 0, PUBLISHER)


def test_a_change_for_one_persona_only_is_told_as_such(versions: FormVersions, database: Database) -> None:
    versions.publish("incident", PUBLISHER)
    field(database, "incident", "cause", label="Reason", persona="rachel", order_index=2)
    assert [(one.words, one.overlay) for one in versions.preview("incident", PUBLISHER).changes] == [
        ("“Cause” is called “Reason”", "rachel")
    ]


def test_publishers_at_once_each_get_a_number_of_their_own(live_database: Database, live_url: str) -> None:
    field(live_database, "incident", "title", label="Title")
    service = FormVersions(live_database, TableService(live_database))

    def publish(number: int) -> int | None:
        with psycopg.connect(live_url) as connection:
            connection.execute("UPDATE form_field_definitions SET label = %s", (f"Title {number}",))
        try:
            return service.publish("incident", PUBLISHER).version.number
        except ConfigurationError:
            return None

    with ThreadPoolExecutor(4) as pool:
        numbers = [number for number in pool.map(publish, range(8)) if number is not None]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))


def test_a_database_without_room_for_versions_works_as_ever_and_says_so(
    forms: FormService, versions: FormVersions, database: Database
) -> None:
    execute(database, "DROP TABLE desktop.form_versions")
    assert labels(database)[0] == "Title"
    with pytest.raises(ConfigurationError, match="has no room for versions of forms") as refused:
        versions.publish("incident", PUBLISHER)
    assert "jarvis db upgrade" in refused.value.hint
