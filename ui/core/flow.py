"""A layout that runs on in lines, like words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget
from typing_extensions import override

from ui.core.measures import SPACE_8, zoomed


class FlowLayout(QLayout):
    """Places items in the direction of reading and begins a new line where one does not fit.

    With `cell` (pixels) the items are of equal size, at least that wide, and fill each line.
    """

    def __init__(self, parent: QWidget | None = None, *, spacing: int = SPACE_8, cell: int = 0) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._spacing = spacing
        self._least = cell
        self.setContentsMargins(0, 0, 0, 0)

    @property
    def _gap(self) -> int:
        return zoomed(self._spacing)

    @property
    def _cell(self) -> int:
        return zoomed(self._least)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        return self.minimumSize()

    @override
    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Move the items into `rect` if asked, and answer the height they need at its width."""
        x = y = line = 0
        owner = self.parentWidget()
        direction = owner.layoutDirection() if owner is not None else Qt.LayoutDirection.LeftToRight
        width = self._cell_width(rect.width())
        items = self._visible()
        tallest = max((item.sizeHint().height() for item in items), default=0)
        for item in items:
            hint = item.sizeHint() if width == 0 else QSize(width, tallest)
            wide = min(hint.width(), rect.width()) if rect.width() > 0 else hint.width()
            if x > 0 and x + wide > rect.width():
                x, y, line = 0, y + line + self._gap, 0
            if move:
                place = QRect(rect.topLeft() + QPoint(x, y), QSize(wide, hint.height()))
                item.setGeometry(QStyle.visualRect(direction, rect, place))
            x += wide + self._gap
            line = max(line, hint.height())
        return y + line

    def _cell_width(self, available: int) -> int:
        count = len(self._visible())
        if not self._cell or not count:
            return 0
        columns = max(1, min(count, (available + self._gap) // (self._cell + self._gap)))
        return max(1, (available - (columns - 1) * self._gap) // columns)

    def _visible(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]
