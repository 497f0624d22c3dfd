"""A table of records: paged, sorted, filtered, live, arranged by each person."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.permission import may_write
from jarvis_desktop.tables.types import RowSet
from ui.components.component import Component
from ui.components.filter_bar import FilterBar
from ui.components.table.arranging import Arranging
from ui.components.table.cell_work import CellWork
from ui.components.table.counts import jump, row_set, say_counts
from ui.components.table.dropping import Dropping
from ui.components.table.filtering import Filtering
from ui.components.table.footer import TableFooter
from ui.components.table.grouping import Grouping
from ui.components.table.menu import TableMenu
from ui.components.table.named_source import completed, rule_words
from ui.components.table.pages import TablePages
from ui.components.table.resuming import Resuming
from ui.components.table.saved_filters import SavedFilters
from ui.core.elided import ElidedLabel
from ui.core.icons import icon
from ui.core.measures import ROW_COMPACT, ROW_NORMAL, SPACE_4, SPACE_8
from ui.core.tasks import Lane
from ui.core.zooming import fit
from ui.tables.arrangement import Density
from ui.tables.holding import Held, hold, restore
from ui.tables.plan import UNSORTABLE, read_props
from ui.tables.source import TableSource
from ui.tables.view import TableView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.tables.types import Sort
    from ui.components.component import ComponentContext, Props
    from ui.tables.plan import TablePlan

_ROW_HEIGHTS = {Density.COMPACT: ROW_COMPACT, Density.NORMAL: ROW_NORMAL}


class RecordTable(Component):
    """The records of one table.

    Double click or Enter opens a record where the shell shows records; `embedded` leaves that, and “New”, to whoever
    listens.

    Signals:
        record_chosen (str): one row was selected; its primary key.
        activated_record (str): a row was double-clicked, or Enter pressed on it; its primary key.
        new_requested (): “New” was pressed.
        filter_wanted (str): the column of that name is to be filtered by.
        group_wanted (str): the rows are to be grouped by the column of that name.
        removed (Changes): rows were deleted here.
    """

    help_page = "tables"
    record_chosen = Signal(str)
    activated_record = Signal(str)
    new_requested = Signal()
    filter_wanted = Signal(str)
    group_wanted = Signal(str)
    removed = Signal(object)

    def __init__(
        self, context: ComponentContext, props: Props, parent: QWidget | None = None, *, embedded: bool = False
    ) -> None:
        super().__init__(context, props, parent)
        self.asked = read_props(props)
        self._embedded = embedded
        self._wanted = ""
        self._held = Held()
        self._same_rows = False
        self._sampled = 0
        self._laid_out: TablePlan | None = None
        self.source = TableSource(context.services.tables, context.tasks, self.asked, self)
        self.arranging = Arranging(context, self.place, self)
        self.source.arrangement = self.arranging.in_force
        self.source.resolve = partial(completed, context.services.tables, context.reader)
        self.new_button = QPushButton(tr("New"), self)
        self.columns_button = QToolButton(self)
        self._name_buttons()
        self.bar = FilterBar(
            context.theme,
            leading=ElidedLabel(self.asked.title, role="section", parent=self) if self.asked.title else None,
            trailing=self.columns_button,
            search=self.asked.search,
            parent=self,
        )
        self.bar.add_trailing(self.new_button)
        # Made after the bar: Tab goes from the search down to the rows.
        self.view = TableView(self.source.model, context.theme, self)
        self.pages = TablePages(self.view, context.theme, self)
        self.footer = TableFooter(context.theme, self)
        self.count = self.footer.count
        self.cells = CellWork(self)
        self.menu = TableMenu(self)
        self.filtering = Filtering(self)
        self.dropping = Dropping(self)
        self.grouping = Grouping(self)
        self.saved = SavedFilters(self) if self.asked.saved_filters and self.asked.search else None
        self.bar.add_leading(self.grouping.button)
        if self.saved is not None:
            self.bar.add_leading(self.saved.button)
        self.bar.add_trailing(self.menu.button)
        self.resuming = Resuming(self)
        self._fold()
        self._lay_out()
        self._connect()
        self._tint()

    @property
    def place(self) -> str:
        """Under what name a person's view of this table is remembered."""
        return self.asked.place or f"{self.asked.table or self.asked.source}/{self.asked.title}"

    @property
    @override
    def topics(self) -> frozenset[str]:
        return frozenset({self.asked.table})

    @override
    def reload(self, changes: Changes) -> None:
        if self.source.plan is None:
            self.source.reopen()
        elif changes.everything:
            # Nobody listened for a while.
            self.refresh()
        else:
            self.source.follow(changes)

    def refresh(self) -> None:
        """Look at the table anew, its columns too; selection and scroll position stay."""
        work = self.context.services.tables.refresh
        self.context.tasks.submit(Lane.READ, work, done=self._on_forgotten, owner=self)

    @override
    def has_unsaved_input(self) -> bool:
        return self.cells.has_unsaved_input

    @override
    def state(self) -> Mapping[str, Any]:
        return self.resuming.state()

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        self.resuming.restore(state)

    def choose(self, row_id: str) -> None:
        """Select the row of that primary key, here or among the rows on their way."""
        self._wanted = "" if self.view.choose(row_id) else row_id

    def selected(self) -> RowSet | None:
        """The rows selected, or None when none is."""
        return row_set(self.source, self.view.selecting)

    def everything(self) -> RowSet | None:
        """All rows that match, once the table is open."""
        query = self.source.query
        return None if query is None else RowSet(query, everything=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.arranging.memory.flush()

    def _name_buttons(self) -> None:
        self.new_button.setObjectName("new")
        self.new_button.setProperty("kind", "primary")
        self.new_button.setAccessibleName(tr("New"))
        self.new_button.setProperty("offered", self.asked.new and self._may_add())
        self.new_button.setVisible(self.asked.new and self._may_add())
        self.columns_button.setObjectName("columnsButton")
        self.columns_button.setProperty("kind", "tool")
        self.columns_button.setAccessibleName(tr("Columns"))
        self.columns_button.setToolTip(tr("Columns: which are shown, and in which order"))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.bar)
        column.addWidget(self.pages, 1)
        column.addWidget(self.footer)
        saved = [] if self.saved is None else [self.saved.button]
        in_order = (*saved, self.grouping.button, self.columns_button, self.new_button, self.menu.button, self.view)
        self.bar.lead_through(in_order)
        if not (self.asked.title or self.asked.search or self.asked.new):
            self.bar.hide()

    def _fold(self) -> None:
        """Where the bar is narrow, what “More” offers as well gives way first."""
        if self.saved is not None:
            self.bar.fold(self.saved.button, self.saved.words, goes=True)
            self.saved.renamed.connect(self.bar.folding.rename)
        self.bar.fold(self.grouping.button, self.grouping.words, goes=True)
        self.grouping.renamed.connect(self.bar.folding.rename)
        self.bar.fold(self.bar.add_button, tr("Add filter"))
        self.bar.fold(self.new_button, tr("New"))
        self.bar.fold(self.columns_button, goes=True)

    def _connect(self) -> None:
        source, view, footer = self.source, self.view, self.footer
        self.resuming.changed.connect(self.arranged)
        source.started.connect(self._on_started)
        source.opened.connect(self._on_opened)
        source.failed.connect(self._on_failed)
        source.more_failed.connect(self._on_more_failed)
        source.settled.connect(self._on_settled)
        source.counted.connect(self._say_count)
        source.reached.connect(self._on_reached)
        source.missed.connect(self._on_missed)
        view.row_chosen.connect(self.record_chosen)
        view.row_activated.connect(self._on_activated)
        view.loading_shown.connect(self._say_loading)
        view.group_toggled.connect(source.toggle_group)
        view.search_wanted.connect(self.bar.search.setFocus)
        view.header_used.connect(self._on_header)
        view.header_menu_asked.connect(self._on_header_menu)
        view.column_dragged.connect(self._on_dragged)
        view.widths.set_by_hand.connect(self.arranging.set_width)
        view.selecting.changed.connect(self._say_count)
        self.arranging.sorted_by.connect(self._on_sorted)
        self.arranging.columns_changed.connect(self._read_columns)
        self.arranging.looks_changed.connect(self._show_looks)
        footer.everything_wanted.connect(view.selectAll)
        footer.nothing_wanted.connect(view.selecting.clear)
        footer.density_wanted.connect(self.arranging.set_density)
        footer.left.connect(view.setFocus)
        footer.jumped.connect(self._on_jumped)
        self.bar.narrowed.connect(self._on_narrowed)
        self.columns_button.clicked.connect(self._on_columns)
        self.new_button.clicked.connect(self._on_new)
        self.context.theme.follow(self, self._tint)

    def _may_add(self) -> bool:
        return may_write(self.asked.table, self.context.reader)

    def _on_started(self) -> None:
        self._held, self._same_rows = hold(self.view, same=self._same_rows), False
        self.view.set_loading(loading=True)

    def _on_opened(self, plan: TablePlan) -> None:
        # A named source says which table it is.
        self.asked = replace(self.asked, table=plan.table.name)
        self.arranging.take(plan)
        self.bar.offer([offer.column for offer in plan.offered], self.cells.labels)
        self._lay_out_columns(plan)
        self._show_looks()
        self.view.show_sort(self.source.sort)
        restore(self.view, self._held)
        self.pages.say_notes(plan.notes)

    def _lay_out_columns(self, plan: TablePlan) -> None:
        if self._sampled and self.bar.text and plan.shows_as(self._laid_out):
            # Columns hold still while somebody types.
            self.view.widths.fit()
            return
        self._sampled, self._laid_out = self.source.model.rowCount(), plan
        self.view.lay_out(plan)

    def _on_settled(self) -> None:
        self.view.set_loading(loading=False)
        self.pages.drop_trouble()
        if self.source.model.rowCount():
            self.pages.show_rows()
            if not self._sampled and self.source.plan is not None:
                self._lay_out_columns(self.source.plan)
        else:
            self._show_empty()
        self.footer.setVisible(self.pages.shows_rows)
        if self._wanted:
            self.view.choose(self._wanted)
            self._wanted = ""
        self.view.keep_current()
        self._say_count()

    def _on_failed(self, error: JarvisError) -> None:
        self.view.set_loading(loading=False)
        self.pages.drop_trouble()
        self.pages.show_failure(error, self.source.reopen)
        self.footer.hide()

    def _on_more_failed(self, error: JarvisError) -> None:
        self.view.set_loading(loading=False)
        self.pages.say_trouble(error, self.source.retry)

    def _on_header(self, place: int, add: bool) -> None:  # noqa: FBT001 - a signal's payload
        column = self.source.model.columns[place]
        if column.kind not in UNSORTABLE:
            self.arranging.sort(column.name, self.source.sort, add=add)

    def _on_header_menu(self, place: int, where: QPoint) -> None:
        from ui.components.table.header_menu import open_menu

        open_menu(self, place, where)

    def _on_dragged(self, place: int, target: int) -> None:
        self.arranging.move_shown(self.source.model.columns[place].name, target)

    def _on_columns(self) -> None:
        self.menu.run("columns")

    def _on_sorted(self, sort: tuple[Sort, ...]) -> None:
        if sort != self.source.sort:
            self.source.sort_by(sort)
            self.view.show_sort(sort)

    def _read_columns(self) -> None:
        """Fetch the columns that are shown now; rows, selection and scroll stay."""
        self._same_rows = not self.bar.text
        self.source.show_columns()

    def _on_forgotten(self, _nothing: None) -> None:
        """What is known of the tables' columns is forgotten; they are read with the rows."""
        self._same_rows = not self.bar.text
        self.source.show_columns(renew=True)

    def _show_looks(self) -> None:
        self.view.set_row_height(_ROW_HEIGHTS[self.arranging.density])
        self.footer.show_density(self.arranging.density)

    def _on_activated(self, row_id: str) -> None:
        self.activated_record.emit(row_id)
        if not self._embedded:
            self.context.open_record(self.asked.table, row_id)

    def _on_narrowed(self) -> None:
        self.view.selecting.clear_everything()
        self.source.narrow(self.bar.filters, self.bar.text)

    def _on_new(self) -> None:
        self.new_requested.emit()
        if not self._embedded:
            self.context.open_record(self.asked.table, None)

    def _on_jumped(self, text: str) -> None:
        jump(self, text)

    def _on_reached(self, place: int) -> None:
        self.view.go_to(place)
        self.footer.arrive()

    def _on_missed(self, error: JarvisError) -> None:
        self.footer.say_problem(error.message)

    def _show_empty(self) -> None:
        rule = "" if self.source.plan is None else rule_words(self.source.plan, self.cells.labels)
        text = tr("Only records are listed where {rule}.", rule=rule) if rule else ""
        text = self.asked.empty_text or text or tr("Records appear here as soon as there are any.")
        self.pages.show_empty(text, self.bar.clear if self.source.narrowed else None)

    def _say_loading(self) -> None:
        self.footer.say_count(tr("Loading"))

    def _say_count(self) -> None:
        say_counts(self.source, self.view.selecting, self.footer)

    def _tint(self) -> None:
        tokens = self.context.theme.tokens
        self.new_button.setIcon(icon("plus", tokens.on_accent, gap=SPACE_4))
        self.new_button.setIconSize(QSize(16 + SPACE_4, 16))
        fit(self.new_button)
        self.columns_button.setIcon(icon("columns-3", tokens.muted))
