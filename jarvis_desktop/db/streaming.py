"""Many rows at one instant, for work that takes minutes: a connection of its own, rows as they come."""

from __future__ import annotations

import selectors
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import psycopg
from psycopg import pq

from jarvis_desktop.db.engine import translated_errors
from jarvis_desktop.db.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Select

    from jarvis_desktop.db.engine import Database

_CANCEL_SECONDS = 5.0
_BATCH = 2000
_BLOCK = 1 << 14

Piece = bytes | bytearray | memoryview


@contextmanager
def long_snapshot(database: Database) -> Iterator[Session]:
    """A read-only REPEATABLE READ transaction on a connection that no screen waits for. Errors as for `read`."""
    with translated_errors(), database.readers.connect() as connection:
        # Before the first statement: out of the pool, whose places are for screens.
        connection.detach()
        session = Session(connection)
        driver = driver_of(session)
        try:
            driver.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            connection.exec_driver_sql("SELECT 1")
            yield session
        except BaseException:
            # Perhaps in the middle of a statement: such a connection answers no more.
            connection.invalidate()
            driver.close()
            raise


def interrupt(connection: psycopg.Connection) -> None:
    """Ask the server to give up the statement under way; from any thread."""
    with suppress(psycopg.Error, OSError):
        connection.cancel_safe(timeout=_CANCEL_SECONDS)


def driver_of(session: Session) -> psycopg.Connection:
    """The driver's connection of a session."""
    driver: psycopg.Connection = session.connection().connection.dbapi_connection  # type: ignore[assignment]  # psycopg's
    return driver


def copied(session: Session, select: Select[Any], form: str) -> Iterator[list[Piece]]:
    """The rows of `select` as COPY writes them in `form` (“FORMAT csv”), one piece each, some hundreds at a time.

    Reads from libpq directly: the driver's own iterator costs twice as much for each row.
    """
    text, values = _plain(session, select)
    connection = driver_of(session)
    whole = psycopg.ClientCursor(connection).mogrify(f"COPY ({text}) TO STDOUT ({form})", values or None)
    server = connection.pgconn
    with selectors.DefaultSelector() as waiting:
        waiting.register(server.socket, selectors.EVENT_READ)
        server.send_query(whole.encode(connection.info.encoding))
        _result(connection, waiting, pq.ExecStatus.COPY_OUT)
        take = server.get_copy_data
        pieces: list[Piece] = []
        size = 0
        while True:
            length, piece = take(1)
            if length > 0:
                pieces.append(piece)
                size += length
                if size > _BLOCK:
                    yield pieces
                    pieces, size = [], 0
            elif length == 0:
                waiting.select()
                server.consume_input()
            else:
                break
        yield pieces
        _result(connection, waiting, pq.ExecStatus.COMMAND_OK)
        while server.get_result() is not None:
            pass


def fetched(session: Session, select: Select[Any]) -> Iterator[tuple[Any, ...]]:
    """The rows of `select` as tuples, a batch at a time."""
    text, values = _plain(session, select)
    connection = driver_of(session)
    with connection.cursor("rows") as cursor:
        cursor.itersize = _BATCH
        cursor.execute(text, values)
        yield from cursor


def _result(connection: psycopg.Connection, waiting: selectors.BaseSelector, wanted: pq.ExecStatus) -> None:
    """Wait for the server's next answer without holding up other threads; raises its error."""
    server = connection.pgconn
    while server.flush() or server.is_busy():
        waiting.select()
        server.consume_input()
    result = server.get_result()
    if result is None or result.status != wanted:
        if result is not None and result.status == pq.ExecStatus.FATAL_ERROR:
            raise psycopg.errors.error_from_result(result, encoding=connection.info.encoding)
        raise psycopg.OperationalError("the server ended the copy")


def _plain(session: Session, select: Select[Any]) -> tuple[str, dict[str, Any]]:
    compiled = select.compile(dialect=session.connection().dialect, compile_kwargs={"render_postcompile": True})
    values = dict(compiled.construct_params())
    text = str(compiled)
    # Without values the driver leaves the doubled percent signs as they are.
    return (text, values) if values else (text.replace("%%", "%"), values)
