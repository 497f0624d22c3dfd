"""Builds the widgets of a tab from its layout tree."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from jarvis_desktop.metadata.types import LayoutNode, NodeType
from ui.components.containers import (
    Categories,
    Paragraph,
    SharedSplitter,
    alignment,
    grows,
    moved,
    pane,
    scrolled,
    stack,
    titled,
)
from ui.components.host import ComponentHost, FaultSink
from ui.components.layout_states import LayoutStates
from ui.core.measures import SPACE_16, TEXT_COLUMNS_MAX
from ui.core.notice import Notice
from ui.core.zooming import measured

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.components.component import ComponentContext, ComponentSpec

MOST_COLUMNS = 6


def build_layout(
    node: LayoutNode,
    context: ComponentContext,
    components: Mapping[str, ComponentSpec],
    on_fault: FaultSink,
    parent: QWidget | None = None,
) -> QWidget:
    """The widget of a tab; it never raises for what a tree holds.

    Components whose building or reloading raises become notices, and the exception goes to `on_fault`.
    """
    states = LayoutStates(node)
    build = LayoutBuilder(context, components, on_fault, states).build
    content: QWidget | None = None
    if node.type in {NodeType.COMPONENT, NodeType.NOTICE} and not node.label:
        content = build(node, parent)
        if grows(content):
            states.setParent(content)
            return content
    area = scrolled(partial(build, node) if content is None else partial(moved, content), parent)
    states.add_root(area)
    states.setParent(area)
    return area


class LayoutBuilder:
    """Makes a widget of each node."""

    def __init__(
        self,
        context: ComponentContext,
        components: Mapping[str, ComponentSpec],
        on_fault: FaultSink,
        states: LayoutStates,
    ) -> None:
        self._states = states
        self._context = context
        self._components = components
        self._on_fault = on_fault
        self._makers: Mapping[NodeType, Callable[[LayoutNode, QWidget | None], QWidget]] = {
            NodeType.VERTICAL: self._vertical,
            NodeType.HORIZONTAL: self._horizontal,
            NodeType.GRID: self._grid,
            NodeType.GROUP: self._section,
            NodeType.CATEGORIZATION: self._categorization,
            NodeType.CATEGORY: self._section,
            NodeType.SPLITTER: self._splitter,
            NodeType.LABEL: self._label,
            NodeType.COMPONENT: self._component,
            NodeType.NOTICE: self._notice,
        }

    def build(self, node: LayoutNode, parent: QWidget | None) -> QWidget:
        """The widget of `node` and all below it.

        Each is made in its place: what gets another parent later is styled anew, with all that it holds.
        """
        return self._makers[node.type](node, parent)

    def _vertical(self, node: LayoutNode, parent: QWidget | None) -> QWidget:
        holder = QWidget(parent)
        return stack(holder, [self.build(child, holder) for child in node.children])

    def _horizontal(self, node: LayoutNode, parent: QWidget | None) -> QWidget:
        holder = QWidget(parent)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_16)
        for widget in [self.build(child, holder) for child in node.children]:
            row.addWidget(widget, 1, alignment(widget))
        return holder

    def _grid(self, node: LayoutNode, parent: QWidget | None) -> QWidget:
        holder = QWidget(parent)
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE_16)
        columns = _count(node.options.get("columns"), least=1, most=MOST_COLUMNS, otherwise=2)
        for position, widget in enumerate([self.build(child, holder) for child in node.children]):
            grid.addWidget(widget, position // columns, position % columns, alignment(widget))
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        return holder

    def _section(self, node: LayoutNode, parent: QWidget | None) -> QWidget:
        if not node.label:
            return self._vertical(node, parent)
        holder = QWidget(parent)
        return titled(node.label, holder, self._vertical(node, holder))

    def _categorization(self, node: LayoutNode, parent: QWidget | None) -> QWidget:
        categories = Categories(node.children, self._vertical, parent)
        self._states.add(node, categories)
        return categories

    def _splitter(self, node: LayoutNode, parent: QWidget | None) -> QWidget:
        upright = node.options.get("orientation") == "vertical"
        splitter = SharedSplitter(Qt.Orientation.Vertical if upright else Qt.Orientation.Horizontal, parent)
        for place, child in enumerate(node.children):
            splitter.addWidget(pane(partial(self.build, child), splitter, first=place == 0, upright=upright))
        sizes = node.options.get("sizes")
        if isinstance(sizes, list) and len(sizes) == splitter.count():
            splitter.share([_count(size, least=1, most=10_000, otherwise=1) for size in sizes])
        self._states.add(node, splitter)
        return splitter

    def _label(self, node: LayoutNode, parent: QWidget | None) -> QWidget:
        label = Paragraph(node.label, parent)
        label.setMaximumWidth(label.fontMetrics().averageCharWidth() * TEXT_COLUMNS_MAX)
        measured(label)
        return label

    def _component(self, node: LayoutNode, parent: QWidget | None) -> QWidget:
        holder = QWidget(parent) if node.label else parent
        host = ComponentHost(node, self._context, self._components, self._on_fault, holder)
        if host.component is not None:
            self._states.add(node, host.component)
        return titled(node.label, holder, host) if node.label and holder is not None else host

    def _notice(self, node: LayoutNode, parent: QWidget | None) -> QWidget:
        tone = node.options.get("tone", "warning")
        return Notice(node.component, node.label, theme=self._context.theme, tone=str(tone), parent=parent)


def _count(value: object, *, least: int, most: int, otherwise: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        return otherwise
    return max(least, min(most, value))
