"""A button inside a field, at the end of its text, as large as the zoom makes everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Slot
from PySide6.QtWidgets import QLineEdit, QToolButton
from typing_extensions import override

from ui.core.icons import icon
from ui.core.measures import SPACE_4, zoomed

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

_ICON = 16
_SIDE = 22
_MOVES = frozenset({QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutDirectionChange, QEvent.Type.StyleChange})
_LOOKS = frozenset({QEvent.Type.PaletteChange, QEvent.Type.StyleChange})


class TrailingButton(QToolButton):
    """Does `action` for `field`, shown while that is visible. Qt's own buttons are of the same size at every zoom."""

    def __init__(self, glyph: str, action: QAction, field: QLineEdit) -> None:
        super().__init__(field)
        self._glyph = glyph
        self._action = action
        self._field = field
        self._drawn: tuple[str, int] | None = None
        self.setObjectName(f"inside:{glyph}")
        self.setProperty("kind", "inside")
        self.setIconSize(QSize(_ICON, _ICON))
        # Reached by keys of the field itself: the tab key goes from field to field.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        field.installEventFilter(self)
        self._draw()
        self._follow()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return super().eventFilter(watched, event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _LOOKS:
            self._draw()

    def _draw(self) -> None:
        look = (self.palette().placeholderText().color().name(), zoomed(_ICON))
        if look != self._drawn:
            self._drawn = look
            self.setIcon(icon(self._glyph, look[0], _ICON))

    @Slot()
    def _follow(self) -> None:
        words = self._action.toolTip() or self._action.text()
        self.setAccessibleName(self._action.text())
        self.setAccessibleDescription(words)
        self.setToolTip(words)
        self.setVisible(self._action.isVisible())
        self._place()

    def _place(self) -> None:
        field = self._field
        side = max(1, min(zoomed(_SIDE), field.height() - zoomed(SPACE_4)))
        gap = zoomed(SPACE_4)
        turned = field.layoutDirection() is Qt.LayoutDirection.RightToLeft
        margins = field.textMargins()
        wanted = field.textMargins()
        # Room is kept while the button is away, or the text would jump when it comes.
        room = zoomed(_SIDE) - gap
        if turned:
            wanted.setLeft(room)
        else:
            wanted.setRight(room)
        if wanted != margins:
            field.setTextMargins(wanted)
        left = gap if turned else field.width() - gap - side
        self.setGeometry(left, (field.height() - side) // 2, side, side)
