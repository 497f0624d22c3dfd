"""The registry refuses duplicates and answers an unknown name with the known ones."""

from __future__ import annotations

import pytest

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.registry import Registry, UnknownEntry


def test_entries_are_found_and_listed_in_order() -> None:
    registry = Registry("colour", [("red", 1), ("blue", 2)])
    assert registry["blue"] == 2
    assert list(registry) == ["red", "blue"]
    assert "green" not in registry


def test_a_duplicate_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="“red” is registered twice"):
        Registry("colour", [("red", 1), ("red", 2)])


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(UnknownEntry, match=r"No colour is called “green”\. Known: blue, red\.") as caught:
        Registry("colour", [("red", 1), ("blue", 2)])["green"]
    assert caught.value.key == "green"
