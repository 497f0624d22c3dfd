"""JsonLogic as its own cases have it (https://jsonlogic.com/operations.html), but where a null is read.

What other collections of cases (json-logic/compat-tables, GoPlasmatic/datalogic-rs) have and we have not, each
on purpose: operators and counts of operands outside the official ones are refused with their place (`val`, `??`, `try`,
three operands of `==`, none of `and`), since a rule that another engine would read otherwise must not run; `{}` is true
as in JavaScript; numbers do not become doubles; a macro over an object runs over its keys, as in CEL.
"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from jarvis_desktop.expressions import rules
from jarvis_desktop.expressions.tree import Failed, Undetermined

OFFICIAL = Path(__file__).parents[4] / "shared" / "fixtures" / "jsonlogic" / "tests.json"

DEVIATIONS = {
    '{"map":[{"var":"integers"},{"*":[{"var":""},2]}]}': "maps a missing list: what reads it is undetermined",
    '{"reduce":[{"var":"integers"},{"+":[{"var":"current"},{"var":"accumulator"}]},0]}': "reduces a missing list",
}
"""Official rules that read a null, by their compact text, each with the reason (only where the data lacks the list)."""


def computed(rule: object, data: object, engine: str = "jsonlogic") -> Any:
    compiled = rules.compile(engine, rule)
    return compiled if isinstance(compiled, Failed) else compiled.compute(data)


ROOF = {"roof": {"age": 12, "kinds": ["slate", "tin"]}, "name": "Ada", "n": "7", "list": [1, 2, 3]}

CASES: list[tuple[object, object, object]] = [
    # Equality: loose reads texts as numbers, strict compares kinds.
    ({"==": ["7", 7]}, {}, True),
    ({"==": [True, 1]}, {}, True),
    ({"==": ["", 0]}, {}, True),
    ({"===": ["7", 7]}, {}, False),
    ({"===": [7, 7.0]}, {}, True),
    ({"!=": [7, "7"]}, {}, False),
    ({"!==": [7, "7"]}, {}, True),
    # Order, also between.
    ({"<": ["9", 10]}, {}, True),
    ({"<": ["9", "10"]}, {}, False),
    ({"<": [1, 2, 3]}, {}, True),
    ({"<": [1, 1, 3]}, {}, False),
    ({"<=": [1, 1, 3]}, {}, True),
    ({"<=": [1, 4, 3]}, {}, False),
    # Truth.
    ({"!!": [[]]}, {}, False),
    ({"!!": [[0]]}, {}, True),
    ({"!!": [""]}, {}, False),
    ({"!!": ["0"]}, {}, True),
    ({"!!": [0]}, {}, False),
    ({"!": [False]}, {}, True),
    ({"!": True}, {}, False),
    # Logic gives the deciding operand.
    ({"or": [0, "", "a"]}, {}, "a"),
    ({"or": [0, ""]}, {}, ""),
    ({"and": [1, "a", 3]}, {}, 3),
    ({"and": [1, "", 3]}, {}, ""),
    ({"if": [False, 1, True, 2, 3]}, {}, 2),
    ({"if": [False, 1, False, 2, 3]}, {}, 3),
    ({"?:": [True, 1, 2]}, {}, 1),
    # Names.
    ({"var": "roof.age"}, ROOF, 12),
    ({"var": ["roof.age"]}, ROOF, 12),
    ({"var": "roof.kinds.1"}, ROOF, "tin"),
    ({"var": ["absent", 5]}, ROOF, 5),
    ({"var": 1}, ["a", "b"], "b"),
    ({"var": ""}, 7, 7),
    ({"var": []}, 7, 7),
    ({"var": {"cat": ["na", "me"]}}, ROOF, "Ada"),
    ({"missing": ["name", "absent"]}, ROOF, ["absent"]),
    ({"missing": {"merge": ["name", ["x"]]}}, ROOF, ["x"]),
    ({"missing_some": [1, ["x", "name"]]}, ROOF, []),
    ({"missing_some": [2, ["x", "name", "y"]]}, ROOF, ["x", "y"]),
    # Numbers.
    ({"+": [1, "2", 3]}, {}, 6),
    ({"+": "3.5"}, {}, Decimal("3.5")),
    ({"+": []}, {}, 0),
    ({"-": [2]}, {}, -2),
    ({"-": "2"}, {}, -2),
    ({"-": [5, "2"]}, {}, 3),
    ({"*": [2, 3, "4"]}, {}, 24),
    ({"/": [7, 2]}, {}, Decimal("3.5")),
    ({"/": [4, 2]}, {}, 2),
    ({"%": [7, 3]}, {}, 1),
    ({"%": [-7, 3]}, {}, -1),
    ({"%": [7, -3]}, {}, 1),
    ({"+": [9007199254740993, 1]}, {}, 9007199254740994),
    ({"+": [0.1, 0.2]}, {}, Decimal("0.3")),
    ({"max": [1, 3, 2]}, {}, 3),
    ({"min": [1, 3, -2]}, {}, -2),
    # Texts.
    ({"cat": ["a", 1, True]}, {}, "a1true"),
    ({"cat": "a"}, {}, "a"),
    ({"substr": ["jsonlogic", 4]}, {}, "logic"),
    ({"substr": ["jsonlogic", -5]}, {}, "logic"),
    ({"substr": ["jsonlogic", 1, 3]}, {}, "son"),
    ({"substr": ["jsonlogic", 4, -2]}, {}, "log"),
    ({"substr": ["jsonlogic", 0, -20]}, {}, ""),
    ({"substr": ["jsonlogic", 20]}, {}, ""),
    ({"substr": ["jsonlogic", -20, 4]}, {}, "json"),
    ({"in": ["logic", "jsonlogic"]}, {}, True),
    ({"in": ["a", ["b", "a"]]}, {}, True),
    ({"in": [1, ["1"]]}, {}, False),
    # Lists and the scope within them.
    ({"merge": [1, [2, 3], [[4]]]}, {}, [1, 2, 3, [4]]),
    ({"merge": []}, {}, []),
    ({"map": [{"var": "list"}, {"*": [{"var": ""}, 2]}]}, ROOF, [2, 4, 6]),
    ({"filter": [{"var": "list"}, {">": [{"var": ""}, 1]}]}, ROOF, [2, 3]),
    ({"reduce": [{"var": "list"}, {"+": [{"var": "current"}, {"var": "accumulator"}]}, 10]}, ROOF, 16),
    ({"reduce": [[], {"+": [{"var": "current"}, {"var": "accumulator"}]}, 10]}, {}, 10),
    ({"all": [[], {"var": ""}]}, {}, False),
    ({"none": [[], {"var": ""}]}, {}, True),
    ({"some": [[], {"var": ""}]}, {}, False),
    ({"all": [[1, 2], {">": [{"var": ""}, 0]}]}, {}, True),
    ({"none": [[1, 2], {">": [{"var": ""}, 5]}]}, {}, True),
    ({"some": [{"var": "roofs"}, {"==": [{"var": "q"}, 2]}]}, {"roofs": [{"q": 1}, {"q": 2}]}, True),
    (
        {"map": [[[1, 2], [3]], {"reduce": [{"var": ""}, {"+": [{"var": "current"}, {"var": "accumulator"}]}, 0]}]},
        {},
        [3, 3],
    ),
    # A default is what stands where nothing is, within a list as in the record.
    ({"map": [[1, None], {"var": ["", 5]}]}, {}, [1, 5]),
    ({"map": [{"var": "list"}, {"var": ["", 5]}]}, {"list": [None, 2]}, [5, 2]),
    ({"map": [{"var": "list"}, {"var": ["q", 5]}]}, {"list": [None, {"q": None}, {}, {"q": 2}]}, [5, 5, 5, 2]),
    ({"some": [{"var": "list"}, {"==": [{"var": ["", 5]}, 5]}]}, {"list": [None]}, True),
    ({"reduce": [[1, None], {"+": [{"var": ["current", 5]}, {"var": "accumulator"}]}, 0]}, {}, 6),
    ({"reduce": [[1, 2], {"+": [{"var": "current"}, {"var": ["accumulator", 0]}]}, None]}, {}, 3),
    ({"map": [[[1, None]], {"map": [{"var": ""}, {"var": ["", 7]}]}]}, {}, [[1, 7]]),
    ({"var": ["", 5]}, None, 5),
    ({"if": []}, {}, None),
    ([1, {"+": [1, 1]}], {}, [1, 2]),
]


@pytest.mark.parametrize(("rule", "data", "value"), CASES, ids=[json.dumps(rule) for rule, _, _ in CASES])
def test_operators_mean_what_jsonlogic_says(rule: object, data: object, value: object) -> None:
    answer = computed(rule, data)
    assert answer == value
    assert (type(answer) is bool) is (type(value) is bool)


@pytest.mark.skipif(not OFFICIAL.exists(), reason="the official cases are not part of the project")
def test_official_cases_pass_but_where_a_null_is_read() -> None:
    cases = [case for case in json.loads(OFFICIAL.read_text("utf-8")) if isinstance(case, list)]
    unlike, listed = [], set()
    for rule, data, value in cases:
        answer = computed(rule, data)
        text = json.dumps(rule, separators=(",", ":"))
        deviates = isinstance(answer, Undetermined) and text in DEVIATIONS
        answer = None if isinstance(answer, Undetermined) else answer  # as the command line says it
        if answer != json.loads(json.dumps(value), parse_float=Decimal):
            if deviates:
                listed.add(text)
            else:
                unlike.append((rule, data, value, answer))
    assert len(cases) == 277
    assert not unlike
    assert listed == set(DEVIATIONS)


def test_a_default_does_not_stand_for_what_fails() -> None:
    assert isinstance(computed({"reduce": [[1], {"var": ["accumulator", 5]}, {"/": [1, 0]}]}, {}), Failed)


NAMED = {"var": "nowhere"}


@pytest.mark.parametrize(
    "rule",
    [
        {"cat": [["a", NAMED]]},
        {"cat": [["a", [NAMED]]]},
        {"substr": [["a", NAMED], 0]},
        {"in": [["a", NAMED], "a"]},
        {"max": [[1, NAMED]]},
        {"in": ["a", [NAMED]]},
        {"+": [1, {"reduce": [[NAMED], {"var": "current"}, 0]}]},
    ],
    ids=json.dumps,
)
def test_what_is_not_known_within_a_list_is_named(rule: object) -> None:
    assert computed(rule, {}) == Undetermined(frozenset({"nowhere"}))


@pytest.mark.parametrize(
    "operator",
    [
        "val",
        "??",
        "try",
        "throw",
        "exists",
        "length",
        "preserve",
        "sort",
        "slice",
        "switch",
        "datetime",
        "abs",
        "method",
        "",
    ],
)
def test_operators_beyond_the_official_ones_are_refused_with_their_place(operator: str) -> None:
    answer = computed({"and": [True, {operator: [1]}]}, {})
    assert isinstance(answer, Failed)
    assert answer.pointer == f"/and/1/{operator}"
    assert f"“{operator}” is not an operator" in answer.reason
    assert "missing_some" in answer.reason


@pytest.mark.parametrize(
    "rule",
    [
        {"==": [1, 1, 1]},
        {">": [3, 2, 1]},
        {"-": [1, 2, 3]},
        {"/": [8, 2, 2]},
        {"/": 2},
        {"and": []},
        {"or": []},
        {"!": []},
    ],
    ids=json.dumps,
)
def test_counts_of_operands_that_engines_read_differently_are_refused(rule: dict[str, object]) -> None:
    answer = computed(rule, {})
    assert isinstance(answer, Failed)
    assert answer.pointer == "/" + next(iter(rule)).replace("/", "~1")
