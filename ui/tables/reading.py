"""What the workers do for a table: open it, read its blocks, measure it, find rows in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.errors import DatabaseRefused, RecordMissing
from jarvis_desktop.core.words import mark, shown
from jarvis_desktop.tables.types import OUTDATED_STATES, Cursor, Filter, Operator, Query, Sort
from jarvis_desktop.tables.window.types import BLOCK_ROWS
from ui.tables.blocks import Block, Section
from ui.tables.formatting import NO_VALUE, DisplayRow, RowWriter
from ui.tables.plan import TablePlan, TableProps, plan, sortable
from ui.tables.shifting import Arrival

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from jarvis_desktop.tables.service import TableService
    from jarvis_desktop.tables.types import GroupCount
    from jarvis_desktop.tables.window.types import Block as StoredBlock
    from jarvis_desktop.tables.window.types import Ruler
    from ui.tables.arrangement import Arrangement


_EMPTY = mark("Empty text")
_FIRST_FOUND = 80
"""Rows of a search that are waited for, a high screen full: finding rows may take long, and more come at once."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks of a table beyond its props.

    Until `begun`, rows are grouped as the person left them or as the props say.
    """

    filters: tuple[Filter, ...] = ()
    text: str = ""
    sort: tuple[Sort, ...] | None = None
    group_by: str = ""
    collapsed: frozenset[str] = frozenset()
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A block as a worker needs it: `block` itself is not looked into there."""

    block: Block
    after: Cursor | None
    until: Cursor | None
    size: int


@dataclass(frozen=True, slots=True)
class Found:
    """Rows announced by others where they stand now: whole blocks, and which row is in which; "" is nowhere."""

    blocks: tuple[tuple[Piece, Arrival], ...]
    places: Mapping[str, Block | None]


@dataclass(frozen=True, slots=True)
class Opened:
    """A table to be shown as `asked`: its first rows are here."""

    asked: Asked
    plan: TablePlan
    query: Query
    reader: RowReader
    sections: tuple[Section, ...]


class RowReader:
    """Reads rows of a table and makes them ready to show. Methods run in workers."""

    def __init__(self, tables: TableService, made: TablePlan, write: RowWriter) -> None:
        self._tables = tables
        self._plan = made
        self._write = write

    def first(
        self, query: Query, after: Cursor | None = None, until: Cursor | None = None, *, rows: int = BLOCK_ROWS
    ) -> Arrival:
        """The first rows of a gap, or of all."""
        return self._arrival(self._tables.windows.block(query, after=after, until=until, expected=rows))

    def block(self, query: Query, after: Cursor | None, until: Cursor | None, expected: int) -> Arrival:
        """The rows of a block."""
        least = max(expected, BLOCK_ROWS) if until is None else expected
        found = self._tables.windows.block(query, after=after, until=until, expected=least, whole=True)
        return self._arrival(found)

    def last(self, query: Query, after: Cursor | None, until: Cursor | None) -> Arrival:
        """The last rows of a gap."""
        return self._arrival(self._tables.windows.block_before(query, after=after, until=until))

    def ruler(self, query: Query, keys: frozenset[str]) -> Ruler:
        """How long the list is and where its blocks begin."""
        return self._tables.windows.ruler(query, keys)

    def again(self, query: Query, ids: Sequence[str]) -> dict[str, DisplayRow]:
        """Those of the rows that (still) meet the query."""
        page = self._tables.rows(query, ids)
        return {row.id: row for row in self._write.rows(page.rows)}

    def blocks(self, query: Query, pieces: Sequence[Piece]) -> tuple[tuple[Piece, Arrival], ...]:
        """Blocks as they are now."""
        return tuple((piece, self.block(query, piece.after, piece.until, piece.size)) for piece in pieces)

    def find(self, query: Query, ids: Sequence[str], pieces: Sequence[Piece]) -> Found:
        """The blocks in which the rows stand, read anew."""
        marks = {str(piece.after.values[-1]): place for place, piece in enumerate(pieces) if piece.after is not None}
        read: dict[int, Arrival] = {}
        places: dict[str, Block | None] = {}
        for row_id in ids:
            location = self._tables.windows.locate(query, row_id, marks.keys())
            places[row_id] = None
            begin = 0 if location is None or location.mark is None else marks[location.mark]
            left = 0 if location is None else location.distance
            # Where a mark's own row is gone, the row may stand in a block further on.
            for place in range(begin, len(pieces)):
                if left <= 0:
                    break
                piece = pieces[place]
                if place not in read:
                    read[place] = self.block(query, piece.after, piece.until, piece.size)
                if any(row.id == row_id for row in read[place].rows):
                    places[row_id] = piece.block
                    break
                left -= len(read[place].rows)
        return Found(tuple((pieces[place], arrival) for place, arrival in read.items()), places)

    def place(self, query: Query, row_id: str, pieces: Sequence[Piece]) -> tuple[Block, int] | None:
        """In which block a row stands, and how many rows stand ahead of it there (perhaps in the blocks behind)."""
        marks = {str(piece.after.values[-1]): piece for piece in pieces if piece.after is not None}
        location = self._tables.windows.locate(query, row_id, marks.keys())
        if location is None:
            return None
        return (pieces[0] if location.mark is None else marks[location.mark]).block, location.distance - 1

    def key(self, given: str) -> str:
        """The primary key of the record that people call so; RecordMissing when there is none."""
        return self._tables.find(self._plan.table.name, given)

    def value(self, row_id: str, column: str) -> Any:
        """What a row holds in a column; None when it is gone."""
        try:
            return self._tables.record(self._plan.table.name, row_id).values.get(column)
        except RecordMissing:
            return None

    def sections(self, query: Query, column: str) -> tuple[Section, ...]:
        """The groups of a query, none of whose rows are here yet."""
        found = self._tables.groups(query, column)
        if query.sort and query.sort[0].descending:
            found = (*(g for g in reversed(found) if g.value is not None), *(g for g in found if g.value is None))
        return tuple(self._section(query, column, group) for group in found)

    def _section(self, query: Query, column: str, group: GroupCount) -> Section:
        one = Filter(column, Operator.IS_NULL) if group.value is None else Filter(column, Operator.EQ, group.value)
        info = self._plan.table.column(column)
        text = NO_VALUE if info is None else self._write.word(info, group.value) or shown(_EMPTY)
        block = Block(None, group.count, gap=group.count > BLOCK_ROWS)
        return Section(replace(query, filters=(*query.filters, one)), [block], exact=True, head=text, value=group.value)

    def _arrival(self, found: StoredBlock) -> Arrival:
        return Arrival(self._write.rows(found.rows), found.after, found.until, found.complete)


def query_of(made: TablePlan, asked: Asked) -> Query:
    """What is asked for of a table."""
    query = made.query
    # What a person sorted by may be gone meanwhile, or have no order any more.
    sort = query.sort if asked.sort is None else sortable(made.table, asked.sort)
    if asked.group_by:
        first = next((each for each in sort if each.column == asked.group_by), Sort(asked.group_by))
        sort = (first, *(each for each in sort if each.column != asked.group_by))
    return replace(query, filters=(*query.filters, *asked.filters), text=asked.text, sort=sort)


def as_they_are(props: TableProps) -> TableProps:
    """The props of a table that has no named source."""
    return props


def open_table(
    tables: TableService,
    props: TableProps,
    asked: Asked,
    arrangement: Callable[[], Arrangement],
    writer: Callable[[TablePlan], RowWriter],
    resolve: Callable[[TableProps], TableProps],
) -> Opened:
    """The plan of a table and its first rows."""
    try:
        return _open_table(tables, props, asked, arrangement, writer, resolve)
    except DatabaseRefused as error:
        if error.sqlstate not in OUTDATED_STATES:
            raise
        # The table is another than it was when the program looked; by now it has looked again.
        return _open_table(tables, props, asked, arrangement, writer, resolve)


def _open_table(
    tables: TableService,
    props: TableProps,
    asked: Asked,
    arrangement: Callable[[], Arrangement],
    writer: Callable[[TablePlan], RowWriter],
    resolve: Callable[[TableProps], TableProps],
) -> Opened:
    props = resolve(props)
    info = tables.table(props.table)
    if not info.exists:
        # It may have been created since the program looked.
        tables.refresh()
        info = tables.table(props.table)
    arranged = arrangement()
    made = plan(props, info, arranged)
    if not asked.begun:
        wanted = props.group_by if arranged.group_by is None else arranged.group_by
        known = any(offer.column.name == wanted for offer in made.offered)
        asked = replace(asked, group_by=wanted if known else "", begun=True)
    reader = RowReader(tables, made, writer(made))
    query = query_of(made, asked)
    if asked.group_by:
        sections = reader.sections(query, asked.group_by)
        for section in sections:
            section.collapsed = section.head in asked.collapsed
        shown = next((section for section in sections if not section.collapsed), None)
        if shown is not None:
            _fill(shown, reader.first(shown.query), shown.count)
        return Opened(asked, made, query, reader, sections)
    first = reader.first(query, rows=_FIRST_FOUND if asked.text or asked.filters else BLOCK_ROWS)
    section = Section(query, [Block(None, len(first.rows))], exact=first.complete)
    expected = 0 if first.complete else max(tables.windows.expected(query), 2 * BLOCK_ROWS)
    _fill(section, first, expected)
    return Opened(asked, made, query, reader, (section,))


def _fill(section: Section, first: Arrival, expected: int) -> None:
    """Give a section its first rows; the others are a gap, as long as they are expected to be."""
    block = Block(None, 0)
    block.keep(list(first.rows))
    section.blocks = [block]
    if not first.complete:
        section.blocks.append(Block(first.until, max(1, expected - block.size), gap=True))


def writer_of(made: TablePlan) -> RowWriter:
    """How the rows of a plan are written."""
    return RowWriter((*made.columns, *made.extra), shown=len(made.columns), colours=made.colours)
