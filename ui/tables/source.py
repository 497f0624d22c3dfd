"""Feeds a table model from the table service: first page, more pages, other filters and orders, changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.tables.types import Sort
from ui.core.tasks import Lane, Latest
from ui.tables.formatting import DisplayPage, DisplayRow, display
from ui.tables.model import PagedTableModel, State
from ui.tables.plan import TablePlan, TableProps, plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.tables.service import TableService
    from jarvis_desktop.tables.types import Cursor, Filter, Query
    from ui.core.tasks import Task, TaskRunner

PAGE_ROWS = 100


@dataclass(frozen=True, slots=True)
class Opened:
    """The first page, and the plan that it follows."""

    plan: TablePlan
    page: DisplayPage


@dataclass(frozen=True, slots=True)
class Reread:
    """Rows as they are now; `gone` no longer belong here."""

    rows: dict[str, DisplayRow]
    gone: frozenset[str]


class TableSource(QObject):
    """Keeps a model true to what is asked for and to what is stored.

    Signals:
        started (): a first page was asked for.
        opened (TablePlan): the first page is here, the model has its columns and rows.
        failed (JarvisError): the first page did not come; `reopen` tries again.
        more_failed (JarvisError): a later page did not come, or a change could not be read; `retry` tries again.
        settled (): the model's rows are as asked for.
    """

    started = Signal()
    opened = Signal(object)
    failed = Signal(object)
    more_failed = Signal(object)
    settled = Signal()

    def __init__(
        self, tables: TableService, tasks: TaskRunner, asked: TableProps, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tables = tables
        self._tasks = tasks
        self._asked = asked
        self._plan: TablePlan | None = None
        self._filters: tuple[Filter, ...] = ()
        self._text = ""
        self._sort: tuple[Sort, ...] | None = None
        self._first: Latest[Opened] = Latest()
        self._more: Latest[DisplayPage] = Latest()
        self._again: Latest[object] = Latest()
        self._refreshing = False
        self._waiting = Changes()
        self.model = PagedTableModel(self._request, self)

    @property
    def plan(self) -> TablePlan | None:
        """Columns and first query, once the table is open."""
        return self._plan

    @property
    def narrowed(self) -> bool:
        """Whether somebody looks at a part of the rows only."""
        return bool(self._filters or self._text)

    @property
    def sort(self) -> tuple[Sort, ...]:
        """The order in force; empty for the key's."""
        if self._sort is not None:
            return self._sort
        return self._plan.query.sort if self._plan else self._asked.sort

    def reopen(self) -> None:
        """Ask for the first page (again)."""
        self._drop()
        self.started.emit()
        work = partial(_open, self._tables, self._asked, self._filters, self._text, self._sort)
        self._first.keep(self._tasks.submit(Lane.READ, work, done=self._on_opened, failed=self._on_failed))

    def narrow(self, filters: tuple[Filter, ...], text: str) -> None:
        """Show only the rows that these filters and this text find."""
        if (filters, text) != (self._filters, self._text):
            self._filters, self._text = filters, text
            self.reopen()

    def cycle_sort(self, column: str) -> None:
        """Sort by a column: up, then down, then as the table began."""
        current = next((sort for sort in self.sort[:1] if sort.column == column), None)
        if current is None:
            self._sort = (Sort(column),)
        elif self._sort is None or not current.descending:
            self._sort = (Sort(column, descending=not current.descending),)
        else:
            self._sort = None
        self.reopen()

    def retry(self) -> None:
        """Ask again for what failed after the first page."""
        if self.model.state is State.FAILED:
            self.model.retry()
        else:
            self.follow(Changes(everything=True))

    def follow(self, changes: Changes) -> None:
        """Show what changed: known rows in place; where rows came, went or moved, the list keeps its hold."""
        if self._plan is None:
            self.reopen()
            return
        if self._refreshing:
            self._waiting |= changes
            return
        self._refreshing = True
        name = self._plan.table.name
        ids = None if changes.everything else changes.rows.get(name)
        shown = set(self.model.row_ids)
        if ids is not None and ids <= shown and len(ids) <= PAGE_ROWS:
            work = partial(_reread, self._tables, self._query(), tuple(sorted(ids)))
            task = self._tasks.submit(Lane.READ, work, done=self._on_reread, failed=self._on_follow_failed)
        else:
            task = self._submit_whole_list()
        self._again.keep(task)

    def _submit_whole_list(self) -> Task:
        limit = max(PAGE_ROWS, self.model.rowCount())
        work = partial(_read, self._tables, self._query(), None, limit)
        return self._tasks.submit(Lane.READ, work, done=self._on_refreshed, failed=self._on_follow_failed)

    def _query(self) -> Query:
        assert self._plan is not None
        return _narrowed(self._plan.query, self._filters, self._text, self._sort)

    def _drop(self) -> None:
        self._first.drop()
        self._more.drop()
        self._again.drop()
        self._refreshing = False
        self._waiting = Changes()

    def _request(self, after: Cursor | None) -> None:
        work = partial(_read, self._tables, self._query(), after, PAGE_ROWS)
        self._more.keep(self._tasks.submit(Lane.READ, work, done=self._on_more, failed=self._on_more_failed))

    def _on_opened(self, opened: Opened) -> None:
        self._plan = opened.plan
        self.model.start(opened.plan.columns, opened.page)
        self.opened.emit(opened.plan)
        self.settled.emit()

    def _on_failed(self, error: JarvisError) -> None:
        self.model.clear(State.FAILED)
        self.failed.emit(error)

    def _on_more(self, page: DisplayPage) -> None:
        self.model.append(page)
        self.settled.emit()

    def _on_more_failed(self, error: JarvisError) -> None:
        self.model.fail()
        self.more_failed.emit(error)

    def _on_reread(self, reread: Reread) -> None:
        if self._moved(reread.rows):
            # A row with another sort value stands elsewhere now, perhaps beyond the rows that are here.
            self._again.keep(self._submit_whole_list())
            return
        self.model.patch(reread.rows, reread.gone)
        self._followed()

    def _on_refreshed(self, page: DisplayPage) -> None:
        if page.after is not None and len(page.rows) < self.model.rowCount():
            # Another page came meanwhile: these are no longer all of the rows here.
            self._again.keep(self._submit_whole_list())
            return
        self._more.drop()
        self.model.replace(page)
        self._followed()

    def _on_follow_failed(self, error: JarvisError) -> None:
        self._refreshing = False
        self.more_failed.emit(error)

    def _followed(self) -> None:
        self._refreshing = False
        self.settled.emit()
        waiting, self._waiting = self._waiting, Changes()
        if waiting.everything or waiting.rows:
            self.follow(waiting)

    def _moved(self, rows: dict[str, DisplayRow]) -> bool:
        names = [column.name for column in self.model.columns]
        keys = {sort.column for sort in self.sort}
        if not keys <= set(names):
            return bool(keys)
        places = [names.index(key) for key in keys]
        return any(self.model.differs(row, places) for row in rows.values())


def _narrowed(query: Query, filters: Sequence[Filter], text: str, sort: tuple[Sort, ...] | None) -> Query:
    return replace(query, filters=(*query.filters, *filters), text=text, sort=query.sort if sort is None else sort)


def _open(
    tables: TableService, asked: TableProps, filters: Sequence[Filter], text: str, sort: tuple[Sort, ...] | None
) -> Opened:
    info = tables.table(asked.table)
    if not info.exists:
        # It may have been created since the program looked.
        tables.refresh()
        info = tables.table(asked.table)
    made = plan(asked, info)
    return Opened(made, _read(tables, _narrowed(made.query, filters, text, sort), None, PAGE_ROWS))


def _read(tables: TableService, query: Query, after: Cursor | None, limit: int) -> DisplayPage:
    return display(tables.page(query, after=after, limit=limit))


def _reread(tables: TableService, query: Query, ids: tuple[str, ...]) -> Reread:
    rows = {row.id: row for row in display(tables.rows(query, ids)).rows}
    return Reread(rows, frozenset(ids) - rows.keys())
