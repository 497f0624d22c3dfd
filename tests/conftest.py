"""Fixtures for all tests: a real PostgreSQL, a migrated database per run, a session in a savepoint per test."""

from __future__ import annotations

import logging
import os
import secrets
from contextlib import contextmanager
from typing import TYPE_CHECKING

import psycopg
import pytest
from sqlalchemy import make_url
from typing_extensions import override

from jarvis_desktop.db.engine import Database, translated_errors
from jarvis_desktop.db.session import Session
from tests.support.laws import register_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
register_forms()


class _Warnings(logging.Handler):
    """Collects what is logged as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_unexpected_warnings(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test in which something is logged as a warning, unless the test looks at the log (`caplog`)."""
    handler = _Warnings()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if "caplog" not in request.fixturenames:
        assert not handler.seen, f"logged unexpectedly: {handler.seen}"


@pytest.fixture(scope="session")
def server_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A running server with the right to create databases.

    `JARVIS_TEST_SERVER_URL` names one (another PostgreSQL version, say); otherwise the embedded one is started.
    """
    given = os.environ.get("JARVIS_TEST_SERVER_URL")
    if given:
        yield given
        return
    from jarvis_desktop.db.embedded.server import EmbeddedServer

    server = EmbeddedServer(tmp_path_factory.mktemp("server") / "postgres", durable=False)
    yield server.start()
    server.stop()


@pytest.fixture(scope="session")
def new_database(server_url: str) -> Iterator[Callable[[], str]]:
    """Makes empty databases; each is dropped when the run ends."""
    made: list[str] = []

    def make() -> str:
        name = f"t_{secrets.token_hex(6)}"
        with psycopg.connect(server_url, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        made.append(name)
        return make_url(server_url).set(database=name).render_as_string(hide_password=False)

    yield make
    with psycopg.connect(server_url, autocommit=True) as connection:
        for name in made:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


class SavepointDatabase(Database):
    """A Database whose every transaction is a savepoint of one outer transaction; for one thread."""

    def __init__(self, url: str, connection: Connection) -> None:
        super().__init__(url)
        self._connection = connection

    @override
    @contextmanager
    def read(self) -> Iterator[Session]:
        with translated_errors(), self._connection.begin_nested() as savepoint:
            yield Session(self._connection)
            savepoint.rollback()

    @override
    @contextmanager
    def write(self) -> Iterator[Session]:
        with translated_errors(), self._connection.begin_nested():
            yield Session(self._connection)


@contextmanager
def copied_database(server_url: str, template_url: str) -> Iterator[str]:
    """The address of a copy of a database nobody is connected to; dropped at the end."""
    name = f"t_{secrets.token_hex(6)}"
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{make_url(template_url).database}"')
        yield make_url(server_url).set(database=name).render_as_string(hide_password=False)
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="session")
def migrated_template(new_database: Callable[[], str]) -> str:
    """A database with every migration run and no rows, to be copied; nobody else connects to it."""
    from jarvis_desktop.db.migrate import upgrade

    url = new_database()
    upgrade(url)
    return url


@pytest.fixture(scope="session")
def migrated_url(server_url: str, migrated_template: str) -> Iterator[str]:
    """A database with every migration run and no rows; tests leave it as they found it, sequences apart."""
    with copied_database(server_url, migrated_template) as url:
        yield url


@pytest.fixture(scope="session")
def migrated(migrated_url: str) -> Iterator[Database]:
    """The engine over the migrated database, for the whole run."""
    database = Database(migrated_url)
    yield database
    database.dispose()


@pytest.fixture
def database(migrated: Database) -> Iterator[Database]:
    """A migrated database without rows whose every commit is undone when the test ends; for one thread."""
    with migrated.engine.connect() as connection:
        outer = connection.begin()
        savepoints = SavepointDatabase(migrated.url.render_as_string(hide_password=False), connection)
        yield savepoints
        savepoints.dispose()
        outer.rollback()


@pytest.fixture
def live_url(server_url: str, migrated_template: str) -> Iterator[str]:
    """The address of a migrated database of the test's own, where commits are real and threads may meet."""
    with copied_database(server_url, migrated_template) as url:
        yield url


@pytest.fixture
def second_url(server_url: str, migrated_template: str) -> Iterator[str]:
    """The address of another database like that of `live_url`."""
    with copied_database(server_url, migrated_template) as url:
        yield url


@pytest.fixture(scope="session")
def stocked_template(server_url: str, migrated_template: str) -> Iterator[str]:
    """A database with the starter data, to be copied; nobody else connects to it."""
    from jarvis_desktop.core.bundled import bundled
    from jarvis_desktop.db.transfer.starter import load_starter

    with copied_database(server_url, migrated_template) as url:
        database = Database(url)
        load_starter(database, bundled("resources") / "starter")
        database.dispose()
        yield url


@pytest.fixture
def stocked_url(server_url: str, stocked_template: str) -> Iterator[str]:
    """The address of a database of the test's own with the starter data."""
    with copied_database(server_url, stocked_template) as url:
        yield url


@pytest.fixture
def live_database(live_url: str) -> Iterator[Database]:
    """The engine over `live_url`."""
    database = Database(live_url)
    yield database
    database.dispose()
