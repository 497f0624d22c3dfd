"""The component registry's rows: what a component's props may be, and what completes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from jsonschema_rs import RegexOptions, ValidationError, Validator, validator_for

from jarvis_desktop.core.json_text import oversized
from jarvis_desktop.core.words import tr
from jarvis_desktop.metadata.rows import StoredRow
from jarvis_desktop.metadata.types import NO_PROPS

PROPS_NESTING = 32
PROPS_PARTS = 5_000
_LONGEST_MESSAGE = 200
_SIMPLE_TYPES = frozenset({"object", "array", "string", "number", "integer", "boolean", "null"})


@dataclass(frozen=True, slots=True)
class ComponentRow:
    """A row of `ui_component_registry`, read.

    `validator` is None where props are not checked: there is no schema, it is TypeScript shorthand (`"string?"`), or
    it is not usable (then `problem` says why).
    """

    name: str
    is_active: bool
    default_props: Mapping[str, Any] = field(default_factory=lambda: NO_PROPS)
    validator: Validator | None = None
    problem: str = ""

    def complete(self, props: Mapping[str, Any]) -> Mapping[str, Any]:
        """`props` with the defaults of the row for what they leave out."""
        return {**self.default_props, **props}

    def fault(self, props: Mapping[str, Any]) -> str:
        """Why completed props do not fit, with a JSON Pointer, or ""."""
        too_big = oversized(props, depth=PROPS_NESTING, nodes=PROPS_PARTS)
        if too_big:
            return tr("They are {too_big}.", too_big=too_big)
        error = next(self.validator.iter_errors(props), None) if self.validator is not None else None
        if error is None:
            return ""
        pointer = "".join(f"/{part}" for part in error.instance_path) or "/"
        return tr("At {pointer}: {shortened}.", pointer=pointer[:_LONGEST_MESSAGE], shortened=_shortened(error.message))


def component_rows(rows: Iterable[StoredRow]) -> Mapping[str, ComponentRow]:
    """The registry by component name; of two rows with one name the later counts."""
    ordered = sorted(rows, key=lambda row: row.id)
    return {name: _component(name, row) for row in ordered if (name := row.text("component_name"))}


def _component(name: str, row: StoredRow) -> ComponentRow:
    problems = [
        tr("{column} cannot be read: {reason}", column=column, reason=reason)
        for column, reason in row.unreadable.items()
    ]
    defaults = row.value("default_props")
    if not isinstance(defaults, (Mapping, type(None))):
        problems.append(tr("default_props is not an object"))
    validator, problem = _validator(row.value("props"))
    if problem:
        problems.append(problem)
    return ComponentRow(
        name=name,
        is_active=row.flag("is_active"),
        default_props=defaults if isinstance(defaults, Mapping) else NO_PROPS,
        validator=validator,
        problem="; ".join(problems),
    )


def _validator(schema: object) -> tuple[Validator | None, str]:
    if schema is None or _is_shorthand(schema):
        return None, ""
    if not isinstance(schema, Mapping):
        return None, tr("props is not a JSON Schema object")
    too_big = oversized(schema, depth=PROPS_NESTING, nodes=PROPS_PARTS)
    if too_big:
        return None, tr("props is {too_big}", too_big=too_big)
    try:
        return validator_for(dict(schema), offline=True, pattern_options=RegexOptions()), ""
    except (ValidationError, ValueError) as error:
        return None, tr("props is not a usable JSON Schema: {shortened}", shortened=_shortened(str(error)))


def _is_shorthand(schema: object) -> bool:
    """Whether every prop is described by a text (`{"formType": "string", "persona": "string?"}`)."""
    if not isinstance(schema, Mapping) or not all(isinstance(value, str) for value in schema.values()):
        return False
    return not ({"$schema", "$ref"} & schema.keys()) and schema.get("type") not in _SIMPLE_TYPES


def _shortened(message: str) -> str:
    first = message.strip().partition("\n")[0].rstrip(".")
    return first if len(first) <= _LONGEST_MESSAGE else first[: _LONGEST_MESSAGE - 1] + "…"
