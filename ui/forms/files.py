"""What becomes of files that people give to the fields of a form: added one beside another, shown, copied."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QStandardPaths, Signal, Slot
from PySide6.QtGui import QImage

from jarvis_desktop.core.errors import Problem
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.files.types import FileStopped
from ui.core.announce import announce
from ui.core.file_question import ask_for_copy
from ui.forms.widgets.file_list import SMALL
from ui.forms.widgets.files import FilesWidget

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.core.errors import JarvisError
    from ui.forms.body import FormBody
    from ui.forms.file_desk import AddingFile, FileDesk

_PIXELS = 2 * SMALL
"""What small pictures are read at: sharp on a fine screen."""


class FormFiles(QObject):
    """Files on their way belong to the record that they were given to; without a desk nothing can be added.

    Signals:
        changed (): a file began its way, or ended it.
    """

    changed = Signal()

    def __init__(self, body: FormBody, parent: QObject) -> None:
        super().__init__(parent)
        self._body = body
        self._desk: FileDesk | None = None
        self._adding: dict[str, list[AddingFile]] = {}

    @property
    def busy(self) -> bool:
        """Whether files are on their way."""
        return any(self._adding.values())

    def use(self, desk: FileDesk) -> None:
        """Work with this desk from now on."""
        self._desk = desk
        for widget in self._body.built_widgets():
            if isinstance(widget, FilesWidget):
                self._on_pictures_wanted(widget.field.key)

    def attach(self, widget: FilesWidget) -> None:
        """Serve a widget that was just made."""
        widget.files_given.connect(self._on_given)
        widget.preview_wanted.connect(partial(self._on_preview_wanted, widget))
        widget.copy_wanted.connect(partial(self._on_copy_wanted, widget))
        widget.pictures_wanted.connect(self._on_pictures_wanted)
        widget.set_adding(self._adding.get(widget.field.key, []))

    def forget(self) -> None:
        """Another record is shown: what is on its way for this one is stopped."""
        for jobs in self._adding.values():
            for job in jobs:
                job.stop()
        self._adding.clear()
        for widget in self._body.built_widgets():
            if isinstance(widget, FilesWidget):
                widget.set_adding([])

    def problems(self) -> tuple[Problem, ...]:
        """The fields whose files are not all there yet."""
        return tuple(
            Problem(key, tr("Wait until “{name}” is added, or take it out", name=jobs[0].name))
            for key, jobs in self._adding.items()
            if jobs
        )

    @Slot(str, object)
    def _on_given(self, key: str, sources: list[Path | QImage]) -> None:
        widget = self._body.built_widget(key)
        if self._desk is None or not isinstance(widget, FilesWidget):
            return
        jobs = self._adding.setdefault(key, [])
        for source in sources:
            job = self._desk.add(source, widget.limits)
            jobs.append(job)
            job.progressed.connect(partial(self._on_progress, key, job))
            job.ended.connect(partial(self._on_ended, key))
        widget.set_adding(jobs)
        self.changed.emit()

    def _on_progress(self, key: str, job: AddingFile) -> None:
        widget = self._body.built_widget(key)
        if isinstance(widget, FilesWidget):
            widget.tell_adding(job)

    def _on_ended(self, key: str) -> None:
        """Take what is there, in the order in which it was given."""
        jobs = self._adding.get(key, [])
        while jobs and not jobs[0].running:
            job = jobs.pop(0)
            widget = self._body.field_widget(key) if self._body.has(key) else None
            if isinstance(widget, FilesWidget):
                widget.set_adding(jobs)
                self._hand_over(widget, job)
        self.changed.emit()

    def _hand_over(self, widget: FilesWidget, job: AddingFile) -> None:
        if job.error is None:
            widget.take(job.result)
            announce(widget, tr("“{name}” is added.", name=job.name))
        elif not isinstance(job.error, FileStopped):
            said = f"{job.error.message}. {job.error.hint}".strip()
            widget.refuse("\n".join(filter(None, (widget.refusal, said))))
            announce(widget, said)

    @Slot(str)
    def _on_pictures_wanted(self, key: str) -> None:
        widget = self._body.built_widget(key)
        if self._desk is not None and isinstance(widget, FilesWidget):
            for file in widget.files:
                self._desk.small(file, _PIXELS, partial(widget.set_picture, file["hash"]), widget)

    def _on_preview_wanted(self, widget: FilesWidget, file: Mapping[str, Any]) -> None:
        if self._desk is not None:
            from ui.forms.file_preview import FilePreview  # only for who looks at one

            preview = FilePreview(file, self._desk, widget.theme, widget)
            preview.copy_wanted.connect(partial(self._on_copy_wanted, widget))
            preview.open()

    def _on_copy_wanted(self, widget: FilesWidget, file: Mapping[str, Any]) -> None:
        if self._desk is not None:
            home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
            name = str(Path(home or str(Path.home())) / file["name"])
            copy = _Copy(self._desk, file, widget)
            ask_for_copy(widget, tr("Save a copy"), copy.write, name=name)


class _Copy(QObject):
    """A copy of one file to be written where the person says."""

    def __init__(self, desk: FileDesk, file: Mapping[str, Any], widget: FilesWidget) -> None:
        super().__init__(widget)
        self._desk = desk
        self._file = file
        self._widget = widget

    @Slot(str)
    def write(self, path: str) -> None:
        """Write it."""
        self._desk.save(self._file, Path(path), self._on_written, self._on_failed)

    def _on_written(self, path: Path) -> None:
        announce(self._widget, tr("Saved as “{name}”.", name=path.name))
        self.deleteLater()

    def _on_failed(self, error: JarvisError) -> None:
        self._widget.refuse(f"{error.message}. {error.hint}".strip())
        self.deleteLater()
