from __future__ import annotations

from typing import Any

import pytest

from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.json_text import loads
from jarvis_desktop.tables.named import NamedSource, read_binding
from jarvis_desktop.tables.types import Sort

OPEN: dict[str, Any] = {"==": [{"var": "status"}, "open"]}


def test_a_binding_gives_table_rule_and_order() -> None:
    binding = {"source": "incidents", "filter": OPEN, "order": [{"column": "id", "descending": True}]}
    found = read_binding("queue", binding)
    assert found == NamedSource("incidents", found.rule, (Sort("id", descending=True),))
    assert loads(found.rule) == OPEN
    assert read_binding("queue", {"source": "incidents", "order": "id"}) == NamedSource("incidents", "", (Sort("id"),))


def test_a_rule_may_be_stored_as_text_and_an_empty_text_is_not_no_rule() -> None:
    assert read_binding("queue", {"source": "a", "filter": '{"!": true}'}).rule == '{"!": true}'
    assert read_binding("queue", {"source": "a", "filter": ""}).rule != ""
    assert read_binding("queue", {"source": "a", "filter": False}).rule == "false"
    assert read_binding("queue", {"source": "a", "filter": None}).rule == ""


@pytest.mark.parametrize("binding", [None, [], {}, {"source": 5}, {"source": "a", "order": [5]}])
def test_a_binding_that_cannot_be_used_names_its_feature(binding: Any) -> None:
    with pytest.raises(ConfigurationError, match="“queue”"):
        read_binding("queue", binding)
