"""The tour: which keys it takes, what may stand above it, what it follows, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.app.test_helping import open_tab
from ui.core.measures import SPACE_12
from ui.help.tour import PLACE
from ui.search.help_view import HelpView

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.app.program import Program
    from ui.core.theme import Theme
    from ui.help.tour_card import TourCard


def _card(program: Program) -> TourCard:
    card = program.helping.tour.card
    assert card is not None
    return card


def test_no_stray_key_ends_the_tour(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("john")
    open_tab(program, qtbot)
    program.window.activateWindow()
    tour = program.helping.tour
    tour.begin()
    qtbot.waitUntil(_card(program).next.hasFocus)
    for key, step in ((Qt.Key.Key_Return, "rail"), (Qt.Key.Key_Right, "palette"), (Qt.Key.Key_Left, "rail")):
        QTest.keyClick(_card(program).next, key)
        assert tour.step == step
    for answer in (Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(_card(program).next, Qt.Key.Key_Escape)
        assert _card(program).asking
        assert _card(program).title.text() == "End the tour?"
        QTest.keyClick(_card(program).next, answer)
        assert not _card(program).asking
        assert tour.step == "rail"
    for _ in range(30):
        QTest.keyClick(_card(program).next, Qt.Key.Key_Right)
    assert tour.step == "help"
    QTest.keyClick(_card(program).next, Qt.Key.Key_Escape)
    QTest.keyClick(_card(program).next, Qt.Key.Key_Escape)
    assert not tour.running
    qtbot.waitUntil(lambda: program.tasks.pending == 0)


def test_the_question_is_whole_and_goes_with_the_keyboard(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("john")
    open_tab(program, qtbot)
    program.window.activateWindow()
    tour = program.helping.tour
    tour.begin()
    card = _card(program)
    qtbot.waitUntil(card.next.hasFocus)
    QTest.keyClick(card.next, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: card.leave.y() == card.next.y())
    assert card.next.geometry().bottom() < card.height() - SPACE_12
    QTest.keyClick(card.next, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = program.commands.palette
    assert palette is not None
    qtbot.waitUntil(palette.field.hasFocus)
    assert not card.asking
    assert tour.running
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    tour.end()
    qtbot.waitUntil(lambda: program.tasks.pending == 0)


def test_what_is_opened_during_the_tour_stands_above_it(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("john")
    open_tab(program, qtbot)
    window, tour = program.window, program.helping.tour
    window.activateWindow()
    tour.begin()
    tour.go_on()
    card, light = _card(program), window.findChild(QWidget, "tourSpotlight")
    assert light is not None
    qtbot.waitUntil(card.next.hasFocus)
    QTest.keyClick(card.next, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = program.commands.palette
    assert palette is not None
    qtbot.waitUntil(lambda: palette.field.hasFocus() and not light.isVisible())
    order = window.children()
    assert order.index(palette) > order.index(card)
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: card.next.hasFocus() and light.isVisible())
    while tour.step != "filter":
        tour.go_on()
    QTest.keyClick(card.next, Qt.Key.Key_F1)
    view = window.content.page.page
    assert isinstance(view, HelpView)
    qtbot.waitUntil(lambda: not light.isVisible() and view.pages.hasFocus())
    middle = view.mapTo(window, view.rect().center())
    assert not card.geometry().contains(middle)
    window.menus.back_chosen.emit()
    qtbot.waitUntil(light.isVisible)
    tour.end()
    qtbot.waitUntil(lambda: program.tasks.pending == 0)


def test_the_tour_follows_theme_and_zoom_and_gives_f6_a_meaning(
    start: Callable[[str], Program], qtbot: QtBot, theme: Theme
) -> None:
    program = start("john")
    table = open_tab(program, qtbot)
    window, tour = program.window, program.helping.tour
    window.resize(1200, 800)
    window.activateWindow()
    tour.begin()
    while tour.step != "filter":
        tour.go_on()
    card = _card(program)
    qtbot.waitUntil(card.next.hasFocus)
    QTest.keyClick(card.next, Qt.Key.Key_F6)
    assert table.bar.search.hasFocus()
    QTest.keyClick(table.bar.search, Qt.Key.Key_F6)
    assert card.next.hasFocus()
    small = card.title.fontMetrics().height()
    ground = card.grab().toImage().pixelColor(card.width() // 2, card.height() - 3)
    card.leave.setText("Skip all the rest of the tour")
    theme.set_zoom(200)
    qtbot.waitUntil(lambda: card.title.fontMetrics().height() > 1.5 * small)
    qtbot.waitUntil(lambda: window.rect().contains(card.geometry()))
    qtbot.waitUntil(lambda: card.leave.width() >= card.leave.sizeHint().width())
    theme.choose("dark")
    qtbot.waitUntil(lambda: card.grab().toImage().pixelColor(card.width() // 2, card.height() - 3) != ground)
    tour.end()
    qtbot.waitUntil(lambda: program.tasks.pending == 0)


def test_the_tour_is_of_the_person_who_takes_it(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("john")
    open_tab(program, qtbot)
    services, tour = program.workspace.services, program.helping.tour
    assert services is not None
    first = program.workspace.view
    assert first is not None
    tour.offer()
    qtbot.waitUntil(lambda: tour.running, timeout=10_000)
    program.workspace.open(services, "", "rachel")
    qtbot.waitUntil(lambda: not tour.running, timeout=10_000)
    qtbot.waitUntil(lambda: tour.running, timeout=10_000)
    _card(program).leave.click()
    assert not tour.running
    qtbot.waitUntil(lambda: program.tasks.pending == 0)
    assert services.memory.recall("rachel", PLACE) == {"seen": True}
    assert services.memory.recall(first.reader.user_id, PLACE) == {}


def test_a_window_that_closes_during_the_tour_left_it_unseen(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("john")
    open_tab(program, qtbot)
    context = program.window.context
    assert context is not None
    program.helping.tour.begin()
    program.window.hide()
    assert not program.helping.tour.running
    qtbot.waitUntil(lambda: program.tasks.pending == 0)
    assert context.services.memory.recall(context.reader.user_id, PLACE) == {}
