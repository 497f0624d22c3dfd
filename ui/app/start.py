"""From the command line to a running window, in the order that shows something soonest."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

from jarvis_desktop.app.faults import FaultLog
from jarvis_desktop.app.logs import log_to_file, log_to_terminal
from jarvis_desktop.app.opening import Opening
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.app.settings import load_settings
from jarvis_desktop.core.errors import ConfigurationError

if TYPE_CHECKING:
    from ui.app.arguments import Arguments
    from ui.app.program import Program


def run(arguments: Arguments) -> int:
    """Open the window (or render it to a picture) and answer the exit status."""
    paths = Paths.for_this_person()
    log_to_terminal(verbose=arguments.verbose)
    try:
        settings = load_settings(
            paths, database_url=arguments.database_url, persona=arguments.persona, theme=arguments.theme
        )
        opening = Opening(settings, paths)
    except ConfigurationError as error:
        print(f"{error.message} {error.hint}".strip(), file=sys.stderr)  # noqa: T201
        return 2

    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from ui.app.hooks import FaultDesk
    from ui.app.program import Program
    from ui.app.signals import SignalWatch
    from ui.core.garbage import GarbageCollector
    from ui.core.tasks import TaskRunner
    from ui.core.theme import Theme
    from ui.shell.memory import WindowMemory

    application = QApplication(sys.argv[:1])
    application.setApplicationName("JARVIS Desktop")
    application.setDesktopFileName("jarvis-desktop")
    dark = application.styleHints().colorScheme() == Qt.ColorScheme.Dark
    theme = Theme(application, dark=settings.theme == "dark" or (not settings.theme and dark))
    tasks = TaskRunner()
    desk = FaultDesk(tasks, FaultLog(paths.log_dir))
    desk.install()
    picture = arguments.screenshot is not None
    memory = WindowMemory(None if picture else paths.config_dir / "window.ini")
    program = Program(opening, tasks, desk, theme, memory, settings.persona)
    program.window.closing.connect(application.quit)
    program.window.painted.connect(partial(log_to_file, paths.log_dir))
    if arguments.size is not None:
        program.window.resize(*arguments.size)
    garbage, watch = GarbageCollector(application), SignalWatch(application)
    watch.asked_to_end.connect(application.quit)
    status = _show(program, arguments, application)
    watch.stop()
    program.close()
    garbage.stop()
    return status


def _show(program: Program, arguments: Arguments, application: object) -> int:
    from PySide6.QtWidgets import QApplication

    from ui.app.errand import Errand
    from ui.app.picture import Picture

    assert isinstance(application, QApplication)
    errand = Errand(program, tab=arguments.tab, record=arguments.record, form=arguments.form)
    picture = Picture(program, errand, arguments.screenshot) if arguments.screenshot is not None else None
    if picture is not None:
        picture.finished.connect(application.exit)
    program.window.show()
    return application.exec()
