"""The page that shows what a state would change, and restores it, whole or in part."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from jarvis_desktop.core.errors import ConfigurationError, InvalidInput
from jarvis_desktop.core.words import tr, tr_n
from ui.config import words
from ui.config.lists import Lines
from ui.core.measures import SPACE_8, SPACE_12
from ui.core.notice import Notice
from ui.core.notice_place import NoticePlace
from ui.core.tasks import Lane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTreeWidgetItem

    from jarvis_desktop.config.types import Restored, RestorePlan, State
    from jarvis_desktop.core.errors import JarvisError
    from ui.components.component import ComponentContext

_CHECKED = Qt.ItemDataRole.CheckStateRole


class RestorePage(QWidget):
    """What restoring would change, by part and name; what is ticked is restored, with a reason.

    With `removing`, what the state lacks is removed.
    """

    help_page = "snapshots"

    def __init__(self, context: ComponentContext, state: State, *, removing: bool) -> None:
        super().__init__()
        self._context = context
        self._state = state
        self._removing = removing
        self.plan: RestorePlan | None = None
        self.whole_only = False
        self._about = QLabel(tr("Looking what would change …"), self)
        self._about.setWordWrap(True)
        headings = [tr("Part"), tr("Name"), tr("As it is"), tr("As it would be")]
        self.list = Lines(tr("What would change"), "restorePlan", headings, self)
        self.list.itemChanged.connect(self._on_ticked)
        self.reason = QLineEdit(self)
        self.reason.setObjectName("restoreReason")
        self.reason.setPlaceholderText(tr("Why? The change log keeps it."))
        self.reason.setAccessibleName(tr("Why"))
        self.reason.textChanged.connect(self._show_actions)
        self.button = QPushButton(tr("Restore"), self)
        self.button.setObjectName("restoreNow")
        self.button.setProperty("kind", "primary")
        self.button.clicked.connect(self.restore)
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 0)
        self._progress.setAccessibleName(tr("Restoring"))
        column = QVBoxLayout(self)
        column.setSpacing(SPACE_12)
        column.addWidget(self._about)
        column.addWidget(self.list, 1)
        column.addWidget(self._progress)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(self.reason, 1)
        row.addWidget(self.button)
        column.addLayout(row)
        self._notice = NoticePlace(column, 1)
        self._busy = True
        self._show_actions()
        work = partial(context.services.config_states.preview, state, removing=removing)
        context.tasks.submit(Lane.WRITE, work, done=self._on_plan, failed=self._on_refused, owner=self)

    def has_unsaved_input(self) -> bool:
        """Whether a reason was typed that nothing was done with."""
        return bool(self.reason.text().strip())

    @property
    def chosen(self) -> dict[str, list[str]]:
        """The names that are ticked, by part; empty where everything is."""
        found: dict[str, list[str]] = {}
        if not self._all():
            for item in filter(_ticked, self._items()):
                part, name = self._key(item)
                found.setdefault(part, []).append(name)
        return found

    @Slot()
    def restore(self) -> None:
        """Restore what is ticked."""
        if self.plan is None or not self.reason.text().strip():
            return
        work = partial(
            self._context.services.config_states.restore,
            self._state,
            self._context.reader,
            reason=self.reason.text(),
            only=self.chosen,
            removing=self._removing,
        )
        self._busy = True
        self._show_actions()
        self._context.tasks.submit(Lane.WRITE, work, done=self._on_restored, failed=self._on_refused, owner=self)

    def _on_plan(self, plan: RestorePlan) -> None:
        self.plan = plan
        self._busy = False
        listed: dict[tuple[str, str], tuple[Any, Any]] = {}
        for part in plan.parts:
            for before, after in part.examples:
                name = words.name_of(part.part, before if after is None else after)
                listed.setdefault((part.part, name), (before, after))
        self.list.fill(
            [
                (f"{part}\0{name}", (words.part(part), name, *words.differing(before, after)))
                for (part, name), (before, after) in listed.items()
            ]
        )
        counted = sum(part.added + part.changed + part.removed for part in plan.parts)
        shown = sum(len(part.examples) for part in plan.parts)
        self.whole_only = shown < counted
        self.list.blockSignals(True)
        for item in self._items():
            if not self.whole_only:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(0, Qt.CheckState.Checked)
        self.list.blockSignals(False)
        self.list.fit()
        said = [words.part_change(part) for part in plan.parts] or [tr("Nothing would change.")]
        if self.whole_only:
            said.append(tr_n("The first {n} row is listed; all are restored.",
                             "The first {n} rows are listed; all are restored.", shown))  # fmt: skip
        self._about.setText("\n".join(said))
        if plan.problems:
            self._on_refused(InvalidInput(list(plan.problems)))
        self._show_actions()

    def _on_restored(self, done: Restored) -> None:
        self.reason.clear()
        self._context.bus.publish(done.changes)
        self._context.say(tr("Restored; the state before is kept as a snapshot"))
        self._context.close_page()

    def _on_refused(self, error: JarvisError) -> None:
        self._busy = False
        if isinstance(error, InvalidInput):
            said = "\n".join(problem.message for problem in error.problems)
            error = ConfigurationError(said, title=tr("Some values do not fit"), hint=tr("Nothing was changed."))
        elif self.plan is None:
            self._about.setText(tr("This state cannot be restored."))
        self._notice.say(Notice.for_error(error, theme=self._context.theme))
        self._show_actions()

    @Slot()
    def _on_ticked(self) -> None:
        self._show_actions()

    @Slot()
    def _show_actions(self) -> None:
        self._progress.setVisible(self._busy)
        something = self.plan is not None and bool(self.plan.parts)
        ticked = something and (self.whole_only or any(map(_ticked, self._items())))
        self.button.setEnabled(not self._busy and ticked and bool(self.reason.text().strip()))
        self.reason.setEnabled(something)

    def _all(self) -> bool:
        return self.whole_only or all(map(_ticked, self._items()))

    def _items(self) -> list[QTreeWidgetItem]:
        found = (self.list.topLevelItem(at) for at in range(self.list.topLevelItemCount()))
        return [item for item in found if item is not None]

    def _key(self, item: QTreeWidgetItem) -> tuple[str, str]:
        part, _, name = str(item.data(0, Qt.ItemDataRole.UserRole)).partition("\0")
        return part, name


def _ticked(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) is Qt.CheckState.Checked
