"""Everything that has keys or may have some, and what would collide. Knows no widgets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import Text, mark, shown, tr
from ui.components.table.actions import key_name
from ui.components.table.catalog import ACTIONS
from ui.core.keymap import combinations, is_typing, portable
from ui.forms.form_view import KEYS
from ui.shell.menus import DIRECT_KEYS, tab_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QKeySequence

    from ui.core.commands import Command
    from ui.core.keymap import KeyMap


class Place(StrEnum):
    """Where keys work; those of the window work in tables and forms as well."""

    WINDOW = "window"
    TABLE = "table"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Binding:
    """Something with keys: `name` is what the keys are kept under, `usual` its own keys.

    A `fixed` one is told but cannot be given others.
    """

    name: str
    title: str
    heading: str
    place: Place
    usual: tuple[str, ...] = ()
    fixed: bool = False

    def keys(self, keys: KeyMap) -> tuple[str, ...]:
        """The keys in force."""
        if not self.fixed:
            return keys.of(self.name, self.usual)
        return self.usual if keys.letters else tuple(key for key in self.usual if not is_typing(key))


_MADE_OF_THE_TABLE = {
    "open_link": mark("Open what the cell refers to"),
    "delete_rows": mark("Delete the rows selected"),
    "copy": mark("Copy the rows selected"),
    "filter-value": mark("Show only this value"),
    "exclude-value": mark("Exclude this value"),
    "sort": mark("Sort by the column"),
    "sort-add": mark("Add the column to the order"),
    "column-menu": mark("More for the column"),
    "move-left": mark("Move the column to the left"),
    "move-right": mark("Move the column to the right"),
    "narrower": mark("Make the column narrower"),
    "wider": mark("Make the column wider"),
    "bulk_edit": mark("Edit the rows selected"),
    "group-by-letter": mark("Group by… (by a letter)"),
    "views-by-letter": mark("Saved views… (by a letter)"),
}
"""Names of actions whose own words say which rows they are about."""

_FIXED_IN_TABLES: tuple[tuple[str, Text, tuple[str, ...]], ...] = (
    ("next", mark("Next row"), ("J", "Down")),
    ("previous", mark("Previous row"), ("K", "Up")),
    ("toggle", mark("Select the row, or not"), ("X",)),
    ("search", mark("To the search field of the table"), ("/",)),
    ("open", mark("Open the record"), ("Return",)),
    ("first", mark("First row"), ("Ctrl+Home",)),
    ("last", mark("Last row"), ("Ctrl+End",)),
)


def bindings(commands: Iterable[Command]) -> list[Binding]:
    """Everything with keys, in the order shown: the window's by menu, then tables and forms."""
    by_menu = [Binding(each.key, each.full_title, each.group.label, Place.WINDOW, each.shortcuts) for each in commands]
    tabs = [
        Binding(tab_key(place), tr("Tab {place}", place=place), tr("Tabs"), Place.WINDOW, (f"Ctrl+{place}",))
        for place in range(1, DIRECT_KEYS + 1)
    ]
    return [*by_menu, *tabs, *_of_tables(), *_of_forms()]


def _of_tables() -> list[Binding]:
    heading = tr("In a table")
    moves = [
        Binding(key_name(name), shown(title), heading, Place.TABLE, keys, fixed=True)
        for name, title, keys in _FIXED_IN_TABLES
    ]
    known = [
        Binding(
            key_name(action.name),
            shown(_MADE_OF_THE_TABLE[action.name] if action.name in _MADE_OF_THE_TABLE else Text(str(action.text))),
            heading,
            Place.TABLE,
            (action.shortcut,) if action.shortcut else (),
        )
        for action in ACTIONS
        if action.name in _MADE_OF_THE_TABLE or isinstance(action.text, str)
    ]
    return [*moves, *known]


_IN_FORMS = {
    "form.save": mark("Save"),
    "form.next_problem": mark("Go to the next problem"),
    "form.find": mark("Find a field"),
}


def _of_forms() -> list[Binding]:
    heading = tr("In a form")
    return [
        *(
            Binding(name, shown(title), heading, Place.FORM, tuple(map(portable, KEYS[name])))
            for name, title in _IN_FORMS.items()
        ),
        Binding("form.revert", tr("Take back the field"), heading, Place.FORM, ("Esc",), fixed=True),
    ]


def colliding(binding: Binding, key: str, everything: Sequence[Binding], keys: KeyMap) -> list[Binding]:
    """What else the key does where the binding's keys work."""
    return [
        other
        for other in everything
        if other.name != binding.name and _meet(binding.place, other.place) and _shares(key, other.keys(keys))
    ]


def refusal(binding: Binding, sequence: QKeySequence) -> str:
    """Why keys cannot be given, in words, or ""."""
    key = portable(sequence.toString())
    if not key:
        return tr("These keys cannot be used.")
    first = combinations(sequence)[0]
    bare = not first.keyboardModifiers().value
    if key in _RESERVED:
        return tr("These keys move and leave everywhere.")
    if binding.place is Place.TABLE:
        return ""
    if is_typing(key) or (bare and not key.startswith("F")):
        return tr("Where people type, one key alone is text. Hold Ctrl or Alt as well, or use a function key.")
    return ""


_RESERVED = frozenset({"Esc", "Tab", "Backtab", "Shift+Tab", "Return", "Enter", "Up", "Down", "Left", "Right"})


def _meet(one: Place, other: Place) -> bool:
    return one is other or Place.WINDOW in {one, other}


def _shares(key: str, others: tuple[str, ...]) -> bool:
    """Whether a combination is among others, or one begins with the other (“Ctrl+K” and “Ctrl+K, Ctrl+S”)."""
    return any(f"{each}, ".startswith(f"{key}, ") or f"{key}, ".startswith(f"{each}, ") for each in others)
