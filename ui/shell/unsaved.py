"""A bar that asks about typed input before it would be lost; nothing waits for the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from jarvis_desktop.core.words import tr
from ui.core.measures import SPACE_8, SPACE_12

if TYPE_CHECKING:
    from collections.abc import Callable


class UnsavedBar(QWidget):
    """Offers to go on without saving, or to stay."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._proceed: Callable[[], None] | None = None
        self._text = QLabel(self)
        self._text.setProperty("tone", "warning")
        self._text.setWordWrap(True)
        self._go = QPushButton(self)
        self._go.setObjectName("leaveWithoutSaving")
        self._go.setProperty("kind", "danger")
        self._stay = QPushButton(tr("Stay"), self)
        self._stay.setObjectName("stay")
        self._go.clicked.connect(self._on_go)
        self._stay.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        row.setSpacing(SPACE_8)
        row.addWidget(self._text, 1)
        row.addWidget(self._go)
        row.addWidget(self._stay)
        self.hide()

    def ask(self, text: str, action_text: str, proceed: Callable[[], None], *, stay: str = "") -> None:
        """Ask; `proceed` is called when the person chooses `action_text`, nothing when it is `stay` (“Stay”)."""
        self._proceed = proceed
        self._text.setText(text)
        self._go.setText(action_text)
        self._stay.setText(stay or tr("Stay"))
        self.show()
        self._stay.setFocus()

    def is_asking(self, proceed: Callable[[], None]) -> bool:
        """Whether the question in view is the one that `proceed` follows."""
        return not self.isHidden() and self._proceed == proceed

    @Slot()
    def _on_go(self) -> None:
        self.hide()
        if self._proceed is not None:
            self._proceed()
