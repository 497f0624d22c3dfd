"""What colours the window: the persona and the company."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from jarvis_desktop.core.clock import SystemClock
from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr
from ui.core.tasks import Lane, Latest
from ui.core.tokens import Colours
from ui.shell.brand_head import BrandHead

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from jarvis_desktop.app.application import Application
    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.people.branding import Branding
    from ui.core.bus import ChangeBus
    from ui.core.tasks import TaskRunner
    from ui.core.theme import Theme
    from ui.shell.main_window import MainWindow
    from ui.shell.workspace import View, Workspace

log = logging.getLogger(__name__)
TITLE = "JARVIS Desktop"
BRANDING = "experience_layer"
_LONGEST_WAIT_S = 6 * 3600.0


class LookDesk(QObject):
    """Keeps theme, rail head and window title true to the persona and to the company's row.

    `plain` leaves the colours of personas and companies alone.

    Signals:
        branded (Branding): the company's look was read.
    """

    branded = Signal(object)

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        tasks: TaskRunner,
        bus: ChangeBus,
        theme: Theme,
        *,
        plain: bool = False,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._tasks = tasks
        self._theme = theme
        self._plain = plain
        self._view: View | None = None
        self._branding: Branding | None = None
        self._told: dict[str, tuple[str, ...]] = {}
        self._latest: Latest[Branding] = Latest()
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self.read)
        # Read beside the first view and mostly here before it, so that nothing is built in other colours first.
        workspace.opened.connect(self.read)
        workspace.view_comes.connect(self._on_view)
        workspace.view_changed.connect(self._on_shown)
        bus.changed.connect(self._on_changes)

    @property
    def branding(self) -> Branding | None:
        """The company's look, once it was read."""
        return self._branding

    @Slot()
    def larger(self) -> None:
        """Show everything one step larger."""
        self._theme.larger()
        self._say_zoom()

    @Slot()
    def smaller(self) -> None:
        """Show everything one step smaller."""
        self._theme.smaller()
        self._say_zoom()

    @Slot()
    def original_size(self) -> None:
        """Show everything at 100 %."""
        self._theme.original_size()
        self._say_zoom()

    def _say_zoom(self) -> None:
        self._window.status.say(tr("Zoom {percent} %", percent=self._theme.zoom))

    @Slot()
    def read(self) -> None:
        """Read the company's look."""
        services = self._workspace.services
        if services is not None:
            work = partial(_current, services)
            self._latest.keep(self._tasks.submit(Lane.READ, work, done=self._on_branding, failed=self._on_failed))

    @Slot(object)
    def _on_view(self, view: View) -> None:
        if self._view is not None and view.replaces(self._view):
            # Giving the screens of before other colours would only take time. Nobody sees the window without any.
            self._let_paint(False)
            self._window.content.clear()
        self._view = view
        self._tint()

    def _let_paint(self, may: bool) -> None:  # noqa: FBT001 - Qt's own argument
        # All in the window and not the window itself, which Qt would paint twice afterwards.
        central = self._window.centralWidget()
        assert central is not None
        central.setUpdatesEnabled(may)

    @Slot(object)
    def _on_shown(self, view: View) -> None:
        self._let_paint(True)
        context = self._window.context
        if view.lost and context is not None:
            from jarvis_desktop.people.notifications.types import Notification, Tone

            now = next((each.name for each in view.personas if each.key == view.reader.persona), "")
            title = tr("The persona {name} is no longer open to you", name=view.lost)
            text = tr("You look as {name} now. What you had typed is kept.", name=now)
            context.notify(Notification(title, text, Tone.WARNING))
        self._tell_problems()

    @Slot(object)
    def _on_changes(self, changes: Changes) -> None:
        if changes.touches({BRANDING}):
            self.read()

    def _on_branding(self, branding: Branding) -> None:
        self._branding = branding
        self._tint()
        self._window.setWindowTitle(f"{branding.company} · {TITLE}" if branding.company else TITLE)
        head = self._window.findChild(BrandHead)
        if head is not None:
            head.show_branding(branding, self._draw)
        self._tell_problems()
        self._due.stop()
        if branding.until is not None:
            wait = (branding.until - SystemClock().now()).total_seconds()
            self._due.start(int(1000 * max(1.0, min(wait, _LONGEST_WAIT_S))))
        self.branded.emit(branding)

    def _on_failed(self, error: JarvisError) -> None:
        """The window looks as before."""
        log.info("the company's look was not read: %s", error.message)

    def _tint(self) -> None:
        if self._plain or self._view is None:
            return
        key = self._view.reader.persona
        persona = next((each for each in self._view.personas if each.key == key), None)
        brand = self._branding
        self._theme.tint(
            Colours(persona.colour, persona.colour_dark) if persona is not None else Colours(),
            Colours(brand.colour, brand.colour_dark) if brand is not None else Colours(),
        )

    def _tell_problems(self) -> None:
        """Tell those who can mend it what of the company's row, and of personas, cannot be shown; once."""
        context = self._window.context
        if context is None or not context.reader.may("config.write"):
            return
        found = self._problems()
        for title, problems in found.items():
            if problems and problems != self._told.get(title):
                from jarvis_desktop.people.notifications.types import Notification, Tone

                text = " ".join(problems)
                context.report(ConfigurationError(text, title=title))
                context.notify(Notification(title, text, Tone.WARNING))
        self._told = found

    def _problems(self) -> dict[str, tuple[str, ...]]:
        """What cannot be shown, by what it is of."""
        brand, personas = self._branding, self._view.personas if self._view is not None else ()
        return {
            tr("The company's look is shown in part"): (
                (*brand.problems, brand.explanation) if brand is not None and brand.problems else ()
            ),
            tr("The look of personas is shown in part"): tuple(fault for each in personas for fault in each.problems),
        }

    def _draw(self, work: Callable[[], QImage | None], done: Callable[[QImage | None], None]) -> None:
        self._tasks.submit(Lane.IO, work, done=done)


def _current(services: Application) -> Branding:
    return services.branding.current()
