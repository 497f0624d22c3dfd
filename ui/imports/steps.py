"""Where in the import a person is: four steps, the present one marked by weight and word, not by colour alone."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from jarvis_desktop.core.words import mark, shown, tr
from ui.core.measures import SPACE_8, SPACE_12


class Step(IntEnum):
    """The steps in order."""

    FILE = 0
    COLUMNS = 1
    CHECK = 2
    RESULT = 3


TITLES = {
    Step.FILE: mark("File"),
    Step.COLUMNS: mark("Columns"),
    Step.CHECK: mark("Check"),
    Step.RESULT: mark("Result"),
}


class StepBar(QFrame):
    """Shows the steps and which one is present."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        self._labels: dict[Step, QLabel] = {}
        for step in Step:
            if step:
                line = QFrame(self)
                line.setProperty("role", "hairline")
                line.setFixedWidth(SPACE_12 * 2)
                row.addWidget(line)
            label = QLabel(self)
            label.setTextFormat(Qt.TextFormat.RichText)
            self._labels[step] = label
            row.addWidget(label)
        row.addStretch(1)
        self.show_step(Step.FILE)

    def show_step(self, present: Step) -> None:
        """Mark the present step."""
        for step, label in self._labels.items():
            sign = "✓" if step < present else str(int(step) + 1)
            label.setText(
                f"<b>{sign}&nbsp; {shown(TITLES[step])}</b>"
                if step is present
                else f"{sign}&nbsp; {shown(TITLES[step])}"
            )
            label.setProperty("role", "" if step is present else "muted")
            label.style().unpolish(label)
            label.style().polish(label)
        self.setAccessibleName(
            tr(
                "Step {number} of {count}: {title}",
                number=int(present) + 1,
                count=len(Step),
                title=shown(TITLES[present]),
            )
        )
