"""The record that the cursor of a list stands on, in a dock beside any list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from jarvis_desktop.core.words import tr
from ui.components.master_detail import OPEN_AFTER_MS, MasterDetail
from ui.components.record_form import RecordForm
from ui.components.record_table import RecordTable
from ui.core.notice import Notice

if TYPE_CHECKING:
    from ui.core.theme import Theme
    from ui.shell.main_window import MainWindow


class RecordDock(QWidget):
    """Follows the list that had the keyboard last; typed input keeps it where it is.

    Signals:
        shown (object): the form that is shown now, or None.
    """

    shown = Signal(object)

    def __init__(self, window: MainWindow, theme: Theme) -> None:
        super().__init__()
        self._window = window
        self._table: RecordTable | None = None
        self._served: tuple[object, ...] | None = None
        self.form: RecordForm | None = None
        self.setObjectName("recordDock")
        self.empty = Notice("", theme=theme, tone="empty", icon="panel-right", parent=self)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self._timer = QTimer(self, singleShot=True, interval=OPEN_AFTER_MS)
        self._timer.timeout.connect(self._show)
        window.content.pages.current_changed.connect(self._on_tab)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        self._say_nothing()
        self._look_around()

    def enter(self) -> None:
        """Give the keyboard to the form."""
        if self.form is not None:
            self.form.setFocus()

    def has_unsaved_input(self) -> bool:
        """Whether the record holds typed input that is not stored."""
        return self.form is not None and self.form.has_unsaved_input()

    def loses_input(self) -> bool:
        """Whether typed input would be gone when the program ends."""
        return self.form is not None and self.form.loses_input()

    def show_unsaved(self) -> None:
        """Bring the record with typed input to the front."""
        dock = self.parentWidget()
        while dock is not None and not dock.objectName().startswith("dock:"):
            dock = dock.parentWidget()
        if dock is not None:
            dock.show()
            dock.raise_()

    @Slot(bool)
    def leave(self, keep: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Another persona looks from now on: the record goes; typed input stays only when `keep` says so."""
        self._follow(None)
        if self.form is not None and not (keep and self.form.has_unsaved_input()):
            self.form.give_up()
            self._drop_form()
            self._say_nothing()

    @Slot(str)
    def _on_tab(self, _key: str) -> None:
        QTimer.singleShot(0, self, self._look_around)

    @Slot(QWidget, QWidget)
    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        table = _table_of(new)
        if table is not None and self._window.content.isAncestorOf(table):
            self._follow(table)

    @Slot()
    def _look_around(self) -> None:
        """Follow the first list in view, unless the one that is followed is in view."""
        if self._table is not None and shiboken6.isValid(self._table) and self._table.isVisible():
            return
        in_view = [table for table in self._window.content.findChildren(RecordTable) if table.isVisible()]
        self._follow(in_view[0] if in_view else None)

    def _follow(self, table: RecordTable | None) -> None:
        if table is self._table:
            return
        if self._table is not None and shiboken6.isValid(self._table):
            self._table.record_chosen.disconnect(self._on_chosen)
        self._table = table
        if table is not None:
            table.record_chosen.connect(self._on_chosen)
        self._timer.start()

    @Slot(str)
    def _on_chosen(self, _record_id: str) -> None:
        self._timer.start()

    @Slot()
    def _show(self) -> None:
        table = self._table
        if self.has_unsaved_input():
            return
        if table is None or not shiboken6.isValid(table):
            self._say_nothing()
        elif _beside(table):
            self._say(tr("The record is open already"), tr("This tab shows it beside the list."))
        elif not table.view.chosen_id:
            self._say_nothing()
        else:
            self._open(table, table.view.chosen_id)

    def _open(self, table: RecordTable, record_id: str) -> None:
        context, asked = self._window.context, table.asked
        if context is None:
            return
        serves = (context.reader.persona, context.reader.permissions, asked.table, asked.form_type)
        if self.form is None or self._served != serves:
            self._drop_form()
            self._served = serves
            kind = {"form_type": asked.form_type} if asked.form_type else {"table": asked.table}
            self.form = RecordForm(context, {**kind, "record_id": record_id}, self)
            self.stack.addWidget(self.form)
        else:
            self.form.open_record(record_id)
        self.stack.setCurrentWidget(self.form)
        self.shown.emit(self.form)

    def _say_nothing(self) -> None:
        self._say(tr("Select a record"), tr("The one that the list's cursor stands on is shown here."))

    def _say(self, title: str, text: str) -> None:
        self.empty.say(title, text)
        self.stack.setCurrentWidget(self.empty)
        self.shown.emit(None)

    def _drop_form(self) -> None:
        form, self.form, self._served = self.form, None, None
        if form is not None:
            self.stack.removeWidget(form)
            form.hide()
            form.deleteLater()


def _table_of(widget: QWidget | None) -> RecordTable | None:
    while widget is not None and not isinstance(widget, RecordTable):
        widget = widget.parentWidget()
    return widget


def _beside(table: RecordTable) -> bool:
    """Whether the tab itself shows the list's record."""
    parent = table.parentWidget()
    while parent is not None and not isinstance(parent, MasterDetail):
        parent = parent.parentWidget()
    return parent is not None
