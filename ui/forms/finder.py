"""Finds a field of a form by its label."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.announce import announce
from ui.core.measures import SPACE_8

if TYPE_CHECKING:
    from collections.abc import Mapping


class FieldFinder(QFrame):
    """A line above the form; what is typed is looked for in the labels of the fields that show. Hidden at first.

    Enter goes to the field named beside the line, Down and Up name another one, Esc goes back.

    Signals:
        found (str): the person wants to go to the field of that key.
        left (): the person wants to go back to where they were.
    """

    found = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fieldFinder")
        self.setProperty("role", "panel")
        self._keys: list[tuple[str, str]] = []
        self._matching: list[tuple[str, str]] = []
        self._at = 0
        self.line = QLineEdit(self)
        self.line.setAccessibleName(tr("Find a field"))
        self.line.setPlaceholderText(tr("Find a field by its label"))
        self.line.textChanged.connect(self._on_text)
        self.line.returnPressed.connect(self._on_enter)
        self._told = QLabel(self)
        self._told.setProperty("role", "caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, SPACE_8)
        row.setSpacing(SPACE_8)
        row.addWidget(self.line, 1)
        row.addWidget(self._told)
        self.hide()

    def ask(self, labels: Mapping[str, str]) -> None:
        """Ask for one of these fields (labels by key)."""
        self._keys = [(key, label) for key, label in labels.items() if label]
        self.line.clear()
        self._on_text("")
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        elif step and self._matching:
            self._at = (self._at + step) % len(self._matching)
            self._say()
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        wanted = text.strip().casefold()
        held = [(key, label) for key, label in self._keys if wanted and wanted in label.casefold()]
        self._matching = sorted(held, key=lambda each: not each[1].casefold().startswith(wanted))
        self._at = 0
        self._say()

    def _say(self) -> None:
        """Tell which field Enter leads to."""
        if self._matching:
            label, count = self._matching[self._at][1], len(self._matching)
            said = label if count == 1 else tr("{label} ({n} of {count})", label=label, n=self._at + 1, count=count)
        else:
            said = tr("No field is called so") if self.line.text().strip() else ""
        self._told.setText(said)
        if said:
            announce(self, said)

    @Slot()
    def _on_enter(self) -> None:
        if self._matching:
            self.hide()
            self.found.emit(self._matching[self._at][0])
