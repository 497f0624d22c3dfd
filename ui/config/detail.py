"""One setting: the value in force and why, its values over time, what was done, and a value set in place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget

from jarvis_desktop.config.types import Wish
from jarvis_desktop.core.scope import Scope
from jarvis_desktop.core.words import tr
from ui.config.inline import InlineValue
from ui.config.lists import HistoryView, LadderView
from ui.config.reading import of_setting
from ui.config.timeline import TimelineView
from ui.config.value_page import ValuePage
from ui.core.elided import ElidedLabel
from ui.core.measures import SPACE_8, SPACE_12
from ui.core.tasks import Lane, Latest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jarvis_desktop.config.types import Setting
    from jarvis_desktop.core.errors import JarvisError
    from ui.components.component import ComponentContext
    from ui.config.reading import Named, OfSetting

_PERMISSION = "config.write"


class SettingDetail(QWidget):
    """Everything about one setting, for one scope.

    Signals:
        refused (JarvisError): it could not be read.
    """

    refused = Signal(object)

    def __init__(self, context: ComponentContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._scope = Scope()
        self._personas: Sequence[Named] = ()
        self.shown: OfSetting | None = None
        self._reading: Latest[OfSetting] = Latest()
        self._title = ElidedLabel(role="section", parent=self)
        self._about = ElidedLabel(role="muted", parent=self)
        self.set_button = QPushButton(tr("Set a value …"), self)
        self.set_button.setObjectName("newValue")
        self.set_button.setProperty("kind", "primary")
        self.set_button.setAccessibleDescription(tr("For whom, from when and until when, and why"))
        self.set_button.clicked.connect(self.set_value)
        self.again_button = QPushButton(tr("Use again …"), self)
        self.again_button.setObjectName("valueAgain")
        self.again_button.setAccessibleDescription(tr("Sets the chosen value once more, as a new version."))
        self.again_button.clicked.connect(self.set_again)
        self.ladder = LadderView(context.theme, self)
        self.ladder.currentItemChanged.connect(self._show_actions)
        self.inline = InlineValue(context, self)
        self.timeline = TimelineView(context.theme, self)
        self.history = HistoryView(self)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("settingTabs")
        self.tabs.setAccessibleName(tr("About the setting"))
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.ladder, tr("Why this value"))
        self.tabs.addTab(self.inline, tr("Change it here"))
        self.tabs.addTab(self.timeline, tr("Over time"))
        self.tabs.addTab(self.history, tr("What was done"))
        self._lay_out()
        self._show_actions()

    def explain(self, key: str, scope: Scope, personas: Sequence[Named]) -> None:
        """Read and show a setting for a scope; none for ""."""
        self._scope, self._personas = scope, personas
        if not key:
            self._reading.drop()
            self.shown = None
            self._show_actions()
            return
        work = partial(of_setting, self._context.services, key, scope, None)
        self._reading.keep(
            self._context.tasks.submit(Lane.READ, work, done=self._on_read, failed=self._on_refused, owner=self)
        )

    @Slot()
    def set_value(self) -> None:
        """Ask for a value of the setting that is shown, for whom it is asked here."""
        if self.shown is not None and self.shown.setting is not None:
            answer = self.shown.ladder.answer
            self._ask(self.shown.setting, Wish(answer.key, answer.value, self._scope))

    @Slot()
    def set_again(self) -> None:
        """Ask whether the chosen value is to be set once more."""
        candidate = self.ladder.current
        if self.shown is not None and self.shown.setting is not None and candidate is not None:
            row = candidate.row
            self._ask(self.shown.setting, Wish(self.shown.setting.key, row.value, row.scope))

    def _ask(self, setting: Setting, begun: Wish) -> None:
        self._context.open_page(setting.key, ValuePage(self._context, setting, self._personas, begun))

    def _on_read(self, found: OfSetting) -> None:
        self.shown = found
        answer, setting = found.ladder.answer, found.setting
        self._title.set_full_text(answer.key)
        about = setting.description if setting is not None else tr("The registry does not know this key.")
        if setting is not None and setting.deprecated:
            about = tr("Deprecated: {instead}", instead=setting.deprecated)
        self._about.set_full_text(about)
        self.ladder.show_ladder(found.ladder)
        self.timeline.show_values(found.values, found.ladder.as_of)
        self.history.show_changes(found.changes)
        self.inline.ask(setting, self._scope, answer.value, may=self._context.reader.may(_PERMISSION))
        self._show_actions()

    def _on_refused(self, error: JarvisError) -> None:
        self.refused.emit(error)

    @Slot()
    def _show_actions(self) -> None:
        known = self.shown is not None and self.shown.setting is not None
        may = known and self._context.reader.may(_PERMISSION)
        self.set_button.setEnabled(may)
        self.again_button.setEnabled(may and self.ladder.current is not None)
        self.tabs.setVisible(self.shown is not None)
        if self.shown is None:
            self._title.set_full_text(tr("No setting is chosen"))
            self._about.set_full_text("")

    def _lay_out(self) -> None:
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._title)
        said.addWidget(self._about)
        head = QHBoxLayout()
        head.setSpacing(SPACE_8)
        head.addLayout(said, 1)
        head.addWidget(self.again_button)
        head.addWidget(self.set_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_12, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addLayout(head)
        column.addWidget(self.tabs, 1)
        column.addStretch(0)
