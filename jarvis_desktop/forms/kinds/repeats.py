"""The kind that holds rows of sub-fields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from typing_extensions import override

from jarvis_desktop.core.json_text import texts
from jarvis_desktop.core.words import shown, tr, tr_n
from jarvis_desktop.forms.kinds.documents import DocumentType
from jarvis_desktop.forms.kinds.field_type import NOT_STORABLE, Unreadable
from jarvis_desktop.forms.types import FieldDefinition, FieldKind
from jarvis_desktop.tables.filters import storable

MOST_ROWS = 20_000


class RepeatType(DocumentType):
    """A tuple of rows: mappings from sub-field keys to values as JSON has them. No rows are no value.

    Capabilities are also read as texts, their names.
    """

    @override
    def read(self, raw: Any) -> Any:
        if raw is None:
            return None
        if self.kind is FieldKind.CAPABILITY_BUILDER and isinstance(raw, (list, tuple)):
            raw = [{"name": row} if isinstance(row, str) else row for row in raw]
        if not isinstance(raw, (list, tuple)) or not all(isinstance(row, Mapping) for row in raw):
            raise Unreadable(tr("must be a list of rows"))
        return tuple(raw) or None

    @override
    def fault(self, value: Any) -> str:
        if not isinstance(value, tuple):
            return tr("must be a list of rows")
        if len(value) > MOST_ROWS:
            return tr("has more than {most} rows", most=f"{MOST_ROWS:,}")
        return "" if all(map(_storable, value)) else shown(NOT_STORABLE)

    @override
    def told(self, value: Any) -> str:
        if not isinstance(value, (list, tuple)):
            return self.display(value)
        return tr_n("{count} row", "{count} rows", len(value), count=len(value))

    @override
    def to_json(self, value: Any) -> Any:
        return list(value) if isinstance(value, tuple) else value

    @override
    def check(self, field: FieldDefinition) -> str:
        return "" if field.item is not None and field.item.fields else tr("has no fields for its rows")


def _storable(row: Mapping[str, Any]) -> bool:
    """Whether all texts of a row can be stored; most rows hold nothing within their values."""
    for key, value in row.items():
        kind = type(value)
        if not storable(key) or (kind is str and not storable(value)):
            return False
        if kind in (dict, list, tuple) and not all(map(storable, texts(value))):
            return False
    return True
