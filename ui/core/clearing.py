"""The cross that empties a field, with a name for those who do not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot
from PySide6.QtGui import QAction
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.trailing_button import TrailingButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit


def offer_clearing(field: QLineEdit) -> None:
    """Show the cross while there is something typed."""
    _Clearing(field)


class _Clearing(QObject):
    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self._action = QAction(tr("Clear"), self)
        self._action.triggered.connect(self._clear)
        self.button = TrailingButton("x", self._action, field)
        field.textChanged.connect(self._show)
        field.installEventFilter(self)
        self._show()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.ReadOnlyChange, QEvent.Type.EnabledChange}:
            self._show()
        return super().eventFilter(watched, event)

    @Slot()
    def _show(self) -> None:
        field = self._field
        self._action.setVisible(bool(field.text()) and field.isEnabled() and not field.isReadOnly())

    @Slot()
    def _clear(self) -> None:
        if self._field.text():
            self._field.clear()
            self._field.textEdited.emit("")
