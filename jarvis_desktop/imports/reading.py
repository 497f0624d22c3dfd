"""Opening a file: what it is, how it is read, its first rows; and all of its rows, one after another."""

from __future__ import annotations

import dataclasses
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import mark, shown, tr, tr_n
from jarvis_desktop.imports import delimited
from jarvis_desktop.imports.types import SAMPLE_ROWS, FileKind, OpenedFile, Reading, SourceRow
from jarvis_desktop.imports.workbooks import SUFFIXES, WorkbookSheets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from jarvis_desktop.imports.stop import Run

_SAMPLE_CHARACTERS = 16 << 20
_NUMBER_SIGNS = frozenset("0123456789.,-+/: %$€£")
_UNNAMED = mark("Column")


class Rows:
    """All rows of a file behind its header, as they are read; `share` tells how much of it was, `notes` how."""

    def __init__(self, path: Path, reading: Reading, run: Run) -> None:
        self._path = path
        self._reading = reading
        self._run = run
        self._text: delimited.DelimitedRows | None = None
        self._size = max(1, path.stat().st_size)
        self._count = 0
        self._last = 0

    @property
    def share(self) -> float:
        """From 0 to 1."""
        if self._text is not None:
            return min(1.0, self._text.lines.position / self._size)
        return min(1.0, self._last / self._count) if self._count else 0.0

    @property
    def notes(self) -> tuple[str, ...]:
        """What was done to lines so far."""
        if self._text is None:
            return ()
        repaired, damaged = self._text.lines.repaired, self._text.lines.damaged
        notes: list[str] = []
        if repaired:
            notes.append(
                tr_n(
                    "{n} line in another encoding than UTF-8 repaired.",
                    "{n} lines in another encoding than UTF-8 repaired.",
                    repaired,
                    n=grouped(repaired),
                )
            )
        if damaged:
            notes.append(
                tr_n(
                    "{n} line with characters that could not be read.",
                    "{n} lines with characters that could not be read.",
                    damaged,
                    n=grouped(damaged),
                )
            )
        return tuple(notes)

    def __iter__(self) -> Iterator[SourceRow]:
        rows = self._rows()
        if self._reading.header:
            next(rows, None)
        for row in rows:
            self._last = row.number
            yield row

    def _rows(self) -> Iterator[SourceRow]:
        reading = self._reading
        if file_kind(self._path) is FileKind.TEXT:
            self._text = delimited.DelimitedRows(self._path, reading.delimiter, reading.quote, reading.encoding)
            return iter(self._text)
        found, self._count = WorkbookSheets(self._path, self._run.check).rows(reading.sheet)
        return found


def file_kind(path: Path) -> FileKind:
    """By the ending of its name."""
    return FileKind.WORKBOOK if path.suffix.lower() in SUFFIXES else FileKind.TEXT


def stamp(path: Path) -> tuple[int, int]:
    """What changes when the file does; JarvisError when it is gone."""
    try:
        found = path.stat()
    except OSError as error:
        raise _gone(path) from error
    return found.st_size, found.st_mtime_ns


def open_file(path: Path, wanted: Reading, run: Run, *, known: Callable[[str], bool]) -> OpenedFile:
    """Read the beginning of a file as `wanted`, finding out what that leaves open.

    `known` tells whether a text is the name of a column of the table, by which headers are recognised.
    """
    try:
        return _open(path, wanted, run, known)
    except OSError as error:
        raise _gone(path) from error


def _open(path: Path, wanted: Reading, run: Run, known: Callable[[str], bool]) -> OpenedFile:
    mark = stamp(path)
    if not path.is_file():
        raise _gone(path)
    kind = file_kind(path)
    sheets: tuple[str, ...] = ()
    reading = wanted
    if kind is FileKind.TEXT:
        if not (wanted.delimiter and wanted.quote):
            delimiter, quote = delimited.detect(path, wanted.encoding)
            reading = dataclasses.replace(wanted, delimiter=wanted.delimiter or delimiter, quote=wanted.quote or quote)
    else:
        sheets = WorkbookSheets(path, run.check).names
        reading = dataclasses.replace(wanted, sheet=wanted.sheet if wanted.sheet in sheets else sheets[0])
    stream = Rows(path, dataclasses.replace(reading, header=False), run)
    first, whole = _sample(stream, run)
    header = wanted.header if wanted.header is not None else looks_like_header([r.cells for r in first], known)
    reading = dataclasses.replace(reading, header=header)
    body = first[1:] if header else first
    widths = Counter(len(row.cells) for row in first if not row.fault)
    width = widths.most_common(1)[0][0] if header and widths else max(widths, default=0)
    headers = named(first[0].cells if header and first else (), width)
    return OpenedFile(
        str(path), kind, mark[0], mark, reading, sheets, headers, tuple(body), whole, _notes(body, headers, stream)
    )


def _sample(stream: Rows, run: Run) -> tuple[list[SourceRow], bool]:
    rows: list[SourceRow] = []
    size = 0
    for row in stream:
        rows.append(row)
        size += sum(map(len, row.cells))
        if len(rows) > SAMPLE_ROWS or size > _SAMPLE_CHARACTERS:
            return rows, False
        run.check()
    return rows, True


def looks_like_header(rows: Sequence[Sequence[str]], known: Callable[[str], bool]) -> bool:
    """Whether the first of the rows names columns."""
    if not rows or not any(cell.strip() for cell in rows[0]):
        return False
    first = [cell.strip() for cell in rows[0] if cell.strip()]
    if any(map(known, first)):
        return True
    if any(set(cell) <= _NUMBER_SIGNS for cell in first) or len(set(first)) < len(first):
        return False
    return len(rows) > 1 and max(map(len, first)) <= 80


def named(cells: Sequence[str], width: int) -> tuple[str, ...]:
    """A name of its own for each column: nameless ones are numbered, and so are those that share a name."""
    taken: dict[str, int] = {}
    names: list[str] = []
    for place in range(max(width, len(cells))):
        name = " ".join(cells[place].split())[:200] if place < len(cells) else ""
        name = name or f"{shown(_UNNAMED)} {place + 1}"
        taken[name] = taken.get(name, 0) + 1
        names.append(name if taken[name] == 1 else f"{name} ({taken[name]})")
    return tuple(names)


def _notes(rows: Sequence[SourceRow], headers: Sequence[str], stream: Rows) -> tuple[str, ...]:
    notes = list(stream.notes)
    readable = [row for row in rows if not row.fault]
    short = sum(len(row.cells) < len(headers) for row in readable)
    if short:
        notes.append(
            tr_n(
                "{n} row with fewer cells than the widest: what is missing counts as empty.",
                "{n} rows with fewer cells than the widest: what is missing counts as empty.",
                short,
                n=grouped(short),
            )
        )
    long = sum(any(row.cells[len(headers) :]) for row in readable)
    if long:
        notes.append(
            tr_n(
                "{n} row with more cells than there are columns: refused, since cells shifted.",
                "{n} rows with more cells than there are columns: refused, since cells shifted.",
                long,
                n=grouped(long),
            )
        )
    faulty = len(rows) - len(readable)
    if faulty:
        notes.append(
            tr_n(
                "{n} row with a quote that is never closed.",
                "{n} rows with a quote that is never closed.",
                faulty,
                n=grouped(faulty),
            )
        )
    return tuple(notes)


def _gone(path: Path) -> JarvisError:
    return JarvisError(
        tr("“{name}” cannot be opened.", name=path.name),
        title=tr("The file cannot be read"),
        hint=tr("It may have been moved, or you may lack the right to read it."),
    )
