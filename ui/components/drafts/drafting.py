"""Keeps what is typed into a record's form until it is saved or given up, wherever the program ends in between."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Slot

from jarvis_desktop.core import zone
from jarvis_desktop.core.errors import RecordMissing
from jarvis_desktop.core.words import tr, tr_n
from jarvis_desktop.forms.drafts.types import FormDraft, from_documents, joined, place_of, to_documents
from ui.core.locale import here
from ui.core.tasks import Lane
from ui.forms.draft_bar import DraftBar

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from jarvis_desktop.app.application import Application
    from jarvis_desktop.forms.types import OpenedForm
    from jarvis_desktop.metadata.types import Reader
    from ui.components.component import ComponentContext
    from ui.forms.form_view import FormView

KEEP_AFTER_MS = 1000
LOCAL = "draft/"
"""Where the window's own file keeps the drafts that the database does not take."""


def open_form(
    services: Application, form_type: str, table: str, record_id: str | None, reader: Reader
) -> tuple[OpenedForm, FormDraft | None]:
    """The form with what was typed into it and never saved; runs in a worker."""
    try:
        opened = services.forms.open(form_type, record_id, reader, table=table)
    except RecordMissing as error:
        if any(draft.record_id == record_id for draft in services.drafts.all(reader.user_id)):
            hint = tr("What you typed into it is kept: Go > Drafts shows it.")
            raise RecordMissing(error.message, hint=hint) from error
        raise
    shown = opened.record.id if opened.record is not None else None
    return opened, services.drafts.of(reader.user_id, place_of(opened.definition.form_type, shown))


class Drafting(QObject):
    """The draft of the record that one form shows.

    Typing is kept a second after it began, by the database or, where that does not take it, by the window's own file.
    """

    def __init__(self, context: ComponentContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.bar = DraftBar(parent)
        self._context = context
        self._view: FormView | None = None
        self._opened: OpenedForm | None = None
        self._stored: FormDraft | None = None
        self._left_out: FormDraft | None = None
        self._held_back: FormDraft | None = None
        self._timer = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def keeps(self) -> bool:
        """Whether what is typed would come back if the program ended, as far as is known."""
        context = self._context
        return self._held_back is None and (context.services.drafts.keeps or context.keeper.path is not None)

    def begin(self, view: FormView, opened: OpenedForm, draft: FormDraft | None, *, asked_for: bool = False) -> None:
        """The form shows another record; its draft, if there is one, is brought back into it.

        A safe start leaves it alone unless it was `asked_for`.
        """
        self._timer.stop()
        self._stored = self._left_out = self._held_back = None
        self.bar.hide()
        if self._view is not view:
            self._view = view
            view.input_changed.connect(self._on_input)
        self._opened = opened
        draft = self._latest(draft, place_of(opened.definition.form_type, _shown(opened)))
        if draft is None:
            return
        if self._context.keeper.safe and not asked_for:
            self._held_back = draft
            return
        self._stored = draft
        if opened.refusal:
            left_out = [(held.label or key, _text(held)) for key, held in draft.fields.items()]
            text = tr("There is a draft from {time}, which cannot be continued here.", time=said(draft.at))
            self.bar.tell(text, left_out)
            return
        lost = view.resume(draft)
        self._left_out = replace(draft, fields={key: draft.fields[key] for key in lost}) if lost else None
        if view.dirty or lost:
            self._tell(draft, view.asked_about)
        else:
            # Somebody stored the very same meanwhile.
            self.drop()

    def follow(self, opened: OpenedForm) -> None:
        """The same record was read again, or the new one has become a record."""
        self._opened = opened

    def drop(self) -> None:
        """The draft is saved, or given up: nothing of it is kept."""
        self._timer.stop()
        self.bar.hide()
        stored, self._stored, self._left_out = self._stored, None, None
        if stored is not None:
            self._forget(stored)

    def discard(self) -> bool:
        """The person gives up what the bar tells of; answers whether that is what the form shows."""
        held, self._held_back = self._held_back, None
        if held is None:
            self.drop()
            return True
        self.bar.hide()
        self._forget(held)
        self._on_input()
        return False

    def _forget(self, draft: FormDraft) -> None:
        forget_draft(self._context, draft)

    @Slot()
    def flush(self) -> None:
        """Store at once what was typed."""
        self._timer.stop()
        draft = self._draft()
        if self._held_back is not None:
            return
        if draft is None or (self._stored is not None and _same(draft, self._stored)):
            return
        if self._stored is not None and self._stored.place != draft.place:
            # It was a new record when this was begun.
            self._forget(self._stored)
        known, self._stored = self._stored, draft
        # The window's own file first: the database may be away, or busy, when the program ends.
        _keep_locally(self._context, draft, known)
        work = partial(self._context.services.drafts.keep, self._context.reader.user_id, draft, known)
        self._context.tasks.submit(Lane.WRITE, work, done=partial(_kept, self._context, draft))

    def flush_waiting(self) -> None:
        """Store at once what waits to be stored."""
        if self._timer.isActive():
            self.flush()

    @Slot()
    def _on_input(self) -> None:
        assert self._view is not None
        if self._held_back is not None:
            self._tell_held_back(self._held_back)
        elif self._view.dirty:
            if not self._timer.isActive():
                self._timer.start()
        elif self._left_out is None:
            self.drop()

    def _draft(self) -> FormDraft | None:
        """What is typed now; the fields that found no place in the form go on with it."""
        view, opened = self._view, self._opened
        if view is None or opened is None or not view.dirty or opened.refusal:
            return None
        fields, base = view.typed_input()
        if self._left_out is not None:
            fields = {**self._left_out.fields, **fields}
            base = {**self._left_out.base, **base}
        title = opened.record.title if opened.record is not None else opened.definition.title
        return FormDraft(opened.definition.form_type, _shown(opened), title, fields, base)

    def _latest(self, draft: FormDraft | None, place: str) -> FormDraft | None:
        """The draft of the database or of the window's own file, whichever is newer."""
        local = local_draft(self._context, place)
        if draft is None or (local is not None and local.at > draft.at):
            return local
        return draft

    def _tell_held_back(self, draft: FormDraft) -> None:
        """Nothing may write over a draft that nobody has seen."""
        text = tr(
            "A draft of this record from {time} was left alone by the safe start; Go > Drafts opens it. "
            "Until it is discarded, what you type here is not kept as a draft.",
            time=said(draft.at),
        )
        if self._view is not None and self._view.dirty:
            self.bar.tell(text)
        else:
            self.bar.hide()

    def _tell(self, draft: FormDraft, conflicts: int) -> None:
        parts = [tr("Draft from {time} restored.", time=said(draft.at))]
        if conflicts:
            parts.append(
                tr_n(
                    "{n} field was changed elsewhere meanwhile: choose there which value stays.",
                    "{n} fields were changed elsewhere meanwhile: choose there which value stays.",
                    conflicts,
                )
            )
        left_out: list[tuple[str, str]] = []
        if self._left_out is not None:
            parts.append(tr("The form no longer has a place for what follows."))
            left_out = [(held.label or key, _text(held)) for key, held in self._left_out.fields.items()]
        self.bar.tell(" ".join(parts), left_out)


def local_draft(context: ComponentContext, place: str) -> FormDraft | None:
    """The draft that the window's own file has for a place."""
    state = context.keeper.kept(LOCAL + place)
    return from_documents(state.get("values"), state.get("base")) if state else None


def forget_draft(context: ComponentContext, draft: FormDraft) -> None:
    """Remove a draft wherever it is kept."""
    context.keeper.forget(LOCAL + draft.place)
    # A draft on its way to the database is stored before: writes go one after another.
    work = partial(context.services.drafts.drop, context.reader.user_id, draft.place, draft)
    context.tasks.submit(Lane.WRITE, work, done=_dropped)


def said(at: datetime) -> str:
    """When a draft was typed, as people say it: a time today, a day and a time otherwise."""
    local = zone.local(at)
    return here().clock(local) if local.date() == zone.now().date() else here().instant(at)


def _text(held: Any) -> str:
    value = held.typed if held.typed is not None else held.value
    return "" if value is None else str(value)


def _shown(opened: OpenedForm) -> str | None:
    return opened.record.id if opened.record is not None else None


def _same(draft: FormDraft, other: FormDraft) -> bool:
    return replace(draft, at=other.at) == other


def _keep_locally(context: ComponentContext, draft: FormDraft, known: FormDraft | None) -> None:
    if not context.services.drafts.keeps:
        # Another window may have kept some of this record here.
        context.keeper.renew()
        there = local_draft(context, draft.place)
        draft = draft if there is None else joined(draft, there, known)
    values, base = to_documents(draft)
    context.keeper.keep(LOCAL + draft.place, {"values": values, "base": base})


def _kept(context: ComponentContext, draft: FormDraft, done: bool) -> None:  # noqa: FBT001 - a callback's result
    local = local_draft(context, draft.place) if done else None
    if local is not None and local.at <= draft.at:
        context.keeper.forget(LOCAL + draft.place)


def _dropped(_done: bool) -> None:  # noqa: FBT001 - a callback's result
    """Nobody waits for it."""
