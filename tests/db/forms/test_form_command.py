"""`jarvis form validate`: what a form makes of values, for a persona, a maturity, a day and a stage."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from typer.testing import CliRunner

from jarvis_desktop.app.cli import app
from jarvis_desktop.db.engine import Database
from tests.db.forms.test_service import field, insert

if TYPE_CHECKING:
    from collections.abc import Callable

    Judge = Callable[..., dict[str, Any]]

FIXTURES = Path(__file__).resolve().parents[4] / "shared" / "fixtures" / "jarvis3"


def cel(text: str) -> dict[str, str]:
    return {"engine": "cel", "rule": text}


@pytest.fixture
def judge(live_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Judge:
    monkeypatch.setenv("JARVIS_HOME", str(tmp_path / "home"))
    database = Database(live_url)
    for persona in ("admin", "rachel"):
        insert(database, "role_personas", persona_key=persona, display_name=persona, is_active=True)
    database.dispose()

    def ask(form_type: str, values: object, *options: str, status: int | None = None) -> dict[str, Any]:
        file = tmp_path / "values.json"
        file.write_bytes(values if isinstance(values, bytes) else json.dumps(values).encode())
        line = ["form", "validate", form_type, "--data", str(file), "--database-url", live_url, "--json", *options]
        result = CliRunner().invoke(app, line)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert status is None or result.exit_code == status, result.output
        found: dict[str, Any] = json.loads(result.stdout)
        if "valid" in found:
            assert result.exit_code == (0 if found["valid"] else 1)
        return found

    return ask


@pytest.fixture
def quote(live_url: str) -> None:
    database = Database(live_url)
    field(database, "quote", "value", "currency", is_required=True, validation_rules={"min": 0})
    field(database, "quote", "rate", "decimal", order_index=1, ui_props={"default": "0.02"})
    field(database, "quote", "premium", "computed", order_index=2, ui_props={"compute": cel("value * rate")})
    field(database, "quote", "survey", "date", order_index=3, ui_props={
        "conditions": [{"when": cel("value > 1000"), "effect": "SHOW"},
                       {"when": cel("value > 1000"), "effect": "REQUIRE"}]})  # fmt: skip
    field(database, "quote", "expiry", "date", order_index=4, validation_rules={"rules": [
        {"engine": "cel", "assert": "expiry >= today", "message": "The expiry is over", "severity": "warning"},
        {"engine": "cel", "assert": "premium <= 1000000.0", "message": "Refer it", "stage": "submit"}]})  # fmt: skip
    field(database, "quote", "note", order_index=5)
    field(database, "quote", "note", order_index=5, persona="rachel", is_required=True)
    field(database, "quote", "note", order_index=5, maturity_level="L5", label="Level five", is_required=True)
    database.dispose()


@pytest.mark.usefixtures("quote")
def test_a_form_says_what_it_makes_of_values(judge: Judge) -> None:
    good = judge("quote", {"value": 500})
    assert (good["valid"], good["problems"], good["hidden"], good["required"]) == (True, [], ["survey"], ["value"])
    assert good["values"]["premium"] == 10
    assert judge("quote", {"value": 500, "premium": 1})["values"]["premium"] == 10, "what is computed cannot be given"
    bad = judge("quote", {"value": -1, "valeu": 3})
    assert [(each["field"], each["message"]) for each in bad["problems"]] == [
        ("valeu", "There is no field “valeu”"), ("value", "Value must be 0 or more")]  # fmt: skip
    large = judge("quote", {"value": 5000})
    assert [each["message"] for each in large["problems"]] == ["Survey is required"]


@pytest.mark.usefixtures("quote")
def test_persona_maturity_day_and_stage_count(judge: Judge) -> None:
    assert [each["message"] for each in judge("quote", {"value": 1}, "--persona", "rachel")["problems"]] == [
        "Note is required"
    ]
    assert [each["label"] for each in judge("quote", {"value": 1}, "--maturity", "L5")["problems"]] == ["Level five"]
    values = {"value": 1, "expiry": "2026-06-01"}
    late = judge("quote", values, "--as-of", "2026-06-02")
    assert [(each["severity"], each["message"]) for each in late["problems"]] == [("warning", "The expiry is over")]
    assert late["valid"]
    assert judge("quote", values, "--as-of", "2026-05-31")["problems"] == []
    huge = {"value": 100_000_000, "survey": "2026-05-01", "expiry": "2026-06-01"}
    day = ("--as-of", "2026-05-31")
    assert judge("quote", huge, *day)["valid"]
    assert [each["message"] for each in judge("quote", huge, *day, "--stage", "submit")["problems"]] == ["Refer it"]


@pytest.mark.usefixtures("quote")
@pytest.mark.parametrize(
    ("values", "options", "told"),
    [
        (b"[1]", (), "holds no object"),
        (b"{", (), "is not JSON"),
        (b'{"value": 1, "value": 2}', (), "twice"),
        (b"\xff", (), "not valid UTF-8"),
        (b"{}", ("--stage", "never"), "no stage “never”"),
        (b"{}", ("--as-of", "soon"), "no day"),
    ],
)
def test_what_cannot_be_asked_is_told(judge: Judge, values: bytes, options: tuple[str, ...], told: str) -> None:
    assert told in judge("quote", values, *options, status=1)["error"]["message"]


def test_an_unknown_form_is_told(judge: Judge) -> None:
    assert "No form is called “nothing”" in judge("nothing", {}, status=1)["error"]["message"]


@pytest.mark.usefixtures("quote")
def test_hostile_values_are_problems_and_nothing_is_stored(judge: Judge, live_url: str) -> None:
    hostile: tuple[Any, ...] = (
        "'); DROP TABLE form_field_definitions", "\x00", "x" * 5_000_000, [[[]]], {"a": None}, "\u202eabc",
    )  # fmt: skip
    for value in hostile:
        found = judge("quote", {"value": value, "note": value})
        assert not found["valid"]
        assert "value" in {each["field"] for each in found["problems"]}
    with psycopg.connect(live_url) as connection:
        assert connection.execute("SELECT count(*) FROM form_field_definitions").fetchone() == (8,)
        assert connection.execute("SELECT count(*) FROM desktop.drafts").fetchone() == (0,)


@pytest.mark.skipif(not FIXTURES.is_dir(), reason="the predecessor's rows are not beside the checkout")
def test_the_predecessors_forms_and_steps_validate(judge: Judge, live_url: str) -> None:
    database = Database(live_url)
    insert(database, "users", id="system", email="system@example.com")
    for table in ("form_field_definitions", "form_templates", "step_definitions"):
        for row in json.loads((FIXTURES / f"{table}.json").read_text("utf-8")):
            insert(database, table, **{key: value for key, value in row.items() if not key.startswith("_")})
    database.dispose()
    agent = judge("agent_create", {"name": "Fraud check", "layer": "Role"}, "--persona", "rachel")
    assert {each["field"] for each in agent["problems"]} <= {"type", "persona", "configuration", "capabilities"}
    intake = judge("commercial_property.email_intake", {"brokerEmail": "nobody", "clientName": "Alder Mills"})
    assert {each["field"] for each in intake["problems"]} == {"brokerEmail", "submissionType"}
    with psycopg.connect(live_url) as connection:
        steps = [row[0] for row in connection.execute("SELECT workflow_type || '.' || step_name FROM step_definitions")]
    assert len(steps) == 8
    for step in steps:
        judge(step, {})
