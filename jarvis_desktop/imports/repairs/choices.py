"""Choices as people write them: by label, numbered, in another spelling."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz, process

from jarvis_desktop.imports.repairs.words import Found, Repair

_NUMBERED = re.compile(r"^\s*\(?\d{1,3}\s*[-\u2013\u2014.:)\u00b7]\s*|\s*[-\u2013\u2014:(]\s*\d{1,3}\)?\s*$")
_NOT_WORD = re.compile(r"[\W_]+")
_ALIKE, _APART, _SHORTEST = 88, 8, 5


def plain(text: str) -> str:
    """The letters and digits of a text, in one case: “In-Progress” and “in_progress” are the same."""
    return _NOT_WORD.sub("", text.casefold())


class Choices:
    """The choices of one column, as (value, label)."""

    def __init__(self, choices: Sequence[tuple[str, str]]) -> None:
        self._values = {value for value, _ in choices}
        self._known: dict[str, str] = {}
        for value, label in choices:
            for name in (value, label):
                self._known.setdefault(plain(name), value)
        self._known.pop("", None)

    def read(self, text: str) -> Found | None:
        """The choice a text means, or None when it is none of them."""
        if text in self._values:
            return Found(text)
        bare = text.strip()
        if bare in self._values:
            return Found(bare, Repair.SPACES)
        for name in (plain(bare), plain(_NUMBERED.sub("", bare))):
            if name and name in self._known:
                return Found(self._known[name], Repair.CHOICE)
        return self._similar(plain(bare))

    def _similar(self, name: str) -> Found | None:
        if len(name) < _SHORTEST:
            return None
        best = process.extract(name, list(self._known), scorer=fuzz.ratio, limit=3, score_cutoff=_ALIKE - _APART)
        if not best or best[0][1] < _ALIKE:
            return None
        value = self._known[best[0][0]]
        rivals = [score for known, score, _ in best[1:] if self._known[known] != value]
        return None if rivals and best[0][1] - rivals[0] < _APART else Found(value, Repair.SIMILAR)
