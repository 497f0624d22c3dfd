"""Compiled rules, kept by what they say: a stored rule that is asked again is not read again.

What a rule says is its key, so that a changed one is another rule and nothing has to be told that it changed. Failures
are not kept: their reasons are in the language of the moment.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from typing_extensions import override

from jarvis_desktop.expressions.tree import Failed

if TYPE_CHECKING:
    from jarvis_desktop.expressions.rules import Rule
    from jarvis_desktop.expressions.types import Type

MOST_RULES = 1_000
_LONGEST_TEXT = 10_000
"""Characters of a rule that is kept; a longer one costs more memory than it saves time."""

Compiling = Callable[[object, "Mapping[str, Type] | None"], "Rule | Failed"]


class _Asked:
    """A question for a rule: equal to another where both say the same, and know fields of the same types."""

    __slots__ = ("_hash", "_said", "compiling", "fields", "rule")

    def __init__(self, said: str, rule: object, fields: Mapping[str, Type] | None, compiling: Compiling) -> None:
        self._said = (said, None if fields is None else tuple(fields.items()))
        self._hash = hash(self._said)
        self.rule = rule
        self.fields = fields
        self.compiling = compiling

    @override
    def __hash__(self) -> int:
        return self._hash

    @override
    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self._said == other._said


class _NotKept(Exception):
    """An answer that `lru_cache` shall not keep."""

    def __init__(self, failed: Failed) -> None:
        super().__init__()
        self.failed = failed


def kept(said: str, rule: object, fields: Mapping[str, Type] | None, compiling: Compiling) -> Rule | Failed:
    """The rule that `compiling` makes of `rule`, or the one made before of one that said the same.

    `said` is the rule as a text in which unlike values differ (1 and true, "1" and 1). Threads may ask at once.
    """
    if len(said) > _LONGEST_TEXT:
        return compiling(rule, fields)
    try:
        return _compiled(_Asked(said, rule, fields, compiling))
    except _NotKept as answer:
        return answer.failed


def forget() -> None:
    """Drop all that is kept."""
    _compiled.cache_clear()


def count() -> int:
    """How many rules are kept."""
    return _compiled.cache_info().currsize


@lru_cache(maxsize=MOST_RULES)
def _compiled(asked: _Asked) -> Rule:
    # A copy, since whoever asked may go on writing in theirs.
    found = asked.compiling(asked.rule, None if asked.fields is None else dict(asked.fields))
    asked.rule = asked.fields = None  # what is kept is the answer
    if isinstance(found, Failed):
        raise _NotKept(found)
    return found
