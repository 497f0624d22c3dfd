"""The help: its pages in a list, the one chosen beside it; links between pages work, F1 opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QUrl, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from jarvis_desktop.search.entries import search_entries
from jarvis_desktop.search.help_pages import FIRST_PAGE, HelpPage, help_entries, help_pages, page_named
from jarvis_desktop.search.types import Group
from jarvis_desktop.search.words import read
from ui.components.markdown import TextPage
from ui.core.clearing import offer_clearing
from ui.core.measures import ROW_COMPACT, SPACE_8, SPACE_16, SPACE_24
from ui.core.notice import Notice

if TYPE_CHECKING:
    from ui.core.theme import Theme

_LIST_WIDTH = 232
_NAME = Qt.ItemDataRole.UserRole


class HelpText(TextPage):
    """A page whose links lead to other pages, or to the system's browser.

    Signals:
        page_wanted (str): a link to the page of that name was followed.
    """

    page_wanted = Signal(str)

    @Slot(QUrl)
    @override
    def follow(self, url: QUrl) -> None:
        page = page_named(url.toString()) if not url.scheme() else None
        if page is not None:
            self.page_wanted.emit(page.name)
        else:
            super().follow(url)


class HelpView(QWidget):
    """The help pages, opened at the one of that name; the first one when there is no such."""

    def __init__(self, theme: Theme, page: str = FIRST_PAGE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("help")
        self.field = QLineEdit(self)
        self.pages = QListWidget(self)
        self.area = QScrollArea(self)
        self.text: HelpText | None = None
        self._lay_out()
        self._list(help_pages())
        self.field.textChanged.connect(self._narrow)
        self.pages.currentItemChanged.connect(self._on_current)
        self.open_page(page)

    @property
    def current(self) -> str:
        """The name of the page shown, or ""."""
        item = self.pages.currentItem()
        return str(item.data(_NAME)) if self.pages.currentRow() >= 0 else ""

    @Slot(str)
    def open_page(self, name: str) -> None:
        """Show the page of that name, or the first one."""
        if self.pages.count() < len(help_pages()):
            self.field.clear()
        names = [self.pages.item(place).data(_NAME) for place in range(self.pages.count())]
        if names:
            self.pages.setCurrentRow(names.index(name) if name in names else 0)

    def _lay_out(self) -> None:
        self.field.setObjectName("helpField")
        self.field.setAccessibleName("Search the help")
        self.field.setPlaceholderText("Search the help")
        offer_clearing(self.field)
        self.pages.setObjectName("helpPages")
        self.pages.setAccessibleName("Help pages")
        self.pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setObjectName("helpArea")
        self.area.setWidgetResizable(True)
        left = QWidget(self)
        left.setFixedWidth(_LIST_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.field)
        column.addWidget(self.pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_24)
        row.addWidget(left)
        row.addWidget(self.area, 1)
        self.setFocusProxy(self.pages)

    def _list(self, pages: tuple[HelpPage, ...]) -> None:
        self.pages.clear()
        for page in pages:
            item = QListWidgetItem(page.title)
            item.setData(_NAME, page.name)
            item.setSizeHint(QSize(0, ROW_COMPACT))
            self.pages.addItem(item)
        if not pages:
            text = "Fewer or shorter words find more." if help_pages() else "The help pages are not where they belong."
            self._show(Notice("No page found", text, theme=self._theme, tone="empty", icon="search-x"))

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        asked = read(typed)
        if asked.empty:
            self._list(help_pages())
        else:
            found = search_entries(Group.HELP, help_entries(), asked, most=len(help_pages())).hits
            pages = (page_named(hit.target.key) for hit in found)
            self._list(tuple(page for page in pages if page is not None))
        if self.pages.count():
            self.pages.setCurrentRow(0)

    @Slot()
    def _on_current(self) -> None:
        page = page_named(self.current) if self.current else None
        if page is None:
            return
        self.text = HelpText(page.text, self._theme)
        self.text.setAccessibleName(page.title)
        self.text.page_wanted.connect(self.open_page, Qt.ConnectionType.QueuedConnection)
        self._show(self.text)

    def _show(self, widget: QWidget) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, SPACE_16, SPACE_16)
        column.addWidget(widget)
        column.addStretch(1)
        self.area.setWidget(holder)
