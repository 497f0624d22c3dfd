"""The page for editing many records at once: choose fields, say what they become, see it in words, store it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QVBoxLayout, QWidget

from jarvis_desktop.core.errors import InvalidInput, JarvisError, NotAllowed
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.field_types import field_types
from jarvis_desktop.forms.standing import may_take_input
from jarvis_desktop.forms.targets import NATURAL_KEYS
from jarvis_desktop.tables.labels import kinds, records
from ui.components.table.bulk_field import BulkField
from ui.components.table.page_layout import button_row, choice_box, scrolled
from ui.core.measures import FORM_COLUMN_MAX, SPACE_8, SPACE_16, SPACE_24
from ui.core.notice import Notice
from ui.core.notice_place import NoticePlace
from ui.core.tasks import Lane
from ui.forms.widgets.registry import field_widgets

if TYPE_CHECKING:
    from jarvis_desktop.edits.types import StoredEdit
    from jarvis_desktop.forms.types import FieldDefinition, FormDefinition
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.tables.types import RowSet
    from ui.components.component import ComponentContext


class BulkEditPanel(QWidget):
    """Gives chosen fields of the table's form one value in all the rows of a set.

    Signals:
        stored (object): the StoredEdit; the change bus has been told too.
    """

    help_page = "bulk-edit"
    stored = Signal(object)

    def __init__(
        self,
        context: ComponentContext,
        rows: RowSet,
        count: int | None,
        form_type: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("bulkEdit")
        self._context = context
        self._rows = rows
        self._count = count
        self._form_type = form_type
        self._types = field_types()
        self._factories = field_widgets()
        self._definition: FormDefinition | None = None
        self._fields: dict[str, BulkField] = {}
        self._busy = False
        self.picker = choice_box(self, tr("Add a field to change"), "pickField")
        self.picker.setEnabled(False)
        self.picker.activated.connect(self._on_picked)
        self.preview = QLabel(self)
        self.preview.setObjectName("bulkPreview")
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        self.preview.setWordWrap(True)
        self.store_button = QPushButton(tr("Change {records}", records=self._named()), self)
        self.store_button.setObjectName("storeBulk")
        self.store_button.setProperty("kind", "primary")
        self.store_button.clicked.connect(self.store)
        self.cancel_button = QPushButton(tr("Cancel"), self)
        self.cancel_button.setObjectName("cancelBulk")
        self.cancel_button.clicked.connect(self._leave)
        self._lay_out()
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.store)
        self.setFocusProxy(self.picker)
        self._show_preview()
        self._read()

    def has_unsaved_input(self) -> bool:
        """Whether leaving would lose a value that was given."""
        return not self._busy and any(field.is_given for field in self._fields.values())

    def field(self, key: str) -> BulkField:
        """The input of a field that was chosen; KeyError for another one."""
        return self._fields[key]

    def add_field(self, key: str) -> None:
        """Have a field of the form changed too."""
        definition = self._definition.field(key) if self._definition is not None else None
        if definition is None or key in self._fields:
            return
        made = BulkField(
            definition, self._types[definition.kind], self._factories[definition.kind], self._context.theme, self
        )
        made.edited.connect(self._on_edited)
        made.dropped.connect(self._on_dropped)
        self._fields[key] = made
        self._cards.addWidget(made)
        made.show()
        self._on_edited()
        self._fill_picker()
        made.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def store(self) -> None:
        """Store what was given in all the rows, when nothing is wrong with it."""
        if self._busy or not self._fields:
            return
        self._notices.say(None)
        values: dict[str, Any] = {}
        for key, field in self._fields.items():
            parsed = field.value()
            field.widget.set_problem(parsed.problem.message if parsed.problem is not None else "")
            if parsed.problem is None:
                values[key] = parsed.value
        if len(values) < len(self._fields):
            self._focus_problem()
            return
        self._set_busy(busy=True)
        work = partial(_store, self._context, self._form_type, self._rows, values)
        self._context.tasks.submit(Lane.WRITE, work, done=self._on_stored, failed=self._on_failed)

    def _lay_out(self) -> None:
        body = QWidget(self)
        body.setMaximumWidth(FORM_COLUMN_MAX)
        self._column = QVBoxLayout(body)
        self._notices = NoticePlace(self._column)
        self._column.setContentsMargins(SPACE_24, SPACE_16, SPACE_24, SPACE_24)
        self._column.setSpacing(SPACE_16)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(SPACE_8)
        self._column.addLayout(self._cards)
        self._column.addWidget(self.picker)
        self._column.addWidget(self.preview)
        self._column.addLayout(button_row(self.cancel_button, self.store_button))
        self._column.addStretch(1)
        scrolled(self, body)

    def _named(self) -> str:
        return (
            tr("all {table} that match", table=kinds(self._table))
            if self._count is None
            else records(self._table, self._count)
        )

    @property
    def _table(self) -> str:
        return self._rows.query.table

    @Slot()
    def _read(self) -> None:
        self._notices.say(None)
        work = partial(_definition, self._context, self._form_type, self._table, self._context.reader)
        self._context.tasks.submit(Lane.READ, work, done=self._on_read, failed=self._on_read_failed)

    def _on_read(self, definition: FormDefinition) -> None:
        self._definition = definition
        self._fill_picker()
        focused = QApplication.focusWidget()
        if self.picker.isEnabled() and focused is not None and self.isAncestorOf(focused):
            # It took no focus while there was nothing to choose from.
            self.picker.setFocus()
        if not self._choices():
            self._notices.say(
                Notice(
                    tr("Nothing to change here"),
                    tr("The form has no field that can be edited."),
                    theme=self._context.theme,
                )
            )

    def _on_read_failed(self, error: JarvisError) -> None:
        notice = Notice.for_error(error, theme=self._context.theme, action_text=tr("Try again"))
        notice.action.connect(self._read)
        self._notices.say(notice)

    def _choices(self) -> list[FieldDefinition]:
        if self._definition is None:
            return []
        # What names a record cannot be the same in many.
        naming = {column for table, column in NATURAL_KEYS if table == self._table}
        unique = {"id", self._definition.target.key, *naming}
        return [
            field
            for field in self._definition.fields
            if may_take_input(field) and field.key not in unique and field.kind in self._types
        ]

    def _fill_picker(self) -> None:
        left = [field for field in self._choices() if field.key not in self._fields]
        self.picker.clear()
        self.picker.addItem(
            tr("Choose a field to change") if not self._fields else tr("Choose another field to change"), ""
        )
        for field in left:
            self.picker.addItem(field.label, field.key)
        self.picker.setEnabled(bool(left))
        self.picker.setVisible(bool(left) or not self._fields)

    @Slot(int)
    def _on_picked(self, place: int) -> None:
        key = self.picker.itemData(place)
        if key:
            self.add_field(str(key))

    @Slot()
    def _on_edited(self) -> None:
        values = {
            key: parsed.value
            for key, field in self._fields.items()
            if field.is_given and (parsed := field.value()).problem is None
        }
        for field in self._fields.values():
            field.offer(values)
        self._show_preview()

    @Slot(str)
    def _on_dropped(self, key: str) -> None:
        field = self._fields.pop(key)
        self._cards.removeWidget(field)
        field.hide()
        field.deleteLater()
        self._fill_picker()
        self._on_edited()
        self.picker.setFocus()

    def _show_preview(self) -> None:
        words = [said for field in self._fields.values() if (said := field.words())]
        self.preview.setText(
            "\n".join(tr("{change} in {records}.", change=said, records=self._named()) for said in words)
        )
        self.preview.setVisible(bool(words))
        self.store_button.setEnabled(bool(self._fields) and not self._busy)

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        for field in self._fields.values():
            field.set_enabled(enabled=not busy)
        self.picker.setEnabled(not busy and self.picker.count() > 1)
        self.cancel_button.setEnabled(not busy)
        self.store_button.setText(tr("Changing") if busy else tr("Change {records}", records=self._named()))
        self._show_preview()

    def _on_stored(self, edit: StoredEdit) -> None:
        self._set_busy(busy=False)
        for field in self._fields.values():
            field.hide()
            field.deleteLater()
        self._fields.clear()
        self._context.bus.publish(edit.changes)
        if edit.rows:
            self._context.stored(edit)
        else:
            self._context.say(tr("They all had these values already"))
        self.stored.emit(edit)
        self._context.close_page()

    def _on_failed(self, error: JarvisError) -> None:
        self._set_busy(busy=False)
        if isinstance(error, InvalidInput):
            self._show_problems(error)
            return
        again = "" if isinstance(error, NotAllowed) else tr("Try again")
        notice = Notice.for_error(error, theme=self._context.theme, action_text=again)
        notice.action.connect(self.store)
        self._notices.say(notice)

    def _show_problems(self, error: InvalidInput) -> None:
        others = []
        for problem in error.problems:
            if problem.field in self._fields:
                self._fields[problem.field].widget.set_problem(problem.message)
            else:
                others.append(problem.message)
        if others:
            self._notices.say(Notice(error.title, ". ".join(others), theme=self._context.theme, tone="danger"))
        self._focus_problem()

    def _focus_problem(self) -> None:
        wrong = next((field for field in self._fields.values() if field.widget.problem), None)
        if wrong is not None:
            wrong.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _leave(self) -> None:
        self._context.close_page()


def _definition(context: ComponentContext, form_type: str, table: str, reader: Reader) -> FormDefinition:
    forms = context.services.forms
    return forms.definition(form_type, reader) if form_type else forms.definition_for_table(table, reader)


def _store(context: ComponentContext, form_type: str, rows: RowSet, values: dict[str, Any]) -> StoredEdit:
    return context.services.forms.change_rows(form_type, rows, values, context.reader)
