"""Buttons of a row that give way as it narrows: first their words, then they themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from ui.core.measures import SPACE_8, zoomed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QAbstractButton, QHBoxLayout

_BARE = 30
_PUSH_CHROME, _TOOL_CHROME = 48, 40
"""Pixels of a button beside its words: icon, gap and padding."""


@dataclass(slots=True)
class _Fold:
    """A button, its words, and whether it may go altogether since “More” offers the same."""

    button: QAbstractButton
    words: str
    goes: bool

    @property
    def wide(self) -> int:
        if not self.words:
            return zoomed(_BARE)
        chrome = _PUSH_CHROME if isinstance(self.button, QPushButton) else _TOOL_CHROME
        return max(zoomed(_BARE), self.button.fontMetrics().horizontalAdvance(self.words) + zoomed(chrome))


class Folding(QObject):
    """Decides which buttons of a row show their words, and which stand in it at all.

    Words go first, those of the button added first before the others; then buttons that may go, likewise.
    """

    def __init__(self, row: QHBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        self._folds: list[_Fold] = []
        self._width = 0

    def add(self, button: QAbstractButton, words: str = "", *, goes: bool = False) -> None:
        """Fold this button too; without words it is an icon always."""
        self._folds.append(_Fold(button, words, goes))
        self.fit(self._width)

    def rename(self, button: QAbstractButton, words: str) -> None:
        """A button of the row has other words now."""
        for fold in self._folds:
            if fold.button is button:
                fold.words = words
        self.fit(self._width)

    @property
    def least(self) -> int:
        """The width in which the row stands when everything is folded."""
        return self._others() + sum(
            zoomed(_BARE + SPACE_8) for fold in self._folds if self._offered(fold) and not fold.goes
        )

    def fit(self, width: int) -> None:
        """Fold as much as a row of that width needs."""
        self._width = width
        folds = [fold for fold in self._folds if self._offered(fold)]
        taken = self._others() + sum(fold.wide + zoomed(SPACE_8) for fold in folds)
        bare: list[_Fold] = []
        gone: list[_Fold] = []
        for fold in folds:
            if taken > width and fold.words:
                bare.append(fold)
                taken -= fold.wide - zoomed(_BARE)
        for fold in folds:
            if taken > width and fold.goes:
                gone.append(fold)
                taken -= zoomed(_BARE + SPACE_8)
        for fold in folds:
            _show(fold, bare=fold in bare or not fold.words)
            fold.button.setVisible(fold not in gone)

    @staticmethod
    def _offered(fold: _Fold) -> bool:
        return fold.button.property("offered") is not False

    def _others(self) -> int:
        mine = {fold.button for fold in self._folds}
        widgets: Sequence[QWidget | None] = [
            item.widget() for place in range(self._row.count()) if (item := self._row.itemAt(place)) is not None
        ]
        return sum(
            max(widget.minimumWidth(), widget.minimumSizeHint().width()) + zoomed(SPACE_8)
            for widget in widgets
            if widget is not None and widget not in mine and not widget.isHidden()
        )


def _show(fold: _Fold, *, bare: bool) -> None:
    button = fold.button
    if isinstance(button, QToolButton):
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if bare else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        button.setToolButtonStyle(style)
        # The style sets words closer to the icon than other buttons have them.
        button.setText(f" {fold.words}".replace("&", "&&"))
        return
    button.setText("" if bare else fold.words.replace("&", "&&"))
    if bool(button.property("bare")) != bare:
        button.setProperty("bare", bare)
        button.setToolTip(fold.words if bare else "")
        button.style().unpolish(button)
        button.style().polish(button)
