"""A JSON value as a tree that is built as far as somebody looks."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from jarvis_desktop.core.json_search import is_container, plain
from jarvis_desktop.core.words import tr
from ui.tables.readable import readable

if TYPE_CHECKING:
    from jarvis_desktop.core.json_search import Place

CHUNK = 500
LONGEST = 200
"""Characters of a text that a cell shows."""

Index = QModelIndex | QPersistentModelIndex

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_COLOUR = int(Qt.ItemDataRole.ForegroundRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)


class Node:
    """One value in its place; `children` are those made so far, of `size`."""

    __slots__ = ("_rest", "children", "key", "parent", "row", "size", "value")

    def __init__(self, value: Any, key: str, row: int, parent: Node | None) -> None:
        self.value = value
        self.key = key
        self.row = row
        self.parent = parent
        self.children: list[Node] = []
        self.size = len(value) if is_container(value) else 0
        self._rest: Any = None

    def make(self, count: int) -> None:
        """Make `count` more children."""
        if self._rest is None:
            value = self.value
            keyed = isinstance(value, Mapping)
            self._rest = iter(value.items()) if keyed else ((f"[{n}]", one) for n, one in enumerate(value))
        for key, value in islice(self._rest, count):
            self.children.append(Node(value, str(key), len(self.children), self))

    @property
    def place(self) -> Place:
        """Where it stands."""
        steps: list[int] = []
        node = self
        while node.parent is not None:
            steps.append(node.row)
            node = node.parent
        return tuple(reversed(steps))


class JsonModel(QAbstractItemModel):
    """Keys and values of a JSON value; the members of a list or object come in portions, when they are looked at."""

    def __init__(self, value: Any, muted: QColor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self._muted = muted
        self._root = Node(value if is_container(value) else [value], "", 0, None)
        self._root.make(CHUNK)

    @property
    def value(self) -> Any:
        """The whole value."""
        return self._value

    def node(self, index: Index) -> Node:
        """The node of an index; of none, the root."""
        found: Node = index.internalPointer() if index.isValid() else self._root
        return found

    def at(self, place: Place) -> QModelIndex:
        """The index of a place, made now if nobody looked there before."""
        node, index = self._root, QModelIndex()
        for position in place:
            if position >= node.size:
                return QModelIndex()
            self._ensure(node, index, position + 1)
            index = self.index(position, 0, index)
            node = node.children[position]
        return index

    def index_of(self, node: Node) -> QModelIndex:
        """The index of a node."""
        return QModelIndex() if node.parent is None else self.createIndex(node.row, 0, node)

    @override
    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's default
        node = self.node(parent)
        if 0 <= row < len(node.children) and 0 <= column < 2:
            return self.createIndex(row, column, node.children[row])
        return QModelIndex()

    @override
    def parent(self, child: Index = QModelIndex()) -> Any:  # noqa: B008 - Qt's own default
        above = self.node(child).parent if child.isValid() else None
        return QModelIndex() if above is None else self.index_of(above)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.column() > 0 else len(self.node(parent).children)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 2

    @override
    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008 - Qt's own default
        return parent.column() <= 0 and self.node(parent).size > 0

    @override
    def canFetchMore(self, parent: Index) -> bool:
        node = self.node(parent)
        return parent.column() <= 0 and len(node.children) < node.size

    @override
    def fetchMore(self, parent: Index) -> None:
        node = self.node(parent)
        self._ensure(node, parent, len(node.children) + CHUNK)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == _DISPLAY and section in (0, 1):
            return (tr("Key"), tr("Value"))[section]
        return None

    @override
    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        node = self.node(index)
        if role == _DISPLAY:
            return _short(node.key) if index.column() == 0 else shown(node.value)
        if role == _COLOUR:
            quiet = (index.column() == 0 and node.key.startswith("[")) or (
                index.column() == 1 and (node.value is None or is_container(node.value))
            )
            return self._muted if quiet else None
        return None

    def _ensure(self, node: Node, index: Index, count: int) -> None:
        """Have at least `count` children of a node, or all."""
        have, wanted = len(node.children), min(count, node.size)
        if wanted > have:
            self.beginInsertRows(index, have, wanted - 1)
            node.make(wanted - have)
            self.endInsertRows()


def shown(value: Any) -> str:
    """A value on one line: how much a list or object holds, a text in quotes and cut."""
    if isinstance(value, Mapping):
        return "{}" if not value else f"{{ {len(value):,} {'key' if len(value) == 1 else 'keys'} }}"
    if is_container(value):
        return "[]" if not value else f"[ {len(value):,} {'item' if len(value) == 1 else 'items'} ]"
    return f"“{_short(value)}”" if isinstance(value, str) else _short(plain(value))


def _short(text: str) -> str:
    cut = len(text) > LONGEST
    part = text[:LONGEST] if cut else text
    line = part if part.isascii() and part.isprintable() else readable(part)
    return f"{line}…" if cut else line
