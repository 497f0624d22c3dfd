"""The records that the database found, as rows by group, while what is typed changes."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import tr
from jarvis_desktop.search.types import Group, TargetKind
from ui.shell.palette.items import Item, Kind, Scope
from ui.shell.palette.listing import still_meant
from ui.shell.palette.model import PaletteRow
from ui.shell.palette.sources import record_item

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jarvis_desktop.search.types import GroupResult, Hit
    from ui.shell.bench import Bench

FEW = 3
"""Records of a group while anything is looked for."""
_KEY = re.compile(r"[^\W\d_]{1,8}[\s\-_.#]*\d{1,12}")
_ICONS = {
    "submissions": "file-text",
    "commercial_property_submissions": "building-2",
    "incidents": "life-buoy",
    "emails": "mail",
    "agents": "bot",
    "users": "user-round",
}
_PEOPLE = "people"


class RecordRows:
    """What was found, by group; what was found for an earlier text is kept as far as it answers this one."""

    def __init__(self, show_help: Callable[[str], None]) -> None:
        self._show_help = show_help
        self._scope = Scope.ANYTHING
        self._text = ""
        self._groups: dict[str, tuple[str, list[PaletteRow]]] = {}
        self._stale: set[str] = set()

    @property
    def awaits_key(self) -> bool:
        """Whether what is typed looks like the number of a record, which has to be found before Enter means it."""
        return bool(_KEY.fullmatch(self._text))

    def groups(self) -> list[tuple[str, Sequence[PaletteRow]]]:
        """The rows by heading: those first whose title begins with what was typed, else in the order of the search."""
        order = [*(group.value for group in (Group.INCIDENTS, *Group)), _PEOPLE]
        listed = [self._groups[name] for name in dict.fromkeys(order) if name in self._groups]
        return sorted(listed, key=lambda group: not any(row.marks[:1] and row.marks[0][0] == 0 for row in group[1]))

    def keep_for(self, scope: Scope, text: str, *, asked: bool) -> None:
        """Another text is typed; what was found stays until its group has answered, as far as it can be meant."""
        if scope is not self._scope or not asked:
            self._groups = {}
        elif text:
            self._groups = {name: (heading, still_meant(rows, text)) for name, (heading, rows) in self._groups.items()}
        self._scope, self._text = scope, text
        self._stale = set(self._groups)

    def take(self, result: GroupResult, scope: Scope, text: str) -> None:
        """Show what a group holds for the text."""
        if (scope, text) != (self._scope, self._text):
            return
        people = result.table == "users"
        name, heading = (_PEOPLE, tr("People")) if people else (result.group.value, result.group.label)
        hits = result.hits[:FEW] if scope is Scope.ANYTHING else result.hits
        self._groups[name] = (heading, [self._row(hit, result.group) for hit in hits])
        self._stale.discard(name)

    def settle(self) -> None:
        """Everything has answered: what was only kept goes."""
        for name in self._stale:
            self._groups.pop(name, None)
        self._stale = set()

    def _row(self, hit: Hit, group: Group) -> PaletteRow:
        target = hit.target
        if target.kind is TargetKind.HELP:
            run = partial(self._open_help, target.key)
            item = Item(f"help:{target.key}", Kind.HELP, hit.title.text, run, group.label, "circle-help")
        else:
            icon = _ICONS.get(target.table, "file")
            item = record_item(target.table, target.key, hit.title.text, hit.about, icon)
        return PaletteRow(hit.title.text, item, hit.title.marks)

    def _open_help(self, page: str, _bench: Bench) -> None:
        self._show_help(page)
