"""One's own settings and the people of the database in the menus and the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.words import mark, tr
from ui.core.commands import Command, Group, when_open

if TYPE_CHECKING:
    from ui.core.workbench import Workbench


def _settings(bench: Workbench) -> None:
    bench.open_component("my_settings", tr("My settings"), {})


def _sessions(bench: Workbench) -> None:
    bench.open_component("session_list", tr("Signed in"), {})


COMMANDS = (
    Command(
        "persona.settings",
        mark("My settings"),
        Group.PERSONA,
        _settings,
        ("Ctrl+,",),
        mark("preferences profile name language time zone theme quiet hours"),
        when_open,
        "settings",
        apart=True,
    ),
    Command(
        "persona.sessions",
        mark("Where I am signed in"),
        Group.PERSONA,
        _sessions,
        words=mark("sessions sign out log off machine"),
        offered=when_open,
        icon="monitor",
    ),
)
