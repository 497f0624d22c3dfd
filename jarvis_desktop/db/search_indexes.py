"""The indexes of ours over public tables: for what a text contains, for the words in it, and for the orders of lists.

All are additions: an upgrade makes them where data and rights allow it, and without them everything works, slower.

How a condition must look for an index to answer it:

- `CONTAINED` is one trigram index (`pg_trgm`, GIN) over the bare text columns of a table, `CONTAINED[table]` in that
  order. It answers `column ILIKE '%part%'` and `column LIKE '%part%'` on any of the columns, and any AND or OR of
  such terms, each column's term becoming one scan of the index:
  `incident_id ILIKE '%x%' OR title ILIKE '%x%' OR description ILIKE '%x%'`. One term over a column that is not in the
  list, a cast, `lower(column)`, `coalesce(column, '')` or `column || other` makes the whole OR a scan of the table.
  A part of fewer than three letters or digits in a row has no trigram: such a text is common, and reading rows in the
  order shown finds it at once. Give the pattern as a value that the planner sees (a literal, or a statement not
  prepared for good, `plan_cache_mode = force_custom_plan`): for a common part it then reads in order and stops at the
  page's end, for a rare one it takes the index.
- `WORDS` is one full-text index (GIN) over `words_expression(table)`. It answers
  `<that expression> @@ to_tsquery('pg_catalog.simple', 'print:* & hamburg')`; `jarvis_desktop.search` does so.
- `ORDERS` are B-trees, each over the columns of an order that the delivered lists begin with, and the key. A text that
  many rows contain is found by reading such an order from its beginning, instead of collecting and sorting them all.
- `PARTIAL_ORDERS` are such orders of some rows, for lists whose filters leave only these: the beginning of an order of
  all rows need not hold any of them. Their texts are those that the documented indexes hold already, so that no value
  is too long that was not.

Each of them is paid for at every change of a row, whichever column changes. Per row, a B-tree takes some microseconds,
the words of a text ten times and its trigrams forty times as long (most of it for the longest column). An order that
people choose for themselves has no index: the server sorts a million rows in some tenths of a second.

A text of any length can be stored: the words of a text are read up to `LONGEST_TEXT` characters, far below the
megabyte that a tsvector may have, and trigrams have no such limit.

Names are versions: an index that should read otherwise gets another name, and the old one is named in `RETIRED`, for
an upgrade to take away.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

EXTENSION = "pg_trgm"
LONGEST_TEXT = 20_000
"""Characters of each column whose words are found."""
SEPARATORS = "-_@./:+"
"""What joins words to one in the server's parser, and separates them here."""


def _columns(names: str) -> tuple[str, ...]:
    return tuple(names.split())


CONTAINED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "incidents": _columns(
            "incident_id title description priority status assigned_to reported_by resolution escalation_required "
            "action_required john_notes"
        ),
        "submissions": _columns(
            "submission_id broker_name client_name risk_level recommended_line status assigned_to documentation_status "
            "action_required rachel_notes"
        ),
        "commercial_property_submissions": _columns(
            "submission_id property_address property_city property_state property_zip"
        ),
        "emails": _columns(
            "user_id from_email to_email subject body processing_status delivery_status submission_id priority"
        ),
        "agents": _columns("name agent_role persona_name layer persona specialization description compliance_notes"),
        "activities": _columns("user_id persona activity_type description"),
        "errors": _columns("user_id error_type error_message stack_trace"),
        "audit_trails": _columns(
            "audit_type target_type target_id target_name auditor_id findings recommendations compliance_status"
        ),
        "config_registry": _columns("key description type scope category"),
        "config_values": _columns("config_key persona created_by"),
        "templates": _columns("template_name template_type content scope persona category created_by"),
    }
)
"""Columns of one trigram index per table: all that a list shows as text."""

WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "incidents": _columns("incident_id title description assigned_to reported_by resolution john_notes"),
        "submissions": _columns("submission_id client_name broker_name recommended_line assigned_to rachel_notes"),
        "commercial_property_submissions": _columns(
            "submission_id property_address property_city property_state property_zip"
        ),
        "emails": _columns("subject from_email to_email submission_id body"),
        "agents": _columns("name agent_role persona_name layer specialization description"),
        "config_registry": _columns("key description category"),
    }
)
"""Columns whose words one full-text index per table holds: all that the search looks into."""


_KEY = "id"

ORDERS: Mapping[str, tuple[tuple[str, ...], ...]] = MappingProxyType(
    {
        "incidents": (("last_interaction_date",), ("created_at",), ("updated_at",)),
        "submissions": (("last_interaction_date",), ("created_at",), ("updated_at",)),
        "commercial_property_submissions": (("building_value",),),
        "emails": (("created_at",),),
        "activities": (("created_at",),),
        "errors": (("created_at",),),
        "audit_trails": (("audit_date",),),
    }
)
"""Orders that an index delivers in either direction; the key, which ends each, is left out here."""


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of a table whose `column` has one of `values`, called `name`."""

    name: str
    column: str
    values: frozenset[str]

    @property
    def condition(self) -> str:
        """As SQL."""
        listed = ", ".join(f"'{value}'" for value in sorted(self.values))
        return f"{_quoted(self.column)} IN ({listed})"


_OPEN = Part("open", "status", frozenset({"open", "in_progress"}))

PARTIAL_ORDERS: Mapping[str, tuple[tuple[Part, tuple[str, ...]], ...]] = MappingProxyType(
    {
        "incidents": (
            (_OPEN, ("priority", "updated_at DESC NULLS LAST")),
            (_OPEN, ("priority", "created_at")),
        ),
    }
)
"""Orders of some rows only, as lists show them whose filters leave no others: few rows, where most work is done."""


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """One of these indexes: over trigrams, over an `order` (of `part` of the rows), or else over words."""

    table: str
    trigrams: bool = False
    order: tuple[str, ...] = ()
    part: Part | None = None

    @property
    def name(self) -> str:
        """Its name in schema public."""
        if self.order:
            rows = f"{self.table}_{self.part.name}" if self.part else self.table
            return f"{rows}_by_{'_'.join(term.split()[0] for term in self.order)}_idx"
        return f"{self.table}_{'contained' if self.trigrams else 'words'}_idx"

    def statement(self, extension_schema: str) -> str:
        """The SQL that makes it; the schema is where the server keeps `pg_trgm`."""
        if self.order:
            keys = ", ".join((*self.order, _KEY))
            only = f" WHERE {self.part.condition}" if self.part else ""
            return f"CREATE INDEX {_quoted(self.name)} ON public.{_quoted(self.table)} ({keys}){only}"
        if self.trigrams:
            operators = f"{_quoted(extension_schema)}.gin_trgm_ops"
            keys = ", ".join(f"{_quoted(column)} {operators}" for column in CONTAINED[self.table])
        else:
            keys = f"({words_expression(self.table)})"
        return f"CREATE INDEX {_quoted(self.name)} ON public.{_quoted(self.table)} USING gin ({keys})"


INDEXES = (
    *(SearchIndex(table, trigrams=True) for table in CONTAINED),
    *(SearchIndex(table) for table in WORDS),
    *(SearchIndex(table, order=order) for table, orders in ORDERS.items() for order in orders),
    *(SearchIndex(table, order=order, part=part) for table, orders in PARTIAL_ORDERS.items() for part, order in orders),
)

PARTIAL: Mapping[str, Part] = MappingProxyType({index.name: index.part for index in INDEXES if index.part})
"""What an index of ours over some of the rows holds, by the name of the index."""


RETIRED = (
    "incidents_by_status_idx",
    "incidents_by_assigned_to_idx",
    "incidents_by_priority_idx",
    "incidents_by_priority_updated_at_idx",
    "incidents_by_priority_created_at_idx",
    "submissions_by_status_idx",
    "submissions_by_assigned_to_idx",
    "submissions_by_risk_level_idx",
)
"""Indexes of former versions, which an upgrade takes away: every change paid for them, no delivered list reads them."""


def words_expression(table: str) -> str:
    """The tsvector of a row as SQL, letter for letter as the index has it."""
    texts = (f"left({_quoted(column)}, {LONGEST_TEXT})" for column in WORDS[table])
    joined = " || ' ' || ".join(f"coalesce({part}, '')" for part in texts)
    blanks = " " * len(SEPARATORS)
    return f"to_tsvector('pg_catalog.simple', translate({joined}, '{SEPARATORS}', '{blanks}'))"


def missing_indexes(connection: Connection) -> tuple[SearchIndex, ...]:
    """Those that tables of this database lack; tables that are not there lack nothing. One quick query."""
    rows = connection.execute(_THERE, {"tables": sorted({index.table for index in INDEXES})})
    there = {table: frozenset(names) for table, names in rows}
    return tuple(index for index in INDEXES if index.table in there and index.name not in there[index.table])


def retired_indexes(connection: Connection) -> tuple[str, ...]:
    """Those of older versions that this database still has."""
    return tuple(connection.scalars(_RETIRED, {"names": list(RETIRED)}))


def extension_schema(connection: Connection) -> str | None:
    """Where the server keeps `pg_trgm` for this database, None where it was not created."""
    found: str | None = connection.scalar(_EXTENSION, {"name": EXTENSION})
    return found


def _quoted(name: str) -> str:
    return f'"{name}"'


_THERE = text("""
    SELECT c.relname::text, coalesce(array_agg(ic.relname::text) FILTER (WHERE i.indisvalid), '{}')
    FROM pg_catalog.pg_class AS c
    JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace AND n.nspname = 'public'
    LEFT JOIN pg_catalog.pg_index AS i ON i.indrelid = c.oid
    LEFT JOIN pg_catalog.pg_class AS ic ON ic.oid = i.indexrelid
    WHERE c.relkind IN ('r', 'p') AND c.relname = ANY(:tables)
    GROUP BY c.relname
""")
_RETIRED = text("""
    SELECT indexname::text FROM pg_catalog.pg_indexes WHERE schemaname = 'public' AND indexname = ANY(:names)
    ORDER BY indexname
""")
_EXTENSION = text("""
    SELECT n.nspname::text FROM pg_catalog.pg_extension AS e
    JOIN pg_catalog.pg_namespace AS n ON n.oid = e.extnamespace WHERE e.extname = :name
""")
