"""What storing something answers, and how it is named when it can be undone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import StaleRecord
from jarvis_desktop.core.words import mark
from jarvis_desktop.tables.column_words import column_label
from jarvis_desktop.tables.labels import in_sentence


@dataclass(frozen=True, slots=True)
class StoredEdit:
    """A stored change of one or many rows that can be taken back as a whole.

    `id` names it in the journal; None means that this database keeps no journal, so that it cannot be undone. `text`
    completes “Undo: …” (“priority of INC-12”, “status of 340 incidents”, “import of 1,200 submissions”); `note` is a
    sentence that is told with it, or "".
    """

    id: int | None
    text: str
    rows: int
    changes: Changes
    note: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """What people read for the columns of a table, and for the values stored in them."""

    labels: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    values: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))

    def title(self, name: str) -> str:
        """The column's label as it stands in a form."""
        return self.labels.get(name) or column_label(name)

    def column(self, name: str) -> str:
        """The column's label inside a sentence."""
        return in_sentence(self.title(name))

    def value(self, column: str, stored: str) -> str:
        """What a stored value is called."""
        return self.values.get(column, {}).get(stored, stored)


class StaleEdit(StaleRecord):
    """An edit cannot be taken back or done again as a whole; nothing was stored.

    `unfit` of its `total` rows stand in the way, the record `record_id` of `table` among them ("": no record does).
    The others could go without them while there are `rest`.
    """

    title: str = mark("Not possible any more")

    def __init__(
        self, message: str, *, table: str = "", record_id: str = "", unfit: int = 0, total: int = 0, hint: str = ""
    ) -> None:
        super().__init__(message, hint=hint)
        self.table = table
        self.record_id = record_id
        self.unfit = unfit
        self.total = total

    @property
    def rest(self) -> int:
        """How many rows nothing stands in the way of."""
        return max(0, self.total - self.unfit) if self.unfit else 0
