"""Records, people and help pages for the palette, looked for in workers; an older answer never replaces a newer one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from jarvis_desktop.search.types import Group, GroupResult, Hit, Marked, Target, TargetKind
from jarvis_desktop.tables.types import Query
from ui.core.tasks import Lane
from ui.shell.palette.items import Scope

if TYPE_CHECKING:
    from jarvis_desktop.core.errors import JarvisError
    from ui.components.component import ComponentContext
    from ui.core.tasks import Task

PAUSE_MS = 40
PEOPLE = 20
_GROUPS = {
    Scope.ANYTHING: (Group.INCIDENTS, Group.SUBMISSIONS, Group.PROPERTY, Group.EMAILS, Group.AGENTS),
    Scope.SUBMISSIONS: (Group.SUBMISSIONS,),
    Scope.INCIDENTS: (Group.INCIDENTS,),
    Scope.HELP: (Group.HELP,),
}
_USERS = "users"
_SHORTEST = 2
"""Letters of a text without a sign from which on records are looked for."""


class RecordFinding(QObject):
    """Looks for what the window does not know itself.

    Signals:
        found (GroupResult): what a group holds for the text asked last; `table` is `users` for people.
        settled (): everything that was asked has answered.
        failed (JarvisError): the database could not be asked.
    """

    found = Signal(object)
    settled = Signal()
    failed = Signal(object)

    def __init__(self, context: ComponentContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._tasks: list[Task] = []
        self._waiting = 0
        self._asked = (Scope.ANYTHING, "")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._pause.isActive() or self._waiting > 0

    def look_for(self, scope: Scope, text: str) -> bool:
        """Begin, shortly; answers whether anything is asked at all. What was asked before is dropped."""
        self.stop()
        self._asked = (scope, text)
        wanted = scope is not Scope.COMMANDS and not (scope is Scope.ANYTHING and len(text) < _SHORTEST)
        if wanted:
            self._pause.start()
        return wanted

    @Slot()
    def stop(self) -> None:
        """Drop what is under way."""
        self._pause.stop()
        for task in self._tasks:
            task.cancel()
        self._tasks, self._waiting = [], 0

    @Slot()
    def _ask(self) -> None:
        scope, text = self._asked
        works = [partial(_records, self._context, group, text) for group in _GROUPS.get(scope, ())]
        if scope is Scope.PEOPLE:
            works = [partial(_people, self._context, text)]
        self._waiting = len(works)
        self._tasks = [
            self._context.tasks.submit(Lane.READ, work, done=self._on_found, failed=self._on_failed, owner=self)
            for work in works
        ]

    def _on_found(self, result: GroupResult) -> None:
        self._waiting -= 1
        self.found.emit(result)
        if not self._waiting:
            self.settled.emit()

    def _on_failed(self, error: JarvisError) -> None:
        self.stop()
        self.failed.emit(error)


def _records(context: ComponentContext, group: Group, text: str) -> GroupResult:
    search = context.services.search
    if text:
        return search.find(group, text, context.reader)
    if group is Group.HELP:
        from jarvis_desktop.search.help_pages import help_pages

        pages = help_pages()
        hits = tuple(Hit(Target(TargetKind.HELP, page.name), Marked(page.title)) for page in pages)
        return GroupResult(group, hits, len(hits))
    return search.newest(group, context.reader)


def _people(context: ComponentContext, text: str) -> GroupResult:
    """The accounts whose name or address holds the text, if the person may see accounts."""
    if not context.services.search.access(context.reader).may_find(_USERS):
        return GroupResult(Group.PROGRAM, table=_USERS)
    query = Query(_USERS, columns=("first_name", "last_name", "email"), text=text)
    page = context.services.tables.page(query, limit=PEOPLE)
    hits = []
    for row in page.rows:
        first, last, address = (str(value or "") for value in row.values[:3])
        name = f"{first} {last}".strip()
        hits.append(Hit(Target(TargetKind.RECORD, row.id, _USERS), Marked(name or address or row.id), about=address))
    return GroupResult(Group.PROGRAM, tuple(hits), len(hits), page.after is not None, table=_USERS)
