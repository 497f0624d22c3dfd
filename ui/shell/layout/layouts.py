"""Layouts under a name: which tab is shown, which have windows of their own, how each is arranged."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from jarvis_desktop.core.errors import InvalidInput, Problem
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from ui.shell.layout.docks import DockDesk
    from ui.shell.layout.windows import WindowsDesk
    from ui.shell.main_window import MainWindow
    from ui.shell.session_desk import SessionDesk

MOST_LAYOUTS = 50
LONGEST_NAME = 60
PLACE = "layout/"
_NUMBER = re.compile(r"(\d+)")


class LayoutDesk(QObject):
    """The person's layouts, kept with the window's state."""

    def __init__(self, window: MainWindow, session: SessionDesk, windows: WindowsDesk, docks: DockDesk) -> None:
        super().__init__(session)
        self._window = window
        self._session = session
        self._windows = windows
        self._docks = docks

    def names(self) -> tuple[str, ...]:
        """The layouts there are, in the order of their names: “2” stands before “10”."""
        names = (place.removeprefix(PLACE) for place in self._session.keeper.places(PLACE))
        return tuple(sorted(names, key=_with_numbers))

    def save(self, name: str) -> str:
        """Keep what is arranged now under a name, in place of any of that name; raises InvalidInput."""
        name = self._checked(name)
        names = self.names()
        if name not in names and len(names) >= MOST_LAYOUTS:
            raise _refusal(tr("There are {n} layouts already. Delete one first.", n=MOST_LAYOUTS))
        if not self._session.keeper.keep(PLACE + name, self._session.state()):
            raise _refusal(tr("The layout is too large to be kept."))
        return name

    def choose(self, name: str) -> bool:
        """Arrange the window so; False when there is no such layout."""
        state = self._state(name)
        if not state:
            return False
        self._windows.gather()
        self._session.arrange(state)
        view = state.get("view")
        view = view if isinstance(view, Mapping) else {}
        self._windows.arrange(view.get("windows"))
        self._docks.arrange(view.get("docks"))
        return True

    def rename(self, name: str, other: str) -> str:
        """Call a layout otherwise; raises InvalidInput."""
        other = self._checked(other)
        state = self._state(name)
        if other != name and self._state(other):
            raise _refusal(tr("There is a layout “{name}” already.", name=other))
        if not state:
            raise _refusal(tr("There is no layout “{name}” any more.", name=name))
        if other != name:
            self._session.keeper.keep(PLACE + other, state)
            self.delete(name)
        return other

    def delete(self, name: str) -> None:
        """Forget a layout."""
        self._session.keeper.forget(PLACE + name)

    def reset(self) -> None:
        """Arrange the window as it was delivered: size, tab names, docks, windows, columns, panes.

        Filters, drafts, records and saved layouts stay.
        """
        self._windows.gather()
        self._docks.reset()
        self._window.rearrange()
        self._session.reset()

    def _checked(self, name: str) -> str:
        name = " ".join(name.split())
        if not name:
            raise _refusal(tr("A layout needs a name."))
        if len(name) > LONGEST_NAME:
            raise _refusal(tr("The name is longer than {n} characters.", n=LONGEST_NAME))
        return name

    def _state(self, name: str) -> Mapping[str, Any]:
        return self._session.keeper.kept(PLACE + name)


def _with_numbers(name: str) -> tuple[list[str | int], str]:
    parts = _NUMBER.split(name.casefold())
    return [int(part) if at % 2 else part for at, part in enumerate(parts)], name


def _refusal(message: str) -> InvalidInput:
    return InvalidInput((Problem("name", message),))
