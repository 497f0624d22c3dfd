"""Groups of rows after others changed them: heads come and go, counts change, rows in sight are read anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex

from ui.tables.blocks import Block, Section
from ui.tables.shifting import Run

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from jarvis_desktop.tables.types import Query
    from ui.tables.model import PagedTableModel
    from ui.tables.reading import Piece, RowReader
    from ui.tables.shifting import Arrival, Shifts

_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Regrouped:
    """The groups as they are now, and the blocks that were read anew."""

    sections: tuple[Section, ...]
    blocks: tuple[tuple[Section, Piece, Arrival], ...]


def regroup(reader: RowReader, query: Query, column: str, pieces: Sequence[tuple[Section, Piece]]) -> Regrouped:
    """Read groups and blocks; in a worker."""
    sections = reader.sections(query, column)
    blocks = [
        (section, piece, reader.block(section.query, piece.after, piece.until, piece.size)) for section, piece in pieces
    ]
    return Regrouped(sections, tuple(blocks))


def apply(model: PagedTableModel, shifts: Shifts, regrouped: Regrouped, announced: Collection[str]) -> list[Section]:
    """Show the groups as they are now; answers those of which nobody knows where their rows stand."""
    wanted = {section.head: section for section in regrouped.sections}
    for place in reversed(range(len(model.layout.sections))):
        if model.layout.sections[place].head not in wanted:
            _remove(model, place)
    for place, section in enumerate(regrouped.sections):
        here = model.layout.sections
        if place >= len(here) or here[place].head != section.head:
            _insert(model, place, section)
    for section, piece, arrival in regrouped.blocks:
        block = piece.block
        if section in model.layout.sections and block in section.blocks and not section.collapsed:
            shifts.arrive(section, block, arrival, announced)
    uncertain = []
    for section in model.layout.sections:
        expected = wanted[section.head].count
        if section.count != expected:
            _fit(shifts, section, expected)
            uncertain.append(section)
    return uncertain


def _fit(shifts: Shifts, section: Section, expected: int) -> None:
    """Make a section as long as it is; which of its rows not in sight came or went, the ruler tells."""
    blocks = section.blocks
    for block in blocks:
        block.stale = block.stale or block.seen
    last = blocks[-1] if blocks else Block(None, 0, gap=True)
    rest = expected - sum(block.size for block in blocks[:-1])
    if not last.seen and rest > 0:
        longer = Block(last.after, rest, gap=last.gap)
        shifts.renew(section, [Run(max(0, len(blocks) - 1), len(blocks), (longer,))])
    section.exact = False


def _remove(model: PagedTableModel, place: int) -> None:
    section = model.layout.sections[place]
    start = model.layout.start(section)
    assert start is not None
    count = 0 if section.collapsed else section.count
    model.beginRemoveRows(_NOWHERE, start, start + count)
    del model.layout.sections[place]
    model.rearrange()
    model.endRemoveRows()


def _insert(model: PagedTableModel, place: int, section: Section) -> None:
    sections = model.layout.sections
    start = model.layout.start(sections[place]) if place < len(sections) else model.layout.total
    assert start is not None
    model.beginInsertRows(_NOWHERE, start, start + section.count)
    sections.insert(place, section)
    model.rearrange()
    model.endInsertRows()
