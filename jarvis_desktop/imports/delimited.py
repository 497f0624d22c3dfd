"""Rows of a text file with delimiters; a quote that is never closed costs its row, not the rest of the file."""

from __future__ import annotations

import csv
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import tr
from jarvis_desktop.imports.lines import Lines
from jarvis_desktop.imports.types import SourceRow

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DELIMITERS = (",", ";", "\t", "|")
QUOTES = ('"', "'")
UNCLOSED = "A quote opens here that is never closed"

_CELL_LIMIT = 1 << 26
_RECOVERIES = 50
_SNIFFED_LINES = 300
_SNIFFED_CHARACTERS = 1 << 18


class DelimitedRows:
    """Iterates over the rows of a file that are not blank; `lines` tells how it is getting on."""

    def __init__(self, path: Path, delimiter: str, quote: str, encoding: str = "") -> None:
        self.lines = Lines(path, encoding)
        self._delimiter = delimiter
        self._quote = quote

    def __iter__(self) -> Iterator[SourceRow]:
        # The limit is one of the process; nothing else here reads such files.
        csv.field_size_limit(_CELL_LIMIT)
        feed = _Feed(iter(self.lines))
        rows = self._reader(feed)
        number = recoveries = 0
        while True:
            number += 1
            try:
                cells = next(rows)
            except StopIteration:
                return
            except csv.Error:
                cells = []
                feed.ended = True
            if feed.ended and feed.held:
                recoveries += 1
                if recoveries > _RECOVERIES:
                    raise JarvisError(
                        tr(
                            "Row {number} opens a quote that is never closed, like {recoveries} rows before it.",
                            number=grouped(number),
                            recoveries=_RECOVERIES,
                        ),
                        title=tr("The file cannot be read"),
                        hint=tr("Choose another quote character, or none that the file uses."),
                    )
                yield SourceRow(number, (feed.held[0].rstrip("\r\n"),), UNCLOSED)
                feed.go_back()
                rows = self._reader(feed)
                continue
            feed.held.clear()
            if cells:
                yield SourceRow(number, tuple(cells))

    def _reader(self, feed: _Feed) -> Iterator[list[str]]:
        return csv.reader(feed, delimiter=self._delimiter, quotechar=self._quote, strict=False)


class _Feed:
    """Lines for the reader; holds those of the row being read, and says when it was asked for more than there is."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: list[str] = []
        self.held: list[str] = []
        self.ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self._again:
            line = self._again.pop()
        else:
            found = next(self._lines, None)
            if found is None:
                self.ended = True
                raise StopIteration
            line = found
        self.held.append(line)
        return line

    def go_back(self) -> None:
        """Have the lines behind the first one held read again."""
        self._again.extend(reversed(self.held[1:]))
        self.held.clear()
        self.ended = False


def detect(path: Path, encoding: str) -> tuple[str, str]:
    """The delimiter and the quote that make the most even table of the file's first lines."""
    lines: list[str] = []
    size = 0
    for line in islice(Lines(path, encoding), _SNIFFED_LINES):
        lines.append(line)
        size += len(line)
        if size > _SNIFFED_CHARACTERS:
            break
    quote = _quote(lines)
    best = max(DELIMITERS, key=lambda delimiter: _evenness(lines, delimiter, quote))
    return best, quote


def _quote(lines: list[str]) -> str:
    text = "".join(lines)
    if '"' in text or "'" not in text:
        return '"'
    enclosed = sum(text.count(f"{d}'") + text.count(f"'{d}") for d in DELIMITERS)
    return "'" if enclosed * 2 > text.count("'") else '"'


def _evenness(lines: list[str], delimiter: str, quote: str) -> tuple[float, int]:
    csv.field_size_limit(_CELL_LIMIT)
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=delimiter, quotechar=quote) if row]
    except csv.Error:
        return 0.0, 0
    if not widths:
        return 0.0, 0
    usual, count = Counter(widths).most_common(1)[0]
    return (count / len(widths) if usual > 1 else 0.0), usual
