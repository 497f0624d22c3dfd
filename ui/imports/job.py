"""A look at a file, a check or an import under way."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from typing_extensions import override

from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import tr, tr_n
from jarvis_desktop.imports.stop import Run
from jarvis_desktop.people.notifications.types import Notification, Tone
from ui.core.jobs import Job, rounded

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.imports.types import Imported, Progress
    from ui.components.component import ComponentContext


class ImportJob(Job):
    """Work of the import service with progress; of use to the page that began it only."""

    def __init__(self, context: ComponentContext, title: str, work: Callable[[Run], Any]) -> None:
        self.run = Run()
        super().__init__(context.tasks, title, self.run.wanted)
        self._context = context
        self._work = work

    @Slot()
    def leave(self) -> None:
        """The page is gone: nobody needs the answer."""
        self.stop()

    def start(self) -> None:
        """Begin."""
        self.run_in_worker(partial(self._work, self.run))

    @property
    @override
    def share(self) -> float | None:
        return None if self.stopping else self.run.progress.share

    @override
    def words(self) -> str:
        """How far it is, as in “Reading the file · 40,000 rows · 52,000 rows/s”."""
        if self.stopping:
            return tr("Stopping")
        progress: Progress = self.run.progress
        parts = [progress.phase]
        if progress.rows:
            parts.append(tr_n("{n} row", "{n} rows", progress.rows, n=grouped(progress.rows)))
            if progress.share is not None and progress.rate >= 1:
                parts.append(tr("{rate} rows/s", rate=grouped(rounded(progress.rate))))
        return " · ".join(parts)

    @override
    def brief(self) -> str:
        """As in “reading the file · 40 %”."""
        progress: Progress = self.run.progress
        if self.stopping or progress.share is None:
            return self.words()
        return f"{progress.phase} · {progress.share:.0%}".replace("%", " %")


class StoreJob(ImportJob):
    """The import itself; it goes on when its page is left, and what it stored can be undone all the same."""

    noun = "import"
    _left = False

    @override
    def leave(self) -> None:
        self._left = True

    @override
    def _on_done(self, result: Imported) -> None:
        edit = result.edit
        if edit is not None:
            self._context.bus.publish(edit.changes)
            if edit.id is not None:
                self._context.stored(edit)
        if self._left:
            good, refused = result.report.good, result.report.refused
            said = (
                tr_n("{n} row imported", "{n} rows imported", good, n=grouped(good))
                if edit is not None or not refused
                else tr("Nothing was imported")
            )
            tone = Tone.SUCCESS if edit is not None else Tone.WARNING
            self._context.notify(Notification(said, tone=tone, many=tr("{n} imports finished")))
        super()._on_done(result)

    @override
    def _on_failed(self, error: JarvisError) -> None:
        if self._left:
            text = f"{error.message} {error.hint}".strip()
            self._context.notify(Notification(f"{self.title}: {error.title}", text, Tone.DANGER, answers=True))
        super()._on_failed(error)
