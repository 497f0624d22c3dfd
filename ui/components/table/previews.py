"""The card that shows the record a cell names, before anybody goes there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.errors import NotAllowed
from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.labels import table_label
from jarvis_desktop.tables.links import reading_refusal
from ui.core.measures import SPACE_4, SPACE_8, SPACE_12, zoomed
from ui.core.sides import mirrored
from ui.core.tasks import Lane, Latest

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex

    from jarvis_desktop.app.application import Application
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.forms.types import FieldDefinition, OpenedForm
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.tables.links import Link
    from ui.components.record_table import RecordTable

REST_MS = 450
_MOST_FIELDS = 7
_LONGEST = 120
_WIDTH = 340
_BREAK = "\u200b"
_LONG_WORD, _JOINTS = re.compile(r"\S{20,}"), re.compile(r"[@./_-]")
"""Addresses go on in the next line at these signs."""
_LABEL_WIDTH = 104


@dataclass(frozen=True, slots=True)
class Preview:
    """What a card says: of what table, the record's title, and its first fields by their labels."""

    kind: str
    title: str
    fields: tuple[tuple[str, str], ...]


def read_preview(services: Application, reader: Reader, link: Link, key: str) -> Preview:
    """The record that `key` names, for a card; for workers. Raises NotAllowed, RecordMissing, ConfigurationError."""
    refusal = reading_refusal(link.table, reader)
    if refusal:
        raise NotAllowed(refusal)
    record_id = services.tables.find(link.table, key)
    opened = services.forms.open("", record_id, reader, table=link.table)
    assert opened.record is not None
    values = opened.record.values
    person = " ".join(str(values[part]) for part in ("first_name", "last_name") if values.get(part))
    title = person or opened.record.title
    return Preview(table_label(link.table), title, _first_fields(opened, title))


def _first_fields(opened: OpenedForm, title: str) -> tuple[tuple[str, str], ...]:
    record = opened.record
    assert record is not None
    found: list[tuple[str, str]] = []
    for field in opened.definition.fields:
        text = "" if field.notice else _shown(field, record.values.get(field.key))
        if text and text not in title:
            found.append((field.label, text))
        if len(found) == _MOST_FIELDS:
            break
    return tuple(found)


def _shown(field: FieldDefinition, value: Any) -> str:
    from jarvis_desktop.forms.choices import find_option
    from jarvis_desktop.forms.field_types import field_types
    from jarvis_desktop.forms.values import is_empty
    from ui.tables.formatting import prose

    if is_empty(value):
        return ""
    chosen = value if isinstance(value, (list, tuple)) else (value,)
    options = [find_option(field.options, one) for one in chosen]
    if field.options and all(option is not None for option in options):
        text = ", ".join(option.label for option in options if option is not None)
    else:
        types = field_types()
        text = types[field.kind].display(value) if field.kind in types else str(value)
    line = prose(text)
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


class PreviewCard(QFrame):
    """A card beside a cell; it takes neither focus nor clicks."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("preview")
        self.setProperty("role", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFixedWidth(_WIDTH)
        self._kind = _text(self, "caption")
        self._title = _text(self, "section")
        self._body = QWidget(self)
        self._grid = QGridLayout(self._body)
        self._grid.setContentsMargins(0, SPACE_4, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_12)
        self._grid.setVerticalSpacing(SPACE_4)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_12)
        column.setSpacing(2)
        for widget in (self._kind, self._title, self._body):
            column.addWidget(widget)

    @property
    def title(self) -> str:
        """The record's title, or what stands in its place."""
        return self._title.text()

    @property
    def text(self) -> str:
        """Everything that can be read on the card."""
        labels = [self._kind, self._title, *self._body.findChildren(QLabel)]
        return "\n".join(each.text().replace(_BREAK, "") for each in labels if each.text())

    def say(self, kind: str, title: str, fields: tuple[tuple[str, str], ...] = (), note: str = "") -> None:
        """Show these words."""
        self._kind.setText(kind)
        self._title.setText(title)
        for old in self._body.findChildren(QLabel):
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
            old.setParent(None)
        rows = fields or ((("", note),) if note else ())
        for place, (name, text) in enumerate(rows):
            shown = _text(self._body, "" if name else "muted", text)
            if name:
                left = _text(self._body, "caption", name)
                left.setFixedWidth(_LABEL_WIDTH)
                left.setContentsMargins(0, 2, 0, 0)
                self._grid.addWidget(left, place, 0, Qt.AlignmentFlag.AlignTop)
                self._grid.addWidget(shown, place, 1)
            else:
                self._grid.addWidget(shown, place, 0, 1, 2)
        self._body.setVisible(bool(rows))
        self.setAccessibleName(f"{kind}: {title}")
        self.setAccessibleDescription(", ".join(f"{name} {text}".strip() for name, text in rows))
        self.adjustSize()
        width = zoomed(_WIDTH)
        self.resize(width, max(self.heightForWidth(width), self.minimumSizeHint().height()))

    def show_beside(self, cell: QRect, window: QWidget) -> None:
        """Stand below a cell (in the window's coordinates), or above it where there is no room."""
        if self.parentWidget() is not window:
            self.setParent(window)
        room = window.rect()
        y = cell.bottom() + SPACE_4
        if y + self.height() > room.bottom():
            y = cell.top() - SPACE_4 - self.height()
        x = cell.right() + 1 - self.width() if mirrored() else cell.left()
        self.move(max(room.left(), min(x, room.right() - self.width())), max(room.top(), y))
        self.raise_()
        self.show()


class Previews(QObject):
    """Shows the card of the cell under a resting pointer, or of the current one on request.

    It goes when the pointer leaves the cell, on any key, when the table scrolls or loses the focus.
    """

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._table = table
        self._index: QModelIndex | None = None
        self._reading = Latest[Preview]()
        self.card = PreviewCard(table)
        self.card.hide()
        table.destroyed.connect(self.card.deleteLater)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._fetch)
        table.view.verticalScrollBar().valueChanged.connect(self.hide)
        table.view.horizontalScrollBar().valueChanged.connect(self.hide)
        table.view.installEventFilter(self)

    def show_for(self, index: QModelIndex, *, at_once: bool = False) -> None:
        """Show where the cell leads, once the pointer has rested or at once."""
        if self._index == index:
            return  # it is shown, or being read: a hand that trembles does not begin it anew
        self.hide()
        self._index = index
        if at_once:
            self._fetch()
        else:
            self._rest.start()

    def hide(self, *_unused: object) -> None:
        """Take the card away."""
        self._rest.stop()
        self._reading.drop()
        self._index = None
        if self.card.isVisible():
            self.card.hide()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if key or event.type() in {QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.WindowDeactivate}:
            self.hide()
        return super().eventFilter(watched, event)

    def _fetch(self) -> None:
        table, index = self._table, self._index
        cell = table.cells.at(index) if index is not None else None
        link = table.cells.link(cell)
        if index is None or cell is None or link is None:
            self.hide()
            return
        context = table.context
        work = partial(read_preview, context.services, context.reader, link, str(cell.value))
        done, failed = partial(self._on_read, index), partial(self._on_failed, index, link)
        self._reading.keep(context.tasks.submit(Lane.READ, work, done=done, failed=failed, owner=self))

    def _on_read(self, index: QModelIndex, preview: Preview) -> None:
        note = "" if preview.fields else tr("Nothing more is known of it.")
        self._show(index, preview.kind, preview.title, preview.fields, note)

    def _on_failed(self, index: QModelIndex, link: Link, error: JarvisError) -> None:
        self._show(index, table_label(link.table), error.title, (), f"{error.message} {error.hint}".strip())

    def _show(self, index: QModelIndex, kind: str, title: str, fields: tuple[tuple[str, str], ...], note: str) -> None:
        if self._index != index or not self._table.view.isVisible():
            return
        self.card.say(kind, title, fields, note)
        view = self._table.cells.view_of(index)
        rect, window = view.visualRect(index), view.window()
        self.card.show_beside(QRect(view.viewport().mapTo(window, rect.topLeft()), rect.size()), window)


def _text(parent: QWidget, role: str, text: str = "") -> QLabel:
    shown = QLabel(_LONG_WORD.sub(lambda word: _JOINTS.sub(rf"\g<0>{_BREAK}", word[0]), text), parent)
    shown.setTextFormat(Qt.TextFormat.PlainText)
    shown.setWordWrap(True)
    shown.setProperty("role", role)
    return shown
