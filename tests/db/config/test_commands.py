"""`jarvis config ...`, as a person at a terminal and a script use it."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from typer.testing import CliRunner

from jarvis_desktop.app.cli import app
from jarvis_desktop.db.engine import Database
from tests.db.config.test_resolution import add_setting, add_value

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Ask = Callable[..., Any]
WHY = ("--reason", "Because")


@pytest.fixture
def ask(live_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    monkeypatch.setenv("JARVIS_HOME", str(tmp_path / "home"))
    database = Database(live_url)
    add_setting(database, "limit", "number", default=1.50)
    add_setting(database, "word", "string")
    add_value(database, "word", "flow", workflow_id=1)
    database.dispose()

    def run(*line: object, status: int = 0, as_json: bool = True) -> Any:
        command = ["config", *map(str, line), "--database-url", live_url, *(["--json"] if as_json else [])]
        result = CliRunner().invoke(app, command)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert result.exit_code == status, result.output
        return json.loads(result.stdout, parse_float=Decimal) if as_json else result.stdout + result.stderr

    return run


def test_a_value_is_set_found_explained_and_rolled_back(ask: Ask) -> None:
    assert ask("get", "limit") == {"key": "limit", "value": Decimal("1.50"), "source": "default"}
    (first,) = ask("set", "limit", "10", *WHY)["written"]
    assert (first["version"], first["value"], first["effective_to"]) == (1, 10, None)
    (second,) = ask("set", "limit", "20.50", *WHY, "--persona", "rachel")["written"]
    assert ask("get", "limit", "--persona", "rachel") == {
        "key": "limit", "value": Decimal("20.50"), "source": "persona", "id": second["id"], "version": 1,
    }  # fmt: skip
    found = ask("get", "limit", "--persona", "john", "--explain")
    assert [(each["id"], each["verdict"]) for each in found["candidates"]] == [
        (second["id"], "other_scope"), (first["id"], "wins"),
    ]  # fmt: skip
    ask("set", "limit", "30", *WHY)
    ask("rollback", "limit", "--version", 1, *WHY)
    assert ask("get", "limit")["value"] == 10
    assert [each["operation"] for each in ask("history", "limit")["changes"]] == ["rollback", "set", "set", "set"]
    ask("delete", second["id"], "--switch-off", *WHY)
    assert ask("get", "limit", "--persona", "rachel")["value"] == 10
    words = ask("get", "limit", "--persona", "rachel", "--explain", as_json=False)
    assert "it is switched off" in words
    assert "=>" in words


def test_texts_need_no_quotes_and_everything_else_is_json(ask: Ask) -> None:
    for written, value in (("blue", "blue"), ('"blue"', "blue"), ("5", "5"), ("true", "true"), ("", "")):
        (row,) = ask("set", "word", written, *WHY)["written"]
        assert row["value"] == value
    assert ask("get", "word", as_json=False) == "\n"
    assert "JSON" in ask("set", "limit", "{", *WHY, status=1)["error"]["message"]


def test_a_batch_answers_line_by_line_in_order(ask: Ask, tmp_path: Path) -> None:
    ask("set", "limit", "5", *WHY)
    file = tmp_path / "asks.jsonl"
    lines = [
        '{"key": "limit"}', "", '{"key": "limit", "as_of": "2000-01-01"}', "nonsense", '{"key": "nothing"}',
        '{"key": "limit", "agent_id": true}', '{"key": "limit", "colour": 1}', '{"persona": "x"}',
        '{"key": "word", "workflow_id": 1}', '{"key": "limit", "as_of": 5}',
        '{"key": "limit", "agent_id": 99999999999}',
    ]  # fmt: skip
    file.write_text("\n".join(lines))
    answers = [json.loads(line) for line in ask("get", "--batch", file, as_json=False).splitlines()]
    assert [(each["value"], each["source"]) for each in answers] == [
        (5, "global"), (1.5, "default"), (None, "error"), (None, "none"), (None, "error"), (None, "error"),
        (None, "error"), (None, "none"), (None, "error"), (None, "error"),
    ]  # fmt: skip
    assert "cannot be read" in ask("get", "--batch", tmp_path / "none", status=1)["error"]["message"]
    assert ask("get", status=1)["error"]["type"] == "ConfigurationError"


def test_the_matching_is_a_setting_that_every_database_has(ask: Ask) -> None:
    assert ask("get", "word", "--workflow", 1)["source"] == "none"
    ask("set", "config.scope_matching", "any_subset", *WHY)
    assert ask("get", "word", "--workflow", 1, "--persona", "rachel")["source"] == "workflow"
    refused = ask("set", "config.scope_matching", "anything", *WHY, status=1)["error"]
    assert refused["problems"][0]["field"] == "value"


@pytest.mark.parametrize(
    ("line", "field"),
    [
        (("limit", "ten"), None),
        (("limit", '"ten"'), "value"),
        (("nothing", "1"), "key"),
        (("limit", "1", "--workflow", 3), "scope"),
        (("limit", "1", "--effective-from", "2090-02-01", "--effective-to", "2090-01-01"), "effective_to"),
        (("limit", "1", "--effective-from", "soon"), None),
        (("limit", "1", "--override"), "effective_to"),
    ],
)
def test_what_does_not_fit_is_refused_in_a_sentence(ask: Ask, line: tuple[object, ...], field: str | None) -> None:
    error = ask("set", *line, *WHY, status=1)["error"]
    assert error["message"].endswith(".")
    assert [each["field"] for each in error.get("problems", ())] == ([field] if field else [])
    assert ask("history", "limit")["changes"] == []


def test_states_are_kept_compared_restored_and_carried(ask: Ask, tmp_path: Path) -> None:
    ask("set", "limit", "1", *WHY)
    snapshot = ask("snapshot", "Friday")["id"]
    ask("set", "limit", "2", *WHY)
    (found,) = ask("diff", snapshot, "now")["differences"]
    assert (found["part"], found["name"], found["before"], found["after"]) == ("values", "limit", 1, 2)
    assert ask("diff", f"snapshot:{snapshot}", snapshot)["differences"] == []
    file = tmp_path / "state.json"
    ask("export", file)
    plan = ask("restore", snapshot, "--dry-run")["changes"]
    assert [(each["part"], each["removed"]) for each in plan] == [("values", 1)]
    assert ask("get", "limit")["value"] == 2
    done = ask("restore", snapshot, *WHY)
    assert ask("get", "limit")["value"] == 1
    assert [each["id"] for each in ask("snapshots")["snapshots"]] == [done["snapshot_before"], snapshot]
    ask("import", file, *WHY, "--replace")
    assert ask("get", "limit")["value"] == 2
    assert ask("diff", file)["differences"] == []
    assert [each["before"] for each in ask("diff", "2000-01-01", "now")["differences"]] == [None, None]
    file.write_text(file.read_text()[:-100])
    assert "cannot be used" in ask("import", file, *WHY, status=1)["error"]["message"]
    assert "cannot be read" in ask("diff", "nonsense", status=1)["error"]["message"]
    assert "reason" in json.dumps(ask("restore", snapshot, status=1)["error"]["problems"])


def test_a_second_person_approves(ask: Ask, live_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with psycopg.connect(live_url) as connection:
        connection.execute("INSERT INTO desktop.config_key_details (key, approval) VALUES ('limit', true)")
    (waiting,) = ask("set", "limit", "5", *WHY)["written"]
    assert "second person" in ask("approve", waiting["proposal"], status=1)["error"]["message"]
    monkeypatch.setattr("getpass.getuser", lambda: "somebody-else")
    ask("approve", waiting["proposal"], "--note", "Fine")
    assert ask("get", "limit")["value"] == 5
    (second,) = ask("set", "limit", "6", *WHY)["written"]
    ask("refuse", second["proposal"], "--note", "My mistake")
    assert [each["outcome"] for each in ask("proposals", "--all")["proposals"]] == ["withdrawn", "approved"]
