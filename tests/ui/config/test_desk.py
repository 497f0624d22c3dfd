"""The configuration desk: found, explained, set, used again, refused at the field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.scope import Scope
from tests.ui.forms.rows import execute, stored
from ui.config.desk import ConfigDesk
from ui.config.value_page import ValuePage

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from ui.components.component import ComponentContext
    from ui.config.lists import Lines
    from ui.forms.form_view import FormView


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
    qtbot.waitUntil(lambda: made.key == "uw.limit" and made.detail.ladder.topLevelItemCount() == 2)
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
    enter_in(page.form, key, text)


def enter_in(form: FormView, key: str, text: str) -> None:
    field = form.widget(key).input
    assert isinstance(field, (QLineEdit, QPlainTextEdit))
    if isinstance(field, QLineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)


def test_the_list_says_what_is_in_force_and_the_ladder_why(desk: ConfigDesk, qtbot: QtBot) -> None:
    assert texts(desk.list) == [
        ["config.scope_matching", "default", "documented"],
        ["uw.limit", "version 1", "10"],
        ["uw.note", "no value", "—"],
    ]
    assert [(row[0], row[3]) for row in texts(desk.detail.ladder)] == [
        ("persona rachel", "For somebody else"), ("everybody", "In force"),
    ]  # fmt: skip
    desk.asking.persona.setCurrentIndex(desk.asking.persona.findData("rachel"))
    desk.asking.persona.activated.emit(desk.asking.persona.currentIndex())
    qtbot.waitUntil(lambda: texts(desk.list)[1][2] == "20" and texts(desk.detail.ladder)[0][3] == "In force")
    assert texts(desk.detail.ladder)[1][3] == "A narrower one is in force"
    desk.search.setText("no such thing")
    assert texts(desk.list) == []
    assert not desk.detail.set_button.isEnabled()
    desk.search.setText("NOTE")
    qtbot.waitUntil(lambda: desk.key == "uw.note")


def test_a_value_is_set_with_its_reason_and_shown_at_once(
    desk: ConfigDesk, pages: list[QWidget], live_url: str, qtbot: QtBot
) -> None:
    desk.context.bus.changed.connect(desk.reload)
    desk.detail.set_button.click()
    page = opened(desk, pages, qtbot)
    enter(page, "value", "12")
    page.button.click()
    assert not page.form.check(), "a reason is needed"
    enter(page, "reason", "Storm season")
    assert page.has_unsaved_input()
    page.button.click()
    qtbot.waitUntil(lambda: texts(desk.list)[1] == ["uw.limit", "version 2", "12"])
    assert not page.has_unsaved_input()
    qtbot.waitUntil(lambda: len(texts(desk.detail.history)) == 1)
    assert texts(desk.detail.history)[0][1:] == ["Set", "tester", "everybody", "10", "12", "Storm season"]
    assert stored(live_url, "SELECT count(*) FROM config_change_logs") == 1
    desk.detail.ladder.choose(str(stored(live_url, "SELECT id FROM config_values WHERE value = '10'")))
    desk.detail.again_button.click()
    assert opened(desk, pages, qtbot).form.values()["value"] == 10


def test_what_is_refused_is_said_at_its_field_and_kept(
    desk: ConfigDesk, pages: list[QWidget], live_url: str, qtbot: QtBot
) -> None:
    desk.detail.set_button.click()
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
    desk = ConfigDesk(context_for("rachel"), {"key": "uw.limit"})
    qtbot.addWidget(desk)
    desk.show()
    desk.reload(Changes())
    qtbot.waitUntil(lambda: desk.detail.ladder.topLevelItemCount() == 2)
    assert not desk.detail.set_button.isEnabled()
    assert not desk.detail.again_button.isEnabled()


def choose(box: QComboBox, data: str) -> None:
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def test_settings_are_found_by_category_and_by_where_the_value_comes_from(desk: ConfigDesk, qtbot: QtBot) -> None:
    choose(desk.category, "ui")
    assert [row[0] for row in texts(desk.list)] == ["uw.note"]
    choose(desk.category, "")
    assert [desk.origin.itemText(at) for at in range(desk.origin.count())] == [
        "From anywhere", "Default", "Set for everybody", "Without value",
    ]  # fmt: skip
    choose(desk.origin, "none")
    assert [row[0] for row in texts(desk.list)] == ["uw.note"]
    choose(desk.origin, "")
    desk.search.setText("authority")
    assert [row[0] for row in texts(desk.list)] == ["uw.limit"]
    qtbot.waitUntil(lambda: desk.detail.shown is not None and desk.detail.shown.ladder.answer.key == "uw.limit")


def test_a_value_is_changed_in_place_with_its_reason(desk: ConfigDesk, live_url: str, qtbot: QtBot) -> None:
    desk.context.bus.changed.connect(desk.reload)
    choose(desk.asking.persona, "rachel")
    qtbot.waitUntil(lambda: texts(desk.list)[1][2] == "20")
    inline = desk.detail.inline
    desk.detail.tabs.setCurrentWidget(inline)
    qtbot.waitUntil(lambda: inline.form is not None and inline.form.values()["value"] == 20)
    assert inline.form is not None
    enter_in(inline.form, "value", "25")
    inline.button.click()
    assert inline.form.widget("reason").problem, "a reason is needed"
    assert desk.has_unsaved_input()
    desk.reload(Changes())
    enter_in(inline.form, "reason", "Grown")
    inline.button.click()
    qtbot.waitUntil(lambda: texts(desk.list)[1][2] == "25")
    assert inline.form.values() == {"value": 25, "reason": None}
    assert not desk.has_unsaved_input()
    assert stored(live_url, "SELECT persona FROM config_values WHERE version = 2") == "rachel"


def test_the_values_over_time_show_gaps_and_overlaps(desk: ConfigDesk, live_url: str, qtbot: QtBot) -> None:
    execute(live_url, "UPDATE config_values SET effective_to = '2020-02-01' WHERE persona = 'rachel'")
    execute(live_url, "INSERT INTO config_values (config_key, persona, value, effective_from, version) VALUES "
            "('uw.limit', 'rachel', '30', '2020-03-01', 2), ('uw.limit', 'rachel', '31', '2020-03-02', 3)")  # fmt: skip
    desk.detail.explain("uw.limit", Scope(), ())
    view = desk.detail.timeline
    qtbot.waitUntil(lambda: sum(len(lane.values) for lane in view.lanes) == 4)
    rachel, everybody = view.lanes
    assert (len(rachel.gaps), len(rachel.overlaps), everybody.gaps) == (1, 1, ())
    assert texts(view)[0][0] == "persona rachel"
    assert "Gap: " in texts(view)[0][1]
    assert "1 overlap" in texts(view)[0][1]
    assert [view.share(instant) for instant in (view.begin, view.end)] == [0, 1]
    assert 0 < view.share(view.now) < 1
    desk.detail.tabs.setCurrentWidget(view)
    assert not view.grab().isNull()
