"""What somebody with a keyboard or a screen reader meets in a window: names, descriptions, roles, order, focus."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QTabBar,
    QTableView,
    QTextEdit,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTabBar,
    QTextEdit,
)
_ROUNDS = 400
_INSIDE = 40


def controls(root: QWidget) -> Iterator[QWidget]:
    """The controls in sight, without the parts that Qt makes of its own inside others."""
    for widget in root.findChildren(QWidget):
        focusable = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
        if not (isinstance(widget, CONTROLS) or focusable) or not widget.isVisible():
            continue
        inside = widget.parent()
        if isinstance(widget, QScrollBar | QHeaderView) or widget.objectName().startswith("qt_"):
            continue
        if isinstance(inside, QAbstractSpinBox | QComboBox | QTabBar) or _is_corner(widget):
            continue
        if isinstance(inside, QWidget) and inside.metaObject().className() == "QComboBoxPrivateContainer":
            continue
        yield widget


def _is_corner(widget: QWidget) -> bool:
    return widget.metaObject().className() in {"QTableCornerButton", "QLineEditIconButton"}


def named(widget: QWidget) -> str:
    """What a screen reader calls it."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip()


def described(widget: QWidget) -> str:
    """What it says beyond its name."""
    return widget.accessibleDescription().strip() or widget.toolTip().strip()


def place(widget: QWidget) -> str:
    """Where it stands, for people who look for it."""
    around, names = widget.parentWidget(), [f"{type(widget).__name__} “{widget.objectName()}”"]
    while around is not None and len(names) < 4:
        names.append(f"{type(around).__name__} {around.objectName()}".strip())
        around = around.parentWidget()
    return " in ".join(names)


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader has no words for."""
    return [place(widget) for widget in controls(root) if not named(widget)]


def undescribed(root: QWidget) -> list[str]:
    """Controls that show only a picture, and do not say what they do."""
    return [
        place(widget)
        for widget in controls(root)
        if isinstance(widget, QAbstractButton) and not widget.text().strip() and not described(widget)
    ]


def without_current(root: QWidget) -> list[str]:
    """Tables with rows, in which the arrow keys have nowhere to start.

    A list or a tree gets its current row from Qt when the keyboard comes to it.
    """
    return [
        place(view)
        for view in root.findChildren(QTableView)
        if view.isVisible()
        and view.focusPolicy() & Qt.FocusPolicy.TabFocus
        and view.model() is not None
        and view.model().rowCount(view.rootIndex())
        and not view.currentIndex().isValid()
    ]


def tab_stops(window: QWidget) -> list[QWidget]:
    """What the Tab key reaches, in its order, from where it is until it comes round; each once."""
    seen: list[QWidget] = []
    stayed = 0
    for _ in range(_ROUNDS):
        held = QApplication.focusWidget()
        if held is None or (held in seen and held is not seen[-1]):
            return seen
        stayed = stayed + 1 if seen and held is seen[-1] else 0
        # A text goes through its links, a table through its cells.
        assert stayed < _INSIDE, f"the Tab key does not leave {place(held)}"
        if not stayed:
            seen.append(held)
        QTest.keyClick(held, Qt.Key.Key_Tab)
    raise AssertionError(f"the Tab key finds no end after {_ROUNDS} stops of {window.objectName()}")


def reachable(window: QWidget) -> set[QWidget]:
    """What the Tab key should reach."""
    return {
        widget
        for widget in controls(window)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
        and widget.focusProxy() is None
        and not _hidden_by_parent(widget)
    }


def _hidden_by_parent(widget: QWidget) -> bool:
    return widget.size().isEmpty() or not widget.isVisibleTo(widget.window())


def out_of_order(stops: list[QWidget]) -> list[str]:
    """Neighbours in the Tab order within one parent of which the later stands above, or left in the same line."""
    found = []
    for first, second in pairwise(stops):
        if first.parentWidget() is not second.parentWidget():
            continue
        a, b = first.geometry(), second.geometry()
        same_line = a.top() < b.bottom() and b.top() < a.bottom()
        if (same_line and b.right() < a.left()) or (not same_line and b.bottom() < a.top()):
            found.append(f"{place(second)} comes after {place(first)}")
    return found


def picture_around(widget: QWidget, *, room: int = 4) -> QImage:
    """The pixels of a control and of what is close around it."""
    window = widget.window()
    area = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).adjusted(-room, -room, room, room)
    return window.grab(area.intersected(window.rect())).toImage()
