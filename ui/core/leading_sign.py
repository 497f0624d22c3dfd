"""A small picture at the beginning of a field, as large as the zoom makes everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtWidgets import QLabel, QLineEdit
from typing_extensions import override

from ui.core.icons import pixmap
from ui.core.measures import SPACE_4, SPACE_8, zoomed

if TYPE_CHECKING:
    from ui.core.theme import Theme

_ICON = 16
_MOVES = frozenset({QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange})


class LeadingSign(QLabel):
    """Stands in `field` before the text. Qt's own place for it is of the same size at every zoom."""

    def __init__(self, name: str, field: QLineEdit, theme: Theme) -> None:
        super().__init__(field)
        self._name = name
        self._field = field
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        field.installEventFilter(self)
        theme.follow(self, self._draw)
        self._draw()

    @property
    def name(self) -> str:
        """The icon shown."""
        return self._name

    def show_icon(self, name: str) -> None:
        """Show another icon."""
        if name != self._name:
            self._name = name
            self._draw()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    @Slot()
    def _draw(self) -> None:
        self.setPixmap(pixmap(self._name, self._theme.tokens.muted, _ICON, self.devicePixelRatioF()))
        side = zoomed(_ICON)
        self.resize(side, side)
        self._place()

    def _place(self) -> None:
        side, gap = self.width(), zoomed(SPACE_8)
        room = side + zoomed(SPACE_4)
        turned = self._field.layoutDirection() is Qt.LayoutDirection.RightToLeft
        margins = self._field.textMargins()
        if (margins.right() if turned else margins.left()) != room:
            # What stands at the end of the field has set its own side.
            if turned:
                margins.setRight(room)
            else:
                margins.setLeft(room)
            self._field.setTextMargins(margins)
        left = self._field.width() - gap - side if turned else gap
        self.move(left, (self._field.height() - side) // 2)
