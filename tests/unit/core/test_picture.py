"""Pictures out of the database are shown when they are small, still and refer to nothing, and refused in words else."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.core.picture import MOST_BYTES, check_picture, read_picture

if TYPE_CHECKING:
    from pathlib import Path

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40v20H0z" fill="#0B6E7A"/></svg>'


def png(width: int = 4, height: int = 4, *, extra: bytes = b"") -> bytes:
    """A real PNG picture of one grey."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress(b"".join(b"\0" + b"\x80" * width for _ in range(height)))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + extra + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def uri(data: bytes, kind: str) -> str:
    """As a data URI."""
    return f"data:{kind};base64,{base64.b64encode(data).decode()}"


@pytest.mark.parametrize(
    "value",
    [
        SVG,
        uri(SVG.encode(), "image/svg+xml"),
        "data:image/svg+xml;utf8," + SVG.replace("#", "%23"),
        uri(png(), "image/png"),
        base64.b64encode(png()).decode(),
    ],
    ids=["svg", "svg-uri", "svg-text-uri", "png-uri", "base64"],
)
def test_plain_pictures_are_taken(value: str) -> None:
    read = read_picture(value)
    assert read.problem == ""
    assert read.data
    assert read.vector == (b"<svg" in read.data)


def test_nothing_is_no_problem() -> None:
    assert read_picture(None) == read_picture("")
    assert read_picture("").problem == ""


def test_a_file_is_found_by_its_name_alone(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(SVG, "utf-8")
    assert read_picture("logo.svg", tmp_path).data == SVG.encode()
    assert "not among" in read_picture("other.svg", tmp_path).problem
    for name in ("../logo.svg", "/etc/passwd", "..\\logo.svg", "sub/logo.svg"):
        assert read_picture(name, tmp_path / "sub").problem


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("https://pictures.example/logo.png", "not fetched"),
        ("//pictures.example/logo.png", "not fetched"),
        ("file:///etc/passwd", "not fetched"),
        (7, "no text"),
        ({"src": "x"}, "no text"),
        ("data:image/gif;base64,R0lGODlh", "neither PNG nor SVG"),
        (base64.b64encode(b"GIF89a" + b"\0" * 60).decode(), "neither PNG nor SVG"),
        (uri(b"\xff\xd8\xff\xe0" + b"\0" * 60, "image/png"), "neither PNG nor SVG"),
        (uri(png()[:-8], "image/png"), "damaged"),
        (uri(png()[:20], "image/png"), "damaged"),
        (uri(png(5000, 1), "image/png"), "5000 x 1 pixels"),
        ("data:image/png;base64,???", "cannot be read"),
        ("a" * 50_000_000, "MB"),
        (uri(b"x" * (MOST_BYTES + 1), "image/png"), "KB"),
        ("<html></html>", "neither PNG nor SVG"),
        ("<svg", "neither PNG nor SVG"),
        ("logo?", "neither a picture nor a file"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_words(value: object, said: str) -> None:
    read = read_picture(value)
    assert read.data == b""
    assert said in read.problem


def test_a_moving_picture_is_refused() -> None:
    moving = struct.pack(">I", 8) + b"acTL" + struct.pack(">II", 2, 0) + b"\0\0\0\0"
    assert "moves" in check_picture(png(extra=moving)).problem


@pytest.mark.parametrize(
    "inside",
    [
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>',
        SVG.replace("<path", '<image href="https://x.example/a.png"/><path'),
        SVG.replace("<path", '<use href="#a"/><path'),
        SVG.replace("<path", "<script>alert(1)</script><path"),
        SVG.replace('fill="#0B6E7A"', 'fill="url(https://x.example/a#b)"'),
        SVG.replace("<path", "<style>@import 'https://x.example/a.css';</style><path"),
        SVG.replace("<path", '<path onload="x()"'),
        SVG.replace("<path", '<animate attributeName="x"/><path'),
        SVG.replace("<path", "<foreignObject/><path"),
    ],
)
def test_a_drawing_that_refers_or_moves_is_refused(inside: str) -> None:
    assert check_picture(inside.encode()).problem
    assert not check_picture(inside.encode("utf-16")).data


def test_a_gradient_of_its_own_is_fine() -> None:
    own = SVG.replace("<path", '<defs><linearGradient id="g"/></defs><path').replace('"#0B6E7A"', '"url(#g)"')
    assert check_picture(own.encode()).problem == ""


def test_a_drawing_of_too_many_parts_is_refused() -> None:
    assert "intricate" in check_picture(SVG.replace("<path", "<g/>" * 6000 + "<path").encode()).problem


@given(st.binary(max_size=400) | st.text(max_size=200) | st.none() | st.integers())
def test_junk_never_raises(value: object) -> None:
    read_picture(value)
    if isinstance(value, bytes):
        check_picture(value)
        check_picture(b"\x89PNG\r\n\x1a\n" + value)
