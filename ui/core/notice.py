"""A fault, a hint or an empty state, said in the place where it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget
from typing_extensions import override

from ui.core.elided import wrappable
from ui.core.icons import pixmap
from ui.core.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_32, zoomed
from ui.core.zooming import fit

if TYPE_CHECKING:
    from jarvis_desktop.core.errors import JarvisError
    from ui.core.theme import Theme

_ICONS = {
    "info": "info",
    "warning": "triangle-alert",
    "danger": "circle-alert",
    "empty": "inbox",
    "success": "circle-check",
}
_TEXT_WIDTH = 560
_EMPTY_ICON = 32
_ROOMY = 320
"""From this width on an empty state keeps its distance from the sides."""


class Notice(QFrame):
    """Says what is the matter, why, and offers the next action.

    `tone` is info, success, warning, danger, or empty (centred, without a frame: an empty state).

    Signals:
        action (): the person chose the offered action.
    """

    action = Signal()

    def __init__(
        self,
        title: str,
        text: str = "",
        *,
        theme: Theme,
        tone: str = "info",
        icon: str = "",
        action_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = tone
        self._around = (SPACE_32, SPACE_32)
        self._icon_name = icon or _ICONS.get(tone, "info")
        self.setObjectName("notice")
        self.setProperty("role", "notice")
        self.setProperty("tone", tone)
        self._icon = QLabel(self)
        self._title = _text_label("section" if tone == "empty" else "", self)
        self._title.setObjectName("noticeTitle")
        self._text = _text_label("muted", self)
        self._text.setObjectName("noticeText")
        self._button = QPushButton(self)
        self._button.setObjectName("noticeAction")
        self._button.clicked.connect(self.action)
        (self._lay_out_centred if tone == "empty" else self._lay_out_row)()
        self.say(title, text, action_text=action_text)
        self._tint()
        theme.follow(self, self._tint)

    @classmethod
    def for_error(
        cls, error: JarvisError, *, theme: Theme, action_text: str = "", parent: QWidget | None = None
    ) -> Notice:
        """The notice for a known error: its title, its message, its hint."""
        text = f"{error.message} {error.hint}".strip()
        return cls(error.title, text, theme=theme, tone="danger", action_text=action_text, parent=parent)

    def draw(self, icon: str) -> None:
        """Replace the picture beside the words."""
        self._icon_name = icon
        self._tint()

    def say(self, title: str, text: str = "", *, action_text: str = "") -> None:
        """Replace the words."""
        self._words = title, text
        self._title.setText(wrappable(title))
        self._text.setText(wrappable(text))
        self._button.setText(action_text)
        self._button.setVisible(bool(action_text))
        self._give_way()
        # One that stands in while its proxy is hidden would stop the Tab key where it is.
        self.setFocusProxy(self._button if action_text else None)  # type: ignore[arg-type]  # None takes it away
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    @property
    def title(self) -> str:
        """The first line."""
        return self._words[0]

    @property
    def text(self) -> str:
        """What stands below it."""
        return self._words[1]

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        """Where there is little room an empty state leaves out first its margins, then its picture, then its text."""
        text = self._words[1]
        if self._tone != "empty":
            self._text.setVisible(bool(text))
            return
        side = SPACE_32 if self.width() >= zoomed(_ROOMY) else SPACE_12
        width = min(zoomed(_TEXT_WIDTH), self.width() - 2 * zoomed(side))
        title = self._title.heightForWidth(width)
        words = self._text.heightForWidth(width) + zoomed(SPACE_4) if text else 0
        button = 0 if self._button.isHidden() else self._button.sizeHint().height() + zoomed(SPACE_4 + SPACE_16)
        picture = zoomed(_EMPTY_ICON + SPACE_8 + SPACE_4)
        needed = title + words + button + zoomed(2 * SPACE_8)
        above = SPACE_32 if self.height() >= needed + picture + zoomed(2 * (SPACE_32 - SPACE_8)) else SPACE_8
        self._icon.setVisible(self.height() >= needed + picture)
        shown = bool(text) and self.height() >= needed
        self._text.setVisible(shown)
        self._title.setToolTip("" if shown else text)
        self._above_button.changeSize(0, zoomed(SPACE_16) if button else 0)
        self._column.invalidate()
        if self._around != (side, above):
            self._around = (side, above)
            self._column.setContentsMargins(side, above, side, above)
            fit(self)

    def _lay_out_row(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        row.setSpacing(SPACE_12)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _lay_out_centred(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_32, SPACE_32, SPACE_32, SPACE_32)
        column.setSpacing(SPACE_4)
        column.addStretch(2)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setMaximumWidth(_TEXT_WIDTH)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        self._icon.setContentsMargins(0, 0, 0, SPACE_8)
        for widget in (self._title, self._text):
            row = QHBoxLayout()
            row.setSpacing(0)
            row.addStretch(1)
            row.addWidget(widget, 100)
            row.addStretch(1)
            column.addLayout(row)
        self._above_button = QSpacerItem(0, 0)
        column.addItem(self._above_button)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def _tint(self) -> None:
        tokens = self._theme.tokens
        colour = tokens.muted if self._tone == "empty" else str(getattr(tokens, self._tone, tokens.info))
        size = QSize(_EMPTY_ICON, _EMPTY_ICON) if self._tone == "empty" else QSize(16, 16)
        self._icon.setPixmap(pixmap(self._icon_name, colour, size.width(), self.devicePixelRatioF()))


def _text_label(role: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setProperty("role", role)
    return label
