from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import insert, text

from jarvis_desktop.core.errors import ConfigurationError, InvalidInput, NotAllowed
from jarvis_desktop.core.json_text import loads
from jarvis_desktop.db.schema import TABLES
from jarvis_desktop.metadata.types import Reader
from jarvis_desktop.tables.named import NamedSource
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import Filter, GroupCount, Operator, Query, Sort

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

QUERY = Query("incidents")
OPEN: dict[str, Any] = {"==": [{"var": "status"}, "open"]}


@pytest.fixture
def tables(database: Database) -> TableService:
    with database.write() as session:
        for number, status in enumerate(["open", "closed", None, "open", "Open", None, "open"], start=1):
            row = {"incident_id": f"INC-{number}", "title": "T", "status": status}
            session.execute(insert(TABLES["incidents"]).values(row))
    return TableService(database)


def test_groups_come_in_the_order_of_the_rows_with_null_last(tables: TableService) -> None:
    groups = tables.groups(QUERY, "status")
    assert sorted((str(group.value), group.count) for group in groups) == [
        ("None", 2),
        ("Open", 1),
        ("closed", 1),
        ("open", 3),
    ]
    rows = tables.page(Query("incidents", ("status",), sort=(Sort("status"),))).rows
    assert [group.value for group in groups] == list(dict.fromkeys(row.values[0] for row in rows))


def test_groups_count_the_rows_that_match(tables: TableService) -> None:
    narrowed = Query("incidents", filters=(Filter("status", Operator.CONTAINS, "open"),), text="INC-4")
    assert tables.groups(narrowed, "status") == (GroupCount("open", 1),)
    assert tables.groups(Query("incidents", text="nothing"), "status") == ()


@pytest.mark.parametrize("column", ["created_at", "critical_flags"])
def test_some_kinds_make_no_groups(tables: TableService, column: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        tables.groups(QUERY, column)
    assert caught.value.title == "Not grouped"


def test_too_many_values_make_no_groups(tables: TableService, database: Database) -> None:
    with database.write() as session:
        session.execute(
            text("INSERT INTO incidents (incident_id, title) SELECT 'N-' || g, 'T' FROM generate_series(1, 2000) g")
        )
    with pytest.raises(InvalidInput, match="more than 2,000"):
        tables.groups(QUERY, "incident_id")
    assert (
        len(
            tables.groups(Query("incidents", filters=(Filter("incident_id", Operator.CONTAINS, "N-1"),)), "incident_id")
        )
        < 2000
    )


def test_frequent_values_come_first_and_can_be_searched(tables: TableService) -> None:
    assert tables.frequent(QUERY, "status")[:2] == (GroupCount("open", 3), GroupCount(None, 2))
    assert tables.frequent(QUERY, "status", text="clo") == (GroupCount("closed", 1),)
    assert tables.frequent(QUERY, "status", most=1) == (GroupCount("open", 3),)


def test_a_count_ends_where_it_may(tables: TableService) -> None:
    assert tables.count_up_to(QUERY, 5) == 5
    assert tables.count_up_to(Query("incidents", filters=(Filter("status", Operator.IS_NULL),)), 5) == 2


def test_about_how_many_values_columns_hold_is_known_once_stock_was_taken(
    tables: TableService, database: Database
) -> None:
    with database.write() as session:
        session.execute(text("ANALYZE incidents"))
    distinct = tables.distinct("incidents")
    assert distinct["incident_id"] == 7
    assert distinct["status"] == 3


def reader(*permissions: str) -> Reader:
    return Reader("john", "tester", frozenset(permissions), datetime.now(UTC))


def feature(database: Database, key: str, **values: Any) -> None:
    with database.write() as session:
        row = {"feature_key": key, "feature_name": key, **values}
        session.execute(insert(TABLES["component_feature_configurations"]).values(row))


def test_a_named_source_gives_table_filters_and_order(tables: TableService, database: Database) -> None:
    binding = {"source": "incidents", "filter": {"==": [{"var": "status"}, "open"]}, "order": [{"column": "id"}]}
    feature(database, "open-ones", data_binding=binding)
    named = tables.named_source("open-ones", reader())
    assert named == NamedSource("incidents", named.rule, (Sort("id"),))
    assert loads(named.rule) == binding["filter"]
    assert tables.count(Query(named.table, rule=named.rule)) == 3


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ({"==": [{"var": "statsu"}, "open"]}, ["“statsu”", "status", "/==/0/var"]),
        ({"regex": [{"var": "status"}, "x"]}, ["“regex”"]),
        ({"engine": "cel", "rule": "status.matches('^o+$')"}, ["“matches”", "Status matches the pattern", "@"]),
        ({"or": [OPEN, {"==": [{"size": [{"var": "title"}]}, 1]}]}, ["“size”", "/or/1"]),
        ({"engine": "simple", "rule": "status < 5"}, ["A text", "a number", "@8"]),
        ({"engine": "python", "rule": "x"}, ["“python”", "/engine"]),
        ("", ["an object"]),
        ("open", ["not JSON"]),
        (5, ["an object"]),
    ],
    ids=str,
)
def test_a_rule_that_cannot_be_asked_is_told_at_its_place(
    tables: TableService, database: Database, rule: Any, said: list[str]
) -> None:
    feature(database, "queue", data_binding={"source": "incidents", "filter": rule})
    with pytest.raises(ConfigurationError, match="“queue”") as caught:
        tables.named_source("queue", reader())
    assert [part for part in said if part not in caught.value.message] == [], caught.value.message


def test_a_named_source_that_is_not_there_or_not_shown_is_refused(tables: TableService, database: Database) -> None:
    with pytest.raises(ConfigurationError, match="No feature is called “none”"):
        tables.named_source("none", reader())
    feature(database, "secret", data_binding={"source": "incidents"}, access_control={"read": ["admin"]})
    with pytest.raises(NotAllowed):
        tables.named_source("secret", reader())
    feature(database, "off", data_binding={"source": "incidents"}, is_active=False)
    with pytest.raises(NotAllowed):
        tables.named_source("off", reader())
    feature(database, "junk", data_binding=["incidents"])
    with pytest.raises(ConfigurationError, match="“junk”"):
        tables.named_source("junk", reader())
