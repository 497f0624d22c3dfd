"""Reads the text form of `simple`: `building_value > 1_000_000 and not (construction in ["frame", "brick"])`.

A condition is a field (a name, dots for what lies within, backquotes around odd ones), a comparison and a constant:
`== != < <= > >=`, `in [...]`, `not in [...]`, `between a and b`, `contains`, `starts with`, `matches`, `before`,
`after`, `is null`, `is not null`, or any of these as the JSON form spells them. `not` binds tighter than `and`, `and`
than `or`.
"""

from __future__ import annotations

from collections.abc import Mapping

from jarvis_desktop.core.words import tr
from jarvis_desktop.expressions.jsonlogic import literal
from jarvis_desktop.expressions.simple import COMPARISONS, NULL_TESTS, comparison
from jarvis_desktop.expressions.tokens import Kind, Reader, Token, unexpected
from jarvis_desktop.expressions.tree import MAX_DEPTH, MAX_OPERATIONS, Call, Field, ListOf, Literal, Node, Unparsable

_SIGNS: Mapping[str, str] = {
    "==": "eq", "=": "eq", "!=": "ne", "<>": "ne", "<": "lt", "<=": "le", ">": "gt", ">=": "ge",
}  # fmt: skip
_CONSTANTS: Mapping[str, bool | None] = {"true": True, "false": False, "null": None}
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
        node = self._joined("or")
        if self._reader.token.kind is not Kind.END:
            raise unexpected(self._reader.token)
        return node

    def _joined(self, word: str) -> Node:
        operands = [self._part(word)]
        place = ""
        while self._is(word):
            found = self._reader.take()
            place = place or found.place
            operands.append(self._part(word))
        return operands[0] if len(operands) == 1 else Call(word, tuple(operands), place)

    def _part(self, word: str) -> Node:
        return self._joined("and") if word == "or" else self._negated()

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
        if self._is("not"):
            place = self._reader.take().place
            node: Node = Call("not", (self._negated(),), place)
        elif self._reader.sign("(") is not None:
            node = self._joined("or")
            self._reader.expect(")")
        else:
            node = self._condition()
        self._depth -= 1
        return node

    def _condition(self) -> Node:
        if self._reader.token.kind is not Kind.NAME:
            raise unexpected(self._reader.token)
        first = self._reader.take()
        word = first.word.lower()
        if word in WORDS:
            if word in ("true", "false") and not self._compares():
                return Literal(_CONSTANTS[word], first.place)
            raise Unparsable(tr("“{part}” cannot stand here.", part=first.value), first.place)
        read = Field(self._path(first), None, "", first.place)
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
        if self._reader.token.word != ".":
            return str(first.value)
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
        if token.kind is Kind.SIGN and token.value in _SIGNS:
            return _SIGNS[token.value], place
        word = token.value.lower() if token.kind is Kind.NAME and not token.quoted else ""
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

    def _value(self) -> Node:
        opening = self._reader.sign("[", "(")
        if opening is None:
            return self._single()
        end = "]" if opening.value == "[" else ")"
        items: list[Node] = []
        while self._reader.sign(end) is None:
            items.append(self._single())
            self._nodes += 1
            if self._reader.sign(",") is None:
                self._reader.expect(end)
                break
        return ListOf(tuple(items), opening.place)

    def _single(self) -> Literal:
        minus = self._reader.sign("-")
        token = self._reader.take()
        if token.kind is Kind.VALUE and (minus is None or type(token.value) is not str):
            return literal(-token.value if minus is not None else token.value, (minus or token).place)
        if token.kind is Kind.NAME and not token.quoted and token.value.lower() in _CONSTANTS and minus is None:
            return Literal(_CONSTANTS[token.value.lower()], token.place)
        raise Unparsable(tr("A value is missing here: a number, a text in quotes, true, false or null."), token.place)

    def _word(self, word: str) -> bool:
        found = self._is(word)
        if found:
            self._reader.take()
        return found

    def _is(self, word: str) -> bool:
        return self._reader.token.word.lower() == word
