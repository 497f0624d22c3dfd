"""Columns are as wide as what they hold needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtTest import QTest

from tests.ui.tables.hands import table_of
from ui.tables.widths import WIDEST, Measured, fitted

if TYPE_CHECKING:
    from tests.ui.tables.conftest import Desk
    from ui.components.record_table import RecordTable

ASKED = [{"name": "incident_id", "width": 72}, {"name": "title", "width": 200}, {"name": "priority", "width": 92}]


def is_whole(table: RecordTable, row: int, column: int) -> bool:
    """Whether a cell shows all of its text."""
    part = table.view.frozen if table.view.frozen is not None and column < table.view.freeze else table.view
    index = table.source.model.index(row, column)
    return part.columnWidth(column) >= part.sizeHintForIndex(index).width() - 2


def test_ids_are_whole_however_narrow_props_want_them(desk: Desk) -> None:
    desk.store("incidents", {"incident_id": "INC-1000997", "title": "x"}, {"incident_id": "INC-1", "title": "y"})
    for freeze in (0, 1):
        assert is_whole(table_of(desk, columns=ASKED, freeze=freeze), 0, 0)


def test_longer_ids_further_down_widen_their_column(desk: Desk) -> None:
    desk.incidents(900)
    desk.store("incidents", *({"incident_id": f"INC-{n}", "title": "x"} for n in range(10**9, 10**9 + 30)))
    table = table_of(desk, columns=ASKED)
    desk.qtbot.waitUntil(lambda: table.source.model.rowCount() == 930)
    before = table.view.columnWidth(0)
    table.view.verticalScrollBar().setValue(table.view.verticalScrollBar().maximum())
    table.grab()
    desk.qtbot.waitUntil(lambda: table.view.columnWidth(0) > before)
    last = table.source.model.rowCount() - 1
    assert is_whole(table, last, 0)
    desk.settled()


def test_a_width_made_by_hand_stays(desk: Desk) -> None:
    desk.store("incidents", {"incident_id": "INC-1000997", "title": "x"})
    table = table_of(desk, columns=ASKED)
    table.view.header.resizeSection(0, 60)
    table.resize(820, 400)
    table.source.reopen()
    desk.settled()
    assert table.view.columnWidth(0) == 60


def test_closing_all_groups_leaves_the_columns_as_they_are(desk: Desk) -> None:
    desk.incidents(5, priority="a rather long priority to be read in the head of its group")
    table = table_of(desk)
    table.grouping.group("priority")
    desk.settled()
    before = [table.view.columnWidth(place) for place in range(4)]
    table.grouping.collapse(closed=True)
    desk.settled()
    assert table.source.model.rowCount() == 1
    assert [table.view.columnWidth(place) for place in range(4)] == before


def test_the_whole_row_under_the_pointer_is_marked_in_both_parts(desk: Desk) -> None:
    desk.incidents(9)
    table = table_of(desk, freeze=1)
    view, frozen = table.view, table.view.frozen
    assert frozen is not None
    QTest.mouseMove(view.viewport(), view.visualRect(table.source.model.index(3, 2)).center())
    ground = table.context.theme.color("surface")
    for part, column in ((view, 3), (frozen, 0)):
        rect = part.visualRect(table.source.model.index(3, column))
        image = part.viewport().grab().toImage()
        ratio = image.devicePixelRatio()
        marked = image.pixelColor(int((rect.right() - 3) * ratio), int((rect.top() + 3) * ratio))
        assert marked != ground
        above = image.pixelColor(int((rect.right() - 3) * ratio), int((rect.top() - 5) * ratio))
        assert above == ground


def test_spare_room_goes_to_what_is_narrower_than_it_needs() -> None:
    assert fitted([80, 100, 90], range(3), (1, 2), 400, [80, 160, 110]) == [80, 210, 110]
    assert fitted([80, 100, 90], range(3), (1, 2), 300, [80, 160, 110]) == [80, 115, 105]


def test_props_may_ask_for_less_than_prose_needs_but_not_less_than_an_id() -> None:
    assert Measured(150, whole=True).wanted(72, label=60) == (150, 150)
    assert Measured(150, whole=False).wanted(72, label=60) == (72, 150)
    assert Measured(4000, whole=True).wanted(None, label=60) == (WIDEST, WIDEST)
    assert Measured(None, whole=True).wanted(72, label=60) == (72, 72)


def test_what_others_changed_is_marked_evenly_and_then_no_more(desk: Desk) -> None:
    desk.incidents(3)
    table = table_of(desk)
    model = table.source.model
    desk.run("UPDATE incidents SET title = 'Theirs' WHERE id = 2")
    desk.changed("incidents", 2)
    seen = set()

    def over() -> bool:
        seen.add(model.flash(1))
        return 1.0 in seen and model.flash(1) == 0.0

    desk.qtbot.waitUntil(over, timeout=5000)
    assert seen == {0.0, 1.0}
    desk.settled()
