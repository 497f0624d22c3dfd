"""A postal address, part by part."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCompleter, QGridLayout, QLabel, QLineEdit, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import shown
from jarvis_desktop.forms.kinds.address import PARTS
from jarvis_desktop.forms.kinds.field_type import as_text
from ui.core.measures import SPACE_4, SPACE_8
from ui.forms.widgets.field_widget import FieldWidget

_PLACES = {
    "street": (0, 0, 6), "extra": (2, 0, 6), "postal_code": (4, 0, 2), "city": (4, 2, 4),
    "region": (6, 0, 3), "country": (6, 3, 3),
}  # fmt: skip
"""Where each part stands: row of its name, first column, columns."""


class AddressWidget(FieldWidget):
    """A line for each part; what else a stored address holds stays in it."""

    @override
    def create_input(self) -> QWidget:
        frame = QWidget(self)
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_8)
        grid.setVerticalSpacing(SPACE_4)
        self.lines: dict[str, QLineEdit] = {}
        self._kept: Mapping[str, Any] = {}
        for part, (row, column, span) in _PLACES.items():
            line = self.lines[part] = QLineEdit(frame)
            line.setObjectName(f"part:{part}")
            line.setAccessibleName(f"{self.field.label}, {shown(PARTS[part])}")
            line.textEdited.connect(self.mark_edited)
            name = QLabel(shown(PARTS[part]), frame)
            name.setProperty("role", "caption")
            name.setBuddy(line)
            grid.addWidget(name, row, column, 1, span)
            grid.addWidget(line, row + 1, column, 1, span)
        countries = QCompleter(list(_countries()), self)
        countries.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        countries.setFilterMode(Qt.MatchFlag.MatchContains)
        self.lines["country"].setCompleter(countries)
        countries.activated.connect(self.mark_edited)
        frame.setFocusProxy(self.lines["street"])
        return frame

    @override
    def show_value(self, value: Any) -> None:
        given = value if isinstance(value, Mapping) else {"street": as_text(value)} if value is not None else {}
        self._kept = {key: kept for key, kept in given.items() if key not in PARTS}
        for part, line in self.lines.items():
            text = given.get(part)
            line.setText("" if text is None else as_text(text))
            line.setCursorPosition(0)

    @override
    def entered(self) -> dict[str, Any]:
        typed = {part: line.text().strip() for part, line in self.lines.items()}
        return {**self._kept, **{part: text for part, text in typed.items() if text}}

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        for line in self.lines.values():
            line.setReadOnly(read_only)


@cache
def _countries() -> tuple[str, ...]:
    """The countries, as Qt names them in English (CLDR)."""
    territories = (QLocale.Country(number) for number in range(1, QLocale.Country.LastCountry.value + 1))
    return tuple(sorted(QLocale.territoryToString(territory) for territory in territories))
