"""Where the blocks of a list stand once a ruler was laid to it: those seen are kept, the others made anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.tables.window.types import BLOCK_ROWS
from ui.tables.blocks import Block, Section
from ui.tables.shifting import Run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jarvis_desktop.tables.types import Cursor
    from jarvis_desktop.tables.window.types import Ruler

_LEAST = BLOCK_ROWS // 4


def pins(section: Section) -> frozenset[str]:
    """The keys of the rows that bound the blocks seen; the ruler is asked where they stand."""
    found = set()
    for place, block in enumerate(section.blocks):
        if block.seen and not block.gap:
            for cursor in (block.after, section.until(place)):
                if cursor is not None:
                    found.add(str(cursor.values[-1]))
    return frozenset(found)


def measured(section: Section, ruler: Ruler) -> list[Run]:
    """What to put in place of the section's blocks so that they stand as the ruler says.

    A kept block that the ruler finds longer or shorter than it was is stale then.
    """
    bounds = _bounds(section, ruler)
    runs: list[Run] = []
    begin, position = 0, 0
    after: Cursor | None = None
    for place, block in enumerate(section.blocks):
        start, end = bounds[place], bounds[place + 1]
        if not block.seen or block.gap or start is None or end is None or not position <= start <= end:
            continue
        runs.append(Run(begin, place, _between(ruler, position, after, start)))
        if block.size != end - start:
            block.stale = True
        begin, position, after = place + 1, end, section.until(place)
    runs.append(Run(begin, len(section.blocks), _between(ruler, position, after, ruler.total)))
    return [run for run in runs if run.blocks or run.begin < run.end]


def _between(ruler: Ruler, position: int, after: Cursor | None, end: int) -> tuple[Block, ...]:
    """Blocks for the rows behind the first `position` ones up to `end`; none is much smaller than the others."""
    blocks: list[Block] = []
    for mark in ruler.marks[position // BLOCK_ROWS : end // BLOCK_ROWS + 1]:
        if mark.count - position >= _LEAST and end - mark.count >= _LEAST:
            blocks.append(Block(after, mark.count - position))
            position, after = mark.count, mark.cursor
    if end > position:
        blocks.append(Block(after, end - position))
    return tuple(blocks)


def _bounds(section: Section, ruler: Ruler) -> list[int | None]:
    """The position at which each block begins, and at which the last ends; None where nobody knows."""
    blocks = section.blocks
    known = {mark.cursor: mark.count for mark in (*ruler.marks, *ruler.pinned.values())}
    found: list[int | None] = [0]
    found += [None if block.after is None else known.get(block.after) for block in blocks[1:]]
    found.append(ruler.total)
    _spread(found, blocks)
    return found


def _spread(found: list[int | None], blocks: Sequence[Block]) -> None:
    """A bounding row that is gone stood where the fresh block beside it says."""
    sure = [block.seen and not block.gap and not block.stale for block in blocks]
    for place, block in enumerate(blocks):
        here = found[place]
        if found[place + 1] is None and here is not None and sure[place]:
            found[place + 1] = here + block.size
    for place in range(len(blocks) - 1, -1, -1):
        behind = found[place + 1]
        if found[place] is None and behind is not None and sure[place]:
            found[place] = behind - blocks[place].size
