"""What a person ran from the palette lately, kept where their other habits are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.core.tasks import Lane
from ui.shell.palette.sources import record_item

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.components.component import ComponentContext
    from ui.shell.palette.items import Item

PLACE = "palette"
MOST = 30
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Used:
    """One of them; `table` and what follows is "" for what is no record."""

    key: str
    table: str = ""
    record_id: str = ""
    title: str = ""
    caption: str = ""
    icon: str = ""

    def item(self) -> Item | None:
        """The record as an item, if it is one."""
        if not (self.table and self.record_id):
            return None
        return record_item(self.table, self.record_id, self.title, self.caption, self.icon)


class RecentItems(QObject):
    """The latest first.

    Signals:
        recalled (): they were read.
    """

    recalled = Signal()

    def __init__(self, context: ComponentContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.used: tuple[Used, ...] = ()
        self._written = False

    def recall(self) -> None:
        """Read them."""
        self._context.tasks.submit(Lane.READ, partial(_recall, self._context), done=self._on_recalled, owner=self)

    def ranks(self) -> dict[str, int]:
        """How lately something was used, by its key; 0 is the latest."""
        return {used.key: rank for rank, used in enumerate(self.used)}

    def remember(self, item: Item) -> None:
        """Put an item first, and keep it."""
        caption, title = item.caption[:LONGEST], item.title[:LONGEST]
        used = Used(item.key, item.table, item.record_id, title, caption, item.icon) if item.table else Used(item.key)
        self.used = (used, *(each for each in self.used if each.key != item.key))[:MOST]
        self._written = True
        state = {"recent": [_stored(each) for each in self.used]}
        work = partial(_remember, self._context, state)
        self._context.tasks.submit(Lane.WRITE, work, done=self._on_remembered, owner=self)

    def _on_recalled(self, state: Mapping[str, Any]) -> None:
        stored = state.get("recent")
        if isinstance(stored, list) and not self._written:
            read = (_read(each) for each in stored[:MOST])
            self.used = tuple({used.key: used for used in read if used is not None}.values())
        self.recalled.emit()

    def _on_remembered(self, _stored: bool) -> None:  # noqa: FBT001 - a callback's argument
        """Kept, or not: nobody waits for it."""


def _stored(used: Used) -> dict[str, str]:
    parts = {
        "key": used.key,
        "table": used.table,
        "id": used.record_id,
        "title": used.title,
        "caption": used.caption,
        "icon": used.icon,
    }
    return {name: text for name, text in parts.items() if text}


def _read(stored: object) -> Used | None:
    if not isinstance(stored, dict):
        return None
    names = ("key", "table", "id", "title", "caption", "icon")
    parts = [stored.get(name, "") for name in names]
    if not all(isinstance(part, str) and len(part) <= LONGEST for part in parts) or not parts[0]:
        return None
    return Used(*parts)


def _recall(context: ComponentContext) -> Mapping[str, Any]:
    return context.services.memory.recall(context.reader.user_id, PLACE)


def _remember(context: ComponentContext, state: dict[str, Any]) -> bool:
    return context.services.memory.remember(context.reader.user_id, PLACE, state)
