"""What `jarvis db status` says of a database."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import text

from jarvis_desktop.db.revision import HEAD, recorded_revision
from jarvis_desktop.db.schema import TABLES

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.session import Session

_COUNTED_BYTES = 16 << 20

_TABLES = text("""
    SELECT c.relname, pg_relation_size(c.oid), greatest(c.reltuples, 0)::bigint,
           has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relname = ANY(:names)
""")


@dataclass(frozen=True, slots=True)
class DatabaseStatus:
    """A database as found.

    `rows` per table is counted where the table is small and the planner's estimate otherwise, and leaves out
    `tables_unreadable`, which this user has no right to read. `revision` is the migration recorded (None: none, or
    none that this user may see), `newest` this program's. `size` is in bytes.
    """

    server_version: str
    database: str
    user: str
    revision: str | None
    newest: str
    tables_missing: tuple[str, ...]
    tables_unreadable: tuple[str, ...]
    rows: dict[str, int]
    size: int

    @property
    def current(self) -> bool:
        """Whether the schema is this program's."""
        return self.revision == self.newest


def read_status(database: Database) -> DatabaseStatus:
    """Ask the database; raises DatabaseUnavailable and DatabaseRefused."""
    with database.read() as session:
        version, name, user, size = session.execute(
            text(
                "SELECT current_setting('server_version'), current_database(), current_user, "
                "pg_database_size(current_database())"
            )
        ).one()
        rows = _rows(session)
        return DatabaseStatus(
            server_version=version,
            database=name,
            user=user,
            revision=recorded_revision(session.connection()),
            newest=HEAD,
            tables_missing=tuple(table for table in TABLES if table not in rows),
            tables_unreadable=tuple(table for table, count in rows.items() if count is None),
            rows={table: count for table, count in rows.items() if count is not None},
            size=size,
        )


def _rows(session: Session) -> dict[str, int | None]:
    """The rows of each table that is there, None where this user may not read it."""
    found: dict[str, int | None] = {}
    for name, size, estimate, readable in session.execute(_TABLES, {"names": list(TABLES)}):
        if not readable:
            found[name] = None
        elif size <= _COUNTED_BYTES:
            found[name] = session.scalar(text(f'SELECT count(*) FROM public."{name}"')) or 0  # noqa: S608 - a name of TABLES
        else:
            found[name] = estimate
    return {name: found[name] for name in TABLES if name in found}
