"""The third and fourth step: what an import does, or did, and every row that was refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import Text, shown, tr, tr_n
from ui.core.file_question import ask_for_file
from ui.core.flow import FlowLayout
from ui.core.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from ui.core.notice import Notice
from ui.imports.preview import PreviewTable
from ui.imports.refusals import RefusalModel

if TYPE_CHECKING:
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.imports.types import Report
    from ui.core.theme import Theme

_MOST_REPAIRS = 12


class ReportStep(QWidget):
    """Counts, repairs, refusals.

    Signals:
        report_wanted (str): write the refused cells to the file at that path.
    """

    report_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reportStep")
        self.word = Notice("", theme=theme, tone="info")
        self._good = Notice("", theme=theme, tone="success")
        self._bad = Notice("", theme=theme, tone="danger")
        self._warning = Notice("", theme=theme, tone="warning")
        self._counts = QFrame(self)
        self._flow = FlowLayout(self._counts, spacing=SPACE_8)
        self._repairs = QLabel(self)
        self._repairs.setObjectName("repairs")
        self._repairs.setWordWrap(True)
        self._heading = QLabel(self)
        self._heading.setProperty("role", "section")
        self.save = QPushButton(tr("Save the report…"), self)
        self.save.setObjectName("saveReport")
        self.save.clicked.connect(self._on_save)
        self.rows = PreviewTable(tr("Refused cells"), self)
        self.rows.setObjectName("refusals")
        self.rows.verticalHeader().hide()
        self._lay_out()

    @property
    def notices(self) -> tuple[Notice, ...]:
        """The words at the top; at most one shows."""
        return (self.word, self._good, self._bad, self._warning)

    def show_report(self, report: Report, title: str, text: str, *, tone: str) -> None:
        """Show what came of it."""
        self._tell(title, text, tone)
        self._show_counts(report)
        lines = [_repair_words(*part) for part in _repairs_of(report)]
        more = len(report.repairs) - _MOST_REPAIRS
        if more > 0:
            lines.append(tr("and {more} more kinds", more=more))
        lines += list(report.notes)
        self._repairs.setText("\n".join(lines))
        self._repairs.setVisible(bool(lines))
        refused = bool(report.refusal_count)
        shown = len(report.refusals)
        heading = tr_n("{n} cell refused", "{n} cells refused", report.refusal_count, n=grouped(report.refusal_count))
        if shown != report.refusal_count:
            heading = tr("{cells}, the first {shown} of them here", cells=heading, shown=grouped(shown))
        self._heading.setText(heading)
        for widget in (self._heading, self.save, self.rows):
            widget.setVisible(refused)
        self._rest.setVisible(not refused)
        self.rows.show_model(RefusalModel(report.refusals))
        self.rows.horizontalHeader().setStretchLastSection(True)

    def show_error(self, error: JarvisError) -> None:
        """Say why it could not be done."""
        self._tell(error.title, f"{error.message} {error.hint}".strip(), "danger")
        for widget in (self._counts, self._repairs, self._heading, self.save, self.rows):
            widget.hide()
        self._rest.show()

    def _tell(self, title: str, text: str, tone: str) -> None:
        shown = {"info": self.word, "success": self._good, "danger": self._bad, "warning": self._warning}[tone]
        for notice in self.notices:
            notice.setVisible(notice is shown)
        shown.say(title, text)

    def _show_counts(self, report: Report) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        counts = (
            (report.rows, tr("rows read")),
            (report.added, tr("added", sense="rows")),
            (report.updated, tr("updated", sense="rows")),
            (report.unchanged, tr("unchanged", sense="rows")),
            (report.skipped, tr("skipped", sense="rows")),
            (report.refused, tr("refused", sense="rows")),
        )
        for count, name in counts:
            card = _figure(count, name, self._counts)
            self._flow.addWidget(card)
            card.show()
        self._counts.show()
        self._counts.updateGeometry()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        for notice in self.notices:
            column.addWidget(notice)
            notice.hide()
        column.addWidget(self._counts)
        column.addWidget(self._repairs)
        row = QHBoxLayout()
        row.setSpacing(SPACE_16)
        row.addWidget(self._heading, 1)
        row.addWidget(self.save)
        column.addLayout(row)
        column.addWidget(self.rows, 1)
        self._rest = QWidget(self)
        self._rest.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column.addWidget(self._rest, 1)

    @Slot()
    def _on_save(self) -> None:
        name = tr("refused rows.csv")
        ask_for_file(self, tr("Save the report"), self._on_file, filters=tr("CSV (*.csv)"), name=name, suffix="csv")

    def _on_file(self, path: str) -> None:
        self.report_wanted.emit(path)


def _figure(count: int, name: str, parent: QWidget) -> QFrame:
    card = QFrame(parent)
    card.setProperty("role", "card")
    card.setAccessibleName(f"{grouped(count)} {name}")
    number = QLabel(grouped(count), card)
    number.setProperty("role", "section")
    caption = QLabel(name, card)
    caption.setProperty("role", "caption")
    column = QVBoxLayout(card)
    column.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
    column.setSpacing(SPACE_4)
    column.addWidget(number)
    column.addWidget(caption)
    return card


def _repairs_of(report: Report) -> list[tuple[str, str, int, tuple[tuple[str, str], ...]]]:
    return [
        (part.label, shown(Text(part.repair)), part.count, part.examples) for part in report.repairs[:_MOST_REPAIRS]
    ]


def _repair_words(label: str, repair: str, count: int, examples: tuple[tuple[str, str], ...]) -> str:
    some = "; ".join(
        tr("“{before}” → {after}", before=before[:40], after=f"“{after[:40]}”" if after else tr("empty"))
        for before, after in examples[:2]
    )
    often = tr_n("once", "{n} times", count, n=grouped(count))
    return f"{label}: {repair}, {often} ({some})"
