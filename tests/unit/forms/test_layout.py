"""Layouts as UI-schema trees, and forms from JSON Forms examples."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.forms.judging import judged
from jarvis_desktop.forms.layout_reading import key_of
from jarvis_desktop.forms.schema_import import ImportedForm, import_example
from jarvis_desktop.forms.types import FormDefinition, LayoutKind, LayoutNode
from tests.unit.forms.forms import JUNK, TYPES, decided, form, row

EXAMPLES = sorted((Path(__file__).parent / "json_forms").glob("*.json"))


def laid_out(tree: Any, *keys: str) -> FormDefinition:
    template = {"configuration": {"layout": tree}, "template_name": "t"}
    return form(*(row(key, "integer") for key in keys or "abc"), templates=(template,))


def control(key: str, **more: Any) -> dict[str, Any]:
    return {"type": "Control", "scope": f"#/properties/{key}", **more}


def column(*elements: Any, **more: Any) -> dict[str, Any]:
    return {"type": "VerticalLayout", "elements": list(elements), **more}


def when(effect: str, key: str, **schema: Any) -> dict[str, Any]:
    return {"rule": {"effect": effect, "condition": {"scope": f"#/properties/{key}", "schema": schema}}}


def imported(document: Any) -> ImportedForm:
    return import_example(json.dumps(document), "test", TYPES)


def test_a_tree_says_where_fields_stand_and_the_rest_stands_below() -> None:
    read = laid_out(column({"type": "HorizontalLayout", "elements": [control("b"), {"type": "Control", "field": "a"}]}))
    assert read.problems == ()
    assert read.layout is not None
    assert read.layout.field_keys() == ("b", "a", "c")
    (row_part,) = read.layout.parts[0].parts
    assert row_part.kind is LayoutKind.ROW
    assert (read.layout.parts[1].kind, read.layout.parts[1].label) == (LayoutKind.GROUP, "Further fields")
    paged = laid_out({"type": "Categorization", "elements": [{"type": "Category", "label": "One", "elements": []}]})
    assert paged.layout is not None
    assert [page.label for page in paged.layout.parts] == ["One", "Further fields"]


def test_every_part_around_must_let_a_field_show_and_take_input() -> None:
    tree = column(
        {"type": "Group", "label": "G", **when("SHOW", "a", const=1),
         "elements": [column(control("b", **when("DISABLE", "a", minimum=0)), **when("HIDE", "c", enum=[7, 8]))]},
        control("a"), control("c"),
    )  # fmt: skip
    read = laid_out(tree)
    assert read.problems == ()
    assert decided(read, {"a": 2, "c": 0}).hidden == {"b"}
    shown = decided(read, {"a": 1, "c": 0})
    assert (shown.hidden, shown.standing("b").editable) == (frozenset(), False)
    assert decided(read, {"a": 1, "c": 7}).hidden == {"b"}


@pytest.mark.parametrize(
    ("condition", "shown"),
    [
        ({"scope": "#/properties/a", "schema": {"not": {"const": 1}}}, {2, 3}),
        ({"scope": "#/properties/a", "schema": {"exclusiveMinimum": 1, "maximum": 2}}, {2}),
        ({"scope": "#/properties/a", "schema": {"anyOf": [{"const": 1}, {"const": 3}]}}, {1, 3}),
        ({"scope": "#/properties/a", "expectedValue": 3, "type": "LEAF"}, {3}),
        ({"scope": "#", "schema": {"properties": {"a": {"const": 2}}, "required": ["a"]}}, {2}),
        ({"type": "OR", "conditions": [{"scope": "#/properties/a", "schema": {"const": 1}},
                                       {"scope": "#/properties/a", "schema": {"const": 2}}]}, {1, 2}),
        ({"engine": "cel", "rule": "a > 1"}, {2, 3}),
        ({">": [{"var": "a"}, 2]}, {3}),
    ],
)  # fmt: skip
def test_conditions_in_every_spelling(condition: Any, shown: set[int]) -> None:
    read = laid_out(column(control("b", rule={"effect": "SHOW", "condition": condition}), control("a")), "a", "b")
    assert read.problems == ()
    assert {value for value in (1, 2, 3) if "b" not in decided(read, {"a": value}).hidden} == shown


def test_labels_stand_among_the_fields_and_come_and_go() -> None:
    read = laid_out(column({"type": "Label", "text": "Mind this", **when("SHOW", "a", const=1)}, control("a")), "a")
    label = read.fields[-1]
    assert (label.label, label.kind) == ("Mind this", "heading")
    assert decided(read, {"a": 2}).hidden == {label.key}
    assert decided(read, {"a": 1}).hidden == frozenset()


def test_a_group_whose_rule_reads_a_field_in_it_still_shows_that_field() -> None:
    read = laid_out(column({"type": "Group", "label": "G", **when("ENABLE", "a", const=1), "elements": [control("a")]}))
    assert decided(read, {"a": 1}).standing("a").editable
    assert not [problem for problem in read.problems if "waits for itself" in problem]


@pytest.mark.parametrize(
    ("tree", "told"),
    [
        (column(control("nowhere")), "/elements/0 names the field “nowhere”"),
        (column(control("a"), control("a")), "/elements/1 shows the field “a” a second time"),
        (column({"type": "Carousel"}), "“Carousel” is no part of a form"),
        (column(3), "/elements/0 is no part"),
        ({"type": "Group", "elements": "all"}, "/elements is no list"),
        (column(control("a", rule={"effect": "BLINK", "condition": True})), "/elements/0/rule has an effect"),
        (column(control("a", **when("SHOW", "a", dependentSchemas={}))), "no rule says “dependentSchemas”"),
        (column(control("a", **when("SHOW", "knid", const=1))), "knid"),
        (column({"type": "Label"}), "/elements/0 has no text"),
    ],
)
def test_what_cannot_be_laid_out_is_told_with_its_place_and_nothing_is_lost(tree: Any, told: str) -> None:
    read = laid_out(tree)
    assert [problem for problem in read.problems if told in problem], read.problems
    assert read.layout is not None
    assert {"a", "b", "c"} <= set(read.layout.field_keys())


def test_a_tree_deeper_than_any_form_is_cut() -> None:
    tree: Any = control("a")
    for _ in range(60):
        tree = column(tree)
    read = laid_out(tree)
    assert [problem for problem in read.problems if "too large" in problem]
    assert read.layout is not None
    assert set(read.layout.field_keys()) == {"a", "b", "c"}


TREES: st.SearchStrategy[Any] = st.recursive(
    JUNK | st.sampled_from([control("a"), control("b", **when("SHOW", "a", const=1)), {"type": "Label", "text": "x"}]),
    lambda inner: st.fixed_dictionaries(
        {"type": st.sampled_from([*LayoutKind, "Label", "Control"]), "elements": st.lists(inner, max_size=3) | JUNK},
        optional={"rule": JUNK, "conditions": JUNK, "label": JUNK, "options": JUNK, "span": JUNK, "columns": JUNK},
    ),
    max_leaves=8,
)


@given(tree=TREES)
def test_junk_trees_never_raise_and_place_every_field_once(tree: Any) -> None:
    read = laid_out(tree)
    if read.layout is not None:
        keys = read.layout.field_keys()
        assert len(keys) == len(set(keys))
        assert set(keys) == {field.key for field in read.fields}
    decided(read, {"a": 1})


def test_scopes() -> None:
    assert key_of("#/properties/building/properties/yearBuilt") == "building_yearBuilt"
    assert key_of("#/properties/properties") == "properties"
    assert key_of("#/properties/a~1b") == "a/b"
    assert key_of(3) == key_of("x") == key_of("#") == ""


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_examples_are_imported_without_a_fault(example: Path) -> None:
    found = import_example(example.read_text("utf-8"), example.stem, TYPES)
    assert found.definition.problems == ()
    assert all(not field.notice for field in found.definition.fields)
    assert found.values
    judged(found.definition, {}, found.values, TYPES)


def test_the_risk_example_means_what_it_says() -> None:
    found = import_example(next(p for p in EXAMPLES if p.stem == "risk").read_text("utf-8"), "risk", TYPES)
    definition = found.definition
    kinds = {field.key: field.kind for field in definition.fields}
    assert kinds["building_yearBuilt"] == "integer"
    assert (kinds["perils"], kinds["claims"], kinds["comments"]) == ("multiselect", "repeat", "textarea")
    assert definition.layout is not None
    assert (definition.layout.kind, definition.layout.steps) == (LayoutKind.PAGES, True)
    said = judged(definition, {}, found.values, TYPES)
    assert said.valid
    assert said.hidden == {"claims", "comments"}
    cheap = judged(definition, {}, {**found.values, "building_value": 5, "building_yearBuilt": 1500}, TYPES)
    assert [problem.message for problem in cheap.problems] == ["Year built must be 1700 or later"]
    assert {"sprinklers", "perils"} <= cheap.hidden


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{", "is not JSON"), ("[]", "no object"), ("{}", "no “schema”"),
        ('{"schema": {"properties": 3}}', "no “schema”"),
        ('{"schema": {"properties": {}}, "schema": {}}', "twice"), ("[" * 10_000, "nested"),
    ],
)  # fmt: skip
def test_what_is_no_example_is_told(text: str, told: str) -> None:
    with pytest.raises(ConfigurationError, match=told):
        import_example(text, "x", TYPES)


def test_references_in_a_ring_and_to_nowhere_are_told() -> None:
    schema = {
        "properties": {"a": {"$ref": "#/definitions/a"}, "b": {"$ref": "#/none"}, "c": {"type": "string"}},
        "definitions": {"a": {"$ref": "#/definitions/a"}},
    }
    found = imported({"schema": schema})
    assert [field.key for field in found.definition.fields] == ["c"]
    assert len(found.definition.problems) == 2


@given(document=st.fixed_dictionaries({"schema": st.fixed_dictionaries({"properties": JUNK})}, optional={
    "uischema": TREES, "data": JUNK}))  # fmt: skip
def test_junk_examples_are_a_form_or_an_error_in_words(document: Any) -> None:
    with suppress(ConfigurationError):
        found = import_example(json.dumps(document, default=str), "x", TYPES)
        judged(found.definition, {}, found.values, TYPES)


def test_fields_that_name_a_page_are_laid_out_without_a_template() -> None:
    def placed(key: str, page: str = "", section: str = "", kind: str = "text") -> dict[str, Any]:
        words = {"i18n": {"de": {"page": f"{page}-de"}}}
        return row(key, kind, ui_props={"layout": {"page": page, "section": section}, **words})

    rows = (placed("a", "Building"), placed("b"), placed("c", "Building", "Roof", "textarea"), placed("d", "People"))
    layout = form(*rows).layout
    assert layout is not None
    assert [(page.label, page.field_keys()) for page in layout.parts] == [
        ("General", ("b",)), ("Building", ("a", "c")), ("People", ("d",))]  # fmt: skip
    assert layout.parts[1].parts[1].label == "Roof"
    german = form(*rows, language="de").layout
    assert german is not None
    assert [page.label for page in german.parts] == ["General", "Building-de", "People-de"]
    assert form(placed("b"), placed("e", section="Roof")).layout is None


def test_a_layout_is_part_of_what_a_form_is() -> None:
    assert laid_out(column(control("a"))) != laid_out(column(control("b")))
    assert laid_out(column(control("a"))) == laid_out(column(control("a")))
    assert LayoutNode(LayoutKind.CONTROL, key="a").field_keys() == ("a",)


def test_groups_and_tabs_hold_the_fields_they_name_and_their_conditions_hold_for_all_of_them() -> None:
    hidden = [{"when": {"field": "insured", "op": "eq", "value": "no"}, "effect": "HIDE"}]
    definition = form(
        row("insured"),
        row("building", "group", ui_props={"fields": ["built", "storeys"], "collapsed": True, "columns": 3,
                                           "conditions": hidden}),
        row("built", "date"),
        row("storeys", "integer"),
        row("remark"),
    )  # fmt: skip
    assert definition.problems == ()
    assert [field.key for field in definition.fields] == ["insured", "built", "storeys", "remark"]
    layout = definition.layout
    assert layout is not None
    assert [(part.kind, part.label, part.field_keys()) for part in layout.parts] == [
        ("GridLayout", "", ("insured",)), ("Group", "Building", ("built", "storeys")), ("GridLayout", "", ("remark",)),
    ]  # fmt: skip
    assert (layout.parts[1].collapsed, layout.parts[1].parts[0].columns) == (True, 3)
    assert decided(definition, {"insured": "no"}).hidden == {"built", "storeys"}
    assert decided(definition, {"insured": "yes"}).hidden == frozenset()


def test_tabs_become_pages_and_what_they_do_not_name_comes_first() -> None:
    tabs = [{"label": "Building", "fields": ["built", "gone"]}, {"fields": ["built", "storeys"]}, "third"]
    definition = form(row("insured"), row("parts", "tabs", ui_props={"tabs": tabs}), row("built"), row("storeys"))
    layout = definition.layout
    assert layout is not None
    assert [(page.label, page.field_keys()) for page in layout.parts] == [
        ("General", ("insured",)), ("Building", ("built",)), ("Parts", ("storeys",))]  # fmt: skip
    assert definition.problems == (
        "parts: /ui_props/tabs/0/fields names the unknown field “gone”",
        "parts: /ui_props/tabs/2 is no object",
    )


def test_a_group_of_nothing_says_so_in_its_place_and_a_template_has_the_last_word() -> None:
    for kind in ("group", "tabs"):
        field = form(row("part", kind)).fields[0]
        assert field.notice == "This field names no fields."
    template = {"configuration": {"layout": {"type": "VerticalLayout", "elements": [
        {"type": "Control", "scope": "#/properties/a"}]}}}  # fmt: skip
    definition = form(row("part", "group", ui_props={"fields": ["a"]}), row("a"), row("b"), templates=(template,))
    assert definition.problems == ()
    assert definition.layout is not None
    assert definition.layout.field_keys() == ("a", "b")
