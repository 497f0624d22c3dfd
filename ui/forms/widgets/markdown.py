"""A text in Markdown: written as it is, and shown as it will look."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.measures import SPACE_4
from ui.core.text_page import TextPage
from ui.forms.widgets.text import AreaWidget


class MarkdownWidget(AreaWidget):
    """Several lines of Markdown; one button shows them as text with headings and lists, the other to be changed."""

    @override
    def create_input(self) -> QWidget:
        area = super().create_input()
        area.setAccessibleName(self.field.label)
        frame = QWidget(self)
        self._page: TextPage | None = None
        self._stack = QVBoxLayout(frame)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(SPACE_4)
        self.write, self.preview = QPushButton(tr("Write"), frame), QPushButton(tr("Preview"), frame)
        group = QButtonGroup(frame)
        row = QHBoxLayout()
        row.setSpacing(0)
        for button, place in ((self.write, "first"), (self.preview, "last")):
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            button.setProperty("segment", place)
            button.setAccessibleName(f"{self.field.label}: {button.text()}")
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.write.setChecked(True)
        self.preview.toggled.connect(self._on_preview)
        self._stack.addLayout(row)
        self._stack.addWidget(area)
        frame.setFocusProxy(area)
        return frame

    @Slot(bool)
    def _on_preview(self, preview: bool) -> None:  # noqa: FBT001 - a signal's value
        if preview:
            if self._page is None:
                self._page = TextPage("", self.theme, self.input)
                self._page.setAccessibleName(self.preview.accessibleName())
                self._stack.addWidget(self._page)
            self._page.show_text(self.entered())
        if self._page is not None:
            self._page.setVisible(preview)
        self._area.setVisible(not preview)
