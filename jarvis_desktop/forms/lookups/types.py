"""Where a field's choices come from, and what of them it offers. Pure."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jarvis_desktop.forms.types import Option
    from jarvis_desktop.tables.types import Sort

MOST_LISTED = 200
"""A field with more choices than these is searched on the server as the person types."""

TODAY = "today"


@dataclass(frozen=True, slots=True)
class OptionSource:
    """Choices that are rows of `table`: its column `value` is stored, `label` shown, `search` looked through.

    `filter` is JSON text of a JsonLogic rule over the columns (`form.<key>` in it reads a field of the form, "" for no
    rule). `depends_on` are the fields that must have a value before anything is offered; `equal` those of them that the
    column of the same name must equal. `as_of` leaves rows that are valid on a day: `today`, a day as ISO text, or the
    key of a field that holds one, which is then among `depends_on` ("" for all rows).
    """

    table: str
    value: str
    label: str
    search: tuple[str, ...] = ()
    filter: str = ""
    order: tuple[Sort, ...] = ()
    depends_on: tuple[str, ...] = ()
    equal: tuple[str, ...] = ()
    as_of: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What one field asks for: the choices beside the values of what it depends on, and the rows of its own values."""

    source: OptionSource
    beside: Mapping[str, Any] = dataclasses.field(default_factory=lambda: MappingProxyType({}))
    values: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: the first choices, of them the first `recent` chosen lately, and whether there are more."""

    options: tuple[Option, ...] = ()
    recent: int = 0
    more: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """What a field offers.

    `options` are all of its choices, in order, where there are at most `MOST_LISTED` (`complete`), else none: they are
    searched for. `chosen` are those of its own values, as far as rows have them. `waits_for` is the key of a field
    without which nothing is offered, `fault` why the choices cannot be read; "" where there is no such reason. `beside`
    are the values of what it depends on, as it was asked.
    """

    options: tuple[Option, ...] = ()
    complete: bool = False
    chosen: tuple[Option, ...] = ()
    waits_for: str = ""
    fault: str = ""
    beside: Mapping[str, Any] = dataclasses.field(default_factory=lambda: MappingProxyType({}))
