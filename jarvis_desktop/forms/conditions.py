"""Which fields show: a field may stand or fall with the value of another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jarvis_desktop.forms.choices import same_choice
from jarvis_desktop.forms.types import FieldDefinition, FormDefinition


def hidden_fields(definition: FormDefinition, values: Mapping[str, Any]) -> frozenset[str]:
    """The keys of the fields not shown beside `values`; a hidden field counts as having no value."""
    fields = {field.key: field for field in definition.fields}
    decided: dict[str, bool] = {}

    def hidden(field: FieldDefinition, asking: tuple[str, ...]) -> bool:
        if field.visible_when is None or field.key in asking:
            return False
        if field.key not in decided:
            master, wanted = field.visible_when
            above = fields.get(master)
            gone = above is not None and hidden(above, (*asking, field.key))
            decided[field.key] = not matches(None if gone else values.get(master), wanted)
        return decided[field.key]

    return frozenset(key for key, field in fields.items() if field.visible_when is not None and hidden(field, ()))


def matches(value: Any, wanted: Any) -> bool:
    """Whether a value is the wanted one, or one of a wanted list; a list value matches when it holds one."""
    if isinstance(wanted, (list, tuple)):
        return any(matches(value, one) for one in wanted)
    if isinstance(value, (list, tuple)):
        return any(matches(one, wanted) for one in value)
    if value is None or wanted is None:
        return value is None and wanted is None
    return same_choice(value, wanted)
