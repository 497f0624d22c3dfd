"""One engine for the program: sessions as transactions, and driver errors in our own words."""

from __future__ import annotations

import re
import selectors
from contextlib import contextmanager, suppress
from functools import partial
from typing import TYPE_CHECKING

import psycopg
from sqlalchemy import URL, create_engine, event, make_url
from sqlalchemy.exc import (
    ArgumentError,
    DBAPIError,
    DisconnectionError,
    InterfaceError,
    InvalidRequestError,
    OperationalError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeout

from jarvis_desktop.core.cancel import current
from jarvis_desktop.core.errors import ConfigurationError, DatabaseRefused, DatabaseUnavailable
from jarvis_desktop.core.words import mark, shown, tr
from jarvis_desktop.db.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Engine

CONNECT_TIMEOUT_SECONDS = 5
POOL_TIMEOUT_SECONDS = 10
READERS = 6
WRITERS = 2

# Compiling a plan takes longer than any screen may wait, and the server does so for what it thinks dear.
_READING = "-c default_transaction_read_only=on -c jit=off"

_NOTHING = mark("Nothing was stored.")

# SQLSTATE classes after which the connection, not the statement, is at fault (PostgreSQL manual, appendix A):
# 08 connection exception, 57P01..57P03 shutdown and "cannot connect now", 53300 too many connections.
_CONNECTION_STATES = ("08", "57P01", "57P02", "57P03", "53300")


# What PostgreSQL adds to a refused key of one column, in English; in another language its own words stay.
_KEY = re.compile(
    r"Key \((?P<column>\w+)\)=\((?P<value>.*)\) (?:is not present in table \"(?P<table>\w+)\"|already exists)\.",
    re.DOTALL,
)


def database_url(text: str) -> URL:
    """A SQLAlchemy URL over psycopg from `postgresql://...` (or `postgres://`); ConfigurationError when unusable."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        raise ConfigurationError(
            tr("The database address cannot be read."), hint=tr("Write it as postgresql://user@host:5432/name.")
        ) from error
    if url.get_backend_name() not in {"postgresql", "postgres"}:
        raise ConfigurationError(
            tr(
                "The database address names {get_backend_name}, and only PostgreSQL is supported.",
                get_backend_name=url.get_backend_name(),
            ),
            hint=tr("Write it as postgresql://user@host:5432/name."),
        )
    return url.set(drivername="postgresql+psycopg")


class Database:
    """The connections to one PostgreSQL database; safe to use from every lane.

    `readers` hands out connections that are read-only for good, which costs nothing per transaction and cannot be
    forgotten; `engine` hands out the others.
    """

    def __init__(self, url: str | URL, *, application_name: str = "jarvis-desktop") -> None:
        self.url = database_url(url) if isinstance(url, str) else url
        self.readers = self._engine(application_name, READERS, _READING)
        self.engine = self._engine(application_name, WRITERS, "")

    @property
    def label(self) -> str:
        """Host and database for people, without user or password."""
        host = self.url.host or self.url.query.get("host") or ""
        name = host if isinstance(host, str) else host[0]
        place = tr("this computer") if name.startswith("/") or not name else name
        return tr("{database} on {place}", database=self.url.database, place=place) if self.url.database else place

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A read-only transaction; within `core.cancel.cancellable` its statements end when they are cancelled.

        Raises DatabaseUnavailable or DatabaseRefused in place of the driver's errors.
        """
        with translated_errors(), self.readers.connect() as connection:
            session = Session(connection)
            wanted = current()
            if wanted is None:
                yield session
                return
            driver: psycopg.Connection = connection.connection.driver_connection  # type: ignore[assignment]
            with wanted.stopping(partial(_stop, driver)):
                yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction: committed when the block ends, rolled back when it raises. Errors as for `read`.

        Where the connection is lost, the error says whether anything was stored.
        """
        committing = False
        try:
            with translated_errors(), self.engine.begin() as connection:
                yield Session(connection)
                committing = True
        except DatabaseUnavailable as error:
            what = (
                tr("Whether it was stored is not known: look before you do it again.")
                if committing
                else shown(_NOTHING)
            )
            raise DatabaseUnavailable(f"{error.message} {what}", title=error.title, hint=error.hint) from error

    def dispose(self) -> None:
        """Close every pooled connection."""
        self.readers.dispose()
        self.engine.dispose()

    def _engine(self, application_name: str, size: int, options: str) -> Engine:
        # What the address asks of its sessions holds as well; ours come last and win.
        given = self.url.query.get("options", "")
        asked = given if isinstance(given, str) else " ".join(given)
        engine = create_engine(
            self.url,
            pool_size=size,
            max_overflow=2,
            pool_timeout=POOL_TIMEOUT_SECONDS,
            use_native_hstore=False,  # no table of ours has one: the first connection need not look for the type
            connect_args={
                "connect_timeout": CONNECT_TIMEOUT_SECONDS,
                "application_name": application_name,
                "options": " ".join(part for part in (asked, "-c timezone=UTC -c search_path=public", options) if part),
            },
        )
        event.listen(engine, "checkout", _refuse_dead)
        return engine


def _refuse_dead(connection: psycopg.Connection, _record: object, _proxy: object) -> None:
    """Have the pool replace a connection whose server went away while it was idle.

    An idle server says nothing, so a socket with something to read was closed (or told to close). Asking the socket
    costs a microsecond, where a statement to ask the server costs a tenth of a page.
    """
    with selectors.DefaultSelector() as waiting:
        waiting.register(connection.fileno(), selectors.EVENT_READ)
        spoken = waiting.select(0)
    if spoken:
        try:
            connection.execute("SELECT 1")
            connection.rollback()
        except psycopg.Error as error:
            raise DisconnectionError(str(error)) from error


def _stop(connection: psycopg.Connection) -> None:
    """Have the server end the statement that the connection waits for, if there is one."""
    with suppress(psycopg.Error):
        connection.cancel_safe(timeout=CONNECT_TIMEOUT_SECONDS)


@contextmanager
def translated_errors() -> Iterator[None]:
    """Turn driver errors into DatabaseUnavailable and DatabaseRefused, the one place where that happens."""
    try:
        yield
    except PoolTimeout as error:
        raise DatabaseUnavailable(
            tr("All database connections are busy."), hint=tr("The program tries again by itself.")
        ) from error
    except DBAPIError as error:
        raise _translate(error, error.orig, disconnected=error.connection_invalidated) from error
    except psycopg.Error as error:
        raise _translate(error, error, disconnected=False) from error
    except InvalidRequestError as error:
        # So the pool says that each connection it opened was cut before it could be given out.
        if str(error) != "This connection is closed":
            raise
        raise _translate(error, None, disconnected=True) from error


def _translate(
    error: Exception, original: BaseException | None, *, disconnected: bool
) -> DatabaseUnavailable | DatabaseRefused:
    state = getattr(original, "sqlstate", None) or ""
    lost = isinstance(error, (OperationalError, InterfaceError, psycopg.OperationalError)) and not state
    if disconnected or lost or state.startswith(_CONNECTION_STATES):
        return DatabaseUnavailable(
            tr("The connection to the database was lost."),
            hint=tr("The program reconnects by itself; nothing typed is lost."),
        )
    diagnostics = original.diag if isinstance(original, psycopg.Error) else None
    message = _sentence((diagnostics.message_primary if diagnostics else None) or str(original or error))
    column = (diagnostics.column_name if diagnostics else None) or ""
    key = _KEY.match((diagnostics.message_detail if diagnostics else None) or "")
    if key is not None and state in {"23503", "23505"}:
        column = key["column"]
        taken = tr("“{key}” is taken: another record has it already.", key=key["value"])
        message = (
            tr("There is no “{key}” in {table}.", key=key["value"], table=key["table"]) if state == "23503" else taken
        )
    return DatabaseRefused(message, sqlstate=state, column=column, hint=_hint(state, column))


def _hint(state: str, column: str) -> str:
    match state:
        case "42P01":
            return tr("A table is missing: run “jarvis db upgrade”, or ask the administrator of the database.")
        case "42703":
            return tr("A column is missing: run “jarvis db check” to see what differs.")
        case "42501":
            return tr("You are connected as a database user who may not do this. Its administrator can grant it.")
        case "23505":
            return tr("A record with the same key exists already.")
        case "23503":
            return tr("It refers to a record that does not exist, or other records refer to it.")
        case "23502":
            return tr("“{column}” must have a value.", column=column) if column else tr("A required value is missing.")
        case _:
            return ""


def _sentence(text: str) -> str:
    first = text.strip().splitlines()[0] if text.strip() else tr("The statement failed")
    return first[0].upper() + first[1:] + ("" if first.endswith(".") else ".")
