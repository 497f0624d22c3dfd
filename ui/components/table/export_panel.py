"""The page for exports: what to write, where, and the exports under way."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jarvis_desktop.core.words import tr
from jarvis_desktop.exports.types import ExportFormat, ExportRequest
from jarvis_desktop.tables.labels import in_sentence
from ui.components.table.export_choices import ExportChoices, default_file
from ui.components.table.export_job import MOST_AT_ONCE, ExportJob, running_jobs
from ui.components.table.export_running import RunningExport
from ui.components.table.page_layout import button_row, label_of, scrolled
from ui.components.table.subject import counted
from ui.core.file_question import ask_for_file
from ui.core.measures import CONTROL_HEIGHT, FORM_COLUMN_MAX, SPACE_8, SPACE_16, SPACE_24
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.components.component import ComponentContext
    from ui.components.table.subject import Subject

PLACE = "export"
"""Where the choices of a person are remembered."""
_SUFFIXES = {f".{form.value}" for form in ExportFormat}


class ExportPanel(QWidget):
    """Asks what to export and runs it beside everything else; leaving the page does not stop it.

    Signals:
        started (object): an ExportJob began.
    """

    help_page = "export-and-print"
    started = Signal(object)

    def __init__(self, context: ComponentContext, subject: Subject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exportPanel")
        self._context = context
        self._subject = subject
        self._touched = False
        self._replaceable: Path | None = None
        self._folder = ""
        self._begun: list[ExportJob] = []
        self.choices = ExportChoices(subject, self)
        self.file = QLineEdit(self)
        self.file.setObjectName("exportFile")
        self.file.setAccessibleName(tr("File"))
        self.file.setFixedHeight(CONTROL_HEIGHT)
        self._browse = QPushButton(tr("Choose…"), self)
        self._browse.setObjectName("chooseFile")
        self._browse.setAccessibleName(tr("Choose the file"))
        self.export_button = QPushButton(tr("Export"), self)
        self.export_button.setObjectName("startExport")
        self.export_button.setProperty("kind", "primary")
        self._problem = QLabel(self)
        self._problem.setObjectName("exportProblem")
        self._problem.setProperty("role", "problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._cards = QVBoxLayout()
        self._cards.setSpacing(SPACE_8)
        self._lay_out()
        self._show_file(default_file(subject, self.choices.format))
        self._say_count()
        self._connect()
        for job in running_jobs(context):
            self._add_card(job)
        self._recall()

    def _lay_out(self) -> None:
        body = QWidget(self)
        body.setMaximumWidth(FORM_COLUMN_MAX)
        column = QVBoxLayout(body)
        column.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_24)
        column.setSpacing(SPACE_16)
        column.addWidget(self.choices)
        place = QHBoxLayout()
        place.setSpacing(SPACE_8)
        label = label_of(self.file, tr("File"))
        label.setFixedWidth(120 + SPACE_8)
        place.addWidget(label)
        place.addWidget(self.file, 1)
        place.addWidget(self._browse)
        column.addLayout(place)
        column.addWidget(self._problem)
        column.addLayout(button_row(self.export_button))
        column.addLayout(self._cards)
        column.addStretch(1)
        scrolled(self, body)
        self.setFocusProxy(self.export_button)

    def _connect(self) -> None:
        self.choices.format_changed.connect(self._on_format)
        self.choices.edited.connect(self._on_edited)
        self.file.textEdited.connect(self._on_edited)
        self.file.editingFinished.connect(self._on_named)
        self.file.returnPressed.connect(self.start)
        self._browse.clicked.connect(self._choose_file)
        self.export_button.clicked.connect(self.start)

    @Slot()
    def start(self) -> None:
        """Begin the export that the inputs describe."""
        typed = self.file.text().strip()
        if not typed:
            self._tell(tr("Type the name of the file, or choose one."))
            self.file.setFocus()
            return
        if "\0" in typed:
            self._tell(tr("The name of the file holds a character that no file name can have."))
            return
        if len(running_jobs(self._context)) >= MOST_AT_ONCE:
            self._tell(
                tr(
                    "{most_at_once} exports are under way. Begin this one when the next of them is done.",
                    most_at_once=MOST_AT_ONCE,
                )
            )
            return
        self._on_named()
        chosen = self.choices.chosen()
        file = self._with_suffix(Path(typed).expanduser())
        self._tell("")
        self._begin(ExportRequest(chosen.rows, chosen.columns, file, chosen.options, replace=file == self._replaceable))
        self._remember()

    def _begin(self, request: ExportRequest) -> None:
        what = in_sentence(self._subject.table.label)
        job = ExportJob(self._context, request, self._subject.expected(request.rows), what)
        self._add_card(job)
        self._begun.append(job)
        job.ended.connect(self._on_ended)
        job.start()
        self.started.emit(job)

    @Slot()
    def _on_ended(self) -> None:
        """A folder is one to come back to when a file could be put there."""
        ended = [job for job in self._begun if not job.running]
        self._begun = [job for job in self._begun if job.running]
        for exported in filter(None, (job.exported for job in ended)):
            self._folder = str(exported.file.parent)
            self._remember()

    def _add_card(self, job: ExportJob) -> None:
        card = RunningExport(job, self)
        card.again.connect(self._on_again)
        self._cards.insertWidget(0, card)
        card.show()

    @Slot(object)
    def _on_again(self, card: RunningExport) -> None:
        self._cards.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._begin(replace(card.request, replace=card.request.replace or card.replaces))

    def _with_suffix(self, file: Path) -> Path:
        if not file.is_absolute():
            file = default_file(self._subject, self.choices.format).parent / file
        return file if file.suffix else file.with_name(f"{file.name}.{self.choices.format.value}")

    @Slot()
    def _choose_file(self) -> None:
        suffix = self.choices.format.value
        ask_for_file(self, tr("Export to"), self._on_file_chosen, name=self.file.text(), suffix=suffix)

    @Slot(str)
    def _on_file_chosen(self, chosen: str) -> None:
        # The dialog has asked already whether to replace a file that exists.
        self._replaceable = Path(chosen)
        self._touched = True
        self._show_file(self._replaceable)
        self.choices.follow(self._replaceable.suffix)

    @Slot(str)
    def _on_format(self, form: str) -> None:
        file = Path(self.file.text())
        if file.suffix in _SUFFIXES:
            self._show_file(file.with_suffix(f".{form}"))

    @Slot()
    def _on_named(self) -> None:
        """A name that ends in another kind of file asks for that kind."""
        self.choices.follow(Path(self.file.text().strip()).suffix)

    @Slot()
    def _on_edited(self) -> None:
        self._touched = True
        self._tell("")
        self._say_count()

    def _say_count(self) -> None:
        rows = self.choices.chosen().rows
        count = self._subject.expected(rows)
        exact = self._subject.exact or not rows.everything
        self.export_button.setText(tr("Export {counted}", counted=counted(count, self._subject.table, exact=exact)))

    def _show_file(self, file: Path) -> None:
        self.file.setText(str(file))
        self.file.setToolTip(str(file))

    def _tell(self, problem: str) -> None:
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))

    def _recall(self) -> None:
        memory = self._context.services.memory
        work = partial(memory.recall, self._context.reader.user_id, PLACE)
        self._context.tasks.submit(Lane.READ, work, done=self._on_recalled)

    def _on_recalled(self, state: Mapping[str, Any]) -> None:
        if self._touched or not state:
            return
        self.choices.restore(state)
        folder = state.get("folder")
        if isinstance(folder, str) and folder:
            self._folder = folder
            self._show_file(default_file(self._subject, self.choices.format, folder))

    def _remember(self) -> None:
        state = {**self.choices.state(), "folder": self._folder}
        memory = self._context.services.memory
        work = partial(memory.remember, self._context.reader.user_id, PLACE, state)
        self._context.tasks.submit(Lane.WRITE, work, done=_nothing)


def _nothing(_kept: bool) -> None:  # noqa: FBT001 - an answer that nobody waits for
    """Whether it could be remembered makes no difference here."""
