"""A table as a person left it: what it was narrowed by, its order, where it was scrolled to, what was selected."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.tables import codec
from ui.components.table.saved_filters import typed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.tables.codec import Narrowing
    from ui.components.record_table import RecordTable
    from ui.tables.plan import TablePlan

MOST_SELECTED = 500
"""Rows that are selected again one by one; of more, the place in the list comes back and not the selection."""

_PATIENCE = 4
"""How often rows may arrive before one that does not come is given up."""

log = logging.getLogger(__name__)


class Resuming(QObject):
    """Tells and restores the state of one record table.

    Signals:
        changed (): the state is another one than before.
    """

    changed = Signal()

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._table = table
        self._narrowing: Narrowing | None = None
        self._fresh = False
        self._top = 0
        self._top_row = ""
        self._selected: tuple[str, ...] = ()
        self._everything = False
        self._left = 0
        self._placed = -1
        table.bar.narrowed.connect(self.changed)
        table.source.opened.connect(self._on_opened)
        table.source.settled.connect(self._on_settled)
        table.source.failed.connect(self._on_failed)
        table.view.selecting.changed.connect(self.changed)
        table.view.verticalScrollBar().valueChanged.connect(self._on_scrolled)

    def state(self) -> dict[str, Any]:
        """What comes back after a restart."""
        table, source, view = self._table, self._table.source, self._table.view
        shown = self._narrowing
        if shown is None:
            shown = codec.Narrowing(table.bar.filters, table.bar.text, source.sort if source.plan is not None else None)
        state: dict[str, Any] = {"narrowing": codec.write(shown)}
        if source.plan is not None and not self._fresh:
            state["group_by"] = source.group_column
        if self._left:
            state.update(top=self._top, top_row=self._top_row, selected=list(self._selected))
            state["everything"] = self._everything
            return state
        top = view.verticalScrollBar().value()
        state.update(top=top, top_row=view.rows.id_at(top) if top else "", everything=view.selecting.everything)
        state["selected"] = [] if view.selecting.everything else self._selected_ids()
        return state

    def restore(self, state: Mapping[str, Any]) -> None:
        """Narrow and order the table as it was; rows are found again as they arrive."""
        table = self._table
        try:
            narrowing = codec.read(state.get("narrowing"))
        except ConfigurationError as error:
            log.info("the filters of %s are not restored: %s", table.place, error)
            narrowing = codec.Narrowing()
        if not table.asked.search:
            narrowing = codec.Narrowing(sort=narrowing.sort)
        group_by = state.get("group_by")
        self._top, self._top_row = _whole(state.get("top")), _text(state.get("top_row"))
        selected = state.get("selected")
        ids = selected if isinstance(selected, list) else []
        self._selected = tuple(each for each in ids if isinstance(each, str) and each)[:MOST_SELECTED]
        self._everything = state.get("everything") is True
        self._left = _PATIENCE if self._top or self._selected or self._everything else 0
        self._placed = -1
        self._narrowing, self._fresh = narrowing, True
        table.bar.resume(narrowing.filters, narrowing.text)
        table.source.begin_with(
            narrowing.filters, narrowing.text, narrowing.sort, group_by if isinstance(group_by, str) else None
        )

    def _selected_ids(self) -> list[str]:
        view = self._table.view
        parts = view.selecting.runs
        if sum(last - first + 1 for first, last in parts) > MOST_SELECTED:
            return []
        found = (view.rows.id_at(place) for first, last in parts for place in range(first, last + 1))
        return [row_id for row_id in found if row_id]

    def _on_opened(self, plan: TablePlan) -> None:
        if self._fresh and self._narrowing is not None:
            # Chips and editor work with values of the columns' types.
            narrowing = typed(self._narrowing, plan.table)
            self._table.bar.resume(narrowing.filters, narrowing.text)
            self._table.source.same_filters(narrowing.filters)
        self._fresh, self._narrowing = False, None
        self.changed.emit()

    def _on_failed(self, error: object) -> None:
        """What it was left narrowed by no longer fits the table: it is shown without."""
        if self._fresh:
            log.info("%s is shown without what it was narrowed by: %s", self._table.place, error)
            self._fresh, self._narrowing, self._left = False, None, 0
            self._table.bar.resume((), "")
            self._table.source.begin_with((), "", None, "")
            QTimer.singleShot(0, self._table.source, self._table.source.reopen)

    def _on_settled(self) -> None:
        view = self._table.view
        if not self._left or not view.rows.rowCount():
            return
        bar = view.verticalScrollBar()
        if self._placed not in (-1, bar.value()):
            # The person went on meanwhile, and is right.
            self._left = 0
            return
        self._left -= 1
        if self._top:
            place = view.rows.row_of(self._top_row) if self._top_row else None
            view.updateGeometries()
            bar.setValue(self._top if place is None else place)
            self._placed = bar.value()
        if self._everything:
            view.selectAll()
            self._left = 0
        elif self._select() and (not self._top_row or view.rows.row_of(self._top_row) is not None):
            self._left = 0
        if not self._left:
            self.changed.emit()

    def _select(self) -> bool:
        """Select the rows that are here; whether that is all of them."""
        view = self._table.view
        found = [view.rows.row_of(row_id) for row_id in self._selected]
        places = sorted(place for place in found if place is not None)
        if places:
            view.selecting.select_runs([(place, place) for place in places], places[0])
        return len(places) == len(self._selected)

    def _on_scrolled(self, _value: int) -> None:
        self.changed.emit()


def _whole(value: object) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 2**31 else 0


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
