"""Which column of the file fills which of the table, and which columns tell records apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from jarvis_desktop.core.words import tr
from jarvis_desktop.imports.types import Assignment
from ui.core.elided import ElidedLabel
from ui.core.measures import SPACE_4, SPACE_8, SPACE_12
from ui.core.sides import margins

if TYPE_CHECKING:
    from jarvis_desktop.imports.types import ImportPlan, OpenedFile, Proposal, Target

_NOTHING, _CONSTANT = -1, -2
_LABEL_WIDTH, _BOX_WIDTH = 100, 150


class MappingRow:
    """The widgets of one column of the table."""

    def __init__(self, target: Target, file: OpenedFile, parent: QWidget) -> None:
        self.target = target
        self._file = file
        self.label = ElidedLabel(target.label + (" *" if target.required and not target.inside else ""), parent=parent)
        self.label.setMinimumWidth(_LABEL_WIDTH)
        self.box = QComboBox(parent)
        self.box.setObjectName(f"from:{target.column}")
        self.box.setAccessibleName(tr("{label} is filled from", label=target.label))
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(12)
        self.box.setMinimumWidth(_BOX_WIDTH)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.addItem(tr("Not imported"), _NOTHING)
        for place, header in enumerate(file.headers):
            self.box.addItem(header if len(header) <= 60 else f"{header[:59]}…", place)
        self.box.addItem(tr("The same for every row"), _CONSTANT)
        self.constant = QLineEdit(parent, placeholderText=tr("Value for every row"))
        self.constant.setObjectName(f"constant:{target.column}")
        self.constant.setAccessibleName(tr("Value of {label} for every row", label=target.label))
        self.constant.hide()
        self.key = QCheckBox(parent)
        self.key.setObjectName(f"key:{target.column}")
        self.key.setAccessibleName(tr("{label} tells records apart", label=target.label))
        self.key.setToolTip(tr("{label} tells which record a row is", label=target.label))
        self.hint = ElidedLabel("", role="caption", parent=parent)

    @property
    def assignment(self) -> Assignment | None:
        """What fills the column, if anything."""
        place = self.box.currentData()
        if place == _NOTHING:
            return None
        if place == _CONSTANT:
            return Assignment(self.target.column, None, self.constant.text())
        return Assignment(self.target.column, place)

    def show_assignment(self, assignment: Assignment | None, *, key: bool) -> None:
        """Show what fills the column."""
        place = _NOTHING if assignment is None else _CONSTANT if assignment.place is None else assignment.place
        self.box.setCurrentIndex(max(0, self.box.findData(place)))
        if assignment is not None and assignment.place is None:
            self.constant.setText(assignment.constant)
        self.key.setChecked(key)
        self.follow()

    def follow(self) -> None:
        """Show what belongs to the choice."""
        given = self.assignment
        self.constant.setVisible(given is not None and given.place is None)
        keyable = given is not None and not self.target.inside
        self.key.setEnabled(keyable)
        if not keyable:
            self.key.setChecked(False)
        self.hint.set_full_text(self._hint(given))

    def _hint(self, given: Assignment | None) -> str:
        if given is not None and given.place is not None:
            cells = (row.cells[given.place] for row in self._file.sample if given.place < len(row.cells))
            example = next((cell for cell in cells if cell.strip()), "")
            return tr("as in “{example}”", example=example[:80]) if example else tr("no values in the first rows")
        if given is not None:
            return ""
        if self.target.required and not self.target.inside:
            return tr("new records need it")
        if self.target.inside:
            return tr("kept in {inside}", inside=self.target.inside)
        return tr("filled in for new records") if self.target.generated else ""


class MappingGrid(QWidget):
    """One line a column of the table.

    Signals:
        edited (): something was chosen or typed.
    """

    edited = Signal()

    def __init__(self, proposal: Proposal, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mapping")
        self.rows: list[MappingRow] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(margins(0, 0, SPACE_12, 0))
        grid.setHorizontalSpacing(SPACE_8)
        grid.setVerticalSpacing(SPACE_4)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for column, text in enumerate((proposal.table_label, tr("filled from"), tr("Key"))):
            head = QLabel(text, self)
            head.setProperty("role", "caption")
            grid.addWidget(head, 0, column)
        for target in proposal.targets:
            row = MappingRow(target, proposal.file, self)
            line = len(self.rows) * 3 + 1
            grid.addWidget(row.label, line, 0)
            grid.addWidget(row.box, line, 1)
            grid.addWidget(row.key, line, 2, Qt.AlignmentFlag.AlignHCenter)
            grid.addWidget(row.constant, line + 1, 1)
            grid.addWidget(row.hint, line + 2, 1)
            row.box.activated.connect(self._on_edited)
            row.key.clicked.connect(self._on_edited)
            row.constant.editingFinished.connect(self._on_edited)
            self.rows.append(row)
        grid.setRowStretch(len(self.rows) * 3 + 1, 1)
        self.show_plan(proposal.plan)

    def row(self, column: str) -> MappingRow:
        """The line of a column."""
        return next(row for row in self.rows if row.target.column == column)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show a plan's assignments and key."""
        given = {assignment.column: assignment for assignment in plan.assignments}
        for row in self.rows:
            row.show_assignment(given.get(row.target.column), key=row.target.column in plan.key)

    def assignments(self) -> tuple[Assignment, ...]:
        """What fills what."""
        return tuple(row.assignment for row in self.rows if row.assignment is not None)

    def key(self) -> tuple[str, ...]:
        """The columns that tell records apart."""
        return tuple(row.target.column for row in self.rows if row.key.isChecked() and row.key.isEnabled())

    @Slot()
    def _on_edited(self) -> None:
        for row in self.rows:
            row.follow()
        self.edited.emit()
