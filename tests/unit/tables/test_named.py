from __future__ import annotations

from typing import Any

import pytest

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.tables.named import NamedSource, filters_of, read_binding
from jarvis_desktop.tables.types import Filter, Operator, Sort

STATUS: dict[str, Any] = {"var": "status"}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (True, ()),
        ({"==": [STATUS, "open"]}, (Filter("status", Operator.EQ, "open"),)),
        ({"==": ["open", STATUS]}, (Filter("status", Operator.EQ, "open"),)),
        ({"<": [5, {"var": "age"}]}, (Filter("age", Operator.GT, 5),)),
        ({"!=": [STATUS, None]}, (Filter("status", Operator.IS_NOT_NULL),)),
        ({"in": [STATUS, ["open", "new"]]}, (Filter("status", Operator.IN, ("open", "new")),)),
        (
            {"<=": [1, {"var": "age"}, 9]},
            (Filter("age", Operator.GE, 1), Filter("age", Operator.LE, 9)),
        ),
        (
            {"and": [{"==": [STATUS, "open"]}, {"and": [{">": [{"var": "age"}, 3]}]}]},
            (Filter("status", Operator.EQ, "open"), Filter("age", Operator.GT, 3)),
        ),
        ({"==": [{"var": "flags.sla"}, "yes"]}, (Filter("flags", Operator.EQ, "yes", "sla"),)),
        ({"field": "status", "op": "eq", "value": "open"}, (Filter("status", Operator.EQ, "open"),)),
    ],
)
def test_comparisons_joined_by_and_become_filters(rule: Any, expected: tuple[Filter, ...]) -> None:
    assert filters_of(rule) == expected


@pytest.mark.parametrize(
    ("rule", "named"),
    [
        ({"or": [{"==": [STATUS, "open"]}, {"==": [STATUS, "new"]}]}, "“or”"),
        ({"!": [{"==": [STATUS, "open"]}]}, "“not”"),
        ({"==": [STATUS, {"var": "priority"}]}, "“==”"),
        ({"<": [STATUS, None]}, "“<”"),
        ({"in": ["x", STATUS]}, "“in”"),
        ({"==": [{"var": ["status", "open"]}, "open"]}, "“==”"),
        ({"and": [{"==": [STATUS, "open"]}, {"!!": [STATUS]}]}, "/and/1/!!"),
        ({"regex": [STATUS, "x"]}, "regex"),
        (False, "A value by itself"),
        ("nonsense", "rule"),
    ],
)
def test_anything_else_is_refused_by_name(rule: Any, named: str) -> None:
    with pytest.raises(ConfigurationError, match=named.replace("!", r"\!")):
        filters_of(rule)


def test_a_binding_gives_table_filters_and_order() -> None:
    binding = {
        "source": "incidents",
        "filter": {"==": [STATUS, "open"]},
        "order": [{"column": "id", "descending": True}],
    }
    assert read_binding("queue", binding) == NamedSource(
        "incidents", (Filter("status", Operator.EQ, "open"),), (Sort("id", descending=True),)
    )
    assert read_binding("queue", {"source": "incidents", "order": "id"}).sort == (Sort("id"),)


@pytest.mark.parametrize(
    "binding", [None, [], {}, {"source": 5}, {"source": "a", "order": [5]}, {"source": "a", "filter": {"x": 1}}]
)
def test_a_binding_that_cannot_be_used_names_its_feature(binding: Any) -> None:
    with pytest.raises(ConfigurationError, match="“queue”"):
        read_binding("queue", binding)
