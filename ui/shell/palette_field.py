"""What looks like a search field in the top bar, and opens the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.elided import ElidedLabel
from ui.core.icons import pixmap
from ui.core.measures import SPACE_8, zoomed

if TYPE_CHECKING:
    from ui.core.theme import Theme

_WIDEST, _NARROWEST = 300, 64
_ICON = 16


class PaletteField(QPushButton):
    """A button with a hint, and the keys that do the same at its end."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("paletteOpener")
        self.setProperty("kind", "field")
        self.setAccessibleName(tr("Command palette"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._sign = QLabel(self)
        self._hint = ElidedLabel(tr("Search or run a command"), role="muted", parent=self)
        self._keys = QLabel(self)
        self._keys.setProperty("role", "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_8, 0, SPACE_8, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self._sign)
        row.addWidget(self._hint, 1)
        row.addWidget(self._keys)
        for part in (self._sign, self._hint, self._keys):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_NARROWEST)
        self.setMaximumWidth(_WIDEST)
        self.show_keys("")
        self.tint()

    def show_keys(self, keys: str) -> None:
        """Name the keys that do the same, or none."""
        self._keys.setText(keys)
        self._fit()
        told = tr("Open a tab or a record, run a command")
        self.setToolTip(f"{told} ({keys})" if keys else told)
        self.setAccessibleDescription(self.toolTip())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Keys that would be cut off stand in the tool tip alone."""
        room = self.width() - zoomed(_ICON + 4 * SPACE_8)
        self._keys.setVisible(bool(self._keys.text()) and self._keys.sizeHint().width() <= room)

    def tint(self) -> None:
        """Draw the sign in the colours in force."""
        self._sign.setPixmap(pixmap("search", self._theme.tokens.muted, _ICON, self.devicePixelRatioF()))

    @override
    def sizeHint(self) -> QSize:
        return QSize(zoomed(_WIDEST), super().sizeHint().height())
