"""Fixtures for widgets: a theme, a task runner without leftovers, services over a database of the test's own."""

from __future__ import annotations

import gc
import threading
import traceback
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from sqlalchemy import event

from jarvis_desktop.app.application import Application
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.core import zone
from tests.support.leftovers import left_threads, running_timers, set_aside, settle
from ui.components.component import ComponentContext
from ui.core.bus import ChangeBus
from ui.core.tasks import TaskRunner
from ui.core.theme import Mode, Theme

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from jarvis_desktop.db.engine import Database


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["jarvis-desktop-tests"]


@pytest.fixture(scope="session")
def lasting_theme(qapp: QApplication) -> Theme:
    """The theme of all tests: one application style sheet for the whole run."""
    return Theme(qapp)


@pytest.fixture
def theme(lasting_theme: Theme) -> Iterator[Theme]:
    """The theme, light and at 100 %; the next test finds it so, whatever this one made of it."""
    yield lasting_theme
    lasting_theme.set_motion(None)
    lasting_theme.tint()
    lasting_theme.choose(Mode.LIGHT)
    lasting_theme.original_size()


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[TaskRunner]:
    """A task runner; the test fails when work is still pending at its end or an unexpected error went unseen."""
    runner = TaskRunner()
    unexpected: list[BaseException] = []
    runner.failure.connect(unexpected.append)
    yield runner
    qtbot.waitUntil(lambda: runner.pending == 0, timeout=10_000)
    runner.shutdown()
    assert not unexpected, f"a task failed unexpectedly: {unexpected!r}"


@pytest.fixture
def bus(tasks: TaskRunner) -> ChangeBus:
    """A change bus fed by the task runner."""
    bus = ChangeBus()
    tasks.changes_posted.connect(bus.publish)
    return bus


@pytest.fixture
def no_sql_on_ui_thread(live_database: Database) -> Iterator[None]:
    """Fails the test when the program runs a statement on the UI thread."""
    caught: list[str] = []

    def watch(*_checkout: object) -> None:
        if threading.current_thread() is threading.main_thread():
            caught.append("".join(traceback.format_stack(limit=12)))

    # Every statement needs a connection, whoever runs it.
    for engine in (live_database.engine, live_database.readers):
        event.listen(engine, "checkout", watch)
    yield
    for engine in (live_database.engine, live_database.readers):
        event.remove(engine, "checkout", watch)
    assert not caught, "a connection was taken on the UI thread:\n" + "\n".join(caught)


@pytest.fixture
def services(live_database: Database, tmp_path: Path, no_sql_on_ui_thread: None) -> Application:
    """The program's services over a migrated database of the test's own, without rows."""
    return Application(live_database, Paths(tmp_path / "data", tmp_path / "config", tmp_path / "logs"))


@pytest.fixture
def context_for(
    services: Application, tasks: TaskRunner, bus: ChangeBus, theme: Theme
) -> Callable[[str], ComponentContext]:
    """Makes a component's context for a persona."""

    def make(persona: str) -> ComponentContext:
        with ThreadPoolExecutor(1) as worker:
            reader = worker.submit(services.people.reader, persona, "tester").result()
        return ComponentContext(services=services, tasks=tasks, bus=bus, theme=theme, viewer=reader)

    return make


@pytest.fixture(scope="session", autouse=True)
def collector_of_the_ui_thread() -> Iterator[None]:
    """No collection in a worker, as in the program (`ui.core.garbage`); each test collects at its end."""
    gc.disable()
    yield
    gc.enable()


def release_keys() -> None:
    """Let go of Ctrl and Shift: Qt goes on to hold what the last key of the test before was pressed with."""
    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyClick(QWidget(), Qt.Key.Key_F35)


@pytest.fixture(autouse=True)
def nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    """Fails a test that leaves threads or running timers behind; its locale and time zone go with it."""
    set_aside()
    release_keys()
    threads = set(threading.enumerate())
    locale, place = QLocale(), zone.zone()
    yield
    settle()
    QLocale.setDefault(locale)
    if zone.zone() != place:
        zone.live_in("")
    assert not left_threads(threads)
    assert not running_timers()
