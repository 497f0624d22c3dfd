"""Which effective-dated, scoped row is in force: one answer for configuration, rules, templates and layers.

The meaning is that of the reference's query "Get active configuration with scope precedence": a row counts when it is
active, `effective_from <= as_of < effective_to` (no end: for ever), and its scope is one of four rungs of a ladder:

1. workflow, agent and persona, all equal to the asker's;
2. agent and persona, and no workflow;
3. persona alone;
4. none of the three.

The highest rung wins, then the highest version. As in PostgreSQL, where DESC puts NULL first, a row without a version
ranks above any number. The query leaves the order of equal rows open; here the highest id wins.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Generic, Protocol, TypeVar


class Candidate(Protocol):
    """A row that may be in force. Instants are all aware or all naive, like the `as_of` they are compared with."""

    @property
    def id(self) -> int: ...  # noqa: D102 - the columns of the reference
    @property
    def persona(self) -> str | None: ...  # noqa: D102
    @property
    def agent_id(self) -> int | None: ...  # noqa: D102
    @property
    def workflow_id(self) -> int | None: ...  # noqa: D102
    @property
    def effective_from(self) -> datetime | None: ...  # noqa: D102
    @property
    def effective_to(self) -> datetime | None: ...  # noqa: D102
    @property
    def version(self) -> int | None: ...  # noqa: D102
    @property
    def is_active(self) -> bool | None: ...  # noqa: D102


C = TypeVar("C", bound=Candidate)


@dataclass(frozen=True, slots=True)
class Scope:
    """Who asks; None where the question is not about a persona, an agent or a workflow."""

    persona: str | None = None
    agent_id: int | None = None
    workflow_id: int | None = None


class Rung(IntEnum):
    """The place of a row on the ladder, 1 the most specific."""

    WORKFLOW = 1
    AGENT = 2
    PERSONA = 3
    GLOBAL = 4


class Loss(StrEnum):
    """Why a row is not the one in force."""

    UNREACHABLE = "its scope names a combination that no rung of the ladder has"
    OTHER_SCOPE = "it is for another persona, agent or workflow"
    INACTIVE = "it is switched off"
    NOT_YET = "it is not yet in effect"
    EXPIRED = "it is no longer in effect"
    LESS_SPECIFIC = "a row with a narrower scope is in force"
    LOWER_VERSION = "a higher version is in force"
    OLDER_ROW = "a later row of the same scope and version is in force"


@dataclass(frozen=True, slots=True)
class Loser(Generic[C]):
    """A row that is not in force, and the first reason why."""

    row: C
    reason: Loss


@dataclass(frozen=True, slots=True)
class Resolution(Generic[C]):
    """The row in force, if any, and every other row with its reason, in the order given."""

    winner: C | None
    losers: tuple[Loser[C], ...]


def resolve(candidates: Iterable[C], scope: Scope, as_of: datetime) -> Resolution[C]:
    """The row of `candidates` in force for `scope` at `as_of`, and why the others are not."""
    rows = list(candidates)
    excluded = [_exclusion(row, scope, as_of) for row in rows]
    running = [row for row, reason in zip(rows, excluded, strict=True) if reason is None]
    if not running:
        return Resolution(None, tuple(Loser(row, reason) for row, reason in zip(rows, excluded, strict=True) if reason))
    winner = min(running, key=_precedence)
    losers = (
        Loser(row, reason or _outranked(row, winner))
        for row, reason in zip(rows, excluded, strict=True)
        if row is not winner
    )
    return Resolution(winner, tuple(losers))


def rung(row: Candidate) -> Rung | None:
    """The rung of a row, or None for a shape that the ladder does not have (a workflow without an agent, say)."""
    match (row.workflow_id is not None, row.agent_id is not None, row.persona is not None):
        case (True, True, True):
            return Rung.WORKFLOW
        case (False, True, True):
            return Rung.AGENT
        case (False, False, True):
            return Rung.PERSONA
        case (False, False, False):
            return Rung.GLOBAL
        case _:
            return None


def _exclusion(row: Candidate, scope: Scope, as_of: datetime) -> Loss | None:
    if rung(row) is None:
        return Loss.UNREACHABLE
    asked = ((row.workflow_id, scope.workflow_id), (row.agent_id, scope.agent_id), (row.persona, scope.persona))
    if any(mine is not None and mine != theirs for mine, theirs in asked):
        return Loss.OTHER_SCOPE
    if row.is_active is not True:
        return Loss.INACTIVE
    if row.effective_from is None or row.effective_from > as_of:
        return Loss.NOT_YET
    if row.effective_to is not None and row.effective_to <= as_of:
        return Loss.EXPIRED
    return None


def _precedence(row: Candidate) -> tuple[int, bool, int, int]:
    return (rung(row) or 0, row.version is not None, -(row.version or 0), -row.id)


def _outranked(row: Candidate, winner: Candidate) -> Loss:
    if rung(row) != rung(winner):
        return Loss.LESS_SPECIFIC
    return Loss.LOWER_VERSION if row.version != winner.version else Loss.OLDER_ROW
