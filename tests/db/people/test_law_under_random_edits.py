"""Whatever sequence of edits people make, somebody can administer afterwards."""

from __future__ import annotations

import random
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.edits.service import EditService
from jarvis_desktop.people.service import PeopleService
from jarvis_desktop.rights.law import LastAdministrator
from jarvis_desktop.tables.types import Filter, Operator, Query, RowSet
from tests.db.people.test_people_service import persona
from tests.db.people.test_rights_and_settings import forms, reader, user

if TYPE_CHECKING:
    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.edits.types import StoredEdit
    from jarvis_desktop.metadata.types import Reader

KEYS = ("admin", "chief", "desk")
PEOPLE = ("ada", "ben", "cleo")


def somebody_administers(database: Database) -> bool:
    people = PeopleService(database)
    return any("config.write" in view.permissions for who in PEOPLE for view in people.personas(who))


def an_administrator(database: Database) -> Reader:
    people = PeopleService(database)
    held = ((view, who) for who in PEOPLE for view in people.personas(who))
    return next(reader(database, view.key, who) for view, who in held if "config.write" in view.permissions)


def edit(database: Database, chance: random.Random, who: Reader) -> StoredEdit | None:
    """One edit of the kinds that decide about administrators."""
    service = forms(database)
    table, column, names = chance.choice(
        (("role_personas", "persona_key", KEYS), ("user_profiles", "user_id", PEOPLE), ("users", "id", PEOPLE))
    )
    row = RowSet(Query(table, filters=(Filter(column, Operator.EQ, chance.choice(names)),)), everything=True)
    if table == "users" or chance.random() < 0.15:
        return service.remove_rows(table, row, who)
    if table == "role_personas":
        level, active = chance.choice(("admin", "standard")), chance.random() < 0.5
        changes: list[dict[str, object]] = [{"is_active": active}, {"access_level": level}]
        return service.change_rows("table:role_personas", row, chance.choice(changes), who)
    listed = chance.sample(KEYS, chance.randint(0, 2))
    rights = chance.choice((None, {"personas": listed}, {"personas": listed, "active": False}, "junk"))
    return service.change_rows("table:user_profiles", row, {"metadata": {"rights": rights}}, who)


@pytest.mark.parametrize("seed", range(3))
def test_no_sequence_of_edits_takes_the_last_administrator(database: Database, seed: int) -> None:
    chance = random.Random(seed)
    for key in KEYS:
        persona(database, key, level="standard" if key == "desk" else "admin")
    for name in PEOPLE:
        user(database, name, '{"personas": ["admin", "desk"]}')
    made: list[int] = []
    refused = 0
    for _ in range(25):
        who = an_administrator(database)
        try:
            if made and chance.random() < 0.3:
                with suppress(IndexError):
                    EditService(database).undo(made.pop(chance.randrange(len(made))), who)
            elif (stored := edit(database, chance, who)) is not None and stored.id is not None:
                made.append(stored.id)
        except LastAdministrator:
            refused += 1
        except JarvisError:
            pass  # another reason to refuse, such as rows that are gone
        assert somebody_administers(database)
    with database.read() as session:
        assert session.scalar(text("SELECT count(*) FROM role_personas")) or refused
