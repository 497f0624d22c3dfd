"""The whole program over a database with the starter data."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import psycopg
import pytest

from jarvis_desktop.app.faults import FaultLog
from jarvis_desktop.app.opening import Opening
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.app.settings import Settings
from tests.ui.app.seat import Seat
from ui.app.hooks import FaultDesk
from ui.app.program import Program
from ui.core.tasks import TaskRunner
from ui.shell.main_window import MainWindow
from ui.shell.memory import WindowMemory

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from ui.core.theme import Theme


SETTINGS = Settings()


@pytest.fixture
def psql(stocked_url: str) -> Iterator[psycopg.Connection]:
    """Another client of the same database, as somebody with psql."""
    with psycopg.connect(stocked_url, autocommit=True) as connection:
        yield connection


@pytest.fixture
def start(stocked_url: str, tmp_path: Path, qtbot: QtBot, theme: Theme) -> Iterator[Callable[..., Program]]:
    """Starts the program as a persona, over another address perhaps, and waits for its tabs."""
    programs: list[Program] = []
    paths = Paths(tmp_path / "data", tmp_path / "config", tmp_path / "logs")

    def run(persona: str, url: str = "", settings: Settings = SETTINGS) -> Program:
        tasks = TaskRunner()
        desk = FaultDesk(tasks, FaultLog(paths.log_dir))
        opening = Opening(replace(settings, database_url=url or stocked_url), paths)
        program = Program(opening, tasks, desk, theme, MainWindow(theme, WindowMemory(None)), persona)
        programs.append(program)
        program.window.show()
        qtbot.waitUntil(lambda: program.workspace.view is not None and tasks.pending == 0, timeout=20_000)
        return program

    yield run
    # The window goes last and not with `qtbot`'s widgets: other fixtures still wait for the work of its program.
    for program in programs:
        program.window.hide()
        program.close()
        program.window.deleteLater()
        program.deleteLater()


@pytest.fixture
def seat(start: Callable[..., Program], psql: psycopg.Connection, qtbot: QtBot) -> Callable[..., Seat]:
    """Sits down before a tab with one table of these props; under another address perhaps."""

    def make(url: str = "", **props: object) -> Seat:
        tree = {"type": "Component", "component": "record_table", "props": {"table": "incidents", **props}}
        psql.execute(
            "INSERT INTO tab_configurations (tab_key, tab_name, tab_type, content_config)"
            " VALUES ('rough', 'Rough', 'work', %s)",
            (json.dumps(tree),),
        )
        seat = Seat(start("admin", url), qtbot)
        seat.program.window.choose_tab("rough")
        seat.settled()
        return seat

    return make
