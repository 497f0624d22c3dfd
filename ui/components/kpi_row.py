"""A row of key figures over the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from jarvis_desktop.core.errors import ConfigurationError, JarvisError
from jarvis_desktop.core.words import tr
from ui.components.component import Component, ComponentContext, Props
from ui.components.figures import FigureSpec, exactly, figure_spec, written
from ui.core.elided import ElidedLabel
from ui.core.flow import FlowLayout
from ui.core.locale import here
from ui.core.measures import SPACE_4, SPACE_12, SPACE_16
from ui.core.tasks import Lane, Latest

if TYPE_CHECKING:
    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.tables.service import TableService

CARD_WIDTH = 168
MOST_FIGURES = 24

Answer = Decimal | int | JarvisError | None


class KpiRow(Component):
    """Figures in cards, all fetched in one go; one that fails says so in its own card."""

    help_page = "overview"

    def __init__(self, context: ComponentContext, props: Props, parent: QWidget | None = None) -> None:
        super().__init__(context, props, parent)
        items = props.get("items")
        if not isinstance(items, list) or not items:
            raise ConfigurationError(
                tr("The figures of a row are a list of at least one."), hint=tr("Its name is “items”.")
            )
        flow = FlowLayout(self, spacing=SPACE_12, cell=CARD_WIDTH)
        self._cards = [FigureCard(item, self) for item in items[:MOST_FIGURES]]
        for card in self._cards:
            flow.addWidget(card)
        self._latest = Latest[Sequence[Answer]]()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    @override
    def topics(self) -> frozenset[str]:
        return frozenset(card.spec.table for card in self._cards if card.spec is not None)

    @override
    def reload(self, changes: Changes) -> None:
        work = partial(_figures, self.context.services.tables, [card.spec for card in self._cards])
        self._latest.keep(self.context.tasks.submit(Lane.READ, work, done=self._show, failed=self._show_failure))

    @Slot(object)
    def _show(self, answers: Sequence[Answer]) -> None:
        for card, answer in zip(self._cards, answers, strict=True):
            card.show_answer(answer)

    @Slot(object)
    def _show_failure(self, error: JarvisError) -> None:
        for card in self._cards:
            card.show_answer(error)


class FigureCard(QFrame):
    """One figure: what it is, its value, and a word about it. Props that cannot be read are said in the card."""

    def __init__(self, item: object, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setObjectName("figureCard")
        self.spec: FigureSpec | None = None
        self._label = ElidedLabel(_label_of(item), role="caption")
        self._value = ElidedLabel("…", role="figure")
        self._value.setObjectName("figureValue")
        self._hint = ElidedLabel(role="caption")
        self._hint.setObjectName("figureHint")
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        column.setSpacing(SPACE_4)
        for label in (self._label, self._value, self._hint):
            column.addWidget(label)
        try:
            self.spec = figure_spec(item)
        except ConfigurationError as error:
            self.show_answer(error)
            return
        self._hint.set_full_text(self.spec.hint)
        self._name()

    @property
    def value_text(self) -> str:
        """The value as it is written."""
        return self._value.full_text

    @property
    def hint_text(self) -> str:
        """The word about it, or the problem."""
        return self._hint.full_text

    def show_answer(self, answer: Answer) -> None:
        """Show a value, or why there is none."""
        if isinstance(answer, JarvisError):
            self._value.set_full_text("—")
            self._hint.set_full_text(f"{answer.message} {answer.hint}".strip())
            _restyle(self._value, "tone", "neutral")
            _restyle(self._hint, "role", "problem")
        elif self.spec is not None:
            locale = here()
            self._value.set_full_text(written(answer, self.spec.format, locale))
            self.setToolTip(exactly(answer, self.spec.format, locale))
            self._hint.set_full_text(self.spec.hint)
            _restyle(self._value, "tone", "neutral" if answer in (None, 0) else self.spec.tone)
            _restyle(self._hint, "role", "caption")
        self._name()

    def _name(self) -> None:
        self.setAccessibleName(f"{self._label.full_text}: {self._value.full_text}")
        self.setAccessibleDescription(self._hint.full_text)


def _figures(tables: TableService, specs: Sequence[FigureSpec | None]) -> list[Answer]:
    answers: list[Answer] = []
    for spec in specs:
        try:
            answers.append(
                None if spec is None else tables.figure(spec.table, spec.aggregate, spec.column, spec.filters)
            )
        except JarvisError as error:
            answers.append(error)
    return answers


def _label_of(item: object) -> str:
    label = item.get("label") if isinstance(item, Mapping) else None
    return label if isinstance(label, str) and label.strip() else tr("Figure")


def _restyle(label: QLabel, name: str, value: str) -> None:
    if label.property(name) != value:
        label.setProperty(name, value)
        label.style().unpolish(label)
        label.style().polish(label)
