"""The button “Views” of a table's bar: filters, text and order kept under a name."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu, QToolButton

from jarvis_desktop.core.errors import InvalidInput
from jarvis_desktop.core.words import mark, tr
from jarvis_desktop.tables.codec import Narrowing
from jarvis_desktop.tables.filters import read
from jarvis_desktop.views.types import SavedView, SavedViews
from ui.components.table.actions import Group, TableAction
from ui.components.table.view_counts import ViewCounts
from ui.components.table.view_deletion import ViewDeletion
from ui.core.icons import icon
from ui.core.tasks import Lane, Latest

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction

    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.tables.types import TableInfo
    from jarvis_desktop.views.service import ViewService
    from jarvis_desktop.views.types import DeletedView
    from ui.components.record_table import RecordTable
    from ui.components.table.name_dialog import NameDialog

_SETTLE_MS = 400
_NAME_SHOWN = 24


class SavedFilters(QObject):
    """Applies, saves and manages the saved filters of one table.

    Signals:
        renamed (QToolButton, str): the button has other words.
    """

    renamed = Signal(object, str)

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._table = table
        self._saved = SavedViews()
        self._read = False
        self._active = 0
        self._reading: Latest[SavedViews] = Latest()
        self._dialog: NameDialog | None = None
        self._entries: dict[int, QAction] = {}
        self.words = tr("Views")
        self.counts = ViewCounts(table.context.services.tables, table.context.tasks, self)
        self.button = QToolButton(table)
        self.button.setObjectName("views")
        self.button.setProperty("kind", "tool")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self.button)
        self.menu.setObjectName("viewsMenu")
        self.menu.setToolTipsVisible(True)
        self.button.setMenu(self.menu)
        self._soon = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._connect()
        self._show_name()

    @property
    def views(self) -> tuple[SavedView, ...]:
        """The saved filters of the table, as far as they have been read."""
        return self._saved.views

    @property
    def active(self) -> SavedView | None:
        """The saved filter that was chosen last, while its name still stands for what is shown or was changed since."""
        return next((view for view in self._saved.views if view.id == self._active), None)

    @property
    def changed(self) -> bool:
        """Whether the list shows something else than the active one asks for."""
        view = self.active
        return view is not None and view.narrowing is not None and not self._shows(view.narrowing)

    def apply(self, view: SavedView) -> None:
        """Show what a saved filter asks for."""
        info = self._table_info()
        if view.narrowing is None or info is None:
            self._table.context.say(tr("“{name}” cannot be used. {problem}", name=view.name, problem=view.problem))
            return
        self._active = view.id
        wanted = typed(view.narrowing, info)
        if wanted.sort is not None and wanted.sort != self._table.source.sort:
            self._table.arranging.order(wanted.sort)
        self._table.bar.narrow(wanted.filters, wanted.text)
        self._show_name()

    def save_as(self) -> None:
        """Ask for a name for what is shown."""
        dialog = self._ask(tr("Save view"), tr("Save"), shareable=True)
        dialog.given.connect(self._on_new_name)

    def rename(self) -> None:
        """Ask for another name for the active one."""
        if self.active is not None:
            dialog = self._ask(tr("Rename view"), tr("Rename"), self.active.name, shareable=False)
            dialog.given.connect(self._on_other_name)

    def _connect(self) -> None:
        table = self._table
        self.menu.aboutToShow.connect(self._on_opening)
        self.menu.aboutToHide.connect(self._on_closing)
        self.counts.counted.connect(self._on_counted)
        self._soon.timeout.connect(self._count)
        table.bar.narrowed.connect(self._show_name)
        table.arranging.sorted_by.connect(self._show_name)
        table.context.theme.follow(table, self._show_name)
        table.context.bus.changed.connect(self._on_changes)

    @property
    def _service(self) -> ViewService:
        return self._table.context.services.views

    def _on_opening(self) -> None:
        self._fill()
        self._read_views()

    def _on_closing(self) -> None:
        self._soon.stop()
        self.counts.stop()

    def _read_views(self) -> None:
        table, services = self._table, self._table.context.services
        if table.source.plan is None:
            return
        name, reader = table.source.plan.table.name, table.context.reader
        task = table.context.tasks.submit(
            Lane.READ,
            lambda: services.views.views(name, reader),
            done=self._on_views,
            failed=self._on_unreadable,
        )
        self._reading.keep(task)

    def _on_views(self, saved: SavedViews) -> None:
        self._saved, self._read = saved, True
        self._show_name()
        if self.menu.isVisible():
            self._fill()
            self._count()

    def _on_unreadable(self, error: JarvisError) -> None:
        self._on_views(SavedViews(missing=error.message))

    def _count(self) -> None:
        plan = self._table.source.plan
        if plan is not None and self.menu.isVisible():
            self.counts.count(plan.query, self._saved.views)

    def _on_counted(self, view_id: int) -> None:
        entry, view = self._entries.get(view_id), self._view(view_id)
        if entry is not None and view is not None:
            entry.setText(self._words(view))

    def _on_changes(self, changes: Changes) -> None:
        if changes.touches(self._table.topics):
            self.counts.outdate()
            if self.menu.isVisible():
                self._soon.start()

    def _fill(self) -> None:
        """Put the saved filters and what can be done into the menu, as things are now."""
        self.menu.clear()
        self._entries.clear()
        for each in self._saved.views:
            self._add_view(each)
        if not self._saved.views:
            empty = self._saved.missing or (tr("No saved views yet") if self._read else tr("Looking for saved views"))
            self.menu.addAction(empty).setEnabled(False)
        self.menu.addSeparator()
        view, kept = self.active, not self._saved.missing
        mine = view is not None and view.changeable
        self._add("saveView", tr("Save as…"), self.save_as, enabled=kept)
        self._add("saveChanges", tr("Save changes"), self._save_changes, enabled=mine and self.changed)
        self._add("renameView", tr("Rename…"), self.rename, enabled=mine)
        sharing = self._add("shareView", tr("Share with everybody"), self._share, enabled=mine)
        sharing.setCheckable(True)
        sharing.setChecked(view is not None and view.shared)
        self._add_deletions()

    def _add_view(self, view: SavedView) -> None:
        entry = self.menu.addAction(self._words(view))
        entry.setObjectName(f"view-{view.id}")
        entry.setCheckable(True)
        entry.setChecked(view.id == self._active)
        if view.narrowing is None:
            entry.setIcon(icon("triangle-alert", self._table.context.theme.tokens.warning))
            entry.setToolTip(view.problem)
        elif view.shared:
            entry.setToolTip(tr("Shared") if view.mine else tr("Shared by {owner}", owner=view.owner))
        entry.triggered.connect(partial(self._on_chosen, view.id))
        self._entries[view.id] = entry

    def _add_deletions(self) -> None:
        deletable = [view for view in self._saved.views if view.changeable]
        if deletable:
            deletions = self.menu.addMenu(tr("Delete"))
            deletions.setObjectName("deleteViews")
            for view in deletable:
                deletions.addAction(view.name.replace("&", "&&")).triggered.connect(partial(self._delete, view.id))

    def _add(self, name: str, text: str, run: Callable[[], None], *, enabled: bool) -> QAction:
        entry = self.menu.addAction(text)
        entry.setObjectName(name)
        entry.setEnabled(enabled)
        entry.triggered.connect(run)
        return entry

    def _words(self, view: SavedView) -> str:
        shared = "" if view.mine else f" ({view.owner})"
        count = tr("cannot be used") if view.narrowing is None else self.counts.words(view.id)
        return f"{view.name}{shared}".replace("&", "&&").replace("\t", " ") + (f"\t{count}" if count else "")

    def _on_chosen(self, view_id: int, *_checked: bool) -> None:
        view = self._view(view_id)
        if view is not None:
            self.apply(view)

    def _on_new_name(self, name: str, shared: bool) -> None:  # noqa: FBT001 - a signal's payload
        plan, services, reader = self._table.source.plan, self._service, self._table.context.reader
        if plan is not None:
            table, narrowing = plan.table.name, self._narrowing()
            self._write(lambda: services.save(table, name, narrowing, reader, shared=shared))

    def _on_other_name(self, name: str, _shared: bool) -> None:  # noqa: FBT001 - a signal's payload
        view, services, reader = self.active, self._service, self._table.context.reader
        if view is not None:
            self._write(lambda: services.rename(view.id, name, reader))

    def _save_changes(self) -> None:
        view, services, reader = self.active, self._service, self._table.context.reader
        if view is not None:
            narrowing = self._narrowing()
            self._write(lambda: services.replace(view.id, narrowing, reader))

    def _share(self) -> None:
        view, services, reader = self.active, self._service, self._table.context.reader
        if view is not None:
            self._write(lambda: services.share(view.id, reader, shared=not view.shared))

    def _delete(self, view_id: int, *_checked: bool) -> None:
        view, services, reader = self._view(view_id), self._service, self._table.context.reader
        if view is not None:
            self._table.context.tasks.submit(
                Lane.WRITE,
                lambda: services.delete(view.id, reader),
                done=partial(self._on_deleted, view),
                failed=self._on_refused,
                owner=self,
            )

    def _write(self, work: Callable[[], SavedView]) -> None:
        self._table.context.tasks.submit(Lane.WRITE, work, done=self._on_stored, failed=self._on_refused)

    def _on_stored(self, view: SavedView) -> None:
        self._active = view.id
        self.counts.outdate(view.id)
        others = tuple(each for each in self._saved.views if each.id != view.id)
        self._saved = replace(
            self._saved, views=tuple(sorted((*others, view), key=lambda each: (each.name.casefold(), each.id)))
        )
        self._close_dialog()
        self._table.context.say(tr("View “{name}” saved", name=view.name))
        self._show_name()

    def _on_deleted(self, view: SavedView, deleted: DeletedView) -> None:
        self._saved = replace(self._saved, views=tuple(each for each in self._saved.views if each.id != view.id))
        context = self._table.context
        context.did(ViewDeletion(deleted, self._service, context.reader, context.tasks))
        self._show_name()

    def _on_refused(self, error: JarvisError) -> None:
        if self._dialog is not None:
            self._dialog.say(error.message)
        else:
            self._table.context.refuse(error)
            self._read_views()

    def _ask(self, title: str, verb: str, name: str = "", *, shareable: bool) -> NameDialog:
        from ui.components.table.name_dialog import NameDialog

        self._close_dialog()
        dialog = NameDialog(title, verb, name, shareable=shareable, parent=self._table)
        dialog.finished.connect(partial(self._on_dialog_closed, dialog))
        self._dialog = dialog
        dialog.open()
        return dialog

    def _close_dialog(self) -> None:
        if self._dialog is not None:
            dialog, self._dialog = self._dialog, None
            dialog.accept()

    def _on_dialog_closed(self, dialog: NameDialog, _result: int) -> None:
        if self._dialog is dialog:
            self._dialog = None

    def _narrowing(self) -> Narrowing:
        bar, source = self._table.bar, self._table.source
        return Narrowing(bar.filters, bar.text, source.sort)

    def _shows(self, narrowing: Narrowing) -> bool:
        info = self._table_info()
        if info is None:
            return False
        wanted, now = typed(narrowing, info), self._narrowing()
        return (wanted.filters, wanted.text) == (now.filters, now.text) and wanted.sort in {None, now.sort}

    def _table_info(self) -> TableInfo | None:
        return None if self._table.source.plan is None else self._table.source.plan.table

    def _view(self, view_id: int) -> SavedView | None:
        return next((view for view in self._saved.views if view.id == view_id), None)

    def _show_name(self, *_payload: object) -> None:
        if self._active and self.active is None:
            self._active = 0
        view, tokens = self.active, self._table.context.theme.tokens
        self.button.setIcon(icon("bookmark", tokens.accent if view else tokens.muted))
        name = f"{view.name}{' *' if self.changed else ''}" if view else tr("Views")
        self.words = name if len(name) <= _NAME_SHOWN else f"{name[: _NAME_SHOWN - 1]}…"
        self.renamed.emit(self.button, self.words)
        words = tr("View: {name}", name=name) if view else tr("Saved views")
        self.button.setAccessibleName(words)
        self.button.setToolTip(f"{words} (V)")


def typed(narrowing: Narrowing, info: TableInfo) -> Narrowing:
    """The saved filters with values of their columns' types, as the editor makes them."""
    filters = []
    for condition in narrowing.filters:
        column = info.column(condition.column)
        with suppress(InvalidInput):
            filters.append(condition if column is None else read(column, condition))
    return replace(narrowing, filters=tuple(filters))


def _open(table: RecordTable) -> None:
    if table.saved is not None:
        table.menu.drop(table.saved.button)


def _save(table: RecordTable) -> None:
    if table.saved is not None:
        table.saved.save_as()


def _offered(table: RecordTable) -> bool:
    return table.saved is not None


def _is_open(table: RecordTable) -> bool:
    return table.source.plan is not None


ACTIONS: tuple[TableAction, ...] = (
    TableAction(
        "views",
        mark("Saved views…"),
        Group.VIEW,
        _open,
        icon="bookmark",
        shortcut="Ctrl+Shift+V",
        applies=_is_open,
        offered=_offered,
    ),
    TableAction(
        "views-by-letter",
        mark("Saved views…"),
        Group.VIEW,
        _open,
        shortcut="V",
        applies=_is_open,
        offered=_offered,
        listed=False,
    ),
    TableAction("save-view", mark("Save view as…"), Group.VIEW, _save, applies=_is_open, offered=_offered),
)
