"""Every screen in a language nobody speaks: each text is one that translators see, and fits, in both directions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from pytestqt.exceptions import TimeoutError  # noqa: A004 - that of the fixture, no other

from jarvis_desktop.core.words import ENGLISH, speak
from tests.support.pseudo import PSEUDO, cut_off, untranslatable, written_in
from ui.components.master_detail import MasterDetail

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
        for detail in page.findChildren(MasterDetail) if page is not None else ():
            view = detail.table.view
            if view.isVisible() and detail.table.source.model.rowCount():
                view.setCurrentIndex(view.model().index(0, 0))
                qtbot.waitUntil(partial(_shows_a_record, detail), timeout=10_000)
                qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=10_000)
                yield f"{tab.key}, a record"


def _shows_a_record(detail: MasterDetail) -> bool:
    return detail.form is not None


@pytest.mark.usefixtures("nobodys_language", "right_to_left")
@pytest.mark.parametrize("persona", PERSONAS)
def test_every_text_on_every_tab_can_be_translated_and_fits(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot, persona: str
) -> None:
    program = start(persona)
    data = written_in(psql) | written_by_the_person(program)
    found: dict[str, str] = {}
    for place in walk(program, qtbot):
        for text in (*untranslatable(program.window, data), *lastingly_cut_off(program, qtbot)):
            found.setdefault(text, place)
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
