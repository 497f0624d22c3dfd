"""A language nobody speaks, for finding texts of the program that no translator would see, and texts cut off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from jarvis_desktop.core.words import Catalogue
from jarvis_desktop.tables.labels import label
from ui.core.elided import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    import psycopg

_ACCENTS = str.maketrans("aeiouyAEIOUYcns", "àéîöûýÀÉÎÖÛÝçñš")
_BRACES = re.compile(r"(\{[^{}]*\})")
_MARKED = re.compile(r"⟦[^⟦⟧]*(?:⟧|…$)")
_KEYS = re.compile(r"\b(?:(?:Ctrl|Alt|Shift|Meta)\+)+\S+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_PLACES = re.compile(r"<[^>]*>|&(?!&)")


def pseudo(text: str) -> str:
    """The text with accents and two fifths longer, in brackets; what stands in braces stays."""
    parts = [part if part.startswith("{") else part.translate(_ACCENTS) for part in _BRACES.split(text)]
    return f"⟦{''.join(parts)}{'·' * (len(text) * 2 // 5)}⟧"


PSEUDO = Catalogue("xx", change=pseudo)


def written_in(database: psycopg.Connection) -> frozenset[str]:
    """Every text of the database: values, what is inside documents, and the names of tables and columns."""
    found: set[str] = set()
    columns = database.execute(
        "SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public'"
    ).fetchall()
    for table, column, kind in columns:
        found |= {table, column, label(table), label(column), label(table).lower(), label(column).lower()}
        if kind in {"json", "jsonb"}:
            rows = database.execute(f'SELECT "{column}" FROM public."{table}"').fetchall()
            for (document,) in rows:
                found |= set(_texts(document))
        else:
            rows = database.execute(f'SELECT "{column}"::text FROM public."{table}"').fetchall()
            found |= {text for (text,) in rows if text}
    found |= {_PLACES.sub("", text) for text in found if "<" in text}
    found |= {text.casefold() for text in found}
    return frozenset(found) | {label(text) for text in found if re.fullmatch(r"[\w-]{2,60}", text)}


def _texts(document: object) -> Iterator[str]:
    if isinstance(document, str):
        yield document
        yield label(document) if re.fullmatch(r"[\w-]{2,60}", document) else document
    elif isinstance(document, dict):
        for key, value in document.items():
            yield from (key, label(key))
            yield from _texts(value)
    elif isinstance(document, list):
        for each in document:
            yield from _texts(each)


def untranslatable(root: QWidget, data: frozenset[str]) -> list[str]:
    """Texts in sight below `root` that the program says and no translator sees."""
    found = []
    for where, text in _said(root):
        rest = _KEYS.sub(" ", _MARKED.sub("\t", _unfolded(text)))
        if not all(_is_data(line, data) for line in rest.splitlines()):
            found.append(f"{where}: {text[:120]!r}")
    return sorted(set(found))


def _unfolded(text: str) -> str:
    """Texts stand within texts: the inner ones are taken out first."""
    while (shorter := _MARKED.sub(" ", text)) != text and "⟦" in shorter:
        text = shorter
    return text


def _is_data(line: str, data: frozenset[str]) -> bool:
    if not _WORD.search(line) or _is_written(line.strip(_AROUND), data):
        return True
    parts = [part.strip(_AROUND) for part in re.split(r"·| \u2013 |\t", line)]
    return all(_is_written(part, data) or _is_listed(part, data) for part in parts)


def _is_listed(line: str, data: frozenset[str]) -> bool:
    parts = [part.strip(_AROUND) for part in re.split(r": |, |\(|\)", line)]
    return all(not _WORD.search(part) or part.casefold() in _SIGNS or _is_written(part, data) for part in parts)


def _is_written(part: str, data: frozenset[str]) -> bool:
    """Whether the database has it, whole or cut off."""
    return (
        part in data
        or part.casefold() in data
        or f"{part}." in data
        or (len(part) > 12 and any(text.startswith(part) for text in data))
    )


_AROUND = " .,:;·()“”*…"
_SIGNS = frozenset({"jarvis", "jarvis desktop", "json", "csv", "utc", "ctrl", "kb", "mb", "tsv", "sql", "pdf", "id"})


def _said(root: QWidget) -> Iterator[tuple[str, str]]:
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        name = f"{type(widget).__name__} {widget.objectName()}".strip()
        for kind, text in _texts_of(widget):
            plain = _PLACES.sub("", text) if kind != "tool tip" else text
            if plain.strip():
                yield f"{name} {kind}".strip(), plain
    for action in root.findChildren(QAction):
        if isinstance(action.parent(), QWidget | QMenu) and action.text():
            yield "action", _PLACES.sub("", action.text().split("\t")[0])


def _texts_of(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "tool tip", widget.toolTip()
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    if isinstance(widget, ElidedLabel):
        yield "", widget.full_text
    elif isinstance(widget, QLabel | QAbstractButton):
        yield "", widget.text()
    elif isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        yield "placeholder", widget.placeholderText()
    elif isinstance(widget, QGroupBox):
        yield "", widget.title()
    elif isinstance(widget, QTabBar):
        for place in range(widget.count()):
            yield "tab", widget.tabText(place)
    elif isinstance(widget, QComboBox):
        for place in range(widget.count()):
            yield "choice", widget.itemText(place)


def cut_off(root: QWidget) -> list[str]:
    """Labels and buttons in sight whose text does not fit into them."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, QLabel | QAbstractButton) or not widget.text():
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            continue
        if isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
            continue
        wanted = widget.minimumSizeHint()
        # What is around the words of a button may give way before they do.
        room = 16 if isinstance(widget, QAbstractButton) else 1
        if type(widget).__name__ != "ElidedLabel" and wanted.width() > widget.width() + room and "⟦" in widget.text():
            found.append(
                f"{type(widget).__name__} {widget.objectName()}: {widget.text()[:60]!r}"
                f" {widget.width()} < {wanted.width()}"
            )
    return sorted(set(found))
