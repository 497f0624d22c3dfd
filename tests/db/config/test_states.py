"""Whole states: what a snapshot holds comes back complete or in part, with every difference logged."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import text

from jarvis_desktop.config.service import ConfigService
from jarvis_desktop.config.states.service import ConfigStates
from jarvis_desktop.config.types import State, Wish
from jarvis_desktop.config.writing.service import ConfigWriter
from jarvis_desktop.core.errors import ConfigurationError, InvalidInput, NotAllowed
from jarvis_desktop.core.scope import Scope
from jarvis_desktop.db.engine import Database
from tests.db.config.test_resolution import add_setting, add_value
from tests.db.config.test_writing import ANNA, config, writer

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["config", "writer"]
TABLES = ("config_registry", "desktop.config_key_details", "config_values", "business_rules", "templates",
          "hierarchy_layer_configurations")  # fmt: skip


@pytest.fixture
def states(live_database: Database, config: ConfigService) -> ConfigStates:
    add_setting(live_database, "colour", "string", schema={"maxLength": 20})
    add_value(live_database, "limit", 10, created_by="anna")
    add_value(live_database, "limit", 20, persona="rachel")
    add_value(live_database, "colour", "blue")
    with live_database.write() as session:
        session.execute(
            text(
                """
            WITH rule AS (
                INSERT INTO business_rules (rule_name, rule_engine, rule_definition) VALUES ('r', 'cel', '{"x": 1.50}')
            ), template AS (
                INSERT INTO templates (template_name, template_type, content, tags) VALUES ('t', 'email', 'Hi', '{a,b}')
            ), layer AS (
                INSERT INTO hierarchy_layer_configurations (layer_key, layer_name, layer_level, data_source)
                VALUES ('l', 'Layer', 1, 'agents') RETURNING id
            )
            INSERT INTO component_feature_configurations (feature_key, feature_name, parent_layer_id)
            SELECT 'f', 'F', id FROM layer
        """.replace('"x": 1', '"x"\\: 1')
            )
        )
    return ConfigStates(live_database, config)


def everything(database: Database) -> dict[str, list[Any]]:
    with database.read() as session:
        return {
            name: sorted(json.dumps(row) for row in session.scalars(text(f"SELECT to_jsonb(t) FROM {name} AS t")))
            for name in TABLES
        }


def spoil(database: Database) -> None:
    """Change, add and remove something of every part."""
    with database.write() as session:
        for statement in (
            "DELETE FROM config_values WHERE persona = 'rachel'",
            "UPDATE config_values SET value = '\"red\"' WHERE config_key = 'colour'",
            "INSERT INTO config_registry (key, description, type, category) VALUES ('new', '', 'number', 'ui')",
            "INSERT INTO config_values (config_key, value) VALUES ('new', '1')",
            "UPDATE config_registry SET default_value_jsonb = '99' WHERE key = 'limit'",
            "DELETE FROM desktop.config_key_details",
            "DELETE FROM business_rules",
            "INSERT INTO templates (template_name, template_type, content) VALUES ('other', 'sms', 'x')",
            "UPDATE hierarchy_layer_configurations SET branding = '{}', layer_level = 2",
        ):
            session.execute(text(statement))


def test_a_snapshot_comes_back_complete_removals_included(states: ConfigStates, live_database: Database) -> None:
    kept = everything(live_database)
    snapshot = states.take("Friday", ANNA, description="Before the release")
    spoil(live_database)
    spoiled = everything(live_database)
    plan = states.preview(State(snapshot.id))
    counts = {part.part: (part.added, part.changed, part.removed) for part in plan.parts}
    assert counts == {
        "registry": (0, 1, 1), "details": (1, 0, 0), "values": (1, 1, 1), "rules": (1, 0, 0), "templates": (0, 0, 1),
        "layers": (0, 1, 0),
    }  # fmt: skip
    assert everything(live_database) == spoiled, "a preview changes nothing"
    shares: list[float] = []
    done = states.restore(State(snapshot.id), ANNA, reason="Gone wrong", told=lambda _what, share: shares.append(share))
    assert done.parts == plan.parts
    assert shares == sorted(shares)
    assert everything(live_database) == kept
    with live_database.read() as session:
        logged = session.execute(text(
            "SELECT config_key, old_value, new_value, scope_identifiers, snapshot_id, reason, performed_by "
            "FROM config_change_logs WHERE operation = 'snapshot_restore' AND impact_assessment LIKE 'Part values%'"
        )).all()  # fmt: skip
    assert sorted(logged, key=repr) == sorted(
        [
            ("limit", None, 20, {"persona": "rachel"}, snapshot.id, "Gone wrong", "anna"),
            ("colour", "red", "blue", {}, snapshot.id, "Gone wrong", "anna"),
            ("new", 1, None, {}, snapshot.id, "Gone wrong", "anna"),
        ],
        key=repr,
    )
    states.restore(State(done.before), ANNA, reason="It was right after all")
    assert everything(live_database) == spoiled
    assert states.preview(State(done.before)).parts == ()


def test_only_what_was_chosen_comes_back(states: ConfigStates, config: ConfigService, live_database: Database) -> None:
    snapshot = states.take("s", ANNA)
    spoil(live_database)
    states.restore(State(snapshot.id), ANNA, reason="r", parts=["values"], names=["colour"])
    assert config.get("colour").value == "blue"
    assert config.get("limit", Scope("rachel")).value == 10, "rachel's stays away"
    states.restore(State(snapshot.id), ANNA, reason="r", parts=["values"], removing=False)
    assert config.get("limit", Scope("rachel")).value == 20
    assert config.get("new").value == 1


def test_numbers_of_new_rows_go_on_after_a_restore(
    states: ConfigStates, writer: ConfigWriter, live_database: Database
) -> None:
    snapshot = states.take("s", ANNA)
    spoil(live_database)
    states.restore(State(snapshot.id), ANNA, reason="r")
    writer.set(Wish("limit", 11, Scope("john")), ANNA, reason="r")


def test_a_file_carries_the_state_into_another_database(
    states: ConfigStates, live_database: Database, second_url: str
) -> None:
    document = states.export()
    other = Database(second_url)
    with other.write() as session:
        session.execute(text("INSERT INTO users (id, email) VALUES ('anna', 'a')"))
    add_setting(other, "own", "number")
    add_value(other, "own", 1)
    there = ConfigStates(other, ConfigService(other))
    assert there.restore(State(document=document), ANNA, reason="Moved", removing=False).parts
    reading = ConfigService(other)
    assert [reading.get("limit", scope).value for scope in (Scope(), Scope("rachel"))] == [10, 20]
    assert reading.get("own").value == 1
    assert there.preview(State(document=document), removing=False).parts == ()
    there.restore(State(document=document), ANNA, reason="All of it")
    assert reading.get("own").source == "none"
    there.restore(State(document=document), ANNA, reason="Again")
    assert [each.operation for each in reading.history("limit")] == ["bulk_update"] * len(reading.history("limit"))
    other.dispose()


def _damaged(spoiled: Callable[[dict[str, Any]], object]) -> Callable[[str], str]:
    def change(document: str) -> str:
        read = json.loads(document)
        spoiled(read)
        return json.dumps(read)

    return change


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda document: document[: len(document) // 2], "no JSON"),
        (lambda _: "[]", "no state of the configuration"),
        (lambda _: '{"format": "jarvis-configuration", "parts": []}', "no state"),
        (_damaged(lambda d: d.update(version=0)), "version 0"),
        (_damaged(lambda d: d["parts"]["values"].pop()), "“values” has 3 rows, and 2 are there"),
        (_damaged(lambda d: d["parts"].pop("rules")), "no part “rules”"),
        (_damaged(lambda d: d.pop("counts")), "no state"),
        (_damaged(lambda d: d["parts"]["rules"].append(d["parts"]["rules"].pop().pop("rule_engine"))), "lack columns"),
        (_damaged(lambda d: d["parts"]["values"][0].update(version="two")), "cannot be read"),
    ],
)
def test_a_file_that_is_damaged_is_refused_whole(
    states: ConfigStates, live_database: Database, damage: Callable[[str], str], words: str
) -> None:
    document = damage(states.export())
    before = everything(live_database)
    for use in (states.preview, lambda state: states.restore(state, ANNA, reason="r")):
        with pytest.raises(ConfigurationError, match=words):
            use(State(document=document))
    assert everything(live_database) == before
    assert states.snapshots() == ()


def test_values_of_a_file_that_do_not_fit_their_settings_are_refused(states: ConfigStates) -> None:
    wrong = json.loads(states.export())
    wrong["parts"]["values"][0]["value"] = "a text"
    wrong["parts"]["values"][2]["value"] = "a colour that nobody has heard of"
    with pytest.raises(InvalidInput) as error:
        states.restore(State(document=json.dumps(wrong)), ANNA, reason="r")
    first, second = (problem.message for problem in error.value.problems)
    assert first == '“limit” takes a number, and this is "a text".'
    assert "“colour”" in second
    assert states.snapshots() == ()


def test_who_may_not_restores_nothing(states: ConfigStates) -> None:
    snapshot = states.take("s", ANNA)
    with pytest.raises(NotAllowed):
        states.restore(State(snapshot.id), replace(ANNA, permissions=frozenset()), reason="r")
    with pytest.raises(ConfigurationError, match="no snapshot 77"):
        states.preview(State(77))
    with pytest.raises(ConfigurationError, match="no part “everything”"):
        states.preview(State(snapshot.id), parts=["everything"])


def test_any_two_states_are_compared(states: ConfigStates, writer: ConfigWriter, live_database: Database) -> None:
    snapshot, document = states.take("s", ANNA), states.export()
    now = State()
    assert states.compare(State(snapshot.id), now) == ()
    assert states.compare(State(snapshot.id), State(document=document)) == ()
    writer.set(Wish("limit", 12), ANNA, reason="r")
    writer.set(Wish("limit", 30, Scope("john"), datetime(2090, 1, 1, tzinfo=UTC)), ANNA, reason="r")
    found = states.compare(State(snapshot.id), now)
    assert [(each.part, each.name, each.persona, each.before, each.after) for each in found] == [
        ("values", "limit", None, 10, 12)
    ]
    then = states.compare(now, State(at=datetime(2090, 1, 2, tzinfo=UTC)))
    assert [(each.persona, each.before, each.after) for each in then] == [("john", None, 30)]
    with live_database.write() as session:
        session.execute(text("UPDATE business_rules SET rule_engine = 'simple'"))
    (rule,) = states.compare(State(document=document), now, parts=["rules"])
    assert (rule.before["rule_engine"], rule.after["rule_engine"]) == ("cel", "simple")
