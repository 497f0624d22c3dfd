"""The line below a table: how many records, how many of them selected, a way to any of them, and the density."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QToolButton, QWidget
from typing_extensions import override

from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import mark, shown, tr
from ui.core.elided import ElidedLabel
from ui.core.icons import icon
from ui.core.measures import SPACE_4, SPACE_8, zoomed
from ui.tables.arrangement import Density

if TYPE_CHECKING:
    from ui.core.theme import Theme

_JUMP_WIDTH, _JUMP_LEAST = 168, 96
_JUMP_LONGEST = 200
_NARROWEST = 200
_ICONS = {Density.COMPACT: "rows-4", Density.NORMAL: "rows-3"}
_NAMES = {Density.COMPACT: mark("Compact rows"), Density.NORMAL: mark("Normal rows")}


class TableFooter(QWidget):
    """Counts and ways of going about.

    Signals:
        everything_wanted (): all records that match are to be selected.
        nothing_wanted (): none is to be selected.
        jumped (str): the row of that number, or the record of that key, is wanted.
        left (): the keyboard goes back to the rows.
        density_wanted (Density): rows of another height are wanted.
    """

    everything_wanted = Signal()
    nothing_wanted = Signal()
    jumped = Signal(str)
    left = Signal()
    density_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.count = QLabel(self)
        self.count.setObjectName("count")
        self.count.setProperty("role", "caption")
        self.selected = QLabel(self)
        self.selected.setObjectName("selectedCount")
        self.selected.setProperty("role", "caption")
        self.everything = self._link("selectEverything")
        self.nothing = self._link("selectNothing")
        self.nothing.setText(tr("Clear"))
        self.nothing.setAccessibleName(tr("Clear the selection"))
        self.jump = _JumpField(self)
        self.problem = ElidedLabel(role="problem", parent=self)
        self.problem.setObjectName("jumpProblem")
        self.problem.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._ways = QWidget(self)
        self._offers = False
        self.densities = {density: self._density(density) for density in Density}
        self._lay_out()
        self._connect()
        self._tint()
        self.say_selected(0, everything=False, total="", offer=False)

    def say_count(self, text: str) -> None:
        """Say how many records there are."""
        self.count.setText(text)
        self._fit()

    def say_selected(self, count: int, *, everything: bool, total: str, offer: bool) -> None:
        """Say how many records are selected; with `offer`, how to select all the `total` that match."""
        if everything:
            said = tr("All {total} selected", total=total) if total else tr("All that match selected")
        else:
            # Of one row that was gone to there is nothing to say.
            said = tr("{count} selected", count=grouped(count)) if count > 1 else ""
        self.selected.setText(said)
        self.selected.setVisible(bool(said))
        self.nothing.setVisible(bool(said))
        words = tr("Select all {total} that match", total=total) if total else tr("Select all that match")
        self.everything.setText(words)
        self.everything.setAccessibleName(words)
        self._offers = offer and bool(said) and not everything
        self._fit()

    def ask_jump(self) -> None:
        """Give the keyboard to the field for a row or key, where there is no room for it beside the counts too."""
        self._ways.show()
        self.jump.setFocus()
        self.jump.selectAll()
        self._fit()

    def show_density(self, density: Density) -> None:
        """Mark the density in force."""
        for each, button in self.densities.items():
            button.setChecked(each is density)

    def say_problem(self, text: str) -> None:
        """Say below the rows why the jump led nowhere ("": it did lead somewhere)."""
        self.problem.set_full_text(text)
        self.problem.setVisible(bool(text))
        self.jump.setProperty("problem", bool(text))
        self.jump.style().unpolish(self.jump)
        self.jump.style().polish(self.jump)

    def arrive(self) -> None:
        """The jump led to where it was wanted."""
        self.jump.clear()
        self.say_problem("")
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _link(self, name: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.setProperty("kind", "link")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def _density(self, density: Density) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(f"density:{density.value}")
        button.setProperty("dense", True)
        button.setAccessibleName(shown(_NAMES[density]))
        button.setToolTip(shown(_NAMES[density]))
        button.setCheckable(True)
        button.clicked.connect(partial(self._on_density, density))
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self.count)
        row.addWidget(self.selected)
        row.addWidget(self.everything)
        row.addWidget(self.nothing)
        row.addStretch(1)
        row.addWidget(self.problem, 10)
        row.addWidget(self._ways)
        ways = QHBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(SPACE_8)
        ways.addWidget(self.jump)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_4 // 2)
        for button in self.densities.values():
            buttons.addWidget(button)
        ways.addLayout(buttons)
        self.problem.hide()

    def _fit(self) -> None:
        """Leave out what “More” offers as well, and counts, where there is little room."""
        asking = self.jump.hasFocus() or bool(self.problem.full_text)
        selected = bool(self.selected.text())
        ways = self._ways.minimumSizeHint().width()
        left = self.width() - sum(
            each.sizeHint().width() + zoomed(SPACE_8) for each in (self.selected, self.nothing) if selected
        )
        for each, wanted, needed in (
            (self._ways, asking, ways),
            (self.count, not selected, self.count.sizeHint().width()),
            (self.everything, self._offers, self.everything.sizeHint().width()),
            (self.count, selected, self.count.sizeHint().width()),
            (self._ways, not asking, ways),
        ):
            if wanted:
                left -= needed + zoomed(SPACE_8)
                each.setVisible(left >= 0 or (each is self._ways and asking))
        if not self._offers:
            self.everything.hide()

    def _connect(self) -> None:
        self.everything.clicked.connect(self.everything_wanted)
        self.nothing.clicked.connect(self.nothing_wanted)
        self.jump.returnPressed.connect(self._on_jump)
        self.jump.textEdited.connect(self._on_edited)
        self.jump.escaped.connect(self._on_escaped)
        self._theme.follow(self, self._tint)

    def _on_jump(self) -> None:
        if self.jump.text().strip():
            self.jumped.emit(self.jump.text().strip())

    def _on_edited(self) -> None:
        self.say_problem("")

    def _on_escaped(self) -> None:
        self.jump.clear()
        self.say_problem("")
        self.left.emit()
        self._fit()

    def _on_density(self, density: Density) -> None:
        self.show_density(density)
        self.density_wanted.emit(density)

    def _tint(self) -> None:
        for density, button in self.densities.items():
            button.setIcon(icon(_ICONS[density], self._theme.tokens.muted))


class _JumpField(QLineEdit):
    """Asks for a row's number or a record's key.

    Signals:
        escaped (): Escape was pressed.
    """

    escaped = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("jump")
        self.setPlaceholderText(tr("Go to row or key"))
        self.setAccessibleName(tr("Go to row or key"))
        self.setToolTip(tr("The number of a row, or the key of a record"))
        self.setProperty("dense", True)
        self.setMaxLength(_JUMP_LONGEST)
        self.setMinimumWidth(_JUMP_LEAST)
        self.setMaximumWidth(_JUMP_WIDTH)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
