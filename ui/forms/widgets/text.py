"""Fields typed as text: one line, several lines, JSON."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from jarvis_desktop.core.figures import grouped
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.types import FieldKind, Parsed
from ui.core.zooming import measured
from ui.forms.widgets.field_widget import FieldWidget

_FEWEST_ROWS, _MOST_ROWS = 2, 30
_USUAL_ROWS = {FieldKind.JSON: 6, FieldKind.CODE: 6, FieldKind.MARKDOWN: 6}
_FIXED_PITCH = frozenset({FieldKind.JSON, FieldKind.CODE})
_LONGEST_TEXT = 400_000
_LONGEST_LINE = 20_000
"""Qt lays a line out in a time that grows with the square of its length."""
_BEGINNING = 10_000


def is_too_long(text: str) -> bool:
    """Whether laying the text out would be felt."""
    return len(text) > _LONGEST_TEXT or (
        len(text) > _LONGEST_LINE and any(len(line) > _LONGEST_LINE for line in text.splitlines())
    )


def beginning_of(text: str) -> str:
    """As much of a long text as tells what it is."""
    return f"{text[:_BEGINNING]}…"


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
    """Several lines of text, JSON and code in a font of one width; Tab goes to the next field.

    Of a text that would take seconds to lay out only the beginning is shown, and cannot be edited; the value stays.
    """

    @override
    def create_input(self) -> QWidget:
        self._area = QPlainTextEdit(self)
        self._cut = False
        self._read_only = False
        self._cut_note: QLabel | None = None
        self._area.setTabChangesFocus(True)
        if self.field.placeholder:
            self._area.setPlaceholderText(self.field.placeholder)
        if self.field.kind in _FIXED_PITCH:
            fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            fixed.setPixelSize(self.font().pixelSize() if self.font().pixelSize() > 0 else fixed.pixelSize())
            self._area.setFont(fixed)
        rows = self.field.props.get("rows")
        if not isinstance(rows, int) or isinstance(rows, bool):
            rows = _USUAL_ROWS.get(FieldKind(self.field.kind), 3)
        rows = max(_FEWEST_ROWS, min(rows, _MOST_ROWS))
        self._area.setFixedHeight(QFontMetrics(self._area.font()).lineSpacing() * rows + 18)
        measured(self._area)
        self._area.textChanged.connect(self.mark_edited)
        return self._area

    @override
    def show_value(self, value: Any) -> None:
        text = self._type.display(value) if self._type is not None else ""
        cut = is_too_long(text)
        self._tell_cut(len(text) if cut else 0)
        text = beginning_of(text) if cut else text
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
        self._read_only = read_only
        self._area.setReadOnly(read_only or self._cut)

    def _tell_cut(self, characters: int) -> None:
        """Say that only the beginning of so many characters is shown (0: all are)."""
        self._cut = characters > 0
        self._area.setReadOnly(self._read_only or self._cut)
        if not self._cut:
            if self._cut_note is not None:
                self._cut_note.hide()
            return
        if self._cut_note is None:
            self._cut_note = QLabel(self)
            self._cut_note.setWordWrap(True)
            self._cut_note.setProperty("role", "caption")
            self._column.insertWidget(self._column.indexOf(self._area) + 1, self._cut_note)
        self._cut_note.setText(
            tr(
                "The beginning of {characters} characters, too many to edit here. Saving leaves them as they are.",
                characters=grouped(characters),
            )
        )
        self._cut_note.show()

    @override
    def caret(self) -> int:
        return self._area.textCursor().position()

    @override
    def set_caret(self, position: int) -> None:
        cursor = self._area.textCursor()
        cursor.setPosition(max(0, min(position, len(self._area.toPlainText()))))
        self._area.setTextCursor(cursor)
