"""The component `session_list`: who is signed in on this database, and the way to sign them out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr, tr_n
from ui.components.component import Component, ComponentContext, Props
from ui.core.elided import ElidedLabel
from ui.core.locale import here
from ui.core.notice import Notice
from ui.core.notice_place import NoticePlace
from ui.core.tasks import Lane, Latest
from ui.people.roster import Roster, column_of

if TYPE_CHECKING:
    from datetime import datetime

    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.people.sessions.types import SessionView

_NAME_LETTERS = 24


class SessionList(Component):
    """A row a session: who, on what machine, since when. What a session keeps secret is not read."""

    help_page = "people"

    def __init__(self, context: ComponentContext, props: Props, parent: QWidget | None = None) -> None:
        super().__init__(context, props, parent)
        self._sessions: dict[str, SessionView] = {}
        self._reading: Latest[tuple[SessionView, ...]] = Latest()
        self._said = ElidedLabel(tr("Signing somebody out cannot be undone."), role="muted", parent=self)
        self.one = QPushButton(self)
        self.one.setObjectName("signOut")
        self.one.setProperty("kind", "danger")
        self.one.setAccessibleDescription(tr("Ends the selected sessions; that cannot be undone"))
        self.one.clicked.connect(self._sign_out)
        self.all = QPushButton(self)
        self.all.setObjectName("signOutPerson")
        self.all.setProperty("kind", "danger")
        self.all.setAccessibleDescription(tr("Ends every session of this person; that cannot be undone"))
        self.all.clicked.connect(self._sign_out_person)
        headings = (tr("Who"), tr("Machine"), tr("Program"), tr("Since"), tr("Last activity"), tr("Ends"))
        self.roster = Roster(tr("Sessions"), "sessionRoster", headings, self)
        self.roster.itemSelectionChanged.connect(self._name_buttons)
        column = column_of(self, self._said, (self.one, self.all), self.roster)
        self._notice = NoticePlace(column, 1, stretch=1)
        self._name_buttons()

    @property
    @override
    def topics(self) -> frozenset[str]:
        return frozenset({"sessions", "users"})

    @override
    def reload(self, changes: Changes) -> None:
        work = partial(self.context.services.sessions.sessions, self.context.reader)
        self._reading.keep(self.context.tasks.submit(Lane.READ, work, done=self._show, failed=self._refuse))

    def _show(self, sessions: tuple[SessionView, ...]) -> None:
        self._sessions = {session.key: session for session in sessions}
        self.roster.fill([(session.key, _row(session)) for session in sessions])
        self.roster.setVisible(bool(sessions))
        if sessions:
            self._notice.say(None)
        else:
            text = tr("On a database of one's own nobody signs in. On a shared server everybody is listed here.")
            self._notice.say(
                Notice(tr("Nobody is signed in"), text, theme=self.context.theme, tone="empty", icon="users")
            )
        self._name_buttons()

    def _refuse(self, error: JarvisError) -> None:
        self._notice.say(Notice.for_error(error, theme=self.context.theme))

    @Slot()
    def _name_buttons(self) -> None:
        chosen = self.roster.chosen_keys()
        self.one.setText(
            tr_n("Sign out {n} session", "Sign out {n} sessions", len(chosen)) if chosen else tr("Sign out")
        )
        self.one.setEnabled(bool(chosen))
        person = self._person()
        name = self._sessions[self.roster.current_key].name if person else ""
        several = [each for each in self._sessions.values() if person and each.user_id == person]
        self.all.setText(
            tr_n(
                "Sign out {name} everywhere ({n})", "Sign out {name} everywhere ({n})", len(several), name=_brief(name)
            )
        )
        self.all.setToolTip(name)
        self.all.setVisible(bool(several))
        self._said.setVisible(bool(self._sessions))
        self.one.setVisible(bool(self._sessions))

    def _person(self) -> str:
        session = self._sessions.get(self.roster.current_key)
        return session.user_id if session is not None else ""

    @Slot()
    def _sign_out(self) -> None:
        self._revoke(self.roster.chosen_keys())

    @Slot()
    def _sign_out_person(self) -> None:
        person = self._person()
        self._revoke([key for key, each in self._sessions.items() if person and each.user_id == person])

    def _revoke(self, keys: list[str]) -> None:
        if keys:
            self.one.setEnabled(False)
            work = partial(self.context.services.sessions.revoke, keys, self.context.reader)
            self.context.tasks.submit(Lane.WRITE, work, done=self._on_revoked, failed=self._on_not_revoked, owner=self)

    def _on_revoked(self, changes: Changes) -> None:
        self.context.bus.publish(changes)
        self.context.say(tr("Signed out."))
        self.reload(changes)

    def _on_not_revoked(self, error: JarvisError) -> None:
        self.context.refuse(error)
        self._name_buttons()


def _brief(name: str) -> str:
    """The beginning of a long name: a button does not make the window grow."""
    return name if len(name) <= _NAME_LETTERS else f"{name[: _NAME_LETTERS - 1].rstrip()}…"


def _row(session: SessionView) -> list[str]:
    who = session.name or tr("unknown")
    if session.own:
        who = tr("{name} (this window)", name=who)
    return [
        who,
        session.machine or "—",
        session.program or tr("another program"),
        _told(session.since),
        _told(session.active_at),
        _told(session.expires_at),
    ]


def _told(moment: datetime | None) -> str:
    return here().instant(moment) if moment is not None else "—"
