"""The rows of a repeating field, as a table shows them; texts are made for what is in sight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from typing_extensions import override

from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.field_types import field_types
from jarvis_desktop.forms.kinds.field_type import as_text
from jarvis_desktop.forms.repeated import RepeatedRows, Row
from jarvis_desktop.forms.standing import may_take_input
from jarvis_desktop.forms.types import TEXT_ONLY_KINDS, FieldDefinition, FieldKind, Parsed
from ui.core.locale import here
from ui.forms.telling import told

if TYPE_CHECKING:
    from jarvis_desktop.forms.kinds.field_type import FieldType
    from ui.core.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_TOP = QModelIndex()
_NUMBERS = frozenset(
    {FieldKind.INTEGER, FieldKind.NUMBER, FieldKind.DECIMAL, FieldKind.CURRENCY, FieldKind.PERCENT, FieldKind.RANGE}
)
LARGE = frozenset(
    {FieldKind.REPEAT, FieldKind.JSON, FieldKind.TEXTAREA, FieldKind.MARKDOWN, FieldKind.CODE, FieldKind.RADIO}
    | {FieldKind.LOOKUP_MANY, FieldKind.ADDRESS, FieldKind.GOVERNANCE_PANEL, FieldKind.VERSION_CONTROL}
    | {FieldKind.CAPABILITY_BUILDER, FieldKind.RATING, FieldKind.RANGE, FieldKind.FILE, FieldKind.IMAGE}
)
"""Kinds that no cell has room for: they are edited in the form of their row."""
_LONGEST_SHOWN = 200


class RowsModel(QAbstractTableModel):
    """A line for each row, a column for each sub-field.

    Signals:
        edited (): a person changed the rows.
    """

    edited = Signal()

    def __init__(self, field: FieldDefinition, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._types = field_types()
        self._theme = theme
        self._rows: list[Row] = []
        self._read_only = False
        self._names: Callable[[FieldDefinition, Any], str] = _as_stored
        self.judge = RepeatedRows(field, self._types)
        self.fields = [each for each in self.judge.item.fields if each.kind not in TEXT_ONLY_KINDS]

    @property
    def rows(self) -> Sequence[Row]:
        """The rows in order."""
        return self._rows

    def name_with(self, names: Callable[[FieldDefinition, Any], str]) -> None:
        """Say with this what rows of tables are called that a cell holds."""
        self._names = names

    def tell_names(self) -> None:
        """More rows of tables have names now."""
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.fields) - 1))

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def set_read_only(self, *, read_only: bool) -> None:
        """Let nobody edit, or let them."""
        self._read_only = read_only

    def add(self, place: int, rows: Sequence[Row]) -> None:
        """Insert rows, as a person does."""
        if rows:
            self.beginInsertRows(_TOP, place, place + len(rows) - 1)
            self._rows[place:place] = rows
            self.endInsertRows()
            self.edited.emit()

    def remove(self, places: Iterable[int]) -> None:
        """Take rows out, as a person does."""
        for place in sorted(set(places), reverse=True):
            self.beginRemoveRows(_TOP, place, place)
            del self._rows[place]
            self.endRemoveRows()
        self.edited.emit()

    def move(self, place: int, to: int) -> bool:
        """Bring a row to another place; whether there is one."""
        if not 0 <= to < len(self._rows) or to == place:
            return False
        self.beginMoveRows(_TOP, place, place, _TOP, to + 1 if to > place else to)
        self._rows.insert(to, self._rows.pop(place))
        self.endMoveRows()
        self.edited.emit()
        return True

    def replace(self, place: int, row: Row) -> None:
        """Put another row in the place of one, as a person does."""
        self._rows[place] = row
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.fields) - 1))
        self.edited.emit()

    def enter(self, index: Index, parsed: Parsed, typed: str) -> None:
        """Enter a value into a cell; letters that are none stay there, and are told."""
        value = typed if parsed.problem is not None else parsed.value
        row = self._rows[index.row()]
        self.replace(index.row(), self.judge.entered(row, {self.fields[index.column()].key: value}))

    def clear_cells(self, indexes: Iterable[Index]) -> None:
        """Empty cells that take input, as a person does."""
        self._enter_all({(index.row(), index.column()): "" for index in indexes if self.takes_input(index)})

    def paste(self, first: int, left: int, lines: Sequence[Sequence[str]]) -> int:
        """Enter texts from a cell on, in new rows where there are none; how many rows it took."""
        missing = first + len(lines) - len(self._rows)
        if missing > 0:
            self.beginInsertRows(_TOP, len(self._rows), len(self._rows) + missing - 1)
            self._rows.extend(self.judge.new_row() for _ in range(missing))
            self.endInsertRows()
        cells = {
            (first + down, left + right): text
            for down, line in enumerate(lines)
            for right, text in enumerate(line)
            if left + right < len(self.fields) and may_take_input(self.fields[left + right])
        }
        self._enter_all(cells)
        return len(lines)

    def _enter_all(self, texts: Mapping[tuple[int, int], str]) -> None:
        entered: dict[int, dict[str, Any]] = {}
        for (place, column), text in texts.items():
            parsed = self.parse(column, text)
            value = text if parsed.problem is not None else parsed.value
            entered.setdefault(place, {})[self.fields[column].key] = value
        for place, values in entered.items():
            self._rows[place] = self.judge.entered(self._rows[place], values)
        if entered:
            last = self.index(max(entered), len(self.fields) - 1)
            self.dataChanged.emit(self.index(min(entered), 0), last)
            self.edited.emit()

    def type_of(self, field: FieldDefinition) -> FieldType:
        """The kind of a sub-field."""
        return self._types[field.kind]

    def is_large(self, index: Index) -> bool:
        """Whether a cell is edited in the form of its row."""
        field = self.fields[index.column()]
        return field.kind in LARGE or field.source is not None

    def takes_input(self, index: Index) -> bool:
        """Whether a cell can be edited, as its row is now."""
        field = self.fields[index.column()]
        if self._read_only or not may_take_input(field):
            return False
        standing = self.judge.decided(self._rows[index.row()]).standing(field.key)
        return standing.visible and standing.editable

    def value(self, index: Index) -> Any:
        """What a cell holds."""
        return self.judge.value(self._rows[index.row()], self.fields[index.column()].key)

    def parse(self, column: int, text: str) -> Parsed:
        """The value of a text for a column; the label of a choice is taken for it."""
        field = self.fields[column]
        wanted = text.strip().casefold()
        named = next((option for option in field.options if option.label.casefold() == wanted), None)
        if named is not None:
            return Parsed(named.value)
        return self._types[field.kind].parse(field, here().plain_number(text) if field.kind in _NUMBERS else text)

    def text(self, row: Row, column: int) -> str:
        """What a cell shows."""
        field = self.fields[column]
        value = self.judge.value(row, field.key)
        if value is None or field.notice:
            return ""
        text = self._names(field, value) if field.source is not None else told(field, self._types[field.kind], value)
        return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"

    def problem(self, index: Index) -> str:
        """What is wrong with a cell, or ""."""
        key = self.fields[index.column()].key
        found = self.judge.row_problems(self._rows[index.row()])
        return next((problem.message for problem in found if problem.field == key), "")

    @override
    def rowCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _TOP) -> int:
        return 0 if parent.isValid() else len(self.fields)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                text = self.text(self._rows[index.row()], index.column())
                return text or (tr("missing") if self.problem(index) else "")
            case Qt.ItemDataRole.TextAlignmentRole:
                return _side(right=_is_number(self.value(index)))
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(self._theme.tokens.danger) if self.problem(index) else None
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self.problem(index)
            case _:
                return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            first = self.value(self.index(0, section)) if self._rows else None
            return _side(right=self.fields[section].kind in _NUMBERS or _is_number(first))
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return section + 1
        field = self.fields[section]
        return f"{field.label} *" if field.required else field.label

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        editable = index.isValid() and not self.is_large(index) and self.takes_input(index)
        return found | Qt.ItemFlag.ItemIsEditable if editable else found


def _as_stored(_field: FieldDefinition, value: Any) -> str:
    return as_text(value)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, Decimal)) and not isinstance(value, bool)


def _side(*, right: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
