"""Yes and no; and yes, no and unknown, where unknown is an answer of its own."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import Text, mark, shown, tr
from ui.core.measures import CONTROL_HEIGHT
from ui.forms.widgets.field_widget import FieldWidget

_WORDS = {
    Qt.CheckState.Checked: mark("Yes"),
    Qt.CheckState.Unchecked: mark("No"),
    Qt.CheckState.PartiallyChecked: mark("Not set"),
}
_ANSWERS: tuple[tuple[Text, bool | None], ...] = ((mark("Yes"), True), (mark("No"), False), (mark("Unknown"), None))


class ToggleWidget(FieldWidget):
    """A check box that says its state in a word; a stored nothing is neither yes nor no until someone chooses."""

    @override
    def create_input(self) -> QWidget:
        self._box = QCheckBox(tr("No"), self)
        self._box.setMinimumHeight(CONTROL_HEIGHT)
        self._box.checkStateChanged.connect(self._on_state)
        return self._box

    @override
    def show_value(self, value: Any) -> None:
        state = Qt.CheckState.Unchecked
        if value is True:
            state = Qt.CheckState.Checked
        elif value is not False:
            state = Qt.CheckState.PartiallyChecked
        self._box.setTristate(state == Qt.CheckState.PartiallyChecked)
        self._box.setCheckState(state)
        self._box.setText(shown(_WORDS[state]))

    @override
    def entered(self) -> bool | None:
        state = self._box.checkState()
        return None if state == Qt.CheckState.PartiallyChecked else state == Qt.CheckState.Checked

    @Slot(Qt.CheckState)
    def _on_state(self, state: Qt.CheckState) -> None:
        if not self._showing:
            self._box.setTristate(False)
        self._box.setText(shown(_WORDS[state]))
        self.mark_edited()


class TriStateWidget(FieldWidget):
    """Three buttons of which one is down: Yes, No, Unknown."""

    @override
    def create_input(self) -> QWidget:
        frame = QWidget(self)
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._group = QButtonGroup(frame)
        self._buttons: list[QPushButton] = []
        for index, (word, _) in enumerate(_ANSWERS):
            button = QPushButton(shown(word), frame)
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            button.setProperty("segment", ("first", "middle", "last")[index])
            button.setAccessibleName(f"{self.field.label}: {shown(word)}")
            button.setObjectName(f"answer:{word.lower()}")
            self._group.addButton(button, index)
            self._buttons.append(button)
            row.addWidget(button)
        row.addStretch(1)
        self._group.idToggled.connect(self._on_toggled)
        frame.setFocusProxy(self._buttons[-1])
        return frame

    @override
    def show_value(self, value: Any) -> None:
        index = 0 if value is True else 1 if value is False else 2
        self._buttons[index].setChecked(True)
        self.input.setFocusProxy(self._buttons[index])

    @override
    def entered(self) -> bool | None:
        return _ANSWERS[self._group.checkedId()][1]

    @Slot(int, bool)
    def _on_toggled(self, _index: int, checked: bool) -> None:  # noqa: FBT001 - a signal's value
        if checked:
            self.mark_edited()
