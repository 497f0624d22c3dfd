"""Finding what is meant by a few letters, in memory: commands, tabs and the like. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

LONGEST_TYPED = 100
LONGEST_TITLE = 300
FEW = 3
"""Where no more than this is found, typing slips are looked through."""
_LIKE = 80.0
_SHORTEST_SLIP = 4
_PAIR = 2
"""Two letters anywhere mean nothing; stretches of letters that a scattered match may always have."""
_UNRANKED = 1 << 30

_BREAKS = re.compile(r"[\W_]+")
_SPANS = re.compile(r"[^\W_]+")


class Tier(IntEnum):
    """How a text answers what was typed, the best way first."""

    EXACT = 0
    PREFIX = 1
    WORDS = 2
    """Every typed word begins one of it, or the letters are those its words begin with."""
    INSIDE = 3
    ALIAS = 4
    """So do the other words it is known by."""
    FUZZY = 5
    """The letters occur in their order, not too scattered."""
    SLIP = 6
    """Nearly, as with a letter wrong."""


@dataclass(frozen=True, slots=True)
class Known:
    """Something to be found: its title, and the other words it is known by."""

    title: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """The place of what was found among the known, how, and how far from the best of its tier (0.0)."""

    place: int
    tier: Tier
    distance: float = 0.0


@dataclass(frozen=True, slots=True)
class _Folded:
    title: str
    padded: str
    initials: str
    whole: str


class Finder:
    """The known texts, prepared once, asked for every letter typed."""

    def __init__(self, known: Sequence[Known]) -> None:
        self._known = [_folded(each) for each in known]

    def find(self, typed: str, *, recent: Mapping[int, int] | None = None) -> list[Match]:
        """What answers `typed`, the best first.

        A better tier always comes first; within it the nearer, then what was used lately (`recent`: place to rank, 0
        the latest), then in the order known. An empty text finds everything. No text is refused.
        """
        wanted = fold(typed[:LONGEST_TYPED])
        ranks = recent or {}
        if not wanted:
            found = [Match(place, Tier.EXACT) for place in range(len(self._known))]
        else:
            found = self._matches(wanted)
            if len(found) <= FEW and len(wanted) >= _SHORTEST_SLIP:
                found += self._slips(wanted, {match.place for match in found})
        found.sort(key=lambda match: (match.tier, match.distance, ranks.get(match.place, _UNRANKED), match.place))
        return found

    def _matches(self, wanted: str) -> list[Match]:
        words = [f" {word}" for word in _BREAKS.split(wanted) if word] or [wanted]
        letters = wanted.replace(" ", "")
        scattered = _in_order(letters)
        several = len(letters) > 1
        found: list[Match] = []
        for place, each in enumerate(self._known):
            title = each.title
            if title.startswith(wanted):
                found.append(Match(place, Tier.EXACT if len(title) == len(wanted) else Tier.PREFIX))
            elif all(word in each.padded for word in words) or (several and each.initials.startswith(letters)):
                found.append(Match(place, Tier.WORDS))
            elif several and wanted in title:
                found.append(Match(place, Tier.INSIDE))
            elif all(word in each.whole for word in words):
                found.append(Match(place, Tier.ALIAS))
            elif len(letters) > _PAIR and scattered.match(title):
                runs = len(_runs(letters, title))
                if runs <= max(_PAIR, len(letters) // 2):
                    found.append(Match(place, Tier.FUZZY, float(runs)))
        return found

    def _slips(self, wanted: str, known: set[int]) -> list[Match]:
        from rapidfuzz import fuzz, process

        titles = {place: each.title for place, each in enumerate(self._known) if place not in known and each.title}
        scored = process.extract(wanted, titles, scorer=fuzz.partial_ratio, score_cutoff=_LIKE, limit=20)
        near = [(place, score) for title, score, place in scored if len(title) >= len(wanted) - 1]
        return [Match(place, Tier.SLIP, 100.0 - score) for place, score in near]


def marks(typed: str, title: str, tier: Tier) -> tuple[tuple[int, int], ...]:
    """Where in the title what was typed stands: starts and ends, in order, without overlaps."""
    wanted, text = fold(typed[:LONGEST_TYPED]), _plain(title)
    if not wanted:
        return ()
    if tier in {Tier.EXACT, Tier.PREFIX, Tier.INSIDE}:
        # What was typed may have its blanks folded, the title keeps its own.
        start = text.find(wanted)
        return ((start, start + len(wanted)),) if start >= 0 else _by_words(wanted, text)
    if tier is Tier.FUZZY:
        return _runs(wanted.replace(" ", ""), text)
    if tier is Tier.SLIP:
        return _alike(wanted, text)
    return _by_words(wanted, text) or (_by_initials(wanted.replace(" ", ""), text) if tier is Tier.WORDS else ())


def fold(text: str) -> str:
    """A text without case, accents and needless blanks."""
    return " ".join(_plain(text).split())


def _plain(text: str) -> str:
    """The text without case and accents, character for character."""
    return text.lower() if text.isascii() else "".join(map(_folded_character, text))


@lru_cache(maxsize=4096)
def _folded_character(character: str) -> str:
    return (unicodedata.normalize("NFKD", character)[:1] or character).lower()[:1] or character


def _folded(known: Known) -> _Folded:
    title = fold(known.title[:LONGEST_TITLE])
    words = [word for word in _BREAKS.split(title) if word]
    others = " ".join(_BREAKS.split(fold(known.words[:LONGEST_TITLE])))
    # Signs stay findable as they are.
    padded = f" {' '.join(words)}" if words else f" {title}"
    return _Folded(title, padded, "".join(word[0] for word in words), f"{padded} {others}")


@lru_cache(maxsize=64)
def _in_order(letters: str) -> re.Pattern[str]:
    """Matches texts with the letters in that order; without backtracking, whatever they are."""
    return re.compile("".join(f"[^{re.escape(each)}]*{re.escape(each)}" for each in letters), re.DOTALL)


def _runs(letters: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where the letters stand in their order: as few stretches as a look at word beginnings gives, or ()."""
    return _placed(letters, text, _beginnings(text)) or _placed(letters, text, ())


def _placed(letters: str, text: str, beginnings: Sequence[int]) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    after = 0
    for letter in letters:
        if spans and text[after : after + 1] == letter:
            place = after
        else:
            begun = next((start for start in beginnings if start >= after and text[start] == letter), -1)
            place = begun if begun >= 0 else text.find(letter, after)
        if place < 0:
            return ()
        if spans and spans[-1][1] == place:
            spans[-1] = (spans[-1][0], place + 1)
        else:
            spans.append((place, place + 1))
        after = place + 1
    return tuple(spans)


def _beginnings(text: str) -> list[int]:
    return [found.start() for found in _SPANS.finditer(text)]


def _by_words(wanted: str, text: str) -> tuple[tuple[int, int], ...]:
    spans: dict[int, int] = {}
    for word in _BREAKS.split(wanted):
        start = next((each for each in _beginnings(text) if word and text.startswith(word, each)), -1)
        if start >= 0:
            spans[start] = max(spans.get(start, 0), start + len(word))
    return tuple(sorted(spans.items()))


def _by_initials(letters: str, text: str) -> tuple[tuple[int, int], ...]:
    return tuple((start, start + 1) for start in _beginnings(text)[: len(letters)])


def _alike(wanted: str, text: str) -> tuple[tuple[int, int], ...]:
    from rapidfuzz import fuzz
    from rapidfuzz.distance import Levenshtein

    place = fuzz.partial_ratio_alignment(wanted, text)
    if place is None or len(wanted) > len(text):
        return ()
    stretch = text[place.dest_start : place.dest_end]
    same = [each for each in Levenshtein.opcodes(wanted, stretch) if each.tag == "equal"]
    return tuple((place.dest_start + each.dest_start, place.dest_start + each.dest_end) for each in same)
