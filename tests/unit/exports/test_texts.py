from __future__ import annotations

import csv
import io
import json as plain_json
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.exports.texts import TextColumn, html, identifier, insert, json, literal, markdown, tsv
from jarvis_desktop.tables.types import ColumnKind

NAME = TextColumn("name", "Name")
AMOUNT = TextColumn("amount", "Amount", ColumnKind.DECIMAL, "numeric")
FLAGS = TextColumn("flags", "Flags", ColumnKind.JSON, "jsonb")
YES = TextColumn("yes", "Yes", ColumnKind.BOOLEAN, "bool")


def test_tabs_breaks_and_quotes_stand_in_quotes() -> None:
    text = "".join(tsv([NAME, AMOUNT], [("a\tb", "1"), ('say "x"\nnow', ""), ("plain", "2")]))
    assert text == 'Name\tAmount\n"a\tb"\t1\n"say ""x""\nnow"\t\nplain\t2'


cell = st.text(st.characters(exclude_characters="\r\0", exclude_categories=["Cs"]), max_size=20)


@given(rows=st.lists(st.tuples(cell, cell), max_size=5))
def test_every_table_is_read_back_by_a_spreadsheet(rows: list[tuple[str, str]]) -> None:
    text = "".join(tsv([NAME, AMOUNT], rows))
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter="\t"))
    assert read == [["Name", "Amount"], *map(list, rows)]


def test_the_html_table_escapes() -> None:
    text = "".join(html([NAME, AMOUNT], [("<b>&\nx", "1")]))
    assert "<td>&lt;b&gt;&amp;<br>x</td>" in text
    assert '<td align="right">1</td>' in text


def test_markdown_stays_a_table() -> None:
    text = "".join(markdown([NAME, AMOUNT], [("a|b\\|c\nd", "1.5"), ("*bold* _x_ snake_case", "")]))
    assert text.split("\n") == [
        "| Name | Amount |",
        "| --- | ---: |",
        r"| a\|b\\\|c<br>d | 1.5 |",
        r"| \*bold\* \_x\_ snake_case |  |",
    ]


@given(rows=st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_markdown_has_one_line_a_row(rows: list[tuple[str, str]]) -> None:
    text = "".join(markdown([NAME, AMOUNT], rows))
    lines = text.split("\n")
    assert len(lines) == 2 + len(rows)
    assert all(line.replace("\\\\", "").replace("\\|", "").count("|") == 3 for line in lines)


def test_json_holds_the_stored_values() -> None:
    moment = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    columns = [NAME, AMOUNT, FLAGS, TextColumn("at", "At", ColumnKind.DATETIME), TextColumn("day", "Day")]
    rows = [("x", Decimal("1.10"), '{"a": [1, 2.50]}', moment, date(2026, 1, 2)), (None, None, None, None, None)]
    text = "".join(json(columns, rows))
    assert '"amount": 1.10' in text
    assert "2.50" in text
    read = plain_json.loads(text)
    assert read[0]["flags"] == {"a": [1, 2.5]}
    assert read[0]["at"] == "2026-01-02T03:04:00+00:00"
    assert read[1] == {"name": None, "amount": None, "flags": None, "at": None, "day": None}
    assert plain_json.loads("".join(json(columns, []))) == []


def test_json_writes_even_what_is_no_json() -> None:
    text = "".join(json([AMOUNT, FLAGS], [(Decimal("NaN"), "no json")]))
    assert plain_json.loads(text) == [{"amount": "NaN", "flags": "no json"}]


@pytest.mark.parametrize(
    ("column", "written", "expected"),
    [
        (NAME, None, "NULL"),
        (NAME, "it's", "'it''s'"),
        (NAME, r"a\b", r"'a\b'"),
        (NAME, "12", "'12'"),
        (AMOUNT, "-12.50", "-12.50"),
        (AMOUNT, "NaN", "'NaN'"),
        (AMOUNT, "1e+30", "1e+30"),
        (TextColumn("m", "M", ColumnKind.DECIMAL, "money"), "$1.00", "'$1.00'"),
        (YES, "true", "true"),
        (FLAGS, '{"a": "b\'c"}', "'{\"a\": \"b''c\"}'"),
    ],
)
def test_values_are_written_as_sql_reads_them(column: TextColumn, written: str | None, expected: str) -> None:
    assert literal(column, written) == expected


def test_each_row_is_one_insert() -> None:
    text = "".join(insert('odd"name', [NAME, AMOUNT], [("a", "1"), (None, None)]))
    assert text.split("\n") == [
        'INSERT INTO "odd""name" ("name", "amount") VALUES (\'a\', 1);',
        'INSERT INTO "odd""name" ("name", "amount") VALUES (NULL, NULL);',
    ]
    assert identifier("user") == '"user"'
