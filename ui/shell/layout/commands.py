"""The commands about how the window is arranged, and about what was typed and not saved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import mark, tr
from ui.core.commands import Command, Group, when_open

if TYPE_CHECKING:
    from jarvis_desktop.core.words import Text
    from ui.core.workbench import Workbench
    from ui.shell.layout.docks import DockDesk
    from ui.shell.layout.layouts import LayoutDesk
    from ui.shell.layout.windows import WindowsDesk

_LAYOUT = mark("Layout")
_DOCKS = mark("Docks")


def _windows(bench: Workbench) -> WindowsDesk:
    from ui.shell.layout.windows import WindowsDesk

    return bench.desk(WindowsDesk)


def _docks(bench: Workbench) -> DockDesk:
    from ui.shell.layout.docks import DockDesk

    return bench.desk(DockDesk)


def _layouts(bench: Workbench) -> LayoutDesk:
    from ui.shell.layout.layouts import LayoutDesk

    return bench.desk(LayoutDesk)


def _detach(bench: Workbench) -> None:
    _windows(bench).toggle()


def _gather(bench: Workbench) -> None:
    _windows(bench).gather()


def _has_windows(bench: Workbench) -> bool:
    return bool(_windows(bench).windows)


def _close_window(bench: Workbench) -> None:
    own = _windows(bench).in_front
    if own is not None:
        own.close()


def _in_own_window(bench: Workbench) -> bool:
    return _windows(bench).in_front is not None


def _toggle_dock(name: str, bench: Workbench) -> None:
    _docks(bench).toggle(name)


def _is_docked(name: str, bench: Workbench) -> bool:
    return _docks(bench).is_open(name)


def _area(step: int, bench: Workbench) -> None:
    from ui.shell.areas import AreaDesk

    bench.desk(AreaDesk).go(step)


def _save(bench: Workbench) -> None:
    from ui.shell.layout.manage import SaveLayout

    SaveLayout(_layouts(bench), bench.window).open()


def _manage(bench: Workbench) -> None:
    from ui.shell.layout.manage import LayoutsDialog

    LayoutsDialog(_layouts(bench), bench.window).open()


def _reset(bench: Workbench) -> None:
    from ui.shell.layout.reset import ResetQuestion

    ResetQuestion(_layouts(bench), bench.window, bench.say).open()


def _drafts(bench: Workbench) -> None:
    from ui.components.component import ComponentContext
    from ui.components.drafts.page import DraftsPage

    if isinstance(bench.context, ComponentContext):
        bench.open_page(tr("Drafts"), DraftsPage(bench.context, bench.show_form))


def _dock(
    name: str, title: Text, words: Text, icon: str, shortcuts: tuple[str, ...] = (), *, apart: bool = False
) -> Command:
    """Show the dock of that name beside the list, or put it away."""
    return Command(
        f"dock.{name}",
        title,
        Group.VIEW,
        partial(_toggle_dock, name),
        shortcuts,
        words,
        when_open,
        icon,
        within=_DOCKS,
        checked=partial(_is_docked, name),
        apart=apart,
    )


COMMANDS = (
    _dock(
        "record",
        mark("Record beside the list"),
        mark("dock detail panel preview inspector"),
        "panel-right",
        ("Ctrl+Alt+R",),
        apart=True,
    ),
    _dock("notifications", mark("Notifications beside the list"), mark("dock bell panel history"), "bell"),
    _dock(
        "work",
        mark("Work under way and finished"),
        mark("dock jobs exports imports progress history panel"),
        "list-checks",
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
