"""The commands of how the window looks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import Text, mark
from ui.core.commands import Command, Group
from ui.shell.look_desk import LookDesk

if TYPE_CHECKING:
    from ui.core.workbench import Workbench

_THEME = mark("Theme")
_ZOOM = mark("Zoom")


def _choose(mode: str, bench: Workbench) -> None:
    bench.theme.choose(mode)


def _is_chosen(mode: str, bench: Workbench) -> bool:
    return bench.theme.mode == mode


def _theme(mode: str, title: Text, words: Text, icon: str) -> Command:
    return Command(
        f"view.theme.{mode}",
        title,
        Group.VIEW,
        partial(_choose, mode),
        words=words,
        icon=icon,
        within=_THEME,
        checked=partial(_is_chosen, mode),
    )


COMMANDS = (
    _theme("system", mark("As the system"), mark("theme automatic follow"), "monitor"),
    _theme("light", mark("Light"), mark("theme bright day white"), "sun"),
    _theme("dark", mark("Dark"), mark("theme night black"), "moon"),
    _theme("contrast", mark("High contrast"), mark("theme accessibility black and white"), "contrast"),
    Command(
        "view.larger",
        mark("Larger"),
        Group.VIEW,
        lambda bench: bench.desk(LookDesk).larger(),
        ("Ctrl++", "Ctrl+="),
        mark("zoom in bigger magnify"),
        icon="zoom-in",
        within=_ZOOM,
    ),
    Command(
        "view.smaller",
        mark("Smaller"),
        Group.VIEW,
        lambda bench: bench.desk(LookDesk).smaller(),
        ("Ctrl+-",),
        mark("zoom out"),
        icon="zoom-out",
        within=_ZOOM,
    ),
    Command(
        "view.original-size",
        mark("Original size"),
        Group.VIEW,
        lambda bench: bench.desk(LookDesk).original_size(),
        ("Ctrl+0",),
        mark("zoom reset 100"),
        icon="search",
        within=_ZOOM,
    ),
)
"""In the order of the menu."""
