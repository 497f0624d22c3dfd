"""Sessions without their secrets, revoked by whom may; which person an account is."""

from __future__ import annotations

import json
import threading
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from jarvis_desktop.core.errors import JarvisError, NotAllowed
from jarvis_desktop.people.directory.service import DirectoryService
from jarvis_desktop.people.service import PeopleService
from jarvis_desktop.people.sessions.service import LASTS, SessionService
from tests.db.people.test_people_service import run
from tests.db.people.test_rights_and_settings import reader, two_personas, user

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.at = NOW

    def now(self) -> datetime:
        return self.at


def web_session(database: Database, sid: str, sess: object) -> None:
    with database.write() as session:
        session.execute(
            text("INSERT INTO sessions (sid, sess, expire) VALUES (:sid, CAST(:sess AS jsonb), '2026-03-20')"),
            {"sid": sid, "sess": json.dumps(sess)},
        )


def test_a_session_of_our_own_lives_for_thirty_days_and_ends(database: Database) -> None:
    two_personas(database)
    user(database, "ada")
    clock = Clock()
    service = SessionService(database, clock=clock)
    assert service.begin("ada")
    (view,) = service.sessions(reader(database, "admin", "ada"))
    assert (view.user_id, view.name, view.own, view.since) == ("ada", "Ada", True, NOW)
    assert view.expires_at == NOW + LASTS
    clock.at += timedelta(minutes=5)
    assert service.due()
    assert service.touch()
    (view,) = service.sessions(reader(database, "admin", "ada"))
    assert (view.active_at, view.expires_at) == (clock.at, clock.at + LASTS)
    service.end()
    assert service.sessions(reader(database, "admin", "ada")) == ()


def test_no_secret_of_a_session_leaves_the_database(database: Database) -> None:
    two_personas(database)
    user(database, "ada")
    cookie = {"originalMaxAge": 86_400_000, "secret": "TOP-SECRET"}
    web_session(database, "sid-SECRET", {"cookie": cookie, "passport": {"user": {"id": "ada", "token": "TOP-SECRET"}}})
    web_session(database, "other-SECRET", {"userId": "\x07ada\n", "machine": 7, "csrf": "TOP-SECRET"})
    for number, junk in enumerate((None, [1], "text", {}, {"since": "never", "cookie": {"originalMaxAge": 1e300}})):
        web_session(database, f"junk-{number}-SECRET", junk)
    views = SessionService(database, clock=Clock()).sessions(reader(database, "admin", "ada"))
    assert len(views) == 7
    assert "SECRET" not in repr(views)
    assert sum(view.user_id == "ada" for view in views) == 2
    (web,) = (view for view in views if view.active_at is not None)
    assert web.active_at == datetime(2026, 3, 19, tzinfo=UTC)


def test_sessions_are_revoked_by_administrators_and_by_their_person(database: Database) -> None:
    two_personas(database)
    user(database, "boss", '{"personas": ["admin"]}')
    user(database, "ben", '{"personas": ["desk"]}')
    boss, ben = (SessionService(database, clock=Clock()) for _ in range(2))
    assert boss.begin("boss")
    assert ben.begin("ben")
    mine = reader(database, "desk", "ben")
    (own,) = ben.sessions(mine)
    every = {view.user_id: view.key for view in boss.sessions(reader(database, "admin", "boss"))}
    assert every["ben"] == own.key
    with pytest.raises(NotAllowed):
        ben.revoke([every["boss"]], mine)
    assert boss.is_there()
    boss.revoke([every["ben"]], reader(database, "admin", "boss"))
    assert not ben.is_there()
    assert not ben.touch()
    assert not ben.begun
    boss.revoke([every["boss"]], reader(database, "admin", "boss"))
    assert not boss.touch()


def test_a_database_without_sessions_has_none(database: Database) -> None:
    two_personas(database)
    run(database, "DROP TABLE sessions")
    service = SessionService(database)
    assert not service.begin("ada")
    assert service.sessions(reader(database, "admin", "ada")) == ()


def test_an_account_is_known_by_its_name_or_by_the_profile(database: Database) -> None:
    two_personas(database)
    user(database, "ada", '{"accounts": ["CORP\\\\marlowe"]}')
    directory = DirectoryService(database)
    assert directory.account_person("ada") == "ada"
    assert directory.account_person("CORP\\marlowe") == "ada"
    assert directory.account_person("somebody") is None


def test_a_person_is_claimed_once_and_an_administrator_not_beside_another(database: Database) -> None:
    two_personas(database)
    user(database, "boss", '{"personas": ["admin"]}')
    user(database, "deputy", '{"personas": ["admin", "desk"]}')
    user(database, "ben", '{"personas": ["desk"]}')
    directory = DirectoryService(database)
    directory.claim("ben", "pc-7\\ben")
    assert directory.account_person("pc-7\\ben") == "ben"
    directory.claim("boss", "chief")
    for user_id, account in (("ben", "other"), ("deputy", "other"), ("boss", "pc-7\\ben"), ("nobody", "new")):
        with pytest.raises(JarvisError):
            directory.claim(user_id, account)
    assert {each.user_id for each in directory.candidates() if each.open} == set()
    assert PeopleService(database).person("ben").profile.metadata["office"] == "east"
    assert [view.key for view in PeopleService(database).personas("ben")] == ["desk"]


def test_two_claims_at_once_give_one_account(live_database: Database) -> None:
    two_personas(live_database)
    user(live_database, "ben")
    start = threading.Barrier(3)
    refused: list[str] = []

    def claim(account: str) -> None:
        start.wait()
        try:
            DirectoryService(live_database).claim("ben", account)
        except JarvisError as error:
            refused.append(error.message)

    threads = [threading.Thread(target=partial(claim, f"account-{n}")) for n in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 2


def test_the_overview_tells_personas_and_when_somebody_was_seen(database: Database) -> None:
    two_personas(database)
    user(database, "boss", '{"personas": ["admin"]}')
    user(database, "ben", '{"personas": ["desk"], "active": false}')
    user(database, "ada")
    PeopleService(database).change_settings("ada", {"zoom": 110})
    people = {each.user.id: each for each in DirectoryService(database).people()}
    assert people["boss"].personas == ("admin",)
    assert people["boss"].administers
    assert (people["ben"].personas, people["ben"].active) == ((), False)
    assert (people["ada"].personas, people["ada"].listed) == ((), False)
    assert people["ada"].seen_at is not None
    assert people["boss"].seen_at is None
