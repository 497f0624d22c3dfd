"""What publishing a form would change, what it refuses, and its versions: three lists in one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import mark, shown, tr, tr_n
from jarvis_desktop.forms.versions.types import ChangeKind
from ui.core.icons import icon
from ui.core.locale import here

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jarvis_desktop.forms.versions.types import Publication, PublishedVersion
    from ui.core.theme import Theme

_ICON = 16
_LOOKS = {
    ChangeKind.TIGHTENED: ("shield-plus", "warning", mark("asks for more")),
    ChangeKind.LOOSENED: ("shield-minus", "success", mark("asks for less")),
    ChangeKind.ADDED: ("plus", "accent", mark("added")),
    ChangeKind.REMOVED: ("minus", "danger", mark("removed")),
    ChangeKind.RELABELLED: ("type", "muted", mark("other words")),
    ChangeKind.CHANGED: ("pencil", "muted", mark("changed")),
}


class PublicationView(QTreeWidget):
    """A branch for the changes, one for records that could not be saved any more, one for the versions."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[Publication, Sequence[PublishedVersion]] | None = None
        self.setObjectName("publication")
        self.setAccessibleName(tr("What publishing changes"))
        self.setColumnCount(3)
        self.setHeaderLabels([tr("What"), tr("Meaning"), tr("Stored records that it refuses")])
        self.setUniformRowHeights(False)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setStretchLastSection(False)
        for column in (1, 2):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        theme.follow(self, self._draw)

    def show_publication(self, found: Publication, versions: Sequence[PublishedVersion]) -> None:
        """Show what publishing would do, and what was published."""
        self._shown = (found, versions)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        self.clear()
        if self._shown is None:
            return
        found, versions = self._shown
        self._add_changes(found)
        self._add_examples(found)
        self._add_versions(versions)
        self.expandAll()
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def _add_changes(self, found: Publication) -> None:
        count = len(found.changes)
        title = tr("Published for the first time")
        if found.before:
            title = tr_n("{n} change", "{n} changes", count) if count else tr("No changes")
        if found.drafts:
            drafts = tr_n("{n} draft of it", "{n} drafts of it", found.drafts)
            title = f"{title} · {drafts}"
        branch = self._branch(title)
        known = {each.change: each.records for each in found.impacts}
        for change in found.changes:
            glyph, tone, meaning = _LOOKS[change.kind]
            words = f"{change.words} ({change.overlay})" if change.overlay else change.words
            item = QTreeWidgetItem(branch, [words, shown(meaning), ""])
            colour = str(getattr(self._theme.tokens, tone))
            item.setIcon(0, icon(glyph, colour, _ICON))
            if change in known:
                refused = known[change]
                item.setText(2, tr("not counted") if refused is None else grouped(refused))
                if refused:
                    item.setForeground(2, QBrush(QColor(self._theme.tokens.danger)))
            item.setToolTip(0, words)

    def _add_examples(self, found: Publication) -> None:
        if not found.examined:
            return
        title = (
            tr("All records examined could still be saved")
            if not found.examples
            else tr_n(
                "{bad} of {n} record examined could not be saved any more",
                "{bad} of the {n} latest records could not be saved any more",
                found.examined,
                bad=len(found.examples),
                n=found.examined,
            )
        )
        branch = self._branch(title)
        for example in found.examples:
            QTreeWidgetItem(branch, [f"{example.name}: {'; '.join(example.problems)}", "", ""])

    def _add_versions(self, versions: Sequence[PublishedVersion]) -> None:
        if not versions:
            return
        branch = self._branch(tr("Versions"))
        for version in versions:
            since = here().instant(version.effective_from)
            state = tr("in force") if version.in_force else ""
            note = f": {version.note}" if version.note else ""
            words = tr("Version {n}, from {when}", n=version.number, when=since)
            QTreeWidgetItem(branch, [f"{words}{note}", state, ""])

    def _branch(self, title: str) -> QTreeWidgetItem:
        branch = QTreeWidgetItem(self, [title, "", ""])
        branch.setFirstColumnSpanned(True)
        font = branch.font(0)
        font.setBold(True)
        branch.setFont(0, font)
        branch.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        return branch
