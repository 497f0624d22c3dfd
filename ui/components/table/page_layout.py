"""How the pages above a table are laid out: a body that scrolls, no wider than a form."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ui.core.measures import CONTROL_HEIGHT, SPACE_8


def scrolled(page: QWidget, body: QWidget) -> None:
    """Let `body` be what the page shows, with a scroll bar where it does not fit."""
    scroll = QScrollArea(page)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(body)
    whole = QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(scroll)


def button_row(*buttons: QPushButton) -> QHBoxLayout:
    """Buttons at the right."""
    row = QHBoxLayout()
    row.setSpacing(SPACE_8)
    row.addStretch(1)
    for button in buttons:
        row.addWidget(button)
    return row


def label_of(widget: QWidget, text: str) -> QLabel:
    """The calm word beside an input."""
    label = QLabel(text, widget.parentWidget())
    label.setProperty("role", "muted")
    label.setBuddy(widget)
    return label


def choice_box(parent: QWidget, name: str, object_name: str) -> QComboBox:
    """An empty box to choose from; `name` is what a screen reader says."""
    box = QComboBox(parent)
    box.setObjectName(object_name)
    box.setAccessibleName(name)
    box.setFixedHeight(CONTROL_HEIGHT)
    return box
