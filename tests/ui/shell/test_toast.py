"""A word in passing takes two lines at most, and the whole of it can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ui.shell.toast import MOST_LINES, Toast

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from ui.core.theme import Theme

LONG = "Of 12,480 rows 8,213 were stored. Row 8,214 has no date where the last contact belongs. " * 4


def toast_in(qtbot: QtBot, theme: Theme, width: int) -> tuple[QWidget, Toast, QLabel]:
    window = QWidget()
    qtbot.addWidget(window)
    toast = Toast(theme)
    column = QVBoxLayout(window)
    column.addWidget(toast)
    column.addStretch(1)
    window.resize(width, 300)
    window.show()
    label = toast.findChild(QLabel, "toastText")
    assert label is not None
    return window, toast, label


def test_a_long_word_takes_two_lines_and_is_whole_in_the_tool_tip(qtbot: QtBot, theme: Theme) -> None:
    window, toast, label = toast_in(qtbot, theme, 600)
    toast.say(LONG, ("Open", toast.dismiss), tone="warning")
    qtbot.waitUntil(lambda: label.text().endswith("…"))
    line = label.fontMetrics().lineSpacing()
    assert line < label.heightForWidth(label.width()) <= MOST_LINES * line + 2
    assert " ".join(label.toolTip().split()) == " ".join(LONG.split())
    assert toast.text == " ".join(LONG.split())
    assert toast.accessibleName() == LONG
    assert window.minimumSizeHint().width() < window.width()


def test_a_word_that_has_room_is_whole(qtbot: QtBot, theme: Theme) -> None:
    window, toast, label = toast_in(qtbot, theme, 600)
    toast.say(LONG)
    qtbot.waitUntil(lambda: label.text().endswith("…"))
    window.resize(3_000, 300)
    qtbot.waitUntil(lambda: label.text() == " ".join(LONG.split()))
    assert not label.toolTip()
    toast.say("Saved")
    assert label.text() == "Saved"
