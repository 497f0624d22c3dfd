"""What lets somebody in is on no screen: neither a session's id nor its document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from jarvis_desktop.core.errors import NotAllowed
from jarvis_desktop.people.sessions.service import SessionService
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import Aggregate, Filter, Operator, Query, RowSet
from tests.db.people.test_people_service import run
from tests.db.people.test_rights_and_settings import forms, reader, two_personas, user

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.db.engine import Database

SECRET = "sid-that-lets-in"


@pytest.fixture
def signed_in(database: Database) -> Database:
    two_personas(database)
    user(database, "ada")
    run(
        database,
        f"INSERT INTO sessions VALUES ('{SECRET}', "
        """'{"user": {"id": "ada"}, "cookie": {"token": "t-1"}}', now() + interval '1 day')""",
    )
    return database


def test_no_use_case_of_tables_and_forms_gives_a_session_away(signed_in: Database) -> None:
    tables, service, who = TableService(signed_in), forms(signed_in), reader(signed_in, "admin", "ada")
    query = Query("sessions", filters=(Filter("sid", Operator.CONTAINS, "sid"),))
    everything = RowSet(Query("sessions"), everything=True)
    attempts: tuple[Callable[[], Any], ...] = (
        lambda: tables.page(Query("sessions")),
        lambda: tables.page(query),
        lambda: tables.rows(Query("sessions"), [SECRET]),
        lambda: tables.record("sessions", SECRET),
        lambda: tables.written("sessions", SECRET, "sess"),
        lambda: tables.find("sessions", SECRET),
        lambda: tables.count(query),
        lambda: tables.frequent(Query("sessions"), "sid"),
        lambda: tables.figure("sessions", Aggregate.COUNT, filters=query.filters),
        lambda: tables.row_ids(everything),
        lambda: service.load("table:sessions", SECRET, who),
        lambda: service.open("", SECRET, who, table="sessions"),
        lambda: service.save("table:sessions", SECRET, {"expire": "2030-01-01"}, {}, who),
        lambda: service.create("table:sessions", {"sid": "mine", "sess": {}}, who),
        lambda: service.remove_rows("sessions", everything, who),
    )
    for number, attempt in enumerate(attempts):
        with pytest.raises(NotAllowed) as refused:
            attempt()
        assert refused.value.title == "Kept secret" or "not shown" in refused.value.message, number
    (view,) = SessionService(signed_in).sessions(who)
    assert SECRET not in repr(view)
    assert "t-1" not in repr(view)
