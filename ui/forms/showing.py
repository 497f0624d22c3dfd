"""Shows in the widgets of a form what its edit knows of their fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.choices import choices_for, offers_nothing
from jarvis_desktop.forms.kinds.field_type import as_text, quoted
from jarvis_desktop.forms.values import is_empty

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jarvis_desktop.core.registry import Registry
    from jarvis_desktop.forms.editing import FormEdit
    from jarvis_desktop.forms.kinds.field_type import FieldType
    from ui.forms.body import FormBody
    from ui.forms.widgets.field_widget import Draft, FieldWidget


class FieldShowing:
    """Fills widgets that are built; `drafts` holds, by key, letters that stand in a field and are no value."""

    def __init__(self, edit: FormEdit, body: FormBody, types: Registry[str, FieldType]) -> None:
        self.drafts: dict[str, Draft] = {}
        self._edit = edit
        self._body = body
        self._types = types

    def fill(self, widget: FieldWidget) -> None:
        """Show all that the edit knows of a field."""
        key = widget.field.key
        if widget.field.dependent is not None:
            self._offer(widget)
        widget.set_value(self._edit.values.get(key))
        draft = self.drafts.get(key)
        if draft is not None:
            widget.restore(draft)
        self.mark(widget)
        widget.set_elsewhere(self._elsewhere_text(key))

    def values(self, keys: Iterable[str]) -> None:
        """Fill the fields of these keys."""
        for widget in self._built(keys):
            self.fill(widget)

    def elsewhere(self, keys: Iterable[str]) -> None:
        """Tell at the fields of these keys what somebody else changed meanwhile, or take it back."""
        for widget in self._built(keys):
            widget.set_elsewhere(self._elsewhere_text(widget.field.key))

    def followers(self, keys: Iterable[str]) -> None:
        """Fill the fields whose choices depend on one of these."""
        leading = frozenset(keys)
        for widget in self._body.built_widgets():
            if widget.field.dependent is not None and widget.field.dependent.depends_on in leading:
                self.fill(widget)

    def mark(self, widget: FieldWidget) -> None:
        """Show what is wrong with an edited field."""
        key = widget.field.key
        self.remark(widget, self._edit.field_problem(key) if self._edit.is_edited(key) else "")

    def remark(self, widget: FieldWidget, problem: str) -> None:
        """Show a problem, or without one what the stored value is accepted with."""
        if problem:
            widget.set_problem(problem)
        else:
            widget.set_problem(self._edit.kept_fault(widget.field.key), warning=True)

    def _built(self, keys: Iterable[str]) -> Iterable[FieldWidget]:
        return (widget for key in keys if (widget := self._body.built_widget(key)) is not None)

    def _offer(self, widget: FieldWidget) -> None:
        """Offer the choices that the field has beside the present values."""
        field, values = widget.field, self._edit.values
        assert field.dependent is not None
        options = choices_for(field, values)
        reason = ""
        if offers_nothing(field, values):
            reason = tr("No choices for “{value}”", value=as_text(values[field.dependent.depends_on]))
        elif not options:
            master = self._edit.fields.get(field.dependent.depends_on)
            reason = tr(
                "Choose {label} first", label=master.label if master is not None else field.dependent.depends_on
            )
        widget.show_choices(options, empty_text=reason)

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
        return quoted(self._types[kind].display(value) if kind in self._types else as_text(value))
