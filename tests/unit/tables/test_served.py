from __future__ import annotations

import pytest

from jarvis_desktop.tables.served import PartialOrder, narrowed, served
from jarvis_desktop.tables.types import Filter, Operator

UP, DOWN, DOWN_NULLS_LAST = 0, 3, 1
ORDERS = (
    (("id", UP),),
    (("seen", UP), ("id", UP)),
    (("rank", UP), ("seen", DOWN_NULLS_LAST), ("id", UP)),
    (("made", DOWN), ("id", DOWN)),
)


@pytest.mark.parametrize(
    ("wanted", "is_served"),
    [
        ([("id", False, False)], True),
        ([("id", True, False)], True),
        ([("seen", False, True), ("id", False, False)], True),
        ([("seen", True, True), ("id", True, False)], True),
        ([("made", False, True), ("id", False, False)], True),
        ([("rank", False, True), ("seen", True, True), ("id", False, False)], True),
        ([("rank", True, True), ("seen", False, True), ("id", True, False)], False),
        ([("rank", False, True), ("seen", False, True), ("id", False, False)], False),
        ([("seen", True, True), ("id", False, False)], False),
        ([("rank", False, True), ("id", False, False)], False),
        ([("title", False, True), ("id", False, False)], False),
    ],
)
def test_an_order_is_served_by_an_index_that_begins_with_it(
    wanted: list[tuple[str, bool, bool]], *, is_served: bool
) -> None:
    assert served(ORDERS, wanted) is is_served


OPEN = (PartialOrder(ORDERS[2], "status", frozenset({"open", "in_progress"})),)
RANKED = [("rank", False, True), ("seen", True, True), ("id", False, False)]
IS_OPEN = Filter("status", Operator.EQ, "open")
HIGH = Filter("rank", Operator.IN, ("high", "critical"))
MINE = Filter("owner", Operator.EQ, "john")


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ((IS_OPEN,), (IS_OPEN,)),
        ((HIGH, MINE, IS_OPEN), (IS_OPEN, HIGH)),
        ((HIGH, MINE), ()),
        ((Filter("status", Operator.IN, ("open", "closed")),), ()),
        ((Filter("status", Operator.IN, ("open", None)),), ()),
        ((Filter("status", Operator.NE, "closed"),), ()),
        ((Filter("status", Operator.EQ, "open", path="a"),), ()),
        ((IS_OPEN, Filter("rank", Operator.NE, "low")), (IS_OPEN,)),
    ],
)
def test_filters_lead_to_an_index_over_some_rows(filters: tuple[Filter, ...], expected: tuple[Filter, ...]) -> None:
    assert narrowed(OPEN, RANKED, filters) == expected
    assert narrowed(OPEN, [("seen", False, True), ("id", False, False)], filters) == ()
