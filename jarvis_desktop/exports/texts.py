"""Rows as texts for the clipboard: lines with tabs, an HTML table, JSON, Markdown, INSERT statements. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from html import escape
from typing import Any

from jarvis_desktop.core.json_text import NotJson, dumps, loads
from jarvis_desktop.tables.types import ColumnKind

_NUMBERS = frozenset({ColumnKind.INTEGER, ColumnKind.DECIMAL})
_PLAIN_NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")
_BREAKS = re.compile(r"\r\n|\r|\n")
_MARKDOWN_SIGNS = re.compile(r"([\\|*`<\[~])|(?<![^\W_])(_)|(_)(?![^\W_])")
_MARKDOWN_PLAIN = re.compile(r"[^\\|*`<\[~_\r\n\t]*")
_NEEDS_QUOTES = re.compile(r'[\t\r\n"]')


class TextFormat(StrEnum):
    """The forms in which rows can be copied."""

    TSV = "tsv"
    JSON = "json"
    MARKDOWN = "markdown"
    INSERT = "insert"


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A column of the rows to write; `type_name` as the server knows it."""

    name: str
    label: str
    kind: ColumnKind = ColumnKind.TEXT
    type_name: str = "text"

    @property
    def is_number(self) -> bool:
        """Whether its values stand at the right."""
        return self.kind in _NUMBERS


Row = Sequence[Any]

_SAFE = (str, int, date)


def tsv(columns: Sequence[TextColumn], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Lines for spreadsheets, the labels first; a text with tabs, breaks or quotes stands in quotes."""
    yield "\t".join(_tsv_cell(column.label) for column in columns)
    for row in rows:
        yield "\n" + "\t".join(map(_tsv_cell, row))


def html(columns: Sequence[TextColumn], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """An HTML table, for mail and word processors."""
    yield '<meta charset="utf-8"><table><thead><tr>'
    yield "".join(f"<th>{escape(column.label)}</th>" for column in columns)
    yield "</tr></thead><tbody>"
    starts = ['<td align="right">' if column.is_number else "<td>" for column in columns]
    for row in rows:
        cells = (f"{start}{_html_text(text)}</td>" for start, text in zip(starts, row, strict=True))
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table>"


def markdown(columns: Sequence[TextColumn], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table of Markdown; signs that would be read as formatting are escaped, breaks become `<br>`."""
    yield f"| {' | '.join(_markdown_cell(column.label) for column in columns)} |\n"
    yield f"| {' | '.join('---:' if column.is_number else '---' for column in columns)} |"
    for row in rows:
        yield f"\n| {' | '.join(map(_markdown_cell, row))} |"


def json(columns: Sequence[TextColumn], rows: Iterable[Row]) -> Iterator[str]:
    """A list of objects by column name, with the stored values: numbers exact, JSON columns (given as text) as JSON."""
    names = [column.name for column in columns]
    documents = [place for place, column in enumerate(columns) if column.kind is ColumnKind.JSON]
    before = "["
    for row in rows:
        values = [_json_value(value) for value in row]
        for place in documents:
            values[place] = _document(row[place])
        written = dumps(dict(zip(names, values, strict=True)), indent=2).replace("\n", "\n  ")
        yield f"{before}\n  {written}"
        before = ","
    yield "[]" if before == "[" else "\n]"


def insert(table: str, columns: Sequence[TextColumn], rows: Iterable[Sequence[str | None]]) -> Iterator[str]:
    """One INSERT for each row, from values as the server writes them.

    For a server with `standard_conforming_strings` (the default), where a backslash is only itself.
    """
    names = ", ".join(identifier(column.name) for column in columns)
    head = f"INSERT INTO {identifier(table)} ({names}) VALUES ("  # noqa: S608 - a text, all quoted
    before = ""
    for row in rows:
        values = ", ".join(literal(column, value) for column, value in zip(columns, row, strict=True))
        yield f"{before}{head}{values});"
        before = "\n"


def identifier(name: str) -> str:
    """A name as SQL reads it, whatever it contains."""
    return '"' + name.replace('"', '""') + '"'


def literal(column: TextColumn, written: str | None) -> str:
    """A value as SQL reads it, from the server's own text for it."""
    if written is None:
        return "NULL"
    if column.kind is ColumnKind.BOOLEAN and written in ("true", "false"):
        return written
    if column.is_number and column.type_name != "money" and _PLAIN_NUMBER.fullmatch(written):
        return written
    return "'" + written.replace("'", "''") + "'"


def _tsv_cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def _html_text(text: str) -> str:
    return _BREAKS.sub("<br>", escape(text))


def _markdown_cell(text: str) -> str:
    if _MARKDOWN_PLAIN.fullmatch(text):
        return text.strip()
    escaped = _MARKDOWN_SIGNS.sub(r"\\\g<0>", text)
    return _BREAKS.sub("<br>", escaped.replace("\t", " ")).strip()


def _json_value(value: Any) -> Any:
    if value is None or isinstance(value, _SAFE):
        return value
    try:
        dumps(value)
    except NotJson:
        return str(value)
    return value


def _document(text: Any) -> Any:
    if not isinstance(text, str):
        return text
    try:
        return loads(text)
    except NotJson:
        return text
