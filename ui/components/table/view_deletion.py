"""The deletion of a saved filter, as a step that can be taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jarvis_desktop.core.words import tr
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.views.service import ViewService
    from jarvis_desktop.views.types import DeletedView
    from ui.core.tasks import TaskRunner


class ViewDeletion:
    """Puts the saved filter back, and deletes it again."""

    def __init__(self, deleted: DeletedView, views: ViewService, reader: Reader, tasks: TaskRunner) -> None:
        self._deleted = deleted
        self._views = views
        self._reader = reader
        self._tasks = tasks
        self._then: Callable[[], None] | None = None

    @property
    def text(self) -> str:
        """What was done."""
        return tr("deletion of view “{name}”", name=self._deleted.name)

    def undo(self, done: Callable[[], None], failed: Callable[[JarvisError], None]) -> None:
        """Put it back."""
        self._submit(partial(self._views.restore, self._deleted, self._reader), done, failed)

    def redo(self, done: Callable[[], None], failed: Callable[[JarvisError], None]) -> None:
        """Delete it again."""
        self._submit(partial(self._views.delete, self._deleted.id, self._reader), done, failed)

    def _submit(
        self, work: Callable[[], object], done: Callable[[], None], failed: Callable[[JarvisError], None]
    ) -> None:
        self._then = done
        self._tasks.submit(Lane.WRITE, work, done=self._on_done, failed=failed)

    def _on_done(self, _view: object) -> None:
        then, self._then = self._then, None
        assert then is not None
        then()
