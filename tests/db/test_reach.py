"""What is said of a database that does not answer."""

from __future__ import annotations

import socket
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import make_url

from jarvis_desktop.core.errors import ConfigurationError, DatabaseUnavailable
from jarvis_desktop.db.engine import Database
from jarvis_desktop.db.reach import reach


def said(url: str) -> tuple[str, str]:
    database = Database(url)
    with pytest.raises(DatabaseUnavailable) as refused:
        reach(database)
    database.dispose()
    return refused.value.message, refused.value.hint


def test_a_database_that_answers(database: Database) -> None:
    reach(database)


def test_each_reason_has_its_advice(server_url: str) -> None:
    server = make_url(server_url)
    message, hint = said(server.set(database="no_such").render_as_string(hide_password=False))
    assert message.endswith('cannot be reached: database "no_such" does not exist.')
    assert "create the database" in hint

    _, hint = said(server.set(username="no_such", password="no").render_as_string(hide_password=False))
    assert "user and the password" in hint

    message, hint = said("postgresql://mara:secret@127.0.0.1:1/jarvis")
    assert message == "The database jarvis on 127.0.0.1, port 1 cannot be reached: Connection refused."
    assert "whether the server is running" in hint


def test_an_address_without_a_name_is_said_without_one() -> None:
    message, _ = said("postgresql:///?host=/nowhere")
    assert message == "The database server on this computer cannot be reached: No such file or directory."


def test_tls_that_the_server_lacks() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, ThreadPoolExecutor(1) as beside:
        answered = beside.submit(answer_no_tls, server)
        message, hint = said(f"postgresql://mara@127.0.0.1:{server.getsockname()[1]}/jarvis?sslmode=require")
        answered.result()
    assert "SSL" in message
    assert "sslmode" in hint


def answer_no_tls(server: socket.socket) -> None:
    """What a PostgreSQL without TLS says to the question for it."""
    connection, _ = server.accept()
    with connection:
        connection.recv(8)
        connection.sendall(b"N")


def test_an_option_that_postgresql_does_not_know(server_url: str) -> None:
    url = make_url(server_url).update_query_dict({"frob": "1"})
    database = Database(url.set(drivername="postgresql+psycopg"))
    with pytest.raises(ConfigurationError, match="option “frob”"):
        reach(database)
    database.dispose()
