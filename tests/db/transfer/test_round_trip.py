"""The law of export and import: whatever the tables hold comes back equal in an empty database."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from psycopg import sql
from sqlalchemy import text

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.db.engine import Database
from jarvis_desktop.db.schema import TABLES
from jarvis_desktop.db.transfer.exporter import export_folder
from jarvis_desktop.db.transfer.importer import driver_connection, import_folder
from jarvis_desktop.db.transfer.live_tables import LiveTable, parents_first, read_tables
from tests.support.laws import examples

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from jarvis_desktop.db.transfer.live_tables import Column

# Shrinking 42 tables of rows takes minutes; the example found is printed as it is.
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
WORDS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=8)
LEAVES = st.none() | st.booleans() | st.integers() | WORDS | st.decimals(allow_nan=False, allow_infinity=False).map(str)
JSON = st.recursive(LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3))
INSTANTS = st.sampled_from(
    ["infinity", "-infinity", "0044-03-15 12:00:00 BC", "294276-12-31 23:59:59.999999", "12000-01-01 00:00:00.5"]
) | st.datetimes().map(str)
DECIMALS = st.decimals(allow_nan=False).map(str) | st.sampled_from(["1e-300", "-1e300", "0.000", "NaN"])


def values_of(column: Column) -> st.SearchStrategy[str | list[str | None] | None]:
    """Texts that PostgreSQL reads as values of the column."""
    if column.kind.startswith("_"):
        inner = type(column)(column.name, column.kind[1:], "", nullable=True)
        return st.lists(st.none() | values_of(inner), max_size=3).map(list)  # type: ignore[arg-type]  # of one level
    match column.kind:
        case "varchar" | "text":
            return WORDS.map(lambda word: word[: column.length])
        case "int4":
            return st.integers(-(2**31), 2**31 - 1).map(str)
        case "bool":
            return st.booleans().map(str)
        case "timestamp":
            return INSTANTS
        case "jsonb":
            return JSON.filter(lambda value: value is not None).map(json.dumps)
        case "numeric" if column.precision is not None and column.scale is not None:
            limit = Decimal(10 ** (column.precision - column.scale)) - 1
            return st.decimals(-limit, limit, places=column.scale).map(str)
        case _:
            return DECIMALS


def row_of(table: LiveTable) -> st.SearchStrategy[dict[str, Any]]:
    references = {key.column for key in table.foreign_keys}
    return st.fixed_dictionaries(
        {
            name: values_of(column) if not column.nullable else st.none() | values_of(column)
            for name, column in table.columns.items()
            if column.sequence is None and name not in references
        }
    )


@pytest.fixture
def second(second_url: str) -> Iterator[Database]:
    database = Database(second_url)
    yield database
    database.dispose()


def contents(database: Database, tables: Sequence[LiveTable]) -> dict[str, list[str]]:
    with database.read() as session:
        return {
            table.name: [
                row[0] for row in session.execute(text(f'SELECT t::text FROM public."{table.name}" t ORDER BY 1'))
            ]
            for table in tables
        }


def clear(database: Database, tables: Sequence[LiveTable]) -> None:
    with database.write() as session:
        for table in reversed(tables):
            session.execute(text(f'DELETE FROM public."{table.name}"'))
        session.execute(text("DELETE FROM desktop.imported_rows"))


def with_parents(table: LiveTable, tables: dict[str, LiveTable]) -> list[LiveTable]:
    found = {table.name: table}
    waiting = [table]
    while waiting:
        for key in waiting.pop().foreign_keys:
            if key.target_table not in found:
                found[key.target_table] = tables[key.target_table]
                waiting.append(tables[key.target_table])
    return parents_first(found.values())


def live_tables(database: Database) -> list[LiveTable]:
    with database.write() as session:
        found = read_tables(driver_connection(session), ["public"])
    return parents_first(found[("public", name)] for name in TABLES)


def store(database: Database, table: LiveTable, row: dict[str, Any]) -> None:
    """Insert the row with its parents; a row that keys or limits refuse is left out."""
    values = dict(row)
    with database.write() as session:
        connection = driver_connection(session)
        for key in table.foreign_keys:
            parent = connection.execute(
                sql.SQL("SELECT {} FROM {} ORDER BY 1 LIMIT 1").format(
                    sql.Identifier(key.target_column), sql.Identifier(key.target_table)
                )
            ).fetchone()
            values[key.column] = None if parent is None else parent[0]
        try:
            with connection.transaction():
                connection.execute(
                    sql.SQL("INSERT INTO {} ({}) VALUES ({})").format(
                        table.identifier,
                        sql.SQL(", ").join(map(sql.Identifier, values)),
                        sql.SQL(", ").join([sql.Placeholder()] * len(values)),
                    ),
                    list(values.values()),
                )
        except (psycopg.IntegrityError, psycopg.DataError):
            return


def test_whatever_is_exported_comes_back_equal(live_database: Database, second: Database, tmp_path: Path) -> None:
    tables = {table.name: table for table in live_tables(live_database)}
    used: list[LiveTable] = []
    rounds = 0

    @given(st.data())
    @settings(max_examples=examples(15), deadline=None, suppress_health_check=list(HealthCheck), phases=PHASES)
    def law(data: st.DataObject) -> None:
        nonlocal rounds
        rounds += 1
        some = with_parents(tables[data.draw(st.sampled_from(sorted(tables)))], tables)
        drawn = [(table, data.draw(st.lists(row_of(table), min_size=1, max_size=2))) for table in some]
        clear(live_database, used)
        clear(second, used)
        used[:] = some
        for table, rows in drawn:
            for row in rows:
                store(live_database, table, row)
        folder = tmp_path / f"round{rounds}"
        written = export_folder(live_database, folder)
        if written.rows:
            report = import_folder(second, folder)
            assert [str(problem) for problem in report.problems] == []
        assert contents(second, some) == contents(live_database, some)

    law()


def test_files_are_stable_and_easy_to_compare(live_database: Database, tmp_path: Path) -> None:
    with live_database.write() as session:
        session.execute(
            text("INSERT INTO incidents (id, incident_id, title, created_at, updated_at) VALUES "
                 "(2, 'B', 'Zwei', '2025-01-01 10:00', NULL), (1, 'A', 'Eins', '2025-01-01 10:00:00.25', NULL)")
        )  # fmt: skip
    report = export_folder(live_database, tmp_path / "out")
    assert report.rows == {"incidents": 2}
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["incidents.json"]
    lines = (tmp_path / "out" / "incidents.json").read_text("utf-8").splitlines()
    assert lines[0] == "["
    assert lines[-1] == "]"
    first = json.loads(lines[1].rstrip(","))
    assert list(first) == list(TABLES["incidents"].columns.keys())
    assert (first["id"], first["created_at"]) == (1, "2025-01-01T10:00:00.25Z")
    before = (tmp_path / "out" / "incidents.json").read_bytes()
    export_folder(live_database, tmp_path / "out")
    assert (tmp_path / "out" / "incidents.json").read_bytes() == before


def test_an_earlier_export_is_written_over_and_nothing_else(live_database: Database, tmp_path: Path) -> None:
    with live_database.write() as session:
        session.execute(text("INSERT INTO activities (activity_type, description) VALUES ('a', 'd')"))
    (tmp_path / "incidents.json").write_text("[]")
    (tmp_path / ".export-left").mkdir()
    report = export_folder(live_database, tmp_path)
    assert report.removed == ("incidents.json",)
    assert [path.name for path in tmp_path.iterdir()] == ["activities.json"]
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(ConfigurationError, match="holds other files, such as “notes"):
        export_folder(live_database, tmp_path)
    with pytest.raises(ConfigurationError, match="not a folder"):
        export_folder(live_database, tmp_path / "notes.txt")


def test_an_export_that_breaks_off_changes_nothing(live_database: Database, tmp_path: Path) -> None:
    with live_database.write() as session:
        session.execute(text("INSERT INTO activities (activity_type, description) VALUES ('a', 'd')"))
    export_folder(live_database, tmp_path)
    before = (tmp_path / "activities.json").read_bytes()

    def interrupt(_: object) -> None:
        raise KeyboardInterrupt

    with live_database.write() as session:
        session.execute(text("DELETE FROM activities"))
    with pytest.raises(KeyboardInterrupt):
        export_folder(live_database, tmp_path, interrupt)
    assert (tmp_path / "activities.json").read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1
