"""One value for many rows, and many rows deleted, as one edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.errors import InvalidInput, JarvisError, Problem, Severity
from jarvis_desktop.core.words import tr, tr_n
from jarvis_desktop.forms import queries
from jarvis_desktop.forms.engine import FormEngine
from jarvis_desktop.forms.graph import judged_beside
from jarvis_desktop.forms.kinds.field_type import Unreadable
from jarvis_desktop.forms.naming import record_name
from jarvis_desktop.forms.records import plan
from jarvis_desktop.forms.rule_words import shown_while
from jarvis_desktop.forms.standing import may_take_input
from jarvis_desktop.forms.storing import fields_named
from jarvis_desktop.forms.validation import FormValidator
from jarvis_desktop.forms.values import is_empty, same_value
from jarvis_desktop.tables.labels import in_sentence, label, records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import ColumnElement

    from jarvis_desktop.edits.journal import Recording
    from jarvis_desktop.edits.types import StoredEdit
    from jarvis_desktop.forms.field_reading import FieldTypes
    from jarvis_desktop.forms.placement import PlacedForm
    from jarvis_desktop.forms.types import FieldDefinition

MOST_GROUPS = 500
"""Different values of the fields that others depend on; a value for more of them at once cannot be checked."""


def change(
    recording: Recording,
    form: PlacedForm,
    conditions: Sequence[ColumnElement[bool]],
    values: Mapping[str, Any],
    types: FieldTypes,
) -> StoredEdit:
    """Store `values` (by field key) in every row that meets the conditions."""
    refused = [
        Problem(key, tr("{label} cannot be changed here", label=field.label if field else key))
        for key in values
        if (field := form.definition.field(key)) is None or not may_take_input(field) or key not in form.places
    ]
    if refused or not values:
        raise InvalidInput(refused or [Problem("", tr("No field was given a value"))])
    validator = FormValidator(form.definition, types)
    entered = validator.normalised(values)
    _require_fitting(recording, form, conditions, entered, validator, types)
    writes = plan(form, entered, {form.primary: None})
    if writes.problems:
        raise InvalidInput(writes.problems)
    assigned, guards = queries.assignments(recording, writes.columns, writes.merged)
    if guards:
        unlike = queries.count_unlike(recording, conditions, guards)
        if unlike:
            said = tr_n(
                "cannot be stored: {records} holds something else where it would be kept",
                "cannot be stored: {records} hold something else where it would be kept",
                unlike,
                records=records(form.table, unlike),
            )
            inside = [key for key in entered if form.places[key].path]
            raise InvalidInput([Problem(key, f"{_label(form, key)} {said}") for key in inside])
    count = recording.change(assigned, *conditions)
    return recording.finish(
        tr("{fields} of {records}", fields=fields_named(form, entered), records=_rows_named(recording, form, count))
    )


def remove(recording: Recording, conditions: Sequence[ColumnElement[bool]]) -> StoredEdit:
    """Delete every row that meets the conditions; JarvisError when other rows refer to one of them."""
    table = recording.shape.table
    needed, others = recording.referred(*conditions)
    if needed:
        named = tr(" and ").join(in_sentence(label(other)) for other in others)
        raise JarvisError(
            tr_n(
                "{records} is referred to by {named}. Nothing was deleted.",
                "{records} are referred to by {named}. Nothing was deleted.",
                needed,
                records=records(table, needed),
                named=named,
            ),
            title=tr("Still needed"),
            hint=tr("Delete those first, or leave these records out."),
        )
    rows = queries.some_records(recording, conditions, 2)
    count = recording.remove(*conditions)
    named = record_name(table, rows[0][1], rows[0][0]) if len(rows) == 1 else records(table, count)
    return recording.finish(tr("deletion of {named}", named=named))


def _rows_named(recording: Recording, form: PlacedForm, count: int) -> str:
    changes = recording.changed_ids
    if count == 1 and changes:
        (row_id,) = changes
        row = queries.record(recording.session, form.table, form.columns[form.primary], row_id)
        if row is not None:
            return record_name(form.table, row, row_id)
    return records(form.table, count)


def _require_fitting(
    recording: Recording,
    form: PlacedForm,
    conditions: Sequence[ColumnElement[bool]],
    entered: Mapping[str, Any],
    validator: FormValidator,
    types: FieldTypes,
) -> None:
    """Check the values beside those that the rows have in fields that these depend on, or that depend on these."""
    checked = [field for field in form.definition.fields if field.key in entered or _follows(field, entered)]
    beside = _beside(form, checked, entered)
    found: list[tuple[Sequence[Any], int]] = [((), 0)]
    if beside:
        places = [(form.places[key].column.name, *form.places[key].path) for key in beside]
        found = queries.groups(recording, conditions, places, MOST_GROUPS + 1)
        if len(found) > MOST_GROUPS:
            labels = ", ".join(_label(form, key) for key in beside)
            said = tr("depends on {labels}, which differ too much here", labels=labels)
            raise InvalidInput([Problem(key, f"{_label(form, key)} {said}") for key in entered])
    problems: dict[str, Problem] = {}
    for values, count in found:
        here = {key: _read(form, key, value, types) for key, value in zip(beside, values, strict=True)}
        for problem in _problems_beside(form, checked, here, entered, validator, types):
            where = f" ({records(form.table, count)})" if count else ""
            problems.setdefault(problem.field, Problem(problem.field, problem.message + where, problem.pointer))
    if problems:
        raise InvalidInput(list(problems.values()))


def _problems_beside(
    form: PlacedForm,
    checked: Sequence[FieldDefinition],
    here: Mapping[str, Any],
    entered: Mapping[str, Any],
    validator: FormValidator,
    types: FieldTypes,
) -> Iterator[Problem]:
    """What is wrong with the values entered beside those `here`, and with fields that these would change or spoil."""
    engine = FormEngine(form.definition, types, fits=False)
    engine.begin(here, new=False)
    wrong_before = {field.key for field in checked if _errors(field, engine, validator)}
    engine.enter(entered)
    for field in checked:
        if field.key not in entered:
            said = _spoiled(field, engine, validator, wrong_before)
            if said:
                yield Problem(next(key for key in entered if key in judged_beside(field)), said)
        elif not engine.standing(field.key).visible:
            condition = shown_while(field.visible_when, form.definition) if field.visible_when is not None else ""
            if condition:
                said = tr("{label} applies only where {condition}", label=field.label, condition=condition)
            else:
                said = tr("{label} does not apply to these records", label=field.label)
            yield Problem(field.key, said)
        elif not engine.standing(field.key).editable:
            yield Problem(field.key, tr("{label} cannot be changed here", label=field.label))
        else:
            yield from _errors(field, engine, validator)


def _spoiled(field: FieldDefinition, engine: FormEngine, validator: FormValidator, wrong_before: set[str]) -> str:
    """What is to be said of a field that is given no value, and would be another or wrong, or ""."""
    stored = engine.base.get(field.key)
    outside = "" if is_empty(stored) else validator.outside_choices(field, stored, engine)
    if outside and engine.standing(field.key).visible:
        return tr("{message}: change {label} as well", message=outside, label=field.label)
    if not same_value(engine.values.get(field.key), stored):
        return tr("{label} follows from it: change these records one by one", label=field.label)
    errors = [] if field.key in wrong_before else _errors(field, engine, validator)
    return tr("{message}: change {label} as well", message=errors[0].message, label=field.label) if errors else ""


def _errors(field: FieldDefinition, engine: FormEngine, validator: FormValidator) -> list[Problem]:
    return [found for found in validator.field_problems(field, engine) if found.severity is Severity.ERROR]


def _follows(field: FieldDefinition, entered: Mapping[str, Any]) -> bool:
    return not entered.keys().isdisjoint(judged_beside(field))


def _beside(form: PlacedForm, checked: Sequence[FieldDefinition], entered: Mapping[str, Any]) -> list[str]:
    """The fields whose stored values matter: what the checked ones depend on, and those of them that are not given."""
    wanted: dict[str, None] = {}
    waiting = list(checked)
    while waiting:
        field = waiting.pop()
        for key in (field.key, *sorted(judged_beside(field))):
            known = form.definition.field(key)
            if known is not None and key not in entered and key in form.places and key not in wanted:
                wanted[key] = None
                waiting.append(known)
    return list(wanted)


def _read(form: PlacedForm, key: str, stored: Any, types: FieldTypes) -> Any:
    field = form.definition.field(key)
    assert field is not None
    try:
        return types[field.kind].read(stored)
    except Unreadable:
        return stored


def _label(form: PlacedForm, key: str) -> str:
    field = form.definition.field(key)
    return field.label if field is not None else key
