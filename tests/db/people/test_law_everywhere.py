"""The law of the last administrator on every way by which rows come into the database."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from jarvis_desktop.core.errors import RecordMissing
from jarvis_desktop.db.transfer.importer import import_folder
from jarvis_desktop.db.transfer.starter import load_starter, reset_starter
from jarvis_desktop.edits.service import EditService
from jarvis_desktop.people.service import PeopleService
from jarvis_desktop.rights.law import LastAdministrator, kept_administered
from jarvis_desktop.tables.types import Filter, Operator, Query, RowSet
from tests.db.imports.test_import_service import WRITER, Bench, bench
from tests.db.people.test_people_service import persona, run
from tests.db.people.test_rights_and_settings import forms, own_row, reader, two_personas, user

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jarvis_desktop.db.engine import Database

__all__ = ["bench"]

ONLY_DESK = {"rights": {"personas": ["desk"]}}


def folder_with(folder: Path, **tables: list[dict[str, Any]]) -> Path:
    for name, rows in tables.items():
        (folder / f"{name}.json").write_text(json.dumps(rows))
    return folder


def count(database: Database, table: str) -> int:
    with database.read() as session:
        return int(session.scalar(text(f"SELECT count(*) FROM {table}")) or 0)


def administers(database: Database, user_id: str) -> bool:
    return any("config.write" in view.permissions for view in PeopleService(database).personas(user_id))


def rows_of(table: str, column: str, value: str) -> RowSet:
    return RowSet(Query(table, filters=(Filter(column, Operator.EQ, value),)), everything=True)


def test_a_folder_that_lists_somebody_else_only_is_refused_whole(database: Database, tmp_path: Path) -> None:
    """While nobody has a list everybody administers: the first list may take that from all."""
    two_personas(database)
    user(database, "ada")
    folder = folder_with(
        tmp_path,
        users=[{"id": "ben", "email": "ben@example.test"}],
        user_profiles=[{"user_id": "ben", "metadata": ONLY_DESK}],
        incidents=[{"incident_id": "I-1", "title": "Hail", "priority": "low", "status": "open"}],
    )
    with pytest.raises(LastAdministrator, match="Nothing was stored") as refused:
        import_folder(database, folder, under=kept_administered)
    assert refused.value.hint
    assert count(database, "incidents") == count(database, "user_profiles") == 0
    assert administers(database, "ada")


def test_a_folder_that_brings_the_first_personas_needs_an_administrator_among_them(
    database: Database, tmp_path: Path
) -> None:
    user(database, "ada")
    rows = [{"persona_key": "desk", "display_name": "Desk", "agent_role": "x", "access_level": "standard"}]
    with pytest.raises(LastAdministrator):
        import_folder(database, folder_with(tmp_path, role_personas=rows), under=kept_administered)
    rows.append({"persona_key": "chief", "display_name": "Chief", "agent_role": "x", "access_level": "admin"})
    report = import_folder(database, folder_with(tmp_path, role_personas=rows), under=kept_administered)
    assert report.inserted == 2


def test_a_database_that_nobody_administers_can_be_filled(database: Database, tmp_path: Path) -> None:
    persona(database, "desk", level="standard")
    folder = folder_with(
        tmp_path, incidents=[{"incident_id": "I-1", "title": "Hail", "priority": "low", "status": "open"}]
    )
    assert import_folder(database, folder, under=kept_administered).inserted == 1


def test_samples_that_would_take_the_last_administrator_are_not_brought_back(
    database: Database, tmp_path: Path
) -> None:
    chief = {"persona_key": "chief", "display_name": "Chief", "agent_role": "x", "access_level": "standard"}
    load_starter(database, folder_with(tmp_path, role_personas=[chief]))
    run(database, "UPDATE role_personas SET access_level = 'admin'")
    user(database, "ada")
    with pytest.raises(LastAdministrator):
        reset_starter(database, tmp_path, under=kept_administered)
    assert administers(database, "ada")
    persona(database, "admin", level="admin")
    assert reset_starter(database, tmp_path, under=kept_administered).restored == 1


@pytest.mark.parametrize("way", ["rehearsal", "import"])
def test_an_import_through_the_window_is_refused_with_words(bench: Bench, way: str) -> None:
    bench.run("DELETE FROM role_personas WHERE persona_key <> 'admin'")
    bench.run("UPDATE role_personas SET capability_manifest = NULL")
    rows = [("Persona key", "Access level"), ("admin", "standard")]
    plan = bench.plan(*rows, table="role_personas")
    assert plan.key == ("persona_key",)
    with pytest.raises(LastAdministrator, match="administers"):
        (bench.imports.check if way == "rehearsal" else bench.imports.run)(plan, WRITER)
    assert bench.all("SELECT access_level FROM role_personas") == [("admin",)]


def test_a_new_list_that_takes_everybodys_is_refused(database: Database) -> None:
    two_personas(database)
    user(database, "boss")
    who = reader(database, "admin", "boss")
    with pytest.raises(LastAdministrator):
        forms(database).create("table:user_profiles", {"user_id": "boss", "metadata": ONLY_DESK}, who)


def test_bulk_edit_bulk_delete_and_the_whole_of_a_json_value(database: Database) -> None:
    two_personas(database)
    user(database, "boss", '{"personas": ["admin"]}')
    user(database, "ben", '{"personas": ["desk"]}')
    who = reader(database, "admin", "boss")
    service = forms(database)
    everybody = RowSet(Query("role_personas"), everything=True)
    profile = own_row(database, "user_profiles", "boss")
    attempts: dict[str, Callable[[], object]] = {
        "bulk edit": lambda: service.change_rows("table:role_personas", everybody, {"access_level": "standard"}, who),
        "bulk delete": lambda: service.remove_rows("role_personas", everybody, who),
        "delete a profile": lambda: service.remove_rows(
            "user_profiles", rows_of("user_profiles", "user_id", "boss"), who
        ),
        "a JSON value": lambda: service.save("table:user_profiles", profile, {"metadata": ONLY_DESK}, {}, who),
        "no JSON at all": lambda: service.save("table:user_profiles", profile, {"metadata": {"rights": 7}}, {}, who),
    }
    for name, attempt in attempts.items():
        with pytest.raises(LastAdministrator) as refused:
            attempt()
        assert "Nothing was stored" in refused.value.message, name
        assert administers(database, "boss"), name


def test_neither_undo_nor_redo_takes_the_last_one(database: Database) -> None:
    two_personas(database)
    persona(database, "chief", level="admin")
    user(database, "boss")
    who = reader(database, "admin", "boss")
    service, edits = forms(database), EditService(database)
    level = {"access_level": "standard"}
    demoted = service.change_rows("table:role_personas", rows_of("role_personas", "persona_key", "chief"), level, who)
    assert demoted.id is not None
    edits.undo(demoted.id, who)
    chief = reader(database, "chief", "boss")
    service.change_rows("table:role_personas", rows_of("role_personas", "persona_key", "admin"), level, chief)
    with pytest.raises(LastAdministrator):
        edits.redo(demoted.id, chief)
    with pytest.raises(RecordMissing):
        edits.undo(10**9, chief)
