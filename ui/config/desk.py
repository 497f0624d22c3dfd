"""The component `config_desk`: settings, the value in force of each, why it is, and what was done to it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr, tr_n
from ui.components.component import Component, ComponentContext, Props
from ui.components.containers import SharedSplitter
from ui.config import words
from ui.config.asking import AskBar, fill
from ui.config.detail import SettingDetail
from ui.config.lists import SettingList
from ui.config.reading import everything
from ui.core.measures import SPACE_8, SPACE_12
from ui.core.notice import Notice
from ui.core.notice_place import NoticePlace
from ui.core.tasks import Lane, Latest
from ui.forms.widgets.choices import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.errors import JarvisError
    from ui.config.reading import Everything


class ConfigDesk(Component):
    """Search settings, ask for any persona, agent or workflow, see the ladder of one, set a value.

    Props: `key`, the setting that is shown first.
    """

    help_page = "configuration"

    def __init__(self, context: ComponentContext, props: Props, parent: QWidget | None = None) -> None:
        super().__init__(context, props, parent)
        self._wanted = str(props.get("key") or "")
        self._read: Everything | None = None
        self._reading: Latest[Everything] = Latest()
        self.search = QLineEdit(self)
        self.search.setObjectName("settingSearch")
        self.search.setPlaceholderText(tr("Search settings"))
        self.search.setAccessibleName(tr("Search settings"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show_list)
        self.category = self._filter("settingCategory", tr("Category"))
        self.origin = self._filter("settingOrigin", tr("Where the value comes from"))
        self.asking = AskBar(self)
        self.asking.asked.connect(self._on_asked)
        self.list = SettingList(self)
        self.list.currentItemChanged.connect(self._on_chosen)
        self._count = QLabel(self)
        self._count.setProperty("role", "caption")
        self.detail = SettingDetail(context, self)
        self.detail.refused.connect(self._refuse)
        self._notice = NoticePlace(self._lay_out(), 0)
        self.setFocusProxy(self.search)

    @property
    @override
    def topics(self) -> frozenset[str]:
        return frozenset({"config_values", "config_registry", "config_change_logs", "role_personas", "agents"})

    @override
    def reload(self, changes: Changes) -> None:
        work = partial(everything, self.context.services, self.asking.scope, self.context.reader, None)
        self._reading.keep(self.context.tasks.submit(Lane.READ, work, done=self._on_read, failed=self._refuse))

    @override
    def has_unsaved_input(self) -> bool:
        return self.detail.inline.dirty

    @override
    def state(self) -> Mapping[str, Any]:
        return {"key": self.key}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        key = state.get("key")
        if isinstance(key, str) and key:
            self._wanted = key

    @property
    def key(self) -> str:
        """The setting that is shown, or ""."""
        return self.list.current_key

    def _filter(self, object_name: str, name: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(object_name)
        box.setAccessibleName(name)
        box.activated.connect(self._show_list)
        return box

    def _on_read(self, read: Everything) -> None:
        self._read = read
        self._notice.say(None)
        self.asking.offer(read)
        categories = sorted({setting.category for setting, _ in read.settings if setting.category})
        fill(self.category, [("", tr("All categories")), *((each, each) for each in categories)])
        origins = sorted({answer.source for _, answer in read.settings})
        fill(self.origin, [("", tr("From anywhere")), *((each, words.origin(each)) for each in origins)])
        if self._wanted:
            self.list.show_settings(read.settings, "")
            self.list.choose(self._wanted)
            self._wanted = ""
        self._show_list()

    @Slot()
    def _show_list(self) -> None:
        if self._read is None:
            return
        category, origin = self.category.currentData(), self.origin.currentData()
        kept = [
            (setting, answer)
            for setting, answer in self._read.settings
            if category in ("", setting.category) and origin in ("", answer.source)
        ]
        shown = self.list.show_settings(kept, self.search.text())
        self._count.setText(tr_n("{n} setting", "{n} settings", shown))
        self._explain()

    @Slot()
    def _on_asked(self) -> None:
        self.reload(self._changes)

    @Slot()
    def _on_chosen(self) -> None:
        self._explain()
        self.arranged.emit()

    def _explain(self) -> None:
        personas = self._read.personas if self._read is not None else ()
        self.detail.explain(self.key, self.asking.scope, personas)

    @Slot(object)
    def _refuse(self, error: JarvisError) -> None:
        self._notice.say(Notice.for_error(error, theme=self.context.theme))

    def _lay_out(self) -> QVBoxLayout:
        left = QWidget(self)
        filters = QHBoxLayout()
        filters.setSpacing(SPACE_8)
        filters.addWidget(self.category, 1)
        filters.addWidget(self.origin, 1)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, SPACE_12, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.search)
        column.addLayout(filters)
        column.addWidget(self.asking)
        column.addWidget(self.list, 1)
        column.addWidget(self._count)
        splitter = SharedSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(left)
        splitter.addWidget(self.detail)
        splitter.share([2, 3])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_8)
        whole.addWidget(splitter, 1)
        return whole
