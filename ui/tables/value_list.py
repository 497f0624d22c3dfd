"""The values that a column holds, with their counts, to check several of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.measures import SPACE_4
from ui.core.zooming import measured

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from jarvis_desktop.tables.types import GroupCount

_PAUSE_MS = 150
_SHOWN_ROWS = 7
_VALUE = int(Qt.ItemDataRole.UserRole)
EMPTY = "(empty)"


class ValueList(QWidget):
    """A search line over a list with check marks; what is checked stays while the list shows other values.

    Signals:
        wanted (str): the most frequent values that contain the text are to be offered (`offer`).
        edited (): other values are checked, or other text is typed.
        accepted (): Enter was pressed.
    """

    wanted = Signal(str)
    edited = Signal()
    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(self, placeholderText=tr("Search the values, or type some with commas"))
        self.search.setObjectName("filterValueSearch")
        self.search.setAccessibleName(tr("Search the values"))
        self.list = QListWidget(self)
        self.list.setObjectName("filterValues")
        self.list.setAccessibleName(tr("Values of the column"))
        self.list.setUniformItemSizes(True)
        self.hint = QLabel(self)
        self.hint.setProperty("role", "caption")
        self._checked: dict[Any, None] = {}
        self._write: Callable[[Any], str] = str
        self._offered: tuple[GroupCount, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self.search)
        column.addWidget(self.list)
        column.addWidget(self.hint)
        self.list.setFixedHeight(_SHOWN_ROWS * (self.fontMetrics().height() + 6))
        measured(self.list)
        self.setFocusProxy(self.search)
        self.search.textEdited.connect(self._on_typed)
        self.search.returnPressed.connect(self.accepted)
        self._pause.timeout.connect(self._ask)
        self.list.itemChanged.connect(self._on_checked)

    def begin(self, checked: Iterable[Any], write: Callable[[Any], str]) -> None:
        """Start with these values checked; `write` makes a value readable."""
        self._checked = dict.fromkeys(checked)
        self._write = write
        self.search.clear()
        self._offered = ()
        self._show(tr("Looking up the values"))
        self.wanted.emit("")

    def offer(self, text: str, values: Sequence[GroupCount]) -> None:
        """Show the values that were wanted for that text; others have been overtaken by typing."""
        if text == self.search.text().strip():
            self._offered = tuple(values)
            self._show("" if values else tr("No value contains that") if text else tr("The column holds no values"))

    def say(self, text: str) -> None:
        """Show that the values could not be looked up."""
        self._show(text)

    def value(self) -> tuple[Any, ...] | str:
        """The values checked, else the text typed."""
        return tuple(self._checked) or self.search.text()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus() and self.list.count():
            self.list.setFocus()
            self.list.setCurrentRow(max(0, self.list.currentRow()))
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.accepted.emit()
        else:
            super().keyPressEvent(event)

    def _show(self, hint: str) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        shown = {each.value for each in self._offered}
        for value in self._checked:
            if value not in shown:
                self._add(value, None)
        for each in self._offered:
            self._add(each.value, each.count)
        self.list.blockSignals(False)
        self._say(hint)

    def _add(self, value: Any, count: int | None) -> None:
        text = EMPTY if value is None else self._write(value) or tr("(no text)")
        item = QListWidgetItem(text if count is None else f"{text}   {count:,}")
        item.setData(_VALUE, value)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if value in self._checked else Qt.CheckState.Unchecked)
        self.list.addItem(item)

    def _say(self, hint: str) -> None:
        count = len(self._checked)
        self.hint.setText(hint or (tr("{count} checked", count=count) if count else tr("Space checks a value")))

    def _on_typed(self) -> None:
        self._pause.start()
        self.edited.emit()

    def _ask(self) -> None:
        self.wanted.emit(self.search.text().strip())

    def _on_checked(self, item: QListWidgetItem) -> None:
        value = item.data(_VALUE)
        if item.checkState() is Qt.CheckState.Checked:
            self._checked[value] = None
        else:
            self._checked.pop(value, None)
        self._say("")
        self.edited.emit()
