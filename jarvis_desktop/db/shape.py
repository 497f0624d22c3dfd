"""The shape of a table, in one form for what the models expect and what a database holds."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_LITERAL = re.compile(r"('(?:[^']|'')*')")
_NUMBER_LITERAL = re.compile(r"'(-?\d+(?:\.\d+)?)'::(?:integer|bigint|smallint|numeric)\b")
_CAST = re.compile(
    r"::\s*(?:character varying|double precision|time(?:stamp)? with(?:out)? time zone|bit varying|[\w\".]+)"
    r"(?:\(\d+(?:, ?\d+)?\))?(?:\[\])*"
)
_NOW = {"current_timestamp", "localtimestamp", "transaction_timestamp()", "'now'"}
_NUMBERS = ("integer", "bigint", "smallint", "numeric")


@dataclass(frozen=True, slots=True)
class ColumnShape:
    """A column: type as PostgreSQL's `format_type` writes it, default as `normal_default` does ("" for none)."""

    name: str
    type: str
    nullable: bool
    default: str


@dataclass(frozen=True, slots=True)
class IndexShape:
    """A B-tree index over whole rows: columns or expressions in order, each with DESC where it says so."""

    keys: tuple[str, ...]
    unique: bool = False


@dataclass(frozen=True, slots=True)
class ForeignKeyShape:
    """A foreign key; `on_delete` is CASCADE, SET NULL, SET DEFAULT, RESTRICT or NO ACTION."""

    columns: tuple[str, ...]
    target: str
    target_columns: tuple[str, ...]
    on_delete: str


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table or view by its name (`incidents`, `desktop.imported_rows`).

    `uniques` are the column sets that an unconditional unique index or constraint covers, the primary key's left out.
    """

    name: str
    columns: Mapping[str, ColumnShape]
    primary_key: tuple[str, ...] = ()
    uniques: frozenset[frozenset[str]] = frozenset()
    foreign_keys: frozenset[ForeignKeyShape] = frozenset()
    indexes: frozenset[IndexShape] = frozenset()
    triggers: frozenset[str] = field(default=frozenset())

    def covers(self, wanted: IndexShape) -> bool:
        """Whether an index serves as `wanted`: the same one, or a key or unique index that begins with its columns."""
        if wanted in self.indexes or IndexShape(wanted.keys, unique=True) in self.indexes:
            return True
        width = len(wanted.keys)
        return not wanted.unique and any(index.unique and index.keys[:width] == wanted.keys for index in self.indexes)


def normal_expression(text: str) -> str:
    """An SQL expression without casts, case, quotes of names and spare blanks, so that equal ones compare equal."""
    parts = _LITERAL.split(_NUMBER_LITERAL.sub(r"\1", text.strip()))
    for position in range(0, len(parts), 2):
        plain = _CAST.sub("", parts[position].lower()).replace('"', "")
        parts[position] = re.sub(r"\s*([(),\[\]])\s*", r"\1", re.sub(r"\s+", " ", plain))
    return _without_outer_parentheses("".join(parts).strip())


def normal_default(text: str | None, column_type: str) -> str:
    """A column default in one spelling for each meaning; "" where there is none.

    `now()` and `CURRENT_TIMESTAMP` are one, so are `0` and `'0'::numeric`, `ARRAY['a']` and `'{a}'`, any two spellings
    of a JSON value, and any two sequences.
    """
    if text is None:
        return ""
    plain = normal_expression(text)
    if plain.startswith("nextval("):
        return "nextval"
    if plain in _NOW:
        return "now()"
    if not plain.startswith("'"):
        return _number(plain) if column_type.startswith(_NUMBERS) and not column_type.endswith("]") else plain
    value = plain[1:-1].replace("''", "'")
    if column_type.endswith("[]") and re.fullmatch(r"\{[^\\\"{}]*\}", value):
        items = [item.strip() for item in value[1:-1].split(",") if item.strip()]
        quoted = items if column_type.startswith(_NUMBERS) else [f"'{item}'" for item in items]
        return f"array[{','.join(quoted)}]"
    if column_type.startswith(_NUMBERS):
        return _number(value)
    if column_type == "boolean":
        return {"t": "true", "f": "false"}.get(value, value)
    if column_type in {"json", "jsonb"}:
        return _json(value)
    return plain


def _number(text: str) -> str:
    try:
        return str(Decimal(text).normalize())
    except InvalidOperation:
        return text


def _json(text: str) -> str:
    try:
        return json.dumps(json.loads(text), sort_keys=True)
    except ValueError:
        return text


def _without_outer_parentheses(text: str) -> str:
    while text.startswith("(") and text.endswith(")"):
        depth = 0
        for position, character in enumerate(text):
            depth += {"(": 1, ")": -1}.get(character, 0)
            if depth == 0 and position < len(text) - 1:
                return text
        text = text[1:-1].strip()
    return text
