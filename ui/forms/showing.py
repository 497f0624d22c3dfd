"""Shows in the widgets of a form what its edit knows of their fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.kinds.field_type import as_text, quoted
from jarvis_desktop.forms.types import CHOICE_KINDS, LOOKUP_KINDS
from jarvis_desktop.forms.values import is_empty

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jarvis_desktop.core.registry import Registry
    from jarvis_desktop.forms.editing import FormEdit
    from jarvis_desktop.forms.kinds.field_type import FieldType
    from ui.forms.body import FormBody
    from ui.forms.widgets.field_widget import Draft, FieldWidget


class FieldShowing:
    """Fills widgets that are built.

    `drafts` holds, by key, letters that stand in a field and are no value; `problems` what is said to be wrong;
    `writable` says whether anything may be edited.
    """

    def __init__(self, edit: FormEdit, body: FormBody, types: Registry[str, FieldType]) -> None:
        self.drafts: dict[str, Draft] = {}
        self.writable = True
        self.problems: dict[str, str] = {}
        self._edit = edit
        self._body = body
        self._types = types

    def fill(self, widget: FieldWidget) -> None:
        """Show all that the edit knows of a field."""
        key = widget.field.key
        # The value first: a choice that it had before would stay among those offered.
        widget.set_value(self._edit.values.get(key))
        self.stand(widget)
        draft = self.drafts.get(key)
        if draft is not None:
            widget.restore(draft)
        self.mark(widget)
        widget.set_elsewhere(self._elsewhere_text(key))

    def values(self, keys: Iterable[str]) -> None:
        """Fill the fields of these keys."""
        for widget in self._built(keys):
            self.fill(widget)

    def stand(self, widget: FieldWidget) -> None:
        """Let a field be edited, marked as required, and offer choices, as it stands beside the others."""
        standing = self._edit.standing(widget.field.key)
        widget.set_enabled(enabled=self.writable and standing.editable)
        widget.set_required(required=standing.required and standing.editable)
        if widget.field.kind in CHOICE_KINDS | LOOKUP_KINDS and widget.field.source is None:
            self._offer(widget)

    def elsewhere(self, keys: Iterable[str]) -> None:
        """Tell at the fields of these keys what somebody else changed meanwhile, or take it back."""
        for widget in self._built(keys):
            widget.set_elsewhere(self._elsewhere_text(widget.field.key))

    def concerned(self, keys: Iterable[str]) -> None:
        """Show what is wrong with fields that are judged beside those of these keys, and have a value."""
        for widget in self._built(self._edit.concerned(keys)):
            key = widget.field.key
            if self._edit.is_edited(key) or not is_empty(self._edit.values.get(key)):
                self.remark(widget, self._edit.field_problem(key))

    def mark(self, widget: FieldWidget) -> None:
        """Show what is wrong with an edited field."""
        key = widget.field.key
        self.remark(widget, self._edit.field_problem(key) if self._edit.is_edited(key) else "")

    def remark(self, widget: FieldWidget, problem: str) -> None:
        """Show a problem, or without one what else is to be said of the value."""
        if problem:
            self.problems[widget.field.key] = problem
        else:
            self.problems.pop(widget.field.key, None)
        remark = None if problem else self._edit.field_remark(widget.field.key)
        if remark is None:
            widget.set_problem(problem)
        else:
            widget.set_problem(remark.message, severity=remark.severity)

    def _built(self, keys: Iterable[str]) -> Iterable[FieldWidget]:
        return (widget for key in keys if (widget := self._body.built_widget(key)) is not None)

    def _offer(self, widget: FieldWidget) -> None:
        """Offer the choices that the field has beside the present values."""
        field, options = widget.field, self._edit.options(widget.field.key)
        if options == widget.offered:
            return
        reason = ""
        if not options and field.dependent is not None:
            leading = field.dependent.depends_on
            if self._edit.offers_nothing(field.key):
                reason = tr("No choices for “{value}”", value=as_text(self._edit.record[leading]))
            else:
                master = self._edit.fields.get(leading)
                reason = tr("Choose {label} first", label=master.label if master is not None else leading)
        elif not options:
            reason = tr("No choices here")
        widget.offer(options, empty_text=reason)

    def _elsewhere_text(self, key: str) -> str | None:
        if key not in self._edit.elsewhere:
            return None
        before, now = self._edit.base.get(key), self._edit.elsewhere[key]
        return tr(
            "Changed elsewhere from {before} to {after}", before=self._shown(key, before), after=self._shown(key, now)
        )

    def _shown(self, key: str, value: Any) -> str:
        """A value of a field inside a sentence."""
        if is_empty(value):
            return quoted("")
        kind = self._edit.fields[key].kind
        return quoted(self._types[kind].told(value) if kind in self._types else as_text(value))
