from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from jarvis_desktop.db import probing
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import Cursor, Filter, Operator, Query, Row, RowSet, Sort
from tests.support.laws import examples

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

COLUMNS = ("id", "incident_id", "title", "priority")


@pytest.fixture
def tables(database: Database) -> TableService:
    with database.write() as session:
        session.execute(
            text(
                "INSERT INTO incidents (id, incident_id, title, status, priority) "
                "SELECT g, 'INC-' || g, CASE WHEN g % 10 = 0 THEN 'Printer (old) jams' ELSE 'Mail_box is slow' END, "
                "CASE WHEN g % 3 = 0 THEN 'closed' ELSE 'open' END, "
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
orders = st.sampled_from(
    [
        (),
        (Sort("id", descending=True),),
        (Sort("title"),),
        (Sort("priority", descending=True),),
        (Sort("priority"), Sort("updated_at", descending=True)),
    ]
)


@settings(max_examples=examples(20), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    typed=st.lists(words, min_size=1, max_size=2),
    sort=orders,
    filters=st.sampled_from([(), (Filter("status", Operator.IN, ("open", "in_progress")),)]),
    first=st.integers(1, 60),
    most=st.sampled_from([0, 5, 1_000]),
    limit=st.integers(1, 40),
)
def test_pages_are_the_same_however_far_the_order_is_tried_first(
    tables: TableService,
    typed: list[str],
    sort: tuple[Sort, ...],
    filters: tuple[Filter, ...],
    first: int,
    most: int,
    limit: int,
) -> None:
    """Small beginnings of the order are tried on 200 rows, so that every way to a page is taken."""
    kept = probing.FIRST_ROWS, probing.MORE_ROWS, probing.MOST_COLLECTED
    try:
        probing.FIRST_ROWS, probing.MORE_ROWS, probing.MOST_COLLECTED = first, 4 * first, most
        tables.refresh()
        query = Query("incidents", COLUMNS, filters, sort=sort, text=" ".join(typed))
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
        probing.FIRST_ROWS, probing.MORE_ROWS, probing.MOST_COLLECTED = kept
    assert paged == list(whole)
    assert tables.count(query) == len(whole)


def test_the_planner_is_left_as_it_was(tables: TableService, database: Database) -> None:
    assert found(tables, "nothing") == []
    with database.read() as session:
        assert session.execute(text("SHOW enable_seqscan")).scalar_one() == "on"


def test_a_column_is_not_asked_for_a_word_that_no_value_left_to_it_contains(tables: TableService) -> None:
    columns = ("id", "title", "status")
    closed = (Filter("status", Operator.IN, ("closed",)),)
    for typed, expected in (("open", 0), ("clos", 66), ("CLOSED jams", 6), ("jams", 6), ("op", 0), ("cl", 66)):
        query = Query("incidents", columns, closed, text=typed)
        assert len(tables.page(query, limit=300).rows) == tables.count(query) == expected
    either = (Filter("status", Operator.IN, ("closed", "open")),)
    assert tables.count(Query("incidents", columns, either, text="clos")) == 66


def test_an_index_over_open_rows_delivers_their_order(tables: TableService, database: Database) -> None:
    """All open ones are the beginning, so that nothing else is looked at."""
    sort = (Sort("priority"), Sort("updated_at", descending=True))
    with database.read() as session:
        orders = tables.choice(session, RowSet(Query("incidents"))).table.partial_orders
    assert {order.column for order in orders} == {"status"}
    query = Query("incidents", COLUMNS, (Filter("status", Operator.EQ, "open"),), sort, text="printer")
    assert sorted(int(row.id) for row in tables.page(query, limit=300).rows) == [n for n in TENS if n % 3]


def test_filters_for_a_part_of_a_text_are_read_the_same_way(tables: TableService) -> None:
    query = Query("incidents", COLUMNS, (Filter("title", Operator.CONTAINS, "jams"),))
    assert [int(row.id) for row in tables.page(query, limit=5).rows] == TENS[:5]


@pytest.mark.parametrize("typed", ["\u0130", "i", "I", "\u0130s", "is", "IS"])
@pytest.mark.parametrize("first", [1, 2_500])
def test_the_capital_i_with_a_dot_is_an_i(
    tables: TableService, database: Database, monkeypatch: pytest.MonkeyPatch, typed: str, first: int
) -> None:
    """Whether the rows are read in order, or found by the index."""
    monkeypatch.setattr(probing, "FIRST_ROWS", first)
    with database.write() as session:
        session.execute(text("DELETE FROM incidents WHERE id > 5"))
        for key, title in enumerate(("x \u0130stanbul", "istanbul", "Istanbul", "an \u0130sm", "none"), start=1):
            session.execute(
                text("UPDATE incidents SET incident_id = id, title = :title WHERE id = :key"),
                {"key": key, "title": title},
            )
    assert found(tables, typed) == [1, 2, 3, 4]


@pytest.mark.parametrize("typed", ["k", "K", "\u212a", "ke"])
def test_the_sign_of_the_kelvin_is_a_k(tables: TableService, database: Database, typed: str) -> None:
    with database.write() as session:
        session.execute(text("UPDATE incidents SET title = CASE id WHEN 1 THEN '20 \u212aelvin' ELSE 'kelp' END"))
        session.execute(text("DELETE FROM incidents WHERE id > 2"))
    assert found(tables, typed) == [1, 2]


TEXTS = ("Kelvin \u212a and \u0130stanbul", "stra\u00dfe", "PRINTER", "two\nlines", "under_score 100%")
signs = st.sampled_from(["k", "i", "kelvin", "stan", "stra\u00dfe", "STRA", "printer", "_", "100%", "s n"])


@settings(max_examples=examples(20), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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
