"""A text from the metadata, in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr
from ui.components.component import Component, ComponentContext, Props
from ui.core.text_page import TextPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Markdown(Component):
    """Shows `text`, at most 80 characters wide and as high as it needs."""

    def __init__(self, context: ComponentContext, props: Props, parent: QWidget | None = None) -> None:
        super().__init__(context, props, parent)
        text = props.get("text")
        if not isinstance(text, str):
            raise ConfigurationError(tr("There is no text to show."), hint=tr("Its name is “text”."))
        self.page = TextPage(text, context.theme, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.page, 1)
        row.addStretch(0)
