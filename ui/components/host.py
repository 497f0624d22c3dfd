"""The place of one component in a tab: whatever the component does, something readable stands there."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import JarvisError
from jarvis_desktop.core.words import tr
from ui.core.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jarvis_desktop.metadata.types import LayoutNode
    from ui.components.component import Component, ComponentContext, ComponentSpec

FaultSink = Callable[[Exception], None]
log = logging.getLogger(__name__)


class ComponentHost(QWidget):
    """Builds one component from its layout node, and puts a notice with its name where that fails.

    An exception while building or reloading goes to `on_fault` and is shown in place, with a way to try again. A name
    that no code implements is said, and logged.
    """

    def __init__(
        self,
        node: LayoutNode,
        context: ComponentContext,
        components: Mapping[str, ComponentSpec],
        on_fault: FaultSink,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(f"host:{node.component}")
        self.component: Component | None = None
        self.notice: Notice | None = None
        self._node = node
        self._context = context
        self._components = components
        self._on_fault = on_fault
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._build()

    def _build(self) -> None:
        name = self._node.component
        if name not in self._components:
            log.info("no code implements the component %r", name)
            self._say(
                tr("“{name}” is not available in this version", name=name),
                tr("The tab asks for a component that this version of the program does not have."),
            )
            return
        try:
            component = self._components[name].build(self._context, self._node.props, self)
        except Exception as error:  # noqa: BLE001 - no component may take its tab down
            self._clear()
            self._fault(error)
            return
        component.guard = self._run
        self.component = component
        self._column.addWidget(component)

    def _clear(self) -> None:
        """Take away what a component left here that was not completed."""
        for left in self.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            left.hide()
            left.deleteLater()

    def _run(self, reload: Callable[[], None]) -> None:
        try:
            reload()
        except Exception as error:  # noqa: BLE001 - no component may take its tab down
            self._fault(error)

    def _fault(self, error: Exception) -> None:
        name = self._node.component
        log.info("the component %r failed", name, exc_info=error)
        if isinstance(error, JarvisError):
            text = f"{error.message} {error.hint}".strip()
            self._say(f"“{name}”: {error.title}", text, tone="danger", action_text=tr("Try again"))
        else:
            text = tr("The fault was recorded. The rest of the window goes on.")
            self._say(tr("“{name}” has stopped", name=name), text, tone="danger", action_text=tr("Try again"))
        self._on_fault(error)

    def _say(self, title: str, text: str, *, tone: str = "warning", action_text: str = "") -> None:
        if self.component is not None:
            self.component.hide()
        self._drop_notice()
        self.notice = Notice(title, text, theme=self._context.theme, tone=tone, action_text=action_text, parent=self)
        self.notice.action.connect(self._try_again, Qt.ConnectionType.QueuedConnection)
        self._column.addWidget(self.notice, 0, Qt.AlignmentFlag.AlignTop)
        self.notice.show()

    def _drop_notice(self) -> None:
        if self.notice is not None:
            self._column.removeWidget(self.notice)
            self.notice.hide()
            self.notice.deleteLater()
            self.notice = None

    @Slot()
    def _try_again(self) -> None:
        self._drop_notice()
        if self.component is None:
            self._build()
            return
        # What was typed is still in the component: it is shown again, not built anew.
        self.component.show()
        self._run(self._reload_all)

    def _reload_all(self) -> None:
        if self.component is not None:
            self.component.reload(Changes())
