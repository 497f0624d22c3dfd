"""All problems of a form in one place; each leads to its field."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from jarvis_desktop.core.words import tr, tr_n
from ui.core.announce import announce
from ui.core.icons import pixmap
from ui.core.measures import SPACE_4, SPACE_8, SPACE_12

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jarvis_desktop.core.errors import Problem
    from ui.core.theme import Theme

_SHOWN = 6


class ProblemSummary(QFrame):
    """Hidden while there is no problem.

    Signals:
        chosen (str): the person wants to see the field of that key.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._problems: tuple[Problem, ...] = ()
        self.setObjectName("problemSummary")
        self.setProperty("role", "notice")
        self.setProperty("tone", "danger")
        self._icon = QLabel(self)
        self._title = QLabel(self)
        self._list = QLabel(self)
        self._list.setTextFormat(Qt.TextFormat.RichText)
        self._list.setWordWrap(True)
        self._list.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self._list.linkActivated.connect(self._on_link)
        words = QVBoxLayout()
        words.setSpacing(SPACE_4)
        words.addWidget(self._title)
        words.addWidget(self._list)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        row.setSpacing(SPACE_12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        theme.follow(self, self._tint)
        self.hide()

    @property
    def text(self) -> str:
        """The sentences shown, one a line."""
        return "\n".join(problem.message for problem in self._problems)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these problems; none hides the summary."""
        self._problems = tuple(problems)
        self.setVisible(bool(problems))
        if not problems:
            return
        count = len(problems)
        self._title.setText(tr_n("One value needs attention", "{n} values need attention", count))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self.text)
        self._write()
        self._tint()
        announce(self, f"{self._title.text()}: {self.text}", urgent=True)

    def _write(self) -> None:
        colour = self._theme.tokens.danger
        links = [
            f'<a href="{index}" style="color: {colour}">{escape(problem.message)}</a>' if problem.field
            else escape(problem.message)
            for index, problem in enumerate(self._problems[:_SHOWN])
        ]  # fmt: skip
        more = len(self._problems) - _SHOWN
        if more > 0:
            links.append(tr("and {more} more", more=more))
        self._list.setText("<br>".join(links))

    @Slot(str)
    def _on_link(self, index: str) -> None:
        self.chosen.emit(self._problems[int(index)].field)

    @Slot()
    def _tint(self) -> None:
        self._icon.setPixmap(pixmap("circle-alert", self._theme.tokens.danger, 16, self.devicePixelRatioF()))
        self._write()
