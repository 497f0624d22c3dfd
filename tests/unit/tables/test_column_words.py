"""Titles of columns in another language than English."""

from __future__ import annotations

from jarvis_desktop.core import words
from jarvis_desktop.core.words import Catalogue, speak
from jarvis_desktop.edits.types import Wording
from jarvis_desktop.tables.column_words import column_label

GERMAN = Catalogue("de", {("Created at", ""): ("Angelegt am",)})


def test_a_column_without_a_label_has_its_title_in_the_persons_language() -> None:
    before = words._spoken
    assert column_label("created_at") == "Created at"
    speak(GERMAN)
    try:
        assert column_label("created_at") == "Angelegt am"
        assert Wording().title("created_at") == "Angelegt am"
        assert column_label("house_colour") == "House colour"
    finally:
        speak(before)
