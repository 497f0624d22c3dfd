"""The person in the running window from its first moment: every setting obeyed, rights lost, sessions ended."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from jarvis_desktop.app.account import system_account
from jarvis_desktop.app.faults import FaultLog
from jarvis_desktop.app.opening import Opening
from jarvis_desktop.app.paths import Paths
from jarvis_desktop.app.settings import Settings
from jarvis_desktop.core import zone
from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import ENGLISH, Catalogue, language, speak
from tests.ui.app.conftest import psql
from ui.app.hooks import FaultDesk
from ui.app.persons import PersonDesk
from ui.app.program import Program
from ui.app.settling import speak_early
from ui.core.locale import here, settle
from ui.core.notice import Notice
from ui.core.tasks import TaskRunner
from ui.people.my_settings import MySettings
from ui.shell.main_window import MainWindow
from ui.shell.memory import WindowMemory
from ui.shell.unsaved import UnsavedBar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import psycopg
    from pytestqt.qtbot import QtBot

    from ui.core.theme import Theme

__all__ = ["psql"]


class Chair:
    """Where one person starts the program again and again, as `run` in ui/app/start.py does."""

    def __init__(self, url: str, folder: Path, qtbot: QtBot, theme: Theme) -> None:
        self._url = url
        self._paths = Paths(folder / "data", folder / "config", folder / "logs")
        self._qtbot = qtbot
        self._theme = theme
        self.program: Program | None = None
        self.desk: PersonDesk | None = None

    def start(self, persona: str = "") -> Program:
        self.end()
        tasks = TaskRunner()
        memory = WindowMemory(self._paths.config_dir / "window.ini", self._url)
        opening = Opening(Settings(database_url=self._url), self._paths)
        faults = FaultDesk(tasks, FaultLog(self._paths.log_dir))
        program = self.program = Program(opening, tasks, faults, self._theme, MainWindow(self._theme, memory), persona)
        self.desk = PersonDesk(program, self._theme)
        program.opened.connect(self.desk.meet)
        program.window.show()
        self._qtbot.waitUntil(lambda: program.workspace.view is not None, timeout=20_000)
        self.settle()
        return program

    def settle(self) -> None:
        program = self.program
        assert program is not None
        self._qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=20_000)

    def end(self) -> None:
        if self.program is not None:
            program, self.program = self.program, None
            if program.window.isVisible():
                program.window.closing.emit()
            program.window.hide()
            program.close()
            program.window.deleteLater()
            program.deleteLater()


@pytest.fixture
def chair(stocked_url: str, tmp_path: Path, qtbot: QtBot, theme: Theme) -> Iterator[Chair]:
    made = Chair(stocked_url, tmp_path, qtbot, theme)
    # As at the first start: another look would count as one that the person chose just now.
    theme.choose("system")
    yield made
    made.end()
    speak_early("en")
    settle("en_US", "")
    QLocale.setDefault(QLocale.c())


def person(psql: psycopg.Connection, *, zone_: str = "", speaks: str = "", **extra: object) -> str:
    """Rows of the account that runs the test; what is no column is a member of the preferences."""
    account = system_account()
    columns = {"theme": extra.pop("theme", "light"), "default_persona": extra.pop("default_persona", None)}
    psql.execute("DELETE FROM users WHERE id = %s", (account,))
    psql.execute("INSERT INTO users (id, email) VALUES (%s, 'ada@marlowe.example')", (account,))
    psql.execute(
        "INSERT INTO user_profiles (user_id, language, timezone) VALUES (%s, %s, %s)",
        (account, speaks or None, zone_ or None),
    )
    psql.execute(
        "INSERT INTO user_preferences (user_id, theme, default_persona, preferences) VALUES (%s, %s, %s, %s)",
        (account, columns["theme"], columns["default_persona"], json.dumps({"set_up": True, **extra})),
    )
    return account


def persona_of(program: Program) -> str:
    assert program.workspace.view is not None
    return program.workspace.view.reader.persona


def type_into_a_record(chair: Chair, words: str) -> QLineEdit:
    """Open an incident and type into its title."""
    program = chair.program
    assert program is not None
    program.telling.arrivals.follow_text("jarvis://incident/INC-35")
    chair.settle()
    form = program.window.content.record.form
    assert form is not None
    field = next(each for each in form.findChildren(QLineEdit) if each.isVisible() and not each.isReadOnly())
    QTest.keyClicks(field, words)
    return field


def drafts(psql: psycopg.Connection) -> str:
    return str(psql.execute("SELECT coalesce(string_agg(values::text, ' '), '') FROM desktop.drafts").fetchone())


def test_the_chosen_persona_wins_over_the_last_one(chair: Chair, psql: psycopg.Connection) -> None:
    account = person(psql)
    chair.start("rachel")
    assert persona_of(chair.start()) == "rachel"
    psql.execute("UPDATE user_preferences SET default_persona = 'john' WHERE user_id = %s", (account,))
    assert persona_of(chair.start()) == "john"
    psql.execute("UPDATE user_preferences SET default_persona = 'gone' WHERE user_id = %s", (account,))
    assert persona_of(chair.start()) == "john"


def test_the_chosen_tab_is_the_first_until_something_was_left_open(chair: Chair, psql: psycopg.Connection) -> None:
    account = person(psql, start_tab="incidents", default_persona="john")
    program = chair.start()
    pages = program.window.content.pages
    assert pages.tabs()[0].key != "incidents"
    assert pages.current_key == "incidents"
    program.window.choose_tab(pages.tabs()[0].key)
    chair.settle()
    left = pages.current_key
    assert chair.start().window.content.pages.current_key == left
    psql.execute(
        'UPDATE user_preferences SET preferences = preferences || \'{"start_tab": "nowhere"}\' WHERE user_id = %s',
        (account,),
    )
    assert chair.start().window.content.pages.current_key == left


def test_the_language_is_obeyed_from_the_next_start_on(chair: Chair, psql: psycopg.Connection, qtbot: QtBot) -> None:
    person(psql, speaks="de")
    chair.start("admin")
    qtbot.waitUntil(lambda: here().number(1234.5) == "1.234,5", timeout=10_000)
    kept = WindowMemory(chair._paths.config_dir / "window.ini", chair._url)
    assert kept.look()[2] == "de"
    speak_early(kept.look()[2])
    assert language() == "de"
    program = chair.start("admin")
    titles = [action.text().replace("&", "") for action in program.window.menuBar().actions()]
    assert "Datei" in titles


def test_numbers_are_written_by_the_local_copy_before_the_database_answers(
    chair: Chair, psql: psycopg.Connection, qtbot: QtBot
) -> None:
    person(psql, speaks="en_ZA", zone_="Africa/Johannesburg")
    chair.start("admin")
    qtbot.waitUntil(lambda: str(zone.zone()) == "Africa/Johannesburg", timeout=10_000)
    chair.end()
    settle("en_US", "")
    assert grouped(12_000) == "12,000"
    memory = WindowMemory(chair._paths.config_dir / "window.ini", chair._url)
    tasks = TaskRunner()
    opening = Opening(Settings(database_url=chair._url), chair._paths)
    faults = FaultDesk(tasks, FaultLog(chair._paths.log_dir))
    program = chair.program = Program(opening, tasks, faults, chair._theme, MainWindow(chair._theme, memory), "")
    chair.desk = PersonDesk(program, chair._theme)
    assert program.workspace.view is None
    assert (str(zone.zone()), grouped(12_000)) == ("Africa/Johannesburg", "12\u00a0000")


def test_a_language_chosen_is_told_above_its_field_and_a_restart_offered(
    chair: Chair, psql: psycopg.Connection, qtbot: QtBot
) -> None:
    account = person(psql)
    program = chair.start("admin")
    program.window.open_component("my_settings", "My settings", {})
    chair.settle()
    page = program.window.content.page.page
    assert isinstance(page, MySettings)
    assert page.findChild(Notice, "languageLater") is None
    psql.execute("UPDATE user_profiles SET language = 'de_CH' WHERE user_id = %s", (account,))
    qtbot.waitUntil(lambda: page.findChild(Notice, "languageLater") is not None, timeout=10_000)
    told = page.findChild(Notice, "languageLater")
    assert isinstance(told, Notice)
    psql.execute("UPDATE user_profiles SET language = 'en_GB' WHERE user_id = %s", (account,))
    qtbot.waitUntil(told.isHidden, timeout=10_000)
    psql.execute("UPDATE user_profiles SET language = 'de' WHERE user_id = %s", (account,))
    qtbot.waitUntil(told.isVisible, timeout=10_000)
    chair.settle()
    assert not program.window.closes.again
    with qtbot.waitSignal(program.window.closing):
        told.action.emit()
    assert program.window.closes.again


def test_a_restart_that_is_declined_does_not_follow_a_later_closing(
    chair: Chair, psql: psycopg.Connection, qtbot: QtBot
) -> None:
    person(psql)
    program = chair.start("admin")
    field = type_into_a_record(chair, "Roof torn off")
    program.window.closes.restart()
    assert program.window.isVisible()
    program.window.close()
    bar = program.window.findChild(UnsavedBar)
    assert bar is not None
    with qtbot.waitSignal(program.window.closing):
        bar._go.click()
    assert field is not None
    assert not program.window.closes.again


def test_a_damaged_language_is_told_once(chair: Chair, psql: psycopg.Connection, qtbot: QtBot) -> None:
    account = person(psql)
    speak(Catalogue(unread="jarvis_de.ts"))
    try:
        program = chair.start("admin")
        program.window.switch_persona("john")
        count = "SELECT array_agg(text) FROM desktop.notifications WHERE user_id = %s AND text LIKE '%%jarvis_de.ts%%'"
        qtbot.waitUntil(lambda: psql.execute(count, (account,)).fetchone() != (None,), timeout=10_000)
        chair.settle()
        found = psql.execute(count, (account,)).fetchone()
    finally:
        speak(ENGLISH)
    assert found is not None
    assert len(found[0]) == 1


def test_the_time_zone_is_obeyed_at_once(chair: Chair, psql: psycopg.Connection, qtbot: QtBot) -> None:
    account = person(psql, zone_="Asia/Tokyo")
    chair.start("admin")
    assert str(zone.zone()) == "Asia/Tokyo"
    psql.execute("UPDATE user_profiles SET timezone = 'Europe/Berlin' WHERE user_id = %s", (account,))
    qtbot.waitUntil(lambda: str(zone.zone()) == "Europe/Berlin", timeout=10_000)
    psql.execute("UPDATE user_profiles SET timezone = 'Mars/Base' WHERE user_id = %s", (account,))
    qtbot.waitUntil(lambda: zone.zone() is None, timeout=10_000)
    chair.settle()


def test_theme_zoom_and_motion_are_obeyed_at_once(
    chair: Chair, psql: psycopg.Connection, theme: Theme, qtbot: QtBot
) -> None:
    account = person(psql, theme="dark", zoom=125, motion="off")
    chair.start("admin")
    assert (theme.mode.value, theme.dark, theme.zoom, theme.motion) == ("dark", True, 125, False)
    psql.execute(
        "UPDATE user_preferences SET theme = 'contrast', preferences = preferences || "
        '\'{"zoom": 150, "motion": "on"}\' WHERE user_id = %s',
        (account,),
    )
    qtbot.waitUntil(lambda: (theme.contrast, theme.zoom, theme.motion) == (True, 150, True), timeout=10_000)
    chair.settle()


@pytest.mark.parametrize(
    "loss",
    [
        "UPDATE role_personas SET is_active = false WHERE persona_key = 'john'",
        "DELETE FROM role_personas WHERE persona_key = 'john'",
        'UPDATE user_profiles SET metadata = \'{"rights": {"personas": ["rachel"]}}\'',
    ],
    ids=["switched off", "deleted", "not open any more"],
)
def test_a_persona_that_is_withdrawn_is_left_with_words_and_nothing_typed_is_lost(
    chair: Chair, psql: psycopg.Connection, qtbot: QtBot, loss: str
) -> None:
    person(psql, default_persona="rachel")
    program = chair.start("john")
    told: list[str] = []
    program.telling.notifications.told.connect(lambda each: told.append(each.title))
    type_into_a_record(chair, "hail on the roof")
    psql.execute(loss)
    qtbot.waitUntil(lambda: persona_of(program) == "rachel", timeout=10_000)
    qtbot.waitUntil(lambda: "The persona John Tillotsen is no longer open to you" in told, timeout=10_000)
    chair.settle()
    form = program.window.content.record.form
    typed = form is not None and any("hail on the roof" in line.text() for line in form.findChildren(QLineEdit))
    assert typed or "hail on the roof" in drafts(psql)


def test_a_session_that_is_ended_says_so_and_keeps_what_was_typed(
    chair: Chair, psql: psycopg.Connection, qtbot: QtBot
) -> None:
    person(psql)
    program = chair.start("john")
    assert chair.desk is not None
    session = chair.desk.signing
    type_into_a_record(chair, "hail on the roof")
    assert psql.execute("DELETE FROM sessions").rowcount == 1
    qtbot.waitUntil(lambda: session.farewell is not None, timeout=10_000)
    assert session.farewell is not None
    with qtbot.waitSignal(program.window.closing, timeout=10_000):
        session.farewell.accept()
    chair.settle()
    assert "hail on the roof" in drafts(psql)
