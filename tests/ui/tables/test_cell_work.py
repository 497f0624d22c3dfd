"""Copying, following, looking and reading JSON from the cells of a table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.ui.tables.hands import double_click
from ui.components.record_table import RecordTable
from ui.components.table.json_page import JsonPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.core.errors import JarvisError
    from tests.ui.tables.conftest import Desk

COLUMNS = ["incident_id", "title", "priority", "assigned_to", "critical_flags"]


class Shell:
    """What the window does for a table."""

    def __init__(self) -> None:
        self.opened: list[tuple[str, str | None]] = []
        self.said: list[str] = []
        self.refused: list[str] = []
        self.pages: list[tuple[str, QWidget]] = []

    def open_record(self, table: str, record: str | None) -> None:
        self.opened.append((table, record))

    def refuse(self, error: JarvisError) -> None:
        self.refused.append(error.title)

    def open_page(self, title: str, page: QWidget) -> None:
        self.pages.append((title, page))


@pytest.fixture
def shell() -> Shell:
    return Shell()


@pytest.fixture
def at_desk(desk_for: Callable[..., Desk], shell: Shell) -> Desk:
    every = ("records.write", "records.read", "incidents.read", "config.write")
    return desk_for(
        *every, open_record=shell.open_record, say=shell.said.append, refuse=shell.refuse, open_page=shell.open_page
    )


def shown(desk: Desk, **props: Any) -> RecordTable:
    table = RecordTable(desk.context, {"table": "incidents", "columns": COLUMNS, **props})
    desk.show(table)
    table.view.setFocus()
    return table


def stand(table: RecordTable, row: int, column: str) -> None:
    place = [each.name for each in table.source.model.columns].index(column)
    table.view.setCurrentIndex(table.source.model.index(row, place))


def options(desk: Desk) -> None:
    field = {
        "form_type": "incident",
        "field_key": "priority",
        "field_type": "select",
        "field_label": "Priority",
        "label": "Priority",
        "options": [{"value": "high", "label": "High"}, {"value": "low", "label": "Low"}],
    }
    from jarvis_desktop.db.schema import TABLES

    known = set(TABLES["form_field_definitions"].c.keys())
    desk.store("form_field_definitions", {key: value for key, value in field.items() if key in known})


def test_cells_show_the_labels_of_the_form_and_sort_by_what_is_stored(at_desk: Desk) -> None:
    options(at_desk)
    at_desk.store(
        "incidents",
        {"incident_id": "I-1", "title": "a", "priority": "low"},
        {"incident_id": "I-2", "title": "b", "priority": "high"},
        {"incident_id": "I-3", "title": "c", "priority": "odd"},
    )
    table = shown(at_desk, form_type="incident", sort=[{"column": "priority"}])
    assert at_desk.rows(table, 2) == ["High", "Low", "odd"]


def test_a_form_that_is_missing_leaves_the_stored_words(at_desk: Desk) -> None:
    at_desk.incidents(1, priority="low")
    assert at_desk.rows(shown(at_desk, form_type="nowhere"), 2) == ["low"]


def test_rows_are_copied_whole_with_the_labels_of_columns(at_desk: Desk, shell: Shell) -> None:
    long = "x" * 800
    at_desk.store("incidents", {"incident_id": "I-1", "title": long, "priority": "low"})
    table = shown(at_desk)
    table.view.selectRow(0)
    assert table.menu.run("copy")
    at_desk.settled()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().split("\n")[1].split("\t")[:3] == ["I-1", long, "low"]
    assert data.text().startswith("Incident ID\tTitle\tPriority\tAssigned to")
    assert "<table>" in data.html()
    assert shell.said == ["Copied 1 row"]


def test_everything_can_be_copied(at_desk: Desk, shell: Shell) -> None:
    at_desk.incidents(620)
    table = shown(at_desk)
    table.view.selectAll()
    assert table.menu.run("copy")
    at_desk.settled()
    assert len(QGuiApplication.clipboard().text().split("\n")) == 621
    assert shell.said == ["Copied 620 rows"]


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(
    ("form", "start"),
    [("json", "[\n  {"), ("markdown", "| Incident ID |"), ("insert", 'INSERT INTO "incidents"'), ("cell", "Fault 1")],
)
def test_the_menu_of_forms_copies_each(at_desk: Desk, form: str, start: str) -> None:
    at_desk.incidents(2)
    table = shown(at_desk)
    table.view.selectRow(0)
    stand(table, 0, "title")
    table.menu.run("copy_as")
    menu = next(child for child in table.findChildren(QWidget, "copyAs"))
    action = next(entry for entry in menu.actions() if entry.objectName() == form)
    action.trigger()
    menu.hide()
    at_desk.settled()
    assert QGuiApplication.clipboard().text().startswith(start)


def test_copying_says_what_went_wrong(at_desk: Desk, shell: Shell) -> None:
    at_desk.incidents(1)
    table = shown(at_desk)
    stand(table, 0, "title")
    at_desk.run("DELETE FROM incidents")
    table.menu.run("copy_cell")
    at_desk.settled()
    assert shell.refused == ["Record not found"]


def test_a_reference_leads_to_its_record(at_desk: Desk, shell: Shell) -> None:
    at_desk.incidents(1, assigned_to="john")
    table = shown(at_desk)
    stand(table, 0, "assigned_to")
    assert table.menu.run("open_link")
    assert shell.opened == [("users", "john")]
    stand(table, 0, "title")
    assert not table.menu.run("open_link")


def test_ctrl_click_on_a_reference_opens_it(at_desk: Desk, shell: Shell) -> None:
    at_desk.incidents(1, assigned_to="john")
    table = shown(at_desk)
    spot = table.view.visualRect(table.source.model.index(0, 3)).center()
    viewport = table.view.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, spot)
    assert shell.opened == [("users", "john")]


def test_a_table_without_links_has_none(at_desk: Desk) -> None:
    at_desk.incidents(1, assigned_to="john")
    table = shown(at_desk, links=False)
    stand(table, 0, "assigned_to")
    assert not table.menu.run("open_link")
    assert not table.menu.run("look")


def test_a_card_shows_the_record_that_a_cell_names(at_desk: Desk) -> None:
    at_desk.store("users", {"id": "john", "email": "john@x.example", "first_name": "John", "last_name": "Tillotsen"})
    at_desk.incidents(2, assigned_to="john")
    table = shown(at_desk)
    stand(table, 0, "assigned_to")
    assert table.menu.run("look")
    at_desk.settled()
    card = table.cells.previews.card
    assert card.isVisible()
    assert "john@x.example" in card.text
    assert "Tillotsen" in card.text
    QTest.keyClick(table.view, Qt.Key.Key_Down)
    assert not card.isVisible()


def test_the_card_appears_where_the_pointer_rests(at_desk: Desk) -> None:
    at_desk.store("users", {"id": "john", "email": "john@x.example"})
    at_desk.incidents(2, assigned_to="john")
    table = shown(at_desk)
    spot = table.view.visualRect(table.source.model.index(1, 3)).center()

    def rested() -> bool:
        # A hand trembles.
        QTest.mouseMove(table.view.viewport(), spot + QPoint(1, 0))
        QTest.mouseMove(table.view.viewport(), spot)
        return table.cells.previews.card.isVisible()

    at_desk.qtbot.waitUntil(rested, timeout=10_000)
    QTest.mouseMove(table.view.viewport(), QPoint(5, 5))
    assert not table.cells.previews.card.isVisible()


def test_the_card_says_what_cannot_be_shown(at_desk: Desk, desk_for: Callable[..., Desk], shell: Shell) -> None:
    at_desk.incidents(1, assigned_to="nobody")
    table = shown(at_desk)
    stand(table, 0, "assigned_to")
    table.menu.run("look")
    at_desk.settled()
    assert "has no record nobody" in table.cells.previews.card.text
    table.cells.previews.hide()
    blind = desk_for("incidents.read")
    other = RecordTable(blind.context, {"table": "incidents", "columns": COLUMNS})
    blind.show(other)
    stand(other, 0, "assigned_to")
    other.menu.run("look")
    blind.settled()
    assert "may not read" in other.cells.previews.card.text
    other.cells.previews.hide()


def page_of(desk: Desk, shell: Shell) -> JsonPage:
    page = shell.pages[-1][1]
    assert isinstance(page, JsonPage)
    desk.qtbot.addWidget(page)
    page.resize(800, 500)
    page.show()
    desk.settled()
    return page


def test_enter_on_json_shows_all_of_it_as_a_tree(at_desk: Desk, shell: Shell) -> None:
    flags = {"sla": True, "notes": ["x" * 900, {"deep": None}], "n": 1.5}
    at_desk.incidents(1, critical_flags=flags)
    table = shown(at_desk)
    stand(table, 0, "critical_flags")
    QTest.keyClick(table.view, Qt.Key.Key_Return)
    assert shell.opened == []
    page = page_of(at_desk, shell)
    model = page.tree.model()
    assert model is not None
    keys = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert sorted(keys) == ["n", "notes", "sla"]
    page.search.setText("deep")
    page.show_next()
    at_desk.settled()
    page.copy_path.click()
    assert QGuiApplication.clipboard().text() == "/notes/1/deep"
    page.tree.reveal((keys.index("notes"), 0))
    page.copy_value.click()
    at_desk.settled()
    assert QGuiApplication.clipboard().text() == "x" * 900
    page.as_text.click()
    at_desk.settled()
    assert json.loads(page.lines.selected_text()) == flags


def test_json_that_is_too_deep_is_shown_as_text(at_desk: Desk, shell: Shell) -> None:
    deep = "[" * 600 + "]" * 600
    at_desk.incidents(1)
    at_desk.run(f"UPDATE incidents SET critical_flags = '{deep}'")
    table = shown(at_desk)
    stand(table, 0, "critical_flags")
    table.menu.run("show_json")
    page = page_of(at_desk, shell)
    notice = page.findChild(QWidget, "notice")
    assert notice is not None
    assert "nested" in notice.accessibleDescription()


def test_a_double_click_on_json_shows_it_in_a_column_that_stays_too(at_desk: Desk, shell: Shell) -> None:
    at_desk.incidents(1, critical_flags={"a": 1})
    table = shown(at_desk, columns=["critical_flags", "title"], freeze=1)
    frozen = table.view.frozen
    assert frozen is not None
    spot = frozen.visualRect(table.source.model.index(0, 0)).center()
    QTest.mouseClick(frozen.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    double_click(frozen.viewport(), spot)
    assert shell.opened == []
    page_of(at_desk, shell)


def test_a_row_that_is_gone_is_said_in_the_page(at_desk: Desk, shell: Shell) -> None:
    at_desk.incidents(1, critical_flags={"a": 1})
    table = shown(at_desk)
    stand(table, 0, "critical_flags")
    at_desk.run("DELETE FROM incidents")
    table.menu.run("look")
    page = page_of(at_desk, shell)
    assert page.findChild(QWidget, "notice") is not None


def test_every_action_has_its_key(at_desk: Desk, shell: Shell) -> None:
    at_desk.incidents(1, assigned_to="john", critical_flags={"a": 1})
    table = shown(at_desk)
    table.view.selectRow(0)
    stand(table, 0, "assigned_to")
    QTest.keyClick(table.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert shell.opened == [("users", "john")]
    QTest.keyClick(table.view, Qt.Key.Key_Space)
    at_desk.settled()
    assert table.cells.previews.card.isVisible()
    QTest.keyClick(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    at_desk.settled()
    assert shell.said == ["Copied 1 row"]
    stand(table, 0, "title")
    QTest.keyClick(table.view, Qt.Key.Key_F2)
    at_desk.settled()
    assert table.cells.editing.is_open
    table.cells.editing.give_up()
    stand(table, 0, "critical_flags")
    QTest.keyClick(table.view, Qt.Key.Key_Space)
    assert len(shell.pages) == 1
    page_of(at_desk, shell)


def test_links_and_cards_work_in_columns_that_stay(at_desk: Desk, shell: Shell) -> None:
    at_desk.incidents(1, assigned_to="john")
    table = shown(at_desk, columns=["assigned_to", "title"], freeze=1)
    assert table.view.frozen is not None
    index = table.source.model.index(0, 0)
    spot = table.view.frozen.visualRect(index).center()
    QTest.mouseClick(table.view.frozen.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, spot)
    assert shell.opened == [("users", "john")]
    table.view.setCurrentIndex(index)
    table.menu.run("edit_cell")
    at_desk.settled()
    editor = table.cells.editing.editor
    assert editor is not None
    assert editor.x() < table.view.frozen.width()
    table.cells.editing.give_up()


def test_a_rule_that_cannot_be_read_is_said_above_the_rows(at_desk: Desk) -> None:
    at_desk.incidents(1, priority="critical", status="open")
    rules = [
        {"when": {"field": "urgency", "op": "eq", "value": 1}, "tone": "danger"},
        {"when": {"field": "status", "op": "eq", "value": "open"}, "tone": "info", "columns": ["priority"]},
    ]
    table = shown(at_desk, columns=["title", "priority"], colours=rules)
    row = table.source.model.row(0)
    assert row is not None
    assert row.tones == ("", "info")
    assert len(row.texts) == 2
    assert any("urgency" in note.accessibleDescription() for note in table.findChildren(QWidget, "notice"))


def test_a_column_that_only_rules_read_is_not_searched(at_desk: Desk) -> None:
    at_desk.incidents(2, status="open")
    rules = [{"when": {"field": "status", "op": "eq", "value": "open"}, "tone": "info"}]
    table = shown(at_desk, columns=["title"], colours=rules)
    table.source.narrow((), "open")
    at_desk.settled()
    assert at_desk.rows(table) == []


def test_a_json_value_of_ten_megabytes_opens(at_desk: Desk, shell: Shell) -> None:
    at_desk.incidents(1)
    at_desk.run(
        "UPDATE incidents SET critical_flags = (SELECT jsonb_agg(jsonb_build_object('id', n, 'name', 'Building ' || n,"
        " 'note', repeat('what happened ', 8))) FROM generate_series(1, 60000) n)"
    )
    table = shown(at_desk)
    stand(table, 0, "critical_flags")
    table.menu.run("show_json")
    page = page_of(at_desk, shell)
    at_desk.qtbot.waitUntil(lambda: page.tree.model() is not None, timeout=20_000)
    model = page.tree.model()
    assert model is not None
    assert 0 < model.rowCount() <= 5000
    page.tree.reveal((59_999, 1))
    assert page.detail.toPlainText() in {"Building 60000", "what happened " * 8}


def test_one_line_of_megabytes_is_shown_whole_in_lines_that_can_be_laid_out(at_desk: Desk, shell: Shell) -> None:
    at_desk.incidents(1, critical_flags={"scan": "x" * 3_000_000})
    table = shown(at_desk)
    stand(table, 0, "critical_flags")
    table.menu.run("show_json")
    page = page_of(at_desk, shell)
    at_desk.qtbot.waitUntil(lambda: page.tree.model() is not None, timeout=20_000)
    page.tree.reveal((0,))
    assert page.whole.isVisible()
    page.whole.click()
    lines = page.detail.toPlainText().split("\n")
    assert sum(map(len, lines)) == 3_000_000
    assert max(map(len, lines)) <= 2_000
    page.copy_value.click()
    at_desk.settled()
    assert QGuiApplication.clipboard().text() == "x" * 3_000_000


def test_a_tone_is_also_said(at_desk: Desk) -> None:
    at_desk.incidents(1, priority="critical")
    at_desk.store("incidents", {"incident_id": "I-2", "title": "calm", "priority": "low"})
    rule = {"when": {"field": "priority", "op": "eq", "value": "critical"}, "tone": "danger", "columns": ["priority"]}
    table = shown(at_desk, colours=[rule])
    model = table.source.model
    role = Qt.ItemDataRole.AccessibleDescriptionRole
    assert model.data(model.index(0, 2), role) == "Critical"
    assert model.data(model.index(0, 1), role) is None
    assert model.data(model.index(1, 2), role) is None
