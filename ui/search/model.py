"""What was found as rows of a list: headings, hits and remarks, group by group in one order."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex

from jarvis_desktop.core.words import tr
from jarvis_desktop.search.types import Group, GroupResult, Hit
from ui.core.spoken_rows import SpokenRows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

SHOWN = 5
"""Hits of a group that a tab lists; the tab has the others."""
SHOWN_WITHOUT_TAB = 10


class Kind(Enum):
    """What a row is."""

    HEADING = "heading"
    HIT = "hit"
    ALL = "all"
    REMARK = "remark"
    RECENT = "recent"


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One row. `text` is a heading, a remark or an earlier search; `note` stands at its right end."""

    kind: Kind
    text: str
    note: str = ""
    result: GroupResult | None = None
    hit: Hit | None = None

    @property
    def spoken(self) -> str:
        """The row for screen readers."""
        if self.hit is None or self.result is None:
            return f"{self.text}, {self.note}" if self.note else self.text
        told = (self.hit.title.text, self.hit.about, self.hit.snippet.text, self.result.group.label)
        return ", ".join(part for part in told if part)

    @property
    def choosable(self) -> bool:
        """Whether it leads somewhere."""
        return self.kind not in {Kind.HEADING, Kind.REMARK}


class ResultModel(SpokenRows[ResultRow]):
    """The rows; a group is replaced in its place, so that nothing else moves more than it must."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._groups: dict[Group | None, list[ResultRow]] = {}

    def headings(self) -> list[int]:
        """The places of the headings."""
        return [place for place, row in enumerate(self._rows) if row.kind is Kind.HEADING]

    def show_group(self, result: GroupResult) -> None:
        """Show what a group holds in place of what it held before."""
        self._replace(result.group, _rows_of(result))

    def show_recent(self, texts: Sequence[str]) -> None:
        """Show earlier searches alone."""
        self.clear()
        rows = [ResultRow(Kind.RECENT, text) for text in texts]
        self._replace(None, [ResultRow(Kind.HEADING, tr("Recent searches")), *rows] if rows else [])

    def keep_only(self, groups: frozenset[Group]) -> None:
        """Take away all other groups and the earlier searches."""
        for group in [each for each in self._groups if each not in groups]:
            self._replace(group, [])

    def clear(self) -> None:
        """Show nothing."""
        self.keep_only(frozenset())

    def _replace(self, group: Group | None, rows: list[ResultRow]) -> None:
        before = self._groups.get(group, [])
        if before == rows:
            return
        start = self._start_of(group)
        shared = min(len(before), len(rows))
        self._groups[group] = rows
        self._rows[start : start + shared] = rows[:shared]
        if shared:
            self.dataChanged.emit(self.index(start), self.index(start + shared - 1))
        if len(before) > shared:
            self.beginRemoveRows(QModelIndex(), start + shared, start + len(before) - 1)
            del self._rows[start + shared : start + len(before)]
            self.endRemoveRows()
        elif len(rows) > shared:
            self.beginInsertRows(QModelIndex(), start + shared, start + len(rows) - 1)
            self._rows[start + shared : start + shared] = rows[shared:]
            self.endInsertRows()

    def _start_of(self, group: Group | None) -> int:
        if group is None:
            return 0
        before = (None, *(each for each in Group if list(Group).index(each) < list(Group).index(group)))
        return sum(len(self._groups.get(each, ())) for each in before)


def _rows_of(result: GroupResult) -> list[ResultRow]:
    if not result.hits and not result.remark:
        return []
    shown = SHOWN if result.tab else SHOWN_WITHOUT_TAB
    count = result.count_text if result.hits else ""
    rows = [ResultRow(Kind.HEADING, result.group.label, count, result)]
    rows += [ResultRow(Kind.HIT, hit.title.text, hit.about, result, hit) for hit in result.hits[:shown]]
    if result.remark:
        rows.append(ResultRow(Kind.REMARK, result.remark))
    if result.tab and (result.more or result.count > shown):
        rows.append(ResultRow(Kind.ALL, tr("Show all in the table"), "", result))
    return rows
