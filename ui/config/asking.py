"""For whom settings are asked: a persona, an agent, a workflow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from jarvis_desktop.core.scope import Scope
from jarvis_desktop.core.words import tr
from ui.core.measures import SPACE_8
from ui.forms.widgets.choices import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.config.reading import Everything, Named

_HIGHEST = 2**31 - 1


class AskBar(QWidget):
    """Whom the answers are for.

    Signals:
        asked (): another scope is asked for.
    """

    asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.persona = self._choice("settingPersona", tr("Asked for the persona"))
        self.agent = self._choice("settingAgent", tr("Asked for the agent"))
        self.workflow = QLineEdit(self)
        self.workflow.setObjectName("settingWorkflow")
        self.workflow.setPlaceholderText(tr("Any workflow"))
        self.workflow.setAccessibleName(tr("Asked for the workflow with this number"))
        self.workflow.setValidator(QIntValidator(0, _HIGHEST, self.workflow))
        self.workflow.setClearButtonEnabled(True)
        self.workflow.textChanged.connect(self._on_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        for part in (self.persona, self.agent, self.workflow):
            row.addWidget(part, 1)

    @property
    def scope(self) -> Scope:
        """The scope asked for."""
        agent, workflow = self.agent.currentData(), self.workflow.text()
        return Scope(self.persona.currentData() or None, int(agent) if agent else None,
                     int(workflow) if workflow.isdecimal() else None)  # fmt: skip

    def offer(self, read: Everything) -> None:
        """Offer these personas and agents; what is chosen stays where it can."""
        fill(self.persona, [("", tr("Everybody")), *read.personas])
        fill(self.agent, [("", tr("Any agent")), *read.agents])
        self.agent.setVisible(bool(read.agents))

    def _choice(self, object_name: str, name: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(object_name)
        box.setAccessibleName(name)
        box.activated.connect(self._on_asked)
        return box

    @Slot()
    def _on_asked(self) -> None:
        self.asked.emit()


def fill(box: ChoiceBox, choices: Sequence[Named]) -> None:
    """Offer other choices and keep the one chosen, else the first."""
    chosen = box.currentData()
    if [(box.itemData(at), box.itemText(at)) for at in range(box.count())] == list(choices):
        return
    box.clear()
    for key, name in choices:
        box.addItem(name, key)
    box.setCurrentIndex(max(0, box.findData(chosen)))
