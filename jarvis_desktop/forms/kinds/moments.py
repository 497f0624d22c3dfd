"""Kinds that hold a day or an instant."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from typing import Any

from typing_extensions import override

from jarvis_desktop.core import zone
from jarvis_desktop.core.errors import Problem
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.kinds.field_type import FieldType, Unreadable, as_text
from jarvis_desktop.forms.types import FieldDefinition, FieldKind, Parsed


class DateType(FieldType):
    """A calendar day."""

    @override
    def read(self, raw: Any) -> Any:
        if raw is None:
            return None
        if isinstance(raw, datetime):
            return raw.date()
        if isinstance(raw, date):
            return raw
        if isinstance(raw, str):
            text = raw.strip()
            try:
                return date.fromisoformat(text) if len(text) <= len("2026-01-31") else _instant(text, UTC).date()
            except ValueError:
                pass
        raise Unreadable(tr("must be a date such as 2026-01-31"))

    @override
    def display(self, value: Any) -> str:
        return "" if value is None else as_text(value)

    @override
    def to_json(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value


class DateTimeType(FieldType):
    """An instant, aware; text without an offset is in `zone` (None: the person's own)."""

    def __init__(self, kind: FieldKind, zone: tzinfo | None = None) -> None:
        super().__init__(kind)
        self.zone = zone

    @override
    def read(self, raw: Any) -> Any:
        if raw is None:
            return None
        try:
            if isinstance(raw, datetime):
                return raw if raw.tzinfo is not None else raw.replace(tzinfo=UTC)
            if isinstance(raw, date):
                return datetime(raw.year, raw.month, raw.day, tzinfo=UTC)
            if isinstance(raw, str):
                # Stored text without an offset is UTC, as in the TIMESTAMP columns.
                return _instant(raw.strip(), UTC)
        except (ValueError, OverflowError):
            pass
        raise Unreadable(tr("must be a date and time such as 2026-01-31 14:30"))

    @override
    def parse(self, field: FieldDefinition, entered: Any) -> Parsed:
        if isinstance(entered, str) and entered.strip():
            try:
                return Parsed(_instant(entered.strip(), self.zone))
            except zone.SkippedTime:
                return Parsed(
                    problem=Problem(
                        field.key, tr("{label} names an hour that the clocks skip on that day", label=field.label)
                    )
                )
            except (ValueError, OverflowError):
                reason = tr("must be a date and time such as 2026-01-31 14:30")
                return Parsed(problem=Problem(field.key, f"{field.label} {reason}"))
        return super().parse(field, entered)

    @override
    def display(self, value: Any) -> str:
        if not isinstance(value, datetime):
            return "" if value is None else as_text(value)
        try:
            shown = value.astimezone(self.zone or zone.zone()).replace(tzinfo=None)
        except (OverflowError, ValueError):
            return value.isoformat(" ")
        detail = "microseconds" if shown.microsecond else "seconds" if shown.second else "minutes"
        return shown.isoformat(" ", timespec=detail)

    @override
    def to_json(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, datetime) else value


def _instant(text: str, place: tzinfo | None) -> datetime:
    found = datetime.fromisoformat(text)
    if found.tzinfo is not None:
        return found
    return zone.instant(found, place)
