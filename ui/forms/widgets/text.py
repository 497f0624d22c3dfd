"""Fields typed as text: one line, several lines, JSON."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from jarvis_desktop.forms.types import FieldKind, Parsed
from ui.forms.widgets.field_widget import FieldWidget

_FEWEST_ROWS, _MOST_ROWS = 2, 30
_USUAL_ROWS = {FieldKind.JSON: 6}


class LineWidget(FieldWidget):
    """One line of text: text, e-mail, web address, phone number, tags with commas.

    Typing again what was shown is no change, also where the text shows less than the value has (seconds, say).
    """

    @override
    def create_input(self) -> QWidget:
        self._line = QLineEdit(self)
        self._shown = ""
        if self.field.placeholder:
            self._line.setPlaceholderText(self.field.placeholder)
        self._line.textChanged.connect(self.mark_edited)
        return self._line

    @override
    def show_value(self, value: Any) -> None:
        self.show_text(self._type.display(value) if self._type is not None else "")

    def show_text(self, text: str) -> None:
        """Show the text of a value."""
        self._shown = text
        if self._line.text() != text:
            self._line.setText(text)
            self._line.setCursorPosition(0)

    @override
    def value(self) -> Parsed:
        return Parsed(self._value) if self._line.text() == self._shown else super().value()

    @override
    def entered(self) -> str:
        return self._line.text()

    @override
    def typed(self) -> str:
        return self._line.text()

    @override
    def restore_typed(self, typed: Any) -> None:
        self._line.setText(typed)

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        self._line.setReadOnly(read_only)

    @override
    def caret(self) -> int:
        return self._line.cursorPosition()

    @override
    def set_caret(self, position: int) -> None:
        if position >= 0:
            self._line.setCursorPosition(position)


class AreaWidget(FieldWidget):
    """Several lines of text, or JSON in a font of one width; Tab goes to the next field."""

    @override
    def create_input(self) -> QWidget:
        self._area = QPlainTextEdit(self)
        self._area.setTabChangesFocus(True)
        if self.field.placeholder:
            self._area.setPlaceholderText(self.field.placeholder)
        if self.field.kind == FieldKind.JSON:
            fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            fixed.setPixelSize(self.font().pixelSize() if self.font().pixelSize() > 0 else fixed.pixelSize())
            self._area.setFont(fixed)
        rows = self.field.props.get("rows")
        if not isinstance(rows, int) or isinstance(rows, bool):
            rows = _USUAL_ROWS.get(FieldKind(self.field.kind), 3)
        rows = max(_FEWEST_ROWS, min(rows, _MOST_ROWS))
        self._area.setFixedHeight(QFontMetrics(self._area.font()).lineSpacing() * rows + 18)
        self._area.textChanged.connect(self.mark_edited)
        return self._area

    @override
    def show_value(self, value: Any) -> None:
        text = self._type.display(value) if self._type is not None else ""
        if self._area.toPlainText() != text:
            self._area.setPlainText(text)

    @override
    def entered(self) -> str:
        return self._area.toPlainText()

    @override
    def restore_typed(self, typed: Any) -> None:
        self._area.setPlainText(typed)

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        self._area.setReadOnly(read_only)

    @override
    def caret(self) -> int:
        return self._area.textCursor().position()

    @override
    def set_caret(self, position: int) -> None:
        cursor = self._area.textCursor()
        cursor.setPosition(max(0, min(position, len(self._area.toPlainText()))))
        self._area.setTextCursor(cursor)
