"""Every screen in a language nobody speaks: each text is one that translators see, and fits, in both directions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.exceptions import TimeoutError  # noqa: A004 - that of the fixture, no other

from jarvis_desktop.core.words import ENGLISH, speak
from tests.support.pseudo import PSEUDO, cut_off, untranslatable, written_in
from ui.components.record_form import RecordForm
from ui.tables.view import TableView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import psycopg
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from ui.app.program import Program

PERSONAS = ("admin", "rachel", "john", "broker")


@pytest.fixture
def nobodys_language() -> Iterator[None]:
    speak(PSEUDO)
    yield
    speak(ENGLISH)


@pytest.fixture
def right_to_left(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def walk(program: Program, qtbot: QtBot) -> Iterator[str]:
    """Go through every tab, with the first record of its table opened where it has one."""
    window = program.window
    for tab in window.content.pages.tabs():
        window.choose_tab(tab.key)
        qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=10_000)
        yield tab.key
        page = window.content.pages.page(tab.key)
        table = page.findChild(TableView) if page is not None else None
        if page is not None and table is not None and table.isVisible() and page.findChildren(RecordForm):
            table.selectRow(0)
            qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=10_000)
            yield f"{tab.key}, a record"


@pytest.mark.usefixtures("nobodys_language")
@pytest.mark.parametrize("persona", PERSONAS)
def test_every_text_on_every_tab_can_be_translated(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot, persona: str
) -> None:
    program = start(persona)
    data = written_in(psql) | written_by_the_person(program)
    found = {text: place for place in walk(program, qtbot) for text in untranslatable(program.window, data)}
    assert not found, "\n".join(f"{text}  ({place})" for text, place in sorted(found.items()))


@pytest.mark.usefixtures("nobodys_language", "right_to_left")
@pytest.mark.parametrize("persona", PERSONAS)
def test_long_words_fit_on_every_tab_from_right_to_left(
    start: Callable[[str], Program], qtbot: QtBot, persona: str
) -> None:
    program = start(persona)
    found = {text: place for place in walk(program, qtbot) for text in lastingly_cut_off(program, qtbot)}
    assert not found, "\n".join(f"{text}  ({place})" for text, place in sorted(found.items()))


def lastingly_cut_off(program: Program, qtbot: QtBot) -> list[str]:
    """What is cut off when everything stands in its place: rows of buttons fold a moment later."""
    try:
        qtbot.waitUntil(lambda: not cut_off(program.window), timeout=1_000)
    except TimeoutError:
        return cut_off(program.window)
    return []


def written_by_the_person(program: Program) -> frozenset[str]:
    """Who sits there and where the data is."""
    view = program.workspace.view
    assert view is not None
    return frozenset({view.reader.user_id, program.window.windowTitle()})
