"""What a failed assertion says to a person: the field's label and the limit."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import mark, shown, tr, tr_n
from jarvis_desktop.forms.kinds.address import PARTS
from jarvis_desktop.forms.kinds.field_type import as_text
from jarvis_desktop.forms.types import FieldDefinition, FieldKind

if TYPE_CHECKING:
    import jsonschema_rs

_TYPES = {
    "string": mark("text"),
    "integer": mark("a whole number"),
    "number": mark("a number"),
    "boolean": mark("true or false"),
    "array": mark("a list"),
    "object": mark("an object"),
    "null": mark("empty"),
}
_FORMATS = {
    "email": mark("must be an e-mail address"),
    "uri": mark("must be a web address"),
    "date": mark("must be a date"),
    "date-time": mark("must be a date and time"),
    "uuid": mark("must be a UUID"),
    "ipv4": mark("must be an IPv4 address"),
    "hostname": mark("must be a host name"),
}


def assertion_message(field: FieldDefinition, error: jsonschema_rs.ValidationError) -> str:
    """The sentence for an error at the value itself; deeper ones keep the validator's words."""
    name = str(error.kind.name)
    if name == "required" and field.kind == FieldKind.ADDRESS:
        lacking = str(getattr(error.kind, "property", ""))
        return tr(
            "{label}: {part} is required",
            label=field.label,
            part=shown(PARTS[lacking]) if lacking in PARTS else lacking,
        )
    if error.instance_path or name not in field.schema:
        return f"{field.label}: {_shortened(error.message)}"
    return f"{field.label} {_demand(field, name, field.schema[name], error.message)}"


def words_message(field: FieldDefinition, keyword: str, limit: Any) -> str:
    """The sentence for a limit on the count of words."""
    number = amount(limit)
    if keyword == "minWords":
        demand = tr_n("must have at least {n} word", "must have at least {n} words", limit, n=number)
    else:
        demand = tr_n("must have at most {n} word", "must have at most {n} words", limit, n=number)
    return f"{field.label} {demand}"


def amount(number: Any) -> str:
    """A number with its thousands marked, as people write it."""
    if isinstance(number, (int, Decimal)) and not isinstance(number, bool) and abs(Decimal(number).adjusted()) < 30:
        return f"{number:,f}" if isinstance(number, Decimal) else grouped(number)
    return as_text(number)


def _demand(field: FieldDefinition, name: str, limit: Any, fallback: str) -> str:
    if name in _SIZES:
        return _size(field, name, limit)
    match name:
        case "uniqueItems":
            return tr("has the same item twice")
        case "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum":
            return _bound(field, name, limit)
        case "multipleOf":
            return _multiple(limit)
        case "pattern":
            return _pattern(field, str(limit))
        case "format":
            known = _FORMATS.get(str(limit))
            return shown(known) if known else tr("must be in the format “{format}”", format=limit)
        case "enum" if isinstance(limit, (list, tuple)):
            return tr("must be one of {choices}", choices=", ".join(as_text(choice) for choice in limit))
        case "const":
            return tr("must be {value}", value=as_text(limit))
        case "type":
            wanted = limit if isinstance(limit, (list, tuple)) else [limit]
            kinds = [shown(_TYPES[str(one)]) if str(one) in _TYPES else str(one) for one in wanted]
            return tr("must be {value}", value=tr(" or ").join(kinds))
        case _:
            return tr("is not valid: {reason}", reason=_shortened(fallback))


_SIZES = frozenset({"minLength", "maxLength", "minItems", "maxItems"})


def _size(field: FieldDefinition, name: str, limit: Any) -> str:
    number, least = amount(limit), name.startswith("min")
    if name.endswith("Length"):
        if least:
            return tr_n("must have at least {n} character", "must have at least {n} characters", limit, n=number)
        return tr_n("can have at most {n} character", "can have at most {n} characters", limit, n=number)
    match field.kind:
        case FieldKind.MULTISELECT.value if least:
            return tr_n("must have at least {n} choice", "must have at least {n} choices", limit, n=number)
        case FieldKind.MULTISELECT.value:
            return tr_n("can have at most {n} choice", "can have at most {n} choices", limit, n=number)
        case FieldKind.TAGS.value if least:
            return tr_n("must have at least {n} tag", "must have at least {n} tags", limit, n=number)
        case FieldKind.TAGS.value:
            return tr_n("can have at most {n} tag", "can have at most {n} tags", limit, n=number)
        case FieldKind.FILE.value | FieldKind.IMAGE.value if least:
            return tr_n("must have at least {n} file", "must have at least {n} files", limit, n=number)
        case FieldKind.FILE.value | FieldKind.IMAGE.value:
            return tr_n("can have at most {n} file", "can have at most {n} files", limit, n=number)
    if least:
        return tr_n("must have at least {n} item", "must have at least {n} items", limit, n=number)
    return tr_n("can have at most {n} item", "can have at most {n} items", limit, n=number)


def _bound(field: FieldDefinition, name: str, limit: Any) -> str:
    lower = name.endswith("inimum")
    year = re.search(r"\byear\b", f"{field.label} {field.key.replace('_', ' ')}", re.IGNORECASE) is not None
    value = as_text(limit) if year else amount(limit)
    match (name.startswith("exclusive"), year, lower):
        case (True, True, True):
            return tr("must be after {value}", value=value)
        case (True, True, False):
            return tr("must be before {value}", value=value)
        case (True, False, True):
            return tr("must be more than {value}", value=value)
        case (True, False, False):
            return tr("must be less than {value}", value=value)
        case (False, True, True):
            return tr("must be {value} or later", value=value)
        case (False, True, False):
            return tr("must be {value} or earlier", value=value)
        case (False, False, True):
            return tr("must be {value} or more", value=value)
    return tr("must be {value} or less", value=value)


def _multiple(step: Any) -> str:
    number = Decimal(step) if isinstance(step, (int, Decimal)) else None
    if number == 1:
        return tr("must be a whole number")
    if number is not None and number < 1 and number.normalize().as_tuple().digits == (1,):
        places = -int(number.normalize().adjusted())
        return tr_n("can have at most {n} decimal", "can have at most {n} decimals", places)
    return tr("must be a multiple of {step}", step=amount(step))


def _pattern(field: FieldDefinition, pattern: str) -> str:
    # The row's own example helps more than the expression; no matching here, so no runaway pattern.
    if field.placeholder:
        return tr("must look like “{example}”", example=field.placeholder)
    return tr("must match the pattern {pattern}", pattern=pattern)


def _shortened(text: str) -> str:
    line = text.strip().splitlines()[0] if text.strip() else tr("not valid")
    return line if len(line) <= 200 else line[:199] + "…"
