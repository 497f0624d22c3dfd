"""Two people save at once: one of them is told."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import text

from jarvis_desktop.core.errors import StaleRecord
from jarvis_desktop.forms.service import FormService
from jarvis_desktop.metadata.types import Reader
from jarvis_desktop.tables.service import TableService

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.db.engine import Database

ADMIN = Reader("admin", "u1", frozenset({"records.write"}), datetime(2026, 5, 4, tzinfo=UTC))


def test_of_two_saves_from_the_same_base_one_is_stale(live_database: Database) -> None:
    forms = FormService(live_database, TableService(live_database))
    record = forms.create("table:incidents", {"title": "0"}, ADMIN).record

    def save(title: str, base: Mapping[str, object]) -> bool:
        try:
            forms.save("table:incidents", record.id, {"title": title}, base, ADMIN)
        except StaleRecord:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        for round_number in range(10):
            base = forms.load("table:incidents", record.id, ADMIN).values
            titles = [f"{round_number} a", f"{round_number} b"]
            won = list(pool.map(save, titles, [base, base]))
            assert sorted(won) == [False, True]
            with live_database.read() as session:
                assert session.scalar(text("SELECT title FROM incidents")) == titles[won.index(True)]


def test_keys_generated_at_once_differ(live_database: Database) -> None:
    forms = FormService(live_database, TableService(live_database))

    def create(number: int) -> str:
        return str(forms.create("table:incidents", {"title": f"T{number}"}, ADMIN).record.values["incident_id"])

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(create, range(12)))) == 12
