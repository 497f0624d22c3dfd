"""One of a few choices, all of them in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import shown
from jarvis_desktop.forms.choices import same_choice
from jarvis_desktop.forms.kinds.field_type import as_text
from jarvis_desktop.forms.types import Option
from ui.core.flow import FlowLayout
from ui.core.measures import CONTROL_HEIGHT, SPACE_4, SPACE_16
from ui.forms.widgets.choices import NOT_SET
from ui.forms.widgets.field_widget import FieldWidget


class RadioWidget(FieldWidget):
    """A button for each choice, and one for none where nothing is an answer; a stored value of none is shown too."""

    @override
    def create_input(self) -> QWidget:
        self._frame = QWidget(self)
        self._group = QButtonGroup(self._frame)
        self._group.idToggled.connect(self._on_toggled)
        self._entries: list[Option | None] = []
        self._nothing = QLabel(self._frame)
        self._nothing.setProperty("role", "caption")
        self._nothing.hide()
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        self._row = FlowLayout(spacing=SPACE_16)
        column.addLayout(self._row)
        column.addWidget(self._nothing)
        self._offer(self.field.options)
        return self._frame

    @override
    def show_choices(self, options: Sequence[Option], *, empty_text: str = "") -> None:
        current = self.entered()
        self._showing = True
        self._offer(options)
        self._nothing.setText(empty_text)
        self._nothing.setVisible(bool(empty_text) and not options)
        self.show_value(current)
        self._showing = False

    @override
    def show_value(self, value: Any) -> None:
        wanted = None if value == "" else value
        place = next((n for n, entry in enumerate(self._entries) if _is(entry, wanted)), -1)
        if place < 0 and wanted is not None:
            self._add(Option(wanted, as_text(wanted)))
            place = len(self._entries) - 1
        self._group.setExclusive(False)
        for number, button in enumerate(self._group.buttons()):
            button.setChecked(number == place)
        self._group.setExclusive(True)
        buttons = self._group.buttons()
        if buttons:
            self._frame.setFocusProxy(buttons[max(place, 0)])

    @override
    def entered(self) -> Any:
        place = self._group.checkedId()
        entry = self._entries[place] if 0 <= place < len(self._entries) else None
        return None if entry is None else entry.value

    def _offer(self, options: Sequence[Option]) -> None:
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._entries = []
        for option in options:
            self._add(option)
        if options and not self.field.required:
            self._add(None)

    def _add(self, option: Option | None) -> None:
        button = QRadioButton(shown(NOT_SET) if option is None else option.label, self._frame)
        button.setMinimumHeight(CONTROL_HEIGHT)
        button.setAccessibleName(f"{self.field.label}: {button.text()}")
        if option is not None and option.description:
            button.setToolTip(option.description)
            button.setAccessibleDescription(option.description)
        self._group.addButton(button, len(self._entries))
        self._entries.append(option)
        self._row.addWidget(button)

    @Slot(int, bool)
    def _on_toggled(self, _place: int, checked: bool) -> None:  # noqa: FBT001 - a signal's value
        if checked:
            self.mark_edited()


def _is(entry: Option | None, value: Any) -> bool:
    if entry is None or value is None:
        return entry is None and value is None
    return same_choice(entry.value, value)
