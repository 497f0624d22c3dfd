"""Alembic's environment: runs the revisions in the transaction of the connection that the program hands over."""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from jarvis_desktop.db.revision import SCHEMA
from jarvis_desktop.db.schema import TABLES, Base
from jarvis_desktop.db.search_indexes import INDEXES, RETIRED

SEARCH_INDEXES = frozenset(index.name for index in INDEXES).union(RETIRED)


def is_ours(schema: str | None, table: str) -> bool:
    """Whether the models describe this table; a shared database holds others, which are nobody's business here."""
    return table in TABLES if schema in {None, "public"} else f"{schema}.{table}" in Base.metadata.tables


def include_name(name: str | None, kind: str, parents: object) -> bool:
    """Which schemas and tables of the database autogenerate looks at."""
    if kind == "schema":
        return name in {None, SCHEMA}
    if kind == "table" and isinstance(parents, dict) and name is not None:
        return is_ours(parents["schema_name"], name)
    return kind != "index" or name not in SEARCH_INDEXES


def run(connection: Connection) -> None:
    """Run what was asked for, in the transaction that is open."""
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        version_table_schema=SCHEMA,
        include_schemas=True,
        include_name=include_name,
        compare_server_default=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if not isinstance(given, Connection):
    raise SystemExit("The migrations run through `jarvis db upgrade`, which opens the database and locks it.")
run(given)
