"""Help in the window: the page about where the keyboard is, the tour, and the diagnosis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from jarvis_desktop.core.words import tr
from ui.help.diagnosis import DiagnosisDesk
from ui.help.tour import TourDesk

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from jarvis_desktop.app.diagnose import Subject
    from jarvis_desktop.app.opening import Opening
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.core.registry import Registry
    from ui.components.component import ComponentSpec
    from ui.core.tasks import TaskRunner
    from ui.shell.bench import Bench
    from ui.shell.content import Content


class HelpDesk(QObject):
    """Opens the help of a window. The tour begins by itself only where `offer_tour` was called."""

    def __init__(
        self,
        bench: Bench,
        tasks: TaskRunner,
        opening: Opening,
        components: Callable[[], Registry[str, ComponentSpec]],
    ) -> None:
        super().__init__(bench.window)
        self._bench = bench
        self._opening = opening
        self._components = components
        self._refusal: JarvisError | None = None
        self.tour = TourDesk(bench)
        self.diagnosis = DiagnosisDesk(bench, tasks, self.subject)
        bench.window.menus.help_chosen.connect(self.open_here)

    @Slot()
    def open_here(self) -> None:
        """Show the page about where the keyboard is."""
        from ui.search.help_places import page_of
        from ui.shell.layout.own_window import OwnWindow

        # The window has the keyboard again, once the menu is gone that it was asked for in.
        held = QApplication.focusWidget()
        own = held.window() if held is not None else None
        if isinstance(own, OwnWindow):
            self._open(page_of(held, own.key), own.content)
            return
        inside = held if own is self._bench.window else self._bench.window.focusWidget()
        self.open_page(page_of(self._meant(inside), self._bench.current_tab))

    def _meant(self, held: QWidget | None) -> QWidget | None:
        """Where somebody is: what stands above the tab, unless the keyboard is in it or in something else that has."""
        content = self._bench.window.content
        above = content.currentWidget()
        elsewhere = held is not None and held is not content and not content.pages.isAncestorOf(held)
        if above is content.pages or elsewhere:
            return held
        return content.record.form if above is content.record else content.page.page

    def open_page(self, name: str) -> None:
        """Show the page of that name; the first one where there is none."""
        self._open(name, self._bench.window.content)

    def _open(self, name: str, content: Content) -> None:
        """Turn the help that is open there to that page, or open it in the window that has the keyboard."""
        from ui.search.help_view import HelpView

        shown = content.page.page
        if isinstance(shown, HelpView) and shown.isVisible():
            shown.open_page(name)
            return
        view = HelpView(self._bench.theme, name)
        self._bench.open_page(tr("Help"), view)
        view.pages.setFocus()

    @Slot(object)
    def note_refusal(self, error: JarvisError) -> None:
        """The database could not be opened, for that reason."""
        self._refusal = error

    def subject(self) -> Subject:
        """What a diagnosis looks at now."""
        from jarvis_desktop.app.diagnose import Subject

        opening = self._opening
        connection = opening.connection
        return Subject(
            opening.settings,
            opening.paths,
            database=None if connection is None else connection.database,
            embedded=not opening.settings.database_url,
            refusal=self._refusal if connection is None else None,
            components=tuple(self._components()),
        )
