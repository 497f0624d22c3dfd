"""A database user with fewer rights than the program could use: what is refused says so, the rest works."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import make_url

from jarvis_desktop.core.errors import ConfigurationError, DatabaseRefused
from jarvis_desktop.db.engine import Database
from jarvis_desktop.edits.service import EditService
from jarvis_desktop.people.memory import MemoryService
from jarvis_desktop.tables.codec import Narrowing
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.views.service import ViewService
from tests.db.edits.desk import ADMIN, EVERYTHING, FORM, Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PUBLIC = "ALL TABLES IN SCHEMA public"
SEQUENCES = "ALL SEQUENCES IN SCHEMA public"
DESKTOP = "ALL TABLES IN SCHEMA desktop"


@pytest.fixture
def with_rights(stocked_url: str) -> Iterator[Callable[..., Database]]:
    """The database for a user with these rights alone."""
    role, password = f"user_{secrets.token_hex(4)}", secrets.token_hex(8)
    url = make_url(stocked_url).set(username=role, password=password, drivername="postgresql+psycopg")
    made: list[Database] = []
    with psycopg.connect(stocked_url, autocommit=True) as owner:
        owner.execute(f"CREATE ROLE {role} LOGIN PASSWORD '{password}'")

        def grant(*rights: str) -> Database:
            for right in rights:
                owner.execute(f"GRANT {right} TO {role}")
            made.append(Database(url))
            return made[-1]

        yield grant
        for database in made:
            database.dispose()
        owner.execute(f"DROP OWNED BY {role}")
        owner.execute(f"DROP ROLE {role}")


def test_who_may_only_read_changes_nothing_and_is_told(with_rights: Callable[..., Database]) -> None:
    database = with_rights(f"SELECT ON {PUBLIC}")
    desk = Desk(database)
    before = desk.incidents()
    for work in (
        lambda: desk.save(desk.ids(1)[0], title="Another title"),
        lambda: desk.forms.change_rows(FORM, EVERYTHING, {"title": "Another title"}, ADMIN),
        lambda: desk.forms.remove_rows("incidents", desk.rows(1), ADMIN),
        lambda: desk.forms.create(FORM, {"title": "Another title"}, ADMIN),
    ):
        with pytest.raises(DatabaseRefused, match="ermission denied") as refused:
            work()
        assert "administrator" in refused.value.hint
    views = ViewService(database, TableService(database))
    assert "no right" in views.views("incidents", ADMIN).missing
    with pytest.raises(ConfigurationError, match="no right"):
        views.save("incidents", "Mine", Narrowing((), "hail", None), ADMIN)
    assert not MemoryService(database).remember("u1", "somewhere", {"a": 1})
    assert EditService(database).recent(ADMIN) == ()
    assert desk.incidents() == before


def test_a_journal_that_may_only_be_read_is_none(with_rights: Callable[..., Database]) -> None:
    database = with_rights(f"ALL ON {PUBLIC}", f"ALL ON {SEQUENCES}", "USAGE ON SCHEMA desktop", f"SELECT ON {DESKTOP}")
    desk = Desk(database)
    edit = desk.forms.change_rows(FORM, desk.rows(2), {"title": "Another title"}, ADMIN)
    assert (edit.id, edit.rows) == (None, 2)
    assert EditService(database).prune() == 0
