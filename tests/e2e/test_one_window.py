"""One window for each person and database, by real processes: handing over, a crash, pictures that talk to nobody."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from threading import Event
from typing import TYPE_CHECKING

import pytest

from jarvis_desktop.app.instance import Instance
from jarvis_desktop.app.paths import Paths
from tests.e2e.test_table_session import CHECKOUT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

LINK = "jarvis://incident/INC-35"


@pytest.fixture
def begin(stocked_url: str, tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """Starts the program over one database and home."""
    begun: list[subprocess.Popen[bytes]] = []
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "JARVIS_HOME": str(tmp_path)}

    def start(*arguments: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "ui", "--database-url", stocked_url, *arguments]
        process = subprocess.Popen(command, cwd=CHECKOUT, env=environment, stderr=subprocess.DEVNULL)
        begun.append(process)
        return process

    yield start
    for process in begun:
        if process.poll() is None:
            process.terminate()
        process.wait(timeout=30)


def place_of(url: str, home: Path) -> Instance:
    return Instance(Paths(home / "data", home / "config", home / "logs"), url)


def wait_until_held(place: Instance) -> None:
    deadline = time.monotonic() + 30
    while place.begin():
        place.end()
        assert time.monotonic() < deadline
        Event().wait(0.02)  # another process takes the place


def test_a_second_start_hands_over_and_a_crash_locks_nobody_out(
    begin: Callable[..., subprocess.Popen[bytes]], stocked_url: str, tmp_path: Path
) -> None:
    place = place_of(stocked_url, tmp_path)
    first = begin()
    wait_until_held(place)
    assert begin(LINK).wait(timeout=30) == 0
    assert begin("--tab", "incidents").wait(timeout=30) == 0
    assert first.poll() is None
    picture = tmp_path / "picture.png"
    assert begin("--offscreen", "--screenshot", str(picture)).wait(timeout=60) == 0
    assert picture.exists()
    first.kill()
    first.wait()
    second = begin(LINK)
    wait_until_held(place)
    assert begin().wait(timeout=30) == 0
    assert second.poll() is None
    own = begin("--new-window")
    assert begin(LINK).wait(timeout=30) == 0
    assert own.poll() is None


@pytest.mark.parametrize("text", ["INC-35", "https://example.com", "--jarvis"])
def test_what_is_no_link_is_a_usage_error(begin: Callable[..., subprocess.Popen[bytes]], text: str) -> None:
    assert begin("--", text).wait(timeout=30) == 2
