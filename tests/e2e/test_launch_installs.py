"""`launch.py` with real environments, real pip and real kills, on a project in miniature without a network."""

from __future__ import annotations

import os
import shutil
import signal
from typing import TYPE_CHECKING

import pytest

from tests.e2e.miniature import Miniature

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and named pipes")


WAITING = "Another launch is preparing this folder; waiting for it ...\n"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Miniature:
    """A project after its first start; the first test looks at how that went."""
    made = Miniature.make(tmp_path_factory.mktemp("prepared"))
    code, output, told = made.run("jarvis", "first")
    assert code == 0, told
    assert "started hello ['first']" in output
    assert "package 1 of 1: greeting" in told
    return made


@pytest.fixture
def shared(prepared: Miniature) -> Iterator[Miniature]:
    """The prepared project for a test that changes what is locked; it is put right afterwards."""
    yield prepared
    prepared.lock(greeting="hello", extra="test")
    assert prepared.run("jarvis")[0] == 0


@pytest.fixture
def fresh(tmp_path: Path) -> Miniature:
    return Miniature.make(tmp_path)


def test_the_second_start_installs_nothing(prepared: Miniature, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    code, output, told = prepared.run("jarvis", "db", "status", cwd=tmp_path, PIP_FIND_LINKS="file:///nowhere")
    assert (code, told) == (0, "")
    assert output == f"started hello ['db', 'status'] {tmp_path} {prepared.environment}\n"


def test_other_arguments_go_to_the_window(prepared: Miniature) -> None:
    code, output, told = prepared.run("--offscreen", "--tab", "incidents")
    assert (code, "started hello ['--offscreen', '--tab', 'incidents']" in output) == (0, True), told


def test_the_program_does_not_import_from_where_it_is_started(prepared: Miniature, tmp_path: Path) -> None:
    (tmp_path / "greeting.py").write_text("WORD = 'a stranger'\n", encoding="utf-8")
    code, output, _ = prepared.run("jarvis", cwd=tmp_path, PYTHONPATH=str(tmp_path))
    assert (code, "started hello" in output) == (0, True)


def test_the_version_needs_no_display(prepared: Miniature) -> None:
    code, output, told = prepared.run("--version")
    assert (code, "started hello ['--version']" in output) == (0, True), told


def test_without_a_display_it_names_the_way_out(prepared: Miniature) -> None:
    code, output, told = prepared.run()
    assert (code, output) == (1, "")
    assert "--offscreen --screenshot" in told


def test_a_changed_lock_file_is_followed(shared: Miniature) -> None:
    shared.lock(greeting="welcome", extra="test")
    code, output, told = shared.run("jarvis")
    assert (code, "started welcome" in output) == (0, True), told


def test_two_launches_at_once_install_once(shared: Miniature, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    shared.lock(greeting="welcome", extra="test")
    first = shared.start("jarvis", "first", GATE=str(gate))
    with gate.open("w", encoding="utf-8"):  # opens when the build backend of the first launch waits at it
        second = shared.start("jarvis", "second")
        assert second.stderr is not None
        assert second.stderr.readline() == WAITING
    assert "started welcome ['first']" in first.communicate(timeout=120)[0]
    output, told = second.communicate(timeout=120)
    assert "started welcome ['second']" in output
    assert told == ""


def test_a_killed_installation_recovers_and_a_moved_project_too(fresh: Miniature, tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    killed = fresh.start("jarvis", GATE=str(gate))
    with gate.open("w", encoding="utf-8"):
        os.kill(killed.pid, signal.SIGKILL)
        killed.communicate(timeout=60)
        assert fresh.stamp == "unfinished\n"
        second = fresh.start("jarvis", "second")
        assert second.stderr is not None
        assert second.stderr.readline() == WAITING  # the installer outlived its launch
    output, told = second.communicate(timeout=120)
    assert "started hello ['second']" in output, told

    moved = Miniature(fresh.folder.rename(fresh.folder.with_name("elsewhere")), fresh.index)
    code, output, told = moved.run("test", "-k", "word", JARVIS_DATABASE_URL="postgresql://work/real")
    assert "package 2 of 2: extra" in told
    assert output == f"tested ['-k', 'word'] {moved.folder} offscreen None\n"
    assert code == 3
    assert str(moved.environment) in moved.run("jarvis")[1]


def test_a_package_that_is_not_the_locked_one_is_refused(fresh: Miniature) -> None:
    wheel = next(fresh.index.glob("greeting-*"))
    shutil.copy(next(fresh.index.glob("extra-*")), wheel)
    code, output, told = fresh.run("jarvis")
    assert (code, output) == (1, "")
    assert told.splitlines()[-1].startswith("launch.py: greeting: the downloaded package is not the one")


def test_an_environment_of_somebody_else_is_not_touched(fresh: Miniature) -> None:
    fresh.environment.mkdir()
    (fresh.environment / "letters.txt").write_text("mine", encoding="utf-8")
    code, _, told = fresh.run("jarvis")
    assert code == 1
    assert "was not made by launch.py" in told
    assert [path.name for path in fresh.environment.iterdir()] == ["letters.txt"]
