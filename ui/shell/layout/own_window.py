"""A tab or a record in a window of its own, for a second screen or to see two things at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMainWindow, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.components.component import Component
from ui.core.icons import icon
from ui.core.measures import SPACE_8, SPACE_16
from ui.shell.content import Content
from ui.shell.leaving import Leaving
from ui.shell.pages import Page, Pages
from ui.shell.toast import Toast
from ui.shell.unsaved import UnsavedBar

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ui.core.keymap import KeyMap
    from ui.core.theme import Theme


DETACH, BACK = ("Ctrl+Shift+O",), ("Alt+Left",)
"""The keys of the commands `layout.detach` and `go.back`, unless a person chose others."""


class LonePage(Pages):
    """Holds the one page of a window of its own, or none below a record."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, lambda _node, _parent: QWidget())
        self.held: Page | None = None

    def hold(self, page: Page) -> None:
        """Show the page of a tab."""
        self.held = page
        self.addWidget(page)
        self.setCurrentWidget(page)
        page.show()

    def let_go(self) -> Page | None:
        """Hand the page out."""
        page, self.held = self.held, None
        if page is not None:
            self.removeWidget(page)
        return page

    @override
    def unsaved(self) -> list[str]:
        return ["held"] if self.held is not None and self.held.has_unsaved_input() else []

    @override
    def show_tab(self, key: str) -> None:
        self.current_changed.emit("")

    @override
    def clear(self) -> None:
        """The page belongs to the main window."""


class OwnWindow(QMainWindow):
    """One tab (`key`), or one record without its tab.

    Signals:
        put_back (): what is shown is to stand in the main window again.
        left (): the window is closed.
    """

    put_back = Signal()
    left = Signal()

    def __init__(
        self,
        theme: Theme,
        title: str,
        build_form: Callable[[Mapping[str, object]], Component],
        keys: KeyMap,
        *,
        key: str = "",
    ) -> None:
        super().__init__()
        self._keys = keys
        self.key = key
        self._theme = theme
        self._title = title
        self._agreed = False
        self.lone = LonePage(theme)
        self.content = Content(theme, lambda _node, _parent: QWidget(), build_form, pages=self.lone)
        self.unsaved = UnsavedBar()
        self.toast = Toast(theme)
        self.leaving = Leaving(self.content, self.unsaved, self)
        self.setObjectName(f"ownWindow:{key}" if key else "ownWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        self._lay_out()
        self._show_title(title)
        self.content.place_changed.connect(self._on_place)
        self.lone.current_changed.connect(self._on_bare)
        keys.changed.connect(self._show_keys)
        self._show_keys()
        theme.changed.connect(self._tint)
        self._tint()

    @property
    def title(self) -> str:
        """What the tab or the record is called."""
        return self._title

    def has_unsaved_input(self) -> bool:
        """Whether closing it would lose typed input; a tab's own goes back with the tab."""
        return any(self.content.unsaved_in(widget) for widget, _ in self.content.above())

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._agreed and self.has_unsaved_input():
            event.ignore()
            text = tr("There are changes that are not saved. Closing this window gives them up.")
            self.unsaved.ask(text, tr("Close and discard"), self._agree)
            return
        event.accept()
        self.left.emit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()

    def _agree(self) -> None:
        self._agreed = True
        self.close()

    def _lay_out(self) -> None:
        self._back = self._tool(tr("Back"), tr("Return from what is open above the tab"))
        self._back.clicked.connect(self._go_back)
        self._back.hide()
        self._label = QLabel(self)
        self._label.setProperty("role", "title")
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._home = self._tool(tr("Put back"), tr("Shows this in the main window again"))
        self._home.setObjectName("putBack")
        self._home.clicked.connect(self.put_back)
        head = QFrame(self)
        head.setObjectName("ownHead")
        row = QHBoxLayout(head)
        row.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        row.setSpacing(SPACE_8)
        row.addWidget(self._back)
        row.addWidget(self._label, 1)
        row.addWidget(self._home)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (head, self.unsaved):
            column.addWidget(widget)
        column.addWidget(self.content, 1)
        column.addWidget(self.toast)
        self.setCentralWidget(centre)

    def _tool(self, name: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(name)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setAccessibleName(name)
        button.setAccessibleDescription(tip)
        button.setToolTip(tip)
        button.setProperty("kind", "tool")
        return button

    def _show_title(self, title: str) -> None:
        self._label.setText(title)
        self.setWindowTitle(tr("{title} · JARVIS Desktop", title=title))

    @Slot()
    def _show_keys(self) -> None:
        for button, name, usual in ((self._home, "layout.detach", DETACH), (self._back, "go.back", BACK)):
            told, keys = button.accessibleDescription(), self._keys.text(name, usual)
            button.setToolTip(f"{told} ({keys})" if keys else told)

    @Slot()
    def _go_back(self) -> None:
        self.leaving.go_back()

    @Slot(str)
    def _on_place(self, title: str) -> None:
        self._show_title(title or self._title)
        self._back.setVisible(self.lone.held is not None)

    @Slot(str)
    def _on_bare(self, _key: str) -> None:
        """Nothing is open above the tab any more; a window without a tab has nothing left to show."""
        self._show_title(self._title)
        self._back.hide()
        if self.lone.held is None:
            self.close()

    @Slot()
    def _tint(self) -> None:
        muted = self._theme.tokens.muted
        self._back.setIcon(icon("arrow-left", muted))
        self._home.setIcon(icon("panel-left-close", muted))
