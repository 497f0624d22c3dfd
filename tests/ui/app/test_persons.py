"""The person in the running window: settings obeyed live, the first questions, and a session that is revoked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import psycopg

from jarvis_desktop.app.account import system_account
from ui.app.persons import PersonDesk
from ui.people.set_up import SetUpPage
from ui.people.who import WhoPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.app.program import Program
    from ui.core.theme import Theme


def settled(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: program.tasks.pending == 0, timeout=15_000)


def person(psql: psycopg.Connection, *, theme: str = "light", known: bool = True) -> str:
    account = system_account()
    psql.execute("DELETE FROM users WHERE id = %s", (account,))
    if known:
        psql.execute("INSERT INTO users (id, email) VALUES (%s, 'ada@marlowe.example')", (account,))
        psql.execute(
            "INSERT INTO user_preferences (user_id, theme, default_persona, preferences) VALUES (%s, %s, 'john', %s)",
            (account, theme, '{"zoom": 125}'),
        )
    return account


def arrive(program: Program, theme: Theme, qtbot: QtBot) -> PersonDesk:
    """The desk as the start makes it, and the database met once more."""
    desk = PersonDesk(program, theme)
    opened = program._opened
    assert opened is not None
    desk.meet(opened)
    program.workspace.view_changed.emit(program.workspace.view)
    settled(program, qtbot)
    return desk


def test_settings_are_obeyed_and_follow_live(
    start: Callable[..., Program], psql: psycopg.Connection, theme: Theme, qtbot: QtBot
) -> None:
    account = person(psql, theme="dark")
    program = start("")
    assert program.workspace.view is not None
    assert program.workspace.view.reader.persona == "john"
    arrive(program, theme, qtbot)
    assert (theme.dark, theme.zoom) == (True, 125)
    psql.execute("UPDATE user_preferences SET theme = 'light' WHERE user_id = %s", (account,))
    qtbot.waitUntil(lambda: not theme.dark, timeout=10_000)


def test_what_is_chosen_in_the_window_is_stored(
    start: Callable[..., Program], psql: psycopg.Connection, theme: Theme, qtbot: QtBot
) -> None:
    account = person(psql)
    program = start("admin")
    arrive(program, theme, qtbot)
    theme.choose("dark")
    theme.set_zoom(150)
    wanted = ("dark", 150)

    def stored() -> bool:
        row = psql.execute(
            "SELECT theme, (preferences ->> 'zoom')::int FROM user_preferences WHERE user_id = %s", (account,)
        ).fetchone()
        return row == wanted

    qtbot.waitUntil(stored, timeout=10_000)
    settled(program, qtbot)


def test_a_person_without_preferences_is_asked_once(
    start: Callable[..., Program], psql: psycopg.Connection, theme: Theme, qtbot: QtBot
) -> None:
    account = person(psql)
    psql.execute("DELETE FROM user_preferences WHERE user_id = %s", (account,))
    program = start("admin")
    arrive(program, theme, qtbot)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(SetUpPage)), timeout=10_000)
    settled(program, qtbot)


def test_an_account_nobody_knows_is_asked_who_it_is(
    start: Callable[..., Program], psql: psycopg.Connection, theme: Theme, qtbot: QtBot
) -> None:
    person(psql, known=False)
    program = start("admin")
    arrive(program, theme, qtbot)
    qtbot.waitUntil(lambda: bool(program.window.findChildren(WhoPage)), timeout=10_000)
    settled(program, qtbot)
    page = program.window.findChildren(WhoPage)[0]
    assert page.roster.topLevelItemCount() >= 5


def test_a_revoked_session_says_so_and_closes(
    start: Callable[..., Program], psql: psycopg.Connection, theme: Theme, qtbot: QtBot
) -> None:
    person(psql)
    program = start("admin")
    desk = arrive(program, theme, qtbot)
    assert psql.execute("SELECT count(*) FROM sessions").fetchone() == (1,)
    psql.execute("DELETE FROM sessions")
    qtbot.waitUntil(lambda: desk.signing.farewell is not None, timeout=10_000)
    box = desk.signing.farewell
    assert box is not None
    assert "signed out" in box.text()
    with qtbot.waitSignal(program.window.closing):
        box.accept()
    settled(program, qtbot)


def test_closing_the_window_signs_out(
    start: Callable[..., Program], psql: psycopg.Connection, theme: Theme, qtbot: QtBot
) -> None:
    person(psql)
    program = start("admin")
    arrive(program, theme, qtbot)
    assert psql.execute("SELECT count(*) FROM sessions").fetchone() == (1,)
    program.window.close()
    settled(program, qtbot)
    assert psql.execute("SELECT count(*) FROM sessions").fetchone() == (0,)
