from __future__ import annotations

from datetime import UTC, date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.json_text import dumps, loads
from jarvis_desktop.tables import codec
from jarvis_desktop.tables.codec import Narrowing
from jarvis_desktop.tables.filters import PATH_OPERATORS, operators, read, takes_value
from jarvis_desktop.tables.relative import WORDS
from jarvis_desktop.tables.types import ColumnInfo, ColumnKind, Filter, Operator, Sort

COLUMNS = {kind: ColumnInfo(kind.value, kind, kind.value.title()) for kind in ColumnKind}
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
VALUES: dict[ColumnKind, st.SearchStrategy[Any]] = {
    ColumnKind.TEXT: texts,
    ColumnKind.INTEGER: st.integers(-(2**62), 2**62),
    ColumnKind.DECIMAL: st.decimals(allow_nan=False, allow_infinity=False, places=4),
    ColumnKind.BOOLEAN: st.booleans(),
    ColumnKind.DATETIME: st.datetimes(timezones=st.just(UTC)) | st.dates() | st.sampled_from(WORDS),
    ColumnKind.DATE: st.dates() | st.sampled_from([words for words in WORDS if "hour" not in words]),
    ColumnKind.JSON: texts,
    ColumnKind.ARRAY: texts,
}


@st.composite
def filters(draw: st.DrawFn) -> Filter:
    """A filter as the program makes them: read, with a value of its column's type."""
    kind = draw(st.sampled_from(ColumnKind))
    column = COLUMNS[kind]
    path = draw(st.sampled_from(["", "a.b"])) if kind is ColumnKind.JSON else ""
    operator = draw(st.sampled_from(operators(column, path)))
    values = texts if path else VALUES[kind]
    if operator in {Operator.IN, Operator.NOT_IN}:
        value: Any = draw(st.lists(values | st.none(), min_size=1, max_size=3))
    elif operator is Operator.BETWEEN:
        value = sorted(draw(st.tuples(values, values)), key=str)
        if kind in {ColumnKind.INTEGER, ColumnKind.DECIMAL}:
            value = sorted(value)
        elif kind in {ColumnKind.DATE, ColumnKind.DATETIME}:
            value = [date(2020, 1, 1), "today"]
    else:
        value = draw(values) if takes_value(operator) else None
    return read(column, Filter(column.name, operator, value, path))


sorts = st.none() | st.lists(st.builds(Sort, st.sampled_from(["a", "b"]), st.booleans()), max_size=2).map(tuple)


@given(st.lists(filters(), max_size=3), texts, sorts)
def test_what_is_saved_reads_back_as_it_was(made: list[Filter], text: str, sort: tuple[Sort, ...] | None) -> None:
    narrowing = Narrowing(tuple(made), text, sort)
    found = codec.read(loads(dumps(codec.write(narrowing))))
    reread = tuple(read(COLUMNS[ColumnKind(each.column)], each) for each in found.filters)
    assert Narrowing(reread, found.text, found.sort) == narrowing


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["version", "filters", "text", "sort", "column", "operator"]), inner, max_size=4
        )
    ),
    max_leaves=8,
)


@given(json_values)
def test_junk_is_refused_with_a_reason_or_read(junk: Any) -> None:
    try:
        codec.read(junk)
    except ConfigurationError as error:
        assert error.message  # noqa: PT017 - junk may as well be readable


@pytest.mark.parametrize(
    ("document", "reason"),
    [
        ([], "no JSON object"),
        ({"version": 2, "filters": []}, "another version"),
        ({"version": True, "filters": []}, "another version"),
        ({"version": 1, "filters": {}}, "no list"),
        ({"version": 1, "filters": [{"column": "a", "operator": "near"}]}, "near"),
        ({"version": 1, "filters": [], "text": 5}, "no text"),
        ({"version": 1, "filters": [{"column": "a", "path": 1}]}, "path"),
    ],
)
def test_what_is_wrong_is_said(document: Any, reason: str) -> None:
    with pytest.raises(ConfigurationError, match=reason):
        codec.read(document)


def test_the_operators_of_a_path_are_those_of_a_text() -> None:
    assert set(PATH_OPERATORS) < set(operators(COLUMNS[ColumnKind.TEXT]))
