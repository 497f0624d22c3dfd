"""A long list in blocks: some with their rows here, others known by where they begin and how many rows they hold."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from jarvis_desktop.tables.types import Cursor, Query
    from ui.tables.formatting import DisplayRow

UNKNOWN = "\0"
"""Begins the stand-in for the key of a row that was never here."""

Ids: TypeAlias = "Sequence[str] | array[int]"


class State(StrEnum):
    """Whether rows can be had, are on their way, failed to come, or are here."""

    READY = "ready"
    BUSY = "busy"
    FAILED = "failed"
    COMPLETE = "complete"


class Block:
    """`size` consecutive rows behind the row of the cursor `after` (None: at the start), up to the next block.

    A gap is a block of which only the two ends can be read, because nobody knows yet where in between rows stand; its
    size is a guess. `ids` stay when the rows were put away: they tell which rows come and go while nobody looks.
    `stale` rows are shown until they were read again.
    """

    __slots__ = ("after", "gap", "ids", "rows", "size", "stale", "state")

    def __init__(self, after: Cursor | None, size: int, *, gap: bool = False) -> None:
        self.after = after
        self.size = size
        self.gap = gap
        self.rows: list[DisplayRow] | None = None
        self.ids: Ids | None = None
        self.state = State.READY
        self.stale = False

    @property
    def seen(self) -> bool:
        """Whether its rows are, or were, here."""
        return self.rows is not None or self.ids is not None

    def keys(self) -> list[str]:
        """The keys of its rows; stand-ins for rows that were never here."""
        if self.rows is not None:
            return [row.id for row in self.rows]
        if self.ids is None:
            return [f"{UNKNOWN}{place}" for place in range(self.size)]
        return [str(key) for key in self.ids]

    def among(self, keys: set[str], numbers: set[int]) -> set[str]:
        """Which of the keys are those of its rows; `numbers` are the same keys, those that are numbers."""
        if isinstance(self.ids, array) and self.rows is None:
            return {str(key) for key in numbers.intersection(self.ids)}
        return keys.intersection(self.keys()) if self.seen else set()

    def keep(self, rows: list[DisplayRow]) -> None:
        """Hold these rows."""
        self.rows = rows
        self.ids = None
        self.size = len(rows)
        self.state = State.COMPLETE
        self.stale = False

    def put_away(self) -> None:
        """Remember only which rows it holds, as small as can be."""
        if self.rows is not None:
            self.ids = compact([row.id for row in self.rows])
            self.rows = None
            self.state = State.READY


class Section:
    """The rows of one query: all of a table, or one group of it. `exact` says that its count is no guess."""

    __slots__ = ("blocks", "collapsed", "exact", "head", "query", "value")

    def __init__(self, query: Query, blocks: list[Block], *, exact: bool, head: str | None = None, value: Any = None):
        self.query = query
        self.blocks = blocks
        self.exact = exact
        self.head = head
        self.value = value
        self.collapsed = False

    @property
    def count(self) -> int:
        """How many rows it has, shown or not."""
        return sum(block.size for block in self.blocks)

    def until(self, place: int) -> Cursor | None:
        """Where the block at `place` ends."""
        return self.blocks[place + 1].after if place + 1 < len(self.blocks) else None


class Layout:
    """Where the blocks and the heads of sections stand in one list of places."""

    def __init__(self, sections: Sequence[Section] = ()) -> None:
        self.sections = list(sections)
        self.arrange()

    def arrange(self) -> None:
        """Take note of other sizes."""
        self.entries: list[tuple[Section, Block | None]] = []
        sizes: list[int] = []
        for section in self.sections:
            if section.head is not None:
                self.entries.append((section, None))
                sizes.append(1)
            if not section.collapsed:
                self.entries.extend([(section, block) for block in section.blocks])
                sizes.extend([block.size for block in section.blocks])
        self._starts = list(accumulate(sizes, initial=0))

    @property
    def total(self) -> int:
        """How many places there are."""
        return self._starts[-1]

    def at(self, place: int) -> tuple[Section, Block | None, int]:
        """What stands at a place (a head has no block), and the place where it begins."""
        entry = bisect_right(self._starts, place) - 1
        section, block = self.entries[entry]
        return section, block, self._starts[entry]

    def start(self, wanted: Block | Section) -> int | None:
        """The place where a block, or a section with its head, begins; None while it is collapsed or gone."""
        for (section, block), start in zip(self.entries, self._starts, strict=False):
            if block is wanted or section is wanted:
                return start
        return None


def compact(ids: Sequence[str]) -> Ids:
    """Keys as numbers where all of them are, an eighth of the memory."""
    if all(key.isdecimal() and len(key) < 19 and (key[0] != "0" or key == "0") for key in ids):
        return array("q", map(int, ids))
    return tuple(ids)


def named(old: Sequence[str], new: Sequence[str]) -> list[str]:
    """`old` with the stand-ins replaced by those of `new` that are not in it, in order, while there are any."""
    if not any(key.startswith(UNKNOWN) for key in old):
        return list(old)
    known = set(old)
    fresh = iter([key for key in new if key not in known])
    return [next(fresh, key) if key.startswith(UNKNOWN) else key for key in old]
