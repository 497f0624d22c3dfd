"""Fetches what is looked at in a list, measures it, and stops fetching what went out of sight."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from jarvis_desktop.tables.window.types import BLOCK_ROWS, Ruler
from ui.core.tasks import Lane
from ui.tables.blocks import Block, Section, State
from ui.tables.measuring import measured, pins

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jarvis_desktop.core.errors import JarvisError
    from ui.core.tasks import Task, TaskRunner
    from ui.tables.model import PagedTableModel, Want
    from ui.tables.reading import RowReader
    from ui.tables.shifting import Arrival, Shifts

MOST_UNDER_WAY = 4
MEASURE_AFTER_MS = 200
_REST = 5
"""After a measurement the server rests for this many times as long as it took."""


class BlockLoader(QObject):
    """Keeps the model's sections filled where people look.

    Signals:
        arrived (): rows that were asked for are here.
        failed (JarvisError): rows did not come; `retry` asks for them again.
        measured (): where rows stand is known anew.
    """

    arrived = Signal()
    failed = Signal(object)
    measured = Signal()

    def __init__(self, tasks: TaskRunner, model: PagedTableModel, shifts: Shifts, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._model = model
        self._shifts = shifts
        self._reader: RowReader | None = None
        self._under_way: dict[Block, tuple[Section, Task]] = {}
        self._rulers: dict[Section, Task] = {}
        self._due: set[Section] = set()
        self._before = 0
        self._at: Block | None = None
        self._began, self._took = 0.0, 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._measure_due)

    @property
    def idle(self) -> bool:
        """Whether nothing is under way and nothing waits."""
        return not (self._under_way or self._rulers or self._due)

    def use(self, reader: RowReader) -> None:
        """Read with `reader` from now on; what is under way is dropped."""
        self.drop()
        self._reader = reader

    def drop(self) -> None:
        """Stop everything."""
        for block, (_, task) in self._under_way.items():
            task.cancel()
            block.state = State.COMPLETE if block.rows is not None else State.READY
        for task in self._rulers.values():
            task.cancel()
        self._under_way.clear()
        self._rulers.clear()
        self._due.clear()
        self._timer.stop()
        self._took = 0.0

    def looked(self, wants: Sequence[Want], section: Section, block: Block) -> None:
        """Fetch what was looked at, the block looked at last first, then its neighbour in the direction of travel."""
        if not wants and block is self._at:
            return
        self._at = block
        here = [want for want in wants if want.block in want.section.blocks]
        if len(here) < len(wants):
            # Others stand there by now: those are asked for when they are painted.
            self._model.tell_changed(0, self._model.rowCount() - 1)
        wanted = {want.block for want in here}
        self._forget_passed(wanted)
        for want in reversed(here):
            self._fetch(want.section, want.block, want.offset)
        start = self._model.layout.start(block)
        if start is None or block not in section.blocks:
            return
        step = -1 if start < self._before else 1
        self._before = start
        place = section.blocks.index(block) + step
        if 0 <= place < len(section.blocks) and not wanted and len(self._under_way) < MOST_UNDER_WAY:
            beside = section.blocks[place]
            if not beside.gap or step > 0:
                self._fetch(section, beside, 0)

    def retry(self) -> None:
        """Ask again for what did not come."""
        for section in self._model.layout.sections:
            for block in section.blocks:
                if block.state is State.FAILED:
                    block.state = State.READY
        self._model.turn_away()
        self._model.tell_changed(0, self._model.rowCount() - 1)
        for section in self._model.layout.sections:
            if not section.exact:
                self.measure(section)

    def measure(self, section: Section, *, after_ms: int = 0) -> None:
        """Lay a ruler to a section, now or soon; never much more often than it takes."""
        if section.collapsed and section.exact:
            return
        self._due.add(section)
        rest = int((self._began + self._took * (1 + _REST) - time.monotonic()) * 1000) if self._took else 0
        wait = max(after_ms, rest)
        if wait <= 0 and not self._rulers:
            self._measure_due()
        elif not self._timer.isActive() or self._timer.remainingTime() > wait:
            self._timer.start(max(wait, 1))

    def measure_at_once(self, section: Section) -> None:
        """Lay a ruler to a section because somebody waits for it."""
        if section not in self._rulers:
            self._due.add(section)
            self._measure_due()

    def _measure_due(self) -> None:
        due, self._due = self._due, set()
        for section in due:
            if section in self._rulers:
                self._due.add(section)
            elif self._reader is not None:
                self._began = time.monotonic()
                work = partial(self._reader.ruler, section.query, pins(section))
                self._rulers[section] = self._tasks.submit(
                    Lane.READ,
                    work,
                    done=partial(self._on_ruler, section),
                    failed=partial(self._on_no_ruler, section),
                    owner=self,
                )

    def _fetch(self, section: Section, block: Block, offset: int) -> None:
        if block.state in (State.BUSY, State.FAILED) or (block.rows is not None and not block.stale):
            return
        backwards = block.gap and offset >= BLOCK_ROWS
        if backwards and block.size - offset > BLOCK_ROWS:
            self.measure_at_once(section)
            return
        assert self._reader is not None
        until = section.until(section.blocks.index(block))
        if backwards:
            work = partial(self._reader.last, section.query, block.after, until)
        elif block.gap:
            work = partial(self._reader.first, section.query, block.after, until)
        else:
            work = partial(self._reader.block, section.query, block.after, until, block.size)
        block.state = State.BUSY
        asked = (block.after, until)
        task = self._tasks.submit(
            Lane.READ,
            work,
            done=partial(self._on_rows, section, block, asked, backwards),
            failed=partial(self._on_no_rows, block),
            owner=self,
        )
        self._under_way[block] = (section, task)

    def _forget_passed(self, wanted: set[Block]) -> None:
        """Stop fetching what went out of sight, the oldest first, where there is more than a few."""
        passed = [block for block in self._under_way if block not in wanted]
        too_many = len(self._under_way) + len(wanted - self._under_way.keys()) - MOST_UNDER_WAY
        for block in passed[: max(0, too_many)]:
            _, task = self._under_way.pop(block)
            task.cancel()
            block.state = State.COMPLETE if block.rows is not None else State.READY

    def _on_rows(self, section: Section, block: Block, asked: object, backwards: bool, arrival: Arrival) -> None:  # noqa: FBT001
        self._under_way.pop(block, None)
        block.state = State.READY
        if block not in section.blocks or asked != (block.after, section.until(section.blocks.index(block))):
            self._model.tell_changed(0, self._model.rowCount() - 1)
            return
        if backwards:
            self._shifts.arrive_last(section, block, arrival)
        else:
            self._shifts.arrive(section, block, arrival)
        if len(section.blocks) == 1 and not block.gap:
            section.exact = True
        elif not section.exact and not section.collapsed and section not in self._rulers:
            self.measure(section, after_ms=MEASURE_AFTER_MS)
        self.arrived.emit()

    def _on_no_rows(self, block: Block, error: JarvisError) -> None:
        self._under_way.pop(block, None)
        block.state = State.FAILED
        self.failed.emit(error)

    def _on_ruler(self, section: Section, ruler: Ruler) -> None:
        self._rulers.pop(section, None)
        self._took = time.monotonic() - self._began
        if section in self._model.layout.sections:
            with self._shifts.shifting():
                self._shifts.renew(section, measured(section, ruler))
            section.exact = True
            self._reread_stale(section)
            self._model.tell_changed(0, self._model.rowCount() - 1)
            self.measured.emit()
        if self._due and not self._timer.isActive():
            self.measure(next(iter(self._due)))

    def _reread_stale(self, section: Section) -> None:
        for block in section.blocks:
            if block.stale and block.seen:
                self._fetch(section, block, 0)

    def _on_no_ruler(self, section: Section, error: JarvisError) -> None:
        self._rulers.pop(section, None)
        self._took = time.monotonic() - self._began
        self.failed.emit(error)
