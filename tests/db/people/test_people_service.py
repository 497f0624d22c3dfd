"""Personas, what they may do, and the account behind them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import text

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.db.engine import Database
from jarvis_desktop.people.service import PeopleService
from jarvis_desktop.rights.permissions import KNOWN_PERMISSIONS, STARTER_MANIFESTS

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


class FixedClock:
    def now(self) -> datetime:
        return NOW


def persona(database: Database, key: str, name: str = "Ada Marlowe", level: str | None = None, **columns: Any) -> None:
    values = {"persona_key": key, "display_name": name, "access_level": level, **columns}
    sent = {k: json.dumps(v) if isinstance(v, (dict, list)) else v for k, v in values.items()}
    with database.write() as session:
        marks = ", ".join(f":{name}" for name in sent)
        session.execute(text(f"INSERT INTO role_personas ({', '.join(sent)}) VALUES ({marks})"), sent)


def run(database: Database, *statements: str) -> None:
    with database.write() as session:
        for statement in statements:
            session.execute(text(statement))


def permissions(database: Database, key: str) -> frozenset[str]:
    return PeopleService(database).reader(key, "u1").permissions


def test_an_empty_database_has_one_administrator(database: Database) -> None:
    (only,) = PeopleService(database).personas()
    assert (only.key, only.access_level, only.permissions) == ("admin", "admin", KNOWN_PERMISSIONS)
    assert PeopleService(database).reader("admin", "u1").may("config.write")


def test_a_database_without_the_table_has_one_administrator(database: Database) -> None:
    run(database, "DROP TABLE role_personas")
    assert [view.key for view in PeopleService(database).personas()] == ["admin"]


def test_nobody_is_promoted_because_every_persona_is_switched_off(database: Database) -> None:
    persona(database, "admin", level="admin", is_active=False)
    (only,) = PeopleService(database).personas()
    assert only.permissions == frozenset()


def test_a_manifest_says_what_a_persona_may_do(database: Database) -> None:
    persona(database, "a", level="admin", capability_manifest={"permissions": ["x.read", " x.write "]})
    persona(database, "b", level="admin", capability_manifest={"permissions": {"x.read": True}})
    persona(database, "c", level="admin", capability_manifest={"permissions": ["x.read", 7]})
    assert permissions(database, "a") == {"x.read", "x.write"}
    assert permissions(database, "b") == permissions(database, "c") == frozenset()


def test_without_a_manifest_the_access_level_decides(database: Database) -> None:
    persona(database, "admin", level="admin", capability_manifest={"other": 1})
    persona(database, "rachel", level="advanced")
    persona(database, "broker", level="standard", capability_manifest=[1])
    persona(database, "odd", level="emperor")
    run(
        database,
        "INSERT INTO tab_configurations (tab_key, tab_name, tab_type, required_permissions) "
        "VALUES ('t', 'T', 'work', ARRAY['reports.read'])",
        "INSERT INTO component_feature_configurations (feature_key, feature_name, access_control) "
        "VALUES ('f', 'F', '{\"permissions\": [\"reports.print\"]}'), ('g', 'G', '[3]')",
    )
    assert permissions(database, "admin") == KNOWN_PERMISSIONS | {"reports.read", "reports.print"}
    assert permissions(database, "rachel") == STARTER_MANIFESTS["advanced"]
    assert permissions(database, "broker") == permissions(database, "odd") == STARTER_MANIFESTS["standard"]


def test_colours_come_from_the_persona_then_from_the_scheme(database: Database) -> None:
    run(
        database,
        "INSERT INTO config_registry (key, description, type, category) "
        "VALUES ('persona-color-schemes.config', 'x', 'json', 'ui')",
        "INSERT INTO config_values (config_key, value, effective_from) VALUES ('persona-color-schemes.config', "
        '\'{"rachel": {"primary": "#8b5cf6"}, "john": {"primary": "red"}, "admin": "#123456"}\', \'2020-01-01\')',
    )
    persona(database, "rachel", "Rachel Amberley (Underwriter)")
    persona(database, "john", "John")
    persona(database, "admin", "the admin", dashboard_config={"color": "#abc", "color_dark": "#FFF", "initials": "MX"})
    views = {view.key: view for view in PeopleService(database).personas()}
    assert {key: view.colour for key, view in views.items()} == {"rachel": "#8B5CF6", "john": "", "admin": "#AABBCC"}
    assert {key: view.initials for key, view in views.items()} == {"rachel": "RA", "john": "J", "admin": "MX"}
    assert views["admin"].colour_dark == "#FFFFFF"


def test_an_unknown_persona_lists_the_known_ones(database: Database) -> None:
    persona(database, "rachel")
    persona(database, "gone", is_active=False)
    with pytest.raises(ConfigurationError, match="gone") as caught:
        PeopleService(database).reader("gone", "u1")
    assert caught.value.hint == "Known: rachel."


def test_a_reader_carries_the_configuration_that_conditions_may_read(database: Database) -> None:
    persona(database, "rachel")
    run(
        database,
        "INSERT INTO tab_configurations (tab_key, tab_name, tab_type, configuration_keys) "
        "VALUES ('t', 'T', 'work', ARRAY['a.b', 'c.d', 'e.f', NULL])",
        "INSERT INTO config_registry (key, description, type, category, default_value_jsonb) VALUES "
        "('a.b', 'x', 'json', 'ui', '1'), ('c.d', 'x', 'json', 'ui', '2'), ('x.y', 'x', 'json', 'ui', '3')",
        "INSERT INTO config_values "
        "(config_key, persona, value, version, effective_from, effective_to, is_active) VALUES "
        "('a.b', NULL, '10', 1, '2020-01-01', NULL, true), "
        "('a.b', 'rachel', '11.50', 1, '-infinity', 'infinity', true), "
        "('a.b', 'rachel', '12', 9, '2026-03-01 12:00:00.000001', NULL, true), "
        "('a.b', 'rachel', '13', 8, '2020-01-01', '2026-03-01 12:00', true), "
        "('a.b', 'john', '14', 9, '2020-01-01', NULL, true), "
        "('a.b', 'rachel', '15', 7, '2020-01-01', NULL, false)",
    )
    reader = PeopleService(database, clock=FixedClock()).reader("rachel", "u1")
    assert {key: str(value) for key, value in reader.config.items()} == {"a.b": "11.50", "c.d": "2"}
    assert reader.as_of == NOW


def test_who_looks_is_read_with_the_personas_at_one_instant(database: Database) -> None:
    for key in ("rachel", "john", "off"):
        persona(database, key, is_active=key != "off")
    people = PeopleService(database, clock=FixedClock())
    assert people.look("john", "u1") == (people.personas("u1"), people.reader("john", "u1"))
    # As somebody else than was asked for: the one of the last time, the first, the one the person chose.
    assert people.look("off", "u1", "john")[1].persona == "john"
    assert people.look("", "u1", "gone")[1].persona == "rachel"
    run(
        database,
        "INSERT INTO users (id, email) VALUES ('u1', 'u1@example.org')",
        "INSERT INTO user_preferences (user_id, default_persona) VALUES ('u1', 'john')",
    )
    assert people.look("", "u1", "rachel")[1] == people.reader("john", "u1")
    assert people.look("rachel", "u1")[1].persona == "rachel"


def test_an_account_that_is_there_needs_no_connection_that_writes(live_url: str) -> None:
    for held in (1, 0):
        database = Database(live_url)
        PeopleService(database).ensure_user("ada")
        assert database.engine.pool.checkedin() == held  # type: ignore[attr-defined]
        database.dispose()


def test_an_account_is_made_once(database: Database) -> None:
    people = PeopleService(database)
    assert people.ensure_user("ada", "ada@example.org", "Ada Marlowe King") == Changes.of("users", ["ada"])
    assert people.ensure_user("ada", "other@example.org") == Changes()
    assert people.ensure_user("bob", "ada@example.org") == Changes.of("users", ["bob"])
    assert people.ensure_user("eve") == Changes.of("users", ["eve"])
    with database.read() as session:
        stored = session.execute(text("SELECT id, email, first_name, last_name FROM users ORDER BY id")).all()
    assert [tuple(row) for row in stored] == [
        ("ada", "ada@example.org", "Ada", "Marlowe King"),
        ("bob", "bob@desktop.invalid", "", ""),
        ("eve", "eve@desktop.invalid", "", ""),
    ]


def test_a_database_that_takes_no_account_does_not_stop_the_start(database: Database) -> None:
    run(database, "DROP TABLE users CASCADE")
    assert PeopleService(database).ensure_user("ada", "ada@example.org", "Ada") == Changes()
