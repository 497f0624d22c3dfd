from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.core.json_search import find, is_container, plain, pointer

VALUE = {"name": "Mill", "parts": [{"kind": "roof", "year": 1968}, {"kind": None}], "a/b~c": True}


def test_keys_and_values_are_found_from_the_top_down() -> None:
    assert list(find(VALUE, "KIND")) == [(1, 0, 0), (1, 1, 0)]
    assert list(find(VALUE, "196")) == [(1, 0, 1)]
    assert list(find(VALUE, "null")) == [(1, 1, 0)]
    assert list(find(VALUE, "true")) == [(2,)]
    assert list(find("plain", "AI")) == [()]
    assert list(find(VALUE, "nowhere")) == []


def test_a_place_has_a_pointer() -> None:
    assert pointer(VALUE, ()) == ""
    assert pointer(VALUE, (1, 0, 1)) == "/parts/0/year"
    assert pointer(VALUE, (2,)) == "/a~1b~0c"


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=20,
)


def everything(value: Any) -> int:
    members = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return sum(1 + everything(member) for member in members)


@given(value=st.lists(json_values) | st.dictionaries(st.text(max_size=4), json_values))
def test_the_empty_text_is_everywhere_once_and_every_place_has_its_own_pointer(value: Any) -> None:
    # Lists and objects are found by their key alone; in a list that key is empty, and the empty text is in it.
    places = list(find(value, ""))
    assert len(places) == everything(value)
    assert len(set(places)) == len(places)
    assert len({pointer(value, place) for place in places}) == len(places)


def test_deep_values_are_searched_without_recursion() -> None:
    deep: Any = "end"
    for _ in range(450):
        deep = [deep]
    assert list(find(deep, "END")) == [(0,) * 450]
    assert is_container(deep)
    assert plain(None) == "null"
