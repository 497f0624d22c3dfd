"""What a use case or another program changed: topics (table names) and, where known, row ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

Topic = str
"""A table name: `incidents`, or `desktop.drafts` outside schema public."""

_EMPTY: Mapping[Topic, frozenset[str] | None] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Changes:
    """A set of changed rows.

    `rows` maps a topic to the primary keys changed, as text, or to None when too many to name. `everything` is set
    after a gap (a reconnect), when any topic may have changed.
    """

    rows: Mapping[Topic, frozenset[str] | None] = field(default_factory=lambda: _EMPTY)
    everything: bool = False

    @classmethod
    def of(cls, topic: Topic, ids: Iterable[object] | None = None) -> Changes:
        """One topic; `ids` None means "some rows of it"."""
        return cls({topic: None if ids is None else frozenset(str(i) for i in ids)})

    def __or__(self, other: Changes) -> Changes:
        merged = dict(self.rows)
        for topic, ids in other.rows.items():
            mine = merged.get(topic, frozenset())
            merged[topic] = None if mine is None or ids is None else mine | ids
        return Changes(merged, everything=self.everything or other.everything)

    def touches(self, topics: Iterable[Topic]) -> bool:
        """Whether any of `topics` may have changed."""
        return self.everything or any(topic in self.rows for topic in topics)

    def touches_row(self, topic: Topic, row_id: object) -> bool:
        """Whether that row may have changed."""
        if self.everything:
            return True
        if topic not in self.rows:
            return False
        ids = self.rows[topic]
        return ids is None or str(row_id) in ids


EVERYTHING = Changes(everything=True)
