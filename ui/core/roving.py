"""Several small controls as one stop of the Tab key: the arrow keys go on inside."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_ACROSS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right})


class Roving(QObject):
    """The controls added, in that order; the Tab key comes to the one that had the keyboard last."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._members: list[QWidget] = []

    def add(self, member: QWidget) -> None:
        """Take one more in, at the end."""
        member.setFocusPolicy(Qt.FocusPolicy.ClickFocus if self._members else Qt.FocusPolicy.StrongFocus)
        member.installEventFilter(self)
        self._members.append(member)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched in self._members:
            if event.type() is QEvent.Type.FocusIn:
                self._stop_at(watched)
            elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self._go(watched, event):
                return True
        return super().eventFilter(watched, event)

    def _stop_at(self, chosen: QObject) -> None:
        for member in self._members:
            strong = member is chosen
            member.setFocusPolicy(Qt.FocusPolicy.StrongFocus if strong else Qt.FocusPolicy.ClickFocus)

    def _go(self, watched: QObject, event: QKeyEvent) -> bool:
        """Whether the key leads to another member, or would if this were not the first or last."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        members = [member for member in self._members if member.isVisible() and member.isEnabled()]
        place = next((at for at, member in enumerate(members) if member is watched), 0)
        if key in _STEPS:
            turned = key in _ACROSS and members[place].layoutDirection() is Qt.LayoutDirection.RightToLeft
            place += -_STEPS[key] if turned else _STEPS[key]
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            place = 0 if key == Qt.Key.Key_Home else len(members) - 1
        else:
            return False
        members[max(0, min(place, len(members) - 1))].setFocus(Qt.FocusReason.TabFocusReason)
        return True
