"""Splits the text of a rule into its parts, for CEL and for the text form of `simple`.

Literals as cel-spec (doc/langdef.md, “Syntax”) has them; a number may have “_” between its digits, for people.
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import Enum
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.numbers import MAX_DIGITS
from jarvis_desktop.expressions.tree import MAX_OPERATIONS, MAX_RESULT, Unparsable

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOKEN = re.compile(
    r"""(?:[ \t\n\r\f]++|//[^\n]*+)*+
    (?:(?P<name>(?![rRbB]{1,2}["'])[^\W\d]\w*+)
    |(?P<whole>\d{1,18}+(?![\w.]))
    |(?P<quoted>`[^`\n]+`)
    |(?P<sign>==|!=|<>|<=|>=|&&|\|\||[-+*/%!<>=?:,()\[\]{}]|\.(?!\d))
    |(?P<number>0[xX][0-9a-fA-F]+[uU]?|(?:\d(?:_?\d)*+)?\.\d(?:_?\d)*+(?:[eE][+-]?\d+)?|\d(?:_?\d)*+(?:[eE][+-]?\d+|[uU])?)
    |(?P<prefix>[rRbB]{0,2})(?P<quote>\"\"\"|\'\'\'|"|\')
    |(?P<end>\Z)
    |(?P<other>.))""",
    re.VERBOSE | re.DOTALL,
)
_NAME, _WHOLE, _QUOTED, _SIGN, _NUMBER, _QUOTE, _END = (
    _TOKEN.groupindex[name] for name in ("name", "whole", "quoted", "sign", "number", "quote", "end")
)
_ESCAPE = re.compile(
    r"""\\(?:(?P<plain>[abfnrtv\\?"'`])|[xX](?P<x>[0-9a-fA-F]{2})|u(?P<u>[0-9a-fA-F]{4})|U(?P<U>[0-9a-fA-F]{8})"""
    r"""|(?P<octal>[0-3][0-7]{2}))|\\"""
)
_PLAIN: Mapping[str, str] = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


class Kind(Enum):
    """What a part of a text is."""

    NAME = "name"
    VALUE = "value"
    SIGN = "sign"
    END = "end"


_MOST_PARTS = 4 * MAX_OPERATIONS
_new = tuple.__new__
"""Makes a Token in a third of the time that calling the class takes."""


class Token(NamedTuple):
    """A part: its text or value, and where it stands (“@” and the number of its first character, from 1).

    `word` is a sign or a name as it is written, and "" for values and for names in backquotes, which mean no word.
    """

    kind: Kind
    value: Any
    place: str
    word: str = ""

    @property
    def quoted(self) -> bool:
        """Whether it is a name in backquotes."""
        return self.kind is Kind.NAME and not self.word


def split(text: str) -> list[Token]:
    """The parts of a text, an END last; raises Unparsable at what is none."""
    if len(text) > MAX_RESULT:
        raise Unparsable(tr("The rule has more than {most} characters.", most=f"{MAX_RESULT:,}"), "@1")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Unparsable(tr("This text is no valid Unicode."), f"@{error.start + 1}") from error
    found: list[Token] = []
    name, sign, value = Kind.NAME, Kind.SIGN, Kind.VALUE
    at = 0
    while len(found) < _MOST_PARTS:
        for part in islice(_TOKEN.finditer(text, at), _MOST_PARTS):
            group = part.lastindex
            assert group is not None  # any one character is a part
            word, place = part[group], f"@{part.start(group) + 1}"
            if group == _NAME:
                found.append(_new(Token, (name, word, place, word)))
            elif group == _SIGN:
                found.append(_new(Token, (sign, word, place, word)))
            elif group == _WHOLE:
                found.append(_new(Token, (value, int(word), place, "")))
            elif group == _QUOTED:
                found.append(_new(Token, (name, word.strip("`"), place, "")))
            elif group == _NUMBER:
                found.append(_new(Token, (value, _number(word, place), place, "")))
            elif group == _QUOTE:
                content, at = _quoted(text, part)
                found.append(_new(Token, (value, content, f"@{part.start('prefix') + 1}", "")))
                break
            elif group == _END:
                found.append(Token(Kind.END, "", place))
                return found
            else:
                raise Unparsable(tr("“{character}” has no meaning here.", character=word), place)
    raise Unparsable(tr("The rule has more than {most} parts.", most=f"{MAX_OPERATIONS:,}"), "@1")


def _number(text: str, place: str) -> int | Decimal:
    digits = text.replace("_", "").rstrip("uU") if text[:2] not in ("0x", "0X") else text.rstrip("uU")
    if len(digits) > MAX_DIGITS:
        raise Unparsable(tr("This number has more than {digits} digits.", digits=f"{MAX_DIGITS:,}"), place)
    if digits[:2] in ("0x", "0X"):
        return int(digits, 16)
    if digits.isdigit():
        return int(digits)
    number = Decimal(digits)
    if not number.is_finite() or abs(number.adjusted()) > MAX_DIGITS:
        raise Unparsable(tr("This is not a number that can be used."), place)
    return number


def _quoted(text: str, opening: re.Match[str]) -> tuple[str, int]:
    prefix, quote, start = opening["prefix"].lower(), opening["quote"], opening.end()
    place = f"@{opening.start('prefix') + 1}"
    if "b" in prefix or prefix == "rr":
        raise Unparsable(tr("Bytes cannot be used in a rule."), place)
    raw, at = "r" in prefix, start
    while True:
        at = text.find(quote, at)
        line = text.find("\n", start, at if at >= 0 else len(text)) if len(quote) == 1 else -1
        if at < 0 or line >= 0:
            raise Unparsable(tr("This text has no end: {quote} is missing.", quote=quote), place)
        back = len(text[start:at]) - len(text[start:at].rstrip("\\"))
        if raw or back % 2 == 0:
            break
        at += 1
    content = text[start:at]
    return (content if raw else _unescaped(content, start)), at + len(quote)


def _unescaped(content: str, start: int) -> str:
    def meant(match: re.Match[str]) -> str:
        place = f"@{start + match.start() + 1}"
        if match["plain"]:
            return _PLAIN.get(match["plain"], match["plain"])
        code = match["x"] or match["u"] or match["U"]
        number = int(code, 16) if code else int(match["octal"], 8) if match["octal"] else -1
        if not 0 <= number <= 0x10FFFF or 0xD800 <= number <= 0xDFFF:
            raise Unparsable(tr("This is not a character that can be written so."), place)
        return chr(number)

    return _ESCAPE.sub(meant, content)


class Reader:
    """Goes through the parts of a text."""

    def __init__(self, text: str) -> None:
        self._behind = iter(split(text))
        self.token = next(self._behind)
        """The part that comes next."""

    def take(self) -> Token:
        """The next part, which is then behind; the end stays the next one."""
        token = self.token
        self.token = next(self._behind, token)
        return token

    def sign(self, *signs: str) -> Token | None:
        """The next part, taken, if it is one of these signs."""
        return self.take() if self.token.word in signs else None

    def expect(self, sign: str) -> Token:
        """The next part, taken, which must be this sign."""
        found = self.sign(sign)
        if found is None:
            raise Unparsable(tr("“{sign}” is missing here.", sign=sign), self.token.place)
        return found


def unexpected(token: Token) -> Unparsable:
    """What to raise where a part cannot stand."""
    if token.kind is Kind.END:
        return Unparsable(tr("The rule ends too early."), token.place)
    return Unparsable(tr("“{part}” cannot stand here.", part=str(token.value)[:40]), token.place)
