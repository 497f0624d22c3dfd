"""Reading any part of a long list."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any

from jarvis_desktop.tables.filters import storable
from jarvis_desktop.tables.queries import PageQuery
from jarvis_desktop.tables.types import Cursor, Query
from jarvis_desktop.tables.window.queries import WindowQuery
from jarvis_desktop.tables.window.types import BLOCK_ROWS, Block, Location, Mark, Ruler

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from contextlib import AbstractContextManager

    from jarvis_desktop.db.session import Session

_REMEMBERED = 64
_MOST_ROWS = 3 * BLOCK_ROWS
_MOST_STEPS_BACK = 20


class Windows:
    """Blocks, rulers and places of the lists that queries make."""

    def __init__(
        self, asked: Callable[[Query], PageQuery], reading: Callable[[], AbstractContextManager[Session]]
    ) -> None:
        self._asked = asked
        self._reading = reading
        self._known: OrderedDict[int, tuple[PageQuery, WindowQuery]] = OrderedDict()

    def block(
        self,
        query: Query,
        *,
        after: Cursor | None = None,
        until: Cursor | None = None,
        expected: int = BLOCK_ROWS,
        whole: bool = False,
    ) -> Block:
        """About `expected` rows behind `after` and not behind `until`; all there are when `whole`, within reason."""
        asked, window = self._window(query)
        limit = max(1, expected)
        most = max(_MOST_ROWS, 2 * limit) if whole else limit
        rows: list[tuple[Any, ...]] = []
        complete = False
        behind = None if after is None else after.values
        end = None if until is None else until.values
        with self._reading() as session:
            while not complete and len(rows) < most:
                found, complete = window.forward(session, behind, end, limit)
                rows.extend(found)
                behind = asked.sort_values(session, rows[-1]) if rows and not complete else None
            return _block(asked, rows, after, until if complete else Cursor(behind or ()), complete=complete)

    def block_before(
        self, query: Query, *, after: Cursor | None = None, until: Cursor | None = None, limit: int = BLOCK_ROWS
    ) -> Block:
        """The last rows of those behind `after` and not behind `until` (None: the end of the list)."""
        asked, window = self._window(query)
        with self._reading() as session:
            rows, complete = window.backward(
                session, None if after is None else after.values, None if until is None else until.values, limit + 1
            )
            if complete and len(rows) <= limit:
                return _block(asked, rows, after, until, complete=True)
            begin = Cursor(asked.sort_values(session, rows[0]))
            return _block(asked, rows[1:], begin, until, complete=False)

    def ruler(self, query: Query, keys: Collection[str] = ()) -> Ruler:
        """How long the list is and where its blocks begin; also where the rows of `keys` stand."""
        _, window = self._window(query)
        wanted = [key for key in keys if storable(key)]
        with self._reading() as session:
            rows = sorted(window.ruler(session, BLOCK_ROWS, wanted), key=_place)
            marks = [Mark(row[-1], Cursor(window.whole_values(session, row))) for row in rows]
        held = set(wanted)
        return Ruler(
            total=marks[-1].count if marks else 0,
            marks=tuple(mark for mark in marks if mark.count % BLOCK_ROWS == 0),
            pinned={row[0]: mark for row, mark in zip(rows, marks, strict=True) if row[0] in held},
        )

    def locate(self, query: Query, row_id: str, marks: Collection[str]) -> Location | None:
        """Where the row of that key stands, measured from the nearest row ahead whose key is one of `marks`.

        None when the row is not in the list, or when no mark is found within some thousand rows.
        """
        _, window = self._window(query)
        if not storable(row_id):
            return None
        with self._reading() as session:
            values = window.row_values(session, row_id)
            if values is None:
                return None
            before, distance = values, 0
            for _ in range(_MOST_STEPS_BACK):
                keys = window.keys_ahead(session, before, BLOCK_ROWS + 1)
                for place, key in enumerate(keys, start=distance + 1):
                    if key in marks:
                        return Location(Cursor(values), key, place)
                distance += len(keys)
                if len(keys) <= BLOCK_ROWS:
                    return Location(Cursor(values), None, distance + 1)
                further = window.row_values(session, keys[-1])
                if further is None:
                    break
                before = further
        return None

    def expected(self, query: Query) -> int:
        """How many rows the list will have, as the server guesses without looking."""
        _, window = self._window(query)
        with self._reading() as session:
            return window.expected(session)

    def _window(self, query: Query) -> tuple[PageQuery, WindowQuery]:
        asked = self._asked(query)
        known = self._known.get(id(asked))
        if known is None or known[0] is not asked:
            known = asked, WindowQuery(asked)
            self._known[id(asked)] = known
            while len(self._known) > _REMEMBERED:
                self._known.pop(next(iter(self._known)), None)
        return known


def _place(row: Sequence[Any]) -> int:
    place: int = row[-1]
    return place


def _block(
    asked: PageQuery, rows: Sequence[tuple[Any, ...]], after: Cursor | None, until: Cursor | None, *, complete: bool
) -> Block:
    return Block(
        columns=tuple(column.info for column in asked.columns),
        rows=asked.shown(rows),
        after=after,
        until=until,
        complete=complete,
    )
