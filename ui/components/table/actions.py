"""What people can do with a table's rows: a list of actions that menus, buttons and keys are made from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import Text, shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.components.record_table import RecordTable


class Group(StrEnum):
    """What an action is about, in the order of the menus.

    CELL stands in the context menu alone, VIEW and FILES under “More” alone.
    """

    OPEN = "open"
    EDIT = "edit"
    COPY = "copy"
    CELL = "cell"
    SELECT = "select"
    VIEW = "view"
    FILES = "files"


CONTEXT = (Group.OPEN, Group.EDIT, Group.COPY, Group.CELL, Group.SELECT)
MORE = (Group.EDIT, Group.COPY, Group.SELECT, Group.VIEW, Group.FILES)


def key_name(action: str) -> str:
    """Under what name a person's keys for an action are kept."""
    return f"table.{action}"


def always(_table: RecordTable) -> bool:
    """For actions that apply at any time."""
    return True


def with_rows(table: RecordTable) -> bool:
    """For actions on selected rows."""
    return table.selected() is not None


@dataclass(frozen=True, slots=True)
class TableAction:
    """One action.

    `text` is its name in menus, or makes it from the table (“Edit 3 incidents”). `applies` says whether it can be done
    just now; what it never can here (a permission lacks) is left out by `offered`. `run` is called on the UI thread;
    it imports what it needs beyond this package itself, so that a table does not pay for it at the start. One that is
    not `listed` has its key and stands in no menu.
    """

    name: str
    text: Text | Callable[[RecordTable], str]
    group: Group
    run: Callable[[RecordTable], None]
    icon: str = ""
    shortcut: str = ""
    applies: Callable[[RecordTable], bool] = always
    offered: Callable[[RecordTable], bool] = always
    listed: bool = True

    def words(self, table: RecordTable) -> str:
        """The name for menus, as it is now."""
        return shown(self.text) if isinstance(self.text, str) else self.text(table)
