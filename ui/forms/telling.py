"""A value of a field as people read it, where it cannot be edited: in cells and on paper."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.choices import find_option
from jarvis_desktop.forms.kinds.field_type import as_text
from jarvis_desktop.forms.types import FieldKind
from ui.core.locale import here
from ui.forms.widgets.numbers import amount_of

if TYPE_CHECKING:
    from jarvis_desktop.forms.kinds.field_type import FieldType
    from jarvis_desktop.forms.types import FieldDefinition

SECRET = "••••••"  # noqa: S105 - what stands for a secret


def told(field: FieldDefinition, kind: FieldType, value: Any) -> str:
    """The value in the person's locale, choices by their labels; "" for nothing."""
    if value is None or value == "":
        return ""
    if field.kind == FieldKind.PASSWORD:
        return SECRET
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    chosen = value if isinstance(value, tuple) else (value,)
    if field.options and all(isinstance(one, (str, int, Decimal)) for one in chosen):
        options = [find_option(field.options, one) for one in chosen]
        return ", ".join(o.label if o else as_text(one) for o, one in zip(options, chosen, strict=True))
    if isinstance(value, (int, Decimal)):
        return here().typed_number(amount_of(field, value) if field.kind == FieldKind.CURRENCY else value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return here().typed_day(value)
    return kind.told(value)
