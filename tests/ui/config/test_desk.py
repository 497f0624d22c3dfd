"""The configuration desk: found, explained, set, used again, refused at the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from jarvis_desktop.core.changes import Changes
from tests.ui.forms.rows import execute, stored
from ui.config.desk import ConfigDesk
from ui.config.value_page import ValuePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.components.component import ComponentContext
    from ui.config.lists import Lines


@pytest.fixture(autouse=True)
def settings(live_url: str) -> None:
    execute(
        live_url,
        "INSERT INTO config_registry (key, description, type, category, default_value_jsonb) "
        "VALUES ('uw.limit', 'Authority', 'number', 'business', '7'), ('uw.note', 'A text', 'string', 'ui', NULL)",
    )
    execute(live_url, "INSERT INTO config_values (config_key, persona, value, effective_from, version) VALUES "
            "('uw.limit', NULL, '10', '2020-01-01', 1), ('uw.limit', 'rachel', '20', '2020-01-01', 1)")  # fmt: skip
    execute(live_url, "INSERT INTO role_personas (persona_key, display_name, access_level, is_active) VALUES "
            "('admin', 'Admin', 'admin', true), ('rachel', 'Rachel', 'standard', true)")  # fmt: skip
    execute(live_url, "INSERT INTO users (id, email) VALUES ('tester', 't') ON CONFLICT DO NOTHING")


@pytest.fixture
def pages() -> list[QWidget]:
    return []


@pytest.fixture
def desk(qtbot: QtBot, context_for: Callable[[str], ComponentContext], pages: list[QWidget]) -> ConfigDesk:
    context = context_for("admin")
    object.__setattr__(context, "open_page", lambda _title, page: pages.append(page))
    made = ConfigDesk(context, {"key": "uw.limit"})
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.reload(Changes())
    qtbot.waitUntil(lambda: made.key == "uw.limit" and made.ladder.topLevelItemCount() == 2)
    return made


def texts(view: Lines) -> list[list[str]]:
    items = (view.topLevelItem(place) for place in range(view.topLevelItemCount()))
    return [[item.text(column) for column in range(view.columnCount())] for item in items if item is not None]


def opened(desk: ConfigDesk, pages: list[QWidget], qtbot: QtBot) -> ValuePage:
    page = pages[-1]
    assert isinstance(page, ValuePage)
    page.setParent(desk)
    page.resize(700, 600)
    page.show()
    return page


def enter(page: ValuePage, key: str, text: str) -> None:
    field = page.form.widget(key).input
    assert isinstance(field, (QLineEdit, QPlainTextEdit))
    if isinstance(field, QLineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)


def test_the_list_says_what_is_in_force_and_the_ladder_why(desk: ConfigDesk, qtbot: QtBot) -> None:
    assert texts(desk.list) == [["uw.limit", "version 1", "10"], ["uw.note", "no value", "—"]]
    assert [(row[0], row[3]) for row in texts(desk.ladder)] == [
        ("persona rachel", "For somebody else"), ("everybody", "In force"),
    ]  # fmt: skip
    desk.persona.setCurrentIndex(desk.persona.findData("rachel"))
    desk.persona.activated.emit(desk.persona.currentIndex())
    qtbot.waitUntil(lambda: texts(desk.list)[0][2] == "20" and texts(desk.ladder)[0][3] == "In force")
    assert texts(desk.ladder)[1][3] == "A narrower one is in force"
    desk.search.setText("no such thing")
    assert texts(desk.list) == []
    assert not desk.set_button.isEnabled()
    desk.search.setText("NOTE")
    qtbot.waitUntil(lambda: desk.key == "uw.note")


def test_a_value_is_set_with_its_reason_and_shown_at_once(
    desk: ConfigDesk, pages: list[QWidget], live_url: str, qtbot: QtBot
) -> None:
    desk.context.bus.changed.connect(desk.reload)
    desk.set_button.click()
    page = opened(desk, pages, qtbot)
    enter(page, "value", "12")
    page.button.click()
    assert not page.form.check(), "a reason is needed"
    enter(page, "reason", "Storm season")
    assert page.has_unsaved_input()
    page.button.click()
    qtbot.waitUntil(lambda: texts(desk.list)[0] == ["uw.limit", "version 2", "12"])
    assert not page.has_unsaved_input()
    qtbot.waitUntil(lambda: len(texts(desk.history)) == 1)
    assert texts(desk.history)[0][1:] == ["Set", "tester", "everybody", "10", "12", "Storm season"]
    assert stored(live_url, "SELECT count(*) FROM config_change_logs") == 1
    desk.ladder.choose(str(stored(live_url, "SELECT id FROM config_values WHERE value = '10'")))
    desk.again_button.click()
    assert opened(desk, pages, qtbot).form.values()["value"] == 10


def test_what_is_refused_is_said_at_its_field_and_kept(
    desk: ConfigDesk, pages: list[QWidget], live_url: str, qtbot: QtBot
) -> None:
    desk.set_button.click()
    page = opened(desk, pages, qtbot)
    enter(page, "value", "12")
    enter(page, "workflow_id", "3")
    enter(page, "reason", "Because")
    page.button.click()
    qtbot.waitUntil(lambda: bool(page.form.widget("persona").problem))
    assert "never found" in page.form.widget("persona").problem
    assert page.has_unsaved_input()
    assert page.button.isEnabled()
    assert stored(live_url, "SELECT count(*) FROM config_values") == 2


def test_who_may_not_write_sees_and_sets_nothing(qtbot: QtBot, context_for: Callable[[str], ComponentContext]) -> None:
    desk = ConfigDesk(context_for("rachel"), {})
    qtbot.addWidget(desk)
    desk.show()
    desk.reload(Changes())
    qtbot.waitUntil(lambda: desk.ladder.topLevelItemCount() == 2)
    assert not desk.set_button.isEnabled()
    assert not desk.again_button.isEnabled()
