"""Labels that give way: what does not fit ends in an ellipsis and is whole in the tool tip."""

from __future__ import annotations

import re
import textwrap

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget
from typing_extensions import override

_LONGEST_WORD = 40
_PIECE = re.compile(rf"\S{{{_LONGEST_WORD}}}(?=\S)")
_BREAK = "\u200b"
_TIP_LETTERS = 90


def wrappable(text: str) -> str:
    """The text for a label of several lines: a word of thousands of letters would widen the whole window."""
    return _PIECE.sub(lambda piece: piece[0] + _BREAK, text)


class ElidedLabel(QLabel):
    """One line of plain text that never asks for more width than it gets."""

    def __init__(self, text: str = "", *, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        if role:
            self.setProperty("role", role)
        self._full = ""
        self.set_full_text(text)

    @property
    def full_text(self) -> str:
        """The text, whole."""
        return self._full

    def set_full_text(self, text: str) -> None:
        """Show `text`, as much of it as fits."""
        self._full = " ".join(text.split())
        self.setAccessibleName(self._full)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._full, Qt.TextElideMode.ElideRight, max(0, self.width()))
        self.setText(shown)
        self.setToolTip(self._full if shown != self._full else "")


class ElidedLines(QLabel):
    """Plain text in so many lines at most."""

    def __init__(self, lines: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self._lines = lines
        self._full = ""

    def set_full_text(self, text: str) -> None:
        """Show `text`, as much of it as fits."""
        self._full = wrappable(" ".join(text.split()))
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def _fit(self) -> None:
        shown = self._shortened(self.contentsRect().width())
        if shown != self.text():
            self.setText(shown)
            # Qt breaks no line of a tool tip.
            self.setToolTip("\n".join(textwrap.wrap(self._full, _TIP_LETTERS)) if shown != self._full else "")

    def _shortened(self, width: int) -> str:
        layout = QTextLayout(self._full, self.font())
        layout.beginLayout()
        for at in range(self._lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            start = line.textStart()
            if at == self._lines - 1 and start + line.textLength() < len(self._full):
                # One letter less: label and layout round the width of a line differently.
                least = width - self.fontMetrics().averageCharWidth()
                last = self.fontMetrics().elidedText(self._full[start:], Qt.TextElideMode.ElideRight, least)
                return self._full[:start] + last
        layout.endLayout()
        return self._full
