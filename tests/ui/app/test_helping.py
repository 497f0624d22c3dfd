"""Help where somebody is, the tour, and the diagnosis in the running window."""

from __future__ import annotations

import getpass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from jarvis_desktop.search.help_pages import CONTENTS, help_pages, page_about
from ui.components.record_table import RecordTable
from ui.help.diagnosis_page import DiagnosisPage
from ui.help.tour_card import place_beside
from ui.help.tour_steps import STEPS
from ui.search.help_places import page_of
from ui.search.help_view import HelpView

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.app.program import Program


def open_tab(program: Program, qtbot: QtBot, key: str = "incidents") -> RecordTable:
    program.window.choose_tab(key)
    page = program.window.content.pages.page(key)
    assert page is not None
    table = page.findChildren(RecordTable)[0]
    qtbot.waitUntil(lambda: table.source.model.rowCount() > 1 and program.tasks.pending == 0, timeout=15_000)
    return table


def _shows(program: Program, page: str) -> bool:
    view = program.window.content.page.page
    return isinstance(view, HelpView) and view.current == page


def test_help_opens_at_what_has_the_keyboard(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("admin")
    table = open_tab(program, qtbot)
    program.window.activateWindow()
    for widget, page in ((table.view, "tables"), (table.bar.search, "filters")):
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)
        QTest.keyClick(widget, Qt.Key.Key_F1)
        qtbot.waitUntil(partial(_shows, program, page))
        program.window.menus.back_chosen.emit()


def test_without_a_page_of_its_own_a_place_has_that_of_its_tab_and_then_the_contents(qtbot: QtBot) -> None:
    outer, inner = QWidget(), QLineEdit()
    qtbot.addWidget(outer)
    inner.setParent(outer)
    assert page_of(inner, "my-incidents") == "incidents"
    assert page_of(inner, "a tab of somebody else") == CONTENTS
    assert page_of(None) == CONTENTS
    outer.help_page = "no such page"  # type: ignore[attr-defined]
    assert page_of(inner, "mail") == "mail"
    outer.help_page = "undo"  # type: ignore[attr-defined]
    assert page_of(inner, "mail") == "undo"


@pytest.mark.parametrize("persona", ["admin", "rachel", "john", "broker"])
def test_every_tab_has_a_page(start: Callable[[str], Program], persona: str) -> None:
    tabs = start(persona).window.content.pages.tabs()
    assert [tab.key for tab in tabs if page_about(tab.key) is None] == []


def test_the_tour_points_at_parts_that_are_there_and_notices_what_was_tried(
    start: Callable[[str], Program], qtbot: QtBot
) -> None:
    program = start("john")
    table = open_tab(program, qtbot)
    tour = program.helping.tour
    program.commands.run("help.tour")
    assert tour.step == "welcome"
    card = tour.card
    assert card is not None
    seen = [tour.step]
    while seen[-1] not in {"help", ""}:
        QTest.keyClick(card.next, Qt.Key.Key_Space)
        seen.append(tour.step)
        if tour.step == "filter":
            assert not card.done
            table.bar.search.setText("pri")
            qtbot.waitUntil(lambda: card.done)
            table.bar.search.clear()
    order = [step.key for step in STEPS]
    assert seen == [key for key in order if key in seen]
    assert {"welcome", "rail", "filter", "cell", "form", "undo", "help"} <= set(seen)
    card.next.click()
    assert tour.step == ""
    qtbot.waitUntil(lambda: program.tasks.pending == 0)


def test_the_tour_can_be_left_at_any_time_and_does_not_come_again(
    start: Callable[[str], Program], qtbot: QtBot
) -> None:
    program = start("john")
    table = open_tab(program, qtbot)
    program.window.activateWindow()
    table.view.setFocus()
    tour = program.helping.tour
    tour.offer()
    qtbot.waitUntil(lambda: tour.running, timeout=10_000)
    tour.go_on()
    card = tour.card
    assert card is not None
    QTest.keyClick(card, Qt.Key.Key_Escape)
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not tour.running
    assert table.view.hasFocus()
    qtbot.waitUntil(lambda: program.tasks.pending == 0)
    later = start("john")
    later.helping.tour.offer()
    qtbot.waitUntil(lambda: later.tasks.pending == 0)
    assert not later.helping.tour.running


def test_the_tour_follows_the_window(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("john")
    open_tab(program, qtbot)
    tour, window = program.helping.tour, program.window
    window.resize(1200, 800)
    tour.begin()
    tour.go_on()
    card = tour.card
    light = window.findChild(QWidget, "tourSpotlight")
    assert card is not None
    assert light is not None
    for size in (QSize(900, 620), QSize(1440, 900), QSize(760, 480)):
        window.resize(size)
        qtbot.waitUntil(lambda: light.size() == window.size())
        assert window.rect().contains(card.geometry())
    window.switch_persona("broker")
    qtbot.waitUntil(lambda: program.tasks.pending == 0)
    while tour.running:
        tour.go_on()
    window.close()


@pytest.mark.parametrize(
    "spot", [QRect(0, 40, 200, 500), QRect(700, 0, 90, 30), QRect(10, 560, 60, 30), QRect(0, 0, 800, 600), QRect()]
)
def test_a_card_never_stands_outside(spot: QRect) -> None:
    room, size = QRect(0, 0, 800, 600), QSize(360, 220)
    assert room.contains(QRect(place_beside(spot, size, room), size))


def test_the_diagnosis_looks_at_everything_and_copies_no_secret(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("admin")
    program.commands.run("help.diagnose")
    page = program.window.content.page.page
    assert isinstance(page, DiagnosisPage)
    assert page.running
    qtbot.waitUntil(lambda: not page.running, timeout=30_000)
    keys = [part.key for part in page.parts]
    wanted = ["qt", "display", "fonts", "program", "computer", "database", "schema", "features", "parts", "folders"]
    assert keys == [*wanted, "settings", "faults"]
    assert page.view.topLevelItemCount() == len(keys)
    page.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "PostgreSQL" in copied
    account = getpass.getuser()
    assert str(Path.home()) not in copied
    assert account in {"root", "postgres"} or account not in copied.split()
    page.attention.setChecked(True)
    assert page.fine.isVisible() or page.view.isVisible()


def test_a_diagnosis_can_be_stopped_and_saved(start: Callable[[str], Program], qtbot: QtBot, tmp_path: Path) -> None:
    program = start("admin")
    program.commands.run("help.diagnose")
    page = program.window.content.page.page
    assert isinstance(page, DiagnosisPage)
    page.stop_button.click()
    assert not page.running
    assert page.words.text().startswith("Stopped.")
    page.again.click()
    qtbot.waitUntil(lambda: not page.running, timeout=30_000)
    page.save_report(str(tmp_path / "report.txt"))
    qtbot.waitUntil(lambda: (tmp_path / "report.txt").exists() and program.tasks.pending == 0)
    assert "PostgreSQL" in (tmp_path / "report.txt").read_text("utf-8")
    page.save_report(str(tmp_path / "missing" / "report.txt"))
    qtbot.waitUntil(lambda: program.tasks.pending == 0)
    assert "cannot be written" in program.window.toast.text


def test_pages_are_there_in_the_help_for_what_the_program_opens() -> None:
    names = {page.name for page in help_pages()}
    assert {"tables", "filters", "forms", "import", "bulk-edit", "export-and-print", "cells", "diagnose"} <= names
    assert QApplication.instance() is not None
