from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.core import zone
from jarvis_desktop.people.notifications.quiet import Quiet, chosen_in, next_morning, state_of
from jarvis_desktop.people.notifications.types import Notification, Tone
from jarvis_desktop.people.types import QuietHours
from ui.shell.notifications.bundling import bundled

MANY = "{n} incidents changed"
TWELVE = [Notification(f"INC-{n} changed", tone=Tone.WARNING, many=MANY) for n in range(12)]
told = st.builds(
    Notification,
    st.sampled_from("abc"),
    st.sampled_from("xy"),
    st.sampled_from(Tone),
    st.just(""),
    st.sampled_from(["", MANY]),
)


def test_many_of_a_kind_become_one_that_counts_them() -> None:
    (one,) = bundled([*TWELVE, TWELVE[0]])
    assert one.title == "12 incidents changed"
    assert one.text.splitlines()[0] == "INC-0 changed"
    assert one.tone is Tone.WARNING


def test_what_does_not_belong_together_stays_apart() -> None:
    lone = [Notification("Exported 3 rows"), Notification("The database is back")]
    assert bundled([lone[0], *TWELVE, lone[1]])[0] == lone[0]
    assert len(bundled([lone[0], *TWELVE, lone[1]])) == 3


@given(st.lists(told))
def test_bundling_twice_changes_nothing_and_loses_no_tone(several: list[Notification]) -> None:
    once = bundled(several)
    assert len(once) <= len(several)
    assert bool(once) == bool(several)
    if any(each.tone is Tone.DANGER for each in several):
        assert any(each.tone is Tone.DANGER for each in once)


@pytest.mark.parametrize(
    ("hour", "minute", "quiet"), [(21, 59, False), (22, 0, True), (3, 0, True), (6, 59, True), (7, 0, False)]
)
def test_quiet_hours_go_over_midnight_by_the_persons_clock(hour: int, minute: int, quiet: bool) -> None:
    zone.live_in("Asia/Tokyo")
    try:
        clock = zone.instant(datetime(2026, 3, 2, hour, minute))  # noqa: DTZ001 - a wall clock
        assert Quiet(hours=QuietHours(time(22), time(7))).holds(clock) is quiet
    finally:
        zone.live_in("")


def test_weekends_and_do_not_disturb() -> None:
    zone.live_in("UTC")
    try:
        saturday, monday = datetime(2026, 2, 28, 12, tzinfo=UTC), datetime(2026, 3, 2, 12, tzinfo=UTC)
        assert Quiet(weekends=True).holds(saturday)
        assert not Quiet(weekends=True).holds(monday)
        assert Quiet(until=monday + timedelta(hours=1)).holds(monday)
        assert not Quiet(until=monday).holds(monday)
        assert Quiet(wanted=False).holds(monday)
        assert next_morning(monday) == datetime(2026, 3, 3, 8, tzinfo=UTC)
    finally:
        zone.live_in("")


@given(st.none() | st.datetimes(timezones=st.just(UTC)), st.booleans())
def test_what_was_chosen_is_kept(until: datetime | None, weekends: bool) -> None:
    assert chosen_in(state_of(Quiet(until=until, weekends=weekends))) == (until, weekends)


@given(
    st.dictionaries(st.sampled_from(["until", "weekends"]), st.none() | st.text() | st.integers() | st.lists(st.none()))
)
def test_junk_was_not_chosen(state: dict[str, object]) -> None:
    chosen_in(state)


ZONES = ("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Pacific/Apia", "Australia/Lord_Howe")
CLOCKS = st.times().map(lambda moment: moment.replace(second=0, microsecond=0))
INSTANTS = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds
CHANGES_OF_CLOCKS = st.sampled_from(
    [datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC), datetime(2026, 11, 1, 6, tzinfo=UTC)]
)


@given(
    st.sampled_from(ZONES),
    INSTANTS
    | st.builds(lambda at, minutes: at + timedelta(minutes=minutes), CHANGES_OF_CLOCKS, st.integers(-180, 180)),
    CLOCKS,
    CLOCKS,
    st.frozensets(st.integers(0, 6), min_size=1),
)
def test_quiet_is_what_the_persons_clock_and_calendar_say(
    place: str, instant: datetime, begin: time, end: time, days: frozenset[int]
) -> None:
    """Of every evening named, from its beginning to its end on the wall: also over midnight and changes of clocks."""
    zone.live_in(place)
    try:
        wall = instant.astimezone(ZoneInfo(place)).replace(tzinfo=None)
        spans = [
            (datetime.combine(day, begin), datetime.combine(day + timedelta(days=end < begin), end))
            for day in (wall.date() - timedelta(days=1), wall.date())
            if day.weekday() in days and begin != end
        ]
        quiet = any(first <= wall < last for first, last in spans)
        assert Quiet(hours=QuietHours(begin, end, days)).holds(instant) is quiet
    finally:
        zone.live_in("")


def test_a_night_belongs_to_its_evening() -> None:
    friday = QuietHours(time(22), time(7), frozenset({4}))
    zone.live_in("UTC")
    try:
        moments = [
            datetime(2026, 3, day, hour, tzinfo=UTC) for day, hour in ((5, 23), (6, 6), (6, 23), (7, 6), (7, 23))
        ]
        assert [Quiet(hours=friday).holds(moment) for moment in moments] == [False, False, True, True, False]
    finally:
        zone.live_in("")


def test_one_that_answers_stays_so_among_many() -> None:
    (one,) = bundled([*TWELVE, Notification("INC-1 changed", many=MANY, answers=True)])
    assert one.answers
