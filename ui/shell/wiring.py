"""How the parts of the main window stand together and answer to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from ui.core.theme import Theme
    from ui.shell.leaving import Leaving
    from ui.shell.menus import Menus
    from ui.shell.rail import Rail
    from ui.shell.top_bar import TopBar

DOCK_HOST = "dockHost"
"""What the part of the window is called that has docks around it."""


def centre_of(rail: Rail, top_bar: QWidget, unsaved: QWidget, content: QWidget, toast: QWidget) -> QWidget:
    """The rail beside a column of everything else, in which the content, with its docks, takes all the room."""
    host = QMainWindow()
    host.setObjectName(DOCK_HOST)
    host.setWindowFlags(Qt.WindowType.Widget)
    host.setCentralWidget(content)
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(top_bar)
    column.addWidget(unsaved)
    column.addWidget(host, 1)
    column.addWidget(toast)
    centre = QWidget()
    row = QHBoxLayout(centre)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    row.addWidget(rail)
    row.addLayout(column, 1)
    return centre


def connect_top_bar(top_bar: TopBar, rail: Rail, leaving: Leaving, theme: Theme) -> None:
    """The buttons above the content."""
    top_bar.rail_toggled.connect(rail.toggle)
    top_bar.theme_toggled.connect(theme.toggle)
    top_bar.back_requested.connect(leaving.go_back)


def connect_menus(menus: Menus, rail: Rail, leaving: Leaving) -> None:
    """The same in the menu bar."""
    menus.rail_chosen.connect(rail.toggle)
    menus.back_chosen.connect(leaving.go_back)
