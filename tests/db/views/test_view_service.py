from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from jarvis_desktop.core.errors import ConfigurationError, InvalidInput, NotAllowed, RecordMissing
from jarvis_desktop.metadata.types import Reader
from jarvis_desktop.tables.codec import Narrowing
from jarvis_desktop.tables.service import TableService
from jarvis_desktop.tables.types import Filter, Operator, Sort
from jarvis_desktop.views.service import ViewService

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database

OPEN = Narrowing((Filter("status", Operator.EQ, "open"),), "printer", (Sort("id", descending=True),))


@pytest.fixture
def views(database: Database) -> ViewService:
    return ViewService(database, TableService(database))


def reader(user: str, *permissions: str) -> Reader:
    return Reader("john", user, frozenset(permissions), datetime.now(UTC))


ANNA, BEN, CHIEF = reader("anna"), reader("ben"), reader("chief", "config.write")


def names(views: ViewService, who: Reader) -> list[str]:
    return [view.name for view in views.views("incidents", who).views]


def test_a_view_is_kept_for_its_owner(views: ViewService) -> None:
    saved = views.save("incidents", "  Open   printers ", OPEN, ANNA)
    (found,) = views.views("incidents", ANNA).views
    assert found == saved
    assert (found.name, found.narrowing, found.mine, found.changeable, found.shared) == (
        "Open printers",
        OPEN,
        True,
        True,
        False,
    )
    assert names(views, BEN) == []
    assert views.views("submissions", ANNA).views == ()


def test_a_shared_view_is_seen_by_all_and_changed_by_few(views: ViewService) -> None:
    saved = views.save("incidents", "Ours", OPEN, ANNA, shared=True)
    (seen,) = views.views("incidents", BEN).views
    assert (seen.mine, seen.changeable) == (False, False)
    with pytest.raises(NotAllowed, match="shared by anna"):
        views.rename(saved.id, "Mine", BEN)
    assert views.rename(saved.id, "Chief's", CHIEF).owner == "anna"
    assert views.share(saved.id, ANNA, shared=False).shared is False
    assert names(views, BEN) == []
    for refused in (BEN, CHIEF):
        with pytest.raises(RecordMissing):
            views.delete(saved.id, refused)
    views.delete(saved.id, ANNA)
    assert names(views, ANNA) == []
    with pytest.raises(RecordMissing):
        views.delete(saved.id, ANNA)


def test_names_are_unique_for_each_person(views: ViewService) -> None:
    views.save("incidents", "Mine", OPEN, ANNA)
    views.save("incidents", "Mine", OPEN, BEN)
    views.save("submissions", "Mine", Narrowing(), ANNA)
    other = views.save("incidents", "Other", OPEN, ANNA)
    with pytest.raises(InvalidInput, match="called “Mine” already"):
        views.save("incidents", "Mine", OPEN, ANNA)
    with pytest.raises(InvalidInput, match="called “Mine” already"):
        views.rename(other.id, "Mine", ANNA)
    assert views.rename(other.id, "Other", ANNA).name == "Other"


@pytest.mark.parametrize("name", ["", "   ", "x" * 81, "nul\0"])
def test_a_name_that_is_none_is_refused(views: ViewService, name: str) -> None:
    with pytest.raises(InvalidInput):
        views.save("incidents", name, OPEN, ANNA)


def test_other_filters_replace_those_saved(views: ViewService) -> None:
    saved = views.save("incidents", "Mine", OPEN, ANNA)
    assert views.replace(saved.id, Narrowing(text="x"), ANNA).narrowing == Narrowing(text="x")


@pytest.mark.parametrize(
    ("stored", "reason"),
    [
        ("[]", "no JSON object"),
        ('{"version": 9}', "another version"),
        ('{"version": 1, "filters": [{"column": "gone", "operator": "eq", "value": 1}]}', "“gone” is no column"),
        ('{"version": 1, "filters": [{"column": "created_at", "operator": "eq", "value": "x"}]}', "“x” is no date"),
        ('{"version": 1, "sort": ["critical_flags"]}', "no order"),
    ],
)
def test_what_no_longer_fits_is_shown_with_the_reason(
    views: ViewService, database: Database, stored: str, reason: str
) -> None:
    saved = views.save("incidents", "Mine", OPEN, ANNA)
    with database.write() as session:
        session.execute(text("UPDATE desktop.saved_filters SET definition = CAST(:d AS jsonb)"), {"d": stored})
    (found,) = views.views("incidents", ANNA).views
    assert found.narrowing is None
    assert reason in found.problem
    assert views.replace(saved.id, OPEN, ANNA).narrowing == OPEN


def test_a_column_dropped_meanwhile_is_named(views: ViewService, database: Database) -> None:
    views.save("incidents", "Mine", OPEN, ANNA)
    with database.write() as session:
        session.execute(text("ALTER TABLE incidents DROP COLUMN status"))
    later = ViewService(database, TableService(database))
    (found,) = later.views("incidents", ANNA).views
    assert found.problem == "“status” is not in this database."


def test_without_a_place_to_keep_views_nothing_breaks(views: ViewService, database: Database) -> None:
    with database.write() as session:
        session.execute(text("DROP TABLE desktop.saved_filters"))
    found = views.views("incidents", ANNA)
    assert (found.views, bool(found.missing)) == ((), True)
    with pytest.raises(ConfigurationError, match="no place to keep"):
        views.save("incidents", "Mine", OPEN, ANNA)


def test_a_deleted_view_comes_back_as_it_was(views: ViewService) -> None:
    saved = views.save("incidents", "Ours", OPEN, ANNA, shared=True)
    deleted = views.delete(saved.id, CHIEF)
    with pytest.raises(NotAllowed):
        views.restore(deleted, BEN)
    assert views.restore(deleted, CHIEF).name == "Ours"
    assert views.views("incidents", ANNA).views == (saved,)
    views.delete(saved.id, ANNA)
    views.save("incidents", "Ours", Narrowing(), ANNA)
    with pytest.raises(InvalidInput, match="called “Ours” already"):
        views.restore(deleted, ANNA)
