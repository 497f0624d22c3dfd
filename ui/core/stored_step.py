"""A stored change on the window's list of steps: taken back by the inverse use case, in a worker."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.edits.service import EditService
    from jarvis_desktop.edits.types import StoredEdit
    from jarvis_desktop.metadata.types import Reader
    from ui.core.bus import ChangeBus
    from ui.core.tasks import TaskRunner


class StoredStep:
    """The step of one edit of the journal.

    `reader` tells who looks now. With `rest`, rows that somebody changed since are left as they are.
    """

    def __init__(
        self,
        edit: StoredEdit,
        edits: Callable[[], EditService],
        reader: Callable[[], Reader],
        tasks: TaskRunner,
        bus: ChangeBus,
        *,
        rest: bool = False,
    ) -> None:
        assert edit.id is not None, "an edit outside the journal cannot be undone"
        self._edit = edit
        self._edit_id = edit.id
        self._edits = edits
        self._reader = reader
        self._tasks = tasks
        self._bus = bus
        self._rest = rest
        self._done: Callable[[], None] | None = None

    @property
    def text(self) -> str:
        """What was stored."""
        return self._edit.text

    def for_the_rest(self) -> StoredStep:
        """The same for the rows that nothing stands in the way of."""
        return StoredStep(self._edit, self._edits, self._reader, self._tasks, self._bus, rest=True)

    def undo(self, done: Callable[[], None], failed: Callable[[JarvisError], None]) -> None:
        """Take it back."""
        self._submit("undo", done, failed)

    def redo(self, done: Callable[[], None], failed: Callable[[JarvisError], None]) -> None:
        """Do it again."""
        self._submit("redo", done, failed)

    def _submit(self, use_case: str, done: Callable[[], None], failed: Callable[[JarvisError], None]) -> None:
        self._done = done
        work = partial(_run, self._edits, use_case, self._edit_id, self._reader(), rest=self._rest)
        self._tasks.submit(Lane.WRITE, work, done=self._on_done, failed=failed)

    def _on_done(self, edit: StoredEdit) -> None:
        self._edit = edit
        self._rest = False
        self._bus.publish(edit.changes)
        done, self._done = self._done, None
        assert done is not None
        done()


def _run(edits: Callable[[], EditService], use_case: str, edit_id: int, reader: Reader, *, rest: bool) -> StoredEdit:
    """Runs in a worker, where the service may be imported."""
    service = edits()
    return (service.undo if use_case == "undo" else service.redo)(edit_id, reader, rest=rest)
