"""Choosing rows in a form: by list, by search, lately chosen, beside another field, and made while it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QListView, QPushButton, QWidget

from tests.ui.forms.rows import execute, field, insert, stored
from ui.components.new_row import NewRowDialog
from ui.components.record_form import RecordForm
from ui.forms.row_dialog import RowDialog
from ui.forms.widgets.lookups import LookupManyWidget, LookupWidget, SourcedWidget
from ui.forms.widgets.repeat.widget import RepeatWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.components.component import ComponentContext

USERS = {"table": "users", "value": "id", "label": "email", "search": ["email", "last_name"]}


@pytest.fixture
def show(qtbot: QtBot, context_for: Callable[[str], ComponentContext], live_url: str) -> Callable[..., RecordForm]:
    insert(live_url, "users", *(
        {"id": name, "email": f"{name}@example.com", "first_name": region}
        for name, region in (("ann", "north"), ("bob", "north"), ("cem", "south"))))  # fmt: skip
    insert(live_url, "form_field_definitions",
        field("incident", "title"), field("incident", "first_name", order_index=1),
        field("incident", "owner", "lookup", order_index=2, options={**USERS, "depends_on": ["first_name"]}),
        field("incident", "manager", "lookup", order_index=3, options=USERS),
        field("incident", "team", "lookup_many", order_index=4, options=USERS))  # fmt: skip
    insert(live_url, "incidents", {"incident_id": "INC-1", "title": "Fire", "critical_flags": {
        "_form": {"first_name": "north", "owner": "bob", "manager": "cem", "team": ["ann"]}}})  # fmt: skip

    def make(**props: Any) -> RecordForm:
        form = RecordForm(context_for("admin"), {"form_type": "incident", **props})
        qtbot.addWidget(form)
        form.resize(700, 700)
        form.show()
        qtbot.waitUntil(lambda: form.view is not None and form.isActiveWindow())
        return form

    return make


def sourced(form: RecordForm, key: str) -> SourcedWidget:
    assert form.view is not None
    widget = form.view.widget(key)
    assert isinstance(widget, SourcedWidget)
    return widget


def pick(form: RecordForm, key: str, place: int) -> None:
    """Take a line of the open list, by keys."""
    assert sourced(form, key).line.found
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QListView)
    popup.setCurrentIndex(popup.model().index(place, 0))
    QTest.keyClick(popup, Qt.Key.Key_Return)


def save(form: RecordForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.saved):
        form.save()


def kept(url: str, key: str) -> Any:
    return stored(url, f"SELECT critical_flags -> '_form' -> '{key}' FROM incidents ORDER BY id LIMIT 1")


def test_a_short_list_opens_below_and_narrows_as_one_types(
    show: Callable[..., RecordForm], live_url: str, qtbot: QtBot
) -> None:
    form = show(record_id="1")
    line = sourced(form, "manager").line
    assert line.text() == "cem@example.com", "the label of what is stored"
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert line.found[:3] == ("ann@example.com", "bob@example.com", "cem@example.com")
    line.selectAll()
    QTest.keyClicks(line, "BOB")
    qtbot.waitUntil(lambda: line.found[:1] == ("bob@example.com",))
    pick(form, "manager", 0)
    assert line.text() == "bob@example.com"
    save(form, qtbot)
    assert kept(live_url, "manager") == "bob"


def test_typing_a_whole_label_is_enough_and_anything_else_is_told(
    show: Callable[..., RecordForm], live_url: str, qtbot: QtBot
) -> None:
    form = show(record_id="1")
    widget = sourced(form, "manager")
    widget.line.setFocus()
    widget.line.selectAll()
    QTest.keyClicks(widget.line, "Ann@Example.com")
    assert widget.value().value == "ann"
    QTest.keyClicks(widget.line, "x")
    assert widget.problem == "", "it may still become a choice"
    assert form.view is not None
    assert not form.view.check()
    assert widget.problem == "Manager “Ann@Example.comx” is not one of the choices"
    widget.line.setFocus()
    QTest.keyClicks(widget.line, "y")
    title = form.view.widget("title").input
    title.setFocus()
    assert widget.problem == "Manager “Ann@Example.comxy” is not one of the choices"
    widget.line.setFocus()
    QTest.keyClick(widget.line, Qt.Key.Key_Backspace)
    widget.line.close_list()
    assert widget.problem == "Manager “Ann@Example.comx” is not one of the choices"
    widget.line.selectAll()
    QTest.keyClick(widget.line, Qt.Key.Key_Delete)
    assert widget.problem == ""
    save(form, qtbot)
    assert kept(live_url, "manager") is None


def test_many_rows_are_searched_on_the_server_and_what_was_chosen_lately_comes_first(
    show: Callable[..., RecordForm], live_url: str, qtbot: QtBot
) -> None:
    execute(live_url, "INSERT INTO users (id, email, last_name) SELECT 'p' || n, 'p' || n || '@example.com', 'Oak'"
                      " FROM generate_series(1, 300) n")  # fmt: skip
    form = show(record_id="1")
    line = sourced(form, "manager").line
    assert line.text() == "cem@example.com"
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "p299")
    qtbot.waitUntil(lambda: line.found[:1] == ("p299@example.com",))
    pick(form, "manager", 0)
    save(form, qtbot)
    assert kept(live_url, "manager") == "p299"
    line.browse()
    qtbot.waitUntil(lambda: len(line.found) > 40)
    assert line.found[:2] == ("p299@example.com", "ann@example.com")
    assert "More: type to find them" in line.found
    line.selectAll()
    QTest.keyClicks(line, "nobody such")
    qtbot.waitUntil(lambda: line.found[:1] == ("Nothing found",))


def test_what_is_offered_follows_another_field_and_what_is_not_offered_any_more_goes(
    show: Callable[..., RecordForm], live_url: str, qtbot: QtBot
) -> None:
    form = show(record_id="1")
    assert form.view is not None
    owner = sourced(form, "owner")
    assert owner.line.text() == "bob@example.com"
    region = form.view.widget("first_name").input
    assert isinstance(region, QLineEdit)
    region.setFocus()
    region.selectAll()
    QTest.keyClicks(region, "south")
    assert form.view.values()["owner"] is None
    owner.line.browse()
    qtbot.waitUntil(lambda: owner.line.found[:1] == ("cem@example.com",))
    region.setFocus()
    region.selectAll()
    QTest.keyClicks(region, "north")
    assert form.view.values()["owner"] == "bob", "back, as the reason has gone"
    region.selectAll()
    QTest.keyClick(region, Qt.Key.Key_Delete)
    assert owner.line.placeholderText() == "Choose First name first"
    assert form.view.values()["owner"] is None


def test_several_are_chosen_one_after_another_and_each_can_go(
    show: Callable[..., RecordForm], live_url: str, qtbot: QtBot
) -> None:
    form = show(record_id="1")
    team = sourced(form, "team")
    assert isinstance(team, LookupManyWidget)
    team.line.setFocus()
    for _ in range(2):
        QTest.keyClick(team.line, Qt.Key.Key_Down)
        pick(form, "team", 1)
    assert team.entered() == ("ann", "bob"), "each once"
    chips = [chip for chip in team.findChildren(QPushButton) if chip.isVisible()]
    assert [chip.text() for chip in chips] == ["ann@example.com", "bob@example.com"]
    chips[0].click()
    QTest.keyClick(team.line, Qt.Key.Key_Down)
    pick(form, "team", 2)
    save(form, qtbot)
    assert kept(live_url, "team") == ["bob", "cem"]
    QTest.keyClick(team.line, Qt.Key.Key_Backspace)
    QTest.keyClick(team.line, Qt.Key.Key_Backspace)
    save(form, qtbot)
    assert kept(live_url, "team") is None


def test_a_row_that_is_missing_is_made_in_between_and_chosen(
    show: Callable[..., RecordForm], live_url: str, qtbot: QtBot
) -> None:
    form = show(record_id="1")
    widget = sourced(form, "manager")
    widget.line.browse()
    assert widget.line.found[-1] == "New user …"
    pick(form, "manager", len(widget.line.found) - 1)
    dialog = form.findChild(NewRowDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.form.view is not None)
    inner = dialog.form.view
    assert inner is not None
    for key, text in (("id", "dee"), ("email", "dee@example.com")):
        box = inner.widget(key).input
        box.setFocus()
        QTest.keyClicks(box, text)
    with qtbot.waitSignal(dialog.finished):
        dialog.form.save()
    assert isinstance(widget, LookupWidget)
    assert widget.line.text() == "dee@example.com"
    save(form, qtbot)
    assert kept(live_url, "manager") == "dee"


def test_a_reader_without_the_right_sees_why_and_no_rows(
    context_for: Callable[[str], ComponentContext], show: Callable[..., RecordForm], live_url: str, qtbot: QtBot
) -> None:
    execute(live_url, "UPDATE form_field_definitions SET options = jsonb_build_object('table', 'sessions',"
                      " 'value', 'sid') WHERE field_key = 'manager'")  # fmt: skip
    form = show(record_id="1")
    line = sourced(form, "manager").line
    assert line.text() == "cem"
    said = sourced(form, "manager").findChild(QLabel, "remark")
    assert isinstance(said, QLabel)
    assert said.text().startswith("Sessions hold what lets somebody in")
    line.browse()
    assert line.found[:1] == ("Nothing found",)
    assert form.findChild(QWidget, "notice") is None


def test_rows_say_what_they_chose_and_choose_in_the_form_of_a_row(
    show: Callable[..., RecordForm], live_url: str, qtbot: QtBot
) -> None:
    rows = [{"field_key": "who", "field_type": "lookup", "options": USERS}]
    insert(live_url, "form_field_definitions", field("incident", "crew", "repeat", order_index=9,
                                                     ui_props={"fields": rows}))  # fmt: skip
    execute(
        live_url,
        "UPDATE incidents SET critical_flags = jsonb_set(critical_flags, '{_form,crew}', '[{\"who\": \"bob\"}]')",
    )
    form = show(record_id="1")
    assert form.view is not None
    crew = form.view.widget("crew")
    assert isinstance(crew, RepeatWidget)
    cell = crew.rows.index(0, 0)
    qtbot.waitUntil(lambda: crew.rows.data(cell) == "bob@example.com")
    crew.table.opened.emit(0)
    dialog = crew.findChild(RowDialog)
    assert dialog is not None
    who = dialog.view.widget("who")
    assert isinstance(who, LookupWidget)
    qtbot.waitUntil(lambda: who.line.text() == "bob@example.com")
    who.line.setFocus()
    QTest.keyClick(who.line, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "cem@example.com" in who.line.found)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QListView))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, QListView)
    popup.setCurrentIndex(popup.model().index(who.line.found.index("cem@example.com"), 0))
    QTest.keyClick(popup, Qt.Key.Key_Return)
    dialog.view.save_requested.emit()
    qtbot.waitUntil(lambda: crew.rows.data(cell) == "cem@example.com")
    save(form, qtbot)
    assert kept(live_url, "crew") == [{"who": "cem"}]
