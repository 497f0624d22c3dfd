"""A line that finds rows by what is typed, and offers them below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QMouseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.types import Option
from ui.core.keymap import shown_keys
from ui.core.trailing_button import TrailingButton

WAIT_MS = 150
"""How long the letters rest before they are looked for."""
_ROWS_SHOWN = 12
_OPTION = Qt.ItemDataRole.UserRole
_ARROWS = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up})


class LookupLine(QLineEdit):
    """What is typed is asked for with `wanted`; `show_found` answers, and stays away when the line was left meanwhile.

    Signals:
        wanted (str): rows with this text are to be found; "" asks for what is usual.
        picked (object): a person took an Option from the list.
        creation_wanted (): they want a new row instead.
        settled (): nobody types here any more, to find something.
    """

    wanted = Signal(str)
    picked = Signal(object)
    creation_wanted = Signal()
    settled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._open = self._typing = False
        self._creatable = ""
        self._items = QStandardItemModel(self)
        self._list = QCompleter(self._items, self)
        self._list.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._list.setMaxVisibleItems(_ROWS_SHOWN)
        self._popup = QListView()
        self._popup.setProperty("role", "popup")
        self._list.setPopup(self._popup)
        self._list.setWidget(self)
        self._list.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index] # one of two signals
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(WAIT_MS)
        self._rest.timeout.connect(self._ask)
        self.textEdited.connect(self._on_typed)
        self._browse = QAction(tr("Show choices"), self)
        self._browse.setToolTip(tr("Show choices ({key})", key=shown_keys("Down")))
        self._browse.triggered.connect(self.browse)
        TrailingButton("chevron-down", self._browse, self)

    def offer_creation(self, text: str) -> None:
        """Let the list end in a line that says `text` and asks for a new row; "" for none."""
        self._creatable = text

    @Slot()
    def browse(self) -> None:
        """Show what is usual, whatever the line holds."""
        if self.isEnabled() and not self.isReadOnly():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.selectAll()
            self._rest.stop()
            self._open, self._typing = True, False
            self.wanted.emit("")

    def show_found(self, options: Sequence[Option], *, recent: int = 0, more: bool = False) -> None:
        """Show what was found below the line, unless nobody waits for it; the first `recent` were chosen lately."""
        if not self._open or not self.hasFocus():
            return
        self._items.clear()
        for place, option in enumerate(options):
            item = QStandardItem(option.label)
            item.setData(option, _OPTION)
            lately = tr("Chosen lately") if place < recent else ""
            item.setToolTip("\n".join(line for line in (option.description, lately) if line))
            self._items.appendRow(item)
        if not options:
            self._say(tr("Nothing found") if self.text().strip() else tr("There is nothing to choose"))
        if more:
            self._say(tr("More: type to find them"))
        if self._creatable:
            self._items.appendRow(QStandardItem(self._creatable))
        self._list.complete()
        # Who types means to take what is found first; who only looks keeps what is there.
        here = next((place for place, option in enumerate(options) if option.label == self.text()), -1)
        self._popup.setCurrentIndex(self._items.index(0 if self._typing else here, 0))

    @property
    def found(self) -> tuple[str, ...]:
        """What the open list shows."""
        if not self._popup.isVisible():
            return ()
        return tuple(self._items.item(row).text() for row in range(self._items.rowCount()))

    @property
    def searching(self) -> bool:
        """Whether what stands here is typed to find something, and may still become a choice."""
        return self._open and self._typing and self.hasFocus()

    def close_list(self) -> None:
        """Put the list away."""
        self._rest.stop()
        self._open = self._typing = False
        self._popup.hide()
        self.settled.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS and not self._popup.isVisible():
            self.browse()
            return
        super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.text():
            self.browse()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.close_list()

    @Slot(str)
    def _on_typed(self, _text: str) -> None:
        self._open = self._typing = True
        self._rest.start()

    @Slot()
    def _ask(self) -> None:
        self.wanted.emit(self.text())

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        option = index.data(_OPTION)
        self.close_list()
        if isinstance(option, Option):
            self.picked.emit(option)
        else:
            self.creation_wanted.emit()

    def _say(self, text: str) -> None:
        item = QStandardItem(text)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self._items.appendRow(item)
