"""Rules over the fields of a form in the form's own words. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jarvis_desktop.expressions.explaining import FieldWords, Labels, explain
from jarvis_desktop.expressions.rules import Failed, compile_stored
from jarvis_desktop.expressions.types import Type, field_type
from jarvis_desktop.forms.option_labels import option_labels

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from jarvis_desktop.forms.conditions import Showing
    from jarvis_desktop.forms.types import FieldDefinition, FormDefinition

_TRUTHS: Mapping[str, bool] = {"true": True, "false": False}


def field_words(definition: FormDefinition) -> Labels:
    """What the form calls its fields and choices, and the units around its numbers, for `explain`."""
    choices = option_labels(definition)
    return {
        field.key: FieldWords(
            field.label,
            choices.get(field.key, {}),
            before=_unit(field, "prefix"),
            after=_unit(field, "suffix") or _unit(field, "unit"),
        )
        for field in definition.fields
    }


def rule_fields(definition: FormDefinition) -> dict[str, Type]:
    """The types of the fields, as rules see them."""
    return {field.key: field_type(field.kind) for field in definition.fields}


def shown_while(condition: Showing, definition: FormDefinition) -> str:
    """While what a field shows: “Escalation required is one of Vendor or Internal”."""
    master = condition.master
    kind = rule_fields(definition).get(master, Type.ANY)
    # Values are wanted as they are stored, whatever the field's type: 3 and "3" are one choice.
    told = kind if kind in (Type.BOOL, Type.LIST) else Type.ANY
    rule = compile_stored({"any": list(_tests(master, condition.wanted, told))}, {master: told})
    return "" if isinstance(rule, Failed) else explain(rule, labels=field_words(definition)).words


def _tests(master: str, wanted: Collection[Any], kind: Type) -> Iterator[Mapping[str, Any]]:
    values = [value for value in wanted if value is not None]
    if kind is Type.LIST:
        yield from ({"field": master, "op": "contains", "value": value} for value in values)
    elif len(values) > 1:
        yield {"field": master, "op": "in", "value": values}
    elif values:
        value = _TRUTHS.get(str(values[0]), values[0]) if kind is Type.BOOL else values[0]
        yield {"field": master, "op": "eq", "value": value}
    if None in wanted:
        yield {"field": master, "op": "is_null"}


def _unit(field: FieldDefinition, name: str) -> str:
    unit = field.props.get(name)
    return unit if isinstance(unit, str) else ""
