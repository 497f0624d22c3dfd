"""Brings a database to the schema of this program: its own by migrations, somebody else's by adopting what is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import text

from jarvis_desktop.core.bundled import bundled
from jarvis_desktop.core.errors import ConfigurationError, DatabaseRefused, DatabaseUnavailable
from jarvis_desktop.core.words import tr
from jarvis_desktop.db.adoption import Adoption, existing
from jarvis_desktop.db.engine import Database, translated_errors
from jarvis_desktop.db.revision import HEAD, REVISIONS, recorded_revision
from jarvis_desktop.db.schema.tables import DESKTOP_TABLES, TABLES

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection

    from jarvis_desktop.db.adoption import Skip

OLDEST_SERVER = 140_000
# Any number that no other program on the server is likely to choose.
_LOCK = 0x4A_41_52_56
_WAIT_FOR_OTHERS = "5min"
_WAIT_FOR_TABLES = "5s"
_LONGEST_STATEMENT = "15min"
_TIMED_OUT = {"55P03", "57014"}


@dataclass(frozen=True, slots=True)
class UpgradeReport:
    """What one upgrade did.

    `adopted_tables` are those found in place when the database had no migration recorded; their columns were left as
    they are. `to_revision` is None where schema `desktop`, which records it, could not be made.
    """

    created_tables: tuple[str, ...]
    adopted_tables: tuple[str, ...]
    created_indexes: tuple[str, ...]
    skipped: tuple[Skip, ...]
    from_revision: str | None
    to_revision: str | None


def upgrade(url: str) -> UpgradeReport:
    """Run the missing migrations and add what else is missing, all in one transaction.

    What data or rights forbid is left out and listed in the report; a later upgrade tries it again. Two programs may
    upgrade at once: the second waits for the first.

    Raises DatabaseUnavailable, DatabaseRefused, and ConfigurationError for a server or a database of another age.
    """
    database = Database(url, application_name="jarvis-desktop-upgrade")
    try:
        with translated_errors(), database.engine.begin() as connection:
            return _upgrade(connection)
    finally:
        database.dispose()


def _upgrade(connection: Connection) -> UpgradeReport:
    _prepare(connection)
    before = existing(connection)
    revision = recorded_revision(connection)
    if revision is not None and revision not in REVISIONS:
        raise ConfigurationError(
            tr("A newer version of this program has changed the database."),
            hint=tr("Update the program, then open it again."),
        )
    adoption = Adoption(connection)
    recorded = adoption.ensure_schema()
    if recorded and revision != HEAD:
        _migrate(connection)
    adoption.add_tables(TABLES)
    adoption.add_indexes()
    adoption.add_search_indexes()
    if recorded:
        adoption.add_tables(DESKTOP_TABLES)
        adoption.add_triggers()
    after = existing(connection)
    return UpgradeReport(
        created_tables=tuple(name for name in TABLES if name in after - before),
        adopted_tables=tuple(name for name in TABLES if name in before) if revision is None else (),
        created_indexes=tuple(adoption.created_indexes),
        skipped=tuple(adoption.skipped),
        from_revision=revision,
        to_revision=HEAD if recorded else revision,
    )


def _prepare(connection: Connection) -> None:
    """Refuse servers that are too old, and wait for the turn of this program."""
    version = connection.scalar(text("SELECT current_setting('server_version_num')::int")) or 0
    if version < OLDEST_SERVER:
        raise ConfigurationError(
            tr(
                "The server runs PostgreSQL {version}, and at least {oldest_server} is needed.",
                version=version // 10000,
                oldest_server=OLDEST_SERVER // 10000,
            ),
            hint=tr("Upgrade the server, or name another one."),
        )
    # Unqualified names mean schema public, whatever the settings of this database user are.
    connection.execute(text("SET LOCAL search_path = public"))
    _limit(connection, lock=_WAIT_FOR_OTHERS, statement=_WAIT_FOR_OTHERS)
    try:
        with translated_errors():
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    except DatabaseRefused as error:
        if error.sqlstate not in _TIMED_OUT:
            raise
        raise DatabaseUnavailable(
            tr("Another program has been upgrading this database for five minutes."),
            hint=tr("Try again when it is done."),
        ) from error
    _limit(connection, lock=_WAIT_FOR_TABLES, statement=_LONGEST_STATEMENT)


def _limit(connection: Connection, *, lock: str, statement: str) -> None:
    connection.execute(
        text("SELECT set_config('lock_timeout', :lock, true), set_config('statement_timeout', :statement, true)"),
        {"lock": lock, "statement": statement},
    )


def _migrate(connection: Connection) -> None:
    from alembic import command

    command.upgrade(alembic_config(connection), "head")


def alembic_config(connection: Connection) -> Config:
    """Alembic's configuration, with the location of the scripts and the connection they run on."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(bundled("migrations")).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
