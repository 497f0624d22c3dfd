"""From `validation_rules`, in today's or older spelling, to JSON Schema assertions that are known to compile."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from jarvis_desktop.core.json_schema import compile_schema
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.types import FILE_KINDS, FieldKind

TEXT_KINDS = frozenset(
    {FieldKind.TEXT, FieldKind.TEXTAREA, FieldKind.MARKDOWN, FieldKind.EMAIL, FieldKind.URL, FieldKind.TEL,
     FieldKind.PASSWORD, FieldKind.COLOR, FieldKind.UUID, FieldKind.CODE}
)  # fmt: skip
NUMBER_KINDS = frozenset(
    {FieldKind.INTEGER, FieldKind.NUMBER, FieldKind.DECIMAL, FieldKind.CURRENCY, FieldKind.PERCENT, FieldKind.RANGE,
     FieldKind.RATING}
)  # fmt: skip
DATE_KINDS = frozenset({FieldKind.DATE, FieldKind.DATETIME})
LIST_KINDS = FILE_KINDS | {
    FieldKind.MULTISELECT, FieldKind.TAGS, FieldKind.LOOKUP_MANY, FieldKind.REPEAT, FieldKind.CAPABILITY_BUILDER
}  # fmt: skip

MAX_WHOLE_DIGITS = 30
_FILE_KIND = re.compile(r"\.[\w+-]{1,20}|[\w.+-]{1,100}/(\*|[\w.+-]{1,100})", re.ASCII)
OWN_KEYWORDS = frozenset({"minWords", "maxWords", "notBefore", "notAfter", "fileTypes", "maxFileSize"})
"""Limits that JSON Schema has no word for: counts of words, first and last day (ISO text), kinds and bytes of files."""

_ASSERTIONS = frozenset(
    """minLength maxLength pattern format minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems
    maxItems uniqueItems enum const type items prefixItems contains minContains maxContains properties
    patternProperties additionalProperties propertyNames minProperties maxProperties dependentRequired allOf anyOf
    oneOf not if then else""".split()  # noqa: SIM905 - a list of words reads better than a column of quotes
)
_IGNORED = frozenset({"rules", "$schema", "title", "description", "default", "message", "messages"})
_OF_FILES = frozenset({"fileTypes", "maxFileSize"})


@dataclass(frozen=True, slots=True)
class Assertions:
    """What the rules of a field demand; `faults` are JSON Pointers with reasons, for the parts not applied."""

    schema: Mapping[str, Any]
    required: bool
    faults: tuple[str, ...]


def read_assertions(rules: Mapping[str, Any], kind: FieldKind) -> Assertions:
    """The assertions in a `validation_rules` object; a part that cannot be applied becomes a fault."""
    schema: dict[str, Any] = {}
    faults: list[str] = []
    required = False
    for keyword, value in rules.items():
        if value is None or keyword in _IGNORED or (keyword in _OF_FILES and kind not in FILE_KINDS):
            continue
        if keyword == "required" and not (
            isinstance(value, (list, tuple)) and kind in (FieldKind.JSON, FieldKind.ADDRESS)
        ):
            required = value in (True, "true")
            if not isinstance(value, bool) and value not in ("true", "false"):
                faults.append(tr("/validation_rules/required is neither true nor false"))
            continue
        name, limit, fault = _modern(keyword, value, kind)
        if fault or (fault := _refusal(name, limit)):
            faults.append(f"/validation_rules/{keyword} {fault}")
        else:
            schema[name] = limit
    return Assertions(schema, required, tuple(faults))


@functools.lru_cache(maxsize=512)
def _compiled(keyword: str, limit: str | int | Decimal | bool) -> str:  # noqa: FBT001 - a schema value, not a flag
    return _compile_fault({keyword: limit})


def _compile_fault(schema: Mapping[str, Any]) -> str:
    try:
        compile_schema(schema)
    except (ValueError, RecursionError) as error:
        first = str(error).strip().splitlines()
        return tr("cannot be used: {reason}", reason=first[0]) if first else tr("cannot be used: not a valid assertion")
    return ""


def _refusal(keyword: str, limit: Any) -> str:
    if keyword in OWN_KEYWORDS:
        return ""
    if keyword not in _ASSERTIONS and keyword != "required":
        return tr("is not a known rule")
    return _compiled(keyword, limit) if isinstance(limit, (str, int, Decimal)) else _compile_fault({keyword: limit})


def _modern(keyword: str, value: Any, kind: FieldKind) -> tuple[str, Any, str]:
    """Today's keyword and limit for an older spelling, and a fault or ""."""
    if keyword in {"min", "max"}:
        return _limit(keyword, value, kind)
    if keyword == "fileTypes":
        types = file_types(value)
        return keyword, types, "" if types else tr("is no list of kinds such as .pdf and image/*")
    if keyword == "maxFileSize":
        size = _number(value)
        return keyword, size, "" if isinstance(size, int) and size > 0 else tr("is no number of bytes")
    if keyword in {"minimum", "maximum"} and kind in DATE_KINDS:
        return _limit(keyword[:3], value, kind)
    if keyword in {"minWords", "maxWords", "minLength", "maxLength", "minItems", "maxItems", "multipleOf"}:
        number = _number(value)
        return (keyword, number, "") if number is not None and number >= 0 else (keyword, value, tr("is not a number"))
    return keyword, value, ""


def file_types(value: Any) -> tuple[str, ...]:
    """Kinds of files as `.pdf` and `image/*`, of a list of them or a text with commas; () where one is neither."""
    parts = value.split(",") if isinstance(value, str) else value
    if not isinstance(parts, (list, tuple)) or not all(isinstance(part, str) for part in parts):
        return ()
    kinds = tuple(kind for part in parts if (kind := part.strip().lower()) not in ("", "*", "*/*"))
    spelled = tuple(kind if "/" in kind or kind.startswith(".") else f".{kind.removeprefix('*.')}" for kind in kinds)
    return spelled if all(map(_FILE_KIND.fullmatch, spelled)) else ()


def _limit(bound: str, value: Any, kind: FieldKind) -> tuple[str, Any, str]:
    if kind in DATE_KINDS:
        name = "notBefore" if bound == "min" else "notAfter"
        return (name, value, "") if isinstance(value, str) else (name, value, tr("is not a date"))
    suffix = "Length" if kind in TEXT_KINDS else "Items" if kind in LIST_KINDS else "imum"
    number = _number(value)
    return bound + suffix, number, "" if number is not None else tr("is not a number")


def _number(value: Any) -> int | Decimal | None:
    if isinstance(value, bool):
        return None
    if isinstance(value, str):
        text = value.strip()
        if not text.removeprefix("-").replace(".", "", 1).isdecimal() or not text.isascii():
            return None
        value = Decimal(text)
    if isinstance(value, Decimal):
        return (
            int(value) if value.is_finite() and value == value.to_integral_value() and value.adjusted() < 30 else value
        )
    return value if isinstance(value, int) else None
