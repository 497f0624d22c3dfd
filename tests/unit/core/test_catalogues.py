"""Files of words as they may lie on somebody's disk: half written, damaged, of a language nobody wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from jarvis_desktop.core.words import ENGLISH, Catalogue, read_catalogue, speak, tr, tr_n

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WHOLE = """<?xml version="1.0" encoding="utf-8"?><TS><context>
<message><source>Save</source><translation>Sichern</translation></message>
<message><source>Undo</source><translation type="unfinished"></translation></message>
<message numerus="yes"><source>{n} rows</source><translation><numerusform>{n} Zeile</numerusform>
<numerusform></numerusform></translation></message>
<message><source>Saved {time}</source><translation>{clock} gesichert</translation></message>
</context></TS>"""


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    speak(ENGLISH)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not words at all",
        WHOLE[: len(WHOLE) // 2].encode(),
        b"\xff\xfe\x00",
        b'<?xml version="1.0" encoding="klingon"?><TS/>',
        b'<?xml version="1.0" encoding="shift_jis"?><TS/>',
        b'<?xml version="1.0" encoding="utf-8"?><TS>\xff</TS>',
    ],
)
def test_a_damaged_file_is_told_in_the_log_and_english_is_spoken(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, content: bytes
) -> None:
    (tmp_path / "jarvis_de.ts").write_bytes(content)
    assert read_catalogue(tmp_path, "de_AT") == Catalogue(unread="jarvis_de.ts")
    assert "jarvis_de.ts cannot be read" in caplog.text


@pytest.mark.parametrize("wanted", ["tlh", "", "en_GB", "../de", "de/../../x", "C", "x" * 300])
def test_a_language_without_words_is_english(tmp_path: Path, wanted: str) -> None:
    (tmp_path / "jarvis_de.ts").write_text(WHOLE, encoding="utf-8")
    assert read_catalogue(tmp_path, wanted) is ENGLISH


def test_what_has_no_translation_or_one_that_does_not_fit_is_said_in_english(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "jarvis_de.ts").write_text(WHOLE, encoding="utf-8")
    speak(read_catalogue(tmp_path, "de"))
    assert (tr("Save"), tr("Undo"), tr("Redo")) == ("Sichern", "Undo", "Redo")
    assert (tr_n("{n} row", "{n} rows", 1), tr_n("{n} row", "{n} rows", 3)) == ("1 Zeile", "3 rows")
    assert tr("Saved {time}", time="10:00") == "Saved 10:00"
    assert "does not fit" in caplog.text
