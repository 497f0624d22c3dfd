"""What changed between two versions of a form, and whether it asks for more or for less; pure."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.choices import choice_text
from jarvis_desktop.forms.kinds.field_type import as_text
from jarvis_desktop.forms.messages import amount
from jarvis_desktop.forms.values import same_value
from jarvis_desktop.forms.versions.types import ChangeKind, FormChange

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jarvis_desktop.forms.types import FieldDefinition, FormDefinition

_LEAST = frozenset({"minLength", "minItems", "minWords", "minProperties", "minimum", "exclusiveMinimum", "notBefore"})
_MOST = frozenset(
    {"maxLength", "maxItems", "maxWords", "maxProperties", "maximum", "exclusiveMaximum", "notAfter", "maxFileSize"}
)
_SETS = frozenset({"enum", "fileTypes"})


def form_changes(before: FormDefinition, after: FormDefinition) -> tuple[FormChange, ...]:
    """The differences, field by field in the order of the newer form, removed fields last."""
    old = {field.key: field for field in before.fields}
    new = {field.key: field for field in after.fields}
    found: list[FormChange] = []
    if before.title != after.title:
        said = tr("The form is called “{new}”, was “{old}”", new=after.title, old=before.title)
        found.append(FormChange(ChangeKind.RELABELLED, "", said))
    for field in after.fields:
        was = old.get(field.key)
        found.extend(_added(field) if was is None else field_changes(was, field))
    for key, was in old.items():
        if key not in new:
            found.append(FormChange(ChangeKind.REMOVED, key, tr("{label} is removed", label=was.label)))
    if before.layout != after.layout or [key for key in old if key in new] != [key for key in new if key in old]:
        found.append(FormChange(ChangeKind.CHANGED, "", tr("The fields stand in other places")))
    if before.target != after.target:
        found.append(FormChange(ChangeKind.CHANGED, "", tr("The values are stored in another place")))
    return tuple(found)


def field_changes(was: FieldDefinition, now: FieldDefinition) -> Iterator[FormChange]:
    """The differences of one field."""
    if was.label != now.label:
        said = tr("“{old}” is called “{new}”", old=was.label, new=now.label)
        yield FormChange(ChangeKind.RELABELLED, now.key, said)
    if was.kind != now.kind:
        said = tr("{label} is of the kind {new}, was {old}", label=now.label, new=now.kind, old=was.kind)
        yield FormChange(ChangeKind.CHANGED, now.key, said)
    if was.required is not now.required:
        yield _demand(now, "required") if now.required else _freed(now, tr("{label} may be empty", label=now.label))
    if was.readonly is not now.readonly:
        closed = tr("{label} can be read only", label=now.label)
        opened = tr("{label} can be edited", label=now.label)
        kind = ChangeKind.TIGHTENED if now.readonly else ChangeKind.LOOSENED
        yield FormChange(kind, now.key, closed if now.readonly else opened)
    for limit in sorted(was.schema.keys() | now.schema.keys()):
        if not same_value(was.schema.get(limit), now.schema.get(limit)):
            yield _limit_change(now, limit, was.schema.get(limit), now.schema.get(limit))
    yield from _option_changes(was, now)
    yield from _rule_changes(was, now)
    if was.item is not None and now.item is not None:
        for change in form_changes(was.item, now.item):
            said = tr("{label}: {message}", label=now.label, message=change.words)
            # Values within rows are judged when their record is saved; they are not counted.
            yield FormChange(change.kind, now.key, said)
    if (was.description, was.placeholder) != (now.description, now.placeholder):
        yield FormChange(ChangeKind.CHANGED, now.key, tr("{label} is explained in other words", label=now.label))


def _added(field: FieldDefinition) -> Iterator[FormChange]:
    yield FormChange(ChangeKind.ADDED, field.key, tr("{label} is added", label=field.label))
    if field.required:
        yield _demand(field, "required")


def _demand(field: FieldDefinition, limit: str) -> FormChange:
    return FormChange(ChangeKind.TIGHTENED, field.key, tr("{label} is required", label=field.label), limit)


def _freed(field: FieldDefinition, words: str) -> FormChange:
    return FormChange(ChangeKind.LOOSENED, field.key, words)


def _limit_change(field: FieldDefinition, limit: str, was: Any, now: Any) -> FormChange:
    label = field.label
    if now is None:
        return _freed(field, tr("{label}: {limit} does not hold any more", label=label, limit=limit))
    kind, told = ChangeKind.TIGHTENED, tr("{label}: {limit} is {new}", label=label, limit=limit, new=_shown(now))
    if was is not None:
        told = tr("{label}: {limit} is {new}, was {old}", label=label, limit=limit, new=_shown(now), old=_shown(was))
        kind = _direction(limit, was, now)
    return FormChange(kind, field.key, told, limit if kind is not ChangeKind.LOOSENED else "")


def _direction(limit: str, was: Any, now: Any) -> ChangeKind:
    comparable = all(isinstance(each, (int, Decimal)) for each in (was, now)) or all(
        isinstance(each, str) for each in (was, now)
    )
    if limit in _LEAST | _MOST and comparable:
        return ChangeKind.TIGHTENED if (now > was) == (limit in _LEAST) else ChangeKind.LOOSENED
    if limit in _SETS and all(isinstance(each, (list, tuple)) for each in (was, now)):
        gone = [one for one in was if not any(same_value(one, other) for other in now)]
        return ChangeKind.TIGHTENED if gone else ChangeKind.LOOSENED
    return ChangeKind.CHANGED


def _option_changes(was: FieldDefinition, now: FieldDefinition) -> Iterator[FormChange]:
    old = {choice_text(option.value): option for option in was.options}
    new = {choice_text(option.value): option for option in now.options}
    gone = [option.label for value, option in old.items() if value not in new]
    more = [option.label for value, option in new.items() if value not in old]
    if gone:
        said = tr("{label} does not offer {choices} any more", label=now.label, choices=_quoted(gone))
        yield FormChange(ChangeKind.TIGHTENED, now.key, said, "options")
    if more:
        yield _freed(now, tr("{label} offers {choices}, too", label=now.label, choices=_quoted(more)))
    for value in old.keys() & new.keys():
        if old[value].label != new[value].label:
            said = tr("{label}: “{old}” is called “{new}”", label=now.label, old=old[value].label, new=new[value].label)
            yield FormChange(ChangeKind.RELABELLED, now.key, said)
    if (was.source, was.dependent) != (now.source, now.dependent):
        yield FormChange(ChangeKind.CHANGED, now.key, tr("{label} takes its choices differently", label=now.label))


def _rule_changes(was: FieldDefinition, now: FieldDefinition) -> Iterator[FormChange]:
    checks = len(now.logic.checks) - len(was.logic.checks)
    if checks > 0:
        yield FormChange(
            ChangeKind.TIGHTENED, now.key, tr("{label} is checked by more rules", label=now.label), "rules"
        )
    elif checks < 0:
        yield _freed(now, tr("{label} is checked by fewer rules", label=now.label))
    elif was.logic.checks != now.logic.checks:
        said = tr("{label} is checked by other rules", label=now.label)
        yield FormChange(ChangeKind.CHANGED, now.key, said, "rules")
    others = [(each.conditions, each.computed, each.begins, each.on_hide) for each in (was.logic, now.logic)]
    if others[0] != others[1] or was.visible_when != now.visible_when or not same_value(was.default, now.default):
        said = tr("{label} shows, is computed or begins by other rules", label=now.label)
        yield FormChange(ChangeKind.CHANGED, now.key, said)


def _shown(limit: Any) -> str:
    if isinstance(limit, (list, tuple)):
        return ", ".join(as_text(one) for one in limit)
    return amount(limit) if isinstance(limit, (int, Decimal)) else as_text(limit)


def _quoted(labels: list[str]) -> str:
    return ", ".join(tr("“{text}”", text=label) for label in labels)
