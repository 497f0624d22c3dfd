"""The check: each kind of difference is found and named, and equal meanings in other words are not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import make_url, text

from jarvis_desktop.db.check import CheckReport, Kind, Severity, check
from jarvis_desktop.db.engine import Database
from jarvis_desktop.db.features import features
from jarvis_desktop.db.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Callable

KEPT, MISSING, DIFFERS, EXTRA, INFO = None, Severity.MISSING, Severity.DIFFERS, Severity.EXTRA, Severity.INFO


def after(database: Database, *statements: str) -> CheckReport:
    """What the check says once these statements have changed the database; undone at the end of the test."""
    with database.write() as session:
        for statement in statements:
            session.execute(text(statement))
    return check(database)


def test_a_migrated_database_does_not_differ(database: Database) -> None:
    report = check(database)
    assert report.differences == ()
    assert (report.ok, report.exit_code) == (True, 0)
    assert report.compared_tables[: len(TABLES)] == tuple(TABLES)
    assert report.compared_columns == 629


def test_the_compared_indexes_name_keys_uniques_and_the_rest(database: Database) -> None:
    compared = {(index.table, index.columns, index.unique) for index in check(database).compared_indexes}
    assert ("users", ("email",), True) in compared
    assert ("sessions", ("expire",), False) in compared
    assert ("agent_versions", ("created_at DESC",), False) in compared
    assert ("business_rules", ("effective_from", "effective_to"), False) in compared
    assert len([index for index in compared if index[0] == "agents" and not index[2]]) == 7


@pytest.mark.parametrize(
    ("statement", "kind", "object_", "severity", "exit_code"),
    [
        ("DROP TABLE errors", Kind.TABLE, "errors", MISSING, 1),
        ("ALTER TABLE errors DROP COLUMN context", Kind.COLUMN, "context", MISSING, 1),
        ("ALTER TABLE errors ADD COLUMN host text NOT NULL DEFAULT 'x'", Kind.COLUMN, "host", EXTRA, 0),
        ("ALTER TABLE errors ALTER COLUMN error_type TYPE varchar(40)", Kind.TYPE, "error_type", DIFFERS, 1),
        ("ALTER TABLE errors ALTER COLUMN created_at TYPE timestamptz", Kind.TYPE, "created_at", DIFFERS, 1),
        ("ALTER TABLE errors ALTER COLUMN error_type DROP NOT NULL", Kind.NULLABILITY, "error_type", DIFFERS, 0),
        ("ALTER TABLE errors ALTER COLUMN created_at DROP DEFAULT", Kind.DEFAULT, "created_at", DIFFERS, 0),
        ("ALTER TABLE errors ALTER COLUMN context SET DEFAULT '{}'", Kind.DEFAULT, "context", DIFFERS, 0),
        ("ALTER TABLE errors ALTER COLUMN id DROP DEFAULT", Kind.DEFAULT, "id", DIFFERS, 0),
        ("ALTER TABLE errors DROP CONSTRAINT errors_pkey", Kind.PRIMARY_KEY, "(id)", MISSING, 1),
        ("ALTER TABLE errors DROP CONSTRAINT errors_user_id_fkey", Kind.FOREIGN_KEY, "(user_id)", MISSING, 1),
        ("ALTER TABLE incidents DROP CONSTRAINT incidents_incident_id_key", Kind.UNIQUE, "(incident_id)", MISSING, 1),
        ("DROP INDEX errors_error_type_idx", Kind.INDEX, "(error_type)", MISSING, 1),
        ("DROP INDEX errors_created_at_idx", Kind.INDEX, "(created_at DESC)", MISSING, 1),
        ("DROP TRIGGER jarvis_changes_update ON errors", Kind.TRIGGER, "live updates", INFO, 0),
        ("ALTER TABLE errors DISABLE TRIGGER jarvis_changes_insert", Kind.TRIGGER, "live updates", INFO, 0),
        ("DROP TABLE desktop.starter_rows", Kind.TABLE, "desktop.starter_rows", MISSING, 1),
    ],
)
def test_each_difference_is_named(
    database: Database, statement: str, kind: Kind, object_: str, severity: Severity, exit_code: int
) -> None:
    report = after(database, statement)
    assert [(d.kind, d.object, d.severity) for d in report.differences] == [(kind, object_, severity)]
    assert report.exit_code == exit_code
    assert report.ok == (severity in {EXTRA, INFO})


def test_another_action_on_delete_is_a_difference(database: Database) -> None:
    (difference,) = after(
        database,
        "ALTER TABLE user_profiles DROP CONSTRAINT user_profiles_user_id_fkey",
        "ALTER TABLE user_profiles ADD FOREIGN KEY (user_id) REFERENCES users (id)",
    ).differences
    assert (difference.kind, difference.severity) == (Kind.FOREIGN_KEY, DIFFERS)
    assert (difference.expected, difference.found) == ("users (id) on delete cascade", "users (id)")


@pytest.mark.parametrize(
    "statements",
    [
        ("ALTER INDEX errors_error_type_idx RENAME TO whatever",),
        ("ALTER TABLE incidents RENAME CONSTRAINT incidents_incident_id_key TO incidents_incident_id_unique",),
        ("DROP INDEX errors_error_type_idx", "CREATE UNIQUE INDEX ON errors (error_type)"),
        ("DROP INDEX errors_error_type_idx", "ALTER TABLE errors ADD UNIQUE (error_type, id)"),
        ("CREATE INDEX ON errors (context)", "CREATE TABLE stock_of_somebody_else (id integer)"),
        ("ALTER TABLE errors ALTER COLUMN created_at SET DEFAULT CURRENT_TIMESTAMP",),
        ("ALTER TABLE errors ALTER COLUMN created_at SET DEFAULT ('now'::text)::timestamp",),
        ("ALTER TABLE incidents ALTER COLUMN status SET DEFAULT 'open'::text",),
        ("ALTER TABLE agents ALTER COLUMN success_rate SET DEFAULT '0'::numeric",),
        ("ALTER TABLE agents ALTER COLUMN success_rate SET DEFAULT 0.0",),
        ("ALTER TABLE agents ALTER COLUMN is_custom SET DEFAULT 'f'",),
        ("ALTER TABLE commercial_property_workflows ALTER COLUMN step_data SET DEFAULT '{ }'::json::jsonb",),
        ("ALTER TABLE tab_configurations ALTER COLUMN persona_access SET DEFAULT '{admin,rachel,john,broker}'",),
        ("CREATE SEQUENCE other_seq", "ALTER TABLE errors ALTER COLUMN id SET DEFAULT nextval('other_seq')"),
    ],
)
def test_the_same_meaning_in_other_words_is_no_difference(database: Database, statements: tuple[str, ...]) -> None:
    assert after(database, *statements).differences == ()


@pytest.mark.parametrize(
    "statements",
    [
        ("DROP INDEX errors_error_type_idx", "CREATE INDEX ON errors (error_type) WHERE user_id IS NULL"),
        ("DROP INDEX errors_error_type_idx", "CREATE INDEX ON errors (error_type DESC)"),
        ("DROP INDEX errors_error_type_idx", "CREATE INDEX ON errors (error_type varchar_pattern_ops)"),
        ("DROP INDEX errors_error_type_idx", "CREATE INDEX ON errors USING hash (error_type)"),
        ("DROP INDEX errors_error_type_idx", "CREATE INDEX ON errors (lower(error_type))"),
        ("DROP INDEX errors_error_type_idx", "CREATE INDEX ON errors (error_type, id)"),
    ],
)
def test_an_index_that_serves_something_else_does_not_count(database: Database, statements: tuple[str, ...]) -> None:
    (difference,) = after(database, *statements).differences
    assert (difference.kind, difference.object) == (Kind.INDEX, "(error_type)")


@pytest.mark.parametrize(
    "expressions",
    [
        "config_key, coalesce(version, 1)",
        """config_key, coalesce(version, 0), coalesce(persona, ''), (persona is null), coalesce(agent_id, -1),
           coalesce(workflow_id, -1), id""",
    ],
)
def test_the_scope_index_is_known_by_its_expressions(database: Database, expressions: str) -> None:
    (difference,) = after(
        database,
        "DROP INDEX config_values_scope_key",
        f"CREATE UNIQUE INDEX config_values_scope_key ON config_values ({expressions})",
    ).differences
    assert difference.kind is Kind.INDEX
    assert difference.expected.startswith("unique (config_key, coalesce(version,0)")


def test_an_empty_database_lacks_42_tables_and_features(new_database: Callable[[], str]) -> None:
    empty = Database(new_database())
    report, offered = check(empty), features(empty)
    empty.dispose()
    assert [d.object for d in report.differences] == [*TABLES, "desktop"]
    assert (report.exit_code, report.compared_tables, report.compared_indexes) == (1, (), ())
    assert not offered.desktop_schema
    assert not offered.live_updates


def test_nothing_but_the_right_to_connect_is_needed(live_database: Database, live_url: str) -> None:
    with live_database.engine.begin() as connection:
        connection.execute(text("CREATE ROLE passer_by LOGIN PASSWORD 'by'; REVOKE USAGE ON SCHEMA public FROM PUBLIC"))
    guest = Database(make_url(live_url).set(username="passer_by", password="by"))
    try:
        report: Any = check(guest)
        assert report.differences == ()
        assert features(guest).live_updates
    finally:
        guest.dispose()
        with live_database.engine.begin() as connection:
            connection.execute(text("DROP ROLE passer_by"))
