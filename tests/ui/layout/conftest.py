"""The running window with a file for its state, started again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jarvis_desktop.app.faults import FaultLog
from jarvis_desktop.app.opening import Opening
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.app.settings import Settings
from tests.ui.app.conftest import psql
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

__all__ = ["psql"]


@pytest.fixture
def start(stocked_url: str, tmp_path: Path, qtbot: QtBot, theme: Theme) -> Iterator[Callable[..., Program]]:
    """Starts the program as a persona and waits for its tabs; ends the one before, as a person does."""
    programs: list[Program] = []
    paths = Paths(tmp_path / "data", tmp_path / "config", tmp_path / "logs")

    def end() -> None:
        while programs:
            program = programs.pop()
            program.window.closing.emit()
            program.window.hide()
            program.close()
            program.window.deleteLater()
            program.deleteLater()

    def run(persona: str = "john", *, safe: bool = False) -> Program:
        end()
        tasks = TaskRunner()
        desk = FaultDesk(tasks, FaultLog(paths.log_dir))
        opening = Opening(Settings(database_url=stocked_url), paths)
        memory = WindowMemory(None if safe else paths.config_dir / "window.ini", stocked_url, safe=safe)
        program = Program(opening, tasks, desk, theme, MainWindow(theme, memory), persona, safe=safe)
        programs.append(program)
        program.window.show()
        qtbot.waitUntil(lambda: program.workspace.view is not None and tasks.pending == 0, timeout=20_000)
        return program

    yield run
    end()
