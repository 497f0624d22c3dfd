"""Going away from typed input: nothing is lost without a question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from ui.shell.content import Content
    from ui.shell.unsaved import UnsavedBar


class Leaving(QObject):
    """Opens and closes what stands above the tab, and asks where typed input would be lost."""

    def __init__(self, content: Content, bar: UnsavedBar, parent: QObject) -> None:
        super().__init__(parent)
        self._content = content
        self._bar = bar
        self.in_front: Callable[[], Leaving | None] = lambda: None
        """Who answers for the window that the person works in, when that is another one."""
        content.page.escaped.connect(self.go_back)

    def go(self, action_text: str, proceed: Callable[[], None]) -> None:
        """Go on, once all typed input is stored or given up."""
        if self._content.has_unsaved_input():
            self._content.show_unsaved()
            self._bar.ask(tr("There are changes that are not saved."), action_text, proceed)
        else:
            proceed()

    def show_form(self, props: Mapping[str, object], title: str) -> None:
        """Show a record form above the tab."""
        other = self.in_front()
        if other is not None:
            other.show_form(props, title)
            return
        show = partial(self._content.show_form, props, title)
        self._replace(self._content.record, tr("This record has changes that are not saved."), show)

    def show_page(self, title: str, page: QWidget) -> None:
        """Show a page of a feature's own above the tab."""
        other = self.in_front()
        if other is not None:
            other.show_page(title, page)
            return
        show = partial(self._content.show_page, title, page)
        self._replace(self._content.page, tr("The page before has changes that are not saved."), show)

    def close_page(self) -> None:
        """Close the page of a feature's own."""
        other = self.in_front()
        (self._content if other is None else other.content).drop_page()

    @property
    def content(self) -> Content:
        """Where things are opened."""
        return self._content

    @Slot()
    def go_back(self) -> None:
        """Return from what is above the tab; typed input is asked about first."""
        other = self.in_front()
        if other is not None:
            other.go_back()
            return
        if self._content.top_has_unsaved_input():
            record = self._content.currentWidget() is self._content.record
            said = (
                tr("This record has changes that are not saved.")
                if record
                else tr("What was begun here is not finished.")
            )
            self._bar.ask(said, tr("Leave without saving"), self._content.drop_top)
        else:
            self._content.drop_top()

    def _replace(self, widget: QWidget, said: str, show: Callable[[], None]) -> None:
        if self._content.unsaved_in(widget):
            self._bar.ask(said, tr("Leave without saving"), show)
        else:
            show()
