from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.core.errors import InvalidInput
from jarvis_desktop.tables.filters import OPERATORS, read, read_all, takes_value, words
from jarvis_desktop.tables.relative import Relative, Stretch
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind, Filter, Operator


def column(kind: ColumnKind) -> ColumnInfo:
    return ColumnInfo("amount", kind, "Amount")


def value_of(kind: ColumnKind, typed: Any, operator: Operator = Operator.EQ) -> Any:
    return read(column(kind), Filter("amount", operator, typed)).value


@pytest.mark.parametrize(
    ("kind", "typed", "expected"),
    [
        (ColumnKind.INTEGER, "42", 42),
        (ColumnKind.INTEGER, " 1,234,567 ", 1234567),
        (ColumnKind.INTEGER, 7.0, 7),
        (ColumnKind.INTEGER, Decimal("7"), 7),
        (ColumnKind.DECIMAL, "0.10", Decimal("0.10")),
        (ColumnKind.DECIMAL, 0.1, Decimal("0.1")),
        (ColumnKind.BOOLEAN, "Yes", True),
        (ColumnKind.BOOLEAN, False, False),
        (ColumnKind.DATE, "2026-03-31", date(2026, 3, 31)),
        (ColumnKind.DATE, "2026-03-31T10:00", date(2026, 3, 31)),
        (ColumnKind.DATETIME, "2026-03-31", date(2026, 3, 31)),
        (ColumnKind.DATETIME, "2026-03-31T10:00:00+02:00", datetime(2026, 3, 31, 8, tzinfo=UTC)),
        (ColumnKind.TEXT, 5, "5"),
        (ColumnKind.TEXT, "", ""),
    ],
)
def test_a_value_is_read_as_its_columns_type(kind: ColumnKind, typed: Any, expected: Any) -> None:
    found = value_of(kind, typed)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        (ColumnKind.INTEGER, "abc"),
        (ColumnKind.INTEGER, "1.5"),
        (ColumnKind.INTEGER, ""),
        (ColumnKind.INTEGER, True),
        (ColumnKind.INTEGER, str(2**63)),
        (ColumnKind.INTEGER, "1e999999"),
        (ColumnKind.DECIMAL, "NaN"),
        (ColumnKind.DECIMAL, float("inf")),
        (ColumnKind.DECIMAL, "1,23"),
        (ColumnKind.DECIMAL, [1]),
        (ColumnKind.BOOLEAN, "maybe"),
        (ColumnKind.DATE, "31.3.2026"),
        (ColumnKind.DATETIME, "some day"),
        (ColumnKind.DATETIME, 5),
        (ColumnKind.TEXT, None),
        (ColumnKind.TEXT, {"a": 1}),
        (ColumnKind.TEXT, "nul\0"),
        (ColumnKind.TEXT, "\ud800"),
    ],
)
def test_a_value_that_cannot_be_one_is_a_problem_of_that_column(kind: ColumnKind, typed: Any) -> None:
    with pytest.raises(InvalidInput) as caught:
        value_of(kind, typed)
    assert [problem.field for problem in caught.value.problems] == ["amount"]
    assert "Amount" in caught.value.problems[0].message


def test_several_values_come_from_a_list_or_from_text_with_commas() -> None:
    assert value_of(ColumnKind.INTEGER, "1, 2,,3", Operator.IN) == (1, 2, 3)
    assert value_of(ColumnKind.TEXT, ["open", "closed"], Operator.IN) == ("open", "closed")
    with pytest.raises(InvalidInput):
        value_of(ColumnKind.TEXT, " , ", Operator.IN)


def test_an_operator_that_a_kind_lacks_is_refused_in_words() -> None:
    with pytest.raises(InvalidInput, match="cannot be filtered with “starts with”"):
        value_of(ColumnKind.INTEGER, 1, Operator.STARTS_WITH)


def test_all_problems_are_told_at_once() -> None:
    columns = {"a": ColumnInfo("a", ColumnKind.INTEGER, "A"), "b": ColumnInfo("b", ColumnKind.DATE, "B")}
    conditions = (Filter("a", Operator.EQ, "x"), Filter("b", Operator.EQ, "y"), Filter("a", Operator.EQ, "1"))
    with pytest.raises(InvalidInput) as caught:
        read_all(columns, conditions)
    assert [problem.field for problem in caught.value.problems] == ["a", "b"]


def test_every_operator_of_every_kind_has_words() -> None:
    for kind in ColumnKind:
        spoken = [words(operator, kind) for operator in OPERATORS[kind]]
        assert len(set(spoken)) == len(spoken)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(kind=st.sampled_from(ColumnKind), operator=st.sampled_from(Operator), value=json_values)
def test_any_junk_is_either_read_or_told_as_a_problem(kind: ColumnKind, operator: Operator, value: Any) -> None:
    try:
        made = read(column(kind), Filter("amount", operator, value))
    except InvalidInput as error:
        assert error.problems[0].field == "amount"  # noqa: PT017 - junk may as well be readable
    else:
        hash(made)
        assert takes_value(operator) or made.value is None


def test_between_takes_two_values_in_their_order() -> None:
    assert value_of(ColumnKind.INTEGER, ("1", 5), Operator.BETWEEN) == (1, 5)
    assert value_of(ColumnKind.DATE, "2026-01-01 to today", Operator.BETWEEN) == (date(2026, 1, 1), Relative("today"))
    for wrong in [(1,), (1, 2, 3), 5, ("a", 1), (5, 1), ("", 2)]:
        with pytest.raises(InvalidInput):
            value_of(ColumnKind.INTEGER, wrong, Operator.BETWEEN)


def test_a_list_may_hold_nothing_as_a_value() -> None:
    assert value_of(ColumnKind.TEXT, ["open", None, ""], Operator.IN) == ("open", None, "")
    assert value_of(ColumnKind.INTEGER, ["1", None, " "], Operator.NOT_IN) == (1, None)


def test_words_for_days_are_kept_until_the_query_runs() -> None:
    kept = read(column(ColumnKind.DATE), Filter("amount", Operator.GE, "Last 7  days"))
    assert kept.value == Relative("last 7 days")
    now = datetime(2026, 3, 31, 12, tzinfo=UTC)
    (run,) = read_all({"amount": column(ColumnKind.DATE)}, (kept,), now=now)
    assert run.value == Stretch(date(2026, 3, 25), date(2026, 4, 1))


def test_a_path_asks_for_the_text_of_a_document() -> None:
    kept = read(column(ColumnKind.JSON), Filter("amount", Operator.EQ, "yes", " owner. name "))
    assert (kept.path, kept.value) == ("owner.name", "yes")
    for kind, path in [(ColumnKind.TEXT, "a"), (ColumnKind.JSON, "a..b"), (ColumnKind.JSON, ".".join("a" * 30))]:
        with pytest.raises(InvalidInput):
            read(column(kind), Filter("amount", Operator.EQ, "yes", path))
