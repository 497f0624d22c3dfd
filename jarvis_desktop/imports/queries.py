"""What an import needs to know of a table beyond its columns: defaults, keys and links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from jarvis_desktop.db.session import Session

_DEFAULTS = text("""
    SELECT a.attname, pg_get_expr(d.adbin, d.adrelid), a.attgenerated <> '' OR a.attidentity = 'a',
           pg_get_serial_sequence('public.' || quote_ident(:table), a.attname)
    FROM pg_catalog.pg_attribute AS a
    LEFT JOIN pg_catalog.pg_attrdef AS d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = to_regclass('public.' || quote_ident(:table)) AND a.attnum > 0 AND NOT a.attisdropped
""")
_UNIQUE = text("""
    SELECT (SELECT array_agg(a.attname::text ORDER BY k.place)
            FROM unnest(i.indkey::int2[]) WITH ORDINALITY AS k (number, place)
            JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.number
            WHERE k.place <= i.indnkeyatts)
    FROM pg_catalog.pg_index AS i
    WHERE i.indrelid = to_regclass('public.' || quote_ident(:table))
      AND i.indisunique AND i.indpred IS NULL AND i.indexprs IS NULL
    ORDER BY i.indisprimary DESC, i.indexrelid
""")
_LINKS = text("""
    SELECT a.attname, r.relname, f.attname
    FROM pg_catalog.pg_constraint AS k
    JOIN pg_catalog.pg_class AS r ON r.oid = k.confrelid
    JOIN pg_catalog.pg_namespace AS n ON n.oid = r.relnamespace AND n.nspname = 'public'
    JOIN pg_catalog.pg_attribute AS a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    JOIN pg_catalog.pg_attribute AS f ON f.attrelid = k.confrelid AND f.attnum = k.confkey[1]
    WHERE k.conrelid = to_regclass('public.' || quote_ident(:table)) AND k.contype = 'f'
      AND cardinality(k.conkey) = 1 AND NOT k.condeferrable
""")


@dataclass(frozen=True, slots=True)
class Link:
    """A foreign key of one column."""

    column: str
    table: str
    referred: str


@dataclass(frozen=True, slots=True)
class TableFacts:
    """Defaults as the server writes them, columns it fills itself, sequences, unique keys (the primary one first)."""

    defaults: dict[str, str]
    own: frozenset[str]
    sequences: dict[str, str]
    unique: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]


def table_facts(session: Session, name: str) -> TableFacts:
    """The table as it is in this database; empty when it is missing."""
    rows = session.execute(_DEFAULTS, {"table": name}).all()
    return TableFacts(
        defaults={row[0]: row[1] for row in rows if row[1] is not None and not row[2]},
        own=frozenset(row[0] for row in rows if row[2]),
        sequences={row[0]: row[3] for row in rows if row[3] is not None},
        unique=tuple(tuple(keys) for keys in session.scalars(_UNIQUE, {"table": name}) if keys),
        links=tuple(Link(*row) for row in session.execute(_LINKS, {"table": name})),
    )
