"""Bringing the rows of an edit to the other side of their images, as far as nobody changed since what it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.json_text import NotJson, dumps, loads
from jarvis_desktop.edits.reversing import queries
from jarvis_desktop.edits.reversing.documents import Clash, moved

if TYPE_CHECKING:
    from jarvis_desktop.db.images import Shape
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.edits.reversing.queries import Kinds, Sides

_MOST_DOCUMENTS = 1_000
"""So many rows are looked into one by one; of more than these whole documents are compared."""


def move_rows(session: Session, shape: Shape, sides: Sides, kinds: Kinds) -> bool:
    """Move all rows of an edit, or none; whether they were.

    Where a document was changed since, and not what the edit changed in it, that stays.
    """
    wanted = kinds.changing + kinds.leaving + kinds.coming
    with session.begin_nested() as attempt:
        if _move(session, shape, sides, kinds) == wanted:
            return True
        attempt.rollback()
    if not documents_of(shape, kinds):
        return False
    with session.begin_nested() as attempt:
        # First the rows of which a part of a document moves: afterwards they are like neither side.
        merged = _move_parts(session, shape, sides, kinds)
        if merged and merged + _move(session, shape, sides, kinds) == wanted:
            return True
        attempt.rollback()
    return False


def movable_in_part(session: Session, shape: Shape, sides: Sides, kinds: Kinds) -> tuple[str, ...]:
    """The rows that differ from this side and can be moved nevertheless."""
    if not documents_of(shape, kinds):
        return ()
    return tuple(row_id for row_id in _parts(session, shape, sides, kinds)["row_id"] if row_id is not None)


def documents_of(shape: Shape, kinds: Kinds) -> list[str]:
    """The changed columns that hold documents."""
    return [name for name in kinds.change_columns if name in shape.columns and shape.columns[name].sql_type == "jsonb"]


def _move(session: Session, shape: Shape, sides: Sides, kinds: Kinds) -> int:
    """Rows go first and come last, so that keys are free for those that need them."""
    count = 0
    whole = [name for name in kinds.row_columns if name in shape.stored]
    if kinds.leaving:
        told = [name for name in whole if name in shape.compared]
        others = [name for name in kinds.row_columns if name not in told]
        count += queries.take_away(session, shape, sides, told, others)
    if kinds.changing:
        count += queries.change_back(session, shape, sides, kinds.change_columns)
    if kinds.coming:
        count += queries.bring_back(session, shape, sides, whole)
    return count


def _move_parts(session: Session, shape: Shape, sides: Sides, kinds: Kinds) -> int:
    parts = _parts(session, shape, sides, kinds)
    if not parts["row_id"]:
        return 0
    return queries.write_documents(session, shape, sides, kinds.change_columns, parts)


def _parts(session: Session, shape: Shape, sides: Sides, kinds: Kinds) -> dict[str, list[str | None]]:
    """The rows that can be moved in part, and their documents then, by column."""
    documents = documents_of(shape, kinds)
    found: dict[str, list[str | None]] = {name: [] for name in ("row_id", *documents)}
    for row_id, texts in queries.read_documents(
        session, shape, sides, kinds.change_columns, documents, _MOST_DOCUMENTS
    ):
        try:
            new = [_moved(*each) for each in texts]
        except (Clash, NotJson):
            continue
        for name, value in zip(found, (row_id, *new), strict=True):
            found[name].append(value)
    return found


def _moved(*texts: str | None) -> str | None:
    here, there, now = (None if text is None else loads(text) for text in texts)
    if texts[0] == texts[2]:
        return texts[1]
    return dumps(moved(here, there, now))
