"""Conditions of statements and the typed values in them, whatever the column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import BigInteger, Numeric, Text, and_, cast, false, func, literal, literal_column, or_, true
from sqlalchemy.types import UserDefinedType
from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from sqlalchemy import ColumnElement


_ASCII = "C"
_SMALL_IN_ASCII = {"\u0130": "i", "\u212a": "k"}
"""Letters beyond ASCII, by the ASCII letter that they are when small."""


class _StoredType(UserDefinedType[Any]):
    """A type under the name that the server gives it."""

    cache_ok = True

    def __init__(self, name: str) -> None:
        self.name = name

    @override
    def get_col_spec(self, **_: Any) -> str:
        """The name as SQL."""
        return self.name


def as_type(value: ColumnElement[Any] | str, sql_type: str) -> ColumnElement[Any]:
    """A text as a value of the type that the server calls `sql_type`."""
    return cast(literal(value, Text) if isinstance(value, str) else value, _StoredType(sql_type))


def whole_number(value: int) -> ColumnElement[int]:
    """A number of ours, typed so that an index on an integer column can answer."""
    return literal(value, BigInteger)


def exact_number(value: Decimal | int) -> ColumnElement[Decimal]:
    """A number of ours with all of its digits."""
    return literal(value, Numeric)


def plain(value: Any) -> ColumnElement[Any]:
    """A value of ours of the type that Python gives it."""
    return literal(value)


def any_of(conditions: Iterable[ColumnElement[bool]]) -> ColumnElement[bool]:
    """The rows that meet one of the conditions; no row for no condition."""
    return or_(false(), *conditions)


def all_of(conditions: Iterable[ColumnElement[bool]]) -> ColumnElement[bool]:
    """The rows that meet each of the conditions; every row for no condition."""
    return and_(true(), *conditions)


def unless(element: ColumnElement[Any], met: ColumnElement[bool]) -> ColumnElement[bool]:
    """The rows that do not meet a condition on `element`, those where it is NULL among them."""
    return or_(element.is_(None), ~met)


def within(element: ColumnElement[Any], start: ColumnElement[Any], end: ColumnElement[Any]) -> ColumnElement[bool]:
    """The rows from `start` on and before `end`."""
    return and_(element >= start, element < end)


def contains(text: ColumnElement[Any], part: str) -> ColumnElement[bool]:
    """The rows whose text contains the part, whatever the case."""
    return text.ilike(literal(f"%{_escaped(part)}%", Text), escape="\\")


def starts_with(text: ColumnElement[Any], part: str) -> ColumnElement[bool]:
    """The rows whose text begins with the part, whatever the case."""
    return text.ilike(literal(f"{_escaped(part)}%", Text), escape="\\")


# Written out, since `\m` and a class such as [^[:alnum:]] keep pg_trgm from finding the trigrams of what follows, as
# any character from U+0800 on would.
_BEFORE_A_WORD = "(^|[ \t\n\r!-/:-@\\[-`{-~\u00a0\u00ab\u00b7\u00bb])"


def has_word(text: ColumnElement[Any], beginning: str) -> ColumnElement[bool]:
    """The rows with a word in the text that begins so, whatever the case; for letters and digits."""
    return text.op("~*", is_comparison=True)(literal(word_pattern(beginning), Text))


# A function takes at most 100 arguments, the separator among them.
_MOST_ARGUMENTS = 90


def in_lines(texts: Iterable[ColumnElement[Any]]) -> ColumnElement[str]:
    """Texts as lines of one, for `line_containing` and `line_with_word`; NULL is no line."""
    lines = list(texts)
    while len(lines) > _MOST_ARGUMENTS:
        few = [lines[start : start + _MOST_ARGUMENTS] for start in range(0, len(lines), _MOST_ARGUMENTS)]
        lines = [func.concat_ws(literal_column("E'\\n'"), *part) for part in few]
    return func.concat_ws(literal_column("E'\\n'"), *lines)


def line_containing(lines: ColumnElement[str], part: str) -> ColumnElement[bool]:
    """As `contains` for one of the lines, for a part that is within a line.

    The case of ASCII letters is told without the database's locale, in a fraction of the time; the two letters beyond
    ASCII that have a small one within are looked at twice.
    """
    if not part.isascii():
        return contains(lines, part)
    plain = contains(lines.collate(_ASCII), part)
    odd = [each for each, small in _SMALL_IN_ASCII.items() if small in part.lower()]
    if not odd:
        return plain
    met = any_of(func.strpos(lines.collate(_ASCII), literal(each, Text)) > literal_column("0") for each in odd)
    return or_(plain, and_(met, contains(lines, part)))


def line_with_word(lines: ColumnElement[str], beginning: str) -> ColumnElement[bool]:
    """As `has_word` for one of the lines."""
    plain = all(character.isascii() or character in _SMALL_IN_ASCII for character in beginning)
    return has_word(lines.collate(_ASCII) if plain else lines, beginning)


def word_pattern(beginning: str) -> str:
    """The expression that `~*` finds a word with that begins so.

    Of letters with two capitals, one of them beyond ASCII, each form finds all: `~*` alone knows one pair.
    """
    return f"{_BEFORE_A_WORD}{''.join(map(_letter, beginning))}"


def _letter(character: str) -> str:
    small = _SMALL_IN_ASCII.get(character, character.lower())
    for odd, ascii_letter in _SMALL_IN_ASCII.items():
        if small == ascii_letter:
            return f"[{small}{small.upper()}{odd}]"
    return character if character.isalnum() else f"\\{character}"


def containing_pattern(part: str) -> str:
    """The pattern that LIKE and ILIKE find the part with, anywhere in a text."""
    return f"%{_escaped(part)}%"


def _escaped(pattern: str) -> str:
    return pattern.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
