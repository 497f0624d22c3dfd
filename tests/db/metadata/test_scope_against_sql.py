"""`resolve` and the reference's query choose the same row, whatever the rows."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import reduce
from typing import TYPE_CHECKING

import psycopg
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg.types.json import Jsonb

from jarvis_desktop.core.scope import Scope, resolve
from tests.support.documented import DOCUMENTED
from tests.support.laws import examples

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 3, 1, 12)  # noqa: DTZ001 - the reference's columns are naive

_ROWS = """jsonb_to_recordset(%(rows)s) AS config_values(
  id int, config_key varchar, persona varchar, agent_id int, workflow_id int,
  effective_from timestamp, effective_to timestamp, version int, is_active boolean)"""
QUERY = reduce(
    lambda sql, change: sql.replace(*change),
    [
        ("SELECT value FROM config_values", f"SELECT id FROM {_ROWS}"),
        ("config_key = 'agent.capabilities'", "true"),
        ("NOW()", "%(now)s"),
        ("version DESC", "version DESC, id DESC"),  # the reference leaves this open
        *((f"{name} = ?", f"{name} = %({name})s") for name in ("workflow_id", "agent_id", "persona")),
    ],
    DOCUMENTED,
)


@dataclass(frozen=True)
class Value:
    id: int
    persona: str | None
    agent_id: int | None
    workflow_id: int | None
    effective_from: datetime | None
    effective_to: datetime | None
    version: int | None
    is_active: bool | None


PERSONAS = st.sampled_from([None, "rachel", "john", ""])
NUMBERS = st.sampled_from([None, 0, 1, 2])
VERSIONS = st.sampled_from([None, -1, 0, 1, 2])
NEAR = st.sampled_from([NOW + timedelta(microseconds=n) for n in (-2, -1, 0, 1, 2)])
ANY = st.builds(
    Value,
    id=st.integers(0, 1000),
    persona=PERSONAS,
    agent_id=NUMBERS,
    workflow_id=NUMBERS,
    effective_from=st.none() | NEAR,
    effective_to=st.none() | NEAR,
    version=VERSIONS,
    is_active=st.sampled_from([True, False, None]),
)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Scope, list[Value]]:
    """An asker and rows, many of them on the asker's own ladder and in effect."""
    scope = Scope(persona=draw(PERSONAS), agent_id=draw(NUMBERS), workflow_id=draw(NUMBERS))
    ladder = st.builds(
        lambda number, version, rung: Value(
            id=number,
            persona=scope.persona if rung > 0 else None,
            agent_id=scope.agent_id if rung > 1 else None,
            workflow_id=scope.workflow_id if rung > 2 else None,
            effective_from=NOW,
            effective_to=None,
            version=version,
            is_active=True,
        ),
        st.integers(0, 1000),
        VERSIONS,
        st.integers(0, 3),
    )
    return scope, draw(st.lists(ladder | ANY, max_size=10, unique_by=lambda value: value.id))


@pytest.fixture(scope="module")
def connection(server_url: str) -> Iterator[psycopg.Connection]:
    with psycopg.connect(server_url, autocommit=True) as opened:
        yield opened


@settings(max_examples=examples(100), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(case=cases())
def test_the_same_row_as_the_documented_query(connection: psycopg.Connection, case: tuple[Scope, list[Value]]) -> None:
    scope, rows = case
    sent = [asdict(row) for row in rows]
    for row in sent:
        row |= {key: row[key] and row[key].isoformat() for key in ("effective_from", "effective_to")}
    answer = connection.execute(QUERY, {"rows": Jsonb(sent), "now": NOW, **asdict(scope)}).fetchone()
    resolution = resolve(rows, scope, NOW)
    assert (resolution.winner.id if resolution.winner else None) == (answer[0] if answer else None)
    assert len(resolution.losers) == len(rows) - (answer is not None)
