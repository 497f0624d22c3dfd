"""The six layers, one above the other, with their agents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.words import tr
from ui.agents.band import LayerBand
from ui.components.component import Component, ComponentContext, Props
from ui.core.measures import SPACE_12
from ui.core.notice import Notice
from ui.core.tasks import Lane, Latest

if TYPE_CHECKING:
    from jarvis_desktop.agents.types import LayerView
    from jarvis_desktop.core.errors import JarvisError


class LayerStack(Component):
    """Shows every layer in force for the reader; an agent opens when it is chosen."""

    help_page = "agents"

    def __init__(self, context: ComponentContext, props: Props, parent: QWidget | None = None) -> None:
        super().__init__(context, props, parent)
        self._layers: tuple[LayerView, ...] | None = None
        self._whole: set[str] = set()
        self._wanted = 0
        self._latest = Latest[tuple["LayerView", ...]]()
        self._area = QScrollArea(self)
        self._area.setObjectName("layerScroll")
        self._area.setWidgetResizable(True)
        # The agents inside are stops of the Tab key, and scroll into sight.
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(tr("Layers"))
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(_waiting())
        self._area.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._area.verticalScrollBar().rangeChanged.connect(self._on_range)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        title = props.get("title")
        if isinstance(title, str) and title.strip():
            heading = QLabel(title, self)
            heading.setTextFormat(Qt.TextFormat.PlainText)
            heading.setProperty("role", "section")
            column.addWidget(heading)
        column.addWidget(self._area, 1)

    @property
    @override
    def topics(self) -> frozenset[str]:
        return frozenset({"agents", "hierarchy_layer_configurations", "experience_layer"})

    @override
    def state(self) -> Mapping[str, Any]:
        return {"whole": sorted(self._whole), "top": self._wanted or self._area.verticalScrollBar().value()}

    @override
    def restore(self, state: Mapping[str, Any]) -> None:
        whole, top = state.get("whole"), state.get("top")
        self._whole = {key for key in whole if isinstance(key, str)} if isinstance(whole, list) else set()
        self._wanted = top if isinstance(top, int) and 0 < top < 10**6 else 0
        if self._layers is not None:
            self._rebuild()

    @Slot()
    def _on_scrolled(self) -> None:
        self.arranged.emit()

    @Slot()
    def _on_range(self) -> None:
        """Scroll to where the person was, as soon as there is so much to scroll."""
        if 0 < self._wanted <= self._area.verticalScrollBar().maximum():
            wanted, self._wanted = self._wanted, 0
            self._area.verticalScrollBar().setValue(wanted)

    @override
    def reload(self, changes: Changes) -> None:
        service, reader = self.context.services.layers, self.context.reader
        self._latest.keep(
            self.context.tasks.submit(
                Lane.READ, lambda: service.layers(reader), done=self._show, failed=self._show_failure
            )
        )

    @Slot(object)
    def _show(self, layers: tuple[LayerView, ...]) -> None:
        if layers != self._layers:
            self._layers = layers
            self._rebuild()

    def _rebuild(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        for layer in self._layers or ():
            band = LayerBand(layer, self.context.theme, whole=layer.key in self._whole, parent=content)
            band.chosen.connect(self._open)
            band.expanded.connect(self._expand)
            column.addWidget(band)
        column.addStretch(1)
        self._put(content)

    def _put(self, content: QWidget) -> None:
        scrolled = self._area.verticalScrollBar().value()
        old = self._area.takeWidget()
        self._area.setWidget(content)
        content.show()
        self._area.verticalScrollBar().setValue(scrolled)
        if old is not None:
            old.deleteLater()

    @Slot(object)
    def _show_failure(self, error: JarvisError) -> None:
        # What is already there stays; it is newer than nothing.
        if self._layers is None:
            notice = Notice.for_error(error, theme=self.context.theme, action_text=tr("Try again"))
            notice.action.connect(self._retry)
            self._put(notice)

    @Slot()
    def _retry(self) -> None:

        self.reload(Changes())

    @Slot(str, str)
    def _open(self, table: str, record_id: str) -> None:
        self.context.open_record(table, record_id)

    @Slot(str)
    def _expand(self, key: str) -> None:
        self._whole.add(key)
        self._rebuild()
        self.arranged.emit()


def _waiting() -> QLabel:
    label = QLabel(tr("Loading the layers …"))
    label.setProperty("role", "muted")
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label
