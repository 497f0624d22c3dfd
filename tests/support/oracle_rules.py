"""Random rules as texts of JsonLogic and CEL, and records without nulls: what other engines must answer as ours does.

They stay where the languages have one meaning: integers below 2**53 and binary fractions, so that doubles are exact;
divisors that leave no rest beyond them; no null, no missing field that decides by itself.
"""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

WHOLES = (-7, -3, -1, 0, 1, 2, 3, 5, 8, 40, 1970)
HALVES = (-2.5, -0.5, 0.25, 0.5, 1.5, 3.75, 10.5)
TEXTS = ("", "a", "b", "ab", "ba", "Ab", "frame", "straße", "日本", "10")

records = st.fixed_dictionaries(
    {
        "whole": st.sampled_from(WHOLES),
        "half": st.sampled_from(HALVES),
        "name": st.sampled_from(TEXTS),
        "other": st.sampled_from(TEXTS),
        "flag": st.booleans(),
        "numbers": st.lists(st.sampled_from(WHOLES), max_size=4),
        "words": st.lists(st.sampled_from(TEXTS), max_size=4),
        "at": st.fixed_dictionaries({"n": st.sampled_from(WHOLES), "t": st.sampled_from(TEXTS)}),
    }
)
"""Records: whole numbers, a binary fraction, texts, a truth, lists, and an object below `at`."""


def _of(operator: str | tuple[str, ...], *operands: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    names = (operator,) if isinstance(operator, str) else operator
    return st.tuples(st.sampled_from(names), *operands).map(lambda given: {given[0]: list(given[1:])})


def _var(*paths: str) -> st.SearchStrategy[Any]:
    return st.sampled_from([{"var": path} for path in paths])


def jsonlogic() -> st.SearchStrategy[Any]:
    """Rules of JsonLogic as JSON values: conditions, numbers, texts and lists."""
    item = _var("")
    text = st.deferred(
        lambda: st.one_of(
            _var("name", "other", "at.t"),
            st.sampled_from(TEXTS),
            _of("cat", text, text),
            _of("substr", text, st.integers(-3, 3)),
            _of("substr", text, st.integers(-3, 3), st.integers(-3, 3)),
            _of("if", truth, text, text),
        )
    )
    number = st.deferred(
        lambda: st.one_of(
            _var("whole", "half", "at.n"),
            st.sampled_from((*WHOLES, *HALVES)),
            _of(("+", "-", "*", "max", "min"), number, number),
            _of("/", number, st.sampled_from((1, 2, -4, 8))),
            _of("if", truth, number, number),
            _of("reduce", numbers, _of("+", _var("accumulator"), _var("current")), st.sampled_from(WHOLES)),
            st.builds(lambda path, other: {"var": [path, other]}, st.sampled_from(("whole", "nowhere")), number),
        )
    )
    numbers = st.one_of(
        _var("numbers"),
        st.lists(st.sampled_from(WHOLES), max_size=3),
        _of("filter", _var("numbers"), _of((">", "<=", "!=="), item, st.sampled_from(WHOLES))),
        _of("map", _var("numbers"), _of(("+", "*"), item, st.sampled_from(WHOLES))),
        _of("merge", _var("numbers"), st.lists(st.sampled_from(WHOLES), max_size=2)),
    )
    order = ("<", "<=", ">", ">=")
    truth = st.deferred(
        lambda: st.one_of(
            _var("flag"),
            st.booleans(),
            _of((*order, "==", "!=", "===", "!=="), number, number),
            _of(("<", "<="), number, number, number),
            _of(("==", "!=", "===", "!=="), text, text),
            _of("in", text, text),
            _of("in", text, st.one_of(_var("words"), st.lists(st.sampled_from(TEXTS), max_size=3))),
            _of(("some", "all", "none"), numbers, _of(order, item, st.sampled_from(WHOLES))),
            _of(("and", "or"), truth, truth),
            _of(("and", "or"), truth, truth, truth),
            _of(("!", "!!"), truth),
            _of("if", truth, truth, truth),
        )
    )
    return st.one_of(truth, number, text, numbers)


def cel() -> st.SearchStrategy[str]:
    """Rules in CEL: conditions, whole and binary fractional numbers, texts and lists."""

    def form(template: str, *parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        # Not `builds`: what it made is told call by call, in time exponential in the depth.
        return st.tuples(*parts).map(lambda given: template.format(*given))

    def among(*texts: str) -> st.SearchStrategy[str]:
        return st.sampled_from(texts)

    word = st.sampled_from([f'"{text}"' for text in TEXTS])
    whole_literal = st.sampled_from([str(number) if number >= 0 else f"({number})" for number in WHOLES])
    half_literal = st.sampled_from([str(number) if number >= 0 else f"({number})" for number in HALVES])
    sums = among("+", "-", "*")
    order = among("<", "<=", ">", ">=", "==", "!=")
    text = st.deferred(
        lambda: st.one_of(
            among("name", "other", "at.t"),
            word,
            form("({} + {})", text, text),
            form("({} ? {} : {})", truth, text, text),
        )
    )
    whole = st.deferred(
        lambda: st.one_of(
            among("whole", "at.n"),
            whole_literal,
            form("({} {} {})", whole, sums, whole),
            form("size({})", st.one_of(text, numbers)),
            form("({} ? {} : {})", truth, whole, whole),
            form("(-{})", whole),
        )
    )
    half = st.deferred(
        lambda: st.one_of(
            among("half"),
            half_literal,
            form("({} {} {})", half, sums, half),
            form("({} / {})", half, among("2.0", "(-4.0)", "8.0")),
            form("double({})", whole),
        )
    )
    numbers = st.deferred(
        lambda: st.one_of(
            among("numbers"),
            form("[{}, {}]", whole, whole),
            form("numbers.filter(i, i {} {})", order, whole),
            form("numbers.map(i, i {} {})", sums, whole),
        )
    )
    truth = st.deferred(
        lambda: st.one_of(
            among("flag", "true", "false"),
            form("({} {} {})", whole, order, whole),
            form("({} {} {})", half, order, half),
            form("({} {} {})", text, among("==", "!=", "<", ">="), text),
            form("{}.{}({})", text, among("contains", "startsWith", "endsWith"), text),
            form("({} in {})", whole, numbers),
            form("({} in words)", text),
            form("numbers.{}(i, i {} {})", among("all", "exists", "exists_one"), order, whole),
            form("({} {} {})", truth, among("&&", "||"), truth),
            form("(!{})", truth),
            form("({} ? {} : {})", truth, truth, truth),
            among("has(at.n)", "has(at.nothing)"),
        )
    )
    return st.one_of(truth, whole, half, text, numbers)
