from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from jarvis_desktop.core.formula_guard import APOSTROPHE, FULL_WIDTH, LOWEST_HARMLESS, guarded, is_risky, unguarded

HOSTILE = st.text(alphabet="=+-@\t\r\n \"'`a1Ä\uff1d\uff0b\uff0d\uff20,;\x00\x1f", max_size=8)


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", "  =1", '"=1', "'=1", "\uff1d1", "-"]
)
def test_what_a_spreadsheet_might_run_is_guarded(text: str) -> None:
    assert is_risky(text)
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "1+1", "'quoted'", " plain", "Ärger", "(=1)", "`=1", "5 - 3"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


@given(HOSTILE)
@example("'=1")
@example("''=1")
def test_the_guard_can_be_taken_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(HOSTILE)
def test_nothing_guarded_begins_with_a_sign(text: str) -> None:
    shown = guarded(text)
    assert shown.startswith(APOSTROPHE) or not is_risky(shown)


@given(HOSTILE | st.text(max_size=5))
@example("`=1")
def test_the_first_byte_tells_nearly_all_harmless_texts(text: str) -> None:
    first = text.encode("utf-8", "surrogatepass")
    if LOWEST_HARMLESS.encode() <= first < FULL_WIDTH.encode():
        assert not is_risky(text)
