"""Typing as steps that can be taken back: one for each visit of a field, until the form is saved or reverted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import shiboken6

from jarvis_desktop.core.errors import RecordMissing
from jarvis_desktop.core.words import tr
from jarvis_desktop.tables.labels import in_sentence

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.core.errors import JarvisError, Problem
    from ui.core.undo import UndoStack
    from ui.forms.form_view import FormView
    from ui.forms.widgets.field_widget import Draft


@dataclass(frozen=True, slots=True)
class FieldState:
    """What a field holds in a form: `edited` is False while it is as stored, whatever that is by now."""

    edited: bool
    value: Any
    problem: Problem | None = None
    draft: Draft | None = None


class TypedStep:
    """What was typed into one field during one visit; `text` completes “Undo: …”."""

    def __init__(self, view: FormView, key: str, text: str, before: FieldState) -> None:
        self._view = view
        self._key = key
        self._text = text
        self._before = before
        self._after = before

    @property
    def key(self) -> str:
        """The field."""
        return self._key

    @property
    def text(self) -> str:
        """What was typed where."""
        return self._text

    def undo(self, done: Callable[[], None], failed: Callable[[JarvisError], None]) -> None:
        """Bring the field back to what it was before the visit."""
        if self._is_open(failed):
            self._after = self._view.field_state(self._key)
            self._view.restore_field(self._key, self._before)
            done()

    def redo(self, done: Callable[[], None], failed: Callable[[JarvisError], None]) -> None:
        """Bring back what was typed."""
        if self._is_open(failed):
            self._view.restore_field(self._key, self._after)
            done()

    def _is_open(self, failed: Callable[[JarvisError], None]) -> bool:
        if shiboken6.isValid(self._view) and self._view.definition.field(self._key) is not None:
            return True
        failed(RecordMissing(tr("The form in which this was typed is closed.")))
        return False


class Typing:
    """The steps of one form that are not saved yet, in the window's list of steps."""

    def __init__(self, undo: UndoStack) -> None:
        self._undo = undo
        self._steps: list[TypedStep] = []

    def begin(self, view: FormView, key: str, title: str, before: FieldState) -> None:
        """A person began to change the field of that key in the record called `title`."""
        field = view.definition.field(key)
        name = in_sentence(field.label) if field is not None else key
        step = TypedStep(view, key, tr("{name} of {title} (not saved)", name=name, title=title), before)
        self._steps.append(step)
        self._undo.record(step)

    def settle(self, key: str) -> None:
        """What was typed into that field is as it was before: there is nothing to take back."""
        self._drop([step for step in self._steps if step.key == key])

    def forget(self, _because: object = None) -> None:
        """The form was saved or taken back as a whole, or is gone (a `destroyed` signal)."""
        self._drop(self._steps)

    def _drop(self, steps: list[TypedStep]) -> None:
        self._undo.drop(steps)
        self._steps = [step for step in self._steps if step not in steps]
