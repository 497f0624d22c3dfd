"""The cross that empties a field, with a name for those who do not see it."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from jarvis_desktop.core.words import tr

_ACTION = "_q_qlineeditclearaction"
"""Qt's own name of it, which has no words."""


def offer_clearing(field: QLineEdit) -> None:
    """Show the cross while there is something typed."""
    field.setClearButtonEnabled(True)
    action = field.findChild(QAction, _ACTION)
    if action is not None:
        action.setText(tr("Clear"))
