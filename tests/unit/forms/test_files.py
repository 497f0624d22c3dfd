"""Files: what they are by their content, which a field takes, and what is said of the others."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.core.figures import size_words
from jarvis_desktop.forms.engine import FormEngine
from jarvis_desktop.forms.files.limits import limits_of, size_refusal, type_refusal
from jarvis_desktop.forms.files.media import TYPES, media_type
from jarvis_desktop.forms.files.types import HIGHEST_MOST, USUAL_MOST, FileLimits
from jarvis_desktop.forms.step_reading import read_step_form
from jarvis_desktop.forms.types import FieldDefinition, FormTarget
from jarvis_desktop.forms.validation import FormValidator
from tests.support.contents import office, packed, pdf, png
from tests.unit.forms.forms import TYPES as FIELD_TYPES
from tests.unit.forms.forms import form, row

PLAN = {"name": "plan.pdf", "size": 2_000, "type": "application/pdf", "hash": "a" * 64}
EXE = b"MZ\x90\x00" + bytes(60) + b"PE\x00\x00" + bytes(100)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.pdf", pdf(), ".pdf"),
        ("a.txt", pdf(), ".pdf"),
        ("a.png", png(), ".png"),
        ("a.jpg", png(), ".png"),
        ("a.jpeg", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(30), ".jpg"),
        ("a.docx", office("word/document.xml"), ".docx"),
        ("a.zip", office("xl/workbook.xml"), ".xlsx"),
        ("a.docx", packed({"a.txt": "hello"}), ".zip"),
        ("a.odt", packed({"mimetype": "application/vnd.oasis.opendocument.text"}), ".odt"),
        ("a.docx", b"PK\x03\x04 cut short", ".zip"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".doc"),
        ("a.pdf", EXE, ".exe"),
        ("a.csv", b"a;b\n1;2\n", ".csv"),
        ("a.csv", "Straße;Größe\n".encode("cp1252"), ".csv"),
        ("a.txt", "Ünï".encode("utf-16"), ".txt"),
        ("a.pdf", b"BMW and others", ".txt"),
        ("a.png", b"<html><script>alert(1)</script>", ".txt"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", ".svg"),
        ("a.svg", b"no picture", ".txt"),
        ("letter.eml", b"From: a@example.com\nSubject: Hello\n\nHi", ".eml"),
        ("noending", b"text", ".txt"),
    ],
)
def test_the_content_says_what_a_file_is(name: str, content: bytes, kind: str) -> None:
    assert media_type(name, io.BytesIO(content)) == TYPES[kind]


@given(name=st.text(max_size=30), content=st.binary(max_size=300))
def test_any_content_has_a_kind(name: str, content: bytes) -> None:
    kind = media_type(name, io.BytesIO(content))
    assert kind.count("/") == 1
    assert kind.isascii()


def limits(rules: dict[str, Any], kind: str = "file", **props: Any) -> FileLimits:
    found = form(row("f", kind, validation_rules=rules, ui_props=props)).fields[0]
    assert not found.notice
    return limits_of(found)


def test_limits_in_all_their_spellings() -> None:
    assert limits({}) == FileLimits((), USUAL_MOST)
    assert limits({}, "image") == FileLimits(("image/*",), USUAL_MOST)
    read = limits({"fileTypes": [".PDF", "docx", "*.jpg", "image/*"], "maxFileSize": "1000", "max": 3})
    assert read == FileLimits((".pdf", ".docx", ".jpg", "image/*"), 1000, 3)
    assert limits({"fileTypes": "pdf, .png"}).types == (".pdf", ".png")
    assert limits({"maxFileSize": 10**15}).most_bytes == HIGHEST_MOST
    assert limits({}, multiple=False, acceptedTypes=[".csv"]) == FileLimits((".csv",), USUAL_MOST, 1)


@pytest.mark.parametrize(
    "rules", [{"fileTypes": 5}, {"fileTypes": ["a b"]}, {"maxFileSize": "much"}, {"maxFileSize": 0}]
)
def test_a_limit_that_is_none_is_told_and_the_field_works(rules: dict[str, Any]) -> None:
    found = form(row("f", "file", validation_rules=rules))
    assert limits_of(found.fields[0]) == FileLimits((), USUAL_MOST)
    assert any("/validation_rules/" in problem for problem in found.problems)


@pytest.mark.parametrize(
    ("types", "name", "kind", "taken"),
    [
        ((), "a.exe", TYPES[".exe"], True),
        ((".pdf",), "a.pdf", TYPES[".pdf"], True),
        ((".pdf",), "a.pdf", TYPES[".exe"], False),
        ((".jpg",), "a.jpeg", "image/jpeg", True),
        (("image/*",), "a.bin", "image/tiff", True),
        (("image/*",), "a.png", "text/plain", False),
        ((".dwg",), "house.DWG", "image/vnd.dwg", True),
        ((".dwg",), "house.pdf", "application/pdf", False),
    ],
)
def test_a_kind_is_taken_by_its_content(types: tuple[str, ...], name: str, kind: str, taken: bool) -> None:
    assert (type_refusal(name, kind, FileLimits(types)) == "") is taken


def test_a_refusal_names_the_file_the_limit_and_what_can_be_added() -> None:
    allowed = FileLimits((".pdf", "image/*"), 10_485_760)
    assert size_refusal("disk.iso", 4 << 30, allowed) == "“disk.iso” has 4.3 GB; at most 10.5 MB can be added"
    assert size_refusal("a", 0, allowed) == "“a” is empty"
    said = type_refusal("a.pdf", TYPES[".exe"], allowed)
    assert said == "“a.pdf” is of the kind EXE; PDF, pictures can be added"


@pytest.mark.parametrize(
    ("size", "said"),
    [(0, "0 bytes"), (1, "1 byte"), (999, "999 bytes"), (1000, "1 kB"), (1050, "1.1 kB"), (999_949, "999.9 kB"),
     (999_950, "1 MB"), (4_294_967_296, "4.3 GB"), (5 * 10**15, "5,000 TB")],
)  # fmt: skip
def test_sizes_as_people_say_them(size: int, said: str) -> None:
    assert size_words(size) == said


def problems(field_row: dict[str, Any], value: Any) -> list[str]:
    definition = form(field_row)
    validator = FormValidator(definition, FIELD_TYPES)
    engine = FormEngine(definition, FIELD_TYPES)
    engine.begin({}, new=True)
    engine.enter(validator.normalised({"f": value}))
    return [problem.message for problem in validator.problems(engine)]


def test_a_value_is_held_against_the_limits_of_its_field() -> None:
    rules = {"fileTypes": [".pdf"], "maxFileSize": 1_000, "max": 1}
    assert problems(row("f", "file", label="Plans", validation_rules={}), [PLAN]) == []
    assert problems(row("f", "file", label="Plans", validation_rules=rules), [PLAN, {**PLAN, "type": "image/png"}]) == [
        "Plans: “plan.pdf” has 2 kB; at most 1 kB can be added",
        "Plans: “plan.pdf” has 2 kB; at most 1 kB can be added",
        "Plans can have at most 1 file",
    ]
    assert problems(row("f", "image", label="Photo"), [PLAN]) == [
        "Photo: “plan.pdf” is of the kind PDF; pictures can be added"
    ]
    assert problems(row("f", "file", label="Plans", is_required=True), []) == ["Plans is required"]


@pytest.mark.parametrize(
    "junk", [5, "text", [{}], [{**PLAN, "hash": "x"}], [{**PLAN, "size": -1}], [{**PLAN, "size": True}], [[PLAN]]]
)
def test_what_is_no_file_is_refused_in_words(junk: Any) -> None:
    assert problems(row("f", "file", label="Plans"), junk) == ["Plans must be a list of files"]


def test_one_file_by_itself_is_a_list_of_one() -> None:
    assert FIELD_TYPES["file"].read(PLAN) == (PLAN,)
    assert FIELD_TYPES["file"].told((PLAN, {**PLAN, "name": "b.pdf"})) == "plan.pdf, b.pdf"


def test_a_step_with_older_words_limits_its_files() -> None:
    step = {
        "step_name": "documents",
        "form_schema": {"fields": [
            {"name": "files", "type": "file", "label": "Files", "multiple": True, "acceptedTypes": [".pdf"]},
            {"name": "one", "type": "file", "multiple": False},
        ]},
        "validation_rules": {"required": ["files"], "fileTypes": [".pdf", ".png"], "maxFileSize": 5_000},
    }  # fmt: skip
    read = read_step_form("step", step, FIELD_TYPES, FormTarget())
    both: dict[str, FieldDefinition] = {field.key: field for field in read.fields}
    assert both["files"].required
    assert limits_of(both["files"]) == FileLimits((".pdf", ".png"), 5_000)
    assert limits_of(both["one"]) == FileLimits((".pdf", ".png"), 5_000, 1)
