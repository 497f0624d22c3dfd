"""Values as people write them: what reads already stays, what is repaired is right, what is in doubt is asked."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.core.formula_guard import guarded
from jarvis_desktop.forms.columns import ColumnFacts
from jarvis_desktop.imports.cells import CellReader
from jarvis_desktop.imports.repairs.choices import Choices
from jarvis_desktop.imports.repairs.lists import literal, read_json, read_list
from jarvis_desktop.imports.repairs.moments import read_moment
from jarvis_desktop.imports.repairs.numbers import read_number
from jarvis_desktop.imports.repairs.words import Found, Repair, read_boolean
from jarvis_desktop.imports.types import Question, Style

STATUS = Choices((("open", "Open"), ("in_progress", "In progress"), ("resolved", "Resolved"), ("closed", "Closed")))
PRIORITY = Choices((("low", "Low"), ("medium", "Medium"), ("high", "High"), ("critical", "Critical")))

FIRST, LAST = datetime.fromisoformat("1000-01-01"), datetime.fromisoformat("9000-01-01")


def number(text: str, *, whole: bool = False, comma: bool | None = None) -> Found:
    return read_number(text, whole=whole, comma=comma)


def moment(text: str, *, day_first: bool | None = None) -> Found:
    return read_moment(text, day_first=day_first, utc=True, aware=False)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20), st.booleans())
def test_a_number_that_reads_already_is_not_touched(value: Decimal, comma: bool) -> None:
    text = format(value, "f")
    if comma and text.count(".") == 1 and len(text.partition(".")[2]) == 3:
        return
    assert number(text, comma=comma) == Found(text)


@given(st.integers(-(10**15), 10**15), st.integers(0, 99))
def test_grouped_numbers_mean_what_they_say_in_either_country(whole: int, cents: int) -> None:
    english = f"{whole:,}.{cents:02d}"
    european = english.translate(str.maketrans(",.", ".,"))
    sign = "-" if whole < 0 else ""
    wanted = Decimal(f"{sign}{abs(whole)}.{cents:02d}")
    assert Decimal(number(english).text) == wanted
    assert Decimal(number(european).text) == wanted


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("$1,234.50", "1234.50"), ("1.234,50 €", "1234.50"), ("EUR 12", "12"), ("(1,200.00)", "-1200.00"),
        ("12,5 %", "12.5"), ("1 234 567", "1234567"), ("1'234'567.8", "1234567.8"), ("12-", "-12"),
        ("\u22123,25", "-3.25"), ("-$5", "-5"), ("0,125", "0.125"), ("1,234,567", "1234567"), (".5", ".5"),
        ("1e3", "1e3"),
    ],
)  # fmt: skip
def test_numbers_as_people_write_them(text: str, stored: str) -> None:
    assert number(text).text == stored


def test_what_can_be_read_in_two_ways_is_not_guessed() -> None:
    assert number("1,234").ambiguous
    assert number("1,234", comma=True).text == "1.234"
    assert number("1,234", comma=False).text == "1234"
    assert number("1,234", whole=True).text == "1234"
    assert number("1.234", comma=True).text == "1234"
    assert moment("03/04/2026").ambiguous
    assert moment("03/04/2026", day_first=True).text == "2026-04-03 00:00:00"
    assert moment("03/04/2026", day_first=False).text == "2026-03-04 00:00:00"


@pytest.mark.parametrize("text", ["abc", "1,23,4", "12.5.1", "1.2,3.4", "--1", "1 23", "$", "%", "9" * 2000, "1_000"])
def test_what_is_no_number_is_refused(text: str) -> None:
    assert number(text).problem


def test_whole_numbers_may_have_decimals_of_zero_only() -> None:
    assert number("12.0", whole=True) == Found("12", Repair.WHOLE)
    assert number("12.5", whole=True).problem == "must be a whole number"


@given(st.datetimes(min_value=FIRST, max_value=LAST))
def test_an_instant_as_exports_write_it_is_the_same_again(value: datetime) -> None:
    text = value.replace(tzinfo=UTC).isoformat(" ")
    assert moment(text) == Found(value.isoformat(" "))


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("31.03.2026 14:30", "2026-03-31 14:30:00"), ("31/03/2026", "2026-03-31 00:00:00"),
        ("03/31/2026 2:30 PM", "2026-03-31 14:30:00"), ("31 Mar 2026", "2026-03-31 00:00:00"),
        ("March 31, 2026 12:05 am", "2026-03-31 00:05:00"), ("31-Mar-26", "2026-03-31 00:00:00"),
        ("2026/3/1", "2026-03-01 00:00:00"), ("31.3.26", "2026-03-31 00:00:00"), ("1.2.1999", "1999-02-01 00:00:00"),
        ("2026-03-31T14:30:00+02:00", "2026-03-31 12:30:00"), ("31/03/2026 14:30 +0200", "2026-03-31 12:30:00"),
        ("Tuesday, 31 March 2026", "2026-03-31 00:00:00"), ("infinity", "infinity"),
    ],
)  # fmt: skip
def test_dates_as_people_write_them(text: str, stored: str) -> None:
    assert moment(text).text == stored


@pytest.mark.parametrize(
    "text", ["31.02.2026", "soon", "2026", "461120", "13/13/2026", "1/2", "2026-13-01", "x" * 500, "0/1/26"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    assert moment(text).problem


@pytest.mark.parametrize(
    ("text", "stored"),
    [("46112", "2026-03-31 00:00:00"), ("46112.5", "2026-03-31 12:00:00"), ("46112,604166667", "2026-03-31 14:30:00")],
)
def test_day_numbers_of_spreadsheets_are_dates_and_shown_as_a_repair(text: str, stored: str) -> None:
    assert moment(text) == Found(stored, Repair.DAY_NUMBER)


def test_a_date_against_the_order_that_was_said_is_refused() -> None:
    assert moment("03/31/2026", day_first=True).problem
    assert moment("31/03/2026", day_first=False).problem


@pytest.mark.parametrize(
    ("text", "stored"),
    [("In-Progress", "in_progress"), ("IN PROGRESS", "in_progress"), ("open", "open"), ("Resolvd", "resolved")],
)
def test_choices_in_other_spellings(text: str, stored: str) -> None:
    found = STATUS.read(text)
    assert found is not None
    assert found.text == stored
    assert bool(found.repair) is (text != stored)


def test_numbered_choices_and_those_that_are_none() -> None:
    for text in ("1 - Critical", "Critical (1)", "1. critical", "CRITICAL"):
        found = PRIORITY.read(text)
        assert found is not None
        assert found.text == "critical", text
    assert PRIORITY.read("urgent") is None
    assert PRIORITY.read("hihg") is None
    assert STATUS.read("under review") is None


@given(st.lists(st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), min_size=1)))
def test_lists_as_the_server_writes_them_come_back(items: list[str]) -> None:
    assert read_list(literal(items)) == (items, "")


def test_lists_as_people_write_them() -> None:
    assert read_list("a; b;c") == (["a", "b", "c"], Repair.LIST)
    assert read_list('["a", "b, c"]') == (["a", "b, c"], Repair.LIST)
    assert read_json('{"a": [1.10]}') == Found('{"a": [1.10]}')
    assert read_json("{'a': 1}").problem


def test_yes_and_no_in_words() -> None:
    assert read_boolean("true") == Found("true")
    assert read_boolean("Yes") == Found("true", Repair.YES_NO)
    assert read_boolean("f") == Found("false", Repair.YES_NO)
    assert read_boolean("maybe").problem


def cells(sql_type: str, style: Style | None = None) -> CellReader:
    return CellReader(ColumnFacts("c", sql_type), "C", style or Style())


@given(st.text(max_size=300))
def test_a_text_of_our_own_export_is_stored_letter_by_letter(text: str) -> None:
    kept = text.encode("utf-8", "ignore").decode().replace("\0", "")
    found = cells("text", Style(exact=True)).verdict(guarded(kept))
    assert (found.text or "") == kept


@given(st.text(max_size=300))
def test_any_text_is_stored_or_refused_and_never_raises(text: str) -> None:
    for sql_type in ("text", "character varying(5)", "integer", "numeric(10,2)", "boolean", "jsonb", "text[]",
                     "timestamp without time zone", "date", "uuid", "integer[]"):  # fmt: skip
        for style in (Style(), Style(day_first=True, decimal_comma=True, exact=True)):
            found = cells(sql_type, style).verdict(text)
            assert found.text is None or not found.problem
            assert "\0" not in (found.text or "")


def test_words_for_nothing_are_empty_and_told() -> None:
    for sql_type in ("text", "integer", "timestamp without time zone"):
        for word in ("?", "n/a", "#N/A", "NULL"):
            assert cells(sql_type).verdict(word)[:2] == (None, Repair.EMPTY), word
    assert cells("text").verdict("none").text == "none"
    assert cells("integer").verdict("none").text is None


def test_what_a_column_cannot_hold_is_refused_in_words() -> None:
    assert cells("character varying(3)").verdict("abcd").problem == "C can have at most 3 characters"
    assert cells("numeric(5,2)").verdict("1.234").problem == "C can have at most 2 decimals"
    assert "between" in cells("smallint").verdict("40000").problem
    assert "spreadsheet error #DIV/0!" in cells("integer").verdict("#DIV/0!").problem
    assert cells("timestamp without time zone").verdict("03/04/2026").question is Question.DAY_FIRST
    assert cells("numeric").verdict("1,234").question is Question.DECIMAL_COMMA
