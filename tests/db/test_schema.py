"""The models: 42 tables in nine sections, and rows through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select, text

from jarvis_desktop.db.schema import SECTIONS, TABLES

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database


def test_the_reference_has_42_tables_in_nine_sections() -> None:
    assert len(TABLES) == 42
    assert len(SECTIONS) == 9
    assert [name for names in SECTIONS.values() for name in names] == list(TABLES)
    assert SECTIONS["Core User Tables"] == ("users", "user_profiles", "user_preferences", "sessions")


def test_every_table_refers_only_to_itself_and_to_tables_before_it() -> None:
    seen: set[str] = set()
    for name, table in TABLES.items():
        seen.add(name)
        assert {key.column.table.name for key in table.foreign_keys} <= seen


def test_a_row_gets_the_documented_defaults(database: Database) -> None:
    incidents = TABLES["incidents"]
    with database.write() as session:
        session.execute(insert(incidents).values(incident_id="INC-1", title="Printer on fire"))
    with database.read() as session:
        row = session.execute(select(incidents)).one()
    assert (row.priority, row.status) == ("medium", "open")
    assert row.created_at is not None
    assert row.created_at.tzinfo is None


def test_none_in_a_json_column_is_null_and_not_json_null(database: Database) -> None:
    with database.write() as session:
        session.execute(insert(TABLES["incidents"]).values(incident_id="INC-1", title="x", critical_flags=None))
        assert session.scalar(text("SELECT count(*) FROM incidents WHERE critical_flags IS NULL")) == 1
