"""A page of the help as text: links, words found in it, letters larger and smaller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QColor, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextEdit, QWidget
from typing_extensions import override

from jarvis_desktop.search.help_pages import page_named
from ui.core.text_page import TextPage

if TYPE_CHECKING:
    from ui.core.theme import Theme

SIZES = (80, 90, 100, 115, 130, 150, 175, 200)
"""Percent of the program's letters."""
_MOST_MARKS = 500


class HelpText(TextPage):
    """A page whose links lead to other pages, or to the system's browser.

    Signals:
        page_wanted (str): a link to the page of that name was followed.
    """

    page_wanted = Signal(str)

    def __init__(self, text: str, theme: Theme, size: int = 100, parent: QWidget | None = None) -> None:
        self._size = size
        super().__init__(text, theme, parent)
        self._matches: list[QTextCursor] = []
        self.enlarge(size)

    def enlarge(self, size: int) -> None:
        """Show the letters at `size` percent."""
        self._size = size
        font = self.window().font() if self.parent() is not None else self.font()
        base = font.pixelSize() if font.pixelSize() > 0 else font.pointSize()
        own = self.document().defaultFont()
        (own.setPixelSize if font.pixelSize() > 0 else own.setPointSize)(max(6, round(base * size / 100)))
        self.document().setDefaultFont(own)
        self.render_again()

    @Slot(QUrl)
    @override
    def follow(self, url: QUrl) -> None:
        page = page_named(url.toString()) if not url.scheme() else None
        if page is not None:
            self.page_wanted.emit(page.name)
        else:
            super().follow(url)

    def find_all(self, words: str) -> int:
        """Mark every place of `words`, whatever the case; answers how many there are (at most 500)."""
        self._matches = []
        if words.strip():
            cursor = QTextCursor(self.document())
            while len(self._matches) < _MOST_MARKS:
                cursor = self.document().find(words.strip(), cursor, QTextDocument.FindFlag(0))
                if cursor.isNull():
                    break
                self._matches.append(QTextCursor(cursor))
        self._mark(-1)
        return len(self._matches)

    def show_match(self, place: int) -> QTextCursor | None:
        """Mark one of the places found as the current one; None where nothing was found."""
        if not self._matches:
            return None
        self._mark(place % len(self._matches))
        return self._matches[place % len(self._matches)]

    def _mark(self, current: int) -> None:
        marks = []
        tokens = self._theme.tokens
        for place, cursor in enumerate(self._matches):
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            here = place == current
            ground = tokens.accent if here else tokens.warning
            colour = QColor(ground)
            colour.setAlpha(255 if here else 70)
            mark.format.setBackground(colour)
            if here:
                mark.format.setForeground(QColor(tokens.on_accent))
            marks.append(mark)
        self.setExtraSelections(marks)
