"""Laws of undo over random changes: it restores exactly, redo brings back exactly, a refusal changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jarvis_desktop.edits.types import StaleEdit
from jarvis_desktop.tables.types import Query, RowSet
from tests.db.edits.desk import ADMIN, FORM, Desk
from tests.support.laws import examples

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

SLOW = settings(
    max_examples=examples(10),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
ROWS = 4

plain_text = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=8).filter(str.strip)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | plain_text,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(plain_text, inner, max_size=2),
    max_leaves=4,
)
values = st.fixed_dictionaries(
    {},
    optional={
        "title": plain_text,
        "status": st.none() | plain_text,
        "critical_flags": json_values,
        "john_notes": st.none() | plain_text,
    },
).filter(bool)
places = st.lists(st.integers(0, ROWS), min_size=1, max_size=3, unique=True)
changes = st.one_of(
    st.tuples(st.just("change"), places, values),
    st.tuples(st.just("remove"), places, st.none()),
    st.tuples(st.just("create"), st.none(), plain_text),
)


def do(desk: Desk, change: tuple[str, list[int] | None, Any]) -> int | None:
    """One stored change; the edit, or None when nothing was stored."""
    kind, places, value = change
    if kind == "create":
        saved = desk.forms.create(FORM, {"title": value}, ADMIN)
        assert saved.edit is not None
        return saved.edit.id
    ids = desk.ids(100)
    rows = RowSet(Query("incidents"), ids=tuple(ids[place] for place in places or () if place < len(ids)))
    if not rows.ids:
        return None
    if kind == "remove":
        return desk.forms.remove_rows("incidents", rows, ADMIN).id
    return desk.forms.change_rows(FORM, rows, value, ADMIN).id


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


JOURNAL = "SELECT string_agg(e::text, '|' ORDER BY row_id) FROM desktop.edit_rows AS e"


def edit_stands(desk: Desk, edit: int) -> bool:
    """Whether the edit is not taken back, because somebody else changed all of its rows."""
    return not desk.value(f"SELECT undone FROM desktop.edits WHERE id = {edit}")


def start(desk: Desk) -> None:
    desk.run("DELETE FROM incidents")
    desk.run("DELETE FROM desktop.edits")
    desk.fill(ROWS)


@SLOW
@given(sequence=st.lists(changes, min_size=1, max_size=6))
def test_undoing_everything_restores_and_redoing_everything_brings_it_back(
    desk: Desk, sequence: list[tuple[str, list[int] | None, Any]]
) -> None:
    start(desk)
    states = [desk.incidents()]
    edits: list[int] = []
    for change in sequence:
        edit = do(desk, change)
        if edit is not None:
            edits.append(edit)
            states.append(desk.incidents())
    for edit, before in zip(reversed(edits), reversed(states[:-1]), strict=True):
        desk.edits.undo(edit, ADMIN)
        assert desk.incidents() == before
    for edit, after in zip(edits, states[1:], strict=True):
        desk.edits.redo(edit, ADMIN)
        assert desk.incidents() == after


@SLOW
@given(data=st.data(), new=st.lists(values, min_size=ROWS, max_size=ROWS))
def test_edits_of_different_rows_go_in_any_order(desk: Desk, data: st.DataObject, new: list[dict[str, Any]]) -> None:
    start(desk)
    before = desk.incidents()
    found = [do(desk, ("change", [place], value)) for place, value in enumerate(new)]
    edits = [edit for edit in found if edit is not None]
    after = desk.incidents()
    for edit in data.draw(st.permutations(edits)):
        desk.edits.undo(edit, ADMIN)
    assert desk.incidents() == before
    for edit in data.draw(st.permutations(edits)):
        desk.edits.redo(edit, ADMIN)
    assert desk.incidents() == after


@SLOW
@given(new=values, meddled=st.sets(st.integers(1, ROWS), min_size=1), gone=st.booleans())
def test_a_refusal_leaves_all_as_it_is_and_the_rest_can_go(
    desk: Desk, new: dict[str, Any], meddled: set[int], gone: bool
) -> None:
    start(desk)
    before = desk.incidents()
    edit = do(desk, ("change", list(range(ROWS)), new))
    if edit is None:
        return
    named = [f"INC-{number}" for number in meddled]
    if gone:
        desk.run("DELETE FROM incidents WHERE incident_id = ANY(:named)", named=named)
    else:
        columns = "title = title || '?', status = 'meddled?', john_notes = 'meddled?', critical_flags = '[7]'"
        desk.run(f"UPDATE incidents SET {columns} WHERE incident_id = ANY(:named)", named=named)
    now = desk.incidents()
    journal = desk.value(JOURNAL)
    try:
        desk.edits.undo(edit, ADMIN)
    except StaleEdit as refused:
        assert desk.incidents() == now
        assert desk.value(JOURNAL) == journal
        if refused.rest:
            desk.edits.undo(edit, ADMIN, rest=True)
    untouched = {row for row in before if not any(f'"{name}"' in row[0] for name in named)}
    assert edit_stands(desk, edit) or untouched <= set(desk.incidents())
