"""A part of a form that is built when it comes into sight."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.forms.types import FILE_KINDS, TEXT_ONLY_KINDS, FieldDefinition, FieldKind
from ui.core.measures import SPACE_12, SPACE_16, SPACE_24

if TYPE_CHECKING:
    from ui.forms.widgets.field_widget import FieldWidget

CHUNK = 20
"""So many fields are built at once at most."""
ROW_HEIGHT = 70
"""About the height of a field that is not built yet."""
_WIDE_KINDS = (
    TEXT_ONLY_KINDS
    | FILE_KINDS
    | {
        FieldKind.TEXTAREA,
        FieldKind.MARKDOWN,
        FieldKind.CODE,
        FieldKind.JSON,
        FieldKind.REPEAT,
        FieldKind.ADDRESS,
        FieldKind.CAPABILITY_BUILDER,
        FieldKind.GOVERNANCE_PANEL,
        FieldKind.VERSION_CONTROL,
    }
)
_COLUMNS = 2


class FormPart(QWidget):
    """Some fields of a form: their `widgets`, by key, are made with `make` when it is built.

    `apart` says that it is on a page which is not shown.
    """

    def __init__(
        self, fields: tuple[FieldDefinition, ...], make: Callable[[FieldDefinition, QWidget], FieldWidget]
    ) -> None:
        super().__init__()
        self.fields = fields
        self.widgets: dict[str, FieldWidget] = {}
        self.apart = False
        self._make = make

    @property
    @abstractmethod
    def is_built(self) -> bool:
        """Whether its widgets exist."""

    @abstractmethod
    def build(self, columns: int, hidden: frozenset[str]) -> None:
        """Make the widgets apart from the form, then put them in with one step."""

    @abstractmethod
    def arrange(self, columns: int, hidden: frozenset[str]) -> None:
        """Show what is not hidden, in so many columns."""

    @abstractmethod
    def settle(self) -> None:
        """Lay out now what was built or moved."""

    def reveal(self, key: str) -> None:
        """Open what a field is folded away in."""

    def ordered(self) -> Iterable[FieldWidget]:
        """The widgets in the order of the fields."""
        return (self.widgets[field.key] for field in self.fields if field.key in self.widgets)


class Section(FormPart):
    """Some fields under a heading (or under none), in one column or two."""

    def __init__(
        self, title: str, fields: tuple[FieldDefinition, ...], make: Callable[[FieldDefinition, QWidget], FieldWidget]
    ) -> None:
        super().__init__(fields, make)
        self._columns = 1
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_12)
        self._heading = QLabel(title, self) if title else None
        if self._heading is not None:
            self._heading.setProperty("role", "section")
            self._heading.setContentsMargins(0, SPACE_12, 0, 0)
            self._column.addWidget(self._heading)
        self._body: QWidget | None = None
        self._grid: QGridLayout | None = None
        self._reserve()

    @property
    @override
    def is_built(self) -> bool:
        return self._body is not None

    @override
    def build(self, columns: int, hidden: frozenset[str]) -> None:
        if self._body is not None:
            return
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_24)
        grid.setVerticalSpacing(SPACE_16)
        self._body, self._grid = body, grid
        for field in self.fields:
            self.widgets[field.key] = self._make(field, body)
        self.arrange(columns, hidden, fresh=True)
        self._column.addWidget(body)
        # Now, not when the event loop comes round: a field to jump to must be able to take the focus.
        body.show()
        self.setMinimumHeight(0)

    @override
    def arrange(self, columns: int, hidden: frozenset[str], *, fresh: bool = False) -> None:
        """Place the fields that show in `columns`; before it is built, reserve about the height it will need."""
        self._columns = columns
        shown = [field for field in self.fields if field.key not in hidden]
        self.setVisible(bool(shown) and not self.apart)
        if self._grid is None:
            self._reserve()
            return
        if not fresh:
            for widget in self.widgets.values():
                self._grid.removeWidget(widget)
        row = column = 0
        for field in self.fields:
            widget = self.widgets[field.key]
            widget.setVisible(field.key not in hidden)
            if field.key in hidden:
                continue
            wide = columns > 1 and is_wide(field)
            wanted = field.props.get("column")
            starts_right = columns > 1 and wanted == _COLUMNS and column == 0 and not wide
            if wide and column:
                row, column = row + 1, 0
            if starts_right:
                column = 1
            self._grid.addWidget(widget, row, column, 1, columns if wide else 1, Qt.AlignmentFlag.AlignTop)
            column += columns if wide else 1
            if column >= columns:
                row, column = row + 1, 0
        for index in range(_COLUMNS):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)

    @override
    def settle(self) -> None:
        if self._grid is not None:
            self._grid.activate()
        self._column.activate()

    def _reserve(self) -> None:
        rows = -(-len(self.fields) // self._columns)
        self.setMinimumHeight(rows * ROW_HEIGHT)


def is_wide(field: FieldDefinition) -> bool:
    """Whether the field takes the whole width where there are two columns."""
    span = field.props.get("span")
    if isinstance(span, int) and not isinstance(span, bool):
        return span >= _COLUMNS
    return field.kind in _WIDE_KINDS or bool(field.notice)


def in_sections(fields: Iterable[FieldDefinition]) -> list[tuple[str, tuple[FieldDefinition, ...]]]:
    """The fields by section, in the order in which the sections first appear, none longer than a chunk."""
    by_title: dict[str, list[FieldDefinition]] = {}
    for field in fields:
        by_title.setdefault(field.section, []).append(field)
    return [
        (title if start == 0 else "", tuple(members[start : start + CHUNK]))
        for title, members in by_title.items()
        for start in range(0, len(members), CHUNK)
    ]
