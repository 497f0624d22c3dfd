"""The frame around a form's own field, laid over a cell."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.measures import SPACE_4
from ui.core.zooming import measured

if TYPE_CHECKING:
    from ui.forms.widgets.field_widget import FieldWidget

_NARROWEST = 180
_NARROWEST_AREA = 340
_PASSED_ON = frozenset({Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_X, Qt.Key.Key_V, Qt.Key.Key_A})


class Way(StrEnum):
    """Where to go once a cell is stored."""

    STAY = "stay"
    DOWN = "down"
    NEXT = "next"
    PREVIOUS = "previous"


class CellEditor(QFrame):
    """Holds one field over its cell, with room below for what is to be said of it.

    Enter stores and goes down (Shift+Enter is a new line where there are several), Tab and Shift+Tab store and go to
    the next or previous cell, Esc gives up.

    Signals:
        committed (Way): the value shall be stored.
        given_up (): what was typed shall be forgotten.
        copy_asked (): what was typed shall go to the clipboard.
    """

    help_page = "cells"
    committed = Signal(object)
    given_up = Signal()
    copy_asked = Signal()

    def __init__(self, field: FieldWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cellEditor")
        self.setProperty("role", "card")
        self.setAutoFillBackground(True)
        self.field = field
        field.setParent(self)
        field.label.hide()
        self._area = isinstance(field.input, QPlainTextEdit)
        self._note = QLabel(self)
        self._note.setObjectName("cellNote")
        self._note.setProperty("role", "caption")
        self._note.setWordWrap(True)
        self._note.hide()
        self._copy = QPushButton(tr("Copy what was typed"), self)
        self._copy.setObjectName("copyTyped")
        self._copy.setProperty("kind", "quiet")
        self._copy.hide()
        self._copy.clicked.connect(self.copy_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(field)
        column.addWidget(self._note)
        column.addWidget(self._copy)
        for widget in (field.input, *field.input.findChildren(QWidget)):
            widget.installEventFilter(self)
        if self._area:
            self.note(tr("Enter stores, Shift+Enter begins a new line"))

    @property
    def said(self) -> str:
        """What stands below the input besides the field's own remarks."""
        return self._note.text() if self._note.isVisibleTo(self) else ""

    def note(self, text: str) -> None:
        """Say something below the input."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def offer_copy(self) -> None:
        """Offer to copy what was typed."""
        self._copy.show()

    def lay_over(self, cell: QRect, room: QRect) -> None:
        """Stand over a cell, within a room (both in the parent's coordinates)."""
        least = _NARROWEST_AREA if self._area else _NARROWEST
        width = min(max(cell.width(), least), max(room.width(), 60))
        self.setFixedWidth(width)
        measured(self)
        self.adjustSize()
        height = max(self.sizeHint().height(), cell.height())
        x = max(room.left(), min(cell.left(), room.right() - width + 1))
        y = max(room.top(), min(cell.top(), room.bottom() - height + 1))
        self.setGeometry(x, y, width, height)
        self.raise_()

    @override
    def event(self, event: QEvent) -> bool:
        # The keys of the table are not meant while somebody types here.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
            if held == Qt.KeyboardModifier.NoModifier or event.key() not in _PASSED_ON:
                event.accept()
                return True
        return super().event(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._take(event):
            return True
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._take(event):
            event.accept()

    def _take(self, event: QKeyEvent) -> bool:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if QApplication.activePopupWidget() is not None:
            return False
        if key == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if shift and self._area:
                return False
            self.committed.emit(Way.DOWN)
        elif key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}:
            back = shift or key == Qt.Key.Key_Backtab
            self.committed.emit(Way.PREVIOUS if back else Way.NEXT)
        else:
            return False
        return True
