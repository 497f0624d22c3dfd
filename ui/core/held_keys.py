"""Keys pressed while an answer is on its way, kept for the widget that they are meant for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class HeldKeys(QObject):
    """Takes the keys of one widget while it waits, so that nobody's fast typing becomes commands.

    `hold` begins, `release` hands them on in order. Esc is not held: `waiting` widgets give up by it.
    """

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._keys: list[tuple[QEvent.Type, int, Qt.KeyboardModifier, str]] = []
        self.escaped = False

    def hold(self) -> None:
        """Give the widget the keyboard and keep its keys from now on; goes on where keys are kept already."""
        self.escaped = False
        self._widget.setFocus()
        self._widget.installEventFilter(self)

    def release(self, to: QWidget | None) -> None:
        """Stop keeping keys; those kept go to a widget, or nowhere."""
        self._widget.removeEventFilter(self)
        keys, self._keys = self._keys, []
        if to is not None:
            for kind, key, modifiers, text in keys:
                QCoreApplication.postEvent(to, QKeyEvent(kind, key, modifiers, text))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.escaped = True
            self._keys.clear()
        elif not self.escaped:
            self._keys.append((event.type(), event.key(), event.modifiers(), event.text()))
        return True
