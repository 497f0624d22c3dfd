"""What the rows of tables that fields choose are called: learnt from every answer, for cells, paper and widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.forms.choices import choice_text
from jarvis_desktop.forms.kinds.field_type import as_text
from jarvis_desktop.forms.lookups.types import Asked
from jarvis_desktop.forms.values import is_empty, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jarvis_desktop.forms.lookups.types import OptionSource
    from jarvis_desktop.forms.types import FieldDefinition, Option

_BETWEEN = "\x1f"


class RowNames:
    """Labels of rows by where they are chosen from; a value is asked about once."""

    def __init__(self) -> None:
        self._labels: dict[OptionSource, dict[str, str]] = {}
        self._sought: dict[OptionSource, set[str]] = {}

    def know(self, source: OptionSource, options: Iterable[Option]) -> None:
        """Learn what rows are called."""
        known = self._labels.setdefault(source, {})
        known.update((choice_text(option.value), option.label) for option in options)

    def label_of(self, field: FieldDefinition, value: object) -> str:
        """What the row is called that a field chose; the value itself where no row is known that has it."""
        known = self._labels.get(field.source, {}) if field.source is not None else {}
        return known.get(choice_text(value), as_text(value))

    def told(self, field: FieldDefinition, value: object) -> str:
        """What one or several rows are called."""
        values = value if isinstance(value, (list, tuple)) else (value,)
        return ", ".join(self.label_of(field, one) for one in values)

    def unknown(self, field: FieldDefinition, value: object) -> dict[str, Asked]:
        """What is to be asked about the rows that rows of a field choose, each under a name of its own."""
        inner = field.item.fields if field.item is not None and not field.notice else ()
        wanted: dict[str, Asked] = {}
        for each in inner:
            if each.source is None or each.notice:
                continue
            known = self._labels.setdefault(each.source, {}).keys() | self._sought.setdefault(each.source, set())
            chosen = [one for row in rows_of(value) for one in _each(row.get(each.key))]
            missing = {text: one for one in chosen if (text := choice_text(one)) not in known}
            if missing:
                self._sought[each.source].update(missing)
                wanted[f"{field.key}{_BETWEEN}{each.key}"] = Asked(each.source, values=tuple(missing.values()))
        return wanted


def is_of_rows(name: str) -> bool:
    """Whether an answer is to a question about rows of a field."""
    return _BETWEEN in name


def source_of(name: str, fields: Mapping[str, FieldDefinition]) -> tuple[str, OptionSource | None]:
    """The field whose rows were asked about, and where they choose from."""
    key, _, inner = name.partition(_BETWEEN)
    field = fields.get(key)
    found = field.item.field(inner) if field is not None and field.item is not None else None
    return key, None if found is None else found.source


def _each(value: object) -> Iterable[object]:
    values = value if isinstance(value, (list, tuple)) else (value,)
    return (one for one in values if not is_empty(one) and isinstance(one, (str, int)))
