"""Writing an edit: changing, adding and removing rows together with what it takes to take that back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr
from jarvis_desktop.db.images import read_shape
from jarvis_desktop.edits import queries
from jarvis_desktop.edits.types import StoredEdit
from jarvis_desktop.rights.law import at_stake, require_administrator

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement, Select, TableClause

    from jarvis_desktop.db.images import Shape
    from jarvis_desktop.db.session import Session


class Recording:
    """One edit of one table being written, in its maker's transaction; `finish` names it.

    Conditions are of the statement's own table: `recording.column(name)`, or columns of the `clause` it was begun
    with. Where the database keeps no journal, rows are changed all the same.
    """

    def __init__(self, session: Session, shape: Shape, edit_id: int | None) -> None:
        self.session = session
        self.shape = shape
        self.edit_id = edit_id
        self.rows = 0
        self._ids: set[str] | None = set()
        self._watched: tuple[str, ...] = ()
        self._at_stake = at_stake(session, shape.table)

    def column(self, name: str) -> ColumnElement[Any]:
        """A column of the table, for conditions."""
        return self.shape[name]

    @property
    def changed_ids(self) -> frozenset[str] | None:
        """The rows changed so far, or None when they are too many to name."""
        return None if self._ids is None else frozenset(self._ids)

    def change(
        self,
        assigned: Mapping[str, ColumnElement[Any]],
        *conditions: ColumnElement[bool],
        touch: bool = True,
        differing: bool = True,
    ) -> int:
        """Give columns of the rows that meet the conditions other values, in one statement; how many.

        Rows that have them already are left alone, unless `differing` is off. `touch` sets `updated_at` too. All
        changes of one edit are of the same columns.
        """
        return self._note(
            *queries.change_rows(
                self.session, self.shape, self.edit_id, assigned, conditions, touch=touch, differing=differing
            )
        )

    def remove(self, *conditions: ColumnElement[bool]) -> int:
        """Delete the rows that meet the conditions; how many. What the database deletes beyond them is not kept."""
        return self._note(*queries.remove_rows(self.session, self.shape, self.edit_id, conditions))

    def referred(self, *conditions: ColumnElement[bool]) -> tuple[int, tuple[str, ...]]:
        """How many of the rows that meet the conditions others refer to, and the tables of those; locks the rows."""
        return queries.referred_rows(self.session, self.shape, conditions)

    def added(self, ids: Sequence[str] | Select[Any]) -> int:
        """Take in rows that were just inserted, by key (text) or by a select of keys; how many."""
        if self.edit_id is None:
            count = len(ids) if not hasattr(ids, "subquery") else 0
        else:
            count = queries.keep_added(self.session, self.shape, self.edit_id, ids)
        named = list(ids)[: queries.NAMED_AT_MOST + 1] if not hasattr(ids, "subquery") else None
        return self._note(count, named)

    def watch(self, columns: Sequence[str], *conditions: ColumnElement[bool]) -> None:
        """Lock the rows that meet the conditions, which a statement of the maker's own changes next; then `settle`."""
        self._watched = tuple(columns)
        if self.edit_id is not None:
            queries.watch_rows(self.session, self.shape, self.edit_id, self._watched, conditions)

    def settle(self) -> None:
        """The watched rows are changed now."""
        if self.edit_id is not None and self._watched:
            queries.settle_rows(self.session, self.shape, self.edit_id, self._watched)
            self._ids = None

    def finish(self, text: str, *, rows: int | None = None) -> StoredEdit:
        """The edit under the name that completes “Undo: …”; one that changed nothing is forgotten.

        `rows` is for a maker that counts by itself. Raises LastAdministrator when nobody could administer afterwards.
        """
        if self._at_stake:
            require_administrator(self.session, self.shape.table)
        if self.edit_id is not None:
            rows = queries.count_rows(self.session, self.edit_id) if self._watched else self.rows
            queries.close_edit(self.session, self.edit_id, text, rows)
        count = self.rows if rows is None else rows
        changes = Changes.of(self.shape.table, self._ids) if count else Changes()
        return StoredEdit(self.edit_id if count else None, text, count, changes)

    def _note(self, count: int, ids: Sequence[str] | None) -> int:
        self.rows += count
        if self._ids is not None:
            if ids is None or len(self._ids) + len(ids) > queries.NAMED_AT_MOST:
                self._ids = None
            else:
                self._ids.update(ids)
        return count


def begin(session: Session, table: str, user_id: str, *, clause: TableClause | None = None) -> Recording:
    """Begin an edit of `table` in the transaction of `session`; its rows' owner is `user_id`.

    `clause` is the table as conditions name it (`StoredTable.clause`). Raises ConfigurationError for a table that is
    missing or has no primary key of one column.
    """
    shape = read_shape(session, table, clause)
    if shape is None:
        raise ConfigurationError(
            tr("The table “{table}” is not in this database, or has no key of one column.", table=table),
            title=tr("Cannot be changed"),
        )
    edit_id = queries.open_edit(session, table, user_id) if queries.is_kept(session) else None
    return Recording(session, shape, edit_id)
