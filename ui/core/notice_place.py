"""A place in a column where one notice stands at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QBoxLayout

    from ui.core.notice import Notice


class NoticePlace:
    """Shows a notice at a position of a layout in place of the one before, or none."""

    def __init__(self, layout: QBoxLayout, position: int = 0, *, stretch: int = 0) -> None:
        self._layout = layout
        self._position = position
        self._stretch = stretch
        self._notice: Notice | None = None

    @property
    def notice(self) -> Notice | None:
        """The notice that stands there."""
        return self._notice

    def say(self, notice: Notice | None) -> None:
        """Show this one, or nothing."""
        if self._notice is not None:
            self._layout.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
        self._notice = notice
        if notice is not None:
            self._layout.insertWidget(self._position, notice, self._stretch, Qt.AlignmentFlag(0))
            # What is put into a visible layout shows only in the next turn of the event loop otherwise.
            notice.show()
