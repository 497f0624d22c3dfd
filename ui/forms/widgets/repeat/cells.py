"""Editing one cell of the rows with the widget of its kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from jarvis_desktop.forms.types import FieldDefinition
from ui.core.measures import zoomed
from ui.forms.widgets.field_widget import FieldWidget
from ui.forms.widgets.repeat.model import RowsModel

if TYPE_CHECKING:
    from ui.core.theme import Theme

Index = QModelIndex | QPersistentModelIndex
Maker = Callable[[FieldDefinition, QWidget], FieldWidget]


_NARROWEST = 150
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ENDING = frozenset({QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.FocusOut})


class CellEditing(QStyledItemDelegate):
    """Makes the widget of a field without its label, as large as the cell."""

    def __init__(self, model: RowsModel, make: Maker, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._make = make
        self._theme = theme
        self._editor: FieldWidget | None = None

    @override
    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = self._model.fields[index.column()]
        editor = self._make(field, parent)
        editor.label.hide()
        editor.setAutoFillBackground(True)
        self._editor = editor
        for inner in (editor.input, *editor.input.findChildren(QWidget)):
            inner.installEventFilter(self)
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, FieldWidget)
        editor.set_value(self._model.value(index))

    @override
    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, FieldWidget)
        draft = editor.draft()
        if draft is not None:
            typed = draft.typed if isinstance(draft.typed, str) else ""
            self._model.enter(index, editor.value(), typed)

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        viewport = editor.parentWidget()
        room = option.rect if viewport is None else viewport.rect()
        rect = option.rect
        width, height = max(rect.width(), zoomed(_NARROWEST)), max(rect.height(), editor.sizeHint().height())
        left, top = min(rect.left(), room.right() - width + 1), min(rect.top(), room.bottom() - height + 1)
        editor.setGeometry(max(room.left(), left), max(room.top(), top), width, height)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        editor = self._editor
        if editor is None:
            return False
        if watched is editor:
            return super().eventFilter(watched, event)
        # The keyboard is in a part of the editor; what Qt does at the end of editing, it does for the whole. An editor
        # that goes away with its form has told what was typed before.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            self.finish()
            return True
        if event.type() in _ENDING and editor.isVisible():
            return super().eventFilter(editor, event)
        return False

    @override
    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        self._editor = None
        super().destroyEditor(editor, index)

    def finish(self) -> None:
        """Take what is typed in an open editor."""
        if self._editor is not None:
            editor, self._editor = self._editor, None
            self.commitData.emit(editor)
            self.closeEditor.emit(editor)
