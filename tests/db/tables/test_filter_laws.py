"""A filter finds the same rows in SQL as in Python, NULL included; its opposite finds the others."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import insert, text

from jarvis_desktop.db.schema import TABLES
from jarvis_desktop.tables.relative import Relative
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import Filter, Operator, Query
from tests.support.laws import examples

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.db.engine import Database

TODAY = datetime.now().astimezone().date()
WORDS = ["open", "Open", "in progress", "", "50% off", "a_b", "x"]
NUMBERS = [-5, 0, 1, 7, 10**12]
PRICES = [Decimal("-0.5"), Decimal(0), Decimal("19.90")]
DAYS = [TODAY - timedelta(days=offset) for offset in (0, 1, 6, 7, 40)]
INSTANTS = [datetime.combine(day, time(12), UTC) for day in DAYS]
ROWS: list[dict[str, Any]] = [
    {
        "title": f"T{place}",
        "status": [*WORDS, None][place % 8],
        "amount": [*NUMBERS, None][place % 6],
        "price": [*PRICES, None][place % 4],
        "flag": [True, False, None][place % 3],
        "day": [*DAYS, None][place % 6],
        "moment": [*INSTANTS, None][(place + 1) % 6],
        "flags": [{"a": {"b": "open"}}, {"a": {"b": None}}, {"a": 5}, None][place % 4],
    }
    for place in range(48)
]
LISTED = [Operator.IN, Operator.NOT_IN]
COMPARED = [Operator.EQ, Operator.NE, Operator.LT, Operator.LE, Operator.GT, Operator.GE]


@pytest.fixture
def tables(database: Database) -> TableService:
    with database.write() as session:
        session.execute(
            text(
                "ALTER TABLE incidents ADD COLUMN amount bigint, ADD COLUMN price numeric, ADD COLUMN flag boolean, "
                "ADD COLUMN day date, ADD COLUMN moment timestamptz"
            )
        )
        for place, row in enumerate(ROWS):
            known = {"incident_id": f"INC-{place}", "title": row["title"], "status": row["status"]}
            session.execute(insert(TABLES["incidents"]).values(**known, critical_flags=row["flags"]))
            session.execute(
                text(
                    "UPDATE incidents SET amount = :amount, price = :price, flag = :flag, day = :day, moment = :moment "
                    "WHERE incident_id = :key"
                ),
                {**{name: row[name] for name in ("amount", "price", "flag", "day", "moment")}, "key": f"INC-{place}"},
            )
    return TableService(database)


def found(tables: TableService, *filters: Filter) -> set[str]:
    page = tables.page(Query("incidents", ("title",), filters))
    assert page.after is None
    return {row.values[0] for row in page.rows}


def expected(asked: Filter) -> set[str]:
    return {row["title"] for row in ROWS if holds(asked, row)}


def holds(asked: Filter, row: Mapping[str, Any]) -> bool:
    value = at_path(row["flags"]) if asked.path else row[asked.column]
    match asked.operator:
        case Operator.IS_NULL:
            return value is None
        case Operator.IS_NOT_NULL:
            return value is not None
        case Operator.IN:
            return value in asked.value
        case Operator.NOT_IN:
            return value not in asked.value
        case Operator.NOT_CONTAINS:
            return value is None or asked.value.casefold() not in value.casefold()
    if value is None:
        return False
    if asked.operator is Operator.CONTAINS:
        return bool(asked.value.casefold() in value.casefold())
    if asked.operator is Operator.STARTS_WITH:
        return bool(value.casefold().startswith(asked.value.casefold()))
    if asked.operator is Operator.BETWEEN:
        return compared(Operator.GE, value, asked.value[0]) and compared(Operator.LE, value, asked.value[1])
    return compared(asked.operator, value, asked.value)


def compared(operator: Operator, value: Any, other: Any) -> bool:
    if isinstance(value, datetime) and not isinstance(other, datetime):
        value = value.astimezone().date()
    first, last = span(other)
    match operator:
        case Operator.EQ:
            return bool(first <= value <= last)
        case Operator.NE:
            return not first <= value <= last
        case Operator.LT:
            return bool(value < first)
        case Operator.LE:
            return bool(value <= last)
        case Operator.GT:
            return bool(value > last)
        case _:
            return bool(value >= first)


def span(other: Any) -> tuple[Any, Any]:
    if not isinstance(other, Relative):
        return other, other
    return {
        "today": (TODAY, TODAY),
        "last 7 days": (TODAY - timedelta(days=6), TODAY),
        "7 days ago": (TODAY - timedelta(days=7), TODAY - timedelta(days=7)),
    }[other.words]


def at_path(document: Any) -> str | None:
    inner = document.get("a") if document else None
    return inner.get("b") if isinstance(inner, dict) else None


spoken = st.sampled_from(["today", "last 7 days", "7 days ago"]).map(Relative)
columns: dict[str, st.SearchStrategy[Any]] = {
    "status": st.sampled_from(WORDS),
    "amount": st.sampled_from([*NUMBERS, 3]),
    "price": st.sampled_from([*PRICES, Decimal(7)]),
    "day": st.sampled_from(DAYS) | spoken,
    "moment": st.sampled_from(DAYS) | st.sampled_from(INSTANTS) | spoken,
}


@st.composite
def filters(draw: st.DrawFn) -> Filter:
    name = draw(st.sampled_from([*columns, "flag", "critical_flags"]))
    if name == "flag":
        return Filter(name, draw(st.sampled_from([Operator.EQ, Operator.NE])), draw(st.booleans()))
    if name == "critical_flags":
        operator = draw(st.sampled_from([Operator.EQ, Operator.CONTAINS, Operator.NOT_CONTAINS, Operator.IS_NULL]))
        return Filter(name, operator, draw(st.sampled_from(["open", "PEN", "5"])), "a.b")
    values = columns[name]
    if name == "status" and draw(st.booleans()):
        operator = draw(st.sampled_from([Operator.CONTAINS, Operator.NOT_CONTAINS, Operator.STARTS_WITH]))
        return Filter(name, operator, draw(st.sampled_from(["o", "OPEN", "%", "_", "0% "])))
    # The order of texts is the database's own; other kinds compare as in Python.
    operator = draw(st.sampled_from(COMPARED[: 2 if name == "status" else 6]))
    if name in {"amount", "price"} and draw(st.booleans()):
        return Filter(name, Operator.BETWEEN, tuple(sorted(draw(st.tuples(values, values)))))
    if name != "moment" and draw(st.booleans()):
        plain = values.filter(lambda value: not isinstance(value, Relative))
        listed = draw(st.lists(plain | st.none(), min_size=1, max_size=3))
        return Filter(name, draw(st.sampled_from(LISTED)), tuple(listed))
    return Filter(name, operator, draw(values))


@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=filters())
def test_sql_and_python_find_the_same_rows(tables: TableService, asked: Filter) -> None:
    assert found(tables, asked) == expected(asked)


@pytest.mark.parametrize("column", ["status", "amount", "price", "day"])
def test_a_row_is_on_one_side_of_a_list_and_of_its_opposite(tables: TableService, column: str) -> None:
    every = {row["title"] for row in ROWS}
    for listed in [(ROWS[0][column],), (ROWS[0][column], None), (None,)]:
        inside = found(tables, Filter(column, Operator.IN, listed))
        assert found(tables, Filter(column, Operator.NOT_IN, listed)) == every - inside
        assert 0 < len(inside) < len(every)


def test_what_contains_and_what_does_not_are_all_rows(tables: TableService) -> None:
    inside = found(tables, Filter("status", Operator.CONTAINS, "open"))
    assert found(tables, Filter("status", Operator.NOT_CONTAINS, "open")) == {r["title"] for r in ROWS} - inside


def test_between_days_takes_both_days_whole(tables: TableService) -> None:
    asked = Filter("moment", Operator.BETWEEN, (DAYS[2], DAYS[1]))
    days = {row["title"]: row["moment"] and row["moment"].astimezone().date() for row in ROWS}
    assert found(tables, asked) == {title for title, day in days.items() if day and DAYS[2] <= day <= DAYS[1]}
    assert found(tables, Filter("moment", Operator.BETWEEN, (date(2000, 1, 1), "today"))) == {
        row["title"] for row in ROWS if row["moment"]
    }
