"""What can be taken back, in the order it was done, across all screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import shiboken6
from PySide6.QtCore import QObject, Signal, Slot

from jarvis_desktop.core.errors import DatabaseUnavailable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jarvis_desktop.core.errors import JarvisError

MOST_STEPS = 200


@dataclass(frozen=True, slots=True)
class Refusal:
    """A step that could not be taken back (or, without `back`, done again), and why."""

    step: Step
    error: JarvisError
    back: bool


class Step(Protocol):
    """Something done that can be taken back and done again; `text` completes “Undo: …”.

    `undo` and `redo` answer later, on the UI thread, by calling exactly one of `done` and `failed`.
    """

    @property
    def text(self) -> str:
        """What was done, as in “priority of INC-12”."""

    def undo(self, done: Callable[[], None], failed: Callable[[JarvisError], None]) -> None:
        """Take it back."""

    def redo(self, done: Callable[[], None], failed: Callable[[JarvisError], None]) -> None:
        """Do it again."""


class UndoStack(QObject):
    """The window's one list of steps; one of them is taken back or done again at a time.

    A step that is refused leaves the list. One for which the database could not be reached stays.

    Signals:
        changed (): what can be undone or redone is not what it was.
        recorded (str): something new was done; its text.
        undone (Step), redone (Step): a step was taken back, or done again.
        refused (Refusal): a step could not be taken back or done again.
    """

    changed = Signal()
    recorded = Signal(str)
    undone = Signal(object)
    redone = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._moving: Step | None = None
        self._fresh = 0

    @property
    def undo_text(self) -> str:
        """What would be taken back next, or ""."""
        return self._done[-1].text if self._done and self._moving is None else ""

    @property
    def redo_text(self) -> str:
        """What would be done again next, or ""."""
        return self._undone[-1].text if self._undone and self._moving is None else ""

    @property
    def busy(self) -> bool:
        """Whether a step is on its way."""
        return self._moving is not None

    def history(self) -> list[str]:
        """What was done, the latest first."""
        return [step.text for step in reversed(self._done)]

    def record(self, step: Step) -> None:
        """Add something just done; what had been taken back cannot be done again any more.

        In whichever screen it was done: there is one list and one Ctrl+Shift+Z, and people expect of it what every
        editor does. Doing an old step again behind a newer one would bring back what they had decided against.
        """
        self._done.append(step)
        del self._done[:-MOST_STEPS]
        self._undone.clear()
        self._fresh += 1
        self.changed.emit()
        self.recorded.emit(step.text)

    def retry(self, step: Step, *, back: bool) -> None:
        """Try a refused step again in another form, such as for a part of its rows, before anything else."""
        if self._moving is None:
            (self._done if back else self._undone).append(step)
            (self.undo if back else self.redo)()

    def drop(self, steps: Iterable[Step], _because: object = None) -> None:
        """Forget steps that mean nothing any more; also where a screen's end says so (a `destroyed` signal)."""
        if not shiboken6.isValid(self):
            return
        gone = {id(step) for step in steps}
        before = len(self._done) + len(self._undone)
        self._done = [step for step in self._done if id(step) not in gone]
        self._undone = [step for step in self._undone if id(step) not in gone]
        if len(self._done) + len(self._undone) != before:
            self.changed.emit()

    def clear(self) -> None:
        """Forget every step."""
        self._done.clear()
        self._undone.clear()
        self.changed.emit()

    @Slot()
    def undo(self) -> None:
        """Take the latest step back."""
        if self._moving is None and self._done:
            step = self._begin(self._done.pop())
            step.undo(self._on_undone, self._on_undo_failed)

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back latest."""
        if self._moving is None and self._undone:
            step = self._begin(self._undone.pop())
            step.redo(self._on_redone, self._on_redo_failed)

    def _begin(self, step: Step) -> Step:
        self._moving, self._fresh = step, 0
        self.changed.emit()
        return step

    def _end(self) -> Step:
        step, self._moving = self._moving, None
        assert step is not None, "a step answers exactly once"
        return step

    def _on_undone(self) -> None:
        step = self._end()
        if not self._fresh:
            # Something done meanwhile leaves nothing to do again.
            self._undone.append(step)
        self.changed.emit()
        self.undone.emit(step)

    def _on_redone(self) -> None:
        step = self._end()
        self._insert(step)
        self.changed.emit()
        self.redone.emit(step)

    def _on_undo_failed(self, error: JarvisError) -> None:
        step = self._end()
        if isinstance(error, DatabaseUnavailable):
            self._insert(step)
        self.changed.emit()
        self.refused.emit(Refusal(step, error, back=True))

    def _on_redo_failed(self, error: JarvisError) -> None:
        step = self._end()
        if isinstance(error, DatabaseUnavailable) and not self._fresh:
            self._undone.append(step)
        self.changed.emit()
        self.refused.emit(Refusal(step, error, back=False))

    def _insert(self, step: Step) -> None:
        """Put a step back below what was done while it was on its way."""
        self._done.insert(max(0, len(self._done) - self._fresh), step)
