"""Keeps a list true to what others store, row by row where they say which."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.tables.types import CELL_LIMIT
from jarvis_desktop.tables.window.types import BLOCK_ROWS
from ui.core.tasks import Lane, Latest
from ui.tables.reading import Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.tables.types import Query
    from ui.core.tasks import TaskRunner
    from ui.tables.blocks import Block, Section
    from ui.tables.formatting import DisplayRow
    from ui.tables.loading import BlockLoader
    from ui.tables.model import PagedTableModel
    from ui.tables.reading import Found, RowReader
    from ui.tables.regrouping import Regrouped
    from ui.tables.shifting import Arrival, Shifts

T = TypeVar("T")

MOST_KNOWN = BLOCK_ROWS
MOST_STRAYS = 20
_FEW_BLOCKS = 4


class Follower(QObject):
    """Rereads what changed.

    Signals:
        followed (): the list is as stored, as far as it is here.
        failed (JarvisError): a change could not be read.
    """

    followed = Signal()
    failed = Signal(object)

    def __init__(
        self, tasks: TaskRunner, model: PagedTableModel, shifts: Shifts, loader: BlockLoader, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._model = model
        self._shifts = shifts
        self._loader = loader
        self._reader: RowReader | None = None
        self._query: Query | None = None
        self._group_by = ""
        self._table = ""
        self._order: tuple[str, ...] = ()
        self._carried: tuple[str, ...] = ()
        self._task: Latest[Any] = Latest()
        self._busy = False
        self._waiting = Changes()
        self._announced: frozenset[str] = frozenset()

    def use(self, reader: RowReader, query: Query, table: str, carried: Sequence[str], key: str, group_by: str) -> None:
        """Follow changes of `table`; `carried` are the columns whose values rows here have."""
        self.drop()
        self._reader, self._query, self._table, self._group_by = reader, query, table, group_by
        # The key comes last and never changes: a row with another key is another row.
        self._order = tuple(sort.column for sort in query.sort if sort.column != key)
        self._carried = tuple(carried)

    def drop(self) -> None:
        """Forget what is under way."""
        self._task.drop()
        self._busy = False
        self._waiting = Changes()

    def follow(self, changes: Changes) -> None:
        """Take note of a change; those that come while one is being read wait together."""
        if self._reader is None or self._query is None:
            return
        if self._busy:
            self._waiting |= changes
            return
        self._busy = True
        ids = None if changes.everything else changes.rows.get(self._table)
        self._announced = ids or frozenset()
        if ids is None or len(ids) > MOST_KNOWN:
            self._look_around()
            return
        work = partial(self._reader.again, self._query, tuple(sorted(ids)))
        self._submit(work, self._on_rows)

    def _submit(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._task.keep(self._tasks.submit(Lane.READ, work, done=done, failed=self._on_failed))

    def _on_rows(self, rows: dict[str, DisplayRow]) -> None:
        owners = self._owners(self._announced)
        gone = self._announced - rows.keys()
        moved = {row_id for row_id, row in rows.items() if self._moved(row, owners.get(row_id))}
        if self._group_by and (moved or gone):
            self._look_around()
            return
        with self._shifts.shifting():
            for row_id in gone & owners.keys():
                self._shifts.drop(owners[row_id][1], {row_id})
        self._shifts.patch({row_id: row for row_id, row in rows.items() if row_id not in moved})
        if gone - owners.keys():
            self._measure_unseen()
        strays = tuple(sorted(moved))
        if not strays:
            self._followed()
            return
        section = self._model.layout.sections[0]
        if len(strays) > MOST_STRAYS or any(block.gap for block in section.blocks):
            self._look_around()
            return
        assert self._reader is not None
        pieces = [self._piece(section, place) for place in range(len(section.blocks))]
        self._submit(partial(self._reader.find, section.query, strays, pieces), self._on_found)

    def _on_found(self, found: Found) -> None:
        owners = self._owners(found.places.keys())
        section = self._model.layout.sections[0]
        with self._shifts.shifting():
            for row_id, target in found.places.items():
                owner = owners.get(row_id)
                if target is None or target not in section.blocks:
                    if owner is not None:
                        self._shifts.drop(owner[1], {row_id})
                elif owner is not None and owner[1] is not target:
                    self._shifts.move(owner[1], target, row_id)
            for piece, arrival in found.blocks:
                self._put(section, piece, arrival)
        if any(row_id not in owners for row_id in found.places):
            self._measure_unseen()
        self._followed()

    def _look_around(self) -> None:
        """Nobody knows what changed: read anew what is in sight, and measure the rest."""
        assert self._reader is not None
        assert self._query is not None
        if self._group_by:
            from ui.tables.regrouping import regroup

            pieces = self._pieces_in_sight()
            self._submit(partial(regroup, self._reader, self._query, self._group_by, pieces), self._on_groups)
            return
        pieces = self._pieces_in_sight()
        section = self._model.layout.sections[0]
        read = [piece for _, piece in pieces]
        self._submit(partial(self._reader.blocks, section.query, read), self._on_sight)

    def _on_sight(self, blocks: Sequence[tuple[Piece, Arrival]]) -> None:
        section = self._model.layout.sections[0]
        read = {piece.block for piece, _ in blocks}
        with self._shifts.shifting():
            for piece, arrival in blocks:
                self._put(section, piece, arrival)
        for block in section.blocks:
            block.stale = block.stale or (block.seen and block not in read)
        if not (len(section.blocks) == 1 and section.blocks[0] in read):
            section.exact = False
            self._loader.measure(section)
        self._followed()

    def _on_groups(self, regrouped: Regrouped) -> None:
        from ui.tables.regrouping import apply

        with self._shifts.shifting():
            uncertain = apply(self._model, self._shifts, regrouped, self._announced)
        for section in uncertain:
            self._loader.measure(section)
        self._followed()

    def _put(self, section: Section, piece: Piece, arrival: Arrival) -> None:
        """Show a block that was read anew, unless its bounds are others by now."""
        block = piece.block
        if block not in section.blocks or block.gap:
            return
        place = section.blocks.index(block)
        if (block.after, section.until(place)) != (piece.after, piece.until):
            block.stale = True
            return
        self._shifts.arrive(section, block, arrival, self._announced)

    def _pieces_in_sight(self) -> list[tuple[Section, Piece]]:
        sections = self._model.layout.sections
        here = [
            (section, place)
            for section in sections
            for place, block in enumerate(section.blocks)
            if block.rows is not None and not block.gap and not section.collapsed
        ]
        if len(here) > _FEW_BLOCKS:
            sight = self._model.in_sight
            here = [(section, place) for section, place in here if section.blocks[place] in sight]
        return [(section, self._piece(section, place)) for section, place in here]

    def _piece(self, section: Section, place: int) -> Piece:
        block = section.blocks[place]
        return Piece(block, block.after, section.until(place), block.size)

    def _owners(self, ids: Iterable[str]) -> dict[str, tuple[Section, Block]]:
        """The blocks seen in which rows stand, or stood when they were last here."""
        wanted = set(ids)
        numbers = {int(row_id) for row_id in wanted if row_id.isdecimal()}
        found: dict[str, tuple[Section, Block]] = {}
        for section in self._model.layout.sections:
            for block in section.blocks:
                for row_id in block.among(wanted, numbers):
                    found[row_id] = (section, block)
        return found

    def _moved(self, row: DisplayRow, owner: tuple[Section, Block] | None) -> bool:
        """Whether a row may stand elsewhere than where it is here, if it is here at all."""
        if owner is None or owner[1].rows is None:
            return True
        old = next((each for each in owner[1].rows if each.id == row.id), None)
        for column in self._order:
            if old is None or column not in self._carried:
                return True
            place = self._carried.index(column)
            mine, theirs = old.values[place], row.values[place]
            # Of a long text only the beginning is here.
            if mine != theirs or (isinstance(mine, str) and len(mine) > CELL_LIMIT):
                return True
        return False

    def _measure_unseen(self) -> None:
        """A row came or went where nobody looked: only a ruler tells what that means for the others."""
        for section in self._model.layout.sections:
            if not all(block.seen for block in section.blocks):
                self._loader.measure(section)

    def _on_failed(self, error: JarvisError) -> None:
        self._busy = False
        self.failed.emit(error)

    def _followed(self) -> None:
        self._busy = False
        self.followed.emit()
        waiting, self._waiting = self._waiting, Changes()
        if waiting.everything or waiting.rows:
            self.follow(waiting)
