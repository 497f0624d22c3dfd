"""The component `config_approvals`: values that wait for a second person, approved or refused."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.config.types import Written
from jarvis_desktop.core.words import mark, shown, tr, tr_n
from ui.components.component import Component, ComponentContext, Props
from ui.config import words
from ui.config.lists import Lines
from ui.core.locale import here
from ui.core.measures import SPACE_8
from ui.core.notice import Notice
from ui.core.notice_place import NoticePlace
from ui.core.tasks import Lane, Latest

if TYPE_CHECKING:
    from collections.abc import Callable

    from jarvis_desktop.config.types import Proposal
    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.errors import JarvisError

_OUTCOMES = {
    "": mark("Waits"),
    "approved": mark("Approved"),
    "refused": mark("Refused"),
    "withdrawn": mark("Withdrawn"),
}
_PERMISSION = "config.write"


class ConfigApprovals(Component):
    """The values that wait; somebody else than who proposed one approves it, or refuses it with a word why."""

    help_page = "snapshots"

    def __init__(self, context: ComponentContext, props: Props, parent: QWidget | None = None) -> None:
        super().__init__(context, props, parent)
        self._found: tuple[Proposal, ...] = ()
        self._reading: Latest[tuple[Proposal, ...]] = Latest()
        self.decided = QCheckBox(tr("Also those that were decided"), self)
        self.decided.toggled.connect(self._read)
        headings = [tr("Setting"), tr("For"), tr("Holds"), tr("Who"), tr("When"), tr("Outcome"), tr("Reason"),
                    tr("Value")]  # fmt: skip
        self.list = Lines(tr("Values that wait"), "proposals", headings, self)
        self.list.currentItemChanged.connect(self._show_actions)
        self._count = QLabel(self)
        self._count.setProperty("role", "caption")
        self.note = QLineEdit(self)
        self.note.setObjectName("decisionNote")
        self.note.setPlaceholderText(tr("A word about the decision"))
        self.note.setAccessibleName(tr("A word about the decision"))
        self.note.textChanged.connect(self._show_actions)
        self.approve_button = QPushButton(tr("Approve"), self)
        self.approve_button.setObjectName("approveValue")
        self.approve_button.setProperty("kind", "primary")
        self.approve_button.clicked.connect(self.approve)
        self.refuse_button = QPushButton(tr("Refuse"), self)
        self.refuse_button.setObjectName("refuseValue")
        self.refuse_button.clicked.connect(self.refuse)
        self._notice = NoticePlace(self._lay_out(), 0)
        self._show_actions()

    @property
    @override
    def topics(self) -> frozenset[str]:
        return frozenset({"desktop.config_proposals"})

    @override
    def reload(self, changes: Changes) -> None:
        work = partial(self.context.services.config.proposals, waiting=not self.decided.isChecked())
        self._reading.keep(self.context.tasks.submit(Lane.READ, work, done=self._on_read, failed=self._refused))

    @override
    def has_unsaved_input(self) -> bool:
        return bool(self.note.text().strip())

    @Slot()
    def approve(self) -> None:
        """Store the chosen value."""
        self._decide(self.context.services.config_writer.approve)

    @Slot()
    def refuse(self) -> None:
        """Refuse the chosen value, or withdraw one's own."""
        self._decide(self.context.services.config_writer.refuse)

    def _decide(self, decide: Callable[..., Written | Changes]) -> None:
        chosen = self._chosen()
        if chosen is None:
            return
        work = partial(decide, chosen.id, self.context.reader, note=self.note.text())
        self.approve_button.setEnabled(False)
        self.refuse_button.setEnabled(False)
        self.context.tasks.submit(Lane.WRITE, work, done=self._on_decided, failed=self._refused, owner=self)

    def _on_decided(self, done: Written | Changes) -> None:
        self.note.clear()
        self._notice.say(None)
        changes = done.changes if isinstance(done, Written) else done
        self.context.say(tr("The value is in its place") if isinstance(done, Written) else tr("The value is refused"))
        self.context.bus.publish(changes)
        self.reload(changes)

    @Slot()
    def _read(self) -> None:
        self.reload(self._changes)

    def _on_read(self, found: tuple[Proposal, ...]) -> None:
        self._found = found
        self.list.fill(
            [
                (
                    str(each.id),
                    (
                        each.wish.key,
                        words.whom(each.wish.scope),
                        words.span(each.wish.effective_from, each.wish.effective_to),
                        each.by,
                        here().instant(each.at),
                        " ".join(filter(None, (shown(_OUTCOMES[each.outcome]), each.decided_by))),
                        " / ".join(filter(None, (each.reason, each.note))),
                        words.value(each.wish.value),
                    ),
                )
                for each in found
            ]
        )
        waiting = sum(not each.outcome for each in found)
        self._count.setText(tr_n("{n} value waits", "{n} values wait", waiting) if waiting else tr("No value waits."))
        self._show_actions()

    @Slot()
    def _show_actions(self) -> None:
        chosen = self._chosen()
        may = chosen is not None and not chosen.outcome and self.context.reader.may(_PERMISSION)
        own = chosen is not None and chosen.by == self.context.reader.user_id
        self.approve_button.setEnabled(may and not own)
        self.refuse_button.setText(tr("Withdraw") if own else tr("Refuse"))
        self.refuse_button.setEnabled(may and bool(self.note.text().strip()))
        self.note.setEnabled(may)

    def _chosen(self) -> Proposal | None:
        return next((each for each in self._found if str(each.id) == self.list.current_key), None)

    @Slot(object)
    def _refused(self, error: JarvisError) -> None:
        self._show_actions()
        self._notice.say(Notice.for_error(error, theme=self.context.theme))

    def _lay_out(self) -> QVBoxLayout:
        top = QHBoxLayout()
        top.addWidget(self._count, 1)
        top.addWidget(self.decided)
        decision = QHBoxLayout()
        decision.setSpacing(SPACE_8)
        decision.addWidget(self.note, 1)
        decision.addWidget(self.refuse_button)
        decision.addWidget(self.approve_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_8)
        whole.addLayout(top)
        whole.addWidget(self.list, 1)
        whole.addLayout(decision)
        return whole
