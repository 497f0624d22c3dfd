"""Gives the columns of a table their widths, those in sight first."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.tables.arrangement import NARROWEST, WIDEST
from ui.tables.widths import fitted, measured

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.tables.plan import Offered
    from ui.tables.view import TableView

_AT_A_TIME = 12
"""Columns out of sight that are measured in one turn of the event loop."""


class ColumnWidths(QObject):
    """The widths of a view's columns.

    Signals:
        set_by_hand (str, int): a person gave the column of that name that width.
    """

    set_by_hand = Signal(str, int)

    def __init__(self, view: TableView) -> None:
        super().__init__(view)
        self._view = view
        self._columns: tuple[Offered, ...] = ()
        self._natural: list[int] = []
        self.now: list[int] = []
        self._free: set[int] = set()
        self._waiting: deque[int] = deque()
        self._applying = False
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._measure_some)

    def lay_out(self, columns: Sequence[Offered]) -> None:
        """Measure these columns, which the model shows, and apply their widths."""
        self._columns = tuple(columns)
        self._natural = []
        self._free = {place for place, column in enumerate(columns) if column.width is None}
        self._waiting.clear()
        sight, taken = self._view.sight, 0
        for place, column in enumerate(columns):
            if column.width is not None:
                width = column.width
            elif taken <= sight:
                width = self._measure(place)
            else:
                width = min(160, max(80, self._view.header.label_width(column.column.label)))
                self._waiting.append(place)
            taken += width
            self._natural.append(width)
        self.fit()
        if self._waiting:
            self._idle.start()

    def fit(self) -> None:
        """Spread or tighten the columns over the view as it is wide now."""
        if len(self._natural) != self._view.model().columnCount():
            return
        kinds = [column.column.kind for column in self._columns]
        sight = self._view.sight
        if all(column.by_hand for column in self._columns):
            self._apply(self._natural)
        else:
            self._apply(fitted(self._natural, self._free, kinds, sight))

    def fit_column(self, place: int) -> None:
        """Make one column as wide as the rows in sight need, as if by hand."""
        if 0 <= place < len(self._natural):
            self.resized(place, self._measure(place, first=max(0, self._view.rowAt(0))))
            self._apply(self.now)

    def change(self, place: int, by: int) -> None:
        """Make one column wider or narrower, as if by hand."""
        if 0 <= place < len(self._natural):
            self.resized(place, max(NARROWEST, min(WIDEST, self.now[place] + by)))
            self._apply(self.now)

    def resized(self, place: int, width: int) -> None:
        """A section has another width now; by hand, unless it is us who are applying one."""
        if not self._applying and place < len(self._natural):
            self._natural[place] = width
            self._free.discard(place)
            self.now[place] = width
            self.set_by_hand.emit(self._columns[place].column.name, width)

    def _measure(self, place: int, first: int = 0) -> int:
        view = self._view
        return measured(view.rows, place, view.fontMetrics(), view.header.label_width, first)

    def _measure_some(self) -> None:
        for _ in range(min(_AT_A_TIME, len(self._waiting))):
            place = self._waiting.popleft()
            if place < min(len(self._natural), self._view.model().columnCount()):
                self._natural[place] = self._measure(place)
        if not self._waiting:
            self._idle.stop()
            self.fit()

    def _apply(self, widths: Sequence[int]) -> None:
        self._applying = True
        self.now = list(widths)
        self._view.apply_widths(self.now)
        self._applying = False
