"""A table of records: paged, sorted, filtered, live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.forms.targets import CONFIGURATION_TABLES
from ui.components.component import Component
from ui.components.filter_bar import FilterBar
from ui.core.elided import ElidedLabel
from ui.core.icons import icon
from ui.core.measures import SPACE_4, SPACE_8
from ui.core.notice import Notice
from ui.tables.model import State
from ui.tables.plan import read_props
from ui.tables.source import TableSource
from ui.tables.view import TableView

if TYPE_CHECKING:
    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.errors import JarvisError
    from ui.components.component import ComponentContext, Props
    from ui.tables.plan import TablePlan


class RecordTable(Component):
    """The records of one table.

    Double click or Enter opens a record where the shell shows records; `embedded` leaves that, and “New”, to whoever
    listens.

    Signals:
        record_chosen (str): one row was selected; its primary key.
        activated_record (str): a row was double-clicked, or Enter pressed on it; its primary key.
        new_requested (): “New” was pressed.
    """

    record_chosen = Signal(str)
    activated_record = Signal(str)
    new_requested = Signal()

    def __init__(
        self, context: ComponentContext, props: Props, parent: QWidget | None = None, *, embedded: bool = False
    ) -> None:
        super().__init__(context, props, parent)
        self.asked = read_props(props)
        self._embedded = embedded
        self._notes: Notice | None = None
        self._trouble: Notice | None = None
        self._instead: QWidget | None = None
        self._wanted = ""
        self._held = ""
        self._sampled = 0
        self.source = TableSource(context.services.tables, context.tasks, self.asked, self)
        self.new_button = QPushButton("New", self)
        self.bar = FilterBar(
            context.theme,
            leading=ElidedLabel(self.asked.title, role="section", parent=self) if self.asked.title else None,
            trailing=self.new_button,
            search=self.asked.search,
            parent=self,
        )
        # Made after the bar: Tab goes from the search down to the rows.
        self.view = TableView(self.source.model, context.theme, self)
        self.setTabOrder(self.bar.add_button, self.new_button)
        self.count = QLabel(self)
        self._lay_out()
        self._connect()
        self._tint()

    @property
    @override
    def topics(self) -> frozenset[str]:
        return frozenset({self.asked.table})

    @override
    def reload(self, changes: Changes) -> None:
        if self.source.plan is None:
            self.source.reopen()
        else:
            self.source.follow(changes)

    def choose(self, row_id: str) -> None:
        """Select the row of that primary key, here or among the rows on their way."""
        self._wanted = "" if self.view.choose(row_id) else row_id

    def _lay_out(self) -> None:
        self.new_button.setObjectName("new")
        self.new_button.setProperty("kind", "primary")
        self.new_button.setVisible(self.asked.new and self._may_add())
        self.count.setObjectName("count")
        self.count.setProperty("role", "caption")
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self.view)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_8)
        self._column.addWidget(self.bar)
        self._column.addWidget(self.pages, 1)
        self._column.addWidget(self.count)
        if not (self.asked.title or self.asked.search or self.asked.new):
            self.bar.hide()

    def _connect(self) -> None:
        self.source.started.connect(self._on_started)
        self.source.opened.connect(self._on_opened)
        self.source.failed.connect(self._on_failed)
        self.source.more_failed.connect(self._on_more_failed)
        self.source.settled.connect(self._on_settled)
        self.view.sort_requested.connect(self._on_sort)
        self.view.row_chosen.connect(self.record_chosen)
        self.view.row_activated.connect(self._on_activated)
        self.view.loading_shown.connect(self._say_loading)
        self.bar.narrowed.connect(self._on_narrowed)
        self.new_button.clicked.connect(self._on_new)
        self.context.theme.changed.connect(self._tint)

    def _may_add(self) -> bool:
        permission = "config.write" if self.asked.table in CONFIGURATION_TABLES else "records.write"
        return self.context.reader.may(permission)

    def _on_started(self) -> None:
        self._held = self.view.chosen_id
        self.view.set_loading(loading=True)

    def _on_opened(self, plan: TablePlan) -> None:
        self.bar.offer(plan.columns)
        self._lay_out_columns(plan)
        self.view.show_sort(self.source.sort)
        self.view.scrollToTop()
        self.view.choose(self._held, scroll=False)
        if self._notes is None and plan.notes:
            self._notes = Notice(
                "Not all of it is here", " ".join(plan.notes), theme=self.context.theme, tone="warning"
            )
            self._column.insertWidget(1, self._notes)
            self._notes.show()

    def _lay_out_columns(self, plan: TablePlan) -> None:
        self._sampled = self.source.model.rowCount()
        self.view.lay_out(plan)

    def _on_settled(self) -> None:
        self.view.set_loading(loading=False)
        self._drop_trouble()
        if self.source.model.rowCount():
            self._show_rows()
            if not self._sampled and self.source.plan is not None:
                self._lay_out_columns(self.source.plan)
        else:
            self._show_instead(self._empty_notice())
        if self._wanted:
            self.view.choose(self._wanted)
            self._wanted = ""
        self.view.keep_current()
        self._say_count()

    def _on_failed(self, error: JarvisError) -> None:
        self.view.set_loading(loading=False)
        notice = Notice.for_error(error, theme=self.context.theme, action_text="Try again")
        notice.action.connect(self.source.reopen)
        self._show_instead(notice)
        self.count.clear()

    def _on_more_failed(self, error: JarvisError) -> None:
        self._drop_trouble()
        self._trouble = Notice.for_error(error, theme=self.context.theme, action_text="Try again")
        self._trouble.action.connect(self.source.retry)
        self._column.insertWidget(self._column.indexOf(self.count), self._trouble)
        self._trouble.show()

    def _on_sort(self, column: str) -> None:
        self.source.cycle_sort(column)
        self.view.show_sort(self.source.sort)

    def _on_activated(self, row_id: str) -> None:
        self.activated_record.emit(row_id)
        if not self._embedded:
            self.context.open_record(self.asked.table, row_id)

    def _on_narrowed(self) -> None:
        self.source.narrow(self.bar.filters, self.bar.text)

    def _on_new(self) -> None:
        self.new_requested.emit()
        if not self._embedded:
            self.context.open_record(self.asked.table, None)

    def _empty_notice(self) -> Notice:
        if self.source.narrowed:
            notice = Notice(
                "No record matches",
                "The search and the filters leave none of them.",
                theme=self.context.theme,
                tone="empty",
                icon="search-x",
                action_text="Clear filters",
            )
            notice.action.connect(self.bar.clear)
            return notice
        text = self.asked.empty_text or "Records appear here as soon as there are any."
        return Notice("No records yet", text, theme=self.context.theme, tone="empty")

    def _show_instead(self, notice: Notice) -> None:
        self._show_rows()
        self._instead = _at_the_top(notice) if notice.property("tone") != "empty" else notice
        self.pages.addWidget(self._instead)
        self.pages.setCurrentWidget(self._instead)

    def _show_rows(self) -> None:
        self.pages.setCurrentWidget(self.view)
        if self._instead is not None:
            self.pages.removeWidget(self._instead)
            self._instead.deleteLater()
            self._instead = None

    def _drop_trouble(self) -> None:
        if self._trouble is not None:
            self._column.removeWidget(self._trouble)
            self._trouble.hide()
            self._trouble.deleteLater()
            self._trouble = None

    def _say_loading(self) -> None:
        self.count.setText("Loading")

    def _say_count(self) -> None:
        rows = self.source.model.rowCount()
        if self.source.model.state is State.COMPLETE:
            self.count.setText(f"{rows:,} {'record' if rows == 1 else 'records'}" if rows else "")
        else:
            self.count.setText(f"First {rows:,} records, more as you scroll")

    def _tint(self) -> None:
        self.new_button.setIcon(icon("plus", self.context.theme.tokens.on_accent, gap=SPACE_4))
        self.new_button.setIconSize(QSize(16 + SPACE_4, 16))


def _at_the_top(notice: Notice) -> QWidget:
    """A page with the notice above and room below it."""
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(notice)
    column.addStretch(1)
    return page
