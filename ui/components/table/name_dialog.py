"""Asks for the name of a saved filter; what is wrong with it is said below."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from jarvis_desktop.core.words import tr
from jarvis_desktop.views.types import LONGEST_NAME
from ui.core.measures import SPACE_8, SPACE_16

_WIDTH = 360


class NameDialog(QDialog):
    """Stays until the name could be stored: who opens it calls `say` or `accept`.

    Signals:
        given (str, bool): a name, and whether everybody is to see it.
    """

    given = Signal(str, bool)

    def __init__(self, title: str, verb: str, name: str = "", *, shareable: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("viewName")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(_WIDTH)
        label = QLabel(tr("Name"), self)
        self.name = QLineEdit(name, self)
        self.name.setObjectName("viewNameLine")
        self.name.setAccessibleName(tr("Name"))
        self.name.setMaxLength(LONGEST_NAME)
        label.setBuddy(self.name)
        self.problem = QLabel(self)
        self.problem.setObjectName("viewNameProblem")
        self.problem.setProperty("role", "problem")
        self.problem.setWordWrap(True)
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.hide()
        self.share = QCheckBox(tr("Share with everybody"), self)
        self.share.setObjectName("viewShare")
        self.share.setVisible(shareable)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.store = buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self.store.setProperty("kind", "primary")
        self.store.style().unpolish(self.store)
        self.store.style().polish(self.store)
        self.store.setDefault(True)
        self.store.setEnabled(bool(name.strip()))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_8)
        for widget in (label, self.name, self.problem, self.share, buttons):
            column.addWidget(widget)
        self.name.textChanged.connect(self._on_typed)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        self.name.selectAll()

    def say(self, message: str) -> None:
        """The name could not be stored."""
        self.problem.setText(message)
        self.problem.show()
        self._mark(wrong=True)
        self.store.setEnabled(True)
        self.name.setFocus()

    def _on_typed(self, text: str) -> None:
        self.problem.hide()
        self._mark(wrong=False)
        self.store.setEnabled(bool(text.strip()))

    def _on_accepted(self) -> None:
        self.store.setEnabled(False)
        self.given.emit(self.name.text(), self.share.isChecked())

    def _mark(self, *, wrong: bool) -> None:
        self.name.setProperty("problem", wrong)
        self.name.style().unpolish(self.name)
        self.name.style().polish(self.name)
