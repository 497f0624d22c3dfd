"""What hands do to a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from ui.components.record_table import RecordTable

if TYPE_CHECKING:
    from tests.ui.tables.conftest import Desk
    from ui.tables.header import TableHeader

COLUMNS = ["incident_id", "title", "priority", "created_at"]
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def table_of(desk: Desk, **props: Any) -> RecordTable:
    """A table of incidents on the screen."""
    table = RecordTable(desk.context, {"table": "incidents", "columns": COLUMNS, **props})
    desk.show(table)
    return table


def shown_columns(table: RecordTable) -> list[str]:
    """The names of the columns shown, from the left."""
    return [column.name for column in table.source.model.columns]


def header_of(table: RecordTable, section: int) -> TableHeader:
    """The header in which a section is seen."""
    view = table.view
    return view.frozen.header if view.frozen is not None and section < view.freeze else view.header


def label_place(table: RecordTable, section: int) -> QPoint:
    """Where a column's label is, in its header."""
    header = header_of(table, section)
    return QPoint(header.sectionViewportPosition(section) + 12, header.height() // 2)


def click_header(desk: Desk, table: RecordTable, section: int, *, shift: bool = False) -> None:
    """Click a column's label."""
    modifiers = SHIFT if shift else Qt.KeyboardModifier.NoModifier
    header = header_of(table, section)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, modifiers, label_place(table, section))
    desk.settled()


def double_click(widget: QWidget, place: QPoint) -> None:
    """Double-click with the left button, and let it go: `QTest.mouseDClick` alone holds it in all that follows."""
    QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=place)


def drag_header(desk: Desk, table: RecordTable, section: int, to: QPoint) -> None:
    """Drag a column's label to a place of its header."""
    viewport = header_of(table, section).viewport()
    start = label_place(table, section)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    for place in ((start + to) / 2, to):
        where = QPointF(place)
        held = Qt.MouseButton.LeftButton
        moved = QMouseEvent(
            QEvent.Type.MouseMove,
            where,
            viewport.mapToGlobal(where),
            Qt.MouseButton.NoButton,
            held,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(viewport, moved)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=to)
    columns_read(desk, table)


def columns_read(desk: Desk, table: RecordTable) -> None:
    """Wait until the columns arranged are those shown."""

    def same() -> bool:
        arranged = [column.name for column in table.arranging.columns if column.shown]
        return arranged == shown_columns(table) and table.view.freeze == table.arranging.freeze

    desk.qtbot.waitUntil(same)
    desk.settled()


def click_row(table: RecordTable, row: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Click a row that is in sight."""
    place = table.view.visualRect(table.source.model.index(row, table.view.freeze)).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, modifiers, place)


def press(table: RecordTable, *keys: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys one after another while the rows have the keyboard."""
    for key in keys:
        QTest.keyClick(table.view, key, modifiers)


def give_keyboard(desk: Desk, table: RecordTable) -> None:
    """Make the table's window the active one, and its rows what keys go to."""
    table.activateWindow()
    table.view.setFocus()
    desk.qtbot.waitUntil(table.view.hasFocus)
