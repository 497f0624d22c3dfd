"""The scrolling part of a form: its sections, built when they come into sight."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.forms.types import LayoutKind, LayoutNode
from ui.core.measures import FORM_COLUMN_MAX, FORM_TWO_COLUMNS_FROM, SPACE_4, SPACE_16, SPACE_24, zoomed
from ui.core.sides import margins
from ui.forms.layout_part import LayoutPart
from ui.forms.section import CHUNK, FormPart, Section, in_sections

if TYPE_CHECKING:
    from jarvis_desktop.forms.types import FieldDefinition
    from ui.core.theme import Theme
    from ui.forms.layout_part import GroupFrame
    from ui.forms.widgets.field_widget import FieldWidget

_TWO_COLUMNS_MAX = 1200


class FormBody(QScrollArea):
    """Holds the widgets of all fields, made by `make` when they are needed; two columns where there is room.

    Signals:
        scrolled (): another part is in sight.
        built (): widgets came to be.
    """

    scrolled = Signal()
    built = Signal()

    def __init__(
        self, make: Callable[[FieldDefinition, QWidget], FieldWidget], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._make = make
        self._theme = theme
        self._sections: list[FormPart] = []
        self._home: dict[str, FormPart] = {}
        self._page_of: dict[FormPart, int] = {}
        self._page = 0
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

    def show_fields(
        self, fields: Iterable[FieldDefinition], hidden: frozenset[str], layout: LayoutNode | None = None
    ) -> None:
        """Show these fields in place of those before, at the same scroll position; with a layout as that says."""
        position = self.verticalScrollBar().value()
        self._hidden = hidden
        self._page_of, self._page = {}, 0
        if layout is None:
            self._sections = [Section(title, members, self._make) for title, members in in_sections(fields)]
        else:
            self._sections = list(self._laid_out(layout, {field.key: field for field in fields}))
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

    def _laid_out(self, layout: LayoutNode, by_key: Mapping[str, FieldDefinition]) -> Iterator[FormPart]:
        """The parts of a layout, page after page, none of them larger than what is built at once."""
        pages = layout.parts if layout.kind is LayoutKind.PAGES else (layout,)
        for number, page in enumerate(pages):
            whole = page.kind not in (LayoutKind.COLUMN, LayoutKind.PAGE)
            for node in (page,) if whole else in_chunks(page.parts):
                part = LayoutPart(node, by_key, self._make, self._theme)
                self._page_of[part] = number
                yield part

    @property
    def page(self) -> int:
        """The page that is shown, from 0."""
        return self._page

    def show_page(self, page: int) -> None:
        """Show that page from its beginning."""
        if page != self._page:
            self._page = page
            self._arrange(self.widget())
            self.verticalScrollBar().setValue(0)
            self._settle()
            self._build_in_sight()
            self.scrolled.emit()

    def pages_shown(self) -> list[int]:
        """The pages on which anything shows."""
        shown = {page for part, page in self._page_of.items() if any(f.key not in self._hidden for f in part.fields)}
        return sorted(shown)

    def page_of(self, key: str) -> int:
        """The page on which a field stands."""
        part = self._home.get(key)
        return self._page_of.get(part, 0) if part is not None else 0

    def groups(self) -> Iterator[tuple[GroupFrame, tuple[str, ...]]]:
        """The groups that are built, with the fields in each."""
        for part in self._sections:
            if isinstance(part, LayoutPart):
                yield from part.groups

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
            self.show_page(self.page_of(key))
            widget = self.field_widget(key)
            self._home[key].reveal(key)
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
            section.apart = self._page_of.get(section, self._page) != self._page
            section.arrange(self._columns, self._hidden)

    def _build(self, section: FormPart) -> None:
        if not section.is_built:
            section.build(self._columns, self._hidden)
            self._chain_focus()
            self.built.emit()

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
            in_sight = section.y() < bottom and section.y() + section.height() > top
            if not section.is_built and in_sight and not section.isHidden():
                self._build(section)
        if any(not section.is_built and not section.isHidden() for section in self._sections):
            self._idle.start(0)

    @Slot()
    def _build_neighbour(self) -> None:
        """Build the section after those in sight while there is time, so that scrolling finds it ready."""
        bottom = self.verticalScrollBar().value() + self.viewport().height()
        waiting = next(
            (s for s in self._sections if not s.is_built and not s.isHidden() and s.y() < bottom + s.height()), None
        )
        if waiting is not None:
            self._build(waiting)


def in_chunks(parts: Sequence[LayoutNode]) -> Iterator[LayoutNode]:
    """The parts of a page one by one; single fields that follow each other together, at most so many as a chunk."""
    run: list[LayoutNode] = []
    for part in parts:
        if part.kind is not LayoutKind.CONTROL or len(run) == CHUNK:
            if run:
                yield LayoutNode(LayoutKind.COLUMN, parts=tuple(run))
            run = []
        if part.kind is LayoutKind.CONTROL:
            run.append(part)
        else:
            yield part
    if run:
        yield LayoutNode(LayoutKind.COLUMN, parts=tuple(run))


def below_each_other(layout: LayoutNode) -> LayoutNode:
    """The layout with its pages as groups, one below the other."""
    groups = (replace(page, kind=LayoutKind.GROUP) for page in layout.parts)
    return LayoutNode(LayoutKind.COLUMN, parts=tuple(groups))
