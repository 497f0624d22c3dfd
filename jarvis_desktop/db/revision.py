"""Which migration a database has, told without importing models or Alembic: a start asks this first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from jarvis_desktop.db.search_indexes import missing_indexes

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from jarvis_desktop.db.engine import Database

SCHEMA = "desktop"
"""Where our own tables are, and the record of migrations."""

REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008")
"""The revisions of `migrations/versions`, oldest first."""
HEAD = REVISIONS[-1]

_VERSION_TABLE = text("""
    SELECT has_table_privilege(c.oid, 'SELECT') AND has_schema_privilege(n.oid, 'USAGE')
    FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = :schema AND c.relname = 'alembic_version'
""")


def is_current(database: Database) -> bool:
    """Whether the newest migration of this program is the one recorded, and its tables have their search indexes."""
    with database.read() as session:
        connection = session.connection()
        return recorded_revision(connection) == HEAD and not missing_indexes(connection)


def recorded_revision(connection: Connection) -> str | None:
    """The migration that the database records; None without one, and where rights forbid reading it."""
    if not connection.scalar(_VERSION_TABLE, {"schema": SCHEMA}):
        return None
    revision: str | None = connection.scalar(text(f"SELECT version_num FROM {SCHEMA}.alembic_version"))  # noqa: S608
    return revision
