"""What the fields of an open form hold, to be brought back later: by undo, by a draft, under another definition."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jarvis_desktop.forms.drafts.types import DraftField
from jarvis_desktop.forms.standing import may_take_input
from jarvis_desktop.forms.types import Parsed
from ui.forms.typing import FieldState
from ui.forms.widgets.field_widget import Draft

if TYPE_CHECKING:
    from jarvis_desktop.forms.drafts.types import FormDraft
    from jarvis_desktop.forms.editing import FormEdit
    from ui.forms.body import FormBody
    from ui.forms.showing import FieldShowing


class FieldStates:
    """Takes and gives back the states of fields; `typed` are the letters of fields that hold no value, by key."""

    def __init__(self, edit: FormEdit, body: FormBody, show: FieldShowing) -> None:
        self.typed: dict[str, Draft | None] = {}
        self._edit = edit
        self._body = body
        self._show = show

    def now(self, key: str) -> FieldState:
        """What a field holds."""
        widget = self._body.built_widget(key)
        edited = self._edit.is_edited(key)
        draft = self._show.drafts.get(key) or (widget.draft() if widget is not None and edited else None)
        return FieldState(edited, self._edit.values.get(key), self._edit.mistyped.get(key), draft)

    def before(self, key: str) -> FieldState:
        """What a field held before the change that its widget just told of."""
        draft = self.typed.get(key) if key in self._edit.mistyped else None
        return FieldState(self._edit.is_edited(key), self._edit.values.get(key), self._edit.mistyped.get(key), draft)

    def restore(self, key: str, state: FieldState) -> None:
        """Bring a field back to what it held; one that nobody had edited shows what is stored now."""
        self._show.drafts.pop(key, None)
        if state.edited:
            others = self._edit.restore(key, Parsed(state.value, state.problem))
            if state.draft is not None:
                self._show.drafts[key] = state.draft
        elif key in self._edit.elsewhere:
            others = self._edit.take_theirs(key)
        else:
            others = self._edit.revert(key)
        self._show.values({*others, key})
        self._show.elsewhere((key,))

    def edited(self) -> tuple[dict[str, DraftField], dict[str, Any]]:
        """The edited fields, and the values that their edit began with."""
        fields: dict[str, DraftField] = {}
        for key in self._edit.values:
            if self._edit.is_edited(key):
                state = self.now(key)
                typed = state.draft.typed if state.problem is not None and state.draft is not None else None
                field = self._edit.fields.get(key)
                fields[key] = DraftField(state.value, typed, field.label if field is not None else "")
        return fields, {key: self._edit.base.get(key) for key in fields}

    def resume(self, draft: FormDraft) -> tuple[str, ...]:
        """Bring a draft back over the record shown, which may be another by now; the keys that found no place."""
        places = {
            key: held
            for key, held in draft.fields.items()
            if (field := self._edit.fields.get(key)) is not None and may_take_input(field)
        }
        self._edit.resume({key: (draft.base.get(key), held.value) for key, held in places.items()})
        for key, held in places.items():
            if held.typed is not None:
                self._retype(key, held.typed)
        self._show.values(self._edit.fields)
        self._show.elsewhere(places)
        return tuple(key for key in draft.fields if key not in places)

    def keep(self) -> None:
        """Keep the letters that stand in edited fields, while their widgets are made anew."""
        for widget in self._body.built_widgets():
            draft = widget.draft() if self._edit.is_edited(widget.field.key) else None
            if draft is not None:
                self._show.drafts[widget.field.key] = draft

    def _retype(self, key: str, typed: Any) -> None:
        """Show letters that are no value (yet), with what is wrong about them."""
        widget = self._body.field_widget(key)
        widget.restore(Draft(typed))
        parsed = widget.value()
        self._edit.set(key, parsed)
        if parsed.problem is not None:
            self._show.drafts[key] = self.typed[key] = Draft(typed)
