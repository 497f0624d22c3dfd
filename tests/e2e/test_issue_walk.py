"""The rows of a real predecessor of this product, from its files to tabs, forms and back; skipped without them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg
import pytest

from jarvis_desktop.app.application import Application
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.core.errors import StaleRecord
from jarvis_desktop.db.engine import Database
from jarvis_desktop.forms.choices import choices_for
from jarvis_desktop.metadata.types import LayoutNode, NodeType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jarvis_desktop.metadata.types import Reader

CHECKOUT = Path(__file__).resolve().parents[2]
PREDECESSOR = CHECKOUT.parent / "shared" / "fixtures" / "jarvis3"
NUMBERED = """
    SELECT c.relname, a.attname, pg_get_serial_sequence(format('public.%I', c.relname), a.attname)
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
      AND pg_get_serial_sequence(format('public.%I', c.relname), a.attname) IS NOT NULL
"""

pytestmark = pytest.mark.skipif(not PREDECESSOR.is_dir(), reason="the predecessor's rows are not here")


def given(table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads((PREDECESSOR / f"{table}.json").read_text("utf-8"))
    return rows


def jarvis(home: Path, *arguments: str) -> tuple[int, Any]:
    """Run a command of `jarvis db` as a process of its own; its exit code and its answer."""
    done = subprocess.run(
        [sys.executable, "-m", "jarvis_desktop", "db", *arguments, "--json"],
        cwd=CHECKOUT,
        env={"JARVIS_HOME": str(home), "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, json.loads(done.stdout)


@pytest.fixture(params=["with the starter data", "without"])
def url(request: pytest.FixtureRequest) -> str:
    """A fresh database, as an embedded one is and as somebody else's is."""
    made: str = request.getfixturevalue("stocked_url" if request.param == "with the starter data" else "live_url")
    return made


def sql(url: str, statement: str) -> list[tuple[Any, ...]]:
    with psycopg.connect(url) as connection:
        cursor = connection.execute(statement)
        return list(cursor.fetchall()) if cursor.description else []


@pytest.fixture
def services(url: str, tmp_path: Path) -> Iterator[Application]:
    database = Database(url)
    yield Application(database, Paths(tmp_path / "data", tmp_path / "config", tmp_path / "logs"))
    database.dispose()


def nodes(node: LayoutNode) -> Iterator[LayoutNode]:
    yield node
    for child in node.children:
        yield from nodes(child)


def test_the_predecessors_rows_come_to_life(url: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    code, report = jarvis(tmp_path, "import", str(PREDECESSOR), "--database-url", url)
    assert (code, report["totals"]["problems"]) == (0, 0)
    services: Application = request.getfixturevalue("services")
    reader = services.people.reader("admin", "system_seed")

    imported_as_given(url)
    a_second_import_changes_nothing(url, tmp_path)
    new_rows_find_a_number(url)
    all_tabs_are_shown(services, reader)
    the_agent_form_follows_its_layer(services, reader)
    an_incident_changes_on_both_sides(services, reader, url)


def imported_as_given(url: str) -> None:
    parents = sql(
        url,
        "SELECT f.feature_key, t.tab_key FROM component_feature_configurations f "
        "JOIN tab_configurations t ON t.id = f.parent_tab_id",
    )
    wanted = {(row["feature_key"], row["_parent_tab_key"]) for row in given("component_feature_configurations")}
    assert wanted <= set(parents)
    kept = dict(
        sql(
            url,
            "SELECT field_key, ui_props->'dependencies' FROM form_field_definitions WHERE form_type = 'agent_create'",
        )
    )
    for row in given("form_field_definitions"):
        if row["form_type"] == "agent_create":
            assert kept[row["field_key"]] == row["_upstream_extra"]["dependencies"]


def a_second_import_changes_nothing(url: str, folder: Path) -> None:
    def exported(name: str) -> dict[str, bytes]:
        code, _ = jarvis(folder, "export", str(folder / name), "--database-url", url)
        assert code == 0
        return {file.name: file.read_bytes() for file in (folder / name).iterdir()}

    before = exported("before")
    code, report = jarvis(folder, "import", str(PREDECESSOR), "--database-url", url)
    totals = report["totals"]
    assert (code, totals["inserted"], totals["replaced"], totals["parents_created"]) == (0, 0, 0, {})
    assert exported("after") == before


def new_rows_find_a_number(url: str) -> None:
    for table, column, sequence in sql(url, NUMBERED):
        ((free,),) = sql(url, f"SELECT nextval('{sequence}') > coalesce(max({column}), 0) FROM public.{table}")
        assert free, f"{table} would give a number twice"


def all_tabs_are_shown(services: Application, reader: Reader) -> None:
    shown = {view.key: view for view in services.metadata.tabs(reader)}
    tabs = given("tab_configurations")
    assert len(tabs) == 7
    order = [key for key in shown if key in {row["tab_key"] for row in tabs}]
    assert order == [row["tab_key"] for row in sorted(tabs, key=lambda row: row["order_index"])]
    for row in tabs:
        view = shown[row["tab_key"]]
        assert (view.name, view.icon) == (row["tab_name"], row["icon"])
        for feature in (row["content_config"] or {}).get("features", []):
            (notice,) = (node for node in nodes(view.layout) if feature in node.label)
            assert notice.type is NodeType.NOTICE


def the_agent_form_follows_its_layer(services: Application, reader: Reader) -> None:
    form = services.forms.definition("agent_create", reader, new=True)
    assert len(form.fields) == 9
    assert [field.notice for field in form.fields] == [""] * 9
    kinds = form.field("type")
    assert kinds is not None
    (mapping,) = (
        row["_upstream_extra"]["dependencies"]["mapping"]
        for row in given("form_field_definitions")
        if row["form_type"] == "agent_create" and row["field_key"] == "type"
    )
    for layer, names in mapping.items():
        assert [choice.label for choice in choices_for(kinds, {"layer": layer})] == names


def an_incident_changes_on_both_sides(services: Application, reader: Reader, url: str) -> None:
    key = given("incidents")[0]["incident_id"]
    ((number,),) = sql(url, f"SELECT id FROM incidents WHERE incident_id = '{key}'")
    opened = services.forms.load("incident", str(number), reader)
    saved = services.forms.save("incident", str(number), {"title": "Looked into"}, opened.values, reader)
    assert sql(url, f"SELECT title FROM incidents WHERE id = {number}") == [("Looked into",)]
    sql(url, f"UPDATE incidents SET title = 'Changed in psql' WHERE id = {number}")
    assert services.forms.load("incident", str(number), reader).values["title"] == "Changed in psql"
    with pytest.raises(StaleRecord):
        services.forms.save("incident", str(number), {"title": "Too late"}, saved.record.values, reader)
