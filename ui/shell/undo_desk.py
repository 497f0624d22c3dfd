"""What was done and can be taken back, as the window shows it: the menu Edit and the word below the content."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import tr
from jarvis_desktop.edits.types import StaleEdit
from ui.core.stored_step import StoredStep
from ui.core.tasks import Lane
from ui.core.undo import UndoStack
from ui.shell.told import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.app.application import Application
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.edits.service import EditService
    from jarvis_desktop.edits.types import StoredEdit
    from jarvis_desktop.metadata.types import Reader
    from ui.core.bus import ChangeBus
    from ui.core.tasks import TaskRunner
    from ui.core.undo import Refusal, Step
    from ui.shell.menus import Menus
    from ui.shell.toast import Toast

_PRUNED_EVERY = 50
"""Stored changes after which the journal is looked through for what is too old; the first one counts as well."""


class UndoDesk(QObject):
    """Keeps the window's steps and tells what becomes of them.

    `open_record(table, record_id)` shows a record that stands in the way of a step.

    Signals:
        notified (Notification): a component has something to tell that is worth keeping.
    """

    notified = Signal(object)

    def __init__(
        self,
        menus: Menus,
        toast: Toast,
        tasks: TaskRunner,
        bus: ChangeBus,
        open_record: Callable[[str, str | None], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.stack = UndoStack(self)
        self._toast = toast
        self._tasks = tasks
        self._bus = bus
        self._open_record = open_record
        self._services: Application | None = None
        self._who: Reader | None = None
        self._until_pruning = 0
        menus.edit.follow(self.stack)
        menus.undo_chosen.connect(self.stack.undo)
        menus.redo_chosen.connect(self.stack.redo)
        self.stack.undone.connect(self._on_undone)
        self.stack.redone.connect(self._on_redone)
        self.stack.refused.connect(self._on_refused)

    def serve(self, services: Application, reader: Reader) -> None:
        """Go on with these services, for this reader; the steps of another person are forgotten."""
        if self._who is not None and self._who.user_id != reader.user_id:
            self.stack.clear()
        self._services, self._who = services, reader

    def stored(self, edit: StoredEdit) -> None:
        """Take in what a use case stored, and tell it."""
        if not edit.rows:
            return
        if edit.id is None:
            kept = tr("This cannot be undone: the database keeps no journal of changes.")
            self.say(f"{told(edit.text)}. {kept} {edit.note}".rstrip())
            return
        self._take_in(StoredStep(edit, self._edits, self._reader, self._tasks, self._bus), edit.note)
        self._prune()

    def did(self, step: Step) -> None:
        """Take in what was just done and can be taken back, and tell it."""
        self._take_in(step, "")

    def say(self, text: str) -> None:
        """Tell something in passing."""
        self._toast.say(text)

    def refuse(self, error: JarvisError) -> None:
        """Tell why something was not done."""
        self._toast.say(f"{error.title}: {error.message} {error.hint}".strip(), tone="warning")

    def _take_in(self, step: Step, note: str) -> None:
        self.stack.record(step)
        text = f"{told(step.text)}. {note}" if note else told(step.text)
        self._toast.say(text, (tr("Undo"), self.stack.undo), tone="done")

    def _edits(self) -> EditService:
        assert self._services is not None
        return self._services.edits

    def _reader(self) -> Reader:
        assert self._who is not None
        return self._who

    def _prune(self) -> None:
        if self._until_pruning == 0:
            self._until_pruning = _PRUNED_EVERY
            self._tasks.submit(Lane.IO, partial(_prune, self._edits), done=self._on_pruned, failed=self._on_not_pruned)
        self._until_pruning -= 1

    def _on_pruned(self, _count: int) -> None:
        """Nothing to show."""

    def _on_not_pruned(self, _error: object) -> None:
        """Nothing to show either: the next time comes."""

    @Slot(object)
    def _on_undone(self, step: Step) -> None:
        self._toast.say(tr("Undone: {step}", step=step.text), (tr("Redo"), self.stack.redo), tone="done")

    @Slot(object)
    def _on_redone(self, step: Step) -> None:
        self._toast.say(tr("Redone: {step}", step=step.text), (tr("Undo"), self.stack.undo), tone="done")

    @Slot(object)
    def _on_refused(self, refusal: Refusal) -> None:
        error, step = refusal.error, refusal.step
        actions: list[tuple[str, Callable[[], None]]] = []
        if isinstance(error, StaleEdit):
            if error.rest and isinstance(step, StoredStep):
                again = partial(self.stack.retry, step.for_the_rest(), back=refusal.back)
                rest = grouped(error.rest)
                text = tr("Undo the other {n}", n=rest) if refusal.back else tr("Redo the other {n}", n=rest)
                actions.append((text, again))
            if error.table and error.record_id:
                actions.append((tr("Show the record"), partial(self._open_record, error.table, error.record_id)))
        self._toast.say(f"{error.title}: {error.message} {error.hint}".strip(), *actions, tone="warning")


def _prune(edits: Callable[[], EditService]) -> int:
    """Runs in a worker, where the service may be imported."""
    return edits().prune()
