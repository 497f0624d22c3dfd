"""The line above a form: what it shows, whether there is something to save, and the two actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from jarvis_desktop.core.words import tr, tr_n
from ui.core.elided import ElidedLabel
from ui.core.icons import icon
from ui.core.keymap import shown_keys
from ui.core.measures import SPACE_8
from ui.core.sides import margins

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.core.theme import Theme


_ICON = 16


class FormHeader(QWidget):
    """Title with a dot while there is something to save, and Save and Revert."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = ElidedLabel(role="title", parent=self)
        self._title.setObjectName("formTitle")
        self._dot = QLabel("●", self)
        self._dot.setObjectName("dirtyDot")
        self._dot.setProperty("tone", "warning")
        self._dot.setToolTip(tr("Not saved yet"))
        self._dot.setAccessibleName(tr("Not saved yet"))
        self._caption = _small("formCaption", "caption", self)
        self._state = ElidedLabel(role="caption", parent=self)
        self._state.setObjectName("formState")
        self._state.hide()
        self._faults = _small("formFaults", "caption", self)
        self._faults.setProperty("tone", "warning")
        self.paper = QToolButton(self)
        self.paper.setObjectName("paper")
        self.paper.setProperty("kind", "tool")
        self.paper.setAccessibleName(tr("Print or save as PDF"))
        self.paper.setToolTip(tr("Print or save as PDF"))
        self.paper.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.paper)
        self.to_pdf = menu.addAction(tr("Save as PDF …"))
        self.to_printer = menu.addAction(tr("Print …"))
        self.paper.setMenu(menu)
        self.origins = QToolButton(self)
        self.origins.setObjectName("origins")
        self.origins.setProperty("kind", "tool")
        self.origins.setCheckable(True)
        self.origins.setAccessibleName(tr("Show where the values come from"))
        self.origins.setToolTip(tr("Show where the values come from"))
        self.origins.hide()
        theme.follow(self, self._draw)
        self._draw()
        self.revert = QPushButton(tr("Revert"), self)
        self.revert.setObjectName("revert")
        self.save = QPushButton(tr("Save"), self)
        self.save.setObjectName("save")
        self.save.setProperty("kind", "primary")
        self.save.setToolTip(shown_keys("Ctrl+Enter"))
        self._lay_out()
        self.show_dirty(dirty=False, savable=False, revertible=False)

    @property
    def title(self) -> str:
        """The title shown."""
        return self._title.full_text

    @property
    def state(self) -> str:
        """What is said about saving."""
        return self._state.full_text

    def show_title(self, title: str, caption: str) -> None:
        """Say what the form shows."""
        self._title.set_full_text(title)
        _say(self._caption, caption)

    def show_actions(self, save: str, revert: str, *, refusal: str) -> None:
        """Name the actions; a refusal takes them away and stands in their place."""
        self.save.setText(save)
        self.revert.setText(revert)
        self.save.setVisible(not refusal)
        self.revert.setVisible(not refusal)
        if refusal:
            self.show_state(tr("Read only. {refusal}", refusal=refusal))

    def show_state(self, text: str) -> None:
        """Say how saving went ("" for nothing)."""
        self._state.set_full_text(text)
        self._state.setVisible(bool(text))

    def show_busy(self) -> None:
        """A save is under way."""
        self.save.setEnabled(False)
        self.revert.setEnabled(False)
        self.show_state(tr("Saving"))

    def show_dirty(self, *, dirty: bool, savable: bool, revertible: bool) -> None:
        """Show the dot and offer the actions that make sense."""
        self._dot.setVisible(dirty)
        self.save.setEnabled(savable)
        self.revert.setEnabled(revertible)

    def show_faults(self, faults: Sequence[str]) -> None:
        """Say that rows of the form's definition have faults, to those who can mend them."""
        count = len(faults)
        _say(
            self._faults,
            "" if not count else tr_n("{n} fault in this form", "{n} faults in this form", count),
        )
        self._faults.setToolTip("\n".join(faults))

    @Slot()
    def _draw(self) -> None:
        self.paper.setIcon(icon("printer", self._theme.tokens.text, _ICON))
        self.origins.setIcon(icon("history", self._theme.tokens.text, _ICON))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SPACE_8)
        top.addWidget(self._title, 1)
        top.addWidget(self._dot)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(top)
        below = QHBoxLayout()
        below.setSpacing(SPACE_8)
        below.addWidget(self._caption)
        below.addWidget(self._state, 1)
        below.addWidget(self._faults)
        below.addStretch()
        words.addLayout(below)
        row = QHBoxLayout(self)
        row.setContentsMargins(margins(4, 0, 16, 0))
        row.setSpacing(SPACE_8)
        row.addLayout(words, 1)
        row.addWidget(self.origins)
        row.addWidget(self.paper)
        row.addWidget(self.revert)
        row.addWidget(self.save)


def _small(name: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.hide()
    return label


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
