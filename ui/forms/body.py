"""The scrolling part of a form: its sections, built when they come into sight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from ui.core.measures import FORM_COLUMN_MAX, FORM_TWO_COLUMNS_FROM, SPACE_4, SPACE_16, SPACE_24, zoomed
from ui.core.sides import margins
from ui.forms.section import Section, in_sections

if TYPE_CHECKING:
    from jarvis_desktop.forms.types import FieldDefinition
    from ui.forms.widgets.field_widget import FieldWidget

_TWO_COLUMNS_MAX = 1200


class FormBody(QScrollArea):
    """Holds the widgets of all fields, made by `make` when they are needed; two columns where there is room.

    Signals:
        scrolled (): another part is in sight.
    """

    scrolled = Signal()

    def __init__(self, make: Callable[[FieldDefinition, QWidget], FieldWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._sections: list[Section] = []
        self._home: dict[str, Section] = {}
        self._hidden: frozenset[str] = frozenset()
        self._columns = 1
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().valueChanged.connect(self._build_in_sight)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        self._wanted = 0
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._build_neighbour)

    @property
    def top(self) -> int:
        """Where it is scrolled to, or is to be."""
        return self._wanted or self.verticalScrollBar().value()

    def scroll_to(self, top: int) -> None:
        """Scroll there, as soon as there is so much to scroll."""
        self._wanted = top
        self._on_range()

    @Slot()
    def _on_scrolled(self) -> None:
        self.scrolled.emit()

    @Slot()
    def _on_range(self) -> None:
        if 0 < self._wanted <= self.verticalScrollBar().maximum():
            wanted, self._wanted = self._wanted, 0
            self.verticalScrollBar().setValue(wanted)

    def show_fields(self, fields: Iterable[FieldDefinition], hidden: frozenset[str]) -> None:
        """Show these fields in place of those before, at the same scroll position."""
        position = self.verticalScrollBar().value()
        self._hidden = hidden
        self._sections = [Section(title, members, self._make) for title, members in in_sections(fields)]
        self._home = {field.key: section for section in self._sections for field in section.fields}
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(margins(SPACE_4, SPACE_4, SPACE_16, SPACE_24))
        column.setSpacing(SPACE_16)
        for section in self._sections:
            column.addWidget(section)
        column.addStretch(1)
        if self._sections:
            self._sections[0].build(self._columns, hidden)
        self._arrange(body)
        self.setWidget(body)
        self.verticalScrollBar().setValue(position)
        if self.isVisible():
            self._build_in_sight()

    def set_hidden(self, hidden: frozenset[str]) -> None:
        """Hide these fields and show the others."""
        if hidden != self._hidden:
            self._hidden = hidden
            self._arrange(self.widget())

    def has(self, key: str) -> bool:
        """Whether there is a field of that key that shows."""
        return key in self._home and key not in self._hidden

    def field_widget(self, key: str) -> FieldWidget:
        """The widget of a field, built now if it was not; KeyError for an unknown key."""
        section = self._home[key]
        self._build(section)
        return section.widgets[key]

    def built_widget(self, key: str) -> FieldWidget | None:
        """The widget of a field, when it exists already."""
        section = self._home.get(key)
        return section.widgets.get(key) if section is not None else None

    def built_widgets(self) -> Iterator[FieldWidget]:
        """The widgets that exist, in the order of the fields."""
        for section in self._sections:
            yield from section.ordered()

    def build_all(self, width: int) -> int:
        """Build every field, laid out for a width; the height that all of it needs."""
        self.resize(width, self.height())
        for section in self._sections:
            self._build(section)
        self._settle()
        body = self.widget()
        layout = body.layout() if body is not None else None
        if body is None or layout is None:
            return self.sizeHint().height()
        wide = min(width, body.maximumWidth())
        return max(layout.heightForWidth(wide), layout.totalMinimumSize().height())

    def reveal(self, key: str) -> None:
        """Bring a field into sight and put the focus there."""
        if self.has(key):
            widget = self.field_widget(key)
            self._settle()
            self.ensureWidgetVisible(widget, SPACE_16, SPACE_24)
            widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        """Give what was just built its place, so that it can be scrolled to."""
        for section in self._sections:
            section.settle()
        body = self.widget()
        if body is not None and (layout := body.layout()) is not None:
            layout.activate()
            body.resize(body.width(), max(layout.sizeHint().height(), self.viewport().height()))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 2 if self.width() >= zoomed(FORM_TWO_COLUMNS_FROM) else 1
        if columns != self._columns:
            self._columns = columns
            self._arrange(self.widget())
        self._build_in_sight()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._build_in_sight()

    def _arrange(self, body: QWidget | None) -> None:
        if body is not None:
            body.setMaximumWidth(_TWO_COLUMNS_MAX if self._columns > 1 else FORM_COLUMN_MAX)
        for section in self._sections:
            section.arrange(self._columns, self._hidden)

    def _build(self, section: Section) -> None:
        if not section.is_built:
            section.build(self._columns, self._hidden)
            self._chain_focus()

    def _chain_focus(self) -> None:
        """Tab goes through the fields in their order, in whatever order the sections were built."""
        before: FieldWidget | None = None
        for widget in self.built_widgets():
            if before is not None:
                QWidget.setTabOrder(before.input, widget.input)
            before = widget

    @Slot()
    def _build_in_sight(self) -> None:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        for section in self._sections:
            if not section.is_built and section.y() < bottom and section.y() + section.height() > top:
                self._build(section)
        if any(not section.is_built for section in self._sections):
            self._idle.start(0)

    @Slot()
    def _build_neighbour(self) -> None:
        """Build the section after those in sight while there is time, so that scrolling finds it ready."""
        bottom = self.verticalScrollBar().value() + self.viewport().height()
        waiting = next((s for s in self._sections if not s.is_built and s.y() < bottom + s.height()), None)
        if waiting is not None:
            self._build(waiting)
