"""A rule over a table answers as it does in memory, row by row, those with NULLs among them."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from sqlalchemy import select

from jarvis_desktop.db.rule_sql.translator import to_sql
from jarvis_desktop.expressions import rules
from jarvis_desktop.expressions.rules import Rule
from jarvis_desktop.expressions.tree import Failed, Node
from jarvis_desktop.expressions.types import Type
from tests.support.rule_rows import TABLE, fill
from tests.support.rule_trees import FIELDS, conditions, loosened, random_record, rules_of

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

ROWS = 300
COLUMNS = {name: TABLE.c[name] for name in FIELDS}


def answers(database: Database, tree: Node) -> tuple[list[tuple[Any, Any, Any]], str]:
    """Row by row: the row, what SQL says, what memory says."""
    rule = Rule("cel", tree, Type.BOOL, FIELDS)
    condition = to_sql(rule, COLUMNS)
    # What goes on with a quotient has no SQL form; everything else here has.
    assume(not isinstance(condition, Failed) or "“/”" not in condition.reason)
    assert not isinstance(condition, Failed), condition
    statement = select(*COLUMNS.values(), condition.label("held"))
    with database.read() as session:
        found = session.execute(statement).mappings().all()
    rows = [{name: row[name] for name in FIELDS} for row in found]
    verdicts = [rule.evaluate(row) for row in rows]
    decided = [verdict if isinstance(verdict, bool) else None for verdict in verdicts]
    return list(zip(rows, (row["held"] for row in found), decided, strict=True)), str(statement)


@pytest.fixture(scope="module")
def rows() -> list[dict[str, Any]]:
    chance = Random(5)
    return [random_record(chance) for _ in range(ROWS)]


@pytest.fixture
def filled(database: Database, rows: list[dict[str, Any]]) -> Database:
    fill(database, rows)
    return database


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=rules_of(conditions))
def test_sql_answers_as_memory_does(filled: Database, tree: Node) -> None:
    found, statement = answers(filled, tree)
    wrong = [each for each in found if each[1] is not each[2]]
    assert not wrong, (wrong[0], statement)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=rules_of(conditions))
def test_sql_answers_as_memory_does_for_jsonlogic(filled: Database, tree: Node) -> None:
    found, statement = answers(filled, loosened(tree))
    wrong = [each for each in found if each[1] is not each[2]]
    assert not wrong, (wrong[0], statement)


@pytest.mark.parametrize(
    ("rule", "sql"),
    [
        ("whole / 3 > 1", True),
        ("whole / 100 * 80 <= exact", True),
        ("(whole / 4) / 2 == 1", True),
        ("whole / 3 * 3 == whole", False),
        ("whole / exact + 1 > 2", False),
        ("-(whole / 7) < 1", True),
    ],
)
def test_no_more_is_made_of_a_quotient_without_end(rule: str, sql: bool) -> None:
    found = rules.compile("cel", rule, FIELDS)
    assert isinstance(found, Rule)
    assert isinstance(to_sql(found, COLUMNS), Failed) is not sql
