"""Files as people get them: read back, they hold what is stored."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook

from jarvis_desktop.core.errors import ConfigurationError, InvalidInput
from jarvis_desktop.core.formula_guard import is_risky, unguarded
from jarvis_desktop.core.json_text import loads
from jarvis_desktop.exports.types import ExportColumn, ExportFormat, ExportRequest, Separator
from jarvis_desktop.tables.types import Filter, Operator, Query, RowSet, Sort, Span
from tests.support.laws import examples

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.db.exports.conftest import Exports


HOSTILE = [
    "=1+1",
    "+4",
    "-5",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "  =1",
    '"=1',
    "'=1",
    "\uff1d1",
    "a,b",
    'say "x"',
    "two\nlines",
    "",
    "\\.",
    "<r>=1</r>",
    "_x0041_",
    "%s %(a)s %%",
    "שלום =1",
    "\u202e=1",
    "\x01\x02",
]
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)


def csv_rows(file: Path, separator: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline=""), delimiter=separator))


def json_rows(file: Path) -> list[Any]:
    return [loads(line) for line in file.read_bytes().decode().split("\n")[:-1]]


def sheets(file: Path) -> Iterator[list[list[Any]]]:
    book = load_workbook(str(file))
    for name in book.sheet_names:
        yield book.get_sheet_by_name(name).to_python()


@pytest.mark.parametrize("separator", list(Separator))
def test_no_text_of_a_csv_file_can_run_and_all_are_found_again(exports: Exports, separator: Separator) -> None:
    exports.store(*({"title": hostile} for hostile in HOSTILE))
    exported = exports.export("title", separator=separator)
    heading, *rows = csv_rows(exported.file, separator)
    assert heading == ["Title"]
    cells = [row[0] for row in rows]
    assert not any(is_risky(cell) and not cell.startswith("'") for cell in cells)
    assert [unguarded(cell) for cell in cells] == HOSTILE
    assert exported.guarded == sum(is_risky(hostile) for hostile in HOSTILE) == 11
    assert exported.rows == len(HOSTILE)


def test_any_text_comes_back_from_csv_and_json_lines(exports: Exports) -> None:
    @settings(max_examples=examples(10), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(st.lists(st.tuples(st.none() | TEXT, st.none() | TEXT), min_size=1, max_size=8))
    @example([("", None), (None, ""), ("'", "=")])
    def check(pairs: list[tuple[str | None, str | None]]) -> None:
        exports.run("TRUNCATE incidents")
        exports.store(*({"john_notes": one, "description": other} for one, other in pairs))
        exported = exports.export("john_notes", "description")
        read = [[unguarded(cell) for cell in row] for row in csv_rows(exported.file)[1:]]
        assert read == [[other or "", one or ""] for one, other in pairs]
        assert exported.guarded == sum(value is not None and is_risky(value) for pair in pairs for value in pair)
        lines = json_rows(exports.export("john_notes", "description", format=ExportFormat.JSON_LINES).file)
        assert [(line["john_notes"], line["description"]) for line in lines] == pairs

    check()


def test_values_as_they_are_when_asked(exports: Exports) -> None:
    exports.store({"title": "=1+1"})
    exported = exports.export("title", guarded=False, mark=False, labels=False)
    assert exported.file.read_bytes() == b"title\n=1+1\n"
    assert exported.guarded == 0


def test_null_and_the_empty_text_differ(exports: Exports) -> None:
    exports.store({"john_notes": None}, {"john_notes": ""})
    assert exports.export("john_notes", mark=False).file.read_bytes().decode() == 'John notes\n\n""\n'
    lines = json_rows(exports.export("john_notes", format=ExportFormat.JSON_LINES).file)
    assert lines == [{"john_notes": None}, {"john_notes": ""}]


def test_numbers_days_and_instants_are_left_alone(exports: Exports) -> None:
    exports.run("ALTER TABLE incidents ADD amount numeric, ADD day date, ADD flag boolean, ADD small float8")
    exports.run("""INSERT INTO incidents (incident_id, title, amount, day, flag, small, created_at)
        VALUES ('A', 'x', -12345678901234567890.123456789, '2026-01-31', true, -0.1, '2026-07-01 10:00:00.5')""")
    names = ("amount", "day", "flag", "small", "created_at")
    (_, row) = csv_rows(exports.export(*names).file)
    assert row == ["2026-07-01 10:00:00.5Z", "-12345678901234567890.123456789", "2026-01-31", "true", "-0.1"]
    (_, local) = csv_rows(exports.export("created_at", zone="Europe/Berlin").file)
    assert local == ["2026-07-01 12:00:00.5"]
    (line,) = json_rows(exports.export(*names, format=ExportFormat.JSON_LINES).file)
    assert line["amount"] == Decimal("-12345678901234567890.123456789")
    assert datetime.fromisoformat(line["created_at"]) == datetime(2026, 7, 1, 10, 0, 0, 500_000, UTC)
    (sheet,) = sheets(exports.export(*names, format=ExportFormat.XLSX).file)
    assert sheet[1] == [
        datetime(2026, 7, 1, 10, 0, 0, 500_000),  # noqa: DTZ001 - a spreadsheet has no zones
        "-12345678901234567890.123456789",
        date(2026, 1, 31),
        True,
        -0.1,
    ]


def test_a_zone_that_the_server_does_not_know_is_said(exports: Exports) -> None:
    with pytest.raises(ConfigurationError, match=r"does not know the time zone “UTC.01:00”"):
        exports.export("created_at", zone="UTC+01:00")
    assert not list(exports.folder.iterdir())


def test_json_stays_json(exports: Exports) -> None:
    value = {"a": [1, 2.50, None, "=x"], "big": 12345678901234567890, "text": "a\nb\u2028c"}
    exports.store({"critical_flags": value})
    exports.run(
        """ALTER TABLE incidents ADD loose json DEFAULT '{"a":\n\r 1.10, "a": 2}',
        ADD tags text[] DEFAULT '{a,"b,c",NULL}'"""
    )
    (line,) = json_rows(exports.export("critical_flags", "loose", "tags", format=ExportFormat.JSON_LINES).file)
    assert line["critical_flags"] == value
    assert line["loose"] == {"a": 2}
    assert line["tags"] == ["a", "b,c", None]
    (_, row) = csv_rows(exports.export("critical_flags", "tags").file)
    assert json.loads(row[0]) == value
    assert row[1] == '["a","b,c",null]'


def test_a_workbook_holds_texts_as_texts(exports: Exports) -> None:
    exports.store(*({"title": hostile, "john_notes": "http://example.test/"} for hostile in HOSTILE))
    exported = exports.export("id", "title", "john_notes", format=ExportFormat.XLSX)
    (sheet,) = sheets(exported.file)
    assert sheet[0] == ["ID", "Title", "John notes"]
    assert [row[1] for row in sheet[1:]] == HOSTILE
    assert [row[0] for row in sheet[1:]] == list(range(1, len(HOSTILE) + 1))
    raw = exported.file.read_bytes()
    assert b"xl/worksheets/sheet1.xml" in raw
    assert b"hyperlink" not in raw


def test_a_cell_that_is_too_long_is_cut_and_counted(exports: Exports) -> None:
    exports.store({"john_notes": "x" * 32_767}, {"john_notes": "y" * 32_768}, {"john_notes": "😀" * 16_384})
    exported = exports.export("john_notes", format=ExportFormat.XLSX)
    (sheet,) = sheets(exported.file)
    assert [len(row[0]) for row in sheet[1:]] == [32_767, 32_767, 16_383]
    assert exported.cut == 2


def test_the_rows_in_the_order_of_the_query_and_only_those(exports: Exports) -> None:
    exports.store(*({"title": f"T{n:03}", "priority": "high" if n % 2 else "low"} for n in range(60)))
    query = Query(
        "incidents", filters=(Filter("priority", Operator.EQ, "high"),), sort=(Sort("title", descending=True),)
    )
    expected = [f"T{n:03}" for n in range(59, 0, -2)]
    titles = {
        "everything": RowSet(query, everything=True),
        "ids": RowSet(query, ids=("2", "4", "60")),
        "span": RowSet(query, spans=(Span(None, 1, 3),)),
    }
    found = {
        name: [row[0] for row in csv_rows(exports.export("title", rows=rows).file)[1:]] for name, rows in titles.items()
    }
    assert found == {"everything": expected, "ids": ["T059", "T003", "T001"], "span": expected[1:4]}
    (sheet,) = sheets(exports.export("title", rows=titles["everything"], format=ExportFormat.XLSX).file)
    assert len(sheet) == 31


def test_a_filter_without_sense_and_a_column_that_is_gone_are_said(exports: Exports) -> None:
    wrong = RowSet(Query("incidents", filters=(Filter("id", Operator.EQ, "many"),)), everything=True)
    with pytest.raises(InvalidInput):
        exports.export("title", rows=wrong)
    request = ExportRequest(
        RowSet(Query("incidents"), everything=True), (ExportColumn("gone", "Gone"),), exports.folder / "a.csv"
    )
    with pytest.raises(ConfigurationError, match="no column “gone”"):
        exports.service.export(request)
    assert not list(exports.folder.iterdir())


@pytest.mark.parametrize("form", list(ExportFormat))
def test_no_rows_are_a_file_too_and_many_columns_as_well(exports: Exports, form: ExportFormat) -> None:
    exports.run("ALTER TABLE incidents " + ", ".join(f"ADD extra_{n} text" for n in range(300)))
    assert exports.export(format=form).rows == 0
    exports.store({"title": "one"})
    exported = exports.export(format=form)
    assert (exported.rows, exported.size) == (1, exported.file.stat().st_size)


def test_rows_beyond_a_sheet_go_on_in_the_next(tmp_path: Path) -> None:
    from jarvis_desktop.core.cancel import Cancellation
    from jarvis_desktop.exports.rows import Tally
    from jarvis_desktop.exports.workbook import WorkbookFile
    from jarvis_desktop.tables.types import ColumnInfo, ColumnKind

    file = tmp_path / "rows.xlsx"
    told: list[int] = []
    book = WorkbookFile(
        file, "A [very] long name: of a table/view", [ColumnInfo("n", ColumnKind.INTEGER, "N")], ["N"], 250
    )
    book.write(((n,) for n in range(600)), Tally(told.append, Cancellation()))
    book.close()
    parts = list(sheets(file))
    assert [len(part) for part in parts] == [251, 251, 101]
    assert [row[0] for part in parts for row in part[1:]] == list(range(600))
    assert [part[0] for part in parts] == [["N"]] * 3
    assert told[-1] == 600
