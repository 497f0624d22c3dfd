"""What comes into force by itself shows in the window at its instant, and kept answers end where changes end them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from jarvis_desktop.core.changes import Changes
from ui.core.tasks import Lane, Latest

if TYPE_CHECKING:
    from jarvis_desktop.app.application import Application
    from jarvis_desktop.app.opening import Opened
    from jarvis_desktop.config.types import Boundary
    from jarvis_desktop.core.errors import JarvisError
    from ui.app.program import Program

DATED = ("config_values", "business_rules", "templates", "hierarchy_layer_configurations")
"""The tables whose rows begin and end by themselves."""
_SOON_MS = 3_000
"""The first screen comes first."""
_AFTER_CHANGE_MS = 50
_LONGEST_S = 20 * 24 * 3_600
"""What a timer of Qt can wait for; what lies later is asked for again then."""


class BoundaryDesk(QObject):
    """Waits for the next instant at which a row begins or ends, and announces the tables then."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        self._services: Application | None = None
        self._live = False
        self._asked_at: datetime | None = None
        self._reaches: datetime | None = None
        self._asking: Latest[Boundary] = Latest()
        self._ask = QTimer(self, singleShot=True)
        self._ask.timeout.connect(self._find)
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(self._announce)
        program.opened.connect(self._on_opened)
        program.link_changed.connect(self._on_link)
        program.bus.changed.connect(self._on_changes)

    @Slot(object)
    def _on_opened(self, opened: Opened) -> None:
        self._services, self._live = opened.services, opened.live
        self._asked_at = datetime.now(UTC)  # what passes before the first question is not missed
        self._ask.start(_SOON_MS)

    @Slot(bool)
    def _on_link(self, up: bool) -> None:  # noqa: FBT001 - a signal's argument
        if self._services is not None:
            self._services.config.cache.hear(heard=up and self._live)
            self._ask.start(_AFTER_CHANGE_MS)

    @Slot(object)
    def _on_changes(self, changes: Changes) -> None:
        if self._services is None:
            return
        self._services.config.note(changes)
        if changes.touches(DATED):
            self._ask.start(_AFTER_CHANGE_MS)

    @Slot()
    def _find(self) -> None:
        assert self._services is not None
        submit = self._program.tasks.submit
        # After the last question, and not after now: what passed while nobody looked is announced too.
        work = partial(_next, self._services, self._asked_at)
        self._asking.keep(submit(Lane.IO, work, done=self._wait, failed=self._on_unknown))

    def _wait(self, found: Boundary) -> None:
        self._due.stop()
        self._asked_at = found.asked_at
        if found.seconds is not None:
            seconds = min(found.seconds, _LONGEST_S)
            self._reaches = found.asked_at + timedelta(seconds=seconds)
            # A little later than the instant: who asks then must find it passed.
            self._due.start(max(0, int(seconds * 1_000)) + 2)

    @Slot()
    def _announce(self) -> None:
        self._asked_at = self._reaches
        changes = Changes()
        for name in DATED:
            changes |= Changes.of(name)
        self._program.bus.publish(changes)

    def _on_unknown(self, _error: JarvisError) -> None:
        """The database does not answer, or lacks the tables: it is asked again after the next change."""


def _next(services: Application, since: datetime | None) -> Boundary:
    return services.config.next_boundary(since)
