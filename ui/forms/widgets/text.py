"""Fields typed as text: one line, several lines, JSON."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QMimeData, QTimer, Signal, Slot
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
LONGEST_IN_LINE = 500_000
"""Characters that one line takes; more could not be edited at the speed of typing."""


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
        # Without a word Qt leaves out what comes after 32,767 characters.
        self._line.setMaxLength(LONGEST_IN_LINE)
        self._line.inputRejected.connect(self._on_rejected)
        self._shown = ""
        self._read_only = False
        if self.field.placeholder:
            self._line.setPlaceholderText(self.field.placeholder)
        self._line.textChanged.connect(self.mark_edited)
        return self._line

    @override
    def show_value(self, value: Any) -> None:
        self.show_text(self._type.display(value) if self._type is not None else "")

    def show_text(self, text: str) -> None:
        """Show the text of a value."""
        self._shown = text = text[:LONGEST_IN_LINE]
        if self._line.text() != text:
            self._line.setText(text)
            self._line.setCursorPosition(0)
        # What has no room here would be lost by an edit.
        self._line.setReadOnly(self._read_only or len(text) == LONGEST_IN_LINE)

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
        self._read_only = read_only
        self._line.setReadOnly(read_only or len(self._shown) == LONGEST_IN_LINE)

    @Slot()
    def _on_rejected(self) -> None:
        # After what the edit itself says of the text.
        QTimer.singleShot(0, self, self._tell_rejected)

    def _tell_rejected(self) -> None:
        most = grouped(LONGEST_IN_LINE)
        self.set_problem(tr("{label} has room for {most} characters; the rest was left out",
                            label=self.field.label, most=most))  # fmt: skip

    @override
    def caret(self) -> int:
        return self._line.cursorPosition()

    @override
    def set_caret(self, position: int) -> None:
        if position >= 0:
            self._line.setCursorPosition(position)


class TextArea(QPlainTextEdit):
    """Several lines.

    Signals:
        flooded (str): what was pasted makes a text that would take seconds to lay out; this is all of it.
    """

    flooded = Signal(str)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        if self.document().characterCount() + len(source.text()) > _LONGEST_LINE:
            cursor = self.textCursor()
            # Qt counts in UTF-16.
            held = self.toPlainText().encode("utf-16-le", "surrogatepass")
            parts = held[: 2 * cursor.selectionStart()], held[2 * cursor.selectionEnd() :]
            before, after = (part.decode("utf-16-le", "surrogatepass") for part in parts)
            text = f"{before}{source.text()}{after}"
            if is_too_long(text):
                self.flooded.emit(text)
                return
        super().insertFromMimeData(source)


class AreaWidget(FieldWidget):
    """Several lines of text, JSON and code in a font of one width; Tab goes to the next field.

    Of a text that would take seconds to lay out only the beginning is shown, and cannot be edited; the value is whole.
    """

    @override
    def create_input(self) -> QWidget:
        self._area = TextArea(self)
        self._cut = False
        self._long = ""
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
        self._area.flooded.connect(self._on_flooded)
        return self._area

    @override
    def show_value(self, value: Any) -> None:
        self._show_text(self._type.display(value) if self._type is not None else "")

    @override
    def entered(self) -> str:
        return self._long if self._cut else self._area.toPlainText()

    @override
    def restore_typed(self, typed: Any) -> None:
        self._show_text(str(typed))

    @Slot(str)
    def _on_flooded(self, text: str) -> None:
        self._show_text(text)
        self.mark_edited()

    def _show_text(self, text: str) -> None:
        cut = is_too_long(text)
        self._long = text if cut else ""
        self._tell_cut(len(text) if cut else 0)
        text = beginning_of(text) if cut else text
        if self._area.toPlainText() != text:
            self._area.setPlainText(text)

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
