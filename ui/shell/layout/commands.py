"""The commands about how the window is arranged, and about what was typed and not saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.words import mark, tr
from ui.core.commands import Command, Group, when_open

if TYPE_CHECKING:
    from ui.core.workbench import Workbench

_LAYOUT = mark("Layout")


def _detach(bench: Workbench) -> None:
    from ui.shell.layout.windows import WindowsDesk

    bench.desk(WindowsDesk).detach()


def _gather(bench: Workbench) -> None:
    from ui.shell.layout.windows import WindowsDesk

    bench.desk(WindowsDesk).gather()


def _has_windows(bench: Workbench) -> bool:
    from ui.shell.layout.windows import WindowsDesk

    return bool(bench.desk(WindowsDesk).windows)


def _save(bench: Workbench) -> None:
    from ui.shell.layout.layouts import LayoutDesk
    from ui.shell.layout.manage import SaveLayout

    SaveLayout(bench.desk(LayoutDesk), bench.window).open()


def _manage(bench: Workbench) -> None:
    from ui.shell.layout.layouts import LayoutDesk
    from ui.shell.layout.manage import LayoutsDialog

    LayoutsDialog(bench.desk(LayoutDesk), bench.window).open()


def _reset(bench: Workbench) -> None:
    from ui.shell.layout.layouts import LayoutDesk

    bench.desk(LayoutDesk).reset()
    bench.say(tr("The layout is as it was delivered. Saved layouts are still there."))


def _drafts(bench: Workbench) -> None:
    from ui.components.component import ComponentContext
    from ui.components.drafts.page import DraftsPage

    if isinstance(bench.context, ComponentContext):
        bench.open_page(tr("Drafts"), DraftsPage(bench.context, bench.show_form))


COMMANDS = (
    Command(
        "layout.detach",
        mark("Open in its own window"),
        Group.VIEW,
        _detach,
        ("Ctrl+Shift+O",),
        mark("detach tear off tab record second screen monitor"),
        when_open,
        "picture-in-picture-2",
        within=_LAYOUT,
        apart=True,
    ),
    Command(
        "layout.gather",
        mark("Put all windows back"),
        Group.VIEW,
        _gather,
        words=mark("attach dock gather tabs"),
        offered=_has_windows,
        icon="panel-left-close",
        within=_LAYOUT,
    ),
    Command(
        "layout.save",
        mark("Save layout…"),
        Group.VIEW,
        _save,
        words=mark("perspective workspace arrangement keep"),
        offered=when_open,
        icon="save",
        within=_LAYOUT,
        apart=True,
    ),
    Command(
        "layout.manage",
        mark("Layouts…"),
        Group.VIEW,
        _manage,
        words=mark("perspective choose rename delete arrangement"),
        offered=when_open,
        icon="layout-dashboard",
        within=_LAYOUT,
    ),
    Command(
        "layout.reset",
        mark("Reset layout"),
        Group.VIEW,
        _reset,
        words=mark("perspective delivered default arrangement"),
        offered=when_open,
        icon="rotate-ccw",
        within=_LAYOUT,
    ),
    Command(
        "go.drafts",
        mark("Drafts"),
        Group.GO,
        _drafts,
        words=mark("typed unsaved not saved recover"),
        offered=when_open,
        icon="file-pen",
    ),
)
"""In the order of the menus."""
