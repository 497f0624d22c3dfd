"""Imports as screens see them: a file, how it is read, where its columns go, and what came of it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from jarvis_desktop.edits.types import StoredEdit
from jarvis_desktop.tables.types import ColumnKind

MOST_REFUSALS = 10_000
"""Refused cells that a report tells one by one; beyond that it tells their number."""

SAMPLE_ROWS = 1000
PREVIEW_ROWS = 100


class FileKind(StrEnum):
    """What kind of file rows are read from."""

    TEXT = "text"
    WORKBOOK = "workbook"


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is read; what is empty (None) is found out.

    `encoding` is what a line that is not UTF-8 is read as, or UTF-16 for a whole file.
    """

    encoding: str = ""
    delimiter: str = ""
    quote: str = ""
    header: bool | None = None
    sheet: str = ""


class SourceRow(NamedTuple):
    """A row of the file; `number` as a spreadsheet counts, from 1. `fault` says why it could not be read, or ""."""

    number: int
    cells: tuple[str, ...]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class OpenedFile:
    """A file's beginning. `reading` is complete; `stamp` tells whether the file changed since.

    `whole` says that the sample is all there is. `notes` are what people should know about the file as it is read.
    """

    path: str
    kind: FileKind
    size: int
    stamp: tuple[int, int]
    reading: Reading
    sheets: tuple[str, ...]
    headers: tuple[str, ...]
    sample: tuple[SourceRow, ...]
    whole: bool
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """A column that a file may fill.

    `required` is asked of new records; `generated` says that an empty one is filled in. `choices` are (value, label).
    `inside` names the column of documents that a field of the form is kept in; "" for a column of its own.
    """

    column: str
    label: str
    kind: ColumnKind
    required: bool = False
    generated: bool = False
    unique: bool = False
    references: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Assignment:
    """What fills a column: the file's column at `place` (from 0), or, with None, the same text for every row."""

    column: str
    place: int | None
    constant: str = ""


class Duplicates(StrEnum):
    """What happens with a row whose key a record has already."""

    UPDATE = "update"
    SKIP = "skip"
    INSERT = "insert"


class Empties(StrEnum):
    """What an empty cell does to a record that is updated."""

    KEEP = "keep"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Style:
    """How the file writes values.

    `day_first` and `decimal_comma` are None while nobody said: what can be read in two ways is then refused.
    `exact` takes texts as they are (the file was exported by this program): no trimming, no words for nothing, and the
    apostrophe that guards a spreadsheet against formulas is taken off. `utc` is about times without an offset.
    """

    day_first: bool | None = None
    decimal_comma: bool | None = None
    exact: bool = False
    utc: bool = False


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All that an import needs to know.

    `key` are the columns that tell which record a row is (none: all are new); `width` is how many columns the file has.
    """

    table: str
    path: str
    stamp: tuple[int, int]
    reading: Reading
    assignments: tuple[Assignment, ...]
    key: tuple[str, ...] = ()
    duplicates: Duplicates = Duplicates.UPDATE
    empties: Empties = Empties.KEEP
    style: Style = dataclasses.field(default_factory=Style)
    width: int = 0


class Question(StrEnum):
    """What only a person can say of a file."""

    DAY_FIRST = "day_first"
    DECIMAL_COMMA = "decimal_comma"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A file beside its table: the columns on offer, and a first plan (as it was last time for such a file)."""

    file: OpenedFile
    targets: tuple[Target, ...]
    plan: ImportPlan
    keys: tuple[tuple[str, ...], ...]
    remembered: bool = False
    table_label: str = ""


class Cell(NamedTuple):
    """A cell as it will be stored: `text` as the server reads it (None: empty).

    `repair` says in words what was changed, `problem` why it cannot be stored, both "" usually.
    """

    text: str | None
    repair: str = ""
    problem: str = ""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """A row of the file as it will be stored; `originals` are the texts of the file for the same columns."""

    number: int
    cells: tuple[Cell, ...]
    originals: tuple[str, ...]
    fault: str = ""


@dataclass(frozen=True, slots=True)
class RepairCount:
    """How often a kind of repair was made in a column, with some examples (before, after)."""

    label: str
    repair: str
    count: int
    examples: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """The first rows, repaired; `problems` are of the plan as a whole and keep it from being checked."""

    columns: tuple[Target, ...]
    rows: tuple[PreviewRow, ...]
    repairs: tuple[RepairCount, ...]
    questions: Mapping[Question, str]
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a row was refused, at its cell; `label` is "" when the row as a whole is at fault."""

    row: int
    label: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What an import does, or did. `refused` counts rows; `refusals` are at most MOST_REFUSALS of `refusal_count`."""

    rows: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    refused: int = 0
    refusal_count: int = 0
    refusals: tuple[Refusal, ...] = ()
    repairs: tuple[RepairCount, ...] = ()
    questions: Mapping[Question, str] = dataclasses.field(default_factory=dict)
    notes: tuple[str, ...] = ()
    seconds: float = 0.0

    @property
    def good(self) -> int:
        """Rows that would be stored."""
        return self.added + self.updated


@dataclass(frozen=True, slots=True)
class Imported:
    """The answer to an import: `edit` is None when nothing was stored because rows were refused, or nothing changed."""

    report: Report
    edit: StoredEdit | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: `share` from 0 to 1 of the reading, None while the database works."""

    phase: str
    rows: int = 0
    share: float | None = None
    rate: float = 0.0
