from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import psycopg
import pytest
from sqlalchemy import make_url, text

from jarvis_desktop.db.engine import Database
from jarvis_desktop.people.notifications import service as module
from jarvis_desktop.people.notifications.service import NotificationService
from jarvis_desktop.people.notifications.types import Notification, Tone

if TYPE_CHECKING:
    from collections.abc import Callable


def titles(service: NotificationService, user: str = "john", **asked: Any) -> list[str]:
    return [entry.title for entry in service.history(user, **asked).entries]


def test_the_newest_stands_first_and_people_are_apart(database: Database) -> None:
    service = NotificationService(database)
    service.add("john", [Notification("one"), Notification("two", "more", Tone.DANGER, "jarvis://tab/x")])
    service.add("rachel", [Notification("hers")])
    assert titles(service) == ["two", "one"]
    first = service.history("john").entries[0]
    assert (first.text, first.tone, first.link, first.unread) == ("more", Tone.DANGER, "jarvis://tab/x", True)
    assert titles(service, "rachel") == ["hers"]


def test_pages_follow_one_another_without_gap(database: Database) -> None:
    service = NotificationService(database)
    service.add("john", [Notification(str(n)) for n in range(7)])
    seen: list[str] = []
    page = service.history("john", limit=3)
    while True:
        seen += [entry.title for entry in page.entries]
        if not page.more:
            break
        page = service.history("john", before=page.entries[-1].id, limit=3)
    assert seen == ["6", "5", "4", "3", "2", "1", "0"]


def test_reading_and_its_inverse(database: Database) -> None:
    service = NotificationService(database)
    service.add("john", [Notification("one"), Notification("two")])
    two, one = service.history("john").entries
    assert service.mark_read("john", [two.id]) == (two.id,)
    assert service.mark_read("john", [two.id]) == ()
    assert titles(service, unread_only=True) == ["one"]
    assert service.mark_read("rachel") == ()
    assert service.mark_read("john") == (one.id,)
    assert service.history("john").unread == 0
    assert service.mark_unread("john", [one.id]) == (one.id,)
    assert titles(service, unread_only=True) == ["one"]


def test_clearing_is_undone_as_it_was(database: Database) -> None:
    service = NotificationService(database)
    service.add("john", [Notification("one"), Notification("two")])
    before = service.history("john")
    gone = service.clear("john")
    assert titles(service) == []
    service.restore("john", gone)
    service.restore("john", gone)
    assert service.history("john") == before
    assert [entry.title for entry in service.clear("john", [before.entries[0].id])] == ["two"]
    assert titles(service) == ["one"]


def test_what_is_old_or_too_much_is_forgotten(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT_MOST", 3)
    service = NotificationService(database)
    service.add("john", [Notification(str(n)) for n in range(3)])
    service.add("john", [Notification(str(n)) for n in range(3, 5)])
    service.add("rachel", [Notification("hers")])
    with database.write() as session:
        old = datetime.now(UTC) - timedelta(days=module.KEPT_DAYS + 1)
        session.execute(text("UPDATE desktop.notifications SET created_at = :old WHERE title = '4'"), {"old": old})
    assert service.prune("john") == 3
    assert titles(service) == ["3", "2"]
    assert titles(service, "rachel") == ["hers"]


@pytest.mark.parametrize("hostile", ["a\0b", "\ud800", "x" * 100_000])
def test_hostile_text_is_kept_as_far_as_it_can_be(database: Database, hostile: str) -> None:
    service = NotificationService(database)
    service.add("john", [Notification(hostile, hostile, link=hostile)])
    (entry,) = service.history("john").entries
    assert entry.title
    assert len(entry.title) <= 500


def test_without_our_tables_they_live_in_memory(new_database: Callable[[], str]) -> None:
    database = Database(new_database())
    service = NotificationService(database)
    service.add("john", [Notification("one"), Notification("two")])
    history = service.history("john")
    assert [entry.title for entry in history.entries] == ["two", "one"]
    assert (history.stored, history.unread) == (False, 2)
    assert len(service.mark_read("john", [history.entries[0].id])) == 1
    assert service.history("john").unread == 1
    gone = service.clear("john")
    assert titles(service) == []
    service.restore("john", gone)
    assert titles(service) == ["two", "one"]
    assert service.prune("john") == 0
    database.dispose()


def test_while_the_database_is_away_they_wait_for_it(live_url: str, server_url: str) -> None:
    name = make_url(live_url).database
    database = Database(live_url)
    service = NotificationService(database)
    service.add("john", [Notification("before")])
    with psycopg.connect(server_url, autocommit=True) as admin:
        admin.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
        service.add("john", [Notification("lost")])
        away = service.history("john")
        assert [entry.title for entry in away.entries] == ["lost"]
        assert not away.reached
        admin.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    service.add("john", [Notification("back")])
    assert titles(service) == ["back", "lost", "before"]
    assert all(entry.id > 0 for entry in service.history("john").entries)
    database.dispose()


def test_the_history_is_searched_in_whatever_case(database: Database) -> None:
    service = NotificationService(database)
    service.add("john", [Notification("Exported 3 rows"), Notification("INC-1 changed", "100 % of Title")])
    assert titles(service, sought="exported") == ["Exported 3 rows"]
    assert titles(service, sought=" % of ") == ["INC-1 changed"]
    for text_ in ("%", "_", "'; DROP TABLE x", "\0", "x" * 10_000):
        assert len(titles(service, sought=text_)) <= 2
    assert titles(service, sought="nowhere") == []


def test_what_waits_in_memory_is_searched_too(database: Database) -> None:
    with database.write() as session:
        session.execute(text("DROP TABLE desktop.notifications"))
    service = NotificationService(database)
    service.add("john", [Notification("one"), Notification("two")])
    assert titles(service, sought="TWO") == ["two"]


def test_a_window_that_stays_open_forgets_the_oldest(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "KEPT_MOST", 20)
    service = NotificationService(database)
    for batch in range(30):
        service.add("john", [Notification(f"{batch}-{n}") for n in range(5)])
    with database.read() as session:
        count = session.scalar(text("SELECT count(*) FROM desktop.notifications"))
    assert count is not None
    assert count < 20 + module.PRUNED_EVERY
    assert titles(service)[0] == "29-4"
