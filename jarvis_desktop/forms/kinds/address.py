"""The kind that holds a postal address."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from typing_extensions import override

from jarvis_desktop.core.errors import Problem
from jarvis_desktop.core.json_text import NotJson, dumps, loads
from jarvis_desktop.core.words import Text, mark, shown, tr
from jarvis_desktop.forms.kinds.field_type import NOT_STORABLE, FieldType, Unreadable, as_text
from jarvis_desktop.forms.types import FieldDefinition, Parsed
from jarvis_desktop.tables.filters import storable

PARTS: Mapping[str, Text] = MappingProxyType(
    {
        "street": mark("Street and number"),
        "extra": mark("Building, floor, unit"),
        "postal_code": mark("Postal code"),
        "city": mark("City"),
        "region": mark("State or region"),
        "country": mark("Country"),
    }
)
"""The parts of an address in their order, and what they are called."""


class AddressType(FieldType):
    """A mapping from `PARTS` to texts; other members stay. No part filled in is no value; a text is a street."""

    @override
    def read(self, raw: Any) -> Any:
        if raw is None:
            return None
        if isinstance(raw, str):
            return {"street": raw} if raw.strip() else None
        if not isinstance(raw, Mapping) or not all(isinstance(raw.get(part), (str, int, type(None))) for part in PARTS):
            raise Unreadable(tr("must be an address"))
        kept = {key: value for key, value in raw.items() if value is not None and value != ""}
        return {key: str(value) if key in PARTS else value for key, value in kept.items()} or None

    @override
    def parse(self, field: FieldDefinition, entered: Any) -> Parsed:
        if isinstance(entered, str) and entered.lstrip().startswith("{"):
            try:
                entered = loads(entered)
            except NotJson as bad:
                return Parsed(problem=Problem(field.key, f"{field.label} {bad}"))
        return super().parse(field, entered)

    @override
    def fault(self, value: Any) -> str:
        if not isinstance(value, Mapping):
            return tr("must be an address")
        texts = [text for text in value.values() if isinstance(text, str)]
        return "" if all(map(storable, texts)) else shown(NOT_STORABLE)

    @override
    def display(self, value: Any) -> str:
        return dumps(value) if isinstance(value, Mapping) else "" if value is None else as_text(value)

    @override
    def told(self, value: Any) -> str:
        if not isinstance(value, Mapping):
            return self.display(value)
        part = {name: str(value.get(name) or "").strip() for name in PARTS}
        town = " ".join(filter(None, (part["postal_code"], part["city"])))
        return ", ".join(filter(None, (part["street"], part["extra"], town, part["region"], part["country"])))
