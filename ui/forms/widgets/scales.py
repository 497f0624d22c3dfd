"""Numbers on a scale: a slider beside the number, and stars."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSlider, QToolButton, QWidget
from typing_extensions import override

from jarvis_desktop.core.words import tr, tr_n
from ui.core.icons import icon
from ui.core.measures import SPACE_4, SPACE_8, zoomed
from ui.core.zooming import measured
from ui.forms.widgets.field_widget import FieldWidget
from ui.forms.widgets.numbers import NumberWidget

if TYPE_CHECKING:
    from ui.core.theme import Theme

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1}
_SIDEWAYS = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Left})
_MOST_STEPS = 10_000
_NUMBER_WIDTH = 96
_STAR = 20
_USUAL_STARS, _MOST_STARS = 5, 10


class PatientSlider(QSlider):
    """A slider that the mouse wheel does not move in passing."""

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class RangeWidget(NumberWidget):
    """A number between two ends; the slider stands where it is nearest, the line says it exactly."""

    @override
    def create_input(self) -> QWidget:
        line = super().create_input()
        line.setAccessibleName(self.field.label)
        line.setMaximumWidth(zoomed(_NUMBER_WIDTH))
        measured(line)
        frame = QWidget(self)
        self._low, self._high, self._step = ends_of(self.field.schema, self.field.props)
        self.slider = PatientSlider(Qt.Orientation.Horizontal, frame)
        self.slider.setObjectName("slider")
        self.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.slider.setAccessibleName(self.field.label)
        self.slider.setRange(0, int((self._high - self._low) / self._step))
        self.slider.setPageStep(max(1, self.slider.maximum() // 10))
        self.slider.valueChanged.connect(self._on_moved)
        self._line.textChanged.connect(self._on_text)
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self.slider, 1)
        row.addWidget(line)
        frame.setFocusProxy(line)
        self._on_text("")
        return frame

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        super().set_read_only(read_only=read_only)
        self.slider.setEnabled(not read_only)

    @Slot(int)
    def _on_moved(self, place: int) -> None:
        number = self._low + place * self._step
        self._line.setText(str(number) if self._type is None else self._type.display(number))

    @Slot(str)
    def _on_text(self, _text: str) -> None:
        parsed = self._type.parse(self.field, self.entered()) if self._type is not None else None
        given = parsed is not None and isinstance(parsed.value, (int, Decimal))
        if bool(self.slider.property("unset")) == given:
            self.slider.setProperty("unset", not given)
            self.slider.style().unpolish(self.slider)
            self.slider.style().polish(self.slider)
        number = parsed.value if parsed is not None and given else self._low
        place = round((min(max(Decimal(number), self._low), self._high) - self._low) / self._step)
        self.slider.blockSignals(True)
        self.slider.setValue(place)
        self.slider.blockSignals(False)


def ends_of(schema: Any, props: Any) -> tuple[Decimal, Decimal, Decimal]:
    """The ends of a slider and its step: from the limits of the field, else 0 to 100 by 1."""
    low = _number(schema.get("minimum"), Decimal(0))
    high = _number(schema.get("maximum"), max(Decimal(100), low + 100))
    step = _number(props.get("step"), _number(schema.get("multipleOf"), Decimal(1)))
    if high <= low:
        high = low + 1
    if step <= 0 or (high - low) / step > _MOST_STEPS:
        step = (high - low) / _MOST_STEPS
    return low, high, step


def _number(value: Any, otherwise: Decimal) -> Decimal:
    return Decimal(value) if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else otherwise


class Stars(QWidget):
    """A row of stars, reached as one: digits and arrows set them, Delete takes them back.

    Signals:
        rated (object): a person gave so many stars, or none (None).
    """

    rated = Signal(object)

    def __init__(self, label: str, count: int, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._label = label
        self._rating = 0
        self._open = True
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.buttons: list[QToolButton] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_4)
        for number in range(1, count + 1):
            star = QToolButton(self)
            star.setObjectName(f"star:{number}")
            star.setProperty("kind", "inside")
            star.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            said = tr_n("{n} star", "{n} stars", number)
            star.setToolTip(said)
            star.setAccessibleName(f"{label}: {said}")
            star.clicked.connect(self._on_star)
            self.buttons.append(star)
            row.addWidget(star)
        row.addStretch(1)
        theme.follow(self, self._tint)

    def show_rating(self, rating: int) -> None:
        """Show so many stars (0: none)."""
        self._rating = rating
        said = tr_n("{n} star", "{n} stars", rating) if rating else tr("No stars yet")
        self.setAccessibleName(f"{self._label}: {said}")
        self._tint()

    def set_read_only(self, *, read_only: bool) -> None:
        """Let nobody change the stars, or let them."""
        self._open = not read_only
        for star in self.buttons:
            star.setEnabled(self._open)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), len(self.buttons)
        wanted: int | None = None
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9 and key - Qt.Key.Key_0 <= last:
            wanted = key - Qt.Key.Key_0
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            wanted = 0
        elif (step := _STEPS.get(Qt.Key(key))) is not None:
            back = self.layoutDirection() == Qt.LayoutDirection.RightToLeft and key in _SIDEWAYS
            wanted = min(last, max(0, self._rating + (-step if back else step)))
        if wanted is None or not self._open:
            super().keyPressEvent(event)
        else:
            self._rate(wanted)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setPen(self.palette().highlight().color())
            right = self.buttons[-1].geometry().united(self.buttons[0].geometry())
            painter.drawRoundedRect(right.adjusted(-1, -1, 1, 1).intersected(self.rect().adjusted(0, 0, -1, -1)), 4, 4)

    def _rate(self, rating: int) -> None:
        if rating != self._rating:
            self.show_rating(rating)
            self.rated.emit(rating or None)

    @Slot()
    def _on_star(self) -> None:
        number = self.buttons.index(cast("QToolButton", self.sender())) + 1
        self._rate(0 if number == self._rating else number)

    @Slot()
    def _tint(self) -> None:
        tokens = self._theme.tokens
        for number, star in enumerate(self.buttons, start=1):
            given = number <= self._rating
            star.setIcon(icon("star", tokens.accent if given else tokens.muted, _STAR, filled=given))
            star.setIconSize(QSize(zoomed(_STAR), zoomed(_STAR)))


class RatingWidget(FieldWidget):
    """As many stars as the field's `maximum` says, else five."""

    @override
    def create_input(self) -> QWidget:
        most = self.field.schema.get("maximum")
        count = _USUAL_STARS
        if isinstance(most, (int, Decimal)) and not isinstance(most, bool) and 1 <= most <= _MOST_STARS:
            count = int(most)
        self.stars = Stars(self.field.label, count, self.theme, self)
        self.stars.rated.connect(self._on_rated)
        return self.stars

    @override
    def show_value(self, value: Any) -> None:
        self._rating = value
        stars = value if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else 0
        self.stars.show_rating(int(min(max(stars, 0), len(self.stars.buttons))))

    @override
    def entered(self) -> Any:
        return self._rating

    @override
    def set_read_only(self, *, read_only: bool) -> None:
        self.stars.set_read_only(read_only=read_only)

    @Slot(object)
    def _on_rated(self, rating: int | None) -> None:
        self._rating = rating
        self.mark_edited()
