"""Changes what stands where in a list so that selection and sight keep their hold: rows come, go and move, no reset."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex

from jarvis_desktop.tables.window.types import BLOCK_ROWS
from ui.tables.blocks import Block, Section, named
from ui.tables.merge import steps

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from jarvis_desktop.tables.types import Cursor
    from ui.tables.formatting import DisplayRow
    from ui.tables.model import PagedTableModel

_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Arrival:
    """Rows read for a block: what stands behind `after` up to `until`; `complete` when these are all of its rows."""

    rows: tuple[DisplayRow, ...]
    after: Cursor | None
    until: Cursor | None
    complete: bool


class Shifts:
    """Changes the layout of a model, telling the views."""

    def __init__(self, model: PagedTableModel) -> None:
        self._model = model

    @contextmanager
    def shifting(self) -> Iterator[None]:
        """What happens within comes from others: the view keeps its first row in sight."""
        self._model.about_to_shift.emit()
        yield
        self._model.shifted.emit()

    def arrive(
        self, section: Section, block: Block, arrival: Arrival, announced: Collection[str] | None = None
    ) -> None:
        """Put rows that were read into their block.

        Where others changed something (`announced`: the keys, as far as they are known), what differs from what was
        here is marked for a moment.
        """
        if block.gap:
            block = self._cut_head(section, block, arrival)
        self._merge(section, block, list(arrival.rows), announced)
        if not arrival.complete and arrival.until is not None:
            self._open_behind(section, block, arrival.until)
        self._model.arrived(block)

    def arrive_last(self, section: Section, gap: Block, arrival: Arrival) -> None:
        """Put rows read backwards at the end of a gap."""
        rows = list(arrival.rows)
        place = section.blocks.index(gap)
        block = Block(arrival.after, 0)
        if arrival.complete:
            self.arrive(section, gap, arrival)
            return
        # The gap keeps at least a row, since there are more; what it has too many go in it, not at the end.
        self._resize(section, gap, max(gap.size, len(rows) + 1))
        gap.size -= len(rows)
        block.keep(rows)
        section.blocks.insert(place + 1, block)
        self._settle(section, block)
        self._model.arrived(block)

    def drop(self, block: Block, ids: Collection[str]) -> None:
        """Take rows of a block out that are no more."""
        keys = block.keys()
        for offset in reversed([offset for offset, key in enumerate(keys) if key in ids]):
            start = self._model.layout.start(block)
            with self._removing(start, offset, offset):
                self._take_out(block, offset)

    def move(self, source: Block, target: Block, row_id: str) -> None:
        """Move a row to the end of another block, where `arrive` will find its place."""
        offset = source.keys().index(row_id)
        first, last = self._model.layout.start(source), self._model.layout.start(target)
        if first is None or last is None:
            source.size, target.size = source.size - 1, target.size + 1
            return
        row = None if source.rows is None else source.rows[offset]
        if row is None or target.rows is None:
            self._put_away(target)
        keys = target.keys()
        begin = first + offset
        self._model.beginMoveRows(_NOWHERE, begin, begin, _NOWHERE, last + target.size)
        self._take_out(source, offset)
        if row is not None and target.rows is not None:
            target.rows.append(row)
        else:
            target.ids = (*keys, row_id)
        target.size += 1
        self._model.rearrange()
        self._model.endMoveRows()

    def patch(self, rows: Mapping[str, DisplayRow]) -> None:
        """Show new values of rows that are here, where they stand."""
        changed: list[str] = []
        start = 0
        for _, block in self._model.layout.entries:
            for offset, row in enumerate(block.rows or () if block is not None else ()):
                new = rows.get(row.id)
                if new is not None and new != row and block is not None and block.rows is not None:
                    block.rows[offset] = new
                    changed.append(row.id)
                    self._model.tell_changed(start + offset, start + offset)
            start += 1 if block is None else block.size
        self._model.light_up(changed)

    def renew(self, section: Section, runs: Sequence[Run]) -> None:
        """Put other blocks in place of runs of blocks, the last run first."""
        for run in sorted(runs, key=_begin, reverse=True):
            old = section.blocks[run.begin : run.end]
            start = self._start_of(section, run.begin)
            before, after = sum(b.size for b in old), sum(b.size for b in run.blocks)
            for block in old:
                self._put_away(block)
            if after > before:
                with self._inserting(start, before, after - 1):
                    section.blocks[run.begin : run.end] = run.blocks
            elif after < before:
                with self._removing(start, after, before - 1):
                    section.blocks[run.begin : run.end] = run.blocks
            else:
                section.blocks[run.begin : run.end] = run.blocks
                self._model.rearrange()

    def collapse(self, section: Section, *, collapsed: bool) -> None:
        """Put a section's rows away below its head, or show them."""
        head = self._model.layout.start(section)
        if head is None or section.collapsed == collapsed:
            return
        count = section.count
        if count:
            if collapsed:
                self._model.beginRemoveRows(_NOWHERE, head + 1, head + count)
            else:
                self._model.beginInsertRows(_NOWHERE, head + 1, head + count)
        section.collapsed = collapsed
        self._model.rearrange()
        if count and collapsed:
            self._model.endRemoveRows()
        elif count:
            self._model.endInsertRows()
        self._model.tell_changed(head, head)

    def _put_away(self, block: Block) -> None:
        """Have no rows of a block here any more."""
        if block.rows is not None:
            block.put_away()
            self._model.turn_away()
            start = self._model.layout.start(block)
            if start is not None:
                self._model.tell_changed(start, start + block.size - 1)

    def _cut_head(self, section: Section, gap: Block, arrival: Arrival) -> Block:
        """Make the rows that were read at the beginning of a gap a block of their own."""
        if arrival.complete:
            self._resize(section, gap, len(arrival.rows))
            gap.gap = False
            return gap
        self._resize(section, gap, max(gap.size, len(arrival.rows) + 1))
        block = Block(gap.after, len(arrival.rows))
        gap.size -= block.size
        gap.after = arrival.until
        section.blocks.insert(section.blocks.index(gap), block)
        self._model.rearrange()
        return block

    def _open_behind(self, section: Section, block: Block, after: Cursor) -> None:
        """What a block holds beyond the rows that were read is a gap behind it."""
        place = section.blocks.index(block) + 1
        if place < len(section.blocks) and section.blocks[place].after == after:
            return
        start = self._start_of(section, place)
        with self._inserting(start, 0, BLOCK_ROWS - 1):
            section.blocks.insert(place, Block(after, BLOCK_ROWS, gap=True))
        section.exact = False

    def _merge(self, section: Section, block: Block, rows: list[DisplayRow], announced: Collection[str] | None) -> None:
        before = {row.id: row for row in block.rows or ()}
        new = [row.id for row in rows]
        plan = steps(named(block.keys(), new), new)
        # Views look at the rows beside a change while it happens: what is here stays here.
        here = None if block.rows is None else list(block.rows)
        block.ids = None
        for first, last in plan.removed:
            with self._removing(self._model.layout.start(block), first, last):
                block.size -= last - first + 1
                if here is not None:
                    del here[first : last + 1]
                    block.rows = here
        if plan.order is not None:
            here = None if here is None else [here[source] for source in plan.order]
            self._reorder(block, here, plan.order)
        for first, last in plan.inserted:
            with self._inserting(self._model.layout.start(block), first, last):
                block.size += last - first + 1
                if here is not None:
                    here[first:first] = rows[first : last + 1]
                    block.rows = here
        block.keep(rows)
        self._settle(section, block)
        if announced is not None:
            others = [row.id for row in rows if before.get(row.id) != row]
            self._model.light_up(others if before else [key for key in others if key in announced])

    def _settle(self, section: Section, block: Block) -> None:
        """Tell that a block's rows are here."""
        self._model.rearrange()
        start = self._model.layout.start(block)
        if start is not None:
            self._model.tell_changed(start, start + block.size - 1)
        head = self._model.layout.start(section)
        if section.head is not None and head is not None:
            self._model.tell_changed(head, head)

    def _resize(self, section: Section, block: Block, size: int) -> None:
        start = self._start_of(section, section.blocks.index(block))
        if size > block.size:
            with self._inserting(start, block.size, size - 1):
                block.size = size
        elif size < block.size:
            with self._removing(start, size, block.size - 1):
                block.size = size

    def _reorder(self, block: Block, rows: list[DisplayRow] | None, order: Sequence[int]) -> None:
        start = self._model.layout.start(block)
        if start is None:
            block.rows = rows
            return
        model = self._model
        model.layoutAboutToBeChanged.emit()
        places = {start + source: start + place for place, source in enumerate(order)}
        held = [index for index in model.persistentIndexList() if index.row() in places]
        moved = [model.index(places[index.row()], index.column()) for index in held]
        block.rows = rows
        model.turn_away()
        model.changePersistentIndexList(held, moved)
        model.layoutChanged.emit()

    def _take_out(self, block: Block, offset: int) -> None:
        if block.rows is not None:
            del block.rows[offset]
        elif block.ids is not None:
            block.ids = tuple(key for place, key in enumerate(block.keys()) if place != offset)
        block.size -= 1

    def _start_of(self, section: Section, place: int) -> int | None:
        """The place where a section's block at `place` begins, or would; None while it is collapsed."""
        head = self._model.layout.start(section)
        if section.head is None:
            head = self._model.layout.start(section.blocks[0]) if section.blocks else 0
        if section.collapsed or head is None:
            return None
        return head + (section.head is not None) + sum(block.size for block in section.blocks[:place])

    @contextmanager
    def _inserting(self, start: int | None, first: int, last: int) -> Iterator[None]:
        if start is None:
            yield
            self._model.rearrange()
            return
        self._model.beginInsertRows(_NOWHERE, start + first, start + last)
        yield
        self._model.rearrange()
        self._model.endInsertRows()

    @contextmanager
    def _removing(self, start: int | None, first: int, last: int) -> Iterator[None]:
        if start is None:
            yield
            self._model.rearrange()
            return
        self._model.beginRemoveRows(_NOWHERE, start + first, start + last)
        yield
        self._model.rearrange()
        self._model.endRemoveRows()


@dataclass(frozen=True, slots=True)
class Run:
    """The blocks `begin` up to `end` of a section, and those to stand in their place."""

    begin: int
    end: int
    blocks: tuple[Block, ...]


def _begin(run: Run) -> int:
    return run.begin
