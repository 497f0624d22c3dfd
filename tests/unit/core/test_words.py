"""Texts in another language: found by sense and number, and the English wherever something does not fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.core import words
from jarvis_desktop.core.words import ENGLISH, Catalogue, languages, mark, read_catalogue, shown, speak, tr, tr_n
from tests.translation.collected import Said
from tests.translation.files import Entry, merged, read, written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GERMAN = Catalogue(
    "de",
    {
        ("Saved {time}", ""): ("Um {time} gespeichert",),
        ("Open", "state"): ("Offen",),
        ("{n} rows", ""): ("{n} Zeile", "{n} Zeilen"),
        ("Undo", ""): ("Rückgängig",),
        ("Delete {what}", ""): ("{wat} löschen",),
    },
)


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    yield
    speak(ENGLISH)


def test_english_needs_no_file() -> None:
    assert tr("Saved {time}", time="12:04") == "Saved 12:04"
    assert tr_n("{n} row", "{n} rows", 1) == "1 row"
    assert tr_n("{n} row", "{n} rows", 0) == "0 rows"
    assert tr_n("{n} row", "{n} rows", 1000, n="1,000") == "1,000 rows"


def test_another_language_answers_by_number_and_sense() -> None:
    speak(GERMAN)
    assert words.language() == "de"
    assert tr("Saved {time}", time="12:04") == "Um 12:04 gespeichert"
    assert [tr_n("{n} row", "{n} rows", count) for count in (0, 1, 2)] == ["0 Zeilen", "1 Zeile", "2 Zeilen"]
    assert tr("Open", sense="state") == "Offen"
    assert tr("Open") == "Open"
    assert shown(mark("Undo")) == "Rückgängig"


def test_what_has_no_translation_is_english_with_its_own_number() -> None:
    speak(Catalogue("de"))
    assert tr_n("{n} row", "{n} rows", 1) == "1 row"


def test_a_translation_with_other_braces_is_left_for_the_english(caplog: pytest.LogCaptureFixture) -> None:
    speak(GERMAN)
    with caplog.at_level("ERROR"):
        assert tr("Delete {what}", what="INC-1") == "Delete INC-1"


def test_braces_in_a_value_are_text() -> None:
    assert tr("Delete {what}", what="{0.__class__}") == "Delete {0.__class__}"


def test_a_broken_or_missing_file_is_english(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "jarvis_de.ts").write_text("<TS><context>", encoding="utf-8")
    assert read_catalogue(tmp_path, "fr").language == "en"
    assert read_catalogue(tmp_path, "../../etc/passwd").language == "en"
    assert languages(tmp_path) == ("en", "de")
    assert read_catalogue(tmp_path, "de") == Catalogue(unread="jarvis_de.ts")
    assert "jarvis_de.ts" in caplog.text


def test_unfinished_translations_are_not_shown(tmp_path: Path) -> None:
    entries = [Entry(Said("shell", "Undo"), ("",)), Entry(Said("shell", "Redo"), ("Wiederholen",))]
    (tmp_path / "jarvis_de.ts").write_text(written("de", entries), encoding="utf-8")
    speak(read_catalogue(tmp_path, "de_AT"))
    assert (tr("Undo"), tr("Redo")) == ("Undo", "Wiederholen")


@given(
    st.lists(
        st.tuples(st.text("<>&\"'äß {}ab", min_size=1), st.sampled_from(["", "verb"]), st.booleans()),
        unique_by=lambda entry: entry[:2],
    )
)
def test_a_file_gives_back_what_was_written(
    tmp_path_factory: pytest.TempPathFactory, made: list[tuple[str, str, bool]]
) -> None:
    entries = [
        Entry(
            Said("shell", text, sense, "one" if counted else ""), (f"1{text}", f"2{text}") if counted else (text[::-1],)
        )
        for text, sense, counted in made
    ]
    path = tmp_path_factory.mktemp("words") / "jarvis_de.ts"
    path.write_text(written("de", entries), encoding="utf-8")
    known = read(path)
    assert known == {(entry.said.text, entry.said.sense): entry.forms for entry in entries}
    assert merged((entry.said for entry in entries), known) == entries
