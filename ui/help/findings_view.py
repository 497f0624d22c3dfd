"""Findings as a tree: parts, and below them a line for each thing looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget
from typing_extensions import override

from jarvis_desktop.app.findings import VERDICT_WORDS, Finding, Part, Verdict
from jarvis_desktop.core.words import shown, tr
from ui.core.elided import wrappable
from ui.core.icons import icon
from ui.core.measures import zoomed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jarvis_desktop.core.words import Text
    from ui.core.theme import Theme

VERDICT_LOOKS: dict[Verdict, tuple[str, str, Text]] = {
    Verdict.OK: ("circle-check", "success", VERDICT_WORDS[Verdict.OK]),
    Verdict.WARN: ("triangle-alert", "warning", VERDICT_WORDS[Verdict.WARN]),
    Verdict.BAD: ("circle-x", "danger", VERDICT_WORDS[Verdict.BAD]),
}
"""Icon, colour token and word of each verdict."""

_VERDICT = Qt.ItemDataRole.UserRole
_NAME_SHARE = 0.26


class FindingsView(QTreeWidget):
    """Every line has its sign, and says it to those who do not see it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("findings")
        self.setAccessibleName(tr("What was found"))
        self.setAccessibleDescription(tr("Each line says what was looked at, what was found, and what to do."))
        self.setColumnCount(2)
        self.setHeaderLabels([tr("Looked at"), tr("Found")])
        self.setWordWrap(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setIconSize(QSize(zoomed(16), zoomed(16)))
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.header().setStretchLastSection(True)
        self.header().setSectionsMovable(False)
        theme.changed.connect(self._tint)

    def show_parts(self, parts: Iterable[Part]) -> None:
        """Show these and nothing else."""
        self.clear()
        for part in parts:
            self.add_part(part)

    def add_part(self, part: Part) -> None:
        """Show one more part; open, as most people look for what is wrong in it."""
        top = QTreeWidgetItem(self, [part.title, ""])
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        top.setFont(0, bold)
        self._mark(top, part.verdict)
        for finding in part.findings:
            line = QTreeWidgetItem(top, _words(finding))
            self._mark(line, finding.verdict)
            line.setToolTip(1, _plain(finding))
        top.setExpanded(True)
        if self.currentItem() is None:
            self.setCurrentItem(top)

    def narrow(self, *, only_attention: bool) -> int:
        """Hide what is fine, or show everything; answers how many findings are left."""
        left = 0
        for top in self._tops():
            inside = 0
            for line in _lines(top):
                hidden = only_attention and line.data(0, _VERDICT) == Verdict.OK
                line.setHidden(hidden)
                inside += not hidden
            top.setHidden(not inside)
            left += inside
        current = self.currentItem()
        if current is None or current.isHidden():
            first = next((top for top in self._tops() if not top.isHidden()), None)
            if first is not None:
                self.setCurrentItem(first)
        return left

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnWidth(0, max(160, int(self.viewport().width() * _NAME_SHARE)))
        # What wraps has another height now.
        self.scheduleDelayedItemsLayout()

    def _mark(self, item: QTreeWidgetItem, verdict: Verdict) -> None:
        item.setData(0, _VERDICT, str(verdict))
        name, token, word = VERDICT_LOOKS[verdict]
        item.setIcon(0, icon(name, str(getattr(self._theme.tokens, token))))
        item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{item.text(0)}: {shown(word)}")
        item.setToolTip(0, shown(word))

    @Slot()
    def _tint(self) -> None:
        self.setIconSize(QSize(zoomed(16), zoomed(16)))
        for top in self._tops():
            for item in (top, *_lines(top)):
                self._mark(item, Verdict(item.data(0, _VERDICT)))

    def _tops(self) -> list[QTreeWidgetItem]:
        found = (self.topLevelItem(place) for place in range(self.topLevelItemCount()))
        return [item for item in found if item is not None]


def _lines(top: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [line for line in (top.child(row) for row in range(top.childCount())) if line is not None]


def _words(finding: Finding) -> list[str]:
    advice = f"\n→ {finding.advice}" if finding.advice else ""
    return [finding.name, wrappable(finding.value) + advice]


def _plain(finding: Finding) -> str:
    return f"{finding.value}\n{finding.advice}".strip()
