"""Reads the text form of `simple`: `building_value > 1_000_000 and not (construction in ["frame", "brick"])`.

A condition is a field (a name, dots for what lies within, backquotes around odd ones), a comparison and a constant:
`== != < <= > >=`, `in [...]`, `not in [...]`, `between a and b`, `contains`, `starts with`, `matches`, `before`,
`after`, `is null`, `is not null`, or any of these as the JSON form spells them. `not` binds tighter than `and`, `and`
than `or`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.jsonlogic import literal
from jarvis_desktop.expressions.simple import COMPARISONS, NULL_TESTS, comparison
from jarvis_desktop.expressions.tokens import Kind, Reader, Token, unexpected
from jarvis_desktop.expressions.tree import MAX_DEPTH, MAX_OPERATIONS, Call, Field, ListOf, Literal, Node, Unparsable

_SIGNS: Mapping[str, str] = {
    "==": "eq", "=": "eq", "!=": "ne", "<>": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge",
}  # fmt: skip
_CONSTANTS: Mapping[str, bool | None] = {"true": True, "false": False, "null": None}
_NAME, _VALUE = Kind.NAME, Kind.VALUE
WORDS = frozenset({"and", "or", "not", "in", "between", "is", "starts", "with", *COMPARISONS, *NULL_TESTS, *_CONSTANTS})
"""Names that a field must be quoted to have."""


class SimpleTextParser:
    """Reads one rule."""

    def __init__(self, text: str) -> None:
        self._reader = Reader(text)
        self._depth = 0
        self._nodes = 0

    def parse(self) -> Node:
        """The tree of the rule; raises Unparsable with the place."""
        node = self._any()
        if self._reader.token.kind is not Kind.END:
            raise unexpected(self._reader.token)
        return node

    def _any(self) -> Node:
        return self._joined("or", self._all)

    def _all(self) -> Node:
        return self._joined("and", self._negated)

    def _joined(self, word: str, part: Callable[[], Node]) -> Node:
        first = part()
        if not self._is(word):
            return first
        operands, place = [first], self._reader.token.place
        while self._word(word):
            operands.append(part())
        return Call(word, tuple(operands), place)

    def _negated(self) -> Node:
        self._depth += 1
        self._nodes += 1
        if self._depth > MAX_DEPTH // 2:
            raise Unparsable(
                tr("The rule is nested more than {max_depth} levels deep.", max_depth=MAX_DEPTH // 2),
                self._reader.token.place,
            )
        if self._nodes > MAX_OPERATIONS:
            raise Unparsable(
                tr("The rule has more than {most} parts.", most=f"{MAX_OPERATIONS:,}"), self._reader.token.place
            )
        first = self._reader.take()
        if first.kind is _NAME:
            word = first.word.lower()
            node = Call("not", (self._negated(),), first.place) if word == "not" else self._condition(first, word)
        elif first.word == "(":
            node = self._any()
            self._reader.expect(")")
        else:
            raise unexpected(first)
        self._depth -= 1
        return node

    def _condition(self, first: Token, word: str) -> Node:
        if word in WORDS:
            if word in ("true", "false") and not self._compares():
                return Literal(_CONSTANTS[word], first.place)
            raise Unparsable(tr("“{part}” cannot stand here.", part=first.value), first.place)
        path = self._path(first) if self._reader.token.word == "." else first.value
        read = Field(path, None, "", first.place)
        operator, place = self._comparison()
        if operator in NULL_TESTS:
            return Call(operator, (read,), place)
        if operator == "between":
            low = self._single()
            if not self._is("and"):
                raise Unparsable(tr("“between” is followed by two values with “and” between them."), place)
            self._reader.take()
            return comparison(operator, read, ListOf((low, self._single()), place), place)
        return comparison(operator, read, self._value(), place)

    def _path(self, first: Token) -> str:
        parts = [first.value]
        while self._reader.sign(".") is not None:
            token = self._reader.take()
            if token.kind is not Kind.NAME and type(token.value) is not int:
                raise Unparsable(tr("A name is missing here."), token.place)
            parts.append(str(token.value))
        return ".".join(parts)

    def _compares(self) -> bool:
        token = self._reader.token
        return token.kind is Kind.SIGN and token.value in (*_SIGNS, ".")

    def _comparison(self) -> tuple[str, str]:
        token = self._reader.take()
        place = token.place
        if token.word in _SIGNS:
            return _SIGNS[token.word], place
        word = token.word.lower()
        if word == "is":
            negated = self._word("not")
            if self._word("null"):
                return ("is_not_null" if negated else "is_null"), place
            raise Unparsable(tr("“is” is followed by “null” or “not null”."), place)
        if word == "not" and self._word("in"):
            return "not_in", place
        if word == "starts" and self._word("with"):
            return "starts_with", place
        if word in COMPARISONS or word in NULL_TESTS:
            return word, place
        raise Unparsable(
            tr(
                "A comparison is missing here. Known: {operators}.",
                operators=" ".join([*_SIGNS, *COMPARISONS, *NULL_TESTS]),
            ),
            place,
        )

    def _value(self) -> Literal | ListOf:
        token = self._reader.token
        if token.kind is _VALUE:
            self._reader.take()
            return literal(token.value, token.place)
        opening = self._reader.sign("[", "(")
        if opening is None:
            return self._single()
        end = "]" if opening.value == "[" else ")"
        items: list[Literal] = []
        while self._reader.sign(end) is None:
            items.append(self._single())
            self._nodes += 1
            if self._reader.sign(",") is None:
                self._reader.expect(end)
                break
        return ListOf(tuple(items), opening.place)

    def _single(self) -> Literal:
        token = self._reader.take()
        minus = None
        if token.word == "-":
            minus, token = token, self._reader.take()
        if token.kind is _VALUE and (minus is None or type(token.value) is not str):
            return literal(-token.value if minus is not None else token.value, (minus or token).place)
        word = token.word.lower()
        if word in _CONSTANTS and minus is None:
            return Literal(_CONSTANTS[word], token.place)
        raise Unparsable(tr("A value is missing here: a number, a text in quotes, true, false or null."), token.place)

    def _word(self, word: str) -> bool:
        found = self._is(word)
        if found:
            self._reader.take()
        return found

    def _is(self, word: str) -> bool:
        return self._reader.token.word.lower() == word
