"""A filter in words, to change and to be rid of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.elided import ElidedLabel
from ui.core.icons import icon
from ui.core.keymap import shown_keys
from ui.core.measures import SPACE_4, SPACE_8, zoomed
from ui.core.sides import margins
from ui.core.zooming import measured

if TYPE_CHECKING:
    from ui.core.theme import Theme

_TEXT_WIDTH = 320
_EDIT_KEYS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_F2})
_REMOVE_KEYS = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})


class FilterChip(QFrame):
    """Enter or a click changes the filter, Backspace or the cross removes it.

    Signals:
        edit_wanted (): the filter is to be changed.
        removed (): it is to go.
    """

    edit_wanted = Signal()
    removed = Signal()

    def __init__(self, text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chip")
        self.setProperty("role", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Filter: {text}", text=text))
        keys = {"enter": shown_keys("Return"), "remove": shown_keys("Backspace")}
        self.setAccessibleDescription(tr("{enter} changes it, {remove} removes it", **keys))
        self.setToolTip(tr("Change this filter ({enter}); {remove} removes it", **keys))
        self.label = ElidedLabel(text, parent=self)
        self.label.setFixedWidth(min(zoomed(_TEXT_WIDTH), self.label.fontMetrics().horizontalAdvance(text) + 2))
        measured(self.label)
        cross = QToolButton(self)
        cross.setObjectName("removeFilter")
        cross.setIcon(icon("x", theme.tokens.muted, 12))
        cross.setAccessibleName(tr("Remove the filter “{text}”", text=text))
        cross.setToolTip(tr("Remove this filter"))
        cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        cross.setCursor(Qt.CursorShape.ArrowCursor)
        cross.clicked.connect(self.removed)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(SPACE_8, 0, 0, 0))
        row.setSpacing(SPACE_4)
        row.addWidget(self.label)
        row.addWidget(cross)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _EDIT_KEYS:
            self.edit_wanted.emit()
        elif key in _REMOVE_KEYS:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.edit_wanted.emit()
