"""What every kind of field can do, and any value as text."""

from __future__ import annotations

from abc import ABC, abstractmethod
from decimal import Decimal
from typing import Any

from jarvis_desktop.core.errors import Problem
from jarvis_desktop.core.json_text import dumps
from jarvis_desktop.core.words import mark, tr
from jarvis_desktop.forms.types import FieldDefinition, FieldKind, Parsed

MAX_NUMBER_CHARACTERS = 100
NOT_STORABLE = mark("contains a character that cannot be stored")


class Unreadable(ValueError):
    """A value is not of the field's kind; the message completes "The label ...": "must be a whole number"."""


class FieldType(ABC):
    """The meaning of one field kind; None is "no value" for all of them."""

    def __init__(self, kind: FieldKind) -> None:
        self.kind = kind

    @abstractmethod
    def read(self, raw: Any) -> Any:
        """The value in something stored (a column's value or JSON); raises Unreadable. None stays None."""

    @abstractmethod
    def display(self, value: Any) -> str:
        """The value as text that `parse` turns into the same value; a value of another kind is shown as it is."""

    def told(self, value: Any) -> str:
        """The value inside a sentence or a cell, to be read only."""
        return self.display(value)

    def parse(self, field: FieldDefinition, entered: Any) -> Parsed:
        """The value of typed text (or JSON), or the problem in it; empty text is no value."""
        if entered is None or (isinstance(entered, str) and not entered.strip()):
            return Parsed()
        try:
            return Parsed(self.read(entered))
        except Unreadable as bad:
            return Parsed(problem=Problem(field.key, f"{field.label} {bad}"))

    def fault(self, value: Any) -> str:
        """What is wrong with a value of this kind ("must be an e-mail address ..."), or ""."""
        try:
            self.read(value)
        except Unreadable as bad:
            return str(bad)
        return ""

    def check(self, field: FieldDefinition) -> str:  # noqa: ARG002 - most kinds ask nothing of the field
        """What is wrong with the field's own options for this kind, or ""."""
        return ""

    def to_json(self, value: Any) -> Any:
        """The value as JSON Schema sees it."""
        return value


def quoted(text: str, longest: int = 80) -> str:
    """A value inside a sentence: in quotation marks, not too long, or “nothing”."""
    if not text:
        return tr("nothing")
    return tr("“{text}”", text=text if len(text) <= longest else f"{text[: longest - 1]}…")


def as_text(value: Any) -> str:
    """Any value as a person may read it; used where it is not of the field's kind."""
    if isinstance(value, str):
        return value
    if isinstance(value, Decimal):
        return format(value, "f") if abs(value.adjusted()) < MAX_NUMBER_CHARACTERS else str(value)
    if isinstance(value, bool):
        return tr("Yes") if value else tr("No")
    if isinstance(value, (dict, list, tuple)):
        return dumps(value)
    return str(value)
