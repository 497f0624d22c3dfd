"""The search above the window: a panel in the upper middle; a click beside it or Escape closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import mark, shown, tr
from ui.core.measures import SPACE_4, SPACE_12, SPACE_16
from ui.core.overlay import Overlay
from ui.search.box import SearchBox

if TYPE_CHECKING:
    from ui.components.component import ComponentContext
    from ui.search.run import Offered

_WIDEST = 760
_HIGHEST = 540
_KEYS = mark("↑ ↓ choose    Enter opens    Tab next kind    Esc closes")


class SearchPopup(Overlay):
    """Covers `window` while it is open, and gives the focus back when it closes."""

    def __init__(self, context: ComponentContext, window: QWidget, *, offered: Offered = tuple) -> None:
        super().__init__(window, context.theme, widest=_WIDEST, highest=_HIGHEST)
        self._context = context
        self.setObjectName("searchPopup")
        self.panel.setObjectName("searchPanel")
        self.panel.setAccessibleName(tr("Search"))
        self.box = SearchBox(context, offered=offered, tab_between_groups=True, parent=self.panel)
        keys = QLabel(shown(_KEYS), self.panel)
        keys.setProperty("role", "caption")
        keys.setContentsMargins(SPACE_16, 0, SPACE_16, SPACE_12)
        column = QVBoxLayout(self.panel)
        column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, 0)
        column.setSpacing(0)
        column.addWidget(self.box, 1)
        column.addWidget(keys)
        self.box.left.connect(self.close_panel)

    @property
    def serves(self) -> ComponentContext:
        """For whom it searches."""
        return self._context

    @override
    def begin(self) -> None:
        self.box.begin()

    @override
    def end(self) -> None:
        self.box.stop()
