"""What stands beyond the tabs, in a language nobody speaks: menus, pages of every command, work on a table, popups."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.exceptions import TimeoutError  # noqa: A004 - that of the fixture, no other

from tests.support.pseudo import cut_off, untranslatable, written_in
from tests.ui.app.test_languages import nobodys_language, right_to_left, written_by_the_person
from tests.ui.app.test_walk_pages import table_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from pathlib import Path

    import psycopg
    from pytestqt.qtbot import QtBot

    from ui.app.program import Program

__all__ = ["nobodys_language", "right_to_left"]

LEFT_ALONE = frozenset({"file.quit", "file.sample-data", "view.theme.system", "view.larger", "view.smaller"})
"""Commands that end the window, fill the database or only change what everything looks like."""

LEFT_TO_RIGHT = (QPlainTextEdit, QTextEdit)
"""Editors of code and JSON, and what stands in them: these are read from left to right everywhere."""


def from_left_to_right(root: QWidget) -> list[str]:
    """Widgets in sight that are not mirrored."""
    return sorted(
        f"{type(each).__name__} {each.objectName()} is laid out from left to right"
        for each in root.findChildren(QWidget)
        if each.isVisible()
        and each.layoutDirection() != Qt.LayoutDirection.RightToLeft
        and not isinstance(each, LEFT_TO_RIGHT)
        and not isinstance(each.parentWidget(), LEFT_TO_RIGHT)
    )


OF_OTHERS = (
    "PushButton: 'OK'",
    "PushButton: 'Cancel'",
    "qt_msgbox_label: ",
    "HelpText markdownText name: ",
    "QLineEdit exportFile tool tip: ",
    "nbsp; ⟦",
)
"""What is no text of ours: Qt's own buttons, name and version, the titles of help pages, paths, a space."""


def idle(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=20_000)


def lastingly_cut_off(top: QWidget, qtbot: QtBot) -> list[str]:
    """What is cut off when everything stands in its place: rows of buttons fold a moment later."""
    try:
        qtbot.waitUntil(lambda: not cut_off(top), timeout=1_000)
    except TimeoutError:
        return cut_off(top)
    return []


def commands_run(program: Program, qtbot: QtBot, only: Collection[str] = ()) -> Iterator[str]:
    """Every command on offer (those of `only`, where some are named), each from the first tab on."""
    for command in program.commands.offered():
        if command.key in LEFT_ALONE or command.key.startswith("view.theme") or (only and command.key not in only):
            continue
        program.commands.run(command.key)
        idle(program, qtbot)
        yield command.key
        for front in QApplication.topLevelWidgets():
            if front is not program.window and front.isVisible():
                front.close()
        context = program.window.context
        assert context is not None
        context.close_page()


def table_pages(program: Program, qtbot: QtBot, folder: Path) -> Iterator[str]:
    """What is done with the rows of a table, on pages of their own."""
    for name in ("export", "print"):
        table = table_of(program, qtbot)
        table.view.selectRow(0)
        idle(program, qtbot)
        assert table.menu.run(name)
        idle(program, qtbot)
        yield name
        context = program.window.context
        assert context is not None
        context.close_page()
    file = folder / "rows.csv"
    file.write_text("Incident;Title\n;Printer stuck\n")
    program.window.open_component("import", "⟦⟧", {"table": "incidents", "label": "Incidents"})
    idle(program, qtbot)
    yield "import"


def shown_tops(program: Program) -> list[QWidget]:
    others = (each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not program.window)
    return [program.window, *others]


@pytest.mark.usefixtures("nobodys_language", "right_to_left")
def test_what_stands_beyond_the_tabs_can_be_translated_and_is_mirrored(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start("admin")
    data = written_in(psql) | written_by_the_person(program)
    found: dict[str, str] = {}
    for places in (table_pages(program, qtbot, tmp_path), commands_run(program, qtbot)):
        for place in places:
            for top in shown_tops(program):
                said = [text for text in untranslatable(top, data) if not any(other in text for other in OF_OTHERS)]
                for text in (*said, *lastingly_cut_off(top, qtbot), *from_left_to_right(top)):
                    found.setdefault(text, place)
    assert not found, "\n".join(f"{text}  ({place})" for text, place in sorted(found.items()))
