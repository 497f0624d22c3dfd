"""Which widget edits which kind of field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from jarvis_desktop.core.registry import Registry
from jarvis_desktop.forms.defaults import is_tri_state
from jarvis_desktop.forms.kinds.field_type import FieldType
from jarvis_desktop.forms.types import FieldDefinition, FieldKind
from ui.core.theme import Theme
from ui.forms.widgets.address import AddressWidget
from ui.forms.widgets.booleans import ToggleWidget, TriStateWidget
from ui.forms.widgets.choices import MultiSelectWidget, SelectWidget
from ui.forms.widgets.composite import CompositeWidget
from ui.forms.widgets.dates import DateTimeWidget, DateWidget
from ui.forms.widgets.field_widget import FieldWidget
from ui.forms.widgets.files import FilesWidget
from ui.forms.widgets.lines import ColourWidget, ComputedWidget, ExampleWidget, PasswordWidget
from ui.forms.widgets.lookups import LookupManyWidget, LookupWidget
from ui.forms.widgets.markdown import MarkdownWidget
from ui.forms.widgets.numbers import MoneyWidget, NumberWidget
from ui.forms.widgets.radio import RadioWidget
from ui.forms.widgets.repeat.widget import RepeatWidget
from ui.forms.widgets.scales import RangeWidget, RatingWidget
from ui.forms.widgets.text import AreaWidget, LineWidget
from ui.forms.widgets.told import HeadingWidget, NoticeFieldWidget

WidgetFactory = Callable[[FieldDefinition, FieldType, Theme, QWidget | None], FieldWidget]


class NoticeWidget(FieldWidget):
    """Stands where a field cannot be edited and says why."""

    @override
    def create_input(self) -> QWidget:
        text = QLabel(self.field.notice, self)
        text.setWordWrap(True)
        text.setProperty("role", "caption")
        text.setProperty("tone", "warning")
        return text

    @override
    def show_value(self, value: Any) -> None:
        """Nothing: the value is left alone."""

    @override
    def entered(self) -> None:
        return None

    @override
    def draft(self) -> None:
        """Nothing of its own: what was typed before the field became unusable stays as it was."""


def _toggle(field: FieldDefinition, kind: FieldType, theme: Theme, parent: QWidget | None) -> FieldWidget:
    return (TriStateWidget if is_tri_state(field) else ToggleWidget)(field, kind, theme, parent)


def _select(field: FieldDefinition, kind: FieldType, theme: Theme, parent: QWidget | None) -> FieldWidget:
    if field.source is not None:
        return LookupWidget(field, kind, theme, parent)
    return (RadioWidget if field.kind == FieldKind.RADIO else SelectWidget)(field, kind, theme, parent)


def _select_many(field: FieldDefinition, kind: FieldType, theme: Theme, parent: QWidget | None) -> FieldWidget:
    return (MultiSelectWidget if field.source is None else LookupManyWidget)(field, kind, theme, parent)


WIDGETS: tuple[tuple[FieldKind, WidgetFactory], ...] = (
    (FieldKind.TEXT, LineWidget),
    (FieldKind.TEXTAREA, AreaWidget),
    (FieldKind.MARKDOWN, MarkdownWidget),
    (FieldKind.EMAIL, LineWidget),
    (FieldKind.URL, LineWidget),
    (FieldKind.TEL, LineWidget),
    (FieldKind.PASSWORD, PasswordWidget),
    (FieldKind.COLOR, ColourWidget),
    (FieldKind.UUID, LineWidget),
    (FieldKind.CODE, AreaWidget),
    (FieldKind.JSON, AreaWidget),
    (FieldKind.INTEGER, NumberWidget),
    (FieldKind.NUMBER, NumberWidget),
    (FieldKind.DECIMAL, NumberWidget),
    (FieldKind.CURRENCY, MoneyWidget),
    (FieldKind.PERCENT, NumberWidget),
    (FieldKind.RANGE, RangeWidget),
    (FieldKind.RATING, RatingWidget),
    (FieldKind.DATE, DateWidget),
    (FieldKind.TIME, ExampleWidget),
    (FieldKind.DATETIME, DateTimeWidget),
    (FieldKind.DURATION, ExampleWidget),
    (FieldKind.TOGGLE, _toggle),
    (FieldKind.CHECKBOX, _toggle),
    (FieldKind.SELECT, _select),
    (FieldKind.RADIO, _select),
    (FieldKind.MULTISELECT, _select_many),
    (FieldKind.LOOKUP, _select),
    (FieldKind.LOOKUP_MANY, _select_many),
    (FieldKind.TAGS, LineWidget),
    (FieldKind.FILE, FilesWidget),
    (FieldKind.IMAGE, FilesWidget),
    (FieldKind.REPEAT, RepeatWidget),
    (FieldKind.ADDRESS, AddressWidget),
    (FieldKind.MATURITY_SELECTOR, RadioWidget),
    (FieldKind.CAPABILITY_BUILDER, RepeatWidget),
    (FieldKind.GOVERNANCE_PANEL, CompositeWidget),
    (FieldKind.VERSION_CONTROL, CompositeWidget),
    (FieldKind.COMPUTED, ComputedWidget),
    (FieldKind.HEADING, HeadingWidget),
    (FieldKind.NOTICE, NoticeFieldWidget),
    (FieldKind.GROUP, HeadingWidget),
    (FieldKind.TABS, HeadingWidget),
)
"""Every kind that can be edited; a new one is one line here and one in the field types' tuple."""


def field_widgets(entries: tuple[tuple[FieldKind, WidgetFactory], ...] = WIDGETS) -> Registry[str, WidgetFactory]:
    """The registry of widget factories by kind."""
    return Registry("field widget", ((kind.value, factory) for kind, factory in entries))
