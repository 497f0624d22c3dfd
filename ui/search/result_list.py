"""The list of results, gone through from the field above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QWidget

from jarvis_desktop.core.words import tr
from ui.core.spoken_rows import ROW
from ui.search.delegate import ResultDelegate
from ui.search.model import ResultModel

if TYPE_CHECKING:
    from ui.core.theme import Theme
    from ui.search.model import ResultRow


class ResultList(QListView):
    """Shows a `ResultModel`; never has the keyboard itself."""

    def __init__(self, model: ResultModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results = model
        self.setObjectName("searchResults")
        self.setAccessibleName(tr("Results"))
        self.setModel(model)
        self.setItemDelegate(ResultDelegate(theme, self))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def current_row(self) -> ResultRow | None:
        """The row that Enter would open."""
        row: ResultRow | None = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return row

    def step(self, steps: int) -> None:
        """Go that many rows down (up when negative), over headings and no further than the ends."""
        place, step = self.currentIndex().row(), 1 if steps > 0 else -1
        for _ in range(abs(steps)):
            following = self.results.first(place + step, step) if place + step >= 0 else -1
            if following < 0:
                break
            place = following
        self.stand(place)

    def step_group(self, step: int) -> None:
        """Go to the first row of the next group (-1: of the one before), round and round."""
        headings = self.results.headings()
        here = sum(place < self.currentIndex().row() for place in headings) - 1
        self.go_to_group((here + step) % len(headings) if headings else 0)

    def go_to_group(self, number: int) -> None:
        """Go to the first row of that group, if there are so many."""
        headings = self.results.headings()
        if number < len(headings):
            self.stand(self.results.first(headings[number] + 1))
            self.scrollTo(self.results.index(headings[number]))
            self.scrollTo(self.currentIndex())

    def stand(self, place: int) -> None:
        """Make the row of that place the current one."""
        self.setCurrentIndex(self.results.index(place))
        if place == self.results.first():
            self.scrollToTop()
