"""“Who are you?”: asked on a shared server whose people this system account cannot be matched with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr
from ui.core.measures import SPACE_8, SPACE_16, SPACE_32
from ui.core.tasks import Lane
from ui.people.roster import Roster

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.people.directory.types import Candidate
    from ui.components.component import ComponentContext

_WIDTH = 680


class WhoPage(QWidget):
    """Offers the people no account was given to yet, and to be somebody new.

    Signals:
        answered (str): the account is the person of that user id from now on.
    """

    answered = Signal(str)
    help_page = "people"

    def __init__(self, context: ComponentContext, account: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._account = account
        self._asked = ""
        self._people: dict[str, Candidate] = {}
        self._read = False
        self.setObjectName("whoPage")
        title = QLabel(tr("Who are you?"), self)
        title.setProperty("role", "title")
        lead = QLabel(self)
        lead.setProperty("role", "muted")
        lead.setWordWrap(True)
        lead.setText(
            tr(
                "This database does not know the account “{account}” of this computer. It is asked once.",
                account=account,
            )
        )
        self.search = QLineEdit(self)
        self.search.setObjectName("whoSearch")
        self.search.setPlaceholderText(tr("Search by name or e-mail"))
        self.search.setAccessibleName(tr("Search by name or e-mail"))
        self.search.setAccessibleDescription(tr("Narrows the list of people below"))
        self.search.textChanged.connect(self._fill)
        self.roster = Roster(tr("People"), "whoRoster", (tr("Name"), tr("E-mail"), ""), self)
        header = self.roster.header()
        header.setStretchLastSection(False)
        # Names and addresses share the width: a long one is elided, and nothing lies beyond the edge.
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        self.roster.currentItemChanged.connect(self._name_buttons)
        self.roster.opened.connect(self._claim)
        self._problem = QLabel(self)
        self._problem.setObjectName("whoProblem")
        self._problem.setProperty("role", "problem")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self.me = QPushButton(self)
        self.me.setObjectName("thisIsMe")
        self.me.setProperty("kind", "primary")
        self.me.setAccessibleDescription(tr("From now on this account is that person"))
        self.me.clicked.connect(self._claim_current)
        self.new = QPushButton(tr("I am not in this list"), self)
        self.new.setObjectName("iAmNew")
        self.new.setAccessibleDescription(tr("Adds you to the people of this database"))
        self.new.clicked.connect(self._add)
        self._arrange((title, lead, self.search))
        self._name_buttons()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._read:
            self._read = True
            work = self._context.services.directory.candidates
            self._context.tasks.submit(Lane.READ, work, done=self._show, failed=self._say, owner=self)

    def _arrange(self, above: tuple[QWidget, ...]) -> None:
        inside = QWidget(self)
        inside.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inside)
        column.setContentsMargins(SPACE_16, SPACE_32, SPACE_16, SPACE_32)
        column.setSpacing(SPACE_16)
        for widget in above:
            column.addWidget(widget)
        column.addWidget(self.roster, 1)
        column.addWidget(self._problem)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_8)
        buttons.addWidget(self.me)
        buttons.addWidget(self.new)
        buttons.addStretch(1)
        column.addLayout(buttons)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addStretch(1)
        outer.addWidget(inside, 6)
        outer.addStretch(1)

    def _show(self, people: tuple[Candidate, ...]) -> None:
        self._people = {each.user_id: each for each in people}
        self._fill()
        self.search.setFocus()

    @Slot()
    def _fill(self) -> None:
        wanted = self.search.text().casefold().split()
        self.roster.fill(
            [
                (each.user_id, (each.name, each.email, each.why_not))
                for each in self._people.values()
                if all(word in f"{each.name} {each.email} {each.user_id}".casefold() for word in wanted)
            ]
        )
        self._name_buttons()

    @Slot()
    def _name_buttons(self) -> None:
        person = self._people.get(self.roster.current_key)
        self.me.setText(tr("I am {name}", name=person.name[:60]) if person is not None else tr("That is me"))
        self.me.setEnabled(person is not None and person.open and not self._asked)

    @Slot()
    def _claim_current(self) -> None:
        self._claim(self.roster.current_key)

    @Slot(str)
    def _claim(self, user_id: str) -> None:
        person = self._people.get(user_id)
        if person is None or self._asked:
            return
        if not person.open:
            self._say_text(person.why_not)
            return
        self._ask(user_id, partial(self._context.services.directory.claim, user_id, self._account))

    @Slot()
    def _add(self) -> None:
        if not self._asked:
            self._ask(self._account, partial(self._context.services.people.ensure_user, self._account))

    def _ask(self, user_id: str, work: partial[Changes]) -> None:
        self._asked = user_id
        self._name_buttons()
        self._context.tasks.submit(Lane.WRITE, work, done=self._on_stored, failed=self._say, owner=self)

    def _on_stored(self, changes: Changes) -> None:
        self._context.bus.publish(changes)
        self._context.close_page()
        self.answered.emit(self._asked)

    def _say(self, error: JarvisError) -> None:
        self._asked = ""
        self._say_text(f"{error.message} {error.hint}".strip())
        self._name_buttons()

    def _say_text(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()
