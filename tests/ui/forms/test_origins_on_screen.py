"""Where values come from, said below the fields of a form; and a record under two versions side by side."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from jarvis_desktop.forms.versions.service import FormVersions
from jarvis_desktop.tables.service import TableService
from tests.db.forms.test_versions import PUBLISHER
from tests.ui.forms.rows import execute, field, insert
from ui.components.record_form import RecordForm
from ui.core.notice import Notice
from ui.forms.header import FormHeader
from ui.forms.version_dialog import VersionDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from jarvis_desktop.db.engine import Database
    from ui.components.component import ComponentContext


@pytest.fixture
def form(qtbot: QtBot, context_for: Callable[[str], ComponentContext], live_url: str) -> RecordForm:
    insert(live_url, "form_field_definitions",
        field("incident", "title"), field("incident", "cause", order_index=1),
        field("incident", "twice", "computed", order_index=2,
              ui_props={"compute": {"engine": "cel", "rule": "title + title"}}))  # fmt: skip
    insert(live_url, "incidents", {"incident_id": "INC-1", "title": "Fire"})
    form = RecordForm(context_for("admin"), {"form_type": "incident", "record_id": "1"})
    qtbot.addWidget(form)
    form.resize(700, 700)
    form.show()
    qtbot.waitUntil(lambda: form.view is not None and form.isActiveWindow())
    return form


def said(form: RecordForm, key: str) -> str:
    assert form.view is not None
    return form.view.widget(key).origin


def switch(form: RecordForm) -> FormHeader:
    header = form.findChild(FormHeader)
    assert header is not None
    header.origins.click()
    return header


def save(form: RecordForm, qtbot: QtBot, key: str, text: str) -> None:
    assert form.view is not None
    form.view.widget(key).input.setText(text)  # type: ignore[attr-defined]
    with qtbot.waitSignal(form.saved):
        form.save()


def publish(form: RecordForm, database: Database) -> None:
    """As an administrator does elsewhere; this window hears of it."""
    versions = FormVersions(database, TableService(database))
    with ThreadPoolExecutor(1) as elsewhere:
        published = elsewhere.submit(versions.publish, "incident", PUBLISHER).result()
    form.context.bus.publish(published.changes)


def test_a_switch_says_where_values_come_from_and_follows_each_save(form: RecordForm, qtbot: QtBot) -> None:
    header = switch(form)
    qtbot.waitUntil(lambda: said(form, "title") == "Where from is not known")
    assert said(form, "cause") == "", "no value comes from nowhere"
    save(form, qtbot, "title", "Flood")
    qtbot.waitUntil(lambda: said(form, "title").startswith("Typed by "))
    assert said(form, "twice").startswith("Computed when ")
    header.origins.click()
    assert said(form, "title") == ""


def test_a_record_filled_under_another_version_is_shown_under_both(
    form: RecordForm, qtbot: QtBot, live_database: Database, live_url: str
) -> None:
    publish(form, live_database)
    qtbot.waitUntil(lambda: form.view is not None and form.view.definition.version == 1)
    save(form, qtbot, "title", "Flood")
    execute(live_url, "UPDATE form_field_definitions SET label = 'Headline' WHERE field_key = 'title'")
    publish(form, live_database)
    qtbot.waitUntil(lambda: form.view is not None and form.view.definition.version == 2)
    switch(form)
    qtbot.waitUntil(lambda: said(form, "title").endswith("version 1"))
    notice = form.findChild(Notice)
    assert notice is not None
    notice.action.emit()
    qtbot.waitUntil(lambda: form.findChild(VersionDialog) is not None)
    dialog = form.findChild(VersionDialog)
    assert dialog is not None
    assert [view.widget("title").field.label for view in dialog.views] == ["Title", "Headline"]
    assert [view.widget("title").value().value for view in dialog.views] == ["Flood", "Flood"]
    assert {label.text() for label in dialog.findChildren(QLabel)} >= {"Version 1", "Version 2"}
    dialog.reject()
