"""Forms as data: definitions, records, and what a save answers."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import Problem, Severity
from jarvis_desktop.core.words import mark
from jarvis_desktop.edits.types import StoredEdit
from jarvis_desktop.forms.logic import NO_LOGIC, FieldLogic, FieldRule

if TYPE_CHECKING:
    from jarvis_desktop.forms.conditions import Showing
    from jarvis_desktop.forms.lookups.types import Offer, OptionSource

EMPTY: Mapping[str, Any] = MappingProxyType({})


class FieldKind(StrEnum):
    """The `field_type` vocabulary that this program implements."""

    TEXT = "text"
    TEXTAREA = "textarea"
    MARKDOWN = "markdown"
    EMAIL = "email"
    URL = "url"
    TEL = "tel"
    PASSWORD = "password"  # noqa: S105 - the name of a kind
    COLOR = "color"
    UUID = "uuid"
    CODE = "code"
    JSON = "json"
    INTEGER = "integer"
    NUMBER = "number"
    DECIMAL = "decimal"
    CURRENCY = "currency"
    PERCENT = "percent"
    RANGE = "range"
    RATING = "rating"
    DATE = "date"
    TIME = "time"
    DATETIME = "datetime"
    DURATION = "duration"
    TOGGLE = "toggle"
    CHECKBOX = "checkbox"
    SELECT = "select"
    RADIO = "radio"
    MULTISELECT = "multiselect"
    TAGS = "tags"
    LOOKUP = "lookup"
    LOOKUP_MANY = "lookup_many"
    FILE = "file"
    IMAGE = "image"
    REPEAT = "repeat"
    ADDRESS = "address"
    MATURITY_SELECTOR = "maturity_selector"
    GOVERNANCE_PANEL = "governance_panel"
    CAPABILITY_BUILDER = "capability_builder"
    VERSION_CONTROL = "version_control"
    COMPUTED = "computed"
    HEADING = "heading"
    NOTICE = "notice"
    GROUP = "group"
    TABS = "tabs"


CHOICE_KINDS = frozenset({FieldKind.SELECT, FieldKind.RADIO, FieldKind.MULTISELECT, FieldKind.MATURITY_SELECTOR})
"""The kinds whose values are among choices."""

LOOKUP_KINDS = frozenset({FieldKind.LOOKUP, FieldKind.LOOKUP_MANY})
"""The kinds whose values are among the rows of a table."""

FILE_KINDS = frozenset({FieldKind.FILE, FieldKind.IMAGE})
"""The kinds that hold files."""

ROWS_KINDS = frozenset({FieldKind.REPEAT, FieldKind.CAPABILITY_BUILDER})
"""The kinds that hold rows of sub-fields."""

COMPOSITE_KINDS = frozenset({FieldKind.GOVERNANCE_PANEL, FieldKind.VERSION_CONTROL})
"""The kinds that hold some fields together."""

STRUCTURE_KINDS = frozenset({FieldKind.GROUP, FieldKind.TABS})
"""What says where other fields stand."""

TEXT_ONLY_KINDS = frozenset({FieldKind.HEADING, FieldKind.NOTICE}) | STRUCTURE_KINDS
"""What stands among the fields and holds no value."""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice; `value` is what is stored.

    It is offered from `valid_from` to `valid_to`, both days included, and where its rule is true; a record that has it
    keeps it.
    """

    value: Any
    label: str
    description: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    when: FieldRule | None = None


@dataclass(frozen=True, slots=True)
class DependentOptions:
    """Choices that follow another field: `mapping` from that field's stored value (as text) to the choices."""

    depends_on: str
    mapping: Mapping[str, tuple[Option, ...]]


@dataclass(frozen=True, slots=True)
class FieldDefinition:
    """One field of a form, already read and checked.

    `kind` is the raw `field_type`; when `notice` is set the field cannot be edited (unknown type, unreadable row) and
    the notice is shown in its place, its stored value untouched. `schema` holds the JSON Schema assertions of
    `validation_rules`; `props` the rest of `ui_props` (`rows prefix suffix unit tri_state width span ...`). `logic` are
    its rules, `visible_when` also among them. Choices are its `options`, or rows of `source`; `item` is
    the form of one row of a repeating field, or of the fields that a composite holds.
    """

    key: str
    kind: str
    label: str
    description: str = ""
    placeholder: str = ""
    required: bool = False
    readonly: bool = False
    default: Any = None
    schema: Mapping[str, Any] = dataclasses.field(default_factory=lambda: EMPTY)
    options: tuple[Option, ...] = ()
    dependent: DependentOptions | None = None
    source: OptionSource | None = None
    item: FormDefinition | None = None
    visible_when: Showing | None = None
    props: Mapping[str, Any] = dataclasses.field(default_factory=lambda: EMPTY)
    page: str = ""
    section: str = ""
    order_index: int = 0
    notice: str = ""
    logic: FieldLogic = NO_LOGIC


@dataclass(frozen=True, slots=True)
class Parsed:
    """What became of something typed: a value, or the problem that keeps it from being one."""

    value: Any = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class FormTarget:
    """Where values go.

    To the row of `table` by `key`; a field that is no column goes into `overflow` (`column` or `column.key`);
    `constants` are written on create. An empty `table` means the values go to whoever opened the form.
    """

    table: str = ""
    key: str = ""
    overflow: str = ""
    constants: Mapping[str, Any] = dataclasses.field(default_factory=lambda: EMPTY)


class LayoutKind(StrEnum):
    """The parts of a layout, by the words of the JSON Forms UI schema."""

    COLUMN = "VerticalLayout"
    ROW = "HorizontalLayout"
    GRID = "GridLayout"
    GROUP = "Group"
    PAGES = "Categorization"
    PAGE = "Category"
    CONTROL = "Control"


@dataclass(frozen=True, slots=True)
class LayoutNode:
    """A part of a form's layout.

    `key` is the field of a control; `columns` those of a grid, `span` how many of them a part takes; `steps` says of
    pages that they are gone through in order, `collapsed` of a group that it begins closed.
    """

    kind: LayoutKind
    label: str = ""
    key: str = ""
    parts: tuple[LayoutNode, ...] = ()
    columns: int = 1
    span: int = 1
    steps: bool = False
    collapsed: bool = False

    def field_keys(self) -> tuple[str, ...]:
        """The fields in it, in order."""
        return (self.key,) if self.key else tuple(key for part in self.parts for key in part.field_keys())


@dataclass(frozen=True, slots=True)
class FormDefinition:
    """A form, whole.

    `problems` are faults in its rows that did not keep it from showing, `rings` the ways
    round by which fields wait for themselves; `context` is what rules may read beside the
    fields (see `metadata.conditions.READABLE`). Without a `layout` the fields stand by their order and sections.
    `version` is the number under which it was published, 0 for rows that were not;
    `levels` are the maturity levels at which it is another one.
    """

    form_type: str
    title: str
    fields: tuple[FieldDefinition, ...]
    target: FormTarget = dataclasses.field(default=FormTarget())
    submit_text: str = mark("Save")
    cancel_text: str = mark("Revert")
    problems: tuple[str, ...] = ()
    context: Mapping[str, Any] = dataclasses.field(default_factory=lambda: EMPTY, compare=False)
    layout: LayoutNode | None = None
    rings: tuple[str, ...] = ()
    version: int = 0
    levels: frozenset[str] = frozenset()

    def field(self, key: str) -> FieldDefinition | None:
        """The field called `key`, if there is one."""
        return next((f for f in self.fields if f.key == key), None)


@dataclass(frozen=True, slots=True)
class FormRecord:
    """A stored record as its form shows it: `values` by field key, None where the row has none.

    A stored value that its field's kind cannot read stays as it is stored (the text "soon" in a date field).
    """

    form_type: str
    id: str
    title: str
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Saved:
    """The answer to a save: the record as it now is, what changed, and the edit (None: nothing was stored)."""

    record: FormRecord
    changes: Changes
    edit: StoredEdit | None = None


@dataclass(frozen=True, slots=True)
class OpenedForm:
    """All that showing a form needs.

    `record` is None for a new one, `refusal` says why it cannot be saved, or ""; `offers` are the rows that fields
    offer beside the record's values.
    """

    definition: FormDefinition
    record: FormRecord | None
    initial: Mapping[str, Any] = dataclasses.field(default_factory=lambda: EMPTY)
    refusal: str = ""
    offers: Mapping[str, Offer] = dataclasses.field(default_factory=lambda: EMPTY)


@dataclass(frozen=True, slots=True)
class Judged:
    """What a form says of values that are not stored: `values` as it makes of them what is computed and set.

    `problems` are of every severity; `hidden` and `required` the keys of fields that stand so.
    """

    definition: FormDefinition
    values: Mapping[str, Any]
    problems: tuple[Problem, ...]
    hidden: frozenset[str]
    required: frozenset[str]

    @property
    def valid(self) -> bool:
        """Whether the values could be stored."""
        return not any(problem.severity is Severity.ERROR for problem in self.problems)


@dataclass(frozen=True, slots=True)
class NewForm:
    """A form for a new record of `table`: its own title, and what one record is called (“incident”)."""

    form_type: str
    table: str
    title: str
    record: str
