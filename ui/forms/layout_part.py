"""A part of a form that a layout describes: rows, grids and groups, built when it comes into sight."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr, tr_n
from jarvis_desktop.forms.types import LayoutKind
from ui.core.icons import icon
from ui.core.measures import SPACE_8, SPACE_12, SPACE_16, SPACE_24
from ui.forms.section import ROW_HEIGHT, FormPart

if TYPE_CHECKING:
    from jarvis_desktop.forms.types import FieldDefinition, LayoutNode
    from ui.core.theme import Theme
    from ui.forms.widgets.field_widget import FieldWidget

_TITLED = frozenset({LayoutKind.GROUP, LayoutKind.PAGES, LayoutKind.PAGE})
"""What shows its label: pages do so where they stand below each other."""


class GroupFrame(QFrame):
    """A titled group that can be closed; its head says how much of it is filled and what needs attention."""

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "card")
        self.head = QToolButton(self)
        self.head.setObjectName("groupHead")
        self.head.setProperty("kind", "groupHead")
        self.head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.head.setText(title)
        self.head.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head.clicked.connect(self._on_head)
        self._opened = True
        self._said = ""
        self.counts = QLabel(self)
        self.counts.setProperty("role", "caption")
        self.inside = QWidget(self)
        head = QHBoxLayout()
        head.addWidget(self.head)
        head.addStretch(1)
        head.addWidget(self.counts)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_12)
        column.setSpacing(SPACE_12)
        column.addLayout(head)
        column.addWidget(self.inside)
        self._tint()
        theme.follow(self, self._tint)

    def open(self, *, opened: bool) -> None:
        """Show what is inside, or only the head."""
        self._opened = opened
        self.inside.setVisible(opened)
        self._tint()
        self._name()

    def say(self, filled: int, fields: int, problems: int) -> None:
        """Tell at the head how many of the fields that show have a value, and how many have a problem."""
        said = tr("{filled} of {fields} filled", filled=filled, fields=fields)
        if problems:
            said = f"{tr_n('{n} problem', '{n} problems', problems)} · {said}"
        self.counts.setText(said)
        self.counts.setProperty("tone", "danger" if problems else "")
        self.counts.style().unpolish(self.counts)
        self.counts.style().polish(self.counts)
        self._said = said
        self._name()

    def _name(self) -> None:
        closed = "" if self._opened else tr("closed")
        self.head.setAccessibleName(", ".join(filter(None, (self.head.text(), closed, self._said))))

    @Slot()
    def _on_head(self) -> None:
        self.open(opened=not self._opened)

    @Slot()
    def _tint(self) -> None:
        glyph = "chevron-down" if self._opened else "chevron-right"
        self.head.setIcon(icon(glyph, self._theme.tokens.muted, 16))


class LayoutPart(FormPart):
    """One part of the layout with all that is in it."""

    def __init__(
        self,
        node: LayoutNode,
        fields: Mapping[str, FieldDefinition],
        make: Callable[[FieldDefinition, QWidget], FieldWidget],
        theme: Theme,
    ) -> None:
        super().__init__(tuple(fields[key] for key in node.field_keys()), make)
        self._node = node
        self._by_key = fields
        self._theme = theme
        self._hosts: list[tuple[QWidget, tuple[str, ...]]] = []
        self._turning: list[QBoxLayout] = []
        self._grids: list[_Grid] = []
        self.groups: list[tuple[GroupFrame, tuple[str, ...]]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._built = False
        self.setMinimumHeight(len(self.fields) * ROW_HEIGHT)

    @property
    @override
    def is_built(self) -> bool:
        return self._built

    @override
    def build(self, columns: int, hidden: frozenset[str]) -> None:
        if self._built:
            return
        self._built = True
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._made(self._node, body))
        self.arrange(columns, hidden)
        self._column.addWidget(body)
        body.show()
        self.setMinimumHeight(0)

    @override
    def arrange(self, columns: int, hidden: frozenset[str]) -> None:
        self.setVisible(not self.apart and any(field.key not in hidden for field in self.fields))
        if not self._built:
            return
        for key, widget in self.widgets.items():
            widget.setVisible(key not in hidden)
        for host, keys in self._hosts:
            host.setVisible(any(key not in hidden for key in keys))
        side_by_side = QBoxLayout.Direction.LeftToRight if columns > 1 else QBoxLayout.Direction.TopToBottom
        for box in self._turning:
            box.setDirection(side_by_side)
        for grid in self._grids:
            grid.place(hidden, one_column=columns == 1)

    @override
    def settle(self) -> None:
        self._column.activate()

    @override
    def reveal(self, key: str) -> None:
        for group, keys in self.groups:
            if key in keys:
                group.open(opened=True)

    def _made(self, node: LayoutNode, parent: QWidget) -> QWidget:
        if node.kind is LayoutKind.CONTROL:
            widget = self.widgets[node.key] = self._make(self._by_key[node.key], parent)
            return widget
        keys = node.field_keys()
        host: QWidget
        if node.label and node.kind in _TITLED:
            host = frame = GroupFrame(node.label, self._theme, parent)
            self._fill(node, frame.inside)
            self.groups.append((frame, keys))
            frame.open(opened=not node.collapsed)
        else:
            host = QWidget(parent)
            self._fill(node, host)
        self._hosts.append((host, keys))
        return host

    def _fill(self, node: LayoutNode, host: QWidget) -> None:
        if node.kind is LayoutKind.GRID:
            self._fill_grid(node, host)
            return
        across = node.kind is LayoutKind.ROW
        box = QBoxLayout(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom, host)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE_24 if across else SPACE_16)
        if across:
            self._turning.append(box)
        for part in node.parts:
            box.addWidget(self._made(part, host), part.span if across else 0, Qt.AlignmentFlag.AlignTop)

    def _fill_grid(self, node: LayoutNode, host: QWidget) -> None:
        cells = [_Cell(self._made(part, host), part.span, part.field_keys()) for part in node.parts]
        self._grids.append(_Grid(host, node.columns, cells))


class _Cell(NamedTuple):
    """What stands in a grid: how many columns it takes, and the fields in it."""

    widget: QWidget
    span: int
    keys: tuple[str, ...]


class _Grid:
    """Cells in columns, without holes for what does not show; one below the other where there is little room."""

    def __init__(self, host: QWidget, columns: int, cells: list[_Cell]) -> None:
        self._columns = columns
        self._cells = cells
        self._placed: tuple[int, ...] = ()
        self._grid = QGridLayout(host)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_24)
        self._grid.setVerticalSpacing(SPACE_16)

    def place(self, hidden: frozenset[str], *, one_column: bool) -> None:
        """Give every cell that shows its place."""
        columns = 1 if one_column else self._columns
        shown = [n for n, cell in enumerate(self._cells) if any(key not in hidden for key in cell.keys)]
        if self._placed == (columns, *shown):
            return
        self._placed = (columns, *shown)
        for cell in self._cells:
            self._grid.removeWidget(cell.widget)
        row = column = 0
        for cell in (self._cells[n] for n in shown):
            span = min(cell.span, columns)
            if column + span > columns:
                row, column = row + 1, 0
            self._grid.addWidget(cell.widget, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span
        for index in range(self._columns):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)
