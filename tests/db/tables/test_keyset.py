from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Column, Integer, MetaData, Select, Table, Text, delete, insert, select, text

from jarvis_desktop.db.engine import Database
from jarvis_desktop.db.keyset import SortKey, behind, fetch, page, ranges, ranges_back
from jarvis_desktop.db.session import Session
from tests.support.laws import examples

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SCRATCH = Table(
    "scratch",
    MetaData(),
    Column("id", Integer, primary_key=True),
    Column("number", Integer),
    Column("word", Text),
    Column("rank", Integer, nullable=False),
)
NULLABLE = {"number": True, "word": True, "rank": False}


@pytest.fixture(scope="module")
def scratch(new_database: Callable[[], str]) -> Iterator[Database]:
    database = Database(new_database())
    SCRATCH.metadata.create_all(database.engine)
    yield database
    database.dispose()


rows = st.lists(
    st.fixed_dictionaries(
        {
            "number": st.none() | st.integers(0, 3),
            "word": st.none() | st.sampled_from(["", "a", "B", "ä", "%"]),
            "rank": st.integers(0, 2),
        }
    ),
    max_size=30,
)
orders = st.lists(st.tuples(st.sampled_from(sorted(NULLABLE)), st.booleans()), unique_by=lambda s: s[0], max_size=3)


def ordered(keys: list[SortKey]) -> Select[Any]:
    """The whole answer in the promised order: NULL last, whatever the direction."""
    terms = [key.expression.desc() if key.descending else key.expression.asc() for key in keys]
    return select(SCRATCH.c.id).order_by(*(term.nulls_last() for term in terms))


def walk(session: Session, keys: list[SortKey], limit: int) -> list[int]:
    """The ids of all pages, one after another."""
    found: list[int] = []
    after: tuple[Any, ...] | None = None
    statement = select(SCRATCH.c.id, *(key.expression for key in keys))
    while batch := fetch(session, statement, keys, after=after, limit=limit):
        found.extend(row[0] for row in batch)
        after = tuple(batch[-1][1:])
        assert len(found) <= 100, "pages repeat themselves"
    return found


@settings(max_examples=examples(50), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=rows, order=orders, key_descending=st.booleans(), limit=st.integers(1, 12))
def test_pages_one_after_another_are_the_whole_ordered_answer(
    scratch: Database, rows: list[dict[str, Any]], order: list[tuple[str, bool]], key_descending: bool, limit: int
) -> None:
    keys = [SortKey(SCRATCH.c[name], descending=down, nullable=NULLABLE[name]) for name, down in order]
    keys.append(SortKey(SCRATCH.c.id, descending=key_descending, nullable=False))
    with scratch.engine.connect() as connection:
        session = Session(connection)
        session.execute(delete(SCRATCH))
        if rows:
            session.execute(insert(SCRATCH), rows)
        assert walk(session, keys, limit) == list(session.scalars(ordered(keys)))
        connection.rollback()


@settings(max_examples=examples(40), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=rows, order=orders, key_descending=st.booleans(), place=st.integers(0, 29))
def test_what_stands_ahead_of_a_row_and_behind_it_is_the_rest(
    scratch: Database, rows: list[dict[str, Any]], order: list[tuple[str, bool]], key_descending: bool, place: int
) -> None:
    keys = [SortKey(SCRATCH.c[name], descending=down, nullable=NULLABLE[name]) for name, down in order]
    keys.append(SortKey(SCRATCH.c.id, descending=key_descending, nullable=False))
    statement = select(SCRATCH.c.id)
    with scratch.engine.connect() as connection:
        session = Session(connection)
        session.execute(delete(SCRATCH))
        if rows:
            session.execute(insert(SCRATCH), rows)
        listed = list(session.scalars(ordered(keys)))
        from_end = [found for part in ranges_back(keys) for found in session.scalars(page(statement, part))]
        assert from_end == listed[::-1]
        if place < len(listed):
            where = select(*(key.expression for key in keys)).where(SCRATCH.c.id == listed[place])
            values = session.execute(where).one()
            back = [n for part in ranges_back(keys, values) for n in session.scalars(page(statement, part))]
            assert back == listed[:place][::-1]
            flags = {tuple(row) for row in session.execute(select(SCRATCH.c.id, behind(keys, values)))}
            assert flags == {(row_id, at > place) for at, row_id in enumerate(listed)}
        connection.rollback()


def test_one_direction_without_nulls_is_one_row_comparison(scratch: Database) -> None:
    keys = [SortKey(SCRATCH.c.rank, nullable=False), SortKey(SCRATCH.c.id, nullable=False)]
    (only,) = ranges(keys, (5, 9))
    sql = str(page(select(SCRATCH.c.id), only).compile(scratch.engine))
    assert "(scratch.rank, scratch.id) > (" in sql
    assert "OFFSET" not in sql
    assert " OR " not in sql


def test_values_must_match_the_keys() -> None:
    with pytest.raises(ValueError, match="2 sort keys"):
        ranges([SortKey(SCRATCH.c.rank), SortKey(SCRATCH.c.id, nullable=False)], (1,))


@pytest.fixture(scope="module")
def million(new_database: Callable[[], str]) -> Iterator[Database]:
    database = Database(new_database())
    with database.write() as session:
        session.execute(
            text(
                "CREATE UNLOGGED TABLE scratch AS SELECT g AS id, g % 1000 AS number, 'x' AS word, g / 10 AS rank,"
                " CASE WHEN g % 50 > 0 THEN timestamp '2020-01-01' + g / 3 * interval '1 second' END AS created_at"
                " FROM generate_series(1, 1000000) g"
            )
        )
        session.execute(text("ALTER TABLE scratch ADD PRIMARY KEY (id), ALTER rank SET NOT NULL"))
        session.execute(text("CREATE INDEX by_created ON scratch (created_at DESC)"))
        session.execute(text("CREATE INDEX by_rank ON scratch (rank)"))
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE scratch"))
    yield database
    database.dispose()


DEEP = Table("scratch", MetaData(), Column("id", Integer), Column("rank", Integer), Column("created_at"))


def plan_of(database: Database, keys: list[SortKey], row_id: int) -> dict[str, Any]:
    """What the server did for the page behind a row: node types and the rows it read."""
    with database.read() as session:
        after = session.execute(select(*(key.expression for key in keys)).where(DEEP.c.id == row_id)).one()
        first = ranges(keys, tuple(after))[0]
        statement = page(select(DEEP.c.id), first).limit(101)
        compiled = statement.compile(session.connection(), compile_kwargs={"literal_binds": True})
        explained = session.execute(text(f"EXPLAIN (ANALYZE, FORMAT JSON) {compiled}")).scalar_one()
    nodes: list[dict[str, Any]] = []
    waiting = [explained[0]["Plan"]]
    while waiting:
        node = waiting.pop()
        nodes.append(node)
        waiting.extend(node.get("Plans", ()))
    return {
        "types": {node["Node Type"] for node in nodes},
        "indexes": {node["Index Name"] for node in nodes if "Index Name" in node},
        "read": max(node["Actual Rows"] for node in nodes),
    }


@pytest.mark.parametrize(
    ("column", "nullable", "index"),
    [("id", False, "scratch_pkey"), ("rank", False, "by_rank"), ("created_at", True, "by_created")],
)
@pytest.mark.parametrize("descending", [False, True])
def test_a_page_deep_in_a_million_rows_reads_an_index_and_little_of_it(
    million: Database, column: str, nullable: bool, index: str, descending: bool
) -> None:
    keys = [SortKey(DEEP.c.id, descending=descending, nullable=False)]
    if column != "id":
        keys.insert(0, SortKey(DEEP.c[column], descending=descending, nullable=nullable))
    found = plan_of(million, keys, row_id=10_001 if descending else 990_001)
    assert found["indexes"] == {index}
    assert not found["types"] & {"Seq Scan", "Sort"}
    assert found["read"] < 300
