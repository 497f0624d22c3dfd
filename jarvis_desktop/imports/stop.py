"""One check or import under way: how far it is, and how to end it from another thread."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from jarvis_desktop.core.cancel import Cancellation, Cancelled
from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.core.words import mark, tr
from jarvis_desktop.imports.types import Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class ImportCancelled(JarvisError):
    """Somebody stopped the run; nothing was stored."""

    title: str = mark("Import stopped")

    def __init__(self) -> None:
        super().__init__(tr("It was stopped before its end. Nothing was stored."))


class Run:
    """`progress` may be looked at from any thread; `wanted.cancel()` ends the run, from any thread but the screen's."""

    def __init__(self) -> None:
        self.progress = Progress(tr("Opening the file"))
        self.wanted = Cancellation()
        self._began = time.monotonic()

    def check(self) -> None:
        """Raise ImportCancelled when the run shall end."""
        if self.wanted.cancelled:
            raise ImportCancelled

    def tell(self, phase: str, rows: int, share: float | None = None) -> None:
        """Say how far the run is; raises ImportCancelled when it shall end."""
        self.check()
        seconds = max(time.monotonic() - self._began, 1e-3)
        self.progress = Progress(phase, rows, share, rows / seconds)

    @contextmanager
    def ending(self, end: Callable[[], None]) -> Iterator[None]:
        """While the block runs, cancelling calls `end`; what comes of it is ImportCancelled."""
        try:
            with self.wanted.stopping(end):
                yield
        except Cancelled as error:
            raise ImportCancelled from error
