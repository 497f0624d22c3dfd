"""The notifications in a panel at the right: all or the unread ones, read, cleared, followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from jarvis_desktop.core.words import tr, tr_n
from ui.core.clearing import offer_clearing
from ui.core.flow import FlowLayout
from ui.core.icons import icon
from ui.core.measures import SPACE_4, SPACE_8, SPACE_12, STATUS_BAR_HEIGHT, TOP_BAR_HEIGHT, zoomed
from ui.core.notice import Notice
from ui.shell.notifications.delegate import NotificationDelegate
from ui.shell.notifications.model import ENTRY, HistoryModel

if TYPE_CHECKING:
    from jarvis_desktop.people.notifications.types import History, KeptNotification
    from ui.core.theme import Theme

_WIDTH = 460
_HIGHEST = 620


class NotificationPanel(QFrame):
    """Lists the history over the right of `window`; closed by Escape, by its button, or by going elsewhere.

    Signals:
        wanted (bool): the list should be read; True for the unread ones only.
        sought (str): only those with that text in them should be listed.
        older_wanted (int): those before that id should be read.
        follow (str): the link of a notification is to be followed.
        read (object): those ids are to be marked as read (None: all), unread (object): as not read.
        clear (object): those ids are to be removed (None: all).
        closed (): it was closed.
    """

    help_page = "notifications"
    wanted = Signal(bool)
    sought = Signal(str)
    older_wanted = Signal(int)
    follow = Signal(str)
    read = Signal(object)
    unread = Signal(object)
    clear = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget, quiet_menu: QMenu) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._before: QWidget | None = None
        self._more = False
        self.docked = False
        self.setObjectName("notifications")
        self.setProperty("role", "panel")
        self.setAccessibleName(tr("Notifications"))
        self.setAccessibleDescription(tr("What happened lately, the newest first"))
        self.model = HistoryModel(self)
        self.list = QListView(self)
        self.heading = QLabel(tr("Notifications"), self)
        self.everything = self._segment(tr("All"), "first", tr("Show all notifications"))
        self.only_unread = self._segment(tr("Unread"), "last", tr("Show only what nobody looked at"))
        self.read_all = self._tool("check-check", tr("Mark all as read"))
        self.clear_all = self._tool("trash-2", tr("Clear the list"))
        self.quiet = self._tool("bell-off", tr("Do not disturb"))
        self.close_button = self._tool("x", tr("Close the notifications"))
        self.search = QLineEdit(self, placeholderText=tr("Search notifications"))
        offer_clearing(self.search)
        self.notice = Notice("", theme=theme, tone="empty", icon="bell", parent=self)
        self.footer = QLabel(self)
        self.quiet.setMenu(quiet_menu)
        self.quiet.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._lay_out()
        self._connect()
        self.hide()

    def open_panel(self) -> None:
        """Show it, with the keyboard in the list."""
        if self.isHidden():
            self._before = QApplication.focusWidget()
            # It begins with what came last, wherever the person was when it was closed.
            self.list.setCurrentIndex(QModelIndex())
            self.list.scrollToTop()
        self._place()
        self.show()
        self.raise_()
        self.list.setFocus()
        self.wanted.emit(self.only_unread.isChecked())

    @Slot()
    def close_panel(self) -> None:
        """Hide it, and give the focus back to where it was."""
        if self.isHidden() or self.docked:
            return
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        before, self._before = self._before, None
        if inside and before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus()
        self.closed.emit()

    def settle(self) -> None:
        """Stand in a dock from now on, which has a title and a button to close it."""
        self.close_panel()
        self.docked = True
        self._window.removeEventFilter(self)
        for widget in (self.heading, self.close_button):
            widget.hide()
        self.setProperty("role", "surface")
        self.style().unpolish(self)
        self.style().polish(self)
        column = self.layout()
        assert column is not None
        column.setContentsMargins(0, 0, 0, 0)

    def enter(self) -> None:
        """Give the keyboard to the list."""
        (self.everything if self.list.isHidden() else self.list).setFocus()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.docked:
            self.wanted.emit(self.only_unread.isChecked())

    def show_history(self, history: History) -> None:
        """Show the first page of the history."""
        current = self.current()
        self.model.show_entries(history.entries)
        self._more = history.more
        place = next((row for row, entry in enumerate(history.entries) if current and entry.id == current.id), 0)
        if history.entries:
            index = self.model.index(place)
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._show_state(history)

    def show_older(self, history: History) -> None:
        """Show a further page below the ones there are."""
        self.model.add_older(history.entries)
        self._more = history.more

    def current(self) -> KeptNotification | None:
        """The notification that the keyboard is at."""
        entry: KeptNotification | None = self.list.currentIndex().data(ENTRY)
        return entry

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.docked:
            self.close_panel()
        else:
            super().keyPressEvent(event)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() is QEvent.Type.Resize and self.isVisible():
                self._place()
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        entry = self.current()
        if entry is None or event.modifiers() not in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }:
            return False
        if event.key() == Qt.Key.Key_Delete:
            self.clear.emit([entry.id])
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(entry)
        elif event.key() == Qt.Key.Key_Space:
            (self.read if entry.unread else self.unread).emit([entry.id])
        else:
            return False
        return True

    def _show_state(self, history: History) -> None:
        empty = not history.entries
        self.list.setVisible(not empty)
        self.notice.setVisible(empty)
        self.read_all.setEnabled(history.unread > 0)
        self.clear_all.setEnabled(not empty)
        words = tr_n("{n} unread", "{n} unread", history.unread)
        self.heading.setText(f"{tr('Notifications')} · {words}" if history.unread else tr("Notifications"))
        if empty and not history.reached:
            self.notice.say(tr("Out of reach"), tr("The database does not answer. The list comes back with it."))
        elif empty and self.search.text().strip():
            self.notice.say(tr("Nothing found"), tr("No notification holds this text."))
        elif empty and self.only_unread.isChecked():
            self.notice.say(tr("Nothing unread"), tr("All that happened was looked at."))
        elif empty:
            text = tr("Finished exports and imports, changes by others and problems are told here.")
            self.notice.say(tr("Nothing happened yet"), text)
        if not history.stored:
            self.footer.setText(tr("This database keeps no history: the list goes when the window closes."))
        elif not history.reached:
            self.footer.setText(tr("The database does not answer: only the newest are shown."))
        self.footer.setVisible(not history.stored or (not history.reached and not empty))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        entry: KeptNotification | None = index.data(ENTRY)
        if entry is not None:
            self._open(entry)

    def _open(self, entry: KeptNotification) -> None:
        if entry.unread:
            self.read.emit([entry.id])
        if entry.link:
            self.close_panel()
            self.follow.emit(entry.link)

    @Slot()
    def _on_scrolled(self) -> None:
        bar = self.list.verticalScrollBar()
        stored = [entry.id for entry in self.model.entries if entry.id > 0]
        if self._more and stored and bar.value() >= bar.maximum() - zoomed(120):
            self._more = False
            self.older_wanted.emit(min(stored))

    @Slot()
    def _on_filter(self) -> None:
        self.wanted.emit(self.only_unread.isChecked())

    @Slot()
    def _on_read_all(self) -> None:
        self.read.emit(None)

    @Slot()
    def _on_clear_all(self) -> None:
        narrowed = self.only_unread.isChecked() or self.search.text().strip()
        self.clear.emit([entry.id for entry in self.model.entries] if narrowed else None)

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isVisible() and not self.isAncestorOf(new) and new.window() is self.window():
            self.close_panel()

    def _segment(self, text: str, place: str, hint: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setProperty("kind", "segment")
        button.setProperty("segment", place)
        button.setAccessibleDescription(hint)
        button.setToolTip(hint)
        return button

    def _tool(self, name: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"notifications:{name}")
        button.setProperty("glyph", name)
        button.setAccessibleName(words)
        button.setAccessibleDescription(words)
        button.setToolTip(words)
        return button

    def _lay_out(self) -> None:
        self.heading.setProperty("role", "section")
        self.list.setObjectName("notificationList")
        self.list.setAccessibleName(tr("Notifications"))
        self.list.setAccessibleDescription(tr("Enter opens, Space marks as read, Delete removes"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(NotificationDelegate(self._theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setMouseTracking(True)
        self.everything.setChecked(True)
        self.search.setObjectName("notificationSearch")
        self.search.setAccessibleName(tr("Search notifications"))
        self.search.setAccessibleDescription(tr("Lists only those with this text in them"))
        self.footer.setProperty("role", "caption")
        self.footer.setWordWrap(True)
        self.footer.hide()
        head, kinds, acts, column = QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        kinds.setSpacing(0)
        for segment in (self.everything, self.only_unread):
            kinds.addWidget(segment)
        acts.setSpacing(SPACE_4)
        for button in (self.read_all, self.clear_all, self.quiet):
            acts.addWidget(button)
        # Side by side where there is room; a narrow dock gets two lines.
        tools = FlowLayout(spacing=SPACE_4)
        for group in (kinds, acts):
            tools.addItem(group)
        column.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_12)
        column.setSpacing(SPACE_8)
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.notice, 1)
        column.addWidget(self.footer)
        order = [self.list, self.search, self.everything, self.only_unread, self.read_all, self.clear_all, self.quiet]
        for first, second in zip(order, [*order[1:], self.close_button], strict=True):
            QWidget.setTabOrder(first, second)
        self._tint()

    def _connect(self) -> None:
        self._window.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._on_clicked)
        self.list.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.search.textChanged.connect(self.sought)
        self.everything.clicked.connect(self._on_filter)
        self.only_unread.clicked.connect(self._on_filter)
        self.read_all.clicked.connect(self._on_read_all)
        self.clear_all.clicked.connect(self._on_clear_all)
        self.close_button.clicked.connect(self.close_panel)
        self._theme.changed.connect(self._tint)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    @Slot()
    def _tint(self) -> None:
        for button in (self.read_all, self.clear_all, self.quiet, self.close_button):
            button.setIcon(icon(str(button.property("glyph")), self._theme.tokens.muted))

    def _place(self) -> None:
        room = self._window.rect()
        top, bottom = zoomed(TOP_BAR_HEIGHT + SPACE_8), zoomed(STATUS_BAR_HEIGHT + SPACE_8)
        width = min(zoomed(_WIDTH), room.width() - 2 * SPACE_8)
        height = max(zoomed(160), min(zoomed(_HIGHEST), room.height() - top - bottom))
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = SPACE_8 if mirrored else room.width() - width - SPACE_8
        self.setGeometry(left, max(SPACE_8, room.height() - bottom - height), width, height)
