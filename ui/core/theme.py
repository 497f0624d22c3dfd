"""One theme for the whole program: tokens become the palette and one application style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QColor, QFont, QPalette

from ui.core.measures import FONT_BODY
from ui.core.sheet import style_sheet
from ui.core.tokens import DARK, LIGHT, Tokens, mix

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


class Theme(QObject):
    """The look in force.

    Signals:
        changed (): palette and style sheet were replaced; whoever paints by hand or caches icons does so again.
    """

    changed = Signal()

    def __init__(self, application: QApplication, *, dark: bool = False) -> None:
        super().__init__(application)
        self._application = application
        self.dark = dark
        application.setStyle("Fusion")
        font = QFont(application.font())
        font.setPixelSize(FONT_BODY)
        application.setFont(font)
        self._apply()

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return DARK if self.dark else LIGHT

    def color(self, name: str) -> QColor:
        """A token as a colour; AttributeError for an unknown name."""
        return QColor(str(getattr(self.tokens, name)))

    def set_dark(self, *, dark: bool) -> None:
        """Switch between light and dark, live."""
        if dark != self.dark:
            self.dark = dark
            self._apply()
            self.changed.emit()

    @Slot()
    def toggle(self) -> None:
        """Switch to the other one."""
        self.set_dark(dark=not self.dark)

    def _apply(self) -> None:
        self._application.setPalette(palette(self.tokens))
        self._application.setStyleSheet(style_sheet(self.tokens))


def palette(tokens: Tokens) -> QPalette:
    """The palette of `tokens`."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    result = QPalette()
    colours = {
        role.Window: tokens.bg,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.raised,
        role.Text: tokens.text,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.danger,
        role.ToolTipBase: tokens.raised,
        role.ToolTipText: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Highlight: mix(tokens.accent, tokens.surface, 0.14),
        role.HighlightedText: tokens.text,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Accent: tokens.accent,
        role.Mid: tokens.border,
        role.Midlight: tokens.border,
        role.Dark: tokens.border,
        role.Light: tokens.raised,
        role.Shadow: tokens.border,
    }
    for key, colour in colours.items():
        result.setColor(key, QColor(colour))
    for key in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(group.Disabled, key, QColor(tokens.muted))
    return result
