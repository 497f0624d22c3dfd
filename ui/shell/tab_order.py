"""In which order the Tab key goes through the frame of the window: rail, top bar, content, status bar."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow


class TabOrder(QObject):
    """Keeps the top bar behind the rail.

    Qt goes by the order in which widgets are made, and the rail is made anew whenever the tabs change.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window

    @Slot()
    def keep(self) -> None:
        """Put the frame in its order; call it when the rail was filled.

        Only once everything has its place, since the places are what it goes by.
        """
        QTimer.singleShot(0, self._order)

    @Slot()
    def _order(self) -> None:
        rail, bar = self._window.findChild(QWidget, "rail"), self._window.findChild(QWidget, "topBar")
        if isinstance(rail, QWidget) and isinstance(bar, QWidget):
            for first, second in pairwise([*_stops(rail), *_stops(bar)]):
                QWidget.setTabOrder(first, second)


def _stops(frame: QWidget) -> list[QWidget]:
    """What takes the Tab key inside, as people read: line by line."""
    found = [
        widget
        for widget in frame.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    ]
    layout = frame.layout()
    if layout is not None:
        layout.activate()
    right_to_left = frame.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def reading(widget: QWidget) -> tuple[int, int]:
        place = widget.mapTo(frame, QPoint(0, 0))
        line = 0 if frame.height() < 3 * widget.sizeHint().height() else place.y()
        return line, -place.x() if right_to_left else place.x()

    return sorted(found, key=reading)
