"""What may stand for a field in a rule."""

from __future__ import annotations

LONGEST_NAME = 1_000


def well_formed(text: str) -> bool:
    """Whether a text is valid Unicode: JSON's escapes can write half of a surrogate pair, which no database stores."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_name(value: object) -> bool:
    """Whether a value can name a field: a text of at most 1,000 characters, or a position in a list."""
    if isinstance(value, str):
        return len(value) <= LONGEST_NAME and well_formed(value)
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9
