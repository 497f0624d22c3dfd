"""What the window tells: several at once become one, each goes into the history, and pops up unless it is quiet."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from jarvis_desktop.core.words import tr, tr_n
from jarvis_desktop.people.notifications.quiet import Quiet, chosen_in, next_morning, state_of
from jarvis_desktop.people.notifications.types import Notification, Tone
from ui.core.tasks import Lane, Latest
from ui.shell.notifications.bell import Bell
from ui.shell.notifications.bundling import bundled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jarvis_desktop.app.application import Application
    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.people.notifications.types import History, KeptNotification
    from ui.core.bus import ChangeBus
    from ui.core.tasks import TaskRunner
    from ui.core.theme import Theme
    from ui.shell.main_window import MainWindow
    from ui.shell.notifications.panel import NotificationPanel
    from ui.shell.workspace import View, Workspace

PLACE = "notifications"
_GATHERED_MS = 400
_MOST_GATHERED = 1_000
_PAGE = 50
_LONGEST_WAIT_S = 86_400
_MINE = "notifications"
_SETTINGS = frozenset({"user_preferences", "user_profiles"})
_TOASTS = {Tone.INFO: "info", Tone.SUCCESS: "done", Tone.WARNING: "warning", Tone.DANGER: "warning"}


class NotificationDesk(QObject):
    """The notifications of a window.

    `follow(link)` goes where the link of a notification leads.

    Signals:
        told (Notification): one went into the history (after bundling).
        dock_wanted (): the dock that the list stands in is to be opened or closed.
    """

    told = Signal(object)
    dock_wanted = Signal()

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        tasks: TaskRunner,
        bus: ChangeBus,
        theme: Theme,
        follow: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        self._theme = theme
        self._follow = follow
        self._services: Application | None = None
        self._user = ""
        self._quiet = Quiet()
        self._gathered: list[Notification] = []
        self._unstored: list[Notification] = []
        self._to_show: list[Notification] = []
        self._panel: NotificationPanel | None = None
        self._reading: Latest[History] = Latest()
        self._sharing: Latest[History] = Latest()
        self._only_unread = False
        self._sought = ""
        self.in_dock = False
        self.bell = Bell(theme)
        self.bell.clicked.connect(self.toggle_panel)
        window.status.add_bell(self.bell)
        self._gathering = QTimer(self, singleShot=True, interval=_GATHERED_MS)
        self._gathering.timeout.connect(self._tell)
        self._turning = QTimer(self, singleShot=True)
        self._turning.timeout.connect(self._show_bell)
        window.undo.notified.connect(self.notify)
        window.toast.closed.connect(self._show_next)
        workspace.view_changed.connect(self._on_view)
        bus.changed.connect(self._on_changes)

    @property
    def panel(self) -> NotificationPanel | None:
        """The list, once it was opened."""
        return self._panel

    @property
    def quiet(self) -> Quiet:
        """When nothing pops up."""
        return self._quiet

    @Slot(object)
    def notify(self, notification: Notification) -> None:
        """Tell something; what comes in the same moment is bundled with it."""
        self._gathered.append(notification)
        del self._gathered[:-_MOST_GATHERED]
        if not self._gathering.isActive():
            self._gathering.start()

    @Slot()
    def toggle_panel(self) -> None:
        """Open the list, or close it."""
        if self.in_dock:
            self.dock_wanted.emit()
            return
        panel = self.ready()
        if panel.isVisible():
            panel.close_panel()
        else:
            panel.open_panel()

    def ready(self) -> NotificationPanel:
        """The list, made when it is first wanted."""
        if self._panel is None:
            from ui.shell.notifications.panel import NotificationPanel
            from ui.shell.notifications.quiet_menu import QuietMenu

            self._panel = panel = NotificationPanel(self._theme, self._window, QuietMenu(self, self._window))
            panel.wanted.connect(self._read)
            panel.sought.connect(self._on_sought)
            panel.older_wanted.connect(self._read_older)
            panel.follow.connect(self._follow)
            panel.read.connect(self._mark_read)
            panel.unread.connect(self._mark_unread)
            panel.clear.connect(self._clear)
            self._window.closes.begun.connect(panel.close_panel)
        return self._panel

    def is_quiet(self) -> bool:
        """Whether nothing pops up just now."""
        return self._quiet.holds(datetime.now(UTC))

    def keep_quiet(self, span: timedelta | None) -> None:
        """Do not disturb for so long; None ends it."""
        self._choose(replace(self._quiet, until=None if span is None else datetime.now(UTC) + span))

    def keep_quiet_until_morning(self) -> None:
        """Do not disturb before the next working day begins."""
        self._choose(replace(self._quiet, until=next_morning(datetime.now(UTC))))

    def keep_weekends_quiet(self, *, quiet: bool) -> None:
        """Disturb on Saturday and Sunday, or do not."""
        self._choose(replace(self._quiet, weekends=quiet))

    @Slot()
    def store_waiting(self) -> None:
        """Store what could not be stored while the database was away."""
        if self._services is not None:
            work = partial(_add, self._services, self._user, [])
            self._tasks.submit(Lane.IO, work, done=self._on_stored, failed=self._on_not_stored)

    def _choose(self, quiet: Quiet) -> None:
        self._quiet = quiet
        self._show_bell()
        if self._services is not None:
            work = partial(_remember, self._services, self._user, state_of(quiet))
            self._tasks.submit(Lane.WRITE, work, done=self._on_nothing, failed=self._on_not_stored)

    @Slot(object)
    def _on_view(self, view: View) -> None:
        services = self._window.context.services if self._window.context is not None else None
        if services is None or (services is self._services and view.reader.user_id == self._user):
            return
        self._services, self._user = services, view.reader.user_id
        self._tasks.when_quiet(self._begin, self)

    def _begin(self) -> None:
        assert self._services is not None
        waiting, self._unstored = self._unstored, []
        work = partial(_begin, self._services, self._user, waiting)
        self._tasks.submit(Lane.IO, work, done=self._on_begun, failed=self._on_not_stored)

    def _on_begun(self, begun: tuple[Quiet, History]) -> None:
        self._quiet = begun[0]
        self._on_history(begun[1])

    @Slot(object)
    def _on_changes(self, changes: Changes) -> None:
        if changes.touches(_SETTINGS) and self._services is not None:
            work = partial(_begin, self._services, self._user, [])
            self._tasks.submit(Lane.IO, work, done=self._on_begun, failed=self._on_not_stored)
        elif changes.touches_row(_MINE, self._user) and self._services is not None:
            # Another window of the same person told something, or somebody looked at it there.
            again = partial(_add, self._services, self._user, [])
            self._sharing.keep(self._tasks.submit(Lane.IO, again, done=self._on_stored, failed=self._on_not_stored))

    @Slot()
    def _tell(self) -> None:
        gathered, self._gathered = bundled(self._gathered), []
        for told in gathered:
            self.told.emit(told)
        if self._services is None:
            self._unstored.extend(gathered)
        else:
            work = partial(_add, self._services, self._user, gathered)
            self._tasks.submit(Lane.IO, work, done=self._on_stored, failed=self._on_not_stored)
        shown = [told for told in gathered if told.answers] if self.is_quiet() else gathered
        if shown:
            self._to_show.extend(shown)
            # A word with “Undo” in it stays until it goes by itself.
            if not self._window.toast.text:
                self._show_next()

    @Slot()
    def _show_next(self) -> None:
        waiting, self._to_show = self._to_show, []
        if not waiting or self._window.isHidden():
            return
        if len(waiting) > 1:
            title = tr_n("{n} new notification", "{n} new notifications", len(waiting))
            said = f"{title}: {waiting[-1].title}"
            self._window.toast.say(said, (tr("Show"), self.toggle_panel), tone=_TOASTS[_gravest(waiting)])
            return
        told = waiting[0]
        said = ". ".join(part for part in (told.title, " ".join(told.text.split())) if part)
        actions = [(tr("Open"), partial(self._follow, told.link))] if told.link else []
        self._window.toast.say(said, *actions, tone=_TOASTS[told.tone])

    def _on_stored(self, history: History) -> None:
        self._on_history(history)

    def _on_history(self, history: History) -> None:
        """What the first page is now; shown where somebody looks at it."""
        self._count(history)
        if self._panel is not None and self._panel.isVisible():
            self._read(self._only_unread)

    @Slot(str)
    def _on_sought(self, text: str) -> None:
        self._sought = text
        self._read(self._only_unread)

    @Slot(bool)
    def _read(self, only_unread: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._only_unread = only_unread
        if self._services is not None:
            work = partial(_history, self._services, self._user, only_unread=only_unread, sought=self._sought)
            self._reading.keep(self._tasks.submit(Lane.READ, work, done=self._on_read, failed=self._on_not_stored))

    def _on_read(self, history: History) -> None:
        self._count(history)
        if self._panel is not None:
            self._panel.show_history(history)

    @Slot(int)
    def _read_older(self, before: int) -> None:
        if self._services is not None:
            work = partial(
                _history,
                self._services,
                self._user,
                only_unread=self._only_unread,
                sought=self._sought,
                before=before,
            )
            self._reading.keep(self._tasks.submit(Lane.READ, work, done=self._on_older, failed=self._on_not_stored))

    def _on_older(self, history: History) -> None:
        if self._panel is not None:
            self._panel.show_older(history)

    @Slot(object)
    def _mark_read(self, ids: Sequence[int] | None) -> None:
        if self._services is not None:
            work = partial(self._services.notifications.mark_read, self._user, ids)
            self._tasks.submit(Lane.WRITE, work, done=self._on_changed, failed=self._on_refused)

    @Slot(object)
    def _mark_unread(self, ids: Sequence[int]) -> None:
        if self._services is not None:
            work = partial(self._services.notifications.mark_unread, self._user, ids)
            self._tasks.submit(Lane.WRITE, work, done=self._on_changed, failed=self._on_refused)

    def _on_changed(self, _ids: Sequence[int]) -> None:
        self._read(self._only_unread)

    @Slot(object)
    def _clear(self, ids: Sequence[int] | None) -> None:
        if self._services is not None:
            work = partial(self._services.notifications.clear, self._user, ids)
            self._tasks.submit(Lane.WRITE, work, done=self._on_cleared, failed=self._on_refused)

    def _on_cleared(self, gone: Sequence[KeptNotification]) -> None:
        if gone:
            said = tr_n("{n} notification removed", "{n} notifications removed", len(gone))
            self._window.toast.say(said, (tr("Undo"), partial(self._restore, gone)), tone="done")
        self._read(self._only_unread)

    def _restore(self, gone: Sequence[KeptNotification]) -> None:
        if self._services is not None:
            work = partial(self._services.notifications.restore, self._user, gone)
            self._tasks.submit(Lane.WRITE, work, done=self._on_restored, failed=self._on_refused)

    def _on_restored(self, _nothing: None) -> None:
        self._read(self._only_unread)

    def _on_refused(self, error: JarvisError) -> None:
        self._window.undo.refuse(error)

    def _on_not_stored(self, _error: JarvisError) -> None:
        """Recorded elsewhere; a fault of telling is not told, or it would never end."""

    def _on_nothing(self, _stored: bool) -> None:  # noqa: FBT001 - a callback's argument
        """Nothing to show."""

    def _count(self, history: History) -> None:
        """While the database is away, only those that wait for it are known; the others did not go."""
        unread = history.unread if history.reached else max(history.unread, self.bell.unread)
        self._ring(unread)

    @Slot()
    def _show_bell(self) -> None:
        self._ring(self.bell.unread)

    def _ring(self, unread: int) -> None:
        """Show the bell as it is now, and again when that may have changed."""
        now = datetime.now(UTC)
        self.bell.show_state(unread, quiet=self._quiet.holds(now))
        wait = _until_it_turns(self._quiet, now)
        if wait is None:
            self._turning.stop()
        else:
            self._turning.start(wait)


def _until_it_turns(quiet: Quiet, now: datetime) -> int | None:
    """Milliseconds until it may begin or cease to be quiet; None where only the person changes that."""
    waits = [60.0 - now.second] if quiet.hours is not None or quiet.weekends else []
    if quiet.until is not None and quiet.until > now:
        waits.append(min((quiet.until - now).total_seconds(), _LONGEST_WAIT_S))
    return int(min(waits) * 1000) + 1 if waits else None


def _gravest(told: Sequence[Notification]) -> Tone:
    return max((each.tone for each in told), key=list(Tone).index)


def _begin(services: Application, user: str, waiting: list[Notification]) -> tuple[Quiet, History]:
    """Runs in a worker: what was told before the database answered is stored, and what is old forgotten."""
    notifications = services.notifications
    notifications.prune(user)
    settings = services.people.settings(user)
    until, weekends = chosen_in(services.memory.recall(user, PLACE))
    return Quiet(settings.notifications, settings.quiet_hours, until, weekends), _add(services, user, waiting)


def _add(services: Application, user: str, notifications: Sequence[Notification]) -> History:
    if notifications:
        services.notifications.add(user, notifications)
    else:
        services.notifications.flush(user)
    return services.notifications.history(user, limit=1)


def _history(
    services: Application, user: str, *, only_unread: bool, sought: str = "", before: int | None = None
) -> History:
    return services.notifications.history(user, before=before, limit=_PAGE, unread_only=only_unread, sought=sought)


def _remember(services: Application, user: str, state: dict[str, object]) -> bool:
    return services.memory.remember(user, PLACE, state)
