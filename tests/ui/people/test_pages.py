"""The pages about people: set-up, settings, everybody, sessions, and who somebody is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit
from sqlalchemy import text

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.db.engine import Database
from jarvis_desktop.people.service import PeopleService
from jarvis_desktop.people.types import Settings, Theme
from tests.db.people.test_people_service import persona, run
from tests.db.people.test_rights_and_settings import two_personas, user
from ui.core.notice import Notice
from ui.people.my_settings import MySettings
from ui.people.overview import PeopleOverview
from ui.people.session_list import SessionList
from ui.people.set_up import SetUpPage
from ui.people.who import WhoPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.components.component import ComponentContext
    from ui.core.tasks import TaskRunner


@pytest.fixture
def beside(live_database: Database) -> Iterator[Database]:
    """The same database as somebody else has it, for the test's own statements."""
    database = Database(live_database.url)
    yield database
    database.dispose()


@pytest.fixture
def context(beside: Database, context_for: Callable[[str], ComponentContext]) -> ComponentContext:
    two_personas(beside)
    user(beside, "tester")
    return context_for("admin")


def shown(page: QWidget, qtbot: QtBot, tasks: TaskRunner) -> None:
    qtbot.addWidget(page)
    page.resize(900, 700)
    page.show()
    qtbot.waitUntil(lambda: tasks.pending == 0, timeout=10_000)


def settings(database: Database) -> Settings:
    return PeopleService(database).settings("tester")


def test_the_set_up_stores_what_was_answered(
    context: ComponentContext, beside: Database, qtbot: QtBot, tasks: TaskRunner
) -> None:
    page = SetUpPage(context)
    shown(page, qtbot, tasks)
    assert page.first_name.text() == "Ada"
    page.last_name.setText("Marlowe")
    page.time_zone.setCurrentText("berlin")
    page.theme.setCurrentIndex(page.theme.findData("dark"))
    page.persona.setCurrentIndex(page.persona.findData("desk"))
    with qtbot.waitSignal(page.stored) as told:
        page.done_button.click()
    assert told.args == ["desk"]
    wanted = Settings("", "Europe/Berlin", Theme.DARK, "desk", set_up=True)
    assert settings(beside) == wanted


def test_a_time_zone_that_is_none_is_told_and_nothing_lost(
    context: ComponentContext, beside: Database, qtbot: QtBot, tasks: TaskRunner
) -> None:
    page = SetUpPage(context)
    shown(page, qtbot, tasks)
    page.first_name.setText("Cleo")
    page.time_zone.setCurrentText("Mars/Base")
    page.done_button.click()
    problem = page.findChild(QLabel, "setUpProblem")
    assert problem is not None
    assert "Mars/Base" in problem.text()
    assert page.first_name.text() == "Cleo"
    assert not settings(beside).set_up


def test_return_answers_the_set_up_and_undo_does_not_take_it_back(
    context: ComponentContext, beside: Database, qtbot: QtBot, tasks: TaskRunner
) -> None:
    page = SetUpPage(context)
    shown(page, qtbot, tasks)
    page.first_name.setText("Cleo")
    with qtbot.waitSignal(page.stored, timeout=10_000):
        QTest.keyClick(page.last_name, Qt.Key.Key_Return)
    assert PeopleService(beside).person("tester").user.first_name == "Cleo"
    assert context.undo.undo_text == ""
    again = SetUpPage(context)
    shown(again, qtbot, tasks)
    again.first_name.setText("Dora")
    again.skip_button.setFocus()
    QTest.keyClick(again.skip_button, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tasks.pending == 0, timeout=10_000)
    assert PeopleService(beside).person("tester").user.first_name == "Cleo"


PERSIAN = "\u0645\u06cc\u200c\u0631\u0648\u0645"
HOSTILE = "<b>Ada</b>\u202e\x1b[31m'; DROP TABLE users;-- {name} %s \x00"


@pytest.mark.parametrize(
    ("given", "stored"),
    [
        ("", None),
        ("   ", None),
        (HOSTILE, "<b>Ada</b> [31m'; DROP TABLE users;-- {name} %s"),
        (PERSIAN, PERSIAN),
    ],
)
def test_whatever_somebody_is_called(
    context: ComponentContext, beside: Database, qtbot: QtBot, tasks: TaskRunner, given: str, stored: str | None
) -> None:
    page = SetUpPage(context)
    shown(page, qtbot, tasks)
    page.first_name.setText(given)
    with qtbot.waitSignal(page.stored, timeout=10_000):
        page.done_button.click()
    with beside.read() as session:
        assert session.scalar(text("SELECT first_name FROM users WHERE id = 'tester'")) == stored
    user_ = PeopleService(beside).person("tester").user
    assert user_.name == (stored or "tester")


def test_a_name_of_300_characters_is_refused_with_words_and_not_cut(
    context: ComponentContext, beside: Database, qtbot: QtBot, tasks: TaskRunner
) -> None:
    page = SetUpPage(context)
    shown(page, qtbot, tasks)
    page.last_name.setText("x" * 300)
    page.done_button.click()
    problem = page.findChild(QLabel, "setUpProblem")
    assert problem is not None
    assert problem.text() == "A name has at most 100 characters, and this has 300."
    assert len(page.last_name.text()) == 300
    assert not settings(beside).set_up
    page.last_name.setText("Marlowe")
    with qtbot.waitSignal(page.stored, timeout=10_000):
        page.done_button.click()


def test_the_set_up_can_be_declined(
    context: ComponentContext, beside: Database, qtbot: QtBot, tasks: TaskRunner
) -> None:
    page = SetUpPage(context)
    shown(page, qtbot, tasks)
    page.skip_button.click()
    qtbot.waitUntil(lambda: tasks.pending == 0)
    assert settings(beside) == Settings(set_up=True)


def test_ones_own_settings_are_three_forms_whatever_the_persona(
    context: ComponentContext,
    beside: Database,
    context_for: Callable[[str], ComponentContext],
    qtbot: QtBot,
    tasks: TaskRunner,
) -> None:
    page = MySettings(context_for("desk"), {})
    shown(page, qtbot, tasks)
    assert len(page.forms()) == 3
    first = page.forms()[0]
    qtbot.waitUntil(lambda: first.view is not None and tasks.pending == 0, timeout=10_000)
    assert not [each for each in first.findChildren(Notice) if each.isVisible()]


def test_settings_that_could_not_be_read_are_there_once_they_can(
    context: ComponentContext, beside: Database, qtbot: QtBot, tasks: TaskRunner
) -> None:
    run(beside, "ALTER TABLE users RENAME TO users_away")
    page = MySettings(context, {})
    shown(page, qtbot, tasks)
    assert [each.isVisible() for each in page.findChildren(Notice)] == [True]
    assert not page.tabs.isVisible()
    run(beside, "ALTER TABLE users_away RENAME TO users")
    page.reload(Changes.of("user_profiles"))
    qtbot.waitUntil(lambda: len(page.forms()) == 3 and tasks.pending == 0, timeout=10_000)
    assert page.tabs.isVisible()
    qtbot.waitUntil(lambda: not [each for each in page.findChildren(Notice) if each.isVisible()], timeout=10_000)


def test_the_overview_tells_who_may_what_and_opens_the_rights(
    context: ComponentContext, beside: Database, qtbot: QtBot, tasks: TaskRunner
) -> None:
    user(beside, "ben", '{"personas": ["desk"]}')
    user(beside, "boss", '{"personas": ["admin"], "active": true}')
    page = PeopleOverview(context, {})
    shown(page, qtbot, tasks)
    rows = [page.roster.topLevelItem(at) for at in range(page.roster.topLevelItemCount())]
    told = {row.text(1): row.text(3) for row in rows if row is not None}
    assert told == {"ben": "desk", "boss": "admin", "tester": "none, without a list"}
    assert page.roster.currentItem() is not None


def test_on_a_database_of_ones_own_nobody_is_signed_in(
    context: ComponentContext, qtbot: QtBot, tasks: TaskRunner
) -> None:
    page = SessionList(context, {})
    shown(page, qtbot, tasks)
    (notice,) = page.findChildren(Notice)
    assert notice.title == "Nobody is signed in"
    assert not page.one.isVisible()


def test_a_session_is_ended_by_the_button_that_names_it(
    context: ComponentContext, beside: Database, qtbot: QtBot, tasks: TaskRunner
) -> None:
    run(
        beside,
        *(
            f'INSERT INTO sessions VALUES (\'sid-{n}\', \'{{"user": {{"id": "tester"}}, "machine": "pc-{n}"}}\', '
            "now() + interval '1 day')"
            for n in range(2)
        ),
    )
    page = SessionList(context, {})
    shown(page, qtbot, tasks)
    assert page.all.text() == "Sign out Ada everywhere (2)"
    beside_each_other = page.one.sizeHint().width() + page.all.sizeHint().width()
    assert page.minimumSizeHint().width() < beside_each_other, "the buttons give way to a second line"
    first = page.roster.topLevelItem(0)
    assert first is not None
    page.roster.setCurrentItem(first)
    assert page.one.text() == "Sign out 1 session"
    page.one.click()
    qtbot.waitUntil(lambda: tasks.pending == 0 and page.roster.topLevelItemCount() == 1)
    page.all.click()
    qtbot.waitUntil(lambda: tasks.pending == 0 and page.roster.topLevelItemCount() == 0)


def test_an_unknown_account_says_once_who_it_is(
    context: ComponentContext, beside: Database, qtbot: QtBot, tasks: TaskRunner
) -> None:
    user(beside, "ben", '{"personas": ["desk"], "accounts": ["taken"]}')
    page = WhoPage(context, "pc-7\\ada")
    shown(page, qtbot, tasks)
    page.search.setText("ben@")
    assert page.roster.topLevelItemCount() == 1
    assert not page.me.isEnabled()
    page.search.setText("tester")
    assert page.me.text() == "I am Ada"
    with qtbot.waitSignal(page.answered) as answered:
        page.me.click()
    assert answered.args == ["tester"]


def test_every_control_has_a_name_and_a_description(
    context: ComponentContext, beside: Database, qtbot: QtBot, tasks: TaskRunner
) -> None:
    persona(beside, "extra", "P" * 300)
    pages: list[QWidget] = [
        SetUpPage(context), PeopleOverview(context, {}), SessionList(context, {}), WhoPage(context, "x" * 300),
    ]  # fmt: skip
    for page in pages:
        shown(page, qtbot, tasks)
        for kind in (QAbstractButton, QComboBox, QLineEdit):
            for control in page.findChildren(kind):
                inner = control.objectName().startswith("qt_") or isinstance(control.parent(), QComboBox)
                if inner or not control.isVisibleTo(page):
                    continue
                assert control.accessibleName() or getattr(control, "text", str)(), control.objectName()
                assert control.accessibleDescription(), control.objectName()
