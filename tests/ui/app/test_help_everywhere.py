"""Every screen has a page of the help: F1 on each tab of each persona, and on each page above one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from jarvis_desktop.search.help_pages import page_about
from tests.ui.app.test_helping import open_tab
from ui.components.record_table import RecordTable
from ui.components.table.json_page import JsonPage
from ui.search.help_places import page_of
from ui.search.help_view import HelpView
from ui.shell.notifications.panel import NotificationPanel

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.app.program import Program

COMPONENTS = {
    "import": ("import", {"table": "incidents", "label": "Incidents"}),
    "my_settings": ("settings", {}),
    "people_overview": ("people", {}),
    "session_list": ("people", {}),
    "search": ("search", {}),
    "layer_stack": ("agents", {}),
    "data_browser": ("data-and-configuration", {}),
}
COMMANDS = {
    "help.shortcuts": "keyboard",
    "help.diagnose": "diagnose",
    "go.drafts": "layout",
    "help.open": "help",
}
ACTIONS = {"export": "export-and-print", "print": "export-and-print", "bulk_edit": "bulk-edit"}


def _shows(program: Program, name: str) -> bool:
    view = program.window.content.page.page
    return isinstance(view, HelpView) and view.current == name


def _press_f1(program: Program, qtbot: QtBot, page: str) -> None:
    """F1 with the keyboard in no part of the place opens that page; goes back from it."""
    content = program.window.content
    content.setFocus()
    QTest.keyClick(content, Qt.Key.Key_F1)
    qtbot.waitUntil(partial(_shows, program, page), timeout=10_000)
    program.window.menus.back_chosen.emit()


def test_f1_opens_the_page_about_each_tab(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("admin")
    program.window.activateWindow()
    tabs = program.window.content.pages.tabs()
    for tab in tabs:
        program.window.choose_tab(tab.key)
        about = page_about(tab.key)
        assert about is not None
        _press_f1(program, qtbot, about.name)
    assert tabs
    qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=20_000)


def test_f1_in_a_window_of_its_own_is_about_what_is_in_it(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("admin")
    own = program.windows.detach("errors")
    assert own is not None
    qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=20_000)
    own.activateWindow()
    held = own.findChildren(RecordTable)[0].bar.search
    held.setFocus()
    qtbot.waitUntil(held.hasFocus)
    program.helping.open_here()
    view = own.content.page.page
    assert isinstance(view, HelpView)
    assert view.current == "filters"
    assert not program.window.content.above()
    program.windows.gather()


def test_every_page_above_a_tab_has_its_page(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("admin")
    window = program.window
    window.activateWindow()
    table = open_tab(program, qtbot)
    table.view.selectRow(0)
    found: dict[str, str] = {}

    def look(name: str) -> None:
        qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=30_000)
        part = window.content.page.page
        assert part is not None, name
        found[name] = page_of(part)

    for name in ACTIONS:
        assert table.menu.run(name)
        look(name)
        window.menus.back_chosen.emit()
    for name, (_, props) in COMPONENTS.items():
        window.open_component(name, "Something", props)
        look(name)
    for name in COMMANDS:
        program.commands.run(name)
        look(name)
    assert found == {**ACTIONS, **{name: page for name, (page, _) in COMPONENTS.items()}, **COMMANDS}
    window.open_record("incidents", "INC-35")
    qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=10_000)
    assert page_of(window.content.record.form) == "forms"
    _press_f1(program, qtbot, "forms")


def test_what_lies_over_the_window_has_a_page(start: Callable[[str], Program], qtbot: QtBot) -> None:
    program = start("admin")
    open_tab(program, qtbot)
    program.helping.tour.begin()
    assert page_of(program.helping.tour.card) == "tour"
    program.commands.open_palette()
    palette = program.commands.palette
    assert palette is not None
    assert page_of(palette.field) == "palette"
    program.helping.tour.end()
    qtbot.waitUntil(lambda: program.tasks.pending == 0)
    assert {page.help_page for page in (JsonPage, NotificationPanel)} == {"cells", "notifications"}
