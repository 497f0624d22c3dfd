"""Whether the values of a form are rows that their fields offer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.errors import Problem
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.choices import choice_text, find_option
from jarvis_desktop.forms.kinds.field_type import as_text
from jarvis_desktop.forms.lookups.asking import asked_of
from jarvis_desktop.forms.lookups.service import offers
from jarvis_desktop.forms.lookups.types import Asked
from jarvis_desktop.forms.lookups.within_rows import chosen_in_rows
from jarvis_desktop.forms.values import is_empty

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.forms.engine import FormEngine
    from jarvis_desktop.forms.lookups.types import Offer
    from jarvis_desktop.forms.lookups.within_rows import Choice
    from jarvis_desktop.forms.types import FieldDefinition, FormDefinition
    from jarvis_desktop.tables.service import TableService


_ROWS = "\x1f"
"""What comes before the name of a question about rows of a field, which no key of a field begins with."""


def outside_sources(session: Session, tables: TableService, engine: FormEngine) -> tuple[Problem, ...]:
    """Values that are none of the rows their fields choose from; one that is kept as it was stored is not asked about.

    One statement for all fields.
    """
    fields = {field.key: field for field in engine.definition.fields if _is_judged(engine, field)}
    asked = {key: asked_of(field, engine.record) for key, field in fields.items()}
    in_rows = chosen_in_rows(engine)
    questions = {**asked, **{_ROWS + name: one for name, (one, _) in in_rows.items()}}
    found = offers(session, tables, questions, None, listed=False) if questions else {}
    problems = [
        Problem(key, said)
        for key, field in fields.items()
        if (said := _outside(engine.definition, field, asked[key], found[key]))
    ]
    for name, (one, choices) in in_rows.items():
        problems.extend(_outside_rows(one, found[_ROWS + name], choices))
    return tuple(problems)


def _outside_rows(asked: Asked, offer: Offer, choices: Sequence[Choice]) -> Iterator[Problem]:
    for choice in choices:
        item = choice.field.item
        one = Asked(asked.source, asked.beside, (choice.value,))
        said = _outside(item, choice.inner, one, offer) if item is not None else ""
        if said:
            row = tr("{label}, row {number}", label=choice.field.label, number=choice.number)
            yield Problem(choice.field.key, f"{row}: {said}", f"/{choice.number - 1}/{choice.inner.key}")


def outside_alone(
    session: Session, tables: TableService, definition: FormDefinition, values: Mapping[str, Any]
) -> tuple[Problem, ...]:
    """Of values that many records are given: those that are none of the rows to choose from.

    What decides the rows must be given with them, or each record would have other ones.
    """
    fields = {key: field for key in values if (field := definition.field(key)) is not None and field.source is not None}
    problems = [
        Problem(key, tr("{label} is chosen beside {other}: give both a value", label=field.label, other=other.label))
        for key, field in fields.items()
        if field.source is not None
        for name in field.source.depends_on
        if name not in values and (other := definition.field(name)) is not None
    ]
    asked = {key: asked_of(field, values) for key, field in fields.items() if not is_empty(values[key])}
    if problems or not asked:
        return tuple(problems)
    found = offers(session, tables, asked, None, listed=False)
    return tuple(
        Problem(key, said) for key, one in asked.items() if (said := _outside(definition, fields[key], one, found[key]))
    )


def _is_judged(engine: FormEngine, field: FieldDefinition) -> bool:
    if field.source is None or field.notice or not engine.standing(field.key).visible:
        return False
    if is_empty(engine.values.get(field.key)):
        return False
    return engine.is_new or not engine.is_kept(field.key)


def _outside(definition: FormDefinition, field: FieldDefinition, asked: Asked, offer: Offer) -> str:
    if offer.fault:
        return tr("{label} cannot be checked: {validator}", label=field.label, validator=offer.fault)
    if offer.waits_for:
        leading = definition.field(offer.waits_for)
        return tr("Choose {label} first", label=leading.label if leading is not None else offer.waits_for)
    outside = next((one for one in asked.values if find_option(offer.chosen, one) is None), None)
    if outside is None:
        return ""
    shown = as_text(outside) if isinstance(outside, str) else choice_text(outside)
    return tr("{label} “{as_text}” is not one of the choices", label=field.label, as_text=shown)
