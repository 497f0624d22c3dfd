"""The rows of tables that rows of fields choose: asked about in groups, told by row number. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jarvis_desktop.forms.choices import choice_text
from jarvis_desktop.forms.lookups.asking import asked_of
from jarvis_desktop.forms.lookups.types import Asked
from jarvis_desktop.forms.values import is_empty, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jarvis_desktop.forms.engine import FormEngine
    from jarvis_desktop.forms.types import FieldDefinition


@dataclass(frozen=True, slots=True)
class Choice:
    """A value in a row: the repeating field, the field within, the number of the row from 1."""

    field: FieldDefinition
    inner: FieldDefinition
    number: int
    value: Any


def chosen_in_rows(engine: FormEngine) -> dict[str, tuple[Asked, tuple[Choice, ...]]]:
    """What is to be asked, and the choices that each answer is about: those of one source beside the same values.

    What stood in rows of the record before is not asked about.
    """
    groups: dict[str, tuple[Asked, list[Choice]]] = {}
    for field in engine.definition.fields:
        if field.item is None or field.notice or not engine.standing(field.key).visible:
            continue
        before = {} if engine.is_new else _values_of(field, engine.base.get(field.key))
        for number, row in enumerate(rows_of(engine.values.get(field.key)), start=1):
            for inner in field.item.fields:
                if inner.source is None or inner.notice or is_empty(row.get(inner.key)):
                    continue
                asked = asked_of(inner, row)
                name = f"{field.key}/{inner.key}/{sorted(asked.beside.items(), key=lambda pair: pair[0])!r}"
                group = groups.setdefault(name, (asked, []))
                known = before.get(inner.key, frozenset())
                group[1].extend(
                    Choice(field, inner, number, one) for one in asked.values if choice_text(one) not in known
                )
    return {
        name: (Asked(asked.source, asked.beside, tuple(_distinct(choices))), tuple(choices))
        for name, (asked, choices) in groups.items()
        if choices
    }


def _values_of(field: FieldDefinition, rows: Any) -> Mapping[str, frozenset[str]]:
    inner = field.item.fields if field.item is not None else ()
    return {
        each.key: frozenset(choice_text(one) for row in rows_of(rows) for one in asked_of(each, row).values)
        for each in inner
        if each.source is not None
    }


def _distinct(choices: list[Choice]) -> Iterator[Any]:
    seen: set[str] = set()
    for choice in choices:
        text = choice_text(choice.value)
        if text not in seen:
            seen.add(text)
            yield choice.value
