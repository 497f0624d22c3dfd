"""What the window can do, as a list: menus, the palette, the search and the keys are made from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import Text, mark, shown

if TYPE_CHECKING:
    from ui.core.workbench import Workbench


class Group(StrEnum):
    """Under which menu a command stands, in the order of the menus."""

    FILE = "file"
    EDIT = "edit"
    GO = "go"
    VIEW = "view"
    PERSONA = "persona"
    HELP = "help"

    @property
    def title_text(self) -> str:
        """The menu's title, with the letter that opens it."""
        return shown(_TITLES[self])

    @property
    def label(self) -> str:
        """Its name."""
        return shown(_TITLES[self]).replace("&", "")


_TITLES = {
    Group.FILE: mark("&File"),
    Group.EDIT: mark("&Edit"),
    Group.GO: mark("&Go"),
    Group.VIEW: mark("&View"),
    Group.PERSONA: mark("&Persona"),
    Group.HELP: mark("&Help"),
}


_NONE = Text("")


def always(_bench: Workbench) -> bool:
    """For commands on offer at any time."""
    return True


def when_open(bench: Workbench) -> bool:
    """For commands that need the database."""
    return bench.context is not None


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that people can ask of the window.

    `key` is its name for good, as `go.back`: people's own keys and recent commands are kept under it. `title` is a verb
    phrase, marked; `words` are other words for it, by which it is found as well. `run` is called on the UI thread, only
    while `offered` answers True; it imports what it needs beyond this module itself, since the menus are made before
    the first paint. A JarvisError it raises is told in passing, anything else goes to the fault desk. `shortcuts` are
    the keys it has unless a person chose others, the first one is shown.

    In menus: `apart` puts a separator before it, `within` names the submenu in which it stands, `checked` makes it an
    entry with a tick; one that is not `listed` is in the palette alone.
    """

    key: str
    title: Text
    group: Group
    run: Callable[[Workbench], None]
    shortcuts: tuple[str, ...] = ()
    words: Text = _NONE
    offered: Callable[[Workbench], bool] = always
    icon: str = ""
    apart: bool = False
    within: Text = _NONE
    checked: Callable[[Workbench], bool] | None = None
    listed: bool = True

    @property
    def full_title(self) -> str:
        """Its title where no menu stands around it: “Theme: Dark”."""
        return f"{shown(self.within)}: {shown(self.title)}" if self.within else shown(self.title)
