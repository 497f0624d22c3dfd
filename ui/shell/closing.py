"""Closing the window: what is typed or runs is asked about, and nothing that stands in front of it keeps it open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr, tr_n
from ui.core.jobs import Job

if TYPE_CHECKING:
    from ui.core.tasks import TaskRunner
    from ui.shell.content import Content
    from ui.shell.unsaved import UnsavedBar

_MOST_IN_FRONT = 20
"""Dialogues and menus that are put away at most; one that refuses to go is not asked for ever."""


class Closing(QObject):
    """Decides whether the window may close.

    Qt gives no shortcut to a window with a dialogue or a menu in front, so that the key to quit is listened for there.

    Signals:
        begun (): somebody wants the window closed; what covers it gets out of the way.
    """

    begun = Signal()

    def __init__(self, window: QWidget, content: Content, bar: UnsavedBar, tasks: TaskRunner) -> None:
        super().__init__(window)
        self._window = window
        self._content = content
        self._bar = bar
        self._tasks = tasks
        self.again = False
        """Whether the program starts again once it has ended."""
        self._wanted_again = False
        self._agreed = False
        self._asking = False
        self._listening: QWindow | None = None
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._on_focus_window)

    @Slot()
    def quit(self) -> None:
        """Put away what is in front of the window, and close it."""
        for _ in range(_MOST_IN_FRONT):
            front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
            if front is None or front is self._window:
                break
            if isinstance(front, QDialog):
                front.reject()
            else:
                front.close()
        self._window.close()

    def restart(self) -> None:
        """Close the window as `quit` does, and have the program start again; who stays is asked no more."""
        self._wanted_again = True
        self.quit()

    def leave(self) -> None:
        """Close without a question; what is typed is in the drafts."""
        self._agree()

    def may_close(self) -> bool:
        """Whether the window may close now; if not, the person is asked, and agreeing closes it."""
        if self._agreed:
            return True
        again, self._wanted_again = self._wanted_again, False
        self.begun.emit()
        unsaved, jobs = self._content.has_unsaved_input(), self._jobs()
        if not unsaved and not jobs:
            self.again = again
            return True
        if unsaved:
            self._content.show_unsaved()
        self._asking = True
        lost = unsaved and self._content.loses_input()
        text = _question(jobs, unsaved=unsaved, lost=lost)
        answer = _answer(jobs, unsaved=unsaved, lost=lost)
        agree = self._agree_again if again else self._agree
        self._bar.ask(text, answer, agree, stay=tr("Keep working") if jobs else tr("Stay"))
        return False

    def _jobs(self) -> list[Job]:
        """The work under way that ends when the program ends."""
        return [job for job in self._tasks.findChildren(Job) if job.running and job.noun]

    @Slot(object)
    def follow(self, job: Job) -> None:
        """Take the question back when the work it was about is over."""
        if job.noun:
            job.ended.connect(self._on_job_ended)

    @Slot()
    def _on_job_ended(self) -> None:
        again = self._bar.is_asking(self._agree_again)
        if self._asking and (again or self._bar.is_asking(self._agree)) and not self._agreed:
            self._wanted_again = again
            if self._jobs() or self._content.has_unsaved_input():
                self.may_close()
            else:
                self._wanted_again = False
                self._bar.hide()

    def _agree_again(self) -> None:
        self.again = True
        self._agree()

    def _agree(self) -> None:
        self._agreed = True
        for job in self._jobs():
            job.stop()
        self._window.close()

    @Slot(QWindow)
    def _on_focus_window(self, focused: QWindow | None) -> None:
        if self._listening is not None:
            self._listening.removeEventFilter(self)
            self._listening.destroyed.disconnect(self._on_gone)
        self._listening = focused
        if focused is not None:
            focused.installEventFilter(self)
            focused.destroyed.connect(self._on_gone)

    @Slot()
    def _on_gone(self) -> None:
        self._listening = None

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
            and event.matches(QKeySequence.StandardKey.Quit)
        ):
            self.quit()
            return True
        return False


def _question(jobs: list[Job], *, unsaved: bool, lost: bool) -> str:
    """What is open; `lost` when some of what is typed would not come back."""
    if unsaved:
        begun = tr("There are changes that are not saved.")
        if jobs:
            begun = tr("There are changes that are not saved, and {running}.", running=_running(jobs))
        if lost:
            return f"{begun} {tr('Some of them cannot be kept as a draft and would be lost.')}"
        return f"{begun} {tr('They are kept as drafts and come back with the record.')}"
    running = _running(jobs)
    said = f"{running[:1].upper()}{running[1:]}"
    return f"{said}: {jobs[0].brief()}." if len(jobs) == 1 else f"{said}."


def _running(jobs: list[Job]) -> str:
    """As in “an export is running”, “2 exports and an import are running”."""
    counts: dict[str, int] = {}
    for job in jobs:
        counts[job.noun] = counts.get(job.noun, 0) + 1
    named = tr(" and ").join(_named(noun, count) for noun, count in sorted(counts.items()))
    return tr_n("{jobs} is running", "{jobs} are running", len(jobs), jobs=named)


def _named(noun: str, count: int) -> str:
    match noun:
        case "export":
            return tr_n("an export", "{n} exports", count)
        case "import":
            return tr_n("an import", "{n} imports", count)
        case "file":
            return tr_n("the adding of a file", "the adding of {n} files", count)
        case _:
            return tr_n("a task", "{n} tasks", count)


def _answer(jobs: list[Job], *, unsaved: bool, lost: bool) -> str:
    if not jobs:
        return tr("Close without saving") if lost else tr("Close and keep drafts")
    if unsaved:
        if not lost:
            return tr_n("Stop it, close and keep drafts", "Stop them, close and keep drafts", len(jobs))
        return tr_n("Stop it and close without saving", "Stop them and close without saving", len(jobs))
    return tr_n("Stop it and close", "Stop them and close", len(jobs))
