"""What a table shows: rows of a query in an order, by groups perhaps, kept true to what is stored."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import DatabaseRefused, RecordMissing
from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.types import OUTDATED_STATES, Sort, Span
from ui.core.tasks import Lane, Latest
from ui.tables.arrangement import Arrangement
from ui.tables.following import Follower
from ui.tables.loading import MEASURE_AFTER_MS, BlockLoader
from ui.tables.model import PagedTableModel, State
from ui.tables.reading import Asked, Opened, Piece, as_they_are, open_table, query_of, writer_of
from ui.tables.replanning import Replanned, pieces_in_sight, put_in_place, replan
from ui.tables.shifting import Shifts

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.tables.service import TableService
    from jarvis_desktop.tables.types import Filter, Query
    from ui.core.tasks import TaskRunner
    from ui.tables.blocks import Block, Section
    from ui.tables.formatting import RowWriter
    from ui.tables.plan import TablePlan, TableProps

_OTHER_COLUMNS = OUTDATED_STATES - {"42P01"}
"""Where the whole table is gone, the rows that are here stay in view."""


class TableSource(QObject):
    """Keeps a model true to what is asked for and to what is stored.

    Signals:
        started (): a first page was asked for.
        opened (TablePlan): the first page is here, the model has its columns and rows.
        failed (JarvisError): the first page did not come; `reopen` tries again.
        more_failed (JarvisError): later rows did not come, or a change could not be read; `retry` tries again.
        settled (): rows that were asked for are here.
        counted (): `total` or `total_exact` may be others than before.
        reached (int): the place of the row that `go_to` or `go_to_key` was asked for.
        missed (JarvisError): no such row is in the list.
    """

    started = Signal()
    opened = Signal(object)
    failed = Signal(object)
    more_failed = Signal(object)
    settled = Signal()
    counted = Signal()
    reached = Signal(int)
    missed = Signal(object)

    def __init__(
        self, tables: TableService, tasks: TaskRunner, asked: TableProps, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tables = tables
        self._tasks = tasks
        self._props = asked
        self._plan: TablePlan | None = None
        self.arrangement: Callable[[], Arrangement] = Arrangement
        """How the person arranged the table; called in the worker that opens it."""
        self.writer: Callable[[TablePlan], RowWriter] = writer_of
        """Makes what writes the rows of a plan; called in the worker that opens the table."""
        self.resolve: Callable[[TableProps], TableProps] = as_they_are
        """Completes the props by what a named source says; called in the worker that opens the table."""
        self._asked = Asked()
        self._now: Opened | None = None
        self._first: Latest[Opened] = Latest()
        self._again: Latest[Replanned] = Latest()
        self._going: Latest[Any] = Latest()
        self._sought: tuple[str, Any] | None = None
        self._renewing = False
        self.model = PagedTableModel(self._on_looked, self)
        shifts = Shifts(self.model)
        self._shifts = shifts
        self.loader = BlockLoader(tasks, self.model, shifts, self)
        self._follower = Follower(tasks, self.model, shifts, self.loader, self)
        self.loader.arrived.connect(self._on_settled)
        self.loader.failed.connect(self._on_part_failed)
        self.loader.measured.connect(self._on_measured)
        self._follower.followed.connect(self._on_settled)
        self._follower.failed.connect(self._on_part_failed)

    @property
    def plan(self) -> TablePlan | None:
        """Columns and first query, once the table is open."""
        return self._plan

    @property
    def narrowed(self) -> bool:
        """Whether somebody looks at a part of the rows only."""
        return bool(self._asked.filters or self._asked.text)

    @property
    def sort(self) -> tuple[Sort, ...]:
        """The order in force; empty for the key's."""
        if self._asked.sort is not None:
            return self._asked.sort
        return self._plan.query.sort if self._plan else self._props.sort

    @property
    def query(self) -> Query | None:
        """What is asked for now, once the table is open."""
        return None if self._plan is None else query_of(self._plan, self._asked)

    @property
    def total(self) -> int | None:
        """How many rows match, as far as is known; those of closed groups too."""
        return None if self._now is None else sum(section.count for section in self.model.layout.sections)

    @property
    def total_exact(self) -> bool:
        """Whether `total` is no guess."""
        return self._now is not None and all(section.exact for section in self.model.layout.sections)

    @property
    def group_column(self) -> str:
        """The column that groups the rows, or ""."""
        return self._asked.group_by

    def reopen(self) -> None:
        """Ask for the first page (again)."""
        self._drop()
        self.started.emit()
        work = partial(open_table, self._tables, self._props, self._asked, self.arrangement, self.writer, self.resolve)
        self._first.keep(self._tasks.submit(Lane.READ, work, done=self._on_opened, failed=self._on_failed))

    def show_columns(self, *, renew: bool = False) -> None:
        """Show the columns that the person wants now; the rows stay where they are.

        With `renew` the other rows are looked at as well, as after a change of which nobody knows what it was.
        """
        self._renewing = renew
        if self._now is None or self._asked.text:
            # Other columns may hold the text that is looked for.
            self.reopen()
            return
        self._drop()
        self.started.emit()
        sight = pieces_in_sight(self.model)
        work = partial(replan, self._tables, self._props, self._asked, self.arrangement, self.writer, sight)
        failed = self._on_part_failed if renew else self._on_failed
        self._again.keep(self._tasks.submit(Lane.READ, work, done=self._on_replanned, failed=failed))

    def narrow(self, filters: tuple[Filter, ...], text: str) -> None:
        """Show only the rows that these filters and this text find."""
        self._ask(replace(self._asked, filters=filters, text=text))

    def begin_with(
        self, filters: tuple[Filter, ...], text: str, sort: tuple[Sort, ...] | None, group_by: str | None
    ) -> None:
        """Ask for these rows when the table is opened, or again if it is open; None leaves what is in force."""
        grouped = self._asked if group_by is None else replace(self._asked, group_by=group_by, begun=True)
        self._asked = replace(grouped, filters=filters, text=text, sort=sort)
        if self._plan is not None:
            self.reopen()

    def same_filters(self, filters: tuple[Filter, ...]) -> None:
        """The filters in force are written so from now on; they find the same rows."""
        self._asked = replace(self._asked, filters=filters)

    def sort_by(self, sort: tuple[Sort, ...] | None) -> None:
        """Show the rows in that order; None: as the table began."""
        self._asked = replace(self._asked, sort=sort)
        self.reopen()

    def cycle_sort(self, column: str) -> None:
        """Sort by a column: up, then down, then as the table began."""
        current = next((sort for sort in self.sort[:1] if sort.column == column), None)
        if current is None:
            self.sort_by((Sort(column),))
        elif self._asked.sort is None or not current.descending:
            self.sort_by((Sort(column, descending=not current.descending),))
        else:
            self.sort_by(None)

    def group_by(self, column: str, collapsed: frozenset[str] = frozenset()) -> None:
        """Show the rows in groups of one value of a column ("": in none); groups of these texts are closed."""
        self._ask(replace(self._asked, group_by=column, collapsed=collapsed, begun=True))

    def toggle_group(self, place: int) -> None:
        """Close the group whose head stands there, or open it."""
        head = self.model.group(place)
        if head is None:
            return
        section, _, _ = self.model.layout.at(place)
        self._shifts.collapse(section, collapsed=not head.collapsed)
        closed = self._asked.collapsed - {head.text} if head.collapsed else self._asked.collapsed | {head.text}
        self._asked = replace(self._asked, collapsed=closed)

    def retry(self) -> None:
        """Ask again for what failed after the first page."""
        if self.model.state is State.FAILED:
            self.loader.retry()
        else:
            self.follow(Changes(everything=True))

    def follow(self, changes: Changes) -> None:
        """Show what changed: known rows in place; where rows came, went or moved, the list keeps its hold."""
        if self._now is None:
            self.reopen()
        else:
            self._follower.follow(changes)

    def spans(self, first: int, last: int) -> tuple[Span, ...]:
        """The rows of the places `first` to `last`, heads of groups left out, as parts of `query`."""
        found: list[Span] = []
        start = ahead = 0
        for section in self.model.layout.sections:
            start += section.head is not None
            for block in () if section.collapsed else section.blocks:
                begin, end = max(first, start), min(last, start + block.size - 1)
                if begin <= end:
                    self._add_span(found, section, block, begin - start, end - begin + 1, ahead)
                start += block.size
                ahead += block.size
            ahead += section.count if section.collapsed else 0
        return tuple(found)

    def go_to(self, position: int) -> None:
        """Bring the row of that position (from 0, in the whole order) into sight."""
        ahead = 0
        for section in self.model.layout.sections:
            count = section.count
            start = self.model.layout.start(section if section.head is not None else section.blocks[0])
            if start is not None and count and (position < ahead + count or section is self.model.layout.sections[-1]):
                inside = max(0, min(position - ahead, count - 1))
                self.reached.emit(start if section.collapsed else start + inside + (section.head is not None))
                return
            ahead += count

    def go_to_key(self, text: str) -> None:
        """Bring the record into sight that people call so: by its primary key, or a unique text (INC-7)."""
        if self._now is None:
            return
        reader = self._now.reader
        work = partial(_seek, reader, text.strip(), self._asked.group_by)
        self._going.keep(self._tasks.submit(Lane.READ, work, done=self._on_sought, failed=self.missed.emit, owner=self))

    def _ask(self, asked: Asked) -> None:
        if asked != self._asked:
            self._asked = asked
            self.reopen()

    def _drop(self) -> None:
        self._first.drop()
        self._again.drop()
        self._going.drop()
        self._sought = None
        self.loader.drop()
        self._follower.drop()

    def _add_span(self, found: list[Span], section: Section, block: Block, skip: int, count: int, ahead: int) -> None:
        last = found[-1] if found else None
        if section.head is None:
            if last is not None:
                found[-1] = replace(last, count=last.count + count)
            else:
                found.append(Span(block.after, skip, count))
        elif last is not None and last.skip + last.count == ahead + skip:
            found[-1] = replace(last, count=last.count + count)
        else:
            # The first row of a group has no cursor in the order of all.
            found.append(Span(None, ahead + skip, count))

    def _on_looked(self, *looked: Any) -> None:
        self.loader.looked(*looked)

    def _on_opened(self, opened: Opened) -> None:
        self._asked = opened.asked
        self._take(opened)
        self.model.start(opened.plan.columns, opened.sections)
        self.opened.emit(opened.plan)
        self._measure_guessed()
        self._on_settled()

    def _take(self, opened: Opened) -> None:
        self._plan, self._now = opened.plan, opened
        made = opened.plan
        carried = [column.name for column in (*made.columns, *made.extra)]
        self.loader.use(opened.reader)
        self._follower.use(opened.reader, opened.query, made.table.name, carried, made.table.key, self._asked.group_by)

    def _measure_guessed(self) -> None:
        for section in self.model.layout.sections:
            if not section.exact:
                self.loader.measure(section, after_ms=MEASURE_AFTER_MS)

    def _on_replanned(self, replanned: Replanned) -> None:
        if self._now is None or replace(
            self._now.query, columns=replanned.query.columns, extra=replanned.query.extra
        ) != (replanned.query):
            self.reopen()
            return
        self._take(replace(self._now, plan=replanned.plan, query=replanned.query, reader=replanned.reader))
        with self.model.other_columns(replanned.plan.columns):
            put_in_place(self.model.layout.sections, replanned)
        self.opened.emit(replanned.plan)
        self._measure_guessed()
        self._on_settled()
        if self._renewing:
            self._renewing = False
            self.follow(Changes(everything=True))

    def _on_failed(self, error: JarvisError) -> None:
        self._now = None
        self.model.clear(State.FAILED)
        self.failed.emit(error)

    def _on_part_failed(self, error: JarvisError) -> None:
        if isinstance(error, DatabaseRefused) and error.sqlstate in _OTHER_COLUMNS:
            # A column was dropped meanwhile, or is of another type: the table is shown as it is now.
            self.reopen()
        else:
            self.more_failed.emit(error)

    def _on_settled(self) -> None:
        self.settled.emit()
        self.counted.emit()

    def _on_measured(self) -> None:
        if not self.model.rowCount():
            # A long list was emptied by others: nothing is left of it that could still arrive.
            self.settled.emit()
        self.counted.emit()
        if self._sought is not None:
            self._on_sought(self._sought)

    def _on_sought(self, sought: tuple[str, Any]) -> None:
        """The record is there; where it stands the list says, or the server."""
        row_id, value = sought
        self._sought = None
        place = self.model.row_of(row_id)
        if place is not None:
            self.reached.emit(place)
            return
        section = next((s for s in self.model.layout.sections if s.head is None or s.value == value), None)
        if section is None or self._now is None:
            self._on_placed(None)
            return
        if section.collapsed:
            self.toggle_group(self.model.layout.start(section) or 0)
        if any(block.gap for block in section.blocks):
            self._sought = sought
            self.loader.measure_at_once(section)
            return
        pieces = [Piece(block, block.after, None, block.size) for block in section.blocks]
        work = partial(self._now.reader.place, section.query, row_id, pieces)
        self._going.keep(self._tasks.submit(Lane.READ, work, done=self._on_placed, failed=self.missed.emit, owner=self))

    def _on_placed(self, placed: tuple[Block, int] | None) -> None:
        start = None if placed is None else self.model.layout.start(placed[0])
        if start is None or placed is None:
            self.missed.emit(
                RecordMissing(
                    tr("The record is not among the rows shown."), hint=tr("Filters or the search leave it out.")
                )
            )
            return
        self.reached.emit(min(start + placed[1], self.model.rowCount() - 1))


def _seek(reader: Any, text: str, group_by: str) -> tuple[str, Any]:
    row_id = reader.key(text)
    return row_id, reader.value(row_id, group_by) if group_by else None
