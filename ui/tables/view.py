"""The table people look at: rows, header, columns that stay, keyboard, and rows in outline while they load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.measures import ROW_COMPACT, zoomed
from ui.tables.cells import CellDelegate
from ui.tables.column_widths import ColumnWidths
from ui.tables.group_rows import paint_groups
from ui.tables.header import SortMark, TableHeader
from ui.tables.keys import ARROWS, COLLAPSE, ENDS, EXPAND, LETTERS, OPEN, PLAIN, Letter, destination
from ui.tables.outline import paint_outline
from ui.tables.selecting import Selecting
from ui.tables.widths import FROZEN_LINE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jarvis_desktop.tables.types import Sort
    from ui.core.theme import Theme
    from ui.tables.frozen import FrozenColumns
    from ui.tables.model import PagedTableModel
    from ui.tables.plan import TablePlan

LOADING_AFTER_MS = 150
_MANY_ROWS = 10_000

Index = QModelIndex | QPersistentModelIndex


class TableView(QTableView):
    """Shows a paged model.

    Signals:
        row_chosen (str): one row is selected by the person; its primary key.
        row_activated (str): a row was double-clicked, or Enter pressed on it; its primary key.
        header_used (int, bool): a column's label was clicked; whether Shift was held.
        header_menu_asked (int, QPoint): the menu of a column is wanted, at a place of the screen.
        column_dragged (int, int): a column was dragged to a place among the others.
        group_toggled (int): the group whose row stands there is to be opened or closed.
        search_wanted (): “/” was pressed.
        loading_shown (): a first page has been on its way for so long that it should be said.
    """

    row_chosen = Signal(str)
    row_activated = Signal(str)
    header_used = Signal(int, bool)
    header_menu_asked = Signal(int, QPoint)
    column_dragged = Signal(int, int)
    group_toggled = Signal(int)
    search_wanted = Signal()
    loading_shown = Signal()

    def __init__(self, model: PagedTableModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("table")
        self.rows = model
        self.theme = theme
        self.header = TableHeader(theme, self)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        self.frozen: FrozenColumns | None = None
        self.freeze = 0
        self.letters: Mapping[int, Letter] = LETTERS
        self._loading = False
        self._row_height = ROW_COMPACT
        self._top = QPersistentModelIndex()
        self._configure()
        self._cells = [CellDelegate(model, theme, self)]
        self.setItemDelegate(self._cells[0])
        self.widths = ColumnWidths(self)
        self.selecting = Selecting(self)
        self._loading_timer = QTimer(self, singleShot=True, interval=LOADING_AFTER_MS)
        self._loading_timer.timeout.connect(self._show_loading)
        self._follow_header(self.header)
        self.selecting.chosen.connect(self.row_chosen)
        self.activated.connect(self._on_activated)
        model.about_to_shift.connect(self._hold_sight)
        model.shifted.connect(self._keep_sight)
        theme.follow(self, self._tint)
        self._tint()

    @property
    def is_loading(self) -> bool:
        """Whether a first page has been on its way for a while; rows in outline stand where there are none yet."""
        return self._loading

    @property
    def chosen_id(self) -> str:
        """The primary key of the one selected row, or ""."""
        return self.selecting.chosen_id

    @property
    def sight(self) -> int:
        """Pixels in which columns are seen."""
        bar = self.verticalScrollBar()
        beside = (bar.width() if bar.isVisible() else 0) + (FROZEN_LINE if self.freeze else 0)
        return self.width() - 2 * self.frameWidth() - beside

    def metrics_of(self, column: int) -> QFontMetrics:
        """How wide texts are in a column."""
        return self._cells[0].metrics(column)

    def hover(self, row: int) -> None:
        """Show the row at that place as the one under the pointer (-1: none), in all its parts."""
        before = self._cells[0].hovered
        if row == before:
            return
        for part, cells in zip(self.parts, self._cells, strict=False):
            cells.hovered = row
            for place in (before, row):
                if place >= 0:
                    at = part.rowViewportPosition(place)
                    part.viewport().update(0, at, part.viewport().width(), part.rowHeight(place))

    def lay_out(self, plan: TablePlan) -> None:
        """Take over the columns and widths of a plan; the model has them already."""
        self._freeze(plan.freeze)
        for cells in self._cells:
            cells.use(plan.columns, plan.links)
        self.widths.lay_out([offer for offer in plan.offered if offer.shown])

    def show_sort(self, sort: Sequence[Sort]) -> None:
        """Mark the columns that order the rows."""
        names = {column.name: place for place, column in enumerate(self.rows.columns)}
        many = len(sort) > 1
        marks = {
            names[each.column]: SortMark(each.descending, rank if many else 0)
            for rank, each in enumerate(sort, start=1)
            if each.column in names
        }
        self.rows.spoken = {place: mark.words for place, mark in marks.items()}
        self.header.show_marks(marks)
        if self.frozen is not None:
            self.frozen.header.show_marks(marks)

    def set_row_height(self, pixels: int) -> None:
        """Make every row that high, at 100 %."""
        self._row_height = pixels
        for view in self.parts:
            view.verticalHeader().setMinimumSectionSize(zoomed(pixels))
            view.verticalHeader().setDefaultSectionSize(zoomed(pixels))

    @property
    def parts(self) -> tuple[QTableView, ...]:
        """The view itself, and the one of the columns that stay where there are any."""
        return (self,) if self.frozen is None else (self, self.frozen)

    def apply_widths(self, widths: Sequence[int]) -> None:
        """Give the columns these widths."""
        for place, width in enumerate(widths):
            self.setColumnWidth(place, width)
        if self.frozen is not None:
            self.frozen.apply_widths(widths[: self.freeze])
            self._place_frozen()

    def set_loading(self, *, loading: bool) -> None:
        """Say that a first page is on its way; rows in outline appear when it takes long."""
        if loading:
            self._loading_timer.start()
            return
        self._loading_timer.stop()
        self._loading = False
        self.viewport().update()

    def keep_current(self) -> None:
        """Make some row the current one, without selecting it, where none is."""
        if not self.currentIndex().isValid() and self.rows.rowCount():
            first = self.rows.index(0, 0)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)

    def choose(self, row_id: str, *, scroll: bool = True) -> bool:
        """Select the row of that primary key, and bring it into sight; False when it is not here."""
        place = self.rows.row_of(row_id) if row_id else None
        if place is None:
            return False
        index = self.selecting.choose(place)
        if scroll:
            self.scrollTo(index)
        return True

    def go_to(self, place: int) -> None:
        """Select the row at that place, in the middle of what is seen, and give it the keyboard."""
        index = self.selecting.choose(place)
        self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.setFocus()

    def stand_in(self, column: str) -> None:
        """Make the cell of that column the current one, in the row that is current."""
        names = [each.name for each in self.rows.columns]
        if column in names and self.currentIndex().isValid():
            self.selecting.stand_at(self.rows.index(self.currentIndex().row(), names.index(column)))

    def extend_by_mouse(self, event: QMouseEvent, index: QModelIndex) -> bool:
        """Select up to a row clicked with Shift; False when the click means something else."""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if shifted and event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.selecting.extend(index, add=bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            return True
        return False

    def paint_groups(self, part: QTableView, offset: int) -> None:
        """Paint the rows of groups that are in sight of a part; `offset` is how far it begins from where we do."""
        if self.rows.grouped:
            paint_groups(part, self.rows, self.theme, offset)

    @override
    def selectAll(self) -> None:
        self.selecting.select_everything()

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        # Where somebody listens to a screen reader, Qt would make an index of each cell of a million rows.
        if any(part.height() > _MANY_ROWS for part in (*selected, *deselected)):  # type: ignore[misc]
            self.viewport().update()
        else:
            super().selectionChanged(selected, deselected)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Looking through every row for a first letter is left to the search field."""

    @override
    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        return destination(self, cursorAction, whole=bool(modifiers & Qt.KeyboardModifier.ControlModifier))

    @override
    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if index.isValid() and index.column() < self.freeze:
            # A column that stays is in sight; only its row may not be.
            beside = self.columnAt(self.viewport().width() - 1 if self.isRightToLeft() else 0)
            index = self.rows.index(index.row(), max(self.freeze, beside))
        super().scrollTo(index, hint)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in PLAIN
        if event.key() in OPEN and plain and self.currentIndex().isValid():
            self._on_activated(self.currentIndex())
        elif plain and event.key() in self.letters:
            self._on_letter(self.letters[event.key()])
        elif plain and event.key() == Qt.Key.Key_Escape and self.selecting.runs:
            self.selecting.clear()
        elif plain and self._turn_group(event.key()):
            event.accept()
        elif event.key() in ENDS and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.scrollTo(self.selecting.choose(0 if event.key() == Qt.Key.Key_Home else self.rows.rowCount() - 1))
        elif not self.selecting.extend_by_key(event) and not (plain and self._go(event.key())):
            super().keyPressEvent(event)

    def _go(self, key: int) -> bool:
        """Move by an arrow; False for another key, or where there is no way on.

        Qt selects what it sees at the cell's place, and a column that stays has none in this view.
        """
        if key not in ARROWS:
            return False
        index = self.moveCursor(ARROWS[key], Qt.KeyboardModifier.NoModifier)
        if not index.isValid() or index == self.currentIndex():
            return False
        self.selecting.go_to(index)
        return True

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if self.rows.grouped and event.button() == Qt.MouseButton.LeftButton and self._is_group(index.row()):
            self.selecting.stand_at(index)
            self.group_toggled.emit(index.row())
        elif not self.extend_by_mouse(event, index):
            super().mousePressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_frozen()
        self.widths.fit()

    @override
    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_frozen()

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        self.paint_groups(self, self.frozen.width() if self.frozen is not None else 0)
        if self._loading and self.rows.rowCount() == 0:
            paint_outline(self.viewport(), self.theme, self.verticalHeader().defaultSectionSize())

    def _configure(self) -> None:
        self.setAccessibleName(tr("Records"))
        _configure(self)
        self.set_row_height(ROW_COMPACT)

    def _freeze(self, count: int) -> None:
        """Keep the first `count` columns where a line begins."""
        if count and self.frozen is None:
            self._add_frozen()
        self.freeze = count
        for section in range(self.header.count()):
            if self.header.isSectionHidden(section) != (section < count):
                self.setColumnHidden(section, section < count)
        self.verticalHeader().setVisible(count > 0)
        if self.frozen is not None:
            self.frozen.show_columns(count)

    def _add_frozen(self) -> None:
        from ui.tables.frozen import FrozenColumns

        self.frozen = FrozenColumns(self)
        _configure(self.frozen)
        self._cells.append(CellDelegate(self.rows, self.theme, self.frozen))
        self.frozen.setItemDelegate(self._cells[-1])
        self._follow_header(self.frozen.header)
        self.frozen.header.show_marks(self.header.marks)
        self.frozen.activated.connect(self._on_activated)
        self.frozen.menu_asked.connect(self.customContextMenuRequested)

    def _follow_header(self, header: TableHeader) -> None:
        header.sectionResized.connect(self._on_resized)
        header.sectionHandleDoubleClicked.connect(self.widths.fit_column)
        header.sort_asked.connect(self.header_used)
        header.menu_asked.connect(self.header_menu_asked)
        header.column_moved.connect(self.column_dragged)

    def _place_frozen(self) -> None:
        if self.frozen is not None and self.freeze:
            self.frozen.lie_over_header()

    def _on_resized(self, section: int, before: int, width: int) -> None:
        # Hiding a section resizes it to nothing, and showing it back again.
        if before and width:
            self.widths.resized(section, width)
            self._place_frozen()

    def _on_activated(self, index: QModelIndex) -> None:
        row_id = self.rows.id_at(index.row())
        if row_id:
            self.row_activated.emit(row_id)
        elif self._is_group(index.row()):
            self.group_toggled.emit(index.row())

    def _hold_sight(self) -> None:
        """Remember the first row in sight; at the very top, what comes above is to be seen."""
        top = self.verticalScrollBar().value()
        self._top = QPersistentModelIndex(self.rows.index(top, 0) if top else QModelIndex())

    def _keep_sight(self) -> None:
        if self._top.isValid():
            self.updateGeometries()
            self.verticalScrollBar().setValue(self._top.row())

    def _on_letter(self, letter: Letter) -> None:
        match letter:
            case Letter.NEXT | Letter.PREVIOUS:
                self.selecting.step(1 if letter is Letter.NEXT else -1)
            case Letter.TOGGLE:
                self.selecting.toggle()
            case Letter.SEARCH:
                self.search_wanted.emit()

    def _turn_group(self, key: int) -> bool:
        """Open or close the group that the current row heads; False where it heads none."""
        row = self.currentIndex().row()
        if key not in (COLLAPSE, EXPAND) or not self._is_group(row):
            return False
        group = self.rows.group(row)
        if group is not None and group.collapsed == ((key == EXPAND) is not self.isRightToLeft()):
            self.group_toggled.emit(row)
        return True

    def _is_group(self, row: int) -> bool:
        return self.rows.grouped and self.rows.group(row) is not None

    def _tint(self) -> None:
        self.rows.paint_with(self.theme.color("muted"))
        self.set_row_height(self._row_height)
        self.widths.zoom()

    def _show_loading(self) -> None:
        self._loading = True
        self.viewport().update()
        self.loading_shown.emit()


def _configure(view: QTableView) -> None:
    """What both parts of a table have in common."""
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setCornerButtonEnabled(False)
    corner = view.findChild(QAbstractButton)
    if corner is not None:
        # Qt shows it as soon as columns stay; it does nothing, and says so to nobody.
        corner.setAccessibleName(tr("Corner of the table"))
        corner.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    rows = view.verticalHeader()
    rows.setVisible(False)
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
