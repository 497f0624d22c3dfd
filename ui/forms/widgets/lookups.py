"""One row of a table as a field's value, and several of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.errors import Problem, Severity
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.choices import choice_text, same_choice
from jarvis_desktop.forms.kinds.field_type import as_text
from jarvis_desktop.forms.lookups.types import Found, Offer
from jarvis_desktop.forms.types import Option, Parsed
from ui.core.flow import FlowLayout
from ui.core.icons import icon
from ui.core.measures import SPACE_4
from ui.forms.widgets.field_widget import FieldWidget
from ui.forms.widgets.lookup_line import LookupLine
from ui.forms.widgets.remarks import Remark

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST_CHIP = 40
_REMOVING = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})


class SourcedWidget(FieldWidget):
    """A field whose choices are rows: all of them in the list where they are few, else those that are searched for.

    Signals:
        searched (str, str): rows with a text are wanted for the field of that key; `show_found` answers.
        chosen_lately (str, object): a person chose an Option for the field of that key.
        creation_wanted (str): a person wants a new row for the field of that key; `take` answers.
    """

    searched = Signal(str, str)
    chosen_lately = Signal(str, object)
    creation_wanted = Signal(str)

    def make_line(self) -> LookupLine:
        """The line in which rows are looked for."""
        self._known: dict[str, Option] = {}
        self._offer = Offer()
        self._fault: Remark | None = None
        self._held: tuple[str, Severity] | None = None
        self._line = LookupLine(self)
        self._line.setPlaceholderText(self.field.placeholder or tr("Type to search"))
        self._line.setAccessibleName(self.field.label)
        self._line.wanted.connect(self._on_wanted)
        self._line.picked.connect(self._on_picked)
        self._line.creation_wanted.connect(self._on_creation_wanted)
        self._line.settled.connect(self._on_settled)
        return self._line

    @property
    def line(self) -> LookupLine:
        """Where rows are looked for."""
        return self._line

    def set_offer(self, offer: Offer, *, waits_for: str = "") -> None:
        """Take in what the field offers; `waits_for` is the label of the field without which that is nothing."""
        self._offer = offer
        self.know((*offer.options, *offer.chosen))
        reason = offer.fault or (tr("Choose {label} first", label=waits_for) if waits_for else "")
        self._line.setPlaceholderText(reason or self.field.placeholder or tr("Type to search"))
        if offer.fault and self._fault is None:
            self._fault = Remark(self.theme, self)
            self._column.insertWidget(self._column.indexOf(self.input) + 1, self._fault)
        if self._fault is not None:
            self._fault.say(offer.fault, tone="warning")

    def know(self, options: Iterable[Option]) -> None:
        """Learn the labels of values."""
        self._known.update((choice_text(option.value), option) for option in options)

    def label_of(self, value: Any) -> str:
        """What a value is called; the value itself where no row is known that has it."""
        option = self._known.get(choice_text(value)) if not isinstance(value, (Mapping, list)) else None
        return as_text(value) if option is None else option.label

    def show_found(self, found: Found) -> None:
        """Show what a search found."""
        self.know(found.options)
        self._line.show_found(found.options, recent=found.recent, more=found.more)

    @override
    def set_problem(self, text: str, *, severity: Severity = Severity.ERROR) -> None:
        # Nobody is told at each letter that this is none of the choices yet.
        self._held = (text, severity) if text and self._line.searching else None
        super().set_problem("" if self._held else text, severity=severity)

    @override
    def finish(self) -> None:
        self._line.close_list()

    def take(self, option: Option) -> None:
        """Choose a row, as a person does."""
        raise NotImplementedError

    def set_creatable(self, text: str) -> None:
        """Offer to make a new row, in these words; "" for not."""
        self._line.offer_creation(text)

    @Slot(str)
    def _on_wanted(self, text: str) -> None:
        offer = self._offer
        if offer.waits_for or offer.fault:
            self._line.show_found(())
        elif offer.complete:
            words = text.casefold().split()
            self._line.show_found([o for o in offer.options if all(word in o.label.casefold() for word in words)])
        else:
            self.searched.emit(self.field.key, text)

    @Slot()
    def _on_settled(self) -> None:
        if self._held is not None:
            text, severity = self._held
            self.set_problem(text, severity=severity)

    @Slot(object)
    def _on_picked(self, option: Option) -> None:
        self.chosen_lately.emit(self.field.key, option)
        self.take(option)

    @Slot()
    def _on_creation_wanted(self) -> None:
        self.creation_wanted.emit(self.field.key)


class LookupWidget(SourcedWidget):
    """One row, shown by its label. What is typed counts when it is the whole label of a choice."""

    @override
    def create_input(self) -> QWidget:
        line = self.make_line()
        self._chosen: Any = None
        line.textEdited.connect(self._on_typed)
        return line

    @override
    def set_offer(self, offer: Offer, *, waits_for: str = "") -> None:
        super().set_offer(offer, waits_for=waits_for)
        if self._chosen is not None and self._line.text() == as_text(self._chosen):
            self._line.setText(self.label_of(self._chosen))
            self._line.setCursorPosition(0)

    @override
    def show_value(self, value: Any) -> None:
        self._chosen = None if value == "" else value
        self._line.setText("" if self._chosen is None else self.label_of(value))
        self._line.setCursorPosition(0)

    @override
    def take(self, option: Option) -> None:
        self.know((option,))
        self.show_value(option.value)
        self.mark_edited()

    @override
    def entered(self) -> Any:
        return self._chosen

    @override
    def value(self) -> Parsed:
        typed = self._line.text().strip()
        if self._touched and self._chosen is None and typed:
            text = tr("{label} “{typed}” is not one of the choices", label=self.field.label, typed=typed)
            return Parsed(problem=Problem(self.field.key, text))
        return super().value()

    @override
    def typed(self) -> Any:
        if self._chosen is None or isinstance(self._chosen, (Mapping, list)):
            return self._line.text()
        return {"value": self._chosen, "label": self._line.text()}

    @override
    def restore_typed(self, typed: Any) -> None:
        if isinstance(typed, Mapping):
            self.know((Option(typed.get("value"), str(typed.get("label"))),))
            self.show_value(typed.get("value"))
        else:
            self._line.setText(str(typed))
            self._chosen = self._meant(str(typed))

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

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._chosen = self._meant(text)
        self.mark_edited()

    def _meant(self, text: str) -> Any:
        wanted = text.strip().casefold()
        named = [option.value for option in self._known.values() if option.label.casefold() == wanted] if wanted else []
        return named[0] if len(named) == 1 else None


class LookupManyWidget(SourcedWidget):
    """Several rows, each once, in the order chosen: below the line, each with a cross."""

    @override
    def create_input(self) -> QWidget:
        self._values: list[Any] = []
        self._read_only = False
        frame = QWidget(self)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self.make_line())
        self._line.installEventFilter(self)
        self._chips = QWidget(frame)
        self._row = FlowLayout(self._chips, spacing=SPACE_4)
        self._chips.hide()
        column.addWidget(self._chips)
        frame.setFocusProxy(self._line)
        return frame

    @override
    def set_offer(self, offer: Offer, *, waits_for: str = "") -> None:
        super().set_offer(offer, waits_for=waits_for)
        self._show_chips()

    @override
    def show_value(self, value: Any) -> None:
        self._values = list(value) if isinstance(value, (tuple, list)) else [] if value in (None, "") else [value]
        self._show_chips()

    @override
    def take(self, option: Option) -> None:
        self.know((option,))
        self._line.clear()
        if not any(same_choice(option.value, value) for value in self._values):
            self._values.append(option.value)
            self._show_chips()
            self.mark_edited()

    @override
    def entered(self) -> tuple[str, ...]:
        return tuple(choice_text(value) for value in self._values)

    @override
    def value(self) -> Parsed:
        parsed = super().value()
        return Parsed() if self._touched and parsed.value == () else parsed

    @override
    def typed(self) -> Any:
        return [{"value": value, "label": self.label_of(value)} for value in self._values]

    @override
    def restore_typed(self, typed: Any) -> None:
        given = [Option(each["value"], str(each["label"])) for each in typed if isinstance(each, Mapping)]
        self.know(given)
        self.show_value([option.value for option in given])

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        self._read_only = read_only
        self._line.setReadOnly(read_only)
        self._line.setVisible(not read_only or not self._values)
        self._chips.setEnabled(not read_only)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._line
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Backspace
            and not self._line.text()
            and self._values
            and not self._read_only
        ):
            self._remove(len(self._values) - 1)
            return True
        return super().eventFilter(watched, event)

    def _show_chips(self) -> None:
        while (item := self._row.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for place, value in enumerate(self._values):
            chip = self._chip(place, self.label_of(value))
            self._row.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(self._values))
        self._line.setVisible(not self._read_only or not self._values)

    def _chip(self, place: int, label: str) -> QPushButton:
        chip = QPushButton(label if len(label) <= _LONGEST_CHIP else f"{label[: _LONGEST_CHIP - 1]}…", self._chips)
        chip.setObjectName(f"chip:{place}")
        chip.setProperty("kind", "chip")
        chip.setIcon(icon("x", self.theme.tokens.muted, 12))
        chip.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight if self.isRightToLeft() else Qt.LayoutDirection.RightToLeft
        )
        chip.setToolTip(tr("Remove {label}", label=label))
        chip.setAccessibleName(tr("Remove {label}", label=label))
        chip.setProperty("place", place)
        chip.clicked.connect(self._on_cross)
        return chip

    @Slot()
    def _on_cross(self) -> None:
        chip = self.sender()
        if chip is not None:
            self._remove(int(chip.property("place")))

    def _remove(self, place: int) -> None:
        del self._values[place]
        self._show_chips()
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.mark_edited()
