"""A stored row as metadata code reads it: any column may be missing, of another type, or hold junk."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any

from jarvis_desktop.core.json_text import NotJson, loads

_NOTHING: Mapping[str, Any] = MappingProxyType({})
_ENDLESS: Mapping[str, datetime] = {
    "infinity": datetime.max.replace(tzinfo=UTC),
    "-infinity": datetime.min.replace(tzinfo=UTC),
}


@dataclass(frozen=True, slots=True)
class StoredRow:
    """A row: column name to JSON value, and for columns that cannot be read the reason.

    Numbers are int or Decimal, timestamps ISO text, arrays lists.
    """

    values: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
    unreadable: Mapping[str, str] = field(default_factory=lambda: _NOTHING)

    @classmethod
    def parse(cls, document: str) -> StoredRow:
        """A row from a JSON object whose members are JSON texts, column by column."""
        values: dict[str, Any] = {}
        unreadable: dict[str, str] = {}
        for name, text in loads(document).items():
            try:
                values[name] = loads(text)
            except NotJson as error:
                unreadable[name] = f"it {error}"
        return cls(values, unreadable)

    @property
    def id(self) -> int:
        """The primary key, 0 where there is none."""
        return self.integer("id") or 0

    def value(self, column: str, default: Any = None) -> Any:
        """A JSON value; `default` when the column is missing or unreadable, None when it is NULL."""
        return self.values.get(column, default)

    def text(self, column: str, default: str = "") -> str:
        """A text; `default` when it is missing, NULL or no text."""
        value = self.values.get(column)
        return value if isinstance(value, str) else default

    def flag(self, column: str) -> bool:
        """A boolean: true where the column is missing, false where it is NULL (as `column = true` in SQL)."""
        return self.values.get(column, column not in self.unreadable) is True

    def integer(self, column: str) -> int | None:
        """An integer, or None."""
        value = self.values.get(column)
        return value if isinstance(value, int) and not isinstance(value, bool) else None

    def instant(self, column: str) -> datetime | None:
        """An aware instant from a `TIMESTAMP` (UTC) column, endless ones clamped to years 1 and 9999; or None."""
        text = self.text(column)
        if text in _ENDLESS:
            return _ENDLESS[text]
        try:
            stored = datetime.fromisoformat(text)
        except ValueError:
            year = text.partition("-")[0]
            beyond = year.isdecimal() and len(year) > 4
            return _ENDLESS["infinity" if beyond else "-infinity"] if beyond or text.endswith(" BC") else None
        return stored if stored.tzinfo is not None else stored.replace(tzinfo=UTC)
