"""What a few letters find, as laws: the better way first, recent ones first among equals, nothing else moves."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.search.fuzzy import LONGEST_TITLE, Finder, Known, Match, Tier, fold, marks

TITLES = st.text(alphabet="abcdeé -_.X9ß€İ🙂", max_size=24)
LISTS = st.lists(TITLES, max_size=12)


def found(typed: str, *titles: str, recent: dict[int, int] | None = None) -> list[str]:
    known = [Known(title) for title in titles]
    return [titles[match.place] for match in Finder(known).find(typed, recent=recent)]


def test_exact_before_prefix_before_words_before_inside_before_scattered() -> None:
    titles = ("Reopen incidents", "Pick inc", "Princes", "Inc", "Incidents", "In a car", "Zinc oxide")
    assert found("inc", *titles) == [
        *("Inc", "Incidents", "Reopen incidents", "Pick inc"),
        *("Princes", "Zinc oxide", "In a car"),
    ]


@pytest.mark.parametrize(
    ("typed", "title", "tier"),
    [
        ("undo", "Undo", Tier.EXACT),
        ("UND", "Undo", Tier.PREFIX),
        ("dark", "Light or dark", Tier.WORDS),
        ("dark li", "Light or dark", Tier.WORDS),
        ("sotn", "Show or tab names", Tier.WORDS),
        ("ight", "Light or dark", Tier.INSIDE),
        ("swper", "Switch persona", Tier.FUZZY),
        ("kebyoard", "Keyboard shortcuts", Tier.SLIP),
        ("uber", "Über uns", Tier.PREFIX),
    ],
)
def test_how_a_title_answers(typed: str, title: str, tier: Tier) -> None:
    assert [match.tier for match in Finder([Known(title)]).find(typed)] == [tier]


def test_other_words_find_it_after_its_title_would() -> None:
    finder = Finder([Known("Quit", "exit close"), Known("Exit tour")])
    assert [(match.place, match.tier) for match in finder.find("exit")] == [(1, Tier.PREFIX), (0, Tier.ALIAS)]


def test_letters_too_far_apart_are_not_meant() -> None:
    assert found("theme", "The history of many other examples") == []


@given(LISTS, TITLES)
def test_a_better_tier_is_never_behind(titles: list[str], typed: str) -> None:
    tiers = [match.tier for match in Finder([Known(title) for title in titles]).find(typed)]
    assert tiers == sorted(tiers)


@given(LISTS, TITLES, st.data())
def test_recent_ones_come_first_among_equals_and_nothing_else_moves(
    titles: list[str], typed: str, data: st.DataObject
) -> None:
    finder = Finder([Known(title) for title in titles])
    plain = finder.find(typed)
    places = data.draw(st.lists(st.sampled_from(range(len(titles))), unique=True)) if titles else []
    ranks = {place: rank for rank, place in enumerate(places)}
    lately = finder.find(typed, recent=ranks)
    assert sorted(plain, key=_place) == sorted(lately, key=_place)
    classes = [(match.tier, match.distance) for match in lately]
    assert classes == [(match.tier, match.distance) for match in plain]
    for one, other in itertools.pairwise(lately):
        if (one.tier, one.distance) == (other.tier, other.distance):
            assert (ranks.get(one.place, 99), one.place) < (ranks.get(other.place, 99), other.place)


@given(LISTS, TITLES)
def test_the_same_question_has_the_same_answer(titles: list[str], typed: str) -> None:
    known = [Known(title) for title in titles]
    assert Finder(known).find(typed) == Finder(known).find(typed)


@given(LISTS, TITLES)
def test_marks_lie_in_the_title_in_order_and_hold_what_was_typed(titles: list[str], typed: str) -> None:
    for match in Finder([Known(title) for title in titles]).find(typed):
        title = titles[match.place]
        spans = marks(typed, title, match.tier)
        ends = [0, *(place for span in spans for place in span)]
        assert ends == sorted(ends)
        assert ends[-1] <= len(title)
        assert all(start < end for start, end in spans)
        if match.tier is Tier.FUZZY:
            assert fold("".join(title[start:end] for start, end in spans)) == fold(typed).replace(" ", "")


def test_every_title_finds_itself() -> None:
    for title in ("Undo", "C++", "…", "<b>bold</b>", "%s {n} \\", "قلم", "🙂 smile", "a" * 1_000):
        assert found(title, "Something else", title)[0] == title


@pytest.mark.parametrize("typed", ["a" * 100_000, ".*" * 300, "[^" * 50, "\0\x1b[2J", "\ud800", "a" * 60 + "b"])
def test_hostile_texts_find_nothing_and_cost_nothing(typed: str) -> None:
    finder = Finder([Known("a" * LONGEST_TITLE), Known("Incidents")] * 50)
    began = time.perf_counter()
    finder.find(typed)
    assert time.perf_counter() - began < 0.5


def test_an_empty_text_finds_everything_recent_first() -> None:
    assert found("  ", "One", "Two", "Three", recent={2: 0, 1: 1}) == ["Three", "Two", "One"]


def _place(match: Match) -> int:
    return match.place
