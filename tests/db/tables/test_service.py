from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import insert, text

from jarvis_desktop.core.errors import ConfigurationError, DatabaseRefused, InvalidInput, RecordMissing
from jarvis_desktop.db.schema import TABLES
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import CELL_LIMIT, Aggregate, ColumnKind, Filter, Operator, Page, Query, Sort

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.db.engine import Database


@pytest.fixture
def tables(database: Database) -> TableService:
    return TableService(database)


def store(database: Database, table: str, *rows: Mapping[str, Any]) -> None:
    with database.write() as session:
        for row in rows:
            session.execute(insert(TABLES[table]).values(dict(row)))


def run(database: Database, statement: str) -> None:
    with database.write() as session:
        session.execute(text(statement))


def incident(number: int, **values: Any) -> dict[str, Any]:
    return {"incident_id": f"INC-{number}", "title": f"Fault {number}", **values}


def numbers(page: Page) -> list[str]:
    place = [column.name for column in page.columns].index("incident_id")
    return [row.values[place].removeprefix("INC-") for row in page.rows]


def found(tables: TableService, *filters: Filter, quick: str = "", columns: tuple[str, ...] = ()) -> list[str]:
    return numbers(tables.page(Query("incidents", columns, filters, text=quick)))


def test_all_documented_tables_are_described_in_the_references_order(tables: TableService) -> None:
    described = tables.tables()
    assert [table.name for table in described] == list(TABLES)
    assert len(described) == 42
    assert all(table.exists and not table.missing for table in described)
    for table in described:
        assert [column.name for column in table.columns] == [column.name for column in TABLES[table.name].columns]
        assert table.section


def test_columns_carry_kind_key_and_reference(tables: TableService) -> None:
    agents = tables.table("agents")
    kinds = {column.name: column.kind for column in agents.columns}
    assert agents.key == "id"
    assert kinds["id"] is ColumnKind.INTEGER
    assert kinds["config"] is ColumnKind.JSON
    assert kinds["compliance_frameworks"] is ColumnKind.ARRAY
    assert kinds["success_rate"] is ColumnKind.DECIMAL
    assert kinds["is_custom"] is ColumnKind.BOOLEAN
    assert kinds["last_activity"] is ColumnKind.DATETIME
    user = agents.column("user_id")
    assert user is not None
    assert user.references == "users.id"
    assert tables.table("sessions").key == "sid"
    assert tables.table("users").key == "id"


def test_tables_and_columns_are_told_as_they_are_in_this_database(database: Database, tables: TableService) -> None:
    assert tables.table("errors").exists
    run(database, "ALTER TABLE incidents DROP COLUMN john_notes, ADD COLUMN shoe_size float8")
    run(database, "DROP TABLE errors")
    tables.refresh()
    incidents = tables.table("incidents")
    assert incidents.missing == ("john_notes",)
    extra = incidents.column("shoe_size")
    assert extra is not None
    assert extra.kind is ColumnKind.DECIMAL
    errors = tables.table("errors")
    assert not errors.exists
    assert "error_type" in errors.missing
    with pytest.raises(ConfigurationError, match="“errors” is not in this database"):
        tables.page(Query("errors"))
    with pytest.raises(ConfigurationError, match="“john_notes” of “incidents” is not in this database"):
        tables.page(Query("incidents", ("john_notes",)))


def test_a_table_that_came_meanwhile_is_found(database: Database, tables: TableService) -> None:
    run(database, "ALTER TABLE errors RENAME TO gone")
    assert not tables.table("errors").exists
    run(database, "ALTER TABLE gone RENAME TO errors")
    assert tables.page(Query("errors")).rows == ()


def test_a_column_that_went_meanwhile_is_noticed(database: Database, tables: TableService) -> None:
    tables.page(Query("incidents"))
    run(database, "ALTER TABLE incidents DROP COLUMN john_notes")
    with pytest.raises(DatabaseRefused):
        tables.page(Query("incidents"))
    assert "john_notes" not in [column.name for column in tables.page(Query("incidents")).columns]


def test_unknown_names_are_refused(tables: TableService) -> None:
    with pytest.raises(ConfigurationError, match=r"No table is called “pg_shadow”\."):
        tables.page(Query("pg_shadow"))
    nasty = 'title" FROM users; --'
    for query in (
        Query("incidents", (nasty,)),
        Query("incidents", sort=(Sort(nasty),)),
        Query("incidents", filters=(Filter(nasty, Operator.EQ, 1),)),
    ):
        with pytest.raises(ConfigurationError, match="has no column"):
            tables.page(query)


def test_pages_follow_each_other_to_the_end(database: Database, tables: TableService) -> None:
    store(database, "incidents", *(incident(n, priority="high" if n % 3 else None) for n in range(1, 26)))
    query = Query("incidents", ("incident_id",), sort=(Sort("priority", descending=True),))
    seen: list[str] = []
    page = tables.page(query, limit=7)
    seen.extend(row.id for row in page.rows)
    while page.after is not None:
        page = tables.page(query, after=page.after, limit=7)
        seen.extend(row.id for row in page.rows)
    expected = [n for n in range(25, 0, -1) if n % 3] + [n for n in range(25, 0, -1) if n % 3 == 0]
    with_numbers = {row.id: row.values[0] for row in tables.page(query, limit=100).rows}
    assert [with_numbers[row_id] for row_id in seen] == [f"INC-{n}" for n in expected]


@pytest.mark.parametrize("count", [0, 1, 6, 7, 8])
def test_the_last_page_says_that_it_is_the_last(database: Database, tables: TableService, count: int) -> None:
    store(database, "incidents", *(incident(n) for n in range(count)))
    page = tables.page(Query("incidents"), limit=7)
    assert len(page.rows) == min(count, 7)
    assert (page.after is None) == (count <= 7)


SORTABLE = {
    "success_rate": ("numeric", ["-1.5", "0.3333333333333333333333", "12345678901234567890.1", "NaN"]),
    "last_activity": ("timestamp", ["-infinity", "0044-03-15 BC", "2026-01-01 00:00:00.000001", "infinity"]),
    "description": ("text", ["", "z" * 1500 + "a", "z" * 1500 + "b", "z" * 1500 + "c"]),
    "is_custom": ("boolean", ["false", "true"]),
    "maturity_level": ("integer", ["-1", "1", "2"]),
}


@pytest.mark.parametrize("column", sorted(SORTABLE))
@pytest.mark.parametrize("descending", [False, True])
def test_a_cursor_is_exact_for_every_kind_of_value(
    database: Database, tables: TableService, column: str, descending: bool
) -> None:
    sql_type, values = SORTABLE[column]
    statement = f"INSERT INTO agents (name, layer, {column}) VALUES (:name, 'Role', CAST(:value AS {sql_type}))"
    for place, value in enumerate([*values, None]):
        with database.write() as session:
            session.execute(text(statement), {"name": str(place), "value": value})
    query = Query("agents", ("name", column), sort=(Sort(column, descending),))
    page = tables.page(query, limit=1)
    seen = [row.values[0] for row in page.rows]
    while page.after is not None and len(seen) < 10:
        page = tables.page(query, after=page.after, limit=1)
        seen.extend(row.values[0] for row in page.rows)
    places = [str(place) for place in range(len(values))]
    assert seen == [*(reversed(places) if descending else places), str(len(values))]


def test_values_arrive_as_python_values_and_instants_aware(database: Database, tables: TableService) -> None:
    moment = datetime(2026, 3, 31, 12, 30, tzinfo=UTC)
    store(
        database,
        "agents",
        {
            "name": "Auditor",
            "layer": "Role",
            "success_rate": Decimal("99.50"),
            "is_custom": True,
            "last_activity": moment.replace(tzinfo=None),
            "config": {"b": [1, None]},
            "compliance_frameworks": ["SOC 2", "GDPR"],
            "user_id": None,
        },
    )
    shown = ("name", "success_rate", "is_custom", "last_activity", "config", "compliance_frameworks", "user_id")
    (row,) = tables.page(Query("agents", shown)).rows
    assert row.values == ("Auditor", Decimal("99.50"), True, moment, '{"b": [1, null]}', "SOC 2, GDPR", None)
    whole = tables.record("agents", row.id).values
    assert whole["config"] == {"b": [1, None]}
    assert whole["compliance_frameworks"] == ["SOC 2", "GDPR"]
    assert whole["last_activity"] == moment
    assert whole["id"] == int(row.id)


def test_a_huge_cell_does_not_travel_with_its_page(database: Database, tables: TableService) -> None:
    huge = "ä" * 100_000
    store(database, "incidents", incident(1, description=huge, critical_flags={"log": huge}))
    (row,) = tables.page(Query("incidents", ("description", "critical_flags"))).rows
    assert [len(value) for value in row.values] == [CELL_LIMIT + 1] * 2
    assert tables.record("incidents", row.id).values["description"] == huge


def test_tables_with_text_keys(database: Database, tables: TableService) -> None:
    for name in ("b", "a'; --", "ü"):
        store(database, "users", {"id": name, "email": f"{name}@example.org"})
    page = tables.page(Query("users", ("email",), sort=(Sort("id", descending=True),)), limit=2)
    rest = tables.page(Query("users", ("email",), sort=(Sort("id", descending=True),)), after=page.after, limit=2)
    assert {row.id for row in (*page.rows, *rest.rows)} == {"b", "a'; --", "ü"}
    assert tables.record("users", "a'; --").values["email"] == "a'; --@example.org"


@pytest.mark.parametrize("record_id", ["999999", "abc", "", "1; DROP TABLE users", "9" * 30, "nul\0", "-"])
def test_a_record_that_is_not_there(tables: TableService, record_id: str) -> None:
    with pytest.raises(RecordMissing):
        tables.record("incidents", record_id)


def test_a_record_is_found_by_the_key_that_people_use(database: Database, tables: TableService) -> None:
    store(database, "incidents", incident(7), incident(8))
    (row_id, *_) = [row.id for row in tables.page(Query("incidents")).rows]
    assert tables.find("incidents", row_id) == row_id
    assert tables.find("incidents", "INC-7") == row_id
    for unknown in ("INC-9", "Fault 7", "", "nul\0"):
        with pytest.raises(RecordMissing):
            tables.find("incidents", unknown)


def test_filters_by_text(database: Database, tables: TableService) -> None:
    store(
        database,
        "incidents",
        incident(1, status="open", assigned_to="john"),
        incident(2, status="Open", assigned_to=None),
        incident(3, status="closed", assigned_to="50% of_all\\"),
    )
    status = "status"
    assert found(tables, Filter(status, Operator.EQ, "open")) == ["1"]
    assert found(tables, Filter(status, Operator.NE, "open")) == ["2", "3"]
    assert found(tables, Filter(status, Operator.CONTAINS, "OPE")) == ["1", "2"]
    assert found(tables, Filter(status, Operator.STARTS_WITH, "Clo")) == ["3"]
    assert found(tables, Filter(status, Operator.IN, ["open", "closed"])) == ["1", "3"]
    assert found(tables, Filter("assigned_to", Operator.NE, "john")) == ["3"]
    assert found(tables, Filter("assigned_to", Operator.IS_NULL)) == ["2"]
    assert found(tables, Filter("assigned_to", Operator.IS_NOT_NULL, "ignored")) == ["1", "3"]
    for piece in ("%", "_", "\\", "0% of_a"):
        assert found(tables, Filter("assigned_to", Operator.CONTAINS, piece)) == ["3"]
    assert found(tables, Filter("assigned_to", Operator.STARTS_WITH, "%")) == []


def test_filters_by_number_and_answer(database: Database, tables: TableService) -> None:
    for level, custom in ((1, True), (2, False), (3, None)):
        store(
            database,
            "agents",
            {
                "name": str(level),
                "layer": "Role",
                "maturity_level": level,
                "is_custom": custom,
                "sla_performance": level,
            },
        )

    def names(*filters: Filter) -> list[str]:
        return [row.values[0] for row in tables.page(Query("agents", ("name",), filters)).rows]

    assert names(Filter("maturity_level", Operator.GT, "1")) == ["2", "3"]
    assert names(Filter("maturity_level", Operator.EQ, 2**62)) == []
    assert names(Filter("maturity_level", Operator.IN, "1, 3")) == ["1", "3"]
    assert names(Filter("sla_performance", Operator.LE, "2.00")) == ["1", "2"]
    assert names(Filter("is_custom", Operator.EQ, "yes")) == ["1"]
    assert names(Filter("is_custom", Operator.NE, True)) == ["2"]
    both = (Filter("maturity_level", Operator.GE, 2), Filter("is_custom", Operator.IS_NULL))
    assert names(*both) == ["3"]


def test_a_day_means_the_whole_day(database: Database, tables: TableService) -> None:
    local = datetime(2026, 3, 31).astimezone()
    for number, (hour, of_month) in enumerate([(0, 31), (23, 31), (0, 30)], start=1):
        moment = local.replace(hour=hour, day=of_month).astimezone(UTC).replace(tzinfo=None)
        store(database, "incidents", incident(number, last_interaction_date=moment))
    day = date(2026, 3, 31)

    def on(operator: Operator, value: object = day) -> list[str]:
        return found(tables, Filter("last_interaction_date", operator, value))

    assert on(Operator.EQ) == ["1", "2"]
    assert on(Operator.NE) == ["3"]
    assert on(Operator.LT) == ["3"]
    assert on(Operator.LE) == ["1", "2", "3"]
    assert on(Operator.GT) == []
    assert on(Operator.GE, "2026-03-31") == ["1", "2"]
    assert on(Operator.GT, local.replace(hour=22)) == ["2"]
    assert on(Operator.LE, date.max) == ["1", "2", "3"]


def test_filters_by_document_and_list(database: Database, tables: TableService) -> None:
    store(database, "agents", {"name": "A", "layer": "Role", "config": {"Key": 1}, "compliance_frameworks": ["SOC 2"]})

    def names(column: str, piece: str) -> list[str]:
        query = Query("agents", ("name",), (Filter(column, Operator.CONTAINS, piece),))
        return [row.values[0] for row in tables.page(query).rows]

    assert names("config", "key") == ["A"]
    assert names("config", "other") == []
    assert names("compliance_frameworks", "soc") == ["A"]


def test_a_value_of_another_kind_is_a_problem_at_its_filter(tables: TableService) -> None:
    with pytest.raises(InvalidInput) as caught:
        found(tables, Filter("id", Operator.EQ, "abc"))
    assert caught.value.problems[0].field == "id"
    assert "whole number" in caught.value.problems[0].message


def test_quick_search_looks_into_the_texts_shown(database: Database, tables: TableService) -> None:
    store(database, "incidents", incident(1, description="Water"), incident(2, description="100%"), incident(3))
    assert found(tables, quick="water") == ["1"]
    assert found(tables, quick="  ") == ["1", "2", "3"]
    assert found(tables, quick="%") == ["2"]
    assert found(tables, quick="water", columns=("incident_id", "title")) == []
    assert found(tables, quick="fault 3", columns=("incident_id", "title")) == ["3"]
    assert found(tables, quick="nul\0") == []


def test_columns_that_are_documents_have_no_order(tables: TableService) -> None:
    with pytest.raises(ConfigurationError, match="has no order"):
        tables.page(Query("agents", sort=(Sort("config"),)))


def test_rows_by_key_are_those_that_still_belong(database: Database, tables: TableService) -> None:
    store(database, "incidents", incident(1, status="open"), incident(2, status="closed"))
    ids = [row.id for row in tables.page(Query("incidents")).rows]
    query = Query("incidents", ("incident_id",), (Filter("status", Operator.EQ, "open"),))
    assert numbers(tables.rows(query, [*ids, "999", "junk"])) == ["1"]
    assert tables.rows(query, []).rows == ()


def test_figures(database: Database, tables: TableService) -> None:
    for value in ("10.50", "20.00", None):
        store(
            database,
            "governance_metrics",
            {"metric_type": "x", "metric_name": "m", "value": Decimal(value or 0), "target": value and Decimal(value)},
        )

    def figure(aggregate: Aggregate, column: str = "target", *filters: Filter) -> object:
        return tables.figure("governance_metrics", aggregate, column, filters)

    assert figure(Aggregate.COUNT, "") == 3
    assert figure(Aggregate.COUNT) == 2
    assert figure(Aggregate.SUM) == Decimal("30.50")
    assert figure(Aggregate.AVG) == Decimal("15.25")
    assert figure(Aggregate.MIN) == Decimal("10.50")
    assert figure(Aggregate.MAX) == Decimal("20.00")
    nothing = Filter("metric_type", Operator.EQ, "y")
    assert figure(Aggregate.SUM, "target", nothing) is None
    assert figure(Aggregate.COUNT, "", nothing) == 0
    with pytest.raises(ConfigurationError, match="holds no numbers"):
        figure(Aggregate.SUM, "metric_name")
    with pytest.raises(ConfigurationError, match="names no column"):
        figure(Aggregate.SUM, "")
