"""The component `people_overview`: everybody, the personas open to them, and when they were last seen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.components.component import Component, ComponentContext, Props
from ui.core.elided import ElidedLabel
from ui.core.locale import here
from ui.core.notice import Notice
from ui.core.notice_place import NoticePlace
from ui.core.tasks import Lane, Latest
from ui.people.roster import Roster, column_of

if TYPE_CHECKING:
    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.people.directory.types import Listed
    from jarvis_desktop.people.types import Person

UNKNOWN_ADDRESS = "@desktop.invalid"
"""How the address ends that an account gets while its own is not known."""

_TOPICS = frozenset({"users", "user_profiles", "role_personas"})


class PeopleOverview(Component):
    """A row a person; Enter opens what they may do."""

    help_page = "people"

    def __init__(self, context: ComponentContext, props: Props, parent: QWidget | None = None) -> None:
        super().__init__(context, props, parent)
        self._people: dict[str, Listed] = {}
        self._reading: Latest[tuple[Listed, ...]] = Latest()
        self._said = ElidedLabel(role="muted", parent=self)
        self._rights = QPushButton(tr("Personas and rights"), self)
        self._rights.setObjectName("personRights")
        self._rights.setAccessibleDescription(tr("Which personas the current person may take, and whether they may"))
        self._rights.clicked.connect(self._open_current)
        self._record = QPushButton(tr("Name and e-mail"), self)
        self._record.setObjectName("personRecord")
        self._record.setAccessibleDescription(tr("The account of the current person"))
        self._record.clicked.connect(self._open_record)
        self.new = QPushButton(tr("New person"), self)
        self.new.setObjectName("newPerson")
        self.new.setAccessibleDescription(tr("Add somebody to this database"))
        self.new.clicked.connect(self._open_new)
        headings = (tr("Name"), tr("User"), tr("E-mail"), tr("Personas"), tr("Administers"), tr("Last seen"))
        self.roster = Roster(tr("People"), "peopleRoster", headings, self)
        self.roster.opened.connect(self._open_rights)
        buttons = (self._record, self._rights, self.new)
        for button in buttons:
            button.setEnabled(False)
        self._notice = NoticePlace(column_of(self, self._said, buttons, self.roster))

    @property
    @override
    def topics(self) -> frozenset[str]:
        return _TOPICS

    @override
    def reload(self, changes: Changes) -> None:
        work = self.context.services.directory.people
        self._reading.keep(self.context.tasks.submit(Lane.READ, work, done=self._show, failed=self._refuse))

    def _show(self, people: tuple[Listed, ...]) -> None:
        self._notice.say(None)
        self._people = {each.user.id: each for each in people}
        self.roster.fill([(each.user.id, _row(each)) for each in people])
        if any(each.listed for each in people):
            said = tr("Personas are given person by person: who has no list may take none.")
        else:
            said = tr("Nobody has a list of personas yet, so everybody may take every persona.")
        self._said.set_full_text(said)
        for button in (self._record, self._rights):
            button.setEnabled(bool(people))
        self.new.setEnabled(self.context.reader.may("config.write"))

    def _refuse(self, error: JarvisError) -> None:
        self._notice.say(Notice.for_error(error, theme=self.context.theme))

    @Slot()
    def _open_current(self) -> None:
        self._open_rights(self.roster.current_key)

    @Slot(str)
    def _open_rights(self, user_id: str) -> None:
        person = self._people.get(user_id)
        if person is None:
            return
        if person.profile_id or not self.context.reader.may("config.write"):
            self._show_rights(person.user.name, person.profile_id)
            return
        # Rights are part of the profile, which a new person has none of.
        work = partial(self.context.services.people.own_rows, user_id)
        self.context.tasks.submit(Lane.WRITE, work, done=self._on_profile, failed=self.context.refuse, owner=self)

    def _on_profile(self, person: Person) -> None:
        self._show_rights(person.user.name, person.profile.record_id)

    def _show_rights(self, name: str, profile_id: str) -> None:
        if profile_id:
            props = {"form_type": "person_rights", "record_id": profile_id}
            self.context.open_component("record_form", tr("Rights of {name}", name=name[:80]), props)

    @Slot()
    def _open_record(self) -> None:
        if self.roster.current_key:
            self.context.open_record("users", self.roster.current_key)

    @Slot()
    def _open_new(self) -> None:
        self.context.open_record("users", None)

    @override
    def show_record(self, record_key: str) -> bool:
        found = self.roster.findItems(record_key, Qt.MatchFlag.MatchExactly, 1)
        if found:
            self.roster.setCurrentItem(found[0])
        return bool(found)


def _row(person: Listed) -> list[str]:
    if not person.active:
        personas = tr("not active")
    elif person.listed:
        personas = ", ".join(person.personas) or tr("none")
    else:
        personas = tr("all, without a list") if person.personas else tr("none, without a list")
    seen = here().instant(person.seen_at) if person.seen_at is not None else tr("never stored anything")
    user = person.user
    email = tr("not known") if user.email.endswith(UNKNOWN_ADDRESS) else user.email
    return [user.name, user.id, email, personas, tr("yes") if person.administers else tr("no"), seen]
