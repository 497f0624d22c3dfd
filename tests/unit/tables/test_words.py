from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.tables.words import MOST_WORDS, Word, split


def test_words_are_looked_for_each_and_quotes_hold_them_together() -> None:
    assert split('printer  "night batch" “two words” open') == (
        Word("printer"),
        Word("night batch"),
        Word("two words"),
        Word("open"),
    )


def test_one_or_two_characters_begin_a_word() -> None:
    assert split("p in inc") == (Word("p", beginning=True), Word("in", beginning=True), Word("inc"))


def test_short_quoted_texts_and_ideographs_are_found_anywhere() -> None:
    assert split('"p" 火災') == (Word("p"), Word("火災"))


def test_signs_alone_are_no_word_unless_quoted() -> None:
    assert split('- # "%" a-') == (Word("%"), Word("a-", beginning=True))


def test_a_quote_being_typed_is_as_good_as_closed() -> None:
    assert split('"night ba') == (Word("night ba"),)
    assert split('"') == ()


@given(st.text())
def test_any_text_gives_few_words_that_hold_something(typed: str) -> None:
    words = split(typed)
    assert len(words) <= MOST_WORDS
    assert len(set(words)) == len(words)
    assert all(word.text == word.text.strip() != "" for word in words)
