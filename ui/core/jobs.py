"""Long work beside everything else, with progress, that people can stop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Slot

from jarvis_desktop.core.words import tr
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.core.cancel import Cancellation
    from jarvis_desktop.core.errors import JarvisError
    from ui.core.tasks import TaskRunner

_TOLD_EVERY_MS = 200


class Job(QObject):
    """Work of minutes; a child of the task runner, so that it outlives the page that began it.

    `title` says what it does, as in “Exporting incidents”. `result` and `error` are None until it is over. `noun` is
    what the person would lose with it when the program ends meanwhile (“export”), or "".

    Signals:
        progressed (): it is further than it was.
        ended (): it is done, failed or was stopped.
    """

    progressed = Signal()
    ended = Signal()
    noun = ""

    def __init__(self, tasks: TaskRunner, title: str, wanted: Cancellation) -> None:
        super().__init__(tasks)
        self.title = title
        self.result: Any = None
        self.error: JarvisError | None = None
        self.running = True
        self.stopping = False
        self._tasks = tasks
        self._wanted = wanted
        self._clock = QTimer(self, interval=_TOLD_EVERY_MS)
        self._clock.timeout.connect(self.progressed)
        application = QCoreApplication.instance()
        if application is not None:
            # The program waits for its workers when it ends: none may go on for minutes.
            application.aboutToQuit.connect(self._give_up)

    def words(self) -> str:
        """How far it is, as the page tells it."""
        return tr("Stopping") if self.stopping else ""

    def brief(self) -> str:
        """How far it is, in few words."""
        return self.words()

    @property
    def share(self) -> float | None:
        """How much of it is done, from 0 to 1; None when nobody knows how much there is."""
        return None

    def run_in_worker(self, work: Callable[[], Any]) -> None:
        """Begin `work`, which runs in a worker."""
        self._tasks.submit(Lane.IO, work, done=self._on_done, failed=self._on_failed)
        self._clock.start()
        self._tasks.job_started.emit(self)

    @Slot()
    def stop(self) -> None:
        """End it, on the server too; nothing of it will be left."""
        if self.running and not self.stopping:
            self.stopping = True
            self._wanted.forget()
            self._tasks.submit(Lane.READ, self._wanted.cancel, done=_nothing)
            self.progressed.emit()

    def _on_done(self, result: Any) -> None:
        self.result = result
        self._end()

    def _on_failed(self, error: JarvisError) -> None:
        self.error = error
        self._end()

    def _end(self) -> None:
        self.running = False
        self._clock.stop()
        self.ended.emit()
        self.deleteLater()

    @Slot()
    def _give_up(self) -> None:
        self._wanted.cancel()


def rounded(rate: float) -> int:
    """Two digits: a number that dances tells nothing."""
    unit = int(f"1{'0' * max(0, len(str(int(rate))) - 2)}")
    return int(rate) // unit * unit


def span_words(seconds: float) -> str:
    """A time as people say it: “8 s”, “3 min”, “2 h 5 min”."""
    whole = max(1, round(seconds))
    if whole < 90:
        return f"{whole} s"
    minutes = round(whole / 60)
    return (
        tr("{minutes} min", minutes=minutes)
        if minutes < 90
        else tr("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)
    )


def _nothing(_result: object) -> None:
    """The work itself tells how it ended."""
