"""What a repair is called, and the words that stand for nothing, yes and no."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from jarvis_desktop.core.words import mark, tr


class Repair(StrEnum):
    """What was done to a cell, as people read it."""

    SPACES = mark("spaces around it removed")
    EMPTY = mark("word for nothing read as empty")
    GROUPING = mark("thousands separators removed")
    CURRENCY = mark("currency removed")
    PERCENT = mark("percent sign removed")
    DECIMAL = mark("decimal comma read")
    WHOLE = mark("written as a whole number")
    SIGN = mark("sign put in front")
    DATE = mark("date rewritten")
    DAY_NUMBER = mark("day number of a spreadsheet read as a date")
    YES_NO = mark("word read as yes or no")
    CHOICE = mark("label replaced by its value")
    SIMILAR = mark("misspelt choice recognised")
    LIST = mark("list read")
    CHARACTERS = mark("characters that cannot be stored removed")
    GUARD = mark("guard against formulas removed")


class Found(NamedTuple):
    """What a text means: `text` as the server reads it, `repair` when it was written differently.

    `problem` completes "The label ..."; `ambiguous` says that it can be read in two ways and nobody said which.
    """

    text: str
    repair: str = ""
    problem: str = ""
    ambiguous: bool = False


NOTHING = frozenset(
    {
        "?",
        "??",
        "???",
        "-",
        "--",
        "\u2014",
        "\u2013",
        "n/a",
        "n.a.",
        "#n/a",
        "na",
        "null",
        "nil",
        "none",
        "(null)",
        "(blank)",
        "\\n",
    }
)
"""Words for nothing, in lower case, where a column does not take them as a value of its own."""

NOTHING_IN_TEXT = frozenset({"?", "??", "???", "n/a", "#n/a", "null", "(null)", "(blank)", "\\n"})
"""Those that are nothing even in free text."""

YES = frozenset({"true", "t", "yes", "y", "on", "1", "x", "✓", "✔", "ja", "wahr", "oui", "vrai"})
NO = frozenset({"false", "f", "no", "n", "off", "0", "✗", "✘", "nein", "falsch", "non", "faux"})


def read_boolean(text: str) -> Found:
    """Yes or no; `true` and `false` are as the server writes them."""
    word = text.strip().casefold()
    if word in YES or word in NO:
        answer = "true" if word in YES else "false"
        return Found(answer, "" if text == answer else Repair.YES_NO)
    return Found("", problem=tr("must be yes or no"))
