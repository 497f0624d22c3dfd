from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from jarvis_desktop.tables.types import CELL_LIMIT, ColumnInfo, ColumnKind, Page, Row
from ui.tables.formatting import display, prose, writer

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)


def written(kind: ColumnKind, value: Any, locale: QLocale = ENGLISH, name: str = "amount") -> str:
    return writer(ColumnInfo(name, kind, "Amount"), locale)(value)


@pytest.mark.parametrize(
    ("kind", "value", "english", "german"),
    [
        (ColumnKind.INTEGER, 1970, "1970", "1970"),
        (ColumnKind.INTEGER, -1234567, "-1,234,567", "-1.234.567"),
        (ColumnKind.DECIMAL, Decimal("1234567.50"), "1,234,567.50", "1.234.567,50"),
        (ColumnKind.DECIMAL, Decimal("0"), "0", "0"),
        (ColumnKind.DECIMAL, Decimal("12345678901234567890.12"), "12,345,678,901,234,567,890.12", None),
        (ColumnKind.DECIMAL, 0.1, "0.1", "0,1"),
        (ColumnKind.DECIMAL, Decimal("NaN"), "NaN", "NaN"),
        (ColumnKind.DECIMAL, Decimal("1e900"), "1.000000e+900", None),
        (ColumnKind.BOOLEAN, False, "No", "No"),
        (ColumnKind.DATE, date(2026, 3, 31), "31 Mar 2026", None),
        (ColumnKind.JSON, '{"a": 1}', '{"a": 1}', '{"a": 1}'),
    ],
)
def test_values_are_written_as_people_write_them(
    kind: ColumnKind, value: Any, english: str, german: str | None
) -> None:
    assert written(kind, value) == english
    if german is not None:
        assert written(kind, value, GERMAN) == german


def test_an_instant_is_written_in_local_time() -> None:
    moment = datetime(2026, 3, 31, 14, 5, tzinfo=UTC)
    local = moment.astimezone()
    assert written(ColumnKind.DATETIME, moment) == f"{local.day} Mar 2026 {local:%H:%M}"


def test_numbers_that_identify_are_not_grouped() -> None:
    assert written(ColumnKind.INTEGER, 1234567, name="id") == "1234567"
    assert written(ColumnKind.INTEGER, 1234567, name="agent_id") == "1234567"


def test_long_and_broken_texts_stay_on_one_line() -> None:
    assert prose("a\n b\tc\u2028d") == "a b c d"
    assert prose("x" * CELL_LIMIT) == "x" * CELL_LIMIT
    assert prose("x" * (CELL_LIMIT + 1)) == "x" * CELL_LIMIT + "…"


def test_nothing_is_a_dash() -> None:
    columns = tuple(ColumnInfo(kind.value, kind, kind.value) for kind in ColumnKind)
    page = display(Page(columns, (Row("1", (None,) * len(columns)),), None), ENGLISH)
    assert page.rows[0].texts == ("—",) * len(columns)


@given(value=st.decimals(allow_nan=True, allow_infinity=True) | st.floats() | st.integers())
def test_every_number_can_be_written(value: Any) -> None:
    text = written(ColumnKind.DECIMAL, value)
    assert text
    if isinstance(value, Decimal) and value.is_finite() and abs(value.adjusted()) < 20:
        assert Decimal(text.replace(",", "")) == value
