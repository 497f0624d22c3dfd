"""What a failed assertion says to a person: the field's label and the limit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jarvis_desktop.forms.kinds.field_type import as_text
from jarvis_desktop.forms.types import FieldDefinition, FieldKind

if TYPE_CHECKING:
    import jsonschema_rs

_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "empty",
}
_SIZES = {
    "minLength": "must have at least {}",
    "maxLength": "can have at most {}",
    "minItems": "must have at least {}",
    "maxItems": "can have at most {}",
}
_FORMATS = {
    "email": "an e-mail address",
    "uri": "a web address",
    "date": "a date",
    "date-time": "a date and time",
    "uuid": "a UUID",
    "ipv4": "an IPv4 address",
    "hostname": "a host name",
}


def assertion_message(field: FieldDefinition, error: jsonschema_rs.ValidationError) -> str:
    """The sentence for an error at the value itself; deeper ones keep the validator's words."""
    name = str(error.kind.name)
    if error.instance_path or name not in field.schema:
        return f"{field.label}: {_shortened(error.message)}"
    return f"{field.label} {_demand(field, name, field.schema[name], error.message)}"


def pointer(path: list[str | int]) -> str:
    """A JSON Pointer from path parts."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def words_message(field: FieldDefinition, keyword: str, limit: Any) -> str:
    """The sentence for a limit on the count of words."""
    bound = "at least" if keyword == "minWords" else "at most"
    return f"{field.label} must have {bound} {counted(limit, 'word')}"


def counted(count: Any, thing: str) -> str:
    """A count and its thing: 1 character, 3 characters."""
    return f"{amount(count)} {thing}" + ("" if count == 1 else "s")


def amount(number: Any) -> str:
    """A number with its thousands marked, as people write it."""
    if isinstance(number, (int, Decimal)) and not isinstance(number, bool) and abs(Decimal(number).adjusted()) < 30:
        return f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}"
    return as_text(number)


def _demand(field: FieldDefinition, name: str, limit: Any, fallback: str) -> str:
    if name in _SIZES:
        thing = {FieldKind.MULTISELECT.value: "choice", FieldKind.TAGS.value: "tag"}.get(field.kind, "item")
        return _SIZES[name].format(counted(limit, "character" if name.endswith("Length") else thing))
    match name:
        case "uniqueItems":
            return "has the same item twice"
        case "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum":
            return _bound(field, name, limit)
        case "multipleOf":
            return _multiple(limit)
        case "pattern":
            return _pattern(field, str(limit))
        case "format":
            return f"must be {_FORMATS.get(str(limit), f'in the format “{limit}”')}"
        case "enum" if isinstance(limit, (list, tuple)):
            return "must be one of " + ", ".join(as_text(choice) for choice in limit)
        case "const":
            return f"must be {as_text(limit)}"
        case "type":
            wanted = limit if isinstance(limit, (list, tuple)) else [limit]
            return "must be " + " or ".join(_TYPES.get(str(one), str(one)) for one in wanted)
        case _:
            return f"is not valid: {_shortened(fallback)}"


def _bound(field: FieldDefinition, name: str, limit: Any) -> str:
    lower = name.endswith("inimum")
    year = re.search(r"\byear\b", f"{field.label} {field.key.replace('_', ' ')}", re.IGNORECASE) is not None
    shown = as_text(limit) if year else amount(limit)
    if name.startswith("exclusive"):
        later = ("after" if lower else "before") if year else ("more than" if lower else "less than")
        return f"must be {later} {shown}"
    word = ("later" if lower else "earlier") if year else ("more" if lower else "less")
    return f"must be {shown} or {word}"


def _multiple(step: Any) -> str:
    number = Decimal(step) if isinstance(step, (int, Decimal)) else None
    if number == 1:
        return "must be a whole number"
    if number is not None and number < 1 and number.normalize().as_tuple().digits == (1,):
        return f"can have at most {counted(-number.normalize().adjusted(), 'decimal')}"
    return f"must be a multiple of {amount(step)}"


def _pattern(field: FieldDefinition, pattern: str) -> str:
    # The row's own example helps more than the expression; no matching here, so no runaway pattern.
    return f"must look like “{field.placeholder}”" if field.placeholder else f"must match the pattern {pattern}"


def _shortened(text: str) -> str:
    line = text.strip().splitlines()[0] if text.strip() else "not valid"
    return line if len(line) <= 200 else line[:199] + "…"
