"""What somebody typed into the search, read: words, phrases and the keys it may be."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LONGEST_QUERY = 200
MOST_WORDS = 8
LONGEST_WORD = 60

_WORD = re.compile(r"[^\W_]+")
_PHRASE = re.compile(r"[\"“”„]([^\"“”„]+)[\"“”„]")
_KEY = re.compile(r"([^\W\d_]{1,8})[\s\-_.#]*(\d{1,12})")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class SearchText:
    """A query: `text` is it, tidied and cut; `words` all must occur, each at least as the beginning of one.

    `phrases` must occur as they are. `keys` are spellings of the natural key that the whole may be. A text without any
    word, such as an emoji, is looked for as it is.
    """

    text: str
    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to look for."""
        return not self.text


def read(typed: str) -> SearchText:
    """Read what was typed; anything is a query, and no character has a meaning but the double quotes."""
    cleaned = unicodedata.normalize("NFC", _CONTROL.sub(" ", typed[: 10 * LONGEST_QUERY]))
    text = " ".join(cleaned.split())[:LONGEST_QUERY].strip()
    words = dict.fromkeys(word[:LONGEST_WORD] for word in _WORD.findall(text.lower()))
    phrases = dict.fromkeys(" ".join(phrase.split()) for phrase in _PHRASE.findall(text))
    quoted = tuple(phrase for phrase in phrases if len(_WORD.findall(phrase)) > 1)
    return SearchText(text, tuple(words)[:MOST_WORDS], quoted, _keys(text))


def words_of(text: str) -> list[str]:
    """The words of a text, lower case, in order."""
    return _WORD.findall(text.lower())


def _keys(text: str) -> tuple[str, ...]:
    bare = text.strip("\"'“”„#.,;:() ")
    if not bare or len(bare) > LONGEST_WORD:
        return ()
    spellings = {bare: None, bare.upper(): None, bare.lower(): None}
    written = _KEY.fullmatch(bare)
    if written is not None:
        spellings[f"{written[1].upper()}-{written[2]}"] = None
    return tuple(spellings)
