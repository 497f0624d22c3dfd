"""What a person changes about a table's columns, order and density: applied at once and remembered."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.components.table.remembering import PlaceMemory
from ui.tables.arrangement import (
    AS_IT_BEGAN,
    Arrangement,
    Density,
    Placed,
    frozen,
    moved,
    moved_among_shown,
    next_sort,
    read_state,
    shown_or_not,
    to_state,
    with_columns,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jarvis_desktop.tables.types import Sort
    from ui.components.component import ComponentContext
    from ui.tables.plan import Offered, TablePlan

_TOGETHER_MS = 120
"""Columns checked one after another are read once."""


class Arranging(QObject):
    """How one person has arranged one table.

    `columns` are all that can be shown, in their order; `freeze` counts those shown that stay at the left.

    Signals:
        columns_changed (): other columns are shown, or in another order; the rows are to be read anew.
        looks_changed (): density or widths were set, for the view to take over.
        sorted_by (object): rows are wanted in another order, a tuple of Sort.
    """

    columns_changed = Signal()
    looks_changed = Signal()
    sorted_by = Signal(object)

    def __init__(self, context: ComponentContext, place: str, parent: QObject) -> None:
        super().__init__(parent)
        self.memory = PlaceMemory(context, place, parent=self)
        self._now = AS_IT_BEGAN
        self._recalled = False
        self._offered: dict[str, Offered] = {}
        self.columns: tuple[Placed, ...] = ()
        self.freeze = 0
        self.density = Density.COMPACT
        self._began: tuple[Sort, ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=_TOGETHER_MS)
        self._soon.timeout.connect(self.columns_changed)

    def in_force(self) -> Arrangement:
        """The arrangement; the worker that opens the table calls this, and reads the memory at the first time."""
        if not self._recalled:
            self._now = read_state(self.memory.recall())
            self._recalled = True
        return self._now

    def take(self, plan: TablePlan) -> None:
        """The table is open with this plan."""
        self._offered = {offer.column.name: offer for offer in plan.offered}
        self._began = plan.began
        if not self._soon.isActive():
            self.columns = tuple(Placed(offer.column.name, offer.shown) for offer in plan.offered)
            self.freeze = plan.freeze
        self.density = plan.density

    def label(self, name: str) -> str:
        """What people call the column."""
        return self._offered[name].column.label

    def show(self, name: str, *, shown: bool) -> None:
        """Show or hide a column."""
        columns, freeze = shown_or_not(self.columns, name, shown=shown, freeze=self.freeze)
        self.arrange(columns, freeze)

    def move(self, name: str, place: int) -> None:
        """Put a column at a place among all the others."""
        self.arrange(moved(self.columns, name, place), self.freeze)

    def move_shown(self, name: str, place: int) -> None:
        """Put a column at a place among the others that are shown."""
        self.arrange(moved_among_shown(self.columns, name, place), self.freeze)

    def arrange(self, columns: Sequence[Placed], freeze: int) -> None:
        """Take this order, these columns shown, and so many of them frozen."""
        freeze = frozen(columns, freeze)
        if (tuple(columns), freeze) == (self.columns, self.freeze):
            return
        self.columns, self.freeze = tuple(columns), freeze
        self._keep(replace(with_columns(self._now, columns), freeze=freeze))
        self._soon.start()

    def set_width(self, name: str, width: int) -> None:
        """Remember a width made by hand."""
        self._keep(replace(self._now, widths=MappingProxyType({**self._now.widths, name: width})))

    def fit(self) -> None:
        """Forget the widths made by hand: columns take what their rows need."""
        self._keep(replace(self._now, widths=MappingProxyType({})))
        self.columns_changed.emit()

    def set_density(self, density: Density) -> None:
        """Make rows as high as that."""
        if density is not self.density:
            self.density = density
            self._keep(replace(self._now, density=density))
            self.looks_changed.emit()

    def sort(self, column: str, current: Sequence[Sort], *, add: bool = False) -> None:
        """Go on to the next order by a column: up, down, as it began."""
        self.order(next_sort(current, self._began, column, add=add))

    def order(self, sort: tuple[Sort, ...]) -> None:
        """Show rows in that order."""
        self._keep(replace(self._now, sort=None if sort == self._began else sort))
        self.sorted_by.emit(sort)

    def group(self, column: str) -> None:
        """Remember what the rows are grouped by ("": nothing)."""
        if column != (self._now.group_by or ""):
            self._keep(replace(self._now, group_by=column))

    def reset(self) -> None:
        """Forget all of it."""
        self._keep(AS_IT_BEGAN)
        self.sorted_by.emit(self._began)
        self.columns_changed.emit()

    def _keep(self, arrangement: Arrangement) -> None:
        self._now = arrangement
        self.memory.keep(to_state(arrangement))
