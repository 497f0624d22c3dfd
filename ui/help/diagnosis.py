"""The diagnosis of a window: opens the page, and knows what there is to look at."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.app.diagnose import Subject
    from ui.core.tasks import TaskRunner
    from ui.core.workbench import Workbench


class DiagnosisDesk(QObject):
    """Opens the diagnosis, also while there is no database. `subject` says what to look at now."""

    def __init__(self, bench: Workbench, tasks: TaskRunner, subject: Callable[[], Subject]) -> None:
        super().__init__(bench.window)
        self._bench = bench
        self._tasks = tasks
        self._subject = subject

    @Slot()
    def open(self) -> None:
        """Show the page, which begins at once."""
        from ui.help.diagnosis_page import DiagnosisPage

        page = DiagnosisPage(self._bench.theme, self._tasks, self.subject, self._bench.say)
        self._bench.open_page(tr("Diagnose"), page)
        page.begin()

    def subject(self) -> Subject:
        """What to look at, with what only the window knows."""
        from ui.help.surroundings import surroundings

        found = self._subject()
        context = self._bench.context
        read_tabs = None if context is None else partial(context.services.metadata.tabs, context.reader)
        return replace(found, before=surroundings(self._bench.window, self._bench.theme), read_tabs=read_tabs)
