from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from jarvis_desktop.people.memory import MOST_CHARACTERS, MemoryService
from tests.support.laws import examples

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**9), 10**9)
    | st.text(st.characters(exclude_characters="\0", codec="utf-8")),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text("abc", max_size=3), inner, max_size=4),
    max_leaves=10,
)


def test_a_place_is_recalled_as_it_was_left_last(database: Database) -> None:
    memory = MemoryService(database)
    assert memory.recall("john", "incidents/") == {}
    assert memory.remember("john", "incidents/", {"freeze": 1})
    assert memory.remember("john", "incidents/", {"freeze": 2})
    assert memory.recall("john", "incidents/") == {"freeze": 2}


def test_people_and_places_are_kept_apart(database: Database) -> None:
    memory = MemoryService(database)
    memory.remember("john", "incidents/", {"freeze": 1})
    memory.remember("rachel", "incidents/", {"freeze": 3})
    memory.remember("john", "submissions/", {"freeze": 4})
    assert memory.recall("john", "incidents/") == {"freeze": 1}
    assert memory.recall("rachel", "incidents/") == {"freeze": 3}


def test_what_is_arranged_is_forgotten_by_what_it_holds(database: Database) -> None:
    memory = MemoryService(database)
    for person in ("john", "rachel"):
        memory.remember(person, "incidents/", {"version": 1, "widths": {"title": 90}})
        memory.remember(person, "incidents/#panes", {"sizes": [1, 2]})
        memory.remember(person, "shortcuts", {"keys": {"sizes": "F7"}})
    assert memory.forget("john", ("sizes", "widths"))
    assert [memory.recall("john", place) for place in ("incidents/", "incidents/#panes")] == [{}, {}]
    assert memory.recall("john", "shortcuts") == {"keys": {"sizes": "F7"}}
    assert memory.recall("rachel", "incidents/#panes") == {"sizes": [1, 2]}


@settings(max_examples=examples(15), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(state=st.dictionaries(st.text("abc", max_size=5), values, max_size=4))
def test_any_state_comes_back_as_it_was(database: Database, state: dict[str, object]) -> None:
    memory = MemoryService(database)
    assert memory.remember("john", "anywhere", state)
    assert memory.recall("john", "anywhere") == state


@pytest.mark.parametrize(
    "state", [{"a": float("nan")}, {"a": object()}, {"a": "\0"}, {"a": "x" * MOST_CHARACTERS}, {1: {2}}]
)
def test_what_cannot_be_stored_is_forgotten(database: Database, state: dict[str, object]) -> None:
    memory = MemoryService(database)
    assert not memory.remember("john", "anywhere", state)
    assert memory.recall("john", "anywhere") == {}
    assert memory.keeps


def test_a_row_that_holds_no_object_is_empty(database: Database) -> None:
    with database.write() as session:
        session.execute(
            text("INSERT INTO desktop.remembered (user_id, place, state) VALUES ('john', 'here', '[1, 2]')")
        )
    assert MemoryService(database).recall("john", "here") == {}


def test_a_database_without_room_for_memories_is_asked_once(live_database: Database) -> None:
    with live_database.write() as session:
        session.execute(text("DROP SCHEMA desktop CASCADE"))
    memory = MemoryService(live_database)
    assert memory.recall("john", "incidents/") == {}
    assert not memory.keeps
    assert not memory.remember("john", "incidents/", {"freeze": 1})


def test_a_database_that_is_away_is_no_fault_of_the_screen() -> None:
    from jarvis_desktop.db.engine import Database as Unreachable

    away = Unreachable("postgresql://nobody@127.0.0.1:1/nothing")
    memory = MemoryService(away)
    assert memory.recall("john", "incidents/") == {}
    assert not memory.remember("john", "incidents/", {"freeze": 1})
    assert memory.keeps
    away.dispose()
