"""What holds the parts of a tab: stacks, splitters, tabs inside tabs, running text."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QSplitter, QStackedWidget, QTabBar, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.measures import SPACE_8, SPACE_12, SPACE_16
from ui.core.sides import margins

if TYPE_CHECKING:
    from jarvis_desktop.metadata.types import LayoutNode

_WIDEST = 20_000
_SMALLEST_SHARED = 220
"""The height below which one of several growing parts is not squeezed: the tab scrolls instead."""


class SharedSplitter(QSplitter):
    """Parts side by side in given proportions, which hold as the window grows, until the person moves a handle.

    Signals:
        arranged (): the person moved a handle.
    """

    arranged = Signal()

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self._shares: list[int] = []
        self.setChildrenCollapsible(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.splitterMoved.connect(self._keep)

    def share(self, shares: list[int]) -> None:
        """Divide the room in proportion to `shares`, one for each part."""
        self._shares = shares

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() if self.orientation() is Qt.Orientation.Horizontal else self.height()
        if self._shares:
            self.setSizes([room * share // sum(self._shares) for share in self._shares])

    @Slot()
    def _keep(self) -> None:
        self._shares = self.sizes()
        self.arranged.emit()

    def state(self) -> Mapping[str, Any]:
        """The proportions."""
        return {"shares": self._shares}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Take proportions over that are meant for as many parts."""
        shares = state.get("shares")
        if not isinstance(shares, list) or len(shares) != self.count():
            return
        whole = [each for each in shares if isinstance(each, int) and 0 <= each <= _WIDEST]
        if len(whole) == len(shares) and sum(whole) > 0:
            self._shares = whole
            room = self.width() if self.orientation() is Qt.Orientation.Horizontal else self.height()
            self.setSizes([room * share // sum(whole) for share in whole])


class Paragraph(QLabel):
    """Running text of a limited width, as high as it needs at that width."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    @override
    def heightForWidth(self, width: int) -> int:
        return super().heightForWidth(min(width, self.maximumWidth()))


class Categories(QWidget):
    """Tabs inside a tab; the content of each is built when it is first shown.

    Signals:
        arranged (): another one is shown.
    """

    arranged = Signal()

    def __init__(
        self,
        categories: Sequence[LayoutNode],
        build: Callable[[LayoutNode, QWidget], QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._bar = QTabBar(self)
        self._bar.setObjectName("categories")
        self._bar.setAccessibleName(tr("Parts of this tab"))
        self._bar.setExpanding(False)
        self._bar.setUsesScrollButtons(True)
        self._bar.setElideMode(Qt.TextElideMode.ElideRight)
        self._stack = QStackedWidget(self)
        for number, category in enumerate(categories, start=1):
            self._stack.addWidget(LazyPage(category, build))
            self._bar.addTab(category.label.replace("&", "&&") or tr("Part {number}", number=number))
        self._bar.currentChanged.connect(self._show)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        column.addWidget(self._bar)
        column.addWidget(self._stack, 1)

    @Slot(int)
    def _show(self, position: int) -> None:
        self._stack.setCurrentIndex(position)
        self.arranged.emit()

    def state(self) -> Mapping[str, Any]:
        """Which one is shown."""
        place = self._bar.currentIndex()
        return {"place": place, "name": self._bar.tabText(place)}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show the one that was shown, if it is still there."""
        place = state.get("place")
        known = isinstance(place, int) and 0 <= place < self._bar.count()
        if isinstance(place, int) and known and self._bar.tabText(place) == state.get("name"):
            self._bar.setCurrentIndex(place)


class LazyPage(QWidget):
    """A page whose content is built when it is first shown."""

    def __init__(
        self, node: LayoutNode, build: Callable[[LayoutNode, QWidget], QWidget], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._node = node
        self._build = build
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._column.count() == 0:
            fill(self._column, self._build(self._node, self))
        super().showEvent(event)


def stack(holder: QWidget, widgets: Sequence[QWidget]) -> QWidget:
    """Lay the widgets of `holder` one below the other; those that can grow share the height that is left."""
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_16)
    growing = [widget for widget in widgets if grows(widget)]
    for widget in widgets:
        column.addWidget(widget, 1 if widget in growing else 0)
        if len(growing) > 1 and widget in growing:
            widget.setMinimumHeight(_SMALLEST_SHARED)
    return holder


def fill(column: QVBoxLayout, content: QWidget) -> None:
    """Put `content` into a column of any height: what does not grow stands at the top."""
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(content)
    if not grows(content):
        column.addStretch(1)


def grows(widget: QWidget) -> bool:
    """Whether a widget makes use of more height than it asks for."""
    # The layout item of a widget without a parent answers "no" to everything: ask policy and layout themselves.
    directions = widget.sizePolicy().expandingDirections()
    layout = widget.layout()
    if layout is not None:
        directions |= layout.expandingDirections()
    return bool(directions & Qt.Orientation.Vertical)


def alignment(widget: QWidget) -> Qt.AlignmentFlag:
    """How a widget stands in a cell higher than itself: filling it, or at the top."""
    return Qt.AlignmentFlag(0) if grows(widget) else Qt.AlignmentFlag.AlignTop


class TabScroll(QScrollArea):
    """Scrolls what does not fit; the place it was scrolled to is kept.

    Signals:
        arranged (): it was scrolled.
    """

    arranged = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = 0
        self.setAccessibleName(tr("Content of the tab"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)

    def state(self) -> Mapping[str, Any]:
        """Where it is scrolled to."""
        top = self._wanted or self.verticalScrollBar().value()
        return {"top": top} if top else {}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Scroll there, as soon as there is so much to scroll."""
        top = state.get("top")
        self._wanted = top if isinstance(top, int) and 0 < top < 10**6 else 0
        self._on_range()

    @Slot()
    def _on_scrolled(self) -> None:
        self.arranged.emit()

    @Slot()
    def _on_range(self) -> None:
        # A stop for the keyboard only where there is something to scroll.
        scrolls = self.verticalScrollBar().maximum() > 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if scrolls else Qt.FocusPolicy.NoFocus)
        if 0 < self._wanted <= self.verticalScrollBar().maximum():
            wanted, self._wanted = self._wanted, 0
            self.verticalScrollBar().setValue(wanted)


def scrolled(build: Callable[[QWidget], QWidget], parent: QWidget | None) -> TabScroll:
    """What `build` makes in the place it is given, in an area that scrolls where it does not fit."""
    area = TabScroll(parent)
    area.setObjectName("tabScroll")
    area.setWidgetResizable(True)
    holder = QWidget(area.viewport())
    fill(QVBoxLayout(holder), build(holder))
    area.setWidget(holder)
    return area


def pane(build: Callable[[QWidget], QWidget], splitter: QSplitter, *, first: bool, upright: bool) -> QWidget:
    """A splitter's part, apart from the line between it and the one before."""
    before, after = (0 if first else SPACE_12), SPACE_12
    pane = QWidget(splitter)
    column = QVBoxLayout(pane)
    column.setContentsMargins(margins(*((0, before, 0, after) if upright else (before, 0, after, 0))))
    content = build(pane)
    column.addWidget(content if grows(content) else scrolled(partial(moved, content), pane))
    return pane


def moved(content: QWidget, parent: QWidget) -> QWidget:
    """`content`, in the place of `parent` now."""
    content.setParent(parent)
    return content


def titled(text: str, holder: QWidget, content: QWidget) -> QWidget:
    """`content` of `holder` under a section's title."""
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACE_8)
    label = QLabel(text, holder)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", "section")
    column.addWidget(label)
    column.addWidget(content, 1 if grows(content) else 0)
    return holder
