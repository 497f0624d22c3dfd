"""Shows other columns of the same rows: what is in sight is read with them, the rest when it is looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ui.tables.blocks import State
from ui.tables.plan import plan
from ui.tables.reading import Piece, RowReader, query_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jarvis_desktop.tables.service import TableService
    from jarvis_desktop.tables.types import Query
    from ui.tables.arrangement import Arrangement
    from ui.tables.blocks import Block, Section
    from ui.tables.formatting import RowWriter
    from ui.tables.model import PagedTableModel
    from ui.tables.plan import TablePlan, TableProps
    from ui.tables.reading import Asked
    from ui.tables.shifting import Arrival


@dataclass(frozen=True, slots=True)
class Replanned:
    """The plan with other columns, and the blocks that were in sight, read with them."""

    plan: TablePlan
    query: Query
    reader: RowReader
    blocks: tuple[tuple[Piece, Arrival], ...]


def pieces_in_sight(model: PagedTableModel) -> tuple[tuple[Query, Piece], ...]:
    """The blocks looked at last, each with the query of its section."""
    sight = model.in_sight
    return tuple(
        (section.query, Piece(block, block.after, section.until(place), block.size))
        for section in model.layout.sections
        for place, block in enumerate(section.blocks)
        if block in sight and not block.gap
    )


def replan(
    tables: TableService,
    props: TableProps,
    asked: Asked,
    arrangement: Callable[[], Arrangement],
    writer: Callable[[TablePlan], RowWriter],
    sight: Sequence[tuple[Query, Piece]],
) -> Replanned:
    """The plan for the columns that are wanted now, and the rows in sight; for a worker."""
    made = plan(props, tables.table(props.table), arrangement())
    reader = RowReader(tables, made, writer(made))
    query = query_of(made, asked)
    read = [(piece, reader.block(_carrying(of, query), piece.after, piece.until, piece.size)) for of, piece in sight]
    return Replanned(made, query, reader, tuple(read))


def put_in_place(sections: Sequence[Section], replanned: Replanned) -> None:
    """Give the sections the rows with the new columns; within a reset of the model."""
    fresh: dict[Block, Arrival] = {
        piece.block: arrival for piece, arrival in replanned.blocks if len(arrival.rows) == piece.size
    }
    for section in sections:
        section.query = _carrying(section.query, replanned.query)
        for block in section.blocks:
            block.put_away()
            block.state = State.READY
            if block in fresh:
                block.keep(list(fresh[block].rows))


def _carrying(query: Query, wanted: Query) -> Query:
    return replace(query, columns=wanted.columns, extra=wanted.extra)
