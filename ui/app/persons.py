"""What the window does for the person who sits at it: settings, the first questions, the session on a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from jarvis_desktop.app.connect import Mode
from ui.app.settling import SettingsDesk
from ui.app.signing import SigningDesk
from ui.app.welcoming import WelcomeDesk

if TYPE_CHECKING:
    from jarvis_desktop.app.opening import Opened
    from jarvis_desktop.people.types import Settings
    from ui.app.program import Program
    from ui.core.theme import Theme


class PersonDesk(QObject):
    """The desks of one person; `quiet` asks nothing and stores nothing, for pictures."""

    def __init__(
        self, program: Program, theme: Theme, *, pinned: frozenset[str] = frozenset(), quiet: bool = False
    ) -> None:
        window, workspace, tasks, bus = program.window, program.workspace, program.tasks, program.bus
        super().__init__(window)
        pinned = pinned | {"theme", "zoom"} if quiet else pinned
        self._quiet = quiet
        self.settings = SettingsDesk(workspace, theme, tasks, bus, window.memory, pinned=pinned, parent=self)
        self.welcome = WelcomeDesk(window, workspace, quiet=quiet)
        self.signing = SigningDesk(window, workspace, tasks, bus)
        self.settings.said.connect(window.status.say)
        self._window = window
        self._returns = False
        self.settings.changed.connect(self._on_settings)
        window.closing.connect(self.signing.sign_out)

    @Slot(object)
    def _on_settings(self, settings: Settings) -> None:
        """Where nothing stood open the last time, begin with the tab that the person named."""
        tabs = self._window.content.pages
        untouched = bool(tabs.tabs()) and tabs.current_key == tabs.tabs()[0].key and not self._window.content.above()
        if not self._returns and untouched and tabs.tab(settings.start_tab) is not None:
            self._window.choose_tab(settings.start_tab)
        self._returns = True

    def meet(self, opened: Opened) -> None:
        """The database is open: who sits here is known, or will be asked. Called before the workspace opens."""
        self._returns = bool(self._window.memory.keeper.places("view/"))
        self.welcome.meet(opened)
        if opened.connection.mode is Mode.SERVER and not self._quiet:
            self.signing.serve()
