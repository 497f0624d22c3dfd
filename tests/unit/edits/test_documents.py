"""One change of a document taken back while others change other parts of it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.edits.reversing.documents import Clash, moved

VALUES = st.none() | st.booleans() | st.integers(0, 2) | st.sampled_from(["", "x"]) | st.just([1])
OBJECTS = st.recursive(
    st.dictionaries(st.sampled_from("abc"), VALUES),
    lambda inner: st.dictionaries(st.sampled_from("abc"), VALUES | inner),
    max_leaves=6,
)


@given(here=OBJECTS, there=OBJECTS, key=st.sampled_from("xyz"), value=VALUES)
def test_what_others_added_stays_and_the_change_goes_and_comes(
    here: dict[str, Any], there: dict[str, Any], key: str, value: Any
) -> None:
    back = moved(here, there, {**here, key: value})
    assert back == {**there, key: value}
    assert moved(there, here, back) == {**here, key: value}


@given(here=OBJECTS | VALUES, there=OBJECTS | VALUES)
def test_an_untouched_document_becomes_the_other(here: Any, there: Any) -> None:
    assert moved(here, there, here) is there


@pytest.mark.parametrize(
    ("here", "there", "now"),
    [
        ({"a": 1}, {"a": 2}, {"a": 3}),
        ({"a": 1}, {"a": 2}, {"a": True}),
        ({"a": 1}, {}, {}),
        ({}, {"a": 1}, {"a": None}),
        ({"a": {"b": 1}}, {"a": {"b": 2}}, {"a": [1]}),
        ({"a": [1, 2]}, {"a": [1]}, {"a": [1, 2, 3]}),
        ({"a": 1}, {"a": 2}, None),
        ([1], {"a": 2}, {"a": 3}),
    ],
)
def test_what_the_edit_changed_and_others_changed_since_clashes(here: Any, there: Any, now: Any) -> None:
    with pytest.raises(Clash):
        moved(here, there, now)


def test_an_object_made_by_the_edit_is_left_to_those_who_use_it() -> None:
    assert moved({"a": {"mine": 1}}, None, {"a": {"mine": 1, "theirs": 2}}) == {"a": {"theirs": 2}}
    assert moved(None, {"mine": 1}, {"theirs": 2}) == {"theirs": 2, "mine": 1}
