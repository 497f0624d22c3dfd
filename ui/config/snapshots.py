"""The component `config_snapshots`: states of the configuration kept, compared, restored, and carried in files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.config.types import Change, State
from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.scope import Scope
from jarvis_desktop.core.words import mark, shown, tr, tr_n
from ui.components.component import Component, ComponentContext, Props
from ui.config import words
from ui.config.asking import fill
from ui.config.lists import Lines
from ui.config.restore_page import RestorePage
from ui.core.file_question import ask_for_file
from ui.core.locale import here
from ui.core.measures import SPACE_8, SPACE_16
from ui.core.notice import Notice
from ui.core.notice_place import NoticePlace
from ui.core.tasks import Lane, Latest
from ui.forms.widgets.choices import ChoiceBox

if TYPE_CHECKING:
    from jarvis_desktop.app.application import Application
    from jarvis_desktop.config.types import Snapshot, ThreeWay
    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.errors import JarvisError

_NOW = ""
_FILES = "JSON (*.json)"
_CHANGES = {
    Change.LEFT: mark("Changed in the second"),
    Change.RIGHT: mark("Changed in the third"),
    Change.SAME: mark("Changed alike in both"),
    Change.BOTH: mark("Changed differently in both"),
}
_PERMISSION = "config.write"


class ConfigSnapshots(Component):
    """Keeps the state, compares three, restores one, writes and reads files."""

    help_page = "snapshots"

    def __init__(self, context: ComponentContext, props: Props, parent: QWidget | None = None) -> None:
        super().__init__(context, props, parent)
        self._kept: tuple[Snapshot, ...] = ()
        self._reading: Latest[tuple[Snapshot, ...]] = Latest()
        self._comparing: Latest[tuple[ThreeWay, ...]] = Latest()
        self.name = QLineEdit(self)
        self.name.setObjectName("snapshotName")
        self.name.setPlaceholderText(tr("What to call the state as it is now"))
        self.name.setAccessibleName(tr("Name of a new snapshot"))
        self.name.returnPressed.connect(self.keep_state)
        self.keep_button = self._button("keepState", tr("Keep it"), self.keep_state)
        self.restore_button = self._button("restoreState", tr("Restore …"), self.restore_chosen)
        self.export_button = self._button("exportState", tr("Export …"), self.ask_where)
        self.import_button = self._button("importState", tr("Import …"), self.ask_what)
        headings = [tr("Name"), tr("When"), tr("Who"), tr("Bytes")]
        self.list = Lines(tr("Snapshots"), "snapshots", headings, self)
        self.list.currentItemChanged.connect(self._show_actions)
        self.sides = tuple(self._side(*each) for each in (
            ("compareBase", tr("From this state …")),
            ("compareLeft", tr("… the second state")),
            ("compareRight", tr("… and the third state")),
        ))  # fmt: skip
        self._said = QLabel(self)
        self._said.setProperty("role", "caption")
        headings = [tr("Part"), tr("Name"), tr("For"), tr("Change"), tr("First"), tr("Second"), tr("Third")]
        self.differences = Lines(tr("Differences"), "stateDifferences", headings, self)
        self._notice = NoticePlace(self._lay_out(), 0)
        self._show_actions()

    @property
    @override
    def topics(self) -> frozenset[str]:
        return frozenset({"config_snapshots", "config_values", "business_rules", "templates", "config_registry",
                          "hierarchy_layer_configurations"})  # fmt: skip

    @override
    def reload(self, changes: Changes) -> None:
        work = self.context.services.config_states.snapshots
        self._reading.keep(self.context.tasks.submit(Lane.READ, work, done=self._on_read, failed=self._refuse))

    @override
    def has_unsaved_input(self) -> bool:
        return bool(self.name.text().strip())

    @Slot()
    def keep_state(self) -> None:
        """Keep the complete state under the name that was typed."""
        name = self.name.text().strip()
        if not name:
            self.name.setFocus()
            self.context.say(tr("Give the state a name first"))
            return
        work = partial(self.context.services.config_states.take, name, self.context.reader)
        self.keep_button.setEnabled(False)
        self.context.tasks.submit(Lane.WRITE, work, done=self._on_kept, failed=self._on_not_kept, owner=self)

    @Slot()
    def restore_chosen(self) -> None:
        """Show what restoring the chosen snapshot would change, and ask why."""
        found = self._chosen()
        if found is not None:
            title = tr("Restore “{name}”", name=found.name)
            self.context.open_page(title, RestorePage(self.context, State(found.id), removing=True))

    @Slot()
    def ask_where(self) -> None:
        """Ask for the file that the state is written to."""
        title = tr("Export the configuration")
        ask_for_file(self, title, self.export_to, filters=_FILES, name="configuration.json", suffix="json")

    @Slot()
    def ask_what(self) -> None:
        """Ask for a file that a state was written to."""
        ask_for_file(self, tr("Import a configuration"), self.import_from, filters=_FILES)

    @Slot(str)
    def export_to(self, path: str) -> None:
        """Write the complete state to a file."""
        work = partial(_write, self.context.services, Path(path))
        self.context.tasks.submit(Lane.IO, work, done=self._on_written, failed=self._refuse, owner=self)

    @Slot(str)
    def import_from(self, path: str) -> None:
        """Read a state from a file, and show what it would change."""
        self.context.tasks.submit(
            Lane.IO, partial(_read, Path(path)), done=self._on_file, failed=self._refuse, owner=self
        )

    def _on_read(self, kept: tuple[Snapshot, ...]) -> None:
        self._kept = kept
        self._notice.say(None)
        self.list.fill(
            [(str(each.id), (each.name, here().instant(each.at), each.by, here().count(each.size))) for each in kept]
        )
        choices = [(_NOW, tr("As it is now")), *((str(each.id), each.name) for each in kept)]
        for side in self.sides:
            fill(side, choices)
        if kept and all(side.currentData() == _NOW for side in self.sides):
            self.sides[0].setCurrentIndex(1)  # the state now with itself says nothing
        self._show_actions()
        self._compare()

    def _on_kept(self, kept: Snapshot) -> None:
        self.name.clear()
        self.context.say(tr("“{name}” is kept", name=kept.name))
        self._show_actions()
        self.reload(self._changes)

    def _on_not_kept(self, error: JarvisError) -> None:
        self._show_actions()
        self._refuse(error)

    def _on_written(self, path: Path) -> None:
        self.context.say(tr("Written to {file}", file=path.name))

    def _on_file(self, read: tuple[str, str]) -> None:
        name, document = read
        page = RestorePage(self.context, State(document=document), removing=False)
        self.context.open_page(tr("Import “{name}”", name=name), page)

    @Slot()
    def _compare(self) -> None:
        base, left, right = (_state(side) for side in self.sides)
        if base == left == right:
            self._on_compared(())
            return
        work = partial(self.context.services.config_states.compare_three, base, left, right)
        self._comparing.keep(
            self.context.tasks.submit(Lane.READ, work, done=self._on_compared, failed=self._refuse, owner=self)
        )

    def _on_compared(self, found: tuple[ThreeWay, ...]) -> None:
        self._said.setText(tr_n("{n} difference", "{n} differences", len(found)) if found else tr("Nothing differs"))
        rows = []
        for at, each in enumerate(found):
            whom = words.whom(Scope(each.persona, each.agent_id, each.workflow_id))
            values = (words.value(value) for value in (each.base, each.left, each.right))
            rows.append((str(at), (words.part(each.part), each.name, whom, shown(_CHANGES[each.change]), *values)))
        self.differences.fill(rows)

    @Slot()
    def _show_actions(self) -> None:
        may = self.context.reader.may(_PERMISSION)
        self.keep_button.setEnabled(may)
        self.import_button.setEnabled(may)
        self.restore_button.setEnabled(may and self._chosen() is not None)

    def _chosen(self) -> Snapshot | None:
        return next((each for each in self._kept if str(each.id) == self.list.current_key), None)

    @Slot(object)
    def _refuse(self, error: JarvisError) -> None:
        self._notice.say(Notice.for_error(error, theme=self.context.theme))

    def _button(self, object_name: str, text: str, pressed: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(object_name)
        button.clicked.connect(pressed)
        return button

    def _side(self, object_name: str, name: str) -> ChoiceBox:
        box = ChoiceBox(self)
        box.setObjectName(object_name)
        box.setAccessibleName(name)
        box.activated.connect(self._compare)
        return box

    def _lay_out(self) -> QVBoxLayout:
        top = QHBoxLayout()
        top.setSpacing(SPACE_8)
        top.addWidget(self.name, 1)
        for button in (self.keep_button, self.restore_button, self.export_button, self.import_button):
            top.addWidget(button)
        compared = QHBoxLayout()
        compared.setSpacing(SPACE_8)
        for side in self.sides:
            column = QVBoxLayout()
            label = QLabel(side.accessibleName(), self)
            label.setProperty("role", "caption")
            label.setBuddy(side)
            column.addWidget(label)
            column.addWidget(side)
            compared.addLayout(column, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_8)
        whole.addLayout(top)
        whole.addWidget(self.list, 2)
        whole.addSpacing(SPACE_16)
        whole.addLayout(compared)
        whole.addWidget(self.differences, 3)
        whole.addWidget(self._said)
        return whole


def _state(side: ChoiceBox) -> State:
    chosen = side.currentData()
    return State(int(chosen)) if chosen else State()


def _write(services: Application, path: Path) -> Path:
    try:
        path.write_text(services.config_states.export() + "\n", encoding="utf-8")
    except OSError as error:
        raise ConfigurationError(
            tr("The file {file} cannot be written: {why}.", file=path.name, why=error.strerror or error)
        ) from error
    return path


def _read(path: Path) -> tuple[str, str]:
    from jarvis_desktop.config.states.service import MOST_DOCUMENT

    try:
        with path.open("rb") as content:
            document = content.read(MOST_DOCUMENT + 1)
    except OSError as error:
        raise ConfigurationError(
            tr("The file {file} cannot be read: {strerror}.", file=path.name, strerror=error.strerror or error)
        ) from error
    if len(document) > MOST_DOCUMENT:
        raise ConfigurationError(tr("This file is too large for a state of the configuration."))
    return path.name, document.decode("utf-8", "replace") or " "
