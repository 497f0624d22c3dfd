from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.tables.relative import MOST, WORDS, Relative, Stretch, read_relative

NOON = datetime(2026, 3, 31, 12, 34, 56, tzinfo=UTC)


def days(words: str, now: datetime = NOON) -> Stretch:
    found = read_relative(words, instants=False)
    assert found is not None
    return found.stretch(now, instants=False)


@pytest.mark.parametrize(
    ("words", "first", "behind"),
    [
        ("today", date(2026, 3, 31), date(2026, 4, 1)),
        ("Yesterday", date(2026, 3, 30), date(2026, 3, 31)),
        ("this week", date(2026, 3, 30), date(2026, 4, 6)),
        ("last week", date(2026, 3, 23), date(2026, 3, 30)),
        ("this month", date(2026, 3, 1), date(2026, 4, 1)),
        ("last  month", date(2026, 2, 1), date(2026, 3, 1)),
        ("next month", date(2026, 4, 1), date(2026, 5, 1)),
        ("last year", date(2025, 1, 1), date(2026, 1, 1)),
        ("last 7 days", date(2026, 3, 25), date(2026, 4, 1)),
        ("last 1 day", date(2026, 3, 31), date(2026, 4, 1)),
        ("next 7 days", date(2026, 3, 31), date(2026, 4, 7)),
        ("30 days ago", date(2026, 3, 1), date(2026, 3, 2)),
        ("1 month ago", date(2026, 2, 28), date(2026, 3, 1)),
        ("2 weeks ago", date(2026, 3, 17), date(2026, 3, 18)),
    ],
)
def test_words_name_days(words: str, first: date, behind: date) -> None:
    assert days(words) == Stretch(first, behind)


def test_hours_are_instants_to_the_minute() -> None:
    found = read_relative("last 24 hours", instants=True)
    assert found is not None
    minute = NOON.replace(second=0)
    assert found.stretch(NOON, instants=True) == Stretch(minute - timedelta(hours=24), minute + timedelta(minutes=1))
    assert read_relative("last 24 hours", instants=False) is None


@pytest.mark.parametrize(
    "words", ["", "someday", "last days", "7 days", "last 7 days ago", "last 0 days", "last 99999 days"]
)
def test_other_words_name_nothing(words: str) -> None:
    assert read_relative(words, instants=True) is None


def test_all_words_on_offer_are_understood() -> None:
    assert [read_relative(words, instants=True) for words in WORDS] == [Relative(words) for words in WORDS]


@given(
    now=st.datetimes(timezones=st.just(UTC)),
    words=st.sampled_from(WORDS)
    | st.builds(
        "{} {} {}".format,
        st.sampled_from(["last", "next"]),
        st.integers(1, MOST),
        st.sampled_from(["days", "weeks", "months", "years"]),
    )
    | st.builds("{} {} ago".format, st.integers(1, MOST), st.sampled_from(["days", "weeks", "months", "years"])),
)
def test_any_words_at_any_time_are_a_stretch_that_reads_back(now: datetime, words: str) -> None:
    found = read_relative(words, instants=True)
    assert found is not None
    assert read_relative(found.words, instants=True) == found
    if "hour" not in words:
        stretch = found.stretch(now, instants=False)
        assert stretch.start <= stretch.end
