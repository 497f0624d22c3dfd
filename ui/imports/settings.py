"""What happens with records that are there already, and how the file writes dates and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLabel, QVBoxLayout, QWidget

from jarvis_desktop.core.words import Text, mark, shown, tr
from jarvis_desktop.imports.types import Duplicates, Empties, Question, Style
from ui.core.flow import FlowLayout
from ui.core.measures import CONTROL_HEIGHT, SPACE_4, SPACE_16
from ui.imports.controls import choice, chosen, offer, select

if TYPE_CHECKING:
    from PySide6.QtWidgets import QComboBox

    from jarvis_desktop.imports.types import ImportPlan

_DUPLICATES = (
    (Duplicates.UPDATE.value, mark("update it")),
    (Duplicates.SKIP.value, mark("skip the row")),
    (Duplicates.INSERT.value, mark("add it as new")),
)
_EMPTIES = ((Empties.KEEP.value, mark("keep what is stored")), (Empties.CLEAR.value, mark("clear what is stored")))
_DATES = (
    ("", mark("as they leave no doubt")),
    ("yes", mark("day first, 31/03/2026")),
    ("no", mark("month first, 03/31/2026")),
)
_NUMBERS = (("", mark("as they leave no doubt")), ("no", mark("1,234.5")), ("yes", mark("1.234,5")))
_ANSWERS: dict[str, bool | None] = {"": None, "yes": True, "no": False}


class Settings(QWidget):
    """The choices of an import beside its columns.

    Signals:
        edited (): something was chosen.
    """

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importSettings")
        self.duplicates = self._box(tr("A record is there already"), "duplicates", _DUPLICATES)
        self.empties = self._box(tr("Empty cells"), "empties", _EMPTIES)
        self.dates = self._box(tr("Dates"), "dates", _DATES)
        self.numbers = self._box(tr("Numbers"), "numbers", _NUMBERS)
        self.exact = self._check(tr("exactly as in the file"), "exact")
        self.exact.setAccessibleName(tr("Exported by JARVIS: take texts as they are"))
        self.exact.setToolTip(
            tr(
                "For files that JARVIS exported: spaces and words such as “n/a” stay;"
                " the apostrophe before formulas is taken off."
            )
        )
        self.utc = self._check(tr("without a zone are UTC"), "utc")
        self.utc.setAccessibleName(tr("Times without a zone are UTC"))
        self.utc.setToolTip(tr("Otherwise they are in the time zone of this computer."))
        flow = FlowLayout(self, spacing=SPACE_16)
        for widget in (
            self._labelled(tr("A record is there already"), self.duplicates),
            self._labelled(tr("Empty cells"), self.empties),
            self._labelled(tr("Dates"), self.dates),
            self._labelled(tr("Numbers"), self.numbers),
            self._labelled(tr("Texts"), self.exact),
            self._labelled(tr("Times"), self.utc),
        ):
            flow.addWidget(widget)

    def show_plan(self, plan: ImportPlan) -> None:
        """Show a plan's choices."""
        select(self.duplicates, plan.duplicates.value if plan.key else Duplicates.INSERT.value)
        select(self.empties, plan.empties.value)
        select(self.dates, _named(answer=plan.style.day_first))
        select(self.numbers, _named(answer=plan.style.decimal_comma))
        for box, value in ((self.exact, plan.style.exact), (self.utc, plan.style.utc)):
            box.blockSignals(True)
            box.setChecked(value)
            box.blockSignals(False)
        self.follow(keyed=bool(plan.key))

    def follow(self, *, keyed: bool) -> None:
        """Without a key every row is a new record."""
        self.duplicates.setEnabled(keyed)
        if keyed and chosen(self.duplicates) == Duplicates.INSERT.value and not self._was_keyed:
            select(self.duplicates, Duplicates.UPDATE.value)
        if not keyed:
            select(self.duplicates, Duplicates.INSERT.value)
        self._was_keyed = keyed

    def answer(self, question: Question, *, yes: bool) -> None:
        """Take the answer to a question."""
        box = self.dates if question is Question.DAY_FIRST else self.numbers
        select(box, "yes" if yes else "no")
        self.edited.emit()

    def choices(self) -> tuple[Duplicates, Empties, Style]:
        """What is chosen."""
        style = Style(
            day_first=_ANSWERS[chosen(self.dates)],
            decimal_comma=_ANSWERS[chosen(self.numbers)],
            exact=self.exact.isChecked(),
            utc=self.utc.isChecked(),
        )
        return Duplicates(chosen(self.duplicates)), Empties(chosen(self.empties)), style

    _was_keyed = True

    def _box(self, name: str, object_name: str, entries: tuple[tuple[str, Text], ...]) -> QComboBox:
        box = choice(name, object_name, self)
        offer(box, tuple((value, shown(words)) for value, words in entries))
        box.activated.connect(self._on_edited)
        return box

    def _check(self, text: str, object_name: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setObjectName(object_name)
        box.setMinimumHeight(CONTROL_HEIGHT)
        box.toggled.connect(self._on_edited)
        return box

    def _labelled(self, text: str, box: QWidget) -> QWidget:
        holder = QWidget(self)
        label = QLabel(text, holder)
        label.setProperty("role", "caption")
        label.setBuddy(box)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(label)
        column.addWidget(box)
        return holder

    @Slot()
    def _on_edited(self) -> None:
        self.edited.emit()


def _named(*, answer: bool | None) -> str:
    return "" if answer is None else "yes" if answer else "no"
