"""A page that was out of sight while the look changed looks as one that is made afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from ui.shell.resting import rest, wake

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from ui.core.theme import Theme


class Sheet(QWidget):
    """Some controls that the style sheet gives colours, sizes and borders."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        heading = QLabel("Heading")
        heading.setProperty("role", "title")
        button = QPushButton("Save")
        button.setProperty("kind", "primary")
        for part in (heading, button, QLineEdit("text"), QTableWidget(2, 2)):
            column.addWidget(part)


def picture(widget: QWidget) -> QImage:
    """How it looks once its layout has come to rest."""
    QApplication.sendPostedEvents()
    return widget.grab().toImage()


@pytest.mark.parametrize("zoom", [100, 150])
def test_a_page_takes_the_look_over_when_it_is_shown_again(theme: Theme, qtbot: QtBot, zoom: int) -> None:
    stack, page = QStackedWidget(), Sheet()
    qtbot.addWidget(stack)
    stack.addWidget(page)
    stack.addWidget(QWidget())
    stack.resize(500, 400)
    stack.show()
    qtbot.waitExposed(stack)
    before = picture(page)
    stack.setCurrentIndex(1)
    rest(page)
    theme.set_dark(dark=not theme.dark)
    theme.set_zoom(zoom)
    stack.setCurrentIndex(0)
    wake(page)
    fresh = Sheet()
    stack.addWidget(fresh)
    woken = picture(page)
    stack.setCurrentWidget(fresh)
    assert woken != before
    assert woken == picture(fresh)


def test_what_measures_on_a_page_does_so_again_in_the_font_of_now(theme: Theme, qtbot: QtBot) -> None:
    page = Sheet()
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    (heading,) = page.findChildren(QLabel)
    measured: list[int] = []
    theme.follow(page, lambda: measured.append(heading.fontMetrics().height()))
    page.hide()
    rest(page)
    theme.set_zoom(200)
    wake(page)
    page.show()
    fresh = Sheet()
    qtbot.addWidget(fresh)
    fresh.show()
    assert measured[-1] == fresh.findChildren(QLabel)[0].fontMetrics().height()


def test_a_page_that_is_awake_follows_the_look_at_once(theme: Theme, qtbot: QtBot) -> None:
    page = Sheet()
    qtbot.addWidget(page)
    page.resize(500, 400)
    page.show()
    qtbot.waitExposed(page)
    rest(page)
    wake(page)
    before = picture(page)
    theme.set_dark(dark=not theme.dark)
    assert picture(page) != before
