"""Lines of text with something of their own: a secret, a colour, a time, what is computed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QLineEdit, QToolButton, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import mark, shown, tr
from jarvis_desktop.forms.kinds.texts import is_colour
from jarvis_desktop.forms.types import FieldKind
from ui.core.measures import CONTROL_HEIGHT, SPACE_8
from ui.core.trailing_button import TrailingButton
from ui.core.zooming import measured
from ui.forms.widgets.text import LineWidget

_EXAMPLES = {
    FieldKind.TIME: mark("14:30"),
    FieldKind.DURATION: mark("1h 30min"),
    FieldKind.COLOR: mark("#1A6BC4"),
    FieldKind.COMPUTED: mark("Computed"),
}
_CHECKS = 4


class ExampleWidget(LineWidget):
    """A line that shows, while it is empty, what may stand there."""

    @override
    def create_input(self) -> QWidget:
        line = super().create_input()
        if not self.field.placeholder:
            self._line.setPlaceholderText(shown(_EXAMPLES[FieldKind(self.field.kind)]))
        return line


class PasswordWidget(LineWidget):
    """A text that is not to be read over one's shoulder; a button shows it."""

    @override
    def create_input(self) -> QWidget:
        line = super().create_input()
        self._line.setEchoMode(QLineEdit.EchoMode.Password)
        self._reveal = QAction(tr("Show what is typed"), self)
        self._reveal.setCheckable(True)
        self._reveal.toggled.connect(self._on_reveal)
        TrailingButton("eye", self._reveal, self._line)
        return line

    @Slot(bool)
    def _on_reveal(self, reveal: bool) -> None:  # noqa: FBT001 - a signal's value
        self._line.setEchoMode(QLineEdit.EchoMode.Normal if reveal else QLineEdit.EchoMode.Password)


class ColourWidget(ExampleWidget):
    """A colour as text, and beside it as a patch that opens a palette."""

    @override
    def create_input(self) -> QWidget:
        super().create_input()
        frame = QWidget(self)
        self.patch = _Patch(frame)
        self.patch.setAccessibleName(tr("Choose {label}", label=self.field.label))
        self.patch.clicked.connect(self._on_choose)
        self._line.textChanged.connect(self._on_text)
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self._line, 1)
        row.addWidget(self.patch)
        frame.setFocusProxy(self._line)
        self._line.setAccessibleName(self.field.label)
        self._dialog: QColorDialog | None = None
        return frame

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        super().set_read_only(read_only=read_only)
        self.patch.setEnabled(not read_only)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.patch.show_colour(text)

    @Slot()
    def _on_choose(self) -> None:
        self._dialog = QColorDialog(QColor(self.patch.colour or "#808080"), self)
        self._dialog.setWindowTitle(self.field.label)
        self._dialog.colorSelected.connect(self._on_chosen)
        self._dialog.open()

    @Slot(QColor)
    def _on_chosen(self, colour: QColor) -> None:
        self._line.setText(colour.name().upper())


class _Patch(QToolButton):
    """The colour itself; a chequered one where there is none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colour = ""
        self.setFixedSize(CONTROL_HEIGHT, CONTROL_HEIGHT)
        measured(self)

    def show_colour(self, text: str) -> None:
        """Show the colour that a text names."""
        text = text.strip()
        # CSS writes the opacity behind the colour, Qt before it.
        opaque = len(text) != len("#RRGGBBAA")
        self.colour = (text if opaque else f"#{text[7:]}{text[1:7]}") if is_colour(text) else ""
        self.update()

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        inner = self.rect().adjusted(1, 1, -1, -1)
        step = max(1, inner.width() // _CHECKS)
        for row in range(_CHECKS + 1):
            for column in range(_CHECKS + 1):
                tone = self.palette().base() if (row + column) % 2 else self.palette().mid()
                painter.fillRect(
                    inner.x() + column * step, inner.y() + row * step, step, step, tone
                )  # fmt: skip
        if self.colour:
            painter.fillRect(inner, QColor(self.colour))
        pen = self.palette().highlight().color() if self.hasFocus() else self.palette().mid().color()
        painter.setPen(pen)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class ComputedWidget(ExampleWidget):
    """What a rule computes, to be read and copied."""

    @override
    def show_value(self, value: Any) -> None:
        super().show_value(value)
        self._line.setReadOnly(True)
