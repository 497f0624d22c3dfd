"""Another look is there at once where people look, and soon after elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QTabBar, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.core.theme import Theme

PATIENCE_MS = 10_000


class Row(QWidget):
    """A button in sight, one that is hidden, and a place that is hidden with the words in it."""

    def __init__(self) -> None:
        super().__init__()
        self.seen, self.hidden = QPushButton("Save"), QPushButton("Later")
        self.hidden.setProperty("kind", "primary")
        self.place = QWidget()
        QHBoxLayout(self.place).addWidget(QLabel("Words"))
        row = QHBoxLayout(self)
        for part in (self.seen, self.hidden, self.place):
            row.addWidget(part)


@pytest.fixture
def row(qtbot: QtBot, theme: Theme) -> Row:
    qtbot.waitUntil(lambda: theme.settled, timeout=PATIENCE_MS)
    row = Row()
    qtbot.addWidget(row)
    row.show()
    qtbot.waitExposed(row)
    row.hidden.hide()
    row.place.hide()
    return row


def made_now(row: Row) -> QPushButton:
    """What the hidden button would be if it were made now."""
    fresh = QPushButton("Later", row)
    fresh.setProperty("kind", "primary")
    fresh.resize(row.hidden.size())
    fresh.show()
    return fresh


def ground(widget: QWidget) -> str:
    """The colour at the middle of the left edge."""
    return widget.grab().toImage().pixelColor(widget.width() // 2, widget.height() - 4).name()


def test_what_is_hidden_takes_the_look_over_soon(row: Row, theme: Theme, qtbot: QtBot) -> None:
    before = ground(row.seen)
    theme.set_dark(dark=True)
    assert ground(row.seen) != before
    assert not theme.settled
    qtbot.waitUntil(lambda: theme.settled, timeout=PATIENCE_MS)
    row.hidden.show()
    fresh = made_now(row)
    assert ground(row.hidden) == ground(fresh)
    assert row.hidden.palette().buttonText().color() == fresh.palette().buttonText().color()


class Paints(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


def test_a_look_is_painted_once(row: Row, theme: Theme, qtbot: QtBot) -> None:
    row.place.show()
    parts = (row.place, *row.place.findChildren(QLabel))
    paints = [Paints(part) for part in parts]
    qtbot.waitUntil(lambda: all(paint.count for paint in paints), timeout=PATIENCE_MS)
    for paint in paints:
        paint.count = 0
    theme.set_dark(dark=True)
    qtbot.waitUntil(lambda: theme.settled, timeout=PATIENCE_MS)
    assert [each.count for each in paints] == [1, 1]


def test_a_second_change_does_not_lose_what_still_waits(row: Row, theme: Theme, qtbot: QtBot) -> None:
    theme.set_dark(dark=True)
    theme.set_zoom(150)
    qtbot.waitUntil(lambda: theme.settled, timeout=PATIENCE_MS)
    row.hidden.show()
    assert row.hidden.sizeHint() == made_now(row).sizeHint()


def test_nothing_keeps_a_style_of_its_own(row: Row, theme: Theme) -> None:
    theme.set_dark(dark=True)
    for each in (row, *row.findChildren(QWidget)):
        assert not each.testAttribute(Qt.WidgetAttribute.WA_SetStyle)


def test_what_goes_while_it_waits_is_left_alone(row: Row, theme: Theme, qtbot: QtBot) -> None:
    gone = QLabel("Gone", row.place)
    theme.follow(gone, row.hide)
    theme.set_dark(dark=True)
    row.place.setParent(None)
    row.place.deleteLater()
    qtbot.waitUntil(lambda: theme.settled, timeout=PATIENCE_MS)
    assert row.isVisible()


def test_a_follower_is_told_at_once_in_sight_and_once_afterwards_elsewhere(
    row: Row, theme: Theme, qtbot: QtBot
) -> None:
    told: list[str] = []
    theme.follow(row.seen, lambda: told.append("seen"))
    theme.follow(row.hidden, lambda: told.append("hidden"))
    theme.set_dark(dark=True)
    theme.set_zoom(150)
    assert told == ["seen", "seen"]
    qtbot.waitUntil(lambda: theme.settled, timeout=PATIENCE_MS)
    assert told == ["seen", "seen", "hidden"]


def test_the_parts_of_a_widget_take_over_the_font_of_the_widget(theme: Theme, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for _ in range(40):
        frame = QTabWidget(window)
        column.addWidget(frame)
        frame.addTab(QWidget(frame), "Preferences")
    window.show()
    for zoom in (150, 120, 200, 100):
        theme.set_zoom(zoom)
        qtbot.waitUntil(lambda: theme.settled, timeout=PATIENCE_MS)
        sizes = {bar.font().pixelSize() for bar in window.findChildren(QTabBar)}
        assert sizes == {QApplication.font().pixelSize()}
