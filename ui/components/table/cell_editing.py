"""Editing one cell where it stands, with the field, the rules and the save of the table's form."""

from __future__ import annotations

import dataclasses
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QGuiApplication
from typing_extensions import override

from jarvis_desktop.core.errors import InvalidInput, NotAllowed, RecordMissing, StaleRecord
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.editing import FormEdit
from jarvis_desktop.forms.field_types import field_types
from jarvis_desktop.forms.kinds.field_type import as_text, quoted
from jarvis_desktop.forms.standing import may_take_input
from jarvis_desktop.forms.types import CHOICE_KINDS
from ui.components.table.cell_editor import CellEditor, Way
from ui.core.held_keys import HeldKeys
from ui.core.tasks import Lane, Latest
from ui.forms.widgets.registry import field_widgets

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.forms.types import FieldDefinition, FormDefinition, OpenedForm, Saved
    from ui.components.record_table import RecordTable

LONGEST = 100_000
"""Characters of a value that are edited in a cell; a longer one is edited in its record."""
_LONGEST_SHOWN = 60


class InlineEdit(QObject):
    """One editor for one table; it holds to the row by its key, wherever the row goes meanwhile."""

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._table = table
        self._types = field_types()
        self._opening = Latest[Any]()
        self._opened: OpenedForm | None = None
        self._edit: FormEdit | None = None
        self._row_id = ""
        self._column = ""
        self._last = QRect()
        self._saving = False
        self._gone = False
        self._way = Way.STAY
        self._keys = HeldKeys(table.view)
        self._beginning = False
        self.editor: CellEditor | None = None
        model = table.source.model
        for moved in (model.dataChanged, model.rowsInserted, model.rowsRemoved, model.modelReset, model.layoutChanged):
            moved.connect(self._place)
        table.view.verticalScrollBar().valueChanged.connect(self._place)
        table.view.horizontalScrollBar().valueChanged.connect(self._place)
        table.view.horizontalHeader().sectionResized.connect(self._place)
        table.view.installEventFilter(self)
        table.context.bus.changed.connect(self._on_changes)

    @property
    def has_input(self) -> bool:
        """Whether something typed is not stored yet."""
        return self.editor is not None and (self._saving or self._edited())

    @property
    def is_open(self) -> bool:
        """Whether a cell is being edited."""
        return self.editor is not None

    def begin(self, index: QModelIndex) -> None:
        """Edit a cell: fetch its record whole, then show the field of the form over it."""
        table, cell = self._table, self._table.cells.at(index)
        if cell is None or self._saving:
            return
        if self.editor is not None:
            if (cell.row.id, cell.column.name) != (self._row_id, self._column):
                self.commit(Way.STAY)
            return
        self._row_id, self._column = cell.row.id, cell.column.name
        self._beginning = True
        self._keys.hold()
        context, asked = table.context, table.asked
        work = partial(_open, context.services, asked.form_type, cell.row.id, context.reader, asked.table)
        task = context.tasks.submit(Lane.READ, work, done=self._on_opened, failed=self._on_open_failed)
        self._opening.keep(task)

    def commit(self, way: Way = Way.STAY) -> None:
        """Store what was typed, if the form finds nothing wrong with it, and go on."""
        editor, edit, opened = self.editor, self._edit, self._opened
        if editor is None or edit is None or opened is None or opened.record is None or self._saving:
            return
        parsed = editor.field.value()
        edit.set(self._column, parsed)
        problem = edit.field_problem(self._column) if edit.is_edited(self._column) else ""
        if problem:
            self._say_problem(problem)
            return
        values = edit.changed()
        if not values:
            self._go(way)
            return
        self._saving, self._way = True, way
        # A disabled field would hand the keyboard to whatever comes next in the window.
        self._keys.hold()
        editor.field.set_problem("")
        editor.field.set_elsewhere(None)
        editor.field.set_enabled(enabled=False)
        base = {key: edit.base.get(key) for key in values}
        context = self._table.context
        form_type, record_id = opened.definition.form_type, opened.record.id
        work = partial(context.services.forms.save, form_type, record_id, values, base, context.reader)
        context.tasks.submit(Lane.WRITE, work, done=self._on_saved, failed=self._on_save_failed)

    def give_up(self) -> None:
        """Forget what was typed."""
        self._opening.drop()
        self._release_keys(None)
        self._close()
        self._table.view.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.MouseButtonPress and self.editor is not None:
            self.commit(Way.STAY)
        return super().eventFilter(watched, event)

    def _on_opened(self, opened: OpenedForm) -> None:
        self._opened = opened
        refusal = opened.refusal or self._refusal(opened)
        if self._keys.escaped or refusal or opened.record is None:
            self._release_keys(None)
            if refusal:
                self._table.context.say(refusal)
            return
        self._edit = FormEdit(opened.definition, self._types)
        values = opened.record.values
        self._edit.begin({field.key: values.get(field.key) for field in opened.definition.fields}, new=False)
        field = opened.definition.field(self._column)
        assert field is not None
        standing = self._edit.standing(self._column)
        if not standing.visible or not standing.editable:
            self._release_keys(None)
            self._table.context.say(
                tr("“{label}” cannot be changed in this record", label=field.label)
                if standing.visible
                else tr("“{label}” does not apply to this record", label=field.label)
            )
            return
        self._show(field)

    def _refusal(self, opened: OpenedForm) -> str:
        """Why this cell cannot be edited here, or ""."""
        field = opened.definition.field(self._column)
        if field is None:
            return tr("The form of this table has no field for this column; open the record to see what it holds")
        if field.notice:
            return field.notice
        if not may_take_input(field):
            return tr("“{label}” cannot be changed", label=field.label)
        value = opened.record.values.get(self._column) if opened.record is not None else None
        if len(as_text(value) if isinstance(value, str) else "") > LONGEST:
            return tr("“{label}” is too long to be edited in a cell; open the record", label=field.label)
        return ""

    def _show(self, field: FieldDefinition) -> None:
        assert self._edit is not None
        shown = dataclasses.replace(field, description="", props={**field.props, "rows": 4})
        widget = field_widgets()[field.kind](shown, self._types[field.kind], self._table.context.theme, None)
        if field.kind in CHOICE_KINDS:
            widget.offer(self._edit.options(field.key))
        widget.set_value(self._edit.values.get(field.key))
        widget.choice_made.connect(self._on_choice)
        widget.edited.connect(self._on_edited)
        self._gone = False
        self.editor = CellEditor(widget, self._table.view)
        self.editor.committed.connect(self.commit)
        self.editor.given_up.connect(self.give_up)
        self.editor.copy_asked.connect(self._on_copy)
        self._place()
        self.editor.show()
        self._place()
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        select_all = getattr(widget.input, "selectAll", None)
        if select_all is not None:
            select_all()
        self._release_keys(widget.input)
        self._table.view.viewport().installEventFilter(self)

    def _release_keys(self, to: QWidget | None) -> None:
        self._beginning = False
        self._keys.release(to)

    def _on_open_failed(self, error: JarvisError) -> None:
        self._release_keys(None)
        self._table.context.refuse(error)

    def _on_saved(self, saved: Saved) -> None:
        context = self._table.context
        context.bus.publish(saved.changes)
        self._saving = False
        if saved.edit is not None:
            context.stored(saved.edit)
        self._go(self._way)
        if not self._beginning:
            self._release_keys(self._table.view)

    def _on_save_failed(self, error: JarvisError) -> None:
        self._saving = False
        editor = self.editor
        if editor is None:
            return
        editor.field.set_enabled(enabled=True)
        self._release_keys(editor.field.input)
        if isinstance(error, InvalidInput):
            self._say_problem(_problem_text(error, self._column))
        elif isinstance(error, StaleRecord):
            self._ask(error)
        elif isinstance(error, RecordMissing):
            self._say_gone()
        else:
            hint = error.hint if isinstance(error, NotAllowed) or error.hint else tr("Enter tries again.")
            self._say_problem(f"{error.message} {hint}".strip())
        editor.field.setFocus()

    def _ask(self, error: StaleRecord) -> None:
        """Somebody else stored another value: ask which one stays, at the cell."""
        assert self._edit is not None
        assert self.editor is not None
        for conflict in error.conflicts:
            self._edit.elsewhere[conflict.field] = conflict.theirs
        mine = next((c for c in error.conflicts if c.field == self._column), None)
        if mine is None:
            self._say_problem(error.message)
            return
        self.editor.field.set_elsewhere(
            tr("Changed elsewhere from {before} to {after}", before=_words(mine.base), after=_words(mine.theirs))
        )
        self._place()

    def _on_choice(self, key: str, take: bool) -> None:  # noqa: FBT001 - a signal's value
        if self._edit is None or self.editor is None or key not in self._edit.elsewhere:
            return
        others = [other for other in self._edit.elsewhere if other != key]
        for each in (key, *others):
            (self._edit.take_theirs if take else self._edit.keep_mine)(each)
        self.editor.field.set_elsewhere(None)
        if take:
            self.give_up()
        else:
            self.commit(self._way)

    def _on_edited(self, _key: str) -> None:
        if self.editor is not None and self.editor.field.problem:
            self.editor.field.set_problem("")
            self._place()

    def _on_changes(self, changes: Changes) -> None:
        """Somebody changed rows: look whether the one edited here is still there."""
        opened = self._opened
        if self.editor is None or self._saving or opened is None or opened.record is None:
            return
        if changes.touches_row(self._table.asked.table, self._row_id):
            context = self._table.context
            work = partial(context.services.tables.record, self._table.asked.table, self._row_id)
            context.tasks.submit(Lane.READ, work, done=self._on_still_there, failed=self._on_reread_failed)

    def _on_still_there(self, _record: object) -> None:
        """The row is there; whether its value changed is compared when it is stored."""

    def _on_reread_failed(self, error: JarvisError) -> None:
        if isinstance(error, RecordMissing) and self.editor is not None:
            self._say_gone()

    def _say_gone(self) -> None:
        assert self.editor is not None
        self._gone = True
        self.editor.offer_copy()
        self._say_problem(tr("This record was deleted meanwhile; nothing was stored. Esc gives up."))

    def _say_problem(self, text: str) -> None:
        if self.editor is not None:
            self.editor.field.set_problem(text)
            self._place()
            self.editor.field.setFocus()

    def _on_copy(self) -> None:
        if self.editor is not None:
            QGuiApplication.clipboard().setText(as_text(self.editor.field.typed()))
            self._table.context.say(tr("Copied what was typed"))

    def _edited(self) -> bool:
        draft = self.editor.field.draft() if self.editor is not None else None
        return draft is not None

    def _place(self, *_unused: object) -> None:
        """Keep the editor over its cell; where the row is no longer in the list, it stays where it was."""
        if self.editor is None:
            return
        table = self._table
        index = self._index()
        view = table.cells.view_of(index) if index.isValid() else table.view
        rect = view.visualRect(index) if index.isValid() else QRect()
        if not rect.isEmpty():
            self._last = QRect(view.viewport().mapTo(table.view, rect.topLeft()), rect.size())
        seen = table.view.viewport().geometry()
        if table.view.isRightToLeft():
            seen.setRight(table.view.width() - 1)
        else:
            seen.setLeft(0)
        self.editor.lay_over(self._last.adjusted(0, 0, 0, -1), seen)

    def _index(self) -> QModelIndex:
        plan, model = self._table.source.plan, self._table.source.model
        row = model.row_of(self._row_id)
        names = [column.name for column in plan.columns] if plan is not None else []
        if row is None or self._column not in names:
            return QModelIndex()
        return model.index(row, names.index(self._column))

    def _go(self, way: Way) -> None:
        """Close the editor and make the next cell the current one."""
        index, opened = self._index(), self._opened
        self._close()
        self._table.view.setFocus()
        if not index.isValid() or way is Way.STAY:
            return
        if way is Way.DOWN:
            self._make_current(index.siblingAtRow(index.row() + 1))
            return
        target = self._next_cell(index, opened.definition if opened else None, 1 if way is Way.NEXT else -1)
        if target.isValid():
            self._make_current(target)
            self.begin(target)

    def _next_cell(self, index: QModelIndex, definition: FormDefinition | None, by: int) -> QModelIndex:
        plan, model = self._table.source.plan, self._table.source.model
        if plan is None or definition is None:
            return QModelIndex()
        fields = {f.key for f in definition.fields if may_take_input(f)}
        columns = [place for place, column in enumerate(plan.columns) if column.name in fields]
        if not columns:
            return QModelIndex()
        row = index.row()
        further = [place for place in columns if (place - index.column()) * by > 0]
        if further:
            return model.index(row, further[0] if by > 0 else further[-1])
        row += by
        while 0 <= row < model.rowCount() and model.row(row) is None:
            row += by
        return model.index(row, columns[0] if by > 0 else columns[-1])

    def _make_current(self, index: QModelIndex) -> None:
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self._table.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self._table.view.scrollTo(index)

    def _close(self) -> None:
        if self.editor is not None:
            self.editor.hide()
            self.editor.deleteLater()
        self.editor = None
        self._edit = None
        self._saving = False


def _open(services: Any, form_type: str, record_id: str, reader: Any, table: str) -> OpenedForm:
    opened: OpenedForm = services.forms.open(form_type, record_id, reader, table=table)
    return opened


def _words(value: object) -> str:
    return quoted(as_text(value) if value is not None else "", _LONGEST_SHOWN)


def _problem_text(error: InvalidInput, key: str) -> str:
    """The problem at this field, else the first that keeps the record from being stored."""
    own = next((problem.message for problem in error.problems if problem.field == key), "")
    return own or tr("The record cannot be stored: {message}", message=error.problems[0].message)
