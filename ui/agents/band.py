"""One layer as a band: coloured edge, icon, name, what it is for, how many agents, and who they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr, tr_n
from ui.agents.chip import AgentChip
from ui.core.elided import ElidedLabel
from ui.core.flow import FlowLayout
from ui.core.icons import pixmap
from ui.core.measures import SPACE_4, SPACE_8, SPACE_12, SPACE_16, zoomed
from ui.core.notice import Notice
from ui.core.roving import Roving
from ui.core.sides import margins
from ui.core.tokens import readable

if TYPE_CHECKING:
    from jarvis_desktop.agents.types import LayerView
    from ui.core.theme import Theme

SHOWN_AT_FIRST = 24
_EDGE = 4
_RADIUS = 8
_ROOM_FOR_COUNT = 260


class LayerBand(QFrame):
    """A layer with its agents; the first 24 at once, the others when asked for.

    Signals:
        chosen (str, str): the table and the id of the record that was chosen.
        expanded (str): all agents of the layer with that key were asked for.
    """

    chosen = Signal(str, str)
    expanded = Signal(str)

    def __init__(self, layer: LayerView, theme: Theme, *, whole: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layer = layer
        self._theme = theme
        self.setObjectName(f"layer:{layer.key}")
        self.setProperty("role", "card")
        self.setAccessibleName(f"{layer.name}, {count_text(layer)}")
        self._icon = QLabel(self)
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips, spacing=SPACE_8)
        self._roving = Roving(self._chips)
        column = QVBoxLayout(self)
        begin, end = SPACE_16 + _EDGE, SPACE_16
        column.setContentsMargins(margins(begin, SPACE_12, end, SPACE_12))
        column.setSpacing(SPACE_8)
        column.addLayout(self._header())
        for problem in layer.problems:
            column.addWidget(Notice(problem, theme=theme, tone="warning", parent=self))
        self._fill(whole=whole)
        column.addWidget(self._chips)
        self._tint()
        theme.follow(self, self._tint)

    @property
    def colour(self) -> str:
        """The layer's colour in the theme in force, readable on its card."""
        tokens = self._theme.tokens
        if tokens.contrast:
            return tokens.text
        own = self._layer.colour_dark or self._layer.colour if self._theme.dark else self._layer.colour
        if not own:
            return tokens.layer(self._layer.key)
        return readable(own, (tokens.surface,), tokens.text)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The name comes before the number; a screen reader hears both.
        self._count.setVisible(self.width() >= zoomed(_ROOM_FOR_COUNT))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QPainterPath()
        card.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        painter.setClipPath(card)
        width = zoomed(_EDGE)
        left = self.width() - width if self.isRightToLeft() else 0
        painter.fillRect(left, 0, width, self.height(), QColor(self.colour))

    def _header(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(self._layer.name, role="section", parent=self))
        if self._layer.description:
            words.addWidget(ElidedLabel(self._layer.description, role="muted", parent=self))
        count = self._count = QLabel(count_text(self._layer), self)
        count.setObjectName("layerCount")
        count.setProperty("role", "muted")
        header = QHBoxLayout()
        header.setSpacing(SPACE_12)
        header.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        header.addLayout(words, 1)
        header.addWidget(count, 0, Qt.AlignmentFlag.AlignTop)
        return header

    def _fill(self, *, whole: bool) -> None:
        layer = self._layer
        if layer.company is not None:
            self._add(AgentChip(layer.company.name, None, ("experience_layer", layer.company.id), self._theme))
        shown = layer.agents if whole else layer.agents[:SHOWN_AT_FIRST]
        for agent in shown:
            chip = AgentChip(agent.name, agent.status, ("agents", agent.id), self._theme)
            details = (agent.name, agent.specialization, agent.functional_status, agent.persona)
            chip.setToolTip("\n".join(text for text in details if text))
            self._add(chip)
        hidden = len(layer.agents) - len(shown)
        if hidden > 0:
            more = QPushButton(tr("Show {hidden} more", hidden=hidden), self._chips)
            more.setObjectName("showAllAgents")
            more.setProperty("kind", "quiet")
            more.clicked.connect(self._expand)
            self._flow.addWidget(more)
            self._roving.add(more)
        if self._flow.count() == 0 and not layer.problems:
            empty = QLabel(
                tr("No company is in effect.") if layer.key == "experience" else tr("No agents here."), self._chips
            )
            empty.setObjectName("emptyLayer")
            empty.setProperty("role", "muted")
            empty.setContentsMargins(0, SPACE_4, 0, SPACE_4)
            self._flow.addWidget(empty)

    def _add(self, chip: AgentChip) -> None:
        chip.chosen.connect(self.chosen)
        self._flow.addWidget(chip)
        self._roving.add(chip)

    @Slot()
    def _tint(self) -> None:
        name = self._layer.icon or "layers"
        self._icon.setPixmap(pixmap(name, self.colour, 20, self.devicePixelRatioF()))
        self.update()

    @Slot()
    def _expand(self) -> None:
        self.expanded.emit(self._layer.key)


def count_text(layer: LayerView) -> str:
    """How many agents a layer has, in words; of a layer that is too long only how many at least."""
    if layer.company is not None and not layer.agents:
        return tr("Company")
    count = len(layer.agents)
    return tr("{count}+ agents", count=count) if layer.more else tr_n("{n} agent", "{n} agents", count)
