"""A filled form as it goes on paper: headings, lines and tables, without what does not show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.field_types import field_types
from jarvis_desktop.forms.repeated import RepeatedRows
from jarvis_desktop.forms.types import TEXT_ONLY_KINDS, FieldKind, LayoutKind
from jarvis_desktop.forms.values import rows_of
from ui.forms.telling import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from jarvis_desktop.forms.editing import FormEdit
    from jarvis_desktop.forms.types import FieldDefinition, LayoutNode

NOTHING = "—"
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Heading:
    """A title of a part; level 1 is a page of the form."""

    text: str
    level: int


@dataclass(frozen=True, slots=True)
class Line:
    """A field and its value."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a repeating field."""

    label: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Part = Heading | Line | Sheet


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """A form on paper; `caption` says of what kind the record is, and when it was printed."""

    title: str
    caption: str
    parts: tuple[Part, ...]


class _Reader:
    def __init__(self, edit: FormEdit, names: Callable[[FieldDefinition, Any], str]) -> None:
        self._edit = edit
        self._names = names
        self._types = field_types()

    def parts(self) -> Iterator[Part]:
        layout = self._edit.definition.layout
        if layout is not None:
            yield from self._node(layout, 1)
            return
        section = ""
        for field in self._edit.definition.fields:
            if field.section != section and field.key not in self._edit.hidden:
                section = field.section
                if section:
                    yield Heading(section, 2)
            yield from self._field(field)

    def _node(self, node: LayoutNode, level: int) -> Iterator[Part]:
        if node.kind is LayoutKind.CONTROL:
            field = self._edit.fields.get(node.key)
            if field is not None:
                yield from self._field(field)
            return
        titled = bool(node.label) and node.kind in (LayoutKind.PAGE, LayoutKind.GROUP)
        inner = [part for each in node.parts for part in self._node(each, min(level + titled, _DEEPEST))]
        if titled and inner:
            yield Heading(node.label, level)
        yield from inner

    def _field(self, field: FieldDefinition) -> Iterator[Part]:
        if field.key in self._edit.hidden:
            return
        if field.kind in TEXT_ONLY_KINDS:
            if field.kind == FieldKind.HEADING:
                yield Heading(field.label, _DEEPEST)
            return
        value = self._edit.values.get(field.key)
        if field.item is not None and not field.notice and rows_of(value):
            yield from self._sheets(field, rows_of(value), _DEEPEST)
        else:
            yield Line(field.label, self._said(field, value) or NOTHING)

    def _sheets(self, field: FieldDefinition, rows: tuple[Any, ...], depth: int) -> Iterator[Part]:
        """The rows as a table, and below it those within them."""
        judge = RepeatedRows(field, self._types)
        shown = [each for each in judge.item.fields if each.kind not in TEXT_ONLY_KINDS]
        plain = [each for each in shown if each.item is None]
        cells = tuple(
            (str(number), *(self._said(each, judge.value(row, each.key)) for each in plain))
            for number, row in enumerate(rows, start=1)
        )
        yield Sheet(field.label, ("", *(each.label for each in plain)), cells)
        for number, row in enumerate(rows, start=1):
            for each in shown if depth else ():
                inner = rows_of(judge.value(row, each.key)) if each.item is not None else ()
                if inner:
                    yield Heading(tr("{label}, row {number}", label=field.label, number=number), _DEEPEST)
                    yield from self._sheets(each, inner, depth - 1)

    def _said(self, field: FieldDefinition, value: Any) -> str:
        if field.notice or field.kind not in self._types:
            return ""
        if field.source is not None and value is not None:
            return self._names(field, value)
        said = told(field, self._types[field.kind], value)
        unit = next((str(field.props[name]) for name in ("unit", "suffix", "currency") if field.props.get(name)), "")
        return f"{said} {unit}" if said and unit else said


def printed(edit: FormEdit, title: str, caption: str, names: Callable[[FieldDefinition, Any], str]) -> PrintedForm:
    """The form as it stands now, also what is typed and not saved; `names` says the rows that fields choose."""
    return PrintedForm(title, caption, tuple(_Reader(edit, names).parts()))
