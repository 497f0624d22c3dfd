"""The search over everything at a million incidents: all groups answered, as they are asked by the window."""

from __future__ import annotations

import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import TYPE_CHECKING

import psycopg

from jarvis_desktop.core.bundled import bundled
from jarvis_desktop.db.engine import Database
from jarvis_desktop.db.migrate import upgrade
from jarvis_desktop.db.search_indexes import INDEXES
from jarvis_desktop.db.transfer.starter import load_starter
from jarvis_desktop.forms.definitions import FormDefinitions
from jarvis_desktop.metadata.service import MetadataService
from jarvis_desktop.people.service import PeopleService
from jarvis_desktop.search.service import SearchService
from jarvis_desktop.tables.service import TableService
from tests.benchmarks.figure import Figure
from tests.benchmarks.server import scratch_database

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.metadata.types import Reader

ROUNDS = 11
LANE_WIDTH = 4
GOAL_MS = 50
QUERIES = (
    "printer",  # in one row of fifteen
    "happened",  # in every row
    "pri",
    "p",
    "in",
    "zzqqx",  # nowhere
    "INC-1000500",
    "inc-500",
    "12",
    "reported by desk 500",
    "printer hamburg",
    "hamburg crashes printer",  # each common, never together
    '"night batch"',
    "pritner",
    "Hamburk",
    "9f3a",
    "قلم",
    "🙂",
)
FILL = """
INSERT INTO incidents
  (incident_id, title, description, priority, status, assigned_to, last_interaction_date, created_at)
SELECT 'INC-' || g,
  (ARRAY['Printer', 'Policy portal', 'Claims mailbox', 'Premium engine', 'Broker login', 'Night batch',
         'Rating service', 'VPN gateway', 'Document store', 'Renewal job', 'Telephone queue', 'Backup', 'Scanner',
         'Bordereau import', 'Quote export'])[1 + mod(g * 7919, 15)] || ' ' ||
  (ARRAY['stuck', 'slow', 'rejects files', 'times out', 'shows wrong totals', 'refuses sign-in', 'loses attachments',
         'duplicates rows', 'prints blank pages', 'crashes', 'is unreachable', 'lags behind']
  )[1 + mod(g * 104729 / 15, 12)] || ' in ' ||
  (ARRAY['Hamburg', 'Leeds', 'Lyon', 'Porto', 'Gdansk', 'Turin', 'Ghent', 'Malmo', 'Graz', 'Cork'])[1 + mod(g / 3, 10)]
  || ' since ' || mod(g * 31, 365),
  'Reported by desk ' || mod(g, 977) || ': ' || repeat('what happened and what was tried ', (1 + mod(g, 4))::int)
  || md5(g::text),
  (ARRAY['low', 'medium', 'high', 'critical'])[1 + mod(g * 13, 4)],
  (ARRAY['open', 'in_progress', 'resolved', 'closed'])[1 + mod(g * 17, 4)],
  CASE WHEN mod(g, 5) > 0 THEN 'person' || mod(g, 7) END,
  timestamp '2026-01-01' + g * interval '1 second', timestamp '2025-01-01' + g * interval '7 second'
FROM generate_series(1000::bigint, 1000999) g
"""


def search_million() -> Figure:
    """The slowest of some kinds of query: median milliseconds until every group has answered."""
    with scratch_database() as url:
        _fill(url)
        database = Database(url)
        tables = TableService(database)
        definitions = FormDefinitions(database, tables)
        service = SearchService(database, tables, MetadataService(database), definitions)
        reader = PeopleService(database).reader("admin", "bench")
        with ThreadPoolExecutor(LANE_WIDTH) as lane:
            typed = {query: _median(partial(_all_groups, service, lane, query, reader)) for query in QUERIES}
        database.dispose()
    worst = max(typed, key=lambda query: typed[query])
    return Figure(
        "SEARCH", f"search over 1,000,000 incidents, p50 of the slowest ({worst})", typed[worst], GOAL_MS, "ms"
    )


def _fill(url: str) -> None:
    ours = ", ".join(index.name for index in INDEXES if index.table == "incidents")
    database = Database(url)
    load_starter(database, bundled("resources") / "starter")
    database.dispose()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP INDEX {ours}")
        connection.execute(FILL)
    upgrade(url)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def _all_groups(service: SearchService, lane: ThreadPoolExecutor, text: str, reader: Reader) -> None:
    """What the window does for one text: every group, and where nothing is found, what was probably meant."""
    found = list(lane.map(lambda group: service.find(group, text, reader), service.groups(reader)))
    if not any(result.count for result in found):
        similar = service.similar(text, reader)
        if similar:
            list(lane.map(lambda group: service.find(group, similar, reader), service.groups(reader)))


def _median(work: Callable[[], None]) -> float:
    work()
    taken = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return statistics.median(taken) * 1_000


BENCHES: tuple[Callable[[], Figure], ...] = (search_million,)
