"""Why an edit cannot be taken back or done again, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jarvis_desktop.edits.reversing.queries import SHOWN_LENGTH
from jarvis_desktop.edits.types import StaleEdit, Wording
from jarvis_desktop.tables.labels import records, singular

if TYPE_CHECKING:
    from jarvis_desktop.core.errors import DatabaseRefused
    from jarvis_desktop.edits.reversing.queries import JournalEdit, Unfit


def done_already(edit: JournalEdit, *, back: bool) -> StaleEdit:
    """Another window was faster."""
    return StaleEdit(f"“{edit.text}” was {'undone' if back else 'redone'} already.")


def by_constraint(edit: JournalEdit, error: DatabaseRefused, *, back: bool) -> StaleEdit:
    """The database's own rules stand in the way."""
    return StaleEdit(f"{_nothing(edit, back=back)} {error.message}", table=edit.table, hint=error.hint)


def stale(edit: JournalEdit, unfit: Unfit | None, newer: str, words: Wording, *, back: bool) -> StaleEdit:
    """Rows are not as the edit left them; `newer` is what the same person did to the first of them later."""
    if unfit is None:
        return StaleEdit(f"{_nothing(edit, back=back)} Another record has one of its keys.", table=edit.table)
    name = unfit.name if not unfit.name.isdecimal() else f"{singular(edit.table)} {unfit.name}"
    message = f"{_upper(name)} {_reason(unfit, newer, words)}. {_nothing(edit, back=back)}"
    if edit.rows > 1:
        message += f" {unfit.count:,} of {records(edit.table, edit.rows)} stand in the way."
    return StaleEdit(
        message,
        table=edit.table,
        record_id="" if unfit.gone else unfit.row_id,
        unfit=unfit.count,
        total=edit.rows,
        hint="Undo that first." if newer else "",
    )


def _reason(unfit: Unfit, newer: str, words: Wording) -> str:
    if unfit.gone:
        return "was deleted since"
    if unfit.taken:
        return "is there again: another record has its key"
    if unfit.referred and not unfit.columns:
        return "is referred to by other records now"
    if newer:
        return f"was changed again by yourself later ({newer})"
    columns = ", ".join(words.column(column) for column in unfit.columns[:3])
    if len(unfit.columns) == 1:
        columns += f" is {_shown(words.value(unfit.columns[0], unfit.now or ''))} now"
    return f"was changed by someone else since ({columns})" if columns else "was changed by someone else since"


def _shown(value: str) -> str:
    if not value:
        return "empty"
    return f"“{value if len(value) <= SHOWN_LENGTH else value[:SHOWN_LENGTH] + '…'}”"


def _nothing(edit: JournalEdit, *, back: bool) -> str:
    return f"“{edit.text}” was not {'undone' if back else 'redone'}."


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
