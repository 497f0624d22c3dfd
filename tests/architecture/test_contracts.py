"""The import contracts of pyproject.toml catch a wrong import; that they hold is what `launch.py test` runs first."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.architecture.sources import ROOT

if TYPE_CHECKING:
    from pathlib import Path

WRONG = {
    "a feature room imports another": ("jarvis_desktop/agents/layers.py", "jarvis_desktop.people.service", "headless"),
    "a lower room imports a higher": ("jarvis_desktop/metadata/rows.py", "jarvis_desktop.forms.service", "headless"),
    "a room nobody planned": ("jarvis_desktop/surprise/__init__.py", "jarvis_desktop.core.errors", "headless"),
    "the shell imports a room": ("ui/shell/main_window.py", "ui.agents", "window import only"),
    "tables import forms": ("ui/tables/view.py", "ui.forms", "window import only"),
    "Qt in the headless wing": ("jarvis_desktop/forms/validation.py", "PySide6.QtCore", "without Qt"),
    "the window imports the database": ("ui/core/bus.py", "jarvis_desktop.db.engine", "never the database"),
    "the window imports the driver": ("ui/core/bus.py", "psycopg", "never the database"),
    "a room reads the tree of a rule": (
        "jarvis_desktop/forms/conditions.py",
        "jarvis_desktop.expressions.tree",
        "their interface",
    ),
    "a pure module imports a statement": ("jarvis_desktop/core/scope.py", "sqlalchemy", "are pure"),
    "a pure module reaches the database": ("jarvis_desktop/forms/types.py", "jarvis_desktop.forms.queries", "are pure"),
}


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The code of both wings and the contracts, to be spoilt."""
    copy = tmp_path_factory.mktemp("contracts")
    for package in ("jarvis_desktop", "ui"):
        shutil.copytree(ROOT / package, copy / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    return copy


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = "import sys; sys.path.insert(0, ''); from importlinter.cli import lint_imports_command as lint; lint()"
    return subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, text=True, check=False)


def test_the_contracts_hold(copied: Path) -> None:
    answer = lint(copied)
    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_import_is_caught(copied: Path, case: str) -> None:
    path, imported, contract = WRONG[case]
    spoilt = copied / path
    before = spoilt.read_text(encoding="utf-8") if spoilt.exists() else None
    spoilt.parent.mkdir(exist_ok=True)
    spoilt.write_text(f"{before or ''}\nimport {imported}\n", encoding="utf-8")
    try:
        answer = lint(copied)
    finally:
        if before is None:
            shutil.rmtree(spoilt.parent)
        else:
            spoilt.write_text(before, encoding="utf-8")
    assert answer.returncode != 0
    broken = [line for line in " ".join(answer.stdout.split()).split("KEPT") if "BROKEN" in line]
    assert any(contract in line for line in broken), answer.stdout
