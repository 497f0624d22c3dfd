"""The laws of the order: exactness, title before the rest, whole words before beginnings, then recency."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.search.ranking import SNIPPET_LENGTH, Candidate, marked, marks, score, snippet
from jarvis_desktop.search.words import read

OTHER = Candidate("INC-7", "Portal slow", ("nothing",), age=0.0)


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("INC-12", Candidate("INC-12", "Portal slow", age=1.0), Candidate("INC-1", "INC-12 again INC-12")),
        ("inc 12", Candidate("INC-12", "Portal slow", age=1.0), Candidate("INC-125", "Portal slow")),
        ("printer", Candidate("a", "Printer", age=1.0), Candidate("b", "Printer stuck in the printer room")),
        ("printer", Candidate("a", "A printer", age=1.0), Candidate("b", "A portal", ("the printer",))),
        ("print", Candidate("a", "A print", age=1.0), Candidate("b", "A printer")),
        ("night batch", Candidate("a", "The night batch", age=1.0), Candidate("b", "A batch every night")),
        ("printer", Candidate("a", "A printer", age=0.0), Candidate("b", "A printer", age=0.5)),
        ("🙂", Candidate("a", "🙂", age=1.0), Candidate("b", "something 🙂")),
    ],
)
def test_what_comes_first(typed: str, better: Candidate, worse: Candidate) -> None:
    assert score(better, read(typed)) > score(worse, read(typed))


@given(st.text(max_size=40), st.text(max_size=80), st.floats(0, 1))
def test_an_exact_key_is_never_behind_anything_else(typed: str, title: str, age: float) -> None:
    asked = read("INC-12")
    exact = Candidate("INC-12", typed, age=age)
    other = Candidate("INC-1", title, (title, typed), age=0.0)
    assert score(exact, asked) > score(other, asked)


@given(st.text(max_size=60), st.text(max_size=60), st.floats(0, 1), st.floats(0, 1))
def test_of_equals_the_newer_is_never_behind(title: str, typed: str, one: float, other: float) -> None:
    newer, older = sorted((one, other))
    asked = read(typed)
    assert score(Candidate("k", title, age=newer), asked) >= score(Candidate("k", title, age=older), asked)


def test_marks_are_where_words_begin() -> None:
    assert marks("Printer prints a blueprint", ("print",)) == ((0, 5), (8, 13))
    assert marks("INC-12, inc-125", ("inc", "12")) == ((0, 3), (4, 6), (8, 11), (12, 14))
    assert marks("a 🙂 b", ("🙂",)) == ((2, 3),)
    assert marks("anything", ()) == ()


@given(st.text(max_size=200), st.lists(st.text(min_size=1, max_size=5), max_size=4))
def test_marks_are_in_order_and_do_not_overlap(text: str, words: list[str]) -> None:
    found = marks(text, words)
    assert all(start < end for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))


def test_the_snippet_is_around_what_the_title_does_not_show() -> None:
    text = "word " * 100 + "then the toner was empty " + "word " * 100
    cut = snippet(("short", text), read("printer toner"), beside="Printer stuck")
    assert "toner" in cut.text
    assert [cut.text[start:end] for start, end in cut.marks] == ["toner"]
    assert cut.text.startswith("… ")
    assert cut.text.endswith(" …")


@given(st.lists(st.text(max_size=600), max_size=3), st.text(max_size=20))
def test_a_snippet_is_one_bounded_line(texts: list[str], typed: str) -> None:
    cut = snippet(texts, read(typed))
    assert len(cut.text) <= SNIPPET_LENGTH + 4
    assert "\n" not in cut.text
    assert all(0 <= start < end <= len(cut.text) for start, end in cut.marks)


def test_a_marked_text_is_one_line() -> None:
    assert marked("Printer\nstuck", read("stuck")).text == "Printer stuck"
    assert marked("Printer\nstuck", read("stuck")).marks == ((8, 13),)
