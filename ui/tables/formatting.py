"""Values as people read them; runs in the worker that fetched a page, so that painting only hands out strings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.colours import NO_COLOURS, Colours, Painter
from jarvis_desktop.tables.types import CELL_LIMIT, ColumnInfo, ColumnKind
from ui.core.locale import Locale, here
from ui.tables.readable import readable

if TYPE_CHECKING:
    from PySide6.QtCore import QLocale

    from jarvis_desktop.tables.types import Cursor, Page, Row

NO_VALUE = "—"

Labels = Mapping[str, Mapping[str, str]]
"""What people read for stored values: by column, then by the stored value as text."""

NO_LABELS: Labels = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class DisplayRow:
    """A row ready to show: `texts` follow the columns shown, `values` the page's (more, where a rule reads them).

    `tones` has a tone or "" for each column shown, or nothing at all where no rule colours the row.
    """

    id: str
    texts: tuple[str, ...]
    values: tuple[Any, ...]
    tones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DisplayPage:
    """A page ready to show."""

    rows: tuple[DisplayRow, ...]
    after: Cursor | None


class RowWriter:
    """Turns stored rows into rows ready to show; made once for a plan, used in workers, keeps no state between rows.

    `columns` are those a page carries; the first `shown` of them (default: all) are shown, the others are there for
    `colours`. `labels` replace stored values, and only in what is read: order and filters are those of the database.
    `locale` (default: the person's) writes numbers and dates.
    """

    def __init__(
        self,
        columns: Sequence[ColumnInfo],
        *,
        shown: int | None = None,
        labels: Labels = NO_LABELS,
        colours: Colours = NO_COLOURS,
        locale: QLocale | None = None,
    ) -> None:
        count = len(columns) if shown is None else shown
        self._locale = Locale.of(locale) if locale is not None else here()
        self._labels = labels
        self._writers = [_labelled(column, labels, self._locale) for column in columns[:count]]
        self._all_shown = count == len(columns)
        names = [(column.name, column.kind) for column in columns]
        self._painter = Painter(colours, names, count) if colours.rules else None

    def page(self, page: Page) -> DisplayPage:
        """The page with its texts."""
        return DisplayPage(self.rows(page.rows), page.after)

    def rows(self, rows: Iterable[Row]) -> tuple[DisplayRow, ...]:
        """Rows with their texts."""
        return tuple([self.row(row) for row in rows])

    def row(self, row: Row) -> DisplayRow:
        """One row with its texts."""
        values = row.values
        texts = tuple(
            [
                NO_VALUE if value is None else write(value)
                for write, value in zip(self._writers, values, strict=self._all_shown)
            ]
        )
        return DisplayRow(row.id, texts, values, self._painter.tones(values) if self._painter is not None else ())

    def word(self, column: ColumnInfo, value: Any) -> str:
        """One value of any column, as in its cells."""
        return NO_VALUE if value is None else _labelled(column, self._labels, self._locale)(value)


class WholeWriter:
    """Writes whole values as people read them, nothing cut and nothing for no value: for the clipboard and for files.

    JSON is expected as text, an array as a list.
    """

    def __init__(
        self, columns: Sequence[ColumnInfo], labels: Labels = NO_LABELS, locale: QLocale | None = None
    ) -> None:
        place = Locale.of(locale) if locale is not None else here()
        self._writers = [_labelled(column, labels, place, whole_text) for column in columns]

    def __call__(self, values: Sequence[Any]) -> list[str]:
        """The texts of a row."""
        return ["" if value is None else write(value) for write, value in zip(self._writers, values, strict=True)]


def display(page: Page, locale: QLocale | None = None) -> DisplayPage:
    """The page with its texts, as `locale` (default: the person's) writes numbers and dates."""
    return RowWriter(page.columns, locale=locale).page(page)


def writer(column: ColumnInfo, locale: Locale, text: Callable[[Any], str] | None = None) -> Callable[[Any], str]:
    """How a column's values (not None) are written; `text` (default: `prose`) writes what is no number or day."""
    match column.kind:
        case ColumnKind.INTEGER if is_reference(column):
            return str
        case ColumnKind.INTEGER | ColumnKind.DECIMAL:
            return locale.number
        case ColumnKind.BOOLEAN:
            return _yes_or_no
        case ColumnKind.DATETIME:
            return locale.instant
        case ColumnKind.DATE:
            return locale.day
        case _:
            return text or prose


def is_reference(column: ColumnInfo) -> bool:
    """Whether the column identifies something rather than telling an amount or a text."""
    return bool(column.references) or column.name in {"id", "sid", "key"} or column.name.endswith("_id")


def exact(value: Any, text: str) -> str:
    """What the tool tip adds: the exact instant, or the whole of a long text; "" when the cell says it all."""
    if isinstance(value, datetime):
        return f"{here().exact(value)}\n{_utc(value)} UTC"
    if isinstance(value, str) and (len(value) > 24 or value != text):
        return value if len(value) <= CELL_LIMIT else f"{value[:CELL_LIMIT]}…"
    return ""


def prose(value: Any) -> str:
    """A text on one line, with a sign where it was cut and for what cannot be seen."""
    text = str(value)
    kept = text if len(text) <= CELL_LIMIT else f"{text[:CELL_LIMIT]}…"
    return kept if kept.isascii() and kept.isprintable() else readable(kept)


def whole_text(value: Any) -> str:
    """A text as it is stored, the items of an array with commas."""
    return ", ".join(map(whole_text, value)) if isinstance(value, (list, tuple)) else str(value)


def stored_text(value: Any) -> str:
    """A stored value as the text that labels are found by."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else str(value)


def _labelled(
    column: ColumnInfo, labels: Labels, locale: Locale, text: Callable[[Any], str] | None = None
) -> Callable[[Any], str]:
    write = writer(column, locale, text)
    known = labels.get(column.name)
    if not known:
        return write
    shown = {stored: prose(label) for stored, label in known.items()}
    if column.kind is ColumnKind.ARRAY:
        return _Several(shown, write)
    return _One(shown, write)


class _One:
    """Writes a value by its label."""

    __slots__ = ("_labels", "_write")

    def __init__(self, labels: Mapping[str, str], write: Callable[[Any], str]) -> None:
        self._labels = labels
        self._write = write

    def __call__(self, value: Any) -> str:
        label = self._labels.get(value if value.__class__ is str else stored_text(value))
        return self._write(value) if label is None else label


class _Several(_One):
    """Writes the items of an array by their labels; where one has none (or was cut), all of it as it is stored."""

    __slots__ = ()

    @override
    def __call__(self, value: Any) -> str:
        items = map(stored_text, value) if isinstance(value, (list, tuple)) else str(value).split(", ")
        labels = [self._labels.get(item) for item in items]
        return self._write(value) if None in labels else ", ".join(label for label in labels if label is not None)


def _utc(value: datetime) -> str:
    return value.astimezone(UTC).replace(tzinfo=None).isoformat(sep=" ")


def _yes_or_no(value: Any) -> str:
    return tr("Yes") if value else tr("No")
