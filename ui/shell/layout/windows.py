"""Tabs and records torn off into windows of their own, and put back."""

from __future__ import annotations

from base64 import b64decode, b64encode
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QTimer, Slot
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.components.component import Component
from ui.shell.layout.own_window import OwnWindow
from ui.shell.leaving import Leaving
from ui.shell.memory import bring_into_sight, keep_inside
from ui.shell.rail import Rail
from ui.shell.session_desk import above_state, text_of
from ui.shell.top_bar import TopBar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from PySide6.QtGui import QAction

    from ui.core.theme import Theme
    from ui.shell.main_window import MainWindow
    from ui.shell.session_desk import SessionDesk
    from ui.shell.workspace import Workspace

MOST_WINDOWS = 12
_SIZE = (1000, 700)
_STEP = 32


class WindowsDesk(QObject):
    """Opens and keeps the windows beside the main one; what is opened in one of them is shown there."""

    def __init__(self, window: MainWindow, workspace: Workspace, theme: Theme, session: SessionDesk) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._session = session
        self._windows: list[OwnWindow] = []
        self._closing = False
        pages = window.content.pages
        pages.summoned.connect(self.bring_forward)
        pages.gone.connect(self._on_gone)
        session.capturing.connect(self._on_capturing)
        session.restored.connect(self._on_restored)
        session.left.connect(self._on_persona_left)
        workspace.view_changed.connect(self._share_all_keys)
        window.closing.connect(self._on_main_closing)
        leaving = window.findChild(Leaving)
        assert leaving is not None
        self._leaving = leaving
        leaving.in_front = self._leaving_in_front
        window.toast.in_front = self._toast_in_front
        rail, top_bar = window.findChild(Rail), window.findChild(TopBar)
        assert rail is not None
        assert top_bar is not None
        rail.torn.connect(self.detach_at)
        self._top_bar = top_bar
        top_bar.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._top_bar and event.type() == QEvent.Type.MouseButtonDblClick:
            self.detach()
            return True
        return False

    @property
    def windows(self) -> tuple[OwnWindow, ...]:
        """The windows that are open beside the main one."""
        return tuple(self._windows)

    @property
    def in_front(self) -> OwnWindow | None:
        """The window beside the main one that the person works in."""
        return self._in_front()

    def toggle(self) -> None:
        """Show what is in view in its own window, or in the main one again."""
        own = self._in_front()
        if own is None:
            self.detach()
        else:
            self.put_back(own)

    def detach(self, key: str = "") -> OwnWindow | None:
        """Show what is in view (a record above the tab, or the tab), or the tab of `key`, in its own window."""
        content = self._window.content
        if not key and content.above():
            return self._detach_top()
        return self._detach_tab(key or content.pages.current_key)

    @Slot(str, QPoint)
    def detach_at(self, key: str, place: QPoint) -> None:
        """Show a tab in its own window, there on the screen."""
        own = self._detach_tab(key)
        if own is not None and not place.isNull():
            own.move(place)
            keep_inside(own)

    @Slot(str)
    def bring_forward(self, key: str) -> None:
        """Give the keyboard to the window of a tab."""
        own = next((own for own in self._windows if own.key == key), None)
        if own is not None:
            own.showNormal() if own.isMinimized() else own.show()
            own.raise_()
            own.activateWindow()

    def put_back(self, own: OwnWindow) -> None:
        """Show in the main window what `own` shows, typed input included; asked first where the place is taken."""
        content = self._window.content
        if own.key:
            own.close()
        elif content.unsaved_in(content.record):
            self._window.activateWindow()
            self._window.undo.say(tr("Save or leave the record in the main window first."))
            return
        else:
            taken = own.content.take_top()
            if taken is not None and isinstance(taken[1], Component):
                content.adopt_form(taken[1], taken[2])
            own.close()
        self._window.raise_()
        self._window.activateWindow()

    def gather(self) -> None:
        """Put every window back; the tab in view stays in view."""
        pages = self._window.content.pages
        current = pages.current_key
        for own in list(self._windows):
            self.put_back(own)
        if current and pages.current_key != current:
            pages.show_tab(current)

    def _detach_tab(self, key: str) -> OwnWindow | None:
        pages = self._window.content.pages
        tab = pages.tab(key)
        if key in pages.away:
            self.bring_forward(key)
            return None
        if tab is None or len(self._windows) >= MOST_WINDOWS:
            return None
        page = pages.take_out(key)
        if page is None:
            return None
        own = self._make(tab.name, key)
        own.lone.hold(page)
        self._show(own)
        return own

    def _detach_top(self) -> OwnWindow | None:
        content = self._window.content
        widget, title = content.above()[-1]
        if widget is not content.record or len(self._windows) >= MOST_WINDOWS:
            self._window.undo.say(tr("This page stays in the main window. Records and tabs can have their own."))
            return None
        taken = content.take_top()
        if taken is None or not isinstance(taken[1], Component):
            return None
        own = self._make(title, "")
        own.content.adopt_form(taken[1], title)
        self._show(own)
        return own

    def _make(self, title: str, key: str) -> OwnWindow:
        own = OwnWindow(self._theme, title, self._window.build_form, self._window.menus.keys, key=key)
        own.setFont(self._window.font())
        own.resize(*_SIZE)
        own.move(self._window.pos() + QPoint(_STEP, _STEP) * (len(self._windows) + 2))
        own.put_back.connect(partial(self.put_back, own))
        own.left.connect(partial(self._on_left, own))
        own.content.place_changed.connect(self._session.note)
        self._session.watch(own)
        self._windows.append(own)
        self._window.content.others.append(own.content)
        self._share_keys(own)
        return own

    def _show(self, own: OwnWindow) -> None:
        bring_into_sight(own)
        own.show()
        own.raise_()
        own.activateWindow()
        own.content.setFocus()
        self._session.note()

    def _share_keys(self, own: OwnWindow) -> None:
        """The keys of the menus work there too."""
        there = set(own.actions())
        # All of them: keys may be given to a command at any time.
        own.addActions([action for action in _entries(self._window.menuBar().actions()) if action not in there])

    @Slot()
    def _share_all_keys(self) -> None:
        """The entries of the tabs are made anew with the tabs."""
        for own in self._windows:
            self._share_keys(own)

    @Slot(bool)
    def _on_persona_left(self, keep: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Another persona looks: the windows were kept, and come back with the one they belong to."""
        for own in list(self._windows):
            (own.content.settle if keep else own.content.clear)()
            if not own.key and not own.content.above():
                own.close()

    def _on_left(self, own: OwnWindow) -> None:
        if own not in self._windows:
            return
        self._windows.remove(own)
        if own.content in self._window.content.others:
            self._window.content.others.remove(own.content)
        if own.key and own.lone.let_go() is not None and not self._closing:
            self._window.content.setCurrentWidget(self._window.content.pages)
            self._window.content.pages.put_in(own.key)
        if not self._closing:
            own.content.clear()
            self._session.note()
        own.deleteLater()

    @Slot(str)
    def _on_gone(self, key: str) -> None:
        """The page in that window is no more: the tab changed or was taken away, or another persona looks."""
        own = next((own for own in self._windows if own.key == key), None)
        if own is None:
            return
        own.lone.held = None
        place = own.saveGeometry()
        self._windows.remove(own)
        self._window.content.others.remove(own.content)
        own.hide()
        own.deleteLater()
        QTimer.singleShot(0, self, partial(self._again, key, self._reader(), place))

    def _again(self, key: str, persona: str, place: QByteArray) -> None:
        """Show the tab as it is now in the place where it was."""
        pages = self._window.content.pages
        if pages.tab(key) is not None and self._reader() == persona and key not in pages.away:
            own = self._detach_tab(key)
            if own is not None:
                own.restoreGeometry(place)
                bring_into_sight(own)

    def _reader(self) -> str:
        context = self._window.context
        return "" if context is None else context.reader.persona

    def _in_front(self) -> OwnWindow | None:
        active: QWidget | None = QApplication.activeWindow()
        while active is not None and not isinstance(active, OwnWindow):
            parent = active.parentWidget()
            active = None if parent is None else parent.window()
        return active if active in self._windows else None

    def _leaving_in_front(self) -> Leaving | None:
        own = self._in_front()
        return None if own is None else own.leaving

    def _toast_in_front(self) -> Any:
        own = self._in_front()
        return None if own is None else own.toast

    @Slot(object)
    def _on_capturing(self, view: dict[str, Any]) -> None:
        view["windows"] = [self._state(own) for own in self._windows]

    def _state(self, own: OwnWindow) -> dict[str, Any]:
        geometry = b64encode(own.saveGeometry().data()).decode("ascii")
        return {"key": own.key, "title": own.title, "geometry": geometry, "above": above_state(own.content)}

    @Slot(str)
    def _on_restored(self, persona: str) -> None:
        self.arrange(self._session.keeper.kept(f"view/{persona}").get("windows"))

    def arrange(self, windows: object) -> None:
        """Open windows as `windows` says, as far as their tabs are on offer."""
        for entry in windows[:MOST_WINDOWS] if isinstance(windows, list) else ():
            if isinstance(entry, dict):
                self._open(entry)
        self._window.activateWindow()

    def _open(self, entry: Mapping[str, Any]) -> None:
        key, above = text_of(entry.get("key")), entry.get("above")
        own = self._detach_tab(key) if key else self._make(text_of(entry.get("title")), "")
        if own is None:
            return
        for each in above if isinstance(above, list) else ():
            _open_record(own, each)
        if not key and not own.content.above():
            own.close()
            return
        try:
            own.restoreGeometry(QByteArray(b64decode(text_of(entry.get("geometry")), validate=True)))
        except ValueError:
            own.resize(*_SIZE)
        self._show(own)

    @Slot()
    def _on_main_closing(self) -> None:
        """The session was looked at before: the windows go without changing it."""
        self._closing = True
        for own in list(self._windows):
            own.hide()
            own.deleteLater()
        self._windows.clear()


def _entries(actions: Iterable[QAction]) -> Iterator[QAction]:
    """The entries of menus and of what is below them."""
    for action in actions:
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from _entries(menu.actions())
        elif not action.isSeparator():
            yield action


def _open_record(own: OwnWindow, entry: object) -> None:
    if not isinstance(entry, dict) or entry.get("name") != "record_form":
        return
    props, state = entry.get("props"), entry.get("state")
    if isinstance(props, dict):
        own.content.show_form(props, text_of(entry.get("title")))
        form = own.content.record.form
        if form is not None and isinstance(state, dict):
            form.restore(state)
