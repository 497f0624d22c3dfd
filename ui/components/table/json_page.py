"""The page of one JSON or array value: a tree with search, and the text of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.json_search import Place, is_container, pointer
from jarvis_desktop.core.json_text import NotJson, loads
from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.types import ColumnKind
from ui.core.clearing import offer_clearing
from ui.core.flow import FlowLayout
from ui.core.measures import SPACE_8, SPACE_12, SPACE_16
from ui.core.notice import Notice
from ui.core.notice_place import NoticePlace
from ui.core.tasks import Lane, Latest
from ui.tables.json_view import JsonLines, JsonTree, hits, lines_of, text_of

if TYPE_CHECKING:
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.tables.service import TableService
    from jarvis_desktop.tables.types import ColumnInfo
    from ui.components.component import ComponentContext

DETAIL_CHARACTERS = 20_000
_LINE_CHARACTERS = 2_000
_SEARCH_AFTER_MS = 150


@dataclass(frozen=True, slots=True)
class Document:
    """What a cell holds: its value, or its `text` alone with the `fault` that keeps it from being a tree."""

    value: Any
    text: str = ""
    fault: str = ""


def read_document(tables: TableService, table: str, record_id: str, column: ColumnInfo) -> Document:
    """The whole value of a cell; for workers."""
    if column.kind is ColumnKind.ARRAY:
        return Document(tables.record(table, record_id).values.get(column.name))
    text = tables.written(table, record_id, column.name)
    if text is None:
        return Document(None)
    try:
        return Document(loads(text))
    except NotJson as error:
        return Document(text, text, tr("The value {error}, so that only its text can be shown.", error=error))


class JsonPage(QWidget):
    """Shows all that one cell holds."""

    help_page = "cells"

    def __init__(self, context: ComponentContext, table: str, record_id: str, column: ColumnInfo) -> None:
        super().__init__()
        self._context = context
        self._read = partial(read_document, context.services.tables, table, record_id, column)
        self._document: Document | None = None
        self._hits: list[Place] = []
        self._hit = -1
        self._searching = Latest[list[Place]]()
        self._writing = Latest[list[str]]()
        self._pause = QTimer(self, singleShot=True, interval=_SEARCH_AFTER_MS)
        self._pause.timeout.connect(self._search)
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Fetch the value and show it."""
        self._state.setText(tr("Loading"))
        self._context.tasks.submit(Lane.READ, self._read, done=self._on_read, failed=self._on_failed)

    def _lay_out(self) -> None:
        self.search = QLineEdit(self)
        self.search.setObjectName("jsonSearch")
        self.search.setPlaceholderText(tr("Search keys and values"))
        self.search.setAccessibleName(tr("Search keys and values"))
        offer_clearing(self.search)
        self._state = QLabel(self)
        self._state.setObjectName("jsonState")
        self._state.setProperty("role", "caption")
        self.next = _button(self, tr("Next"), tr("Next place (Enter)"))
        self.open_level = _button(self, tr("Open a level"), tr("Open every list and object in sight one level further"))
        self.close_all = _button(self, tr("Close all"), tr("Close every list and object"))
        self.copy_value = _button(self, tr("Copy value"), tr("Copy the current value"))
        self.copy_path = _button(self, tr("Copy path"), tr("Copy the JSON Pointer of the current value"))
        self.as_text = _button(self, tr("As text"), tr("Show the value as text"))
        self.as_text.setCheckable(True)
        bar = QHBoxLayout()
        bar.setSpacing(SPACE_8)
        bar.addWidget(self.search, 1)
        for widget in (self._state, self.next):
            bar.addWidget(widget)
        deeds = QWidget(self)
        flow = FlowLayout(deeds, spacing=SPACE_8)
        for widget in (self.open_level, self.close_all, self.copy_value, self.copy_path, self.as_text):
            flow.addWidget(widget)
        self.tree = JsonTree(self._context.theme, self)
        self.detail = QPlainTextEdit(self)
        self.detail.setObjectName("jsonDetail")
        self.detail.setReadOnly(True)
        self.detail.setAccessibleName(tr("The current value"))
        self.whole = _button(self, tr("Show all"), tr("Show all of the current value"))
        lower = QWidget(self)
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, SPACE_8, 0, 0)
        self.path = QLabel(lower)
        self.path.setObjectName("jsonPath")
        self.path.setProperty("role", "caption")
        self.path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        below.addWidget(self.path)
        below.addWidget(self.detail, 1)
        below.addWidget(self.whole, 0, Qt.AlignmentFlag.AlignLeft)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.addWidget(self.tree)
        parts.addWidget(lower)
        parts.setSizes([700, 180])
        parts.setStretchFactor(0, 1)
        self.lines = JsonLines(self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(parts)
        self._pages.addWidget(self.lines)
        self._column = QVBoxLayout(self)
        self._notices = NoticePlace(self._column, 2)
        self._column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        self._column.setSpacing(SPACE_8)
        self._column.addLayout(bar)
        self._column.addWidget(deeds)
        self._column.addWidget(self._pages, 1)
        self._column.addStretch(0)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._pause.start)
        self.search.returnPressed.connect(self.show_next)
        self.next.clicked.connect(self.show_next)
        self.open_level.clicked.connect(self._on_open_level)
        self.close_all.clicked.connect(self.tree.collapseAll)
        self.copy_value.clicked.connect(self._on_copy_value)
        self.copy_path.clicked.connect(self._on_copy_path)
        self.as_text.toggled.connect(self._on_as_text)
        self.whole.clicked.connect(self._on_whole)
        self.tree.chosen.connect(self._show_detail)
        self.tree.copy_asked.connect(self._on_copy_value)
        self.setFocusProxy(self.tree)
        self._enable(ready=False)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.tree.setFocus()
        elif event.key() == Qt.Key.Key_Escape:
            self._context.close_page()
        else:
            super().keyPressEvent(event)

    def show_next(self) -> None:
        """Go to the next place that the search found."""
        if self._pause.isActive():
            self._pause.stop()
            self._search()
        elif self._hits:
            self._hit = (self._hit + 1) % len(self._hits)
            self._show_hit()

    def _on_read(self, document: Document) -> None:
        self._document = document
        self._state.clear()
        self._notices.say(None)
        self._pages.show()
        self._enable(ready=True)
        self.tree.show_value(document.value)
        if document.fault:
            self._notices.say(Notice(tr("Only the text"), document.fault, theme=self._context.theme, tone="warning"))
        self.tree.setFocus()

    def _on_failed(self, error: JarvisError) -> None:
        self._state.clear()
        notice = Notice.for_error(error, theme=self._context.theme, action_text=tr("Try again"))
        notice.action.connect(self.begin)
        self._pages.hide()
        self._notices.say(notice)
        notice.setFocus()

    def _enable(self, *, ready: bool) -> None:
        controls = (self.search, self.open_level, self.close_all, self.copy_value, self.copy_path, self.as_text)
        for control in controls:
            control.setEnabled(ready)
        self.next.setEnabled(ready and bool(self._hits))
        self.whole.hide()

    def _search(self) -> None:
        text, document = self.search.text(), self._document
        self._hits, self._hit = [], -1
        self.next.setEnabled(False)
        if document is None or not text:
            self._searching.drop()
            self._state.clear()
            return
        self._state.setText(tr("Searching"))
        work = partial(hits, document.value, text)
        self._searching.keep(self._context.tasks.submit(Lane.IO, work, done=self._on_found))

    def _on_found(self, found: list[Place]) -> None:
        self._hits = found
        self.next.setEnabled(bool(found))
        if found:
            self._hit = 0
            self._show_hit()
        else:
            self._state.setText(tr("Nothing found"))

    def _show_hit(self) -> None:
        self._state.setText(tr("{hit} of {count}", hit=grouped(self._hit + 1), count=grouped(len(self._hits))))
        self.tree.reveal(self._hits[self._hit])

    def _show_detail(self) -> None:
        value = self.tree.current_value
        self.path.setText(self._pointer() or tr("The whole value"))
        if is_container(value):
            self.detail.setPlainText("")
            self.detail.setPlaceholderText(tr("A list or an object: its members stand above"))
            self.whole.hide()
            return
        text = text_of(value)
        cut = len(text) > DETAIL_CHARACTERS
        self.detail.setPlainText(text[:DETAIL_CHARACTERS] if cut else text)
        self.whole.setText(tr("Show all {count} characters", count=grouped(len(text))))
        self.whole.setVisible(cut)

    def _on_whole(self) -> None:
        self.detail.setPlainText(_in_lines(text_of(self.tree.current_value)))
        self.whole.hide()

    def _pointer(self) -> str:
        value = self._document.value if self._document is not None else None
        return pointer(value, self.tree.place) if is_container(value) else ""

    def _on_open_level(self) -> None:
        if not self.tree.open_level():
            self._context.say(tr("Only the first 2,000 were opened; open others by themselves"))

    def _on_copy_value(self) -> None:
        if self.as_text.isChecked():
            QGuiApplication.clipboard().setText(self.lines.selected_text())
            return
        work = partial(text_of, self.tree.current_value)
        self._context.tasks.submit(Lane.IO, work, done=self._on_copied)

    def _on_copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._context.say(tr("Copied the value"))

    def _on_copy_path(self) -> None:
        QGuiApplication.clipboard().setText(self._pointer())
        self._context.say(tr("Copied the path"))

    def _on_as_text(self, checked: bool) -> None:  # noqa: FBT001 - a signal's value
        self._pages.setCurrentIndex(1 if checked else 0)
        for control in (self.search, self.next, self.open_level, self.close_all, self.copy_path):
            control.setEnabled(not checked and (control is not self.next or bool(self._hits)))
        if checked and self._document is not None and not self.lines.line_count:
            self._state.setText(tr("Writing"))
            work = partial(lines_of, self._document.value)
            self._writing.keep(self._context.tasks.submit(Lane.IO, work, done=self._on_lines))

    def _on_lines(self, lines: list[str]) -> None:
        self._state.clear()
        self.lines.show_lines(lines)


def _button(parent: QWidget, text: str, tip: str) -> QPushButton:
    button = QPushButton(text, parent)
    button.setProperty("kind", "quiet")
    button.setToolTip(tip)
    return button


def _in_lines(text: str) -> str:
    """The text with its very long lines broken: the time to lay one out grows with the square of its length."""
    if len(text) <= DETAIL_CHARACTERS:
        return text
    lines = text.split("\n")
    parts = (line[at : at + _LINE_CHARACTERS] for line in lines for at in range(0, len(line) or 1, _LINE_CHARACTERS))
    return "\n".join(parts)
