"""Tells when widgets have been painted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget
from typing_extensions import override


class Painted(QObject):
    """Whether one of the widgets was painted since it was expected to be."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.seen = False
        self._expected = False
        for widget in widgets:
            widget.installEventFilter(self)

    def forget(self) -> None:
        """Nothing is expected yet."""
        self.seen = self._expected = False

    def expect(self) -> None:
        """What is painted from now on counts."""
        self._expected = True

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._expected and event.type() is QEvent.Type.Paint:
            self.seen = True
        return super().eventFilter(watched, event)
