"""What imports, exports and the starter data report: counts, and every problem with its place."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any

from typing_extensions import override


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a transfer is: `rows` done in `table`; `share` of the whole from 0 to 1, None when unknown."""

    step: str
    table: str
    rows: int
    share: float | None = None


OnProgress = Callable[[Progress], None]


def silent(_: Progress) -> None:
    """Progress that nobody watches."""


Law = Callable[[Any], AbstractContextManager[None]]
"""What must hold of the rows after a transfer: it gets the session, and raises at the end where it does not."""


def unruled(_: object) -> AbstractContextManager[None]:
    """No law at all."""
    return nullcontext()


@dataclass(frozen=True, slots=True)
class RowProblem:
    """Why a row, or with `index` None a whole file, was not taken; `index` counts the file's rows from 0."""

    file: str
    index: int | None
    reason: str

    @override
    def __str__(self) -> str:
        place = self.file if self.index is None else f"{self.file}[{self.index}]"
        return f"{place}: {self.reason}"


@dataclass(frozen=True, slots=True)
class TableReport:
    """What became of one file's rows.

    `skipped_duplicates` counts rows that were there already, `skipped_different` those of them whose stored values
    are not the file's. `replaced` counts starter rows nobody had touched, and rows that an earlier import had only
    stood in for. `renumbered` counts rows whose id belonged to a different row: they got a new one, and rows that
    refer to them follow. `parents_created` maps a table to the keys of the rows that had to be made first.
    """

    table: str
    inserted: int = 0
    replaced: int = 0
    skipped_duplicates: int = 0
    skipped_different: int = 0
    renumbered: int = 0
    kept_edited: tuple[RowProblem, ...] = ()
    parents_created: dict[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[RowProblem, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """One import, a table report for each file in the order they were read."""

    tables: tuple[TableReport, ...] = ()

    @property
    def inserted(self) -> int:
        """Rows added."""
        return sum(table.inserted for table in self.tables)

    @property
    def replaced(self) -> int:
        """Untouched starter rows and stand-ins that the file's rows took the place of."""
        return sum(table.replaced for table in self.tables)

    @property
    def skipped_duplicates(self) -> int:
        """Rows that were there already."""
        return sum(table.skipped_duplicates for table in self.tables)

    @property
    def kept_edited(self) -> tuple[RowProblem, ...]:
        """Rows not taken because the starter row of the same key has been edited."""
        return tuple(problem for table in self.tables for problem in table.kept_edited)

    @property
    def problems(self) -> tuple[RowProblem, ...]:
        """Everything that was not taken, with the reason."""
        return tuple(problem for table in self.tables for problem in table.problems)

    @property
    def parents_created(self) -> dict[str, tuple[str, ...]]:
        """Keys of the rows made because others refer to them, by table."""
        made: dict[str, tuple[str, ...]] = {}
        for table in self.tables:
            for parent, keys in table.parents_created.items():
                made[parent] = made.get(parent, ()) + keys
        return made


@dataclass(frozen=True, slots=True)
class ExportReport:
    """Rows written per table, files of an earlier export that were removed, and tables left out as asked."""

    folder: str
    rows: dict[str, int]
    removed: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StarterReport:
    """What loading or resetting the starter data did.

    `restored` counts starter rows put back to their content, `renewed` those that nobody edited and this version has
    otherwise; `kept` names rows left alone because a row of the person's own has their place.
    """

    inserted: int = 0
    restored: int = 0
    unchanged: int = 0
    kept: tuple[RowProblem, ...] = ()
    problems: tuple[RowProblem, ...] = ()
    renewed: int = 0
