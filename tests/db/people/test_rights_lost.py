"""A reader that was made some time ago: what it may write is decided by the rows of the moment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from jarvis_desktop.core.errors import NotAllowed
from jarvis_desktop.edits.service import EditService
from jarvis_desktop.people.sessions.service import SessionService
from jarvis_desktop.tables.types import Filter, Operator, Query, RowSet
from tests.db.people.test_people_service import run
from tests.db.people.test_rights_and_settings import forms, own_row, reader, two_personas, user

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.db.engine import Database

LOSSES = {
    "demoted": "UPDATE role_personas SET access_level = 'standard' WHERE persona_key = 'admin'",
    "stripped": 'UPDATE role_personas SET capability_manifest = \'{"permissions": ["records.read"]}\'',
    "switched off": "UPDATE role_personas SET is_active = false WHERE persona_key = 'admin'",
    "deleted": "DELETE FROM role_personas WHERE persona_key = 'admin'",
    "not open any more": 'UPDATE user_profiles SET metadata = \'{"rights": {"personas": ["desk"]}}\'',
    "deactivated": 'UPDATE user_profiles SET metadata = \'{"rights": {"active": false}}\'',
    "others are listed": """
        INSERT INTO user_profiles (user_id, metadata) VALUES ('ben', '{"rights": {"personas": []}}')
    """,
}


@pytest.fixture
def staffed(database: Database) -> Database:
    two_personas(database)
    user(database, "ben")
    user(database, "ada", "null")
    run(database, "INSERT INTO incidents (incident_id, title, priority, status) VALUES ('I-1', 'Hail', 'low', 'open')")
    return database


@pytest.mark.parametrize("loss", LOSSES)
def test_a_reader_keeps_no_right_that_its_rows_lost(staffed: Database, loss: str) -> None:
    who = reader(staffed, "admin", "ada")
    service, all_of_them = forms(staffed), RowSet(Query("incidents"), everything=True)
    edit = service.change_rows("table:incidents", all_of_them, {"priority": "high"}, who)
    assert edit.id is not None
    edit_id = edit.id
    with staffed.read() as session:
        key = str(session.scalar(text("SELECT id FROM incidents")))
    run(staffed, LOSSES[loss])
    attempts: dict[str, Callable[[], object]] = {
        "save": lambda: service.save("table:incidents", key, {"title": "Mine"}, {}, who),
        "create": lambda: service.create("table:incidents", {"incident_id": "I-2", "title": "New"}, who),
        "bulk": lambda: service.change_rows("table:incidents", all_of_them, {"status": "closed"}, who),
        "delete": lambda: service.remove_rows("incidents", all_of_them, who),
        "undo": lambda: EditService(staffed).undo(edit_id, who),
    }
    for name, attempt in attempts.items():
        with pytest.raises(NotAllowed, match="Nothing was stored"):
            attempt()
        with staffed.read() as session:
            rows = session.execute(text("SELECT title, priority, status FROM incidents")).fetchall()
        assert rows == [("Hail", "high", "open")], name


def test_what_is_ones_own_stays_ones_own(staffed: Database) -> None:
    who = reader(staffed, "admin", "ada")
    run(staffed, LOSSES["switched off"])
    profile = own_row(staffed, "user_profiles", "ada")
    forms(staffed).save("table:user_profiles", profile, {"phone": "555"}, {}, who)
    with pytest.raises(NotAllowed):
        forms(staffed).save("table:user_profiles", profile, {"metadata": {"rights": {"personas": ["admin"]}}}, {}, who)


def test_a_right_to_sessions_of_others_is_of_the_moment_too(staffed: Database) -> None:
    who = reader(staffed, "admin", "ada")
    theirs = SessionService(staffed)
    assert theirs.begin("ben")
    mine = SessionService(staffed)
    assert mine.begin("ada")
    (key,) = [view.key for view in mine.sessions(who) if not view.own]
    run(staffed, LOSSES["demoted"])
    assert [view.own for view in mine.sessions(who)] == [True]
    with pytest.raises(NotAllowed):
        mine.revoke([key], who)
    assert theirs.is_there()
    mine.revoke([view.key for view in mine.sessions(who)], who)
    assert not mine.is_there()


def test_a_database_without_personas_is_written_by_its_built_in_administrator(database: Database) -> None:
    user(database, "ada")
    who = reader(database, "admin", "ada")
    forms(database).create("table:incidents", {"incident_id": "I-1", "title": "Hail"}, replace(who, config={}))


def test_rows_named_in_a_choice_are_held_to_the_same(staffed: Database) -> None:
    who = reader(staffed, "admin", "ada")
    run(staffed, LOSSES["demoted"])
    chosen = RowSet(Query("users", filters=(Filter("id", Operator.EQ, "ben"),)), everything=True)
    with pytest.raises(NotAllowed):
        forms(staffed).remove_rows("users", chosen, who)
