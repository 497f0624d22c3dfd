"""The parts of the main window, made at one go once its frame is in view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.shell.closing import Closing
from ui.shell.content import Content
from ui.shell.leaving import Leaving
from ui.shell.menus import Menus
from ui.shell.rail import Rail
from ui.shell.status import StatusBar
from ui.shell.toast import Toast
from ui.shell.top_bar import TopBar
from ui.shell.undo_desk import UndoDesk
from ui.shell.unsaved import UnsavedBar
from ui.shell.wiring import centre_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QWidget

    from jarvis_desktop.metadata.types import LayoutNode
    from ui.components.component import Component
    from ui.core.bus import ChangeBus
    from ui.core.tasks import TaskRunner
    from ui.core.theme import Theme
    from ui.shell.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Parts:
    """What stands in the main window, and what looks after it."""

    rail: Rail
    top_bar: TopBar
    content: Content
    unsaved: UnsavedBar
    toast: Toast
    status: StatusBar
    menus: Menus
    leaving: Leaving
    closes: Closing
    undo: UndoDesk


def parts_of(
    window: MainWindow,
    theme: Theme,
    tasks: TaskRunner,
    bus: ChangeBus,
    *,
    build: Callable[[LayoutNode, QWidget], QWidget],
    build_form: Callable[[Mapping[str, object]], Component],
) -> Parts:
    """Make the parts and put them into `window`."""
    rail, top_bar, unsaved, toast, status = Rail(theme), TopBar(theme), UnsavedBar(), Toast(theme), StatusBar(theme)
    content = Content(theme, build, build_form)
    menus = Menus(window, top_bar.persona_menu)
    parts = Parts(
        rail=rail,
        top_bar=top_bar,
        content=content,
        unsaved=unsaved,
        toast=toast,
        status=status,
        menus=menus,
        leaving=Leaving(content, unsaved, window),
        closes=Closing(window, content, unsaved, tasks),
        undo=UndoDesk(menus, toast, tasks, bus, window.open_record, window),
    )
    window.setCentralWidget(centre_of(rail, top_bar, unsaved, content, toast))
    window.setStatusBar(status)
    return parts
