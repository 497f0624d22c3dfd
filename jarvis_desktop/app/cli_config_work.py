"""What the commands about configuration share: the services, who acts, and instants."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from jarvis_desktop.app.account import full_name, system_account
from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from jarvis_desktop.app.connect import Connection
    from jarvis_desktop.config.service import ConfigService
    from jarvis_desktop.config.writing.service import ConfigWriter
    from jarvis_desktop.metadata.types import Reader

Reason = Annotated[str, typer.Option(help="Why; the change log keeps it.")]
Acting = Annotated[str, typer.Option("--as", help="The persona that acts; it needs config.write. Without: admin.")]
_USUAL = "admin"


def config_of(connection: Connection) -> ConfigService:
    """What reads configuration."""
    from jarvis_desktop.config.service import ConfigService

    return ConfigService(connection.database)


def actor(connection: Connection, acting: str) -> tuple[ConfigWriter, ConfigService, Reader]:
    """What writes configuration, what reads it, and who acts: the person behind the system account."""
    from jarvis_desktop.config.writing.service import ConfigWriter

    service = config_of(connection)
    return ConfigWriter(connection.database, service), service, person(connection, acting)


def person(connection: Connection, acting: str) -> Reader:
    """Who acts, as a persona; an account that is nobody yet becomes a user, since the change log names people."""
    from jarvis_desktop.people.directory.service import DirectoryService
    from jarvis_desktop.people.service import PeopleService

    people, account = PeopleService(connection.database), system_account()
    user_id = DirectoryService(connection.database).account_person(account)
    if user_id is None:
        people.ensure_user(account, name=full_name())
        user_id = account
    if not acting:
        keys = [view.key for view in people.personas(user_id)]
        acting = _USUAL if _USUAL in keys else keys[0]
    return people.reader(acting, user_id)


def instant(text: str) -> datetime | None:
    """An instant from an option, UTC where it names no zone; None for "". Raises ConfigurationError."""
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise ConfigurationError(
            tr("“{text}” is no instant; write it as 2026-01-31 or 2026-01-31T14:00+01:00.", text=text[:40])
        ) from error
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def part_of_scope(persona: str | None) -> str | None:
    """The persona of a scope; none for ""."""
    return persona or None
