"""How many rows each saved filter finds: counted one after another, in the background, while somebody looks."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jarvis_desktop.core.figures import grouped
from ui.core.tasks import Lane, Latest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.tables.service import TableService
    from jarvis_desktop.tables.types import Query
    from jarvis_desktop.views.types import SavedView
    from ui.core.tasks import TaskRunner

MOST_COUNTED = 10_000


class ViewCounts(QObject):
    """Counts that are kept until the rows change.

    Signals:
        counted (int): the count of the view with that id is here.
    """

    counted = Signal(int)

    def __init__(self, tables: TableService, tasks: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._tables = tables
        self._tasks = tasks
        self._counts: dict[int, int] = {}
        self._outdated: set[int] = set()
        self._waiting: list[tuple[int, Query]] = []
        self._under_way: Latest[int] = Latest()

    def words(self, view_id: int) -> str:
        """The latest count in words, "" before there is one."""
        count = self._counts.get(view_id)
        if count is None:
            return ""
        return f"{MOST_COUNTED:,}+" if count > MOST_COUNTED else grouped(count)

    def count(self, query: Query, views: Iterable[SavedView]) -> None:
        """Count what the views find of the rows that `query` shows, those not known or outdated."""
        self.stop()
        for view in views:
            if view.narrowing is not None and (view.id not in self._counts or view.id in self._outdated):
                filters = (*query.filters, *view.narrowing.filters)
                self._waiting.append((view.id, replace(query, filters=filters, text=view.narrowing.text, sort=())))
        self._go_on()

    def outdate(self, *view_ids: int) -> None:
        """Rows changed (no ids), or what these views ask for: count anew when asked the next time."""
        self._outdated.update(view_ids or self._counts)

    def stop(self) -> None:
        """Nobody looks any more."""
        self._waiting.clear()
        self._under_way.drop()

    def _go_on(self) -> None:
        if self._waiting:
            view_id, query = self._waiting.pop(0)
            work = partial(self._tables.count_up_to, query, MOST_COUNTED + 1)
            done = partial(self._on_counted, view_id)
            task = self._tasks.submit(Lane.READ, work, done=done, failed=self._on_failed, owner=self)
            self._under_way.keep(task)

    def _on_counted(self, view_id: int, count: int) -> None:
        self._counts[view_id] = count
        self._outdated.discard(view_id)
        self.counted.emit(view_id)
        self._go_on()

    def _on_failed(self, _error: JarvisError) -> None:
        self._go_on()
