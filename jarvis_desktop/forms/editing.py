"""A record while somebody edits it: what was typed, what differs, what somebody else changed meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from jarvis_desktop.forms.choices import choices_for, find_option
from jarvis_desktop.forms.conditions import hidden_fields
from jarvis_desktop.forms.types import EMPTY, FieldDefinition, FieldKind, FormDefinition, Option, Parsed
from jarvis_desktop.forms.validation import FormValidator
from jarvis_desktop.forms.values import same_value

if TYPE_CHECKING:
    from jarvis_desktop.core.errors import Problem
    from jarvis_desktop.forms.field_reading import FieldTypes


class FormEdit:
    """The edit of one record (or of a new one), apart from any widget.

    `base` are the values it began with, `values` those of now, `mistyped` the problems of fields whose typed text is no
    value, `elsewhere` the values that others stored meanwhile in fields edited here.
    """

    def __init__(self, definition: FormDefinition, types: FieldTypes) -> None:
        self._types = types
        self.is_new = True
        self.base: dict[str, Any] = {}
        self.values: dict[str, Any] = {}
        self.mistyped: dict[str, Problem] = {}
        self.elsewhere: dict[str, Any] = {}
        self._parked: dict[str, Any] = {}
        self.use(definition)

    def use(self, definition: FormDefinition) -> None:
        """Go on under another definition; what was typed stays."""
        self.definition = definition
        self.fields: Mapping[str, FieldDefinition] = {field.key: field for field in definition.fields}
        self._validator = FormValidator(definition, self._types)
        self._followers = [field for field in definition.fields if field.dependent is not None]

    def begin(self, values: Mapping[str, Any], *, new: bool) -> None:
        """Start afresh with stored values, or with those a new record begins with."""
        self.is_new = new
        self.base = dict(values)
        self.values = dict(values)
        for forgotten in (self.mistyped, self.elsewhere, self._parked):
            forgotten.clear()

    def set(self, key: str, parsed: Parsed) -> frozenset[str]:
        """Take what a person entered; the keys of other fields whose value changed with it."""
        if parsed.problem is not None:
            self.mistyped[key] = parsed.problem
            return frozenset()
        self.mistyped.pop(key, None)
        self.values[key] = parsed.value
        self._parked.pop(key, None)
        return self._follow_all(key)

    def revert(self, key: str) -> frozenset[str]:
        """Take back what was entered into one field; the keys of other fields that changed with it."""
        self.mistyped.pop(key, None)
        return self.set(key, Parsed(self.base.get(key)))

    def is_edited(self, key: str) -> bool:
        """Whether a field differs from what the edit began with."""
        return key in self.mistyped or not same_value(self.values.get(key), self.base.get(key))

    @property
    def is_dirty(self) -> bool:
        """Whether anything would be lost."""
        return bool(self.mistyped) or any(self.is_edited(key) for key in self.values)

    @property
    def hidden(self) -> frozenset[str]:
        """The fields not shown just now."""
        return hidden_fields(self.definition, self.values)

    def changed(self) -> dict[str, Any]:
        """What a save submits: the shown, writable fields that differ (all that have a value, in a new record)."""
        hidden = self.hidden
        return {
            key: self.values.get(key)
            for key, field in self.fields.items()
            if key not in hidden
            and not field.notice
            and not field.readonly
            and (self.is_new or self.is_edited(key))
            and key not in self.mistyped
        }

    def problems(self) -> tuple[Problem, ...]:
        """All that keeps the record from being saved, in the order of the fields."""
        hidden = self.hidden
        found = [self.mistyped[key] for key in self.fields if key in self.mistyped and key not in hidden]
        found.extend(p for p in self._validator.problems(self.values, self._stored) if p.field not in self.mistyped)
        order = {key: index for index, key in enumerate(self.fields)}
        return tuple(sorted(found, key=lambda problem: order.get(problem.field, -1)))

    def field_problem(self, key: str) -> str:
        """The first problem of one field, or ""."""
        if key in self.mistyped:
            return self.mistyped[key].message
        field = self.fields.get(key)
        if field is None or key in self.hidden:
            return ""
        problems = self._validator.field_problems(field, self.values, self._stored)
        return problems[0].message if problems else ""

    def kept_fault(self, key: str) -> str:
        """What to say at a value that stays as stored though the form would not take it, or ""."""
        field = self.fields.get(key)
        return "" if field is None else self._validator.kept_fault(field, self.values, self._stored)

    def accept(self, values: Mapping[str, Any], submitted: Mapping[str, Any]) -> frozenset[str]:
        """A save of `submitted` was answered with the stored `values`; what was typed meanwhile stays an edit.

        Returns the keys of the fields whose value changed here.
        """
        self.is_new = False
        updated: set[str] = set()
        for key, mine in submitted.items():
            stored = values.get(key)
            self.elsewhere.pop(key, None)
            if key not in self.mistyped and same_value(self.values.get(key), mine):
                if not same_value(mine, stored):
                    updated.add(key)
                self.values[key] = stored
            self.base[key] = stored
        return frozenset(updated) | self.rebase(values)

    def rebase(self, values: Mapping[str, Any]) -> frozenset[str]:
        """Somebody else stored `values`: untouched fields take them, edited ones remember them in `elsewhere`.

        Returns the keys of the fields whose value changed here.
        """
        updated: set[str] = set()
        for key, theirs in values.items():
            if same_value(theirs, self.base.get(key)) and key not in self.elsewhere:
                continue
            if not self.is_edited(key):
                self.base[key] = self.values[key] = theirs
                updated.add(key)
            elif key not in self.mistyped and same_value(self.values.get(key), theirs):
                self.base[key] = theirs
                self.elsewhere.pop(key, None)
            elif not same_value(theirs, self.base.get(key)):
                self.elsewhere[key] = theirs
            else:
                self.elsewhere.pop(key, None)
        return frozenset(updated)

    def take_theirs(self, key: str) -> None:
        """Drop what was entered for the value somebody else stored."""
        self.base[key] = self.values[key] = self.elsewhere.pop(key)
        self.mistyped.pop(key, None)

    def keep_mine(self, key: str) -> None:
        """Go on with what was entered, over the value somebody else stored."""
        self.base[key] = self.elsewhere.pop(key)

    @property
    def _stored(self) -> Mapping[str, Any]:
        return EMPTY if self.is_new else self.base

    def _follow_all(self, key: str) -> frozenset[str]:
        changed: set[str] = set()
        waiting = [key]
        while waiting:
            master = waiting.pop()
            for field in self._followers:
                follows = field.dependent is not None and field.dependent.depends_on == master
                if follows and field.key not in changed and self._follow(field, master):
                    changed.add(field.key)
                    waiting.append(field.key)
        return frozenset(changed)

    def _follow(self, field: FieldDefinition, master: str) -> bool:
        """Fit a dependent field's value to its new choices; a value that goes is remembered for when they come back."""
        value = self.values.get(field.key)
        wanted = self._parked.pop(field.key, value)
        as_begun = same_value(self.values.get(master), self.base.get(master))
        if as_begun and same_value(wanted, self.base.get(field.key)):
            fitting = wanted
        else:
            fitting = _fitting(field, wanted, choices_for(field, self.values))
        if not same_value(fitting, wanted):
            self._parked[field.key] = wanted
        if same_value(fitting, value):
            return False
        self.values[field.key] = fitting
        self.mistyped.pop(field.key, None)
        return True


def _fitting(field: FieldDefinition, value: Any, options: Sequence[Option]) -> Any:
    """What of a value is among the choices."""
    if field.kind == FieldKind.MULTISELECT:
        kept = tuple(v for v in value if find_option(options, v)) if isinstance(value, tuple) else ()
        return kept or None
    return value if value is not None and find_option(options, value) else None
