"""The component `record_form`: one record in the form that the database describes, saved on request."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core import zone
from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import (
    ConfigurationError,
    InvalidInput,
    JarvisError,
    NotAllowed,
    RecordMissing,
    StaleRecord,
)
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.labels import is_for_new
from ui.components.component import Component
from ui.components.drafts.drafting import Drafting, open_form
from ui.components.form_origins import FormOrigins
from ui.components.form_printing import FormPrinting, printed_on
from ui.components.told_change import tell_change
from ui.core.locale import here
from ui.core.measures import SPACE_12
from ui.core.notice import Notice
from ui.core.notice_place import NoticePlace
from ui.core.tasks import Lane, Latest
from ui.forms.desks import FormDesks
from ui.forms.file_desk import FileDesk
from ui.forms.form_view import KEYS, FormView
from ui.forms.header import FormHeader
from ui.forms.leaving import LeavingBar
from ui.forms.lookup_desk import LookupDesk
from ui.forms.typing import Typing

if TYPE_CHECKING:
    from jarvis_desktop.forms.drafts.types import FormDraft
    from jarvis_desktop.forms.types import FormDefinition, OpenedForm, Saved
    from ui.components.component import ComponentContext, Props
    from ui.forms.printed import PrintedForm
    from ui.forms.typing import FieldState

_METADATA = frozenset({"form_field_definitions", "form_templates", "step_definitions"})


class RecordForm(Component):
    """Shows one record (or a new one) and saves what was changed in it.

    Props: `form_type`, or `table` for the form its records open in; `record_id` (none: a new record); `title`;
    `resume` true brings its draft back in a safe start, too.

    Signals:
        saved (Changes): a save was stored; the change bus has been told too.
        record_shown (object): the id of the record now shown (None: a new one).
        stayed (object): the person keeps to the record of that id although another was asked for.
    """

    help_page = "forms"
    saved = Signal(object)
    record_shown = Signal(object)
    stayed = Signal(object)

    def __init__(self, context: ComponentContext, props: Props, parent: QWidget | None = None) -> None:
        super().__init__(context, props, parent)
        self._form_type = _text(props, "form_type")
        self._table = _text(props, "table")
        self._record_id = _record_id(props.get("record_id"))
        self._opened: OpenedForm | None = None
        self._view: FormView | None = None
        self._reading = Latest[Any]()
        self._submitted: Mapping[str, Any] | None = None
        self._next: tuple[str | None] | None = None
        self._typing = Typing(context.undo)
        self._place = (0, 0)
        self._header = FormHeader(context.theme, self)
        self._header.save.clicked.connect(self.save)
        self._header.revert.clicked.connect(self.revert)
        self._leaving = LeavingBar(self)
        self._leaving.answered.connect(self._on_leaving_answered)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE_12)
        self._column.addWidget(self._header)
        self._column.addWidget(self._leaving)
        self._drafting = Drafting(context, self)
        self._drafting.bar.discarded.connect(self._discard_draft)
        self._column.addWidget(self._drafting.bar)
        self._column.addStretch(0)
        self._notices = NoticePlace(self._column, 2)
        self.printing = FormPrinting(context, self._header, self._printed, self._show_notice, self)
        self._origins = FormOrigins(context, self._header, self._on_screen, self._show_notice, self)
        self._header.show_title(_text(props, "title"), "")
        # It takes the keyboard until its fields are here, and is no stop of the Tab key besides them.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("Record form"))
        self.destroyed.connect(functools.partial(self._typing.forget))

    @property
    @override
    def topics(self) -> frozenset[str]:
        tables = {self._table, self._opened.definition.target.table if self._opened is not None else ""}
        return _METADATA | (tables - {""})

    @property
    def record_id(self) -> str | None:
        """The record shown; None for a new one."""
        return self._record_id

    @property
    def view(self) -> FormView | None:
        """The form, once it is loaded."""
        return self._view

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._view is not None:
            self._view.focus_first()

    @override
    def has_unsaved_input(self) -> bool:
        return self._view is not None and self._view.dirty

    @override
    def loses_input(self) -> bool:
        return self.has_unsaved_input() and not self._drafting.keeps

    @override
    def give_up(self) -> None:
        self._drafting.drop()

    @override
    def flush(self) -> None:
        self._drafting.flush_waiting()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    @override
    def state(self) -> Mapping[str, Any]:
        page, top = self._place if self._view is None else (self._view.page, self._view.top)
        return {
            "form_type": self._form_type,
            "table": self._table,
            "title": _text(self.props, "title"),
            "record_id": self._record_id,
            "page": page,
            "top": top,
        }

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        page, top = (_small(state.get(name)) for name in ("page", "top"))
        self._place = page, top
        if self._view is not None:
            self._view.go_to(*self._place)

    @override
    def reload(self, changes: Changes) -> None:
        """Read form and record again, when they may have changed; typed input stays."""
        if self._opened is None or changes.touches(_METADATA) or self._record_touched(self._opened, changes):
            self._read()

    def _record_touched(self, opened: OpenedForm, changes: Changes) -> bool:
        target = opened.definition.target
        if self._record_id is None:
            return False
        return changes.touches([target.table]) if target.key else changes.touches_row(target.table, self._record_id)

    def open_record(self, record_id: str | None) -> None:
        """Show another record (None: a new one), after asking when typed input would be lost."""
        if record_id == self._record_id and self._opened is not None:
            self._stay_here()
            return
        if self.has_unsaved_input():
            self._next = (record_id,)
            self._leaving.ask()
        else:
            self._go(record_id)

    @Slot()
    def save(self) -> None:
        """Save what was changed, when the form finds nothing wrong with it."""
        view, opened = self._view, self._opened
        if view is None or opened is None or self._submitted is not None or opened.refusal:
            return
        self._show_notice(None)
        if not view.check():
            return
        values = view.changed_values()
        base = {key: view.base.get(key) for key in values}
        self._submitted = values
        self._header.show_busy()
        forms, reader, record_id = self.context.services.forms, self.context.reader, self._record_id
        form_type = opened.definition.form_type
        if record_id is None:
            work = functools.partial(forms.create, form_type, values, reader)
        else:
            work = functools.partial(forms.save, form_type, record_id, values, base, reader)
        self.context.tasks.submit(Lane.WRITE, work, done=self._on_saved, failed=self._on_save_failed)

    @Slot()
    def revert(self) -> None:
        """Take back everything that was typed."""
        if self._view is not None:
            self._show_notice(None)
            self._view.revert()
            self._leaving.hide()
            self._typing.forget()

    @Slot()
    def _discard_draft(self) -> None:
        if self._drafting.discard():
            self.revert()

    def _go(self, record_id: str | None) -> None:
        self._leaving.hide()
        self._typing.forget()
        self._drafting.drop()
        self._next = None
        self._record_id = record_id
        self._opened = None
        self._show_notice(None)
        self._header.show_state("")
        self._read()

    def _read(self) -> None:
        work = functools.partial(
            open_form, self.context.services, self._form_type, self._table, self._record_id, self.context.reader
        )
        task = self.context.tasks.submit(Lane.READ, work, done=self._on_opened, failed=self._on_open_failed)
        self._reading.keep(task)

    def _on_opened(self, read: tuple[OpenedForm, FormDraft | None]) -> None:
        opened, draft = read
        again = self._opened is not None and self._view is not None
        self._opened = opened
        if opened.record is not None:
            self._record_id = opened.record.id
        notice = self._notices.notice
        if notice is not None and notice.property("of_reading"):
            self._show_notice(None)
        view = self._ensure_view(opened)
        view.lookups.expect(opened.offers)
        if again and opened.record is not None:
            asked = view.asked_about
            view.update_record(opened.record)
            if view.asked_about > asked:
                tell_change(self.context, opened)
        elif not again and opened.record is not None:
            view.set_record(opened.record)
        elif not again:
            view.set_initial(opened.initial)
        view.set_writable(writable=not opened.refusal)
        view.show()
        self._show_header(opened)
        self._origins.follow()
        self._report_faults(opened.definition)
        if again:
            self._drafting.follow(opened)
        else:
            self._drafting.begin(view, opened, draft, asked_for=self.props.get("resume") is True)
            view.go_to(*self._place)
            self._place = (0, 0)
            self.record_shown.emit(self._record_id)
            self.arranged.emit()

    def _report_faults(self, definition: FormDefinition) -> None:
        faults = (
            *definition.problems,
            *(f"{field.label}: {field.notice}" for field in definition.fields if field.notice),
        )
        for fault in faults:
            self.context.report(
                ConfigurationError(tr("Form {form_type}: {fault}", form_type=definition.form_type, fault=fault))
            )

    def _ensure_view(self, opened: OpenedForm) -> FormView:
        if self._view is None:
            self._view = FormView(opened.definition, self.context.theme)
            self._view.dirty_changed.connect(self._on_dirty)
            self._view.save_requested.connect(self.save)
            self._view.visited.connect(self._on_visited)
            self._view.settled.connect(self._typing.settle)
            self._view.scrolled.connect(self.arranged)
            self._view.creation_wanted.connect(self._on_creation_wanted)
            services, tasks = self.context.services, self.context.tasks
            lookups = LookupDesk(services, tasks, self.context.reader, self)
            self._view.serve(FormDesks(lookups, FileDesk(services, tasks, self)))
            self._view.setContentsMargins(0, 0, 0, 0)
            self.context.keys.changed.connect(self._show_keys)
            self._show_keys()
            self._column.addWidget(self._view, 1)
        else:
            self._view.set_definition(opened.definition)
        return self._view

    def _show_keys(self) -> None:
        if self._view is not None:
            for name, usual in KEYS.items():
                self._view.set_keys(name, self.context.keys.sequences(name, usual))

    def _show_header(self, opened: OpenedForm) -> None:
        definition = opened.definition
        given = _text(self.props, "title")
        if opened.record is not None:
            self._header.show_title(opened.record.title, given or definition.title)
        else:
            says_new = is_for_new(definition.form_type) or definition.title.startswith("New ")
            new = definition.title if says_new else tr("New record")
            self._header.show_title(given or new, "" if new == definition.title else definition.title)
        texts = (
            (definition.submit_text, definition.cancel_text) if opened.record is None else (tr("Save"), tr("Revert"))
        )
        self._header.show_actions(*texts, refusal=opened.refusal)
        self._header.show_faults(definition.problems if self.context.reader.may("config.write") else ())
        self._show_dirty()

    def _on_open_failed(self, error: JarvisError) -> None:
        notice = Notice.for_error(error, theme=self.context.theme, action_text=tr("Try again"))
        notice.setProperty("of_reading", True)
        notice.action.connect(self._read)
        if (
            self._view is not None
            and not self._view.dirty
            and (self._opened is None or isinstance(error, RecordMissing))
        ):
            self._view.hide()
            self._header.show_title(_text(self.props, "title"), "")
        self._show_notice(notice)
        self._header.setVisible(self._view is not None and not self._view.isHidden())

    def _on_saved(self, saved: Saved) -> None:
        submitted, self._submitted = self._submitted or {}, None
        created = self._record_id is None
        if self._opened is None or self._view is None:
            return
        if saved.record.id:
            self._record_id = saved.record.id
        self._view.accept_saved(saved.record, submitted)
        time = here().clock(zone.now())
        self._header.show_title(saved.record.title, self._opened.definition.title)
        self._header.show_state(tr("Saved {time}", time=time))
        self._show_dirty()
        self._typing.forget()
        if saved.edit is not None:
            self.context.stored(saved.edit)
        self.context.bus.publish(saved.changes)
        self.saved.emit(saved.changes)
        self._origins.follow()
        if self._next is not None and not self._view.dirty:
            self._go(self._next[0])
        elif created:
            self.record_shown.emit(self._record_id)
            self._read()

    def _on_save_failed(self, error: JarvisError) -> None:
        self._submitted = None
        self._stay_here()
        self._header.show_state("")
        self._show_dirty()
        view = self._view
        assert view is not None
        if isinstance(error, InvalidInput):
            view.show_problems(error.problems)
            return
        notice = Notice.for_error(error, theme=self.context.theme)
        if isinstance(error, StaleRecord):
            view.show_conflicts(error.conflicts)
        elif isinstance(error, NotAllowed):
            view.set_writable(writable=False)
        elif not isinstance(error, RecordMissing):
            notice = Notice.for_error(error, theme=self.context.theme, action_text=tr("Try again"))
            notice.action.connect(self.save)
        self._show_notice(notice)

    @Slot(str)
    def _on_leaving_answered(self, answer: str) -> None:
        if answer == LeavingBar.SAVE:
            self._leaving.hide()
            self.save()
            if self._submitted is None:
                self._stay_here()
        elif answer == LeavingBar.DISCARD and self._next is not None:
            self._go(self._next[0])
        else:
            self._stay_here()

    def _stay_here(self) -> None:
        self._leaving.hide()
        if self._next is not None:
            self._next = None
            self.stayed.emit(self._record_id)

    @Slot(str, object)
    def _on_visited(self, key: str, before: FieldState) -> None:
        """Typing is a step of its own until the record is saved or reverted."""
        assert self._view is not None
        record = self._opened.record if self._opened is not None else None
        title = record.title.split(" · ")[0] if record is not None else tr("the new record")
        self._typing.begin(self._view, key, title, before)

    def _on_screen(self) -> tuple[FormView, OpenedForm] | None:
        return None if self._view is None or self._opened is None else (self._view, self._opened)

    def _printed(self) -> PrintedForm | None:
        if self._view is None or self._opened is None:
            return None
        return self._view.printed(self._header.title, printed_on(self._opened.definition.title))

    @Slot(str)
    def _on_creation_wanted(self, key: str) -> None:
        view = self._view
        source = None if view is None or (field := view.definition.field(key)) is None else field.source
        if view is not None and source is not None:
            from ui.components.new_row import NewRowDialog  # a form itself

            NewRowDialog(self.context, source, functools.partial(view.lookups.choose, key), self).open()

    @Slot(bool)
    def _on_dirty(self, dirty: bool) -> None:  # noqa: FBT001 - a signal's value
        if dirty:
            self._header.show_state("")
        elif self._leaving.isVisible():
            self._stay_here()
        self._show_dirty()

    def _show_dirty(self) -> None:
        opened, view = self._opened, self._view
        dirty = view is not None and view.dirty
        writable = opened is not None and not opened.refusal
        new = opened is not None and opened.record is None and self._record_id is None
        idle = self._submitted is None
        self._header.show_dirty(dirty=dirty, savable=writable and idle and (dirty or new), revertible=dirty and idle)

    def _show_notice(self, notice: Notice | None) -> None:
        self._header.show()
        self._notices.say(notice)


def _text(props: Props, name: str) -> str:
    value = props.get(name)
    return value.strip() if isinstance(value, str) else ""


def _record_id(value: object) -> str | None:
    return None if value is None or value == "" else str(value)


def _small(value: object) -> int:
    """A number of pixels or of a page that was kept; 0 for anything else."""
    return value if isinstance(value, int) and 0 < value < 10**6 else 0
