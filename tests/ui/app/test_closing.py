"""Closing the window: work under way and typed input are asked about, and only the person ends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from ui.components.master_detail import MasterDetail
from ui.components.table.export_job import ExportJob
from ui.components.table.export_panel import ExportPanel
from ui.imports.job import StoreJob
from ui.imports.page import ImportPage
from ui.imports.steps import Step
from ui.shell.unsaved import UnsavedBar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    import psycopg
    from pytestqt.qtbot import QtBot

    from ui.app.program import Program


class Desk:
    """A window with the incidents, whose table somebody else can lock."""

    def __init__(self, program: Program, psql: psycopg.Connection, folder: Path, qtbot: QtBot) -> None:
        self.program = program
        self.window = program.window
        self.psql = psql
        self.folder = folder
        self.qtbot = qtbot
        self.closed: list[bool] = []
        self.window.closing.connect(self._on_closing)

    def _on_closing(self) -> None:
        self.closed.append(True)

    def idle(self) -> None:
        self.qtbot.waitUntil(lambda: self.program.tasks.pending == 0, timeout=20_000)

    def lock(self) -> None:
        self.psql.autocommit = False
        self.psql.execute("LOCK TABLE incidents IN ACCESS EXCLUSIVE MODE")

    def release(self) -> None:
        self.psql.rollback()
        self.psql.autocommit = True

    def export(self) -> ExportJob:
        page = self.window.content.pages.page("incidents")
        assert page is not None
        table = next(part for part in page.components() if isinstance(part, MasterDetail)).table
        self.lock()
        assert table.menu.run("export")
        panel = self.window.content.page.page
        assert isinstance(panel, ExportPanel)
        panel.file.setText(str(self.folder / "all.csv"))
        panel.start()
        (job,) = self.program.tasks.findChildren(ExportJob)
        return job

    def staged(self) -> ImportPage:
        file = self.folder / "rows.csv"
        file.write_text("Title\nA new incident\n")
        props = {"table": "incidents", "label": "Incidents", "file": str(file)}
        self.window.open_component("import", "Import incidents", props)
        page = self.window.content.page.page
        assert isinstance(page, ImportPage)
        self.idle()
        QTest.keyClick(page.next, Qt.Key.Key_Space)
        self.idle()
        assert page.step is Step.COLUMNS
        return page

    @property
    def question(self) -> str:
        bar = self.window.findChild(UnsavedBar)
        assert bar is not None
        labels = [label.text() for label in bar.findChildren(QLabel) if label.isVisible()]
        return labels[0] if labels else ""

    def answers(self) -> list[str]:
        return [self._answer(name).text() for name in ("leaveWithoutSaving", "stay")]

    def answer(self, name: str) -> None:
        QTest.keyClick(self._answer(name), Qt.Key.Key_Space)

    def _answer(self, name: str) -> QPushButton:
        button = self.window.findChild(QPushButton, name)
        assert button is not None
        return button


@pytest.fixture
def desk(start: Callable[[str], Program], psql: psycopg.Connection, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(start("admin"), psql, tmp_path, qtbot)
    desk.window.choose_tab("incidents")
    desk.idle()
    yield desk
    desk.release()
    desk.idle()


def test_nothing_under_way_is_nothing_to_ask(desk: Desk) -> None:
    desk.window.close()
    assert desk.closed
    assert not desk.question


def test_an_export_under_way_is_asked_about_and_goes_on(desk: Desk) -> None:
    job = desk.export()
    desk.window.close()
    assert not desk.closed
    assert desk.question == "An export is running: Reading the rows."
    assert desk.answers() == ["Stop it and close", "Keep working"]
    desk.answer("stay")
    assert job.running
    assert not desk.question
    desk.window.close()
    desk.release()
    desk.idle()
    assert (desk.folder / "all.csv").exists()
    assert not desk.question
    assert not desk.closed
    desk.window.close()
    assert desk.closed


def test_an_export_is_stopped_and_leaves_nothing(desk: Desk) -> None:
    desk.export()
    desk.window.close()
    desk.answer("leaveWithoutSaving")
    assert desk.closed
    desk.idle()
    assert not list(desk.folder.glob("*.csv"))


def test_a_mapping_is_typed_input_and_asked_about_with_the_export(desk: Desk) -> None:
    desk.staged()
    desk.window.close()
    assert desk.question.startswith("There are changes that are not saved. Some of them cannot be kept as a draft")
    assert desk.answers() == ["Close without saving", "Stay"]
    desk.answer("stay")
    desk.window.content.drop_page()
    desk.export()
    desk.release()
    desk.idle()
    desk.staged()
    desk.window.close()
    desk.answer("leaveWithoutSaving")
    assert desk.closed


def test_an_import_that_stores_is_asked_about_and_nothing_of_it_is_left_when_stopped(desk: Desk) -> None:
    page = desk.staged()
    QTest.keyClick(page.next, Qt.Key.Key_Space)
    desk.idle()
    assert page.step is Step.CHECK
    row = desk.psql.execute("SELECT count(*) FROM incidents").fetchone()
    desk.lock()
    QTest.keyClick(page.next, Qt.Key.Key_Space)
    (job,) = [job for job in desk.program.tasks.findChildren(StoreJob) if job.running]
    assert not page.has_unsaved_input()
    desk.window.close()
    assert desk.question.startswith("An import is running")
    desk.answer("leaveWithoutSaving")
    assert desk.closed
    desk.release()
    desk.qtbot.waitUntil(lambda: desk.program.tasks.pending == 0, timeout=20_000)
    assert desk.psql.execute("SELECT count(*) FROM incidents").fetchone() == row
    assert job.stopping
