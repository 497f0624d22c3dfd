"""Which effective-dated, scoped row is in force: one answer for configuration, rules, templates and layers.

The meaning is that of the reference's query "Get active configuration with scope precedence": a row counts when it is
active, `effective_from <= as_of < effective_to` (no end: for ever), and its scope is one of the rungs of a ladder, all
that it names being equal to the asker's. The documented ladder has four rungs:

1. workflow, agent and persona;
2. agent and persona, and no workflow;
3. persona alone;
4. none of the three.

`Matching.ANY_SUBSET` has a rung for each of the eight combinations, for databases that hold rows which the documented
query can never reach. The highest rung wins, then the highest version. As in PostgreSQL, where DESC puts NULL first, a
row without a version ranks above any number. The query leaves the order of equal rows open; here the highest id wins.
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
class ScopeAndEffect:
    """The columns of a stored row that decide whether it is in force."""

    id: int
    persona: str | None
    agent_id: int | None
    workflow_id: int | None
    effective_from: datetime | None
    effective_to: datetime | None
    version: int | None
    is_active: bool


@dataclass(frozen=True, slots=True)
class Scope:
    """Who asks; None where the question is not about a persona, an agent or a workflow."""

    persona: str | None = None
    agent_id: int | None = None
    workflow_id: int | None = None


class Rung(IntEnum):
    """The place of a row on the ladder, 1 the most specific: what of workflow, agent and persona its scope names."""

    WORKFLOW_AGENT_PERSONA = 1
    WORKFLOW_AGENT = 2
    WORKFLOW_PERSONA = 3
    WORKFLOW = 4
    AGENT_PERSONA = 5
    AGENT = 6
    PERSONA = 7
    GLOBAL = 8

    @property
    def named(self) -> tuple[bool, bool, bool]:
        """Whether its rows name a workflow, an agent, a persona."""
        parts = self.name.split("_")
        return ("WORKFLOW" in parts, "AGENT" in parts, "PERSONA" in parts)

    def within(self, other: Rung) -> bool:
        """Whether `other` names all that this one names."""
        return all(mine <= its for mine, its in zip(self.named, other.named, strict=True))

    @property
    def words(self) -> str:
        """As commands and files write it: `agent+persona`, `global`."""
        return self.name.lower().replace("_", "+")


class Matching(StrEnum):
    """Which rungs the ladder has: the four of the documented query, or all eight."""

    DOCUMENTED = "documented"
    ANY_SUBSET = "any_subset"

    @property
    def rungs(self) -> tuple[Rung, ...]:
        """The rungs, the most specific first."""
        return tuple(Rung) if self is Matching.ANY_SUBSET else _DOCUMENTED


_DOCUMENTED = (Rung.WORKFLOW_AGENT_PERSONA, Rung.AGENT_PERSONA, Rung.PERSONA, Rung.GLOBAL)
_RUNGS = {rung.named: rung for rung in Rung}


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


def resolve(
    candidates: Iterable[C], scope: Scope, as_of: datetime, matching: Matching = Matching.DOCUMENTED
) -> Resolution[C]:
    """The row of `candidates` in force for `scope` at `as_of`, and why the others are not."""
    rows = list(candidates)
    excluded = [_exclusion(row, scope, as_of, matching) for row in rows]
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


def rung(scope: Scope | Candidate) -> Rung:
    """The rung of a scope, or of a row."""
    return _RUNGS[(scope.workflow_id is not None, scope.agent_id is not None, scope.persona is not None)]


def _exclusion(row: Candidate, scope: Scope, as_of: datetime, matching: Matching) -> Loss | None:
    if rung(row) not in matching.rungs:
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
    return (rung(row), row.version is not None, -(row.version or 0), -row.id)


def _outranked(row: Candidate, winner: Candidate) -> Loss:
    if rung(row) != rung(winner):
        return Loss.LESS_SPECIFIC
    return Loss.LOWER_VERSION if row.version != winner.version else Loss.OLDER_ROW
