"""A form with a layout: pages, groups that close, rows side by side, and the way to what needs attention."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from jarvis_desktop.forms.schema_import import import_example
from jarvis_desktop.forms.validation import FormValidator
from tests.unit.forms.forms import TYPES, form, row
from ui.forms.form_view import FormView
from ui.forms.layout_part import GroupFrame
from ui.forms.pages import PageBar

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from ui.core.theme import Theme

EXAMPLES = Path(__file__).resolve().parents[2] / "unit" / "forms" / "json_forms"


@pytest.fixture
def example(theme: Theme, qtbot: QtBot) -> Callable[..., FormView]:
    def make(name: str, width: int = 1000, **values: Any) -> FormView:
        found = import_example((EXAMPLES / f"{name}.json").read_text("utf-8"), name, TYPES)
        view = FormView(found.definition, theme)
        qtbot.addWidget(view)
        view.set_initial({**FormValidator(found.definition, TYPES).normalised(found.values), **values})
        view.resize(width, 700)
        view.show()
        qtbot.waitUntil(view.isActiveWindow)
        return view

    return make


def pages(view: FormView) -> PageBar:
    bar = view.findChild(PageBar)
    assert bar is not None
    return bar


def offered(view: FormView) -> list[str]:
    return [button.text() for button in pages(view).buttons if not button.isHidden()]


def enter(view: FormView, key: str, text: str) -> None:
    line = view.widget(key).input
    assert isinstance(line, QLineEdit)
    line.setText(text)


def test_pages_are_gone_through_in_order_and_come_and_go(example: Callable[..., FormView]) -> None:
    view = example("risk")
    assert offered(view) == ["1  Insured", "2  Building"], "the history is hidden by what the building is"
    assert view.widget("insured_name").isVisible()
    assert not view.widget("building_value").isVisible()
    bar = pages(view)
    assert not bar.back.isEnabled()
    bar.next.click()
    assert view.widget("building_value").isVisible()
    assert not view.widget("insured_name").isVisible()
    assert not bar.next.isEnabled()
    enter(view, "building_value", "5")
    assert offered(view) == ["1  Insured", "2  Building", "3  History"], "nothing is known of hidden sprinklers"
    bar.buttons[2].click()
    assert view.widget("comments").isVisible()
    bar.back.click()
    assert view.widget("building_value").isVisible()


def test_another_definition_keeps_the_page_what_was_typed_and_the_focus(example: Callable[..., FormView]) -> None:
    view = example("risk")
    pages(view).buttons[1].click()
    view.jump_to("building_value")
    enter(view, "building_value", "7000")
    changed = replace(view.definition, title="Another", submit_text="Hand in")
    view.set_definition(changed)
    assert view.widget("building_value").input.hasFocus()
    assert view.values()["building_value"] == 7000
    assert pages(view).current == 1
    assert not view.widget("insured_name").isVisible()


def test_a_problem_on_another_page_is_counted_there_and_jumped_to(example: Callable[..., FormView]) -> None:
    view = example("risk", insured_name=None, building_yearBuilt=None)
    pages(view).buttons[1].click()
    assert not view.check()
    assert offered(view) == ["1  Insured  (1)", "2  Building  (1)"]
    assert view.widget("insured_name").input.hasFocus(), "the first problem is on the first page"
    enter(view, "insured_name", "Alder Mills")
    assert offered(view) == ["1  Insured", "2  Building  (1)"]
    view.jump_to("building_yearBuilt")
    assert view.widget("building_yearBuilt").input.hasFocus()
    assert pages(view).buttons[1].accessibleName() == "2  Building, 1 problem"


def test_a_group_says_what_is_filled_and_opens_for_a_problem_in_it(example: Callable[..., FormView]) -> None:
    view = example("person", email=None, notes=None)
    group = view.findChild(GroupFrame)
    assert group is not None
    assert group.counts.text() == "2 of 5 filled"
    enter(view, "email", "nobody")
    assert group.counts.text() == "1 problem · 3 of 5 filled"
    group.head.click()
    assert not view.widget("email").isVisible()
    assert "closed" in group.head.accessibleName()
    view.jump_to("email")
    assert view.widget("email").isVisible()
    assert view.widget("email").input.hasFocus()
    assert group.minimumHeight() == 0, "a closed group takes no room"


def test_rows_stand_side_by_side_where_there_is_room(example: Callable[..., FormView]) -> None:
    wide, narrow = example("person", 1000), example("person", 600)
    for view, side_by_side in ((wide, True), (narrow, False)):
        first, last = view.widget("firstName"), view.widget("lastName")
        assert (first.mapTo(view, first.rect().topLeft()).y() == last.mapTo(view, last.rect().topLeft()).y()) is (
            side_by_side
        )
    assert wide.widget("lastName").label.text() == "Family name *"


def test_a_grid_has_no_holes_and_one_column_where_there_is_little_room(theme: Theme, qtbot: QtBot) -> None:
    hiding = {"conditions": [{"when": {"engine": "cel", "rule": "a == 'x'"}, "effect": "HIDE"}]}
    tree = {"type": "GridLayout", "columns": 3, "elements": [{"type": "Control", "field": key} for key in "abcd"]}
    rows = (row("a"), row("b", ui_props=hiding), row("c"), row("d"))
    definition = form(*rows, templates=({"configuration": {"layout": tree}, "template_name": "t"},))
    view = FormView(definition, theme)
    qtbot.addWidget(view)
    view.set_initial({})
    view.resize(1000, 600)
    view.show()

    def places() -> dict[str, tuple[int, int]]:
        QApplication.processEvents()
        widgets = {key: view.widget(key) for key in "abcd"}
        return {
            key: (at.x(), at.y())
            for key, widget in widgets.items()
            if widget.isVisible()
            for at in [widget.mapTo(view, widget.rect().topLeft())]
        }

    wide = places()
    assert wide["a"][1] == wide["b"][1] == wide["c"][1] < wide["d"][1]
    enter(view, "a", "x")
    gone = places()
    assert "b" not in gone
    assert (gone["c"], gone["d"][1]) == (wide["b"], wide["a"][1])
    view.resize(600, 600)
    narrow = places()
    assert narrow["a"][0] == narrow["c"][0] == narrow["d"][0]
    assert narrow["a"][1] < narrow["c"][1] < narrow["d"][1]


def test_building_a_layout_opens_no_window_of_its_own(example: Callable[..., FormView]) -> None:
    before = {window for window in QApplication.topLevelWidgets() if window.isVisible()}
    view = example("person")
    now = {window for window in QApplication.topLevelWidgets() if window.isVisible()}
    assert now - before == {view}


def test_a_large_layout_builds_what_is_in_sight(theme: Theme, qtbot: QtBot) -> None:
    tree = {
        "type": "Categorization",
        "elements": [
            {"type": "Category", "label": f"Page {page}",
             "elements": [{"type": "Control", "field": f"f{page}_{n}"} for n in range(100)]}
            for page in range(10)
        ],
    }  # fmt: skip
    rows = [row(f"f{page}_{n}") for page in range(10) for n in range(100)]
    definition = form(*rows, templates=({"configuration": {"layout": tree}, "template_name": "t"},))
    view = FormView(definition, theme)
    qtbot.addWidget(view)
    view.set_initial({"f9_99": "last"})
    view.resize(700, 700)
    view.show()
    assert len(view.findChildren(QLineEdit)) <= 60
    view.jump_to("f9_99")
    assert view.widget("f9_99").input.property("text") == "last"
    assert view.widget("f9_99").isVisible()
    assert len(view.findChildren(QLineEdit)) <= 140


def test_all_of_a_form_is_shown_at_once_for_a_picture(example: Callable[..., FormView]) -> None:
    view = example("risk")
    view.show_whole(800)
    assert not pages(view).isVisible()
    assert view.widget("insured_name").isVisible()
    assert view.widget("perils").isVisible()
    bottom = view.widget("perils").mapTo(view, view.widget("perils").rect().bottomLeft()).y()
    assert bottom < view.height()
