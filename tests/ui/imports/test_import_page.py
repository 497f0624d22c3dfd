"""The page for imports, walked with real widgets: file, columns, check, result."""

from __future__ import annotations

import dataclasses
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPushButton, QTableView
from sqlalchemy import text

from ui.components.component import ComponentContext
from ui.core.notice import Notice
from ui.imports.controls import chosen
from ui.imports.page import ImportPage
from ui.imports.questions import QuestionBar
from ui.imports.steps import Step

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QAbstractItemModel
    from pytestqt.qtbot import QtBot

    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.edits.types import StoredEdit

ROWS = """Incident;Title;Prio;Last interaction date
INC-1;Printer one stuck;1 - Critical;03/04/2026
;Scanner makes a noise;High;
;;Low;
"""


class Hands:
    """A page in a window, and what it told the shell."""

    def __init__(self, qtbot: QtBot, context: ComponentContext, database: Database, folder: Path) -> None:
        self.qtbot = qtbot
        self.database = database
        self.stored: list[StoredEdit] = []
        self.said: list[str] = []
        self.changes: list[Changes] = []
        self.closed: list[bool] = []
        context.bus.changed.connect(self.changes.append)
        self.context = dataclasses.replace(
            context, stored=self.stored.append, say=self.said.append, close_page=lambda: self.closed.append(True)
        )
        self.file = folder / "rows.csv"
        self.page = ImportPage(self.context, {"table": "incidents", "label": "Incidents"})
        qtbot.addWidget(self.page)
        self.page.resize(1200, 800)
        self.page.show()

    def step(self) -> Step:
        return self.page.step

    def idle(self) -> None:
        self.qtbot.waitUntil(lambda: self.context.tasks.pending == 0, timeout=20_000)

    def open(self, content: str | bytes = ROWS) -> None:
        self.file.write_bytes(content.encode() if isinstance(content, str) else content)
        self.page.open_file(str(self.file))
        self.idle()

    def go_on(self) -> None:
        QTest.keyClick(self.page.next, Qt.Key.Key_Space)
        self.idle()

    def choose(self, name: str, words: str) -> None:
        """Choose from a box as a person does: by its words."""
        box = self.page.findChild(QComboBox, name)
        assert isinstance(box, QComboBox)
        place = box.findText(words)
        assert place >= 0, [box.itemText(index) for index in range(box.count())]
        box.setCurrentIndex(place)
        box.activated.emit(place)
        self.idle()

    def table(self, name: str) -> list[list[str]]:
        view = self.page.findChild(QTableView, name)
        assert isinstance(view, QTableView)
        return shown(view.model())

    def all(self, statement: str) -> list[tuple[Any, ...]]:
        def read() -> list[tuple[Any, ...]]:
            with self.database.read() as session:
                return [tuple(row) for row in session.execute(text(statement))]

        with ThreadPoolExecutor(1) as worker:
            return worker.submit(read).result()


def shown(model: QAbstractItemModel) -> list[list[str]]:
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def run(database: Database, *statements: str) -> None:
    def write() -> None:
        with database.write() as session:
            for statement in statements:
                session.execute(text(statement))

    with ThreadPoolExecutor(1) as worker:
        worker.submit(write).result()


@pytest.fixture
def hands(
    qtbot: QtBot, context_for: Callable[[str], ComponentContext], live_database: Database, tmp_path: Path
) -> Hands:
    run(
        live_database,
        "INSERT INTO incidents (incident_id, title, priority) VALUES ('INC-1', 'Printer 1 stuck', 'low')",
        "INSERT INTO form_field_definitions (form_type, field_key, field_type, label, order_index, is_active, options) "
        """VALUES ('incident', 'priority', 'select', 'Priority', 1, true, '["low", "high", "critical"]')""",
        "INSERT INTO form_field_definitions (form_type, field_key, field_type, label, order_index, is_active, "
        "is_required) VALUES ('incident', 'title', 'text', 'Title', 0, true, true)",
    )
    context = context_for("admin")
    reader = dataclasses.replace(context.reader, permissions=frozenset({"records.write"}))
    return Hands(qtbot, dataclasses.replace(context, viewer=reader), live_database, tmp_path)


def test_a_file_becomes_records_in_four_steps(hands: Hands) -> None:
    page = hands.page
    assert hands.step() is Step.FILE
    assert not page.next.isEnabled()
    assert not page.has_unsaved_input()
    hands.open()
    assert hands.table("rawRows")[0] == ["INC-1", "Printer one stuck", "1 - Critical", "03/04/2026"]
    assert chosen(page.file_step.delimiter) == ";"
    hands.go_on()
    assert hands.step() is Step.COLUMNS
    assert page.has_unsaved_input()
    first = hands.table("previewRows")[0]
    assert "critical" in first
    assert "03/04/2026" in first
    answer = page.findChild(QPushButton, "yes")
    assert isinstance(answer, QPushButton)
    QTest.mouseClick(answer, Qt.MouseButton.LeftButton)
    hands.qtbot.waitUntil(lambda: not page.columns_step.findChildren(QuestionBar), timeout=10_000)
    hands.idle()
    assert any(cell.startswith("2026-04-0") for cell in hands.table("previewRows")[0])
    hands.go_on()
    assert hands.step() is Step.CHECK
    assert page.next.text() == "Import 2 good rows"
    assert hands.table("refusals") == [["4", "Title", "", "Title is required"]]
    assert hands.all("SELECT count(*) FROM incidents") == [(1,)]
    hands.go_on()
    assert hands.step() is Step.RESULT
    assert not page.has_unsaved_input()
    assert hands.all("SELECT title, priority FROM incidents ORDER BY id") == [
        ("Printer one stuck", "critical"),
        ("Scanner makes a noise", "high"),
    ]
    assert [edit.text for edit in hands.stored] == ["import of 2 incidents"]
    assert hands.changes[-1].touches({"incidents"})
    hands.go_on()
    assert hands.closed == [True]


def test_the_preview_tells_in_words_what_was_repaired_and_refused(hands: Hands) -> None:
    hands.open()
    hands.go_on()
    model = hands.page.columns_step.rows.model()
    column = next(c for c in range(model.columnCount()) if model.headerData(c, Qt.Orientation.Horizontal) == "Priority")
    tip = model.index(0, column).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "In the file: “1 - Critical”. Stored: “critical” (label replaced by its value)."
    assert model.index(0, column).data(Qt.ItemDataRole.DecorationRole) is not None
    column = next(
        c
        for c in range(model.columnCount())
        if "interaction" in str(model.headerData(c, Qt.Orientation.Horizontal)).lower()
    )
    assert "two ways" in model.index(0, column).data(Qt.ItemDataRole.ToolTipRole)


def test_columns_are_given_by_hand_and_constants_typed(hands: Hands) -> None:
    hands.open("what,x\nA new incident,1\n")
    hands.go_on()
    assert not hands.page.next.isEnabled()
    hands.choose("from:title", "what")
    hands.choose("from:priority", "The same for every row")
    line = hands.page.findChild(QLineEdit, "constant:priority")
    assert isinstance(line, QLineEdit)
    assert line.isVisible()
    QTest.keyClicks(line, "HIGH")
    QTest.keyClick(line, Qt.Key.Key_Return)
    hands.idle()
    assert hands.table("previewRows") == [["A new incident", "high"]]
    hands.go_on()
    hands.go_on()
    assert hands.all("SELECT title, priority FROM incidents WHERE id <> 1") == [("A new incident", "high")]


def test_going_back_keeps_what_was_chosen(hands: Hands) -> None:
    hands.open()
    hands.go_on()
    hands.choose("from:priority", "Not imported")
    hands.go_on()
    QTest.mouseClick(hands.page.back, Qt.MouseButton.LeftButton)
    hands.idle()
    assert hands.page.step is Step.COLUMNS
    assert all(a.column != "priority" for a in hands.page.columns_step.plan().assignments)


def test_without_a_key_every_row_is_new(hands: Hands) -> None:
    hands.open()
    hands.go_on()
    key = hands.page.findChild(QAbstractButton, "key:incident_id")
    assert isinstance(key, QAbstractButton)
    assert key.isChecked()
    key.click()
    hands.idle()
    assert chosen(hands.page.columns_step.settings.duplicates) == "insert"
    assert not hands.page.columns_step.settings.duplicates.isEnabled()
    key.click()
    hands.idle()
    assert chosen(hands.page.columns_step.settings.duplicates) == "update"


def test_another_separator_reads_the_file_anew(hands: Hands) -> None:
    hands.open("a;b|c\n1;2|3\n4;5|6\n")
    hands.choose("delimiter", "Bar")
    assert hands.table("rawRows")[0] == ["1;2", "3"]


def test_a_file_that_cannot_be_read_says_why_and_the_other_stays(hands: Hands, tmp_path: Path) -> None:
    hands.open()
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"no workbook")
    hands.page.open_file(str(bad))
    hands.idle()
    trouble = hands.page.file_step.findChild(Notice, "fileTrouble")
    assert isinstance(trouble, Notice)
    assert "bad.xlsx" in trouble.text
    assert len(hands.table("rawRows")) == 3
    assert hands.page.next.isEnabled()


def test_a_file_can_be_dropped(hands: Hands) -> None:
    hands.file.write_text(ROWS)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(hands.file))])
    drop = QDropEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0))
    hands.page.file_step.dropEvent(drop)
    hands.idle()
    assert hands.table("rawRows")


def test_an_import_can_be_stopped_and_nothing_is_stored(hands: Hands) -> None:
    hands.open("Title\n" + "".join(f"A new incident {n}\n" for n in range(20_000)))
    hands.go_on()
    QTest.mouseClick(hands.page.next, Qt.MouseButton.LeftButton)
    assert hands.page.stop.isVisible()
    assert not hands.page.next.isEnabled()
    QTest.mouseClick(hands.page.stop, Qt.MouseButton.LeftButton)
    hands.idle()
    assert hands.page.step is Step.COLUMNS
    assert hands.all("SELECT count(*) FROM incidents") == [(1,)]


def test_the_report_is_saved_where_the_person_says(hands: Hands, tmp_path: Path) -> None:
    hands.open()
    hands.go_on()
    hands.go_on()
    place = tmp_path / "report.csv"
    hands.page.report_step.report_wanted.emit(str(place))
    hands.idle()
    assert "Title is required" in place.read_text(encoding="utf-8-sig")
    assert hands.said == ["2 refused cells saved"]


def test_a_question_is_asked_once_for_the_whole_file(hands: Hands) -> None:
    hands.open("Title,Last interaction date\n" + "".join(f"Incident {n},0{n % 9 + 1}/10/2026\n" for n in range(50)))
    hands.go_on()
    bars = hands.page.findChildren(QuestionBar)
    assert len(bars) == 1


def test_every_input_has_a_name_for_screen_readers(hands: Hands) -> None:
    hands.open()
    hands.go_on()
    for kind in (QComboBox, QLineEdit, QTableView):
        for child in hands.page.findChildren(kind):
            if child.objectName() and not child.objectName().startswith("qt_"):
                assert child.accessibleName(), child.objectName()


def test_a_field_inside_a_column_is_offered_by_its_name_and_is_no_key(hands: Hands) -> None:
    choices = '[{"label": "One person", "value": "one_person"}]'
    run(
        hands.database,
        "INSERT INTO form_field_definitions (form_type, field_key, field_type, label)"
        " VALUES ('incident', 'title', 'text', 'Title')",
        "INSERT INTO form_field_definitions (form_type, field_key, field_type, label, options)"
        f" VALUES ('incident', 'business_impact', 'select', 'Impact', CAST('{choices}' AS jsonb))",
    )
    hands.open("Title;Impact\nPrinter stuck;One person\nScanner stuck;nobody\n")
    hands.go_on()
    assert hands.table("previewRows")[0] == ["Printer stuck", "one_person"]
    grid = hands.page.columns_step.grid
    assert grid is not None
    row = grid.row("business_impact")
    assert row.box.currentText() == "Impact"
    assert not row.key.isEnabled()
    assert row.target.inside == "Critical flags"
    hands.go_on()
    assert hands.table("refusals")[0][1:3] == ["Impact", "nobody"]
    hands.go_on()
    flags = hands.all("SELECT critical_flags FROM incidents WHERE title = 'Printer stuck'")
    assert flags == [({"_form": {"business_impact": "one_person"}},)]
