"""What is typed into the search is always a query, whatever it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.search.words import LONGEST_QUERY, MOST_WORDS, read


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("printer", ("printer",)),
        ("  Printer   HAMBURG ", ("printer", "hamburg")),
        ("agent.layer_definitions", ("agent", "layer", "definitions")),
        ("o'dalaigh@example.com", ("o", "dalaigh", "example", "com")),
        ("printer printer", ("printer",)),
        ("Grüße", ("grüße",)),
        ("cafe\u0301", ("café",)),
        ("قلم رصاص", ("قلم", "رصاص")),
        ("🙂", ()),
        ("'\":*&|!()\\", ()),
        ("", ()),
        ("\0\ud800", ()),
    ],
)
def test_words(typed: str, words: tuple[str, ...]) -> None:
    assert read(typed).words == words


@pytest.mark.parametrize("typed", ["INC-12", "inc-12", "inc 12", "INC12", "#INC-12", "“INC-12”"])
def test_a_natural_key_is_recognised_as_people_write_it(typed: str) -> None:
    assert "INC-12" in read(typed).keys


def test_quotes_hold_words_together() -> None:
    assert read('"night batch" leeds').phrases == ("night batch",)
    assert read("“night  batch”").phrases == ("night batch",)
    assert read('"night" batch"').phrases == ()


def test_a_text_of_signs_is_looked_for_as_it_is() -> None:
    assert read("🙂").text == "🙂"
    assert read(" %  _ ").text == "% _"
    assert not read("🙂").empty
    assert read(" \n\t ").empty


@given(st.text(max_size=12_000))
def test_every_text_is_a_bounded_query(typed: str) -> None:
    asked = read(typed)
    assert len(asked.text) <= LONGEST_QUERY
    assert len(asked.words) <= MOST_WORDS
    assert all(word.isalnum() and word for word in asked.words)
    assert "\0" not in asked.text
    asked.text.encode()
    assert read(asked.text).words == asked.words
