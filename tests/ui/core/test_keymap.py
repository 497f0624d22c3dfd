"""A person's keys: what is chosen holds, what means nothing is left out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QKeySequence

from ui.core.keymap import KeyMap, is_typing, portable

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["Ctrl+K", "F7", "E", "Ctrl+Foo"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)


def test_usual_keys_unless_others_were_chosen() -> None:
    keys = KeyMap()
    assert keys.of("go.back", ("Alt+Left",)) == ("Alt+Left",)
    keys.choose({"go.back": ("Ctrl+J", "F9")})
    assert keys.of("go.back", ("Alt+Left",)) == ("Ctrl+J", "F9")
    keys.choose({"go.back": ()})
    assert keys.of("go.back", ("Alt+Left",)) == ()
    keys.choose({"go.back": None})
    assert keys.of("go.back", ("Alt+Left",)) == ("Alt+Left",)


def test_what_is_remembered_comes_back_as_it_was() -> None:
    keys, other = KeyMap(), KeyMap()
    keys.choose({"a.b": ("Ctrl+K, Ctrl+S",), "c.d": (), "table.copy": ("Ctrl++",)})
    keys.set_letters(letters=False)
    assert other.take(keys.state()) == 0
    assert other.state() == keys.state()


def test_letters_and_all_keys_can_be_switched_off() -> None:
    keys = KeyMap()
    keys.set_letters(letters=False)
    assert keys.of("table.bulk_edit", ("E",)) == ()
    assert keys.of("table.copy", ("Ctrl+C",)) == ("Ctrl+C",)
    keys.set_enabled(enabled=False)
    assert keys.of("table.copy", ("Ctrl+C",)) == ()
    assert keys.of("help.shortcuts", ("Ctrl+F1",)) == ("Ctrl+F1",), "the way back stays"


@pytest.mark.parametrize(
    ("stored", "dropped"),
    [
        ({}, 0),
        ({"keys": "all"}, 1),
        ({"keys": {"a": "Ctrl+K", "b": [1], "c": ["Ctrl+Foo"], "d": ["Ctrl+K"] * 9, "e": ["F5"]}}, 4),
        ({"keys": {"x" * 500: ["F5"]}, "enabled": "no", "letters": 0}, 3),
    ],
)
def test_junk_is_left_out_and_counted(stored: dict[str, object], dropped: int) -> None:
    keys = KeyMap()
    assert keys.take(stored) == dropped
    assert keys.enabled


@given(JSON, JSON, JSON)
def test_nothing_stored_breaks_it(stored: object, enabled: object, letters: object) -> None:
    keys = KeyMap()
    keys.take({"keys": stored, "enabled": enabled, "letters": letters})
    assert all(portable(key) == key for chosen in keys.chosen.values() for key in chosen)
    assert KeyMap().take(keys.state()) == 0


def test_it_tells_when_other_keys_are_in_force_and_only_then() -> None:
    keys, told = KeyMap(), []
    keys.changed.connect(lambda: told.append(1))
    keys.choose({"a.b": None})
    keys.take({})
    keys.set_letters(letters=True)
    assert not told
    keys.choose({"a.b": ("F9",)})
    keys.take({})
    assert len(told) == 2


@pytest.mark.parametrize(("key", "typing"), [("E", True), ("/", True), ("Shift+E", True), ("Ctrl+E", False)])
def test_what_types(key: str, typing: bool) -> None:
    assert is_typing(key) is typing
    assert not is_typing("F5")
    assert QKeySequence(key).toString() == portable(key)
