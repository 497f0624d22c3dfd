"""Tables of somebody else's making: other types, other keys, other columns."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.edits.service import EditService
from jarvis_desktop.forms.service import FormService
from jarvis_desktop.imports.service import ImportService
from jarvis_desktop.metadata.types import Reader
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import ColumnKind, Filter, Operator, Query, RowSet, Sort

if TYPE_CHECKING:
    from pathlib import Path

    from jarvis_desktop.db.engine import Database

WRITER = Reader("admin", "u1", frozenset({"records.write", "config.write"}), datetime(2026, 5, 4, tzinfo=UTC))
EXOTIC = {
    "a_uuid": ("uuid", "'6f8b1b1e-0000-4000-8000-00000000000{n}'", ColumnKind.TEXT),
    "an_address": ("inet", "'10.0.0.{n}/24'", ColumnKind.TEXT),
    "a_span": ("interval", "'{n} days 00:00:01.5'", ColumnKind.TEXT),
    "an_amount": ("money", "'{n}.25'", ColumnKind.DECIMAL),
    "some_bytes": ("bytea", "'\\x0{n}ff'", ColumnKind.TEXT),
    "a_float": ("float8", "{n}.1", ColumnKind.DECIMAL),
    "a_float_beyond": ("float4", "'Infinity'", ColumnKind.DECIMAL),
    "a_moment": ("timestamptz", "'2026-01-0{n} 12:00+02'", ColumnKind.DATETIME),
    "a_day": ("date", "'2026-01-0{n}'", ColumnKind.DATE),
    "a_time": ("time", "'0{n}:00'", ColumnKind.TEXT),
    "a_mood": ("mood", "(ARRAY['calm', 'angry', 'amused'])[{n}]::mood", ColumnKind.TEXT),
    "a_code": ("code", "'C{n}'", ColumnKind.TEXT),
    "fixed": ("char(4)", "'{n}'", ColumnKind.TEXT),
    "many": ("int[]", "ARRAY[{n}, NULL]", ColumnKind.ARRAY),
    "old_json": ("json", "'[{n}]'", ColumnKind.JSON),
}


@pytest.fixture
def tables(database: Database) -> TableService:
    with database.write() as session:
        session.execute(text("CREATE TYPE mood AS ENUM ('calm', 'angry', 'amused')"))
        session.execute(text("CREATE DOMAIN code AS varchar(8)"))
        columns = ", ".join(f"ADD COLUMN {name} {sql_type}" for name, (sql_type, _, _) in EXOTIC.items())
        session.execute(text(f"ALTER TABLE experience_layer {columns}"))
        for number in (2, 3, 1):
            values = ", ".join(value.format(n=number) for _, value, _ in EXOTIC.values())
            names = ", ".join(EXOTIC)
            session.execute(text(f"INSERT INTO experience_layer (company_name, {names}) VALUES ('{number}', {values})"))
        session.execute(text("INSERT INTO experience_layer (company_name) VALUES ('0')"))
    return TableService(database)


def test_any_type_is_shown_by_kind(tables: TableService) -> None:
    info = tables.table("experience_layer")
    assert {name: info.column(name).kind for name in EXOTIC if info.column(name)} == {  # type: ignore[union-attr]
        name: kind for name, (_, _, kind) in EXOTIC.items()
    }
    rows = tables.page(Query("experience_layer", tuple(EXOTIC))).rows
    assert len(rows) == 4
    assert rows[3].values == (None,) * len(EXOTIC)
    texts = dict(zip(EXOTIC, rows[0].values, strict=True))
    assert texts["a_uuid"] == "6f8b1b1e-0000-4000-8000-000000000002"
    assert texts["a_span"] == "2 days 00:00:01.5"
    assert texts["a_mood"] == "angry"
    assert texts["old_json"] == "[2]"
    whole = tables.record("experience_layer", rows[0].id).values
    assert whole["many"] == [2, None]
    assert whole["old_json"] == [2]


@pytest.mark.parametrize("column", [name for name, (_, _, kind) in EXOTIC.items() if kind not in {"array", "json"}])
@pytest.mark.parametrize("descending", [False, True])
def test_any_type_with_an_order_can_be_paged_by(tables: TableService, column: str, descending: bool) -> None:
    query = Query("experience_layer", ("company_name",), sort=(Sort(column, descending),))
    page = tables.page(query, limit=1)
    seen = [page.rows[0].values[0]]
    while page.after is not None and len(seen) < 9:
        page = tables.page(query, after=page.after, limit=1)
        seen.extend(row.values[0] for row in page.rows)
    assert seen[-1] == "0"
    if column == "a_float_beyond":
        assert sorted(seen[:3]) == ["1", "2", "3"]
    else:
        assert seen[:3] == (["3", "2", "1"] if descending else ["1", "2", "3"])


@pytest.mark.parametrize(
    ("column", "operator", "value"),
    [
        ("a_uuid", Operator.EQ, "6f8b1b1e-0000-4000-8000-000000000003"),
        ("an_address", Operator.CONTAINS, ".3/"),
        ("an_amount", Operator.EQ, "3.25"),
        ("a_float", Operator.GT, "3"),
        ("a_moment", Operator.GT, "2026-01-03T09:00:00+00:00"),
        ("a_day", Operator.IN, "2026-01-03"),
        ("a_mood", Operator.EQ, "amused"),
        ("a_code", Operator.STARTS_WITH, "c3"),
        ("fixed", Operator.CONTAINS, "3"),
        ("many", Operator.CONTAINS, "3"),
        ("old_json", Operator.CONTAINS, "3"),
    ],
)
def test_any_type_can_be_filtered(tables: TableService, column: str, operator: Operator, value: str) -> None:
    query = Query("experience_layer", ("company_name",), (Filter(column, operator, value),))
    assert [row.values[0] for row in tables.page(query).rows] == ["3"]


def test_quick_search_looks_into_texts_of_any_type(tables: TableService) -> None:
    names = tuple(name for name, (_, _, kind) in EXOTIC.items() if kind is ColumnKind.TEXT)
    assert len(tables.page(Query("experience_layer", names, text="AMUSED")).rows) == 1


def test_a_table_without_its_key_says_so(database: Database, tables: TableService) -> None:
    with database.write() as session:
        session.execute(text("ALTER TABLE experience_layer DROP COLUMN id"))
    tables.refresh()
    with pytest.raises(ConfigurationError, match="“experience_layer” of this database has no key of one column"):
        tables.page(Query("experience_layer"))


@pytest.mark.parametrize(
    "key", ["DROP COLUMN id", "DROP COLUMN id, ADD COLUMN part int DEFAULT 1, ADD PRIMARY KEY (company_name, part)"]
)
def test_records_without_a_key_open_in_no_form_and_are_not_imported(
    database: Database, tables: TableService, tmp_path: Path, key: str
) -> None:
    with database.write() as session:
        session.execute(text(f"ALTER TABLE experience_layer {key}"))
    tables.refresh()
    forms = FormService(database, tables)
    everything = RowSet(Query("experience_layer"), everything=True)
    file = tmp_path / "rows.csv"
    file.write_text("company_name\nAlder Mutual\n")
    for work in (
        lambda: forms.open("", "1", WRITER, table="experience_layer"),
        lambda: forms.open("", None, WRITER, table="experience_layer"),
        lambda: forms.create("table:experience_layer", {"company_name": "Alder Mutual"}, WRITER),
        lambda: forms.change_rows("table:experience_layer", everything, {"company_name": "Alder Mutual"}, WRITER),
        lambda: forms.remove_rows("experience_layer", everything, WRITER),
        lambda: ImportService(database, tables, forms).propose("experience_layer", str(file), WRITER),
    ):
        with pytest.raises(ConfigurationError, match="has no key of one column"):
            work()


def test_a_key_of_another_name_serves_as_well(database: Database, tables: TableService) -> None:
    with database.write() as session:
        session.execute(text("ALTER TABLE experience_layer RENAME COLUMN id TO number"))
    tables.refresh()
    row = tables.page(Query("experience_layer", ("company_name",))).rows[0]
    forms = FormService(database, tables)
    opened = forms.open("", row.id, WRITER, table="experience_layer")
    assert opened.record is not None
    saved = forms.save("table:experience_layer", row.id, {"company_name": "Alder"}, opened.record.values, WRITER)
    assert saved.edit is not None
    assert saved.edit.id is not None
    EditService(database).undo(saved.edit.id, WRITER)
    assert tables.page(Query("experience_layer", ("company_name",))).rows[0] == row


def test_a_key_that_is_only_a_column_still_pages(database: Database, tables: TableService) -> None:
    with database.write() as session:
        session.execute(text("ALTER TABLE experience_layer DROP CONSTRAINT experience_layer_pkey"))
    tables.refresh()
    page = tables.page(Query("experience_layer", ("company_name",)), limit=3)
    rest = tables.page(Query("experience_layer", ("company_name",)), after=page.after, limit=3)
    assert sorted(row.values[0] for row in (*page.rows, *rest.rows)) == ["0", "1", "2", "3"]
