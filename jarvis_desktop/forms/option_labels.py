"""The words that a form has for stored values, for lists that show them. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.forms.choices import choice_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.forms.types import FieldDefinition, FormDefinition


def option_labels(definition: FormDefinition) -> Mapping[str, Mapping[str, str]]:
    """By field key, the labels of its choices by their stored value as text; fields without choices are left out.

    A value to which several labels belong (in choices that follow another field) has none.
    """
    found = {field.key: _labels(field) for field in definition.fields if not field.notice}
    return {key: labels for key, labels in found.items() if labels}


def _labels(field: FieldDefinition) -> Mapping[str, str]:
    options = list(field.options)
    if field.dependent is not None:
        options.extend(option for choices in field.dependent.mapping.values() for option in choices)
    labels: dict[str, str] = {}
    several: set[str] = set()
    for option in options:
        stored = choice_text(option.value)
        if labels.setdefault(stored, option.label) != option.label:
            several.add(stored)
    return {stored: label for stored, label in labels.items() if stored not in several and label != stored}
