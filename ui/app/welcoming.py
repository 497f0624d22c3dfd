"""The first start: the set-up page where the person was never asked, and who they are where nobody knows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from jarvis_desktop.core.words import tr
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from jarvis_desktop.app.opening import Opened
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.people.service import PeopleService
    from jarvis_desktop.people.types import Person, Settings
    from ui.shell.main_window import MainWindow
    from ui.shell.workspace import View, Workspace


class WelcomeDesk(QObject):
    """Asks once, after the first tab is there; `quiet` asks nothing, for pictures.

    Signals:
        settled (): nothing of it is asked any more; a tour may begin.
    """

    settled = Signal()

    def __init__(self, window: MainWindow, workspace: Workspace, *, quiet: bool = False) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._quiet = quiet
        self._account = ""
        self._asked = False
        workspace.view_changed.connect(self._on_view)

    def meet(self, opened: Opened) -> None:
        """Take over who sits here, before the workspace opens."""
        self._account = "" if opened.known else opened.user_id

    @Slot(object)
    def _on_view(self, _view: View) -> None:
        if not self._asked:
            self._asked = True
            # After the window has its context for this view.
            QTimer.singleShot(0, self._ask)

    @Slot()
    def _ask(self) -> None:
        context = self._window.context
        if self._quiet or context is None:
            self.settled.emit()
        elif self._account:
            from ui.people.who import WhoPage

            page = WhoPage(context, self._account)
            page.answered.connect(self._on_answered)
            context.open_page(tr("Who are you?"), page)
        else:
            work = partial(_read, context.services.people, context.reader.user_id)
            context.tasks.submit(Lane.READ, work, done=self._on_read, failed=self._on_unread, owner=self)

    def _on_read(self, found: tuple[Person, Settings]) -> None:
        person, settings = found
        context = self._window.context
        if settings.set_up or not person.known or person.preferences.record_id or context is None:
            # Who has preferences set them up somewhere.
            self.settled.emit()
            return
        if self._window.content.above():
            # What was asked for, or stood open at the end, comes first; the page is offered at the next start.
            self.settled.emit()
            return
        from ui.people.set_up import SetUpPage

        page = SetUpPage(context)
        page.stored.connect(self._begin_as)
        page.destroyed.connect(self._on_page_gone)
        context.open_page(tr("Set up"), page)

    @Slot(str)
    def _begin_as(self, persona: str) -> None:
        context = self._window.context
        if persona and context is not None and persona != context.reader.persona:
            self._window.switch_persona(persona)

    @Slot()
    def _on_page_gone(self) -> None:
        # From the event loop: a page goes with its window too, and then there is nobody left to settle anything for.
        QTimer.singleShot(0, self, self.settled.emit)

    def _on_unread(self, _error: JarvisError) -> None:
        self.settled.emit()

    @Slot(str)
    def _on_answered(self, user_id: str) -> None:
        services = self._workspace.services
        self._account = ""
        self._asked = False
        view = self._workspace.view
        if view is not None and view.reader.user_id == user_id:
            # Who is new here looks as before: no other view will come that the questions could follow.
            self._asked = True
            self._ask()
        elif services is not None:
            self._workspace.open(services, "", user_id)


def _read(people: PeopleService, user_id: str) -> tuple[Person, Settings]:
    return people.person(user_id), people.settings(user_id)
