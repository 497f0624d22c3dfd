"""The rows of a list with a rule are those for which the rule holds in memory, and those of the filter that says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, text

from jarvis_desktop.core import zone
from jarvis_desktop.core.json_text import dumps
from jarvis_desktop.db.schema import TABLES
from jarvis_desktop.tables.colours import compile_colours
from jarvis_desktop.tables.ruled import in_words
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import Aggregate, Filter, Operator, Query, RowSet, Sort
from tests.support.laws import examples

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

DAYS = (date(2026, 1, 31), date(2026, 2, 1), date(1970, 1, 1))
ROWS: list[dict[str, Any]] = [
    {
        "incident_id": f"INC-{place}",
        "title": f"T{place}",
        "status": ["open", "Open", "in_progress", "closed", "", "a%b", None][place % 7],
        "priority": ["critical", "high", "open", None][place % 4],
        "critical_flags": [{"sla": True, "n": 3}, {"sla": False, "n": "3"}, {"sla": None}, None][place % 4],
        "amount": [-5, 0, 7, 2**40, None][place % 5],
        "price": [Decimal("-0.5"), Decimal("19.90"), None][place % 3],
        "flag": [True, False, None][place % 3],
        "day": [*DAYS, None][place % 4],
        "at": [datetime(2026, 1, 31, 12, tzinfo=UTC), datetime(2030, 1, 1, tzinfo=UTC), None][place % 3],
        "tags": [["fire", "water"], [], ["ice"], None][place % 4],
        "kept": [[1, 2], None][place % 2],
        "span": ["02:00:00", None][place % 2],
        "code": ["3f2504e0-4f89-11d3-9a0c-0305e82c3301", None][place % 2],
    }
    for place in range(42)
]
_OWN = {
    "amount": "bigint",
    "price": "numeric",
    "flag": "boolean",
    "day": "date",
    "at": "timestamptz",
    "tags": "text[]",
    "kept": "int[]",
    "span": "interval",
    "code": "uuid",
}


@pytest.fixture
def tables(database: Database) -> TableService:
    with database.write() as session:
        session.execute(
            text(f"ALTER TABLE incidents {', '.join(f'ADD COLUMN {name} {kind}' for name, kind in _OWN.items())}")
        )
        for row in ROWS:
            known = {name: value for name, value in row.items() if name not in _OWN}
            session.execute(insert(TABLES["incidents"]).values(known))
            given = ", ".join(f"{name} = CAST(:{name} AS {kind})" for name, kind in _OWN.items())
            session.execute(text(f"UPDATE incidents SET {given} WHERE incident_id = :incident_id"), row)
    return TableService(database)


def ids(tables: TableService, query: Query) -> set[str]:
    page = tables.page(query, limit=100)
    return {row.values[0] for row in page.rows}


def asked(tables: TableService, rule: Any) -> set[str]:
    return ids(tables, Query("incidents", ("incident_id",), rule=dumps(rule)))


RULES: list[Any] = [
    {"or": [{"==": [{"var": "status"}, "open"]}, {"==": [{"var": "priority"}, "high"]}]},
    {"!": [{"==": [{"var": "status"}, "open"]}]},
    {"==": [{"var": "status"}, {"var": "priority"}]},
    {"==": [{"var": ["status", "open"]}, "open"]},
    {"==": [{"var": "status"}, None]},
    {"in": ["en", {"var": "status"}]},
    {"and": [{"in": [{"var": "status"}, ["open", "in_progress"]]}, {"!!": [{"var": "priority"}]}]},
    {"missing": ["status", "priority"]},
    {"==": [{"var": "critical_flags.sla"}, True]},
    {"==": [{"var": "critical_flags.n"}, 3]},
    {"engine": "simple", "rule": 'status contains "%" or amount between -5 and 7'},
    {"engine": "simple", "rule": 'tags contains "fire"'},
    {"engine": "simple", "rule": "status is null and not priority is null"},
    {"engine": "cel", "rule": "price > 2 || flag"},
    {"engine": "cel", "rule": "price * 2 < 39.81 && amount != 0"},
    {"engine": "cel", "rule": "1 in kept"},
    {"engine": "cel", "rule": "code == '3f2504e0-4f89-11d3-9a0c-0305e82c3301'"},
    {"engine": "cel", "rule": "span == '02:00:00'"},
    {"engine": "cel", "rule": "day < at"},
    {"engine": "simple", "rule": 'day before "2026-02-01"'},
    {"<": [{"var": "at"}, {"var": "$now"}]},
    {"<=": [{"var": "day"}, {"var": "$today"}]},
    True,
    False,
]


@pytest.mark.parametrize("rule", RULES, ids=str)
def test_the_rows_are_those_for_which_the_rule_holds(tables: TableService, rule: Any) -> None:
    info = tables.table("incidents")
    names = [column.name for column in info.columns]
    colours = compile_colours([{"when": rule, "tone": "info"}] if isinstance(rule, dict) else [], info)
    if isinstance(rule, dict):
        assert colours.notes == ()
        (coloured,) = colours.rules
        records = [{**dict.fromkeys(names), **row, "$now": zone.now(), "$today": zone.now().date()} for row in ROWS]
        expected = {row["incident_id"] for row in records if coloured.rule.evaluate(row) is True}
    else:
        expected = {row["incident_id"] for row in ROWS} if rule else set()
    assert asked(tables, rule) == expected
    assert 0 < len(expected) < len(ROWS) or rule in (True, False)


def test_a_rule_counts_everywhere_a_query_does(tables: TableService) -> None:
    rule = dumps({"or": [{"==": [{"var": "status"}, "open"]}, {"==": [{"var": "priority"}, "high"]}]})
    query = Query(
        "incidents", ("incident_id", "status"), rule=rule, sort=(Sort("priority"), Sort("updated_at", descending=True))
    )
    found = ids(tables, query)
    assert len(found) == tables.count(query) == tables.count_up_to(query, 100)
    assert len(tables.row_ids(RowSet(query, everything=True))) == len(found)
    assert sum(group.count for group in tables.groups(query, "status")) == len(found)
    assert {each.value for each in tables.frequent(query, "status")} <= {row["status"] for row in ROWS}
    some = replace(query, columns=("incident_id",), text="INC-1")
    assert ids(tables, some) == {each for each in found if "INC-1" in each}
    every = tables.page(Query("incidents"), limit=100).rows
    assert len(tables.rows(query, [row.id for row in every]).rows) == len(found)
    narrowed = Query("incidents", ("incident_id",), (Filter("status", Operator.EQ, "open"),), rule=rule)
    assert ids(tables, narrowed) == {row["incident_id"] for row in ROWS if row["status"] == "open"}
    assert tables.figure("incidents", Aggregate.COUNT) == len(ROWS)


def test_a_list_of_few_columns_finds_rows_by_text_behind_its_rule(tables: TableService) -> None:
    rule = dumps({"and": [{"in": [{"var": "status"}, ["open", "in_progress"]]}, {"!": [{"var": "flag"}]}]})
    query = Query(
        "incidents",
        ("incident_id",),
        sort=(Sort("priority"), Sort("updated_at", descending=True)),
        rule=rule,
        text="INC",
    )
    expected = {row["incident_id"] for row in ROWS if row["status"] in ("open", "in_progress") and row["flag"] is False}
    assert ids(tables, query) == expected != set()


def test_the_day_is_that_of_the_clock_when_it_is_asked(tables: TableService, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = {"==": [{"var": "day"}, {"var": "$today"}]}
    found = {}
    for day in (*DAYS, date(2000, 1, 1)):
        monkeypatch.setattr(zone, "now", lambda day=day: datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
        found[day] = asked(tables, rule)
    assert found == {day: {row["incident_id"] for row in ROWS if row["day"] == day} for day in found}


def test_a_rule_is_said_with_the_labels_of_columns_and_choices(tables: TableService) -> None:
    rule = dumps(
        {"and": [{"in": [{"var": "status"}, ["open", "in_progress"]]}, {"<": [{"var": "at"}, {"var": "$now"}]}]}
    )
    said = in_words(rule, tables.table("incidents"), {"status": {"open": "Open", "in_progress": "In progress"}})
    assert said == "Status is one of Open or In progress and At is before now"


_TEXTS = st.sampled_from(["open", "Open", "closed", "", "a%b", "x", "critical"])
_NUMBERS = st.sampled_from([-5, 0, 7, 8, 2**40])
_PRICES = st.sampled_from([Decimal("-0.5"), Decimal("19.9"), 3])
_COMPARED = {
    Operator.EQ: "eq",
    Operator.NE: "ne",
    Operator.LT: "lt",
    Operator.LE: "le",
    Operator.GT: "gt",
    Operator.GE: "ge",
}


def _condition(column: str, operator: Operator, name: str, value: Any) -> tuple[Filter, dict[str, Any]]:
    return Filter(column, operator, tuple(value) if isinstance(value, list) else value), {
        "field": column, "op": name, "value": [v.isoformat() if isinstance(v, date) else v for v in value]
        if isinstance(value, list) else value.isoformat() if isinstance(value, date) else value,
    }  # fmt: skip


def _null_test(column: str, operator: Operator) -> tuple[Filter, dict[str, Any]]:
    return Filter(column, operator), {"field": column, "op": operator.value}


def _pairs() -> st.SearchStrategy[tuple[Filter, dict[str, Any]]]:
    kinds = {"amount": _NUMBERS, "price": _PRICES, "day": st.sampled_from(DAYS)}
    ordered = [
        st.builds(_condition, st.just(column), st.just(operator), st.just(name), values)
        for column, values in kinds.items()
        for operator, name in _COMPARED.items()
    ]
    listed = [
        st.builds(
            _condition, st.just(column), st.just(Operator.IN), st.just("in"), st.lists(values, min_size=1, max_size=3)
        )
        for column, values in {**kinds, "status": _TEXTS, "priority": _TEXTS}.items()
    ]
    between = [
        st.builds(
            lambda column, pair: _condition(column, Operator.BETWEEN, "between", sorted(pair)),
            st.just(column),
            st.tuples(values, values),
        )
        for column, values in kinds.items()
    ]
    equal = [
        st.builds(
            _condition, st.sampled_from(["status", "priority"]), st.just(operator), st.just(_COMPARED[operator]), _TEXTS
        )
        for operator in (Operator.EQ, Operator.NE)
    ]
    truths = [
        st.builds(_condition, st.just("flag"), st.just(operator), st.just(_COMPARED[operator]), st.booleans())
        for operator in (Operator.EQ, Operator.NE)
    ]
    null = [
        st.builds(_null_test, st.sampled_from(sorted(ROWS[0])), st.just(operator))
        for operator in (Operator.IS_NULL, Operator.IS_NOT_NULL)
    ]
    return st.one_of(*ordered, *listed, *between, *equal, *truths, *null)


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pairs=st.lists(_pairs(), min_size=1, max_size=3))
def test_filters_find_the_rows_of_the_rule_that_says_the_same(
    tables: TableService, pairs: list[tuple[Filter, dict[str, Any]]]
) -> None:
    filters = tuple(each for each, _ in pairs)
    assert ids(tables, Query("incidents", ("incident_id",), filters)) == asked(
        tables, {"all": [rule for _, rule in pairs]}
    )
