"""Backups: one instant, checked before anything is touched, all or nothing."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from sqlalchemy import text

from jarvis_desktop.core.errors import ConfigurationError, JarvisError
from jarvis_desktop.db.backup.restore import restore
from jarvis_desktop.db.backup.write import back_up
from jarvis_desktop.db.engine import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jarvis_desktop.db.transfer.types import Progress

ROWS = """
INSERT INTO users (id, email) VALUES ('mara', 'mara@example.org');
INSERT INTO agent_executions (execution_id, persona, command) VALUES ('run', 'admin', E'tab\\tline\\nquote"\\\\');
INSERT INTO agent_execution_steps (id, execution_id, step_order, layer, agent_name, agent_type, action, parent_step_id)
VALUES (5, 'run', 1, 'Role', 'a', 't', 'x', 9), (9, 'run', 2, 'Role', 'b', 't', 'y', NULL);
INSERT INTO incidents (incident_id, title, critical_flags, created_at)
SELECT 'INC-' || n, 'Zürich ☃ ' || n, jsonb_build_object('n', n, 'pi', 3.14159265358979323846264338327950288),
       'infinity' FROM generate_series(1, 500) n;
INSERT INTO tab_configurations (tab_key, tab_name, tab_type, persona_access) VALUES ('t', 't', 't', ARRAY['a', NULL]);
INSERT INTO agents (name, layer, success_rate) VALUES ('a', 'Role', 'NaN');
INSERT INTO desktop.imported_rows (table_name, row_hash, row_id) VALUES ('activities', 'h', '1');
"""


def fill(database: Database) -> None:
    with database.write() as session:
        for statement in ROWS.split(";\n"):
            if statement.strip():
                session.connection().exec_driver_sql(statement)


def value(database: Database, statement: str) -> Any:
    with database.read() as session:
        return session.scalar(text(statement))


def everything(database: Database) -> dict[str, list[str]]:
    with database.read() as session:
        names = session.scalars(
            text(
                "SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname IN ('public', 'desktop')"
            )
        ).all()
        return {name: list(session.scalars(text(f"SELECT t::text FROM {name} t ORDER BY 1"))) for name in sorted(names)}


@pytest.fixture
def empty(second_url: str) -> Iterator[Database]:
    database = Database(second_url)
    yield database
    database.dispose()


@pytest.fixture
def saved(live_database: Database, tmp_path: Path) -> Path:
    fill(live_database)
    back_up(live_database, tmp_path / "jarvis.backup")
    return tmp_path / "jarvis.backup"


def test_everything_comes_back(live_database: Database, empty: Database, tmp_path: Path) -> None:
    fill(live_database)
    written = back_up(live_database, tmp_path / "b")
    assert written.rows["incidents"] == 500
    assert written.bytes == (tmp_path / "b").stat().st_size
    report = restore(empty, tmp_path / "b")
    assert report.rows["incidents"] == 500
    assert report.rows["desktop.imported_rows"] == 1
    assert not report.replaced
    assert everything(empty) == everything(live_database)
    with empty.write() as session:
        following = session.scalar(text("INSERT INTO incidents (incident_id, title) VALUES ('x', 'x') RETURNING id"))
    assert following == value(live_database, "SELECT max(id) + 1 FROM incidents")


def test_rows_that_are_there_are_replaced_only_when_asked(saved: Path, live_database: Database) -> None:
    before = everything(live_database)
    with live_database.write() as session:
        session.execute(text("UPDATE incidents SET title = 'changed' WHERE id < 100"))
        session.execute(text("INSERT INTO activities (activity_type, description) VALUES ('a', 'd')"))
    changed = everything(live_database)
    with pytest.raises(ConfigurationError, match="holds rows already") as caught:
        restore(live_database, saved)
    assert "--replace" in caught.value.hint
    assert everything(live_database) == changed
    assert restore(live_database, saved, replace=True).replaced
    assert everything(live_database) == before


def test_a_backup_is_of_one_instant(live_database: Database, empty: Database, tmp_path: Path) -> None:
    fill(live_database)
    others: list[str] = []

    def write_meanwhile(progress: Progress) -> None:
        others.append(progress.table)
        with live_database.write() as session:
            session.execute(text("INSERT INTO users (id, email) VALUES (:n, :n)"), {"n": f"late{len(others)}"})
            session.execute(
                text("INSERT INTO activities (user_id, activity_type, description) VALUES (:n, 'a', 'd')"),
                {"n": f"late{len(others)}"},
            )

    back_up(live_database, tmp_path / "b", write_meanwhile)
    restore(empty, tmp_path / "b")
    assert value(empty, "SELECT count(*) FROM users") == 1
    assert value(empty, "SELECT count(*) FROM activities") == 0
    assert value(live_database, "SELECT count(*) FROM users") == 1 + len(others)


@pytest.mark.parametrize("part", [0, 10, 0.3, 0.9, 0.999])
def test_a_truncated_file_is_refused(saved: Path, empty: Database, part: float) -> None:
    whole = saved.read_bytes()
    saved.write_bytes(whole[: int(part) if part > 1 else int(len(whole) * part)])
    with pytest.raises(ConfigurationError, match="not a backup of this program"):
        restore(empty, saved)


def test_a_damaged_file_is_refused_before_anything_is_touched(saved: Path, live_database: Database) -> None:
    before = everything(live_database)
    with zipfile.ZipFile(saved) as archive:
        info = archive.getinfo("public/incidents.copy")
    whole = bytearray(saved.read_bytes())
    place = info.header_offset + 200
    whole[place] ^= 0xFF
    saved.write_bytes(whole)
    with pytest.raises(ConfigurationError, match="damaged: the rows of “incidents”"):
        restore(live_database, saved, replace=True)
    assert everything(live_database) == before


@pytest.mark.parametrize(
    ("manifest", "message"),
    [
        (None, "not a backup"),
        ("[]", "not a backup"),
        ("{", "not a backup"),
        ('{"format": "jarvis-desktop-backup", "version": 2}', "newer version"),
        ('{"format": "jarvis-desktop-backup", "version": 1}', "table of contents"),
        (
            """{"format": "jarvis-desktop-backup", "version": 1, "taken_at": "", "program": "", "server": "",
            "revision": "9999", "tables": [], "sequences": []}""",
            "does not know",
        ),
    ],
)
def test_other_files_are_refused(empty: Database, tmp_path: Path, manifest: str | None, message: str) -> None:
    path = tmp_path / "b"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("other", "x")
        if manifest is not None:
            archive.writestr("manifest.json", manifest)
    with pytest.raises(ConfigurationError, match=message):
        restore(empty, path)


def test_a_missing_file_and_a_folder(empty: Database, live_database: Database, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="There is no file"):
        restore(empty, tmp_path / "none")
    with pytest.raises(ConfigurationError, match="cannot be read"):
        restore(empty, tmp_path)
    with pytest.raises(ConfigurationError, match="cannot be written"):
        back_up(live_database, tmp_path / "no folder" / "b")


def test_a_backup_that_breaks_off_leaves_the_older_file(live_database: Database, saved: Path) -> None:
    before = saved.read_bytes()

    def interrupt(_: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        back_up(live_database, saved, interrupt)
    assert saved.read_bytes() == before
    assert list(saved.parent.iterdir()) == [saved]


def test_a_restore_that_breaks_off_changes_nothing(live_database: Database, saved: Path) -> None:
    with live_database.write() as session:
        session.execute(text("UPDATE incidents SET title = 'changed'"))
    before = everything(live_database)

    def interrupt(progress: Progress) -> None:
        if progress.table == "incidents":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        restore(live_database, saved, interrupt, replace=True)
    assert everything(live_database) == before


def test_tables_that_do_not_fit_are_told(empty: Database, saved: Path) -> None:
    with empty.write() as session:
        session.execute(text("ALTER TABLE incidents DROP COLUMN john_notes"))
    with pytest.raises(ConfigurationError, match="“incidents” has no column “john_notes”"):
        restore(empty, saved)
    with empty.write() as session:
        session.execute(text("DROP TABLE incidents"))
    with pytest.raises(ConfigurationError, match="no table “incidents”"):
        restore(empty, saved)


def test_rows_that_the_database_refuses_are_told_and_undone(empty: Database, saved: Path) -> None:
    with empty.write() as session:
        session.execute(text("ALTER TABLE incidents ADD CHECK (id < 100)"))
    with pytest.raises(JarvisError, match="The rows of “incidents” do not fit"):
        restore(empty, saved)
    assert value(empty, "SELECT count(*) FROM users") == 0


def test_a_database_in_use_is_told(
    saved: Path, live_database: Database, live_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jarvis_desktop.db.backup.restore._LOCK_WAIT", "50ms")
    with psycopg.connect(live_url) as other:
        other.execute("UPDATE incidents SET title = 'typing' WHERE id = 1")
        with pytest.raises(ConfigurationError, match="in use by another program"):
            restore(live_database, saved, replace=True)


def test_the_window_is_told_of_a_restore(saved: Path, empty: Database) -> None:
    with psycopg.connect(empty.url.set(drivername="postgresql").render_as_string(hide_password=False)) as listening:
        listening.autocommit = True
        listening.execute("LISTEN jarvis_changes")
        restore(empty, saved)
        heard = [notify.payload for notify in listening.notifies(timeout=5, stop_after=1)]
        heard += [notify.payload for notify in listening.notifies(timeout=0)]
    assert any('"incidents"' in payload for payload in heard)
