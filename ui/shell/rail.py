"""The navigation rail: one entry per tab, grouped by tab type."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ui.core.icons import pixmap
from ui.core.measures import RAIL_NARROW, RAIL_WIDTH, ROW_NORMAL, SPACE_8, SPACE_12, SPACE_16
from ui.core.tokens import mix

if TYPE_CHECKING:
    from jarvis_desktop.metadata.types import TabView
    from ui.core.theme import Theme

_ICON = 20
_BAR = 3


class RailEntry(QAbstractButton):
    """One tab: icon, name, and an accent bar when it is the current one."""

    def __init__(self, tab: TabView, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.key = tab.key
        self._theme = theme
        self._icon_name = tab.icon
        self.narrow = False
        self.setCheckable(True)
        self.setText(tab.name)
        self.setToolTip(f"{tab.name}\n{tab.description}" if tab.description else tab.name)
        self.setAccessibleName(tab.name)
        self.setAccessibleDescription(tab.description)
        self.setObjectName(f"rail:{tab.key}")
        self.setFixedHeight(ROW_NORMAL)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @override
    def sizeHint(self) -> QSize:
        return QSize(RAIL_NARROW if self.narrow else RAIL_WIDTH, ROW_NORMAL)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.rect().adjusted(SPACE_8, 1, -SPACE_8, -1)
        active = self.isChecked()
        if self.underMouse() and not active:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("raised"))
            painter.drawRoundedRect(area, 6, 6)
        if active:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent"))
            painter.drawRoundedRect(QRect(0, area.top() + 4, _BAR, area.height() - 8), 1.5, 1.5)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 6, 6)
        colour = tokens.accent if active else mix(tokens.text, tokens.muted, 0.25)
        icon = pixmap(self._icon_name, colour, _ICON, self.devicePixelRatioF())
        left = (self.width() - _ICON) // 2 if self.narrow else SPACE_16
        painter.drawPixmap(left, (self.height() - _ICON) // 2, icon)
        if not self.narrow:
            font = self.font()
            font.setWeight(font.Weight.DemiBold if active else font.Weight.Normal)
            painter.setFont(font)
            painter.setPen(self._theme.color("text"))
            space = QRect(left + _ICON + SPACE_12, 0, self.width() - left - _ICON - SPACE_12 * 2, self.height())
            name = QFontMetrics(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, space.width())
            painter.drawText(space, Qt.AlignmentFlag.AlignVCenter, name)


class Rail(QFrame):
    """The tabs of the reader, in order, under a caption for each `tab_type`.

    Signals:
        chosen (str): the person picked the tab of that key.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        self._entries: dict[str, RailEntry] = {}
        self._captions: list[QLabel] = []
        self.setObjectName("rail")
        self.setAccessibleName("Tabs")
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._on_clicked)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 0)
        layout.addWidget(self._scroll)
        self.show_tabs((), "")
        theme.changed.connect(self._repaint)

    @property
    def narrow(self) -> bool:
        """Whether only icons are shown."""
        return self._narrow

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons only, or icons with names."""
        self._narrow = narrow
        self.setFixedWidth(RAIL_NARROW if narrow else RAIL_WIDTH)
        for entry in self._entries.values():
            entry.narrow = narrow
            entry.update()
        for caption in self._captions:
            caption.setVisible(not narrow)

    @Slot()
    def toggle(self) -> None:
        """Show names where they were hidden, or hide them."""
        self.set_narrow(narrow=not self._narrow)

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
                self._group.addButton(entry)
                self._entries[tab.key] = entry
                column.addWidget(entry)
        column.addStretch(1)
        self._scroll.setWidget(inner)
        self.set_narrow(narrow=self._narrow)
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
        caption.setContentsMargins(SPACE_16, SPACE_8 if first else SPACE_16, SPACE_8, 4)
        self._captions.append(caption)
        return caption

    @Slot(QAbstractButton)
    def _on_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, RailEntry):
            self.chosen.emit(button.key)

    @Slot()
    def _repaint(self) -> None:
        for entry in self._entries.values():
            entry.update()
