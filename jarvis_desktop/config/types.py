"""What configuration says, as commands and screens receive it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import Problem
from jarvis_desktop.core.scope import Loss, Matching, Rung, Scope, ScopeAndEffect

NOWHERE = Scope()
MATCHING_KEY = "config.scope_matching"
"""The setting that says which ladder holds; it is itself found by the documented one, for everybody."""


class Source(StrEnum):
    """Where an answer comes from that no stored value gives; else it is the words of the value's rung."""

    DEFAULT = "default"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Ask:
    """One question: the value of a key for a scope, now or as of an aware instant."""

    key: str
    scope: Scope = NOWHERE
    as_of: datetime | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The value in force for a question.

    `value` is JSON with numbers as int or Decimal, shared and not to be changed; `fault` says why a stored one cannot
    be read, or "". `source` is `agent+persona`, `persona`, `global` and so on for a
    stored value, `default` for that of the registry, `none` where there is neither. `row_id` and `version` are those
    of the stored value.
    """

    key: str
    value: Any
    fault: str
    source: str
    row_id: int | None = None
    version: int | None = None


@dataclass(frozen=True, slots=True)
class StoredValue(ScopeAndEffect):
    """One row of an effective-dated table, as an explanation shows it. Instants are aware, in UTC."""

    value: Any = None
    created_by: str = ""

    @property
    def scope(self) -> Scope:
        """Whom it is for."""
        return Scope(self.persona, self.agent_id, self.workflow_id)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row of the ladder and what became of it; `loss` is None for the one in force."""

    row: StoredValue
    rung: Rung
    loss: Loss | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole ladder for one question.

    `candidates` are all rows of the key, by rung, then the highest version first. `registered` tells whether the
    registry knows the key, `default` is its default. `left_out` counts rows that are too many to be listed.
    """

    answer: Answer
    scope: Scope
    as_of: datetime
    matching: Matching
    candidates: tuple[Candidate, ...]
    registered: bool
    default: Any = None
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Setting:
    """A key of the registry.

    `schema` is a JSON Schema for its values or None, `deprecated` says what to use instead or "" where it is not
    deprecated, `approval` whether a second person must agree to a new value.
    """

    key: str
    description: str
    type: str
    category: str
    scope: str = "global"
    default: Any = None
    schema: Mapping[str, Any] | None = None
    deprecated: str = ""
    approval: bool = False


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """A line of the change log; `before` and `after` are JSON, None where there was or is nothing."""

    id: int
    key: str
    operation: str
    before: Any
    after: Any
    scope: Scope
    by: str
    reason: str
    impact: str
    at: datetime | None
    snapshot_id: int | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """A value that somebody wants: for whom, and from when until when (None: at once, without end).

    With `override` it may lie over other values of its scope, and must then say when it ends.
    """

    key: str
    value: Any
    scope: Scope = NOWHERE
    effective_from: datetime | None = None
    effective_to: datetime | None = None
    override: bool = False


@dataclass(frozen=True, slots=True)
class WrittenValue:
    """What a write left of one key and scope.

    `row` is the new value, None where a value was taken away or waits. `closed` are the versions that it ended,
    `ended_for` the version whose scheduled beginning ends it, `proposal` the number under which it waits for a second
    person.
    """

    key: str
    scope: Scope
    row: StoredValue | None = None
    closed: tuple[int, ...] = ()
    ended_for: int | None = None
    proposal: int | None = None


@dataclass(frozen=True, slots=True)
class Boundary:
    """When something comes into force or ends by itself.

    `asked_at` is the server's clock, `seconds` how long until then: None for never, negative for what passed since the
    instant that the question named.
    """

    asked_at: datetime
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Written:
    """The answer to a use case that writes."""

    values: tuple[WrittenValue, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class Proposal:
    """A value that waits, or waited, for a second person; `outcome` is "" while it waits."""

    id: int
    wish: Wish
    reason: str
    by: str
    at: datetime
    outcome: str = ""
    decided_by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A kept state; `size` in bytes as it is stored."""

    id: int
    name: str
    description: str
    by: str
    at: datetime
    size: int


@dataclass(frozen=True, slots=True)
class State:
    """A state of the configuration: a snapshot, the text of a file, or, with neither, what is stored.

    `at` is the instant for which it is asked what is in force (None: when it was taken, or now).
    """

    snapshot: int | None = None
    document: str = ""
    at: datetime | None = None

    @property
    def stored(self) -> bool:
        """Whether it is what the tables hold."""
        return self.snapshot is None and not self.document


@dataclass(frozen=True, slots=True)
class PartChange:
    """What differs in one part: counts of rows, and the first of them as they are and as they are wanted (JSON)."""

    part: str
    added: int
    changed: int
    removed: int
    examples: tuple[tuple[Any, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class RestorePlan:
    """What restoring a state would change, and what of it does not fit."""

    parts: tuple[PartChange, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored; `before` is the snapshot of the state before."""

    parts: tuple[PartChange, ...]
    before: int
    changes: Changes


@dataclass(frozen=True, slots=True)
class Difference:
    """What holds differently for one name and exact scope; None where nothing holds."""

    part: str
    name: str
    persona: str | None
    agent_id: int | None
    workflow_id: int | None
    before: Any
    after: Any


class Change(StrEnum):
    """Which of two states, of one that they come from, changed something."""

    LEFT = "left"
    RIGHT = "right"
    SAME = "same"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class ThreeWay:
    """What holds for one name and exact scope in a state and in two that come from it; None where nothing holds."""

    part: str
    name: str
    persona: str | None
    agent_id: int | None
    workflow_id: int | None
    base: Any
    left: Any
    right: Any

    @property
    def change(self) -> Change:
        """Who changed it: one of the two, both alike, or both differently."""
        if self.left == self.right:
            return Change.SAME
        if self.left == self.base:
            return Change.RIGHT
        return Change.LEFT if self.right == self.base else Change.BOTH
