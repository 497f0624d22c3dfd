"""Rows of a workbook's sheet: how large it is, is known before it is unpacked."""

from __future__ import annotations

import re
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.core.words import mark, shown, tr
from jarvis_desktop.imports.types import SourceRow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SUFFIXES = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".ods"})
LARGEST_UNPACKED = 300 << 20
LARGEST_OLD = 64 << 20
"""Bytes of a sheet with what it needs, unpacked; and of a workbook of the old kind, which is not packed."""

_DEFLATE_MOST = 1032
_ERROR_CELL = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*? t="e"[^>]*>(?:<f[^<]*</f>|<f[^>]*/>)?<v>([^<]{1,20})')
_MOST_ERRORS = 100_000
_BLOCK = 1 << 20
_HINT = mark("Save the sheet as CSV: text files of any size can be imported.")


class WorkbookSheets:
    """An open workbook. Raises JarvisError for what is too large, locked, or no workbook."""

    def __init__(self, path: Path, stop: Callable[[], None]) -> None:
        self._path = path
        self._stop = stop
        check_size(path, stop)
        try:
            self._book = CalamineWorkbook.from_path(str(path))
        except PasswordError as error:
            raise _unreadable(path, tr("It is protected by a password."), tr("Save it without one.")) from error
        except (CalamineError, OSError, ValueError) as error:
            raise _unreadable(path, tr("It is no workbook, or a damaged one.")) from error
        self.names = tuple(self._book.sheet_names)
        if not self.names:
            raise _unreadable(path, tr("It has no sheets."))

    def rows(self, name: str) -> tuple[Iterator[SourceRow], int]:
        """The rows of a sheet that are not blank, and how many there are at most."""
        errors = _error_cells(self._path, self.names.index(name), self._stop)
        try:
            sheet = self._book.get_sheet_by_name(name)
        except (CalamineError, ValueError) as error:
            raise _unreadable(self._path, tr("The sheet “{name}” cannot be read.", name=name)) from error
        left = (sheet.start or (0, 0))[1]
        return _rows(iter(sheet.iter_rows()), left, errors), sheet.total_height


def check_size(path: Path, stop: Callable[[], None]) -> None:
    """Refuse, before anything is unpacked, what would not fit; a directory that lies is found out by reading."""
    size = path.stat().st_size
    if not zipfile.is_zipfile(path):
        if size > LARGEST_OLD:
            raise _too_large(path, size)
        return
    try:
        with zipfile.ZipFile(path) as archive:
            parts = [part for part in archive.infolist() if part.filename.endswith((".xml", ".bin"))]
            told = sum(part.file_size for part in parts)
            if told > LARGEST_UNPACKED:
                raise _too_large(path, told)
            if sum(part.compress_size for part in parts) * _DEFLATE_MOST > LARGEST_UNPACKED:
                for part in parts:
                    _verify(archive, part, stop)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _unreadable(path, tr("It is damaged, or not what its name says.")) from error


def _verify(archive: zipfile.ZipFile, part: zipfile.ZipInfo, stop: Callable[[], None]) -> None:
    """Read a part to its told end: more behind it, or other content, fails its checksum."""
    with archive.open(part) as content:
        while content.read(_BLOCK):
            stop()


def _rows(found: Iterator[list[Any]], left: int, errors: dict[tuple[int, int], str]) -> Iterator[SourceRow]:
    """The rows as texts; the reader begins at the first row, and at the column `left`."""
    for number, values in enumerate(found, start=1):
        cells = tuple([value if type(value) is str else _text(value) for value in values])
        if errors:
            cells = tuple([errors.get((number, left + place), text) for place, text in enumerate(cells)])
        if any(cells):
            yield SourceRow(number, cells)


def _text(value: Any) -> str:
    match value:
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
        case datetime():
            return value.isoformat(" ") if value.time() != time() else value.date().isoformat()
        case date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
        case _:
            return str(value)


def _error_cells(path: Path, index: int, stop: Callable[[], None]) -> dict[tuple[int, int], str]:
    """The cells of a sheet that hold an error (row from 1, column from 0), which the reader gives as empty."""
    if not zipfile.is_zipfile(path):
        return {}
    found: dict[tuple[int, int], str] = {}
    with zipfile.ZipFile(path) as archive:
        name = _sheet_part(archive, index)
        if name is None:
            return {}
        with archive.open(name) as content:
            rest = b""
            while block := content.read(_BLOCK):
                stop()
                text = rest + block
                for cell in _ERROR_CELL.finditer(text):
                    found[int(cell[2]), _column(cell[1])] = cell[3].decode("ascii", "replace")
                rest = text[text.rfind(b"<c ") :] if b"<c " in text[-4096:] else text[-64:]
                if len(found) > _MOST_ERRORS:
                    break
    return found


def _sheet_part(archive: zipfile.ZipFile, index: int) -> str | None:
    """The part that holds the sheet at `index`, by the workbook's own lists."""
    try:
        book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
        links = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
    except KeyError:
        return None
    sheets = re.findall(r"<sheet\b[^>]*?\br:id=\"([^\"]+)\"", book)
    if index >= len(sheets):
        return None
    for link in re.findall(r"<Relationship\b[^>]*>", links):
        if f'Id="{sheets[index]}"' in link and (target := re.search(r'Target="([^"]+)"', link)):
            name = target[1].removeprefix("/")
            name = name if name.startswith("xl/") else f"xl/{name}"
            return name if name in archive.namelist() and name.endswith(".xml") else None
    return None


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _too_large(path: Path, size: int) -> JarvisError:
    return _unreadable(
        path,
        tr(
            "It unpacks to {size} MB, and up to {largest_unpacked} MB are read.",
            size=f"{size / (1 << 20):,.0f}",
            largest_unpacked=LARGEST_UNPACKED >> 20,
        ),
        shown(_HINT),
    )


def _unreadable(path: Path, reason: str, hint: str = "") -> JarvisError:
    return JarvisError(
        tr("“{name}” cannot be opened. {reason}", name=path.name, reason=reason),
        title=tr("The file cannot be read"),
        hint=hint,
    )
