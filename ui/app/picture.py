"""Renders the window, or a form, to a picture once everything asked for has arrived."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QImageWriter

if TYPE_CHECKING:
    from pathlib import Path

    from jarvis_desktop.core.errors import JarvisError
    from ui.app.errand import Errand
    from ui.app.form_errand import FormErrand
    from ui.app.program import Program

SETTLE_MS = 400
"""How long nothing may be under way before the picture is taken; longer than any debounce of a screen."""

PATIENCE_MS = 60_000


class Picture(QObject):
    """Takes the picture and ends the program.

    Signals:
        finished (int): the exit status: 0, or 1 when there was nothing to show or the file could not be written.
    """

    finished = Signal(int)

    def __init__(self, program: Program, errand: Errand | FormErrand, path: Path) -> None:
        super().__init__(program)
        self._errand = errand
        self._path = path
        self._ready = False
        self._refusal = ""
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._take)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._give_up)
        self._patience.start()
        errand.done.connect(self._on_errand)
        program.refused.connect(self._on_refused)
        program.tasks.busy_changed.connect(self._on_busy)

    @Slot(str)
    def _on_errand(self, refusal: str) -> None:
        self._refusal = refusal
        self._ready = True
        self._settle.start()

    @Slot(object)
    def _on_refused(self, error: JarvisError) -> None:
        self._end(f"{error.message} {error.hint}".strip())

    @Slot(int)
    def _on_busy(self, tasks: int) -> None:
        if tasks:
            self._settle.stop()
        elif self._ready:
            self._settle.start()

    @Slot()
    def _take(self) -> None:
        image = self._errand.subject.grab().toImage()
        writer = QImageWriter(str(self._path), QByteArray(b"png"))
        if not writer.write(image):
            self._refusal = f"The picture could not be written to {self._path}: {writer.errorString()}."
        self._end(self._refusal)

    @Slot()
    def _give_up(self) -> None:
        self._end(f"The window was not complete after {PATIENCE_MS // 1000} seconds.")

    def _end(self, refusal: str) -> None:
        self._settle.stop()
        self._patience.stop()
        if refusal:
            print(refusal, file=sys.stderr)  # noqa: T201
        self.finished.emit(1 if refusal else 0)
