"""Which personas a person may take: from the `rights` in the metadata of their profile; pure.

`user_profiles.metadata.rights` holds `personas` (a list of keys), `active` (false: the person may take none) and
`accounts` (system accounts that are this person). What cannot be read there gives no right.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

RIGHTS_KEY = "rights"
"""The member of a profile's metadata that only administrators write."""

ADMINISTRATION = "config.write"
"""The permission that makes a persona an administrator: who holds it can give every other."""


@dataclass(frozen=True, slots=True)
class PersonRights:
    """What a profile says about its person; `personas` None: it has no list."""

    personas: frozenset[str] | None = None
    active: bool = True
    accounts: tuple[str, ...] = ()


UNLISTED = PersonRights()
NOTHING = PersonRights(frozenset())


def rights_of(stored: object) -> PersonRights:
    """The rights from the stored JSON value."""
    if stored is None:
        return UNLISTED
    if not isinstance(stored, Mapping):
        return NOTHING
    active = stored.get("active")
    listed = stored.get("personas")
    accounts = stored.get("accounts")
    return PersonRights(
        None if listed is None else _names(listed),
        active is None or active is True,
        tuple(entry for entry in accounts if isinstance(entry, str)) if isinstance(accounts, list) else (),
    )


def open_to(rights: PersonRights, personas: Collection[str], *, limited: bool) -> frozenset[str]:
    """Which of the active `personas` the person may take.

    `limited` says that some person of this database has a list. While nobody has, everybody may take every persona;
    from then on who has no list may take none.
    """
    if not rights.active:
        return frozenset()
    if rights.personas is None:
        return frozenset() if limited else frozenset(personas)
    return rights.personas & frozenset(personas)


def administered(people: Collection[PersonRights], administrators: Collection[str]) -> bool:
    """Whether somebody may take one of the personas that administer."""
    limited = any(person.personas is not None for person in people)
    if not limited:
        return bool(administrators) and (not people or any(person.active for person in people))
    return any(open_to(person, administrators, limited=True) for person in people)


def _names(listed: object) -> frozenset[str]:
    if not isinstance(listed, list) or not all(isinstance(entry, str) for entry in listed):
        return frozenset()
    return frozenset(entry.strip() for entry in listed if entry.strip())
