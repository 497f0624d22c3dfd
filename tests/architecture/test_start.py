"""What the two programs import before they are of use: the window no database, the command line no Qt."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.sources import sources, within

DATABASE = ("sqlalchemy", "psycopg", "alembic", "typer", "jarvis_desktop.db")
QT = ("PySide6", "shiboken6", "pyqtgraph", "ui")


FRAME = (
    "ui.__main__",
    "ui.app.arguments",
    "ui.app.entrance",
    "ui.app.marks",
    "ui.app.start",
    "ui.core.measures",
    "ui.core.theme",
    "ui.core.tokens",
    "ui.shell.main_window",
    "ui.shell.memory",
    "ui.shell.skeleton",
)
"""What of the window's own may be loaded when its frame is painted: each further module is waited for by everybody."""

UNTIL_THE_FRAME = """
import linecache, os, sys
from ui.__main__ import main
from ui.app import start
def painted(name):
    print(name, *sys.modules, *linecache.cache, flush=True)
    os._exit(0)
start.mark = painted
sys.argv = ["jarvis-desktop", "--offscreen", "--screenshot", "none.png", "--database-url", "postgresql://nobody@127.0.0.1:1/none"]
main()
"""

AFTER_THE_ROWS = (
    "alembic",
    "sqlalchemy.orm",
    "sqlalchemy.ext",
    "jarvis_desktop.db.schema",
    "jarvis_desktop.db.migrate",
    "jarvis_desktop.db.transfer",
    "jarvis_desktop.edits.journal",
    "jarvis_desktop.exports",
    "jarvis_desktop.forms.service",
    "jarvis_desktop.imports",
    "jarvis_desktop.people.sessions.types",
    "jarvis_desktop.search.types",
    "ui.components.record_form",
    "ui.components.table.catalog",
    "ui.forms",
    "ui.help.diagnosis_page",
    "ui.imports.page",
    "ui.search.popup",
    "ui.shell.palette.panel",
)
"""What a list of rows needs none of: whoever waits for them would wait for these as well."""

UNTIL_THE_ROWS = """
import os, sys
from ui.__main__ import main
from ui.app import marks
def reached(name):
    if name == "rows":
        print(*sys.modules, flush=True)
        os._exit(0)
marks.mark = reached
sys.argv = ["jarvis-desktop", "--offscreen", "--screenshot", "none.png", "--database-url", {url!r}]
main()
"""


def loaded_by(statements: str) -> list[str]:
    """The modules loaded in a fresh interpreter after the statements."""
    program = f"{statements}\nimport sys\nprint(*sys.modules)"
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return answer.stdout.split()


def importing(package: str) -> str:
    """Statements that import every module of a package."""
    modules = [source.path.removesuffix(".py").removesuffix("/__init__") for source in sources(package)]
    return "\n".join(f"import {module.replace('/', '.')}" for module in modules)


@pytest.mark.parametrize("module", ["ui.__main__", "ui.app.start"])
def test_the_window_starts_without_the_database(module: str) -> None:
    loaded = loaded_by(f"import {module}")
    assert module in loaded
    assert [name for name in loaded if within(name, *DATABASE)] == []


def test_the_frame_is_painted_before_the_rest_is_imported() -> None:
    reached, *loaded = loaded_by(UNTIL_THE_FRAME)
    assert reached == "window"
    assert [name for name in loaded if within(name, *DATABASE, "concurrent", "json", "asyncio")] == []
    ours = [name for name in loaded if name.startswith("ui.") and name not in {"ui.app", "ui.core", "ui.shell"}]
    assert [name for name in ours if not within(name, *FRAME)] == []
    assert [name for name in loaded if name.endswith(".py") and "ui" in Path(name).parts] == [], "sources were read"


def test_the_rows_come_before_what_they_do_not_need(
    stocked_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JARVIS_HOME", str(tmp_path))
    loaded = loaded_by(UNTIL_THE_ROWS.format(url=stocked_url))
    assert {"ui.components.record_table", "ui.tables.view", "jarvis_desktop.tables.service"} <= set(loaded)
    assert [name for name in loaded if within(name, *AFTER_THE_ROWS)] == []


def test_no_module_of_the_window_imports_the_database() -> None:
    loaded = loaded_by(importing("ui"))
    assert "ui.shell.main_window" in loaded
    assert [name for name in loaded if within(name, *DATABASE)] == []


def test_the_command_line_imports_no_qt() -> None:
    loaded = loaded_by(importing("jarvis_desktop"))
    assert "jarvis_desktop.__main__" in loaded
    assert [name for name in loaded if within(name, *QT)] == []


def test_the_services_are_put_together_without_models_and_migrations() -> None:
    loaded = loaded_by("import jarvis_desktop.app.application, jarvis_desktop.db.engine")
    assert "jarvis_desktop.tables.service" in loaded
    assert [name for name in loaded if within(name, "jarvis_desktop.db.schema", "sqlalchemy.orm", "alembic")] == []


def test_the_check_can_fail() -> None:
    loaded = loaded_by("import jarvis_desktop.db.engine")
    assert [name for name in loaded if within(name, *DATABASE)] != []
