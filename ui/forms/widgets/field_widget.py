"""What all field widgets share: label, input, help, and what is said below it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from jarvis_desktop.core.errors import Severity
from jarvis_desktop.forms.types import FieldDefinition, Option, Parsed
from ui.core.measures import SPACE_4
from ui.forms.widgets.remarks import ElsewhereRemark, Remark

if TYPE_CHECKING:
    from jarvis_desktop.forms.kinds.field_type import FieldType
    from ui.core.theme import Theme


_UNITS = ("unit", "suffix", "prefix", "currency")
_USUAL_UNITS = {"percent": "%"}
_TONES = {Severity.ERROR: "danger", Severity.WARNING: "warning", Severity.INFO: "info"}
_ONE_LINE = 30
"""A longer label may need a second line; a wrapped one costs layout time, so that the usual ones are not."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person has typed, apart from the widget it was typed into: kept when a form is rebuilt."""

    typed: Any
    caret: int = -1


class FieldWidget(QWidget):
    """The place of one field in a form.

    A value that nobody touched is handed back exactly as it was set, however it is shown. `offered` are the choices in
    it, None before it is known what it offers.

    Signals:
        edited (str): a person changed what the field of that key shows; `value` says what it is now.
        choice_made (str, bool): a person answered a change made elsewhere; true takes that value, false keeps theirs.
    """

    edited = Signal(str)
    choice_made = Signal(str, bool)

    def __init__(self, field: FieldDefinition, kind: FieldType | None, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.field = field
        self.theme = theme
        self._type = kind
        self._value: Any = None
        self._touched = False
        self._showing = False
        self._problem = ""
        self._enabled = True
        self._remark: Remark | None = None
        self._elsewhere: ElsewhereRemark | None = None
        self._origin: QLabel | None = None
        self.setObjectName(f"field:{field.key}")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_4)
        self.offered = field.options or None
        self.label = QLabel(_label_text(field, required=field.required and not field.readonly), self)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(len(self.label.text()) > _ONE_LINE)
        self._column.addWidget(self.label)
        self.input = self.create_input()
        self.input.setObjectName(f"input:{field.key}")
        self.input.setAccessibleName(field.label)
        self.label.setBuddy(self.input)
        self.setFocusProxy(self.input)
        self._column.addWidget(self.input)
        if field.description:
            self._box_of_input().setAccessibleDescription(field.description)
            help_text = QLabel(field.description, self)
            help_text.setTextFormat(Qt.TextFormat.PlainText)
            help_text.setWordWrap(True)
            help_text.setProperty("role", "caption")
            self._column.addWidget(help_text)
        if field.readonly:
            self.set_enabled(enabled=False)

    @abstractmethod
    def create_input(self) -> QWidget:
        """The input, connected to `mark_edited`."""

    @abstractmethod
    def show_value(self, value: Any) -> None:
        """Show a value, also one that is not of the field's kind."""

    @abstractmethod
    def entered(self) -> Any:
        """What is in the input: text, or a value of the field's kind."""

    def typed(self) -> Any:
        """What a person has put in, letter by letter, for `restore_typed`."""
        return self.entered()

    def restore_typed(self, typed: Any) -> None:
        """Show what `typed` gave before."""
        self.show_value(typed)

    def finish(self) -> None:
        """Take what is still being typed in a part of the input, as when the record is to be saved."""

    def set_read_only(self, *, read_only: bool) -> None:
        """Let nobody edit the input, or let them."""
        self.input.setEnabled(not read_only)

    def show_choices(self, options: Sequence[Option], *, empty_text: str = "") -> None:
        """Offer other choices; `empty_text` says why there are none."""

    def offer(self, options: tuple[Option, ...], *, empty_text: str = "") -> None:
        """Show other choices and remember them; `empty_text` says why there are none."""
        self.offered = options
        self.show_choices(options, empty_text=empty_text)

    def set_required(self, *, required: bool) -> None:
        """Mark the field as one that needs a value, or not."""
        text = _label_text(self.field, required=required)
        if text != self.label.text():
            self.label.setText(text)

    def caret(self) -> int:
        """Where the text cursor stands, or -1."""
        return -1

    def set_caret(self, position: int) -> None:
        """Put the text cursor somewhere."""

    def value(self) -> Parsed:
        """The value, or the problem in what was typed."""
        if not self._touched or self._type is None:
            return Parsed(self._value)
        return self._type.parse(self.field, self.entered())

    def set_value(self, value: Any) -> None:
        """Show a value and count as untouched."""
        self._value = value
        self._touched = False
        self._show(value)

    def set_enabled(self, *, enabled: bool) -> None:
        """Whether a person may edit; a read-only text can still be selected and copied."""
        if enabled is not self._enabled:
            self._enabled = enabled
            self.set_read_only(read_only=not enabled)

    @property
    def problem(self) -> str:
        """What is said to be wrong, or ""."""
        return self._problem

    def set_problem(self, text: str, *, severity: Severity = Severity.ERROR) -> None:
        """Say what is wrong below the input ("" for nothing); only an error keeps anybody from saving."""
        self._problem = text if severity is Severity.ERROR else ""
        if self._remark is None:
            if not text:
                return
            self._remark = Remark(self.theme, self)
            self._column.addWidget(self._remark)
        self._remark.say(text, tone=_TONES[severity])
        marked, box = bool(self._problem), self._box_of_input()
        if bool(box.property("problem")) != marked:
            box.setProperty("problem", marked)
            box.style().unpolish(box)
            box.style().polish(box)
        box.setAccessibleDescription(text or self.field.description)

    def _box_of_input(self) -> QWidget:
        """What of the input is typed into: it takes the border of a problem, and screen readers stand there."""
        inner = self.input.focusProxy()
        return self.input if inner is None else inner

    @property
    def remark(self) -> str:
        """What stands below the input: the problem or the warning."""
        return self._remark.text if self._remark is not None else ""

    def set_origin(self, text: str) -> None:
        """Say below all else where the value comes from ("" for nothing)."""
        if self._origin is None:
            if not text:
                return
            self._origin = QLabel(self)
            self._origin.setObjectName("origin")
            self._origin.setTextFormat(Qt.TextFormat.PlainText)
            self._origin.setWordWrap(True)
            self._origin.setProperty("role", "caption")
            self._column.addWidget(self._origin)
        self._origin.setText(text)
        self._origin.setVisible(bool(text))

    @property
    def origin(self) -> str:
        """What is said of where the value comes from, or ""."""
        return "" if self._origin is None else self._origin.text()

    def set_elsewhere(self, text: str | None) -> None:
        """Say what somebody else stored meanwhile and ask which value stays; None takes the question away."""
        if self._elsewhere is None:
            if text is None:
                return
            self._elsewhere = ElsewhereRemark(self.theme, self)
            self._elsewhere.answered.connect(self._on_answered)
            self._column.addWidget(self._elsewhere)
        self._elsewhere.ask(text)

    @property
    def elsewhere(self) -> str:
        """What is said about a change made elsewhere, or ""."""
        return "" if self._elsewhere is None or self._elsewhere.isHidden() else self._elsewhere.text

    def draft(self) -> Draft | None:
        """What was typed and where the cursor stands; None when nobody touched the field."""
        return Draft(self.typed(), self.caret()) if self._touched else None

    def restore(self, draft: Draft) -> None:
        """Show what was typed before, as typed."""
        self._showing = True
        self.restore_typed(draft.typed)
        self._showing = False
        self._touched = True

    @Slot()
    def mark_edited(self) -> None:
        """The input changed; unless we changed it ourselves, a person did."""
        if not self._showing:
            self._touched = True
            self.edited.emit(self.field.key)

    def _show(self, value: Any) -> None:
        self._showing = True
        self.show_value(value)
        self._showing = False

    @Slot(bool)
    def _on_answered(self, take: bool) -> None:  # noqa: FBT001 - a signal's value
        self.choice_made.emit(self.field.key, take)


def _label_text(field: FieldDefinition, *, required: bool) -> str:
    unit = next((str(field.props[name]) for name in _UNITS if field.props.get(name)), _USUAL_UNITS.get(field.kind, ""))
    return field.label + (f" ({unit})" if unit else "") + (" *" if required else "")
