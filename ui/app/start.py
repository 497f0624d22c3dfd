"""From the command line to a running window, in the order that shows something soonest."""

from __future__ import annotations

import gc
import sys
from functools import partial
from typing import TYPE_CHECKING, Any

from jarvis_desktop.app.logs import log_to_terminal
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.app.settings import load_settings
from jarvis_desktop.core.errors import ConfigurationError
from ui.app.entrance import Entrance
from ui.app.marks import mark

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from jarvis_desktop.app.opening import Opening
    from ui.app.arguments import Arguments
    from ui.app.errand import Errand
    from ui.app.form_errand import FormErrand
    from ui.app.program import Program
    from ui.core.theme import Theme
    from ui.shell.main_window import MainWindow

UNZOOMED = 100
"""The zoom of a command line that names none: the person's own counts then."""

_FRAME_MS = 1_000
"""How long the rest waits for the first paint at most: a window that starts minimised is not painted."""


def run(arguments: Arguments) -> int:
    """Open the window (or render it to a picture) and answer the exit status."""
    gc.disable()  # what is imported stays: looking for garbage in it only takes time; GarbageCollector takes over
    paths = Paths.for_this_person()
    log_to_terminal(verbose=arguments.verbose)
    try:
        settings = load_settings(
            paths, database_url=arguments.database_url, persona=arguments.persona, theme=arguments.theme
        )
    except ConfigurationError as error:
        print(f"{error.message} {error.hint}".strip(), file=sys.stderr)  # noqa: T201
        return 2
    entrance = Entrance(arguments, paths, settings.database_url)
    if entrance.handed_over():
        return 0

    from PySide6.QtWidgets import QApplication

    _spare_imports()
    from ui.core.theme import Theme
    from ui.shell.main_window import MainWindow
    from ui.shell.memory import WindowMemory

    application = QApplication(sys.argv[:1])
    application.setApplicationName("JARVIS Desktop")
    application.setDesktopFileName("jarvis-desktop")
    forgetful = arguments.safe or arguments.screenshot is not None
    file = None if forgetful else paths.config_dir / "window.ini"
    memory = WindowMemory(file, settings.database_url, safe=arguments.safe)
    look, zoom, language = memory.look()
    _speak(language)
    mode = "" if arguments.safe else settings.theme or look
    theme = Theme(application, mode=mode, zoom=zoom if arguments.zoom == UNZOOMED else arguments.zoom, framed=True)
    window = MainWindow(theme, memory)
    window.closing.connect(application.quit)
    if arguments.size is not None:
        window.resize(*arguments.size)
    status, again = 0, False
    if _frame_shown(window):
        from jarvis_desktop.app.opening import Opening

        opening = Opening(settings, paths)
        opening.begin()
        theme.dress()
        status = _run_furnished(window, theme, opening, arguments, entrance)
        again = window.closes.again
    entrance.close()
    if again:
        _start_again()
    return status


def _start_again() -> None:
    """Start the program as it was started; a link that it was started with was followed already."""
    from PySide6.QtCore import QProcess

    QProcess.startDetached(sys.executable, [word for word in sys.orig_argv[1:] if not word.startswith("jarvis:")])


def _spare_imports() -> None:
    """Have an import cost what it costs without Qt.

    PySide reads the source of every module imported after it, to learn whether it may ask for other spellings of Qt's
    names (`from __feature__ import ...`). None of ours does, and reading eight hundred sources takes long.
    """
    feature: Any = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _asks_for_no_feature  # noqa: SLF001 - there is no switch for it


def _asks_for_no_feature(_module: object) -> bool:
    return False


def _speak(language: str) -> None:
    """Speak the person's language as it was the last time, the system's the first time."""
    if not language:
        from PySide6.QtCore import QLocale

        language = QLocale.system().name()
    if not language.startswith(("en", "C")):
        from ui.app.settling import speak_early

        speak_early(language)


def _frame_shown(window: MainWindow) -> bool:
    """Show the window's frame and wait until it was painted; False when it was closed again meanwhile."""
    from PySide6.QtCore import QEventLoop, QTimer

    waiting = QEventLoop()
    window.framed.connect(waiting.quit)
    window.closing.connect(waiting.quit)
    QTimer.singleShot(_FRAME_MS, waiting.quit)
    window.show()
    waiting.exec()
    mark("window")
    return window.isVisible()


def _run_furnished(window: MainWindow, theme: Theme, opening: Opening, arguments: Arguments, entrance: Entrance) -> int:
    """Import the rest, put it into the window, and run until it is closed."""
    from PySide6.QtWidgets import QApplication

    from jarvis_desktop.app.faults import FaultLog
    from jarvis_desktop.app.logs import log_to_file
    from ui.app.hooks import FaultDesk
    from ui.app.persons import PersonDesk
    from ui.app.program import Program
    from ui.app.signals import SignalWatch
    from ui.core.garbage import GarbageCollector
    from ui.core.tasks import TaskRunner

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    tasks = TaskRunner()
    desk = FaultDesk(tasks, FaultLog(opening.paths.log_dir))
    desk.install()
    program = Program(opening, tasks, desk, theme, window, opening.settings.persona, safe=arguments.safe)
    window.painted.connect(partial(log_to_file, opening.paths.log_dir))
    garbage, watch = GarbageCollector(application), SignalWatch(application)
    # Nobody may be there to answer a question; what is typed is in the drafts.
    watch.asked_to_end.connect(window.closes.leave)
    pinned = {
        name for name, given in (("theme", opening.settings.theme), ("zoom", arguments.zoom != UNZOOMED)) if given
    }
    quiet = arguments.safe or arguments.screenshot is not None
    persons = PersonDesk(program, theme, pinned=frozenset(pinned), quiet=quiet)
    program.opened.connect(garbage.spare)
    program.opened.connect(persons.meet)
    if not quiet:
        persons.welcome.settled.connect(program.helping.tour.offer)
    entrance.receive(program)
    status = _show(program, arguments, application, theme)
    watch.stop()
    program.close()
    garbage.stop()
    return status


def _show(program: Program, arguments: Arguments, application: QApplication, theme: Theme) -> int:
    from ui.app.picture import Picture

    errand: Errand | FormErrand
    if arguments.render_form:
        from ui.app.form_errand import USUAL_WIDTH, FormErrand

        width = USUAL_WIDTH if arguments.size is None else arguments.size[0]
        errand = FormErrand(program, theme, form=arguments.render_form, record=arguments.record, width=width)
    else:
        from ui.app.errand import Errand

        errand = Errand(program, tab=arguments.tab, record=arguments.record, form=arguments.form)
    picture = Picture(program, errand, arguments.screenshot) if arguments.screenshot is not None else None
    if picture is not None:
        picture.finished.connect(application.exit)
    program.window.update()
    return application.exec()
