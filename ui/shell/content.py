"""The content area: the tabs' pages, and one record opened above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.shell.pages import Pages
from ui.shell.record_view import RecordView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jarvis_desktop.metadata.types import LayoutNode
    from ui.components.component import Component
    from ui.core.theme import Theme


class Content(QStackedWidget):
    """Shows either the current tab or the open record.

    `build` makes the widget of a layout tree, `build_form` a record form from its props.
    """

    def __init__(
        self,
        theme: Theme,
        build: Callable[[LayoutNode], QWidget],
        build_form: Callable[[Mapping[str, object]], Component],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.pages = Pages(theme, build)
        self.record = RecordView(build_form)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.addWidget(self.pages)
        self.addWidget(self.record)

    def show_tab(self, key: str) -> None:
        """Show the tab of `key`."""
        self.setCurrentWidget(self.pages)
        self.pages.show_tab(key)

    def show_form(self, props: Mapping[str, object]) -> None:
        """Show a record form above the tab."""
        self.record.show_record(props)
        self.setCurrentWidget(self.record)

    def drop_record(self) -> None:
        """Close the record and show the tab again."""
        self.record.clear()
        self.show_tab(self.pages.current_key)

    def clear(self) -> None:
        """Close everything, typed input included."""
        self.record.clear()
        self.pages.clear()
        self.setCurrentWidget(self.pages)

    def has_unsaved_input(self) -> bool:
        """Whether typed input anywhere is not stored."""
        return self.record.has_unsaved_input() or bool(self.pages.unsaved())

    def show_unsaved(self) -> None:
        """Bring a place with typed input to the front."""
        if not self.record.has_unsaved_input() and self.pages.unsaved():
            self.show_tab(self.pages.unsaved()[0])
