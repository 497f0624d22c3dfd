from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind, Filter, Operator, Sort, TableInfo
from ui.tables.arrangement import Arrangement, Density
from ui.tables.plan import plan, read_props
from ui.tables.widths import GIVING_WAY, WIDEST, fitted

TABLE = TableInfo(
    "incidents",
    "Incidents",
    "id",
    tuple(ColumnInfo(name, ColumnKind.TEXT, name.capitalize()) for name in ("id", "title", "status")),
    missing=("notes",),
)


def test_columns_filters_and_order_come_from_the_props() -> None:
    props = {
        "table": "incidents",
        "columns": ["title", {"name": "status", "label": "State", "width": Decimal(90)}],
        "filters": [{"column": "status", "operator": "in", "value": ["open", "new"]}, {"column": "title", "value": 1}],
        "sort": [{"column": "title", "descending": True}, "id"],
    }
    made = plan(read_props(props), TABLE)
    assert [column.label for column in made.columns] == ["Title", "State"]
    assert made.widths == (None, 90)
    assert made.query.columns == ("title", "status")
    assert made.query.filters == (Filter("status", Operator.IN, ("open", "new")), Filter("title", Operator.EQ, 1))
    assert made.query.sort == (Sort("title", descending=True), Sort("id"))
    assert made.notes == ()


def test_all_columns_are_shown_when_none_is_named() -> None:
    assert plan(read_props({"table": "incidents"}), TABLE).query.columns == ("id", "title", "status")


def test_a_column_this_database_lacks_is_left_out_and_said() -> None:
    made = plan(read_props({"table": "incidents", "columns": ["title", "notes"], "sort": ["notes"]}), TABLE)
    assert made.query.columns == ("title",)
    assert made.query.sort == ()
    assert made.notes == ("The column “notes” of “incidents” is missing.",)
    with pytest.raises(ConfigurationError, match="none of the columns"):
        plan(read_props({"table": "incidents", "columns": ["notes"]}), TABLE)


def test_an_unknown_column_is_refused_and_the_known_ones_named() -> None:
    with pytest.raises(ConfigurationError, match=r"no column “titel”\. Known: id, status, title"):
        plan(read_props({"table": "incidents", "columns": ["titel"]}), TABLE)


def test_a_missing_table_says_so() -> None:
    with pytest.raises(ConfigurationError, match="“errors” is not in this database"):
        plan(read_props({"table": "errors"}), TableInfo("errors", "Errors", "id", (), exists=False))


def test_columns_may_begin_hidden_and_the_others_of_the_table_can_be_shown() -> None:
    made = plan(read_props({"table": "incidents", "columns": ["title", {"name": "status", "hidden": True}]}), TABLE)
    assert made.query.columns == ("title",)
    assert [(offer.column.name, offer.shown) for offer in made.offered] == [
        ("title", True),
        ("status", False),
        ("id", False),
    ]


def test_a_person_arranges_columns_order_and_widths() -> None:
    asked = read_props({"table": "incidents", "sort": ["title"], "density": "normal", "freeze": 1})
    arranged = Arrangement(
        order=("status", "gone", "id", "title"),
        hidden=frozenset({"id"}),
        widths={"status": 77, "gone": 30},
        sort=(Sort("gone"), Sort("id", descending=True)),
    )
    made = plan(asked, TABLE, arranged)
    assert made.query.columns == ("status", "title")
    assert made.widths == (77, None)
    assert made.query.sort == (Sort("id", descending=True),)
    assert made.began == (Sort("title"),)
    assert (made.freeze, made.density) == (1, Density.NORMAL)


def test_not_all_columns_can_be_frozen_nor_all_be_hidden() -> None:
    hidden = [{"name": name, "hidden": True} for name in ("title", "status")]
    made = plan(read_props({"table": "incidents", "columns": hidden, "freeze": 9}), TABLE)
    assert made.query.columns == ("title",)
    assert made.freeze == 0
    assert plan(read_props({"table": "incidents", "freeze": 9}), TABLE).freeze == 2


@pytest.mark.parametrize(
    ("props", "said"),
    [
        ({}, "names no table"),
        ({"table": 5}, "“table” of the component must be a text"),
        ({"table": "t", "columns": "title"}, "“columns” of the component must be a list"),
        ({"table": "t", "columns": [5]}, "Each of “columns”"),
        ({"table": "t", "filters": [{}]}, "Each of “filters”"),
        ({"table": "t", "filters": [{"column": "a", "operator": "like"}]}, "No filter operator is called “like”"),
        ({"table": "t", "sort": [None]}, "Each of “sort”"),
    ],
)
def test_props_that_cannot_be_used_are_named(props: dict[str, Any], said: str) -> None:
    with pytest.raises(ConfigurationError, match=said):
        read_props(props)


junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "column", "width"]), inner),
    max_leaves=8,
)
NAMES = [
    "table",
    "title",
    "columns",
    "filters",
    "sort",
    "search",
    "form_type",
    "empty_text",
    "new",
    "density",
    "freeze",
    "place",
]


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(props=st.dictionaries(st.sampled_from(NAMES), junk))
def test_junk_in_props_is_used_or_told(props: dict[str, Any]) -> None:
    try:
        plan(read_props(props), TABLE)
    except ConfigurationError as error:
        assert error.message  # noqa: PT017 - junk may as well be usable


TEXTS = (0, 2)


def test_spare_room_goes_to_what_was_cut() -> None:
    assert fitted([100, 60, WIDEST], range(3), TEXTS, 600) == [100, 60, 440]
    assert fitted([100, 60, 90], range(3), TEXTS, 350) == [200, 60, 90]
    assert fitted([100, 60, 90], (), TEXTS, 350) == [100, 60, 190]


def test_wide_texts_give_way_when_little_is_lacking() -> None:
    assert fitted([200, 60, WIDEST], range(3), TEXTS, 480) == [171, 60, 249]
    assert fitted([200, 60, WIDEST], range(3), TEXTS, GIVING_WAY) == [200, 60, WIDEST]


@given(
    widths=st.lists(st.integers(40, WIDEST), min_size=1, max_size=12),
    available=st.integers(0, 3000),
    data=st.data(),
)
def test_columns_fill_the_place_or_scroll(widths: list[int], available: int, data: st.DataObject) -> None:
    texts = data.draw(st.sets(st.integers(0, len(widths) - 1)))
    result = fitted(widths, range(len(widths)), sorted(texts), available)
    assert sum(result) == available or result == widths
    assert all(width >= min(before, GIVING_WAY) for width, before in zip(result, widths, strict=True))
