"""Keeps the sizes of a splitter's panes as a person left them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.components.table.remembering import PlaceMemory
from ui.core.tasks import Lane, Latest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QSplitter

    from ui.components.component import ComponentContext

_WIDEST = 20_000


class PaneMemory(QObject):
    """The sizes of one splitter, recalled when it is first shown and remembered when its handle was dragged."""

    def __init__(self, context: ComponentContext, place: str, splitter: QSplitter) -> None:
        super().__init__(splitter)
        self.place = place
        self._context = context
        self._splitter = splitter
        self._memory = PlaceMemory(context, place, self)
        self._reading: Latest[Mapping[str, Any]] = Latest()
        self._asked = False
        splitter.splitterMoved.connect(self._on_moved)

    def recall(self) -> None:
        """Give the panes the sizes they had; the first time only."""
        if not self._asked:
            self._asked = True
            self._reading.keep(
                self._context.tasks.submit(Lane.READ, self._memory.recall, done=self._on_recalled, owner=self)
            )

    def resume(self, state: Mapping[str, Any]) -> None:
        """Give the panes these sizes rather than those that are remembered."""
        sizes = read_sizes(state, self._splitter.count())
        if sizes:
            self._reading.drop()
            self._asked = True
            self._splitter.setSizes(sizes)

    def flush(self) -> None:
        """Store at once what waits."""
        self._memory.flush()

    def _on_recalled(self, state: Mapping[str, Any]) -> None:
        sizes = read_sizes(state, self._splitter.count())
        if sizes:
            self._splitter.setSizes(sizes)

    def _on_moved(self) -> None:
        # Who drags the handle before the memory is here is right.
        self._reading.drop()
        self._memory.keep({"sizes": self._splitter.sizes()})


def read_sizes(state: Mapping[str, Any], count: int) -> list[int]:
    """The sizes of a state, if it has as many as there are panes; else none."""
    sizes = state.get("sizes")
    if not isinstance(sizes, list) or len(sizes) != count:
        return []
    whole = [size for size in sizes if isinstance(size, int) and not isinstance(size, bool) and 0 <= size <= _WIDEST]
    return whole if len(whole) == count and sum(whole) > 0 else []
