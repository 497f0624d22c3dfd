"""The schema reference's own SQL, run beside our migrations: the two databases must not differ.

Nothing here uses the models: the reference is parsed from its Markdown, executed, and PostgreSQL describes both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from sqlalchemy import make_url

from jarvis_desktop.db.check import Kind, Severity, check
from jarvis_desktop.db.engine import Database
from jarvis_desktop.db.schema import SECTIONS, TABLES
from jarvis_desktop.db.search_indexes import INDEXES as SEARCH_INDEXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

REFERENCE = Path(__file__).resolve().parents[2].parent / "shared" / "spec" / "database_schema.md"
pytestmark = pytest.mark.skipif(not REFERENCE.is_file(), reason="the schema reference is not beside this checkout")

SCOPE_INDEX = (
    "CREATE UNIQUE INDEX ON public.config_values USING btree (config_key, COALESCE(version, 0), "
    "COALESCE(persona, ''::character varying), ((persona IS NULL)), COALESCE(agent_id, '-1'::integer), "
    "COALESCE(workflow_id, '-1'::integer))"
)
COLUMNS = """
    SELECT c.relname::text, a.attnum, a.attname::text, format_type(a.atttypid, a.atttypmod), a.attnotnull,
           a.attidentity::text, pg_get_expr(d.adbin, d.adrelid)
    FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0
    LEFT JOIN pg_attrdef AS d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
"""
CONSTRAINTS = """
    SELECT conrelid::regclass::text, conname::text, contype::text, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
"""
INDEXES = """
    SELECT regexp_replace(indexdef, ' INDEX \\S+ ON ', ' INDEX ON ') FROM pg_indexes WHERE schemaname = 'public'
"""
SEQUENCES = """
    SELECT sequencename::text, data_type::text, start_value, increment_by FROM pg_sequences WHERE schemaname = 'public'
"""


@dataclass(frozen=True)
class Section:
    """A table of the reference: its SQL, and the indexes its list names, each a tuple of columns."""

    title: str
    table: str
    sql: str
    indexes: tuple[tuple[str, ...], ...]


def parse(markdown: str) -> Iterator[Section]:
    for part in re.split(r"^## ", markdown, flags=re.MULTILINE)[1:]:
        title = part.splitlines()[0].strip()
        for entry in re.split(r"^### ", part, flags=re.MULTILINE)[1:]:
            if created := re.search(r"```sql\n(CREATE TABLE (\w+).*?)```(.*)", entry, re.DOTALL):
                sql, table, prose = created.groups()
                yield Section(title, table, sql, tuple(listed_indexes(prose)))


def listed_indexes(prose: str) -> Iterator[tuple[str, ...]]:
    """A list means one index each; "Composite:", "Temporal:" and "a+b" mean one over all of them."""
    lines = re.search(r"\*\*Indexes\*\*:([^\n]*)((?:\n +- [^\n]*)*)", prose)
    if lines is None:
        return
    for line in (lines.group(1), *lines.group(2).split("\n")):
        words = line.strip(" -").replace("`", "").replace(" (unique)", "")
        if composite := re.match(r"\w+: \((.*)\)$", words):
            yield tuple(composite.group(1).split(", "))
        elif words and words != "Precedence queries optimized":
            for item in words.split(", "):
                yield ("effective_from", "effective_to") if item == "effective dates" else tuple(item.split("+"))


@pytest.fixture(scope="module")
def sections() -> tuple[Section, ...]:
    return tuple(parse(REFERENCE.read_text("utf-8")))


@pytest.fixture(scope="module")
def reference_url(new_database: Callable[[], str], sections: tuple[Section, ...]) -> str:
    """A database made by the SQL of the reference, and one index for each that its lists name."""
    url = new_database()
    with psycopg.connect(url) as connection:
        for section in sections:
            connection.execute(section.sql)
        connection.execute("ALTER TABLE config_values ADD UNIQUE (config_key, version, persona, agent_id, workflow_id)")
        there = {row[0] for row in connection.execute(INDEXES)}
        for section in sections:
            for columns in section.indexes:
                definition = f"INDEX ON public.{section.table} USING btree ({', '.join(map(quoted, columns))})"
                if not {f"CREATE {definition}", f"CREATE UNIQUE {definition}"} & there:
                    connection.execute(f"CREATE {definition}")
    return url


def quoted(column: str) -> str:
    name, *order = column.split(" ")
    return " ".join([f'"{name}"' if name == "timestamp" else name, *order])


def described(url: str, statement: str) -> set[Any]:
    with psycopg.connect(make_url(url).render_as_string(hide_password=False)) as connection:
        return set(connection.execute(statement).fetchall())


def test_the_reference_is_read_whole(sections: tuple[Section, ...]) -> None:
    assert len(sections) == 42
    by_name = {section.table: section for section in sections}
    assert len(by_name["agents"].indexes) == 7
    assert by_name["business_rules"].indexes[-1] == ("effective_from", "effective_to")
    assert by_name["config_values"].indexes == (
        ("config_key", "persona", "agent_id", "workflow_id", "is_active"),
        ("config_key", "effective_from", "effective_to"),
    )
    assert sum(bool(section.indexes) for section in sections) == 37


def test_tables_and_sections_are_the_reference_s_in_its_order(sections: tuple[Section, ...]) -> None:
    assert [section.table for section in sections] == list(TABLES)
    titles = dict.fromkeys(section.title for section in sections)
    assert {title: tuple(s.table for s in sections if s.title == title) for title in titles} == dict(SECTIONS)


@pytest.mark.parametrize("statement", [COLUMNS, CONSTRAINTS, SEQUENCES], ids=["columns", "constraints", "sequences"])
def test_the_migrated_database_is_what_the_reference_s_sql_makes(
    reference_url: str, migrated_url: str, statement: str
) -> None:
    reference = described(reference_url, statement)
    assert reference
    assert described(migrated_url, statement) == reference


def test_the_migrated_database_has_the_listed_indexes_and_the_scope_index(
    reference_url: str, migrated_url: str
) -> None:
    names = ", ".join(f"'{index.name}'" for index in SEARCH_INDEXES)
    ours = described(migrated_url, f"{INDEXES} AND indexname NOT IN ({names})")
    assert ours - described(reference_url, INDEXES) == {(SCOPE_INDEX,)}
    assert described(reference_url, INDEXES) <= ours


def test_the_check_finds_nothing_but_our_own_additions_missing_in_the_reference_s_database(reference_url: str) -> None:
    database = Database(reference_url)
    differences = check(database).differences
    database.dispose()
    assert [(d.kind, d.table, d.severity) for d in differences] == [
        (Kind.INDEX, "config_values", Severity.MISSING),
        (Kind.SCHEMA, "", Severity.INFO),
        (Kind.TRIGGER, "*", Severity.INFO),
        (Kind.SEARCH_INDEX, "*", Severity.INFO),
    ]
