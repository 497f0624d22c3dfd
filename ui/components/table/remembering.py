"""Keeps what a person arranged: recalled by the worker that opens a screen, stored when nothing more comes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ui.components.component import ComponentContext

REMEMBER_AFTER_MS = 1000


class PlaceMemory(QObject):
    """The memory of one person for one place of the window; a place without a name remembers nothing."""

    def __init__(self, context: ComponentContext, place: str, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._place = place
        self._waiting: Mapping[str, Any] | None = None
        self._timer = QTimer(self, singleShot=True, interval=REMEMBER_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def keeps(self) -> bool:
        """Whether anything can be kept in this database, as far as is known."""
        return self._context.services.memory.keeps

    def recall(self) -> Mapping[str, Any]:
        """The state that was stored; for workers."""
        return self._context.services.memory.recall(self._context.reader.user_id, self._place) if self._place else {}

    def keep(self, state: Mapping[str, Any]) -> None:
        """Store that state soon, in place of any before."""
        if self._place:
            self._waiting = state
            self._timer.start()

    def flush(self) -> None:
        """Store at once what waits."""
        self._timer.stop()
        state, self._waiting = self._waiting, None
        if state is not None:
            memory = self._context.services.memory
            work = partial(memory.remember, self._context.reader.user_id, self._place, state)
            self._context.tasks.submit(Lane.WRITE, work, done=_stored)


def _stored(_done: bool) -> None:  # noqa: FBT001 - a callback's result
    """Nobody waits for it."""
