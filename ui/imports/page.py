"""The page that brings a file into a table: file, columns, check, result."""

from __future__ import annotations

from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import tr, tr_n
from jarvis_desktop.imports.stop import ImportCancelled
from jarvis_desktop.tables.labels import in_sentence
from ui.components.component import Component
from ui.core.elided import ElidedLabel
from ui.core.locale import here
from ui.core.measures import SPACE_8, SPACE_12, SPACE_16, SPACE_24
from ui.core.tasks import Lane, Latest
from ui.imports import work
from ui.imports.columns_step import ColumnsStep
from ui.imports.file_step import FileStep
from ui.imports.job import ImportJob, StoreJob
from ui.imports.report_step import ReportStep
from ui.imports.steps import Step, StepBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.imports.types import Imported, ImportPlan, Preview, Proposal, Reading, Report
    from ui.components.component import ComponentContext, Props

_SHARES = 1000
_RATED = 1000


class ImportPage(Component):
    """Walks through an import; props: `table`, `label`, `file`. Nothing is stored before the last button."""

    help_page = "import"

    def __init__(self, context: ComponentContext, props: Props, parent: QWidget | None = None) -> None:
        super().__init__(context, props, parent)
        self.setObjectName("importPage")
        self._table = str(props["table"])
        self._label = str(props.get("label") or self._table)
        self._proposal: Proposal | None = None
        self._plan: ImportPlan | None = None
        self._report: Report | None = None
        self._job: ImportJob | None = None
        self._previews: Latest[Preview] = Latest()
        self.step = Step.FILE
        self.steps = StepBar(self)
        self.file_step = FileStep(context.theme, self)
        self.columns_step = ColumnsStep(context.theme, self)
        self.report_step = ReportStep(context.theme, self)
        self.pages = QStackedWidget(self)
        self.back = QPushButton(tr("Back"), self)
        self.next = QPushButton(tr("Continue"), self)
        self.stop = QPushButton(tr("Stop"), self)
        self._bar = QProgressBar(self)
        self._state = ElidedLabel(role="caption", parent=self)
        self._lay_out()
        self._connect()
        self._show_step(Step.FILE)

    @override
    def reload(self, changes: Changes) -> None:
        # Once, when the page shows: it follows no table.
        file = self.props.get("file")
        if file:
            self.open_file(str(file))

    @override
    def has_unsaved_input(self) -> bool:
        # An import that has begun goes on by itself; a mapping, or the check of one, is gone with the page.
        return self.step in {Step.COLUMNS, Step.CHECK} and not isinstance(self._job, StoreJob)

    @Slot(str, object)
    def open_file(self, path: str, reading: Reading | None = None) -> None:
        """Look at a file, as `reading` says or as it seems to be."""
        if self._job is None:
            services, reader = self.context.services, self.context.reader
            self.file_step.set_busy(busy=True)
            propose = partial(work.propose, services, self._table, path, reader, reading)
            self._begin(
                ImportJob(self.context, tr("Opening “{name}”", name=Path(path).name), propose), self._on_proposed
            )

    def _on_proposed(self, job: ImportJob) -> None:
        self.file_step.set_busy(busy=False)
        if job.error is not None:
            if not isinstance(job.error, ImportCancelled):
                self.file_step.show_error(job.error)
            self.file_step.choose_button.setFocus()
            return
        proposal: Proposal = job.result
        self._proposal = proposal
        self.file_step.show_file(proposal.file)
        self.columns_step.show_proposal(proposal)
        self._show_step(Step.FILE)
        self.next.setFocus()

    @Slot()
    def _look(self) -> None:
        """Show what the plan makes of the first rows."""
        if self._proposal is None:
            return
        plan, services, reader = self.columns_step.plan(), self.context.services, self.context.reader
        self.next.setEnabled(bool(plan.assignments))
        look = partial(work.preview, services, plan, self._proposal, reader)
        self._previews.keep(
            self.context.tasks.submit(Lane.READ, look, done=self._on_preview, failed=self._on_no_preview)
        )

    def _on_preview(self, preview: Preview) -> None:
        self.columns_step.show_preview(preview)
        self.next.setEnabled(not preview.problems and self._job is None)

    def _on_no_preview(self, error: JarvisError) -> None:
        self.columns_step.show_error(error)

    def _check(self) -> None:
        self._plan = self.columns_step.plan()
        check = partial(work.check, self.context.services, self._plan, self.context.reader)
        self._begin(
            ImportJob(self.context, tr("Checking {label}", label=in_sentence(self._label)), check), self._on_checked
        )

    def _on_checked(self, job: ImportJob) -> None:
        if isinstance(job.error, ImportCancelled):
            self._show_step(Step.COLUMNS)
            self.next.setFocus()
            return
        self._report = None
        if job.error is not None:
            self.report_step.show_error(job.error)
        else:
            self._report = job.result
            report: Report = job.result
            title = (
                tr("Nothing would be stored")
                if not report.good
                else tr_n("{n} row can be imported", "{n} rows can be imported", report.good, n=grouped(report.good))
            )
            text = tr("This was a rehearsal: nothing is stored yet.")
            tone = "info"
            if report.refused:
                refused = tr_n(
                    "{n} row cannot be stored.", "{n} rows cannot be stored.", report.refused, n=grouped(report.refused)
                )
                text = f"{refused} {text}"
                tone = "warning"
            if report.questions:
                text = " ".join((text, tr("Go back to answer how dates or numbers are written.")))
            self.report_step.show_report(report, title, text, tone=tone)
        self._show_step(Step.CHECK)
        (self.next if self.next.isEnabled() else self.back).setFocus()

    def _import(self) -> None:
        assert self._plan is not None
        assert self._report is not None
        do = partial(
            work.store,
            self.context.services,
            self._plan,
            self.context.reader,
            self._headers(),
            leave_out=bool(self._report.refused),
        )
        self._begin(
            StoreJob(self.context, tr("Importing {label}", label=in_sentence(self._label)), do), self._on_imported
        )

    def _headers(self) -> tuple[str, ...]:
        assert self._proposal is not None
        return self._proposal.file.headers

    def _on_imported(self, job: ImportJob) -> None:
        if job.error is not None:
            self.report_step.show_error(job.error)
            self._show_step(Step.CHECK)
            self.back.setFocus()
            return
        imported: Imported = job.result
        report, edit = imported.report, imported.edit
        self._report = report
        if edit is not None:
            title = tr("{rows} imported", rows=_rows(report.good))
            undo = (
                tr("Undo takes all of it back.")
                if edit.id is not None
                else tr("This database keeps no journal to undo it.")
            )
            seconds = here().number(Decimal(report.seconds), places=1)
            read = tr("{rows} read in {seconds} s.", rows=_rows(report.rows), seconds=seconds)
            if report.rows >= _RATED:
                rate = grouped(round(report.rows / max(report.seconds, 0.001)))
                read = tr(
                    "{rows} read in {seconds} s, {rate} rows/s.", rows=_rows(report.rows), seconds=seconds, rate=rate
                )
            self.report_step.show_report(report, title, f"{read} {undo}", tone="success")
            self._show_step(Step.RESULT)
        elif report.refused:
            # Rows became unfit since the check, and nobody agreed to leave them out.
            text = tr("Something changed since the check. Nothing was stored.")
            self.report_step.show_report(report, tr("{rows} refused", rows=_rows(report.refused)), text, tone="warning")
            self._show_step(Step.CHECK)
        else:
            text = tr("Every record holds these values already.")
            self.report_step.show_report(report, tr("Nothing to change"), text, tone="success")
            self._show_step(Step.RESULT)
        (self.next if self.next.isEnabled() else self.back).setFocus()

    def _begin(self, job: ImportJob, ended: Callable[[ImportJob], None]) -> None:
        self._job = job
        self._ended = ended
        job.progressed.connect(self._show_progress)
        job.ended.connect(self._on_ended)
        self.stop.clicked.connect(job.stop)
        self.destroyed.connect(job.leave)
        self._show_progress()
        self._show_buttons()
        job.start()

    @Slot()
    def _on_ended(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        self._show_buttons()
        self._ended(job)

    @Slot()
    def _show_progress(self) -> None:
        job = self._job
        if job is None:
            return
        share = job.run.progress.share
        self._bar.setRange(0, 0 if share is None else _SHARES)
        if share is not None:
            self._bar.setValue(round(share * _SHARES))
        self._state.set_full_text(job.words())
        self.stop.setEnabled(not job.stopping)

    @Slot()
    def _on_next(self) -> None:
        match self.step:
            case Step.FILE:
                self._show_step(Step.COLUMNS)
                self._look()
            case Step.COLUMNS:
                self._check()
            case Step.CHECK:
                self._import()
            case Step.RESULT:
                self.context.close_page()

    @Slot()
    def _on_back(self) -> None:
        match self.step:
            case Step.COLUMNS:
                self._show_step(Step.FILE)
            case Step.CHECK:
                self._show_step(Step.COLUMNS)
                self._look()
            case Step.RESULT:
                self._show_step(Step.FILE)
                self.file_step.ask()
            case Step.FILE:
                self.context.close_page()

    @Slot(str)
    def _save_report(self, path: str) -> None:
        if self._report is not None:
            save = partial(work.save, self.context.services, self._report, path)
            self.context.tasks.submit(Lane.IO, save, done=self._on_report, failed=self._on_no_report)

    def _on_report(self, cells: int) -> None:
        self.context.say(tr_n("{n} refused cell saved", "{n} refused cells saved", cells, n=grouped(cells)))

    def _on_no_report(self, error: JarvisError) -> None:
        self.context.say(f"{error.title}: {error.message}")

    def _show_step(self, step: Step) -> None:
        self.step = step
        self.steps.show_step(step)
        pages: dict[Step, QWidget] = {
            Step.FILE: self.file_step,
            Step.COLUMNS: self.columns_step,
            Step.CHECK: self.report_step,
            Step.RESULT: self.report_step,
        }
        self.pages.setCurrentWidget(pages[step])
        self._show_buttons()

    def _show_buttons(self) -> None:
        busy = self._job is not None
        report = self._report
        good = report.good if report is not None else 0
        self.back.setText({Step.FILE: tr("Cancel"), Step.RESULT: tr("Import another file…")}.get(self.step, tr("Back")))
        match self.step:
            case Step.FILE:
                text, ready = tr("Continue"), self._proposal is not None
            case Step.COLUMNS:
                text, ready = tr("Check"), True
            case Step.CHECK:
                some = report is not None and bool(report.refused)
                number = grouped(good)
                text, ready = tr_n("Import {n} row", "Import {n} rows", good, n=number), good > 0
                if some:
                    text = tr_n("Import {n} good row", "Import {n} good rows", good, n=number)
            case Step.RESULT:
                text, ready = tr("Close"), True
        self.next.setText(text)
        self.next.setEnabled(ready and not busy)
        self.back.setEnabled(not busy)
        self.pages.setEnabled(not busy or self.step is Step.FILE)
        for widget in (self._bar, self._state, self.stop):
            widget.setVisible(busy)

    def _connect(self) -> None:
        self.file_step.wanted.connect(self.open_file)
        self.columns_step.edited.connect(self._look)
        self.report_step.report_wanted.connect(self._save_report)
        self.back.clicked.connect(self._on_back)
        self.next.clicked.connect(self._on_next)

    def _lay_out(self) -> None:
        self.back.setObjectName("back")
        self.next.setObjectName("next")
        self.next.setProperty("kind", "primary")
        self.next.setAutoDefault(True)
        self.stop.setObjectName("stop")
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress of the import"))
        self._bar.setMaximumWidth(240)
        self._state.setObjectName("importState")
        self._state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for page in (self.file_step, self.columns_step, self.report_step):
            self.pages.addWidget(page)
        foot = QHBoxLayout()
        foot.setSpacing(SPACE_8)
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self._state, 100)
        foot.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.stop)
        foot.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_16)
        column.setSpacing(SPACE_12)
        column.addWidget(self.steps)
        column.addWidget(self.pages, 1)
        column.addLayout(foot)


def _rows(count: int) -> str:
    return tr_n("{n} row", "{n} rows", count, n=grouped(count))
