"""Which starter data a database was given, told without importing what loads them: a start asks this."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from pathlib import Path

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.session import Session

# The starter data as a whole are remembered beside their rows, as a row of no table.
_GIVEN = text("""
    SELECT EXISTS (SELECT FROM desktop.starter_rows),
           (SELECT content_hash FROM desktop.starter_rows WHERE table_name = '' AND natural_key = 'all')
""")
_REMEMBER = text("""
    INSERT INTO desktop.starter_rows (table_name, natural_key, row_id, content_hash)
    VALUES ('', 'all', '', :fingerprint)
    ON CONFLICT (table_name, natural_key) DO UPDATE SET content_hash = excluded.content_hash
""")


def starter_outdated(database: Database, folder: Path) -> bool:
    """Whether the database was given starter data, and other ones than those of the folder."""
    with database.read() as session:
        given, known_as = session.execute(_GIVEN).one()
    return bool(given) and known_as != _fingerprint(folder)


def remember_starter(session: Session, folder: Path) -> None:
    """Take note that the database was given the starter data of the folder."""
    session.execute(_REMEMBER, {"fingerprint": _fingerprint(folder)})


def _fingerprint(folder: Path) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for path in sorted(folder.glob("*.json")):
        digest.update(path.name.encode() + b"\0")
        # A file that cannot be read is told by who loads it.
        with suppress(OSError):
            digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()
