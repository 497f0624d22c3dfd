"""Upgrading: an empty database, somebody else's database, two programs at once, and what rights and data forbid."""

from __future__ import annotations

import secrets
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import make_url, text

from jarvis_desktop.core.errors import ConfigurationError, DatabaseUnavailable
from jarvis_desktop.db import migrate
from jarvis_desktop.db.check import check
from jarvis_desktop.db.engine import Database
from jarvis_desktop.db.features import features, live_updates
from jarvis_desktop.db.migrate import UpgradeReport, alembic_config, upgrade
from jarvis_desktop.db.revision import HEAD, REVISIONS, is_current
from jarvis_desktop.db.schema import TABLES
from jarvis_desktop.db.search_indexes import INDEXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Tables as another program makes them: other names of constraints, an index of its own, a column more and one less.
FOREIGN = """
    CREATE TABLE users (
        id varchar PRIMARY KEY NOT NULL, email varchar NOT NULL, first_name varchar, last_name varchar,
        profile_image_url varchar, created_at timestamp DEFAULT CURRENT_TIMESTAMP,
        updated_at timestamp DEFAULT CURRENT_TIMESTAMP, CONSTRAINT users_email_unique UNIQUE (email)
    );
    CREATE TABLE incidents (
        "id" serial PRIMARY KEY NOT NULL, incident_id varchar NOT NULL, title varchar NOT NULL, description text,
        priority varchar DEFAULT 'medium', status varchar DEFAULT 'open', assigned_to varchar, reported_by varchar,
        resolution text, escalation_required varchar, critical_flags jsonb, action_required varchar,
        last_interaction_date timestamp, john_notes text, created_at timestamp DEFAULT now(),
        updated_at timestamp DEFAULT now(), upstream_key varchar,
        CONSTRAINT incidents_incident_id_unique UNIQUE (incident_id)
    );
    CREATE INDEX by_priority ON incidents (priority);
    CREATE INDEX by_status ON incidents (status, id);
    CREATE TABLE config_registry (
        id serial PRIMARY KEY, key varchar(255) NOT NULL UNIQUE, description text NOT NULL, type varchar(50) NOT NULL,
        default_value_jsonb jsonb, scope varchar(50) DEFAULT 'global', category varchar(100) NOT NULL,
        created_at timestamp DEFAULT now(), updated_at timestamp DEFAULT now()
    );
    CREATE TABLE config_values (
        id serial PRIMARY KEY, config_key varchar(255) NOT NULL REFERENCES config_registry (key),
        scope_identifiers jsonb, persona varchar, agent_id integer, workflow_id integer, value jsonb NOT NULL,
        effective_from timestamp DEFAULT now() NOT NULL, effective_to timestamp, version integer DEFAULT 1,
        is_active boolean DEFAULT true, created_by varchar REFERENCES users (id), updated_at timestamp DEFAULT now(),
        UNIQUE (config_key, version, persona, agent_id, workflow_id)
    );
    CREATE TABLE activities (
        id serial PRIMARY KEY, user_id varchar REFERENCES users (id), persona varchar, description text NOT NULL,
        metadata jsonb, created_at timestamp DEFAULT now()
    );
    CREATE TABLE stock_of_somebody_else (id integer);
    INSERT INTO users (id, email) VALUES ('u-1', 'ana@example.com');
    INSERT INTO incidents (incident_id, title, upstream_key) VALUES ('INC-1', 'No sound', 'k');
"""
FOREIGN_TABLES = ("users", "config_registry", "config_values", "incidents", "activities")


def run(url: str, *statements: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else []


@pytest.fixture
def url(new_database: Callable[[], str]) -> str:
    return new_database()


@pytest.fixture
def foreign_url(url: str) -> str:
    run(url, FOREIGN)
    return url


@contextmanager
def opened(url: str) -> Iterator[Database]:
    database = Database(url)
    try:
        yield database
    finally:
        database.dispose()


@contextmanager
def guest(url: str, *grants: str) -> Iterator[str]:
    """The address for a database user that owns nothing and has only these rights (`{role}` in them is the user)."""
    role, password = f"guest_{secrets.token_hex(4)}", secrets.token_hex(8)
    run(url, f"CREATE ROLE {role} LOGIN PASSWORD '{password}'", *(grant.format(role=role) for grant in grants))
    try:
        yield make_url(url).set(username=role, password=password).render_as_string(hide_password=False)
    finally:
        run(url, f"DROP OWNED BY {role} CASCADE", f"DROP ROLE {role}")


def test_an_empty_database_gets_everything(url: str) -> None:
    report = upgrade(url)
    assert report.created_tables == tuple(TABLES)
    assert (report.adopted_tables, report.skipped) == ((), ())
    assert report.created_indexes == tuple(index.name for index in INDEXES)
    assert (report.from_revision, report.to_revision) == (None, HEAD)
    with opened(url) as database:
        assert is_current(database)
        assert check(database).differences == ()
        assert features(database).live_updates
        assert live_updates(database)


def test_a_second_upgrade_changes_nothing(live_url: str) -> None:
    report = upgrade(live_url)
    assert (report.created_tables, report.adopted_tables, report.created_indexes, report.skipped) == ((), (), (), ())
    assert (report.from_revision, report.to_revision) == (HEAD, HEAD)


def test_an_untouched_database_is_not_current(url: str) -> None:
    with opened(url) as database:
        assert not is_current(database)


def test_there_is_one_head_and_the_program_knows_it(migrated: Database) -> None:
    with migrated.engine.connect() as connection:
        scripts = ScriptDirectory.from_config(alembic_config(connection))
    assert scripts.get_heads() == [HEAD]
    assert tuple(script.revision for script in scripts.walk_revisions())[::-1] == REVISIONS


def test_the_migrations_make_what_the_models_say(migrated: Database) -> None:
    with migrated.engine.connect() as connection:
        command.check(alembic_config(connection))


def test_a_table_that_the_models_lack_would_be_noticed(live_database: Database) -> None:
    with live_database.engine.begin() as connection:
        connection.execute(text("ALTER TABLE incidents DROP COLUMN john_notes"))
    with live_database.engine.connect() as connection, pytest.raises(Exception, match="john_notes"):
        command.check(alembic_config(connection))


def test_our_own_additions_can_be_taken_back_and_the_business_tables_cannot(live_url: str) -> None:
    with opened(live_url) as database:
        with database.engine.begin() as connection:
            command.downgrade(alembic_config(connection), "0001")
        assert not features(database).live_updates
        assert not live_updates(database)
        with pytest.raises(NotImplementedError, match="never dropped"), database.engine.begin() as connection:
            command.downgrade(alembic_config(connection), "base")
    assert upgrade(live_url).from_revision == "0001"
    with opened(live_url) as database:
        assert check(database).differences == ()


def test_somebody_else_s_tables_are_adopted_as_they_are(foreign_url: str) -> None:
    columns = "SELECT attname FROM pg_attribute WHERE attrelid = 'incidents'::regclass AND attnum > 0 ORDER BY attnum"
    before = run(foreign_url, columns)
    report = upgrade(foreign_url)
    assert report.adopted_tables == FOREIGN_TABLES
    assert report.created_tables == tuple(name for name in TABLES if name not in FOREIGN_TABLES)
    assert run(foreign_url, columns) == before
    assert run(foreign_url, "SELECT title, upstream_key FROM incidents") == [("No sound", "k")]
    assert run(foreign_url, "SELECT count(*) FROM stock_of_somebody_else") == [(0,)]


def test_adopted_tables_get_the_indexes_that_no_other_index_stands_for(foreign_url: str) -> None:
    report = upgrade(foreign_url)
    mine = [name for name in report.created_indexes if name.startswith("incidents")]
    assert mine[:2] == ["incidents_assigned_to_idx", "incidents_status_idx"]
    assert mine[2:] == [index.name for index in INDEXES if index.table == "incidents"]
    assert "config_values_scope_key" in report.created_indexes
    with opened(foreign_url) as database:
        assert features(database).live_updates


def test_an_index_over_a_missing_column_is_skipped_and_said(foreign_url: str) -> None:
    skipped = upgrade(foreign_url).skipped
    assert [skip.object for skip in skipped] == ["index activities_activity_type_idx", "index activities_contained_idx"]
    assert all("activity_type" in skip.reason and "jarvis db check" in skip.hint for skip in skipped)


def test_duplicate_scopes_keep_the_scope_index_away_until_they_are_gone(foreign_url: str) -> None:
    run(
        foreign_url,
        "INSERT INTO config_registry (key, description, type, category) VALUES ('k', 'd', 'string', 'ui')",
        "INSERT INTO config_values (config_key, value) VALUES ('k', '1'), ('k', '2')",
    )
    report = upgrade(foreign_url)
    (skip,) = [skip for skip in report.skipped if skip.object == "index config_values_scope_key"]
    assert "duplicates" in skip.hint
    assert report.to_revision == HEAD
    run(foreign_url, "DELETE FROM config_values WHERE id = 1")
    assert upgrade(foreign_url).created_indexes == ("config_values_scope_key",)


def test_a_table_without_its_key_column_gets_no_triggers(url: str) -> None:
    run(url, "CREATE TABLE emails (number integer)")
    skipped = {skip.object: skip for skip in upgrade(url).skipped}
    assert skipped["live updates of emails"].reason == "Column “id” is missing"
    run(url, "INSERT INTO emails VALUES (1)")
    with opened(url) as database:
        assert features(database).silent_tables == ("emails",)


def test_a_view_in_place_of_a_table_is_left_alone(url: str) -> None:
    run(url, "CREATE VIEW commands AS SELECT 1 AS id")
    report = upgrade(url)
    assert report.adopted_tables == ("commands",)
    assert "live updates of commands" in {skip.object for skip in report.skipped}


def test_unqualified_names_mean_schema_public_whatever_the_search_path(url: str) -> None:
    name = make_url(url).database
    run(url, "CREATE SCHEMA elsewhere", f'ALTER DATABASE "{name}" SET search_path = elsewhere')
    assert upgrade(url).skipped == ()
    run(url, "DROP TABLE public.errors")
    assert upgrade(url).created_tables == ("errors",)
    assert run(url, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == [(42,)]
    assert run(url, "SELECT count(*) FROM pg_tables WHERE schemaname = 'elsewhere'") == [(0,)]


def test_a_user_without_rights_gets_a_report_and_no_error(url: str) -> None:
    with guest(url) as guest_url:
        run(url, "REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        report = upgrade(guest_url)
        assert (report.created_tables, report.to_revision) == ((), None)
        assert [skip.object for skip in report.skipped] == ["schema desktop", *(f"table {name}" for name in TABLES)]
        assert all("lacks the right" in skip.hint for skip in report.skipped if skip.object in {"schema desktop"})


def test_a_user_who_owns_nothing_adopts_what_rights_allow(foreign_url: str) -> None:
    database = f'GRANT CREATE ON DATABASE "{make_url(foreign_url).database}" TO {{role}}'
    rights = ("GRANT CREATE, USAGE ON SCHEMA public TO {role}", "GRANT REFERENCES ON users, config_registry TO {role}")
    with guest(foreign_url, database, *rights, "GRANT TRIGGER ON incidents TO {role}") as guest_url:
        report = upgrade(guest_url)
        skipped = {skip.object for skip in report.skipped}
        assert (report.from_revision, report.to_revision) == (None, HEAD)
        assert len(report.created_tables) == 37
        assert {"index incidents_status_idx", "live updates of users"} <= skipped
        assert "live updates of incidents" not in skipped
        with opened(guest_url) as as_guest:
            assert features(as_guest).silent_tables == tuple(n for n in FOREIGN_TABLES if n != "incidents")
        # The owner completes it later.
        assert "index incidents_status_idx" not in {skip.object for skip in upgrade(foreign_url).skipped}


def test_a_user_who_may_not_read_the_revision_is_told_so(live_url: str) -> None:
    with guest(live_url) as guest_url:
        report = upgrade(guest_url)
        assert (report.from_revision, report.to_revision) == (None, None)
        assert [skip.object for skip in report.skipped] == ["schema desktop"]


def test_two_programs_may_upgrade_at_once(url: str) -> None:
    together = Barrier(2)

    def one() -> UpgradeReport:
        together.wait(timeout=10)
        return upgrade(url)

    with ThreadPoolExecutor(2) as pool:
        reports = [future.result() for future in [pool.submit(one), pool.submit(one)]]
    assert sorted(len(report.created_tables) for report in reports) == [0, 42]
    assert {report.from_revision for report in reports} == {None, HEAD}
    assert all(report.skipped == () for report in reports)


def test_a_table_in_use_is_skipped_and_not_waited_for_long(foreign_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrate, "_WAIT_FOR_TABLES", "50ms")
    with psycopg.connect(foreign_url) as other:
        other.execute("LOCK TABLE incidents IN ROW EXCLUSIVE MODE")
        report = upgrade(foreign_url)
    (skip, *_) = [skip for skip in report.skipped if skip.object == "index incidents_status_idx"]
    assert "quieter" in skip.hint
    assert "incidents_status_idx" in upgrade(foreign_url).created_indexes


def test_a_program_that_upgrades_for_ever_is_not_waited_for(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrate, "_WAIT_FOR_OTHERS", "50ms")
    with psycopg.connect(url) as other:
        other.execute("SELECT pg_advisory_xact_lock(%s)", [migrate._LOCK])
        with pytest.raises(DatabaseUnavailable, match="Another program"):
            upgrade(url)


def test_a_database_of_a_newer_program_is_left_alone(live_url: str) -> None:
    run(live_url, "UPDATE desktop.alembic_version SET version_num = '9999'", "DROP TABLE errors")
    with pytest.raises(ConfigurationError, match="newer version"):
        upgrade(live_url)
    assert run(live_url, "SELECT to_regclass('public.errors')") == [(None,)]


def test_a_table_that_was_dropped_comes_back_with_its_indexes_and_triggers(live_url: str) -> None:
    run(live_url, "DROP TABLE errors", "DROP TABLE desktop.starter_rows", "DROP TRIGGER jarvis_changes_update ON users")
    report = upgrade(live_url)
    assert report.created_tables == ("errors",)
    with opened(live_url) as database:
        assert check(database).differences == ()


def test_an_unreachable_server_is_one_sentence() -> None:
    with pytest.raises(DatabaseUnavailable):
        upgrade("postgresql://nobody@127.0.0.1:1/nothing")
