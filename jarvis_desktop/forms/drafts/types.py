"""A draft as screens know it, and as the JSON it is stored as."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from jarvis_desktop.core import json_text
from jarvis_desktop.core.durations import duration_text, read_duration

_TAG = "$"


@dataclass(frozen=True, slots=True)
class DraftField:
    """What one field holds. `typed` is the input letter by letter where it is no value (yet), else None."""

    value: Any = None
    typed: Any = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class FormDraft:
    """The edited fields of one record's form; `base` are the values that the edit of these fields began with.

    `record_id` None is a new record; `title` is what the record was called then.
    """

    form_type: str
    record_id: str | None
    title: str
    fields: Mapping[str, DraftField]
    base: Mapping[str, Any]
    at: datetime = field(default_factory=lambda: datetime.now(UTC))

    @property
    def place(self) -> str:
        """Under what the draft is stored."""
        return place_of(self.form_type, self.record_id)


def place_of(form_type: str, record_id: str | None) -> str:
    """Under what the draft of a record is stored; each form has one for a new record."""
    return f"new/{form_type}" if record_id is None else f"form/{form_type}/{record_id}"


def joined(draft: FormDraft, stored: FormDraft, known: FormDraft | None) -> FormDraft:
    """`draft` together with the fields of the stored one that came from elsewhere, such as another window.

    `known` is what this window stored before: a field of it that `draft` lacks was taken back.
    """
    mine = {} if known is None else known.fields
    others = {
        key: held
        for key, held in stored.fields.items()
        if key not in draft.fields and not (key in mine and _same(held, mine[key]))
    }
    if not others:
        return draft
    base = {key: stored.base[key] for key in others if key in stored.base}
    return replace(draft, fields={**others, **draft.fields}, base={**base, **draft.base})


def remaining(stored: FormDraft, known: FormDraft) -> FormDraft | None:
    """What is left of the stored draft when this window's part is saved or given up."""
    left = {
        key: held for key, held in stored.fields.items() if not (key in known.fields and _same(held, known.fields[key]))
    }
    if not left:
        return None
    return replace(stored, fields=left, base={key: value for key, value in stored.base.items() if key in left})


def _same(held: DraftField, other: DraftField) -> bool:
    """Whether two fields are stored as the same."""
    written, rewritten = (json_text.dumps([encode(each.value), encode(each.typed)]) for each in (held, other))
    return written == rewritten


def to_documents(draft: FormDraft) -> tuple[dict[str, Any], dict[str, Any]]:
    """The draft as two JSON documents, values and base, for `from_documents`."""
    fields: dict[str, Any] = {}
    for key, held in draft.fields.items():
        fields[key] = {"value": encode(held.value), "label": held.label}
        if held.typed is not None:
            fields[key]["typed"] = encode(held.typed)
    values = {
        "form_type": draft.form_type,
        "record_id": draft.record_id,
        "title": draft.title,
        "at": draft.at.isoformat(),
        "fields": fields,
    }
    return values, {key: encode(value) for key, value in draft.base.items()}


def from_documents(values: object, base: object) -> FormDraft | None:
    """The draft that was stored so, or None where that is none."""
    if not isinstance(values, Mapping) or not isinstance(base, Mapping):
        return None
    form_type, record_id, title = values.get("form_type"), values.get("record_id"), values.get("title")
    fields, at = values.get("fields"), values.get("at")
    if not isinstance(form_type, str) or not isinstance(fields, Mapping) or not isinstance(at, str):
        return None
    try:
        instant = datetime.fromisoformat(at)
        held = {key: _field(entry) for key, entry in fields.items() if isinstance(entry, Mapping)}
        began = {key: decode(value) for key, value in base.items()}
    except (ValueError, TypeError, RecursionError):
        return None
    if instant.tzinfo is None or not held:
        return None
    known = record_id if isinstance(record_id, str) else None
    return FormDraft(form_type, known, title if isinstance(title, str) else "", held, began, instant)


def _field(entry: Mapping[str, Any]) -> DraftField:
    label = entry.get("label")
    return DraftField(decode(entry.get("value")), decode(entry.get("typed")), label if isinstance(label, str) else "")


def encode(value: Any) -> Any:
    """A field's value as JSON that `decode` turns back into the same value; what JSON cannot hold becomes text."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        # PostgreSQL's JSON holds no zero character.
        return value.replace("\0", "")
    if isinstance(value, int):
        return value if abs(value) < 2**53 else {_TAG: "int", "v": json_text.dumps(value)}
    if isinstance(value, (Decimal, float)):
        return {_TAG: "decimal" if isinstance(value, Decimal) else "float", "v": str(value)}
    if isinstance(value, datetime):
        return {_TAG: "instant", "v": value.isoformat()}
    if isinstance(value, date):
        return {_TAG: "date", "v": value.isoformat()}
    if isinstance(value, time):
        return {_TAG: "time", "v": value.isoformat()}
    if isinstance(value, timedelta):
        return {_TAG: "duration", "v": duration_text(value)}
    if isinstance(value, tuple):
        return {_TAG: "tuple", "v": [encode(each) for each in value]}
    if isinstance(value, list):
        return [encode(each) for each in value]
    if isinstance(value, Mapping):
        return {_TAG: "object", "v": {str(key): encode(each) for key, each in value.items()}}
    return str(value)


def decode(stored: Any) -> Any:
    """The value of such JSON; raises ValueError or TypeError for JSON that `encode` does not make."""
    if isinstance(stored, list):
        return [decode(each) for each in stored]
    if not isinstance(stored, Mapping):
        return int(stored) if isinstance(stored, Decimal) and stored == stored.to_integral_value() else stored
    held = stored.get("v")
    match stored.get(_TAG):
        case "int":
            return json_text.loads(str(held))
        case "decimal":
            return _decimal(held)
        case "float":
            return float(str(held))
        case "instant":
            return datetime.fromisoformat(str(held))
        case "date":
            return date.fromisoformat(str(held))
        case "time":
            return time.fromisoformat(str(held))
        case "duration" if (found := read_duration(str(held))) is not None:
            return found
        case "tuple" if isinstance(held, list):
            return tuple(decode(each) for each in held)
        case "object" if isinstance(held, Mapping):
            return {key: decode(each) for key, each in held.items()}
    raise ValueError("this is no value of a draft")


def _decimal(held: object) -> Decimal:
    try:
        return Decimal(str(held))
    except InvalidOperation as error:
        raise ValueError("this is no number") from error
