"""A table of records and, beside it, the form of the one selected."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.components.component import Component
from ui.components.record_form import RecordForm
from ui.components.record_table import RecordTable
from ui.components.table.panes import PaneMemory
from ui.core.measures import SPACE_8, SPACE_16
from ui.core.notice import Notice
from ui.core.notice_place import NoticePlace
from ui.core.sides import margins
from ui.core.tasks import Lane, Latest

if TYPE_CHECKING:
    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.errors import JarvisError
    from ui.components.component import ComponentContext, Props

OPEN_AFTER_MS = 120
"""Holding an arrow key down passes rows by without opening each."""


class MasterDetail(Component):
    """Selecting a row opens its record in the form; saving shows in the row, which stays selected."""

    def __init__(self, context: ComponentContext, props: Props, parent: QWidget | None = None) -> None:
        super().__init__(context, props, parent)
        vertical = props.get("orientation") == "vertical"
        self.splitter = QSplitter(Qt.Orientation.Vertical if vertical else Qt.Orientation.Horizontal, self)
        # From the outside in: whatever gets another parent takes on fonts and style again, with all that is in it.
        before, beside_rows = _side(self.splitter, end=0 if vertical else SPACE_16, bottom=SPACE_16 if vertical else 0)
        after, beside_form = _side(self.splitter, begin=0 if vertical else SPACE_16, top=SPACE_16 if vertical else 0)
        self.table = RecordTable(context, props, before, embedded=True)
        beside_rows.addWidget(self.table)
        self.form: RecordForm | None = None
        self._wanted: str | None = None
        self._remembered: Mapping[str, Any] | None = None
        self._finding: Latest[str] = Latest()
        self.empty = Notice(
            tr("Select a record"),
            tr("It opens here, to read and to change."),
            theme=context.theme,
            tone="empty",
            icon="panel-right",
            parent=after,
        )
        self.detail = QStackedWidget(after)
        beside_form.addWidget(self.detail)
        self.detail.setObjectName("detail")
        self.detail.addWidget(self.empty)
        self._timer = QTimer(self, singleShot=True, interval=OPEN_AFTER_MS)
        self._timer.timeout.connect(self._open_wanted)
        self.table.record_chosen.connect(self._on_chosen)
        self.table.activated_record.connect(self._on_activated)
        self.table.new_requested.connect(self._on_new)
        self.table.removed.connect(self._on_removed)
        self.table.arranged.connect(self.arranged)
        self._lay_out()

    @override
    def reload(self, changes: Changes) -> None:
        self.panes.recall()
        self._open_remembered()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.panes.flush()

    @override
    def has_unsaved_input(self) -> bool:
        return self.table.has_unsaved_input() or (self.form is not None and self.form.has_unsaved_input())

    @override
    def state(self) -> Mapping[str, Any]:
        state: dict[str, Any] = {"table": self.table.state(), "sizes": self.splitter.sizes()}
        if self.form is not None and self.detail.currentWidget() is self.form:
            state["form"] = self.form.state()
        elif self._remembered is not None:
            state["form"] = self._remembered
        return state

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        table, form = state.get("table"), state.get("form")
        if isinstance(table, Mapping):
            self.table.restore(table)
        self.panes.resume(state)
        if isinstance(form, Mapping):
            self._remembered = form
            if self.isVisible():
                self._open_remembered()

    @override
    def show_record(self, record_key: str) -> bool:
        work = partial(self.context.services.tables.find, self.table.asked.table, record_key)
        task = self.context.tasks.submit(Lane.READ, work, done=self._on_found, failed=self._on_not_found)
        self._finding.keep(task)
        return True

    def _lay_out(self) -> None:
        self.splitter.setObjectName("masterDetail")
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setSizes(_sizes(self.props.get("sizes")))
        self.splitter.splitterMoved.connect(self._on_moved)
        self.panes = PaneMemory(self.context, f"{self.table.place}#panes", self.splitter)
        self._column = QVBoxLayout(self)
        self._trouble = NoticePlace(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_8)
        self._column.addWidget(self.splitter, 1)

    @Slot(str)
    def _on_chosen(self, record_id: str) -> None:
        self._finding.drop()
        self._wanted = record_id
        self._timer.start()

    @Slot(str)
    def _on_activated(self, record_id: str) -> None:
        self._open(record_id)
        if self.form is not None:
            self.form.setFocus()

    @Slot()
    def _on_new(self) -> None:
        self._open(None)

    @Slot()
    def _open_wanted(self) -> None:
        # While several rows go one by one, each that is left over alone is chosen for a moment.
        if self.table.view.chosen_id == self._wanted:
            self._open(self._wanted)

    def _open_remembered(self) -> None:
        """Open the record that was open when the window closed."""
        left, self._remembered = self._remembered, None
        if left is not None and self.form is None:
            record_id = left.get("record_id")
            self._show_form(record_id if isinstance(record_id, str) and record_id else None).restore(left)

    @Slot()
    def _on_moved(self) -> None:
        self.arranged.emit()

    def _on_found(self, record_id: str) -> None:
        self.table.choose(record_id)
        self._open(record_id)

    def _on_not_found(self, error: JarvisError) -> None:
        trouble = Notice.for_error(error, theme=self.context.theme)
        self._trouble.say(trouble)

    def _open(self, record_id: str | None) -> None:
        self._timer.stop()
        self._remembered = None
        self._trouble.say(None)
        if self.form is None:
            self._show_form(record_id)
        else:
            self.form.open_record(record_id)
            self.detail.setCurrentWidget(self.form)

    def _show_form(self, record_id: str | None) -> RecordForm:
        form = self.form = RecordForm(self.context, self._form_props(record_id), self)
        form.saved.connect(self._on_saved)
        form.stayed.connect(self._on_stayed)
        form.arranged.connect(self.arranged)
        self.detail.addWidget(form)
        self.detail.setCurrentWidget(form)
        return form

    def _form_props(self, record_id: str | None) -> dict[str, str | None]:
        asked = self.table.asked
        form = {"form_type": asked.form_type} if asked.form_type else {"table": asked.table}
        return {**form, "record_id": record_id}

    @Slot(object)
    def _on_saved(self, changes: Changes) -> None:
        ids = changes.rows.get(self.table.asked.table)
        if ids is not None and len(ids) == 1:
            self._select(next(iter(ids)))

    @Slot(object)
    def _on_removed(self, changes: Changes) -> None:
        """Close the form of a record that the person just deleted, and do not open it any more."""
        if self._wanted is not None and changes.touches_row(self.table.asked.table, self._wanted):
            self._timer.stop()
        shown = None if self.form is None or self.form.has_unsaved_input() else self.form.record_id
        if self.form is not None and shown is not None and changes.touches_row(self.table.asked.table, shown):
            self._timer.stop()
            self.detail.setCurrentWidget(self.empty)
            self.detail.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    @Slot(object)
    def _on_stayed(self, record_id: str | None) -> None:
        self._select(record_id)

    def _select(self, record_id: str | None) -> None:
        """Mark the row of the record that the form shows."""
        if record_id is None:
            self.table.view.clearSelection()
        else:
            self.table.choose(record_id)
        self._timer.stop()


def _side(
    splitter: QSplitter, *, begin: int = 0, top: int = 0, end: int = 0, bottom: int = 0
) -> tuple[QWidget, QVBoxLayout]:
    """One side of the splitter, with room towards its handle, and the layout for what stands in it."""
    holder = QWidget(splitter)
    splitter.addWidget(holder)
    column = QVBoxLayout(holder)
    column.setContentsMargins(margins(begin, top, end, bottom))
    return holder, column


def _sizes(wished: Any) -> list[int]:
    """Pixels or shares of the two sides; three to two when nothing usable is asked for."""
    if isinstance(wished, (list, tuple)) and len(wished) == 2:
        sizes = [int(size) for size in wished if isinstance(size, (int, float, Decimal)) and 0 < size < 10_000]
        if len(sizes) == 2:
            return sizes
    return [600, 400]
