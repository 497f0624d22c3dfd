"""An edit: what counts as changed, and what others change meanwhile."""

from __future__ import annotations

from jarvis_desktop.core.errors import Problem
from jarvis_desktop.forms.editing import FormEdit
from jarvis_desktop.forms.types import Parsed
from tests.unit.forms.forms import TYPES, form, row

DEPENDENT = {"dependencies": {"dependsOn": "layer", "mapping": {"Role": ["x"], "System": ["z"]}}}
FIELDS = (
    row("title"),
    row("layer", "select", options=["Role", "System"]),
    row("type", "select", options=[], ui_props=DEPENDENT),
    row("cause", ui_props={"conditional": {"dependsOn": "title", "value": "Fire"}}),
)


def begun(**values: object) -> FormEdit:
    edit = FormEdit(form(*FIELDS), TYPES)
    edit.begin({"title": None, "layer": None, "type": None, "cause": None, **values}, new=False)
    return edit


def test_only_what_differs_is_submitted() -> None:
    edit = begun(title="Printer")
    edit.set("title", Parsed("Paper"))
    assert edit.changed() == {"title": "Paper"}
    edit.set("title", Parsed("Printer"))
    assert not edit.is_dirty


def test_mistyped_text_is_dirty_and_a_problem_and_never_submitted() -> None:
    edit = begun(title="Printer")
    edit.set("title", Parsed(problem=Problem("title", "Title is odd")))
    assert edit.is_dirty
    assert edit.changed() == {}
    assert [problem.message for problem in edit.problems()] == ["Title is odd"]
    assert edit.revert("title") == frozenset()
    assert edit.changed() == {}
    assert edit.problems() == ()


def test_hidden_fields_are_not_submitted() -> None:
    edit = begun(title="Fire")
    edit.set("cause", Parsed("Candle"))
    assert edit.changed() == {"cause": "Candle"}
    edit.set("title", Parsed("Water"))
    assert edit.changed() == {"title": "Water"}


def test_a_dependent_value_goes_with_its_choices_and_comes_back_with_them() -> None:
    edit = begun(layer="Role", type="x")
    assert edit.set("layer", Parsed("System")) == {"type"}
    assert edit.changed()["type"] is None
    edit.set("layer", Parsed("Role"))
    assert edit.values["type"] == "x"
    assert not edit.is_dirty


def test_a_stored_value_outside_the_choices_survives_the_way_there_and_back() -> None:
    edit = begun(layer="Role", type="Old")
    edit.set("layer", Parsed("System"))
    edit.set("layer", Parsed("Role"))
    assert edit.values["type"] == "Old"


def test_others_update_what_is_untouched_and_ask_about_what_is_edited() -> None:
    edit = begun(title="Printer", cause="None")
    edit.set("title", Parsed("Mine"))
    assert edit.rebase({"title": "Theirs", "cause": "Known"}) == {"cause"}
    assert edit.elsewhere == {"title": "Theirs"}
    edit.keep_mine("title")
    assert (edit.base["title"], edit.values["title"]) == ("Theirs", "Mine")
    edit.rebase({"title": "Newer", "cause": "Known"})
    edit.take_theirs("title")
    assert not edit.is_dirty


def test_the_same_change_elsewhere_needs_no_question() -> None:
    edit = begun(title="Printer")
    edit.set("title", Parsed("Paper"))
    edit.rebase({"title": "Paper"})
    assert not edit.is_dirty
    assert not edit.elsewhere


def test_typing_on_while_a_save_is_under_way_stays_an_edit() -> None:
    edit = begun(title="Printer")
    edit.set("title", Parsed("Paper"))
    submitted = edit.changed()
    edit.set("title", Parsed("Paper jam"))
    edit.accept({"title": "Paper", "layer": None}, submitted)
    assert edit.changed() == {"title": "Paper jam"}
    assert edit.base["title"] == "Paper"
    assert not edit.elsewhere
