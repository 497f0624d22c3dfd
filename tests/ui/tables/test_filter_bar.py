"""The filter bar by keys and clicks, without a database."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

from jarvis_desktop.tables.relative import Relative
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind, Filter, GroupCount, Operator
from ui.components.filter_bar import FilterBar
from ui.tables.filter_words import described

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.core.theme import Theme
    from ui.tables.filter_editor import FilterEditor

COLUMNS = tuple(ColumnInfo(kind.value, kind, kind.value.title()) for kind in ColumnKind)


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> FilterBar:
    made = FilterBar(theme)
    qtbot.addWidget(made)
    made.resize(900, 60)
    made.offer(COLUMNS)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def choose(editor: FilterEditor, column: ColumnKind, operator: Operator) -> None:
    editor.column.setCurrentText(column.value.title())
    editor.operator.setCurrentIndex(editor.operator.findData(operator.value))


def key(widget: QWidget, pressed: Qt.Key) -> None:
    QTest.keyClick(widget, pressed)


def test_a_number_lies_between_two_fields(bar: FilterBar) -> None:
    bar.begin("integer")
    choose(bar.editor, ColumnKind.INTEGER, Operator.BETWEEN)
    fields = bar.editor.value
    QTest.keyClicks(fields.low, "9")
    QTest.keyClicks(fields.high, "3")
    key(fields.high, Qt.Key.Key_Return)
    assert bar.editor.problem.text() == "The first value for “Integer” lies behind the second one."
    assert fields.low.property("problem") is True
    fields.high.setText("30")
    key(fields.high, Qt.Key.Key_Return)
    assert bar.filters == (Filter("integer", Operator.BETWEEN, (9, 30)),)
    assert [chip.label.full_text for chip in bar.chips] == ["Integer between 9 and 30"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_days_are_typed_or_picked_in_words(bar: FilterBar) -> None:
    bar.begin("date")
    choose(bar.editor, ColumnKind.DATE, Operator.GE)
    moment = bar.editor.value.moment
    moment.setFocus()
    QTest.keyClick(moment, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = moment._popup
    assert popup is not None
    assert popup.isVisible()
    listed = [popup.words.item(place).text() for place in range(popup.words.count())]
    assert "last 7 days" in listed
    assert "last 24 hours" not in listed
    popup.words.setCurrentRow(listed.index("last 7 days"))
    popup.words.itemActivated.emit(popup.words.currentItem())
    assert not popup.isVisible()
    assert moment.text() == "last 7 days"
    bar.editor.accept()
    assert bar.filters == (Filter("date", Operator.GE, Relative("last 7 days")),)
    assert [chip.label.full_text for chip in bar.chips] == ["Date from last 7 days"]


@pytest.mark.parametrize(
    ("answer", "operator", "expected"),
    [
        ("Yes", Operator.EQ, Filter("boolean", Operator.EQ, True)),
        ("No", Operator.NE, Filter("boolean", Operator.NE, False)),
        ("Empty", Operator.EQ, Filter("boolean", Operator.IS_NULL)),
        ("Empty", Operator.NE, Filter("boolean", Operator.IS_NOT_NULL)),
    ],
)
def test_yes_no_or_empty(bar: FilterBar, answer: str, operator: Operator, expected: Filter) -> None:
    bar.begin("boolean")
    choose(bar.editor, ColumnKind.BOOLEAN, operator)
    bar.editor.value.answer.setCurrentText(answer)
    bar.editor.accept()
    assert bar.filters == (expected,)
    bar.change(expected)
    assert bar.editor.value.answer.currentText() == answer
    bar.editor.accept()
    assert bar.filters == (expected,)


def test_values_are_checked_in_a_list_with_counts(bar: FilterBar) -> None:
    wanted: list[tuple[str, str]] = []
    bar.values_wanted.connect(lambda column, text: wanted.append((column, text)))
    bar.begin("text")
    choose(bar.editor, ColumnKind.TEXT, Operator.IN)
    assert wanted == [("text", "")]
    values = bar.editor.values
    bar.editor.offer_values("text", "", (GroupCount("open", 1200), GroupCount(None, 3), GroupCount("closed", 1)))
    shown = [values.list.item(place).text().split() for place in range(3)]
    assert shown == [["open", "1,200"], ["(empty)", "3"], ["closed", "1"]]
    values.search.setFocus()
    key(values.search, Qt.Key.Key_Down)
    assert values.list.hasFocus()
    key(values.list, Qt.Key.Key_Space)
    key(values.list, Qt.Key.Key_Down)
    key(values.list, Qt.Key.Key_Space)
    bar.editor.offer_values("text", "late", (GroupCount("late", 1),))
    assert values.list.count() == 3
    key(values.list, Qt.Key.Key_Return)
    assert bar.filters == (Filter("text", Operator.IN, ("open", None)),)
    bar.change(bar.filters[0])
    assert values.value() == ("open", None)


def test_values_may_be_typed_with_commas(bar: FilterBar) -> None:
    bar.begin("integer")
    choose(bar.editor, ColumnKind.INTEGER, Operator.NOT_IN)
    bar.editor.offer_values("integer", "", ())
    QTest.keyClicks(bar.editor.values.search, "1, 2")
    key(bar.editor.values.search, Qt.Key.Key_Return)
    assert bar.filters == (Filter("integer", Operator.NOT_IN, (1, 2)),)


def test_a_document_is_asked_at_a_path(bar: FilterBar) -> None:
    bar.begin("json")
    assert bar.editor.path.isVisible()
    assert bar.editor.operator.findData(Operator.EQ.value) < 0
    QTest.keyClicks(bar.editor.path, "owner.name")
    choose(bar.editor, ColumnKind.JSON, Operator.EQ)
    bar.editor.value.text.setText("Anna")
    bar.editor.accept()
    assert bar.filters == (Filter("json", Operator.EQ, "Anna", "owner.name"),)
    assert bar.chips[0].label.full_text == "Json · owner.name is Anna"
    bar.begin("text")
    assert not bar.editor.path.isVisible()


def test_a_chip_is_changed_by_click_and_by_key(bar: FilterBar, qtbot: QtBot) -> None:
    bar.add(Filter("integer", Operator.GT, 5))
    bar.add(Filter("text", Operator.CONTAINS, "x"))
    QTest.mouseClick(bar.chips[0], Qt.MouseButton.LeftButton)
    editor = bar.editor
    assert (editor.isVisible(), editor.column.currentText(), editor.text.text()) == (True, "Integer", "5")
    editor.text.setText("7")
    key(editor.text, Qt.Key.Key_Return)
    assert bar.filters == (Filter("integer", Operator.GT, 7), Filter("text", Operator.CONTAINS, "x"))
    assert not editor.isVisible()
    qtbot.waitUntil(bar.chips[0].hasFocus)
    key(bar.chips[0], Qt.Key.Key_Right)
    assert bar.chips[1].hasFocus()
    key(bar.chips[1], Qt.Key.Key_Return)
    assert editor.text.text() == "x"
    key(editor, Qt.Key.Key_Escape)
    assert bar.filters[1] == Filter("text", Operator.CONTAINS, "x")
    assert bar.chips[1].hasFocus()


def test_chips_are_one_stop_of_the_tab_key(bar: FilterBar) -> None:
    for number in range(3):
        bar.add(Filter("integer", Operator.GT, number))
    clear = [button for button in bar.findChildren(QPushButton, "clearFilters") if button.isVisible()]
    members: list[QWidget] = [*bar.chips, *clear]

    def stops() -> list[bool]:
        return [bool(member.focusPolicy() & Qt.FocusPolicy.TabFocus) for member in members]

    assert stops() == [True, False, False, False]
    bar.chips[0].setFocus()
    for place in (1, 2, 3):
        key(members[place - 1], Qt.Key.Key_Right)
        assert members[place].hasFocus()
    assert stops() == [False, False, False, True]
    key(members[3], Qt.Key.Key_Backtab)
    assert not any(member.hasFocus() for member in members)


def test_backspace_removes_a_chip_and_goes_to_the_next(bar: FilterBar) -> None:
    for number in range(3):
        bar.add(Filter("integer", Operator.GT, number))
    bar.chips[1].setFocus()
    key(bar.chips[1], Qt.Key.Key_Backspace)
    assert [each.value for each in bar.filters] == [0, 2]
    assert bar.chips[1].hasFocus()
    key(bar.chips[1], Qt.Key.Key_Delete)
    key(bar.chips[0], Qt.Key.Key_Backspace)
    assert bar.filters == ()
    assert bar.add_button.hasFocus()


def test_a_chip_that_is_removed_while_it_is_changed_closes_the_editor(bar: FilterBar) -> None:
    bar.add(Filter("integer", Operator.GT, 5))
    bar.change(bar.filters[0])
    cross = bar.chips[0].findChild(QToolButton, "removeFilter")
    assert cross is not None
    cross.click()
    assert bar.filters == ()
    assert not bar.editor.isVisible()


def test_two_equal_filters_are_one(bar: FilterBar) -> None:
    one, two = Filter("integer", Operator.GT, 1), Filter("integer", Operator.GT, 2)
    bar.add(one)
    bar.add(two)
    bar.change(one)
    bar.editor.text.setText("2")
    bar.editor.accept()
    assert bar.filters == (two,)


def test_all_filters_and_the_text_go_at_once(bar: FilterBar) -> None:
    told: list[Any] = []
    bar.narrow((Filter("integer", Operator.GT, 1), Filter("integer", Operator.LT, 9)), "words")
    bar.narrowed.connect(lambda: told.append((bar.filters, bar.text)))
    button = bar.findChild(QPushButton, "clearFilters")
    assert button is not None
    button.click()
    assert told == [((), "")]


def test_escape_empties_the_search_and_then_leaves_it(bar: FilterBar) -> None:
    left: list[None] = []
    bar.left.connect(lambda: left.append(None))
    bar.search.setFocus()
    QTest.keyClicks(bar.search, "abc")
    key(bar.search, Qt.Key.Key_Escape)
    assert (bar.search.text(), left) == ("", [])
    key(bar.search, Qt.Key.Key_Escape)
    key(bar.search, Qt.Key.Key_Down)
    assert left == [None, None]


def test_one_line_when_nothing_is_filtered_and_chips_wrap_when_many_are(bar: FilterBar, qtbot: QtBot) -> None:
    calm = bar.sizeHint().height()
    assert calm <= bar.search.sizeHint().height() + 8
    for number in range(30):
        bar.add(Filter("integer", Operator.GT, number))
    bar.resize(600, bar.heightForWidth(600) if bar.hasHeightForWidth() else 400)
    qtbot.waitUntil(lambda: len({chip.y() for chip in bar.chips}) > 2)
    assert all(chip.geometry().right() <= bar.width() for chip in bar.chips)


def test_a_filter_of_a_column_that_is_not_here_is_shown_and_can_go(bar: FilterBar) -> None:
    bar.narrow((Filter("gone", Operator.EQ, "x"),), "")
    bar.change(bar.filters[0])
    assert bar.chips[0].label.full_text == "gone is x"
    key(bar.chips[0], Qt.Key.Key_Delete)
    assert bar.filters == ()


def test_everything_has_a_name_and_a_place_in_the_tab_order(bar: FilterBar) -> None:
    bar.begin("date")
    bar.editor.operator.setCurrentText("between")
    bar.add(Filter("integer", Operator.GT, 5))
    inputs = [
        widget
        for widget in bar.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None
    ]
    assert len(inputs) >= 7
    for widget in inputs:
        named = widget.accessibleName() or (widget.text() if isinstance(widget, QPushButton) else "")
        assert named, widget.objectName() or type(widget).__name__


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Filter("text", Operator.IN, ("a", "b", "c", "d", None)), "Text is one of a, b, 3 more"),
        (Filter("text", Operator.NOT_IN, (None,)), "Text is none of (empty)"),
        (Filter("datetime", Operator.LT, Relative("30 days ago")), "Datetime before 30 days ago"),
        (Filter("text", Operator.IS_NULL), "Text is empty"),
    ],
)
def test_filters_in_words(asked: Filter, words: str) -> None:
    column = next(column for column in COLUMNS if column.name == asked.column)
    assert described(column, asked) == words


def test_labels_of_the_form_stand_for_stored_values(bar: FilterBar) -> None:
    bar.offer(COLUMNS, {"text": {"open": "Still open"}})
    bar.narrow((Filter("text", Operator.EQ, "open"), Filter("date", Operator.EQ, date(2026, 3, 31))), "")
    assert bar.chips[0].label.full_text == "Text is Still open"
    bar.begin("text")
    choose(bar.editor, ColumnKind.TEXT, Operator.IN)
    bar.editor.offer_values("text", "", (GroupCount("open", 2),))
    assert bar.editor.values.list.item(0).text().startswith("Still open")


def test_focus_returns_to_the_button_when_a_new_filter_is_given_up(bar: FilterBar) -> None:
    bar.add_button.click()
    assert QApplication.focusWidget() is bar.editor.column
    key(bar.editor.column, Qt.Key.Key_Escape)
    assert bar.add_button.hasFocus()
