"""The second step: what goes where, and the first rows as they will be stored."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import tr, tr_n
from ui.core.measures import SPACE_8, SPACE_12, zoomed
from ui.core.notice import Notice
from ui.core.sides import margins
from ui.imports.mapping_grid import MappingGrid
from ui.imports.preview import PreviewModel, PreviewTable
from ui.imports.questions import QuestionBar
from ui.imports.settings import Settings

if TYPE_CHECKING:
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.imports.types import ImportPlan, Preview, Proposal, Question
    from ui.core.theme import Theme

_GRID_WIDTH, _LEAST_GRID_WIDTH = 440, 360
_LEAST_ROWS_HEIGHT = 200


class ColumnsStep(QWidget):
    """The mapping at the left, its effect at the right.

    Signals:
        edited (): the plan is another one now.
    """

    edited = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("columnsStep")
        self._theme = theme
        self._proposal: Proposal | None = None
        self.grid: MappingGrid | None = None
        self.settings = Settings(self)
        self.settings.edited.connect(self._on_edited)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._word = QLabel(self)
        self._word.setObjectName("previewWord")
        self._word.setProperty("role", "caption")
        self._word.setWordWrap(True)
        self._trouble = Notice("", theme=theme, tone="danger")
        self._trouble.setObjectName("planTrouble")
        self._trouble.hide()
        self._questions = QVBoxLayout()
        self._questions.setSpacing(SPACE_8)
        self.rows = PreviewTable(tr("First rows as they will be stored"), self)
        self.rows.setObjectName("previewRows")
        self._lay_out()

    def show_proposal(self, proposal: Proposal) -> None:
        """Begin with a plan."""
        self._proposal = proposal
        self.grid = MappingGrid(proposal)
        self.grid.edited.connect(self._on_edited)
        self._scroll.setWidget(self.grid)
        whole = self._split.width()
        wide = max(zoomed(_LEAST_GRID_WIDTH), min(zoomed(_GRID_WIDTH), whole // 2))
        self._split.setSizes([wide, max(wide, whole - wide)])
        self.settings.show_plan(proposal.plan)

    def plan(self) -> ImportPlan:
        """The plan as it stands."""
        assert self._proposal is not None
        assert self.grid is not None
        duplicates, empties, style = self.settings.choices()
        return dataclasses.replace(
            self._proposal.plan,
            assignments=self.grid.assignments(),
            key=self.grid.key(),
            duplicates=duplicates,
            empties=empties,
            style=style,
        )

    def show_preview(self, preview: Preview) -> None:
        """Show what the plan makes of the first rows."""
        self._trouble.setVisible(bool(preview.problems))
        self._trouble.say(tr("This cannot be imported yet"), " ".join(preview.problems))
        self._ask(preview)
        self.rows.show_model(PreviewModel(preview, self._theme))
        refused = sum(bool(row.fault) or any(cell.problem for cell in row.cells) for row in preview.rows)
        repaired = sum(any(cell.repair for cell in row.cells) for row in preview.rows)
        parts = [
            tr_n(
                "The first row as it will be stored",
                "The first {n} rows as they will be stored",
                len(preview.rows),
                n=grouped(len(preview.rows)),
            )
        ]
        parts.append(
            tr("{repaired} with repaired cells", repaired=grouped(repaired)) if repaired else tr("nothing to repair")
        )
        if refused:
            parts.append(tr("{refused} with cells that cannot be stored", refused=grouped(refused)))
        self._word.setText(" · ".join(parts))

    def show_error(self, error: JarvisError) -> None:
        """Say why there is no preview."""
        self._trouble.say(error.title, f"{error.message} {error.hint}".strip())
        self._trouble.show()

    def _ask(self, preview: Preview) -> None:
        while (item := self._questions.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for question, example in preview.questions.items():
            bar = QuestionBar(question, example, self._theme, self)
            bar.answered.connect(self._on_answer, Qt.ConnectionType.QueuedConnection)
            self._questions.addWidget(bar)
            bar.show()

    @Slot(object, bool)
    def _on_answer(self, question: Question, yes: bool) -> None:  # noqa: FBT001 - bound to a signal
        self.settings.answer(question, yes=yes)

    @Slot()
    def _on_edited(self) -> None:
        if self.grid is not None:
            self.settings.follow(keyed=bool(self.grid.key()))
        self.edited.emit()

    def _lay_out(self) -> None:
        right = QFrame(self)
        column = QVBoxLayout(right)
        column.setContentsMargins(margins(SPACE_12, 0, 0, 0))
        column.setSpacing(SPACE_12)
        column.addWidget(self.settings)
        column.addWidget(self._trouble)
        column.addLayout(self._questions)
        column.addWidget(self._word)
        column.addWidget(self.rows, 1)
        self.rows.setMinimumHeight(_LEAST_ROWS_HEIGHT)
        effect = QScrollArea(self)
        effect.setWidgetResizable(True)
        effect.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        effect.setWidget(right)
        split = self._split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self._scroll)
        split.addWidget(effect)
        split.setStretchFactor(1, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
