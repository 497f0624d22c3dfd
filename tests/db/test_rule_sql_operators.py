"""Each operator and macro: over a table it answers as in memory, or says which part the database cannot be asked."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Any
from zlib import crc32

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, insert, select, text
from sqlalchemy.dialects import postgresql

from jarvis_desktop.db.rule_sql.translator import to_sql
from jarvis_desktop.expressions.rules import Rule, compile_stored
from jarvis_desktop.expressions.tree import Call, Failed, Field, ListOf, Literal, Node
from jarvis_desktop.expressions.types import Type
from tests.support.operator_trees import ALL_FIELDS, NAMES, conditions_of
from tests.support.rule_rows import TABLE, fill
from tests.support.rule_trees import random_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import ColumnElement

    from jarvis_desktop.db.engine import Database

COLUMNS = {name: TABLE.c[name] for name in ALL_FIELDS}
SPANS = (timedelta(0), timedelta(hours=36), timedelta(days=-2), timedelta(milliseconds=1500))
RATIOS = (0.0, 0.1, -2.5, 1e300, 3.0, float("nan"), float("inf"))


def records(count: int) -> Iterator[dict[str, Any]]:
    chance = Random(11)
    for _ in range(count):
        yield {
            **random_record(chance),
            "span": None if chance.random() < 0.2 else chance.choice(SPANS),
            "ratio": None if chance.random() < 0.2 else chance.choice(RATIOS),
        }


@pytest.fixture
def filled(database: Database) -> Database:
    fill(database, records(80))
    return database


def forms(name: str, count: int) -> list[tuple[Node, ColumnElement[bool] | Failed]]:
    """Conditions with an operator or macro, each with what the database is asked, or why it cannot be."""
    trees = conditions_of(name, Random(crc32(name.encode())), count)
    return [(tree, to_sql(Rule("cel", tree, Type.BOOL, ALL_FIELDS), COLUMNS)) for tree in trees]


def disagreements(
    database: Database, conditions: Sequence[tuple[Node, ColumnElement[bool]]]
) -> list[tuple[Node, Any, Any, Any]]:
    """Each condition and row where SQL does not say what memory does: TRUE, FALSE, and NULL for anything else."""
    found: list[tuple[Node, Any, Any, Any]] = []
    with database.read() as session:
        for start in range(0, len(conditions), 100):
            some = conditions[start : start + 100]
            statement = select(*COLUMNS.values(), *(condition.label(f"c{n}") for n, (_, condition) in enumerate(some)))
            rows = session.execute(statement).mappings().all()
            for n, (tree, _) in enumerate(some):
                rule = Rule("cel", tree, Type.BOOL, ALL_FIELDS)
                for row in rows:
                    verdict = rule.evaluate({name: row[name] for name in ALL_FIELDS})
                    if row[f"c{n}"] is not (verdict if isinstance(verdict, bool) else None):
                        reads = {
                            name: row[name] for name in ALL_FIELDS if name in {r.split(".")[0] for r in rule.reads}
                        }
                        found.append((tree, reads, row[f"c{n}"], verdict))
                        break
    return found


def agree(database: Database, count: int) -> None:
    asked = [
        (tree, condition)
        for name in NAMES
        for tree, condition in forms(name, count)
        if not isinstance(condition, Failed)
    ]
    wrong = disagreements(database, asked)
    assert not wrong, wrong[0]


def test_every_operator_answers_as_in_memory(filled: Database) -> None:
    agree(filled, 8)


@pytest.mark.soak
def test_every_operator_answers_as_in_memory_for_many_rules(filled: Database) -> None:
    agree(filled, 250)


WITHOUT_SQL = frozenset(
    """all exists exists_one none map filter every reduce object ~var missing_some matches split join replace trim
    substring index_of text number whole unsigned bool milliseconds seconds ~cat ~substr ~merge ~max ~min""".split()  # noqa: SIM905
)
"""What no database is asked: the macros, and operators whose meaning PostgreSQL has not."""


def test_what_has_no_sql_form_says_so() -> None:
    without: set[str] = set()
    for name in NAMES:
        found = [condition for _, condition in forms(name, 40)]
        refused = [condition for condition in found if isinstance(condition, Failed)]
        assert all("“" in failed.reason and failed.reason.endswith(".") for failed in refused)
        if len(refused) == len(found):
            without.add(name)
    assert without == WITHOUT_SQL


def test_the_part_without_a_form_is_named_with_its_place() -> None:
    rule = compile_stored(
        {"and": [{"<": [{"var": "whole"}, 3]}, {"some": [{"var": "tags"}, {"==": [{"var": ""}, "a"]}]}]}
    )
    assert isinstance(rule, Rule)
    failed = to_sql(rule, COLUMNS)
    assert isinstance(failed, Failed)
    assert (failed.pointer, "“exists”" in failed.reason) == ("/and/1/some", True)


HOSTILE = st.lists(
    st.sampled_from([*"'\"\\;%:_?$(){}[]-/*äß😀\n\t\r \x7f\u202e", ":x", "%s", "%(a)s", "--", "$1", "{0}"]), max_size=12
).map("".join)
MARK = "zq7zq"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(hostile=HOSTILE, number=st.integers(10**15, 10**30))
@example(hostile="'); DROP TABLE rule_rows; --", number=10**15)
@example(hostile="\\' OR 1=1 --", number=2**63)
def test_values_of_a_rule_are_bound(filled: Database, hostile: str, number: int) -> None:
    value = MARK + hostile
    path = f"details.{value}".rstrip(".")
    trees: list[Node] = [
        *(Call(name, (Field("name"), Literal(value))) for name in ("==", "<", "contains", "starts_with", "ends_with")),
        Call("in", (Field("name"), ListOf((Literal(value), Literal("a"))))),
        Call("in", (Literal(value), Field("tags"))),
        Call("~in", (Literal(value), Field("details.x"))),
        Call("==", (Field("details.t"), Literal(value))),
        Call("==", (Field("whole"), Literal(number))),
        Call("~==", (Field("details.x"), Literal(number))),
        *([Call("is_null", (Field(path),))] if path.count(".") < 4 else []),
    ]
    conditions = []
    for tree in trees:
        condition = to_sql(Rule("cel", tree, Type.BOOL, ALL_FIELDS), COLUMNS)
        assert not isinstance(condition, Failed), (tree, condition)
        said = str(condition.compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]
        assert MARK not in said
        assert str(number) not in said
        conditions.append((tree, condition))
    assert not disagreements(filled, conditions)


@pytest.mark.parametrize(
    ("rule", "index"),
    [
        ({"==": [{"var": "whole"}, 17]}, "by_whole"),
        ({"<": [10, {"var": "whole"}, 20]}, "by_whole"),
        ({"engine": "cel", "rule": "whole == 17 && name != 'x'"}, "by_whole"),
        ({"engine": "cel", "rule": "whole in [1, 2, 3]"}, "by_whole"),
        ({"engine": "simple", "rule": "whole between 10 and 20 and exact > 3"}, "by_whole"),
        ({"engine": "simple", "rule": "exact < 10.5"}, "by_exact"),
        ({"engine": "simple", "rule": "name = 'name 17'"}, "by_name"),
        ({"in": [{"var": "name"}, ["name 17", "name 18"]]}, "by_name"),
        ({"engine": "simple", "rule": "day = '2026-01-17'"}, "by_day"),
        ({"engine": "simple", "rule": "at >= '2026-03-01' and at < '2026-03-01T00:30:00Z'"}, "by_at"),
        ({"engine": "simple", "rule": "name is null"}, "by_name"),
    ],
)
def test_a_rule_on_an_indexed_column_is_answered_by_the_index(indexed: Database, rule: object, index: str) -> None:
    compiled = compile_stored(rule, ALL_FIELDS)
    assert isinstance(compiled, Rule), compiled
    condition = to_sql(compiled, COLUMNS)
    assert not isinstance(condition, Failed)
    found = select(TABLE.c.id).where(condition)
    with indexed.read() as session:
        compiled_sql = found.compile(session.connection())
        plan = session.connection().exec_driver_sql(
            f"EXPLAIN {compiled_sql}",
            compiled_sql.construct_params(),
        )
        said = "\n".join(row[0] for row in plan)
    assert index in said
    assert "Seq Scan" not in said


@pytest.fixture(scope="module")
def _no_rows() -> tuple[()]:
    return ()


@pytest.fixture
def indexed(database: Database, _no_rows: tuple[()]) -> Database:
    fill(database, _no_rows)
    n = func.generate_series(1, 20_000).column_valued("n")
    rows = select(
        n, n, n / 2.0, func.concat("name ", n), text("date '2026-01-01' + n % 3000"),
        text("timestamptz '2026-01-01 00:00Z' + n * interval '7 minutes'"),
    )  # fmt: skip
    with database.write() as session:
        session.execute(insert(TABLE).from_select(["id", "whole", "exact", "name", "day", "at"], rows))
        for column in ("whole", "exact", "name", "day", "at"):
            session.execute(text(f"CREATE INDEX by_{column} ON rule_rows ({column})"))
        session.execute(text("ANALYZE rule_rows"))
    return database
