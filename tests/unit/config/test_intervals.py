"""Values of one scope follow each other; only a bounded override lies over others."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.config.types import StoredValue
from jarvis_desktop.config.writing.intervals import gaps_and_overlaps, place
from jarvis_desktop.core.scope import Scope, resolve

DAY0 = datetime(2026, 3, 1, tzinfo=UTC)


def day(number: float) -> datetime:
    return DAY0 + timedelta(days=number)


def value(number: int, begin: float, end: float | None = None, *, active: bool = True) -> StoredValue:
    return StoredValue(number, None, None, None, day(begin), None if end is None else day(end), number, active)


def after(values: list[StoredValue], begin: float, end: float | None, *, override: bool) -> list[StoredValue] | None:
    """The values with a new one among them, or None where it is refused."""
    placed = place(values, day(begin), None if end is None else day(end), override=override)
    if placed.overlapped:
        return None
    closed = {each.id for each in placed.closed}
    kept = [replace(each, effective_to=day(begin)) if each.id in closed else each for each in values]
    new = value(max((each.id for each in values), default=0) + 1, begin)
    return [*kept, replace(new, effective_to=placed.effective_to)]


def held(values: list[StoredValue], at: float) -> int | None:
    winner = resolve(values, Scope(), day(at)).winner
    return None if winner is None else winner.id


def test_what_runs_is_closed_and_what_is_scheduled_ends_the_new_one() -> None:
    values = [value(1, 0), value(2, 10, 20)]
    placed = place([replace(values[0], effective_to=day(10)), values[1]], day(5), None)
    assert ([each.id for each in placed.closed], placed.effective_to, placed.ended_for) == ([1], day(10), values[1])


def test_a_bounded_value_may_touch_the_next_one_and_not_lie_over_it() -> None:
    later = value(1, 10)
    assert place([later], day(5), day(10)).overlapped == ()
    assert place([later], day(5), day(10) + timedelta(microseconds=1)).overlapped == (later,)
    assert place([later], day(5), day(30), override=True).overlapped == ()


def test_what_is_switched_off_or_never_held_is_in_nobodys_way() -> None:
    values = [value(1, 0, active=False), value(2, 7, 7)]
    assert place(values, day(5), None) == place([], day(5), None)


SPANS = st.tuples(st.integers(0, 20), st.none() | st.integers(1, 10), st.booleans())


@given(st.lists(SPANS, max_size=8))
def test_whatever_is_set_in_whatever_order(spans: list[tuple[int, int | None, bool]]) -> None:
    """The new value holds from its beginning; without overrides nothing overlaps, and what is scheduled later stays."""
    values: list[StoredValue] = []
    overrides: set[int] = set()
    for begin, length, override in spans:
        end = None if length is None else begin + length
        bounded = override and end is not None
        before = values
        stored = after(values, begin, end, override=override)
        if stored is None:
            assert not bounded
            continue
        values = stored
        new = values[-1]
        if bounded:
            overrides.add(new.id)
        assert held(values, begin) == new.id
        until = new.effective_to
        if not overrides and end is None and until is not None:
            at = (until - DAY0).days
            assert held(values, at) == held(before, at)
        plain = [each for each in values if each.id not in overrides]
        assert gaps_and_overlaps(plain)[1] == []


def test_gaps_and_overlaps_are_told() -> None:
    values = [value(1, 0, 5), value(2, 8, 12), value(3, 10, 11), value(4, 12), value(5, 30, active=False)]
    gaps, overlaps = gaps_and_overlaps(values)
    assert gaps == [(day(5), day(8))]
    assert [(a.id, b.id) for a, b in overlaps] == [(2, 3)]
