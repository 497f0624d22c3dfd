from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jarvis_desktop.tables.colours import MOST_RULES, Painter, compile_colours
from jarvis_desktop.tables.types import CELL_LIMIT, ColumnInfo, ColumnKind, TableInfo

TABLE = TableInfo(
    "incidents",
    "Incidents",
    "id",
    (
        ColumnInfo("id", ColumnKind.INTEGER, "ID"),
        ColumnInfo("priority", ColumnKind.TEXT, "Priority"),
        ColumnInfo("status", ColumnKind.TEXT, "Status"),
        ColumnInfo("flags", ColumnKind.JSON, "Flags"),
        ColumnInfo("due", ColumnKind.DATETIME, "Due"),
        ColumnInfo("tags", ColumnKind.ARRAY, "Tags"),
    ),
)
CRITICAL = {"field": "priority", "op": "eq", "value": "critical"}
NOON = datetime(2026, 5, 2, 12, tzinfo=UTC)


def tones(rules: Any, values: tuple[Any, ...], *names: str, shown: int | None = None) -> tuple[str, ...]:
    colours = compile_colours(rules, TABLE)
    assert colours.notes == ()
    kinds = {column.name: column.kind for column in TABLE.columns}
    painter = Painter(colours, [(name, kinds[name]) for name in names], shown or len(names), now=NOON)
    return painter.tones(values)


def test_a_rule_colours_its_columns_where_it_holds() -> None:
    rules = [{"when": CRITICAL, "tone": "danger", "columns": ["priority"]}]
    assert tones(rules, ("critical", "open"), "priority", "status") == ("danger", "")
    assert tones(rules, ("low", "open"), "priority", "status") == ()


def test_what_is_not_known_colours_nothing() -> None:
    assert tones([{"when": CRITICAL, "tone": "danger"}], (None,), "priority") == ()
    negated = [{"when": {"not": [CRITICAL]}, "tone": "info"}]
    assert tones(negated, (None,), "priority") == ()
    assert tones(negated, ("low",), "priority") == ("info",)


def test_later_rules_win() -> None:
    rules = [
        {"when": CRITICAL, "tone": "danger"},
        {"when": {"==": [{"var": "status"}, "closed"]}, "engine": "jsonlogic", "tone": "muted"},
    ]
    assert tones(rules, ("critical", "closed"), "priority", "status") == ("muted", "muted")
    assert tones(rules, ("critical", "open"), "priority", "status") == ("danger", "danger")


def test_a_column_that_is_only_read_is_not_coloured() -> None:
    rules = [{"when": CRITICAL, "tone": "danger"}]
    assert tones(rules, ("open", "critical"), "status", "priority", shown=1) == ("danger",)


def test_the_columns_that_rules_read_are_known() -> None:
    rules = [
        {"when": {"and": [{"==": [{"var": "flags.sla"}, True]}, {"!": [{"missing": ["due"]}]}]}, "tone": "warning"},
        {"when": CRITICAL, "tone": "danger", "columns": ["status"]},
    ]
    assert set(compile_colours(rules, TABLE).reads) == {"flags", "due", "priority"}


def test_a_path_into_json_is_followed_where_all_of_it_is_here() -> None:
    rules = [{"when": {"field": "flags.sla", "op": "eq", "value": True}, "tone": "warning"}]
    assert tones(rules, ('{"sla": true}',), "flags") == ("warning",)
    assert tones(rules, ("no json",), "flags") == ()
    assert tones(rules, ('{"sla": true, "x": "' + "y" * CELL_LIMIT + '"}',), "flags") == ()


def test_a_list_is_asked_for_its_items_where_all_of_them_are_here() -> None:
    rules = [{"when": {"in": ["water", {"var": "tags"}]}, "tone": "warning"}]
    assert tones(rules, ("fire, water",), "tags") == ("warning",)
    assert tones(rules, ("waters, fire",), "tags") == ()
    assert tones(rules, ("",), "tags") == ()
    assert tones(rules, ("water, " * CELL_LIMIT,), "tags") == ()


def test_time_can_be_compared_with_now() -> None:
    rules = [{"when": {"<": [{"var": "due"}, {"var": "$now"}]}, "tone": "warning"}]
    assert tones(rules, (datetime(2026, 5, 2, 11, 59, tzinfo=UTC),), "due") == ("warning",)
    assert tones(rules, (datetime(2026, 5, 2, 12, 1, tzinfo=UTC),), "due") == ()


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("red", "no object"),
        ({"when": CRITICAL, "tone": "pink"}, "pink"),
        ({"tone": "danger"}, "when"),
        ({"when": {"field": "priority", "op": "like", "value": "x"}, "tone": "danger"}, "like"),
        ({"when": {"regex": [1, 2]}, "tone": "danger"}, "regex"),
        ({"when": {"field": "priority", "op": "gt", "value": 3}, "tone": "danger"}, "A text cannot be compared"),
        ({"when": {"==": [{"var": {"cat": ["prio", "rity"]}}, 3]}, "tone": "danger"}, "computed"),
        ({"when": {"field": "urgency", "op": "eq", "value": 1}, "tone": "danger"}, "urgency"),
        ({"when": CRITICAL, "tone": "danger", "columns": ["colour"]}, "colour"),
        ({"when": CRITICAL, "tone": "danger", "columns": "priority"}, "columns"),
        ({"when": CRITICAL, "tone": "danger", "engine": "python"}, "python"),
    ],
)
def test_a_bad_rule_is_a_note_and_the_others_stand(entry: Any, said: str) -> None:
    colours = compile_colours([entry, {"when": CRITICAL, "tone": "danger"}], TABLE)
    assert len(colours.rules) == 1
    assert len(colours.notes) == 1
    assert colours.notes[0].startswith("Colour rule 1 is left out: ")
    assert said in colours.notes[0]


def test_something_else_than_a_list_is_a_note() -> None:
    assert compile_colours({"when": CRITICAL}, TABLE).notes
    assert compile_colours("danger", TABLE).notes
    assert compile_colours(None, TABLE).notes == ()


def test_too_many_rules_are_said() -> None:
    colours = compile_colours([{"when": CRITICAL, "tone": "danger"}] * (MOST_RULES + 1), TABLE)
    assert len(colours.rules) == MOST_RULES
    assert len(colours.notes) == 1


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


@given(asked=json_values, value=st.none() | st.text() | st.integers())
def test_no_prop_and_no_value_is_too_strange(asked: Any, value: Any) -> None:
    colours = compile_colours([asked, {"when": asked, "tone": "info"}], TABLE)
    painter = Painter(colours, [("priority", ColumnKind.TEXT), ("flags", ColumnKind.JSON)], 2)
    assert len(painter.tones((value, value))) in (0, 2)
