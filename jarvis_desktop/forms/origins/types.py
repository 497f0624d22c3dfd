"""What is known of where a value comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class How(StrEnum):
    """How a value came about.

    Typed by a person; computed or set by a rule of the form; what a new record began with; or stored by an edit of
    another kind (an import, a change of many records), which `Origin.edit` names.
    """

    TYPED = "typed"
    COMPUTED = "computed"
    BEGUN = "begun"
    EDITED = "edited"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one value comes from; `person` is who stored it, `at` aware, `version` of the form (0: unpublished)."""

    how: How
    person: str
    at: datetime
    version: int = 0
    edit: str = ""


@dataclass(frozen=True, slots=True)
class Origins:
    """What is known of a record, by field key; a value of which nothing is known is left out.

    `filled_under` is the version of the form under which it was saved last, 0 where that is not known; `in_force` the
    one that it opens under.
    """

    by_field: Mapping[str, Origin]
    filled_under: int = 0
    in_force: int = 0
