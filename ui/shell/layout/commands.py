"""The commands about how the window is arranged, and about what was typed and not saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import mark, tr
from ui.core.commands import Command, Group, when_open

if TYPE_CHECKING:
    from ui.core.workbench import Workbench

_LAYOUT = mark("Layout")
_DOCKS = mark("Docks")


def _detach(bench: Workbench) -> None:
    from ui.shell.layout.windows import WindowsDesk

    bench.desk(WindowsDesk).toggle()


def _close_window(bench: Workbench) -> None:
    from ui.shell.layout.windows import WindowsDesk

    own = bench.desk(WindowsDesk).in_front
    if own is not None:
        own.close()


def _in_own_window(bench: Workbench) -> bool:
    from ui.shell.layout.windows import WindowsDesk

    return bench.desk(WindowsDesk).in_front is not None


def _dock(name: str, bench: Workbench) -> None:
    from ui.shell.layout.docks import DockDesk

    bench.desk(DockDesk).toggle(name)


def _is_docked(name: str, bench: Workbench) -> bool:
    from ui.shell.layout.docks import DockDesk

    return bench.desk(DockDesk).is_open(name)


def _area(step: int, bench: Workbench) -> None:
    from ui.shell.areas import AreaDesk

    bench.desk(AreaDesk).go(step)


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
    from ui.shell.layout.reset import ResetQuestion

    ResetQuestion(bench.desk(LayoutDesk), bench.window, bench.say).open()


def _drafts(bench: Workbench) -> None:
    from ui.components.component import ComponentContext
    from ui.components.drafts.page import DraftsPage

    if isinstance(bench.context, ComponentContext):
        bench.open_page(tr("Drafts"), DraftsPage(bench.context, bench.show_form))


COMMANDS = (
    Command(
        "dock.record",
        mark("Record beside the list"),
        Group.VIEW,
        partial(_dock, "record"),
        ("Ctrl+Alt+R",),
        mark("dock detail panel preview inspector"),
        when_open,
        "panel-right",
        within=_DOCKS,
        checked=partial(_is_docked, "record"),
        apart=True,
    ),
    Command(
        "dock.notifications",
        mark("Notifications beside the list"),
        Group.VIEW,
        partial(_dock, "notifications"),
        words=mark("dock bell panel history"),
        offered=when_open,
        icon="bell",
        within=_DOCKS,
        checked=partial(_is_docked, "notifications"),
    ),
    Command(
        "dock.work",
        mark("Work under way and finished"),
        Group.VIEW,
        partial(_dock, "work"),
        words=mark("dock jobs exports imports progress history panel"),
        offered=when_open,
        icon="list-checks",
        within=_DOCKS,
        checked=partial(_is_docked, "work"),
    ),
    Command(
        "layout.detach",
        mark("Open in its own window"),
        Group.VIEW,
        _detach,
        ("Ctrl+Shift+O",),
        mark("detach tear off put back tab record second screen monitor"),
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
        "layout.close-window",
        mark("Close this window of its own"),
        Group.VIEW,
        _close_window,
        ("Ctrl+W",),
        mark("put back tab"),
        _in_own_window,
        "x",
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
        mark("Reset layout…"),
        Group.VIEW,
        _reset,
        words=mark("perspective delivered default arrangement"),
        offered=when_open,
        icon="rotate-ccw",
        within=_LAYOUT,
    ),
    Command(
        "go.next-area",
        mark("Next area of the window"),
        Group.GO,
        partial(_area, 1),
        ("F6",),
        mark("focus pane rail bar content dock status keyboard"),
        icon="panels-top-left",
    ),
    Command(
        "go.previous-area",
        mark("Area of the window before"),
        Group.GO,
        partial(_area, -1),
        ("Shift+F6",),
        mark("focus pane rail bar content dock status keyboard"),
        icon="panels-top-left",
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
