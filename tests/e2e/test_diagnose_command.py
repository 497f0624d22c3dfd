"""`jarvis diagnose` as a person runs it: its exit status, and what is not in its report."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import make_url
from typer.testing import CliRunner

from jarvis_desktop.app.cli import app

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from typer.testing import Result

NOWHERE = "postgresql://nora:swordfish@nobody.claims.invalid:5999/claims"


@pytest.fixture
def diagnose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Runs the command with a home of its own."""
    for name in [name for name in os.environ if name.startswith("JARVIS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("JARVIS_HOME", str(tmp_path / "home-of-nora"))

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(app, ["diagnose", *arguments], prog_name="jarvis")

    return run


def test_a_good_database_is_found_good(diagnose: Callable[..., Result], stocked_url: str, tmp_path: Path) -> None:
    found = diagnose("--database-url", stocked_url, "--json")
    assert found.exit_code == 0, found.output
    parts = {part["key"]: part for part in json.loads(found.stdout)["parts"]}
    assert {"program", "computer", "database", "schema", "features", "folders", "settings", "faults"} <= set(parts)
    assert "home-of-nora" not in found.stdout
    assert "home-of-nora" in diagnose("--database-url", stocked_url, "--full").stdout
    file = tmp_path / "report.txt"
    assert diagnose("--database-url", stocked_url, "--output", str(file)).exit_code == 0
    assert "PostgreSQL" in file.read_text("utf-8")


def test_a_damaged_database_is_told_part_by_part(diagnose: Callable[..., Result], stocked_url: str) -> None:
    with psycopg.connect(stocked_url, autocommit=True) as connection:
        connection.execute("DROP TABLE incidents CASCADE")
        connection.execute("DROP SCHEMA desktop CASCADE")
    found = diagnose("--database-url", stocked_url)
    assert found.exit_code == 1
    assert "incidents" in found.stdout
    assert "jarvis db upgrade" in found.stdout


@pytest.mark.parametrize("what", ["database", "server", "nonsense"])
def test_without_a_database_the_rest_is_looked_at(diagnose: Callable[..., Result], stocked_url: str, what: str) -> None:
    gone = make_url(stocked_url).set(database="no_such_database").render_as_string(hide_password=False)
    address = {"database": gone, "server": NOWHERE, "nonsense": "postgresql://nora:swordfish@[::bad/x"}[what]
    found = diagnose("--database-url", address)
    assert found.exit_code == 1, found.output
    assert "Computer" in found.stdout
    assert "Traceback" not in found.output
    for secret in ("swordfish", "nobody.claims.invalid", "nora"):
        assert secret not in found.stdout.replace("home-of-nora", "")


def test_settings_that_cannot_be_read_are_a_finding(
    diagnose: Callable[..., Result], stocked_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "home-of-nora" / "config" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text("database_url = [", encoding="utf-8")
    found = diagnose("--database-url", stocked_url)
    assert found.exit_code == 1
    assert "settings.toml" in found.stdout
