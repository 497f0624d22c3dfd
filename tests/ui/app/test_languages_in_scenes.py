"""Pages in each of their states, questions, popups, menus and the tour, in a language nobody speaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale, QTimeZone

from tests.support.access import nameless, undescribed
from tests.support.pseudo import untranslatable, written_in
from tests.ui.app.scenes import ROWS, Scenes, every
from tests.ui.app.test_languages import nobodys_language, right_to_left, written_by_the_person
from tests.ui.app.test_languages_beyond_tabs import (
    OF_OTHERS,
    commands_run,
    from_left_to_right,
    lastingly_cut_off,
    shown_tops,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import psycopg
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.app.program import Program

__all__ = ["nobodys_language", "right_to_left"]

WORDS_OF_QT = frozenset(
    {bytes(each.data()).decode() for each in QTimeZone.availableTimeZoneIds()}
    | {QLocale().standaloneMonthName(month) for month in range(1, 13)}
    | {QLocale("en").nativeLanguageName(), f"{len(ROWS)} bytes"}
)
"""What Qt has words for: time zones, the months of its calendar, languages, sizes."""

DIALOGUES = ("persona.settings", "persona.sessions", "layout.save", "layout.manage", "help.about", "help.shortcuts")


def faults(top: QWidget, data: frozenset[str], qtbot: QtBot) -> list[str]:
    """What nobody could translate, read in whole, hear, or find at its own side of the window."""
    said = [text for text in untranslatable(top, data) if not any(other in text for other in OF_OTHERS)]
    mute = [f"no name: {place}" for place in nameless(top)] + [f"no description: {place}" for place in undescribed(top)]
    return [*said, *mute, *lastingly_cut_off(top, qtbot), *from_left_to_right(top)]


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # what the platform of tests says of open menus
@pytest.mark.usefixtures("nobodys_language", "right_to_left")
def test_every_scene_can_be_translated_heard_and_read_from_the_right(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot, tmp_path: Path
) -> None:
    program = start("admin")
    program.window.activateWindow()
    words = {word for line in ROWS.splitlines() for word in line.split(";")} | {
        "rows.csv",
        "missing.csv",
        str(tmp_path),
    }
    data = written_in(psql) | written_by_the_person(program) | words | WORDS_OF_QT
    scenes = Scenes(program, qtbot, tmp_path)
    found: dict[str, str] = {}
    for walk in every(scenes):
        for place in walk():
            for top in scenes.tops():
                for fault in faults(top, data, qtbot):
                    found.setdefault(fault, place)
    assert not found, "\n".join(f"{text}  ({place})" for text, place in sorted(found.items()))


@pytest.mark.usefixtures("nobodys_language", "right_to_left")
@pytest.mark.parametrize("persona", ["rachel", "john", "broker"])
def test_the_dialogues_of_those_who_do_not_administer(
    start: Callable[[str], Program], psql: psycopg.Connection, qtbot: QtBot, persona: str
) -> None:
    program = start(persona)
    data = written_in(psql) | written_by_the_person(program)
    found: dict[str, str] = {}
    for place in commands_run(program, qtbot, DIALOGUES):
        for top in shown_tops(program):
            for fault in faults(top, data, qtbot):
                found.setdefault(fault, place)
    assert not found, "\n".join(f"{text}  ({place})" for text, place in sorted(found.items()))
