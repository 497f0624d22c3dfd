"""What the keys of a table do, and where those that move lead."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView

if TYPE_CHECKING:
    from ui.tables.view import TableView

Action = QAbstractItemView.CursorAction
Key = Qt.Key


class Letter(StrEnum):
    """What single letters ask for while rows have the keyboard."""

    NEXT = "next"
    PREVIOUS = "previous"
    TOGGLE = "toggle"
    SEARCH = "search"


LETTERS: Mapping[int, Letter] = {
    Key.Key_J: Letter.NEXT,
    Key.Key_K: Letter.PREVIOUS,
    Key.Key_X: Letter.TOGGLE,
    Key.Key_Slash: Letter.SEARCH,
}
OPEN = (Key.Key_Return, Key.Key_Enter)
ENDS = (Key.Key_Home, Key.Key_End)
COLLAPSE, EXPAND = Key.Key_Left, Key.Key_Right
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)

MOVES: Mapping[int, Action] = {
    Key.Key_Up: Action.MoveUp,
    Key.Key_Down: Action.MoveDown,
    Key.Key_PageUp: Action.MovePageUp,
    Key.Key_PageDown: Action.MovePageDown,
    Key.Key_Home: Action.MoveHome,
    Key.Key_End: Action.MoveEnd,
}

ARROWS: Mapping[int, Action] = {**MOVES, Key.Key_Left: Action.MoveLeft, Key.Key_Right: Action.MoveRight}


def destination(view: TableView, action: Action, *, whole: bool) -> QModelIndex:
    """The cell that a movement leads to; `whole` (Ctrl) makes Home and End mean rows, not columns.

    Counted, never looked for: a million rows are one step.
    """
    rows, columns = view.rows.rowCount(), view.rows.columnCount()
    if not rows or not columns:
        return QModelIndex()
    current = view.currentIndex()
    row, column = (current.row(), current.column()) if current.isValid() else (0, 0)
    page = max(1, view.viewport().height() // max(1, view.verticalHeader().defaultSectionSize()) - 1)
    match action:
        case Action.MoveUp:
            row -= 1
        case Action.MoveDown:
            row += 1
        case Action.MovePageUp:
            row -= page
        case Action.MovePageDown:
            row += page
        case Action.MoveHome:
            row, column = (0, column) if whole else (row, 0)
        case Action.MoveEnd:
            row, column = (rows - 1, column) if whole else (row, columns - 1)
        case Action.MovePrevious:
            column -= 1
        case Action.MoveNext:
            column += 1
        case Action.MoveLeft | Action.MoveRight:
            column += 1 if (action == Action.MoveLeft) == view.isRightToLeft() else -1
    return view.rows.index(max(0, min(row, rows - 1)), max(0, min(column, columns - 1)))
