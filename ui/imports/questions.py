"""What only a person can say of a file: asked once, answered by a button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from jarvis_desktop.core.words import mark, shown
from jarvis_desktop.imports.types import Question
from ui.core.icons import pixmap
from ui.core.measures import SPACE_8, SPACE_12

if TYPE_CHECKING:
    from ui.core.theme import Theme

_WORDS = {
    Question.DAY_FIRST: (
        mark(
            "“{example}” is a date with the day first, or with the month first? Until you say, such cells are refused."
        ),
        mark("Day first"),
        mark("Month first"),
    ),
    Question.DECIMAL_COMMA: (
        mark("“{example}” has a comma before decimals, or between thousands? Until you say, such cells are refused."),
        mark("Before decimals"),
        mark("Thousands"),
    ),
}


class QuestionBar(QFrame):
    """One question with two answers.

    Signals:
        answered (object, bool): the Question, and whether the first answer was chosen.
    """

    answered = Signal(object, bool)

    def __init__(self, question: Question, example: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"question:{question.value}")
        self.setProperty("role", "notice")
        self.setProperty("tone", "warning")
        self._question = question
        words, first, second = _WORDS[question]
        sign = QLabel(self)
        sign.setPixmap(pixmap("circle-help", theme.tokens.warning, 16, self.devicePixelRatioF()))
        text = QLabel(shown(words, example=example[:40]), self)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        row.setSpacing(SPACE_8)
        row.addWidget(sign)
        row.addWidget(text, 1)
        for yes, caption in ((True, first), (False, second)):
            button = QPushButton(shown(caption), self)
            button.setObjectName("yes" if yes else "no")
            button.setAccessibleDescription(text.text())
            button.clicked.connect(partial(self._on_answer, yes))
            row.addWidget(button)

    def _on_answer(self, yes: bool, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - bound to a signal
        self.answered.emit(self._question, yes)
