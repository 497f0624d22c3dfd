"""The whole program over a database with the starter data."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg
import pytest

from jarvis_desktop.app.faults import FaultLog
from jarvis_desktop.app.opening import Opening
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.app.settings import Settings
from ui.app.hooks import FaultDesk
from ui.app.program import Program
from ui.core.tasks import TaskRunner
from ui.shell.memory import WindowMemory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.core.theme import Theme


@pytest.fixture
def psql(stocked_url: str) -> Iterator[psycopg.Connection]:
    """Another client of the same database, as somebody with psql."""
    with psycopg.connect(stocked_url, autocommit=True) as connection:
        yield connection


@pytest.fixture
def start(stocked_url: str, tmp_path: Path, qtbot: QtBot, theme: Theme) -> Iterator[Callable[[str], Program]]:
    """Starts the program as a persona and waits for its tabs."""
    programs: list[Program] = []
    paths = Paths(tmp_path / "data", tmp_path / "config", tmp_path / "logs")

    def run(persona: str) -> Program:
        tasks = TaskRunner()
        desk = FaultDesk(tasks, FaultLog(paths.log_dir))
        opening = Opening(Settings(database_url=stocked_url), paths)
        program = Program(opening, tasks, desk, theme, WindowMemory(None), persona)
        programs.append(program)
        qtbot.addWidget(program.window)
        program.window.show()
        qtbot.waitUntil(lambda: program.workspace.view is not None and tasks.pending == 0, timeout=20_000)
        return program

    yield run
    for program in programs:
        program.window.hide()
        program.close()
        program.deleteLater()
