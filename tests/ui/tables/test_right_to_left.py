"""A table where people read from right to left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt

from tests.ui.core.test_mirrored_parts import turn
from tests.ui.tables.hands import drag_header, header_of, press, shown_columns, table_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.tables.conftest import Desk

__all__ = ["turn"]


def test_the_table_begins_at_the_right_and_the_arrows_go_where_they_point(desk: Desk) -> None:
    desk.incidents(3)
    table = table_of(desk, columns=["incident_id", "title", "status"])
    view = table.view
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    view.stand_in("title")
    press(table, Qt.Key.Key_Left)
    assert view.rows.columns[view.currentIndex().column()].name == "status"
    press(table, Qt.Key.Key_Right)
    assert view.rows.columns[view.currentIndex().column()].name == "title"
    press(table, Qt.Key.Key_End)
    assert view.rows.columns[view.currentIndex().column()].name == "status"


def test_the_column_that_stays_lies_at_the_right(desk: Desk) -> None:
    desk.incidents(1)
    table = table_of(desk, columns=["incident_id", "title", "status"], freeze=1)
    view = table.view
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert view.frozen is not None
    view.resize(view.width() - 1, view.height())
    assert view.frozen.geometry().right() + 1 == view.width() - view.frameWidth()


def test_a_column_is_dropped_where_it_is_let_go(desk: Desk) -> None:
    desk.incidents(1)
    table = table_of(desk, columns=["incident_id", "title", "status"])
    table.view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    header = header_of(table, 1)
    right = header.sectionViewportPosition(1) + header.sectionSize(1)
    drag_header(desk, table, 2, QPoint(right - 12, header.height() // 2))
    assert shown_columns(table) == ["incident_id", "status", "title"]


def test_the_heads_of_groups_begin_at_the_right(desk: Desk, turn: Callable[[Qt.LayoutDirection], None]) -> None:
    desk.incidents(3)
    table = table_of(desk, columns=["incident_id", "title", "status"])
    table.source.group_by("status")
    desk.qtbot.waitUntil(lambda: table.source.model.group(0) is not None, timeout=10_000)
    heads = []
    for way in (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft):
        turn(way)
        port = table.view.viewport()
        image = port.grab(QRect(0, 0, port.width(), table.view.rowHeight(0))).toImage()
        ground = image.pixel(image.width() // 2, 2)
        inked = [x for x in range(image.width()) if any(image.pixel(x, y) != ground for y in range(4, 22))]
        heads.append((inked[0], image.width() - 1 - inked[-1]))
    assert heads[0][0] < heads[0][1] - 50
    assert abs(heads[1][1] - heads[0][0]) <= 2
    assert abs(heads[1][0] - heads[0][1]) <= 2
