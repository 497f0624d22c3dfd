"""The bell in the status bar, with the number of unread notifications."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QToolButton, QWidget

from jarvis_desktop.core.words import tr, tr_n
from ui.core.icons import icon

if TYPE_CHECKING:
    from ui.core.theme import Theme

_ICON = 14
_MOST = 99


class Bell(QToolButton):
    """Opens the notifications; muted while it is quiet."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._unread = 0
        self._quiet = False
        self.setObjectName("bell")
        self.setIconSize(QSize(_ICON, _ICON))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._show)
        self._show()

    @property
    def unread(self) -> int:
        """How many are said to be unread."""
        return self._unread

    def show_state(self, unread: int, *, quiet: bool) -> None:
        """Say how many nobody looked at, and whether new ones pop up."""
        self._unread, self._quiet = unread, quiet
        self._show()

    @Slot()
    def _show(self) -> None:
        tokens = self._theme.tokens
        self.setIcon(
            icon("bell-off" if self._quiet else "bell", tokens.accent if self._unread else tokens.muted, _ICON)
        )
        self.setText("" if not self._unread else f" {min(self._unread, _MOST)}{'+' if self._unread > _MOST else ''}")
        words = tr_n("{n} unread notification", "{n} unread notifications", self._unread)
        name = words if self._unread else tr("Notifications")
        self.setAccessibleName(f"{name}. {tr('Do not disturb')}" if self._quiet else name)
        hint = tr("Nothing pops up now. What happens is kept here.") if self._quiet else tr("What happened lately")
        self.setAccessibleDescription(hint)
        self.setToolTip(f"{name}\n{hint}")
