"""Which stored row a row of a file is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.db.transfer.identity import carries, natural_key, unique_keys

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from jarvis_desktop.db.transfer.rows import Row, Stored, TableRows


class Matcher:
    """Finds rows by primary or unique key, else by the agreed key, else by the hash of the whole row.

    `ids_tell` off: a serial id in the file is only a wish, as in the starter data.
    """

    def __init__(self, rows: TableRows, *, ids_tell: bool = True) -> None:
        self._rows = rows
        self._ids_tell = ids_tell
        self._serial = rows.table.serial_key
        self._unique = unique_keys(rows.table)
        self._natural = natural_key(rows.table)

    def find(self, rows: Sequence[Row]) -> dict[int, Stored]:
        """The stored row that each row is, by position.

        A row that is not found and whose id belongs to a different row loses its id here, and will get a new one.
        """
        found: dict[int, Stored] = {}
        for key in self._unique:
            whole = [carries(row.values, key, self._rows.default, self._rows.table) for row in rows]
            found |= self._look(rows, key, [has and n not in found for n, has in enumerate(whole)])
        self._find_by_id(rows, found)
        if self._natural is not None:
            hits = self._look(rows, self._natural, [n not in found for n in range(len(rows))])
            # A row with an id of its own is another row, unless ours is one that it may replace.
            found |= {n: hit for n, hit in hits.items() if not (self._ids_tell and rows[n].given_id) or hit.replaceable}
        hashed = [n for n, row in enumerate(rows) if row.digest and n not in found]
        if hashed and self._ids_tell:
            hits = self._rows.find_imported([rows[n] for n in hashed])
            found |= {hashed[place]: hit for place, hit in hits.items()}
        return found

    def _find_by_id(self, rows: Sequence[Row], found: dict[int, Stored]) -> None:
        if self._serial is None:
            return
        numbered = [row.given_id is not None and n not in found for n, row in enumerate(rows)]
        taken = self._look(rows, (self._serial,), numbered)
        if self._ids_tell and not self._unique:
            found |= taken
        for position in taken.keys() - found.keys():
            del rows[position].values[self._serial]

    def _look(self, rows: Sequence[Row], key: Sequence[str], wanted: Sequence[bool]) -> dict[int, Stored]:
        places = [n for n, wants in enumerate(wanted) if wants]
        hits = self._rows.find(key, [rows[n] for n in places])
        return {places[place]: hit for place, hit in hits.items()}

    def tokens(self, row: Row) -> set[Hashable]:
        """What no second row of a batch may share with `row`."""
        keys = list(self._unique)
        if self._natural is not None and row.given_id is None:
            keys.append(self._natural)
        tokens: set[Hashable] = {(key, tuple(self._rows.value(row, name) for name in key)) for key in keys}
        if self._serial is not None and row.values.get(self._serial) is not None:
            tokens.add((self._serial, row.values[self._serial]))
        if row.digest:
            tokens.add(row.digest)
        return tokens
