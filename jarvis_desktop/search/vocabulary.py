"""The words that the database holds, as far as known: how common they are, and which one a misspelt word may be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

COMMON = 0.004
"""Share of the rows from which on the words that begin as typed are asked for one by one."""
NEARLY_ALL = 0.8
RARE = 0.0005
"""Share of the rows up to which the newest ones hardly hold an answer; what begins no common word has less."""
_MOST_COMPLETIONS = 24
_TELLING = 3
"""Letters from which on little begins so, where no common word does."""
_SHORTEST_CORRECTED = 4


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words, lower case, with the share of rows that each is in (0.0: known, and rare or not counted)."""

    shares: Mapping[str, float]
    _sorted: tuple[str, ...] = field(default=(), repr=False)

    @staticmethod
    def of(shares: Mapping[str, float]) -> Vocabulary:
        """Over these words."""
        return Vocabulary(shares, tuple(sorted(shares)))

    def beginning(self, start: str) -> Iterator[str]:
        """The words that begin so, in the order of the alphabet."""
        for place in range(bisect_left(self._sorted, start), len(self._sorted)):
            if not self._sorted[place].startswith(start):
                return
            yield self._sorted[place]

    def knows(self, start: str) -> bool:
        """Whether a word begins so."""
        return next(self.beginning(start), None) is not None

    def corrected(self, words: Iterable[str]) -> tuple[str, ...] | None:
        """The words with those that nothing begins with replaced by the most similar ones; None without any such."""
        given = tuple(words)
        better = tuple(word if self.knows(word) else self.similar(word) or word for word in given)
        return better if better != given else None

    def similar(self, word: str) -> str:
        """The word that was probably meant, or "": one slip in four letters, two from eight on, transpositions too."""
        if len(word) < _SHORTEST_CORRECTED or word.isdigit():
            return ""
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        slips = 1 if len(word) < 8 else 2
        near = process.extract(word, self._sorted, scorer=OSA.distance, score_cutoff=slips, limit=20)
        begun = () if near else self._begun_alike(word, slips)
        best = min(
            ((distance, found[0] != word[0], -self.shares.get(found, 0.0), found) for found, distance, _ in near),
            default=None,
        )
        return best[3] if best is not None else min(begun, default=(0, 0.0, ""))[2]

    def _begun_alike(self, word: str, slips: int) -> list[tuple[int, float, str]]:
        """Words of which a part was typed with slips: distance, how rare, the word."""
        from rapidfuzz.distance import OSA

        length, found = len(word), []
        for known in self._sorted:
            if len(known) > length and known[0] == word[0]:
                distance = OSA.distance(word, known[:length], score_cutoff=slips)
                if distance <= slips:
                    found.append((distance, -self.shares.get(known, 0.0), known))
        return found


@dataclass(frozen=True, slots=True)
class TermMaker:
    """Writes the index's query for words.

    What begins many words is dear to ask for as such: the common ones among them are asked for by name. A word that
    nearly every row holds is left out, where another one is asked for as well: what comes is checked again anyway.
    """

    vocabulary: Vocabulary

    def query(self, words: Iterable[str]) -> str:
        """Text for `to_tsquery`: all the words that narrow something down, each at least as a beginning."""
        given = list(words)
        narrowing = [word for word in given if self.vocabulary.shares.get(word, 0.0) < NEARLY_ALL] or given[:1]
        return " & ".join(self._term(word) for word in narrowing)

    def rare(self, words: Iterable[str]) -> bool:
        """Whether few rows hold all the words, as far as the server knows what is common."""
        return any(len(word) >= _TELLING and self._share(word) < RARE for word in words)

    def rarest_first(self, words: Iterable[str]) -> tuple[str, ...]:
        """The words, that which narrows most before the others, as far as known."""
        return tuple(sorted(words, key=lambda word: self.vocabulary.shares.get(word, 0.0)))

    def _share(self, start: str) -> float:
        return sum(self.vocabulary.shares[each] for each in self.vocabulary.beginning(start))

    def _term(self, word: str) -> str:
        completions = list(self.vocabulary.beginning(word))
        if self._share(word) < COMMON:
            return f"'{word}':*"
        completions.sort(key=lambda each: (each != word, -self.vocabulary.shares[each]))
        return "(" + " | ".join(f"'{each}'" for each in completions[:_MOST_COMPLETIONS]) + ")"
