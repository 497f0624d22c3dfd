from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

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
