"""The help: its pages in a list, the one chosen beside it; links, back and forward, find, larger letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
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

from jarvis_desktop.core.words import tr
from jarvis_desktop.search.entries import search_entries
from jarvis_desktop.search.help_pages import FIRST_PAGE, HelpPage, help_entries, help_pages, page_named
from jarvis_desktop.search.types import Group
from jarvis_desktop.search.words import read
from ui.core.clearing import offer_clearing
from ui.core.measures import ROW_COMPACT, SPACE_8, SPACE_16, SPACE_24, zoomed
from ui.core.notice import Notice
from ui.core.sides import margins
from ui.search.help_bar import HelpBar
from ui.search.help_text import SIZES, HelpText
from ui.search.help_trail import Trail

if TYPE_CHECKING:
    from ui.core.theme import Theme

_LIST_WIDTH = 232
_NAME = Qt.ItemDataRole.UserRole


class HelpView(QWidget):
    """The help pages, opened at the one of that name; the first one when there is no such.

    Signals:
        page_changed (str): the page of that name is in view.
    """

    page_changed = Signal(str)
    help_page = "help"

    def __init__(self, theme: Theme, page: str = FIRST_PAGE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.trail = Trail()
        self.setObjectName("help")
        self.field = QLineEdit(self)
        self.pages = QListWidget(self)
        self.area = QScrollArea(self)
        self.bar = HelpBar(theme, self)
        self.text: HelpText | None = None
        self._size = SIZES.index(100)
        self._lay_out()
        self._list(help_pages())
        self.field.textChanged.connect(self._narrow)
        self.pages.currentItemChanged.connect(self._on_current)
        self.bar.back_wanted.connect(self.go_back)
        self.bar.forward_wanted.connect(self.go_forward)
        self.bar.size_wanted.connect(self.change_size)
        self.bar.find_wanted.connect(self._find)
        self.bar.match_wanted.connect(self._show_match)
        self.bar.find_left.connect(self._leave_find)
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

    @Slot()
    def go_back(self) -> None:
        """Show the page that was read before."""
        self.open_page(self.trail.back())

    @Slot()
    def go_forward(self) -> None:
        """Show the page that was come back from."""
        self.open_page(self.trail.forward())

    @Slot(int)
    def change_size(self, steps: int) -> None:
        """Make the letters larger or smaller by that many steps; 0 makes them as they were."""
        self._size = max(0, min(len(SIZES) - 1, self._size + steps)) if steps else SIZES.index(100)
        if self.text is not None:
            self.text.enlarge(SIZES[self._size])
        self.bar.show_size(SIZES[self._size], smaller=self._size > 0, larger=self._size < len(SIZES) - 1)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = (
            (QKeySequence.StandardKey.Find, self.bar.begin_find),
            (QKeySequence.StandardKey.FindNext, self.bar.next_match),
            (QKeySequence.StandardKey.FindPrevious, self.bar.previous_match),
            (QKeySequence.StandardKey.Forward, self.go_forward),
        )
        for key, run in keys:
            if event.matches(key):
                run()
                return
        if event.key() == Qt.Key.Key_Backspace:
            self.go_back()
        elif event.key() == Qt.Key.Key_Slash:
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.BackButton:
            self.go_back()
        elif event.button() is Qt.MouseButton.ForwardButton:
            self.go_forward()
        else:
            super().mousePressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.change_size(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def _lay_out(self) -> None:
        self.field.setObjectName("helpField")
        self.field.setAccessibleName(tr("Search the help"))
        self.field.setAccessibleDescription(tr("Lists the pages that hold every word you type."))
        self.field.setPlaceholderText(tr("Search the help"))
        offer_clearing(self.field)
        self.pages.setObjectName("helpPages")
        self.pages.setAccessibleName(tr("Help pages"))
        self.pages.setAccessibleDescription(tr("The page you choose is shown beside the list."))
        self.pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setObjectName("helpArea")
        self.area.setAccessibleName(tr("Help page"))
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left = QWidget(self)
        left.setFixedWidth(_LIST_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.field)
        column.addWidget(self.pages, 1)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(SPACE_8)
        right.addWidget(self.bar)
        right.addWidget(self.area, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_24)
        row.addWidget(left)
        row.addLayout(right, 1)
        self.setFocusProxy(self.pages)

    def _list(self, pages: tuple[HelpPage, ...]) -> None:
        self.pages.clear()
        for page in pages:
            item = QListWidgetItem(page.title)
            item.setData(_NAME, page.name)
            item.setSizeHint(QSize(0, zoomed(ROW_COMPACT)))
            self.pages.addItem(item)
        if not pages:
            less = tr("Fewer or shorter words find more.")
            text = less if help_pages() else tr("The help pages are not where they belong.")
            self._show(Notice(tr("No page found"), text, theme=self._theme, tone="empty", icon="search-x"))

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
        self.trail.visit(page.name)
        self.text = HelpText(page.text, self._theme, SIZES[self._size])
        self.text.setAccessibleName(page.title)
        self.text.setAccessibleDescription(tr("Tab goes from link to link, Enter follows one."))
        self.text.page_wanted.connect(self.open_page, Qt.ConnectionType.QueuedConnection)
        self._show(self.text)
        self.bar.show_trail(back=self.trail.can_go_back, forward=self.trail.can_go_forward)
        self._find(self.bar.words)
        self.page_changed.emit(page.name)

    @Slot(str)
    def _find(self, words: str) -> None:
        if self.text is not None:
            self.bar.show_found(self.text.find_all(words))

    @Slot(int)
    def _show_match(self, place: int) -> None:
        match = self.text.show_match(place) if self.text is not None else None
        if match is not None and self.text is not None:
            where = self.text.cursorRect(match)
            self.area.ensureVisible(where.x(), self.text.y() + where.y(), SPACE_16, 4 * SPACE_16)

    @Slot()
    def _leave_find(self) -> None:
        if self.text is not None:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, widget: QWidget) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(margins(0, 0, SPACE_16, SPACE_16))
        column.addWidget(widget)
        column.addStretch(1)
        self.area.setWidget(holder)
