"""Text of any origin as one line that stays in its place: nothing unseen, no direction that runs on. Pure."""

from __future__ import annotations

import re

_BREAKS = re.compile(r"[\t\n\v\f\r\x85\u2028\u2029\s]+")
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]")
_DIRECTIONS = re.compile("[\u202a-\u202c\u2066-\u2069]")
_PILES = re.compile("([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3})"
                    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")  # fmt: skip
_POP_EMBEDDING, _POP_ISOLATE = "\u202c", "\u2069"
_EMBEDDINGS, _ISOLATES = "\u202a\u202b", "\u2066\u2067\u2068"


def readable(text: str) -> str:
    """The text on one line.

    White space of any kind becomes one space; other control characters, and those that turn the direction of text
    around, become a symbol; what opens a direction is closed again; marks piled up on one letter are cut after three.
    """
    line = _BREAKS.sub(" ", text).strip()
    return settled(_CONTROLS.sub(_symbol, line))


def settled(line: str) -> str:
    """A line whose directions end with it and whose letters stay within it."""
    if line.isascii():
        return line
    line = _PILES.sub(r"\1", line)
    return _closed(line) if _DIRECTIONS.search(line) else line


def _symbol(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return "\u2426" if code in (0x202D, 0x202E) else "\ufffd"


def _closed(line: str) -> str:
    """The line with an end for each direction that it opens, and without ends of what it never opened."""
    kept: list[str] = []
    opened: list[str] = []
    for character in line:
        if character in _EMBEDDINGS:
            opened.append(_POP_EMBEDDING)
        elif character in _ISOLATES:
            opened.append(_POP_ISOLATE)
        elif character in (_POP_EMBEDDING, _POP_ISOLATE):
            if not opened or opened[-1] != character:
                continue
            opened.pop()
        kept.append(character)
    return "".join([*kept, *reversed(opened)])
