"""Values as people read them; runs in the worker that fetched a page, so that painting only hands out strings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale

from jarvis_desktop.tables.types import CELL_LIMIT, ColumnInfo, ColumnKind

if TYPE_CHECKING:
    from jarvis_desktop.tables.types import Cursor, Page

NO_VALUE = "—"
_UNGROUPED_BELOW = 10_000


@dataclass(frozen=True, slots=True)
class DisplayRow:
    """A row ready to show: `texts` and the `values` they came from follow the page's columns."""

    id: str
    texts: tuple[str, ...]
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class DisplayPage:
    """A page ready to show."""

    rows: tuple[DisplayRow, ...]
    after: Cursor | None


def display(page: Page, locale: QLocale | None = None) -> DisplayPage:
    """The page with its texts, as `locale` (default: the system's) writes numbers and dates."""
    writers = [writer(column, locale or QLocale()) for column in page.columns]
    rows = tuple(
        DisplayRow(
            row.id,
            tuple(
                [NO_VALUE if value is None else write(value) for write, value in zip(writers, row.values, strict=True)]
            ),
            row.values,
        )
        for row in page.rows
    )
    return DisplayPage(rows, page.after)


def writer(column: ColumnInfo, locale: QLocale) -> Callable[[Any], str]:
    """How the values of a column (not None) are written."""
    marks = _Marks.of(locale)
    match column.kind:
        case ColumnKind.INTEGER if is_reference(column):
            return str
        case ColumnKind.INTEGER | ColumnKind.DECIMAL:
            return marks.number
        case ColumnKind.BOOLEAN:
            return _yes_or_no
        case ColumnKind.DATETIME:
            return marks.instant
        case ColumnKind.DATE:
            return marks.day
        case _:
            return prose


def is_reference(column: ColumnInfo) -> bool:
    """Whether the column identifies something rather than telling an amount or a text."""
    return bool(column.references) or column.name in {"id", "sid", "key"} or column.name.endswith("_id")


def exact(value: Any, text: str) -> str:
    """What the tool tip adds: the exact instant, or the whole of a long text; "" when the cell says it all."""
    if isinstance(value, datetime):
        return f"{value.astimezone().isoformat(sep=' ', timespec='seconds')}\n{_utc(value)} UTC"
    if isinstance(value, str) and (len(value) > 24 or value != text):
        return value if len(value) <= CELL_LIMIT else f"{value[:CELL_LIMIT]}…"
    return ""


def prose(value: Any) -> str:
    """A text on one line, with a sign where it was cut."""
    text = str(value)
    kept = text if len(text) <= CELL_LIMIT else f"{text[:CELL_LIMIT]}…"
    return kept if kept.isprintable() else " ".join(kept.split())


def _utc(value: datetime) -> str:
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(sep=" ")


def _yes_or_no(value: Any) -> str:
    return "Yes" if value else "No"


@dataclass(frozen=True, slots=True)
class _Marks:
    """What a locale writes between digits, and its month names; QLocale itself would round a Decimal."""

    group: str
    point: str
    months: tuple[str, ...]

    @classmethod
    def of(cls, locale: QLocale) -> _Marks:
        months = tuple(locale.standaloneMonthName(month, QLocale.FormatType.ShortFormat) for month in range(1, 13))
        return cls(locale.groupSeparator(), locale.decimalPoint(), months)

    def number(self, value: Any) -> str:
        if isinstance(value, int):
            return str(value) if abs(value) < _UNGROUPED_BELOW else f"{value:,}".replace(",", self.group)
        number = value if isinstance(value, Decimal) else Decimal(repr(value))
        if not number.is_finite():
            return str(value)
        if abs(number.adjusted()) > 30:
            return f"{number:.6e}".replace(".", self.point)
        whole, _, fraction = f"{number:,f}".partition(".")
        grouped = whole.replace(",", self.group)
        return f"{grouped}{self.point}{fraction}" if fraction else grouped

    def instant(self, value: datetime) -> str:
        local = value.astimezone()
        return f"{self.day(local)} {local.hour:02}:{local.minute:02}"

    def day(self, value: date) -> str:
        return f"{value.day} {self.months[value.month - 1]} {value.year}"
