"""The component `my_settings`: one's own preferences, profile and name, in the forms that the database describes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTabWidget, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import language, mark, shown, tr
from ui.components.component import Component, ComponentContext, Props
from ui.components.record_form import RecordForm
from ui.core.elided import ElidedLabel
from ui.core.measures import SPACE_8, SPACE_12, SPACE_16
from ui.core.notice import Notice
from ui.core.notice_place import NoticePlace
from ui.core.tasks import Lane, Latest

if TYPE_CHECKING:
    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.people.types import Person

_PARTS = (
    ("user_preferences", mark("Preferences")),
    ("user_profiles", mark("Profile")),
    ("users", mark("Name and e-mail")),
)


class MySettings(Component):
    """Forms over one's own rows; what is saved holds at once."""

    help_page = "settings"

    def __init__(self, context: ComponentContext, props: Props, parent: QWidget | None = None) -> None:
        super().__init__(context, props, parent)
        self._reading: Latest[Person] = Latest()
        self._who = ElidedLabel(role="muted", parent=self)
        self._who.setObjectName("whoAmI")
        self.again = QPushButton(tr("Set up again…"), self)
        self.again.setObjectName("setUpAgain")
        self.again.setAccessibleDescription(tr("Opens the page of the first start: name, language, theme and persona"))
        self.again.clicked.connect(self._set_up_again)
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("mySettings")
        self.tabs.setAccessibleName(tr("My settings"))
        self.tabs.setAccessibleDescription(tr("Preferences, profile, name and e-mail"))
        self.tabs.setDocumentMode(True)
        self._later: Notice | None = None
        head = QHBoxLayout()
        head.addWidget(self._who, 1)
        head.addWidget(self.again)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        self._column.setSpacing(SPACE_8)
        self._column.addLayout(head)
        self._column.addWidget(self.tabs, 1)
        self._column.addStretch(0)
        self._notice = NoticePlace(self._column)

    @property
    @override
    def topics(self) -> frozenset[str]:
        return frozenset({"user_profiles"})

    @override
    def reload(self, changes: Changes) -> None:
        work = partial(self.context.services.people.own_rows, self.context.reader.user_id)
        self._reading.keep(self.context.tasks.submit(Lane.WRITE, work, done=self._show, failed=self._refuse))

    @override
    def has_unsaved_input(self) -> bool:
        return any(form.has_unsaved_input() for form in self.forms())

    def forms(self) -> list[RecordForm]:
        """The forms, once the rows are known."""
        return [form for at in range(self.tabs.count()) if isinstance(form := self.tabs.widget(at), RecordForm)]

    def _show(self, person: Person) -> None:
        said = tr("You are {name}, with the user name “{user}”.", name=person.user.name, user=person.user.id)
        self._who.set_full_text(said)
        self._notice.say(None)
        self.tabs.show()
        self._tell_language(person.profile.language)
        if self.tabs.count():
            return
        records = (person.preferences.record_id, person.profile.record_id, person.user.id)
        for (table, title), record_id in zip(_PARTS, records, strict=True):
            form = RecordForm(self.context, {"table": table, "record_id": record_id}, self.tabs)
            inside = form.layout()
            assert inside is not None
            inside.setContentsMargins(0, SPACE_12, 0, 0)
            self.tabs.addTab(form, shown(title))
        self.tabs.currentWidget().setFocus()

    def _tell_language(self, chosen: str) -> None:
        """Above the form it was chosen in: another language is spoken from the next start on."""
        from ui.core.speech import spoken_for

        waits = bool(chosen) and spoken_for(chosen) != language()
        if waits and self._later is None:
            self._later = Notice(
                tr("The language changes when the program starts the next time"),
                tr("After a restart everything stands where it stands now; what is typed is kept as a draft."),
                theme=self.context.theme,
                action_text=tr("Restart now"),
            )
            self._later.setObjectName("languageLater")
            self._later.action.connect(self.context.restart)
            self._column.insertWidget(0, self._later)
        if self._later is not None:
            self._later.setVisible(waits)

    def _refuse(self, error: JarvisError) -> None:
        self._notice.say(Notice.for_error(error, theme=self.context.theme))
        # What is open, and perhaps typed into, stays.
        self.tabs.setVisible(bool(self.tabs.count()))

    @Slot()
    def _set_up_again(self) -> None:
        from ui.people.set_up import SetUpPage

        self.context.open_page(tr("Set up"), SetUpPage(self.context))
