"""A value changed where it is shown: the value and the reason, for whoever it is asked for there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from jarvis_desktop.config.types import Wish
from jarvis_desktop.core.errors import InvalidInput
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.types import FieldDefinition, FieldKind, FormDefinition
from ui.config import words
from ui.config.fields import value_field
from ui.config.telling import placed, tell_written
from ui.core.measures import SPACE_8
from ui.core.notice import Notice
from ui.core.notice_place import NoticePlace
from ui.core.tasks import Lane
from ui.forms.form_view import FormView

if TYPE_CHECKING:
    from typing import Any

    from jarvis_desktop.config.types import Setting, Written
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.core.scope import Scope
    from ui.components.component import ComponentContext


class InlineValue(QWidget):
    """Sets a value at once, for one scope; a longer wish (from when, until when) has a page of its own.

    Signals:
        stored (Written): the value was stored, or waits for a second person.
    """

    stored = Signal(object)

    def __init__(self, context: ComponentContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._setting: Setting | None = None
        self._wish: Wish | None = None
        self.form: FormView | None = None
        self._whom = QLabel(self)
        self._whom.setProperty("role", "muted")
        self._whom.setWordWrap(True)
        self.button = QPushButton(tr("Set value"), self)
        self.button.setObjectName("setInline")
        self.button.clicked.connect(self.store)
        self._place = QVBoxLayout()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        row.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_8, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self._whom)
        column.addLayout(self._place, 1)
        column.addLayout(row)
        self._notice = NoticePlace(column, 1)

    @property
    def dirty(self) -> bool:
        """Whether something was typed that is not stored."""
        return self.form is not None and self.form.dirty

    def ask(self, setting: Setting | None, scope: Scope, value: Any, *, may: bool) -> None:
        """Show the value in force; what was typed for the same setting and scope stays."""
        same = self._setting is not None and setting is not None and self._setting == setting
        if same and self._wish is not None and self._wish.scope == scope and (self.dirty or self._wish.value == value):
            self.button.setEnabled(may)
            return
        self._notice.say(None)
        self._setting = setting
        self._wish = None if setting is None else Wish(setting.key, value, scope)
        self._whom.setText(tr("For {whom}, from now on.", whom=words.whom(scope)))
        self.button.setEnabled(may)
        if setting is None:
            self._drop()
            return
        if not same or self.form is None:
            self._drop()
            self.form = FormView(_asked(setting), self._context.theme, self)
            self._place.addWidget(self.form)
        self.form.set_initial({"value": value})

    @Slot()
    def store(self) -> None:
        """Store what was entered, unless it is wrong."""
        if self.form is None or self._wish is None or not self.form.check():
            return
        given = self.form.values()
        wish = Wish(self._wish.key, given["value"], self._wish.scope)
        services, reader = self._context.services, self._context.reader
        work = partial(services.config_writer.set, wish, reader, reason=str(given["reason"] or ""))
        self.button.setEnabled(False)
        self._context.tasks.submit(Lane.WRITE, work, done=self._on_stored, failed=self._on_refused, owner=self)

    def _on_stored(self, done: Written) -> None:
        self.button.setEnabled(True)
        self._notice.say(None)
        if self.form is not None and self._wish is not None:
            self.form.set_initial({"value": self.form.values()["value"]})
        self._context.bus.publish(done.changes)
        tell_written(self._context, done)
        self.stored.emit(done)

    def _on_refused(self, error: JarvisError) -> None:
        self.button.setEnabled(True)
        if isinstance(error, InvalidInput) and self.form is not None:
            self._notice.say(None)
            self.form.show_problems([placed(problem, self.form) for problem in error.problems])
            return
        self._notice.say(Notice.for_error(error, theme=self._context.theme))

    def _drop(self) -> None:
        if self.form is not None:
            self._place.removeWidget(self.form)
            self.form.hide()
            self.form.deleteLater()
            self.form = None


def _asked(setting: Setting) -> FormDefinition:
    why = FieldDefinition("reason", FieldKind.TEXT.value, tr("Why"), required=True,
                          description=tr("The change log keeps it."))  # fmt: skip
    return FormDefinition("config_inline", setting.key, (value_field(setting), why))
