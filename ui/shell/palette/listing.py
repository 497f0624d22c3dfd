"""Which rows the palette shows for what is typed, and in which order. Knows no widgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.words import tr
from jarvis_desktop.search.fuzzy import Finder, Known, Tier, marks
from ui.shell.palette.items import LOCAL, Item, Kind, Scope
from ui.shell.palette.model import PaletteRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MOST_ROWS = 200
MOST_RECENT = 8
"""Of those used lately, as many stand above everything while nothing is typed."""


class Listing:
    """The items of the window, ready to be asked for each letter typed."""

    def __init__(self, items: Sequence[Item], recent: Sequence[Item], ranks: Mapping[str, int]) -> None:
        self._items = tuple(items)
        self._recent = tuple(recent)
        self._ranks = ranks
        self._finders: dict[Scope, tuple[tuple[Item, ...], Finder]] = {}

    def rows(self, scope: Scope, text: str, records: Sequence[tuple[str, Sequence[PaletteRow]]]) -> list[PaletteRow]:
        """The rows for `text`; `records` are what the database found, by heading."""
        found = [row for heading, group in records if group for row in (PaletteRow(heading), *group)]
        if not text:
            return [*self._unasked(scope), *found]
        strong, weak = self._matching(scope, text)
        similar = [PaletteRow(tr("Similar")), *weak] if weak and (strong or found) else weak
        return [*strong, *found, *similar]

    def _unasked(self, scope: Scope) -> list[PaletteRow]:
        kinds = LOCAL.get(scope, frozenset())
        known = {item.key: item for item in self._items}
        lately = [known.get(item.key, item) for item in self._recent if _belongs(item, known, kinds, scope)]
        lately = lately[:MOST_RECENT]
        rows = [PaletteRow(tr("Recent")), *_plain(lately)] if lately else []
        above = {item.key for item in lately}
        for kind in Kind:
            listed = [item for item in self._items if item.kind is kind and kind in kinds and item.key not in above]
            if listed:
                rows += [PaletteRow(kind.heading), *_plain(listed)]
        return rows[:MOST_ROWS]

    def _matching(self, scope: Scope, text: str) -> tuple[list[PaletteRow], list[PaletteRow]]:
        items, finder = self._finder(scope)
        ranks = {place: self._ranks[item.key] for place, item in enumerate(items) if item.key in self._ranks}
        strong: list[PaletteRow] = []
        weak: list[PaletteRow] = []
        for match in finder.find(text, recent=ranks)[:MOST_ROWS]:
            item = items[match.place]
            row = PaletteRow(item.title, item, marks(text, item.title, match.tier))
            (weak if match.tier >= Tier.FUZZY else strong).append(row)
        return strong, weak

    def _finder(self, scope: Scope) -> tuple[tuple[Item, ...], Finder]:
        if scope not in self._finders:
            kinds = LOCAL.get(scope, frozenset())
            known = {item.key for item in self._items}
            used = [item for item in self._recent if item.table and item.key not in known and scope is Scope.ANYTHING]
            items = (*(item for item in self._items if item.kind in kinds), *used)
            self._finders[scope] = (items, Finder([Known(item.title, item.words) for item in items]))
        return self._finders[scope]


def still_meant(rows: Iterable[PaletteRow], text: str) -> list[PaletteRow]:
    """Of records found for an earlier text those that answer this one as well, until the database has spoken."""
    kept = [row for row in rows if row.item is not None]
    found = Finder([Known(row.text, row.item.caption if row.item else "") for row in kept]).find(text)
    near = [match for match in found if match.tier < Tier.FUZZY]
    return [
        PaletteRow(kept[match.place].text, kept[match.place].item, marks(text, kept[match.place].text, match.tier))
        for match in near
    ]


def _belongs(item: Item, known: Mapping[str, Item], kinds: frozenset[Kind], scope: Scope) -> bool:
    if item.key in known:
        return known[item.key].kind in kinds
    table = {Scope.ANYTHING: item.table, Scope.SUBMISSIONS: "submissions", Scope.INCIDENTS: "incidents"}.get(scope, "")
    return bool(item.table) and item.table == table


def _plain(items: Iterable[Item]) -> list[PaletteRow]:
    return [PaletteRow(item.title, item) for item in items]
