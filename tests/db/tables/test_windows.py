"""Blocks, rulers and places agree with the whole list, whatever the order."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, insert, text

from jarvis_desktop.db.schema import TABLES
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import Cursor, Filter, Operator, Query, RowSet, Sort
from jarvis_desktop.tables.window import service
from jarvis_desktop.tables.window.types import Mark
from tests.support.laws import examples

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

INCIDENTS = TABLES["incidents"]

rows = st.lists(
    st.fixed_dictionaries(
        {
            "title": st.sampled_from(["", "a", "B", "ä", "%", "a" * 1500, "a" * 1500 + "b"]),
            "priority": st.none() | st.sampled_from(["low", "high"]),
            "status": st.sampled_from(["open", "closed"]),
        }
    ),
    max_size=24,
)
orders = st.lists(
    st.builds(Sort, st.sampled_from(["title", "priority", "status", "id"]), st.booleans()),
    unique_by=lambda sort: sort.column,
    max_size=3,
).map(tuple)
laws = settings(max_examples=examples(25), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def tables(database: Database, monkeypatch: pytest.MonkeyPatch) -> TableService:
    monkeypatch.setattr(service, "BLOCK_ROWS", 4)
    return TableService(database)


def store(database: Database, given_rows: list[dict[str, Any]]) -> None:
    with database.write() as session:
        session.execute(delete(INCIDENTS))
        for number, row in enumerate(given_rows):
            session.execute(insert(INCIDENTS).values({"incident_id": f"INC-{number}", **row}))


@laws
@given(given_rows=rows, order=orders, narrowed=st.booleans())
def test_a_ruler_marks_the_listing(
    tables: TableService, database: Database, given_rows: list[dict[str, Any]], order: tuple[Sort, ...], narrowed: bool
) -> None:
    store(database, given_rows)
    filters = (Filter("status", Operator.EQ, "open"),) if narrowed else ()
    query = Query("incidents", ("title",), filters, order)
    listed = tables.row_ids(RowSet(query, everything=True))
    ruler = tables.windows.ruler(query, listed[::3])
    assert ruler.total == len(listed)
    assert [(mark.count, mark.cursor.values[-1] or "") for mark in ruler.marks if "id" not in _names(order)] == [
        (count, listed[count - 1]) for count in range(4, len(listed) + 1, 4) if "id" not in _names(order)
    ]
    assert {key: mark.count for key, mark in ruler.pinned.items()} == {
        key: place for place, key in enumerate(listed, start=1) if key in listed[::3]
    }
    bounds = [Mark(0, Cursor(())), *ruler.marks]
    for first, second in pairwise(bounds):
        after = first.cursor if first.count else None
        block = tables.windows.block(query, after=after, until=second.cursor, expected=1, whole=True)
        assert [row.id for row in block.rows] == listed[first.count : second.count]
        assert block.complete
        back = tables.windows.block_before(query, after=after, until=second.cursor, limit=2)
        assert [row.id for row in back.rows] == listed[first.count : second.count][-2:]
    last = tables.windows.block_before(query, limit=3)
    assert [row.id for row in last.rows] == listed[-3:]
    assert last.complete == (len(listed) <= 3)


@laws
@given(given_rows=rows, order=orders)
def test_a_row_is_located_from_the_nearest_mark(
    tables: TableService, database: Database, given_rows: list[dict[str, Any]], order: tuple[Sort, ...]
) -> None:
    store(database, given_rows)
    query = Query("incidents", ("title",), sort=order)
    listed = tables.row_ids(RowSet(query, everything=True))
    marks = set(listed[3::4])
    for place, row_id in enumerate(listed):
        found = tables.windows.locate(query, row_id, marks)
        assert found is not None
        nearest = next((listed[at] for at in range(place - 1, -1, -1) if listed[at] in marks), None)
        assert found.mark == nearest
        assert found.distance == place - (-1 if nearest is None else listed.index(nearest))
    assert tables.windows.locate(query, "0", marks) is None
    assert tables.windows.locate(query, "\0", marks) is None


def _names(order: tuple[Sort, ...]) -> set[str]:
    return {sort.column for sort in order}


def test_the_expected_length_is_a_guess_that_reads_no_rows(tables: TableService, database: Database) -> None:
    with database.write() as session:
        session.execute(
            text("INSERT INTO incidents (incident_id, title) SELECT 'I' || g, 'T' FROM generate_series(1, 500) g")
        )
        session.execute(text("ANALYZE incidents"))
    assert tables.windows.expected(Query("incidents")) == 500
    one = Query("incidents", filters=(Filter("incident_id", Operator.EQ, "I7"),))
    assert tables.windows.expected(one) == 1


def test_a_block_that_grew_far_beyond_its_bounds_is_cut(tables: TableService, database: Database) -> None:
    with database.write() as session:
        session.execute(
            text("INSERT INTO incidents (incident_id, title) SELECT 'I' || g, 'T' FROM generate_series(1, 900) g")
        )
        last = session.execute(text("SELECT max(id)::text FROM incidents")).scalar_one()
    block = tables.windows.block(Query("incidents"), until=Cursor((last,)), expected=100, whole=True)
    assert not block.complete
    assert 600 <= len(block.rows) < 900
    assert block.until == Cursor((block.rows[-1].id,))
