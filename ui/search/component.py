"""The search as a part of a tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from jarvis_desktop.search.types import Target, TargetKind
from ui.components.component import Component, ComponentContext, Props
from ui.core.measures import SPACE_8
from ui.search.box import SearchBox

if TYPE_CHECKING:
    from jarvis_desktop.core.changes import Changes


class Search(Component):
    """Searches everything the person may see; a record opens above the tab, a help page too."""

    help_page = "search"

    def __init__(self, context: ComponentContext, props: Props, parent: QWidget | None = None) -> None:
        super().__init__(context, props, parent)
        self.box = SearchBox(context, parent=self)
        self.box.chosen.connect(self._on_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        title = props.get("title")
        if isinstance(title, str) and title:
            heading = QLabel(title, self)
            heading.setProperty("role", "section")
            column.addWidget(heading)
        column.addWidget(self.box, 1)
        self._first = str(props.get("text") or "")

    @override
    def reload(self, changes: Changes) -> None:
        self.box.recent.recall()
        if self._first:
            first, self._first = self._first, ""
            self.box.search_for(first)

    @Slot(object, str)
    def _on_chosen(self, target: Target, _tab: str) -> None:
        if target.kind is TargetKind.RECORD:
            self.context.open_record(target.table, target.key)
        elif target.kind is TargetKind.HELP:
            from ui.search.help_view import HelpView

            self.context.open_page(tr("Help"), HelpView(self.context.theme, target.key))
