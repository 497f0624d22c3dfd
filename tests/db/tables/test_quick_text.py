from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from jarvis_desktop.db import probing
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import Cursor, Filter, Operator, Query, Row, Sort

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

COLUMNS = ("id", "incident_id", "title", "priority")


@pytest.fixture
def tables(database: Database) -> TableService:
    with database.write() as session:
        session.execute(
            text(
                "INSERT INTO incidents (id, incident_id, title, priority) "
                "SELECT g, 'INC-' || g, CASE WHEN g % 10 = 0 THEN 'Printer (old) jams' ELSE 'Mail_box is slow' END, "
                "CASE WHEN g % 4 > 0 THEN 'high' END FROM generate_series(1, 200) g"
            )
        )
    return TableService(database)


def found(tables: TableService, typed: str, sort: tuple[Sort, ...] = (), limit: int = 300) -> list[int]:
    page = tables.page(Query("incidents", COLUMNS, sort=sort, text=typed), limit=limit)
    return [int(row.id) for row in page.rows]


TENS = list(range(10, 201, 10))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("printer", TENS),
        ("PRINTER jams", TENS),
        ("jams high", [n for n in TENS if n % 4]),
        ('"printer (old"', TENS),
        ('"old printer"', []),
        ("p", TENS),
        ("ol", TENS),
        ("rinter", TENS),
        ("ri", []),
        ("bo", [n for n in range(1, 201) if n % 10]),
        ("inc-77", [77]),
        ("nothing", []),
        ("z", []),
        ("printer zz", []),
    ],
)
def test_each_word_is_found_in_some_column(tables: TableService, typed: str, expected: list[int]) -> None:
    assert found(tables, typed) == expected


def test_a_number_finds_its_row_by_the_key_where_that_is_shown(tables: TableService, database: Database) -> None:
    with database.write() as session:
        session.execute(text("UPDATE incidents SET incident_id = 'X-' || id * 1000"))
    assert found(tables, "123") == [123]
    assert tables.page(Query("incidents", COLUMNS[2:], text="123")).rows == ()
    assert found(tables, "9" * 30) == []


words = st.sampled_from(["printer", "jams", "slow", "high", "inc-1", "77", "p", "xx", "i", "nothing", '"is slow"'])
orders = st.sampled_from([(), (Sort("id", descending=True),), (Sort("title"),), (Sort("priority", descending=True),)])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.lists(words, min_size=1, max_size=2), sort=orders, first=st.integers(1, 60), limit=st.integers(1, 40))
def test_pages_are_the_same_however_far_the_order_is_tried_first(
    tables: TableService, typed: list[str], sort: tuple[Sort, ...], first: int, limit: int
) -> None:
    """Small beginnings of the order are tried on 200 rows, so that every way to a page is taken."""
    kept = probing.FIRST_ROWS, probing.MORE_ROWS
    try:
        probing.FIRST_ROWS, probing.MORE_ROWS = first, 4 * first
        tables.refresh()
        query = Query("incidents", COLUMNS, sort=sort, text=" ".join(typed))
        whole = tables.page(query, limit=300).rows
        paged: list[Row] = []
        after: Cursor | None = None
        while True:
            page = tables.page(query, after=after, limit=limit)
            paged.extend(page.rows)
            after = page.after
            if after is None:
                break
    finally:
        probing.FIRST_ROWS, probing.MORE_ROWS = kept
    assert paged == list(whole)
    assert tables.count(query) == len(whole)


def test_the_planner_is_left_as_it_was(tables: TableService, database: Database) -> None:
    assert found(tables, "nothing") == []
    with database.read() as session:
        assert session.execute(text("SHOW enable_seqscan")).scalar_one() == "on"


def test_filters_for_a_part_of_a_text_are_read_the_same_way(tables: TableService) -> None:
    query = Query("incidents", COLUMNS, (Filter("title", Operator.CONTAINS, "jams"),))
    assert [int(row.id) for row in tables.page(query, limit=5).rows] == TENS[:5]


TEXTS = ("Kelvin \u212a and \u0130stanbul", "stra\u00dfe", "PRINTER", "two\nlines", "under_score 100%")
signs = st.sampled_from(["k", "i", "kelvin", "stan", "stra\u00dfe", "STRA", "printer", "_", "100%", "s n"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=st.lists(signs, min_size=1, max_size=2), quoted=st.booleans())
def test_rows_that_are_read_are_told_as_the_index_would(
    tables: TableService, database: Database, typed: list[str], quoted: bool
) -> None:
    with database.write() as session:
        session.execute(text("DELETE FROM incidents"))
        for place, title in enumerate(TEXTS):
            session.execute(
                text("INSERT INTO incidents (id, incident_id, title) VALUES (:id, :key, :title)"),
                {"id": place + 1, "key": f"X-{place}", "title": title},
            )
    words = " ".join(f'"{word}"' if quoted else word for word in typed)
    assert tables.count(Query("incidents", COLUMNS, text=words)) == len(found(tables, words))
