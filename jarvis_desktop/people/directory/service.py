"""Use cases about everybody: the overview for administrators, and which person an account is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import NotAllowed, RecordMissing
from jarvis_desktop.core.words import tr
from jarvis_desktop.people.directory import queries
from jarvis_desktop.people.directory.types import Candidate, Listed
from jarvis_desktop.rights.law import BUILT_IN, administrators
from jarvis_desktop.rights.persons import UNLISTED, open_to
from jarvis_desktop.rights.queries import person_rights, persona_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.rights.persons import PersonRights

MOST = 5_000


class DirectoryService:
    """The people of a database; every method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def people(self) -> tuple[Listed, ...]:
        """Everybody, by name, with the personas open to them and when they were last seen."""
        with self._database.read() as session:
            rows = persona_rows(session)
            keys = [row.text("persona_key") for row in rows if row.text("persona_key") and row.flag("is_active")]
            rights = person_rights(session)
            seen = queries.last_seen(session)
            found = queries.users(session, MOST)
            profiles = queries.profile_ids(session)
            governing = administrators(rows) if rows else BUILT_IN
        limited = _limited(rights)
        listed = []
        for user in found:
            own = rights.get(user.id, UNLISTED)
            taken = open_to(own, keys or sorted(BUILT_IN), limited=limited)
            named = tuple(key for key in keys or sorted(BUILT_IN) if key in taken)
            administers, has_list = bool(taken & governing), own.personas is not None
            seen_at, profile_id = seen.get(user.id), profiles.get(user.id, "")
            listed.append(Listed(user, named, own.active, administers, has_list, seen_at, profile_id))
        return tuple(listed)

    def account_person(self, account: str) -> str | None:
        """The user id of the person that a system account is: named like it, or listed with it. None: not known."""
        with self._database.read() as session:
            return _person_of(session, account)

    def candidates(self) -> tuple[Candidate, ...]:
        """Who an unknown account may be: those whom no account was given to yet."""
        with self._database.read() as session:
            rights = person_rights(session)
            found = queries.users(session, MOST)
            refusals = {user.id: _refusal(session, user.id, rights) for user in found}
        return tuple(
            Candidate(user.id, user.name, user.email, not refusals[user.id], refusals[user.id]) for user in found
        )

    def claim(self, user_id: str, account: str) -> Changes:
        """Write down that a person is this system account.

        Raises NotAllowed where the person has an account already, or administers while some administrator has an
        account and could write it down; RecordMissing.
        """
        from jarvis_desktop.people.person.storing import own_rows  # the start needs no journal

        with self._database.write() as session:
            queries.wait_for_accounts(session)
            known = _person_of(session, account)
            if known is not None and known != user_id:
                raise NotAllowed(tr("The account “{account}” is somebody else already.", account=account))
            refusal = _refusal(session, user_id, person_rights(session))
            if refusal:
                raise NotAllowed(refusal)
            person = own_rows(session, user_id)
            if not person.known:
                raise RecordMissing(tr("This database has no person “{user_id}”.", user_id=user_id))
            queries.add_account(session, person.profile.record_id, account)
        return Changes.of("user_profiles", [person.profile.record_id])


def _person_of(session: Session, account: str) -> str | None:
    """The oldest person whose profile lists the account, else the one named like it."""
    found = sorted(user_id for user_id, rights in person_rights(session).items() if account in rights.accounts)
    if found:
        return found[0]
    return next((user.id for user in queries.users(session, MOST) if user.id == account), None)


def _refusal(session: Session, user_id: str, rights: Mapping[str, PersonRights]) -> str:
    """Why nobody may say to be this person, or ""."""
    own = rights.get(user_id, UNLISTED)
    if own.accounts:
        return tr("Has an account already. An administrator can add another one, in the tab People.")
    rows = persona_rows(session)
    governing = administrators(rows) if rows else BUILT_IN
    if not _limited(rights) or not open_to(own, governing, limited=True):
        return ""
    if any(each.accounts and open_to(each, governing, limited=True) for each in rights.values()):
        return tr("Administers this database. Another administrator can add your account, in the tab People.")
    return ""


def _limited(rights: Mapping[str, PersonRights]) -> bool:
    return any(each.personas is not None for each in rights.values())
