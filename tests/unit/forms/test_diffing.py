"""Differences between versions of a form: what they mean, and the laws that hold of them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.forms.types import FormDefinition
from jarvis_desktop.forms.versions.diffing import form_changes
from jarvis_desktop.forms.versions.types import ChangeKind
from tests.unit.forms.forms import form, row


def told(before: FormDefinition, after: FormDefinition) -> list[tuple[str, str]]:
    return [(change.kind.value, change.words) for change in form_changes(before, after)]


def pair(was: dict[str, Any], now: dict[str, Any], kind: str = "text") -> list[tuple[str, str]]:
    return told(form(row("f", kind, label="Area", **was)), form(row("f", kind, label="Area", **now)))


@pytest.mark.parametrize(
    ("kind", "was", "now", "change"),
    [
        ("text", {}, {"is_required": True}, ("tightened", "Area is required")),
        ("text", {"is_required": True}, {}, ("loosened", "Area may be empty")),
        ("text", {"validation_rules": {"maxLength": 9}}, {"validation_rules": {"maxLength": 5}},
         ("tightened", "Area: maxLength is 5, was 9")),
        ("text", {"validation_rules": {"minLength": 9}}, {"validation_rules": {"minLength": 5}},
         ("loosened", "Area: minLength is 5, was 9")),
        ("text", {}, {"validation_rules": {"pattern": "^a"}}, ("tightened", "Area: pattern is ^a")),
        ("text", {"validation_rules": {"pattern": "^a"}}, {"validation_rules": {"pattern": "^b"}},
         ("changed", "Area: pattern is ^b, was ^a")),
        ("text", {"validation_rules": {"pattern": "^a"}}, {}, ("loosened", "Area: pattern does not hold any more")),
        ("number", {"validation_rules": {"min": 1}}, {"validation_rules": {"min": 2}},
         ("tightened", "Area: minimum is 2, was 1")),
        ("date", {"validation_rules": {"max": "2030-01-01"}}, {"validation_rules": {"max": "2029-01-01"}},
         ("tightened", "Area: notAfter is 2029-01-01, was 2030-01-01")),
        ("file", {"validation_rules": {"fileTypes": [".pdf", ".png"]}}, {"validation_rules": {"fileTypes": [".pdf"]}},
         ("tightened", "Area: fileTypes is .pdf, was .pdf, .png")),
        ("select", {"options": ["a", "b"]}, {"options": ["a"]}, ("tightened", "Area does not offer “b” any more")),
        ("select", {"options": ["a"]}, {"options": ["a", "b"]}, ("loosened", "Area offers “b”, too")),
        ("select", {"options": [{"value": "a", "label": "A"}]}, {"options": [{"value": "a", "label": "Ah"}]},
         ("relabelled", "Area: “A” is called “Ah”")),
        ("text", {}, {"ui_props": {"readonly": True}}, ("tightened", "Area can be read only")),
        ("text", {}, {"description": "Square metres"}, ("changed", "Area is explained in other words")),
        ("number", {}, {"validation_rules": {"rules": [{"engine": "cel", "assert": "f > 1"}]}},
         ("tightened", "Area is checked by more rules")),
        ("number", {}, {"ui_props": {"compute": {"engine": "cel", "rule": "1"}}},
         ("changed", "Area shows, is computed or begins by other rules")),
        ("repeat", {"ui_props": {"fields": [{"name": "a"}]}}, {"ui_props": {"fields": [{"name": "a"}, {"name": "b"}]}},
         ("added", "Area: B is added")),
    ],
)  # fmt: skip
def test_a_change_says_what_it_means(kind: str, was: dict[str, Any], now: dict[str, Any], change: Any) -> None:
    assert change in pair(was, now, kind)


def test_fields_come_go_and_change_their_names_and_kinds() -> None:
    before = form(row("a", label="One"), row("b", label="Two"))
    after = form(row("b", "integer", label="Zwei"), row("c", label="Three", is_required=True))
    assert told(before, after) == [
        ("relabelled", "“Two” is called “Zwei”"),
        ("changed", "Zwei is of the kind integer, was text"),
        ("added", "Three is added"),
        ("tightened", "Three is required"),
        ("removed", "One is removed"),
    ]


_LIMITS = st.dictionaries(
    st.sampled_from(["minLength", "maxLength", "minWords", "maxWords", "pattern"]), st.integers(0, 9), max_size=4
).map(lambda rules: {name: f"^{value}" if name == "pattern" else value for name, value in rules.items()})
_ROWS = st.builds(
    lambda label, required, limits: row("f", label=label, is_required=required, validation_rules=limits),
    st.sampled_from(["Area", "Size"]), st.booleans(), _LIMITS,
)  # fmt: skip
_TURNED = {
    ChangeKind.TIGHTENED: ChangeKind.LOOSENED,
    ChangeKind.LOOSENED: ChangeKind.TIGHTENED,
    ChangeKind.ADDED: ChangeKind.REMOVED,
    ChangeKind.REMOVED: ChangeKind.ADDED,
}


@given(one=_ROWS)
def test_a_form_does_not_differ_from_itself(one: dict[str, Any]) -> None:
    assert form_changes(form(one), form(dict(one))) == ()


@given(one=_ROWS, other=_ROWS)
def test_the_way_back_turns_every_meaning_round(one: dict[str, Any], other: dict[str, Any]) -> None:
    there = [(change.field, change.kind) for change in form_changes(form(one), form(other))]
    back = [(change.field, _TURNED.get(change.kind, change.kind)) for change in form_changes(form(other), form(one))]
    assert sorted(there) == sorted(back)
