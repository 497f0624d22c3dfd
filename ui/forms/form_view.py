"""A form on the screen: what a definition says, as widgets around one edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.drafts.types import DraftField
from jarvis_desktop.forms.editing import FormEdit
from jarvis_desktop.forms.field_types import field_types
from jarvis_desktop.forms.types import (
    FieldDefinition,
    FormDefinition,
    FormRecord,
    LayoutKind,
)
from ui.core.announce import announce
from ui.core.measures import SPACE_8
from ui.forms.body import FormBody, below_each_other
from ui.forms.files import FormFiles
from ui.forms.finder import FieldFinder
from ui.forms.lookups import FormLookups
from ui.forms.overview import FormOverview
from ui.forms.pages import PageBar
from ui.forms.printed import PrintedForm, printed
from ui.forms.showing import FieldShowing
from ui.forms.states import FieldStates
from ui.forms.summary import ProblemSummary
from ui.forms.typing import FieldState
from ui.forms.widgets.field_widget import FieldWidget
from ui.forms.widgets.files import FilesWidget
from ui.forms.widgets.lookups import SourcedWidget
from ui.forms.widgets.registry import NoticeWidget, field_widgets
from ui.forms.widgets.repeat.widget import RepeatWidget

if TYPE_CHECKING:
    from jarvis_desktop.core.errors import FieldConflict, Problem
    from jarvis_desktop.forms.drafts.types import FormDraft
    from ui.core.theme import Theme
    from ui.forms.desks import FormDesks

KEYS: Mapping[str, tuple[str, ...]] = {
    "form.save": ("Ctrl+Return", "Ctrl+Enter"),
    "form.next_problem": ("F2",),
    "form.find": ("Ctrl+F",),
}
"""What keys do in a form, unless others were chosen for it."""


class FormView(QWidget):
    """Shows and edits one record.

    Ctrl+Enter asks to save, Esc takes back the field one is in, F2 goes to the next problem, Ctrl+F finds a field.
    Sections are built when they come into sight; what is not built yet is in the edit all the same.

    Signals:
        dirty_changed (bool): there is now something to lose, or no more.
        save_requested (): the person pressed Ctrl+Enter.
        visited (str, FieldState): a person began to change the field of that key, which held that before.
        input_changed (): something was entered, taken back or stored.
        scrolled (): another part of the form is in sight.
        settled (str): what was typed into the field of that key was taken back as a whole.
        creation_wanted (str): a person wants a new row to choose in the field of that key; `choose` answers.
    """

    dirty_changed = Signal(bool)
    save_requested = Signal()
    visited = Signal(str, object)
    input_changed = Signal()
    scrolled = Signal()
    settled = Signal(str)
    creation_wanted = Signal(str)

    def __init__(self, definition: FormDefinition, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._types = field_types()
        self._factories = field_widgets()
        self._edit = FormEdit(definition, self._types)
        self._was_dirty = False
        self._visiting = ""
        self._summary = ProblemSummary(theme, self)
        self._summary.chosen.connect(self.jump_to)
        self._finder: FieldFinder | None = None
        self._came_from = ""
        self._pages = PageBar(self)
        self._body = FormBody(self._make, theme, self)
        self._body.scrolled.connect(self.scrolled)
        self._body.built.connect(self._tell_counts)
        self._pages.chosen.connect(self._on_page)
        self._show = FieldShowing(self._edit, self._body, self._types)
        self._lookups = FormLookups(self._edit, self._body, self)
        self._lookups.creation_wanted.connect(self.creation_wanted)
        self._files = FormFiles(self._body, self)
        self._files.changed.connect(self._announce)
        self._desks: FormDesks | None = None
        self._origins: dict[str, str] = {}
        self._states = FieldStates(self._edit, self._body, self._show)
        self._overview = FormOverview(self._edit, self._body, self._show, self._pages)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self._summary)
        column.addWidget(self._pages)
        column.addWidget(self._body, 1)
        self._keys = {name: QShortcut(self) for name in KEYS}
        for name, act in zip(KEYS, (self.save_requested, self.next_problem, self.find_field), strict=True):
            self._keys[name].setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            self._keys[name].activated.connect(act)
            self.set_keys(name, [QKeySequence(key) for key in KEYS[name]])
        self._show_form()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus_changed)

    def set_keys(self, name: str, keys: list[QKeySequence]) -> None:
        """Do what `KEYS` names by these keys."""
        self._keys[name].setKeys(keys)

    @property
    def definition(self) -> FormDefinition:
        """The definition shown."""
        return self._edit.definition

    @property
    def dirty(self) -> bool:
        """Whether typed input would be lost."""
        return self._edit.is_dirty or self._files.busy

    @property
    def base(self) -> Mapping[str, Any]:
        """The values that the edit began with, for the service to compare."""
        return dict(self._edit.base)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that keeps the record from being saved."""
        return self._edit.problems()

    @property
    def summary(self) -> ProblemSummary:
        """Where a save that is refused lists its problems."""
        return self._summary

    @property
    def lookups(self) -> FormLookups:
        """The rows that fields choose from."""
        return self._lookups

    @property
    def desks(self) -> FormDesks | None:
        """What its fields ask in the background."""
        return self._desks

    def serve(self, desks: FormDesks, *, creates: bool = True) -> None:
        """Let its fields ask these from now on; `creates` also to make rows that they could choose."""
        self._desks = desks
        self._lookups.use(desks.lookups, creates=creates)
        self._files.use(desks.files)

    def show_origins(self, texts: Mapping[str, str]) -> None:
        """Say at each field (by key) where its value comes from; an empty mapping says nothing any more."""
        self._origins = dict(texts)
        for widget in self._body.built_widgets():
            widget.set_origin(self._origins.get(widget.field.key, ""))

    def values(self) -> dict[str, Any]:
        """The values of all fields, by key."""
        return dict(self._edit.values)

    def changed_values(self) -> dict[str, Any]:
        """What a save submits: the shown fields that differ; in a new record all of them."""
        return self._edit.changed()

    def widget(self, key: str) -> FieldWidget:
        """The widget of a field, built now if it was not; KeyError for an unknown key."""
        return self._body.field_widget(key)

    def set_record(self, record: FormRecord) -> None:
        """Show a stored record and start the edit afresh."""
        self._begin(record.values, new=False)

    def set_initial(self, values: Mapping[str, Any]) -> None:
        """Show a new record that begins with `values`."""
        self._begin(values, new=True)

    def revert(self) -> None:
        """Take back everything entered since the edit began."""
        self._begin(self._edit.base, new=self._edit.is_new)

    def field_state(self, key: str) -> FieldState:
        """What a field holds, to be restored later."""
        return self._states.now(key)

    def restore_field(self, key: str, state: FieldState) -> None:
        """Bring a field back to what it held; one that nobody had edited shows what is stored now."""
        self._visiting = ""
        self._states.restore(key, state)
        self._after_edit()

    def typed_input(self) -> tuple[dict[str, DraftField], dict[str, Any]]:
        """The edited fields, and the values that their edit began with."""
        return self._states.edited()

    def resume(self, draft: FormDraft) -> tuple[str, ...]:
        """Bring a draft back over the record shown, which may be another by now; the keys that found no place."""
        homeless = self._states.resume(draft)
        self._after_edit()
        return homeless

    def printed(self, title: str, caption: str) -> PrintedForm:
        """The form as it stands now, for paper."""
        self._finish()
        return printed(self._edit, title, caption, self._lookups.names.told)

    @property
    def asked_about(self) -> int:
        """How many fields somebody else changed while they were edited here."""
        return len(self._edit.elsewhere)

    @property
    def top(self) -> int:
        """Where the form is scrolled to."""
        return self._body.top

    def show_whole(self, width: int) -> None:
        """Build all of the form and be as high as it is, at this width; for a picture or for paper."""
        layout = self._edit.definition.layout
        if layout is not None and layout.kind is LayoutKind.PAGES:
            self._pages.hide()
            self._body.show_fields(self._edit.definition.fields, self._edit.hidden, below_each_other(layout))
        self.resize(width, self.height())
        self.ensurePolished()
        self.resize(width, self._body.build_all(width) + (0 if self._summary.isHidden() else self._summary.height()))

    @property
    def page(self) -> int:
        """The page in sight, from 0."""
        return self._body.page

    def go_to(self, page: int, top: int) -> None:
        """Show a page, where there is such a one, and scroll there as soon as it is so long."""
        if page in self._body.pages_shown():
            self._overview.go(page)
        self._body.scroll_to(top)

    def update_record(self, record: FormRecord) -> None:
        """Take in what somebody else stored: untouched fields show it, edited ones ask."""
        self._show.values(self._edit.rebase(record.values))
        self._show.elsewhere(self._edit.fields)
        self._after_edit()

    def accept_saved(self, record: FormRecord, submitted: Mapping[str, Any]) -> None:
        """A save of `submitted` went well: the record is what the edit goes on from; later typing stays."""
        self._show.values(self._edit.accept(record.values, submitted))
        self._show.elsewhere(self._edit.fields)
        for widget in self._body.built_widgets():
            self._show.mark(widget)
        self._summary.show_problems(())
        self._after_edit()

    def show_conflicts(self, conflicts: Sequence[FieldConflict]) -> None:
        """Ask at each field of a refused save which value stays; a conflict's `field` is the field key."""
        theirs = {conflict.field: conflict.theirs for conflict in conflicts if conflict.field in self._edit.fields}
        self._edit.elsewhere.update(theirs)
        for key in theirs:
            self._body.field_widget(key)
        self._show.elsewhere(theirs)
        if theirs:
            self.jump_to(next(iter(theirs)))

    def set_definition(self, definition: FormDefinition) -> None:
        """Show the form under another definition; typed input, its problems and the focus stay."""
        if definition == self._edit.definition:
            return
        focused = self._focused()
        self._finish()
        self._states.keep()
        caret = focused.caret() if focused is not None else -1
        self._edit.use(definition)
        self._show_form()
        if focused is not None and self._body.has(focused.field.key):
            self._overview.go(self._body.page_of(focused.field.key))
            again = self._body.field_widget(focused.field.key)
            again.setFocus(Qt.FocusReason.OtherFocusReason)
            again.set_caret(caret)

    def set_writable(self, *, writable: bool) -> None:
        """Let the person edit, or only read."""
        self._show.writable = writable
        for widget in self._body.built_widgets():
            self._show.stand(widget)

    def check(self) -> bool:
        """Show every problem at its field and in the summary; whether there is none."""
        self._finish()
        problems = self._edit.problems() + self._files.problems()
        self.show_problems(problems)
        return not problems

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show problems, the form's own or those of a refused save, and put the focus on the first."""
        said: dict[str, str] = {}
        for problem in problems:
            said.setdefault(problem.field, problem.message)
        for key in said:
            if self._body.has(key):
                self._body.field_widget(key)
        for widget in self._body.built_widgets():
            self._show.remark(widget, said.get(widget.field.key, ""))
        self._tell_counts()
        self._summary.show_problems(problems)
        first = next((key for key in said if self._body.has(key)), "")
        if first:
            self.jump_to(first)

    @Slot(str)
    def jump_to(self, key: str) -> None:
        """Bring a field into sight and put the focus there."""
        self._body.reveal(key)
        self._tell_counts()

    @Slot()
    def next_problem(self) -> None:
        """Go to the next field that keeps the record from being saved, round and round; none is told."""
        problems = self._edit.problems()
        wrong = [problem.field for problem in problems if self._body.has(problem.field)]
        if not wrong:
            announce(self, tr("There is no problem in this form."))
            return
        order = {field.key: place for place, field in enumerate(self._edit.definition.fields)}
        focused = self._focused()
        here = order.get(focused.field.key, -1) if focused is not None else -1
        key = next((key for key in wrong if order[key] > here), wrong[0])
        self._show.remark(self._body.field_widget(key), next(p.message for p in problems if p.field == key))
        self.jump_to(key)

    @Slot()
    def find_field(self) -> None:
        """Ask for a field by its label."""
        focused = self._focused()
        self._came_from = focused.field.key if focused is not None else ""
        if self._finder is None:
            self._finder = FieldFinder(self)
            self._finder.found.connect(self.jump_to)
            self._finder.left.connect(self._on_finder_left)
            self._column.insertWidget(1, self._finder)
        self._finder.ask({f.key: f.label for f in self._edit.definition.fields if self._body.has(f.key)})

    @Slot()
    def _on_finder_left(self) -> None:
        if self._body.has(self._came_from):
            self.jump_to(self._came_from)

    def focus_first(self) -> None:
        """Put the focus on the first field that can be edited."""
        editable = (
            f.key for f in self._edit.definition.fields if self._edit.standing(f.key).editable and self._body.has(f.key)
        )
        first = next(editable, "")
        if first:
            self._body.reveal(first)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = self._focused()
        if event.key() == Qt.Key.Key_Escape and focused is not None and self._edit.is_edited(focused.field.key):
            key = focused.field.key
            self._show.drafts.pop(key, None)
            self._show.values({*self._edit.revert(key), key})
            self._after_edit()
            self._visiting = ""
            self.settled.emit(key)
            return
        super().keyPressEvent(event)

    def _finish(self) -> None:
        for widget in self._body.built_widgets():
            widget.finish()

    def _begin(self, values: Mapping[str, Any], *, new: bool) -> None:
        self._show.drafts.clear()
        self._visiting = ""
        self._files.forget()
        self._edit.begin({f.key: values.get(f.key) for f in self._edit.definition.fields}, new=new)
        self._summary.show_problems(())
        for widget in self._body.built_widgets():
            self._show.fill(widget)
        self._body.set_hidden(self._edit.hidden)
        self._tell_counts()
        self._announce()
        self._lookups.follow()

    def _show_form(self) -> None:
        definition, page = self._edit.definition, self._body.page
        self._show.problems.clear()
        self._body.show_fields(definition.fields, self._edit.hidden, definition.layout)
        self._overview.begin(definition.layout, page)

    @Slot()
    def _tell_counts(self) -> None:
        self._overview.tell()

    @Slot(int)
    def _on_page(self, page: int) -> None:
        self._overview.go(page)

    def _make(self, field: FieldDefinition, parent: QWidget) -> FieldWidget:
        widget: FieldWidget
        if field.notice or field.kind not in self._factories:
            widget = NoticeWidget(field, None, self._theme, parent)
        else:
            widget = self._factories[field.kind](field, self._types[field.kind], self._theme, parent)
            widget.edited.connect(self._on_edited)
            widget.choice_made.connect(self._on_choice_made)
            if isinstance(widget, SourcedWidget):
                self._lookups.attach(widget)
            elif isinstance(widget, FilesWidget):
                self._files.attach(widget)
            elif isinstance(widget, RepeatWidget):
                widget.rows.name_with(self._lookups.names.told)
        self._show.fill(widget)
        widget.set_origin(self._origins.get(field.key, ""))
        return widget

    @Slot(str)
    def _on_edited(self, key: str) -> None:
        widget = self._body.built_widget(key)
        if widget is None:
            return
        if self._visiting != key:
            self._visiting = key
            self.visited.emit(key, self._states.before(key))
        self._show.drafts.pop(key, None)
        parsed = widget.value()
        others = self._edit.set(key, parsed)
        if parsed.problem is not None:
            self._states.typed[key] = widget.draft()
        self._show.stand(widget)
        self._show.remark(widget, self._edit.field_problem(key))
        self._show.values(others)
        self._show.concerned({key, *others})
        self._after_edit()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """A visit of a field ends when the focus goes to another place of the window."""
        if self._visiting and now is not None:
            focused = self._focused()
            if focused is None or focused.field.key != self._visiting:
                self._visiting = ""

    @Slot(str, bool)
    def _on_choice_made(self, key: str, take: bool) -> None:  # noqa: FBT001 - a signal's value
        if key not in self._edit.elsewhere:
            return
        if take:
            others = self._edit.take_theirs(key)
            self._show.drafts.pop(key, None)
            self._show.values({*others, key})
        else:
            self._edit.keep_mine(key)
        self._show.elsewhere((key,))
        self._after_edit()

    def _after_edit(self) -> None:
        self._body.set_hidden(self._edit.hidden)
        self._tell_counts()
        if not self._summary.isHidden():
            self._summary.show_problems(self._edit.problems())
        self._announce()
        self._lookups.follow()

    def _focused(self) -> FieldWidget | None:
        found = QApplication.focusWidget()
        while found is not None and not isinstance(found, FieldWidget):
            found = found.parentWidget()
        return found if found is not None and self.isAncestorOf(found) else None

    @Slot()
    def _announce(self) -> None:
        dirty = self.dirty
        if dirty != self._was_dirty:
            self._was_dirty = dirty
            self.dirty_changed.emit(dirty)
        self.input_changed.emit()
