"""The kinds of field that this program implements, by the `field_type` text of the rows."""

from __future__ import annotations

from jarvis_desktop.core.registry import Registry
from jarvis_desktop.core.words import mark, tr
from jarvis_desktop.forms.kinds.address import AddressType
from jarvis_desktop.forms.kinds.choices import ChoiceType, ListType
from jarvis_desktop.forms.kinds.composites import CompositeType
from jarvis_desktop.forms.kinds.documents import JsonType
from jarvis_desktop.forms.kinds.field_type import FieldType
from jarvis_desktop.forms.kinds.files import FilesType
from jarvis_desktop.forms.kinds.moments import DateTimeType, DateType
from jarvis_desktop.forms.kinds.numbers import BooleanType, NumberType
from jarvis_desktop.forms.kinds.plain import ComputedType, StructureType, TextOnlyType
from jarvis_desktop.forms.kinds.repeats import RepeatType
from jarvis_desktop.forms.kinds.texts import (
    TextType,
    is_colour,
    is_email_address,
    is_phone_number,
    is_uuid,
    is_web_address,
)
from jarvis_desktop.forms.kinds.times import DurationType, TimeType
from jarvis_desktop.forms.types import FieldKind

FIELD_TYPES: tuple[FieldType, ...] = (
    TextType(FieldKind.TEXT),
    TextType(FieldKind.TEXTAREA),
    TextType(FieldKind.MARKDOWN),
    TextType(FieldKind.PASSWORD),
    TextType(FieldKind.COLOR, is_colour, mark("must be a colour such as #1A6BC4")),
    TextType(FieldKind.UUID, is_uuid, mark("must be a UUID such as 6f1c1d2e-8a4b-4c59-9d3e-2b7a90c1f3d4")),
    TextType(FieldKind.CODE),
    NumberType(FieldKind.INTEGER, whole=True),
    NumberType(FieldKind.NUMBER, whole=False),
    NumberType(FieldKind.DECIMAL, whole=False),
    NumberType(FieldKind.CURRENCY, whole=False),
    NumberType(FieldKind.PERCENT, whole=False),
    NumberType(FieldKind.RANGE, whole=False),
    NumberType(FieldKind.RATING, whole=True),
    DateType(FieldKind.DATE),
    TimeType(FieldKind.TIME),
    DateTimeType(FieldKind.DATETIME),
    DurationType(FieldKind.DURATION),
    BooleanType(FieldKind.TOGGLE),
    BooleanType(FieldKind.CHECKBOX),
    ChoiceType(FieldKind.SELECT),
    ChoiceType(FieldKind.RADIO),
    ListType(FieldKind.MULTISELECT, chosen=True),
    ChoiceType(FieldKind.LOOKUP),
    ListType(FieldKind.LOOKUP_MANY, chosen=True),
    TextType(FieldKind.EMAIL, is_email_address, mark("must be an e-mail address such as name@example.com")),
    TextType(FieldKind.URL, is_web_address, mark("must be a web address such as https://example.com")),
    TextType(FieldKind.TEL, is_phone_number, mark("must be a phone number such as +1 555 010 0199")),
    JsonType(FieldKind.JSON),
    ListType(FieldKind.TAGS, chosen=False),
    AddressType(FieldKind.ADDRESS),
    FilesType(FieldKind.FILE),
    FilesType(FieldKind.IMAGE),
    RepeatType(FieldKind.REPEAT),
    RepeatType(FieldKind.CAPABILITY_BUILDER),
    ChoiceType(FieldKind.MATURITY_SELECTOR),
    CompositeType(FieldKind.GOVERNANCE_PANEL),
    CompositeType(FieldKind.VERSION_CONTROL),
    ComputedType(FieldKind.COMPUTED),
    TextOnlyType(FieldKind.HEADING),
    TextOnlyType(FieldKind.NOTICE),
    StructureType(FieldKind.GROUP),
    StructureType(FieldKind.TABS),
)
"""Every kind this program implements; a new one is one line here and one in the widgets' tuple."""


def field_types(entries: tuple[FieldType, ...] = FIELD_TYPES) -> Registry[str, FieldType]:
    """The registry of field types by the `field_type` text of the rows."""
    return Registry(tr("field type"), ((entry.kind.value, entry) for entry in entries))
