"""Several fields as one: each with the widget of its kind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget
from typing_extensions import override

from jarvis_desktop.forms.field_types import field_types
from jarvis_desktop.forms.repeated import RepeatedRows
from jarvis_desktop.forms.types import TEXT_ONLY_KINDS, FieldKind, Parsed
from ui.core.measures import SPACE_12
from ui.forms.widgets.field_widget import FieldWidget

_COLUMNS = 2
_WIDE = frozenset({FieldKind.TEXTAREA, FieldKind.MARKDOWN, FieldKind.JSON, FieldKind.REPEAT})


class CompositeWidget(FieldWidget):
    """A frame with the fields inside, in two columns; what else the value holds stays in it."""

    @override
    def create_input(self) -> QWidget:
        from ui.forms.widgets.registry import field_widgets  # which lists this widget

        frame = QFrame(self)
        frame.setProperty("role", "panel")
        grid = QGridLayout(frame)
        grid.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        grid.setSpacing(SPACE_12)
        types, widgets = field_types(), field_widgets()
        self._judge = RepeatedRows(self.field, types)
        self._row: Mapping[str, Any] = {}
        self._closed = False
        self.inner: dict[str, FieldWidget] = {}
        place = 0
        for field in self._judge.item.fields:
            if field.notice or field.kind in TEXT_ONLY_KINDS:
                continue
            widget = widgets[field.kind](field, types[field.kind], self.theme, frame)
            widget.edited.connect(self._on_edited)
            span = _COLUMNS if field.kind in _WIDE else 1
            if place % _COLUMNS + span > _COLUMNS:
                place += _COLUMNS - place % _COLUMNS
            grid.addWidget(widget, place // _COLUMNS, place % _COLUMNS, 1, span)
            self.inner[field.key] = widget
            place += span
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        if self.inner:
            frame.setFocusProxy(next(iter(self.inner.values())).input)
        return frame

    @override
    def show_value(self, value: Any) -> None:
        self._row = value if isinstance(value, Mapping) else {}
        for key, widget in self.inner.items():
            widget.set_value(self._judge.value(self._row, key))
        self._stand()

    @override
    def entered(self) -> Any:
        return dict(self._row)

    @override
    def value(self) -> Parsed:
        if not self._touched:
            return super().value()
        return Parsed({key: value for key, value in self._row.items() if value is not None} or None)

    @override
    def restore_typed(self, typed: Any) -> None:
        self.show_value(typed)

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        self._closed = read_only
        self._stand()

    @override
    def finish(self) -> None:
        for widget in self.inner.values():
            widget.finish()

    def _stand(self) -> None:
        """Let the fields inside take input, and show, as they stand beside each other."""
        engine = self._judge.decided(self._row)
        closed = self._closed
        for key, widget in self.inner.items():
            standing = engine.standing(key)
            widget.set_enabled(enabled=standing.editable and not closed)
            widget.setVisible(standing.visible)

    @Slot(str)
    def _on_edited(self, key: str) -> None:
        widget = self.inner[key]
        parsed = widget.value()
        draft = widget.draft()
        value = parsed.value
        if parsed.problem is not None:
            # Letters that are no value stay in their place, to be mended.
            value = draft.typed if draft is not None and isinstance(draft.typed, str) else None
        before, self._row = self._row, self._judge.entered(self._row, {key: value})
        for other, inner in self.inner.items():
            if other != key and self._judge.value(before, other) != self._judge.value(self._row, other):
                inner.set_value(self._judge.value(self._row, other))
        problems = {problem.field: problem.message for problem in self._judge.row_problems(self._row)}
        widget.set_problem(problems.get(key, ""))
        self._stand()
        self.mark_edited()
