from __future__ import annotations

import pytest

from jarvis_desktop.tables.served import served

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
