"""The rows of one file into one table, in batches; a row that does not fit stops nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import psycopg

from jarvis_desktop.db.transfer.files import BadFile
from jarvis_desktop.db.transfer.matching import Matcher
from jarvis_desktop.db.transfer.rows import Origin, Row, Stored, TableRows
from jarvis_desktop.db.transfer.self_links import SelfLinks
from jarvis_desktop.db.transfer.types import RowProblem, TableReport
from jarvis_desktop.db.transfer.values import BadValue

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from jarvis_desktop.db.transfer.live_tables import LiveTable
    from jarvis_desktop.db.transfer.parents import References
    from jarvis_desktop.db.transfer.prepare import RowReader

BATCH = 500
# SQLSTATE classes that are about one row's values (PostgreSQL manual, appendix A): data exception, integrity,
# with check option, program limit exceeded, an exception raised by a trigger.
_ROW_CLASSES = ("22", "23", "44", "54", "P0")
# No number is left for any further row (of class 22), and what is about the table: a right, a column, a name.
_TABLE_STATES = ("2200H", "42")


@dataclass(slots=True)
class _Counts:
    inserted: int = 0
    replaced: int = 0
    duplicates: int = 0
    different: int = 0
    renumbered: int = 0


class TableImport:
    """One file's import; `run` once. The caller holds the transaction and a savepoint around the file."""

    def __init__(self, table: LiveTable, file: str, reader: RowReader, references: References) -> None:
        self._table = table
        self._file = file
        self._reader = reader
        self._references = references
        self._connection = references.connection
        self._rows = TableRows(self._connection, table)
        self._matcher = Matcher(self._rows)
        self._links = SelfLinks(self._connection, table)
        self._counts = _Counts()
        self._problems: list[RowProblem] = []
        self._kept: list[RowProblem] = []
        self._ids_given = False

    def run(self, elements: Iterable[tuple[int, object]]) -> TableReport:
        """Take every element; raises BadFile when the file breaks off or the table refuses rows as such."""
        waiting: list[Row] = []
        for row in self._prepared(elements):
            waiting.append(row)
            if len(waiting) >= BATCH:
                waiting = self._take(waiting)
        while waiting:
            waiting = self._take(waiting)
        for index, reason in self._links.settle().items():
            self._problem(index, reason)
            self._counts.inserted -= 1
        if self._ids_given:
            self._rows.advance_sequence()
        return TableReport(
            self._table.name,
            inserted=self._counts.inserted,
            replaced=self._counts.replaced,
            skipped_duplicates=self._counts.duplicates,
            skipped_different=self._counts.different,
            renumbered=self._counts.renumbered,
            kept_edited=tuple(self._kept),
            parents_created={table: tuple(keys) for table, keys in self._references.made.items()},
            problems=tuple(sorted(self._problems, key=lambda problem: problem.index or 0)),
        )

    def _prepared(self, elements: Iterable[tuple[int, object]]) -> Iterator[Row]:
        for index, element in elements:
            try:
                row = self._reader.read(index, element)
            except BadValue as error:
                self._problem(index, str(error))
                continue
            self._references.follow(self._table, row)
            yield row

    def _problem(self, index: int, reason: str) -> None:
        self._problems.append(RowProblem(self._file, index, reason))

    def _take(self, rows: list[Row]) -> list[Row]:
        """Store a batch; rows that are the same as an earlier one of the batch come back, for the next."""
        found = self._matcher.find(rows)
        seen: set[Hashable] = set()
        new: list[Row] = []
        replacing: list[tuple[Row, Stored]] = []
        again: list[Row] = []
        for position, row in enumerate(rows):
            stored = found.get(position)
            if stored is None:
                tokens = self._matcher.tokens(row)
                (again if seen & tokens else new).append(row)
                seen |= tokens
            elif stored.key in seen:
                again.append(row)
            elif stored.replaceable:
                seen.add(stored.key)
                replacing.append((row, stored))
            else:
                self._skip(row, stored)
        self._replace(replacing)
        self._insert(self._referring(new))
        return again

    def _skip(self, row: Row, stored: Stored) -> None:
        self._references.moves(self._table, row, stored.key)
        if stored.origin is Origin.STARTER_EDITED:
            self._kept.append(
                RowProblem(self._file, row.index, f"the starter row {stored.key} of this key was edited here and stays")
            )
            return
        self._counts.duplicates += 1
        serial = self._table.serial_key
        if serial is not None:
            row.values.pop(serial, None)
        self._counts.different += self._rows.differs(row, stored)

    def _referring(self, rows: Sequence[Row]) -> list[Row]:
        """Those of `rows` whose references lead somewhere."""
        refused = self._references.check(self._table, rows)
        for position, reason in refused.items():
            self._problem(rows[position].index, reason)
        return [row for position, row in enumerate(rows) if position not in refused]

    def _replace(self, pairs: Sequence[tuple[Row, Stored]]) -> None:
        stored_of = {id(row): stored for row, stored in pairs}
        for row in self._referring([row for row, _ in pairs]):
            stored = stored_of[id(row)]
            try:
                with self._connection.transaction():
                    self._rows.replace(stored.key, row)
                    self._rows.own(stored.key)
                    if row.digest:
                        self._rows.remember_imported([(row.digest, stored.key)])
            except psycopg.Error as error:
                self._problem(row.index, _reason(error))
                continue
            self._counts.replaced += 1
            self._references.moves(self._table, row, stored.key)

    def _insert(self, rows: Sequence[Row]) -> None:
        if not rows:
            return
        try:
            self._insert_together(rows)
        except psycopg.Error as error:
            if len(rows) == 1:
                self._problem(rows[0].index, _reason(error))
                return
            _reason(error)
            half = len(rows) // 2
            self._insert(rows[:half])
            self._insert(rows[half:])

    def _insert_together(self, rows: Sequence[Row]) -> None:
        with self._connection.transaction():
            written = self._rows.insert(rows)
            hashed = [(row.digest, made.key) for row, made in zip(rows, written, strict=True) if row.digest]
            if hashed:
                self._rows.remember_imported(hashed)
        self._counts.inserted += len(rows)
        serial = self._table.serial_key
        for row, made in zip(rows, written, strict=True):
            self._links.note(row, made.key)
            if row.given_id is None or serial is None:
                continue
            self._ids_given = self._ids_given or serial in row.values
            self._counts.renumbered += serial not in row.values
            self._references.moves(self._table, row, made.key)


def _reason(error: psycopg.Error) -> str:
    """The server's words for a row's problem; BadFile when the whole table is refused, the error itself when worse."""
    state = error.sqlstate or ""
    message = (error.diag.message_primary or str(error)).strip()
    if state.startswith(_TABLE_STATES):
        raise BadFile(message) from error
    if state.startswith(_ROW_CLASSES):
        return message + (f" ({error.diag.message_detail})" if error.diag.message_detail else "")
    raise error
