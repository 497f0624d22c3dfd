"""Exports, paper and bulk edits, from the table to the file and back, with a person's hands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QRadioButton, QWidget

from ui.components.record_table import RecordTable
from ui.components.table.export_job import ExportJob, progress_words
from ui.components.table.export_panel import ExportPanel
from ui.components.table.export_running import RunningExport
from ui.components.table.printing import PrintPanel
from ui.components.table.subject import subject_of
from ui.core.jobs import span_words
from ui.core.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jarvis_desktop.people.notifications.types import Notification
    from tests.ui.tables.conftest import Desk

COLUMNS = ["incident_id", "title", "priority", "created_at"]


class Pages:
    """What the shell would show above the tab, and what it says in passing."""

    def __init__(self) -> None:
        self.titles: list[str] = []
        self.page: QWidget | None = None
        self.said: list[str] = []

    def open(self, title: str, page: QWidget) -> None:
        self.titles.append(title)
        self.page = page

    def notify(self, notification: Notification) -> None:
        self.said.append(notification.title)


@pytest.fixture
def pages() -> Pages:
    return Pages()


@pytest.fixture
def desk(desk_for: Callable[..., Desk], pages: Pages) -> Desk:
    return desk_for("records.write", open_page=pages.open, say=pages.said.append, notify=pages.notify)


def table_of(desk: Desk, **props: Any) -> RecordTable:
    table = RecordTable(desk.context, {"table": "incidents", "columns": COLUMNS, **props})
    desk.show(table)
    return table


def shown(desk: Desk, pages: Pages) -> QWidget:
    assert pages.page is not None
    desk.qtbot.addWidget(pages.page)
    pages.page.resize(900, 900)
    pages.page.show()
    desk.settled()
    return pages.page


def export_panel(desk: Desk, pages: Pages, table: RecordTable, file: Path) -> ExportPanel:
    assert table.menu.run("export")
    panel = shown(desk, pages)
    assert isinstance(panel, ExportPanel)
    panel.file.setText(str(file))
    return panel


def choose(panel: QWidget, name: str) -> None:
    button = panel.findChild(QRadioButton, name)
    assert button is not None
    button.click()


def cards(panel: QWidget) -> list[RunningExport]:
    return [card for card in panel.findChildren(RunningExport) if card.isVisible()]


def press(where: QWidget, name: str) -> None:
    button = where.findChild(QPushButton, name)
    assert button is not None
    assert button.isVisible()
    button.click()


def select_rows(table: RecordTable, count: int) -> None:
    table.view.selectRow(0)
    for _ in range(count - 1):
        QTest.keyClick(table.view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)


def test_the_selection_goes_into_a_file(desk: Desk, pages: Pages, tmp_path: Path) -> None:
    desk.incidents(5, priority="high")
    table = table_of(desk)
    select_rows(table, 2)
    panel = export_panel(desk, pages, table, tmp_path / "two")
    assert pages.titles == ["Export incidents"]
    assert panel.export_button.text() == "Export 2 incidents"
    panel.export_button.click()
    desk.settled()
    (card,) = cards(panel)
    assert card.outcome == "success"
    assert card.state_text.startswith("2 rows, ")
    lines = (tmp_path / "two.csv").read_text("utf-8-sig").splitlines()
    assert lines[0] == "Incident ID,Title,Priority,Created at"
    assert [line.split(",")[:3] for line in lines[1:]] == [["INC-1", "Fault 1", "high"], ["INC-2", "Fault 2", "high"]]
    assert pages.said == ["Exported 2 rows to “two.csv”"]
    press(card, "copyPath")
    assert QGuiApplication.clipboard().text() == str(tmp_path / "two.csv")


def test_all_that_match_with_all_columns_as_json_lines(desk: Desk, pages: Pages, tmp_path: Path) -> None:
    desk.incidents(3, status="open")
    desk.store("incidents", {"incident_id": "INC-9", "title": "Other", "status": "closed"})
    table = table_of(desk, filters=[{"column": "status", "operator": "eq", "value": "open"}])
    panel = export_panel(desk, pages, table, tmp_path / "all.csv")
    choose(panel, "columns:every")
    choose(panel, "format:jsonl")
    assert panel.file.text() == str(tmp_path / "all.jsonl")
    panel.start()
    desk.settled()
    lines = (tmp_path / "all.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == 3
    assert '"john_notes":null' in lines[0]


def test_a_file_in_the_way_is_asked_about(desk: Desk, pages: Pages, tmp_path: Path) -> None:
    desk.incidents(1)
    panel = export_panel(desk, pages, table_of(desk), tmp_path / "all.csv")
    (tmp_path / "all.csv").write_text("of yesterday")
    panel.start()
    desk.settled()
    (card,) = cards(panel)
    assert card.state_text.startswith("The file exists.")
    assert (tmp_path / "all.csv").read_text() == "of yesterday"
    press(card, "exportAgain")
    desk.settled()
    (card,) = cards(panel)
    assert card.outcome == "success"
    assert "INC-1" in (tmp_path / "all.csv").read_text("utf-8")


def test_trouble_is_said_in_the_card_and_can_be_tried_again(desk: Desk, pages: Pages, tmp_path: Path) -> None:
    desk.incidents(1)
    panel = export_panel(desk, pages, table_of(desk), tmp_path / "later" / "all.csv")
    panel.start()
    desk.settled()
    (card,) = cards(panel)
    assert card.state_text.startswith("Not exported. There is no folder")
    (tmp_path / "later").mkdir()
    press(card, "exportAgain")
    desk.settled()
    assert (tmp_path / "later" / "all.csv").exists()


def test_an_export_that_waits_can_be_cancelled(desk: Desk, pages: Pages, tmp_path: Path) -> None:
    desk.incidents(1)
    panel = export_panel(desk, pages, table_of(desk), tmp_path / "all.csv")
    with desk.database.write() as session:
        from sqlalchemy import text

        session.execute(text("LOCK TABLE incidents IN ACCESS EXCLUSIVE MODE"))
        panel.start()
        (job,) = desk.context.tasks.findChildren(ExportJob)
        (card,) = cards(panel)
        assert card.state_text == "Reading the rows"
        press(card, "cancelExport")
        desk.settled()
    assert not job.running
    assert card.state_text == "Stopped. No file was written."
    assert not list(tmp_path.glob("*.csv"))
    press(card, "exportAgain")
    desk.settled()
    assert (tmp_path / "all.csv").exists()


def test_an_export_goes_on_when_its_page_is_left_and_is_found_again(desk: Desk, pages: Pages, tmp_path: Path) -> None:
    desk.incidents(2)
    subject = subject_of(table_of(desk))
    assert subject is not None
    panel = ExportPanel(desk.context, subject)
    panel.file.setText(str(tmp_path / "all.csv"))
    panel.start()
    again = ExportPanel(desk.context, subject)
    desk.qtbot.addWidget(again)
    again.show()
    panel.deleteLater()
    QGuiApplication.sendPostedEvents(panel, QEvent.Type.DeferredDelete)
    desk.settled()
    assert (tmp_path / "all.csv").exists()
    assert [card.outcome for card in cards(again)] == ["success"]


def test_choices_are_remembered_but_not_the_risk(desk: Desk, pages: Pages, tmp_path: Path) -> None:
    desk.incidents(1)
    table = table_of(desk)
    panel = export_panel(desk, pages, table, tmp_path / "all.csv")
    choose(panel, "columns:every")
    panel.choices._guard.click()
    hint = next(label for label in panel.findChildren(QLabel) if "may run texts" in label.text())
    assert hint.property("tone") == "warning"
    panel.start()
    desk.settled()
    again = export_panel(desk, pages, table, tmp_path / "other.csv")
    chosen = again.choices.chosen()
    assert len(chosen.columns) == len(table.source.plan.table.columns) if table.source.plan else False
    assert chosen.options.guarded


def test_a_folder_is_remembered_once_a_file_stands_in_it(desk: Desk, pages: Pages, tmp_path: Path) -> None:
    desk.incidents(1)
    table = table_of(desk)
    panel = export_panel(desk, pages, table, tmp_path / "no such folder" / "all.csv")
    panel.start()
    desk.settled()
    assert cards(panel)[0].outcome == "danger"
    again = export_panel(desk, pages, table, tmp_path / "all.jsonl")
    assert "no such folder" not in again.file.toolTip()
    again.start()
    desk.settled()
    assert (tmp_path / "all.jsonl").read_text().startswith("{")
    assert table.menu.run("export")
    last = shown(desk, pages)
    assert isinstance(last, ExportPanel)
    assert last.file.text().startswith(str(tmp_path))
    assert last.file.text().endswith(".jsonl")


def test_without_a_name_nothing_begins(desk: Desk, pages: Pages, tmp_path: Path) -> None:
    desk.incidents(1)
    panel = export_panel(desk, pages, table_of(desk), tmp_path)
    panel.file.clear()
    panel.start()
    assert not cards(panel)
    problem = panel.findChild(QLabel, "exportProblem")
    assert problem is not None
    assert "Type the name of the file" in problem.text()


def test_the_file_dialog_does_not_block(desk: Desk, pages: Pages, tmp_path: Path) -> None:
    desk.incidents(1)
    panel = export_panel(desk, pages, table_of(desk), tmp_path / "all.csv")
    press(panel, "chooseFile")
    dialog = panel.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "chosen.csv"))
    dialog.close()
    assert panel.file.text() == str(tmp_path / "chosen.csv")


@pytest.mark.parametrize(("prop", "action"), [("export", "export"), ("print", "print"), ("bulk_edit", "bulk_edit")])
def test_what_a_prop_takes_away_is_not_on_offer(desk: Desk, pages: Pages, prop: str, action: str) -> None:
    desk.incidents(1)
    table = table_of(desk, **{prop: False})
    table.view.selectRow(0)
    assert not table.menu.run(action)
    assert pages.page is None


def test_progress_in_words() -> None:
    assert progress_words(340_000, 1_000_000, 4) == "340,000 of 1,000,000 rows · 85,000 rows/s · 8 s left"
    assert progress_words(500, None, 0) == "500 rows"
    assert [span_words(seconds) for seconds in (0, 59, 150, 7500)] == ["1 s", "59 s", "2 min", "2 h 5 min"]


def print_panel(desk: Desk, pages: Pages, table: RecordTable) -> PrintPanel:
    assert table.menu.run("print")
    panel = shown(desk, pages)
    assert isinstance(panel, PrintPanel)
    desk.qtbot.waitUntil(panel.pdf_button.isEnabled, timeout=10_000)
    return panel


def test_rows_are_saved_as_pdf(desk: Desk, pages: Pages, tmp_path: Path) -> None:
    desk.incidents(120, priority="high")
    panel = print_panel(desk, pages, table_of(desk))
    assert not panel.picture.image.isNull()
    before = panel.pages.text()
    panel.turn.setCurrentIndex(1)
    desk.settled()
    assert panel.pages.text() != before
    panel.save_pdf(str(tmp_path / "incidents.pdf"))
    desk.settled()
    assert (tmp_path / "incidents.pdf").read_bytes().startswith(b"%PDF")
    assert any("incidents.pdf" in notice.text for notice in panel.findChildren(Notice))
    panel.save_pdf(str(tmp_path / "nowhere" / "incidents.pdf"))
    desk.settled()
    assert any("There is no folder" in notice.text for notice in panel.findChildren(Notice) if notice.isVisible())


def test_without_a_printer_pdf_is_offered(desk: Desk, pages: Pages) -> None:
    from PySide6.QtPrintSupport import QPrinterInfo

    if QPrinterInfo.availablePrinterNames():
        pytest.skip("a printer is set up here")
    desk.incidents(1)
    panel = print_panel(desk, pages, table_of(desk))
    press(panel, "print")
    (notice,) = [each for each in panel.findChildren(Notice) if each.isVisible()]
    assert "No printer" in notice.title
