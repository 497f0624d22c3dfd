"""Going away from typed input: nothing is lost without a question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

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
        content.page.escaped.connect(self.go_back)

    def go(self, action_text: str, proceed: Callable[[], None]) -> None:
        """Go on, once all typed input is stored or given up."""
        if self._content.has_unsaved_input():
            self._content.show_unsaved()
            self._bar.ask("There are changes that are not saved.", action_text, proceed)
        else:
            proceed()

    def show_form(self, props: Mapping[str, object], title: str) -> None:
        """Show a record form above the tab."""
        show = partial(self._content.show_form, props, title)
        self._replace(self._content.record, "This record has changes that are not saved.", show)

    def show_page(self, title: str, page: QWidget) -> None:
        """Show a page of a feature's own above the tab."""
        show = partial(self._content.show_page, title, page)
        self._replace(self._content.page, "The page before has changes that are not saved.", show)

    @Slot()
    def go_back(self) -> None:
        """Return from what is above the tab; typed input is asked about first."""
        if self._content.top_has_unsaved_input():
            record = self._content.currentWidget() is self._content.record
            said = "This record has changes that are not saved." if record else "What was begun here is not finished."
            self._bar.ask(said, "Leave without saving", self._content.drop_top)
        else:
            self._content.drop_top()

    def _replace(self, widget: QWidget, said: str, show: Callable[[], None]) -> None:
        if self._content.unsaved_in(widget):
            self._bar.ask(said, "Leave without saving", show)
        else:
            show()
