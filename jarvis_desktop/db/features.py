"""What a database offers beyond its rows: live updates, our own tables, and quick searches for texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import text

from jarvis_desktop.db.notify import TRIGGERS
from jarvis_desktop.db.reference import COLUMNS
from jarvis_desktop.db.revision import SCHEMA
from jarvis_desktop.db.search_indexes import missing_indexes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.session import Session

_ENABLED_TRIGGERS = text("""
    SELECT c.relname::text, array_agg(t.tgname::text)
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace AND n.nspname = 'public'
    LEFT JOIN pg_catalog.pg_trigger AS t ON t.tgrelid = c.oid AND NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')
    WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND c.relname = ANY(:names)
    GROUP BY c.relname
""")
_OWN_TABLES = text("""
    SELECT EXISTS (
        SELECT FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname = :schema AND c.relname = 'starter_rows'
    )
""")

# `to_regclass` is an error where the schema may not be used.
_USABLE = text("""
    SELECT count(*) = cardinality(CAST(:names AS text[])) AND coalesce(bool_and(
        has_schema_privilege(n.oid, 'USAGE')
        AND (SELECT bool_and(has_table_privilege(c.oid, p)) FROM unnest(CAST(:rights AS text[])) AS p)
    ), FALSE)
    FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname = :schema AND c.relname = ANY(CAST(:names AS text[]))
""")


@dataclass(frozen=True, slots=True)
class Features:
    """What the window can offer on this database.

    `silent_tables` are those whose changes nobody announces, `slow_tables` those in which texts are looked for without
    an index of ours.
    """

    live_updates: bool
    desktop_schema: bool
    silent_tables: tuple[str, ...]
    slow_tables: tuple[str, ...]


def own_tables_usable(session: Session, *names: str, rights: tuple[str, ...] = ("SELECT",)) -> bool:
    """Whether our own tables of these names are there and we have these rights to them; never an error."""
    return bool(session.scalar(_USABLE, {"schema": SCHEMA, "names": list(names), "rights": list(rights)}))


def live_updates(database: Database) -> bool:
    """Whether every table of ours that is there announces its changes: all that a start asks."""
    with database.read() as session:
        there = _announced(session)
    return bool(there) and not _silent(there)


def features(database: Database) -> Features:
    """Which of our own additions this database has; three quick queries, no model imported.

    Raises DatabaseUnavailable and DatabaseRefused.
    """
    with database.read() as session:
        there = _announced(session)
        own = bool(session.scalar(_OWN_TABLES, {"schema": SCHEMA}))
        slow = dict.fromkeys(index.table for index in missing_indexes(session.connection()))
    silent = _silent(there)
    return Features(
        live_updates=bool(there) and not silent, desktop_schema=own, silent_tables=silent, slow_tables=tuple(slow)
    )


def _announced(session: Session) -> Mapping[str, frozenset[str]]:
    """The tables of the reference that are there, each with its enabled triggers."""
    rows = session.execute(_ENABLED_TRIGGERS, {"names": list(COLUMNS)})
    return {table: frozenset(name for name in triggers if name) for table, triggers in rows}


def _silent(there: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
    return tuple(name for name in COLUMNS if name in there and not there[name].issuperset(TRIGGERS))
