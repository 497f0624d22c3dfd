"""Parts of a long list, as screens get them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jarvis_desktop.tables.types import ColumnInfo, Cursor, Row

BLOCK_ROWS = 200
"""Rows between two marks of a ruler, and about as many as are read at once."""


@dataclass(frozen=True, slots=True)
class Block:
    """Consecutive rows of a query.

    They stand behind `after` (None: at the start). `until` is the last of them as a cursor, None when they end the
    list. `complete` is False when more of what was asked for lies beyond, behind `until` (or, read backwards, ahead
    of `after`).
    """

    columns: tuple[ColumnInfo, ...]
    rows: tuple[Row, ...]
    after: Cursor | None
    until: Cursor | None
    complete: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """How many rows of the order end with the row of this cursor."""

    count: int
    cursor: Cursor


@dataclass(frozen=True, slots=True)
class Ruler:
    """How many rows there are, a mark at every BLOCK_ROWS of them, and one for each row asked for that is there."""

    total: int
    marks: tuple[Mark, ...]
    pinned: Mapping[str, Mark]


@dataclass(frozen=True, slots=True)
class Location:
    """Where a row stands: `distance` rows behind the row of the key `mark` (behind the start when it is None)."""

    cursor: Cursor
    mark: str | None
    distance: int
