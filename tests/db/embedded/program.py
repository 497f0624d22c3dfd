"""A program that uses the embedded server, run by the tests as a process of its own.

`program.py WHAT DATA_DIR [UID]`, where WHAT is
    try      start and stop; prints “ok” or the failure
    hold     start, print the address, stop when a line comes in
    leave    start, print the address, end without stopping
    commit   start, print the address, then commit rows and print each number when its commit is acknowledged
With UID the process becomes that ordinary user first.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import psycopg

from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.db.embedded.server import EmbeddedServer


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def commit_for_ever(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS saved (number bigserial PRIMARY KEY, text text NOT NULL)")
        while True:
            row = connection.execute("INSERT INTO saved (text) VALUES (repeat('x', 500)) RETURNING number").fetchone()
            assert row is not None
            say(str(row[0]))


def main(what: str, data_dir: Path) -> None:
    server = EmbeddedServer(data_dir, durable=what == "commit")
    try:
        url = server.start()
    except JarvisError as error:
        say(f"{type(error).__name__}: {error.message} {error.hint}")
        return
    say("ok" if what == "try" else url)
    if what == "hold":
        sys.stdin.readline()
    elif what == "commit":
        commit_for_ever(url)
    if what != "leave":
        server.stop()
        say("stopped")


if __name__ == "__main__":
    if len(sys.argv) > 3:
        import pwd

        person = pwd.getpwuid(int(sys.argv[3]))
        os.setgroups([])
        os.setgid(person.pw_gid)
        os.setuid(person.pw_uid)
    main(sys.argv[1], Path(sys.argv[2]))
