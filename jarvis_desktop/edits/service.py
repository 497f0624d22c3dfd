"""Use cases of the journal: take an edit back, do it again, list what one did."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import DatabaseRefused, NotAllowed, RecordMissing
from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import tr
from jarvis_desktop.db.images import read_shape
from jarvis_desktop.edits import queries
from jarvis_desktop.edits.reversing import queries as reversing
from jarvis_desktop.edits.reversing import refusals
from jarvis_desktop.edits.reversing.moving import movable_in_part, move_rows
from jarvis_desktop.edits.types import StaleEdit, StoredEdit, Wording
from jarvis_desktop.rights.holding import require_held
from jarvis_desktop.rights.law import at_stake, require_administrator
from jarvis_desktop.tables.permission import require_write, writing_permission

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.images import Shape
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.edits.reversing.queries import JournalEdit, Kinds
    from jarvis_desktop.metadata.types import Reader

KEPT_DAYS = 30
KEPT_IMAGES = 5_000_000
"""So long, and so many images of rows, does the journal keep; older edits cannot be undone any more."""

_PRUNED_AT_ONCE = 100


class EditService:
    """Stored changes and their inverse; every method is one transaction.

    `wording(table, reader)` is asked for the words of a refusal.
    """

    def __init__(self, database: Database, wording: Callable[[str, Reader], Wording] = lambda *_: Wording()) -> None:
        self._database = database
        self._wording = wording

    def undo(self, edit_id: int, reader: Reader, *, rest: bool = False) -> StoredEdit:
        """Take an edit back, whole.

        With `rest` the rows that somebody changed since are left as they are, and are no part of the edit any more.
        Raises StaleEdit (nothing is stored) when a row does not hold any more what the edit stored, when it was taken
        back already, or when other rows refer to one that it added; RecordMissing when the journal has forgotten it;
        NotAllowed.
        """
        return self._move(edit_id, reader, back=True, rest=rest)

    def redo(self, edit_id: int, reader: Reader, *, rest: bool = False) -> StoredEdit:
        """Do again what was taken back; raises as `undo` does."""
        return self._move(edit_id, reader, back=False, rest=rest)

    def recent(self, reader: Reader, limit: int = 20) -> tuple[StoredEdit, ...]:
        """What the reader stored lately and could take back, the latest first."""
        with self._database.read() as session:
            if not queries.is_kept(session):
                return ()
            found = reversing.recent_edits(session, reader.user_id, limit)
        return tuple(StoredEdit(edit.id, edit.text, edit.rows, Changes.of(edit.table)) for edit in found)

    def prune(self) -> int:
        """Forget what is too old or too much; how many edits."""
        with self._database.write() as session:
            if not queries.is_kept(session):
                return 0
            return reversing.prune(session, days=KEPT_DAYS, images=KEPT_IMAGES, edits=_PRUNED_AT_ONCE)

    def _move(self, edit_id: int, reader: Reader, *, back: bool, rest: bool) -> StoredEdit:
        edit: JournalEdit | None = None
        try:
            with self._database.write() as session:
                edit = self._locked(session, edit_id, reader, back=back)
                return _moved(session, edit, partial(self._wording, edit.table, reader), back=back, rest=rest)
        except DatabaseRefused as error:
            if edit is None or not error.sqlstate.startswith("23"):
                raise
            raise refusals.by_constraint(edit, error, back=back) from error

    @staticmethod
    def _locked(session: Session, edit_id: int, reader: Reader, *, back: bool) -> JournalEdit:
        edit = reversing.locked_edit(session, edit_id) if queries.is_kept(session) else None
        if edit is None:
            raise RecordMissing(
                tr("This change is not in the journal any more."),
                hint=tr("Changes can be undone for {kept_days} days.", kept_days=KEPT_DAYS),
            )
        if edit.user_id != reader.user_id:
            raise NotAllowed(tr("“{text}” was changed by somebody else, who alone can undo it.", text=edit.text))
        if not queries.all_own(session, edit.id, edit.table, reader.user_id):
            require_write(edit.table, reader)
            require_held(session, writing_permission(edit.table), reader)
        if edit.undone == back:
            raise refusals.done_already(edit, back=back)
        return edit


def _moved(
    session: Session, edit: JournalEdit, wording: Callable[[], Wording], *, back: bool, rest: bool
) -> StoredEdit:
    shape = read_shape(session, edit.table)
    if shape is None:
        raise StaleEdit(tr("The table “{table}” is not in this database any more.", table=edit.table))
    sides = reversing.Sides(edit.id, back)
    kinds = reversing.kinds(session, sides)
    _require_columns(shape, kinds, edit, wording)
    text, rows = edit.text, edit.rows
    if rest:
        fit = movable_in_part(session, shape, sides, kinds)
        left_out = reversing.leave_out_unfit(session, shape, sides, kinds, fit)
        kinds = reversing.kinds(session, sides)
        rows -= left_out
        if left_out:
            text = tr("{text} (all but {left_out})", text=edit.text, left_out=grouped(left_out))
        if not rows:
            raise StaleEdit(
                tr("Nothing of “{text}” can be undone any more.", text=edit.text)
                if back
                else tr("Nothing of “{text}” can be redone any more.", text=edit.text)
            )
    ruled = at_stake(session, edit.table)
    if not move_rows(session, shape, sides, kinds):
        unfit = reversing.unfit(session, shape, sides, kinds, movable_in_part(session, shape, sides, kinds))
        newer = reversing.newer_own_edit(session, edit, unfit.row_id) if unfit is not None and back else ""
        raise refusals.stale(edit, unfit, newer, wording(), back=back)
    if ruled:
        require_administrator(session, edit.table)
    reversing.mark(session, edit.id, undone=back, text_=text, rows=rows)
    ids = queries.named_rows(session, edit.id)
    named = None if len(ids) > queries.NAMED_AT_MOST else ids
    return StoredEdit(edit.id, text, rows, Changes.of(edit.table, named))


def _require_columns(shape: Shape, kinds: Kinds, edit: JournalEdit, wording: Callable[[], Wording]) -> None:
    """A column that is gone takes its values with it; a change of it cannot be taken back."""
    missing = [name for name in kinds.change_columns if name not in shape.columns]
    if missing:
        words = wording()
        names = ", ".join(f"“{words.title(name)}”" for name in missing)
        raise StaleEdit(
            tr(
                "“{text}” cannot be undone: {names} of {table} is not in this database any more.",
                text=edit.text,
                names=names,
                table=edit.table,
            )
        )
