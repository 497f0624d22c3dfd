"""JSON lines: one object a row, as the server makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

    from jarvis_desktop.db.streaming import Piece
    from jarvis_desktop.exports.rows import Tally

COPY_FORM = "FORMAT csv, DELIMITER E'\\x02', QUOTE E'\\x01', ENCODING 'UTF8'"
"""COPY that adds nothing to a line: JSON text holds none of these characters, so that nothing is ever quoted."""


def write(out: BinaryIO, blocks: Iterable[list[Piece]], tally: Tally) -> None:
    """Write the rows, each a line as COPY gives it."""
    count = 0
    for rows in blocks:
        out.write(b"".join(rows))
        count += len(rows)
        tally.step(count)
    tally.finish(count)
