"""What is in force is what the reference's query says, one by one, in a batch, kept, and explained."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from jarvis_desktop.config import queries
from jarvis_desktop.config.dated import VALUES
from jarvis_desktop.config.service import ConfigService
from jarvis_desktop.config.types import MATCHING_KEY, Ask, Source
from jarvis_desktop.core.scope import Loss, Matching, Rung, Scope, resolve, rung
from jarvis_desktop.db.session import Session
from tests.support.documented import DOCUMENTED
from tests.support.laws import examples

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlalchemy import Connection

    from jarvis_desktop.db.engine import Database

REFERENCE = Path(__file__).parents[4] / "shared" / "spec" / "database_schema.md"
KEY = "agent.capabilities"
_INSERT = text("""
    INSERT INTO config_values
        (id, config_key, persona, agent_id, workflow_id, value, effective_from, effective_to, version, is_active)
    SELECT id, config_key, persona, agent_id, workflow_id, to_jsonb(id), localtimestamp + since * interval '1 us',
           localtimestamp + until * interval '1 us', version, is_active
    FROM jsonb_to_recordset(CAST(:rows AS jsonb)) AS r (
        id int, config_key varchar, persona varchar, agent_id int, workflow_id int, since int, until int, version int,
        is_active boolean)
""")
PERSONAS = st.sampled_from([None, "rachel", "john", ""])
NUMBERS = st.sampled_from([None, 0, 1, 2])
EDGES = st.sampled_from([-2, -1, 0, 1, 2])
SCOPES = st.builds(Scope, PERSONAS, NUMBERS, NUMBERS)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Scope, list[dict[str, Any]]]:
    """An asker and rows, many of them on the asker's own ladder."""
    asker = draw(SCOPES)
    ladder = st.builds(
        lambda named: Scope(
            asker.persona if named[2] else None, asker.agent_id if named[1] else None,
            asker.workflow_id if named[0] else None,
        ),
        st.sampled_from([each.named for each in Rung]),
    )  # fmt: skip
    row = st.builds(
        lambda scope, key, since, until, version, active: {
            "config_key": key, "persona": scope.persona, "agent_id": scope.agent_id, "workflow_id": scope.workflow_id,
            "since": since, "until": until, "version": version, "is_active": active,
        },
        ladder | SCOPES, st.sampled_from([KEY, KEY, KEY, "other"]), EDGES, st.none() | EDGES,
        st.sampled_from([None, -1, 1, 2, 3]), st.sampled_from([True, True, False, None]),
    )  # fmt: skip
    same = lambda r: (r["config_key"], r["version"] or 0, r["persona"], r["agent_id"], r["workflow_id"])  # noqa: E731
    rows = draw(st.lists(row, max_size=12, unique_by=same))
    return asker, [{"id": n, **each} for n, each in enumerate(rows, 1)]


@pytest.fixture(scope="module")
def connection(migrated: Database) -> Iterator[Connection]:
    with migrated.engine.connect() as opened:
        yield opened


def _stock(connection: Connection, rows: list[dict[str, Any]], default: object = None) -> None:
    for key in (KEY, "other"):
        statement = text(
            "INSERT INTO config_registry (key, description, type, category, default_value_jsonb) "
            "VALUES (:key, '', 'json', 'ui', CAST(:default AS jsonb))"
        )
        connection.execute(statement, {"key": key, "default": None if default is None else json.dumps(default)})
    connection.execute(_INSERT, {"rows": json.dumps(rows)})


def _documented(connection: Connection, scope: Scope) -> Any:
    """What the reference's query answers, run word for word but for the way parameters are written."""
    asked = (scope.workflow_id, scope.agent_id, scope.persona, scope.agent_id, scope.persona, scope.persona)
    driver: Any = connection.connection.driver_connection
    return driver.execute(DOCUMENTED.replace("?", "%s"), asked).fetchone()


@pytest.mark.skipif(not REFERENCE.exists(), reason="the schema reference is not here")
def test_the_query_is_that_of_the_reference() -> None:
    assert DOCUMENTED.strip() in REFERENCE.read_text(encoding="utf-8")


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(case=cases())
def test_the_row_that_the_documented_query_gives(
    connection: Connection, case: tuple[Scope, list[dict[str, Any]]]
) -> None:
    scope, rows = case
    with connection.begin() as transaction:
        _stock(connection, rows)
        expected = _documented(connection, scope)
        session = Session(connection)
        answer = queries.value_in_force(session, Ask(KEY, scope), Matching.DOCUMENTED)
        assert (answer.value, answer.source == Source.NONE) == (expected[0] if expected else None, expected is None)
        asks = [Ask(KEY, scope), Ask("other", scope), Ask("none"), Ask(KEY, Scope(scope.persona)), Ask(KEY)]
        one_by_one = [queries.value_in_force(session, ask, Matching.DOCUMENTED) for ask in asks]
        assert queries.values_in_force(session, asks, Matching.DOCUMENTED) == one_by_one
        transaction.rollback()


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(case=cases(), matching=st.sampled_from(Matching), offset=EDGES)
def test_at_any_instant_under_both_matchings_as_the_ladder_decides(
    connection: Connection, case: tuple[Scope, list[dict[str, Any]]], matching: Matching, offset: int
) -> None:
    scope, rows = case
    with connection.begin() as transaction:
        _stock(connection, rows, default={"by": "default"})
        session = Session(connection)
        now = connection.scalar(text("SELECT localtimestamp")).replace(tzinfo=UTC)
        at = now + timedelta(microseconds=offset)
        found, _ = queries.rows_of(session, VALUES, KEY, scope)
        winner = resolve([queries.stored_value(row) for row in found], scope, at, matching).winner
        for answer in (
            queries.value_in_force(session, Ask(KEY, scope, at), matching),
            *queries.values_in_force(session, [Ask(KEY, scope, at)], matching),
        ):
            if winner is None:
                assert (answer.value, answer.source) == ({"by": "default"}, Source.DEFAULT)
            else:
                assert (answer.row_id, answer.value, answer.source) == (winner.id, winner.id, rung(winner).words)
        transaction.rollback()


def add_setting(database: Database, key: str, kind: str = "json", default: object = None, **more: object) -> None:
    with database.write() as session:
        session.execute(
            text(
                "INSERT INTO config_registry (key, description, type, category, default_value_jsonb) "
                "VALUES (:key, 'A setting', :kind, 'ui', CAST(:default AS jsonb))"
            ),
            {"key": key, "kind": kind, "default": None if default is None else json.dumps(default)},
        )
        if more:
            session.execute(
                text(
                    "INSERT INTO desktop.config_key_details (key, schema, deprecated, approval) "
                    "VALUES (:key, CAST(:schema AS jsonb), :deprecated, :approval)"
                ),
                {
                    "key": key,
                    "schema": json.dumps(more["schema"]) if "schema" in more else None,
                    "deprecated": more.get("deprecated"),
                    "approval": more.get("approval", False),
                },
            )


def add_value(database: Database, key: str, value: object, **row: object) -> int:
    columns: Mapping[str, object] = {"effective_from": datetime(2020, 1, 1), "version": 1, **row}  # noqa: DTZ001
    names = ", ".join(columns)
    with database.write() as session:
        number: int = session.scalar(
            text(
                f"INSERT INTO config_values (config_key, value, {names}) "
                f"VALUES (:key, CAST(:value AS jsonb), {', '.join(f':{name}' for name in columns)}) RETURNING id"
            ),
            {"key": key, "value": json.dumps(value), **columns},
        )
    return number


def test_the_ladder_names_the_winner_and_why_each_other_row_lost(database: Database) -> None:
    """As the two tooltips of the predecessor, of which one is for a workflow alone."""
    add_setting(database, "tooltip")
    add_setting(database, "by-workflow")
    everybody = add_value(database, "tooltip", "all")
    rachel = add_value(database, "tooltip", "hers", persona="rachel")
    john = add_value(database, "tooltip", "his", persona="john")
    alone = add_value(database, "by-workflow", "flow", workflow_id=1)
    service = ConfigService(database)
    found = service.explain("tooltip", Scope("rachel"))
    assert {each.row.id: each.loss for each in found.candidates} == {
        everybody: Loss.LESS_SPECIFIC, rachel: None, john: Loss.OTHER_SCOPE,
    }  # fmt: skip
    assert (found.answer.value, found.answer.source, found.matching) == ("hers", "persona", Matching.DOCUMENTED)
    assert [each.rung for each in found.candidates] == [Rung.PERSONA, Rung.PERSONA, Rung.GLOBAL]
    flow = service.explain("by-workflow", Scope(workflow_id=1))
    assert [(each.row.id, each.loss) for each in flow.candidates] == [(alone, Loss.UNREACHABLE)]
    assert flow.answer.source == Source.NONE
    add_setting(database, MATCHING_KEY, "string")
    add_value(database, MATCHING_KEY, "any_subset")
    flow = service.explain("by-workflow", Scope("rachel", workflow_id=1))
    assert (flow.answer.value, flow.answer.source, flow.matching) == ("flow", "workflow", Matching.ANY_SUBSET)
    assert service.get("by-workflow", Scope("rachel", workflow_id=1)).value == "flow"
    assert service.explain("by-workflow", Scope(workflow_id=1), matching=Matching.DOCUMENTED).answer.value is None


def test_junk_as_matching_is_the_documented_one(database: Database) -> None:
    add_setting(database, MATCHING_KEY, default={"any": "subset"})
    add_setting(database, "k")
    add_value(database, "k", 1, workflow_id=1)
    assert ConfigService(database).get("k", Scope(workflow_id=1)).source == Source.NONE


def test_a_key_with_more_rows_than_are_listed_is_still_explained(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queries.rows_of, "__defaults__", (2,))
    add_setting(database, "k")
    for number in range(6):
        add_value(database, "k", number, persona=f"p{number}")
    add_value(database, "k", "all")
    found = ConfigService(database).explain("k", Scope("p1", 7))
    assert (found.answer.value, found.left_out) == (1, 5)


def test_rules_templates_and_layers_are_found_the_same_way(database: Database) -> None:
    with database.write() as session:
        session.execute(text(
            "INSERT INTO business_rules (rule_name, rule_engine, rule_definition, persona, effective_from) VALUES "
            "('r', 'cel', '{}', NULL, '2020-01-01'), ('r', 'simple', '{}', 'john', '2020-01-01')"
        ))  # fmt: skip
        session.execute(text(
            "INSERT INTO templates (template_name, template_type, content, agent_id, persona, effective_from) VALUES "
            "('t', 'email', 'all', NULL, NULL, '2020-01-01'), ('t', 'email', 'seven', 7, 'john', '2020-01-01')"
        ))  # fmt: skip
        session.execute(text(
            "INSERT INTO hierarchy_layer_configurations (layer_key, layer_name, layer_level, data_source, "
            "effective_from, effective_to) VALUES ('l', 'Now', 1, 'x', '2020-01-01', '2025-01-01')"
        ))  # fmt: skip
    service = ConfigService(database)
    rule = service.row_in_force("business_rules", "r", Scope("john"))
    assert rule is not None
    assert rule.text("rule_engine") == "simple"
    template = service.row_in_force("templates", "t", Scope("john", 7, 3))
    assert template is not None
    assert template.text("content") == "seven"
    assert service.row_in_force("hierarchy_layer_configurations", "l") is None
    then = service.row_in_force("hierarchy_layer_configurations", "l", as_of=datetime(2024, 1, 1, tzinfo=UTC))
    assert then is not None
    losses = [c.loss for c in service.explain("t", Scope("rachel"), table="templates").candidates]
    assert losses == [Loss.OTHER_SCOPE, None]


def test_a_stored_value_that_cannot_be_read_says_so_and_takes_no_other_with_it(database: Database) -> None:
    add_setting(database, "deep")
    add_setting(database, "k", default=1)
    with database.write() as session:
        session.execute(text(
            "INSERT INTO config_values (config_key, value, effective_from) "
            "VALUES ('deep', CAST(repeat('[', 600) || repeat(']', 600) AS jsonb), '2020-01-01')"
        ))  # fmt: skip
    deep, plain = ConfigService(database).get_many([Ask("deep"), Ask("k")])
    assert (deep.value, deep.source, bool(deep.fault)) == (None, "global", True)
    assert (plain.value, plain.source) == (1, Source.DEFAULT)
    assert replace(deep, fault="") == replace(ConfigService(database).get("deep"), fault="")
