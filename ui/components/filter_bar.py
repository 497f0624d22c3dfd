"""Narrowing a table: quick search, filters as chips, and the place where one is made."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from jarvis_desktop.core.words import mark, shown, tr
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind
from ui.components.folding import Folding
from ui.core.clearing import offer_clearing
from ui.core.flow import FlowLayout
from ui.core.icons import icon
from ui.core.leading_sign import LeadingSign
from ui.core.measures import SPACE_4, SPACE_8
from ui.core.roving import Roving
from ui.core.zooming import fit
from ui.tables.filter_chip import FilterChip
from ui.tables.filter_words import described
from ui.tables.formatting import NO_LABELS, Labels

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jarvis_desktop.tables.types import Filter
    from ui.core.theme import Theme
    from ui.tables.filter_editor import FilterEditor

PAUSE_MS = 0
"""Keys that come together are one search; the one under way is cancelled by the next."""
_SEARCH_WIDTH = 220
_SEARCH_WIDTH_LEAST = 120
_TITLE_WIDTH_LEAST = 96
_SEARCH_TIP = mark(
    "Finds records that hold every word in a column shown.\n"
    "One or two characters find words that begin so; “quotes” keep words together."
)


class FilterBar(QWidget):
    """A row with the search field and “Add filter”, and below it chips and editor as they are needed.

    `leading` and `trailing` stand at the ends of the row.

    Signals:
        narrowed (): `filters` or `text` are not what they were.
        values_wanted (str, str): the editor wants the values of a column that contain a text.
        left (): Escape was pressed where nothing is to be undone; the rows are wanted.
    """

    help_page = "filters"
    narrowed = Signal()
    values_wanted = Signal(str, str)
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        leading: QWidget | None = None,
        trailing: QWidget | None = None,
        search: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._columns: dict[str, ColumnInfo] = {}
        self.filters: tuple[Filter, ...] = ()
        self._labels: Labels = NO_LABELS
        self._told = ""
        self._editor: FilterEditor | None = None
        self._changing: Filter | None = None
        self.search = _SearchLine(self)
        LeadingSign("search", self.search, self._theme)
        self.search.setVisible(search)
        self.add_button = QPushButton(tr("Add filter"), self)
        self.add_button.setObjectName("addFilter")
        self.add_button.setAccessibleName(tr("Add filter"))
        self.add_button.setProperty("kind", "quiet")
        self.add_button.setProperty("offered", search)
        self.add_button.setVisible(search)
        self.add_button.setEnabled(False)
        self._tab_before: QWidget = self.add_button
        self._chips = QWidget(self)
        self._chips.setObjectName("filterChips")
        self._flow = FlowLayout(self._chips, spacing=SPACE_4)
        self._chips.hide()
        self._roving = Roving(self._chips)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._lay_out(leading, trailing)
        self._connect()
        self._tint()

    @property
    def text(self) -> str:
        """What is searched for."""
        return self.search.text().strip()

    @property
    def editor(self) -> FilterEditor:
        """Where a filter is made; there from the first time it is wanted."""
        if self._editor is None:
            from ui.tables.filter_editor import FilterEditor

            editor = FilterEditor(self)
            editor.hide()
            editor.offer(tuple(self._columns.values()), self._labels)
            editor.accepted.connect(self._accept)
            editor.cancelled.connect(self._close_editor)
            editor.values_wanted.connect(self.values_wanted)
            self._column.addWidget(editor)
            self._editor = editor
            self._order_tabs()
        return self._editor

    @property
    def chips(self) -> tuple[FilterChip, ...]:
        """The filters as they are shown, in order."""
        found = (self._flow.itemAt(place) for place in range(self._flow.count()))
        widgets = [item.widget() for item in found if item is not None]
        return tuple(widget for widget in widgets if isinstance(widget, FilterChip))

    def offer(self, columns: Sequence[ColumnInfo], labels: Labels = NO_LABELS) -> None:
        """The columns that filters may name, and what people read for stored values."""
        offered = {column.name: column for column in columns}
        if offered == self._columns and labels == self._labels:
            return
        self._columns, self._labels = offered, labels
        if self._editor is not None:
            self._editor.offer(columns, labels)
        self.add_button.setEnabled(bool(columns))
        self._show_chips()

    def add_trailing(self, widget: QWidget) -> None:
        """Put a widget at the end of the row."""
        self._row.addWidget(widget)

    def add_leading(self, widget: QWidget) -> None:
        """Put a widget behind “Add filter”."""
        self._row.insertWidget(self._row.indexOf(self.add_button) + 1, widget)

    def fold(self, button: QAbstractButton, words: str = "", *, goes: bool = False) -> None:
        """Let a button of the row give way where there is little room; `goes` when it may go altogether."""
        self.folding.add(button, words, goes=goes)

    def lead_through(self, widgets: Sequence[QWidget]) -> None:
        """What the Tab key reaches behind “Add filter”; chips and editor come before the last of these."""
        for before, after in pairwise((self.add_button, *widgets)):
            QWidget.setTabOrder(before, after)
        self._tab_before = widgets[-2]

    def clear(self) -> None:
        """Show everything again."""
        self.narrow((), "")

    def narrow(self, filters: tuple[Filter, ...], text: str) -> None:
        """Narrow by these filters and this text, in place of what there is."""
        self.search.setText(text)
        self._set_filters(filters)

    def resume(self, filters: tuple[Filter, ...], text: str) -> None:
        """Show these filters and this text, by which the rows are narrowed already."""
        self.search.setText(text)
        self._pause.stop()
        self.filters = filters
        self._told = self.text
        self._show_chips()

    def add(self, condition: Filter) -> None:
        """Narrow by one more filter."""
        kept = tuple(each for each in self.filters if each != condition)
        self._set_filters((*kept, condition))

    def begin(self, column: str = "") -> None:
        """Have a new filter made, by that column."""
        if not self._columns:
            return
        self._changing = None
        self.show()
        self.editor.show()
        self.editor.begin(column)

    def change(self, condition: Filter) -> None:
        """Have a filter changed."""
        if condition.column in self._columns:
            self._changing = condition
            self.editor.show()
            self.editor.edit(condition)

    def _lay_out(self, leading: QWidget | None, trailing: QWidget | None) -> None:
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        if leading is not None:
            leading.setMinimumWidth(_TITLE_WIDTH_LEAST)
            row.addWidget(leading, 1)
        row.addWidget(self.search)
        row.addWidget(self.add_button)
        if leading is None:
            row.addStretch(1)
        if trailing is not None:
            row.addWidget(trailing)
        self._row = row
        self.folding = Folding(row, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_8)
        self._column.addLayout(row)
        self._column.addWidget(self._chips)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.folding.least, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.folding.fit(event.size().width())

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._tell)
        self.search.left.connect(self.left)
        self._pause.timeout.connect(self._tell)
        self.add_button.clicked.connect(self._on_add)
        self._theme.follow(self, self._tint)

    def _on_typed(self) -> None:
        self._pause.start()

    def _on_add(self) -> None:
        self.begin()

    def _tell(self) -> None:
        self._pause.stop()
        if self.text != self._told:
            self._told = self.text
            self.narrowed.emit()

    def _close_editor(self) -> None:
        changed, self._changing = self._changing, None
        self.editor.hide()
        chip = self._chip_of(changed)
        (chip or self.add_button).setFocus()

    def _accept(self, condition: Filter) -> None:
        changed = self._changing
        self.editor.hide()
        self._changing = None
        if changed in self.filters:
            swapped = (condition if each == changed else each for each in self.filters)
            self._set_filters(tuple(dict.fromkeys(swapped)))
        else:
            self.add(condition)
        chip = self._chip_of(condition)
        (chip or self.add_button).setFocus()

    def _remove(self, condition: Filter) -> None:
        place = self.filters.index(condition)
        held = any(chip.hasFocus() for chip in self.chips)
        if self._changing == condition and self._editor is not None:
            self._editor.hide()
            self._changing = None
        self._set_filters(tuple(each for each in self.filters if each != condition))
        if held:
            chips = self.chips
            (chips[min(place, len(chips) - 1)] if chips else self.add_button).setFocus()

    def _chip_of(self, condition: Filter | None) -> FilterChip | None:
        chips = self.chips
        return chips[self.filters.index(condition)] if condition in self.filters and condition is not None else None

    def _set_filters(self, filters: tuple[Filter, ...]) -> None:
        self._pause.stop()
        if self._changing is not None and self._changing not in filters and self._editor is not None:
            self._editor.hide()
            self._changing = None
        self.filters = filters
        self._told = self.text
        self._show_chips()
        self.narrowed.emit()

    def _show_chips(self) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._roving.deleteLater()
        self._roving = Roving(self._chips)
        for condition in self.filters:
            chip = FilterChip(described(self._named(condition), condition, self._labels), self._theme, self._chips)
            chip.removed.connect(partial(self._remove, condition))
            chip.edit_wanted.connect(partial(self.change, condition))
            self._flow.addWidget(chip)
            self._roving.add(chip)
            chip.show()
        if len(self.filters) > 1:
            clear = self._clear_button()
            self._flow.addWidget(clear)
            self._roving.add(clear)
        self._chips.setVisible(bool(self.filters))
        self._order_tabs()

    def _order_tabs(self) -> None:
        """The Tab key goes through chips and editor as they stand."""
        places = (self._chips, self._editor)
        inner = [child for place in places if place is not None for child in place.findChildren(QWidget)]
        here = [child for child in inner if child.window() is self.window() and child.focusProxy() is None]
        # Of the chips the Tab key reaches one; any of them may come to be it.
        reached = [child for child in here if child.focusPolicy() & Qt.FocusPolicy.StrongFocus]
        for before, after in pairwise((self._tab_before, *reached)):
            QWidget.setTabOrder(before, after)

    def _named(self, condition: Filter) -> ColumnInfo:
        known = self._columns.get(condition.column)
        return known or ColumnInfo(condition.column, ColumnKind.TEXT, condition.column)

    def _clear_button(self) -> QPushButton:
        button = QPushButton(tr("Clear filters"), self._chips)
        button.setObjectName("clearFilters")
        button.setProperty("kind", "quiet")
        button.clicked.connect(self.clear)
        button.show()
        return button

    def _tint(self) -> None:
        muted = self._theme.tokens.muted
        self.add_button.setIcon(icon("list-filter", muted, gap=SPACE_4))
        self.add_button.setIconSize(QSize(16 + SPACE_4, 16))
        fit(self.add_button)
        self._show_chips()


class _SearchLine(QLineEdit):
    """Escape empties the line, and leaves it when it is empty; so does the down key."""

    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, placeholderText=tr("Search"))
        self.setObjectName("search")
        self.setAccessibleName(tr("Search the records"))
        self.setToolTip(shown(_SEARCH_TIP))
        self.setMinimumWidth(_SEARCH_WIDTH_LEAST)
        self.setMaximumWidth(_SEARCH_WIDTH)
        offer_clearing(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_Down}:
            self.left.emit()
        else:
            super().keyPressEvent(event)
