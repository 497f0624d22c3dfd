"""The rows of a repeating field: what a new one begins with, what an edit makes of one, and what is wrong with each.

A row is a mapping from the keys of the sub-fields to values as JSON has them, so that it is stored as it stands; what
its form does not know stays in it. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core import zone
from jarvis_desktop.core.errors import Problem, Severity
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.columns import json_value
from jarvis_desktop.forms.engine import FormEngine
from jarvis_desktop.forms.kinds.field_type import Unreadable
from jarvis_desktop.forms.types import FieldDefinition, FieldKind, FormDefinition
from jarvis_desktop.forms.validation import FormValidator
from jarvis_desktop.forms.values import rows_of, same_value

if TYPE_CHECKING:
    from jarvis_desktop.forms.field_reading import FieldTypes

Row = Mapping[str, Any]
MOST_TOLD = 50
"""Problems of rows that are listed; that there are more is one of them."""


class RepeatedRows:
    """The rows of one field. What is wrong with a row is found once, as long as it is the same object."""

    def __init__(self, field: FieldDefinition, types: FieldTypes) -> None:
        assert field.item is not None
        self.item: FormDefinition = field.item
        self._field = field
        self._types = types
        self._engine = FormEngine(self.item, types, fits=False)
        self._validator = FormValidator(self.item, types)
        self._judged: dict[int, tuple[Row, tuple[Problem, ...]]] = {}

    def new_row(self) -> dict[str, Any]:
        """A row as one begins: with the defaults that are known without a reader."""
        values = {field.key: self._default(field) for field in self.item.fields if not field.notice}
        self._engine.begin(values, new=True)
        return {key: json_value(value) for key, value in self._engine.values.items() if value is not None}

    def value(self, row: Row, key: str) -> Any:
        """What a row holds in a sub-field, as its kind has it; as stored where it cannot be read so."""
        raw = row.get(key)
        field = self.item.field(key)
        if field is None or field.notice:
            return raw
        try:
            return self._types[field.kind].read(raw)
        except Unreadable:
            return raw

    def entered(self, row: Row, values: Row) -> dict[str, Any]:
        """The row with values entered, and with what its rules make of it."""
        self._begin(row)
        self._engine.enter(values)
        return self._stored(row)

    def settled(self, row: Row) -> dict[str, Any]:
        """The row with what its rules compute and set."""
        self._begin(row)
        return self._stored(row)

    def decided(self, row: Row) -> FormEngine:
        """How the sub-fields of a row stand; until the next call."""
        self._begin(row)
        return self._engine

    def row_problems(self, row: Row) -> tuple[Problem, ...]:
        """What keeps a row from being stored, at its sub-fields."""
        known = self._judged.get(id(row))
        if known is not None and known[0] is row:
            return known[1]
        self._begin(row)
        found = self._validator.problems(self._engine)
        self._judged[id(row)] = row, found
        return found

    def problems(self, value: Any) -> Iterator[Problem]:
        """What is wrong with the rows, each with its number and place; with a single row (of a composite) without."""
        if isinstance(value, Mapping):
            for problem in self.row_problems(value):
                said = tr("{label}: {message}", label=self._field.label, message=problem.message)
                yield Problem(self._field.key, said, f"/{problem.field}{problem.pointer}", Severity.ERROR)
            return
        rows = rows_of(value)
        kept = {id(row) for row in rows}
        for place in [place for place in self._judged if place not in kept]:
            del self._judged[place]
        told = 0
        for number, row in enumerate(rows, start=1):
            for problem in self.row_problems(row):
                told += 1
                if told > MOST_TOLD:
                    said = tr("{label}: further rows need attention", label=self._field.label)
                    yield Problem(self._field.key, said)
                    return
                said = tr(
                    "{label}, row {number}: {message}",
                    label=self._field.label,
                    number=number,
                    message=problem.message,
                )
                pointer = f"/{number - 1}/{problem.field}{problem.pointer}"
                yield Problem(self._field.key, said, pointer, Severity.ERROR)

    def _begin(self, row: Row) -> None:
        # Each row is judged as a new one: nothing in it is kept because it was stored so.
        self._engine.begin({field.key: self.value(row, field.key) for field in self.item.fields}, new=True)

    def _stored(self, row: Row) -> dict[str, Any]:
        stored = dict(row)
        for key, value in self._engine.values.items():
            now = json_value(value)
            if not same_value(now, json_value(self.value(row, key))):
                stored[key] = now
        return stored

    def _default(self, field: FieldDefinition) -> Any:
        default = field.default
        if isinstance(default, Mapping):
            default = zone.now().date() if default.get("$now") == "date" else None
        try:
            value = self._types[field.kind].read(default)
        except Unreadable:
            return None
        two_state = field.kind in (FieldKind.TOGGLE, FieldKind.CHECKBOX) and field.props.get("tri_state") is not True
        return False if value is None and two_state else value
