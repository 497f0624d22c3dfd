"""One search after the other: every group asked side by side, and what was meant where nothing is found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jarvis_desktop.search.types import Entry, Group, GroupResult
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from jarvis_desktop.core.errors import JarvisError
    from ui.components.component import ComponentContext
    from ui.core.tasks import Task

FEW = 3
"""Where no more than this was found, a better spelling is looked for."""

Offered = Callable[[], Sequence[Entry]]


class SearchRun(QObject):
    """Runs searches; a new one stops the one before.

    Signals:
        found (GroupResult): what a group holds; each group once, in no order.
        failed (JarvisError): no group could be searched.
        finished (str, bool): all groups have answered; a text that was probably meant, or "", and whether what was
            found is of that text.
    """

    found = Signal(object)
    failed = Signal(object)
    finished = Signal(str, bool)

    def __init__(self, context: ComponentContext, offered: Offered, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._offered = offered
        self._tasks: dict[Group | None, Task] = {}
        self._similar = ""
        self._hits = 0
        self.text = ""

    @property
    def busy(self) -> bool:
        """Whether something is still to come."""
        return bool(self._tasks)

    def start(self, text: str) -> None:
        """Search for `text`."""
        self.stop()
        self._similar = ""
        self._search(text)

    def stop(self) -> None:
        """Drop what is under way."""
        for task in self._tasks.values():
            task.cancel()
        self._tasks = {}

    def _search(self, text: str) -> None:
        self.text, self._hits = text, 0
        offered = tuple(self._offered())
        for group in Group:
            work = partial(_find, self._context, group, text, offered)
            self._tasks[group] = self._context.tasks.submit(
                Lane.READ,
                work,
                done=partial(self._on_found, group),
                failed=partial(self._on_failed, group),
                owner=self,
            )

    def _on_found(self, group: Group, result: GroupResult) -> None:
        self._tasks.pop(group, None)
        self._hits += result.count
        self.found.emit(result)
        self._go_on()

    def _on_failed(self, group: Group, error: JarvisError) -> None:
        """Say it in the place of the group; where the database is away, of all of them."""
        self._tasks.pop(group, None)
        if _concerns_all(error):
            self.stop()
            self.failed.emit(error)
            return
        self.found.emit(GroupResult(group, remark=f"{error.message} {error.hint}".strip()))
        self._go_on()

    def _go_on(self) -> None:
        if self._tasks:
            return
        if self._hits > FEW or self._similar:
            self.finished.emit(self._similar, bool(self._similar))
            return
        work = partial(_similar, self._context, self.text)
        self._tasks[None] = self._context.tasks.submit(
            Lane.READ, work, done=self._on_similar, failed=self._on_no_spelling, owner=self
        )

    def _on_similar(self, similar: str) -> None:
        self._tasks.pop(None, None)
        if similar and not self._hits:
            self._similar = similar
            self._search(similar)
        else:
            self.finished.emit(similar, False)

    def _on_no_spelling(self, _error: JarvisError) -> None:
        self._tasks.pop(None, None)
        self.finished.emit("", False)


def _find(context: ComponentContext, group: Group, text: str, offered: Sequence[Entry]) -> GroupResult:
    return context.services.search.find(group, text, context.reader, offered)


def _similar(context: ComponentContext, text: str) -> str:
    return context.services.search.similar(text, context.reader)


def _concerns_all(error: JarvisError) -> bool:
    from jarvis_desktop.core.errors import DatabaseUnavailable

    return isinstance(error, DatabaseUnavailable)
