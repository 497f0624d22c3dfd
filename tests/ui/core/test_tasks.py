"""The task runner: one callback, on the UI thread, or none once nobody wants it."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject
from typing_extensions import override

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import JarvisError, NotAllowed
from tests.support.leftovers import running_timers
from ui.core.tasks import LANE_WIDTHS, Lane, Latest, Task, TaskRunner

if TYPE_CHECKING:
    from concurrent.futures import Future

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


class Screen(QObject):
    """Stands for a widget: remembers its callbacks and on which thread they came."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[object] = []
        self.refused: list[JarvisError] = []
        self.threads: list[threading.Thread] = []

    def show(self, value: object) -> None:
        self.shown.append(value)
        self.threads.append(threading.current_thread())

    def refuse(self, error: JarvisError) -> None:
        self.refused.append(error)
        self.threads.append(threading.current_thread())


def fail_known() -> None:
    raise NotAllowed("You may not.")


def fail_unknown() -> None:
    raise ZeroDivisionError("by zero")


def test_the_result_arrives_once_on_the_ui_thread(qtbot: QtBot, tasks: TaskRunner) -> None:
    screen = Screen()
    workers: list[threading.Thread] = []

    def work() -> int:
        workers.append(threading.current_thread())
        return 42

    tasks.submit(Lane.READ, work, done=screen.show, failed=screen.refuse)
    qtbot.waitUntil(lambda: bool(screen.shown))
    assert screen.shown == [42]
    assert not screen.refused
    assert screen.threads == [threading.main_thread()]
    assert workers[0] is not threading.main_thread()


def test_a_known_failure_goes_to_failed_alone(qtbot: QtBot, tasks: TaskRunner) -> None:
    screen = Screen()
    tasks.submit(Lane.READ, fail_known, done=screen.show, failed=screen.refuse)
    qtbot.waitUntil(lambda: bool(screen.refused))
    assert screen.refused[0].message == "You may not."
    assert not screen.shown


def test_an_unexpected_failure_is_reported_and_the_screen_is_told(qtbot: QtBot) -> None:
    runner, screen = TaskRunner(), Screen()
    seen: list[object] = []
    runner.failure.connect(seen.append)
    runner.submit(Lane.IO, fail_unknown, done=screen.show, failed=screen.refuse)
    qtbot.waitUntil(lambda: bool(screen.refused))
    assert isinstance(seen[0], ZeroDivisionError)
    assert screen.refused[0].message == "by zero"
    runner.shutdown()


def test_a_cancelled_task_never_calls_back(qtbot: QtBot, tasks: TaskRunner) -> None:
    screen, gate = Screen(), threading.Event()
    task = tasks.submit(Lane.READ, gate.wait, done=screen.show, failed=screen.refuse)
    task.cancel()
    gate.set()
    qtbot.waitUntil(lambda: tasks.pending == 0)
    assert not screen.shown
    assert not screen.refused


def test_only_the_latest_of_several_requests_is_shown(qtbot: QtBot, tasks: TaskRunner) -> None:
    screen, gate = Screen(), threading.Event()
    latest: Latest[object] = Latest()
    latest.keep(tasks.submit(Lane.READ, lambda: gate.wait() and "old", done=screen.show))
    latest.keep(tasks.submit(Lane.READ, lambda: "new", done=screen.show))
    gate.set()
    qtbot.waitUntil(lambda: tasks.pending == 0)
    assert screen.shown == ["new"]


def test_a_result_for_a_deleted_screen_is_dropped(qtbot: QtBot, tasks: TaskRunner) -> None:
    screen, gate = Screen(), threading.Event()
    shown = screen.shown
    tasks.submit(Lane.READ, gate.wait, done=screen.show)
    shiboken6.delete(screen)
    gate.set()
    qtbot.waitUntil(lambda: tasks.pending == 0)
    assert not shown


def test_writes_run_one_after_another_in_order(qtbot: QtBot, tasks: TaskRunner) -> None:
    screen, order = Screen(), list[int]()
    for number in range(20):
        tasks.submit(Lane.WRITE, lambda n=number: order.append(n), done=screen.show)  # type: ignore[misc]
    qtbot.waitUntil(lambda: tasks.pending == 0)
    assert order == list(range(20))


def test_work_submitted_by_a_callback_leaves_no_pause(qtbot: QtBot, tasks: TaskRunner) -> None:
    counts: list[int] = []
    screen = Screen()

    def again(_value: object) -> None:
        tasks.submit(Lane.READ, lambda: 2, done=screen.show)

    tasks.busy_changed.connect(counts.append)
    tasks.submit(Lane.READ, lambda: 1, done=again, owner=screen)
    qtbot.waitUntil(lambda: bool(screen.shown) and tasks.pending == 0)
    assert counts.count(0) == 1


def test_what_can_wait_begins_once_nothing_is_under_way(qtbot: QtBot, tasks: TaskRunner) -> None:
    screen, gate = Screen(), threading.Event()
    begun: list[int] = []
    tasks.submit(Lane.READ, gate.wait, done=screen.show)
    tasks.when_quiet(lambda: begun.append(len(screen.shown)), screen)
    QCoreApplication.processEvents()
    assert tasks.pending == 2
    assert not begun
    gate.set()
    qtbot.waitUntil(lambda: bool(begun))
    assert begun == [1]
    assert tasks.pending == 0


def test_what_can_wait_begins_at_once_where_nothing_is_under_way(qtbot: QtBot, tasks: TaskRunner) -> None:
    screen = Screen()
    begun: list[int] = []
    tasks.when_quiet(lambda: begun.append(1), screen)
    gone = Screen()
    tasks.when_quiet(lambda: begun.append(2), gone)
    shiboken6.delete(gone)
    qtbot.waitUntil(lambda: tasks.pending == 0)
    assert begun == [1]


def test_what_can_wait_does_not_wait_for_work_of_minutes(qtbot: QtBot, tasks: TaskRunner) -> None:
    screen, gate = Screen(), threading.Event()
    begun: list[int] = []
    tasks.submit(Lane.IO, gate.wait, done=screen.show)
    tasks.when_quiet(lambda: begun.append(1), screen)
    qtbot.waitUntil(lambda: bool(begun), timeout=10_000)
    assert not gate.is_set()
    gate.set()
    qtbot.waitUntil(lambda: tasks.pending == 0)


def test_what_can_wait_is_dropped_when_the_runner_closes(qapp: QApplication) -> None:
    runner, screen, gate = TaskRunner(), Screen(), threading.Event()
    begun: list[int] = []
    runner.submit(Lane.IO, gate.wait, done=screen.show)
    runner.when_quiet(lambda: begun.append(1), screen)
    gate.set()
    runner.shutdown()
    runner.when_quiet(lambda: begun.append(2), screen)
    assert not running_timers()
    QCoreApplication.processEvents()
    assert not begun
    assert runner.pending == 0


def test_changes_posted_by_any_thread_arrive_on_the_ui_thread(qtbot: QtBot, tasks: TaskRunner) -> None:
    screen = Screen()
    tasks.changes_posted.connect(screen.show)
    changes = Changes.of("incidents", [1])
    thread = threading.Thread(target=tasks.post, args=(changes,))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(screen.shown))
    assert screen.shown == [changes]
    assert screen.threads == [threading.main_thread()]


class ClosingRunner(TaskRunner):
    """Tells when work that waits in its lane is dropped."""

    def __init__(self) -> None:
        super().__init__()
        self.dropped = threading.Event()

    @override
    def _report(self, task: Task, future: Future[Any]) -> None:
        if future.cancelled():
            self.dropped.set()
        super()._report(task, future)


def test_after_shutdown_nothing_runs_and_nothing_calls_back(qtbot: QtBot) -> None:
    runner, screen = ClosingRunner(), Screen()
    for _ in range(LANE_WIDTHS[Lane.IO]):
        runner.submit(Lane.IO, lambda: runner.dropped.wait(10), done=screen.show)
    waiting = runner.submit(Lane.IO, lambda: screen.shown.append("ran"), done=screen.show)
    runner.shutdown()
    runner.submit(Lane.READ, lambda: screen.shown.append("late"), done=screen.show)
    runner.post(Changes.of("incidents"))
    assert waiting.cancelled
    assert runner.pending == 0
    assert not screen.shown


def test_what_was_to_be_written_is_written_before_the_end(qapp: QApplication) -> None:
    runner = TaskRunner()
    written: list[int] = []
    runner.submit(Lane.WRITE, runner._closed.wait, done=print)
    for number in range(50):
        runner.submit(Lane.WRITE, partial(written.append, number), done=print)
    runner.shutdown()
    assert written == list(range(50))


def test_what_goes_on_in_the_next_turn_is_under_way_until_then(qtbot: QtBot) -> None:
    runner, owner, told = TaskRunner(), QObject(), list[str]()
    runner.next_turn(lambda: told.append("told"), owner)
    runner.next_turn(lambda: told.append("cancelled"), owner).cancel()
    assert (runner.pending, told) == (2, [])
    qtbot.waitUntil(lambda: runner.pending == 0)
    assert told == ["told"]
    runner.shutdown()
    runner.next_turn(lambda: told.append("closed"), owner)
    assert (runner.pending, told) == (0, ["told"])
