"""Who finds what: the rows that one of their tabs would list, and everything for who may browse the data."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from jarvis_desktop.metadata.types import LayoutNode, NodeType, Reader, TabView
from jarvis_desktop.search.access import access, read_filters
from jarvis_desktop.tables.types import Filter, Operator

MINE = [{"column": "broker_name", "operator": "eq", "value": "Tarrowby"}]


def reader(*permissions: str) -> Reader:
    return Reader("p", "u", frozenset(permissions), datetime(2026, 1, 1, tzinfo=UTC))


def tab(key: str, component: str, **props: Any) -> TabView:
    leaf = LayoutNode(NodeType.COMPONENT, component=component, props=props)
    return TabView(key, key, "", "", "", 0, LayoutNode(NodeType.GROUP, children=(leaf,)))


def test_a_list_without_filters_lets_every_row_be_found() -> None:
    found = access(
        [tab("a", "record_table", table="incidents", filters=MINE), tab("b", "master_detail", table="incidents")],
        reader(),
    )
    assert found.may_find("incidents")
    assert found.limits("incidents") is None
    assert found.tabs["incidents"] == "a"


def test_the_filters_of_lists_are_alternatives() -> None:
    other = [{"column": "status", "operator": "in", "value": ["open", "closed"]}]
    tabs = [
        tab("a", "record_table", table="submissions", filters=MINE),
        tab("b", "record_table", table="submissions", filters=other),
    ]
    assert access(tabs, reader()).limits("submissions") == (
        (Filter("broker_name", Operator.EQ, "Tarrowby"),),
        (Filter("status", Operator.IN, ("open", "closed")),),
    )


def test_a_list_of_a_named_source_lets_no_more_be_found_than_its_feature_shows() -> None:
    found = access([tab("urgent", "record_table", table="incidents", source="urgent-ones")], reader())
    assert not found.may_find("incidents")
    assert found.limits("incidents") == ()


def test_figures_and_texts_are_no_lists() -> None:
    found = access([tab("a", "kpi_row", table="incidents"), tab("b", "markdown", text="incidents")], reader())
    assert not found.may_find("incidents")


def test_who_may_browse_finds_everything() -> None:
    found = access([], reader("data.browse"))
    assert found.may_find("emails")
    assert found.limits("emails") is None


@pytest.mark.parametrize(
    "junk",
    [
        "text",
        7,
        [7],
        [{}],
        [{"column": 7, "operator": "eq"}],
        [{"column": "a", "operator": "like"}],
        [*MINE, None],
        [{"column": "a", "operator": "eq", "value": {"b": []}}],
    ],
)
def test_a_list_with_unreadable_filters_lets_nothing_be_found(junk: Any) -> None:
    assert read_filters(junk) is None
    assert not access([tab("a", "record_table", table="incidents", filters=junk)], reader()).may_find("incidents")
