"""The component `config_desk`: settings, the value in force of each, why it is, and what was done to it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.config.types import Wish
from jarvis_desktop.core.scope import Scope
from jarvis_desktop.core.words import tr, tr_n
from ui.components.component import Component, ComponentContext, Props
from ui.components.containers import SharedSplitter
from ui.config.lists import HistoryView, LadderView, SettingList
from ui.config.value_page import ValuePage
from ui.core.elided import ElidedLabel
from ui.core.measures import SPACE_8, SPACE_12
from ui.core.notice import Notice
from ui.core.notice_place import NoticePlace
from ui.core.tasks import Lane, Latest
from ui.forms.widgets.choices import ChoiceBox

if TYPE_CHECKING:
    from jarvis_desktop.app.application import Application
    from jarvis_desktop.config.types import Answer, Explanation, LoggedChange, Setting
    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.errors import JarvisError


@dataclass(frozen=True, slots=True)
class _Settings:
    """What the list shows."""

    personas: tuple[tuple[str, str], ...]
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class _OfKey:
    """What the right side shows of one setting."""

    setting: Setting | None
    ladder: Explanation
    changes: tuple[LoggedChange, ...]


class ConfigDesk(Component):
    """Search settings, ask for any persona, see the ladder of one, set a value.

    Props: `key`, the setting that is shown first.
    """

    help_page = "configuration"

    def __init__(self, context: ComponentContext, props: Props, parent: QWidget | None = None) -> None:
        super().__init__(context, props, parent)
        self._wanted = str(props.get("key") or "")
        self._read: _Settings | None = None
        self._of_key: _OfKey | None = None
        self._reading: Latest[_Settings] = Latest()
        self._explaining: Latest[_OfKey] = Latest()
        self.search = QLineEdit(self)
        self.search.setObjectName("settingSearch")
        self.search.setPlaceholderText(tr("Search settings"))
        self.search.setAccessibleName(tr("Search settings"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show_list)
        self.persona = ChoiceBox(self)
        self.persona.setObjectName("settingPersona")
        self.persona.setAccessibleName(tr("Asked for"))
        self.persona.activated.connect(self._on_persona)
        self.list = SettingList(self)
        self.list.currentItemChanged.connect(self._on_chosen)
        self._count = QLabel(self)
        self._count.setProperty("role", "caption")
        self.ladder = LadderView(context.theme, self)
        self.ladder.currentItemChanged.connect(self._show_actions)
        self.history = HistoryView(self)
        self._done = QLabel(tr("What was done"), self)
        self._title = ElidedLabel(role="section", parent=self)
        self._about = ElidedLabel(role="muted", parent=self)
        self.set_button = QPushButton(tr("Set a value …"), self)
        self.set_button.setObjectName("newValue")
        self.set_button.setProperty("kind", "primary")
        self.set_button.clicked.connect(self.set_value)
        self.again_button = QPushButton(tr("Use again …"), self)
        self.again_button.setObjectName("valueAgain")
        self.again_button.setAccessibleDescription(tr("Sets the chosen value once more, as a new version."))
        self.again_button.clicked.connect(self.set_again)
        self._notice = NoticePlace(self._lay_out(), 0)
        self.setFocusProxy(self.search)
        self._show_actions()

    @property
    @override
    def topics(self) -> frozenset[str]:
        return frozenset({"config_values", "config_registry", "config_change_logs", "role_personas"})

    @override
    def reload(self, changes: Changes) -> None:
        work = partial(_settings, self.context.services, self._scope(), self.context.viewer.user_id)
        self._reading.keep(self.context.tasks.submit(Lane.READ, work, done=self._on_read, failed=self._refuse))

    @property
    def key(self) -> str:
        """The setting that is shown, or ""."""
        return self.list.current_key

    @Slot()
    def set_value(self) -> None:
        """Ask for a value of the setting that is shown, for whom it is asked here."""
        if self._of_key is not None and self._of_key.setting is not None:
            answer = self._of_key.ladder.answer
            self._ask(self._of_key.setting, Wish(answer.key, answer.value, self._scope()))

    @Slot()
    def set_again(self) -> None:
        """Ask whether the chosen value is to be set once more."""
        candidate = self.ladder.current
        if self._of_key is not None and self._of_key.setting is not None and candidate is not None:
            row = candidate.row
            self._ask(self._of_key.setting, Wish(self._of_key.setting.key, row.value, row.scope))

    def _ask(self, setting: Setting, begun: Wish) -> None:
        personas = self._read.personas if self._read is not None else ()
        self.context.open_page(setting.key, ValuePage(self.context, setting, personas, begun))

    def _scope(self) -> Scope:
        return Scope(self.persona.currentData() or None)

    def _on_read(self, read: _Settings) -> None:
        self._read = read
        self._notice.say(None)
        chosen = self.persona.currentData()
        self.persona.clear()
        self.persona.addItem(tr("Everybody"), "")
        for key, name in read.personas:
            self.persona.addItem(name, key)
        self.persona.setCurrentIndex(max(0, self.persona.findData(chosen)))
        self._show_list()
        if self._wanted and self.list.choose(self._wanted):
            self._wanted = ""
        self._explain()

    @Slot()
    def _show_list(self) -> None:
        if self._read is None:
            return
        shown = self.list.show_answers(self._read.answers, self.search.text())
        self._count.setText(tr_n("{n} setting", "{n} settings", shown))
        self._explain()

    @Slot()
    def _on_persona(self) -> None:
        self.reload(self._changes)

    @Slot()
    def _on_chosen(self) -> None:
        self._explain()

    def _explain(self) -> None:
        if not self.key:
            self._of_key = None
            self._show_actions()
            return
        work = partial(_of_key, self.context.services, self.key, self._scope())
        self._explaining.keep(self.context.tasks.submit(Lane.READ, work, done=self._on_explained, failed=self._refuse))

    def _on_explained(self, found: _OfKey) -> None:
        self._of_key = found
        answer = found.ladder.answer
        self._title.set_full_text(answer.key)
        about = found.setting.description if found.setting is not None else tr("The registry does not know this key.")
        self._about.set_full_text(about)
        self.ladder.show_ladder(found.ladder)
        self.history.show_changes(found.changes)
        self._done.setText(tr("What was done") if found.changes else tr("Nothing was done to it yet"))
        self._show_actions()

    @Slot()
    def _show_actions(self) -> None:
        known = self._of_key is not None and self._of_key.setting is not None
        may = known and self.context.reader.may("config.write")
        self.set_button.setEnabled(may)
        self.again_button.setEnabled(may and self.ladder.current is not None)

    def _refuse(self, error: JarvisError) -> None:
        self._notice.say(Notice.for_error(error, theme=self.context.theme))

    def _lay_out(self) -> QVBoxLayout:
        left, right = QWidget(self), QWidget(self)
        asked = QHBoxLayout()
        asked.setSpacing(SPACE_8)
        asked.addWidget(self.search, 2)
        asked.addWidget(self.persona, 1)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, SPACE_12, 0)
        column.setSpacing(SPACE_8)
        column.addLayout(asked)
        column.addWidget(self.list, 1)
        column.addWidget(self._count)
        said = QVBoxLayout()
        said.setSpacing(0)
        said.addWidget(self._title)
        said.addWidget(self._about)
        head = QHBoxLayout()
        head.setSpacing(SPACE_8)
        head.addLayout(said, 1)
        head.addWidget(self.again_button)
        head.addWidget(self.set_button)
        detail = QVBoxLayout(right)
        detail.setContentsMargins(SPACE_12, 0, 0, 0)
        detail.setSpacing(SPACE_8)
        detail.addLayout(head)
        why = QLabel(tr("Why this value"), right)
        for label, view, stretch in ((why, self.ladder, 3), (self._done, self.history, 2)):
            label.setProperty("role", "caption")
            label.setBuddy(view)
            detail.addWidget(label)
            detail.addWidget(view, stretch)
        splitter = SharedSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.share([2, 3])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_8)
        whole.addWidget(splitter, 1)
        return whole


def _settings(services: Application, scope: Scope, user_id: str) -> _Settings:
    personas = tuple((view.key, view.name) for view in services.people.personas(user_id))
    return _Settings(personas, services.config.overview(scope))


def _of_key(services: Application, key: str, scope: Scope) -> _OfKey:
    config = services.config
    return _OfKey(config.setting(key), config.explain(key, scope), config.history(key, most=100))
