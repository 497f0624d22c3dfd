"""Other engines answer as ours does, on records without nulls.

Where meanings differ by design the generator of rules stays away (`tests/support/oracle_rules.py`): a null, division
by zero and what is not exact in a double. Each engine is a peer that others maintain, used nowhere in the program.
"""

from __future__ import annotations

import json
import math
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings

from jarvis_desktop.expressions import rules
from jarvis_desktop.expressions.rules import Rule
from jarvis_desktop.expressions.tree import Failed
from tests.support.laws import examples
from tests.support.oracle_rules import cel, jsonlogic, records

if TYPE_CHECKING:
    from collections.abc import Mapping

SHORT, LONG = 300, 10_000
OFTEN = settings(max_examples=examples(SHORT, LONG))


def ours(engine: str, rule: Any, record: Mapping[str, Any]) -> Any:
    """Our value, whole: a failure would be one that no engine answers with, but for what takes more than it may."""
    compiled = rules.compile(engine, rule)
    assert isinstance(compiled, Rule), compiled
    value = compiled.compute(record)
    assume(not isinstance(value, Failed) or "operations" not in value.reason)
    assert not isinstance(value, Failed), value
    return value


def same(mine: Any, theirs: Any) -> bool:
    """Equal, of one kind; numbers as numbers, since some engines have doubles only."""
    if isinstance(mine, bool) or isinstance(theirs, bool):
        return mine is theirs
    if isinstance(mine, (int, float, Decimal)) and isinstance(theirs, (int, float, Decimal)):
        return math.isclose(float(mine), float(theirs), rel_tol=1e-12, abs_tol=1e-12)
    if isinstance(mine, (list, tuple)) and isinstance(theirs, (list, tuple)):
        return len(mine) == len(theirs) and all(map(same, mine, theirs))
    return type(mine) is type(theirs) and bool(mine == theirs)


def test_a_difference_is_seen() -> None:
    assert same(1, 1.0)
    assert same([Decimal("0.5"), "a"], [0.5, "a"])
    assert not same(1, True)
    assert not same(1, "1")
    assert not same([1], [1, 2])
    assert not same("a", "A")


@cache
def _environment(peer: Any) -> Any:
    """Made once: it takes longer than all its rules."""
    kinds = peer.Type
    variables = {
        "whole": kinds.INT,
        "half": kinds.DOUBLE,
        "name": kinds.STRING,
        "other": kinds.STRING,
        "flag": kinds.BOOL,
        "numbers": kinds.List(kinds.INT),
        "words": kinds.List(kinds.STRING),
        "at": kinds.Map(kinds.STRING, kinds.DYN),
    }
    return peer.NewEnv(variables=variables)


@OFTEN
@given(rule=jsonlogic(), record=records)
def test_datalogic_agrees_on_jsonlogic(rule: Any, record: dict[str, Any]) -> None:
    peer = pytest.importorskip("datalogic_py", reason="has no wheel for this platform")
    assert same(ours("jsonlogic", rule, record), peer.apply(json.dumps(rule), record))


@OFTEN
@given(rule=jsonlogic(), record=records)
def test_panzi_agrees_on_jsonlogic(rule: Any, record: dict[str, Any]) -> None:
    peer = pytest.importorskip("json_logic", reason="is not installed")
    assert same(ours("jsonlogic", rule, record), peer.jsonLogic(rule, record))


@OFTEN
@given(rule=cel(), record=records)
def test_cel_cpp_agrees_on_cel(rule: str, record: dict[str, Any]) -> None:
    peer = pytest.importorskip("cel_expr_python.cel", reason="has no wheel for this platform")
    answer = _environment(peer).compile(rule).eval(data=record).plain_value()
    assert same(ours("cel", rule, record), answer)


@OFTEN
@given(rule=cel(), record=records)
def test_cel_in_rust_agrees_on_cel(rule: str, record: dict[str, Any]) -> None:
    peer = pytest.importorskip("cel", reason="has no wheel for this platform")
    # Its `size` counts the bytes of a text; CEL's definition, and every other engine, counts code points.
    assume("size(" not in rule or json.dumps([rule, record], ensure_ascii=False).isascii())
    assert same(ours("cel", rule, record), peer.evaluate(rule, record))
