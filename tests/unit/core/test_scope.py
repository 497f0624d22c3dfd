"""One row is in force, and every other one knows why it is not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from jarvis_desktop.core.scope import Loss, Scope, resolve

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
ASKER = Scope(persona="rachel", agent_id=7, workflow_id=3)


@dataclass(frozen=True)
class Value:
    id: int = 1
    persona: str | None = None
    agent_id: int | None = None
    workflow_id: int | None = None
    effective_from: datetime | None = NOW - timedelta(days=1)
    effective_to: datetime | None = None
    version: int | None = 1
    is_active: bool | None = True


WORLD = Value(1)
PERSONA = Value(2, persona="rachel")
AGENT = Value(3, persona="rachel", agent_id=7)
WORKFLOW = Value(4, persona="rachel", agent_id=7, workflow_id=3)


def test_the_narrowest_scope_wins_and_the_wider_ones_say_so() -> None:
    resolution = resolve([WORLD, PERSONA, AGENT, WORKFLOW], ASKER, NOW)
    assert resolution.winner is WORKFLOW
    assert [loser.reason for loser in resolution.losers] == [Loss.LESS_SPECIFIC] * 3
    assert resolve([WORLD, PERSONA, AGENT], ASKER, NOW).winner is AGENT
    assert resolve([WORLD, PERSONA], ASKER, NOW).winner is PERSONA
    assert resolve([WORLD], ASKER, NOW).winner is WORLD


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (replace(WORLD, id=9, persona="john"), Loss.OTHER_SCOPE),
        (replace(WORLD, id=9, workflow_id=3), Loss.UNREACHABLE),
        (replace(WORLD, id=9, agent_id=7), Loss.UNREACHABLE),
        (replace(PERSONA, id=9, workflow_id=3), Loss.UNREACHABLE),
        (replace(WORLD, id=9, is_active=None), Loss.INACTIVE),
        (replace(WORLD, id=9, effective_from=NOW + timedelta(microseconds=1)), Loss.NOT_YET),
        (replace(WORLD, id=9, effective_from=None), Loss.NOT_YET),
        (replace(WORLD, id=9, effective_to=NOW), Loss.EXPIRED),
        (replace(PERSONA, id=9, version=0), Loss.LOWER_VERSION),
        (replace(PERSONA, id=0), Loss.OLDER_ROW),
    ],
)
def test_each_loser_names_its_reason(row: Value, reason: Loss) -> None:
    resolution = resolve([row, PERSONA], ASKER, NOW)
    assert resolution.winner is PERSONA
    assert [(loser.row, loser.reason) for loser in resolution.losers] == [(row, reason)]


def test_a_row_begins_at_its_first_instant_and_has_ended_at_its_last() -> None:
    row = replace(WORLD, effective_from=NOW, effective_to=NOW + timedelta(hours=1))
    assert resolve([row], ASKER, NOW).winner is row
    assert resolve([row], ASKER, NOW + timedelta(hours=1)).winner is None
    assert resolve([row], ASKER, NOW - timedelta(microseconds=1)).winner is None


def test_equal_rows_are_settled_by_the_highest_id_in_any_order() -> None:
    older, later = replace(WORLD, id=5), replace(WORLD, id=6)
    assert resolve([older, later], ASKER, NOW).winner is later
    assert resolve([later, older], ASKER, NOW).winner is later


def test_nothing_in_force_leaves_no_winner() -> None:
    assert resolve([], ASKER, NOW).winner is None
    assert resolve([replace(WORLD, is_active=False)], ASKER, NOW).losers[0].reason is Loss.INACTIVE
