"""Contents of files in `desktop.files` and `desktop.file_chunks`, inside the caller's transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jarvis_desktop.db.session import Session

CHUNK = 1 << 20
"""Bytes of one part: what is held in memory of a file, however large it is."""

_ADD = text("""
    INSERT INTO desktop.files (hash, size, media_type) VALUES (:hash, :size, :media_type)
    ON CONFLICT (hash) DO NOTHING RETURNING hash
""")
_ADD_CHUNK = text("INSERT INTO desktop.file_chunks (hash, number, content) VALUES (:hash, :number, :content)")
_KNOWN = text("SELECT hash, size, media_type FROM desktop.files WHERE hash = ANY(:hashes)")
_CHUNK = text("SELECT content FROM desktop.file_chunks WHERE hash = :hash AND number = :number")


class KnownFile(NamedTuple):
    """What is known of a stored content: its bytes and its media type."""

    size: int
    media_type: str


def known_files(session: Session, hashes: Iterable[str]) -> dict[str, KnownFile]:
    """The stored contents among these hashes."""
    rows = session.execute(_KNOWN, {"hashes": list(hashes)})
    return {row[0]: KnownFile(row[1], row[2]) for row in rows}


def store_file(session: Session, digest: str, size: int, media_type: str, chunks: Iterable[bytes]) -> bool:
    """Store a content under its hash; False where it is there already (also from a transaction that just ended)."""
    if session.scalar(_ADD, {"hash": digest, "size": size, "media_type": media_type}) is None:
        return False
    for number, content in enumerate(chunks):
        session.execute(_ADD_CHUNK, {"hash": digest, "number": number, "content": content})
    return True


def file_content(session: Session, digest: str) -> Iterator[bytes]:
    """The parts of a content, in order; none where it is not stored."""
    number = 0
    while (content := session.scalar(_CHUNK, {"hash": digest, "number": number})) is not None:
        yield bytes(content)
        number += 1
