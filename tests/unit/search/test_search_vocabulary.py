"""Typing slips, and words asked for by name where their beginning would be dear."""

from __future__ import annotations

import pytest

from jarvis_desktop.search.vocabulary import TermMaker, Vocabulary

WORDS = Vocabulary.of(
    {"printer": 0.07, "printed": 0.001, "portal": 0.07, "hamburg": 0.1, "happened": 1.0, "desk": 1.0, "policy": 0.0}
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("pritner", "printer"),
        ("hamburk", "hamburg"),
        ("hanburg", "hamburg"),
        ("polciy", "policy"),
        ("happenned", "happened"),
        ("zzzzz", ""),
        ("pri", ""),
        ("12345", ""),
    ],
)
def test_the_most_similar_word(typed: str, meant: str) -> None:
    assert WORDS.similar(typed) == meant


def test_the_more_common_of_equally_similar_words() -> None:
    assert WORDS.similar("printex") == "printer"


def test_only_unknown_words_are_corrected() -> None:
    assert WORDS.corrected(("pritner", "hamb")) == ("printer", "hamb")
    assert WORDS.corrected(("print", "hamb")) is None
    assert WORDS.corrected(("zzzzz",)) is None
    assert Vocabulary.of({}).corrected(("anything",)) is None


@pytest.mark.parametrize(
    ("words", "query"),
    [
        (("zz",), "'zz':*"),
        (("polic",), "'polic':*"),
        (("print",), "('printer' | 'printed')"),
        (("printed",), "'printed':*"),
        (("hamburg", "zz"), "('hamburg') & 'zz':*"),
        (("happened", "desk", "zz"), "'zz':*"),
        (("happened", "desk"), "('happened')"),
    ],
)
def test_the_query_of_the_index(words: tuple[str, ...], query: str) -> None:
    assert TermMaker(WORDS).query(words) == query


def test_the_rarest_word_is_told_first() -> None:
    assert TermMaker(WORDS).rarest_first(("happened", "printer", "zz")) == ("zz", "printer", "happened")
