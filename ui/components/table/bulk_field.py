"""One field of a bulk edit: its own input, or “clear it”."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from jarvis_desktop.core.errors import Problem
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.choices import choices_for, find_option
from jarvis_desktop.forms.kinds.field_type import as_text, quoted
from jarvis_desktop.forms.types import FieldDefinition, FieldKind, Option, Parsed
from jarvis_desktop.forms.values import is_empty
from ui.core.icons import icon
from ui.core.measures import SPACE_8, SPACE_12
from ui.core.sides import margins

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.forms.kinds.field_type import FieldType
    from ui.core.theme import Theme
    from ui.forms.widgets.registry import WidgetFactory

_TOGGLES = frozenset({FieldKind.TOGGLE, FieldKind.CHECKBOX})
_LONGEST = 60


class BulkField(QFrame):
    """A field that gets one value in many records.

    Signals:
        edited (): a person changed what it becomes.
        dropped (str): the field of that key shall stay as it is after all.
    """

    edited = Signal()
    dropped = Signal(str)

    def __init__(
        self, field: FieldDefinition, kind: FieldType, factory: WidgetFactory, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._kind = kind
        self._theme = theme
        self.setObjectName(f"bulk:{field.key}")
        self.setProperty("role", "card")
        self.widget = factory(field, kind, theme, self)
        self.widget.edited.connect(self._on_edited)
        if field.kind in _TOGGLES:
            # It shows “no” from the start, so that this is what it means.
            self.widget.set_value(False)
        self.clear = QCheckBox(tr("Make it empty"), self)
        self.clear.setObjectName("clearField")
        self.clear.setAccessibleName(tr("Make {label} empty", label=field.label))
        self.clear.setVisible(not field.required and field.kind not in _TOGGLES)
        self.clear.toggled.connect(self._on_clear)
        self._drop = QToolButton(self)
        self._drop.setObjectName("dropField")
        self._drop.setAccessibleName(tr("Leave {label} as it is", label=field.label))
        self._drop.setToolTip(tr("Leave this field as it is"))
        self._drop.setIconSize(QSize(16, 16))
        self._drop.clicked.connect(self._on_drop)
        left = QVBoxLayout()
        left.setSpacing(SPACE_8)
        left.addWidget(self.widget)
        left.addWidget(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(SPACE_12, SPACE_12, SPACE_8, SPACE_12))
        row.setSpacing(SPACE_8)
        row.addLayout(left, 1)
        row.addWidget(self._drop, 0, Qt.AlignmentFlag.AlignTop)
        theme.follow(self, self._tint)
        self._tint()

    @property
    def is_given(self) -> bool:
        """Whether a person said what it becomes."""
        if self.clear.isChecked() or self.field.kind in _TOGGLES:
            return True
        parsed = self.widget.value()
        return parsed.problem is not None or not is_empty(parsed.value)

    def value(self) -> Parsed:
        """What it becomes: None for empty, or the problem in what was typed."""
        if self.clear.isChecked():
            return Parsed()
        parsed = self.widget.value()
        if parsed.problem is None and not self.is_given:
            label = self.field.label
            said = (
                tr("{label} has no value yet", label=label)
                if self.clear.isHidden()
                else tr("{label} has no value: give one, or make it empty", label=label)
            )
            return Parsed(problem=Problem(self.field.key, said))
        return parsed

    def words(self) -> str:
        """What happens, before “in 340 incidents”: “Priority becomes High”; "" before there is a value."""
        if self.clear.isChecked():
            return tr("{label} becomes empty", label=self.field.label)
        parsed = self.widget.value()
        if parsed.problem is not None or not self.is_given:
            return ""
        return tr("{label} becomes {shown}", label=self.field.label, shown=self._shown(parsed.value))

    def offer(self, values: Mapping[str, Any]) -> None:
        """Show the choices that go with the other values given; all of them where the leading field stays as it is."""
        dependent = self.field.dependent
        if dependent is None:
            return
        follows = dependent.depends_on in values
        options = tuple(choices_for(self.field, values)) if follows else _every(self.field)
        self.widget.show_choices(options, empty_text=tr("No choices for this"))

    def set_enabled(self, *, enabled: bool) -> None:
        """Whether it can be edited just now."""
        self.widget.set_enabled(enabled=enabled and not self.clear.isChecked())
        self.clear.setEnabled(enabled)
        self._drop.setEnabled(enabled)

    def _shown(self, value: Any) -> str:
        if isinstance(value, bool):
            return quoted(as_text(value))
        options = _every(self.field)
        if isinstance(value, tuple):
            return ", ".join(quoted(_label(options, one)) for one in value)
        option = find_option(options, value)
        text = option.label if option is not None else " ".join(self._kind.display(value).split())
        return quoted(text, _LONGEST)

    @Slot(str)
    def _on_edited(self, _key: str) -> None:
        self.widget.set_problem("")
        self.edited.emit()

    @Slot(bool)
    def _on_clear(self, clear: bool) -> None:  # noqa: FBT001 - a signal's value
        self.widget.set_enabled(enabled=not clear)
        self._on_edited(self.field.key)

    @Slot()
    def _on_drop(self) -> None:
        self.dropped.emit(self.field.key)

    @Slot()
    def _tint(self) -> None:
        self._drop.setIcon(icon("x", self._theme.tokens.muted))


def _every(field: FieldDefinition) -> tuple[Option, ...]:
    """All choices that a field has, whatever another one says."""
    if field.dependent is None:
        return field.options
    found: dict[str, Option] = {str(option.value): option for option in field.options}
    for options in field.dependent.mapping.values():
        found |= {str(option.value): option for option in options if str(option.value) not in found}
    return tuple(found.values())


def _label(options: tuple[Option, ...], value: Any) -> str:
    option = find_option(options, value)
    return option.label if option is not None else str(value)
