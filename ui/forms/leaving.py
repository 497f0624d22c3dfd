"""Asks about typed input before another record takes its place; nothing waits for the answer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from jarvis_desktop.core.words import tr
from ui.core.flow import FlowLayout
from ui.core.measures import CONTROL_HEIGHT, SPACE_8, SPACE_12


class LeavingBar(QFrame):
    """Offers to save, to discard, or to stay.

    Signals:
        answered (str): SAVE, DISCARD or STAY.
    """

    SAVE, DISCARD, STAY = "save", "discard", "stay"
    answered = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("leavingBar")
        self.setProperty("role", "notice")
        self.setProperty("tone", "warning")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        # Beside a list and in large letters there is no room for all of it in one line.
        row = FlowLayout()
        column.addLayout(row)
        said = QLabel(tr("You have unsaved changes"), self)
        said.setMinimumHeight(CONTROL_HEIGHT)
        row.addWidget(said)
        self._buttons: dict[str, QPushButton] = {}
        for answer, text, kind in (
            (self.SAVE, tr("Save"), "primary"),
            (self.DISCARD, tr("Discard"), "danger"),
            (self.STAY, tr("Stay"), ""),
        ):
            button = QPushButton(text, self)
            button.setObjectName(f"leaving:{answer}")
            button.setProperty("kind", kind)
            button.clicked.connect(partial(self._answer, answer))
            self._buttons[answer] = button
            row.addWidget(button)
        self.hide()

    def ask(self) -> None:
        """Show the question."""
        self.show()
        self._buttons[self.SAVE].setFocus()

    @Slot()
    def _answer(self, answer: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's value
        self.answered.emit(answer)
