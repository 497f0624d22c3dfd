"""Two windows over one database: of two undos exactly one wins, and a save on its way is waited for."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import psycopg
import pytest

from jarvis_desktop.core.errors import DatabaseUnavailable
from jarvis_desktop.edits.types import StaleEdit
from tests.db.edits.desk import ADMIN, EVERYTHING, FORM, Desk

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

ROUNDS = 10


@pytest.fixture
def desk(live_database: Database) -> Desk:
    desk = Desk(live_database)
    desk.fill(20)
    return desk


def test_of_two_undos_at_once_exactly_one_wins(desk: Desk) -> None:
    def undo(edit: int) -> bool:
        try:
            desk.edits.undo(edit, ADMIN)
        except StaleEdit:
            return False
        return True

    before = desk.incidents()
    with ThreadPoolExecutor(2) as pool:
        for number in range(ROUNDS):
            edit = desk.forms.change_rows(FORM, EVERYTHING, {"john_notes": f"round {number}"}, ADMIN)
            assert edit.id is not None
            assert sorted(pool.map(undo, [edit.id, edit.id])) == [False, True]
            assert desk.incidents() == before


def test_a_connection_lost_in_the_middle_of_a_bulk_edit_stores_nothing(desk: Desk, live_url: str) -> None:
    before = desk.incidents()
    with ThreadPoolExecutor(1) as pool, psycopg.connect(live_url) as other:
        other.execute("UPDATE incidents SET john_notes = 'theirs' WHERE incident_id = 'INC-7'")
        waiting = pool.submit(desk.forms.change_rows, FORM, EVERYTHING, {"john_notes": "mine"}, ADMIN)
        with psycopg.connect(live_url, autocommit=True) as watch:
            end = (
                "SELECT pg_terminate_backend(pid) FROM pg_locks"
                " WHERE NOT granted AND pid <> pg_backend_pid() AND locktype = 'transactionid'"
            )
            while watch.execute(end).fetchone() is None:
                assert not waiting.done()
        with pytest.raises(DatabaseUnavailable, match=r"was lost\. Nothing was stored\."):
            waiting.result()
        other.rollback()
    assert desk.incidents() == before
    assert desk.forms.change_rows(FORM, EVERYTHING, {"john_notes": "mine"}, ADMIN).rows == len(before)


def test_what_another_connection_commits_while_undo_waits_counts(desk: Desk, live_url: str) -> None:
    edit = desk.forms.change_rows(FORM, EVERYTHING, {"john_notes": "mine"}, ADMIN)
    assert edit.id is not None
    with ThreadPoolExecutor(1) as pool, psycopg.connect(live_url) as other:
        other.execute("UPDATE incidents SET john_notes = 'theirs' WHERE incident_id = 'INC-7'")
        waiting = pool.submit(desk.edits.undo, edit.id, ADMIN)
        with psycopg.connect(live_url, autocommit=True) as watch:
            blocked = "SELECT count(*) FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid()"
            while watch.execute(blocked).fetchone() == (0,):
                assert not waiting.done()
        other.commit()
        with pytest.raises(StaleEdit, match="INC-7 was changed by someone else since") as refused:
            waiting.result()
    assert (refused.value.unfit, refused.value.rest) == (1, 19)
    assert desk.value("SELECT count(*) FROM incidents WHERE john_notes = 'mine'") == 19


def test_an_added_row_that_another_connection_begins_to_refer_to_stays(desk: Desk, live_url: str) -> None:
    saved = desk.forms.create("table:agents", {"name": "Anna", "layer": "Role"}, ADMIN)
    assert saved.edit is not None
    assert saved.edit.id is not None
    with ThreadPoolExecutor(1) as pool, psycopg.connect(live_url) as other:
        other.execute(f"INSERT INTO agent_versions (agent_id, version_number) VALUES ({int(saved.record.id)}, 1)")
        waiting = pool.submit(desk.edits.undo, saved.edit.id, ADMIN)
        with psycopg.connect(live_url, autocommit=True) as watch:
            blocked = "SELECT count(*) FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid()"
            while watch.execute(blocked).fetchone() == (0,):
                assert not waiting.done()
        other.commit()
        with pytest.raises(StaleEdit, match="referred to by other records"):
            waiting.result()
    assert desk.value("SELECT count(*) FROM agent_versions") == 1
