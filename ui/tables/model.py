"""A list of any length, of which only the rows looked at are here."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QFontDatabase
from typing_extensions import override

from jarvis_desktop.core.words import shown
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind
from ui.core.measures import FONT_BODY, zoomed
from ui.tables.blocks import Block, Layout, Section, State
from ui.tables.formatting import DisplayRow, exact, is_reference
from ui.tables.tones import WORDS

__all__ = ["FLASH", "GROUP", "ROW_ID", "VALUE", "GroupHead", "PagedTableModel", "State", "Want"]

ROW_ID = int(Qt.ItemDataRole.UserRole)
VALUE = ROW_ID + 1
FLASH = ROW_ID + 2
GROUP = ROW_ID + 3

MOST_BLOCKS = 60
FLASH_SECONDS = 0.9

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGNMENT = int(Qt.ItemDataRole.TextAlignmentRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_DESCRIPTION = int(Qt.ItemDataRole.AccessibleDescriptionRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NUMBERS = frozenset({ColumnKind.INTEGER, ColumnKind.DECIMAL})

_NO_FLAGS = Qt.ItemFlag.NoItemFlags
_HEAD_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
_ROW_FLAGS = _HEAD_FLAGS | Qt.ItemFlag.ItemIsSelectable

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class GroupHead:
    """What heads a group of rows: its value as people read it, and how many rows it has."""

    text: str
    count: int
    collapsed: bool


@dataclass(frozen=True, slots=True)
class Want:
    """A row that was looked at and whose block is not here: its block and where in it the row stands."""

    section: Section
    block: Block
    offset: int


class PagedTableModel(QAbstractTableModel):
    """Shows rows of sections in blocks.

    What is looked at is told to `looked`, once per turn of the event loop: the rows that are not here, and the block
    looked at last. `ui.tables.shifting` changes what stands where.

    Signals:
        about_to_shift (): rows will come, go or move because of what others did.
        shifted (): they have; where the first row in sight stands now, the view should scroll to.
    """

    about_to_shift = Signal()
    shifted = Signal()

    def __init__(self, looked: Callable[[Sequence[Want], Section, Block], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looked = looked
        self._columns: tuple[ColumnInfo, ...] = ()
        self._alignments: tuple[Qt.AlignmentFlag, ...] = ()
        self.layout = Layout()
        self._first, self._end = 0, 0
        self._rows: list[DisplayRow] | None = None
        self._section: Section | None = None
        self._recent: OrderedDict[Block, None] = OrderedDict()
        self._wants: dict[Block, Want] = {}
        self._last: tuple[Section, Block] | None = None
        self._muted: QBrush | None = None
        self._id_font: QFont | None = None
        self._fresh: dict[str, float] = {}
        self._waiting = State.COMPLETE
        self.spoken: Mapping[int, str] = {}
        """What a screen reader adds to the labels of columns."""
        self._telling = QTimer(self, singleShot=True, interval=0)
        self._telling.timeout.connect(self._tell_looked)
        self._fading = QTimer(self, singleShot=True)
        self._fading.timeout.connect(self._fade)

    @property
    def columns(self) -> tuple[ColumnInfo, ...]:
        """The columns shown."""
        return self._columns

    @property
    def state(self) -> State:
        """COMPLETE when every row is here, FAILED when a part did not come, BUSY while one is on its way."""
        if not self.layout.sections:
            return self._waiting
        states = {block.state for section, block in self.layout.entries if block is not None}
        for state in (State.FAILED, State.BUSY, State.READY):
            if state in states:
                return state
        return State.COMPLETE

    @property
    def grouped(self) -> bool:
        """Whether rows stand in groups with heads."""
        sections = self.layout.sections
        return bool(sections) and sections[0].head is not None

    @property
    def row_ids(self) -> tuple[str, ...]:
        """The primary keys of the rows here, in order."""
        return tuple(row.id for _, block in self.layout.entries if block and block.rows for row in block.rows)

    def row(self, place: int) -> DisplayRow | None:
        """The row at a place; None for a head, and for a row not here, which is then asked for."""
        if not self._first <= place < self._end and not self._turn_to(place):
            return None
        return None if self._rows is None else self._rows[place - self._first]

    def group(self, place: int) -> GroupHead | None:
        """The head at a place, if one stands there."""
        if not 0 <= place < self.layout.total:
            return None
        section, block, _ = self.layout.at(place)
        if block is not None or section.head is None:
            return None
        return GroupHead(section.head, section.count, section.collapsed)

    def row_of(self, row_id: str) -> int | None:
        """Where the row of that primary key stands, if it is here."""
        place = 0
        for _, block in self.layout.entries:
            if block is not None and block.rows is not None:
                for offset, row in enumerate(block.rows):
                    if row.id == row_id:
                        return place + offset
            place += 1 if block is None else block.size
        return None

    def id_at(self, place: int) -> str:
        """The primary key of the row at a place, "" when it is not here."""
        row = self.row(place)
        return "" if row is None else row.id

    def flash(self, place: int) -> float:
        """How freshly the row was changed elsewhere: 1 just now, 0 no more."""
        if not self._fresh:
            return 0.0
        row = self.row(place)
        return 1.0 if row is not None and row.id in self._fresh else 0.0

    def light_up(self, ids: Iterable[str]) -> None:
        """Mark rows as just changed by others, for a moment."""
        until = time.monotonic() + FLASH_SECONDS
        self._fresh.update(dict.fromkeys(ids, until))
        if self._fresh and not self._fading.isActive():
            self._fading.start(int(FLASH_SECONDS * 1000))

    def paint_with(self, muted: QColor) -> None:
        """The colour of cells without a value."""
        self._muted = QBrush(muted)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self._id_font = QFont(fixed.family())
        self._id_font.setPixelSize(zoomed(FONT_BODY - 1))
        self.tell_changed(0, self.layout.total - 1)

    def start(self, columns: Sequence[ColumnInfo], sections: Sequence[Section]) -> None:
        """Show these columns and sections in place of everything."""
        self.beginResetModel()
        self._set_columns(columns)
        self._show(sections)
        self.endResetModel()

    @contextmanager
    def other_columns(self, columns: Sequence[ColumnInfo]) -> Iterator[None]:
        """Show these columns of the same rows, which are exchanged within."""
        self.beginResetModel()
        self._set_columns(columns)
        yield
        self._show(self.layout.sections)
        self.endResetModel()

    def clear(self, state: State) -> None:
        """Show no rows."""
        self.beginResetModel()
        self._waiting = state
        self._show(())
        self.endResetModel()

    def rearrange(self) -> None:
        """Take note of other sizes; between `begin…` and `end…`."""
        self.layout.arrange()
        self.turn_away()

    def turn_away(self) -> None:
        """Look anew at what stands where."""
        self._first = self._end = 0
        self._rows = None

    def arrived(self, block: Block) -> None:
        """Rows of a block are here; those not looked at for long are put away."""
        self._recent[block] = None
        self._recent.move_to_end(block)
        while len(self._recent) > MOST_BLOCKS:
            old, _ = self._recent.popitem(last=False)
            old.put_away()
        self.turn_away()

    @property
    def in_sight(self) -> tuple[Block, ...]:
        """The blocks looked at last, the latest first."""
        return tuple(block for block, _ in zip(reversed(self._recent), range(3), strict=False) if block.rows)

    def tell_changed(self, first: int, last: int) -> None:
        """Say that rows have other values."""
        if self._columns and last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self.layout.total

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._columns)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return _NO_FLAGS
        return _HEAD_FLAGS if self.grouped and self.group(index.row()) is not None else _ROW_FLAGS

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        column = index.column()
        if role == _ALIGNMENT:
            return self._alignments[column]
        if role not in _ROLES:
            return None
        row = self.row(index.row())
        if row is None:
            return self._head_data(index, role)
        if role == _DISPLAY:
            return row.texts[column]
        if role == _FOREGROUND:
            return self._muted if row.values[column] is None else None
        if role == _FONT:
            return self._id_font if is_reference(self._columns[column]) else None
        return self._rare(row, column, role)

    def _rare(self, row: DisplayRow, column: int, role: int) -> Any:
        if role == _TOOL_TIP:
            return exact(row.values[column], row.texts[column]) or None
        if role == ROW_ID:
            return row.id
        if role == FLASH:
            return row.id in self._fresh
        if role == _DESCRIPTION:
            return shown(WORDS[row.tones[column]]) if row.tones and row.tones[column] in WORDS else None
        return row.values[column] if role == VALUE else None

    def _head_data(self, index: Index, role: int) -> Any:
        if role not in {_DISPLAY, GROUP}:
            return None
        head = self.group(index.row())
        if role == GROUP or head is None:
            return head
        return f"{head.text} ({head.count:,})" if index.column() == 0 else None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == _DISPLAY:
            return self._columns[section].label
        if role == _ALIGNMENT:
            return self._alignments[section]
        if role == _SPOKEN:
            label = self._columns[section].label
            return f"{label}, {self.spoken[section]}" if section in self.spoken else label
        return self._columns[section].name if role == _TOOL_TIP else None

    def _set_columns(self, columns: Sequence[ColumnInfo]) -> None:
        self._columns = tuple(columns)
        self._alignments = tuple(_RIGHT if column.kind in _NUMBERS else _LEFT for column in columns)

    def _show(self, sections: Sequence[Section]) -> None:
        self.layout = Layout(sections)
        self._recent.clear()
        self._wants.clear()
        self._last = None
        self._fresh.clear()
        self._fading.stop()
        self.turn_away()
        for section in sections:
            for block in section.blocks:
                if block.rows is not None:
                    self._recent[block] = None

    def _turn_to(self, place: int) -> bool:
        """Make the block at a place the one that `row` reads; False where none stands."""
        if not 0 <= place < self.layout.total:
            return False
        section, block, first = self.layout.at(place)
        if block is None:
            return False
        self._first, self._end, self._rows = first, first + block.size, block.rows
        if block.rows is None or block.stale:
            self._wants[block] = Want(section, block, place - first)
            # Each row of a gap is looked for by itself.
            self._end = self._first if block.gap else self._end
        if block in self._recent:
            self._recent.move_to_end(block)
        self._last = (section, block)
        if not self._telling.isActive():
            self._telling.start()
        return not block.gap

    def _tell_looked(self) -> None:
        wants, self._wants = tuple(self._wants.values()), {}
        if self._last is not None:
            # What is still in sight at the next painting is asked for again.
            self.turn_away()
            self._looked(wants, *self._last)

    def _fade(self) -> None:
        now = time.monotonic()
        gone = {row_id for row_id, until in self._fresh.items() if until <= now}
        for row_id in gone:
            del self._fresh[row_id]
        for place in [place for place in map(self.row_of, gone) if place is not None]:
            self.tell_changed(place, place)
        if self._fresh:
            self._fading.start(max(1, int((min(self._fresh.values()) - now) * 1000)))


_ROLES = frozenset({_DISPLAY, _TOOL_TIP, _DESCRIPTION, _FOREGROUND, _FONT, ROW_ID, VALUE, FLASH, GROUP})
