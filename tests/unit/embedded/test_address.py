"""The address of a server, for libpq and SQLAlchemy alike."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from psycopg.conninfo import conninfo_to_dict
from sqlalchemy import make_url

from jarvis_desktop.db.embedded.postmaster import PidFile
from jarvis_desktop.db.embedded.server import server_url


def address(socket_dir: str, port: int = 5432) -> PidFile:
    return PidFile(1, Path("/data"), 0, port, socket_dir, "ready")


@given(
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).map(lambda name: f"/run/{name}"),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1),
)
def test_a_socket_at_any_path(folder: str, secret: str) -> None:
    url = server_url(address(folder), secret, "jarvis")
    parts = conninfo_to_dict(url)
    assert (parts["host"], parts["port"], parts["user"], parts["password"], parts["dbname"]) == (
        folder,
        "5432",
        "jarvis",
        secret,
        "jarvis",
    )
    read = make_url(url)
    assert (read.query["host"], read.query["port"], read.password, read.database) == (folder, "5432", secret, "jarvis")


def test_a_port_where_there_are_no_sockets() -> None:
    assert server_url(address("", 50123), "s", "jarvis") == "postgresql://jarvis:s@127.0.0.1:50123/jarvis"
