"""Every component and every command of every room, collected."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from jarvis_desktop.core.registry import Registry
from ui import agents, config, designer, imports, people, search
from ui.components import catalog
from ui.components.component import ComponentSpec
from ui.designer.commands import COMMANDS as DESIGNER
from ui.help.commands import COMMANDS as HELP
from ui.people.commands import COMMANDS as PEOPLE
from ui.shell.commands import COMMANDS as SHELL
from ui.shell.layout.commands import COMMANDS as LAYOUT
from ui.shell.look_commands import COMMANDS as LOOK
from ui.shell.notifications.commands import COMMANDS as NOTIFICATIONS

if TYPE_CHECKING:
    from jarvis_desktop.app.application import Application
    from ui.core.commands import Command


def components() -> Registry[str, ComponentSpec]:
    """The components that tabs may name."""
    rooms = (catalog, agents, imports, search, people, designer, config)
    specs = [spec for room in rooms for spec in room.COMPONENTS]
    return Registry("component", ((spec.name, spec) for spec in specs))


def commands() -> Registry[str, Command]:
    """What the window can do, in the order of the menus."""
    found = sorted((*SHELL, *LAYOUT, *LOOK, *PEOPLE, *NOTIFICATIONS, *DESIGNER, *HELP), key=_stands_last)
    return Registry("command", ((command.key, command) for command in found))


def _stands_last(command: Command) -> bool:
    """What the program is stands at the end of its menu, below what the rooms add."""
    return command.key == "help.about"


def warm_up(services: Application) -> None:
    """Import what the first screen did without, so that the next ones open at once; runs in a worker."""
    for module in ("record_form", "master_detail", "data_browser", "record_table", "table.catalog"):
        import_module(f"ui.components.{module}")
    import_module("ui.search.popup")
    import_module("ui.shell.palette.panel")
    assert services.forms is not None
    assert services.layers is not None
    assert services.search is not None
