"""What comes to the window from outside: links, and later starts of the program. It goes there and changes nothing."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.core.words import tr
from ui.app.errand import carry_out
from ui.app.request import Request
from ui.core.links import Link, LinkKind, LinkRefusal, parse_link

if TYPE_CHECKING:
    from ui.app.program import Program
    from ui.shell.workspace import View


class Arrivals(QObject):
    """Follows links and requests in the window of `program`, once its tabs are there."""

    def __init__(self, program: Program) -> None:
        super().__init__(program.window)
        self._program = program
        self._window = program.window
        self._waiting: Request | None = None
        self._switching = False
        program.workspace.view_changed.connect(self._on_view, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def welcome(self, request: Request) -> None:
        """Bring the window to the front and go where the request says."""
        if request.activation:
            os.environ["XDG_ACTIVATION_TOKEN"] = request.activation
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive)
        window.show()
        window.raise_()
        window.activateWindow()
        self.take(request)

    def take(self, request: Request) -> None:
        """Go where the request says, when there is something to see."""
        if replace(request, activation="") == Request():
            return
        if self._program.workspace.view is None:
            self._waiting = request
            return
        self._waiting = None
        if request.persona and request.persona != self._program.workspace.view.reader.persona:
            self._switch(request)
            return
        if request.tab or request.record or request.form:
            problem = carry_out(self._window, tab=request.tab, record=request.record, form=request.form)
            if problem:
                self._refuse(problem)
        if request.link:
            self.follow_text(request.link)

    def follow_text(self, text: str) -> None:
        """Follow a link as it was written; one that is none is told."""
        found = parse_link(text)
        if isinstance(found, LinkRefusal):
            self._refuse(found.text)
        else:
            self.follow(found)

    def follow(self, link: Link) -> None:
        """Show what the link leads to; typed input that would be lost is asked about first."""
        window = self._window
        if self._program.workspace.view is None:
            return
        if link.kind is LinkKind.TAB:
            tab = window.content.pages.tab(link.key)
            if tab is None:
                self._refuse(tr("You have no tab “{tab}” as this persona.", tab=link.key))
            else:
                window.choose_tab(link.key)
        elif link.kind is LinkKind.HELP:
            self._help(link.key)
        else:
            window.open_record(link.record_table, link.key)

    def _help(self, page: str) -> None:
        from jarvis_desktop.search.help_pages import page_named
        from jarvis_desktop.search.types import Target, TargetKind

        if page_named(page) is None:
            self._refuse(tr("There is no help page “{page}”.", page=page))
        else:
            self._program.searching.show_target(Target(TargetKind.HELP, page), "")

    def _switch(self, request: Request) -> None:
        view = self._program.workspace.view
        assert view is not None
        if request.persona not in [persona.key for persona in view.personas]:
            self._refuse(tr("There is no persona “{persona}” for you.", persona=request.persona))
            self.take(replace(request, persona=""))
            return
        self._waiting, self._switching = request, True
        self._window.switch_persona(request.persona)

    @Slot(object)
    def _on_view(self, view: View) -> None:
        request, self._waiting = self._waiting, None
        if request is not None and self._switching and view.reader.persona != request.persona:
            request = None  # the person stayed with what was typed
        self._switching = False
        if request is not None:
            self.take(request)

    def _refuse(self, text: str) -> None:
        self._window.undo.refuse(JarvisError(text, title=tr("Not opened")))
