"""Docks beside the content: moved, floated, closed and tabbed as people like, and there again after the next start."""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from zlib import crc32

from PySide6.QtCore import QByteArray, QObject, Qt, Slot
from PySide6.QtWidgets import QMainWindow, QTabWidget

from ui.shell.layout.finished import FinishedWork
from ui.shell.memory import keep_inside
from ui.shell.notifications.desk import NotificationDesk
from ui.shell.wiring import DOCK_HOST

if TYPE_CHECKING:
    from ui.core.tasks import TaskRunner
    from ui.core.theme import Theme
    from ui.shell.layout.dock import Dock
    from ui.shell.main_window import MainWindow
    from ui.shell.session_desk import SessionDesk

RECORD, NOTIFICATIONS, WORK = "record", "notifications", "work"
_FORMAT = 1
_SEAL = 4
"""Bytes of a check sum."""
_AREAS = {
    RECORD: Qt.DockWidgetArea.RightDockWidgetArea,
    NOTIFICATIONS: Qt.DockWidgetArea.RightDockWidgetArea,
    WORK: Qt.DockWidgetArea.BottomDockWidgetArea,
}
_PLACE = "docks"
"""Under what the docks stand in the state of a window."""


class DockDesk(QObject):
    """Opens the window's docks and keeps their places; none is made before somebody wants one."""

    def __init__(self, window: MainWindow, theme: Theme, session: SessionDesk, tasks: TaskRunner) -> None:
        super().__init__(window)
        self._window = window
        host = window.findChild(QMainWindow, DOCK_HOST)
        assert isinstance(host, QMainWindow)
        self.host = host
        self._theme = theme
        self._session = session
        self._docks: dict[str, Dock] = {}
        self._arranging = self._has_bell = False
        self._unmade: dict[str, Any] = {}
        self.finished = FinishedWork(tasks, self)
        session.capturing.connect(self._on_capturing)
        session.restored.connect(self._on_restored)

    @property
    def docks(self) -> Mapping[str, Dock]:
        """The docks made so far, open or not."""
        return self._docks

    def is_open(self, name: str) -> bool:
        """Whether a dock is open, be it behind another one."""
        dock = self._docks.get(name)
        return dock is not None and not dock.isHidden()

    def toggle(self, name: str) -> None:
        """Open a dock and go there, or close it."""
        if self.is_open(name):
            self.close(name)
        else:
            self.open(name)

    def open(self, name: str) -> Dock:
        """Open a dock in its place, in front and with the keyboard."""
        self._make()
        dock = self._docks[name]
        self._fill(name)
        dock.show()
        dock.raise_()
        if dock.isFloating():
            keep_inside(dock)
            dock.activateWindow()
        dock.enter()
        return dock

    def close(self, name: str) -> None:
        """Close a dock; what is typed in it is still there when it is opened again."""
        dock = self._docks.get(name)
        if dock is not None:
            dock.close()

    def reset(self) -> None:
        """Close the docks and forget where they stood; what is typed in them stays."""
        self._unmade = {}
        self._has_bell = False
        self._arrange_as_delivered()
        for dock in self._docks.values():
            dock.close()
        self._session.note()

    def state(self) -> dict[str, Any]:
        """Which docks are open, and where all of them stand."""
        if not self._docks:
            return {"open": [], **self._unmade}
        names = [name for name in self._docks if self.is_open(name)]
        return {
            "open": names,
            "places": _sealed(bytes(self.host.saveState(_FORMAT).data())),
            **({"bell": True} if self._has_bell else {}),
        }

    def arrange(self, state: object) -> None:
        """Open and place the docks as `state` says; without a state they stay as they are."""
        if not isinstance(state, Mapping):
            return
        wanted = state.get("open")
        names = [name for name in _AREAS if name in wanted] if isinstance(wanted, list) else []
        if state.get("bell") is True:
            self._dock_bell()
        if not names and not self._docks:
            self._unmade = {name: state[name] for name in ("places", "bell") if name in state}
            return
        self._make()
        self._arranging = True
        if not self._restore_places(state.get("places")):
            self._arrange_as_delivered()
        for name, dock in self._docks.items():
            if name in names:
                self._fill(name)
                dock.show()
                if dock.isFloating():
                    keep_inside(dock)
            else:
                dock.close()
        self._arranging = False
        self._session.note()

    def _restore_places(self, places: object) -> bool:
        stored = _unsealed(places)
        return stored is not None and self.host.restoreState(QByteArray(stored), _FORMAT)

    def _make(self) -> None:
        """Make the docks without what is in them, so that their places can be restored."""
        if self._docks:
            return
        from ui.shell.layout.dock import Dock

        options = QMainWindow.DockOption
        self.host.setDockOptions(options.AllowTabbedDocks | options.AllowNestedDocks)
        self.host.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        for name in _AREAS:
            dock = self._docks[name] = Dock(name, self._theme, self.host)
            dock.moved.connect(self._on_moved)
            dock.given_back.connect(self._window.content.setFocus)
            self._session.watch(dock)
        if not self._restore_places(self._unmade.get("places")):
            self._arrange_as_delivered()
        for dock in self._docks.values():
            dock.hide()

    def _arrange_as_delivered(self) -> None:
        for name, dock in self._docks.items():
            hidden = dock.isHidden()
            dock.setFloating(False)
            self.host.addDockWidget(self._delivered(name), dock)
            dock.setVisible(not hidden)
        if self._docks:
            self.host.tabifyDockWidget(self._docks[RECORD], self._docks[NOTIFICATIONS])

    def _delivered(self, name: str) -> Qt.DockWidgetArea:
        """Where a dock stands at first: at the side where lines end."""
        area = _AREAS[name]
        mirrored = self.host.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if mirrored and area is Qt.DockWidgetArea.RightDockWidgetArea:
            return Qt.DockWidgetArea.LeftDockWidgetArea
        return area

    def _fill(self, name: str) -> None:
        dock = self._docks[name]
        if dock.filled:
            return
        if name == RECORD:
            from ui.shell.layout.record_dock import RecordDock

            record = RecordDock(self._window, self._theme)
            self._window.content.others.append(record)
            self._session.left.connect(record.leave)
            dock.fill(record)
        elif name == NOTIFICATIONS:
            desk = self._dock_bell()
            panel = desk.ready()
            panel.settle()
            dock.fill(panel)
        else:
            from ui.shell.layout.work_dock import WorkDock

            dock.fill(WorkDock(self._window.status.ongoing, self.finished, self._theme))

    def _dock_bell(self) -> NotificationDesk:
        """Have the bell open the dock from now on."""
        desk = self._window.findChild(NotificationDesk)
        assert desk is not None
        self._has_bell = True
        if not desk.in_dock:
            desk.in_dock = True
            desk.dock_wanted.connect(self.toggle_notifications)
        return desk

    @Slot()
    def toggle_notifications(self) -> None:
        """The bell was pressed while the notifications have a dock."""
        dock = self._docks.get(NOTIFICATIONS)
        if dock is None or dock.isHidden() or dock.visibleRegion().isEmpty():
            self.open(NOTIFICATIONS)
        else:
            dock.close()

    @Slot()
    def _on_moved(self) -> None:
        if not self._arranging:
            self._session.note()

    @Slot(object)
    def _on_capturing(self, view: dict[str, Any]) -> None:
        view[_PLACE] = self.state()

    @Slot(str)
    def _on_restored(self, persona: str) -> None:
        self.arrange(self._session.keeper.kept(f"view/{persona}").get(_PLACE))


def _sealed(state: bytes) -> str:
    """What Qt says of the docks as text, with its check sum in front."""
    return b64encode(crc32(state).to_bytes(_SEAL) + state).decode("ascii")


def _unsealed(text: object) -> bytes | None:
    """What `_sealed` made the text of, or None for anything else: Qt's reader crashes on bytes it did not write."""
    if not isinstance(text, str):
        return None
    try:
        stored = b64decode(text, validate=True)
    except ValueError:
        return None
    seal, state = stored[:_SEAL], stored[_SEAL:]
    return state if seal == crc32(state).to_bytes(_SEAL) else None
