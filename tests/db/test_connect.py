"""Opening: the embedded database prepares itself once, somebody else's stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from jarvis_desktop.app.connect import Mode, connected
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.app.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths(tmp_path / "data", tmp_path / "config", tmp_path / "logs")


def ignore(_text: str) -> None:
    """Notices of the opening are not looked at here."""


def count(url: str, table: str) -> int:
    with psycopg.connect(url) as connection:
        row = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert row is not None
    return int(row[0])


def test_the_embedded_database_gets_its_tables_and_samples_once(paths: Paths) -> None:
    with connected(Settings(), paths, notice=ignore) as first:
        assert first.mode is Mode.EMBEDDED
        assert first.announces_changes()
        samples = count(first.url, "incidents")
        assert samples > 0
        with psycopg.connect(first.url, autocommit=True) as connection:
            connection.execute("DELETE FROM incidents WHERE id = (SELECT min(id) FROM incidents)")
    with connected(Settings(), paths, notice=ignore) as second:
        assert count(second.url, "incidents") == samples - 1
        second.reset_sample_data()
        assert count(second.url, "incidents") == samples


def test_samples_that_were_wanted_and_never_loaded_come_with_the_next_start(paths: Paths) -> None:
    with connected(Settings(), paths, notice=ignore, starter=False) as first:
        assert count(first.url, "incidents") == 0
    with connected(Settings(), paths, notice=ignore) as second:
        assert count(second.url, "incidents") == 0
    (paths.data_dir / "sample-data.wanted").touch()
    with connected(Settings(), paths, notice=ignore) as third:
        assert count(third.url, "incidents") > 0
    assert not (paths.data_dir / "sample-data.wanted").exists()


def test_a_newer_program_renews_what_nobody_edited(paths: Paths) -> None:
    """As an older program left it: its rows of the registry know fewer properties, and no version is remembered."""
    asked = "SELECT props <> '{}' FROM ui_component_registry WHERE component_name = 'record_table'"
    with connected(Settings(), paths, notice=ignore) as first, psycopg.connect(first.url, autocommit=True) as psql:
        told: list[str] = []
        with connected(Settings(), paths, notice=told.append):
            assert "Renewing the sample data." not in told
        psql.execute("DELETE FROM desktop.starter_rows WHERE table_name = ''")
        psql.execute("UPDATE ui_component_registry SET props = '{}' WHERE component_name = 'record_table'")
        psql.execute(
            "UPDATE desktop.starter_rows SET content_hash = (SELECT encode(sha256(convert_to("
            "(to_jsonb(t) - ARRAY['id', 'created_at', 'updated_at'])::text, 'UTF8')), 'hex')"
            " FROM ui_component_registry AS t WHERE component_name = 'record_table')"
            " WHERE table_name = 'ui_component_registry' AND natural_key LIKE '%record_table%'"
        )
        with connected(Settings(), paths, notice=told.append):
            assert psql.execute(asked).fetchone() == (True,)
        assert told.count("Renewing the sample data.") == 1


def test_a_database_named_by_url_is_left_as_it_is(new_database: Callable[[], str], paths: Paths) -> None:
    url = new_database()
    with connected(Settings(database_url=url), paths, notice=ignore) as connection:
        assert connection.mode is Mode.SERVER
        assert not connection.announces_changes()
    assert count(url, "pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')") == 0
