"""The lists of the configuration desk: settings, the ladder of one, what was done to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from jarvis_desktop.core.words import tr
from ui.config import words
from ui.core.icons import icon
from ui.core.locale import here
from ui.core.measures import ROW_NORMAL, zoomed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jarvis_desktop.config.types import Answer, Candidate, Explanation, LoggedChange, Setting
    from ui.core.theme import Theme

_KEY = Qt.ItemDataRole.UserRole
_ICON = 16
_WIDEST = 200


class Lines(QTreeWidget):
    """Rows of plain text under headings; filling it again keeps the current row."""

    def __init__(self, name: str, object_name: str, headings: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setAccessibleName(name)
        self.setRootIsDecorated(False)
        self.setProperty("role", "roster")
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHeaderLabels(list(headings))
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    @property
    def current_key(self) -> str:
        """The key of the current row, or ""."""
        item = self.currentItem()
        return "" if item is None else str(item.data(0, _KEY))

    def choose(self, key: str) -> bool:
        """Make the row of that key the current one; False when there is none."""
        for place in range(self.topLevelItemCount()):
            item = self.topLevelItem(place)
            if item is not None and item.data(0, _KEY) == key:
                self.setCurrentItem(item, 0)
                return True
        return False

    def fill(self, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Show rows of (key, texts), the whole texts in their tool tips."""
        current = self.current_key
        self.blockSignals(True)
        self.clear()
        for key, texts in rows:
            item = QTreeWidgetItem(self, list(texts))
            item.setData(0, _KEY, key)
            item.setSizeHint(len(texts) - 1, QSize(0, zoomed(ROW_NORMAL)))
            for column, text in enumerate(texts):
                item.setToolTip(column, text)
        self.blockSignals(False)
        first = self.topLevelItem(0)
        if not self.choose(current) and first is not None:
            self.setCurrentItem(first, 0)
        self.fit()

    def fit(self) -> None:
        """Give each column but the last the room its texts take, up to a limit."""
        for column in range(self.columnCount() - 1):
            self.resizeColumnToContents(column)
            self.setColumnWidth(column, min(self.columnWidth(column) + zoomed(8), zoomed(_WIDEST)))


class SettingList(Lines):
    """Every setting with the value in force for whoever is chosen above."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Settings"), "settings", [tr("Setting"), tr("From"), tr("Value")], parent)

    def show_settings(self, found: Sequence[tuple[Setting, Answer]], wanted: str) -> int:
        """Show those whose key, value or description holds the text wanted; how many."""
        text = wanted.casefold().strip()
        rows = [
            (answer.key, (answer.key, words.source(answer), words.value(answer.value)))
            for setting, answer in found
            if not text or text in f"{answer.key} {words.value(answer.value)} {setting.description}".casefold()
        ]
        self.fill(rows)
        return len(rows)


class LadderView(Lines):
    """Every stored value of a setting, the one in force marked, each other with why it is not."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        headings = [tr("For"), tr("Version"), tr("Holds"), tr("Why"), tr("Value")]
        super().__init__(tr("Why this value"), "ladder", headings, parent)
        self._theme = theme
        self._shown: tuple[Candidate, ...] = ()
        theme.follow(self, self._tint)

    def show_ladder(self, found: Explanation) -> None:
        """Show the candidates, by rung."""
        self._shown = found.candidates
        self.fill(
            [
                (
                    str(each.row.id),
                    (
                        words.whom(each.row.scope),
                        str(each.row.version or 0),
                        words.span(each.row.effective_from, each.row.effective_to),
                        words.verdict(each.loss),
                        words.value(each.row.value),
                    ),
                )
                for each in found.candidates
            ]
        )
        self._tint()

    @property
    def current(self) -> Candidate | None:
        """The candidate of the current row."""
        return next((each for each in self._shown if str(each.row.id) == self.current_key), None)

    def _tint(self) -> None:
        tokens = self._theme.tokens
        for place, candidate in enumerate(self._shown):
            item = self.topLevelItem(place)
            if item is None:
                continue
            won = candidate.loss is None
            glyph, colour = ("circle-check", tokens.success) if won else ("circle", tokens.muted)
            item.setIcon(0, icon(glyph, colour, _ICON))
            for column in range(self.columnCount()):
                font = item.font(column)
                font.setBold(won)
                item.setFont(column, font)
                item.setForeground(column, QBrush(QColor(tokens.text if won else tokens.muted)))
        self.fit()


class HistoryView(Lines):
    """What was done to a setting, the latest first."""

    def __init__(self, parent: QWidget) -> None:
        headings = [tr("When"), tr("What"), tr("Who"), tr("For"), tr("Before"), tr("After"), tr("Reason")]
        super().__init__(tr("What was done"), "configHistory", headings, parent)

    def show_changes(self, found: Sequence[LoggedChange]) -> None:
        """Show lines of the change log."""
        self.fill(
            [
                (
                    str(each.id),
                    (
                        "" if each.at is None else here().instant(each.at),
                        words.operation(each.operation),
                        each.by,
                        words.whom(each.scope),
                        words.value(each.before),
                        words.value(each.after),
                        each.reason,
                    ),
                )
                for each in found
            ]
        )
