"""The latest searches of a person, kept where their other habits are."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.components.component import ComponentContext

MOST = 8
LONGEST = 120
PLACE = "search"


class RecentSearches(QObject):
    """The texts, the latest first.

    Signals:
        recalled (): `texts` were read.
    """

    recalled = Signal()

    def __init__(self, context: ComponentContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.texts: tuple[str, ...] = ()

    def recall(self) -> None:
        """Read them."""
        self._context.tasks.submit(Lane.READ, partial(_recall, self._context), done=self._on_recalled, owner=self)

    def remember(self, text: str) -> None:
        """Put `text` first, and keep it."""
        kept = text.strip()[:LONGEST]
        if not kept or kept == next(iter(self.texts), ""):
            return
        self.texts = (kept, *(each for each in self.texts if each.casefold() != kept.casefold()))[:MOST]
        work = partial(_remember, self._context, self.texts)
        self._context.tasks.submit(Lane.WRITE, work, done=self._on_remembered, owner=self)

    def _on_recalled(self, state: Mapping[str, Any]) -> None:
        stored = state.get("texts")
        if isinstance(stored, list):
            self.texts = tuple(text for text in stored if isinstance(text, str))[:MOST]
        self.recalled.emit()

    def _on_remembered(self, _stored: bool) -> None:  # noqa: FBT001 - a callback's argument
        """Kept, or not: nobody waits for it."""


def _recall(context: ComponentContext) -> Mapping[str, Any]:
    return context.services.memory.recall(context.reader.user_id, PLACE)


def _remember(context: ComponentContext, texts: tuple[str, ...]) -> bool:
    return context.services.memory.remember(context.reader.user_id, PLACE, {"texts": list(texts)})
