"""A record while somebody edits it: what was typed, what differs, what somebody else changed meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.errors import Problem, Severity
from jarvis_desktop.forms.engine import FormEngine
from jarvis_desktop.forms.graph import judged_beside
from jarvis_desktop.forms.logic import OnHide, Stage
from jarvis_desktop.forms.types import FieldDefinition, FormDefinition, Option, Parsed
from jarvis_desktop.forms.validation import FormValidator
from jarvis_desktop.forms.values import same_value

if TYPE_CHECKING:
    from jarvis_desktop.forms.field_reading import FieldTypes
    from jarvis_desktop.forms.standing import Standing


class FormEdit:
    """The edit of one record (or of a new one), apart from any widget.

    `mistyped` are the problems of fields whose typed text is no value, `elsewhere` the values that others stored
    meanwhile in fields edited here.
    """

    def __init__(self, definition: FormDefinition, types: FieldTypes) -> None:
        self._types = types
        self.mistyped: dict[str, Problem] = {}
        self.elsewhere: dict[str, Any] = {}
        self._edited: set[str] = set()
        self._emptied: dict[str, Any] = {}
        self._use(definition)

    def _use(self, definition: FormDefinition) -> None:
        self.definition = definition
        self.fields: Mapping[str, FieldDefinition] = {field.key: field for field in definition.fields}
        self._validator = FormValidator(definition, self._types)
        self._engine = FormEngine(definition, self._types)
        judged: dict[str, set[str]] = {}
        for field in definition.fields:
            for name in judged_beside(field):
                judged.setdefault(name, set()).add(field.key)
        self._judged: Mapping[str, set[str]] = judged

    def use(self, definition: FormDefinition) -> None:
        """Go on under another definition; what was typed stays."""
        before = self._engine
        self._use(definition)
        empty = dict.fromkeys((field.key for field in definition.fields), None)
        self._engine.begin({**empty, **before.base}, new=before.is_new)
        self._engine.enter(before.entered())
        self._note(self._engine.values)

    def begin(self, values: Mapping[str, Any], *, new: bool) -> None:
        """Start afresh with stored values, or with those a new record begins with."""
        self.mistyped.clear()
        self.elsewhere.clear()
        self._edited.clear()
        self._emptied.clear()
        self._engine.begin(values, new=new)
        self._note(values)

    @property
    def is_new(self) -> bool:
        """Whether the record is not stored yet."""
        return self._engine.is_new

    @property
    def base(self) -> Mapping[str, Any]:
        """The values that the edit began with."""
        return self._engine.base

    @property
    def values(self) -> Mapping[str, Any]:
        """The values of now, also of fields that do not show."""
        return self._engine.values

    @property
    def record(self) -> Mapping[str, Any]:
        """The values as rules read them: nothing for a field that does not show."""
        return self._engine.record

    def set(self, key: str, parsed: Parsed) -> frozenset[str]:
        """Take what a person entered; the keys of other fields that changed, or stand otherwise, with it."""
        if parsed.problem is not None:
            self.mistyped[key] = parsed.problem
            return frozenset()
        self.mistyped.pop(key, None)
        return self._changed(self._engine.enter({key: parsed.value}), key)

    def revert(self, key: str) -> frozenset[str]:
        """Take back what was entered into one field; the keys of other fields that changed with it."""
        self.mistyped.pop(key, None)
        told = self._changed(self._engine.revert(key), key)
        return told | self._come_back()

    def restore(self, key: str, parsed: Parsed) -> frozenset[str]:
        """Bring a field back to what it held before, and others that were emptied because of it; their keys."""
        told = self.set(key, parsed)
        return told | self._come_back()

    def resume(self, edits: Mapping[str, tuple[Any, Any]]) -> None:
        """Take up edits of fields, by key what each began with and what was entered, over what is stored now."""
        stored = {key: self.base.get(key) for key in edits}
        told = self._engine.settle({key: began for key, (began, _) in edits.items()})
        told |= self._engine.enter({key: entered for key, (_, entered) in edits.items()})
        self._note({*told, *edits})
        self.rebase(stored)

    def is_edited(self, key: str) -> bool:
        """Whether a field was given another value than the edit began with, by a person or for what a person did."""
        return key in self.mistyped or key in self._edited

    @property
    def is_dirty(self) -> bool:
        """Whether anything would be lost."""
        return bool(self.mistyped or self._edited)

    @property
    def hidden(self) -> frozenset[str]:
        """The fields not shown just now."""
        return self._engine.hidden

    def standing(self, key: str) -> Standing:
        """How a field stands just now."""
        return self._engine.standing(key)

    def options(self, key: str) -> tuple[Option, ...]:
        """The choices that a field offers just now."""
        return self._engine.options(key)

    def offers_nothing(self, key: str) -> bool:
        """Whether a field has no choices for what other fields hold."""
        return self._engine.offers_nothing(key)

    def changed(self) -> dict[str, Any]:
        """What a save submits: the shown, writable fields that differ; in a new record all that were not derived."""
        return {
            key: self.values.get(key)
            for key, field in self.fields.items()
            if (standing := self._engine.standing(key)).visible
            and standing.editable
            and not field.notice
            and (key in self._edited or (self.is_new and not self._engine.is_derived(key)))
            and key not in self.mistyped
        }

    def problems(self) -> tuple[Problem, ...]:
        """All that keeps the record from being saved, in the order of the fields."""
        hidden = self.hidden
        found = [self.mistyped[key] for key in self.fields if key in self.mistyped and key not in hidden]
        found.extend(p for p in self._validator.problems(self._engine) if p.field not in self.mistyped)
        order = {key: index for index, key in enumerate(self.fields)}
        return tuple(sorted(found, key=lambda problem: order.get(problem.field, -1)))

    def field_problem(self, key: str) -> str:
        """The first problem of one field, as far as one counts while typing, or ""."""
        if key in self.mistyped:
            return self.mistyped[key].message
        field = self.fields.get(key)
        said = () if field is None else self._validator.field_problems(field, self._engine, Stage.EDIT)
        return next((problem.message for problem in said if problem.severity is Severity.ERROR), "")

    def field_remark(self, key: str) -> Problem | None:
        """What is to be said of a field that has no problem: a warning first, else for information."""
        if key in self.mistyped or key not in self.fields:
            return None
        kept = self._validator.kept_fault(self.fields[key], self._engine)
        if kept:
            return Problem(key, kept, severity=Severity.WARNING)
        if not self._engine.standing(key).visible:
            return None
        said = self._validator.rule_problems(self.fields[key], self._engine, Stage.EDIT)
        remarks = [problem for problem in said if problem.severity is not Severity.ERROR]
        return min(remarks, key=lambda problem: list(Severity).index(problem.severity), default=None)

    def concerned(self, keys: Iterable[str]) -> frozenset[str]:
        """The fields whose values are judged beside those of these."""
        return frozenset().union(*(self._judged.get(key, frozenset()) for key in keys))

    def accept(self, values: Mapping[str, Any], submitted: Mapping[str, Any]) -> frozenset[str]:
        """A save of `submitted` was answered with the stored `values`; what was typed meanwhile stays an edit.

        Returns the keys of the fields whose value changed here.
        """
        taken, kept, updated = {}, {}, set()
        for key, mine in submitted.items():
            stored = values.get(key)
            self.elsewhere.pop(key, None)
            if key not in self.mistyped and same_value(self.values.get(key), mine):
                taken[key] = stored
                if not same_value(mine, stored):
                    updated.add(key)
            else:
                kept[key] = stored
        self._engine.become_stored()
        told = self._engine.settle(taken) | self._engine.settle(kept, entered=False)
        self._note({*told, *submitted})
        return frozenset(updated) | told - submitted.keys() | self.rebase(values)

    def rebase(self, values: Mapping[str, Any]) -> frozenset[str]:
        """Somebody else stored `values`: untouched fields take them, edited ones remember them in `elsewhere`.

        Returns the keys of the fields whose value changed here.
        """
        taken: dict[str, Any] = {}
        agreed: dict[str, Any] = {}
        for key, theirs in values.items():
            if same_value(theirs, self.base.get(key)) and key not in self.elsewhere:
                continue
            if not self.is_edited(key):
                taken[key] = theirs
            elif key not in self.mistyped and same_value(self.values.get(key), theirs):
                agreed[key] = theirs
                self.elsewhere.pop(key, None)
            elif not same_value(theirs, self.base.get(key)):
                self.elsewhere[key] = theirs
            else:
                self.elsewhere.pop(key, None)
        told = self._engine.settle({**taken, **agreed})
        self._note({*told, *taken, *agreed})
        return told | taken.keys()

    def take_theirs(self, key: str) -> frozenset[str]:
        """Drop what was entered for the value somebody else stored; the keys of other fields that changed with it."""
        self.mistyped.pop(key, None)
        return self._changed(self._engine.settle({key: self.elsewhere.pop(key)}), key)

    def keep_mine(self, key: str) -> None:
        """Go on with what was entered, over the value somebody else stored."""
        self._changed(self._engine.settle({key: self.elsewhere.pop(key)}, entered=False), key)

    def _changed(self, told: frozenset[str], key: str) -> frozenset[str]:
        """After a change of one field: what of the others changed; those that hid now may lose their value."""
        gone = [
            each for each in told
            if each in self.fields
            and self.fields[each].logic.on_hide is OnHide.CLEAR
            and not self._engine.standing(each).visible
            and self.values.get(each) is not None
        ]  # fmt: skip
        if gone:
            self._emptied.update({each: self.values[each] for each in gone})
            told |= self._engine.enter(dict.fromkeys(gone))
            for each in gone:
                self.mistyped.pop(each, None)
        self._note({*told, key})
        return told - {key}

    def _come_back(self) -> frozenset[str]:
        """Give the fields that show again what they held when they hid; their keys."""
        back = {key: held for key, held in self._emptied.items() if self._engine.standing(key).visible}
        for key in back:
            del self._emptied[key]
        told = self._engine.enter(back)
        self._note({*told, *back})
        return told

    def _note(self, keys: Iterable[str]) -> None:
        """Remember which of these fields differ from what they began with."""
        for key in keys:
            if self._engine.is_derived(key) or same_value(self.values.get(key), self.base.get(key)):
                self._edited.discard(key)
            else:
                self._edited.add(key)
