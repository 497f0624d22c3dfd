"""An export under way."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from typing_extensions import override

from jarvis_desktop.core.cancel import Cancellation
from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import tr, tr_n
from jarvis_desktop.people.notifications.types import Notification, Tone
from ui.core.jobs import Job, rounded, span_words

if TYPE_CHECKING:
    from jarvis_desktop.app.application import Application
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.exports.types import Exported, ExportRequest
    from ui.components.component import ComponentContext

MOST_AT_ONCE = 3
"""Exports that run side by side; the lane has room for other work beside them."""


class _Counter:
    """How many rows the worker has written; a number that one thread sets and another reads."""

    __slots__ = ("rows",)

    def __init__(self) -> None:
        self.rows = 0

    def take(self, rows: int) -> None:
        self.rows = rows


class ExportJob(Job):
    """One export; `what` names the rows in its title."""

    noun = "export"

    def __init__(self, context: ComponentContext, request: ExportRequest, expected: int | None, what: str) -> None:
        super().__init__(context.tasks, tr("Exporting {what}", what=what), Cancellation())
        self.request = request
        self.expected = expected
        self._context = context
        self._counter = _Counter()
        self._began = time.monotonic()

    @property
    def exported(self) -> Exported | None:
        """The file, once it is there."""
        result: Exported | None = self.result
        return result

    @property
    def rows(self) -> int:
        """Rows written so far."""
        return self._counter.rows

    @property
    @override
    def share(self) -> float | None:
        """How much of it is done, from 0 to 1; None when nobody knows how much there is."""
        return min(1.0, self.rows / self.expected) if self.expected else None

    def start(self) -> None:
        """Begin."""
        self.run_in_worker(partial(_export, self._context.services, self.request, self._counter, self._wanted))

    @override
    def words(self) -> str:
        return self._state() or progress_words(self.rows, self.expected, time.monotonic() - self._began)

    @override
    def brief(self) -> str:
        return self._state() or progress_words(
            self.rows, self.expected, time.monotonic() - self._began, with_rate=False
        )

    def _state(self) -> str:
        """What it does, where the number of rows does not tell it."""
        if self.stopping:
            return tr("Stopping")
        if not self.rows:
            return tr("Reading the rows")
        if self.expected is not None and self.rows >= self.expected:
            return tr("{rows} rows · finishing the file", rows=grouped(self.rows))
        return ""

    @override
    def _on_done(self, result: Exported) -> None:
        said = tr_n(
            "Exported {n} row to “{name}”",
            "Exported {n} rows to “{name}”",
            result.rows,
            n=grouped(result.rows),
            name=result.file.name,
        )
        self._context.notify(Notification(said, tone=Tone.SUCCESS, many=tr("{n} exports finished")))
        super()._on_done(result)

    @override
    def _on_failed(self, error: JarvisError) -> None:
        if self.stopping:
            self._context.refuse(error)
        else:
            text = f"{error.message} {error.hint}".strip()
            self._context.notify(Notification(f"{self.title}: {error.title}", text, Tone.DANGER, answers=True))
        super()._on_failed(error)


def running_jobs(context: ComponentContext) -> list[ExportJob]:
    """The exports under way."""
    return [job for job in context.tasks.findChildren(ExportJob) if job.running]


def progress_words(rows: int, expected: int | None, seconds: float, *, with_rate: bool = True) -> str:
    """How far it is: “340,000 of 1,000,000 rows · 85,000 rows/s · 8 s left”."""
    rate = rows / seconds if seconds > 0 else 0
    parts = [
        tr("{rows} of {expected} rows", rows=grouped(rows), expected=grouped(expected))
        if expected
        else tr_n("{n} row", "{n} rows", rows, n=grouped(rows))
    ]
    if rate >= 1:
        if with_rate:
            parts.append(tr("{rate} rows/s", rate=grouped(rounded(rate))))
        if expected:
            parts.append(tr("{time} left", time=span_words((expected - rows) / rate)))
    return " · ".join(parts)


def _export(services: Application, request: ExportRequest, counter: _Counter, wanted: Cancellation) -> Exported:
    return services.exports.export(request, progress=counter.take, wanted=wanted)
