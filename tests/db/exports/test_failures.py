"""What goes wrong in the middle of an export: said in words, and nothing half written is left."""

from __future__ import annotations

import os
import resource
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from jarvis_desktop.core.cancel import Cancellation
from jarvis_desktop.core.errors import DatabaseUnavailable, JarvisError
from jarvis_desktop.exports.types import ExportCancelled, ExportFailed, ExportFormat, FileExists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.db.exports.conftest import Exports

ROWS = 20_000
FORMATS = list(ExportFormat)


@pytest.fixture
def others(live_url: str) -> Iterator[psycopg.Connection]:
    """Somebody else's connection."""
    with psycopg.connect(live_url, autocommit=True) as connection:
        yield connection


@pytest.fixture
def many(exports: Exports) -> Exports:
    """Far more than fits into what a connection holds back: about 40 MB."""
    exports.run("ALTER TABLE incidents ADD ballast text")
    exports.run(f"""INSERT INTO incidents (incident_id, title, ballast)
        SELECT 'I-' || g, 'Fault', repeat(g::text || ' ', 300) FROM generate_series(1, {ROWS}) g""")
    return exports


@pytest.mark.parametrize("form", FORMATS)
def test_a_server_that_goes_away_leaves_no_file(many: Exports, others: psycopg.Connection, form: ExportFormat) -> None:
    told: list[int] = []

    def end_all(rows: int) -> None:
        told.append(rows)
        others.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )

    with pytest.raises(DatabaseUnavailable) as failure:
        many.service.export(many.everything(format=form), progress=end_all)
    assert failure.value.title == "Not exported"
    assert "No file was written" in failure.value.message
    assert 0 < told[0] < ROWS
    assert not list(many.folder.iterdir())
    assert many.service.export(many.everything(format=form)).rows == ROWS


@pytest.mark.parametrize("form", FORMATS)
def test_a_cancelled_export_leaves_no_file_and_no_statement(
    many: Exports, others: psycopg.Connection, form: ExportFormat
) -> None:
    wanted = Cancellation()
    old = many.folder / "all.csv"
    old.write_text("of yesterday")
    with pytest.raises(ExportCancelled):
        many.service.export(
            many.everything(format=form, replace=True), progress=lambda _rows: wanted.cancel(), wanted=wanted
        )
    assert [file.name for file in many.folder.iterdir()] == ["all.csv"]
    assert old.read_text() == "of yesterday"
    running = (
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE datname = current_database() AND query LIKE 'COPY%' AND state = 'active'"
    )
    patience = time.monotonic() + 20
    while others.execute(running).fetchone() != (0,):
        assert time.monotonic() < patience


def test_cancelling_ends_a_wait_on_the_server(exports: Exports, others: psycopg.Connection, live_url: str) -> None:
    wanted = Cancellation()
    ended: list[JarvisError] = []

    def work() -> None:
        try:
            exports.service.export(exports.everything(), wanted=wanted)
        except JarvisError as error:
            ended.append(error)

    exports.tables.tables()
    with psycopg.connect(live_url) as holder:
        holder.execute("LOCK TABLE incidents")
        worker = threading.Thread(target=work)
        worker.start()
        waiting = (
            "SELECT count(*) FROM pg_locks JOIN pg_database d ON d.oid = database"
            " WHERE NOT granted AND datname = current_database()"
        )
        while others.execute(waiting).fetchone() == (0,):
            assert worker.is_alive()
        wanted.cancel()
        worker.join(timeout=10)
        assert not worker.is_alive()
    assert isinstance(ended[0], ExportCancelled)
    assert not list(exports.folder.iterdir())


@pytest.mark.parametrize("form", FORMATS)
def test_a_full_disk_leaves_nothing(many: Exports, form: ExportFormat) -> None:
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
    try:
        with pytest.raises(ExportFailed, match="no room left"):
            many.service.export(many.everything(format=form))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    assert not list(many.folder.iterdir())


def test_rows_are_of_one_instant(many: Exports, others: psycopg.Connection) -> None:
    def change(_rows: int) -> None:
        others.execute("DELETE FROM incidents WHERE id > 15000")
        others.execute("UPDATE incidents SET title = 'Other' WHERE id BETWEEN 10000 AND 10100")

    exported = many.service.export(many.everything(), progress=change)
    assert exported.rows == ROWS
    assert "Other" not in exported.file.read_text("utf-8")


def test_a_file_that_is_there_is_replaced_only_when_asked(exports: Exports) -> None:
    file = exports.folder / "all.csv"
    file.write_text("of yesterday")
    with pytest.raises(FileExists, match=r"“all\.csv” is there already"):
        exports.service.export(exports.everything())
    assert file.read_text() == "of yesterday"
    assert exports.service.export(exports.everything(replace=True)).file == file
    assert file.read_text("utf-8-sig").startswith("ID,")
    assert file.stat().st_mode & 0o444 == 0o444
    assert [each.name for each in exports.folder.iterdir()] == ["all.csv"]


def test_a_file_that_cannot_be_replaced_keeps_the_export_beside_it(many: Exports) -> None:
    def put_in_the_way(_rows: int) -> None:
        (many.folder / "all.csv").mkdir(exist_ok=True)

    exported = many.service.export(many.everything(replace=True), progress=put_in_the_way)
    assert exported.beside
    assert exported.file.name == "all (2).csv"
    assert exported.rows == ROWS


def test_a_link_is_followed(exports: Exports) -> None:
    (exports.folder / "real").mkdir()
    (exports.folder / "all.csv").symlink_to(exports.folder / "real" / "rows.csv")
    exports.service.export(exports.everything(replace=True))
    assert (exports.folder / "all.csv").is_symlink()
    assert (exports.folder / "real" / "rows.csv").read_text("utf-8-sig").startswith("ID,")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nowhere/all.csv", "There is no folder"),
        ("x" * 300 + ".csv", "name of the file is too long"),
        ("", "is a folder"),
    ],
)
def test_places_that_cannot_be_are_said(exports: Exports, name: str, words: str) -> None:
    with pytest.raises(ExportFailed, match=words):
        exports.service.export(exports.everything(name))
    assert not list(exports.folder.iterdir())


def test_a_folder_without_the_right_to_write_is_said(exports: Exports) -> None:
    folder = Path("/sys/kernel") if os.geteuid() == 0 else exports.folder / "closed"
    if not folder.exists():
        folder.mkdir(mode=0o500)
    with pytest.raises(ExportFailed, match="does not let you write"):
        exports.service.export(exports.everything(str(folder / "all.csv")))
