from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import func, insert, select, update

from jarvis_desktop.db.schema import TABLES
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import Cursor, Filter, Operator, Query, RowSet, Sort, Span

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database


@pytest.fixture
def tables(database: Database) -> TableService:
    with database.write() as session:
        for number in range(1, 31):
            row: dict[str, Any] = {"id": number, "incident_id": f"INC-{number}", "title": f"Fault {number:02}"}
            row["priority"] = None if number % 5 == 0 else ("high" if number % 2 else "low")
            session.execute(insert(TABLES["incidents"]).values(row))
    return TableService(database)


HIGH = Query(
    "incidents",
    filters=(Filter("priority", Operator.EQ, "high"),),
    sort=(Sort("title", descending=True),),
)
BY_PRIORITY = Query("incidents", sort=(Sort("priority"), Sort("title", descending=True)))


def test_everything_is_what_meets_the_query_in_its_order(tables: TableService) -> None:
    expected = [str(n) for n in range(30, 0, -1) if n % 2 and n % 5]
    assert tables.row_ids(RowSet(HIGH, everything=True)) == expected
    assert tables.count(HIGH) == len(expected)


def test_the_text_of_a_query_is_looked_for_as_in_its_pages(tables: TableService) -> None:
    query = Query("incidents", columns=("title",), text="fault 1")
    assert tables.count(query) == 10
    assert len(tables.row_ids(RowSet(query, everything=True))) == 10


def test_ids_are_taken_as_they_are_and_put_in_order(tables: TableService) -> None:
    chosen = RowSet(HIGH, ids=("2", "7", "1", "999", "not a number"))
    assert tables.row_ids(chosen) == ["7", "2", "1"]
    assert tables.row_ids(RowSet(HIGH)) == []


def test_a_hundred_thousand_ids_are_one_statement(tables: TableService) -> None:
    chosen = RowSet(HIGH, ids=tuple(str(n) for n in range(100_000)))
    assert len(tables.row_ids(chosen)) == 30


def test_spans_are_rows_of_the_querys_order(tables: TableService) -> None:
    everything = tables.row_ids(RowSet(BY_PRIORITY, everything=True))
    first = tables.page(BY_PRIORITY, limit=10)
    assert first.after is not None
    spans = (Span(None, 2, 3), Span(first.after, 1, 4))
    assert tables.row_ids(RowSet(BY_PRIORITY, spans=spans)) == [*everything[2:5], *everything[11:15]]
    last = RowSet(BY_PRIORITY, ids=(everything[0],), spans=(Span(Cursor((None, "Fault 10", "10")), 0, 50),))
    assert tables.row_ids(last) == [everything[0], *everything[-1:]]


def test_a_key_of_another_type_is_compared_as_that_type(tables: TableService, database: Database) -> None:
    with database.write() as session:
        session.execute(insert(TABLES["users"]).values({"id": "u-1", "email": "u@example.com"}))
    query = Query("users")
    assert tables.row_ids(RowSet(query, ids=("u-1", "u-2"))) == ["u-1"]


def test_a_choice_is_a_statements_conditions(tables: TableService, database: Database) -> None:
    incidents = TABLES["incidents"]
    with database.write() as session:
        chosen = tables.choice(session, RowSet(BY_PRIORITY, spans=(Span(None, 0, 4),)))
        clause = chosen.table.clause
        done = session.execute(update(clause).where(*chosen.conditions).values({clause.c.status: "closed"}))
        assert done.rowcount == 4
        closed = select(func.count()).select_from(incidents).where(incidents.c.status == "closed")
        assert session.scalar(closed) == 4
