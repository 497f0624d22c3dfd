r"""Texts that a spreadsheet would run as a formula, made harmless by a leading apostrophe, and back.

What begins a formula: = + - @ (also in full width), a tab, a line end or another control character; spaces and quotes
before them are skipped, since spreadsheets drop them. Source: OWASP, “CSV injection”.
"""

from __future__ import annotations

import re

APOSTROPHE = "'"
LOWEST_HARMLESS = "A"
"""A text that sorts by its bytes from here on, up to FULL_WIDTH, begins with none of the characters below."""
FULL_WIDTH = "\uff0b"
"""The first of the full-width signs + - = @ (U+FF0B, U+FF0D, U+FF1D, U+FF20)."""
PATTERN = "^[ \"']*[-=+@\x01-\x1f\uff0b\uff0d\uff1d\uff20]"
"""Texts that are guarded; a regular expression that Python and PostgreSQL read alike."""

_RISKY = re.compile(PATTERN)


def is_risky(text: str) -> bool:
    """Whether a spreadsheet might run the text."""
    return _RISKY.match(text) is not None


def guarded(text: str) -> str:
    """The text, with an apostrophe before it where it is risky."""
    return APOSTROPHE + text if is_risky(text) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given; no two texts are guarded alike."""
    return text[1:] if text.startswith(APOSTROPHE) and is_risky(text[1:]) else text
