"""Every kind reads back what it shows."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.forms.field_types import FIELD_TYPES
from jarvis_desktop.forms.kinds.field_type import MAX_NUMBER_CHARACTERS, FieldType
from jarvis_desktop.forms.kinds.moments import DateTimeType
from jarvis_desktop.forms.types import FieldDefinition, FieldKind
from jarvis_desktop.forms.values import same_value
from tests.unit.forms.forms import JUNK, TYPES

_PLAIN = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=30)
_EXACT = st.decimals(
    allow_nan=False, allow_infinity=False, min_value=Decimal("-1e40"), max_value=Decimal("1e40")
).filter(lambda number: len(f"{number:f}") <= MAX_NUMBER_CHARACTERS)
_ITEMS = st.lists(_PLAIN.filter(lambda text: text.strip() != ""), min_size=1, max_size=4, unique=True).map(tuple)
_FILES = st.lists(
    st.fixed_dictionaries(
        {"name": _PLAIN.filter(str.strip), "size": st.integers(0, 10**12), "type": st.just("image/png"),
         "hash": st.text("0123456789abcdef", min_size=64, max_size=64)}
    ),
    min_size=1, max_size=3,
).map(tuple)  # fmt: skip
VALUES: dict[FieldKind, st.SearchStrategy[Any]] = {
    FieldKind.TEXT: _PLAIN,
    FieldKind.TEXTAREA: _PLAIN,
    FieldKind.NUMBER: _EXACT,
    FieldKind.DECIMAL: _EXACT,
    FieldKind.INTEGER: st.integers(-(10**60), 10**60),
    FieldKind.SELECT: _PLAIN.filter(lambda text: text.strip() != ""),
    FieldKind.MULTISELECT: _ITEMS,
    FieldKind.LOOKUP: _PLAIN.filter(lambda text: text.strip() != ""),
    FieldKind.LOOKUP_MANY: _ITEMS,
    FieldKind.ADDRESS: st.dictionaries(
        st.sampled_from(["street", "city", "postal_code", "country", "other"]), _PLAIN.filter(bool), min_size=1
    ),
    FieldKind.MATURITY_SELECTOR: st.sampled_from(["L1", "L5"]),
    FieldKind.CAPABILITY_BUILDER: st.lists(st.fixed_dictionaries({"name": _PLAIN}), min_size=1, max_size=2).map(tuple),
    FieldKind.GOVERNANCE_PANEL: st.dictionaries(_PLAIN, _PLAIN | st.integers(), min_size=1, max_size=3),
    FieldKind.VERSION_CONTROL: st.dictionaries(_PLAIN, _PLAIN | st.integers(), min_size=1, max_size=3),
    FieldKind.REPEAT: st.lists(
        st.dictionaries(_PLAIN, _PLAIN | st.integers() | st.booleans(), max_size=3), min_size=1, max_size=3
    ).map(tuple),
    FieldKind.FILE: _FILES,
    FieldKind.IMAGE: _FILES,
    FieldKind.TAGS: _ITEMS,
    FieldKind.TOGGLE: st.booleans(),
    FieldKind.CHECKBOX: st.booleans(),
    FieldKind.DATE: st.dates(),
    FieldKind.DATETIME: st.datetimes(timezones=st.just(UTC)),
    FieldKind.EMAIL: _PLAIN,
    FieldKind.URL: _PLAIN,
    FieldKind.TEL: _PLAIN,
    FieldKind.JSON: JUNK.filter(lambda value: value is not None),
    FieldKind.MARKDOWN: _PLAIN,
    FieldKind.PASSWORD: _PLAIN,
    FieldKind.COLOR: _PLAIN,
    FieldKind.UUID: st.uuids().map(str),
    FieldKind.CODE: _PLAIN,
    FieldKind.CURRENCY: _EXACT,
    FieldKind.PERCENT: _EXACT,
    FieldKind.RANGE: _EXACT,
    FieldKind.RATING: st.integers(0, 10),
    FieldKind.TIME: st.times(),
    FieldKind.DURATION: st.timedeltas(),
    FieldKind.RADIO: _PLAIN.filter(lambda text: text.strip() != ""),
    FieldKind.COMPUTED: _PLAIN.filter(lambda text: text.strip() != ""),
    FieldKind.HEADING: st.none(),
    FieldKind.GROUP: st.none(),
    FieldKind.TABS: st.none(),
    FieldKind.NOTICE: st.none(),
}


def field(kind: str) -> FieldDefinition:
    return FieldDefinition("f", kind, "The field")


def test_every_kind_has_a_type_and_a_law() -> None:
    assert set(TYPES) == {kind.value for kind in FieldKind} == {kind.value for kind in VALUES}


@pytest.mark.parametrize("kind", FIELD_TYPES, ids=lambda entry: entry.kind)
@given(data=st.data())
def test_what_is_shown_is_read_back(kind: FieldType, data: st.DataObject) -> None:
    value = data.draw(VALUES[kind.kind])
    law = DateTimeType(kind.kind, UTC) if isinstance(kind, DateTimeType) else kind
    parsed = law.parse(field(kind.kind), law.display(value))
    assert parsed.problem is None
    assert same_value(parsed.value, value)


@pytest.mark.parametrize("kind", FIELD_TYPES, ids=lambda entry: entry.kind)
@given(junk=JUNK)
def test_junk_is_a_value_or_a_problem_and_can_always_be_shown(kind: FieldType, junk: Any) -> None:
    parsed = kind.parse(field(kind.kind), junk)
    assert parsed.problem is None or parsed.problem.message.startswith("The field ")
    assert isinstance(kind.display(junk), str)
    assert isinstance(kind.fault(junk), str)


@pytest.mark.parametrize("kind", FIELD_TYPES, ids=lambda entry: entry.kind)
def test_nothing_is_no_value(kind: FieldType) -> None:
    assert kind.parse(field(kind.kind), "").value is None
    assert kind.read(None) is None


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("integer", " 42 ", 42),
        ("integer", "10.0", 10),
        ("decimal", "0.10000000000000000000001", Decimal("0.10000000000000000000001")),
        ("date", "2026-02-28", date(2026, 2, 28)),
        ("datetime", "2026-02-28T10:00:00+02:00", datetime(2026, 2, 28, 8, tzinfo=UTC)),
        ("tags", 'fire, "smoke, heat" ,water', ("fire", "smoke, heat", "water")),
        ("tags", '["a", "b"]', ("a", "b")),
        ("json", '{"n": 1.10}', {"n": Decimal("1.10")}),
        ("toggle", "yes", True),
        ("time", "9:05", time(9, 5)),
        ("time", "14:30:15.25", time(14, 30, 15, 250_000)),
        ("time", "2:30 pm", time(14, 30)),
        ("time", "12 am", time(0, 0)),
        ("duration", "1h 30min", timedelta(minutes=90)),
        ("duration", "1:30", timedelta(minutes=90)),
        ("duration", "2 days, 4 hours", timedelta(days=2, hours=4)),
        ("duration", "1.5h", timedelta(minutes=90)),
        ("duration", "PT45M", timedelta(minutes=45)),
        ("duration", "-90s", -timedelta(seconds=90)),
    ],
)
def test_typed_text_is_understood(kind: str, text: str, value: Any) -> None:
    assert TYPES[kind].parse(field(kind), text).value == value


@pytest.mark.parametrize(
    ("kind", "text", "reason"),
    [
        ("integer", "4.5", "must be a whole number"),
        ("number", "NaN", "must be a number"),
        ("number", "1e9999", "must be a number"),
        ("date", "31.12.", "must be a date such as"),
        ("datetime", "soon", "must be a date and time such as"),
        ("json", '{"a": }', "is not JSON: Expecting value at line 1, column 7"),
        ("toggle", "perhaps", "must be yes or no"),
        ("time", "25:00", "must be a time such as"),
        ("time", "14", "must be a time such as"),
        ("time", "13:00 pm", "must be a time such as"),
        ("duration", "soon", "must be a duration such as"),
        ("duration", "90", "must be a duration such as"),
        ("duration", "9999999999 days", "must be a duration such as"),
        ("rating", "4.5", "must be a whole number"),
    ],
)
def test_bad_text_is_a_problem_in_words(kind: str, text: str, reason: str) -> None:
    problem = TYPES[kind].parse(field(kind), text).problem
    assert problem is not None
    assert problem.message.startswith(f"The field {reason}")
