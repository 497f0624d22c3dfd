"""The one bridge between worker threads and the screen: submit work, get exactly one callback on the UI thread."""

from __future__ import annotations

import logging
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal, Slot

from jarvis_desktop.core.cancel import Cancellation, Cancelled, cancellable
from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import DatabaseRefused, DatabaseUnavailable, JarvisError
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

T = TypeVar("T")
log = logging.getLogger(__name__)


class Lane(StrEnum):
    """Where work runs: reads side by side, writes one after another, slow input and output apart."""

    READ = "read"
    WRITE = "write"
    IO = "io"


LANE_WIDTHS: Mapping[Lane, int] = {Lane.READ: 4, Lane.WRITE: 1, Lane.IO: 4}
PATIENCE_MS = 1_000
"""How long what can wait waits for other work at most."""


class Task:
    """A handle to submitted work.

    `cancel` drops its result. A read that waits in its lane is then not begun, and one under way is ended on the server
    (by a thread of the IO lane); other work runs to its end.
    """

    __slots__ = ("_stop", "cancelled", "done", "failed", "finished", "owner")

    def __init__(
        self,
        done: Callable[[Any], None],
        failed: Callable[[JarvisError], None] | None,
        owner: QObject | None,
        stop: Callable[[], None] | None = None,
    ) -> None:
        self.done = done
        self.failed = failed
        self.owner = owner
        self.cancelled = False
        self.finished = False
        self._stop = stop

    def cancel(self) -> None:
        """Drop the result: neither callback will be called."""
        if not self.cancelled and not self.finished and self._stop is not None:
            self._stop()
        self.cancelled = True


class Latest(Generic[T]):
    """Keeps only the newest of a widget's requests: starting one cancels the one before."""

    def __init__(self) -> None:
        self._task: Task | None = None

    def keep(self, task: Task) -> Task:
        """Make `task` the current one and drop the result of the previous."""
        self.drop()
        self._task = task
        return task

    def drop(self) -> None:
        """Drop the current request's result, if one is under way."""
        if self._task is not None:
            self._task.cancel()
            self._task = None


@dataclass(frozen=True, slots=True)
class _Outcome:
    task: Task
    value: Any = None
    error: Exception | None = None


class TaskRunner(QObject):
    """Runs plain functions in lanes and answers on the UI thread.

    Signals:
        changes_posted (Changes): `post` was called on any thread; delivered on the UI thread.
        failure (object): an exception that is not a JarvisError, or one nobody asked for; delivered on the UI thread.
        refusal (object): a DatabaseRefused or DatabaseUnavailable, which the screen shows as well.
        busy_changed (int): how many tasks are under way.
        job_started (object): a Job began, which takes long and tells how far it is.
    """

    changes_posted = Signal(object)
    failure = Signal(object)
    refusal = Signal(object)
    busy_changed = Signal(int)
    job_started = Signal(object)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {
            lane: ThreadPoolExecutor(max_workers=width, thread_name_prefix=f"lane-{lane}")
            for lane, width in LANE_WIDTHS.items()
        }
        self._pending: set[Task] = set()
        self._waiting: list[tuple[Callable[[], None], QObject]] = []
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._begin_waiting)
        self._closed = threading.Event()
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def pending(self) -> int:
        """Tasks submitted and not yet delivered or dropped, and what waits for them."""
        return len(self._pending) + len(self._waiting)

    def submit(
        self,
        lane: Lane,
        work: Callable[[], T],
        *,
        done: Callable[[T], None],
        failed: Callable[[JarvisError], None] | None = None,
        owner: QObject | None = None,
    ) -> Task:
        """Run `work` in a lane and call `done` with its result, or `failed` with the JarvisError, on the UI thread.

        Call from the UI thread only. `owner` (default: the object whose bound method `done` is) silences the callback
        when that object is gone. Any other exception goes to `failure`, and `failed` gets a JarvisError wrapping it so
        that the screen is never left waiting.
        """
        assert QThread.currentThread() is self.thread(), "submit from the UI thread"
        bound = getattr(done, "__self__", None)
        wanted = Cancellation() if lane is Lane.READ else None
        task = Task(
            done,
            failed,
            owner if owner is not None else bound if isinstance(bound, QObject) else None,
            None if wanted is None else partial(self._stop, wanted),
        )
        if self._closed.is_set():
            task.cancel()
            return task
        self._pending.add(task)
        self.busy_changed.emit(len(self._pending))
        future = self._pools[lane].submit(work if wanted is None else partial(_cancellable, wanted, work))
        future.add_done_callback(lambda finished: self._report(task, finished))
        return task

    def next_turn(self, go_on: Callable[[], None], owner: QObject) -> Task:
        """Call `go_on` once other events had their turn, while `owner` is there; it counts as under way until then.

        For an answer that takes too long in one go.
        """
        task = Task(lambda _: go_on(), None, owner)
        if self._closed.is_set():
            task.cancel()
            return task
        self._pending.add(task)
        self.busy_changed.emit(len(self._pending))
        # Not after no time at all: that comes before whatever the person did meanwhile.
        QTimer.singleShot(1, self, partial(self._deliver, _Outcome(task)))
        return task

    def when_quiet(self, begin: Callable[[], None], owner: QObject) -> None:
        """Call `begin` (which submits) once no task is under way, after a second at most, while `owner` is there.

        For what nobody waits for: read beside the rows of a screen, it would make those come later.
        """
        if self._closed.is_set():
            return
        self._waiting.append((begin, owner))
        if not self._patience.isActive():
            self._patience.start()
        QTimer.singleShot(0, self, self._begin_if_quiet)

    @Slot()
    def _begin_if_quiet(self) -> None:
        if self._waiting and not self._pending:
            self._begin_waiting()

    @Slot()
    def _begin_waiting(self) -> None:
        self._patience.stop()
        waiting, self._waiting = self._waiting, []
        for begin, owner in waiting:
            if shiboken6.isValid(owner):
                begin()

    def post(self, changes: Changes) -> None:
        """Hand `changes` to the UI thread, from any thread."""
        if not self._closed.is_set():
            self.changes_posted.emit(changes)

    def shutdown(self) -> None:
        """Refuse new work, wait for what runs and for every write, and drop what else waits and every result."""
        for task in self._pending:
            task.cancel()
        self._closed.set()
        self._waiting.clear()
        self._patience.stop()
        for lane, pool in self._pools.items():
            pool.shutdown(wait=True, cancel_futures=lane is not Lane.WRITE)
        self._pending.clear()

    def _stop(self, wanted: Cancellation) -> None:
        wanted.forget()
        if not self._closed.is_set():
            self._pools[Lane.IO].submit(wanted.cancel)

    def _report(self, task: Task, future: Future[Any]) -> None:
        if self._closed.is_set() or future.cancelled():
            return
        error = future.exception()
        if error is None:
            self._finished.emit(_Outcome(task, value=future.result()))
        elif isinstance(error, Exception):
            self._finished.emit(_Outcome(task, error=error))
        else:
            raise error

    @Slot(object)
    def _deliver(self, outcome: _Outcome) -> None:
        task = outcome.task
        if task not in self._pending:
            return
        self._pending.discard(task)
        task.finished = True
        try:
            self._answer(task, outcome)
        finally:
            # After the callback, so that work it submits counts as a continuation and not as a pause.
            self.busy_changed.emit(len(self._pending))
            if self._waiting:
                # In a turn of its own: with the answer it may take longer than people wait without noticing.
                QTimer.singleShot(1, self, self._begin_if_quiet)

    def _answer(self, task: Task, outcome: _Outcome) -> None:
        wanted = not task.cancelled and (task.owner is None or shiboken6.isValid(task.owner))
        if outcome.error is None:
            if wanted:
                task.done(outcome.value)
            return
        if isinstance(outcome.error, Cancelled):
            return
        known = outcome.error if isinstance(outcome.error, JarvisError) else None
        if known is None or (task.failed is None and wanted):
            log.debug("task failed", exc_info=outcome.error)
            self.failure.emit(outcome.error)
        elif isinstance(known, (DatabaseRefused, DatabaseUnavailable)):
            self.refusal.emit(known)
        if task.failed is not None and wanted:
            said = str(outcome.error) or type(outcome.error).__name__
            task.failed(known or JarvisError(said, hint=tr("It was recorded.")))


def _cancellable(wanted: Cancellation, work: Callable[[], T]) -> T:
    with cancellable(wanted):
        return work()
