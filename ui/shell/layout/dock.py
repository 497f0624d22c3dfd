"""One dock of the window: a title with its menu and its close button above what is in it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QDockWidget, QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import mark, shown, tr
from ui.core.icons import icon
from ui.core.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16, zoomed
from ui.core.sides import margins, open_below

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from ui.core.theme import Theme

_TITLES = {"record": mark("Record"), "notifications": mark("Notifications"), "work": mark("Work")}
_SIDES = (
    (Qt.DockWidgetArea.LeftDockWidgetArea, mark("Move to the left"), "panel-left"),
    (Qt.DockWidgetArea.RightDockWidgetArea, mark("Move to the right"), "panel-right"),
    (Qt.DockWidgetArea.BottomDockWidgetArea, mark("Move to the bottom"), "panel-bottom"),
)
_LEAST = QSize(264, 120)
_WANTED = QSize(400, 140)
_ICON = 16


class DockHead(QFrame):
    """The title of a dock; it is dragged by it, and its menu moves it without a mouse."""

    def __init__(self, dock: Dock, theme: Theme) -> None:
        super().__init__(dock)
        self._theme = theme
        self.setObjectName("dockHead")
        self.setProperty("role", "surface")
        title = QLabel(dock.windowTitle(), self)
        title.setProperty("role", "section")
        title.setTextFormat(Qt.TextFormat.PlainText)
        self.menu_button = self._tool("ellipsis", tr("Place of “{dock}”", dock=dock.windowTitle()))
        self.menu_button.setAccessibleDescription(tr("Moves it to another side or into its own window"))
        self.menu_button.clicked.connect(dock.open_menu)
        self.close_button = self._tool("x", tr("Close “{dock}”", dock=dock.windowTitle()))
        self.close_button.setAccessibleDescription(tr("The View menu opens it again"))
        self.close_button.clicked.connect(dock.close)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(SPACE_12, SPACE_4, SPACE_8, SPACE_4))
        row.setSpacing(SPACE_4)
        row.addWidget(title, 1)
        row.addWidget(self.menu_button)
        row.addWidget(self.close_button)
        theme.changed.connect(self._tint)
        self._tint()

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_button.click()

    def _tool(self, glyph: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"dock:{glyph}")
        button.setProperty("glyph", glyph)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setIconSize(QSize(_ICON, _ICON))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    @Slot()
    def _tint(self) -> None:
        for button in (self.menu_button, self.close_button):
            button.setIcon(icon(str(button.property("glyph")), self._theme.tokens.muted, _ICON))


class Dock(QDockWidget):
    """Empty until it is filled.

    Signals:
        moved (): it stands elsewhere, was opened or closed.
        given_back (): Escape was pressed: the keyboard goes back to the content.
    """

    help_page = "layout"
    moved = Signal()
    given_back = Signal()

    def __init__(self, name: str, theme: Theme, window: QMainWindow) -> None:
        super().__init__(shown(_TITLES[name]), window)
        self._theme = theme
        self._main = window
        self.name = name
        self.filled = False
        self._body: QWidget | None = None
        self.setObjectName(f"dock:{name}")
        self.setAccessibleName(self.windowTitle())
        areas = Qt.DockWidgetArea
        self.setAllowedAreas(areas.LeftDockWidgetArea | areas.RightDockWidgetArea | areas.BottomDockWidgetArea)
        self.head = DockHead(self, theme)
        self.setTitleBarWidget(self.head)
        self.setMinimumSize(_LEAST)
        self.topLevelChanged.connect(self._on_floated)
        for signal in (self.visibilityChanged, self.topLevelChanged, self.dockLocationChanged):
            signal.connect(self._on_moved)

    def fill(self, body: QWidget) -> None:
        """Put something into it, once."""
        self.filled = True
        self._body = body
        frame = _Frame(self)
        column = QVBoxLayout(frame)
        column.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_12)
        column.addWidget(body)
        self.setWidget(frame)
        self._on_floated(self.isFloating())
        body.show()

    def enter(self) -> None:
        """Give the keyboard to what is in it."""
        enter = getattr(self._body, "enter", None)
        if callable(enter):
            enter()

    @Slot()
    def open_menu(self) -> None:
        """Offer the other places below the button."""
        button = self.head.menu_button
        open_below(self.menu(), button.rect(), button)

    def menu(self) -> QMenu:
        """The other places."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for side, words, glyph in _SIDES:
            action = menu.addAction(icon(glyph, self._theme.tokens.muted), shown(words))
            action.setEnabled(self.isFloating() or self._main.dockWidgetArea(self) != side)
            action.triggered.connect(partial(self.move_to, side))
        own = menu.addAction(icon("picture-in-picture-2", self._theme.tokens.muted), tr("Own window"))
        own.setEnabled(not self.isFloating())
        own.triggered.connect(self.float_away)
        menu.addSeparator()
        menu.addAction(tr("Close")).triggered.connect(self.close)
        return menu

    def move_to(self, side: Qt.DockWidgetArea, *_checked: bool) -> None:
        """Stand at that side of the window."""
        self.setFloating(False)
        self._main.addDockWidget(side, self)
        self.show()
        self.raise_()
        self.enter()

    @Slot()
    def float_away(self) -> None:
        """Stand in a window of its own."""
        self.setFloating(True)
        self.enter()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.isFloating():
            # Back to the content: the dock stays where it is.
            self.given_back.emit()
            return
        super().keyPressEvent(event)

    @Slot(bool)
    def _on_floated(self, floating: bool) -> None:  # noqa: FBT001 - a signal's argument
        """In a window of its own, which has no frame from the system, it draws one."""
        for part in (self.head, self.widget()):
            if part is not None:
                part.setProperty("floating", floating)
                part.style().unpolish(part)
                part.style().polish(part)

    @Slot()
    def _on_moved(self, *_what: object) -> None:
        self.moved.emit()


class _Frame(QFrame):
    """Room around what is in a dock."""

    def __init__(self, dock: Dock) -> None:
        super().__init__(dock)
        self.setObjectName("dockBody")
        self.setProperty("role", "surface")

    @override
    def minimumSizeHint(self) -> QSize:
        """What is in a dock does not make the window grow."""
        return QSize(0, 0)

    @override
    def sizeHint(self) -> QSize:
        return QSize(zoomed(_WANTED.width()), zoomed(_WANTED.height()))
