"""Rules: how fast they are compiled and asked, in memory and over a table."""

from __future__ import annotations

import importlib
import json
import math
import statistics
import time
from pathlib import Path
from timeit import repeat
from typing import TYPE_CHECKING, Any

import psycopg
from sqlalchemy import BigInteger, Boolean, Column, DateTime, MetaData, Numeric, Table, Text, func, select

from jarvis_desktop.db.engine import Database
from jarvis_desktop.db.rule_sql.translator import column_types, to_sql
from jarvis_desktop.expressions import rules
from jarvis_desktop.expressions.rules import Rule
from jarvis_desktop.expressions.tree import Failed, nodes
from jarvis_desktop.expressions.types import Type
from tests.benchmarks.figure import Figure
from tests.benchmarks.server import scratch_database

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CONDITIONS = 400
NODES = 20
MILLION = 1_000_000
ROUNDS = 15
CASES = Path(__file__).resolve().parents[3] / "shared" / "fixtures" / "jsonlogic" / "tests.json"

FILL = """
CREATE TABLE buildings AS
SELECT g AS id, 1900 + mod(g * 7919, 125) AS year_built, (mod(g * 104729, 3000000) / 100.0)::numeric AS value,
  (ARRAY['frame', 'brick', 'steel', 'concrete'])[1 + mod(g * 13, 4)] AS construction, mod(g, 3) = 0 AS flood_zone,
  timestamp '2020-01-01' + g * interval '2 minutes' AS seen
FROM generate_series(1::bigint, %s) g
"""
BUILDINGS = Table(
    "buildings",
    MetaData(),
    Column("year_built", BigInteger),
    Column("value", Numeric),
    Column("construction", Text),
    Column("flood_zone", Boolean),
    Column("seen", DateTime),
)
RULE = (
    'year_built < 1970 and value >= 12000.50 and construction in ["frame", "brick"] and flood_zone == true'
    ' and seen before "2023-01-01"'
)
BY_HAND = """
SELECT count(*) FROM buildings
WHERE year_built < 1970 AND value >= 12000.50 AND construction IN ('frame', 'brick') AND flood_zone
  AND seen < timestamp '2023-01-01'
"""


def seconds(call: Callable[[], object], times: int, rounds: int = 60) -> float:
    """Seconds of one call, in the quickest of many rounds: whatever else the machine does only adds."""
    return min(repeat(call, number=times, repeat=rounds)) / times


def ruled(engine: str, rule: object, fields: Mapping[str, Type] | None = None) -> Rule:
    """The rule compiled."""
    found = rules.compile(engine, rule, fields)
    assert isinstance(found, Rule), found
    return found


def f3_hub_field() -> Figure:
    """Every condition that reads one field, when it changes."""
    conditions = [
        ruled("jsonlogic", {"==": [{"var": "construction"}, f"kind {number}"]}, {"construction": Type.TEXT})
        for number in range(CONDITIONS)
    ]
    record = {"construction": "kind 7"}

    def all_of_them() -> list[object]:
        return [condition.evaluate(record) for condition in conditions]

    assert all_of_them().count(True) == 1
    what = f"{CONDITIONS} conditions on one field, all evaluated"
    return Figure("F3", what, seconds(all_of_them, 10) * 1_000, 1, "ms")


def rules_a_second() -> Figure:
    """A rule over two fields, in one thread; the slower of known and unknown types of the fields."""
    record = {"year_built": 1960, "construction": "frame"}
    text = 'year_built < 1970 and construction == "frame"'
    taken = []
    for fields in (None, {"year_built": Type.NUMBER, "construction": Type.TEXT}):
        rule = ruled("simple", text, fields)
        assert rule.evaluate(record) is True
        taken.append(seconds(lambda rule=rule: rule.evaluate(record), 2_000))  # type: ignore[misc]
    return Figure(
        "RULES", "evaluations a second of a rule over two fields", 1 / max(taken), 500_000, "/s", at_least=True
    )


def compile_rule() -> Figure:
    """A rule of 20 nodes, when others were compiled before; the slowest of the three languages."""
    comparisons = [(f"field_{number}", number) for number in range(6)]
    value = {"and": [{"<": [{"var": name}, number]} for name, number in comparisons] + [{"var": "flag"}]}
    text = " && ".join([*(f"{name} < {number}" for name, number in comparisons), "flag"])
    words = " and ".join([*(f"{name} < {number}" for name, number in comparisons[1:]), "flag between 1 and 2"])
    given = (("jsonlogic", value), ("cel", text), ("simple", words))
    for engine, rule in given:
        assert len(list(nodes(ruled(engine, rule).tree))) == NODES
    by_value, by_text, by_words = (
        seconds(lambda engine=engine, rule=rule: rules.compile(engine, rule), 30, 250) * 1e6  # type: ignore[misc]
        for engine, rule in given
    )
    each = f"JsonLogic {by_value:.0f}, CEL {by_text:.0f}, simple text {by_words:.0f} us"
    return Figure("COMPILE", f"a rule of {NODES} nodes compiled: {each}", max(by_value, by_text, by_words), 100, "us")


def oracle_cases() -> Figure:
    """JsonLogic's own cases, compiled by us and by datalogic-py, evaluated by both in turn."""
    goal, what = 3, "the cases of JsonLogic, our evaluation / datalogic-py's"
    try:
        engine: Any = importlib.import_module("datalogic_py").Engine()
    except ImportError:
        return Figure("ORACLE", f"{what}: datalogic-py is not installed", math.nan, goal)
    if not CASES.is_file():
        return Figure("ORACLE", f"{what}: the cases are not here", math.nan, goal)
    cases = [case for case in json.loads(CASES.read_text(encoding="utf-8")) if isinstance(case, list)]
    ours = [(ruled("jsonlogic", rule), data) for rule, data, _ in cases]
    theirs = [(engine.compile(json.dumps(rule)), data) for rule, data, _ in cases]

    def by_us() -> None:
        for rule, data in ours:
            rule.compute(data)

    def by_them() -> None:
        for rule, data in theirs:
            rule.evaluate(data)

    taken = [(seconds(by_us, 1, 5), seconds(by_them, 1, 5)) for _ in range(30)]
    ratio = min(first for first, _ in taken) / min(second for _, second in taken)
    return Figure("ORACLE", f"the {len(cases)} {what.removeprefix('the ')}", ratio, goal)


def rulesql_table() -> Figure:
    """A rule of five conditions over a table, counted by the server, against the same condition written by hand."""
    columns = {column.name: column for column in BUILDINGS.columns}
    condition = to_sql(ruled("simple", RULE, column_types(columns)), columns)
    assert not isinstance(condition, Failed), condition
    statement = select(func.count()).select_from(BUILDINGS).where(condition)
    with scratch_database() as url:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(FILL, [MILLION])
            connection.execute("VACUUM ANALYZE buildings")
        database = Database(url)
        with database.read() as session:
            connection_ = session.connection()

            def ours() -> int:
                return int(connection_.execute(statement).scalar_one())

            def by_hand() -> int:
                return int(connection_.exec_driver_sql(BY_HAND).scalar_one())

            assert ours() == by_hand() > 0
            taken: tuple[list[float], list[float]] = ([], [])
            for _ in range(ROUNDS):
                for call, spent in zip((ours, by_hand), taken, strict=True):
                    began = time.perf_counter()
                    call()
                    spent.append(time.perf_counter() - began)
        database.dispose()
    ratio = statistics.median(taken[0]) / statistics.median(taken[1])
    return Figure("RULESQL", "rule of five conditions over 1,000,000 rows / by hand", ratio, 1.2)


BENCHES: tuple[Callable[[], Figure], ...] = (f3_hub_field, rules_a_second, compile_rule, oracle_cases, rulesql_table)
