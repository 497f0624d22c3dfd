from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from jarvis_desktop.tables.types import CELL_LIMIT, ColumnInfo, ColumnKind, Page, Row
from ui.core.locale import Locale
from ui.tables.formatting import RowWriter, WholeWriter, display, prose, writer

ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)
GERMAN = QLocale(QLocale.Language.German, QLocale.Country.Germany)


def written(kind: ColumnKind, value: Any, locale: QLocale = ENGLISH, name: str = "amount") -> str:
    return writer(ColumnInfo(name, kind, "Amount"), Locale.of(locale))(value)


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
        (ColumnKind.DATE, date(2026, 3, 31), "Mar 31, 2026", "31. März 2026"),
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
    assert written(ColumnKind.DATETIME, moment, GERMAN) == f"{local.day}. März 2026 {local:%H:%M}"


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


def row_of(*values: Any) -> Row:
    return Row("1", values)


def test_labels_stand_for_stored_values() -> None:
    columns = (
        ColumnInfo("status", ColumnKind.TEXT, "Status"),
        ColumnInfo("grade", ColumnKind.INTEGER, "Grade"),
        ColumnInfo("documents", ColumnKind.ARRAY, "Documents"),
        ColumnInfo("title", ColumnKind.TEXT, "Title"),
    )
    labels = {
        "status": {"in_progress": "In progress"},
        "grade": {"1": "1 · Frame"},
        "documents": {"runs": "Loss runs", "values": "Statement of values"},
    }
    write = RowWriter(columns, labels=labels, locale=ENGLISH)
    assert write.row(row_of("in_progress", 1, "runs, values", "in_progress")).texts == (
        "In progress",
        "1 · Frame",
        "Loss runs, Statement of values",
        "in_progress",
    )
    assert write.row(row_of("other", 20000, "runs, else", None)).texts == ("other", "20,000", "runs, else", "—")
    assert write.word(columns[0], "in_progress") == "In progress"
    assert write.word(columns[0], None) == "—"


def test_columns_that_only_rules_read_are_not_written() -> None:
    columns = (ColumnInfo("title", ColumnKind.TEXT, "Title"), ColumnInfo("status", ColumnKind.TEXT, "Status"))
    row = RowWriter(columns, shown=1).row(row_of("a", "open"))
    assert row.texts == ("a",)
    assert row.values == ("a", "open")


def test_whole_values_are_written_for_the_clipboard() -> None:
    columns = (
        ColumnInfo("title", ColumnKind.TEXT, "Title"),
        ColumnInfo("amount", ColumnKind.DECIMAL, "Amount"),
        ColumnInfo("documents", ColumnKind.ARRAY, "Documents"),
        ColumnInfo("status", ColumnKind.TEXT, "Status"),
    )
    write = WholeWriter(columns, {"documents": {"a": "A"}, "status": {"x": "X"}}, ENGLISH)
    long = "a\nb" * CELL_LIMIT
    assert write((long, Decimal("12345.5"), ["a", "b"], "x")) == [long, "12,345.5", "a, b", "X"]
    assert write((None, None, ["a"], None)) == ["", "", "A", ""]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x07b", "a␇b"),
        ("a\x7fb", "a␡b"),
        ("\u202eabc", "␦abc"),
        ("\u2067abc", "\u2067abc\u2069"),
        ("abc\u2069\u202c", "abc"),
        ("\u202b\u2067x\u202c", "\u202b\u2067x\u2069\u202c"),
        ("e" + "\u0301" * 9, "e" + "\u0301" * 3),
        ("שלום", "שלום"),
        ("  \r\n ", ""),
        ("\ud800", "\ufffd"),
    ],
)
def test_nothing_unseen_and_no_direction_leaves_its_cell(text: str, shown: str) -> None:
    assert prose(text) == shown


@given(text=st.text(st.characters(), max_size=40))
def test_every_text_is_one_line_and_closes_what_it_opens(text: str) -> None:
    shown = prose(text)
    assert not any(character in shown for character in "\n\r\t\x00\u2028\u2029\u202d\u202e")
    opened = sum(shown.count(mark) for mark in "\u2066\u2067\u2068")
    assert opened == shown.count("\u2069")
    assert prose(shown) == shown
