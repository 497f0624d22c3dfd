"""Takes the next keys that are pressed, whatever they would do otherwise."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr

_HELD = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr})
_MOVES_ON = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class KeyField(QLineEdit):
    """Waits for one combination; Tab moves on, Escape leaves.

    Signals:
        pressed (QKeySequence): keys were pressed.
        left (): Escape was pressed.
    """

    pressed = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keyField")
        self.setReadOnly(True)
        self.setPlaceholderText(tr("Press the new keys"))
        self.setAccessibleName(tr("New keys"))
        self.setAccessibleDescription(tr("Press the keys to be used. Escape leaves everything as it is."))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    @override
    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _MOVES_ON and not event.modifiers() & ~_SHIFT:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape and not event.modifiers():
            self.left.emit()
        elif key not in _HELD and key not in {0, Qt.Key.Key_unknown}:
            held = event.modifiers() & ~_KEYPAD
            typed = event.text()
            # “?” is Shift and another key: the sign is what people mean, the Shift goes with it.
            if held == _SHIFT and len(typed) == 1 and typed.isprintable() and not typed.isalpha() and key > ord(" "):
                held = Qt.KeyboardModifier.NoModifier
            self.pressed.emit(QKeySequence(held.value | key))
