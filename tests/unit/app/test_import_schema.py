"""`jarvis form import-schema`: a JSON Forms example becomes rows and a layout; no database is needed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from jarvis_desktop.app.cli import app
from tests.unit.forms.forms import TYPES

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = Path(__file__).resolve().parents[1] / "forms" / "json_forms"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Callable[..., tuple[int, str]]:
    """Runs the command where no database can be."""
    monkeypatch.setenv("JARVIS_HOME", "/nowhere/at/all")
    monkeypatch.setenv("JARVIS_DATABASE_URL", "postgresql://nobody@127.0.0.1:1/none")

    def ask(*arguments: str | Path) -> tuple[int, str]:
        result = CliRunner().invoke(app, ["form", "import-schema", *map(str, arguments)])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        return result.exit_code, result.output

    return ask


def test_an_example_becomes_rows_a_layout_and_an_answer(run: Callable[..., tuple[int, str]]) -> None:
    status, output = run(EXAMPLES / "person.json", "--form-type", "contact", "--json")
    found: dict[str, Any] = json.loads(output)
    assert status == 0
    assert (found["form_type"], found["title"], found["valid"], found["faults"]) == ("contact", "Contact", False, [])
    assert {row["field_type"] for row in found["fields"]} <= set(TYPES)
    assert found["layout"]["type"] == "VerticalLayout"
    assert [problem["field"] for problem in found["problems"]] == ["lastName", "email"]
    assert found["values"]["score"] == 7


def test_for_people_it_is_an_outline(run: Callable[..., tuple[int, str]]) -> None:
    status, output = run(EXAMPLES / "risk.json")
    assert status == 0
    assert output.splitlines()[:4] == ["Risk", "  [Insured]", "    Name * (text)", "    Vat (text)"]
    assert output.splitlines()[-1] == "Risk: the values could be stored."


@pytest.mark.parametrize(
    ("content", "told"),
    [(None, "cannot be read"), (b"\xff", "not valid UTF-8"), (b"{", "is not JSON"), (b"{}", "has no “schema”")],
)
def test_what_is_no_example_is_told(
    run: Callable[..., tuple[int, str]], tmp_path: Path, content: bytes | None, told: str
) -> None:
    file = tmp_path / "example.json"
    if content is not None:
        file.write_bytes(content)
    status, output = run(file)
    assert status == 1
    assert told in output
