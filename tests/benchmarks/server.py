"""A server and a migrated database for a benchmark, found as the tests find theirs."""

from __future__ import annotations

import os
import secrets
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
from sqlalchemy import make_url

from jarvis_desktop.db.embedded.server import EmbeddedServer
from jarvis_desktop.db.migrate import upgrade

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def server() -> Iterator[str]:
    """The address of the server that `JARVIS_TEST_SERVER_URL` names, else of an embedded one for this block."""
    given = os.environ.get("JARVIS_TEST_SERVER_URL")
    if given:
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="jarvis-bench-") as folder:
        embedded = EmbeddedServer(Path(folder) / "postgres", durable=False)
        try:
            yield embedded.start()
        finally:
            embedded.stop()


@contextmanager
def scratch_database() -> Iterator[str]:
    """The address of an empty migrated database that is dropped when the block ends."""
    with server() as url:
        name = f"bench_{secrets.token_hex(6)}"
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        try:
            scratch = make_url(url).set(database=name).render_as_string(hide_password=False)
            upgrade(scratch)
            yield scratch
        finally:
            with psycopg.connect(url, autocommit=True) as connection:
                connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
