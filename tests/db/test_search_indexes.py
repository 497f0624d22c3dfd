"""The indexes for texts: made by an upgrade, a feature to the check, used by statements, safe for huge texts."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import make_url, text

from jarvis_desktop.db.check import Kind, Severity, check
from jarvis_desktop.db.features import features
from jarvis_desktop.db.migrate import upgrade
from jarvis_desktop.db.reference import COLUMNS
from jarvis_desktop.db.revision import is_current
from jarvis_desktop.db.schema import TABLES
from jarvis_desktop.db.search_indexes import (
    CONTAINED,
    INDEXES,
    LONGEST_TEXT,
    ORDERS,
    PARTIAL_ORDERS,
    RETIRED,
    WORDS,
    words_expression,
)

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

TEN_MEGABYTES = 10 << 20


def plan(database: Database, condition: str) -> str:
    """How the server would answer the condition if reading the whole table, or a whole order, were dear."""
    with database.read() as session:
        for way in ("seqscan", "indexscan", "indexonlyscan"):
            session.execute(text(f"SET LOCAL enable_{way} = off"))
        return "\n".join(session.scalars(text(f"EXPLAIN SELECT id FROM incidents WHERE {condition}")))


def test_they_are_over_columns_of_the_reference() -> None:
    for table, columns in {**CONTAINED, **WORDS}.items():
        assert set(columns) <= set(COLUMNS[table])
    for table, columns in CONTAINED.items():
        assert {TABLES[table].c[column].type.python_type for column in columns} == {str}
    for table, orders in ORDERS.items():
        assert {term.split()[0] for order in orders for term in order} <= set(COLUMNS[table])
        assert table in CONTAINED
    for table, partial in PARTIAL_ORDERS.items():
        assert {term.split()[0] for _, order in partial for term in order} <= set(COLUMNS[table])
        assert {part.column for part, _ in partial} <= set(COLUMNS[table])
    assert len({index.name for index in INDEXES}) == len(INDEXES)
    assert not {index.name for index in INDEXES} & set(RETIRED)
    assert all(len(index.name) < 64 for index in INDEXES)


def test_a_database_without_one_is_no_fault_and_not_current(database: Database) -> None:
    with database.write() as session:
        session.execute(text("DROP INDEX incidents_words_idx"))
    report = check(database)
    (missing,) = report.differences
    assert (missing.kind, missing.table, missing.severity) == (Kind.SEARCH_INDEX, "incidents", Severity.INFO)
    assert report.ok
    assert features(database).slow_tables == ("incidents",)
    assert not is_current(database)


def test_an_upgrade_adds_what_is_missing(live_database: Database, live_url: str) -> None:
    with live_database.write() as session:
        session.execute(text("DROP EXTENSION pg_trgm CASCADE"))
        session.execute(text("DROP INDEX emails_words_idx"))
    assert set(features(live_database).slow_tables) == set(CONTAINED)
    made = upgrade(live_url).created_indexes
    assert set(made) == {index.name for index in INDEXES if index.trigrams} | {"emails_words_idx"}
    assert is_current(live_database)
    assert features(live_database).slow_tables == ()


def test_an_upgrade_takes_away_those_of_older_versions(live_database: Database, live_url: str) -> None:
    with live_database.write() as session:
        session.execute(text("CREATE INDEX incidents_by_priority_idx ON incidents (priority, id)"))
        session.execute(text("CREATE INDEX somebody_else_s_idx ON incidents (priority, id)"))
        session.execute(text("DROP INDEX incidents_open_by_priority_created_at_idx"))
    assert not is_current(live_database)
    upgrade(live_url)
    with live_database.read() as session:
        names = set(session.scalars(text("SELECT indexname FROM pg_indexes WHERE tablename = 'incidents'")))
    assert "somebody_else_s_idx" in names
    assert names.isdisjoint(RETIRED)
    assert "incidents_open_by_priority_created_at_idx" in names


def test_the_extension_may_be_in_another_schema(live_database: Database, live_url: str) -> None:
    with live_database.write() as session:
        session.execute(text("DROP EXTENSION pg_trgm CASCADE"))
        session.execute(text("CREATE SCHEMA extensions"))
        session.execute(text("CREATE EXTENSION pg_trgm SCHEMA extensions"))
    report = upgrade(live_url)
    assert report.skipped == ()
    assert "incidents_contained_idx" in report.created_indexes


def test_without_the_right_to_create_the_extension_the_rest_is_made(live_database: Database, live_url: str) -> None:
    role, password = f"owner_{secrets.token_hex(4)}", secrets.token_hex(8)
    with live_database.write() as session:
        for statement in (
            f"CREATE ROLE {role} LOGIN PASSWORD '{password}'",
            "DROP EXTENSION pg_trgm CASCADE",
            "DROP INDEX emails_words_idx",
            f"GRANT ALL ON SCHEMA desktop, public TO {role}",
            f"GRANT ALL ON ALL TABLES IN SCHEMA desktop TO {role}",
            f"ALTER TABLE emails OWNER TO {role}",
        ):
            session.execute(text(statement))
    try:
        report = upgrade(make_url(live_url).set(username=role, password=password).render_as_string(hide_password=False))
        assert [skip.object for skip in report.skipped] == ["extension pg_trgm"]
        assert "lacks the right" in report.skipped[0].hint
        assert report.created_indexes == ("emails_words_idx",)
    finally:
        with live_database.write() as session:
            session.execute(text("ALTER TABLE emails OWNER TO CURRENT_USER"))
            session.execute(text(f"DROP OWNED BY {role}"))
            session.execute(text(f"DROP ROLE {role}"))


@pytest.mark.parametrize("column", CONTAINED["incidents"])
def test_a_part_of_any_text_is_found_by_the_index(database: Database, column: str) -> None:
    assert "incidents_contained_idx" in plan(database, f"{column} ILIKE '%printer%'")


def test_a_quick_text_over_all_texts_is_found_by_one_index(database: Database) -> None:
    answered = plan(database, " OR ".join(f"{column} ILIKE '%printer%'" for column in CONTAINED["incidents"]))
    assert answered.count("Bitmap Index Scan on incidents_contained_idx") == len(CONTAINED["incidents"])


def test_words_are_found_by_the_index(database: Database) -> None:
    condition = f"{words_expression('incidents')} @@ to_tsquery('pg_catalog.simple', 'print:* & inc')"
    assert "Bitmap Index Scan on incidents_words_idx" in plan(database, condition)


@pytest.mark.parametrize(
    "huge",
    [
        "x" * TEN_MEGABYTES,
        "lorem ipsum dolor " * (TEN_MEGABYTES // 18),
        " ".join(f"{number:x}" for number in range(TEN_MEGABYTES // 6)),
        "".join(f"{chr(0x1F300 + number % 700)} " for number in range(TEN_MEGABYTES // 5)),
        "ab-cd/ef@gh.ij:" * (TEN_MEGABYTES // 15),
    ],
    ids=["one word", "few words", "many words", "emoji", "separators"],
)
def test_ten_megabytes_in_every_text_are_stored(database: Database, huge: str) -> None:
    with database.write() as session:
        session.execute(
            text("INSERT INTO incidents (incident_id, title, description) VALUES ('INC-1', 'Huge', :huge)"),
            {"huge": huge},
        )
        stored: Any = session.scalar(text("SELECT length(description) FROM incidents"))
    assert stored == len(huge)


def test_the_words_of_as_many_long_texts_as_there_are_fit(database: Database) -> None:
    """Distinct words of four bytes a letter: the most bytes that so many characters can make."""
    words = " ".join(chr(0x20000 + number % 40_000) + chr(0x20000 + number // 40_000) for number in range(LONGEST_TEXT))
    # The documented B-trees over these two take 2,700 bytes, whatever we add.
    columns = [column for column in WORDS["incidents"] if column not in {"incident_id", "assigned_to"}]
    shifted = {column: words[place:] for place, column in enumerate(columns)}
    values = ", ".join(f":{column}" for column in columns)
    with database.write() as session:
        session.execute(
            text(f"INSERT INTO incidents (incident_id, {', '.join(columns)}) VALUES ('INC-1', {values})"), shifted
        )
        assert session.scalar(text("SELECT count(*) FROM incidents")) == 1
