"""Why an edit cannot be taken back or done again, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import tr, tr_n
from jarvis_desktop.edits.reversing.queries import SHOWN_LENGTH
from jarvis_desktop.edits.types import StaleEdit, Wording
from jarvis_desktop.tables.labels import records, singular

if TYPE_CHECKING:
    from jarvis_desktop.core.errors import DatabaseRefused
    from jarvis_desktop.edits.reversing.queries import JournalEdit, Unfit


def done_already(edit: JournalEdit, *, back: bool) -> StaleEdit:
    """Another window was faster."""
    return StaleEdit(
        tr("“{text}” was undone already.", text=edit.text)
        if back
        else tr("“{text}” was redone already.", text=edit.text)
    )


def by_constraint(edit: JournalEdit, error: DatabaseRefused, *, back: bool) -> StaleEdit:
    """The database's own rules stand in the way."""
    return StaleEdit(f"{_nothing(edit, back=back)} {error.message}", table=edit.table, hint=error.hint)


def stale(edit: JournalEdit, unfit: Unfit | None, newer: str, words: Wording, *, back: bool) -> StaleEdit:
    """Rows are not as the edit left them; `newer` is what the same person did to the first of them later."""
    if unfit is None:
        return StaleEdit(
            " ".join((_nothing(edit, back=back), tr("Another record has one of its keys."))), table=edit.table
        )
    name = unfit.name if not unfit.name.isdecimal() else f"{singular(edit.table)} {unfit.name}"
    message = f"{_upper(name)} {_reason(unfit, newer, words)}. {_nothing(edit, back=back)}"
    if edit.rows > 1:
        stand = tr_n(
            "{n} of {records} stands in the way.",
            "{n} of {records} stand in the way.",
            unfit.count,
            n=grouped(unfit.count),
            records=records(edit.table, edit.rows),
        )
        message = f"{message} {stand}"
    return StaleEdit(
        message,
        table=edit.table,
        record_id="" if unfit.gone else unfit.row_id,
        unfit=unfit.count,
        total=edit.rows,
        hint=tr("Undo that first.") if newer else "",
    )


def _reason(unfit: Unfit, newer: str, words: Wording) -> str:
    if unfit.gone:
        return tr("was deleted since")
    if unfit.taken:
        return tr("is there again: another record has its key")
    if unfit.referred and not unfit.columns:
        return tr("is referred to by other records now")
    if newer:
        return tr("was changed again by yourself later ({edit})", edit=newer)
    columns = ", ".join(words.column(column) for column in unfit.columns[:3])
    if len(unfit.columns) == 1:
        columns = tr(
            "{column} is {value} now", column=columns, value=_shown(words.value(unfit.columns[0], unfit.now or ""))
        )
    if columns:
        return tr("was changed by someone else since ({columns})", columns=columns)
    return tr("was changed by someone else since")


def _shown(value: str) -> str:
    if not value:
        return tr("empty")
    return f"“{value if len(value) <= SHOWN_LENGTH else value[:SHOWN_LENGTH] + '…'}”"


def _nothing(edit: JournalEdit, *, back: bool) -> str:
    return tr("“{text}” was not undone.", text=edit.text) if back else tr("“{text}” was not redone.", text=edit.text)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
