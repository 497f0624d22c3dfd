"""Gives the columns of a table their widths, those in sight first."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from jarvis_desktop.tables.types import ColumnKind
from ui.core.measures import scale, zoomed
from ui.tables import widths as rules
from ui.tables.arrangement import NARROWEST, WIDEST
from ui.tables.formatting import is_reference
from ui.tables.widths import Measured, fitted, measured

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.tables.plan import Offered
    from ui.tables.view import TableView

_AT_A_TIME = 12
"""Columns out of sight that are measured in one turn of the event loop."""
_REST_MS = 120
"""How long rows stand still before their ids are looked at."""
_CUT_AT_WILL = frozenset({ColumnKind.TEXT, ColumnKind.JSON, ColumnKind.ARRAY})


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
        self._scale = scale()
        self._base: list[int] = []
        self._natural: list[int] = []
        self.now: list[int] = []
        self._free: set[int] = set()
        self._seen: dict[str, int] = {}
        self._waiting: deque[int] = deque()
        self._applying = False
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._measure_some)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.show_whole)
        view.verticalScrollBar().valueChanged.connect(self._on_other_rows)
        view.rows.dataChanged.connect(self._on_other_rows)

    def lay_out(self, columns: Sequence[Offered]) -> None:
        """Measure these columns, which the model shows, and apply their widths."""
        self._columns = tuple(columns)
        self._scale = scale()
        self._base, self._natural = [], []
        self._free = {place for place, column in enumerate(columns) if not column.by_hand}
        self._waiting.clear()
        sight, taken = self._view.sight, 0
        for place, column in enumerate(columns):
            if column.by_hand and column.width is not None:
                base = natural = zoomed(column.width)
            elif taken <= sight:
                base, natural = self._measure(place)
            else:
                label = self._view.header.label_width(column.column.label)
                base = natural = zoomed(column.width or 0) or min(zoomed(160), max(zoomed(80), label))
                self._waiting.append(place)
            taken += base
            self._base.append(base)
            self._natural.append(natural)
        self.fit()
        if self._waiting:
            self._idle.start()

    def zoom(self) -> None:
        """Measure anew where the zoom is not what it was; widths given by hand grow with it."""
        if self._columns and self._scale != scale():
            self._seen.clear()
            hands = {
                place: round(width / self._scale) for place, width in enumerate(self._base) if place not in self._free
            }
            self.lay_out(
                [
                    replace(column, width=hands[place], by_hand=True) if place in hands else column
                    for place, column in enumerate(self._columns)
                ]
            )

    def fit(self) -> None:
        """Spread or tighten the columns over the view as it is wide now."""
        if len(self._base) != self._view.model().columnCount():
            return
        if self._free:
            texts = [place for place in range(len(self._columns)) if not self._whole(place)]
            self._apply(fitted(self._base, self._free, texts, self._view.sight, self._natural))
        else:
            self._apply(self._base)

    def show_whole(self) -> None:
        """Widen ids that the rows in sight hold longer than any before; other columns stay as they are."""
        view, wider = self._view, False
        first = max(0, view.rowAt(0))
        for place in self._free if len(self._base) == view.model().columnCount() else ():
            if is_reference(self._columns[place].column) and place not in self._waiting:
                needed = measured(view.rows, place, view.metrics_of(place), first) or 0
                widest = zoomed(rules.WIDEST)
                if self._base[place] < min(needed, widest):
                    self._base[place], wider = min(needed, widest), True
        if wider:
            self.fit()

    def fit_column(self, place: int) -> None:
        """Make one column as wide as the rows in sight need, as if by hand."""
        if 0 <= place < len(self._base):
            self.resized(place, self._measure(place, first=max(0, self._view.rowAt(0)), asked=False)[1])
            self._apply(self.now)

    def change(self, place: int, by: int) -> None:
        """Make one column wider or narrower, as if by hand."""
        if 0 <= place < len(self._base):
            self.resized(place, max(zoomed(NARROWEST), min(zoomed(WIDEST), self.now[place] + by)))
            self._apply(self.now)

    def resized(self, place: int, width: int) -> None:
        """A section has another width now; by hand, unless it is us who are applying one."""
        if not self._applying and place < len(self._base):
            self._base[place] = self._natural[place] = width
            self._free.discard(place)
            self.now[place] = width
            self.set_by_hand.emit(self._columns[place].column.name, round(width / scale()))

    def _on_other_rows(self, *_what: object) -> None:
        if self._base:
            self._rest.start()

    def _whole(self, place: int) -> bool:
        """Whether the values of a column cannot be read when they are cut."""
        column = self._columns[place].column
        return is_reference(column) or column.kind not in _CUT_AT_WILL

    def _measure(self, place: int, first: int = 0, *, asked: bool = True) -> tuple[int, int]:
        """The width to begin with and the natural one; without rows, what was measured with them before."""
        view, offer = self._view, self._columns[place]
        values = measured(view.rows, place, view.metrics_of(place), first)
        if values is None:
            values = self._seen.get(offer.column.name)
        else:
            self._seen[offer.column.name] = values
        label = view.header.label_width(offer.column.label)
        return Measured(values, self._whole(place)).wanted(offer.width if asked else None, label)

    def _measure_some(self) -> None:
        for _ in range(min(_AT_A_TIME, len(self._waiting))):
            place = self._waiting.popleft()
            if place < min(len(self._base), self._view.model().columnCount()):
                self._base[place], self._natural[place] = self._measure(place)
        if not self._waiting:
            self._idle.stop()
            self.fit()

    def _apply(self, widths: Sequence[int]) -> None:
        self._applying = True
        self.now = list(widths)
        self._view.apply_widths(self.now)
        self._applying = False
