"""One of several choices, and several of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPaintEvent, QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QStyle, QStyleOptionComboBox, QStylePainter, QWidget
from typing_extensions import override

from jarvis_desktop.core.errors import Problem
from jarvis_desktop.core.words import mark, shown, tr
from jarvis_desktop.forms.choices import choice_text, find_option, same_choice
from jarvis_desktop.forms.kinds.field_type import as_text
from jarvis_desktop.forms.types import Option, Parsed
from ui.forms.widgets.field_widget import FieldWidget

SEARCHABLE_FROM = 16
"""With so many choices the box takes typed text and filters by it."""
NOT_SET = mark("Not set")


class ChoiceBox(QComboBox):
    """A combo box that the mouse wheel does not change in passing, and as narrow as its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def mark_unset(self, *, unset: bool) -> None:
        """Show the text muted, as a placeholder."""
        if bool(self.property("unset")) != unset:
            self.setProperty("unset", unset)
            if self.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                self.style().unpolish(self)
                self.style().polish(self)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class SelectWidget(FieldWidget):
    """One choice; a stored value that is none of them is shown as it is."""

    @override
    def create_input(self) -> QWidget:
        self._box = ChoiceBox(self)
        self._entries: list[Option | None] = []
        self._offer(self.field.options)
        self._box.currentIndexChanged.connect(self._on_index)
        if self._box.isEditable():
            self._box.editTextChanged.connect(self.mark_edited)
        return self._box

    @override
    def show_choices(self, options: Sequence[Option], *, empty_text: str = "") -> None:
        current = self.entered()
        self._showing = True
        self._box.clear()
        self._offer(options, empty_text=empty_text)
        self.show_value(current)
        self._showing = False

    @override
    def show_value(self, value: Any) -> None:
        if value is None or value == "":
            self._box.setCurrentIndex(-1)
            if self._box.isEditable():
                self._box.setEditText("")
            return
        index = self._index(value)
        if index < 0:
            self._append(Option(value, as_text(value)))
            index = len(self._entries) - 1
        self._box.setCurrentIndex(index)
        if self._box.isEditable():
            self._box.setEditText(self._box.itemText(index))

    @override
    def entered(self) -> Any:
        index = self._box.currentIndex()
        if self._box.isEditable() and self._box.currentText() != self._box.itemText(index):
            index = self._box.findText(self._box.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        entry = self._entries[index] if 0 <= index < len(self._entries) else None
        return None if entry is None else entry.value

    @override
    def value(self) -> Parsed:
        parsed = super().value()
        typed = self._box.currentText().strip() if self._touched and self._box.isEditable() else ""
        if parsed.value is None and typed and typed != shown(NOT_SET):
            text = tr("{label} “{typed}” is not one of the choices", label=self.field.label, typed=typed)
            return Parsed(problem=Problem(self.field.key, text))
        return parsed

    @override
    def typed(self) -> Any:
        return self._box.currentText() if self._box.isEditable() else self.entered()

    @override
    def restore_typed(self, typed: Any) -> None:
        if not self._box.isEditable():
            self.show_value(typed)
            return
        self._box.setCurrentIndex(self._box.findText(str(typed)))
        self._box.setEditText(str(typed))

    @Slot(int)
    def _on_index(self, index: int) -> None:
        self._box.mark_unset(unset=not 0 <= index < len(self._entries) or self._entries[index] is None)
        self.mark_edited()

    def _offer(self, options: Sequence[Option], *, empty_text: str = "") -> None:
        self._entries = []
        if len(options) >= SEARCHABLE_FROM and not self._box.isEditable():
            self._make_searchable()
        if options and not self.field.required:
            self._entries.append(None)
            self._box.addItem(shown(NOT_SET))
        self._entries.extend(options)
        self._box.addItems([option.label for option in options])
        first = len(self._entries) - len(options)
        for index, option in enumerate(options):
            if option.description:
                self._box.setItemData(first + index, option.description, Qt.ItemDataRole.ToolTipRole)
        self._box.setPlaceholderText(empty_text or self.field.placeholder or tr("Choose"))
        self._box.setCurrentIndex(-1)
        self._box.mark_unset(unset=True)
        if self._box.isEditable() and (line := self._box.lineEdit()) is not None:
            line.setPlaceholderText(empty_text or self.field.placeholder or tr("Type to search"))
            line.setAccessibleName(self.field.label)

    def _make_searchable(self) -> None:
        self._box.setEditable(True)
        self._box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = self._box.completer()
        if completer is not None:
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def _index(self, value: Any) -> int:
        return next((i for i, e in enumerate(self._entries) if e is not None and same_choice(e.value, value)), -1)

    def _append(self, option: Option) -> None:
        self._entries.append(option)
        self._box.addItem(option.label)


class CheckList(ChoiceBox):
    """A combo box whose list holds check boxes; it stays open while they are ticked and shows the ticked ones.

    Signals:
        ticked (): a person ticked or cleared a choice.
    """

    ticked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setCurrentIndex(-1)
        self._watched = False

    def offer(self, labels: Sequence[tuple[str, str]], placeholder: str) -> None:
        """Show choices (label, description), none of them ticked."""
        self._items.clear()
        for label, description in labels:
            item = QStandardItem(label)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            item.setData(Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
            if description:
                item.setToolTip(description)
            self._items.appendRow(item)
        self.setPlaceholderText(placeholder)
        self.setCurrentIndex(-1)

    def tick(self, rows: Sequence[int]) -> None:
        """Tick these rows and clear the others."""
        for row in range(self._items.rowCount()):
            state = Qt.CheckState.Checked if row in rows else Qt.CheckState.Unchecked
            self._items.item(row).setData(state, Qt.ItemDataRole.CheckStateRole)
        self._refresh()

    def ticked_rows(self) -> list[int]:
        """The ticked rows."""
        checked = Qt.CheckState.Checked
        return [row for row in range(self._items.rowCount()) if self._items.item(row).checkState() == checked]

    @property
    def summary(self) -> str:
        """The ticked choices with commas."""
        return ", ".join(self._items.item(row).text() for row in self.ticked_rows())

    def toggle(self, row: int) -> None:
        """Tick a row, or clear it, as a person does."""
        item = self._items.item(row)
        ticked = item.checkState() == Qt.CheckState.Checked
        item.setCheckState(Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked)
        self._refresh()
        self.ticked.emit()

    @override
    def showPopup(self) -> None:
        if not self._watched:
            self._watched = True
            self.view().installEventFilter(self)
            self.view().viewport().installEventFilter(self)
        super().showPopup()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease and watched is self.view().viewport():
            index = self.view().currentIndex()
            if index.isValid():
                self.toggle(index.row())
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Space:
            index = self.view().currentIndex()
            if index.isValid():
                self.toggle(index.row())
            return True
        return super().eventFilter(watched, event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_F4}:
            self.showPopup()
        else:
            event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        summary = self.summary
        text = summary or self.placeholderText()
        option.currentText = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width() - 4)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _refresh(self) -> None:
        self.mark_unset(unset=not self.summary)
        self.setToolTip(self.summary)
        self.setAccessibleDescription(self.summary)
        self.update()


class MultiSelectWidget(FieldWidget):
    """Any number of choices; stored ones that are none of them are shown and kept."""

    @override
    def create_input(self) -> QWidget:
        self._list = CheckList(self)
        self._options: list[Option] = []
        self._offer(self.field.options, "")
        self._list.ticked.connect(self.mark_edited)
        return self._list

    @override
    def show_choices(self, options: Sequence[Option], *, empty_text: str = "") -> None:
        current = self.entered()
        self._offer(options, empty_text)
        self.show_value(current)

    @override
    def show_value(self, value: Any) -> None:
        chosen = list(value) if isinstance(value, (tuple, list)) else [] if value is None else [value]
        outside = [one for one in chosen if find_option(self._options, one) is None]
        if outside:
            self._offer([*self._options, *(Option(one, as_text(one)) for one in outside)], "")
        rows = [i for i, option in enumerate(self._options) if any(same_choice(option.value, one) for one in chosen)]
        self._list.tick(rows)

    @override
    def entered(self) -> tuple[str, ...]:
        return tuple(choice_text(self._options[row].value) for row in self._list.ticked_rows())

    @override
    def value(self) -> Parsed:
        parsed = super().value()
        return Parsed() if self._touched and parsed.value == () else parsed

    def _offer(self, options: Sequence[Option], empty_text: str) -> None:
        self._options = list(options)
        labels = [(option.label, option.description) for option in options]
        self._list.offer(labels, empty_text or self.field.placeholder or tr("Choose"))
