"""What an export is asked for and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.core.words import mark
from jarvis_desktop.tables.types import Page, RowSet

OnRows = Callable[[int], None]
"""Told, in the thread of the export, how many rows are written."""


class ExportFormat(StrEnum):
    """The kinds of file."""

    CSV = "csv"
    XLSX = "xlsx"
    JSON_LINES = "jsonl"


class Separator(StrEnum):
    """What stands between the values of a CSV file."""

    COMMA = ","
    SEMICOLON = ";"
    TAB = "\t"


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How the values are written.

    `separator` and `mark` (the byte order mark by which spreadsheets know UTF-8) are of CSV. `guarded` puts an
    apostrophe before texts of a CSV file that a spreadsheet would run as a formula. `labels` heads the columns with
    their labels, else with their names; JSON lines always have the names. `zone` is the IANA name of the time zone in
    which instants are written without an offset; "" writes them exactly, in UTC, and says so.
    """

    format: ExportFormat = ExportFormat.CSV
    separator: Separator = Separator.COMMA
    mark: bool = True
    guarded: bool = True
    labels: bool = True
    zone: str = ""


@dataclass(frozen=True, slots=True)
class ExportColumn:
    """A column of the file."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """Which rows go where; `replace` False refuses a file that is there already."""

    rows: RowSet
    columns: tuple[ExportColumn, ...]
    file: Path
    options: ExportOptions = ExportOptions()
    replace: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """A file written.

    `size` in bytes, `seconds` it took. `guarded` texts got an apostrophe, `cut` texts were longer than a cell of a
    spreadsheet takes; `sheets` of an XLSX file. `beside` is set when the file had to take another name, because the one
    asked for could not be replaced (open in another program, say).
    """

    file: Path
    rows: int
    size: int
    seconds: float
    guarded: int = 0
    cut: int = 0
    sheets: int = 1
    beside: bool = False


class ExportFailed(JarvisError):
    """The file could not be written; nothing of it is left."""

    title: str = mark("Not exported")


class FileExists(ExportFailed):
    """There is a file of that name already; it was left alone."""

    title: str = mark("The file exists")


class ExportCancelled(JarvisError):
    """Somebody stopped the export; nothing of it is left."""

    title: str = mark("Export cancelled")


@dataclass(frozen=True, slots=True)
class Printable:
    """Rows for paper, long values cut as on the screen; `more` says that there were others beyond the limit."""

    page: Page
    more: bool
