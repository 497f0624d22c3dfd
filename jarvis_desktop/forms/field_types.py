"""The kinds of field that this program implements, by the `field_type` text of the rows."""

from __future__ import annotations

from jarvis_desktop.core.registry import Registry
from jarvis_desktop.core.words import mark, tr
from jarvis_desktop.forms.kinds.choices import ChoiceType, ListType
from jarvis_desktop.forms.kinds.documents import JsonType
from jarvis_desktop.forms.kinds.field_type import FieldType
from jarvis_desktop.forms.kinds.moments import DateTimeType, DateType
from jarvis_desktop.forms.kinds.numbers import BooleanType, NumberType
from jarvis_desktop.forms.kinds.texts import TextType, is_email_address, is_phone_number, is_web_address
from jarvis_desktop.forms.types import FieldKind

FIELD_TYPES: tuple[FieldType, ...] = (
    TextType(FieldKind.TEXT),
    TextType(FieldKind.TEXTAREA),
    NumberType(FieldKind.NUMBER, whole=False),
    NumberType(FieldKind.INTEGER, whole=True),
    NumberType(FieldKind.DECIMAL, whole=False),
    ChoiceType(FieldKind.SELECT),
    ListType(FieldKind.MULTISELECT, chosen=True),
    BooleanType(FieldKind.TOGGLE),
    BooleanType(FieldKind.CHECKBOX),
    DateType(FieldKind.DATE),
    DateTimeType(FieldKind.DATETIME),
    TextType(FieldKind.EMAIL, is_email_address, mark("must be an e-mail address such as name@example.com")),
    TextType(FieldKind.URL, is_web_address, mark("must be a web address such as https://example.com")),
    TextType(FieldKind.TEL, is_phone_number, mark("must be a phone number such as +1 555 010 0199")),
    JsonType(FieldKind.JSON),
    ListType(FieldKind.TAGS, chosen=False),
)
"""Every kind this program implements; a new one is one line here and one in the widgets' tuple."""


def field_types(entries: tuple[FieldType, ...] = FIELD_TYPES) -> Registry[str, FieldType]:
    """The registry of field types by the `field_type` text of the rows."""
    return Registry(tr("field type"), ((entry.kind.value, entry) for entry in entries))
