"""The starter data: loaded once, brought back on request, and never in the way of the person's own rows."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from jarvis_desktop.core.bundled import bundled
from jarvis_desktop.db.starter_version import starter_outdated
from jarvis_desktop.db.transfer.importer import import_folder
from jarvis_desktop.db.transfer.starter import load_starter, reset_starter, starter_loaded

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.transfer.types import StarterReport

    Folder = Callable[..., Path]

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


class Noon:
    def __init__(self, instant: datetime = NOW) -> None:
        self._instant = instant

    def now(self) -> datetime:
        return self._instant


def counts(report: StarterReport) -> tuple[int, int, int, int, int]:
    return report.inserted, report.restored, report.unchanged, len(report.kept), len(report.problems)


def rows(database: Database, statement: str) -> list[tuple[Any, ...]]:
    with database.read() as session:
        return [tuple(row) for row in session.execute(text(statement))]


def run(database: Database, statement: str) -> None:
    with database.write() as session:
        session.execute(text(statement))


def samples(folder_of: Folder) -> Path:
    tab = {"tab_type": "t", "tab_name": "T"}
    return folder_of(
        tab_configurations=[{"id": 1, "tab_key": "home", **tab}, {"id": 2, "tab_key": "more", **tab}],
        component_feature_configurations=[{"feature_key": "f", "feature_name": "F", "_parent_tab_key": "more"}],
        agents=[{"id": 1, "name": "Scout", "layer": "Role"}],
        incidents=[
            {"id": 1, "incident_id": "INC-1", "title": "One", "created_at": "{now-3d}"},
            {"id": 2, "incident_id": "INC-2", "title": "Two", "created_at": "{now}"},
        ],
        activities=[{"activity_type": "a", "description": "{now}", "created_at": "{now-90m}"}],
    )


def test_relative_instants_are_of_the_loading(database: Database, folder_of: Folder) -> None:
    instants = ["{now}", "{now-3d}", "{now-4h}", "{now+2d}", "{now-90m}", "{now-1w}"]
    folder = folder_of(
        incidents=[{"incident_id": f"I{n}", "title": "{now}", "created_at": text} for n, text in enumerate(instants)]
    )
    assert counts(load_starter(database, folder, clock=Noon())) == (6, 0, 0, 0, 0)
    stored = rows(database, "SELECT title, created_at FROM incidents ORDER BY id")
    shifts = [timedelta(0), timedelta(days=-3), timedelta(hours=-4), timedelta(days=2), timedelta(minutes=-90)]
    assert stored == [("{now}", (NOW + s).replace(tzinfo=None)) for s in (*shifts, timedelta(weeks=-1))]


def test_loading_twice_adds_nothing_and_brings_nothing_back(database: Database, folder_of: Folder) -> None:
    folder = samples(folder_of)
    assert not starter_loaded(database)
    assert counts(load_starter(database, folder)) == (7, 0, 0, 0, 0)
    assert starter_loaded(database)
    run(database, "DELETE FROM incidents WHERE incident_id = 'INC-1'")
    assert counts(load_starter(database, folder)) == (0, 0, 7, 0, 0)
    assert rows(database, "SELECT incident_id FROM incidents") == [("INC-2",)]


def test_rows_that_nobody_edited_follow_the_program(database: Database, folder_of: Folder) -> None:
    load_starter(database, samples(folder_of), clock=Noon())
    run(database, "UPDATE agents SET description = 'edited'")
    run(database, "DELETE FROM activities")
    run(database, "DELETE FROM component_feature_configurations")
    before = rows(database, "SELECT id, created_at FROM incidents ORDER BY id")
    tab = {"tab_type": "t", "tab_name": "T"}
    newer = folder_of(
        tab_configurations=[
            {"id": 1, "tab_key": "home", **tab, "tab_name": "Home"},
            {"id": 2, "tab_key": "more", **tab},
            {"id": 3, "tab_key": "new", **tab},
        ],
        component_feature_configurations=[{"feature_key": "g", "feature_name": "G", "_parent_tab_key": "home"}],
        agents=[{"id": 1, "name": "Scout", "layer": "Role", "description": "newer"}],
        incidents=[
            {"id": 1, "incident_id": "INC-1", "title": "One", "priority": "high", "created_at": "{now-3d}"},
            {"id": 2, "incident_id": "INC-2", "title": "Two", "created_at": "{now}"},
        ],
        activities=[{"activity_type": "b", "description": "new", "created_at": "{now-90m}"}],
    )
    assert starter_outdated(database, newer)
    report = load_starter(database, newer, clock=Noon(NOW + timedelta(days=9)))
    assert (report.inserted, report.renewed, len(report.kept), len(report.problems)) == (1, 2, 0, 0)
    assert not starter_outdated(database, newer)
    assert rows(database, "SELECT tab_name FROM tab_configurations ORDER BY id") == [("Home",), ("T",), ("T",)]
    assert rows(database, "SELECT description FROM agents") == [("edited",)]
    assert rows(database, "SELECT priority FROM incidents WHERE id = 1") == [("high",)]
    assert rows(database, "SELECT id, created_at FROM incidents ORDER BY id") == before
    assert rows(database, "SELECT count(*) FROM activities") == [(0,)]
    assert rows(database, "SELECT count(*) FROM component_feature_configurations") == [(0,)]
    again = load_starter(database, newer, clock=Noon(NOW + timedelta(days=20)))
    assert (again.inserted, again.renewed) == (0, 0)


def test_a_database_without_samples_is_not_given_any_by_a_newer_program(database: Database, folder_of: Folder) -> None:
    assert not starter_outdated(database, samples(folder_of))


def test_numbering_goes_on_after_the_samples(database: Database, folder_of: Folder) -> None:
    run(database, "SELECT setval('incidents_id_seq', 1, false)")
    load_starter(database, samples(folder_of))
    run(database, "INSERT INTO incidents (incident_id, title) VALUES ('INC-9', 'Mine')")
    assert rows(database, "SELECT id FROM incidents WHERE incident_id = 'INC-9'") == [(3,)]


def test_samples_that_refer_to_each_other_count_as_untouched(database: Database, folder_of: Folder) -> None:
    step = {"execution_id": "run", "layer": "Role", "agent_name": "a", "agent_type": "t", "action": "act"}
    folder = folder_of(
        agent_executions=[{"execution_id": "run", "persona": "admin", "command": "go"}],
        agent_execution_steps=[
            {"id": 1, "step_order": 1, "parent_step_id": 2, **step},
            {"id": 2, "step_order": 2, **step},
        ],
    )
    assert counts(load_starter(database, folder)) == (3, 0, 0, 0, 0)
    assert rows(database, "SELECT parent_step_id FROM agent_execution_steps ORDER BY id") == [(2,), (None,)]
    assert counts(reset_starter(database, folder)) == (0, 0, 3, 0, 0)


def test_reset_brings_back_what_was_changed_and_leaves_the_persons_rows(database: Database, folder_of: Folder) -> None:
    folder = samples(folder_of)
    load_starter(database, folder, clock=Noon())
    run(database, "DELETE FROM component_feature_configurations")
    run(database, "DELETE FROM tab_configurations WHERE tab_key = 'more'")
    run(database, "UPDATE incidents SET incident_id = 'RENAMED', john_notes = 'hm' WHERE incident_id = 'INC-1'")
    run(database, "UPDATE agents SET description = 'edited'")
    run(database, "INSERT INTO incidents (incident_id, title) VALUES ('INC-9', 'Mine')")
    report = reset_starter(database, folder, clock=Noon())
    assert counts(report) == (2, 2, 3, 0, 0)
    assert rows(database, "SELECT incident_id, title, john_notes FROM incidents ORDER BY id") == [
        ("INC-1", "One", None), ("INC-2", "Two", None), ("INC-9", "Mine", None)
    ]  # fmt: skip
    assert rows(database, "SELECT description FROM agents") == [(None,)]
    assert rows(database, "SELECT t.tab_key FROM component_feature_configurations f "
                "JOIN tab_configurations t ON t.id = f.parent_tab_id") == [("more",)]  # fmt: skip
    assert counts(reset_starter(database, folder, clock=Noon())) == (0, 0, 7, 0, 0)


def test_reset_makes_the_samples_fresh_again(database: Database, folder_of: Folder) -> None:
    folder = samples(folder_of)
    load_starter(database, folder, clock=Noon())
    later = NOW + timedelta(days=100)
    assert counts(reset_starter(database, folder, clock=Noon(later))) == (0, 0, 7, 0, 0)
    assert rows(database, "SELECT created_at FROM incidents WHERE incident_id = 'INC-2'") == [
        (later.replace(tzinfo=None),)
    ]


def test_an_imported_row_replaces_an_untouched_sample_only(database: Database, folder_of: Folder) -> None:
    samples_folder = samples(folder_of)
    load_starter(database, samples_folder, clock=Noon())
    run(database, "UPDATE incidents SET title = 'Edited' WHERE incident_id = 'INC-2'")
    folder = folder_of(
        incidents=[
            {"incident_id": "INC-1", "title": "Real one"},
            {"incident_id": "INC-2", "title": "Real two"},
        ],
        agents=[{"name": "Scout", "layer": "Role", "description": "real"}],
        tab_configurations=[{"id": 70, "tab_key": "more", "tab_name": "Real", "tab_type": "t"}],
        component_feature_configurations=[{"feature_key": "g", "feature_name": "G", "parent_tab_id": 70}],
    )
    report = import_folder(database, folder)
    assert (report.inserted, report.replaced, len(report.problems)) == (1, 3, 0)
    (kept,) = report.kept_edited
    assert (kept.file, kept.index) == ("incidents.json", 1)
    titles = [("Real one",), ("Edited",)]
    assert rows(database, "SELECT title FROM incidents ORDER BY id") == titles
    assert rows(database, "SELECT id, description FROM agents") == [(1, "real")]
    assert rows(database, "SELECT feature_key FROM component_feature_configurations WHERE parent_tab_id = 2 "
                "ORDER BY 1") == [("f",), ("g",)]  # fmt: skip
    again = import_folder(database, folder)
    assert (again.inserted, again.replaced, again.skipped_duplicates, len(again.kept_edited)) == (0, 0, 4, 1)

    reset = reset_starter(database, samples_folder, clock=Noon())
    assert counts(reset) == (0, 1, 3, 3, 0)
    assert rows(database, "SELECT title FROM incidents ORDER BY id") == [("Real one",), ("Two",)]


def test_samples_go_round_rows_that_are_there(database: Database, folder_of: Folder) -> None:
    run(database, "INSERT INTO tab_configurations (id, tab_key, tab_name, tab_type) VALUES (2, 'mine', 'M', 't')")
    run(database, "INSERT INTO incidents (id, incident_id, title) VALUES (50, 'INC-1', 'Mine')")
    report = load_starter(database, samples(folder_of))
    assert counts(report) == (6, 0, 0, 1, 0)
    assert rows(database, "SELECT title FROM incidents ORDER BY incident_id") == [("Mine",), ("Two",)]
    assert rows(database, "SELECT t.tab_key FROM component_feature_configurations f "
                "JOIN tab_configurations t ON t.id = f.parent_tab_id") == [("more",)]  # fmt: skip


def test_a_row_that_loses_its_id_gets_one_that_nobody_has(database: Database, folder_of: Folder) -> None:
    run(database, "ALTER SEQUENCE tab_configurations_id_seq RESTART")
    run(database, "INSERT INTO tab_configurations (id, tab_key, tab_name, tab_type) VALUES (2, 'mine', 'M', 't')")
    assert counts(load_starter(database, samples(folder_of))) == (7, 0, 0, 0, 0)
    assert rows(database, "SELECT id, tab_key FROM tab_configurations ORDER BY id") == [
        (1, "home"),
        (2, "mine"),
        (3, "more"),
    ]


def test_the_programs_own_starter_data_load_without_a_problem(database: Database) -> None:
    folder = bundled("resources") / "starter"
    report = load_starter(database, folder)
    assert [str(problem) for problem in (*report.problems, *report.kept)] == []
    given = sum(len(json.loads(path.read_text("utf-8"))) for path in folder.glob("*.json"))
    assert report.inserted == given
    assert counts(reset_starter(database, folder))[:2] == (0, 0)
    assert rows(database, "SELECT count(*) FROM desktop.imported_rows") == [(0,)]
