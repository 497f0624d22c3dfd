"""The choices of a field: read from what a row holds, restricted by a template, and followed by another field."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.form_rules import BadRule
from jarvis_desktop.forms.types import DependentOptions, FieldDefinition, Option

if TYPE_CHECKING:
    from jarvis_desktop.forms.form_rules import FormRules
    from jarvis_desktop.forms.logic import FieldRule

_LONGEST = 100
Scalar = (str, int, Decimal, bool)


class BadChoices(ValueError):
    """The document does not describe choices; the message says why."""


def read_options(document: Any, rules: FormRules) -> tuple[tuple[Option, ...], tuple[str, ...]]:
    """Options and the faults of single ones.

    Accepts objects `{value, label, description, valid_from, valid_to, when}` (or `{const, title}`), plain values,
    `{oneOf: [...]}`, `{enum: [...]}`, or None; `rules` compiles the rules of the form. Raises BadChoices when the
    document as a whole is something else.
    """
    if document is None:
        return (), ()
    if isinstance(document, Mapping):
        document = document.get("oneOf", document.get("enum", document.get("options")))
    if not isinstance(document, (list, tuple)):
        raise BadChoices(tr("has options that are no list"))
    options: list[Option] = []
    faults: list[str] = []
    for index, entry in enumerate(document):
        option = _option(entry)
        if option is not None and isinstance(entry, Mapping):
            option = _limited(option, entry, rules, index, faults)
        if option is None:
            faults.append(tr("/options/{index} is not a choice", index=index))
        elif any(same_choice(option.value, other.value) for other in options):
            faults.append(tr("/options/{index} repeats the choice “{label}”", index=index, label=option.label))
        else:
            options.append(option)
    return tuple(options), tuple(faults)


def read_dependencies(document: Any, rules: FormRules) -> tuple[DependentOptions | None, tuple[str, ...]]:
    """`{dependsOn, mapping}` as dependent options; None when there are none; faults say what could not be read."""
    if document is None or document == {}:
        return None, ()
    if not isinstance(document, Mapping):
        return None, (tr("/ui_props/dependencies is no object"),)
    depends_on, mapping = document.get("dependsOn"), document.get("mapping")
    if not isinstance(depends_on, str) or not depends_on or not isinstance(mapping, Mapping):
        return None, (tr("/ui_props/dependencies needs “dependsOn” and “mapping”"),)
    read: dict[str, tuple[Option, ...]] = {}
    faults: list[str] = []
    for value, entries in mapping.items():
        try:
            read[str(value)], more = read_options(entries, rules)
        except BadChoices as bad:
            faults.append(f"/ui_props/dependencies/mapping/{value} {bad}")
        else:
            faults.extend(f"/ui_props/dependencies/mapping/{value}{fault}" for fault in more)
    return DependentOptions(depends_on, read), tuple(faults)


def restricted(field: FieldDefinition, allowed: Any) -> tuple[FieldDefinition, str]:
    """The field with only the `allowed` options (a template's prefilter), and a fault or ""."""
    if not isinstance(allowed, (list, tuple)):
        return field, tr("/prefilters/{key} is no list", key=field.key)
    kept = tuple(o for o in field.options if any(same_choice(o.value, value) for value in allowed))
    if not kept:
        return field, tr("/prefilters/{key} leaves no choice and is not applied", key=field.key)
    return dataclasses.replace(field, options=kept), ""


def choices_for(field: FieldDefinition, values: Mapping[str, Any]) -> tuple[Option, ...]:
    """The choices a field offers beside `values`: those of the field it follows, else its own."""
    if field.dependent is None:
        return field.options
    master = values.get(field.dependent.depends_on)
    if master is None or master == "":
        return field.options
    return field.dependent.mapping.get(choice_text(master), field.options)


def offered_on(options: tuple[Option, ...], day: date | None) -> tuple[Option, ...]:
    """The choices that are valid on a day; all of them where that is not known."""
    if day is None or not any(option.valid_from or option.valid_to for option in options):
        return options
    return tuple(
        option
        for option in options
        if not (option.valid_from and day < option.valid_from) and not (option.valid_to and option.valid_to < day)
    )


def offers_nothing(field: FieldDefinition, values: Mapping[str, Any]) -> bool:
    """Whether the field follows another whose value has no choices here, so that nothing can be asked for."""
    if field.dependent is None:
        return False
    master = values.get(field.dependent.depends_on)
    return master is not None and master != "" and not choices_for(field, values)


def find_option(options: Sequence[Option], value: Any) -> Option | None:
    """The option that stands for a stored value."""
    return next((o for o in options if same_choice(o.value, value)), None)


def same_choice(one: Any, other: Any) -> bool:
    """Whether two stored values are the same choice: 3 and "3" are, "High" and "high" are not."""
    return choice_text(one) == choice_text(other)


def choice_text(value: Any) -> str:
    """A choice's value as text; booleans as JSON writes them."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        digits = format(value, "f") if abs(value.adjusted()) < _LONGEST else str(value)
        return digits.rstrip("0").rstrip(".") if "." in digits and "E" not in digits else digits
    return str(value)


def _option(entry: Any) -> Option | None:
    if isinstance(entry, Scalar):
        return Option(entry, choice_text(entry)) if entry != "" else None
    if not isinstance(entry, Mapping):
        return None
    value = entry.get("value", entry.get("const"))
    if not isinstance(value, Scalar) or value == "":
        return None
    label, description = entry.get("label", entry.get("title")), entry.get("description")
    return Option(
        value,
        label if isinstance(label, str) and label.strip() else choice_text(value),
        description if isinstance(description, str) else "",
    )


def _limited(option: Option, entry: Mapping[str, Any], rules: FormRules, index: int, faults: list[str]) -> Option:
    """The choice with when it is offered; a limit that cannot be read is left out and told."""
    days: list[date | None] = []
    for name in ("valid_from", "valid_to"):
        given = entry.get(name)
        try:
            days.append(None if given is None else date.fromisoformat(str(given)[: len("2026-01-31")]))
        except ValueError:
            days.append(None)
            faults.append(tr("/options/{index}/{name} is no date", index=index, name=name))
    when: FieldRule | None = None
    if entry.get("when") is not None:
        try:
            when = rules.read(entry["when"])
        except BadRule as bad:
            faults.append(f"/options/{index}/when {bad}")
    return dataclasses.replace(option, valid_from=days[0], valid_to=days[1], when=when)
