"""Changes merge like sets, whatever the order."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.core.changes import EVERYTHING, Changes

TOPICS = st.sampled_from(["incidents", "submissions", "agents"])
IDS = st.none() | st.frozensets(st.integers(0, 5).map(str), max_size=4)
CHANGES = st.builds(lambda rows: Changes(rows), st.dictionaries(TOPICS, IDS))


@given(CHANGES, CHANGES, CHANGES)
def test_merging_is_associative_and_commutative(a: Changes, b: Changes, c: Changes) -> None:
    assert (a | b).rows == (b | a).rows
    assert ((a | b) | c).rows == (a | (b | c)).rows


@given(CHANGES, CHANGES, TOPICS, st.integers(0, 5))
def test_a_merge_touches_what_either_touches(a: Changes, b: Changes, topic: str, row: int) -> None:
    merged = a | b
    assert merged.touches_row(topic, row) == (a.touches_row(topic, row) or b.touches_row(topic, row))
    assert merged.touches([topic]) == (a.touches([topic]) or b.touches([topic]))


def test_everything_touches_any_row() -> None:
    assert (Changes.of("agents", [1]) | EVERYTHING).touches_row("incidents", 7)


def test_unnamed_rows_touch_every_row_of_their_topic_only() -> None:
    changes = Changes.of("incidents")
    assert changes.touches_row("incidents", "9")
    assert not changes.touches_row("agents", "9")
