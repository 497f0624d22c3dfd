"""A JSON value on the screen: the tree, what is looked for in it, and its text."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Signal
from PySide6.QtGui import QFont, QFontDatabase, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)
from typing_extensions import override

from jarvis_desktop.core.json_search import Place, find, is_container
from jarvis_desktop.core.json_text import NotJson, dumps
from jarvis_desktop.core.words import tr
from ui.core.measures import FONT_BODY, zoomed
from ui.tables.json_tree import JsonModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.core.theme import Theme

MOST_HITS = 10_000
MOST_OPENED = 2_000
_KEY_WIDTH = 280


class _WithoutFrame(QStyledItemDelegate):
    """The selection tells where one is; a frame around it would be drawn twice."""

    @override
    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus


class JsonTree(QTreeView):
    """Shows a JSON value; long lists grow as one scrolls.

    Signals:
        chosen (): another value is the current one.
        copy_asked (): Ctrl+C was pressed.
    """

    chosen = Signal()
    copy_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model: JsonModel | None = None
        self.setObjectName("jsonTree")
        self.setAccessibleName(tr("JSON value"))
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(False)
        self.setItemDelegate(_WithoutFrame(self))
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.header().setStretchLastSection(True)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.verticalScrollBar().valueChanged.connect(self._grow)

    def show_value(self, value: Any) -> None:
        """Show a value, its first level open."""
        self._model = JsonModel(value, self._theme.color("muted"), self)
        self.setModel(self._model)
        self.setColumnWidth(0, _KEY_WIDTH)
        self.selectionModel().currentChanged.connect(self._on_current)
        if self._model.rowCount() == 1:
            self.expand(self._model.index(0, 0))
        self.setCurrentIndex(self._model.index(0, 0))

    @property
    def place(self) -> Place:
        """Where the current value stands."""
        return () if self._model is None else self._model.node(self.currentIndex()).place

    @property
    def current_value(self) -> Any:
        """The current value."""
        return None if self._model is None else self._model.node(self.currentIndex()).value

    def reveal(self, place: Place) -> None:
        """Make the value at a place the current one and bring it into sight."""
        if self._model is not None:
            index = self._model.at(place)
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def open_level(self) -> bool:
        """Open every list and object in sight one level further; whether all could be opened."""
        if self._model is None:
            return True
        shut: list[QModelIndex] = []
        waiting = [QModelIndex()]
        while waiting:
            above = waiting.pop()
            for row in range(self._model.rowCount(above)):
                index = self._model.index(row, 0, above)
                if self._model.hasChildren(index):
                    (waiting if self.isExpanded(index) else shut).append(index)
        # One layout for all of them: each by itself would look at every row again.
        self.scheduleDelayedItemsLayout()
        for index in shut[:MOST_OPENED]:
            self.expand(index)
        return len(shut) <= MOST_OPENED

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)

    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit()

    def _grow(self, _value: int) -> None:
        """Fetch more of every list whose last member has come into sight."""
        model = self._model
        last = self.indexAt(self.viewport().rect().bottomLeft())
        if model is None or not last.isValid():
            return
        index = last.siblingAtColumn(0)
        while index.isValid():
            above = index.parent()
            if index.row() == model.rowCount(above) - 1 and model.canFetchMore(above):
                model.fetchMore(above)
            index = above


class JsonLines(QListView):
    """The text of a value line by line, so that a long one costs what is in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("jsonText")
        self.setAccessibleName(tr("JSON text"))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        fixed = QFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family())
        fixed.setPixelSize(zoomed(FONT_BODY - 1))
        self.setFont(fixed)
        self._lines = QStringListModel(self)
        self.setModel(self._lines)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these lines."""
        self._lines.setStringList(list(lines))

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        return self._lines.rowCount()

    def selected_text(self) -> str:
        """The selected lines, or all of them."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        lines = self._lines.stringList()
        return "\n".join(lines[row] for row in rows) if rows else "\n".join(lines)


def hits(value: Any, text: str) -> list[Place]:
    """The first places that hold the text; for workers."""
    return list(islice(find(value, text), MOST_HITS))


def lines_of(value: Any, longest: int = 2_000) -> list[str]:
    """The value as indented lines, each cut where it is very long; for workers."""
    return [line if len(line) <= longest else f"{line[:longest]}…" for line in text_of(value).split("\n")]


def text_of(value: Any) -> str:
    """The value as text: a text itself, else indented JSON."""
    if isinstance(value, str):
        return value
    try:
        return dumps(value, indent=2)
    except NotJson as error:
        return tr("This value {error}.", error=error)


def is_long(value: Any, characters: int) -> bool:
    """Whether a single value does not fit where `characters` do."""
    return not is_container(value) and isinstance(value, str) and len(value) > characters
