"""Whether a database answers at all, and when not, why: in words for whoever gave its address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from jarvis_desktop.core.errors import ConfigurationError, DatabaseUnavailable

if TYPE_CHECKING:
    from sqlalchemy import URL

    from jarvis_desktop.db.engine import Database

# libpq says where it tried before it says what happened.
_PREAMBLE = re.compile(
    r"^(?:connection (?:failed|is bad): )?(?:connection to server (?:at|on) .*? failed: )?(?:FATAL: +)?"
)
_UNKNOWN_OPTION = re.compile(r'invalid connection option "(.*?)"')
_LOOK = "Look at the address, and whether the server is running."
# By what the server or libpq says, for a refused connection carries no code.
_HINTS = (
    (re.compile(r"database .* does not exist"), "Correct the name at the end of the address, or create the database."),
    (
        re.compile(r"role .* does not exist|password|authentication"),
        "Look at the user and the password of the address.",
    ),
    (re.compile(r"permission denied"), "Let the owner of the database grant this user the right to connect."),
    (re.compile(r"too many (?:connections|clients)|remaining connection slots"), "Close other programs, or try later."),
    (re.compile(r"does not support SSL"), "Leave sslmode out of the address, or let the server offer TLS."),
    (re.compile(r"pg_hba.conf|certificate|SSL"), "Ask the administrator of the server how it lets programs in."),
    (re.compile(r"starting up|shutting down"), "Try again in a moment."),
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
                f"The database address has an option “{unknown[1]}”, which PostgreSQL does not know.",
                hint="Take it out of the address.",
            ) from error
        reason = _PREAMBLE.sub("", said).removesuffix(".")
        hint = next((hint for pattern, hint in _HINTS if pattern.search(reason)), _LOOK)
        raise DatabaseUnavailable(f"{_named(database.url)} cannot be reached: {reason}.", hint=hint) from error


def _named(url: URL) -> str:
    host = url.host or url.query.get("host") or ""
    place = host if isinstance(host, str) else ", ".join(host)
    where = f" on {place}" if place and not place.startswith("/") else " on this computer"
    port = f", port {url.port}" if url.host and url.port else ""
    return f"The database {url.database}{where}{port}" if url.database else f"The database server{where}{port}"
