"""A person's settings reach the window: at the start from a local copy, then from the database, live."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from jarvis_desktop.core.changes import EVERYTHING
from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.core.words import language, tr
from jarvis_desktop.people.settings import as_state, from_state
from jarvis_desktop.people.types import Motion, Settings
from ui.core.tasks import Lane, Latest

if TYPE_CHECKING:
    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.edits.types import StoredEdit
    from ui.core.bus import ChangeBus
    from ui.core.tasks import TaskRunner
    from ui.core.theme import Theme
    from ui.shell.memory import WindowMemory
    from ui.shell.workspace import View, Workspace

PLACE = "settings"
"""Where the local copy is kept."""

TOPICS = frozenset({"user_profiles", "user_preferences"})
_STORE_AFTER_MS = 800
_MOTION = {Motion.SYSTEM: None, Motion.ON: True, Motion.OFF: False}


def speak_early(wanted: str) -> None:
    """Speak that language before anything is shown; "" is the system's, where there are words for it."""
    from PySide6.QtWidgets import QApplication

    from ui.core.speech import begin_speaking

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    begin_speaking(application, wanted)


class SettingsDesk(QObject):
    """Keeps theme, zoom, motion, language and time zone as the person's settings say.

    What is chosen in the window's menus is stored as a setting. `pinned` names settings that the command line gave
    ("theme", "zoom"): those are neither changed nor stored.

    Signals:
        changed (Settings): the settings in force are others than before.
        said (str): something about a setting that the person should know.
    """

    changed = Signal(object)
    said = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        theme: Theme,
        tasks: TaskRunner,
        bus: ChangeBus,
        memory: WindowMemory,
        *,
        pinned: frozenset[str] = frozenset(),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._theme = theme
        self._tasks = tasks
        self._bus = bus
        self._memory = memory
        self._pinned = pinned
        self._user_id = ""
        self._latest: Latest[Settings] = Latest()
        self._store = QTimer(self, singleShot=True, interval=_STORE_AFTER_MS)
        self._store.timeout.connect(self._store_chosen)
        kept = memory.keeper.kept(PLACE)
        self.settings = from_state(kept)
        self._spoken = self.settings.language
        if kept:
            self._apply(self.settings)
        workspace.view_changed.connect(self._on_view)
        bus.changed.connect(self._on_changes)
        theme.changed.connect(self._on_theme)

    @Slot(object)
    def _on_view(self, view: View) -> None:
        if view.reader.user_id != self._user_id:
            self._user_id = view.reader.user_id
            self._tasks.when_quiet(self._read, self)

    @Slot(object)
    def _on_changes(self, changes: Changes) -> None:
        if changes.touches(TOPICS):
            self._read()

    def _read(self) -> None:
        services = self._workspace.services
        if services is not None and self._user_id:
            work = partial(services.people.settings, self._user_id)
            self._latest.keep(self._tasks.submit(Lane.READ, work, done=self._take, failed=self._on_unread, owner=self))

    def _on_unread(self, _error: JarvisError) -> None:
        """What holds goes on holding."""

    def _take(self, settings: Settings) -> None:
        if self._store.isActive():
            return  # what was just chosen counts, and is about to be stored
        before, self.settings = self.settings, settings
        self._apply(settings)
        self._keep()
        if settings != before:
            self.changed.emit(settings)
        if (settings.language, settings.time_zone) != (before.language, before.time_zone):
            # Numbers and times are written otherwise now, wherever some are in view.
            self._bus.publish(EVERYTHING)
        if settings.language != self._spoken:
            self._spoken = settings.language
            if settings.language and settings.language.split("_")[0] != language():
                self.said.emit(tr("The language changes when the program starts the next time."))

    def _keep(self) -> None:
        settings = self.settings
        self._memory.keeper.keep(PLACE, as_state(settings))
        if not self._pinned:
            self._memory.remember_look(settings.theme.value, settings.zoom, settings.language)

    def _apply(self, settings: Settings) -> None:
        from ui.core.locale import settle

        if "theme" not in self._pinned and self._theme.mode.value != settings.theme.value:
            self._theme.choose(settings.theme.value)
        if "zoom" not in self._pinned:
            self._theme.set_zoom(settings.zoom)
        self._theme.set_motion(_MOTION[settings.motion])
        settle(settings.language, settings.time_zone)

    @Slot()
    def _on_theme(self) -> None:
        if self._chosen():
            self._store.start()
        else:
            self._store.stop()

    def _chosen(self) -> dict[str, object]:
        """What the window shows otherwise than the settings say."""
        shown = {"theme": self._theme.mode.value, "zoom": self._theme.zoom}
        wanted = {"theme": self.settings.theme.value, "zoom": self.settings.zoom}
        return {name: value for name, value in shown.items() if name not in self._pinned and value != wanted[name]}

    @Slot()
    def _store_chosen(self) -> None:
        services, chosen = self._workspace.services, self._chosen()
        if not chosen or services is None or not self._user_id:
            return
        self.settings = from_state({**as_state(self.settings), **chosen})
        self._keep()
        work = partial(services.people.change_settings, self._user_id, chosen)
        self._tasks.submit(Lane.WRITE, work, done=self._on_stored, failed=self._on_not_stored, owner=self)

    def _on_stored(self, _edit: StoredEdit) -> None:
        """Nothing to show: it is visible already."""

    def _on_not_stored(self, error: JarvisError) -> None:
        self.said.emit(tr("The setting holds until the program ends: {reason}", reason=error.message))
