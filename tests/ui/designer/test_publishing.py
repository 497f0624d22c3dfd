"""Publishing a form in the window: what it says before, what it does, and what it refuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLineEdit

from jarvis_desktop.core.changes import Changes
from tests.ui.forms.rows import execute, field, insert, stored
from ui.core.notice import Notice
from ui.designer.publishing import FormPublishing

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.components.component import ComponentContext


@pytest.fixture
def show(qtbot: QtBot, context_for: Callable[[str], ComponentContext]) -> Callable[[], FormPublishing]:
    def make() -> FormPublishing:
        page = FormPublishing(context_for("admin"), {"form_type": "incident"})
        qtbot.addWidget(page)
        page.resize(1000, 700)
        page.show()
        page.reload(Changes())
        qtbot.waitUntil(lambda: page.form_type == "incident" and page.view.topLevelItemCount() > 0)
        return page

    return make


def lines(page: FormPublishing) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for place in range(page.view.topLevelItemCount()):
        branch = page.view.topLevelItem(place)
        assert branch is not None
        items = (branch, *(branch.child(number) for number in range(branch.childCount())))
        texts = [[item.text(column) for column in range(3)] for item in items if item is not None]
        found.extend(tuple(filter(None, line)) for line in texts)
    return found


@pytest.fixture(autouse=True)
def incident(live_url: str) -> None:
    insert(live_url, "form_field_definitions", field("incident", "title", label="Title"),
           field("incident", "cause", label="Cause", order_index=1))  # fmt: skip
    insert(live_url, "incidents", {"incident_id": "INC-1", "title": "Fire"})


def test_a_form_is_published_with_a_reason_and_then_has_nothing_to_publish(
    show: Callable[[], FormPublishing], live_url: str, qtbot: QtBot
) -> None:
    page = show()
    assert lines(page) == [("Published for the first time",)]
    note = page.asked.widget("note").input
    assert isinstance(note, QLineEdit)
    note.setText("First release")
    assert page.button.text() == "Publish version 1"
    page.button.click()
    qtbot.waitUntil(lambda: page.button.text() == "Publish version 2")
    assert not page.button.isEnabled(), "nothing changed since"
    assert stored(live_url, "SELECT note FROM desktop.form_versions") == "First release"
    assert any("First release" in line[0] for line in lines(page))
    assert not page.has_unsaved_input()


def test_a_harder_form_says_whom_it_refuses_and_needs_a_word_more(
    show: Callable[[], FormPublishing], live_url: str, qtbot: QtBot
) -> None:
    page = show()
    page.button.click()
    qtbot.waitUntil(lambda: page.button.text() == "Publish version 2")
    execute(live_url, "UPDATE form_field_definitions SET is_required = true WHERE field_key = 'cause'")
    page.choose("incident")
    qtbot.waitUntil(lambda: ("Cause is required", "asks for more", "1") in lines(page))
    assert ("INC-1: Cause is required",) in lines(page)
    assert not page.button.isEnabled()
    page.despite.click()
    assert page.button.isEnabled()
    page.button.click()
    qtbot.waitUntil(lambda: page.button.text() == "Publish version 3")


def test_a_ring_cannot_be_published_and_is_shown(
    show: Callable[[], FormPublishing], live_url: str, qtbot: QtBot
) -> None:
    for key, other in (("a", "b"), ("b", "a")):
        props = {"compute": {"engine": "cel", "rule": other}}
        insert(live_url, "form_field_definitions", field("incident", key, "computed", order_index=5, ui_props=props))
    page = show()
    notice = page.findChild(Notice)
    assert notice is not None
    assert not page.button.isEnabled()


def test_an_instant_that_cannot_be_is_refused_at_its_field_and_nothing_is_lost(
    show: Callable[[], FormPublishing], live_url: str, qtbot: QtBot
) -> None:
    page = show()
    since = page.asked.widget("effective_from").input
    box = since if isinstance(since, QLineEdit) else since.findChild(QLineEdit)
    assert isinstance(box, QLineEdit)
    box.setText("soon")
    page.button.click()
    assert "must be a date and time" in page.asked.widget("effective_from").problem
    assert box.text() == "soon"
    assert stored(live_url, "SELECT count(*) FROM desktop.form_versions") == 0
