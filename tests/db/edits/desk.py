"""Forms and the journal over one database, for the tests of edits."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from jarvis_desktop.edits.service import EditService
from jarvis_desktop.forms.service import FormService
from jarvis_desktop.metadata.types import Reader
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import Query, RowSet

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

ADMIN = Reader("admin", "u1", frozenset({"records.write", "config.write"}), datetime(2026, 5, 4, tzinfo=UTC))
FORM = "table:incidents"
EVERYTHING = RowSet(Query("incidents"), everything=True)


class Desk:
    """Forms and journal over one database, and what its tables hold."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.forms = FormService(database, TableService(database))
        self.edits = EditService(database)

    def run(self, statement: str, **values: Any) -> None:
        with self.database.write() as session:
            session.execute(text(statement), values)

    def value(self, statement: str) -> Any:
        with self.database.read() as session:
            return session.scalar(text(statement))

    def incidents(self) -> list[tuple[Any, ...]]:
        """Every incident, without the stamp that each save sets."""
        with self.database.read() as session:
            rows = session.execute(
                text("SELECT (to_jsonb(t) - 'updated_at')::text, critical_flags::text FROM incidents t ORDER BY id")
            )
            return [tuple(row) for row in rows]

    def save(self, record_id: str, **values: Any) -> int:
        base = self.forms.load(FORM, record_id, ADMIN).values
        saved = self.forms.save(FORM, record_id, values, {key: base[key] for key in values}, ADMIN)
        assert saved.edit is not None
        assert saved.edit.id is not None
        return saved.edit.id

    def fill(self, count: int) -> None:
        self.run(
            "INSERT INTO incidents (incident_id, title, status, critical_flags)"
            " SELECT 'INC-' || n, 'T' || n, 'open', 'null' FROM generate_series(1, :count) AS n",
            count=count,
        )

    def ids(self, count: int) -> tuple[str, ...]:
        with self.database.read() as session:
            return tuple(map(str, session.scalars(text(f"SELECT id FROM incidents ORDER BY id LIMIT {count}"))))

    def rows(self, count: int) -> RowSet:
        return RowSet(Query("incidents"), ids=self.ids(count))
