"""The kind that holds a postal address."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from typing_extensions import override

from jarvis_desktop.core.words import Text, mark, shown, tr
from jarvis_desktop.forms.kinds.documents import DocumentType
from jarvis_desktop.forms.kinds.field_type import NOT_STORABLE, Unreadable
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


class AddressType(DocumentType):
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
    def is_json(self, text: str) -> bool:
        return text.lstrip().startswith("{")

    @override
    def fault(self, value: Any) -> str:
        if not isinstance(value, Mapping):
            return tr("must be an address")
        texts = [text for text in value.values() if isinstance(text, str)]
        return "" if all(map(storable, texts)) else shown(NOT_STORABLE)

    @override
    def told(self, value: Any) -> str:
        if not isinstance(value, Mapping):
            return self.display(value)
        part = {name: str(value.get(name) or "").strip() for name in PARTS}
        town = " ".join(filter(None, (part["postal_code"], part["city"])))
        return ", ".join(filter(None, (part["street"], part["extra"], town, part["region"], part["country"])))
