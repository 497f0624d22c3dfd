"""What a person types into the search of a list, as words to look for. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

MOST_WORDS = 12
_SHORT = 2
_PARTS = re.compile(r'"([^"]*)"?|“([^”]*)”?|(\S+)')
# From here on stand scripts that write without spaces, where a part of a text is no beginning of a word.
_FIRST_IDEOGRAPH = "\u2e80"


@dataclass(frozen=True, slots=True)
class Word:
    """A text to look for, whatever the case: anywhere, or (`beginning`) where a word of the text begins."""

    text: str
    beginning: bool = False


def split(typed: str) -> tuple[Word, ...]:
    """The words of a search; all of them must be found. Quotes hold words together.

    Signs alone are no word, unless nothing else is typed.

    One or two letters or digits find the words that begin so: an index knows three characters in a row, or one and
    two after a space.
    """
    words: dict[Word, None] = {}
    signs: dict[Word, None] = {}
    for match in _PARTS.finditer(typed):
        quoted, curly, bare = match.groups()
        text = (quoted or curly or bare or "").strip()
        if text:
            told = words if bare is None or any(map(str.isalnum, text)) else signs
            told[Word(text, beginning=bare is not None and _is_beginning(text))] = None
    return tuple(words or signs)[:MOST_WORDS]


def _is_beginning(text: str) -> bool:
    return len(text) <= _SHORT and text[0].isalnum() and max(text) < _FIRST_IDEOGRAPH
