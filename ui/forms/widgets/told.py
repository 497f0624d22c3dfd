"""What stands among the fields to be read: a heading, and a notice."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from ui.core.notice import Notice
from ui.forms.widgets.field_widget import FieldWidget

if TYPE_CHECKING:
    from jarvis_desktop.forms.kinds.field_type import FieldType
    from jarvis_desktop.forms.types import FieldDefinition
    from ui.core.theme import Theme

_TONES = frozenset({"info", "warning", "danger"})


class _ToldWidget(FieldWidget):
    """A field without a value: what it says is all there is."""

    @override
    def show_value(self, value: object) -> None:
        """Nothing: there is none."""

    @override
    def entered(self) -> None:
        return None

    @override
    def draft(self) -> None:
        """Nothing: nobody can type here."""

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        """Nothing: it is always to be read only."""


class HeadingWidget(_ToldWidget):
    """The label as a heading, the description below it."""

    @override
    def create_input(self) -> QWidget:
        self.label.hide()
        heading = QLabel(self.field.label, self)
        heading.setProperty("role", "section")
        heading.setWordWrap(True)
        return heading


class NoticeFieldWidget(_ToldWidget):
    """The label and the description in a frame; `ui_props.tone` is `info`, `warning` or `danger`."""

    def __init__(self, field: FieldDefinition, kind: FieldType | None, theme: Theme, parent: QWidget | None) -> None:
        self._text = field.description
        super().__init__(dataclasses.replace(field, description=""), kind, theme, parent)

    @override
    def create_input(self) -> QWidget:
        self.label.hide()
        tone = self.field.props.get("tone")
        told = tone if isinstance(tone, str) and tone in _TONES else "info"
        return Notice(self.field.label, self._text, theme=self.theme, tone=told, parent=self)
