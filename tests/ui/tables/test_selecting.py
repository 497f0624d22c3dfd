from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jarvis_desktop.tables.types import Query, RowSet
from tests.ui.tables.hands import CONTROL, SHIFT, click_row, give_keyboard, press, table_of
from ui.core.tasks import Lane
from ui.tables.selection import merged, size

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.tables.conftest import Desk
    from ui.components.record_table import RecordTable

Key = Qt.Key


def ids(table: RecordTable) -> tuple[str, ...]:
    """The keys of the rows selected."""
    chosen = table.selected()
    return () if chosen is None else chosen.ids


def test_nothing_is_selected_at_first_and_a_cell_is_current(desk: Desk) -> None:
    desk.incidents(3)
    table = table_of(desk)
    assert table.selected() is None
    assert table.view.currentIndex().row() == 0
    assert not table.footer.selected.isVisible()


def test_shift_with_arrows_and_clicks_selects_a_range(desk: Desk) -> None:
    desk.incidents(9)
    table = table_of(desk)
    click_row(table, 2)
    press(table, Key.Key_Down, Key.Key_Down, modifiers=SHIFT)
    assert ids(table) == ("3", "4", "5")
    press(table, Key.Key_Up, modifiers=SHIFT)
    assert ids(table) == ("3", "4")
    click_row(table, 0, SHIFT)
    assert ids(table) == ("1", "2", "3")
    click_row(table, 6, CONTROL)
    assert ids(table) == ("1", "2", "3", "7")
    click_row(table, 7, SHIFT | CONTROL)
    assert ids(table) == ("1", "2", "3", "7", "8")
    assert table.footer.selected.text() == "5 selected"


def test_j_and_k_go_and_x_marks(desk: Desk) -> None:
    desk.incidents(6)
    table = table_of(desk)
    chosen: list[str] = []
    table.record_chosen.connect(chosen.append)
    press(table, Key.Key_J, Key.Key_J, Key.Key_K)
    assert chosen == ["2", "3", "2"]
    press(table, Key.Key_X, Key.Key_J, Key.Key_J, Key.Key_X)
    assert ids(table) == ("2", "4")
    press(table, Key.Key_K, Key.Key_X)
    assert ids(table) == ("2", "3", "4")
    press(table, Key.Key_X)
    assert ids(table) == ("2", "4")
    press(table, Key.Key_Escape)
    assert table.selected() is None
    assert table.view.currentIndex().row() == 2
    press(table, Key.Key_J)
    assert ids(table) == ("4",)


def test_letters_with_a_modifier_are_left_to_others(desk: Desk) -> None:
    desk.incidents(3)
    table = table_of(desk)
    press(table, Key.Key_J, Key.Key_X, modifiers=CONTROL)
    assert table.selected() is None
    assert table.view.currentIndex().row() == 0


def test_a_slash_goes_to_the_search_field(desk: Desk) -> None:
    desk.incidents(1)
    table = table_of(desk)
    give_keyboard(desk, table)
    press(table, Key.Key_Slash)
    assert table.bar.search.hasFocus()
    assert table.bar.search.text() == ""


def test_ctrl_a_selects_all_that_match_as_a_state(desk: Desk) -> None:
    desk.incidents(250)
    table = table_of(desk)
    press(table, Key.Key_A, modifiers=CONTROL)
    chosen = table.selected()
    assert chosen is not None
    assert chosen.everything
    assert chosen.ids == ()
    desk.settled()
    desk.qtbot.waitUntil(lambda: table.footer.selected.text() == "All 250 selected")
    assert not table.footer.everything.isVisible()
    table.footer.nothing.click()
    assert table.selected() is None


def test_the_footer_offers_all_that_match_once_several_are_selected(desk: Desk) -> None:
    desk.incidents(250)
    table = table_of(desk)
    desk.qtbot.waitUntil(lambda: table.count.text() == "250 records")
    click_row(table, 0)
    assert not table.footer.everything.isVisible()
    press(table, Key.Key_Down, modifiers=SHIFT)
    assert table.footer.everything.text() == "Select all 250 that match"
    table.footer.everything.click()
    chosen = table.selected()
    assert chosen is not None
    assert chosen.everything


def test_taking_one_out_of_everything_leaves_the_rest(desk: Desk) -> None:
    desk.incidents(20)
    table = table_of(desk)
    press(table, Key.Key_A, modifiers=CONTROL)
    click_row(table, 4, CONTROL)
    chosen = table.selected()
    assert chosen is not None
    assert not chosen.everything
    assert chosen.count == 19
    assert "5" not in chosen.ids


def test_a_range_over_rows_never_seen_is_told_as_spans(desk: Desk) -> None:
    desk.incidents(5000)
    table = table_of(desk)
    desk.qtbot.waitUntil(lambda: table.source.model.rowCount() == 5000)
    click_row(table, 1)
    press(table, Key.Key_End, modifiers=SHIFT)
    desk.settled()
    chosen = table.selected()
    assert chosen is not None
    assert not chosen.everything
    assert chosen.count == 4999
    assert sum(span.count for span in chosen.spans) == 4999
    found: list[list[str]] = []
    tables = desk.context.services.tables
    desk.context.tasks.submit(Lane.READ, partial(tables.row_ids, chosen), done=found.append)
    desk.settled()
    assert found == [[str(number) for number in range(2, 5001)]]


def test_everything_is_narrowed_away_but_survives_another_order(desk: Desk) -> None:
    desk.incidents(30)
    table = table_of(desk)
    press(table, Key.Key_A, modifiers=CONTROL)
    table.arranging.sort("title", table.source.sort)
    desk.settled()
    assert (table.selected() or RowSet(Query(""))).everything
    table.bar.search.setText("Fault 1")
    QTest.keyClick(table.bar.search, Key.Key_Return)
    desk.settled()
    assert not table.view.selecting.everything
    assert table.selected() is None


def test_a_selection_survives_what_others_change(desk: Desk) -> None:
    desk.incidents(40)
    table = table_of(desk)
    click_row(table, 3)
    press(table, Key.Key_Down, Key.Key_Down, modifiers=SHIFT)
    desk.run("DELETE FROM incidents WHERE id = 2")
    desk.changed("incidents", 2)
    desk.settled()
    assert ids(table) == ("4", "5", "6")
    desk.run("UPDATE incidents SET title = 'Other' WHERE id = 5")
    desk.changed("incidents", 5)
    desk.settled()
    assert ids(table) == ("4", "5", "6")


@pytest.mark.parametrize(("gone", "next_one"), [(3, "4"), (6, "5")])
def test_when_the_chosen_row_goes_the_next_one_is_chosen(desk: Desk, gone: int, next_one: str) -> None:
    desk.incidents(6)
    table = table_of(desk)
    give_keyboard(desk, table)
    click_row(table, gone - 1)
    desk.run(f"DELETE FROM incidents WHERE id = {gone}")
    desk.changed("incidents", gone)
    desk.settled()
    assert table.view.chosen_id == next_one


def test_home_end_and_pages_go_at_once(desk: Desk) -> None:
    desk.incidents(3000)
    table = table_of(desk)
    desk.qtbot.waitUntil(lambda: table.source.model.rowCount() == 3000)
    press(table, Key.Key_End, modifiers=CONTROL)
    assert table.view.currentIndex().row() == 2999
    desk.settled()
    desk.qtbot.waitUntil(lambda: table.view.chosen_id == "3000")
    press(table, Key.Key_PageUp)
    page = 2999 - table.view.currentIndex().row()
    assert 5 < page < 30
    press(table, Key.Key_Home, modifiers=CONTROL)
    assert table.view.currentIndex().row() == 0
    press(table, Key.Key_PageDown)
    assert table.view.currentIndex().row() == page
    press(table, Key.Key_End)
    assert table.view.currentIndex().column() == 3
    press(table, Key.Key_Home)
    assert table.view.currentIndex().column() == 0
    desk.settled()


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], ()),
        ([(3, 5), (0, 1)], ((0, 1), (3, 5))),
        ([(0, 2), (3, 5)], ((0, 5),)),
        ([(0, 9), (2, 3), (4, 12)], ((0, 12),)),
    ],
)
def test_runs_are_told_in_order_and_apart(parts: list[tuple[int, int]], expected: tuple[tuple[int, int], ...]) -> None:
    assert merged(parts) == expected
    assert size(expected) == len({row for first, last in parts for row in range(first, last + 1)})


def test_enter_opens_the_record(desk_for: Callable[..., Desk]) -> None:
    opened: list[tuple[str, str | None]] = []
    desk = desk_for("records.write", open_record=lambda table, record: opened.append((table, record)))
    desk.incidents(2)
    table = table_of(desk)
    press(table, Key.Key_J, Key.Key_Return)
    assert opened == [("incidents", "2")]


def test_arrows_choose_the_row_also_in_a_column_that_stays(desk: Desk, qtbot: QtBot) -> None:
    desk.incidents(6)
    table = table_of(desk)
    table.arranging.arrange(table.arranging.columns, 1)
    qtbot.waitUntil(lambda: table.view.freeze == 1 and table.source.plan is not None)
    desk.settled()
    table.view.setCurrentIndex(table.source.model.index(0, 0))
    for key, row, column in (
        (Key.Key_Down, 1, 0),
        (Key.Key_Down, 2, 0),
        (Key.Key_Right, 2, 1),
        (Key.Key_Left, 2, 0),
        (Key.Key_Up, 1, 0),
    ):
        press(table, key)
        assert (table.view.currentIndex().row(), table.view.currentIndex().column()) == (row, column)
        assert ids(table) == (str(row + 1),)
