"""Where lines begin: margins and texts at the side where people begin to read, left or right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QWidget

_ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute
_ACROSS = Qt.AlignmentFlag.AlignHorizontal_Mask


def mirrored() -> bool:
    """Whether people read from right to left."""
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def margins(begin: int, top: int, end: int, bottom: int) -> QMargins:
    """Margins in pixels, told in the direction of reading: Qt mirrors the order of things, but no margins."""
    return QMargins(end, top, begin, bottom) if mirrored() else QMargins(begin, top, end, bottom)


def lead(widget: QLabel | QLineEdit) -> None:
    """Have the text of `widget` begin where its neighbours do.

    Left to itself Qt lets each text stand at the side where its own letters begin: a name in Latin letters or a number
    would be at the far end of a field in an Arabic window. What is said already in absolute terms stays.
    """
    said = widget.alignment()
    if widget.layoutDirection() is not Qt.LayoutDirection.RightToLeft or said & _ABSOLUTE:
        return
    if not said & (Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignJustify):
        side = Qt.AlignmentFlag.AlignLeft if said & Qt.AlignmentFlag.AlignRight else Qt.AlignmentFlag.AlignRight
        widget.setAlignment((said & ~_ACROSS) | side | _ABSOLUTE)


def isolated(text: str) -> str:
    """A text of the data between texts that run from right to left: its own letters say which way it runs.

    Otherwise the parts of a day and time would change places, and an ellipsis would stand before a Latin name.
    """
    return f"\u2068{text}\u2069" if text and mirrored() else text


def place_below(popup: QWidget, anchor: QWidget, *, gap: int = 2) -> None:
    """Move a window below `anchor`, both beginning at the same side, as far as the screen has room."""
    width = popup.sizeHint().width()
    spot = QRect(anchor.mapToGlobal(QPoint(0, 0)), anchor.size())
    room = anchor.screen().availableGeometry()
    left = max(room.left(), min(_begin(spot, width), room.right() - width))
    popup.move(left, spot.bottom() + 1 + gap)


def open_below(menu: QMenu, part: QRect, of: QWidget) -> None:
    """Open a menu below a part of a widget, both beginning at the same side."""
    spot = QRect(of.mapToGlobal(part.topLeft()), part.size())
    menu.popup(QPoint(spot.left(), spot.bottom() + 1))
    if mirrored():
        # Only now its width is known: many are filled when they open.
        menu.move(max(of.screen().availableGeometry().left(), _begin(spot, menu.width())), menu.y())


def _begin(spot: QRect, width: int) -> int:
    return spot.right() + 1 - width if mirrored() else spot.left()
