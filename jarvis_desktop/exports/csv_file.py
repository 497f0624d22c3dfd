"""CSV: what COPY writes, under a line of headings, and how many texts the guard changed."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from jarvis_desktop.core.formula_guard import guarded, unguarded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import BinaryIO

    from jarvis_desktop.db.streaming import Piece
    from jarvis_desktop.exports.rows import Tally
    from jarvis_desktop.exports.types import ExportOptions

_MARK = b"\xef\xbb\xbf"


def copy_form(options: ExportOptions) -> str:
    """The options of COPY. NULL is nothing at all, an empty text a pair of quotes."""
    separator = "E'\\t'" if options.separator == "\t" else f"'{options.separator}'"
    return f"FORMAT csv, DELIMITER {separator}, ENCODING 'UTF8'"


def write(
    out: BinaryIO,
    blocks: Iterable[list[Piece]],
    headings: Sequence[str],
    texts: Sequence[bool],
    options: ExportOptions,
    tally: Tally,
) -> int:
    """Write the rows, each a line as COPY gives it; how many texts were guarded. `texts` tells which columns may be."""
    if options.mark:
        out.write(_MARK)
    out.write(_line(headings, options))
    changed = 0
    suspect = _Guarded(options.separator, texts) if options.guarded else None
    count = 0
    for rows in blocks:
        block = b"".join(rows)
        out.write(block)
        count += len(rows)
        if suspect is not None and b"'" in block:
            changed += sum(suspect.count(line) for row in rows if b"'" in (line := bytes(row)))
        tally.step(count)
    tally.finish(count)
    return changed


class _Guarded:
    """Counts the guarded texts of a line; the statement cannot tell, and few rows have an apostrophe to look at."""

    def __init__(self, separator: str, texts: Sequence[bool]) -> None:
        self._separator = separator
        self._texts = texts
        self._begins = re.compile(rb"(?:^|" + re.escape(separator.encode()) + rb")\"?'")

    def count(self, line: bytes) -> int:
        if self._begins.search(line) is None:
            return 0
        (cells,) = csv.reader(io.StringIO(line.decode(), newline=""), delimiter=self._separator)
        return sum(is_text and unguarded(cell) != cell for cell, is_text in zip(cells, self._texts, strict=True))


def _line(headings: Sequence[str], options: ExportOptions) -> bytes:
    line = io.StringIO(newline="")
    shown = [guarded(heading) for heading in headings] if options.guarded else headings
    csv.writer(line, delimiter=options.separator, lineterminator="\n").writerow(shown)
    return line.getvalue().encode()
