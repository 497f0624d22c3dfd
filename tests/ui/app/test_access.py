"""Every tab of every persona, every page and popup: what a screen reader hears and the keyboard reaches there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.access import named, nameless, out_of_order, reachable, tab_stops, undescribed, without_current
from ui.app.rooms import commands
from ui.components.record_form import RecordForm
from ui.components.record_table import RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.app.program import Program

LEFT_OUT = {"file.quit", "help.about"}
"""Commands that end the program or open a dialogue of the system's own."""
PERSONAS = ("admin", "rachel", "john", "broker")


def _every_table_has_a_place(top: QWidget) -> bool:
    return without_current(top) == []


def _in_order(stops: list[QWidget]) -> bool:
    return out_of_order(stops) == []


class Visit:
    """Somebody in the window, who looks at everything in sight."""

    def __init__(self, program: Program, qtbot: QtBot) -> None:
        self.program, self.qtbot, self.window = program, qtbot, program.window

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: self.program.tasks.pending == 0, timeout=20_000)

    def tops(self) -> list[QWidget]:
        return [top for top in QApplication.topLevelWidgets() if top.isVisible()]

    def hear(self, where: str) -> None:
        """Everything in sight has a name, pictures say what they do, lists have a place to start."""
        self.settle()
        for top in self.tops():
            assert nameless(top) == [], where
            assert undescribed(top) == [], where
            self.qtbot.waitUntil(partial(_every_table_has_a_place, top), timeout=5_000)

    def table(self, key: str = "incidents") -> RecordTable:
        self.window.choose_tab(key)
        self.settle()
        page = self.window.content.pages.page(key)
        assert page is not None
        found = page.findChildren(RecordTable)[0]
        self.qtbot.waitUntil(lambda: found.source.model.rowCount() > 1)
        return found


@pytest.fixture
def visit(start: Callable[[str], Program], qtbot: QtBot) -> Callable[[str], Visit]:
    return lambda persona: Visit(start(persona), qtbot)


@pytest.mark.parametrize("persona", PERSONAS)
def test_every_tab_can_be_heard(visit: Callable[[str], Visit], persona: str) -> None:
    at = visit(persona)
    for tab in at.window.content.pages.tabs():
        at.window.choose_tab(tab.key)
        at.hear(f"{persona}: {tab.key}")


@pytest.mark.parametrize("persona", PERSONAS)
def test_the_tab_key_visits_every_control_and_comes_back(visit: Callable[[str], Visit], persona: str) -> None:
    at = visit(persona)
    at.window.activateWindow()
    for tab in at.window.content.pages.tabs():
        at.window.choose_tab(tab.key)
        at.settle()
        first = at.window.findChild(QWidget, f"rail:{tab.key}")
        assert first is not None
        first.setFocus()
        stops = tab_stops(at.window)
        missed = [widget for widget in reachable(at.window) if widget not in stops and not _stands_for(widget, stops)]
        assert [f"{type(w).__name__} {w.objectName()} {named(w)}" for w in missed] == [], tab.key
        at.qtbot.waitUntil(partial(_in_order, stops), timeout=5_000)


def _stands_for(widget: QWidget, stops: list[QWidget]) -> bool:
    """Whether another of its group was reached: the arrow keys go on from there, as in a row of radio buttons."""
    from PySide6.QtWidgets import QAbstractButton

    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and any(button in stops for button in group.buttons())


@pytest.mark.parametrize("key", ["incidents", "submissions", "agents", "forms-and-tabs"])
def test_every_field_of_a_form_has_a_label_of_its_own(visit: Callable[[str], Visit], key: str) -> None:
    from PySide6.QtWidgets import QLabel

    at = visit("admin")
    table = at.table(key)
    table.view.selectRow(0)
    page = at.window.content.pages.page(key)
    assert page is not None
    at.qtbot.waitUntil(lambda: any(form.view for form in page.findChildren(RecordForm)))
    at.settle()
    view = next(form.view for form in page.findChildren(RecordForm) if form.view)
    buddies = {label.buddy() for label in at.window.findChildren(QLabel) if label.buddy() is not None}
    for field in view.definition.fields:
        widget = view.widget(field.key)
        inside = [widget, *widget.findChildren(QWidget)]
        assert any(part in buddies for part in inside) or named(widget.input), field.key
    at.hear(key)


@pytest.mark.parametrize("action", ["columns", "bulk_edit", "export", "print", "import", "edit_cell", "add_filter"])
def test_what_a_table_opens_can_be_heard(visit: Callable[[str], Visit], action: str) -> None:
    at = visit("admin")
    table = at.table()
    at.window.activateWindow()
    table.view.setFocus()
    table.view.selectRow(0)
    table.view.stand_in("title")
    if action == "add_filter":
        table.bar.begin("title")
    else:
        assert table.menu.run(action)
    at.hear(action)
    for top in at.tops():
        if top is not at.window:
            top.close()


def test_what_commands_open_can_be_heard(visit: Callable[[str], Visit]) -> None:
    at = visit("admin")
    at.table()
    for key in commands():
        if key in LEFT_OUT:
            continue
        at.program.commands.run(key)
        at.hear(key)
        for top in at.tops():
            if top is not at.window:
                top.close()
        at.program.helping.tour.end()
        at.program.commands.bench.go_back()
    at.settle()
