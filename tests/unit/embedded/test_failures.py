"""Each failure of the server in a sentence, with the next step."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from jarvis_desktop.core.errors import ConfigurationError, DatabaseUnavailable, JarvisError
from jarvis_desktop.db.embedded import failures

DATA = Path("/data/postgres")


@pytest.mark.parametrize(
    ("output", "kind", "says"),
    [
        ('PANIC:  could not write to file "pg_wal/x": No space left on device\n', DatabaseUnavailable, "is full"),
        ("initdb: error: could not write file: Disk quota exceeded\n", DatabaseUnavailable, "is full"),
        ('FATAL:  lock file "postmaster.pid" already exists\n', DatabaseUnavailable, "Another PostgreSQL server"),
        (
            "FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use\n",
            DatabaseUnavailable,
            "still finishing",
        ),
        ('FATAL:  data directory "/data" has wrong ownership\n', ConfigurationError, "belongs to another user"),
        ("LOG:  starting\nFATAL:  something new.\n", DatabaseUnavailable, "did not start: something new."),
        ("", DatabaseUnavailable, "did not start: no reason was given."),
    ],
)
def test_what_the_server_wrote(output: str, kind: type[JarvisError], says: str) -> None:
    told = failures.from_output(output, DATA)
    assert type(told) is kind
    assert says in told.message
    assert told.hint.endswith(".")


@pytest.mark.parametrize(
    ("code", "kind", "says"),
    [
        (errno.ENOSPC, DatabaseUnavailable, "is full"),
        (errno.EACCES, ConfigurationError, "cannot be written by this user"),
        (errno.EROFS, ConfigurationError, "cannot be written by this user"),
        (errno.ENOTDIR, ConfigurationError, "a file in its place"),
        (errno.EEXIST, ConfigurationError, "a file in its place"),
        (errno.EIO, ConfigurationError, "Input/output error"),
    ],
)
def test_what_the_file_system_said(code: int, kind: type[JarvisError], says: str) -> None:
    with pytest.raises(kind) as told, failures.file_errors(DATA):
        raise OSError(code, os.strerror(code))
    assert says in told.value.message
    assert str(DATA) in told.value.message
    assert told.value.hint


def test_a_program_that_the_system_does_not_run() -> None:
    with (
        pytest.raises(ConfigurationError, match="Permission denied") as told,
        failures.run_errors(Path("/bin/postgres")),
    ):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    assert "allows programs to run" in told.value.hint


def test_what_the_new_server_refused() -> None:
    assert "disk is full" in failures.database_not_made("could not extend file: No space left on device").message
    assert failures.database_not_made("first line\nsecond line").message.endswith(
        "cannot be created in it: first line."
    )
