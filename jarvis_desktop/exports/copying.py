"""Rows for the clipboard, read whole and written as a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.core.words import mark, tr
from jarvis_desktop.exports import texts
from jarvis_desktop.exports.texts import TextColumn, TextFormat
from jarvis_desktop.tables import queries
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.tables.catalog import StoredColumn
    from jarvis_desktop.tables.service import TableService
    from jarvis_desktop.tables.types import RowSet

MOST_ROWS = 100_000
MOST_CHARACTERS = 64 * 1024 * 1024
MOST_HTML_ROWS = 2_000

Writer = Callable[[Sequence[Any]], Sequence[str]]
"""Whole values of a row (JSON as text) as people read them."""


class TooMuchToCopy(JarvisError):
    """More than a clipboard should hold."""

    title: str = mark("Too much to copy")


@dataclass(frozen=True, slots=True)
class Copied:
    """What goes to the clipboard: `text`, and the same as `html` where that is of use ("" otherwise)."""

    text: str
    rows: int
    html: str = ""


class CopyService:
    """Makes texts of any rows of a table; one method, one reading transaction."""

    def __init__(self, database: Database, tables: TableService) -> None:
        self._database = database
        self._tables = tables

    def copy(
        self,
        rows: RowSet,
        form: TextFormat,
        *,
        write: Callable[[Sequence[ColumnInfo]], Writer],
        headings: Mapping[str, str] | None = None,
    ) -> Copied:
        """The rows of the set with their whole values, in the order and with the columns of its query.

        `write` makes what turns the values of those columns into what people read (for TSV and Markdown); `headings`
        are labels in place of the columns' own. Raises TooMuchToCopy.
        """
        if self._count(rows) > MOST_ROWS:
            raise _too_many()
        with self._database.read() as session:
            chosen = self._tables.choice(session, rows)
            elements = [_element(column, form) for column in chosen.columns]
            with closing(queries.stream(session, chosen.table, elements, chosen.conditions, chosen.order)) as found:
                columns = [_text_column(column, headings or {}) for column in chosen.columns]
                if form is TextFormat.INSERT:
                    counted = _Limited(found)
                    return counted.copied(texts.insert(chosen.table.info.name, columns, counted))
                return _written(found, form, columns, write([column.info for column in chosen.columns]))

    def _count(self, rows: RowSet) -> int:
        """How many rows the set has, as far as it matters here: told before any of them is read."""
        if rows.everything:
            return self._tables.count_up_to(rows.query, MOST_ROWS + 1)
        return len(rows.ids) + sum(span.count for span in rows.spans)


def _written(found: Iterable[Sequence[Any]], form: TextFormat, columns: Sequence[TextColumn], write: Writer) -> Copied:
    counted = _Limited(found)
    if form is TextFormat.JSON:
        return counted.copied(texts.json(columns, counted))
    shown = _Shown(counted, write)
    if form is TextFormat.MARKDOWN:
        return counted.copied(texts.markdown(columns, shown))
    text = counted.copied(texts.tsv(columns, shown)).text
    html = "".join(texts.html(columns, shown.kept)) if counted.rows <= MOST_HTML_ROWS else ""
    return Copied(text, counted.rows, html)


class _Limited:
    """Rows, counted, and the text made of them, measured."""

    def __init__(self, rows: Iterable[Sequence[Any]]) -> None:
        self._rows = rows
        self.rows = 0

    def __iter__(self) -> Iterator[Sequence[Any]]:
        for row in self._rows:
            if self.rows == MOST_ROWS:
                raise _too_many()
            self.rows += 1
            yield row

    def copied(self, parts: Iterable[str]) -> Copied:
        """All parts as one text."""
        kept: list[str] = []
        size = 0
        for part in parts:
            size += len(part)
            if size > MOST_CHARACTERS:
                raise TooMuchToCopy(
                    tr(
                        "These rows make a text of more than {most_characters} MB, the most that can be copied "
                        "at once.",
                        most_characters=MOST_CHARACTERS >> 20,
                    ),
                    hint=tr("Export them to a file instead."),
                )
            kept.append(part)
        return Copied("".join(kept), self.rows)


def _too_many() -> TooMuchToCopy:
    return TooMuchToCopy(
        tr("These are more than {most_rows} rows, the most that can be copied at once.", most_rows=f"{MOST_ROWS:,}"),
        hint=tr("Export them to a file instead."),
    )


class _Shown:
    """Rows as people read them; the first ones are kept for a second form."""

    def __init__(self, rows: Iterable[Sequence[Any]], write: Writer) -> None:
        self._rows = rows
        self._write = write
        self.kept: list[Sequence[str]] = []

    def __iter__(self) -> Iterator[Sequence[str]]:
        for row in self._rows:
            shown = self._write(row)
            if len(self.kept) <= MOST_HTML_ROWS:
                self.kept.append(shown)
            yield shown


def _text_column(column: StoredColumn, headings: Mapping[str, str]) -> TextColumn:
    info = column.info
    return TextColumn(info.name, headings.get(info.name, info.label), info.kind, column.type_name)


def _element(column: StoredColumn, form: TextFormat) -> Any:
    if form is TextFormat.INSERT or column.info.kind is ColumnKind.JSON:
        return column.written
    return column.whole
