"""Files as they come: encodings mixed line by line, broken quotes, ragged rows, workbooks that are bombs."""

from __future__ import annotations

import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
import xlsxwriter  # type: ignore[import-untyped]  # it has no types
from hypothesis import given, settings
from hypothesis import strategies as st

from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.imports import workbooks
from jarvis_desktop.imports.delimited import UNCLOSED, DelimitedRows
from jarvis_desktop.imports.lines import Lines
from jarvis_desktop.imports.reading import Rows, named, open_file
from jarvis_desktop.imports.stop import ImportCancelled, Run
from jarvis_desktop.imports.types import OpenedFile, Reading

if TYPE_CHECKING:
    from pathlib import Path

SMALL = settings(max_examples=40, deadline=None)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20)


def opened(path: Path, content: bytes, reading: Reading | None = None) -> OpenedFile:
    path.write_bytes(content)
    return open_file(path, reading or Reading(), Run(), known=lambda text: text.lower() in {"title", "name"})


def cells(path: Path, delimiter: str = ",", quote: str = '"') -> list[tuple[str, ...]]:
    return [row.cells for row in DelimitedRows(path, delimiter, quote)]


def test_three_encodings_in_one_file_are_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "mixed.csv"
    wide = "Zürich,3\r\n".encode("utf-16-le")
    path.write_bytes(b"title,n\r\n" + "Genève,1\r\n".encode() + "Münster,2\r\n".encode("cp1252") + wide + b"Gent,4\r\n")
    lines = Lines(path)
    assert [line.strip() for line in lines] == ["title,n", "Genève,1", "Münster,2", "Zürich,3", "Gent,4"]
    assert lines.repaired == 2
    file = opened(path, path.read_bytes())
    assert "2 lines in another encoding than UTF-8 repaired." in file.notes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_whole_files_in_one_encoding(tmp_path: Path, encoding: str) -> None:
    text = "title,n\n" + "Łódź 漢字,1\n" * 50
    file = opened(tmp_path / "a.csv", text.encode(encoding))
    assert file.headers == ("title", "n")
    assert file.sample[0].cells == ("Łódź 漢字", "1") if encoding.endswith(("8", "sig", "16")) else True
    assert len(file.sample) == 50


def test_the_chosen_encoding_is_for_lines_that_are_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("title\nЖ\n".encode("cp1251") + "Ж\n".encode())
    assert [line.strip() for line in Lines(path, "cp1251")] == ["title", "Ж", "Ж"]


@SMALL
@given(st.binary(max_size=4000))
def test_no_bytes_keep_a_file_from_being_read(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.mktemp("any") / "a.csv"
    file = opened(path, content)
    assert all(len(set(file.headers)) == len(file.headers) for _ in file.sample[:1])
    list(Rows(path, file.reading, Run()))


@SMALL
@given(st.lists(st.lists(TEXTS, min_size=2, max_size=5).filter(any), min_size=1, max_size=8), st.sampled_from(",;\t|"))
def test_rows_written_by_a_csv_writer_are_read_again(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]], delimiter: str
) -> None:
    import csv

    path = tmp_path_factory.mktemp("rows") / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    assert cells(path, delimiter) == [tuple(row) for row in rows]


def test_line_ends_of_every_kind_and_in_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'a,b\rc,"d\re"\rf,g')
    assert cells(path) == [("a", "b"), ("c", "d\re"), ("f", "g")]
    path.write_bytes(b'a,b\r\nc,"d\r\n\ne"\r\n\r\nf,g\n')
    assert [(row.number, row.cells) for row in DelimitedRows(path, ",", '"')] == [
        (1, ("a", "b")), (2, ("c", "d\r\n\ne")), (4, ("f", "g")),
    ]  # fmt: skip


def test_a_quote_that_is_never_closed_costs_one_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('a,b\n1,2\n"x,3\n4,5\n6,7\n')
    rows = list(DelimitedRows(path, ",", '"'))
    assert [(row.number, row.cells, row.fault) for row in rows] == [
        (1, ("a", "b"), ""), (2, ("1", "2"), ""), (3, ('"x,3',), UNCLOSED), (4, ("4", "5"), ""), (5, ("6", "7"), ""),
    ]  # fmt: skip


def test_a_cell_of_ten_megabytes_is_one_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b'a,b\n"' + b"x\n" * 5_000_000 + b'",2\n')
    file = opened(path, path.read_bytes())
    assert len(file.sample[0].cells[0]) == 10_000_000
    assert file.sample[0].cells[1] == "2"


def test_headers_are_told_from_rows(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    assert opened(path, b"Title;2\nx;3\n").reading.header
    assert not opened(path, b"1;2\n3;4\n").reading.header
    assert opened(path, b"what;when\nx;3\n").reading.header
    assert opened(path, b"what;when\nx;3\n", Reading(header=False)).headers == ("Column 1", "Column 2")
    assert named(("a", "", "a", "A"), 6) == ("a", "Column 2", "a (2)", "A", "Column 5", "Column 6")


def test_three_hundred_columns_and_ragged_rows_are_told(tmp_path: Path) -> None:
    head = ",".join(f"c{n}" for n in range(300))
    file = opened(tmp_path / "a.csv", f"{head}\n1,2\n{','.join('x' * 300)}\n{','.join('y' * 302)}\n".encode())
    assert len(file.headers) == 300
    assert "1 row with fewer cells" in " ".join(file.notes)
    assert "1 row with more cells" in " ".join(file.notes)


def test_empty_and_missing_files_say_so(tmp_path: Path) -> None:
    assert opened(tmp_path / "a.csv", b"").headers == ()
    with pytest.raises(JarvisError, match="cannot be opened"):
        open_file(tmp_path / "none.csv", Reading(), Run(), known=bool)
    with pytest.raises(JarvisError, match="cannot be opened"):
        open_file(tmp_path, Reading(), Run(), known=bool)


def workbook(path: Path) -> Path:
    book = xlsxwriter.Workbook(str(path), {"in_memory": True})
    when = book.add_format({"num_format": "yyyy-mm-dd hh:mm"})
    book.add_worksheet("Empty")
    sheet = book.add_worksheet("Faults & more")
    sheet.write_row(1, 1, ["title", "n", "when", "ok", "bad"])
    sheet.write_row(2, 1, ["Ärger", 12])
    sheet.write_datetime(2, 3, datetime(2026, 3, 31, 14, 30), when)  # noqa: DTZ001 - a workbook has no zones
    sheet.write_boolean(2, 4, True)
    sheet.write_formula(2, 5, "=1/0", None, "#DIV/0!")
    sheet.write_number(4, 2, 0.1)
    book.close()
    return path


def test_a_sheet_is_read_with_its_types_and_its_errors(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx")
    file = open_file(path, Reading(sheet="Faults & more"), Run(), known=lambda text: text == "title")
    assert file.sheets == ("Empty", "Faults & more")
    assert file.headers == ("title", "n", "when", "ok", "bad")
    assert [(row.number, row.cells) for row in file.sample] == [
        (3, ("Ärger", "12", "2026-03-31 14:30:00", "true", "#DIV/0!")), (5, ("", "0.1", "", "", "")),
    ]  # fmt: skip
    assert open_file(path, Reading(), Run(), known=bool).headers == ()


def test_what_is_no_workbook_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")
    with pytest.raises(JarvisError, match="no workbook, or a damaged one"):
        open_file(path, Reading(), Run(), known=bool)


def test_a_workbook_too_large_is_refused_before_it_is_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = workbook(tmp_path / "a.xlsx")
    monkeypatch.setattr(workbooks, "LARGEST_UNPACKED", 1000)
    with pytest.raises(JarvisError, match="MB are read") as refused:
        open_file(path, Reading(), Run(), known=bool)
    assert "CSV" in refused.value.hint


def test_a_bomb_that_lies_about_its_size_is_found_out(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * (400 << 20))
    content = bytearray(path.read_bytes())
    told = (400 << 20).to_bytes(4, "little")
    place = content.find(told)
    while place >= 0:
        content[place : place + 4] = (1000).to_bytes(4, "little")
        place = content.find(told)
    path.write_bytes(content)
    with pytest.raises(JarvisError, match="damaged"):
        open_file(path, Reading(), Run(), known=bool)


def test_reading_ends_when_it_is_no_longer_wanted(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("a,b\n" * 100)
    run = Run()
    run.wanted.forget()
    with pytest.raises(ImportCancelled):
        open_file(path, Reading(), run, known=bool)
