"""Qt stays in `ui`, statements stay in `queries.py` and `db`, and faults are caught by name."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import pytest

from tests.architecture.sources import Source, sources, within

if TYPE_CHECKING:
    from collections.abc import Iterator

STATEMENT_FOLDERS = ("jarvis_desktop/db/", "jarvis_desktop/sync/", "migrations/")
CATCH_ALL = {"ui/app/hooks.py", "ui/components/host.py", "ui/core/tasks.py", "jarvis_desktop/expressions/rules.py"}
"""The places that may catch everything; the step runner and the sync loop join them when they exist."""


def qt_imports(source: Source) -> Iterator[str]:
    for module, _ in source.imports():
        if within(module, "PySide6", "shiboken6", "pyqtgraph", "ui"):
            yield f"{source.path} imports {module}"


def misplaced_sql(source: Source) -> Iterator[str]:
    if source.path.startswith(STATEMENT_FOLDERS) or source.path.endswith("/queries.py"):
        return
    for module, name in source.imports(for_types=False):
        if within(module, "sqlalchemy", "psycopg", "alembic"):
            yield f"{source.path} imports {name or module} of {module}"
    for name, call in source.calls():
        if name.endswith((".execute", ".exec_driver_sql", ".scalars", ".scalar")):
            yield f"{source.at(call)} calls {name}"


def catch_alls(source: Source) -> Iterator[str]:
    for node in ast.walk(source.tree):
        if not isinstance(node, ast.ExceptHandler):
            continue
        caught = ast.unparse(node.type) if node.type else "everything"
        undoes_and_raises = isinstance(node.body[-1], ast.Raise) and node.body[-1].exc is None
        if caught in ("everything", "Exception", "BaseException") and not undoes_and_raises:
            yield f"{source.at(node)} catches {caught}"


def loose_connections(source: Source) -> Iterator[str]:
    for name, call in source.calls():
        if name.endswith(".connect") and any(isinstance(argument, ast.Lambda) for argument in call.args):
            yield f"{source.at(call)} connects a lambda"


def own_style_sheets(source: Source) -> Iterator[str]:
    for name, call in source.calls():
        if name.endswith(".setStyleSheet"):
            yield f"{source.at(call)} sets a style sheet"


def found(check: object, *folders: str, but: frozenset[str] | set[str] = frozenset()) -> list[str]:
    assert callable(check)
    return [finding for source in sources(*folders) if source.path not in but for finding in check(source)]


def test_the_headless_wing_knows_no_qt() -> None:
    assert found(qt_imports, "jarvis_desktop", "migrations") == []


def test_statements_stand_in_queries_and_db_only() -> None:
    assert found(misplaced_sql, "jarvis_desktop", "ui") == []


def test_faults_are_caught_by_name() -> None:
    assert found(catch_alls, "jarvis_desktop", "ui", "migrations", but=CATCH_ALL) == []


def test_signals_are_connected_to_bound_methods() -> None:
    assert found(loose_connections, "ui") == []


def test_the_theme_alone_sets_the_style_sheet() -> None:
    assert found(own_style_sheets, "ui", but={"ui/core/restyling.py"}) == []


@pytest.mark.parametrize(
    ("check", "bad"),
    [
        (qt_imports, "def paint():\n    from PySide6.QtGui import QPainter\n"),
        (qt_imports, "import ui.core.tasks\n"),
        (misplaced_sql, "from sqlalchemy import select\n"),
        (misplaced_sql, "def f(session):\n    return session.execute('SELECT 1')\n"),
        (misplaced_sql, "import psycopg\n"),
        (catch_alls, "try:\n    f()\nexcept Exception as error:\n    log(error)\n"),
        (catch_alls, "try:\n    f()\nexcept:\n    pass\n"),
        (loose_connections, "button.clicked.connect(lambda: self.save())\n"),
        (own_style_sheets, "label.setStyleSheet('color: red')\n"),
    ],
)
def test_each_check_can_fail(check: object, bad: str) -> None:
    assert callable(check)
    assert list(check(Source("jarvis_desktop/tables/catalog.py", bad)))


@pytest.mark.parametrize(
    ("check", "good"),
    [
        (
            misplaced_sql,
            "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from sqlalchemy.orm import Session\n",
        ),
        (catch_alls, "try:\n    f()\nexcept BaseException:\n    undo()\n    raise\n"),
        (catch_alls, "try:\n    f()\nexcept OSError:\n    pass\n"),
        (loose_connections, "button.clicked.connect(self.save)\n"),
    ],
)
def test_each_check_lets_good_code_pass(check: object, good: str) -> None:
    assert callable(check)
    assert not list(check(Source("jarvis_desktop/tables/service.py", good)))
