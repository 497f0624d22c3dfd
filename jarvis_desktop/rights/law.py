"""The law of the last administrator: no edit leaves a database that nobody can administer."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import NotAllowed
from jarvis_desktop.core.words import mark, tr
from jarvis_desktop.rights import queries
from jarvis_desktop.rights.permissions import granted
from jarvis_desktop.rights.persons import ADMINISTRATION, UNLISTED, administered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.metadata.rows import StoredRow

BUILT_IN = frozenset({"admin"})
"""The persona of a database without personas."""

GUARDED = frozenset({queries.PERSONAS, queries.USERS, queries.PROFILES})
"""The tables whose rows decide who administers."""


class LastAdministrator(NotAllowed):
    """The edit would leave nobody who administers; nothing was stored."""

    title: str = mark("The last administrator")


def administrators(rows: Iterable[StoredRow]) -> frozenset[str]:
    """The keys of the active personas that administer."""
    return frozenset(
        row.text("persona_key")
        for row in rows
        if row.text("persona_key")
        and row.flag("is_active")
        and ADMINISTRATION in granted(row.value("capability_manifest"), row.text("access_level", "standard"))
    )


def at_stake(session: Session, table: str) -> bool:
    """Whether a change of `table` that begins now could take the last administrator.

    Where nobody administers there is none to take, and people still change what is their own.
    """
    return table in GUARDED and _nobody(session, without=BUILT_IN) is None


def require_administrator(session: Session, table: str) -> None:
    """Raise LastAdministrator when after the changes of this transaction to `table` nobody administers.

    Called when they are made, before the commit, where it was `at_stake`. Those who change the same at once wait for
    each other here, and the later one sees what the earlier stored.
    """
    queries.wait_alone(session)
    why = _nobody(session, without=frozenset() if table == queries.PERSONAS else BUILT_IN)
    if why is not None:
        raise why


@contextmanager
def kept_administered(session: Session) -> Iterator[None]:
    """Changes of many tables in one transaction: raise LastAdministrator at their end where they leave nobody.

    A database that nobody administered before may stay so: rows may come into it in several goes.
    """
    before = _nobody(session, without=BUILT_IN)
    yield
    queries.wait_alone(session)
    why = _nobody(session, without=BUILT_IN)
    if why is not None and before is None:
        raise why


def _nobody(session: Session, *, without: frozenset[str]) -> LastAdministrator | None:
    """Why nobody administers as the rows are now, if so; `without` are the keys where there are no personas."""
    rows = queries.persona_rows(session)
    keys = administrators(rows) if rows else without
    if not keys:
        return LastAdministrator(
            tr("No active persona would be left that administers this database. Nothing was stored."),
            hint=tr("Give another persona the access “Administrator” first."),
        )
    people = [*queries.person_rights(session).values(), *[UNLISTED] * min(1, queries.unprofiled_people(session))]
    if not administered(people, keys):
        return LastAdministrator(
            tr("Nobody would be left who may take a persona that administers this database. Nothing was stored."),
            hint=tr("Give such a persona to an active person first, for example to yourself."),
        )
    return None
