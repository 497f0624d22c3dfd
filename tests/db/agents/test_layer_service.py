"""The six layers, from rows that are as they should be and from rows that are not."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from jarvis_desktop.agents import service as layer_service
from jarvis_desktop.agents.service import LayerService
from jarvis_desktop.metadata.types import Reader
from tests.support.laws import examples
from tests.unit.metadata.junk import JUNK, TEXTS

if TYPE_CHECKING:
    import pytest

    from jarvis_desktop.agents.types import LayerView
    from jarvis_desktop.db.engine import Database

ADMIN = Reader("admin", "u1", frozenset(), datetime(2026, 3, 1, 12, tzinfo=UTC))
JSON_COLUMNS = ("data_source_query", "display_config", "branding")
KEYS = ["experience", "meta_brain", "role", "process", "system", "interface"]


def layer(database: Database, key: str, source: str = "agents", **columns: Any) -> None:
    stored = {"layer_key": key, "layer_name": key.title(), "layer_level": 3, "data_source": source}
    values = {**stored, "effective_from": "2020-01-01", **columns}
    sent = {
        k: json.dumps(v) if k in ("data_source_query", "display_config", "branding") else v for k, v in values.items()
    }
    with database.write() as session:
        marks = ", ".join(f":{name}" for name in sent)
        session.execute(text(f"INSERT INTO hierarchy_layer_configurations ({', '.join(sent)}) VALUES ({marks})"), sent)


def agents(database: Database, *rows: tuple[str, str, str]) -> None:
    with database.write() as session:
        for name, where, status in rows:
            session.execute(
                text("INSERT INTO agents (name, layer, status) VALUES (:name, :layer, :status)"),
                {"name": name, "layer": where, "status": status},
            )


def shown(database: Database, key: str, reader: Reader = ADMIN) -> LayerView:
    return next(view for view in LayerService(database).layers(reader) if view.key == key)


def test_the_six_layers_are_there_without_any_row(database: Database) -> None:
    agents(database, ("Ada", "Meta Brain", "active"))
    layers = LayerService(database).layers(ADMIN)
    assert [view.key for view in layers] == KEYS
    assert [view.level for view in layers] == [1, 2, 3, 4, 5, 6]
    assert [agent.name for agent in layers[1].agents] == ["Ada"]
    assert all(view.problems for view in layers)


def test_agents_are_those_of_the_layers_query_by_name(database: Database) -> None:
    agents(database, ("Zoe", "Role", "active"), ("Ada", "Role", "active"), ("Off", "Role", "inactive"))
    layer(database, "role", data_source_query={"layer": "Role", "status": "active"}, display_config={"icon": "Bot"})
    view = shown(database, "role")
    assert ([agent.name for agent in view.agents], view.icon, view.problems) == (["Ada", "Zoe"], "Bot", ())
    assert view.agents[0].status == "active"
    layer(database, "process", data_source_query=None)
    assert shown(database, "process").agents == ()


def test_a_layer_follows_scope_and_effective_dates(database: Database) -> None:
    for columns in (
        {"layer_name": "Everybody's"},
        {"layer_name": "Rachel's", "persona": "rachel"},
        {"layer_name": "Later", "version": 5, "effective_from": "2027-01-01"},
        {"layer_name": "Former", "version": 6, "effective_to": "2026-03-01 12:00"},
    ):
        layer(database, "role", **columns)
    assert shown(database, "role").name == "Everybody's"
    rachel = Reader("rachel", "u2", frozenset(), ADMIN.as_of)
    assert shown(database, "role", rachel).name == "Rachel's"


def test_other_spellings_other_layers_and_other_sources(database: Database) -> None:
    agents(database, ("Ada", "Meta Brain", "active"))
    layer(database, "metaBrain", "metaBrainLayer", layer_name="Brain")
    layer(database, "quality", data_source_query={"layer": "Quality"}, layer_level=9)
    layer(database, "system", "spreadsheet")
    layer(database, "interface", data_source_query={"password": "x"})
    views = LayerService(database).layers(ADMIN)
    assert [view.key for view in views] == [*KEYS, "quality"]
    assert ([agent.name for agent in views[1].agents], views[1].name) == (["Ada"], "Brain")
    assert "“spreadsheet”" in views[4].problems[0]
    assert "“password”" in views[5].problems[0]


def test_the_experience_layer_shows_the_company_in_effect(database: Database) -> None:
    layer(database, "experience", "experienceLayer")
    assert shown(database, "experience").company is None
    with database.write() as session:
        session.execute(
            text(
                "INSERT INTO experience_layer (company_name, effective_from, effective_to, is_active) VALUES "
                "('Old Harbour Mutual', '2020-01-01', '2021-01-01', true), ('Brindlewick Mutual', NULL, NULL, true), "
                "('Not yet Ltd', '2030-01-01', NULL, true), ('Off Ltd', '2020-01-01', NULL, false)"
            )
        )
    company = shown(database, "experience").company
    assert company is not None
    assert company.name == "Brindlewick Mutual"


def test_a_crowded_layer_says_that_there_are_more(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layer_service, "MOST_AGENTS", 2)
    agents(database, *((f"Agent {i}", "Role", "active") for i in range(3)))
    view = shown(database, "role")
    assert (len(view.agents), view.more) == (2, True)


def test_missing_tables_are_problems_of_the_layers_that_need_them(database: Database) -> None:
    layer(database, "experience", "experienceLayer")
    with database.write() as session:
        session.execute(text("DROP TABLE agents CASCADE"))
        session.execute(text("DROP TABLE experience_layer"))
    views = LayerService(database).layers(ADMIN)
    assert all("has no table" in view.problems[-1] for view in views)
    with database.write() as session:
        session.execute(text("DROP TABLE hierarchy_layer_configurations CASCADE"))
    assert [view.key for view in LayerService(database).layers(ADMIN)] == KEYS


@settings(max_examples=examples(15), deadline=None, suppress_health_check=list(HealthCheck))
@given(
    query=JUNK | st.dictionaries(st.sampled_from(["layer", "status", "is_custom", "maturity_level"]), JUNK, max_size=2),
    display=JUNK,
    branding=JUNK,
    source=st.sampled_from(["agents", "experienceLayer", "metaBrainLayer"]) | TEXTS,
    key=st.sampled_from(KEYS) | TEXTS,
)
def test_junk_never_stops_the_layers(
    database: Database, query: Any, display: Any, branding: Any, source: str, key: str
) -> None:
    with database.write() as session:
        session.execute(text("DELETE FROM hierarchy_layer_configurations"))
    layer(database, key, source, data_source_query=query, display_config=display, branding=branding)
    assert [view.key for view in LayerService(database).layers(ADMIN)][:6] == KEYS
