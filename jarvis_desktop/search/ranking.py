"""Which of the candidates is meant: exactness first, then where the words stand, then how new it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from operator import methodcaller
from typing import TYPE_CHECKING

from jarvis_desktop.search.types import Marked

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jarvis_desktop.search.words import SearchText

SNIPPET_LENGTH = 160
_BEFORE_HIT = 40

_SPAN = methodcaller("span")

_EXACT_KEY = 1_000.0
_EXACT_TITLE = 400.0
_TITLE_BEGINS = 60.0
_PHRASE_IN_TITLE = 50.0
_WHOLE_IN_TITLE = 30.0
_BEGUN_IN_TITLE = 18.0
_WHOLE_ELSEWHERE = 6.0
_BEGUN_ELSEWHERE = 3.0
_NEWEST = 10.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that may be meant: its natural key, its title, and its other texts, the more telling first.

    `age` is 0.0 for the newest of the candidates and 1.0 for the oldest.
    """

    key: str
    title: str
    others: tuple[str, ...] = ()
    age: float = 0.0


def score(candidate: Candidate, asked: SearchText) -> float:
    """How well the candidate answers; only the order of two scores of one query means anything.

    A natural key typed exactly beats everything, and so does an exact title everything else. A whole word counts more
    than the beginning of one, the title more than the rest; recency decides between equals and near equals.
    """
    points = _NEWEST * (1.0 - candidate.age)
    if candidate.key and candidate.key in asked.keys:
        points += _EXACT_KEY
    title, wanted = candidate.title.casefold(), asked.text.strip('"“”„').casefold()
    if wanted:
        points += _EXACT_TITLE if title == wanted else _TITLE_BEGINS if title.startswith(wanted) else 0.0
        points += _PHRASE_IN_TITLE if len(asked.words) > 1 and wanted in title else 0.0
    elsewhere = " ".join((candidate.key, *candidate.others))
    for word in asked.words:
        points += _word_points(word, candidate.title, _WHOLE_IN_TITLE, _BEGUN_IN_TITLE) or _word_points(
            word, elsewhere, _WHOLE_ELSEWHERE, _BEGUN_ELSEWHERE
        )
    return points


def _word_points(word: str, text: str, whole: float, begun: float) -> float:
    found = marks(text, (word,))
    if not found:
        return 0.0
    return whole if any(_ends_word(text, end) for _, end in found) else begun


def _ends_word(text: str, end: int) -> bool:
    return end >= len(text) or not text[end].isalnum()


def marks(text: str, words: Iterable[str]) -> tuple[tuple[int, int], ...]:
    """Where the words begin in `text` (whatever the case) and end, without overlaps, in order."""
    patterns = _patterns(tuple(words))
    return next((found for pattern in patterns if (found := tuple(map(_SPAN, pattern.finditer(text))))), ())


@lru_cache(maxsize=256)
def _patterns(words: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """What the words are found by; where the first one finds nothing, the next."""
    wanted = sorted({word for word in words if word}, key=len, reverse=True)
    if not wanted:
        return ()
    parts = "|".join(map(re.escape, wanted))
    begun = re.compile(rf"(?<![^\W_])(?:{parts})", re.IGNORECASE)
    lettered = any(character.isalnum() for word in wanted for character in word)
    return (begun,) if lettered else (begun, re.compile(parts))


def marked(text: str, asked: SearchText) -> Marked:
    """The text in one line with the words marked."""
    line = " ".join(text.split())
    return Marked(line, marks(line, asked.words or (asked.text,)))


def snippet(texts: Sequence[str], asked: SearchText, *, beside: str = "") -> Marked:
    """A stretch of the text with the most of the words that `beside` (the title) does not show, around the first.

    The beginning of the longest text when none has any.
    """
    shown = {word for word in asked.words if marks(beside, (word,))}
    wanted = [word for word in asked.words if word not in shown] or list(asked.words or (asked.text,))
    lines = [" ".join(text.split()) for text in texts if text.strip()]
    if not lines:
        return Marked("")
    found = [sum(bool(marks(line, (word,))) for word in wanted) for line in lines]
    best = lines[found.index(max(found))] if any(found) else max(lines, key=len)
    places = marks(best, wanted)
    return _around(best, places[0][0] if places else 0, asked)


def _around(line: str, place: int, asked: SearchText) -> Marked:
    start = max(0, place - _BEFORE_HIT)
    if start:
        blank = line.find(" ", start, place)
        start = blank + 1 if blank >= 0 else start
    end = start + SNIPPET_LENGTH
    if end < len(line):
        blank = line.rfind(" ", place + 1, end)
        end = blank if blank > place else end
    cut = ("… " if start else "") + line[start:end] + (" …" if end < len(line) else "")
    return Marked(cut, marks(cut, asked.words or (asked.text,)))
