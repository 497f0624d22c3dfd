"""Tells that what is shown was typed earlier and never saved, and offers to give it up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from jarvis_desktop.core.words import tr
from ui.core.measures import SPACE_4, SPACE_8, SPACE_12

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_LEFT_OUT = 20


class DraftBar(QFrame):
    """A word above the form.

    Signals:
        discarded (): the person gives the draft up.
    """

    discarded = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("draftBar")
        self.setProperty("role", "notice")
        self.setProperty("tone", "info")
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._more = QLabel(self)
        self._more.setTextFormat(Qt.TextFormat.PlainText)
        self._more.setProperty("role", "caption")
        self._more.setWordWrap(True)
        self._more.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._discard = QPushButton(tr("Discard"), self)
        self._discard.setObjectName("discardDraft")
        self._discard.setAccessibleName(tr("Discard the draft"))
        self._discard.setAccessibleDescription(tr("Shows the record as it is stored"))
        self._discard.clicked.connect(self.discarded)
        texts = QVBoxLayout()
        texts.setSpacing(SPACE_4)
        texts.addWidget(self._text)
        texts.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        row.setSpacing(SPACE_8)
        row.addLayout(texts, 1)
        row.addWidget(self._discard, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """All that is said."""
        return "\n".join(label.text() for label in (self._text, self._more) if label.text())

    def tell(self, text: str, left_out: Sequence[tuple[str, str]] = ()) -> None:
        """Say it; `left_out` are labels and texts of fields that found no place in the form."""
        self._text.setText(text)
        lines = [f"{label}: {value}" for label, value in left_out[:_MOST_LEFT_OUT]]
        self._more.setText("\n".join(lines))
        self._more.setVisible(bool(lines))
        self.setAccessibleName(text)
        self.show()
