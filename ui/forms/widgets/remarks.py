"""What is said below an input: a problem, a warning, or a change made elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from jarvis_desktop.core.words import tr
from ui.core.elided import wrappable
from ui.core.icons import pixmap
from ui.core.measures import SPACE_4, SPACE_8

if TYPE_CHECKING:
    from ui.core.theme import Theme

_ICON_SIZE = 14
_ICONS = {"danger": "circle-alert", "warning": "triangle-alert", "info": "info"}


class Remark(QWidget):
    """An icon and a sentence in a tone."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = ""
        self._said = ""
        self._icon = QLabel(self)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setObjectName("remark")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        theme.follow(self, self._tint)

    @property
    def text(self) -> str:
        """The sentence."""
        return self._said

    def say(self, text: str, *, tone: str) -> None:
        """Show a sentence ("" hides)."""
        self._said = text
        self._text.setText(wrappable(text))
        self.setVisible(bool(text))
        if text and tone != self._tone:
            self._tone = tone
            self._text.setProperty("role", "problem" if tone == "danger" else "caption")
            self._text.setProperty("tone", "" if tone == "danger" else tone)
            self._text.style().unpolish(self._text)
            self._text.style().polish(self._text)
            self._tint()

    @Slot()
    def _tint(self) -> None:
        if self._tone:
            colour = str(getattr(self._theme.tokens, self._tone))
            self._icon.setPixmap(pixmap(_ICONS[self._tone], colour, _ICON_SIZE, self.devicePixelRatioF()))


class ElsewhereRemark(QWidget):
    """Says what somebody else stored meanwhile and asks which value stays.

    Signals:
        answered (bool): true takes the other value, false keeps what was typed.
    """

    answered = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remark = Remark(theme, self)
        self._take = QPushButton(tr("Take theirs"), self)
        self._keep = QPushButton(tr("Keep mine"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self._remark, 1)
        for name, button in (("takeTheirs", self._take), ("keepMine", self._keep)):
            button.setObjectName(name)
            button.setProperty("kind", "quiet")
            button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            row.addWidget(button)
        self._take.clicked.connect(self._on_take)
        self._keep.clicked.connect(self._on_keep)

    @property
    def text(self) -> str:
        """What is said."""
        return self._remark.text

    def ask(self, text: str | None) -> None:
        """Show what happened (None hides it)."""
        self.setVisible(text is not None)
        if text is not None:
            self._remark.say(text, tone="warning")

    @Slot()
    def _on_take(self) -> None:
        self.answered.emit(True)

    @Slot()
    def _on_keep(self) -> None:
        self.answered.emit(False)
