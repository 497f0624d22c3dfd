"""One export as the page shows it: how far it is, what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import tr, tr_n
from jarvis_desktop.exports.types import ExportCancelled, FileExists
from ui.core.elided import ElidedLabel
from ui.core.jobs import span_words
from ui.core.measures import SPACE_8, SPACE_12

if TYPE_CHECKING:
    from jarvis_desktop.exports.types import Exported
    from ui.components.table.export_job import ExportJob

_STEPS = 1000


class RunningExport(QFrame):
    """A card with the progress of an export, then with its outcome.

    Signals:
        again (object): do it again; the ExportJob's request, with leave to replace when a file was in the way.
    """

    again = Signal(object)

    def __init__(self, job: ExportJob, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self.setProperty("role", "card")
        self.request = job.request
        self.outcome = ""
        self._job: ExportJob | None = job
        self._file = job.request.file
        self._replaces = False
        self._name = ElidedLabel(job.request.file.name, parent=self)
        self._state = QLabel(self)
        self._state.setObjectName("exportState")
        self._state.setWordWrap(True)
        self._state.setProperty("role", "caption")
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress of {name}", name=job.request.file.name))
        self._cancel = self._button(tr("Cancel"), "cancelExport")
        self._cancel.clicked.connect(job.stop)
        self._folder = self._button(tr("Open folder"), "openFolder")
        self._folder.clicked.connect(self._open_folder)
        self._path = self._button(tr("Copy path"), "copyPath")
        self._path.clicked.connect(self._copy_path)
        self._again = self._button(tr("Try again"), "exportAgain")
        self._again.clicked.connect(self._ask_again)
        self._lay_out()
        job.progressed.connect(self._show_progress)
        job.ended.connect(self._on_ended)
        self._show_buttons(self._cancel)
        self._show_progress()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_8)
        buttons.addWidget(self._name, 1)
        for button in (self._cancel, self._again, self._folder, self._path):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_12)
        column.setSpacing(SPACE_8)
        column.addLayout(buttons)
        column.addWidget(self._bar)
        column.addWidget(self._state)

    def _button(self, text: str, name: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setProperty("kind", "quiet")
        button.setAccessibleDescription(self.request.file.name)
        return button

    def _show_buttons(self, *shown: QPushButton) -> None:
        for button in (self._cancel, self._again, self._folder, self._path):
            button.setVisible(button in shown)

    @Slot()
    def _show_progress(self) -> None:
        job = self._job
        if job is None:
            return
        share = job.share
        self._bar.setRange(0, _STEPS if share is not None else 0)
        if share is not None:
            self._bar.setValue(round(share * _STEPS))
        self._cancel.setEnabled(not job.stopping)
        self._state.setText(job.words())

    @Slot()
    def _on_ended(self) -> None:
        job, self._job = self._job, None
        if job is None:
            return
        self._bar.hide()
        focused = self._cancel.hasFocus()
        if job.exported is not None:
            self._file = job.exported.file
            self._name.set_full_text(job.exported.file.name)
            self._tell(outcome_words(job.exported), "success")
            self._show_buttons(self._folder, self._path)
        elif isinstance(job.error, ExportCancelled):
            self._tell(tr("Stopped. No file was written."), "")
            self._show_buttons(self._again)
        elif job.error is not None:
            self._tell(f"{job.error.title}. {job.error.message} {job.error.hint}".strip(), "danger")
            self._replaces = isinstance(job.error, FileExists)
            self._again.setText(tr("Replace it") if self._replaces else tr("Try again"))
            self._show_buttons(self._again)
        if focused:
            (self._again if self._folder.isHidden() else self._folder).setFocus()

    def _tell(self, words: str, tone: str) -> None:
        self.outcome = tone or "stopped"
        self._state.setText(words)
        self._state.setProperty("tone", tone)
        self._state.style().unpolish(self._state)
        self._state.style().polish(self._state)

    @property
    def state_text(self) -> str:
        """What it says."""
        return self._state.text()

    @Slot()
    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent)))

    @Slot()
    def _copy_path(self) -> None:
        QGuiApplication.clipboard().setText(str(self._file))

    @Slot()
    def _ask_again(self) -> None:
        self.again.emit(self)

    @property
    def replaces(self) -> bool:
        """Whether doing it again means to replace the file that was in the way."""
        return self._replaces


def outcome_words(exported: Exported) -> str:
    """What was written, and what differs from the rows as they are stored."""
    size = QLocale().formattedDataSize(exported.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
    rows = tr_n("{n} row", "{n} rows", exported.rows, n=grouped(exported.rows))
    parts = [tr("{rows}, {size}, in {time}.", rows=rows, size=size, time=span_words(exported.seconds))]
    if exported.sheets > 1:
        parts.append(tr("They fill {sheets} sheets.", sheets=exported.sheets))
    if exported.guarded:
        parts.append(
            tr_n(
                "One text got an apostrophe, to be no formula.",
                "{n} texts got an apostrophe, to be no formula.",
                exported.guarded,
                n=grouped(exported.guarded),
            )
        )
    if exported.cut:
        parts.append(
            tr_n(
                "One text did not fit into a cell and was cut.",
                "{n} texts did not fit into a cell and were cut.",
                exported.cut,
                n=grouped(exported.cut),
            )
        )
    if exported.beside:
        parts.append(
            tr("The file asked for could not be replaced (it may be open elsewhere), so this one stands beside it.")
        )
    return " ".join(parts)
