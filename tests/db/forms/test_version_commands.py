"""`jarvis form publish`, `versions` and `diff`, as a person at a terminal uses them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from typer.testing import CliRunner

from jarvis_desktop.app.cli import app
from jarvis_desktop.db.engine import Database
from tests.db.forms.test_service import field, insert

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Ask = Callable[..., Any]


@pytest.fixture
def ask(live_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Ask:
    monkeypatch.setenv("JARVIS_HOME", str(tmp_path / "home"))
    database = Database(live_url)
    field(database, "incident", "title", label="Title")
    field(database, "incident", "cause", label="Cause", order_index=1)
    insert(database, "incidents", incident_id="INC-1", title="Fire")
    grants = {"permissions": ["forms.publish", "records.write"]}
    for persona, manifest in (("admin", grants), ("john", {"permissions": []})):
        insert(database, "role_personas", persona_key=persona, display_name=persona, is_active=True,
               capability_manifest=manifest)  # fmt: skip
    database.dispose()

    def run(*line: str, status: int = 0, as_json: bool = True) -> Any:
        command = ["form", *line, "--database-url", live_url, *(["--json"] if as_json else [])]
        result = CliRunner().invoke(app, command)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert result.exit_code == status, result.output
        return json.loads(result.stdout) if as_json else result.stdout

    return run


def require(live_url: str) -> None:
    with psycopg.connect(live_url) as connection:
        connection.execute("UPDATE form_field_definitions SET is_required = true WHERE field_key = 'cause'")


def test_a_dry_run_stores_nothing_and_publishing_gives_a_number(ask: Ask) -> None:
    assert ask("publish", "incident", "--dry-run")["published"] is None
    assert ask("versions", "incident")["versions"] == []
    found = ask("publish", "incident", "--note", "First")
    assert (found["before"], found["published"]["number"], found["published"]["in_force"]) == (0, 1, True)
    assert [version["note"] for version in ask("versions", "incident")["versions"]] == ["First"]


def test_what_would_be_refused_is_told_and_needs_a_word_more(ask: Ask, live_url: str) -> None:
    ask("publish", "incident")
    require(live_url)
    found = ask("publish", "incident", "--dry-run")
    assert found["changes"] == [
        {"kind": "tightened", "field": "cause", "words": "Cause is required", "limit": "required", "overlay": ""}
    ]
    assert found["impacts"] == [{"words": "Cause is required", "records": 1}]
    assert found["examples"][0]["name"] == "INC-1"
    told = ask("publish", "incident", "--dry-run", as_json=False)
    assert "would refuse when saved: 1 stored records (Cause is required)" in told
    assert "INC-1 among them" in ask("publish", "incident", status=1)["error"]["message"]
    assert ask("publish", "incident", "--despite-examples")["published"]["number"] == 2
    assert [change["words"] for change in ask("diff", "incident", "1", "2")["changes"]] == ["Cause is required"]
    assert ask("diff", "incident", "2", as_json=False).strip() == "There is no difference."


def test_the_version_of_the_day_judges(ask: Ask, live_url: str, tmp_path: Path) -> None:
    ask("publish", "incident", "--effective-from", "2020-01-01")
    require(live_url)
    ask("publish", "incident", "--effective-from", "2090-01-01", "--despite-examples")
    file = tmp_path / "values.json"
    file.write_text('{"title": "Fire"}')
    assert ask("validate", "incident", "--data", str(file), "--as-of", "2089-12-31")["valid"]
    late = ask("validate", "incident", "--data", str(file), "--as-of", "2090-01-02", status=1)
    assert [problem["message"] for problem in late["problems"]] == ["Cause is required"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (("publish", "incident", "--effective-from", "soon"), "is no day"),
        (("publish", "nothing"), "No form is called “nothing”"),
        (("publish", "incident", "--persona", "john"), "forms.publish"),
        (("diff", "incident", "7"), "has no version 7"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(ask: Ask, line: tuple[str, ...], told: str) -> None:
    assert told in ask(*line, status=1)["error"]["message"]
