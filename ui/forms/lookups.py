"""Keeps the fields of a form that choose from rows supplied with what they offer beside the others."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from jarvis_desktop.forms.choices import choice_text
from jarvis_desktop.forms.lookups.asking import asked_of, waits_for
from jarvis_desktop.forms.lookups.types import Asked, Offer
from jarvis_desktop.forms.values import same_value
from ui.forms.row_names import RowNames, is_of_rows, source_of
from ui.forms.widgets.lookups import SourcedWidget
from ui.forms.widgets.repeat.widget import RepeatWidget

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from jarvis_desktop.forms.editing import FormEdit
    from jarvis_desktop.forms.lookups.types import Found
    from jarvis_desktop.forms.types import FieldDefinition, Option
    from ui.forms.body import FormBody
    from ui.forms.lookup_desk import LookupDesk


class FormLookups(QObject):
    """Follows the edit of a form; without a desk it shows what it was given.

    Signals:
        creation_wanted (str): a person wants a new row to choose in the field of that key.
    """

    creation_wanted = Signal(str)

    def __init__(self, edit: FormEdit, body: FormBody, parent: QObject) -> None:
        super().__init__(parent)
        self._edit = edit
        self._body = body
        self._desk: LookupDesk | None = None
        self._offers: dict[str, Offer] = {}
        self._labels: dict[str, dict[str, Option]] = {}
        self._sought: dict[str, set[str]] = {}
        self._given: dict[str, Offer] = {}
        self.names = RowNames()
        self._creates = False

    def use(self, desk: LookupDesk, *, creates: bool = True) -> None:
        """Ask this desk from now on; where it `creates`, offer to make rows that are not there."""
        self._desk = desk
        self._creates = creates
        for widget in self._body.built_widgets():
            self._let_create(widget)
        self.follow()

    def attach(self, widget: SourcedWidget) -> None:
        """Supply a widget that was just made."""
        key, source = widget.field.key, widget.field.source
        widget.searched.connect(self._on_searched)
        widget.chosen_lately.connect(self._on_chosen)
        widget.creation_wanted.connect(self.creation_wanted)
        widget.know(self._labels.get(key, {}).values())
        if source is None:
            widget.set_offer(Offer(widget.field.options, complete=True))
            return
        self._let_create(widget)
        if key in self._offers:
            self._supply(widget, self._offers[key])

    def expect(self, offers: Mapping[str, Offer]) -> None:
        """Take what fields offer beside the record that is shown next."""
        self._given = dict(offers)
        for key, offer in offers.items():
            self._know(key, *offer.options, *offer.chosen)

    def take(self, offers: Mapping[str, Offer]) -> None:
        """Show what fields offer; an answer for another state of the form is left aside."""
        for key, offer in offers.items():
            if is_of_rows(key):
                self._take_names(key, offer)
                continue
            field = self._edit.fields.get(key)
            if field is None or field.source is None:
                continue
            self._know(key, *offer.options, *offer.chosen)
            asked = self._asked_of(field)
            if not same_value(offer.beside, asked.beside):
                continue
            self._offers[key] = offer
            # A value that no row has is asked about once.
            self._sought.setdefault(key, set()).update(map(choice_text, asked.values))
            widget = self._body.built_widget(key)
            if isinstance(widget, SourcedWidget):
                self._supply(widget, offer)

    @Slot()
    def follow(self) -> None:
        """Ask again for the fields whose offer is not of what the form holds now, or whose values have no label."""
        given, self._given = self._given, {}
        if given:
            self.take(given)
        wanted: dict[str, Asked] = {}
        waiting: dict[str, Offer] = {}
        for field in self._edit.definition.fields:
            if field.item is not None and self._desk is not None:
                wanted.update(self.names.unknown(field, self._edit.values.get(field.key)))
            asked = self._question(field) if field.source is not None and not field.notice else None
            if asked is None:
                continue
            missing = waits_for(asked.source, asked.beside)
            if missing and not asked.values:
                waiting[field.key] = Offer(waits_for=missing, beside=asked.beside)
            else:
                wanted[field.key] = asked
                # Until the answer is here, nothing of before is offered: an open list asks for itself.
                waiting[field.key] = Offer(beside=asked.beside)
        if waiting:
            self.take(waiting)
        if wanted and self._desk is not None:
            self._desk.offers(wanted, self.take)

    def _question(self, field: FieldDefinition) -> Asked | None:
        """What is to be asked for a field; None where all of it is known."""
        asked = self._asked_of(field)
        before = self._offers.get(field.key)
        known = self._labels.get(field.key, {}).keys() | self._sought.get(field.key, set())
        if before is None or not same_value(before.beside, asked.beside):
            return asked
        return None if all(choice_text(value) in known for value in asked.values) else asked

    def _asked_of(self, field: FieldDefinition) -> Asked:
        return asked_of(field, {**self._edit.record, field.key: self._edit.values.get(field.key)})

    def _take_names(self, name: str, offer: Offer) -> None:
        key, source = source_of(name, self._edit.fields)
        widget = self._body.built_widget(key)
        if source is not None:
            self.names.know(source, offer.chosen)
            if isinstance(widget, RepeatWidget):
                widget.rows.tell_names()

    def choose(self, key: str, option: Option) -> None:
        """Choose a row for a field, as a person does."""
        widget = self._body.field_widget(key)
        if isinstance(widget, SourcedWidget):
            self._know(key, option)
            widget.take(option)

    def _let_create(self, widget: QWidget) -> None:
        if self._desk is not None and self._creates and isinstance(widget, SourcedWidget):
            source = widget.field.source
            widget.set_creatable("" if source is None else self._desk.creatable(source))

    def _supply(self, widget: SourcedWidget, offer: Offer) -> None:
        leading = self._edit.fields.get(offer.waits_for)
        widget.set_offer(offer, waits_for=leading.label if leading is not None else offer.waits_for)

    def _know(self, key: str, *options: Option) -> None:
        self._labels.setdefault(key, {}).update((choice_text(option.value), option) for option in options)
        field = self._edit.fields.get(key)
        if field is not None and field.source is not None:
            self.names.know(field.source, options)

    @Slot(str, str)
    def _on_searched(self, key: str, text: str) -> None:
        field = self._edit.fields.get(key)
        if field is not None and field.source is not None and self._desk is not None:
            beside = asked_of(field, self._edit.record).beside
            self._desk.search(key, field.source, beside, text, partial(self._on_found, key))

    def _on_found(self, key: str, found: Found) -> None:
        widget = self._body.built_widget(key)
        if isinstance(widget, SourcedWidget):
            widget.show_found(found)

    @Slot(str, object)
    def _on_chosen(self, key: str, option: Option) -> None:
        self._know(key, option)
        field = self._edit.fields.get(key)
        if self._desk is not None and field is not None and field.source is not None:
            self._desk.remember(field.source, option)
