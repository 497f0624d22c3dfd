"""Whether a record may be stored: every problem at once, at its field, in the person's words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.errors import Problem
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.assertions import compile_schema
from jarvis_desktop.forms.choices import choices_for, find_option, offers_nothing
from jarvis_desktop.forms.conditions import hidden_fields
from jarvis_desktop.forms.kinds.field_type import Unreadable, as_text
from jarvis_desktop.forms.messages import assertion_message, pointer, words_message
from jarvis_desktop.forms.types import EMPTY, FieldDefinition, FieldKind, FormDefinition
from jarvis_desktop.forms.values import is_empty, same_value

if TYPE_CHECKING:
    import jsonschema_rs

    from jarvis_desktop.forms.field_reading import FieldTypes

_CHOSEN = frozenset({FieldKind.SELECT, FieldKind.MULTISELECT})


class FormValidator:
    """The checks of one form; assertions are compiled once, when first needed.

    `stored` are the values as they are in the database (empty for a new record): a value that is kept as it was is not
    held against choices or kinds that it never met (`kept_fault` tells of it), so that an imported record can be
    edited; all other rules apply to it.
    """

    def __init__(self, definition: FormDefinition, types: FieldTypes) -> None:
        self.definition = definition
        self._types = types
        self._compiled: dict[str, jsonschema_rs.Draft202012Validator | str] = {}

    def problems(self, values: Mapping[str, Any], stored: Mapping[str, Any] = EMPTY) -> tuple[Problem, ...]:
        """All that keeps `values` (by field key) from being stored, in the order of the fields."""
        hidden = hidden_fields(self.definition, values)
        return tuple(
            problem
            for field in self.definition.fields
            if field.key not in hidden
            for problem in self.field_problems(field, values, stored)
        )

    def field_problems(
        self, field: FieldDefinition, values: Mapping[str, Any], stored: Mapping[str, Any] = EMPTY
    ) -> tuple[Problem, ...]:
        """The problems of one shown field."""
        if field.notice or field.readonly:
            return ()
        value = values.get(field.key)
        if is_empty(value):
            needed = field.required and not offers_nothing(field, values)
            return (Problem(field.key, tr("{label} is required", label=field.label)),) if needed else ()
        kept = field.key in stored and same_value(stored[field.key], value)
        fault = self._types[field.kind].fault(value)
        if fault:
            return () if kept else (Problem(field.key, f"{field.label} {fault}"),)
        outside = self._outside_choices(field, value, values)
        if outside:
            return () if kept and self._same_choices(field, values, stored) else (Problem(field.key, outside),)
        return tuple(self._assertion_problems(field, value))

    def kept_fault(self, field: FieldDefinition, values: Mapping[str, Any], stored: Mapping[str, Any]) -> str:
        """What to say at a value that is kept as stored though it is none of the choices or of another kind."""
        value = values.get(field.key)
        if field.notice or field.key not in stored or is_empty(value) or not same_value(stored[field.key], value):
            return ""
        fault = self._types[field.kind].fault(value)
        text = f"{field.label} {fault}" if fault else self._outside_choices(field, value, values)
        return tr("{text}. It stays as it is until you change it.", text=text) if text else ""

    def normalised(self, values: Mapping[str, Any]) -> dict[str, Any]:
        """The values of known fields, each as its kind holds it where it can."""
        read: dict[str, Any] = {}
        for key, value in values.items():
            field = self.definition.field(key)
            if field is None or field.notice or field.kind not in self._types:
                continue
            try:
                read[key] = self._types[field.kind].read(value)
            except Unreadable:
                read[key] = value
        return read

    def _outside_choices(self, field: FieldDefinition, value: Any, values: Mapping[str, Any]) -> str:
        if field.kind not in _CHOSEN:
            return ""
        options = choices_for(field, values)
        chosen = value if isinstance(value, tuple) else (value,)
        outside = next((one for one in chosen if find_option(options, one) is None), None)
        if outside is None:
            return ""
        text = tr("{label} “{as_text}” is not one of the choices", label=field.label, as_text=as_text(outside))
        master = self.definition.field(field.dependent.depends_on) if field.dependent else None
        if master is None or is_empty(values.get(master.key)):
            return text
        return tr("{text} for {label} “{as_text}”", text=text, label=master.label, as_text=as_text(values[master.key]))

    @staticmethod
    def _same_choices(field: FieldDefinition, values: Mapping[str, Any], stored: Mapping[str, Any]) -> bool:
        if field.dependent is None:
            return True
        return same_value(values.get(field.dependent.depends_on), stored.get(field.dependent.depends_on))

    def _assertion_problems(self, field: FieldDefinition, value: Any) -> Iterator[Problem]:
        if not field.schema:
            return
        yield from _own_limits(field, value)
        validator = self._validator(field)
        if isinstance(validator, str):
            yield Problem(
                field.key, tr("{label} cannot be checked: {validator}", label=field.label, validator=validator)
            )
            return
        try:
            errors = list(validator.iter_errors(self._types[field.kind].to_json(value)))
        except (ValueError, RecursionError) as unfit:
            yield Problem(field.key, tr("{label} cannot be checked: {unfit}", label=field.label, unfit=unfit))
            return
        for error in errors:
            yield Problem(field.key, assertion_message(field, error), pointer(list(error.instance_path)))

    def _validator(self, field: FieldDefinition) -> jsonschema_rs.Draft202012Validator | str:
        known = self._compiled.get(field.key)
        if known is None:
            try:
                known = compile_schema(field.schema)
            except (ValueError, RecursionError) as error:
                known = str(error).strip().splitlines()[0] if str(error).strip() else tr("its rules are not valid")
            self._compiled[field.key] = known
        return known


def _own_limits(field: FieldDefinition, value: Any) -> Iterator[Problem]:
    """The limits that JSON Schema has no word for."""
    if isinstance(value, str):
        count = len(value.split())
        least, most = field.schema.get("minWords"), field.schema.get("maxWords")
        if least is not None and count < least:
            yield Problem(field.key, words_message(field, "minWords", least))
        if most is not None and count > most:
            yield Problem(field.key, words_message(field, "maxWords", most))
    if field.kind in {FieldKind.DATE, FieldKind.DATETIME}:
        day = value.isoformat()[: len("2026-01-31")]
        first, last = field.schema.get("notBefore"), field.schema.get("notAfter")
        if isinstance(first, str) and day < first[: len(day)]:
            yield Problem(field.key, tr("{label} must be {first} or later", label=field.label, first=first))
        if isinstance(last, str) and day > last[: len(day)]:
            yield Problem(field.key, tr("{label} must be {last} or earlier", label=field.label, last=last))
