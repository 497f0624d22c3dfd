"""Whether a database answers at all, and when not, why: in words for whoever gave its address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from jarvis_desktop.core.errors import ConfigurationError, DatabaseUnavailable
from jarvis_desktop.core.words import mark, tr

if TYPE_CHECKING:
    from sqlalchemy import URL

    from jarvis_desktop.db.engine import Database

# libpq says where it tried before it says what happened.
_PREAMBLE = re.compile(
    r"^(?:connection (?:failed|is bad): )?(?:connection to server (?:at|on) .*? failed: )?(?:FATAL: +)?"
)
_UNKNOWN_OPTION = re.compile(r'invalid connection option "(.*?)"')
_LOOK = mark("Look at the address, and whether the server is running.")
# By what the server or libpq says, for a refused connection carries no code.
_HINTS = (
    (
        re.compile(r"database .* does not exist"),
        mark("Correct the name at the end of the address, or create the database."),
    ),
    (
        re.compile(r"role .* does not exist|password|authentication"),
        mark("Look at the user and the password of the address."),
    ),
    (re.compile(r"permission denied"), mark("Let the owner of the database grant this user the right to connect.")),
    (
        re.compile(r"too many (?:connections|clients)|remaining connection slots"),
        mark("Close other programs, or try later."),
    ),
    (re.compile(r"does not support SSL"), mark("Leave sslmode out of the address, or let the server offer TLS.")),
    (re.compile(r"pg_hba.conf|certificate|SSL"), mark("Ask the administrator of the server how it lets programs in.")),
    (re.compile(r"starting up|shutting down"), mark("Try again in a moment.")),
)


def reach(database: Database) -> None:
    """Connect once.

    Raises DatabaseUnavailable with the reason, and ConfigurationError for an address that no server could answer.
    """
    try:
        with database.readers.connect():
            pass
    except DBAPIError as error:
        said = (str(error.orig).strip() or "no reason given").splitlines()[0]
        unknown = _UNKNOWN_OPTION.search(said)
        if unknown:
            raise ConfigurationError(
                tr(
                    "The database address has an option “{unknown}”, which PostgreSQL does not know.",
                    unknown=unknown[1],
                ),
                hint=tr("Take it out of the address."),
            ) from error
        reason = _PREAMBLE.sub("", said).removesuffix(".")
        hint = next((hint for pattern, hint in _HINTS if pattern.search(reason)), _LOOK)
        raise DatabaseUnavailable(
            tr("{url} cannot be reached: {reason}.", url=_named(database.url), reason=reason), hint=hint
        ) from error


def _named(url: URL) -> str:
    host = url.host or url.query.get("host") or ""
    place = host if isinstance(host, str) else ", ".join(host)
    local = not place or place.startswith("/")
    if url.database:
        found = tr("The database {name} on this computer", name=url.database)
        if not local:
            found = tr("The database {name} on {place}", name=url.database, place=place)
    else:
        found = (
            tr("The database server on this computer") if local else tr("The database server on {place}", place=place)
        )
    return tr("{database}, port {port}", database=found, port=url.port) if url.host and url.port else found
