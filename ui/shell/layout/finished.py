"""The long work that ended since the window opened: what, when, and how."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jarvis_desktop.core import zone
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from datetime import datetime

    from ui.core.jobs import Job
    from ui.core.tasks import TaskRunner

MOST_FINISHED = 100


@dataclass(frozen=True, slots=True)
class Finished:
    """One piece of work that is over; `at` on the person's clock, `tone` done, info or warning."""

    title: str
    words: str
    at: datetime
    tone: str


class FinishedWork(QObject):
    """The latest work that ended, the last first.

    Signals:
        changed (): there is one more.
    """

    changed = Signal()

    def __init__(self, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._ended: deque[Finished] = deque(maxlen=MOST_FINISHED)
        tasks.job_started.connect(self._follow)

    def entries(self) -> tuple[Finished, ...]:
        """What ended, the last first."""
        return tuple(self._ended)

    def _follow(self, job: Job) -> None:
        job.ended.connect(partial(self._on_ended, job))

    def _on_ended(self, job: Job) -> None:
        if job.stopping:
            words, tone = tr("Stopped"), "info"
        elif job.error is not None:
            words, tone = f"{job.error.title}: {job.error.message}".strip(), "warning"
        else:
            words, tone = tr("Done"), "done"
        self._ended.appendleft(Finished(job.title, words, zone.now(), tone))
        self.changed.emit()
