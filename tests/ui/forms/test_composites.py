"""The composite kinds: they show what they hold, edit it, say what is wrong in it, and are stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton

from jarvis_desktop.forms.judging import judged
from tests.ui.forms.rows import field, insert, stored
from tests.unit.forms.forms import TYPES, form, row
from ui.components.record_form import RecordForm
from ui.forms.form_view import FormView
from ui.forms.widgets.choices import ChoiceBox
from ui.forms.widgets.composite import CompositeWidget
from ui.forms.widgets.repeat.widget import RepeatWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.components.component import ComponentContext

KINDS = ("maturity_selector", "governance_panel", "capability_builder", "version_control")


def type_into(widget: CompositeWidget, key: str, text: str) -> None:
    line: Any = widget.inner[key].input
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def test_a_panel_edits_its_fields_and_keeps_what_it_does_not_know(show: Callable[..., FormView]) -> None:
    view = show(form(row("panel", "governance_panel")), panel={"status": "pending", "kept": {"a": 1}})
    panel = view.widget("panel")
    assert isinstance(panel, CompositeWidget)
    box = panel.inner["status"].input
    assert isinstance(box, ChoiceBox)
    assert box.currentText() == "Pending"
    box.setCurrentText("Approved")
    type_into(panel, "frameworks", "SOX, GDPR")
    assert view.changed_values() == {
        "panel": {"status": "approved", "kept": {"a": 1}, "frameworks": ["SOX", "GDPR"]}}  # fmt: skip
    view.revert()
    assert view.changed_values() == {}
    assert box.currentText() == "Pending"


def test_what_is_wrong_inside_stands_there_and_keeps_the_record_from_being_saved(show: Callable[..., FormView]) -> None:
    view = show(form(row("release", "version_control")), release={"version": "1.0"})
    release = view.widget("release")
    assert isinstance(release, CompositeWidget)
    type_into(release, "version", "one")
    type_into(release, "released_on", "soon")
    assert release.inner["version"].problem == "Version must look like “1.0.0”"
    assert not view.check()
    assert release.problem.startswith("Release: Version must look like")
    type_into(release, "version", "1.1.0")
    type_into(release, "released_on", "2026-05-04")
    assert release.inner["version"].problem == ""
    assert view.check()
    assert view.changed_values()["release"] == {"version": "1.1.0", "released_on": "2026-05-04"}


def test_a_reader_who_may_not_edit_only_reads(show: Callable[..., FormView]) -> None:
    view = show(form(row("release", "version_control")), release={"version": "1.0"})
    view.set_writable(writable=False)
    release = view.widget("release")
    assert isinstance(release, CompositeWidget)
    type_into(release, "version", "2")
    assert not view.dirty


def test_composites_are_told_by_what_their_rows_say(show: Callable[..., FormView]) -> None:
    fields = [{"name": "owner", "type": "text", "required": True}]
    definition = form(
        row("panel", "governance_panel", ui_props={"fields": fields}),
        row("level", "maturity_selector", options=["low", "high"]),
        row("skills", "capability_builder"),
    )
    known = TYPES["capability_builder"].read(["Summaries", {"name": "Search", "enabled": False}])
    view = show(definition, skills=known)
    panel, level, skills = (view.widget(key) for key in ("panel", "level", "skills"))
    assert isinstance(panel, CompositeWidget)
    assert list(panel.inner) == ["owner"]
    assert {"low", "high"} <= {button.text() for button in level.findChildren(QRadioButton)}
    assert isinstance(skills, RepeatWidget)
    assert [skills.rows.text(each, 0) for each in skills.rows.rows] == ["Summaries", "Search"]
    problems = judged(definition, {}, {"panel": {"x": 1}, "level": "L3", "skills": [{"name": ""}]}, TYPES).problems
    assert [problem.message for problem in problems] == [
        "Panel: Owner is required", "Level “L3” is not one of the choices", "Skills, row 1: Capability is required",
    ]  # fmt: skip


def test_all_of_them_are_saved_with_their_record(
    context_for: Callable[[str], ComponentContext], live_url: str, qtbot: QtBot
) -> None:
    insert(live_url, "form_field_definitions", *(field("incident", kind, kind) for kind in KINDS))
    insert(live_url, "incidents", {"incident_id": "INC-1", "title": "Fire"})
    record = RecordForm(context_for("admin"), {"form_type": "incident", "record_id": "1"})
    qtbot.addWidget(record)
    record.resize(800, 900)
    record.show()
    qtbot.waitUntil(lambda: record.view is not None and record.isActiveWindow())
    view = record.view
    assert view is not None
    level = view.widget("maturity_selector")
    next(button for button in level.findChildren(QRadioButton) if button.text().startswith("L4")).click()
    release, panel, skills = (
        view.widget(kind) for kind in ("version_control", "governance_panel", "capability_builder")
    )
    assert isinstance(release, CompositeWidget)
    assert isinstance(panel, CompositeWidget)
    assert isinstance(skills, RepeatWidget)
    type_into(release, "version", "2.0")
    type_into(panel, "frameworks", "SOX")
    skills.table.setFocus()
    QTest.keyClick(skills.table, Qt.Key.Key_Insert)
    skills.rows.paste(0, 0, [["Summaries"]])
    with qtbot.waitSignal(record.saved):
        record.save()
    assert stored(live_url, "SELECT critical_flags -> '_form' FROM incidents") == {
        "maturity_selector": "L4", "version_control": {"version": "2.0"}, "governance_panel": {"frameworks": ["SOX"]},
        "capability_builder": [{"name": "Summaries", "enabled": True}],
    }  # fmt: skip
