from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from jarvis_desktop.db.schema import SECTIONS, TABLES
from ui.components.data_browser import DataBrowser
from ui.components.master_detail import MasterDetail
from ui.core.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.ui.tables.conftest import Desk

NAME = Qt.ItemDataRole.UserRole


def browser(desk: Desk) -> DataBrowser:
    component = DataBrowser(desk.context, {})
    desk.show(component)
    return component


def listed(component: DataBrowser) -> list[str]:
    """What stands in the list; headings in capitals."""
    items = [component.list.item(place) for place in range(component.list.count())]
    return [item.data(NAME) or item.text().upper() for item in items if not item.isHidden()]


def current(component: DataBrowser) -> MasterDetail:
    shown = component.stack.currentWidget()
    assert isinstance(shown, MasterDetail)
    return shown


def test_all_tables_stand_under_their_sections(desk: Desk) -> None:
    names = listed(browser(desk))
    assert [name for name in names if name in TABLES] == list(TABLES)
    assert len([name for name in names if name not in TABLES]) == len(SECTIONS)


def test_the_list_narrows_to_what_is_looked_for(desk: Desk) -> None:
    component = browser(desk)
    QTest.keyClicks(component.search, "risk")
    assert listed(component) == ["AI GOVERNANCE", "risk_assessments"]
    component.search.setText("AI mod")
    assert listed(component) == ["AI GOVERNANCE", "ai_models"]
    component.search.setText("zzz")
    assert listed(component) == []
    component.search.clear()
    assert len(listed(component)) == len(TABLES) + len(SECTIONS)


def test_a_chosen_table_shows_its_records_and_a_record_its_form(desk: Desk) -> None:
    desk.store("users", {"id": "rachel", "email": "rachel@example.org"})
    component = browser(desk)
    component.show_table("users")
    desk.settled()
    page = current(component)
    assert desk.rows(page.table) == ["rachel"]
    page.table.view.selectRow(0)
    desk.qtbot.waitUntil(lambda: page.form is not None and page.form.record_id == "rachel")
    desk.settled()
    assert page.form is not None
    texts = [line.text() for line in page.form.findChildren(QLineEdit)]
    assert "rachel@example.org" in texts


def test_tables_left_untouched_are_let_go_and_typed_input_is_kept(desk: Desk) -> None:
    desk.store("users", {"id": "rachel", "email": "rachel@example.org"})
    component = browser(desk)
    component.show_table("users")
    desk.settled()
    users = current(component)
    users.table.view.selectRow(0)
    desk.qtbot.waitUntil(lambda: users.form is not None and users.form.record_id == "rachel")
    desk.settled()
    assert users.form is not None
    line = next(line for line in users.form.findChildren(QLineEdit) if line.text() == "rachel@example.org")
    QTest.keyClicks(line, ".uk")
    component.show_table("incidents")
    desk.settled()
    incidents = current(component)
    component.show_table("users")
    desk.settled()
    assert current(component) is users
    assert component.has_unsaved_input()
    component.show_table("incidents")
    desk.settled()
    assert current(component) is not incidents


def test_a_table_that_this_database_lacks_says_so(desk: Desk) -> None:
    desk.run("DROP TABLE errors")
    component = browser(desk)
    place = next(n for n in range(component.list.count()) if component.list.item(n).data(NAME) == "errors")
    assert component.list.item(place).text() == "Errors (not in this database)"
    component.show_table("errors")
    desk.settled()
    said = [notice.title for notice in current(component).findChildren(Notice) if notice.isVisible()]
    assert "Table missing" in said


def test_without_the_permission_there_is_a_notice_and_no_table(desk_for: Callable[..., Desk]) -> None:
    desk = desk_for("records.write")
    component = browser(desk)
    (notice,) = component.findChildren(Notice)
    assert notice.title == "The tables are not open to you"
    assert "data.browse" in notice.text
    assert not component.findChildren(MasterDetail)


def test_sessions_are_in_the_list_and_their_secrets_are_not_shown(desk: Desk) -> None:
    desk.run("INSERT INTO sessions VALUES ('sid-that-lets-in', '{}', '2100-01-01')")
    component = browser(desk)
    component.show_table("sessions")
    desk.settled()
    shown = component.stack.currentWidget()
    assert isinstance(shown, Notice)
    assert shown.title == "Kept secret"
    assert not component.findChildren(MasterDetail)
    component.show_table("users")
    desk.settled()
    assert current(component).table.asked.table == "users"
