"""What a form asks the database about the rows that its fields choose from, in the background."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.choices import choice_text
from jarvis_desktop.forms.lookups.types import Found
from jarvis_desktop.tables.labels import singular
from jarvis_desktop.tables.permission import may_write
from ui.core.tasks import Lane, Latest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jarvis_desktop.app.application import Application
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.forms.lookups.types import Asked, Offer, OptionSource
    from jarvis_desktop.forms.types import Option
    from jarvis_desktop.metadata.types import Reader
    from ui.core.tasks import TaskRunner

PLACE = "lookups"
"""Where the person's latest choices are remembered."""
_MOST_RECENT = 6
_MOST_SOURCES = 60


class LookupDesk(QObject):
    """Asks for one person; of several searches for one field only the last is answered."""

    def __init__(self, services: Application, tasks: TaskRunner, reader: Reader, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._tasks = tasks
        self._reader = reader
        self._recent: dict[str, list[Any]] | None = None
        self._searches: dict[str, Latest[Found]] = {}

    def offers(self, asked: Mapping[str, Asked], done: Callable[[Mapping[str, Offer]], None]) -> None:
        """What fields offer, each with what it was asked beside."""
        work = partial(self._services.lookups.offers, dict(asked), self._reader)
        self._tasks.submit(Lane.READ, work, done=done, failed=_unanswered, owner=self)

    def search(
        self, key: str, source: OptionSource, beside: Mapping[str, Any], text: str, done: Callable[[Found], None]
    ) -> None:
        """The rows that a text finds for a field; nothing where they cannot be read."""
        work = partial(self._search, source, dict(beside), text)
        task = self._tasks.submit(Lane.READ, work, done=done, failed=lambda _error: done(Found()), owner=self)
        self._searches.setdefault(key, Latest()).keep(task)

    def remember(self, source: OptionSource, option: Option) -> None:
        """Note that a person chose a row, to offer it first the next time."""
        work = partial(self._remember, source, option.value)
        self._tasks.submit(Lane.WRITE, work, done=_kept, failed=_unanswered, owner=self)

    def creatable(self, source: OptionSource) -> str:
        """The words for making a new row of the table; "" where the person may not."""
        return tr("New {kind} …", kind=singular(source.table)) if may_write(source.table, self._reader) else ""

    def _search(self, source: OptionSource, beside: Mapping[str, Any], text: str) -> Found:
        recent = self._lately().get(_name(source), [])
        return self._services.lookups.search(source, beside, text, self._reader, recent=recent)

    def _lately(self) -> dict[str, list[Any]]:
        if self._recent is None:
            stored = self._services.memory.recall(self._reader.user_id, PLACE)
            self._recent = {
                name: [value for value in values if isinstance(value, (str, int))]
                for name, values in stored.items()
                if isinstance(values, list)
            }
        return self._recent

    def _remember(self, source: OptionSource, value: Any) -> bool:
        lately = self._lately()
        name, text = _name(source), choice_text(value)
        before = [each for each in lately.pop(name, []) if choice_text(each) != text]
        lately[name] = [value if isinstance(value, (str, int)) else text, *before][:_MOST_RECENT]
        while len(lately) > _MOST_SOURCES:
            del lately[next(iter(lately))]
        return self._services.memory.remember(self._reader.user_id, PLACE, lately)


def _name(source: OptionSource) -> str:
    return f"{source.table}.{source.value}"


def _unanswered(_error: JarvisError) -> None:
    """The field stays as it is: what is chosen is checked where it is stored."""


def _kept(_stored: bool) -> None:  # noqa: FBT001 - a callback's argument
    """Kept, or not: nobody waits for it."""
