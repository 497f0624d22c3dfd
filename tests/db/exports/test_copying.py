from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, select, text

from jarvis_desktop.db.schema import TABLES
from jarvis_desktop.exports import copying
from jarvis_desktop.exports.copying import CopyService, TooMuchToCopy
from jarvis_desktop.exports.texts import TextFormat
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import CELL_LIMIT, ColumnInfo, Filter, Operator, Query, RowSet, Sort, Span
from tests.support.laws import examples

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database


@pytest.fixture
def service(database: Database) -> CopyService:
    return CopyService(database, TableService(database))


def plainly(columns: Sequence[ColumnInfo]) -> Any:
    def write(values: Sequence[Any]) -> list[str]:
        return ["" if value is None else str(value) for value in values]

    return write


def store(database: Database, *rows: dict[str, Any], table: str = "incidents") -> None:
    with database.write() as session:
        session.execute(insert(TABLES[table]), list(rows))


def test_whole_values_are_copied_in_the_order_of_the_query(database: Database, service: CopyService) -> None:
    long = "x" * (CELL_LIMIT * 3)
    store(database, {"incident_id": "I-1", "title": long}, {"incident_id": "I-2", "title": "b"})
    query = Query("incidents", ("incident_id", "title"), sort=(Sort("incident_id", descending=True),))
    copied = service.copy(
        RowSet(query, everything=True), TextFormat.TSV, write=plainly, headings={"incident_id": "Number"}
    )
    assert copied.text == f"Number\tTitle\nI-2\tb\nI-1\t{long}"
    assert copied.rows == 2
    assert "<th>Number</th>" in copied.html


def test_only_the_rows_of_the_set_are_copied(database: Database, service: CopyService) -> None:
    store(database, *({"incident_id": f"I-{n}", "title": f"T{n}", "status": "open"} for n in range(5)))
    query = Query("incidents", ("title",), (Filter("title", Operator.NE, "T3"),))
    assert service.copy(RowSet(query, everything=True), TextFormat.TSV, write=plainly).rows == 4
    ids = TableService(database).row_ids(RowSet(query, everything=True))
    some = service.copy(RowSet(query, ids=(ids[0], ids[2])), TextFormat.MARKDOWN, write=plainly)
    assert some.text.split("\n")[2:] == ["| T0 |", "| T2 |"]
    assert some.html == ""


def test_json_and_arrays_are_copied_as_they_are(database: Database, service: CopyService) -> None:
    store(
        database,
        {
            "submission_id": "S-1",
            "broker_name": "B",
            "client_name": "C",
            "risk_level": "low",
            "details": {"tiv": 15600000, "rate": 1.5},
            "missing_documents": ["a, b", "c"],
        },
        table="submissions",
    )
    query = Query("submissions", ("details", "missing_documents"))
    copied = service.copy(RowSet(query, everything=True), TextFormat.JSON, write=plainly)
    assert '"rate": 1.5' in copied.text
    assert '"a, b"' in copied.text


def test_too_many_rows_name_the_way_to_get_them(
    database: Database, service: CopyService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "MOST_ROWS", 3)
    store(database, *({"incident_id": f"I-{n}", "title": "T"} for n in range(4)))
    query = Query("incidents", ("title",))
    with pytest.raises(TooMuchToCopy, match="more than 3 rows") as caught:
        service.copy(RowSet(query, everything=True), TextFormat.TSV, write=plainly)
    assert "Export" in caught.value.hint
    with pytest.raises(TooMuchToCopy):
        # Nothing is read, so nobody asks how it is written.
        service.copy(RowSet(query, spans=(Span(None, 0, 4),)), TextFormat.TSV, write=None)  # type: ignore[arg-type]
    with pytest.raises(TooMuchToCopy):
        service.copy(RowSet(query, everything=True), TextFormat.TSV, write=None)  # type: ignore[arg-type]
    monkeypatch.setattr(copying, "MOST_ROWS", 4)
    assert service.copy(RowSet(query, everything=True), TextFormat.TSV, write=plainly).rows == 4


def test_too_long_a_text_is_refused(database: Database, service: CopyService, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copying, "MOST_CHARACTERS", 1 << 20)
    store(database, {"incident_id": "I-1", "title": "T", "description": "x" * (1 << 20)})
    with pytest.raises(TooMuchToCopy, match="1 MB"):
        service.copy(RowSet(Query("incidents"), everything=True), TextFormat.INSERT, write=plainly)


words = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30)
documents = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=examples(20), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    title=words,
    notes=st.none() | words,
    details=st.dictionaries(words, documents, max_size=3),
    missing=st.none() | st.lists(st.none() | words, max_size=4),
    moment=st.none() | st.datetimes(),
)
def test_the_statements_make_the_same_row_again(
    database: Database,
    service: CopyService,
    title: str,
    notes: str | None,
    details: dict[str, Any],
    missing: list[str | None] | None,
    moment: Any,
) -> None:
    table = TABLES["submissions"]
    row = {
        "id": 1,
        "submission_id": "S-1",
        "broker_name": title,
        "client_name": "it's \\ one",
        "risk_level": "low",
        "details": details,
        "rachel_notes": notes,
        "missing_documents": missing,
        "last_interaction_date": moment,
    }
    with database.write() as session:
        session.execute(table.delete())
        session.execute(insert(table), [row])
        before = session.execute(select(table)).one()
    copied = service.copy(RowSet(Query("submissions"), everything=True), TextFormat.INSERT, write=plainly)
    with database.write() as session:
        session.execute(table.delete())
        session.connection().exec_driver_sql(copied.text.replace("%", "%%"))
        assert session.execute(select(table)).one() == before


def test_numbers_of_every_kind_come_back(database: Database, service: CopyService) -> None:
    with database.write() as session:
        session.execute(text("ALTER TABLE incidents ADD n numeric, ADD f float8, ADD b bool, ADD m money, ADD d date"))
        session.execute(
            text(
                "INSERT INTO incidents (incident_id, title, n, f, b, m, d) VALUES"
                " ('I-1', 'T', 1.10, 0.1, true, 12.5, 'infinity'), ('I-2', 'T', 'NaN', '-Infinity', false, -1, NULL)"
            )
        )
    query = Query("incidents", ("incident_id", "title", "n", "f", "b", "m", "d"))
    statements = service.copy(RowSet(query, everything=True), TextFormat.INSERT, write=plainly).text
    look = text("SELECT incident_id, n::text, f::text, b, m::text, d::text FROM incidents ORDER BY incident_id")
    with database.write() as session:
        before = session.execute(look).all()
        session.execute(text("DELETE FROM incidents"))
        session.connection().exec_driver_sql(statements)
        assert session.execute(look).all() == before
