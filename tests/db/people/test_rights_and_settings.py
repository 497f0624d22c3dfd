"""What a person may take and change: their settings, their own rows, and the law of the last administrator."""

from __future__ import annotations

import threading
from datetime import time
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from jarvis_desktop.core.errors import InvalidInput, JarvisError, NotAllowed, RecordMissing
from jarvis_desktop.edits.service import EditService
from jarvis_desktop.forms.service import FormService
from jarvis_desktop.people.service import PeopleService
from jarvis_desktop.people.types import Motion, QuietHours, Settings, Theme
from jarvis_desktop.rights.law import LastAdministrator
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import Filter, Operator, Query, RowSet
from tests.db.people.test_people_service import persona, run

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.metadata.types import Reader


def user(database: Database, user_id: str, rights: str | None = None) -> None:
    """A person with a profile, whose `rights` are JSON (None: none)."""
    with database.write() as session:
        session.execute(
            text("INSERT INTO users (id, email, first_name) VALUES (:id, :email, 'Ada')"),
            {"id": user_id, "email": f"{user_id}@example.test"},
        )
        if rights is not None:
            session.execute(
                text(
                    "INSERT INTO user_profiles (user_id, metadata) "
                    "VALUES (:id, jsonb_build_object('office', 'east', 'rights', CAST(:rights AS jsonb)))"
                ),
                {"id": user_id, "rights": rights},
            )


def two_personas(database: Database) -> None:
    persona(database, "admin", level="admin")
    persona(database, "desk", level="standard")


def forms(database: Database) -> FormService:
    return FormService(database, TableService(database))


def reader(database: Database, key: str, user_id: str) -> Reader:
    return PeopleService(database).reader(key, user_id)


def own_row(database: Database, table: str, user_id: str) -> str:
    column = "id" if table == "users" else "user_id"
    with database.read() as session:
        return str(session.scalar(text(f"SELECT id FROM {table} WHERE {column} = :id"), {"id": user_id}))


def taken(database: Database, user_id: str) -> list[str]:
    return [view.key for view in PeopleService(database).personas(user_id)]


def test_settings_are_stored_read_back_and_undone(database: Database) -> None:
    two_personas(database)
    user(database, "ada")
    people = PeopleService(database)
    assert people.settings("ada") == Settings()
    people.change_settings("ada", {"theme": "dark", "zoom": 125, "motion": "off", "notifications": False})
    people.change_settings("ada", {"quiet_hours": QuietHours(time(22), time(7, 30)), "default_persona": "desk"})
    people.change_settings("ada", {"language": "de", "time_zone": "Europe/Berlin"})
    wanted = Settings(
        "de", "Europe/Berlin", Theme.DARK, "desk", 125, Motion.OFF, QuietHours(time(22), time(7, 30)),
        notifications=False,
    )  # fmt: skip
    assert people.settings("ada") == wanted
    edit = people.change_settings("ada", {"zoom": 200})
    assert edit.text == "your zoom"
    assert edit.id is not None
    # A persona that may write nothing undoes what is its person's own.
    EditService(database).undo(edit.id, reader(database, "desk", "ada"))
    assert people.settings("ada").zoom == 125


def test_settings_that_are_none_are_refused(database: Database) -> None:
    user(database, "ada")
    people = PeopleService(database)
    bad = {"zoom": 1000, "theme": "pink", "time_zone": "Mars/Base", "language": "../x", "colour": 1, "motion": True}
    for name, value in bad.items():
        with pytest.raises(InvalidInput):
            people.change_settings("ada", {name: value})
    with pytest.raises(RecordMissing):
        people.change_settings("nobody", {"zoom": 110})
    with pytest.raises(ValueError, match="one table"):
        people.change_settings("ada", {"zoom": 110, "language": "de"})


def test_junk_in_a_persons_rows_is_not_set(database: Database) -> None:
    user(database, "ada")
    run(
        database,
        "INSERT INTO user_profiles (user_id, language, timezone, metadata) VALUES ('ada', '!!', 'Nowhere/Zone', '[3]')",
        "INSERT INTO user_preferences (user_id, theme, preferences) VALUES ('ada', 'neon', '\"text\"')",
    )
    assert PeopleService(database).settings("ada") == Settings(default_persona="admin")
    PeopleService(database).change_settings("ada", {"zoom": 90})
    assert PeopleService(database).settings("ada").zoom == 90


def test_without_lists_everybody_may_take_every_persona_and_with_one_only_the_listed(database: Database) -> None:
    two_personas(database)
    user(database, "ada")
    assert taken(database, "ada") == ["admin", "desk"]
    user(database, "boss", '{"personas": ["admin"]}')
    user(database, "ben", '{"personas": ["desk", "gone"]}')
    user(database, "cleo", '{"personas": ["desk", "admin"], "active": false}')
    user(database, "dan", '{"personas": "admin"}')
    assert taken(database, "boss") == ["admin"]
    assert taken(database, "ben") == ["desk"]
    assert [taken(database, each) for each in ("ada", "cleo", "dan", "unknown")] == [["nobody"]] * 4
    assert reader(database, "nobody", "ada").permissions == frozenset()
    with pytest.raises(NotAllowed):
        reader(database, "admin", "ben")


def test_people_change_their_own_rows_and_no_one_elses(database: Database) -> None:
    two_personas(database)
    user(database, "boss", '{"personas": ["admin"]}')
    user(database, "ben", '{"personas": ["desk"]}')
    mine = reader(database, "desk", "ben")
    own, other = own_row(database, "user_profiles", "ben"), own_row(database, "user_profiles", "boss")
    service = forms(database)
    assert not service.open("table:user_profiles", own, mine).refusal
    assert service.open("table:user_profiles", other, mine).refusal
    service.save("table:user_profiles", own, {"phone": "12"}, {}, mine)
    with pytest.raises(NotAllowed):
        service.save("table:user_profiles", other, {"phone": "12"}, {}, mine)
    for stolen in ({"metadata": {"rights": {"personas": ["admin"]}}}, {"user_id": "boss"}):
        with pytest.raises(NotAllowed):
            service.save("table:user_profiles", own, stolen, {}, mine)
    assert taken(database, "ben") == ["desk"]


def test_who_was_demoted_cannot_undo_the_way_back(database: Database) -> None:
    two_personas(database)
    user(database, "boss", '{"personas": ["admin"]}')
    user(database, "ben", '{"personas": ["desk", "admin"]}')
    before = reader(database, "admin", "ben")
    row = own_row(database, "user_profiles", "ben")
    saved = forms(database).save(
        "table:user_profiles", row, {"metadata": {"rights": {"personas": ["desk"]}}}, {}, before
    )
    assert saved.edit is not None
    assert saved.edit.id is not None
    with pytest.raises(NotAllowed):
        EditService(database).undo(saved.edit.id, reader(database, "desk", "ben"))
    assert taken(database, "ben") == ["desk"]


@pytest.mark.parametrize("values", [{"is_active": False}, {"access_level": "standard"}, {"persona_key": ""}])
def test_the_last_persona_that_administers_stays(database: Database, values: dict[str, Any]) -> None:
    two_personas(database)
    user(database, "boss")
    who = reader(database, "admin", "boss")
    row = own_persona(database, "admin")
    with pytest.raises((LastAdministrator, InvalidInput)):
        forms(database).save("table:role_personas", row, values, {}, who)
    chosen = RowSet(Query("role_personas", filters=(Filter("persona_key", Operator.EQ, "admin"),)), everything=True)
    with pytest.raises(LastAdministrator):
        forms(database).remove_rows("role_personas", chosen, who)
    with pytest.raises(LastAdministrator):
        forms(database).change_rows(
            "table:role_personas", RowSet(Query("role_personas"), everything=True), {"is_active": False}, who
        )
    assert taken(database, "boss") == ["admin", "desk"]


def own_persona(database: Database, key: str) -> str:
    with database.read() as session:
        return str(session.scalar(text("SELECT id FROM role_personas WHERE persona_key = :key"), {"key": key}))


def test_undo_cannot_take_the_last_administrator(database: Database) -> None:
    two_personas(database)
    user(database, "boss")
    who = reader(database, "admin", "boss")
    service = forms(database)
    edit = service.save("table:role_personas", own_persona(database, "desk"), {"access_level": "admin"}, {}, who).edit
    service.save("table:role_personas", own_persona(database, "admin"), {"is_active": False}, {}, who)
    assert edit is not None
    assert edit.id is not None
    # Whoever looks as the persona that is gone may not even try.
    with pytest.raises(NotAllowed, match="withdrawn"):
        EditService(database).undo(edit.id, who)
    with pytest.raises(LastAdministrator):
        EditService(database).undo(edit.id, reader(database, "desk", "boss"))


def test_the_last_person_who_may_administer_stays(database: Database) -> None:
    two_personas(database)
    user(database, "boss", '{"personas": ["admin"]}')
    user(database, "ben", '{"personas": ["desk"]}')
    who = reader(database, "admin", "boss")
    row = own_row(database, "user_profiles", "boss")
    for rights in ({"personas": ["desk"]}, {"personas": ["admin"], "active": False}, {"personas": 7}):
        with pytest.raises(LastAdministrator):
            forms(database).save("table:user_profiles", row, {"metadata": {"rights": rights}}, {}, who)
    whole = RowSet(Query("user_profiles", filters=(Filter("user_id", Operator.EQ, "boss"),)), everything=True)
    with pytest.raises(LastAdministrator):
        forms(database).remove_rows("user_profiles", whole, who)


def test_two_demotions_at_once_leave_one_administrator(live_database: Database) -> None:
    for key in ("admin", "chief"):
        persona(live_database, key, level="admin")
    user(live_database, "boss")
    keys = {key: own_persona(live_database, key) for key in ("admin", "chief")}
    who = reader(live_database, "admin", "boss")
    start = threading.Barrier(2)
    refused: list[str] = []

    def demote(key: str) -> None:
        start.wait()
        try:
            forms(live_database).save("table:role_personas", keys[key], {"access_level": "standard"}, {}, who)
        except JarvisError as error:
            refused.append(error.title)

    for _ in range(5):
        threads = [threading.Thread(target=partial(demote, key)) for key in keys]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        levels = [view.access_level for view in PeopleService(live_database).personas()]
        assert sorted(levels) == ["admin", "standard"]
        run(live_database, "UPDATE role_personas SET access_level = 'admin'")
    # Who demoted the persona they act as may change nothing more; else the law refuses the second one.
    assert len(refused) == 5
    assert set(refused) <= {LastAdministrator.title, NotAllowed.title}


def test_two_first_changes_at_once_make_one_row_each(live_database: Database) -> None:
    user(live_database, "ada")
    start = threading.Barrier(4)

    def change(zoom: int) -> None:
        start.wait()
        PeopleService(live_database).change_settings("ada", {"zoom": zoom})

    threads = [threading.Thread(target=partial(change, 100 + n)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with live_database.read() as session:
        counts = session.execute(
            text("SELECT (SELECT count(*) FROM user_profiles), (SELECT count(*) FROM user_preferences)")
        ).one()
    assert tuple(counts) == (1, 1)
