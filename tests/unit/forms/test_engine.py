"""The rules of a form: what shows, what may be edited, what is computed, and that only what depends is asked again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jarvis_desktop.core.errors import Severity
from jarvis_desktop.forms.editing import FormEdit
from jarvis_desktop.forms.engine import FormEngine
from jarvis_desktop.forms.logic import Stage
from jarvis_desktop.forms.types import FieldDefinition, FormDefinition, Parsed
from jarvis_desktop.forms.validation import FormValidator
from jarvis_desktop.forms.values import same_value
from tests.support.laws import examples
from tests.unit.forms.forms import TYPES, decided, form, row


def cel(text: str) -> dict[str, str]:
    return {"engine": "cel", "rule": text}


def conditions(*entries: tuple[str, str], **more: Any) -> dict[str, Any]:
    return {"conditions": [{"when": cel(when), "effect": effect, **more} for when, effect in entries]}


def computed(text: str, *, allow_override: bool = False) -> dict[str, Any]:
    return {"compute": {**cel(text), "allow_override": allow_override}}


def begun(definition: FormDefinition, *, new: bool = False, **values: Any) -> FormEdit:
    edit = FormEdit(definition, TYPES)
    edit.begin({field.key: values.get(field.key) for field in definition.fields}, new=new)
    return edit


@pytest.mark.parametrize(
    ("effects", "holding", "expected"),
    [
        (["SHOW"], [], "hidden"), (["SHOW"], [0], "shown"), (["HIDE"], [], "shown"), (["HIDE"], [0], "hidden"),
        (["SHOW", "HIDE"], [0, 1], "hidden"), (["HIDE", "SHOW"], [0, 1], "shown"), (["SHOW", "HIDE"], [1], "hidden"),
    ],
)  # fmt: skip
def test_all_that_hold_apply_and_later_ones_win(effects: list[str], holding: list[int], expected: str) -> None:
    asked = form(
        *(row(f"c{n}", "toggle") for n in range(len(effects))),
        row("more", ui_props=conditions(*((f"c{n}", effect) for n, effect in enumerate(effects)))),
    )
    engine = decided(asked, {f"c{n}": n in holding for n in range(len(effects))})
    assert ("hidden" if "more" in engine.hidden else "shown") == expected


@pytest.mark.parametrize(
    ("effect", "editable", "required"),
    [
        ("ENABLE", (False, True), (False, False)), ("DISABLE", (True, False), (False, False)),
        ("WRITABLE", (False, True), (False, False)), ("READONLY", (True, False), (False, False)),
        ("REQUIRE", (True, True), (False, True)), ("OPTIONAL", (True, True), (True, False)),
    ],
)  # fmt: skip
def test_each_effect_is_in_force_while_its_rule_holds(
    effect: str, editable: tuple[bool, bool], required: tuple[bool, bool]
) -> None:
    asked = form(row("open", "toggle"), row("more", ui_props=conditions(("open", effect))))
    stood = [decided(asked, {"open": held}).standing("more") for held in (False, True)]
    assert tuple(each.editable for each in stood) == editable
    assert tuple(each.required for each in stood) == required


def test_what_is_not_known_is_not_held_against_anybody() -> None:
    rules = {"rules": [{"engine": "cel", "assert": "year >= 1700", "message": "too old"}]}
    asked = form(
        row("year", "integer"),
        row("more", ui_props=conditions(("year < 1970", "REQUIRE")), validation_rules=rules),
    )
    engine = decided(asked, {"year": None, "more": "x"})
    assert not engine.standing("more").required
    assert FormValidator(asked, TYPES).problems(engine) == ()


def test_a_set_value_stands_while_its_condition_holds_and_what_was_entered_comes_back() -> None:
    asked = form(row("vip", "toggle"), row("rate", "decimal", ui_props=conditions(("vip", "SET_VALUE"), value="0.5")))
    edit = begun(asked, vip=False, rate=Decimal(2))
    edit.set("rate", Parsed(Decimal(3)))
    assert edit.set("vip", Parsed(value=True)) == {"rate"}
    assert edit.values["rate"] == Decimal("0.5")
    assert not edit.standing("rate").editable
    assert edit.changed() == {"vip": True}
    edit.set("vip", Parsed(value=False))
    assert edit.changed() == {"rate": Decimal(3)}


def test_a_computed_value_follows_what_it_reads_through_others() -> None:
    asked = form(
        row("building", "decimal"), row("contents", "decimal"),
        row("tiv", "decimal", ui_props=computed("building + contents")),
        row("premium", "decimal", ui_props=computed("tiv * 2")),
        row("large", ui_props=conditions(("premium > 100", "SHOW"))),
    )  # fmt: skip
    edit = begun(asked, building=Decimal(10), contents=Decimal(5))
    assert (edit.values["tiv"], edit.values["premium"]) == (15, 30)
    assert not edit.is_dirty, "what the form computes itself is nothing to lose"
    assert edit.set("building", Parsed(Decimal(60))) == {"tiv", "premium", "large"}
    assert edit.values["premium"] == 130
    assert edit.changed() == {"building": 60}
    edit.set("contents", Parsed(None))
    assert (edit.values["tiv"], edit.values["premium"]) == (None, None)
    assert "large" in edit.hidden


def test_a_computed_value_may_be_replaced_where_that_is_allowed_and_comes_back_when_emptied() -> None:
    asked = form(row("a", "integer"), row("b", "integer", ui_props=computed("a * 2", allow_override=True)))
    edit = begun(asked, a=2, b=4)
    edit.set("a", Parsed(3))
    assert edit.values["b"] == 6
    edit.set("b", Parsed(50))
    edit.set("a", Parsed(4))
    assert edit.changed() == {"a": 4, "b": 50}
    edit.set("b", Parsed(None))
    assert edit.values["b"] == 8
    overridden = begun(asked, a=2, b=50)
    overridden.set("a", Parsed(7))
    assert overridden.values["b"] == 50, "a stored value that is not the computed one was typed by somebody"
    overridden.revert("a")
    assert not overridden.is_dirty


def test_nothing_can_be_entered_for_what_is_only_computed() -> None:
    engine = decided(
        form(row("a", "integer"), row("b", "integer", ui_props=computed("a * 2"))), {"a": 2, "b": 70}, {"a": 1, "b": 2}
    )
    assert engine.values["b"] == 4


def test_what_cannot_be_computed_stays_as_stored_until_its_inputs_change() -> None:
    asked = form(row("a", "integer"), row("b", "integer"), row("sum", "integer", ui_props=computed("a + b")))
    edit = begun(asked, a=1, b=None, sum=70)
    assert edit.values["sum"] == 70
    edit.set("a", Parsed(2))
    assert edit.values["sum"] is None
    edit.set("a", Parsed(1))
    assert edit.values["sum"] == 70


def test_a_default_by_rule_is_followed_in_a_new_record_until_somebody_types() -> None:
    asked = form(row("city"), row("name", ui_props={"default": cel("'Risk in ' + city")}))
    edit = begun(asked, new=True)
    edit.set("city", Parsed("Ghent"))
    assert edit.values["name"] == "Risk in Ghent"
    edit.set("name", Parsed("Mill"))
    edit.set("city", Parsed("Bruges"))
    assert edit.values["name"] == "Mill"
    stored = begun(asked, city="Ghent")
    stored.set("city", Parsed("Bruges"))
    assert stored.values["name"] is None
    saved = begun(asked, new=True)
    saved.set("city", Parsed("Ghent"))
    saved.accept({"city": "Ghent", "name": "Risk in Ghent"}, saved.changed())
    assert not saved.is_dirty
    saved.set("city", Parsed("Bruges"))
    assert saved.changed() == {"city": "Bruges"}
    assert saved.values["name"] == "Risk in Ghent", "what is stored follows no default"


def test_choices_by_rule_by_condition_and_by_day() -> None:
    asked = form(
        row("country", "select", options=["BE", "NL"]),
        row("zone", "select", options=[
            {"value": "coast", "when": cel("country == 'BE'")}, {"value": "old", "valid_to": "2020-12-31"},
            {"value": "delta", "valid_from": "2020-01-01", "valid_to": "2030-01-01"}, "inland",
            {"value": "new", "valid_from": "2026-05-05"},
        ], ui_props=conditions(("country == 'NL'", "SET_OPTIONS"), value=["polder", "coast"])),
        context={"today": "2026-05-04"},
    )  # fmt: skip
    edit = begun(asked)
    assert [option.value for option in edit.options("zone")] == ["delta", "inland"], "nothing is known of the country"
    edit.set("country", Parsed("BE"))
    assert [option.value for option in edit.options("zone")] == ["coast", "delta", "inland"]
    edit.set("zone", Parsed("inland"))
    edit.set("country", Parsed("NL"))
    assert ([option.value for option in edit.options("zone")], edit.values["zone"]) == (["polder", "coast"], None)
    edit.set("country", Parsed("BE"))
    assert edit.values["zone"] == "inland"
    kept = begun(asked, country="BE", zone="old")
    assert kept.problems() == ()
    remark = kept.field_remark("zone")
    assert remark is not None
    assert "stays as it is" in remark.message


@pytest.mark.parametrize(
    ("on_hide", "shown_again", "submitted"),
    [("keep", "x", {"open": False}), ("clear", None, {"open": False}), ("clear_on_save", "x", {"open": False})],
)
def test_what_becomes_of_the_value_of_a_field_that_hides(on_hide: str, shown_again: Any, submitted: Any) -> None:
    asked = form(
        row("open", "toggle"), row("more", ui_props={**conditions(("open", "SHOW")), "on_hide": on_hide})
    )  # fmt: skip
    edit = begun(asked, open=True, more="x")
    edit.set("open", Parsed(value=False))
    assert edit.changed() == submitted
    edit.set("open", Parsed(value=True))
    assert edit.values["more"] == shown_again


def test_what_was_emptied_comes_back_when_the_reason_is_taken_back() -> None:
    asked = form(
        row("open", "toggle"), row("more", ui_props={**conditions(("open", "SHOW")), "on_hide": "clear"})
    )  # fmt: skip
    for take_back in ("restore", "revert"):
        edit = begun(asked, open=True, more="x")
        edit.set("open", Parsed(value=False))
        assert edit.values.get("more") is None
        if take_back == "revert":
            edit.revert("open")
        else:
            edit.restore("open", Parsed(value=True))
        assert (edit.values.get("more"), edit.is_dirty) == ("x", False)


def test_checks_have_severity_stage_condition_and_words() -> None:
    checks = [
        {"engine": "cel", "assert": "low <= high", "message": {"en": "Low is above high", "de": "Zu hoch"}},
        {"engine": "cel", "assert": "high < 100", "severity": "warning", "message": "That is much"},
        {"engine": "cel", "assert": "high != 7", "stage": "save", "message": "Not seven"},
        {"engine": "cel", "assert": "high != 8", "stage": "submit", "message": "Not eight"},
        {"engine": "cel", "assert": "high != 9", "when": "low == 1", "message": "Not nine beside one"},
        {"engine": "cel", "assert": "high != 6"},
    ]
    asked = form(row("low", "integer"), row("high", "integer", validation_rules={"rules": checks}))
    validator = FormValidator(asked, TYPES)
    field = asked.fields[1]

    def said(stage: Stage, **values: int) -> list[tuple[str, Severity]]:
        found = validator.field_problems(field, decided(asked, values), stage)
        return [(problem.message, problem.severity) for problem in found]

    assert said(Stage.EDIT, low=5, high=3) == [("Low is above high", Severity.ERROR)]
    assert said(Stage.EDIT, low=5, high=300) == [("That is much", Severity.WARNING)]
    assert validator.problems(decided(asked, {"low": 5, "high": 300})) == ()
    assert said(Stage.EDIT, low=5, high=7) == []
    assert said(Stage.SAVE, low=5, high=7) == [("Not seven", Severity.ERROR)]
    assert said(Stage.SAVE, low=5, high=8) == []
    assert said(Stage.SUBMIT, low=5, high=8) == [("Not eight", Severity.ERROR)]
    assert said(Stage.EDIT, low=2, high=9) == []
    assert said(Stage.EDIT, low=1, high=9) == [("Not nine beside one", Severity.ERROR)]
    ((words, _),) = said(Stage.EDIT, low=1, high=6)
    assert words.startswith("High: it must hold that High is not 6")


def test_a_condition_may_read_its_own_field() -> None:
    asked = form(row("a", ui_props=conditions(("a == 'x'", "HIDE"), ("a == 'y'", "REQUIRE"))))
    edit = begun(asked)
    for typed, hidden, required in (("x", True, False), ("y", False, True), ("x", True, False), (None, False, False)):
        edit.set("a", Parsed(typed))
        assert (bool(edit.hidden), edit.standing("a").required) == (hidden, required)
        assert edit.values["a"] == typed


def test_rules_may_ask_for_the_person_and_the_day() -> None:
    context = {"persona": "john", "today": "2026-05-04"}
    asked = form(
        row("secret", ui_props=conditions(("persona == 'admin'", "SHOW"))),
        row("due", "date", ui_props=conditions(("due < today", "REQUIRE"))),
        context=context,
    )
    assert decided(asked, {}).hidden == {"secret"}
    assert decided(asked, {"due": date(2026, 5, 3)}).standing("due").required


def test_a_ring_is_told_with_its_fields_and_decides_nothing() -> None:
    asked = form(
        row("a", "integer", ui_props=computed("b + 1")), row("b", "integer", ui_props=computed("c + 1")),
        row("c", "integer", ui_props=computed("a + 1")), row("d", "integer", ui_props=computed("c + 1")),
        row("self", "integer", ui_props=computed("self + 1")),
    )  # fmt: skip
    assert [problem for problem in asked.problems if "A → B → C → A" in problem]
    assert [problem for problem in asked.problems if "Self → Self" in problem]
    assert decided(asked, {"a": 1, "b": 1, "c": 1}).values["d"] == 2


@pytest.mark.parametrize(
    ("props", "place"),
    [
        ({"conditions": 3}, "/ui_props/conditions"),
        ({"conditions": [3]}, "/ui_props/conditions/0"),
        ({"conditions": [{"when": True}]}, "/ui_props/conditions/0"),
        ({"conditions": [{"effect": "SHOW"}]}, "/ui_props/conditions/0"),
        ({"conditions": [{"effect": "BLINK", "when": True}]}, "/ui_props/conditions/0/effect"),
        ({"conditions": [{"effect": "SHOW", "when": cel("knid == 1")}]}, "/ui_props/conditions/0/when"),
        ({"conditions": [{"effect": "SET_VALUE", "when": True, "value": "many"}]}, "/ui_props/conditions/0/value"),
        ({"conditions": [{"effect": "SET_OPTIONS", "when": True, "value": ["a"]}]}, "/ui_props/conditions/0/value"),
        ({"compute": "a + 1"}, "/ui_props/compute"),
        ({"compute": cel("other +")}, "/ui_props/compute"),
        ({"compute": {"engine": "jsonlogic", "rule": {"var": {"var": "other"}}}}, "/ui_props/compute"),
        ({"default": {"engine": "python", "rule": "1"}}, "/ui_props/default"),
        ({"on_hide": "explode"}, "/ui_props/on_hide"),
    ],
)
def test_what_is_no_rule_is_told_at_its_place_and_the_field_stays(props: dict[str, Any], place: str) -> None:
    read = form(row("other", "integer"), row("more", "integer", ui_props=props))
    (problem,) = read.problems
    assert problem.startswith(f"more: {place}")
    assert decided(read, {"more": 3}).values["more"] == 3


def test_a_rule_that_fails_is_told_at_its_field_and_nothing_is_lost() -> None:
    asked = form(
        row("a", "integer"), row("b", "integer"),
        row("share", "decimal", ui_props=computed("a / b")),
        row("more", ui_props=conditions(("a / b > 1", "HIDE"))),
    )  # fmt: skip
    edit = begun(asked, a=1, b=0, more="x")
    for key in ("share", "more"):
        remark = edit.field_remark(key)
        assert remark is not None
        assert remark.severity is Severity.WARNING
        assert "zero" in remark.message
    assert edit.hidden == frozenset()
    assert edit.problems() == ()


def test_hundreds_of_conditions_on_one_field_are_asked_and_only_they() -> None:
    asked = form(
        row("hub", "integer"), *(row(f"f{n}", ui_props=conditions((f"hub > {n}", "SHOW"))) for n in range(400)),
        *(row(f"g{n}") for n in range(200)),
    )  # fmt: skip
    edit = begun(asked, hub=0)
    assert edit.set("hub", Parsed(100)) == {f"f{n}" for n in range(100)}
    assert edit.set("hub", Parsed(101)) == {"f100"}


KEYS = "abcdef"
RULES = st.sampled_from(
    [
        {},
        *(
            conditions((f"{key} > {n}", effect))
            for key in KEYS
            for n in (0, 2)
            for effect in ("SHOW", "HIDE", "DISABLE")
        ),
        *(conditions((f"{key} == {n}", "SET_VALUE"), value=n + 1) for key in KEYS for n in (1, 2)),
        *(computed(f"{one} + {other}") for one in KEYS for other in KEYS),
        *(computed(f"{key} * 2", allow_override=True) for key in KEYS),
        *({"default": cel(f"{key} + 1")} for key in KEYS),
    ]
)
CHOICES = st.sampled_from(
    [{}, *({"options": [1, {"value": 2, "when": cel(f"{key} > 1")}, 3], "field_type": "select"} for key in KEYS)]
)
VALUES = st.none() | st.integers(0, 3)


@st.composite
def forms(draw: st.DrawFn) -> FormDefinition:
    return form(*({**row(key, "integer", ui_props=draw(RULES)), **draw(CHOICES)} for key in KEYS))


@settings(max_examples=examples(150), deadline=None)
@given(
    asked=forms(),
    stored=st.fixed_dictionaries(dict.fromkeys(KEYS, VALUES)),
    new=st.booleans(),
    typed=st.lists(st.tuples(st.sampled_from(KEYS), VALUES), max_size=8),
)
def test_step_by_step_is_as_all_at_once(
    asked: FormDefinition, stored: dict[str, Any], new: bool, typed: list[tuple[str, Any]]
) -> None:
    engine = FormEngine(asked, TYPES)
    engine.begin(stored, new=new)
    for key, value in typed:
        before = {field.key: (engine.values.get(field.key), engine.standing(field.key)) for field in asked.fields}
        told = engine.enter({key: value})
        for field in asked.fields:
            now = (engine.values.get(field.key), engine.standing(field.key))
            if not same_value(now[0], before[field.key][0]) or now[1] != before[field.key][1]:
                assert field.key in told, "what changed is told"
    again = FormEngine(asked, TYPES)
    again.begin(stored, new=new)
    again.enter(dict(typed))
    for field in asked.fields:
        assert same_value(engine.values.get(field.key), again.values.get(field.key))
        assert engine.standing(field.key) == again.standing(field.key)
        assert engine.options(field.key) == again.options(field.key)
    for key, _ in typed:
        engine.revert(key)
    fresh = FormEngine(asked, TYPES)
    fresh.begin(stored, new=new)
    assert {key: engine.values.get(key) for key in KEYS} == {key: fresh.values.get(key) for key in KEYS}


def only(definition: FormDefinition) -> FieldDefinition:
    return definition.fields[-1]


def test_the_older_conditional_is_a_condition_among_the_others() -> None:
    asked = form(
        row("kind"), row("always", "toggle"),
        row("more", ui_props={"conditional": {"dependsOn": "kind", "value": "fire"}, **conditions(("always", "SHOW"))}),
    )  # fmt: skip
    assert [len(decided(asked, values).hidden) for values in
            ({"kind": "fire"}, {"kind": "water"}, {"kind": "water", "always": True})] == [0, 1, 0]  # fmt: skip
    assert only(asked).visible_when is not None
