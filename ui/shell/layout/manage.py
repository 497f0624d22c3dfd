"""The dialogue of a person's layouts: use one, call it otherwise, delete it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from jarvis_desktop.core.errors import InvalidInput
from jarvis_desktop.core.words import tr
from ui.components.table.name_dialog import NameDialog
from ui.core.measures import SPACE_8, SPACE_16, zoomed

if TYPE_CHECKING:
    from ui.shell.layout.layouts import LayoutDesk

_SIZE = (420, 360)


class LayoutsDialog(QDialog):
    """Lists the layouts; Enter uses the one chosen, F2 renames it, Delete deletes it."""

    def __init__(self, layouts: LayoutDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._layouts = layouts
        self.setObjectName("layouts")
        self.setWindowTitle(tr("Layouts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*(zoomed(side) for side in _SIZE))
        self._empty = QLabel(tr("No layout is saved yet. View > Layout > Save layout keeps the present one."), self)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setProperty("role", "muted")
        self.list = QListWidget(self)
        self.list.setObjectName("layoutList")
        self.list.setAccessibleName(tr("Layouts"))
        self.list.setAccessibleDescription(tr("Enter uses the layout that is chosen"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(self._use)
        self.list.currentRowChanged.connect(self._offer)
        self._use_button = self._button(tr("Use"), "primary", tr("Arranges the window so"))
        self._use_button.clicked.connect(self._use)
        self._rename_button = self._button(tr("Rename…"), "", tr("Calls the layout otherwise"))
        self._rename_button.setShortcut("F2")
        self._rename_button.clicked.connect(self._rename)
        self._delete_button = self._button(tr("Delete"), "danger", tr("Forgets the layout"))
        self._delete_button.setShortcut("Del")
        self._delete_button.clicked.connect(self._delete)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        for button in (self._delete_button, self._rename_button):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._use_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_8)
        column.addWidget(self._empty, 1)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self._fill("")

    @property
    def chosen(self) -> str:
        """The layout the person stands on, or ""."""
        row = self.list.currentRow()
        return self.list.item(row).text() if row >= 0 else ""

    def _button(self, text: str, kind: str, description: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("kind", kind)
        button.setAccessibleDescription(description)
        button.setAutoDefault(False)
        return button

    def _fill(self, current: str) -> None:
        names = self._layouts.names()
        self.list.clear()
        self.list.addItems(names)
        for row, name in enumerate(names):
            self.list.item(row).setToolTip(name)
        self.list.setVisible(bool(names))
        self._empty.setVisible(not names)
        if names:
            self.list.setCurrentRow(names.index(current) if current in names else 0)
            self.list.setFocus()
        self._offer()

    @Slot()
    def _offer(self, *_row: object) -> None:
        for button in (self._use_button, self._rename_button, self._delete_button):
            button.setEnabled(bool(self.chosen))

    @Slot()
    def _use(self, *_item: object) -> None:
        if self.chosen:
            name = self.chosen
            self.accept()
            self._layouts.choose(name)

    @Slot()
    def _rename(self) -> None:
        dialog = NameDialog(tr("Rename layout"), tr("Rename"), self.chosen, shareable=False, parent=self)
        dialog.given.connect(self._on_name)
        self._asking = dialog
        dialog.open()

    @Slot(str)
    def _on_name(self, name: str, *_shared: object) -> None:
        try:
            name = self._layouts.rename(self.chosen, name)
        except InvalidInput as error:
            self._asking.say(error.message)
            return
        self._asking.accept()
        self._fill(name)

    @Slot()
    def _delete(self) -> None:
        if self.chosen:
            self._layouts.delete(self.chosen)
            self._fill("")


class SaveLayout(NameDialog):
    """Asks under which name the present layout is to be kept."""

    def __init__(self, layouts: LayoutDesk, parent: QWidget) -> None:
        super().__init__(tr("Save layout"), tr("Save"), shareable=False, parent=parent)
        self._layouts = layouts
        self.given.connect(self._on_given)

    @Slot(str)
    def _on_given(self, name: str, *_shared: object) -> None:
        try:
            self._layouts.save(name)
        except InvalidInput as error:
            self.say(error.message)
            return
        self.accept()
