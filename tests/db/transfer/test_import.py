"""Import: which rows are the same, what is reported, and that nothing else stops."""

from __future__ import annotations

import json
import os
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from sqlalchemy import text

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.db.transfer.importer import import_folder
from jarvis_desktop.db.transfer.types import Progress

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.transfer.types import ImportReport

    Folder = Callable[..., Path]

PREDECESSOR = Path(__file__).resolve().parents[4] / "shared" / "fixtures" / "jarvis3"


def rows(database: Database, statement: str) -> list[tuple[Any, ...]]:
    with database.read() as session:
        return [tuple(row) for row in session.execute(text(statement))]


def reasons(report: ImportReport) -> list[str]:
    return [str(problem) for problem in report.problems]


def incident(number: int, **more: object) -> dict[str, object]:
    return {"incident_id": f"INC-{number}", "title": f"Printer {number}", **more}


def agent(name: str, **more: object) -> dict[str, object]:
    return {"name": name, "layer": "Role", **more}


def test_rows_arrive_with_their_types(database: Database, folder_of: Folder) -> None:
    folder = folder_of(
        incidents=[incident(1, created_at="2025-06-10T09:30:00+02:00", critical_flags={"a": [1, None]}, _source="x")],
        agents=[agent("Scout", success_rate=98.60, sla_performance="97.50", compliance_frameworks=["iso", None])],
    )
    report = import_folder(database, folder)
    assert report.inserted == 2
    assert not report.problems
    ((created, flags),) = rows(database, "SELECT created_at, critical_flags FROM incidents")
    assert created.isoformat() == "2025-06-10T07:30:00"
    assert flags == {"a": [1, None]}
    ((rate, sla, frameworks, persona),) = rows(
        database, "SELECT success_rate, sla_performance, compliance_frameworks, persona FROM agents"
    )
    assert (rate, sla, frameworks, persona) == (Decimal("98.6"), Decimal("97.50"), ["iso", None], "admin")


def test_numbers_in_json_keep_every_digit(database: Database, folder_of: Folder) -> None:
    value = '{"limit": 12345678901234567890.123456789012345678, "big": 98765432109876543210}'
    folder = folder_of(
        config_values=f'[{{"config_key": "uw.limit", "value": {value}}}]',
        agents='[{"name": "A", "layer": "Role", "success_rate": 0.1000000000000000055511151231257827}]',
    )
    import_folder(database, folder)
    assert rows(database, "SELECT value->>'limit', value->>'big' FROM config_values") == [
        ("12345678901234567890.123456789012345678", "98765432109876543210")
    ]
    assert rows(database, "SELECT success_rate::text FROM agents") == [("0.1000000000000000055511151231257827",)]


def test_a_second_import_changes_nothing(database: Database, folder_of: Folder) -> None:
    folder = folder_of(
        users=[{"id": "mara", "email": "mara@example.org"}],
        agents=[
            agent("Scout"),
            agent("Scout", persona="admin", description="the same"),
            agent("Scout", persona="john"),
        ],
        activities=[
            {"activity_type": "note", "description": "seen", "user_id": "mara"},
            {"activity_type": "note", "description": "seen", "user_id": "mara"},
            {"activity_type": "note", "description": "other"},
        ],
        config_values=[{"config_key": "ui.theme", "value": "dark", "created_by": "ghost", "workflow_id": 3}],
        incidents=[incident(1), incident(2), incident(1, title="again")],
    )
    first = import_folder(database, folder)
    assert (first.inserted, first.skipped_duplicates) == (1 + 2 + 2 + 1 + 2, 3)
    counts = "SELECT (SELECT count(*) FROM agents), (SELECT count(*) FROM activities), (SELECT max(id) FROM incidents)"
    before = rows(database, counts)
    second = import_folder(database, folder)
    assert (second.inserted, second.replaced, second.skipped_duplicates) == (0, 0, 11)
    assert not second.problems
    assert not second.parents_created
    assert rows(database, counts) == before


def test_missing_parents_are_made_and_reported(database: Database, folder_of: Folder) -> None:
    folder = folder_of(
        config_values=[
            {"config_key": "ui.density", "value": ["a"], "created_by": "ghost"},
            {"config_key": "ui.density", "value": 1, "persona": "john", "created_by": "ghost"},
        ],
        agent_versions=[{"agent_id": 77, "version_number": 1}],
    )
    report = import_folder(database, folder)
    assert report.parents_created == {"config_registry": ("ui.density",), "users": ("ghost",)}
    assert reasons(report) == ["agent_versions.json[0]: “agent_id” refers to 77, which is not in “agents”"]
    assert rows(database, "SELECT email FROM users") == [("ghost@imported.invalid",)]
    assert rows(database, "SELECT type, category FROM config_registry") == [("array", "ui")]


def test_the_real_row_takes_the_place_of_its_stand_in(database: Database, folder_of: Folder) -> None:
    import_folder(database, folder_of(activities=[{"activity_type": "x", "description": "d", "user_id": "ghost"}]))
    real = folder_of(users=[{"id": "ghost", "email": "ghost@example.org", "first_name": "Gwen"}])
    assert import_folder(database, real).replaced == 1
    assert rows(database, "SELECT email, first_name FROM users") == [("ghost@example.org", "Gwen")]
    assert import_folder(database, real).skipped_duplicates == 1


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (5, "it is not an object"),
        ({}, "it is empty"),
        ({"incident_id": "I"}, "“title” must have a value"),
        (incident(1, title=None), "“title” must have a value"),
        (incident(1, title=5), "“title”: expected text, not 5"),
        (incident(1, colour="red"), "no column “colour”"),
        (incident(1, created_at="yesterday"), "not an ISO date and time"),
        (incident(1, created_at=17), "expected a date and time as text"),
        (incident(1, title="nul \x00"), "NUL character"),
        (incident(1, critical_flags={"deep": ["\x00"]}), "NUL character"),
        (incident(1, critical_flags={"\x00": 1}), "NUL character"),
        (incident(1, title="half \ud83d"), "surrogate"),
        (incident(1, id=2**31), "outside the range of integer"),
        (incident(1, id="7"), "expected a whole number"),
        (incident(1, id=True), "expected a whole number"),
        (incident(1, critical_flags=float("nan")), "NaN is not a value of JSON"),
    ],
)
def test_a_bad_row_is_reported_and_stops_nothing(
    database: Database, folder_of: Folder, row: object, reason: str
) -> None:
    report = import_folder(database, folder_of(incidents=[incident(8), row, incident(9)]))
    assert report.inserted == 2
    (problem,) = report.problems
    assert (problem.file, problem.index) == ("incidents.json", 1)
    assert reason in problem.reason


def test_numbers_that_would_be_rounded_are_refused(database: Database, folder_of: Folder) -> None:
    report = import_folder(
        database,
        folder_of(
            agents=[
                agent("a", sla_performance=99.999),
                agent("b", sla_performance=1000),
                agent("c", sla_performance=99.990),
                agent("d", status="x" * 5000, maturity_stage="x" * 21),
            ]
        ),
    )
    assert [problem.index for problem in report.problems] == [0, 1, 3]
    assert "more than 2 decimal places" in report.problems[0].reason
    assert "more than 3 digits before the point" in report.problems[1].reason
    assert "at most 20 fit" in report.problems[2].reason


def test_a_refusal_by_the_server_is_of_one_row(live_database: Database, folder_of: Folder) -> None:
    with live_database.write() as session:
        session.execute(text("ALTER TABLE incidents ADD CONSTRAINT no_fire CHECK (title <> 'fire')"))
    report = import_folder(live_database, folder_of(incidents=[incident(1), incident(2, title="fire"), incident(3)]))
    assert report.inserted == 2
    assert [problem.index for problem in report.problems] == [1]
    assert "no_fire" in report.problems[0].reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "it is empty"),
        ("{}", "not a JSON list"),
        ("null", "not a JSON list"),
        ("[1, 2", "ends in the middle"),
        ('[{"incident_id": "I", "title": "T"}, oops]', "not JSON from character 37"),
        ('[{"incident_id": "I", "title": "T"}] more', "something follows"),
        ('[{"incident_id": "I", "title": "T"} {}]', "not JSON"),
        ("[" * 100_000, "nested too deep"),
    ],
)
def test_a_file_that_is_not_a_list_of_rows_is_reported_whole(
    database: Database, folder_of: Folder, content: str, reason: str
) -> None:
    report = import_folder(database, folder_of(incidents=content, agents=[agent("a")]))
    (problem,) = report.problems
    assert (problem.file, problem.index) == ("incidents.json", None)
    assert reason in problem.reason
    assert rows(database, "SELECT count(*) FROM incidents") == [(0,)]
    assert report.inserted == 1


def test_a_file_that_breaks_off_after_many_rows_leaves_none_of_them(database: Database, folder_of: Folder) -> None:
    cut = json.dumps([incident(n, reported_by="mara") for n in range(1200)])[:-20]
    report = import_folder(database, folder_of(incidents=cut, agents=[agent("a", user_id="ghost")]))
    assert reasons(report)[0].startswith("incidents.json: it is not JSON")
    assert report.inserted == 1
    assert rows(database, "SELECT count(*) FROM incidents") == [(0,)]


def test_encodings_and_names_of_files(database: Database, folder_of: Folder) -> None:
    folder = folder_of(customers=[{}], agents=[])
    (folder / "incidents.json").write_bytes(b"\xef\xbb\xbf" + json.dumps([incident(1)]).encode())
    (folder / "submissions.json").write_bytes(json.dumps([]).encode("utf-16"))
    (folder / "readme.txt").write_text("not rows")
    report = import_folder(database, folder)
    assert report.inserted == 1
    assert sorted(reasons(report)) == [
        "customers.json: its name is not the name of a table",
        "submissions.json: it is not UTF-8 text",
    ]


def test_a_folder_without_rows_is_refused(database: Database, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=r"holds no \.json files"):
        import_folder(database, tmp_path)
    with pytest.raises(ConfigurationError, match="no folder"):
        import_folder(database, tmp_path / "none")


def test_keys_that_are_not_columns(database: Database, folder_of: Folder) -> None:
    field = {"form_type": "f", "field_type": "text", "label": "L"}
    folder = folder_of(
        tab_configurations=[{"tab_key": "overview", "tab_name": "O", "tab_type": "t"}],
        component_feature_configurations=[
            {"feature_key": "a", "feature_name": "A", "_parent_tab_key": "overview"},
            {"feature_key": "b", "feature_name": "B", "_parent_tab_key": "nowhere"},
        ],
        form_field_definitions=[
            {
                **field,
                "field_key": "a",
                "ui_props": {"rows": 3},
                "_upstream_extra": {"dependencies": {"dependsOn": "x"}},
            },
            {**field, "field_key": "b", "_upstream_extra": {"dependencies": None, "other": 1}},
            {**field, "field_key": "c", "ui_props": [1], "_upstream_extra": {"dependencies": {"dependsOn": "x"}}},
        ],
    )
    report = import_folder(database, folder)
    assert {(p.file, p.index) for p in report.problems} == {
        ("component_feature_configurations.json", 1),
        ("form_field_definitions.json", 2),
    }
    assert rows(database, "SELECT tab_key FROM tab_configurations t JOIN component_feature_configurations f "
                "ON f.parent_tab_id = t.id") == [("overview",)]  # fmt: skip
    assert rows(database, "SELECT ui_props FROM form_field_definitions ORDER BY field_key") == [
        ({"rows": 3, "dependencies": {"dependsOn": "x"}},),
        (None,),
    ]


def test_ids_are_kept_followed_and_the_numbering_goes_on(database: Database, folder_of: Folder) -> None:
    import_folder(database, folder_of(commercial_property_workflows=[{"submission_id": "S-0", "user_id": "u"}]))
    ((taken,),) = rows(database, "SELECT id FROM commercial_property_workflows")
    folder = folder_of(
        commercial_property_workflows=[
            {"id": taken, "submission_id": "S-1", "user_id": "u"},
            {"id": 9000, "submission_id": "S-2", "user_id": "u"},
            {"id": 9001, "submission_id": "S-0", "user_id": "u"},
        ],
        commercial_property_submissions=[
            {"workflow_id": taken, "submission_id": "S-1"},
            {"workflow_id": 9000, "submission_id": "S-2"},
            {"workflow_id": 9001, "submission_id": "S-0"},
        ],
    )
    report = import_folder(database, folder)
    assert (report.inserted, report.skipped_duplicates, len(report.problems)) == (5, 1, 0)
    assert sum(table.renumbered for table in report.tables) == 1
    pairs = rows(database, "SELECT w.submission_id, s.submission_id FROM commercial_property_submissions s "
                 "JOIN commercial_property_workflows w ON w.id = s.workflow_id")  # fmt: skip
    assert len(pairs) == 3
    assert all(workflow == submission for workflow, submission in pairs)
    with database.write() as session:
        following = session.scalar(
            text("INSERT INTO commercial_property_workflows (submission_id, user_id) VALUES ('S', 'u') RETURNING id")
        )
    assert following == 9001


def test_an_id_at_the_end_of_its_type_leaves_numbers_for_new_rows(database: Database, folder_of: Folder) -> None:
    report = import_folder(database, folder_of(incidents=[incident(1, id=2**31 - 1), incident(2, id=0), incident(3)]))
    assert report.inserted == 3
    with database.write() as session:
        for number in (4, 5):
            session.execute(text(f"INSERT INTO incidents (incident_id, title) VALUES ('INC-{number}', 'New')"))
    assert rows(database, "SELECT id FROM incidents ORDER BY id DESC LIMIT 1") == [(2**31 - 1,)]


def test_without_numbers_left_the_file_is_refused_at_once(live_database: Database, folder_of: Folder) -> None:
    with live_database.write() as session:
        session.execute(text("SELECT setval('incidents_id_seq', 2147483647)"))
    report = import_folder(live_database, folder_of(incidents=[incident(n) for n in range(50)], agents=[agent("a")]))
    (problem,) = report.problems
    assert problem.index is None
    assert "maximum value" in problem.reason
    assert report.inserted == 1


def test_a_key_that_an_object_has_twice_is_reported(database: Database, folder_of: Folder) -> None:
    twice = (
        '[{"incident_id": "INC-1", "title": "a", "title": "b"}, {"incident_id": "INC-2", "title": "c"}, '
        '{"incident_id": "INC-3", "title": "d", "critical_flags": {"vip": true, "vip": false}}]'
    )
    report = import_folder(database, folder_of(incidents=twice))
    assert report.inserted == 1
    first, second = reasons(report)
    assert first == "incidents.json[0]: it is an object that has “title” twice"
    assert second.startswith("incidents.json[2]: “critical_flags”")
    assert "“vip” twice" in second


def test_what_only_looks_like_a_file_is_reported(database: Database, folder_of: Folder) -> None:
    folder = folder_of(incidents=[incident(1)], Incidents=[incident(2)], sessions="")
    (folder / "sessions.json").unlink()
    (folder / "agents.json").symlink_to(folder / "nowhere.json")
    (folder / "emails.json").symlink_to("emails.json")
    (folder / "errors.json").mkdir()
    os.mkfifo(folder / "commands.json")
    report = import_folder(database, folder)
    assert report.inserted == 1
    said = dict(reason.split(": ", 1) for reason in reasons(report))
    assert said.keys() == {"Incidents.json", "agents.json", "commands.json", "emails.json", "errors.json"}
    assert said["Incidents.json"].endswith("which is written “incidents”")
    assert said["commands.json"] == said["errors.json"] == "it is not a file"
    assert said["agents.json"].startswith("it cannot be read")


def test_steps_may_come_before_their_parent_step(database: Database, folder_of: Folder) -> None:
    def step(number: int, parent: int | None) -> dict[str, object]:
        given = {"id": number, "execution_id": "run", "step_order": number, "layer": "Role", "parent_step_id": parent}
        return {**given, "agent_name": "a", "agent_type": "t", "action": "act"}

    folder = folder_of(
        agent_executions=[{"execution_id": "run", "persona": "admin", "command": "go"}],
        agent_execution_steps=[step(10, 12), step(11, 10), step(12, None), step(13, 99), step(14, 13)],
    )
    report = import_folder(database, folder)
    assert rows(database, "SELECT id, parent_step_id FROM agent_execution_steps ORDER BY id") == [
        (10, 12), (11, 10), (12, None)
    ]  # fmt: skip
    assert reasons(report) == [
        "agent_execution_steps.json[3]: “parent_step_id” refers to 99, which is not in “agent_execution_steps”",
        "agent_execution_steps.json[4]: the row that it is part of was refused",
    ]
    assert report.inserted == 4


def test_null_is_equal_to_null_in_keys(database: Database, folder_of: Folder) -> None:
    rule = {"rule_name": "r", "rule_engine": "simple", "rule_definition": {}, "scope": "global"}
    folder = folder_of(business_rules=[rule, {**rule, "persona": None}, {**rule, "version": 1}, {**rule, "version": 2}])
    report = import_folder(database, folder)
    assert (report.inserted, report.skipped_duplicates) == (2, 2)


def test_rows_that_differ_from_the_stored_ones_are_counted(database: Database, folder_of: Folder) -> None:
    import_folder(database, folder_of(incidents=[incident(1), incident(2)]))
    report = import_folder(database, folder_of(incidents=[incident(1), incident(2, title="Other")]))
    (table,) = report.tables
    assert (table.skipped_duplicates, table.skipped_different) == (2, 1)


def test_a_deleted_row_without_a_key_of_its_own_comes_back(database: Database, folder_of: Folder) -> None:
    folder = folder_of(activities=[{"activity_type": "note", "description": "seen"}])
    import_folder(database, folder)
    with database.write() as session:
        session.execute(text("DELETE FROM activities"))
    assert import_folder(database, folder).inserted == 1
    assert import_folder(database, folder).skipped_duplicates == 1


def test_more_rows_than_a_batch_with_a_bad_one_in_each(database: Database, folder_of: Folder) -> None:
    seen: list[Progress] = []
    many = [incident(n, priority=5 if n % 600 == 0 else "low") for n in range(1500)]
    report = import_folder(database, folder_of(incidents=many), seen.append)
    assert [problem.index for problem in report.problems] == [0, 600, 1200]
    assert report.inserted == 1497
    assert seen[-1].rows == 1500
    assert seen[-1].share == 1
    assert [p.rows for p in seen] == sorted(p.rows for p in seen)


def test_an_interrupted_import_leaves_nothing(live_database: Database, folder_of: Folder) -> None:
    def interrupt(progress: Progress) -> None:
        if progress.table == "incidents":
            raise KeyboardInterrupt

    folder = folder_of(agents=[agent("a")], incidents=[incident(n) for n in range(700)], users=[])
    with pytest.raises(KeyboardInterrupt):
        import_folder(live_database, folder, interrupt)
    assert rows(live_database, "SELECT (SELECT count(*) FROM agents) + (SELECT count(*) FROM incidents)") == [(0,)]
    assert import_folder(live_database, folder).inserted == 701


def test_a_database_without_our_schema_is_told_to_upgrade(new_database: Callable[[], str], folder_of: Folder) -> None:
    from jarvis_desktop.db.engine import Database

    url = new_database()
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE incidents (id serial PRIMARY KEY, incident_id varchar, title varchar)")
    foreign = Database(url)
    with pytest.raises(ConfigurationError) as caught:
        import_folder(foreign, folder_of(incidents=[incident(1)]))
    assert "jarvis db upgrade" in caught.value.hint
    foreign.dispose()


@pytest.mark.skipif(not PREDECESSOR.is_dir(), reason="the predecessor's rows are not beside the checkout")
def test_the_predecessors_rows(database: Database) -> None:
    report = import_folder(database, PREDECESSOR)
    assert reasons(report) == []
    assert (report.inserted, report.skipped_duplicates) == (522, 38)
    assert report.parents_created == {"users": ("system_seed",)}
    again = import_folder(database, PREDECESSOR)
    assert (again.inserted, again.replaced, again.skipped_duplicates) == (0, 0, 560)
