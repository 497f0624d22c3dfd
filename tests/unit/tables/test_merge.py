from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.tables.merge import steps

ids = st.lists(st.sampled_from("abcdefghij"), unique=True)


@given(old=ids, new=ids)
def test_the_steps_lead_from_one_list_to_the_other(old: list[str], new: list[str]) -> None:
    plan = steps(old, new)
    rows = list(old)
    for first, last in plan.removed:
        del rows[first : last + 1]
    if plan.order is not None:
        rows = [rows[place] for place in plan.order]
    for first, last in plan.inserted:
        rows[first:first] = new[first : last + 1]
    assert rows == new


def test_what_stays_in_order_is_not_moved() -> None:
    plan = steps(["a", "b", "c", "d"], ["x", "b", "d", "y"])
    assert plan.order is None
    assert plan.removed == ((2, 2), (0, 0))
    assert plan.inserted == ((0, 0), (3, 3))
