"""The kind that holds some values together."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from typing_extensions import override

from jarvis_desktop.core.json_text import texts
from jarvis_desktop.core.words import shown, tr
from jarvis_desktop.forms.kinds.documents import DocumentType
from jarvis_desktop.forms.kinds.field_type import NOT_STORABLE, Unreadable, as_text
from jarvis_desktop.forms.types import FILE_KINDS, FieldDefinition
from jarvis_desktop.tables.filters import storable


class CompositeType(DocumentType):
    """A mapping from the keys of the fields inside to values as JSON has them; other members stay."""

    @override
    def read(self, raw: Any) -> Any:
        if raw is None:
            return None
        if not isinstance(raw, Mapping):
            raise Unreadable(tr("must be an object with its fields"))
        return {key: value for key, value in raw.items() if value is not None} or None

    @override
    def fault(self, value: Any) -> str:
        if not isinstance(value, Mapping):
            return tr("must be an object with its fields")
        return "" if all(map(storable, texts(value))) else shown(NOT_STORABLE)

    @override
    def told(self, value: Any) -> str:
        if not isinstance(value, Mapping):
            return self.display(value)
        return ", ".join(as_text(part) for part in value.values() if isinstance(part, (str, int)) and part != "")

    @override
    def check(self, field: FieldDefinition) -> str:
        inner = field.item.fields if field.item is not None else ()
        if any(one.source is not None or one.kind in FILE_KINDS for one in inner):
            return tr("cannot hold files or choices from a table: give them fields of their own")
        return "" if inner else tr("has no fields in it")
