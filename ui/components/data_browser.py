"""All tables of the database, for administrators: choose one, see its records, change them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QBrush, QHideEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from jarvis_desktop.core.words import shown, tr
from jarvis_desktop.tables.kinds import SECTION_NAMES
from jarvis_desktop.tables.permission import SECRET_TABLES, secret
from ui.components.component import Component
from ui.components.master_detail import MasterDetail
from ui.components.table.panes import PaneMemory
from ui.core.clearing import offer_clearing
from ui.core.measures import FONT_CAPTION, SPACE_8, SPACE_16, zoomed
from ui.core.notice import Notice
from ui.core.notice_place import NoticePlace
from ui.core.sides import margins
from ui.core.tasks import Lane, Latest

if TYPE_CHECKING:
    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.errors import JarvisError
    from jarvis_desktop.tables.types import TableInfo
    from ui.components.component import ComponentContext, Props

PERMISSION = "data.browse"
_NAME = int(Qt.ItemDataRole.UserRole)
_LIST_WIDTH = 280


class DataBrowser(Component):
    """The tables by section at the left; the chosen one's records and form at the right.

    A table left with typed input stays as it is and is found again so.
    """

    help_page = "data-and-configuration"

    def __init__(self, context: ComponentContext, props: Props, parent: QWidget | None = None) -> None:
        super().__init__(context, props, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._tables: tuple[TableInfo, ...] = ()
        self._pages: dict[str, MasterDetail] = {}
        self._latest: Latest[tuple[TableInfo, ...]] = Latest()
        self._wanted = ""
        self._secret: Notice | None = None
        self._remembered: dict[str, Mapping[str, Any]] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._allowed = context.reader.may(PERMISSION)
        if not self._allowed:
            self._column.addWidget(self._refusal())
            return
        self.search = QLineEdit(self, placeholderText=tr("Find a table"))
        offer_clearing(self.search)
        self.search.setObjectName("findTable")
        self.search.setAccessibleName(tr("Find a table"))
        self.list = QListWidget(self)
        self.list.setObjectName("tables")
        self.list.setAccessibleName(tr("Tables"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(
            Notice(
                tr("Select a table"), tr("Its records appear here."), theme=context.theme, tone="empty", icon="table-2"
            )
        )
        self._lay_out()
        self.search.textChanged.connect(self._narrow)
        self.list.currentItemChanged.connect(self._on_chosen)
        context.theme.follow(self, self._fill)

    @override
    def reload(self, changes: Changes) -> None:
        if self._allowed:
            self.panes.recall()
            self._read()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._allowed:
            self.panes.flush()

    @override
    def has_unsaved_input(self) -> bool:
        return any(page.has_unsaved_input() for page in self._pages.values())

    @override
    def state(self) -> Mapping[str, Any]:
        if not self._allowed:
            return {}
        row = self.list.currentRow()
        chosen = self.list.item(row).data(_NAME) if row >= 0 else self._wanted
        pages = {name: dict(page.state()) for name, page in self._pages.items()}
        return {
            "table": chosen,
            "search": self.search.text(),
            "sizes": self._splitter.sizes(),
            "pages": {**self._remembered, **pages},
        }

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        if not self._allowed:
            return
        table, search, pages = state.get("table"), state.get("search"), state.get("pages")
        self.panes.resume(state)
        self.search.setText(search if isinstance(search, str) else "")
        self._wanted = table if isinstance(table, str) else ""
        known = pages.items() if isinstance(pages, Mapping) else ()
        self._remembered = {name: page for name, page in known if isinstance(page, Mapping)}
        self._choose_wanted()

    def show_table(self, name: str) -> None:
        """Choose the table of that name."""
        for place in range(self.list.count()):
            if self.list.item(place).data(_NAME) == name:
                self.list.setCurrentRow(place)

    def _refusal(self) -> Notice:
        return Notice(
            tr("The tables are not open to you"),
            tr(
                "The persona “{persona}” lacks the permission {permission}.",
                persona=self.context.reader.persona,
                permission=PERMISSION,
            ),
            theme=self.context.theme,
            tone="empty",
            icon="lock",
        )

    def _lay_out(self) -> None:
        side = QWidget()
        self._side = QVBoxLayout(side)
        self._trouble = NoticePlace(self._side, 1)
        self._side.setContentsMargins(margins(0, 0, SPACE_16, 0))
        self._side.setSpacing(SPACE_8)
        self._side.addWidget(self.search)
        self._side.addWidget(self.list, 1)
        content = QWidget()
        beside = QVBoxLayout(content)
        beside.setContentsMargins(margins(SPACE_16, 0, 0, 0))
        beside.addWidget(self.stack)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(side)
        splitter.addWidget(content)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([zoomed(_LIST_WIDTH), zoomed(1000)])
        splitter.splitterMoved.connect(self._on_moved)
        self._splitter = splitter
        self.panes = PaneMemory(self.context, "data_browser#panes", splitter)
        self._column.addWidget(splitter)

    @Slot()
    def _on_moved(self) -> None:
        self.arranged.emit()

    @Slot()
    def _read(self) -> None:
        tables = self.context.services.tables
        self._latest.keep(
            self.context.tasks.submit(Lane.READ, tables.tables, done=self._on_read, failed=self._on_failed)
        )

    def _on_read(self, tables: tuple[TableInfo, ...]) -> None:
        self._trouble.say(None)
        self._tables = tables
        self._fill()
        self._choose_wanted()

    def _choose_wanted(self) -> None:
        """Show the table that was shown when the window closed."""
        if self._wanted and self._tables:
            wanted, self._wanted = self._wanted, ""
            if self.list.currentRow() < 0:
                self.show_table(wanted)

    def _on_failed(self, error: JarvisError) -> None:
        trouble = Notice.for_error(error, theme=self.context.theme, action_text=tr("Try again"))
        trouble.action.connect(self._read)
        self._trouble.say(trouble)

    @Slot()
    def _fill(self) -> None:
        row = self.list.currentRow()
        chosen = self.list.item(row).data(_NAME) if row >= 0 else ""
        self.list.blockSignals(True)
        self.list.clear()
        section = ""
        for table in self._tables:
            if table.section != section:
                section = table.section
                self.list.addItem(self._heading(section))
            self.list.addItem(self._entry(table))
        if chosen:
            self.show_table(chosen)
        self.list.blockSignals(False)
        self._narrow(self.search.text())

    def _heading(self, section: str) -> QListWidgetItem:
        item = QListWidgetItem(shown(SECTION_NAMES[section]) if section in SECTION_NAMES else section)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        font = self.list.font()
        font.setPixelSize(zoomed(FONT_CAPTION))
        font.setBold(True)
        item.setFont(font)
        item.setForeground(QBrush(self.context.theme.color("muted")))
        return item

    def _entry(self, table: TableInfo) -> QListWidgetItem:
        item = QListWidgetItem(table.label)
        item.setData(_NAME, table.name)
        item.setToolTip(table.name)
        if not table.exists:
            item.setText(tr("{label} (not in this database)", label=table.label))
            item.setToolTip(tr("{name} is not in this database", name=table.name))
            item.setForeground(QBrush(self.context.theme.color("muted")))
        return item

    @Slot(str)
    def _narrow(self, text: str) -> None:
        """Show the tables whose label or name contains the text, and the headings that have any."""
        wanted = text.strip().casefold()
        heading: QListWidgetItem | None = None
        for place in range(self.list.count()):
            item = self.list.item(place)
            name = item.data(_NAME)
            if name is None:
                heading = item
                heading.setHidden(True)
                continue
            hidden = wanted not in name and wanted not in item.text().casefold()
            item.setHidden(hidden)
            if heading is not None and not hidden:
                heading.setHidden(False)

    @Slot(QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None and item.data(_NAME) is not None:
            self._show(item.data(_NAME))

    def _show(self, name: str) -> None:
        self._drop_untouched(but=name)
        if name in SECRET_TABLES:
            self._show_secret(name)
            return
        if name not in self._pages:
            title = next((table.label for table in self._tables if table.name == name), name)
            props = {"table": name, "title": title, "new": True}
            page = self._pages[name] = MasterDetail(self.context, props, self)
            page.arranged.connect(self.arranged)
            left = self._remembered.pop(name, None)
            if left is not None:
                page.restore(left)
            self.stack.addWidget(self._pages[name])
        self.stack.setCurrentWidget(self._pages[name])
        self.arranged.emit()

    def _show_secret(self, name: str) -> None:
        """Say why the rows of a table are not shown, and where what may be seen of them is."""
        if self._secret is None:
            why = secret(name)
            said = f"{why.message} {why.hint}"
            self._secret = Notice(
                why.title,
                said,
                theme=self.context.theme,
                tone="empty",
                icon="lock",
                action_text=tr("Show who is signed in"),
            )
            self._secret.action.connect(self._show_sessions)
            self.stack.addWidget(self._secret)
        self.stack.setCurrentWidget(self._secret)
        self.arranged.emit()

    @Slot()
    def _show_sessions(self) -> None:
        self.context.open_component("session_list", tr("Signed in"), {})

    def _drop_untouched(self, *, but: str) -> None:
        for name, page in list(self._pages.items()):
            if name != but and not page.has_unsaved_input():
                del self._pages[name]
                self.stack.removeWidget(page)
                page.hide()
                page.deleteLater()
