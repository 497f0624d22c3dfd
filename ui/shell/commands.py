"""The commands of the window itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.words import mark
from ui.core.commands import Command, Group, when_open
from ui.shell.menus import Menus

if TYPE_CHECKING:
    from ui.core.workbench import Workbench


def _palette(bench: Workbench) -> None:
    from ui.shell.command_desk import CommandDesk

    bench.desk(CommandDesk).open_palette()


def _shortcuts(bench: Workbench) -> None:
    from ui.shell.command_desk import CommandDesk

    bench.desk(CommandDesk).open_shortcuts()


def _may_undo(bench: Workbench) -> bool:
    return bench.desk(Menus).edit.undo.isEnabled()


def _may_redo(bench: Workbench) -> bool:
    return bench.desk(Menus).edit.redo.isEnabled()


def _is_above(bench: Workbench) -> bool:
    return bench.above


def _has_samples(bench: Workbench) -> bool:
    return bench.desk(Menus).sample_data


COMMANDS = (
    Command(
        "file.sample-data",
        mark("Reset sample data…"),
        Group.FILE,
        lambda bench: bench.desk(Menus).sample_data_chosen.emit(),
        words=mark("restore example starter rows"),
        offered=_has_samples,
        icon="rotate-ccw",
    ),
    Command(
        "file.quit",
        mark("Quit"),
        Group.FILE,
        lambda bench: bench.quit(),
        ("Ctrl+Q",),
        mark("exit close window"),
        icon="log-out",
        apart=True,
    ),
    Command(
        "edit.undo",
        mark("Undo"),
        Group.EDIT,
        lambda bench: bench.desk(Menus).undo_chosen.emit(),
        ("Ctrl+Z",),
        mark("take back revert"),
        _may_undo,
        "undo-2",
    ),
    Command(
        "edit.redo",
        mark("Redo"),
        Group.EDIT,
        lambda bench: bench.desk(Menus).redo_chosen.emit(),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        mark("do again repeat"),
        _may_redo,
        "redo-2",
    ),
    Command(
        "go.palette",
        mark("Command palette"),
        Group.GO,
        _palette,
        ("Ctrl+K",),
        mark("run find go to anything"),
        icon="command",
    ),
    Command(
        "go.search",
        mark("Search everything"),
        Group.GO,
        lambda bench: bench.desk(Menus).search_chosen.emit(),
        ("Ctrl+Shift+F",),
        mark("find full text"),
        when_open,
        "search",
    ),
    Command(
        "go.back",
        mark("Back to the tab"),
        Group.GO,
        lambda bench: bench.go_back(),
        ("Alt+Left",),
        mark("return leave record"),
        _is_above,
        "arrow-left",
    ),
    Command(
        "view.rail",
        mark("Show or hide tab names"),
        Group.VIEW,
        lambda bench: bench.toggle_rail(),
        ("Ctrl+B",),
        mark("rail sidebar navigation narrow wide"),
        icon="panel-left",
    ),
    Command(
        "view.theme",
        mark("Light or dark"),
        Group.VIEW,
        lambda bench: bench.theme.toggle(),
        ("Ctrl+Shift+L",),
        mark("theme colours night mode"),
        icon="sun-moon",
    ),
    Command(
        "help.open",
        mark("Help"),
        Group.HELP,
        lambda bench: bench.desk(Menus).help_chosen.emit(),
        ("F1",),
        mark("manual pages documentation"),
        icon="circle-help",
    ),
    Command(
        "help.shortcuts",
        mark("Keyboard shortcuts"),
        Group.HELP,
        _shortcuts,
        ("Ctrl+F1",),
        mark("keys bindings remap hotkeys"),
        when_open,
        "keyboard",
    ),
    Command(
        "help.about",
        mark("About JARVIS Desktop"),
        Group.HELP,
        lambda bench: bench.desk(Menus).about_chosen.emit(),
        words=mark("version licence"),
        icon="info",
        apart=True,
    ),
)
"""In the order of the menus."""
