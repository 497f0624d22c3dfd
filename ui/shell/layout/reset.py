"""The question before the layout is reset: it cannot be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QMessageBox

from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.shell.layout.layouts import LayoutDesk


class ResetQuestion(QMessageBox):
    """Says what goes and what stays, and resets when the person wants it."""

    def __init__(self, layouts: LayoutDesk, parent: QWidget, say: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._layouts = layouts
        self._say = say
        self.setObjectName("resetLayout")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setIcon(QMessageBox.Icon.Question)
        self.setWindowTitle(tr("Reset layout"))
        self.setText(tr("Reset the layout?"))
        self.setInformativeText(
            tr(
                "Columns, order, groups, panes, docks, windows of their own, tab names and the size of the window "
                "become as they were delivered. Filters, drafts, open records and saved layouts stay."
            )
        )
        self._reset = self.addButton(tr("Reset"), QMessageBox.ButtonRole.DestructiveRole)
        self._reset.setProperty("kind", "danger")
        self._reset.style().unpolish(self._reset)
        self._reset.style().polish(self._reset)
        stay = self.addButton(tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        self.setDefaultButton(stay)
        self.setEscapeButton(stay)
        self.finished.connect(self._on_finished)

    @Slot()
    def _on_finished(self, *_result: object) -> None:
        if self.clickedButton() is self._reset:
            self._layouts.reset()
            self._say(tr("The layout is as it was delivered."))
