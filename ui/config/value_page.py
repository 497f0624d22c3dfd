"""The page on which a value is set: what is wished for, for whom, from when until when, and why."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from jarvis_desktop.config.types import Wish
from jarvis_desktop.core.errors import InvalidInput
from jarvis_desktop.core.scope import Scope
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.types import FieldDefinition, FieldKind, FormDefinition, Option
from ui.config.fields import value_field
from ui.config.telling import placed, tell_written
from ui.core.measures import SPACE_8, SPACE_12
from ui.core.notice import Notice
from ui.core.notice_place import NoticePlace
from ui.core.tasks import Lane
from ui.forms.form_view import FormView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jarvis_desktop.config.types import Setting, Written
    from jarvis_desktop.core.errors import JarvisError
    from ui.components.component import ComponentContext


class ValuePage(QWidget):
    """Asks for a value and stores it; what does not fit is said at its field, and nothing is lost.

    Signals:
        stored (Written): it was stored, or waits for a second person.
    """

    help_page = "configuration"
    stored = Signal(object)

    def __init__(
        self, context: ComponentContext, setting: Setting, personas: Sequence[tuple[str, str]], begun: Wish
    ) -> None:
        super().__init__()
        self._context = context
        self._setting = setting
        self.form = FormView(_asked(setting, personas), context.theme, self)
        self.form.set_initial(
            {
                "value": begun.value,
                "persona": begun.scope.persona,
                "agent_id": begun.scope.agent_id,
                "workflow_id": begun.scope.workflow_id,
            }
        )
        self.button = QPushButton(tr("Set value"), self)
        self.button.setObjectName("setValue")
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self.store)
        about = QLabel(setting.description, self)
        about.setWordWrap(True)
        about.setProperty("role", "muted")
        column = QVBoxLayout(self)
        column.setSpacing(SPACE_12)
        column.addWidget(about)
        column.addWidget(self.form, 1)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addStretch()
        row.addWidget(self.button)
        column.addLayout(row)
        self._notice = NoticePlace(column, 1)
        self.setFocusProxy(self.form)

    def has_unsaved_input(self) -> bool:
        """Whether something was typed that is not stored."""
        return self.form.dirty

    @Slot()
    def store(self) -> None:
        """Store what was entered, unless it is wrong."""
        if not self.form.check():
            return
        given = self.form.values()
        agent, workflow = (given[name] for name in ("agent_id", "workflow_id"))
        scope = Scope(given["persona"] or None, agent, workflow)
        begin, end = (_instant(given[name]) for name in ("effective_from", "effective_to"))
        wish = Wish(self._setting.key, given["value"], scope, begin, end, bool(given["override"]))
        work = partial(
            self._context.services.config_writer.set, wish, self._context.reader, reason=str(given["reason"] or "")
        )
        self.button.setEnabled(False)
        self._context.tasks.submit(Lane.WRITE, work, done=self._on_stored, failed=self._on_refused, owner=self)

    def _on_stored(self, done: Written) -> None:
        self.form.set_initial({})
        self._context.bus.publish(done.changes)
        tell_written(self._context, done)
        self.stored.emit(done)
        self._context.close_page()

    def _on_refused(self, error: JarvisError) -> None:
        self.button.setEnabled(True)
        if isinstance(error, InvalidInput):
            self._notice.say(None)
            self.form.show_problems([placed(problem, self.form) for problem in error.problems])
            return
        self._notice.say(Notice.for_error(error, theme=self._context.theme))


def _instant(value: object) -> datetime | None:
    return value if isinstance(value, datetime) else None


def _asked(setting: Setting, personas: Sequence[tuple[str, str]]) -> FormDefinition:
    people = tuple(Option(key, name) for key, name in personas)
    fields = (
        value_field(setting),
        FieldDefinition("persona", FieldKind.SELECT.value, tr("Persona"), options=people,
                        description=tr("For everybody, where nothing is chosen.")),
        FieldDefinition("agent_id", FieldKind.INTEGER.value, tr("Agent")),
        FieldDefinition("workflow_id", FieldKind.INTEGER.value, tr("Workflow")),
        FieldDefinition("effective_from", FieldKind.DATETIME.value, tr("From"), description=tr("At once if empty")),
        FieldDefinition("effective_to", FieldKind.DATETIME.value, tr("Until"), description=tr("Without end if empty")),
        FieldDefinition("override", FieldKind.TOGGLE.value, tr("Override"),
                        description=tr("Lies over other values until it ends, and leaves them as they are.")),
        FieldDefinition("reason", FieldKind.TEXT.value, tr("Why"), required=True,
                        description=tr("The change log keeps it.")),
    )  # fmt: skip
    return FormDefinition("config_new_value", setting.key, fields)
