"""The navigation rail: one entry per tab, grouped by tab type."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QLabel,
    QMenu,
    QScrollArea,
    QStyle,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.icons import pixmap
from ui.core.measures import RAIL_NARROW, RAIL_WIDTH, ROW_NORMAL, SPACE_8, SPACE_12, SPACE_16, zoomed
from ui.core.sides import isolated, margins
from ui.core.tokens import mix
from ui.core.zooming import measured
from ui.shell.brand_head import BrandHead
from ui.shell.rail_more import MoreEdge

if TYPE_CHECKING:
    from jarvis_desktop.metadata.types import TabView
    from ui.core.theme import Theme

_ICON = 20
_BAR = 3
_TORN_AFTER = 48
"""Pixels outside the rail at which an entry that is dragged is torn off."""
_ROOM_FOR_NAMES = 880
"""A window narrower than this, at 100 %, shows icons alone."""


class RailEntry(QAbstractButton):
    """One tab: icon, name, and an accent bar when it is the current one.

    Signals:
        torn (str, QPoint): the entry of that key was dragged out of the rail, to there on the screen.
    """

    torn = Signal(str, QPoint)

    def __init__(self, tab: TabView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = tab.key
        self._theme = theme
        self._icon_name = tab.icon
        self.narrow = False
        self.setCheckable(True)
        # One of several, and not a tick on its own: so a screen reader tells it.
        self.setAutoExclusive(True)
        self.setText(tab.name)
        self.setToolTip(f"{tab.name}\n{tab.description}" if tab.description else tab.name)
        self.setAccessibleName(tab.name)
        self.setAccessibleDescription(tab.description)
        self.setObjectName(f"rail:{tab.key}")
        self.setFixedHeight(ROW_NORMAL)
        # As wide as the rail, which without names is narrower than this was before.
        width = self.sizePolicy()
        width.setHorizontalPolicy(width.Policy.Ignored)
        self.setSizePolicy(width)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        if event.buttons() & Qt.MouseButton.LeftButton and self._is_out(event):
            self.setCursor(Qt.CursorShape.DragMoveCursor)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        out = event.button() is Qt.MouseButton.LeftButton and self._is_out(event)
        super().mouseReleaseEvent(event)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if out:
            self.torn.emit(self.key, event.globalPosition().toPoint())

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        away = menu.addAction(tr("Open in its own window"))
        away.triggered.connect(partial(self.torn.emit, self.key, QPoint()))
        menu.popup(event.globalPos())

    def _is_out(self, event: QMouseEvent) -> bool:
        """Whether the entry is being dragged well outside the rail."""
        x = event.position().x()
        return x > self.width() + _TORN_AFTER or x < -_TORN_AFTER

    @override
    def sizeHint(self) -> QSize:
        return QSize(zoomed(RAIL_NARROW if self.narrow else RAIL_WIDTH), zoomed(ROW_NORMAL))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, size = zoomed(SPACE_8), zoomed(_ICON)
        area = self.rect().adjusted(side, 1, -side, -1)
        active = self.isChecked()
        if self.underMouse() and not active:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("raised"))
            painter.drawRoundedRect(area, 6, 6)
        if active:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent"))
            bar = QRect(0, area.top() + 4, zoomed(_BAR), area.height() - 8)
            painter.drawRoundedRect(self._turned(bar), 1.5, 1.5)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 6, 6)
        colour = tokens.accent if active else mix(tokens.text, tokens.muted, 0.25)
        icon = pixmap(self._icon_name, colour, _ICON, self.devicePixelRatioF())
        left = (self.width() - size) // 2 if self.narrow else zoomed(SPACE_16)
        painter.drawPixmap(self._turned(QRect(left, (self.height() - size) // 2, size, size)).topLeft(), icon)
        if not self.narrow:
            font = self.font()
            font.setWeight(font.Weight.DemiBold if active else font.Weight.Normal)
            painter.setFont(font)
            painter.setPen(self._theme.color("text"))
            gap = zoomed(SPACE_12)
            space = QRect(left + size + gap, 0, self.width() - left - size - 2 * gap, self.height())
            name = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, space.width())
            painter.drawText(self._turned(space), Qt.AlignmentFlag.AlignVCenter, isolated(name))

    def _turned(self, place: QRect) -> QRect:
        """A place in the entry, or its mirror image where people read from right to left."""
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)


class Rail(QFrame):
    """The tabs of the reader, in order, under a caption for each `tab_type`.

    Signals:
        chosen (str): the person picked the tab of that key.
        torn (str, QPoint): the tab of that key was dragged out, to there on the screen (null: nowhere in particular).
    """

    chosen = Signal(str)
    torn = Signal(str, QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = self._wanted_narrow = False
        self._watched: QWidget | None = None
        self._entries: dict[str, RailEntry] = {}
        self._captions: list[QLabel] = []
        self.setObjectName("rail")
        self.setAccessibleName(tr("Tabs"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._on_clicked)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._edges = [MoreEdge(self._scroll, theme, below=below) for below in (False, True)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(margins(0, 0, 1, 0))
        layout.setSpacing(0)
        self.head = BrandHead(theme, self)
        layout.addWidget(self.head)
        layout.addWidget(self._scroll)
        self.show_tabs((), "")
        theme.changed.connect(self._repaint)

    @property
    def narrow(self) -> bool:
        """Whether the person wants only icons; where the window has no room for names there are none in any case."""
        return self._wanted_narrow

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons only, or icons with names."""
        self._wanted_narrow = narrow
        self._fit()

    def _fit(self) -> None:
        """As the person wants it, but narrow where the window has no room for names."""
        window = self.window()
        squeezed = window is not self and window.width() < zoomed(_ROOM_FOR_NAMES)
        narrow = self._wanted_narrow or squeezed
        self._narrow = narrow
        self.head.narrow = narrow
        self.head.update()
        bar = Qt.ScrollBarPolicy
        # Icons need the whole width: a chevron says that there are more, and the wheel and the keys reach them.
        self._scroll.setVerticalScrollBarPolicy(bar.ScrollBarAlwaysOff if narrow else bar.ScrollBarAsNeeded)
        for edge in self._edges:
            edge.offer(wanted=narrow)
        self.setFixedWidth(zoomed(RAIL_NARROW if narrow else RAIL_WIDTH))
        measured(self)
        for entry in self._entries.values():
            entry.narrow = narrow
            entry.update()
        for caption in self._captions:
            caption.setVisible(not narrow)

    @Slot()
    def toggle(self) -> None:
        """Show names where they were hidden, or hide them."""
        self.set_narrow(narrow=not self._wanted_narrow)

    def show_tabs(self, tabs: tuple[TabView, ...], current: str) -> None:
        """Replace the entries; keyboard focus stays on the entry of the same key."""
        focused = next((key for key, entry in self._entries.items() if entry.hasFocus()), None)
        for entry in self._entries.values():
            self._group.removeButton(entry)
        self._entries, self._captions = {}, []
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, SPACE_8, 0, SPACE_8)
        column.setSpacing(0)
        runs = [(group, list(members)) for group, members in groupby(tabs, key=lambda tab: tab.type)]
        for position, (group, members) in enumerate(runs):
            if len(runs) > 1:
                column.addWidget(self._caption(group, first=position == 0))
            for tab in members:
                entry = RailEntry(tab, self._theme, inner)
                entry.torn.connect(self.torn)
                self._group.addButton(entry)
                self._entries[tab.key] = entry
                column.addWidget(entry)
        column.addStretch(1)
        self._scroll.setWidget(inner)
        self._fit()
        self.mark_current(current)
        if focused in self._entries:
            self._entries[focused].setFocus()

    def mark_current(self, key: str) -> None:
        """Show the tab of `key` as the one that is open."""
        entry = self._entries.get(key)
        if entry is not None:
            entry.setChecked(True)

    def _caption(self, group: str, *, first: bool) -> QLabel:
        caption = QLabel(group.replace("_", " ").replace("-", " ").capitalize())
        caption.setProperty("role", "caption")
        caption.setContentsMargins(margins(SPACE_16, SPACE_8 if first else SPACE_16, SPACE_8, 4))
        self._captions.append(caption)
        return caption

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, RailEntry):
            self.chosen.emit(button.key)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._watched is None:
            self._watched = self.window()
            self._watched.installEventFilter(self)
            self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._watched:
            squeezed = self._watched.width() < zoomed(_ROOM_FOR_NAMES)
            if self._narrow != (self._wanted_narrow or squeezed):
                self._fit()
        return super().eventFilter(watched, event)

    @Slot()
    def _repaint(self) -> None:
        self._fit()
        for entry in self._entries.values():
            entry.update()
