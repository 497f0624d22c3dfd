"""Which rows and columns an export writes, and how: the inputs, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QDate, QLocale, QStandardPaths, Qt, QTimeZone, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from jarvis_desktop.core import zone
from jarvis_desktop.core.words import mark, shown, tr
from jarvis_desktop.exports.types import ExportColumn, ExportFormat, ExportOptions, Separator
from jarvis_desktop.tables.labels import in_sentence
from ui.components.table.page_layout import choice_box
from ui.components.table.subject import Subject, counted
from ui.core.measures import SPACE_4, SPACE_12, SPACE_16
from ui.core.sides import margins

if TYPE_CHECKING:
    from jarvis_desktop.tables.types import RowSet

_FORMATS = (
    (ExportFormat.CSV, mark("CSV"), mark("Opens everywhere")),
    (ExportFormat.XLSX, mark("Excel workbook (XLSX)"), mark("Numbers and dates as such, a filter in the heading")),
    (ExportFormat.JSON_LINES, mark("JSON lines"), mark("One object a line, every value exact")),
)
_SEPARATORS = (
    (Separator.COMMA, mark("Comma")),
    (Separator.SEMICOLON, mark("Semicolon")),
    (Separator.TAB, mark("Tab")),
)
_RISK = mark("A spreadsheet may run texts that begin with = + - or @ as formulas when it opens the file.")
_GUARD = mark("Texts that begin with = + - or @ get an apostrophe. Numbers and dates stay as they are.")
_LABEL_COLUMN = 120


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the inputs say."""

    rows: RowSet
    columns: tuple[ExportColumn, ...]
    options: ExportOptions


class ExportChoices(QWidget):
    """The inputs of an export.

    Signals:
        format_changed (str): another kind of file was chosen.
        edited (): a person chose something.
    """

    format_changed = Signal(str)
    edited = Signal()

    def __init__(self, subject: Subject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject = subject
        self._zone = str(zone.zone() or "") or bytes(QTimeZone.systemTimeZoneId().data()).decode() or "UTC"
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_16)
        self._grid.setVerticalSpacing(SPACE_16)
        self._grid.setColumnMinimumWidth(0, _LABEL_COLUMN)
        self._grid.setColumnStretch(1, 1)
        self._places: dict[str, int] = {}
        self._rows = self._radios(tr("Rows"), "rows", self._row_choices())
        self._columns = self._radios(tr("Columns"), "columns", self._column_choices())
        self._formats = self._radios(
            tr("Format"), "format", [(form.value, shown(text), shown(hint)) for form, text, hint in _FORMATS]
        )
        self._separator = self._combo(
            tr("Separator"), "separator", [(each.value, shown(text)) for each, text in _SEPARATORS]
        )
        self._guard = QCheckBox(tr("Protect from formulas"), self)
        self._guard.setChecked(True)
        self._guard_hint = _caption(shown(_GUARD), self)
        self._mark = QCheckBox(tr("Mark as UTF-8, so that Excel reads all letters"), self)
        self._mark.setChecked(True)
        self._block(tr("Spreadsheets"), self._guard, self._guard_hint, self._mark)
        self._headings = self._combo(
            tr("Headings"), "headings", [("labels", tr("Labels")), ("names", tr("Column names"))]
        )
        self._times = self._combo(
            tr("Dates and times"),
            "times",
            [
                ("utc", tr("Exact, in UTC (2026-11-22 17:05:00Z)")),
                ("local", tr("Local ({zone}: 2026-11-22 18:05:00)", zone=self._zone)),
            ],
        )
        if QLocale().decimalPoint() == ",":
            self._choose(self._separator, Separator.SEMICOLON.value)
        self._guard.toggled.connect(self._on_guard)
        self._formats.buttonToggled.connect(self._on_format)
        for box in (self._guard, self._mark):
            box.clicked.connect(self.edited)
        self._fit_to_format()

    @property
    def format(self) -> ExportFormat:
        """The kind of file."""
        return ExportFormat(_checked(self._formats))

    def follow(self, suffix: str) -> None:
        """Take the kind of file that a name ends in, if it is one."""
        button = next((b for b in self._formats.buttons() if b.objectName() == f"format:{suffix[1:].lower()}"), None)
        if button is not None:
            button.setChecked(True)

    def chosen(self) -> ExportChoice:
        """What the inputs say now."""
        subject = self._subject
        selected = _checked(self._rows) == "selected" and subject.selected is not None
        rows = subject.selected if selected and subject.selected is not None else subject.everything
        columns = subject.shown if _checked(self._columns) == "shown" else subject.every
        return ExportChoice(
            rows,
            tuple(ExportColumn(column.name, column.label) for column in columns),
            ExportOptions(
                format=self.format,
                separator=Separator(self._separator.currentData()),
                mark=self._mark.isChecked(),
                guarded=self._guard.isChecked(),
                labels=self._headings.currentData() == "labels",
                zone=self._zone if self._times.currentData() == "local" else "",
            ),
        )

    def state(self) -> dict[str, Any]:
        """What to remember; whether texts are protected is asked anew each time."""
        return {
            "format": self.format.value,
            "columns": _checked(self._columns),
            "separator": self._separator.currentData(),
            "mark": self._mark.isChecked(),
            "headings": self._headings.currentData(),
            "times": self._times.currentData(),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take over what was remembered, as far as it makes sense."""
        for name, group in (("format", self._formats), ("columns", self._columns)):
            button = next((b for b in group.buttons() if b.objectName() == f"{name}:{state.get(name)}"), None)
            if button is not None:
                button.setChecked(True)
        for name, combo in (("separator", self._separator), ("headings", self._headings), ("times", self._times)):
            self._choose(combo, state.get(name))
        if isinstance(state.get("mark"), bool):
            self._mark.setChecked(state["mark"])

    def _row_choices(self) -> list[tuple[str, str, str]]:
        subject = self._subject
        hint = tr("Where {conditions}", conditions=subject.conditions) if subject.conditions else ""
        total = counted(subject.total, subject.table, exact=subject.exact)
        choices = [
            (
                "everything",
                tr("All {total} that match", total=total) if subject.conditions else tr("All {total}", total=total),
                hint,
            )
        ]
        if subject.selected is not None:
            chosen = counted(subject.selected.count, subject.table)
            choices.insert(0, ("selected", tr("Only the selected ones: {chosen}", chosen=chosen), ""))
        return choices

    def _column_choices(self) -> list[tuple[str, str, str]]:
        shown, every = len(self._subject.shown), len(self._subject.every)
        return [
            ("shown", tr("The {shown} shown, in their order", shown=shown), ""),
            ("every", tr("All {every} of the table", every=every), ""),
        ]

    def _radios(self, label: str, name: str, choices: list[tuple[str, str, str]]) -> QButtonGroup:
        group = QButtonGroup(self)
        widgets: list[QWidget] = []
        for value, text, hint in choices:
            button = QRadioButton(text.replace("&", "&&"), self)
            button.setObjectName(f"{name}:{value}")
            button.setAccessibleName(f"{label}: {text}")
            button.setAccessibleDescription(hint)
            button.clicked.connect(self.edited)
            group.addButton(button)
            widgets.append(button)
            if hint:
                widgets.append(_caption(hint, self))
        group.buttons()[0].setChecked(True)
        self._block(label, *widgets)
        return group

    def _combo(self, label: str, name: str, choices: list[tuple[str, str]]) -> QComboBox:
        combo = choice_box(self, label, name)
        for value, text in choices:
            combo.addItem(text, value)
        combo.activated.connect(self.edited)
        self._block(label, combo)
        return combo

    def _block(self, label: str, *widgets: QWidget) -> None:
        """A row of the grid."""
        row = self._places[label] = self._grid.rowCount()
        caption = QLabel(label, self)
        caption.setProperty("role", "muted")
        caption.setContentsMargins(0, SPACE_4, 0, 0)
        block = QWidget(self)
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        for widget in widgets:
            column.addWidget(widget)
        self._grid.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(block, row, 1)

    def _on_guard(self) -> None:
        self._guard_hint.setText(shown(_GUARD if self._guard.isChecked() else _RISK))
        self._guard_hint.setProperty("tone", "" if self._guard.isChecked() else "warning")
        self._guard_hint.style().unpolish(self._guard_hint)
        self._guard_hint.style().polish(self._guard_hint)

    def _on_format(self, _button: QRadioButton, checked: bool) -> None:  # noqa: FBT001 - a signal's value
        if checked:
            self._fit_to_format()
            self.format_changed.emit(self.format.value)

    def _fit_to_format(self) -> None:
        """Show only what matters to the kind of file."""
        csv, json = self.format is ExportFormat.CSV, self.format is ExportFormat.JSON_LINES
        for label, matters in ((tr("Separator"), csv), (tr("Spreadsheets"), csv), (tr("Headings"), not json)):
            row = self._places[label]
            for column in (0, 1):
                item = self._grid.itemAtPosition(row, column)
                if item is not None and (inside := item.widget()) is not None:
                    inside.setVisible(matters)

    @staticmethod
    def _choose(combo: QComboBox, value: object) -> None:
        place = combo.findData(value) if isinstance(value, str) else -1
        if place >= 0:
            combo.setCurrentIndex(place)


def default_file(subject: Subject, form: ExportFormat, folder: str = "") -> Path:
    """“incidents 2026-11-22.csv” in the folder, or among the person's documents."""
    day = QDate.currentDate().toString(Qt.DateFormat.ISODate)
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder or home or str(Path.home())) / f"{in_sentence(subject.table.label)} {day}.{form.value}"


def _checked(group: QButtonGroup) -> str:
    button = group.checkedButton()
    return button.objectName().partition(":")[2] if button is not None else ""


def _caption(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", "caption")
    label.setContentsMargins(margins(SPACE_12 * 2, 0, 0, SPACE_4))
    return label
