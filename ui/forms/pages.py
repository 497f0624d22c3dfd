"""The pages of a form: where one is, and the way to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from jarvis_desktop.core.words import tr, tr_n
from ui.core.flow import FlowLayout
from ui.core.measures import SPACE_4, SPACE_8

if TYPE_CHECKING:
    from collections.abc import Sequence


class PageBar(QWidget):
    """A button for each page that shows; with steps they are numbered, and Back and Next go through them.

    Signals:
        chosen (int): a person wants to see the page of that number, from 0.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("formPages")
        self._titles: Sequence[str] = ()
        self._steps = False
        self._shown: list[int] = []
        self._problems: dict[int, int] = {}
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.chosen)
        self.buttons: list[QPushButton] = []
        self.back, self.next = QPushButton(tr("Back"), self), QPushButton(tr("Next"), self)
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)
        self._row = FlowLayout(spacing=SPACE_4)
        self._offered = QWidget(self)
        self._offered.setLayout(self._row)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self._offered, 1)
        for button in (self.back, self.next):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def current(self) -> int:
        """The page that is shown."""
        return max(0, self._group.checkedId())

    def show_pages(self, titles: Sequence[str], *, steps: bool) -> None:
        """Offer these pages, the first of them shown; none hides the bar."""
        for button in self.buttons:
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        self._titles, self._steps, self._problems = titles, steps, {}
        for number in range(len(titles)):
            button = QPushButton(self._offered)
            button.setCheckable(True)
            button.setProperty("kind", "page")
            self._group.addButton(button, number)
            self.buttons.append(button)
            self._row.addWidget(button)
        self.back.setVisible(steps)
        self.next.setVisible(steps)
        self.setVisible(len(titles) > 1)
        self.set_shown(range(len(titles)))
        if titles:
            self.mark(0)

    def set_shown(self, pages: Sequence[int]) -> None:
        """Offer only these of the pages: the others have nothing to show just now."""
        self._shown = list(pages)
        for number, button in enumerate(self.buttons):
            button.setVisible(number in self._shown)
        self._write()

    def mark(self, page: int) -> None:
        """That page is shown now."""
        self.buttons[page].setChecked(True)
        self._write()

    def say(self, problems: dict[int, int]) -> None:
        """Tell at each page how many of its fields need attention."""
        if problems != self._problems:
            self._problems = problems
            self._write()

    def _write(self) -> None:
        for place, number in enumerate(self._shown):
            title = self._titles[number] or tr("Page {number}", number=number + 1)
            text = f"{place + 1}  {title}" if self._steps else title
            count = self._problems.get(number, 0)
            said = tr_n("{n} problem", "{n} problems", count) if count else ""
            self.buttons[number].setText(f"{text}  ({count})" if count else text)
            self.buttons[number].setAccessibleName(", ".join(filter(None, (text, said))))
            self.buttons[number].setToolTip(said)
        at = self._shown.index(self.current) if self.current in self._shown else 0
        self.back.setEnabled(at > 0)
        self.next.setEnabled(at + 1 < len(self._shown))

    @Slot()
    def _on_back(self) -> None:
        self.chosen.emit(self._shown[self._shown.index(self.current) - 1])

    @Slot()
    def _on_next(self) -> None:
        self.chosen.emit(self._shown[self._shown.index(self.current) + 1])
