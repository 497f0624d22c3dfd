"""XLSX: typed cells, as many sheets as the rows need, nothing that a spreadsheet would run."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from itertools import chain, islice
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any

import xlsxwriter  # type: ignore[import-untyped]  # it has no types

from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jarvis_desktop.exports.rows import Tally

LONGEST_TEXT = 32_767
"""Characters a cell takes (Microsoft, “Excel specifications and limits”), in UTF-16."""
SHEET_ROWS = 1_048_575
"""Rows of a sheet below its headings."""
_EXACT_DIGITS = 15
_FIRST_INEXACT = 10**15
_LARGEST_EXPONENT = 300
_SHEET_NAME = 31
_NOT_IN_SHEET_NAMES = str.maketrans(dict.fromkeys("[]:*?/\\'", " ") | dict.fromkeys(map(chr, range(32)), " "))
# Spreadsheets count days from 1900 and take that year for a leap year: before March they disagree about days.
_FIRST_DAY = date(1900, 3, 1)
_NARROWEST, _WIDEST, _SAMPLE = 8, 60, 200
_WIDTHS = {ColumnKind.DATETIME: 19, ColumnKind.DATE: 11, ColumnKind.BOOLEAN: 8}


class WorkbookFile:
    """Writes one table's rows; `cut` counts the texts too long for a cell, `sheets` the sheets."""

    def __init__(
        self, file: Path, title: str, columns: Sequence[ColumnInfo], headings: Sequence[str], rows_per_sheet: int
    ) -> None:
        self.cut = 0
        self._title = title.translate(_NOT_IN_SHEET_NAMES).strip() or tr("Rows")
        self._headings = headings
        self._kinds = [column.kind for column in columns]
        self._most = rows_per_sheet
        # Rows go to a file beside the target as they come; nothing typed is taken for a formula or a link.
        settings = {"constant_memory": True, "tmpdir": str(file.parent)}
        self._book: Any = xlsxwriter.Workbook(str(file), settings)
        self._book.use_zip64()
        self._sheet: Any = None
        self._plain = self._book.add_format()
        self._bold = self._book.add_format({"bold": True})
        self._day_look = self._book.add_format({"num_format": "yyyy-mm-dd"})
        self._instant_look = self._book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        self._writers = [self._writer(kind) for kind in self._kinds]

    @property
    def sheets(self) -> int:
        """How many sheets the rows fill."""
        return len(self._book.worksheets())

    def write(self, rows: Iterable[tuple[Any, ...]], tally: Tally) -> None:
        """Write all rows. Widths follow the first of them, since what is written cannot be changed."""
        source = iter(rows)
        sample = list(islice(source, _SAMPLE))
        widths = [self._width(place, sample) for place in range(len(self._headings))]
        count = 0
        for values in chain(sample, source):
            if not count % self._most:
                self._end_sheet(self._most)
                self._begin_sheet(widths)
            line = count % self._most + 1
            for place, value in enumerate(values):
                if value is not None:
                    self._writers[place](line, place, value)
            count += 1
            if not count % tally.every:
                tally.step(count)
        if self._sheet is None:
            self._begin_sheet(widths)
        self._end_sheet((count - 1) % self._most + 1 if count else 0)
        tally.finish(count)

    def close(self) -> None:
        """Pack the sheets into the file; this cannot be stopped."""
        self._book.close()

    def discard(self) -> None:
        """Let go of a workbook that will not be finished, and of what it put aside."""
        self._book.fileclosed = True
        for sheet in self._book.worksheets():
            with suppress(OSError):
                sheet.row_data_fh.close()
                Path(sheet.row_data_filename).unlink(missing_ok=True)

    def _begin_sheet(self, widths: Sequence[int]) -> None:
        suffix = f" {self.sheets + 1}" if self.sheets else ""
        self._sheet = self._book.add_worksheet(self._title[: _SHEET_NAME - len(suffix)].strip() + suffix)
        self._sheet.freeze_panes(1, 0)
        for place, (heading, width) in enumerate(zip(self._headings, widths, strict=True)):
            self._sheet.set_column(place, place, width)
            self._sheet.write_string(0, place, heading, self._bold)

    def _end_sheet(self, rows: int) -> None:
        if self._sheet is not None and self._headings:
            self._sheet.autofilter(0, 0, rows, len(self._headings) - 1)

    def _writer(self, kind: ColumnKind) -> Callable[[int, int, Any], None]:
        match kind:
            case ColumnKind.DATETIME | ColumnKind.DATE:
                return self._moment
            case ColumnKind.INTEGER | ColumnKind.DECIMAL | ColumnKind.BOOLEAN:
                return self._value
            case _:
                return self._text

    def _value(self, row: int, place: int, value: Any) -> None:
        if isinstance(value, bool):
            self._sheet.write_boolean(row, place, value)
        elif not isinstance(value, str) and _fits(value):
            self._sheet.write_number(row, place, value)
        else:
            self._text(row, place, format(value, "f") if isinstance(value, Decimal) else str(value))

    def _moment(self, row: int, place: int, written: str) -> None:
        """A day or an instant as such; as text where a spreadsheet has no such day."""
        try:
            moment = datetime.fromisoformat(written)
        except ValueError:
            self._text(row, place, written)
            return
        if moment.tzinfo is not None or moment.date() < _FIRST_DAY:
            self._text(row, place, written)
        else:
            look = self._day_look if self._kinds[place] is ColumnKind.DATE else self._instant_look
            self._sheet.write_datetime(row, place, moment, look)

    def _text(self, row: int, place: int, text: str) -> None:
        if len(text) * 2 > LONGEST_TEXT:
            text = self._fitting(text)
        if text.startswith("<r>") and text.endswith("</r>"):
            # The library would take it for the inside of a rich text.
            self._sheet.write_rich_string(row, place, text[:1], self._plain, text[1:])
        else:
            self._sheet.write_string(row, place, text)

    def _fitting(self, text: str) -> str:
        units = text.encode("utf-16-le")
        if len(units) // 2 <= LONGEST_TEXT:
            return text
        self.cut += 1
        return units[: LONGEST_TEXT * 2].decode("utf-16-le", errors="ignore")

    def _width(self, place: int, sample: Sequence[tuple[Any, ...]]) -> int:
        known = _WIDTHS.get(self._kinds[place])
        longest = known or max((len(str(row[place])) for row in sample if row[place] is not None), default=0)
        return max(_NARROWEST, min(_WIDEST, max(longest, len(self._headings[place]) + 2) + 1))


def _fits(value: object) -> bool:
    """Whether a spreadsheet keeps every digit of the number; those in binary never had more."""
    if isinstance(value, int):
        return -_FIRST_INEXACT < value < _FIRST_INEXACT
    if isinstance(value, Decimal):
        exact = len(value.as_tuple().digits) <= _EXACT_DIGITS
        return exact and value.is_finite() and abs(value.adjusted()) < _LARGEST_EXPONENT
    return isinstance(value, float) and isfinite(value)
