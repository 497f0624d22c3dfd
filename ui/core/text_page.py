"""A text in Markdown as a page: no HTML, nothing loaded from anywhere, links only to https."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QSizePolicy, QTextBrowser, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.measures import TEXT_COLUMNS_MAX
from ui.core.prose import typeset
from ui.core.zooming import measured

if TYPE_CHECKING:
    from ui.core.theme import Theme

LONGEST_TEXT = 50_000
_WIDEST_TABLE = 64
_ENDLESS_WORD = re.compile(r"(\S{2000})(?=\S)")
_FEATURES = QTextDocument.MarkdownFeature.MarkdownDialectGitHub | QTextDocument.MarkdownFeature.MarkdownNoHTML


class TextPage(QTextBrowser):
    """A browser that fetches nothing and leaves links to the system's browser.

    Signals:
        link_opened (QUrl): a link was followed.
        link_refused (QUrl): a link was not followed, because it is not https.
    """

    link_opened = Signal(QUrl)
    link_refused = Signal(QUrl)

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("markdownText")
        self.setAccessibleName(tr("Text"))
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().setDocumentMargin(0)
        self.setMaximumWidth(self.fontMetrics().averageCharWidth() * TEXT_COLUMNS_MAX)
        measured(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._text = _bounded(text)
        self.render_again()
        self.anchorClicked.connect(self.follow)
        theme.follow(self, self.render_again)

    @override
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return None

    def show_text(self, text: str) -> None:
        """Show another text."""
        self._text = _bounded(text)
        self.render_again()

    @Slot()
    def render_again(self) -> None:
        """Build the text with the colours of the theme in force."""
        self.document().setMarkdown(self._text, _FEATURES)
        typeset(self.document(), self._theme.tokens)
        self._fit()

    @Slot(QUrl)
    def follow(self, url: QUrl) -> None:
        """Open a link in the system's browser if it is https, and refuse it otherwise."""
        if url.scheme() == "https" and url.host():
            self.link_opened.emit(url)
            QDesktopServices.openUrl(url)
        else:
            self.link_refused.emit(url)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.maximumWidth(), self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(self.viewport().width())
        self.setFixedHeight(int(self.document().size().height()) + 2 * self.frameWidth() + 4)
        measured(self)


def _bounded(text: str) -> str:
    """The text without what takes Qt seconds: its excess, words without end, tables of hundreds of columns."""
    shown = text if len(text) <= LONGEST_TEXT else text[:LONGEST_TEXT] + "\n\n…"
    lines = (line if line.count("|") <= _WIDEST_TABLE else line.replace("|", " ") for line in shown.split("\n"))
    return _ENDLESS_WORD.sub(r"\1 ", "\n".join(lines))
