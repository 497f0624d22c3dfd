"""Stored rules are compiled once for what they say, and never mistaken for another."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from itertools import combinations
from typing import Any

import pytest
from typing_extensions import override

from jarvis_desktop.core import words
from jarvis_desktop.core.words import Catalogue
from jarvis_desktop.expressions import kept
from jarvis_desktop.expressions.rules import Rule, compile_stored
from jarvis_desktop.expressions.tree import Failed
from jarvis_desktop.expressions.types import Type


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    kept.forget()
    yield
    kept.forget()


def rule(document: object, fields: dict[str, Type] | None = None) -> Rule:
    found = compile_stored(document, fields)
    assert isinstance(found, Rule), found
    return found


def test_a_rule_that_says_the_same_is_the_same_and_a_changed_one_is_another() -> None:
    document = {"engine": "cel", "rule": "year < 1970"}
    first = rule(document)
    assert rule(dict(document)) is first
    document["rule"] = "year < 1980"
    assert rule(document).evaluate({"year": 1975}) is True
    assert first.evaluate({"year": 1975}) is False
    assert rule('{"<": [{"var": "year"}, 1970]}') is rule({"<": [{"var": "year"}, 1970]})


@pytest.mark.parametrize(
    ("one", "other"),
    list(combinations([1, True, "1", Decimal("1.0"), Decimal("1.00"), [1], None], 2)),
    ids=repr,
)
def test_values_that_look_alike_make_rules_of_their_own(one: Any, other: Any) -> None:
    assert rule({"in": [{"var": "a"}, [one]]}) is not rule({"in": [{"var": "a"}, [other]]})


def test_fields_are_part_of_what_is_asked_for() -> None:
    document = {"field": "day", "op": "lt", "value": "2026-02-01"}
    as_day, as_text = rule(document, {"day": Type.DATE}), rule(document, {"day": Type.TEXT})
    assert as_day is not as_text
    assert as_day is rule(document, {"day": Type.DATE})
    assert rule(document) not in (as_day, as_text)
    assert isinstance(compile_stored(document, {"dya": Type.DATE}), Failed)


def test_fields_written_in_later_change_no_kept_rule() -> None:
    fields = {"day": Type.DATE}
    found = rule({"field": "day", "op": "lt", "value": "2026-02-01"}, fields)
    fields["day"] = Type.TEXT
    assert found.fields == {"day": Type.DATE}


def test_a_failure_is_told_in_the_language_of_the_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    english = compile_stored({"no such": 1})
    assert isinstance(english, Failed)

    monkeypatch.setattr(words, "_spoken", Catalogue(change=lambda text: f"¡{text}!"))
    shouted = compile_stored({"no such": 1})
    assert isinstance(shouted, Failed)
    assert shouted.reason != english.reason
    assert kept.count() == 0


def test_no_more_than_so_many_are_kept_and_long_ones_never() -> None:
    for number in range(kept.MOST_RULES + 50):
        rule({"==": [{"var": "a"}, number]})
    assert kept.count() == kept.MOST_RULES
    kept.forget()
    rule({"in": [{"var": "a"}, ["x" * 100] * 200]})
    assert kept.count() == 0


def test_threads_that_ask_at_once_get_the_same_answers() -> None:
    def asked(number: int) -> bool:
        found = rule({"<": [{"var": "a"}, number % 7]})
        return found.evaluate({"a": 3}) is (number % 7 > 3)

    with ThreadPoolExecutor(8) as threads:
        assert all(threads.map(asked, range(2_000)))
    assert kept.count() == 7


def test_what_cannot_be_said_is_compiled_all_the_same() -> None:
    class Loud:
        @override
        def __repr__(self) -> str:
            raise ArithmeticError

    deep: Any = True
    for _ in range(5_000):
        deep = {"!": [deep]}
    many: Any = [1]
    for _ in range(60):
        many = [many, many]
    for hostile in ({"==": [Loud(), 1]}, deep, {"in": [1, many]}, {"==": [10**5_000, {"var": "a"}]}):
        assert isinstance(compile_stored(hostile), (Failed, Rule))
    assert kept.count() == 0
