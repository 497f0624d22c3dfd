"""Pages that are no longer needed go one by one: destroying seventeen of them at once would be noticed."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer, Slot

from ui.shell.resting import rest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Retirement(QObject):
    """Deletes hidden pages, one in each turn of the event loop."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: deque[QWidget] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._delete_one)

    def retire(self, page: QWidget) -> None:
        """Hide `page` and delete it when its turn comes; until then no style sheet costs time for it."""
        page.hide()
        rest(page)
        self._waiting.append(page)
        self._timer.start()

    @Slot()
    def _delete_one(self) -> None:
        page = self._waiting.popleft()
        if shiboken6.isValid(page):
            page.deleteLater()
        if not self._waiting:
            self._timer.stop()
