"""Typing as steps that can be taken back: one for each visit of a field, until the form is saved or reverted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import shiboken6

from jarvis_desktop.core.errors import RecordMissing
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.core.errors import JarvisError, Problem
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
