"""The page of keys: everything with its keys, found by name or by key, and given others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from jarvis_desktop.core.words import tr
from jarvis_desktop.search.fuzzy import fold
from ui.core.announce import announce
from ui.core.clearing import offer_clearing
from ui.core.keymap import portable, shown_keys
from ui.core.measures import SPACE_8, SPACE_12
from ui.shell.keys.bindings import Binding, bindings, colliding, refusal
from ui.shell.keys.key_field import KeyField

if TYPE_CHECKING:
    from ui.shell.command_desk import CommandDesk

_NAME = Qt.ItemDataRole.UserRole
_WIDE = 220


class KeyList(QTreeWidget):
    """The list; Enter and F2 ask for new keys, Delete takes them away."""

    def __init__(self, page: ShortcutsPage) -> None:
        super().__init__(page)
        self._page = page
        self.setObjectName("keyList")
        self.setAccessibleName(tr("Keyboard shortcuts"))
        self.setAccessibleDescription(tr("Enter asks for new keys, Delete takes the keys away."))
        self.setColumnCount(3)
        self.setHeaderLabels([tr("What it does"), tr("Keys"), tr("Changed")])
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setIndentation(0)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setStretchLastSection(False)
        for column in (1, 2):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2}:
            self._page.ask()
        elif event.key() == Qt.Key.Key_Delete:
            self._page.remove()
        else:
            super().keyPressEvent(event)


class ShortcutsPage(QWidget):
    """Everything with keys. What is changed here holds at once, everywhere, and for this person alone."""

    help_page = "keyboard"

    def __init__(self, desk: CommandDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcutsPage")
        self._keys = desk.keys
        self._bindings = bindings(desk.commands.values())
        self._by_name = {binding.name: binding for binding in self._bindings}
        self._asked: Binding | None = None
        self._wanted = ""
        self.field = QLineEdit(self)
        self.list = KeyList(self)
        self.enabled = QCheckBox(tr("Shortcuts are on"), self)
        self.letters = QCheckBox(tr("Single letters are shortcuts"), self)
        self.change = self._button("changeKeys", tr("Change keys"))
        self.take_away = self._button("removeKeys", tr("Remove keys"))
        self.give_back = self._button("resetKeys", tr("Reset"))
        self.give_all_back = self._button("resetAllKeys", tr("Reset all"))
        self.key_field = KeyField(self)
        self.swap = self._button("swapKeys", tr("Swap"))
        self.told = QLabel(self)
        self.asking = QLabel(self)
        self._lay_out()
        self._connect()
        self._list()
        self._end_asking()
        self.setFocusProxy(self.field)

    @property
    def current(self) -> Binding | None:
        """What is chosen in the list."""
        item = self.list.currentItem()
        return None if item is None else self._by_name.get(str(item.data(0, _NAME)))

    def choose(self, name: str) -> bool:
        """Make what is called so the current row; answers whether it is listed."""
        for item in self._items():
            if item.data(0, _NAME) == name:
                self.list.setCurrentItem(item)
                return True
        return False

    @Slot()
    def ask(self) -> None:
        """Wait for new keys for what is chosen."""
        binding = self.current
        if binding is None:
            return
        if binding.fixed:
            self._say(tr("“{title}” always has these keys.", title=binding.title), tone="info")
            return
        self._asked, self._wanted = binding, ""
        self.asking.setText(tr("New keys for “{title}”", title=binding.title))
        for widget in (self.asking, self.key_field):
            widget.show()
        self.key_field.clear()
        self.swap.hide()
        self.told.hide()
        self.key_field.setFocus()

    @Slot()
    def remove(self) -> None:
        """Take the keys of what is chosen away."""
        if self.current is not None and not self.current.fixed:
            self._keys.choose({self.current.name: ()})

    @Slot()
    def reset(self) -> None:
        """Give what is chosen its own keys back, if nothing else has them meanwhile."""
        binding = self.current
        if binding is None or binding.fixed:
            return
        others = [other for key in binding.usual for other in colliding(binding, key, self._bindings, self._keys)]
        if others:
            self._say(
                tr(
                    "“{title}” cannot have its own keys back: “{other}” has them now.",
                    title=binding.title,
                    other=others[0].title,
                ),
                tone="warning",
            )
        else:
            self._keys.choose({binding.name: None})

    @Slot()
    def reset_all(self) -> None:
        """Give everything its own keys back."""
        self._keys.choose(dict.fromkeys(self._keys.chosen))
        self._keys.set_enabled(enabled=True)
        self._keys.set_letters(letters=True)
        self._say(tr("Everything has its own keys again."), tone="info")

    @Slot(object)
    def take(self, sequence: QKeySequence) -> None:
        """Give the keys pressed to what was asked about, unless something else has them."""
        binding = self._asked
        if binding is None:
            return
        key = portable(sequence.toString())
        self.key_field.setText(shown_keys(key))
        self.swap.hide()
        problem = refusal(binding, sequence)
        if problem:
            self._say(problem, tone="warning")
            return
        others = colliding(binding, key, self._bindings, self._keys)
        if not others:
            self._give(key, {})
            return
        self._wanted = key
        swappable = all(not other.fixed for other in others)
        self.swap.setVisible(swappable)
        names = ", ".join(f"“{other.title}”" for other in others)
        said = tr("{keys} is {others} already.", keys=shown_keys(key), others=names)
        rest = tr("Swap gives it the keys that become free; other keys can be pressed.") if swappable else ""
        self._say(f"{said} {rest}".strip(), tone="warning")

    @Slot()
    def swap_keys(self) -> None:
        """Give the wanted keys, and to those that had them the ones that become free."""
        binding = self._asked
        if binding is None or not self._wanted:
            return
        free = binding.keys(self._keys)[:1]
        changes: dict[str, tuple[str, ...] | None] = {}
        for other in colliding(binding, self._wanted, self._bindings, self._keys):
            kept = tuple(key for key in other.keys(self._keys) if key != self._wanted)
            changes[other.name] = (*free, *kept)
            free = ()
        self._give(self._wanted, changes)

    def _give(self, key: str, others: dict[str, tuple[str, ...] | None]) -> None:
        assert self._asked is not None
        title = self._asked.title
        self._keys.choose({self._asked.name: (key,), **others})
        self._end_asking()
        self._say(tr("{keys} is “{title}” now.", keys=shown_keys(key), title=title), tone="success")
        self.list.setFocus()

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleName(text)
        return button

    def _lay_out(self) -> None:
        self.field.setObjectName("keySearch")
        self.field.setAccessibleName(tr("Find a command or keys"))
        self.field.setPlaceholderText(tr("Find a command, or keys such as Ctrl+B"))
        self.field.setMaxLength(_WIDE)
        offer_clearing(self.field)
        self.told.setObjectName("keyNotice")
        self.told.setWordWrap(True)
        for label in (self.told, self.asking):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.key_field.setMaximumWidth(_WIDE)
        self.enabled.setAccessibleDescription(tr("F1 and Ctrl+F1 work always."))
        self.letters.setAccessibleDescription(tr("J, K, X, E, F, G and V in tables."))
        switches, actions, capture = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        switches.addWidget(self.field, 1)
        for box in (self.enabled, self.letters):
            switches.addWidget(box)
        for button in (self.change, self.take_away, self.give_back):
            actions.addWidget(button)
        actions.addStretch(1)
        actions.addWidget(self.give_all_back)
        for widget in (self.asking, self.key_field, self.swap):
            capture.addWidget(widget)
        capture.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        for row in (switches, actions, capture):
            row.setSpacing(SPACE_12 if row is switches else SPACE_8)
            column.addLayout(row)
        column.addWidget(self.told)
        column.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._list)
        self.list.itemDoubleClicked.connect(self.ask)
        self.list.currentItemChanged.connect(self._on_current)
        self.change.clicked.connect(self.ask)
        self.take_away.clicked.connect(self.remove)
        self.give_back.clicked.connect(self.reset)
        self.give_all_back.clicked.connect(self.reset_all)
        self.key_field.pressed.connect(self.take)
        self.key_field.left.connect(self._on_left)
        self.swap.clicked.connect(self.swap_keys)
        self.enabled.clicked.connect(self._on_enabled)
        self.letters.clicked.connect(self._on_letters)
        self._keys.changed.connect(self._list)

    def _items(self) -> list[QTreeWidgetItem]:
        items: list[QTreeWidgetItem] = []
        for place in range(self.list.topLevelItemCount()):
            group = self.list.topLevelItem(place)
            for row in range(group.childCount() if group is not None else 0):
                item = group.child(row) if group is not None else None
                if item is not None:
                    items.append(item)
        return items

    @Slot()
    def _list(self) -> None:
        """List what the words in the field find, and keep the current row."""
        before = self.current
        wanted = fold(self.field.text())
        self.list.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for binding in self._bindings:
            keys = ", ".join(shown_keys(key) for key in binding.keys(self._keys))
            if not all(word in fold(f"{binding.title} {binding.heading} {keys}") for word in wanted.split()):
                continue
            if binding.heading not in groups:
                groups[binding.heading] = self._heading(binding.heading)
            changed = binding.name in self._keys.chosen
            item = QTreeWidgetItem(groups[binding.heading], [binding.title, keys, tr("changed") if changed else ""])
            item.setData(0, _NAME, binding.name)
            item.setToolTip(0, binding.title)
        self.list.expandAll()
        self.enabled.setChecked(self._keys.enabled)
        self.letters.setChecked(self._keys.letters)
        items = self._items()
        if not (before is not None and self.choose(before.name)) and items:
            self.list.setCurrentItem(items[0])
        if not items:
            self._say(tr("Nothing is called “{text}”, and no keys are.", text=self.field.text()[:60]), tone="info")
        elif self._asked is None:
            self.told.hide()

    def _heading(self, text: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.list, [text])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        item.setFirstColumnSpanned(True)
        return item

    def _say(self, text: str, *, tone: str) -> None:
        self.told.setText(text)
        self.told.setProperty("tone", tone)
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.told.show()
        announce(self.told, text, urgent=tone == "warning")

    @Slot()
    def _on_current(self) -> None:
        binding = self.current
        free = binding is not None and not binding.fixed
        self.change.setEnabled(free)
        self.take_away.setEnabled(free and binding is not None and bool(binding.keys(self._keys)))
        self.give_back.setEnabled(free and binding is not None and binding.name in self._keys.chosen)

    @Slot()
    def _on_left(self) -> None:
        self._end_asking()
        self.told.hide()
        self.list.setFocus()

    def _end_asking(self) -> None:
        self._asked, self._wanted = None, ""
        for widget in (self.asking, self.key_field, self.swap):
            widget.hide()
        self.told.hide()

    @Slot(bool)
    def _on_enabled(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._keys.set_enabled(enabled=on)

    @Slot(bool)
    def _on_letters(self, on: bool) -> None:  # noqa: FBT001 - a signal's argument
        self._keys.set_letters(letters=on)
