"""One column's cells: from the text of the file to the text that is stored, and whether the form allows it."""

from __future__ import annotations

import re
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from jarvis_desktop.core.formula_guard import unguarded
from jarvis_desktop.core.json_text import dumps, loads
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.choices import find_option
from jarvis_desktop.forms.columns import Unstorable, json_value, written
from jarvis_desktop.forms.graph import judged_beside
from jarvis_desktop.forms.kinds.field_type import Unreadable
from jarvis_desktop.forms.types import FieldKind
from jarvis_desktop.imports.repairs.choices import Choices
from jarvis_desktop.imports.repairs.lists import literal, read_json, read_list
from jarvis_desktop.imports.repairs.moments import read_moment
from jarvis_desktop.imports.repairs.numbers import read_number
from jarvis_desktop.imports.repairs.words import NOTHING, NOTHING_IN_TEXT, Found, Repair, read_boolean
from jarvis_desktop.imports.types import Question
from jarvis_desktop.tables.types import ColumnKind

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jarvis_desktop.forms.columns import ColumnFacts
    from jarvis_desktop.forms.field_reading import FieldTypes
    from jarvis_desktop.forms.types import FieldDefinition
    from jarvis_desktop.forms.validation import FormValidator
    from jarvis_desktop.imports.types import Style

_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_ERRORS = frozenset({"#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA", "#SPILL!"})
_LISTS = frozenset({FieldKind.MULTISELECT, FieldKind.TAGS})
_FREE_TEXTS = frozenset({FieldKind.TEXT, FieldKind.TEXTAREA})
_LENGTHS = frozenset({"minLength", "maxLength"})
_LONGEST_WORD = max(map(len, NOTHING)) + 1
_LONGEST_KEPT = 64
_MOST_KEPT = 50_000


class Verdict(NamedTuple):
    """What became of a cell: as `Cell`; `doubt` is a problem that does not count where the record has the value."""

    text: str | None
    repair: str = ""
    problem: str = ""
    doubt: str = ""
    question: Question | None = None


_EMPTY = Verdict(None)


class CellReader:
    """Reads the cells of one column; what it found for a text is remembered."""

    def __init__(
        self,
        facts: ColumnFacts,
        label: str,
        style: Style,
        *,
        field: FieldDefinition | None = None,
        validator: FormValidator | None = None,
        types: FieldTypes | None = None,
        inside: bool = False,
    ) -> None:
        self.label = label
        self.inside = inside
        self._facts = facts
        self._style = style
        self._field = field if field is not None and not field.notice else None
        self._validator = validator
        self._types = types
        self._kind = facts.kind
        options = self._field.options if self._field is not None else ()
        self._choices = Choices([(_as_text(o.value), o.label) for o in options]) if options else None
        self._known: dict[str, Verdict] = {"": _EMPTY}
        self._lengths = self._plain_lengths()
        self._read: Callable[[str], Found] = self._reader()

    @property
    def needs(self) -> tuple[str, ...]:
        """The fields beside which this one is judged; such cells are judged by `beside`."""
        if self._field is None or self._validator is None:
            return ()
        return tuple(sorted(judged_beside(self._field) & {field.key for field in self._validator.definition.fields}))

    def verdict(self, raw: str) -> Verdict:
        """What becomes of a text of the file."""
        found = self._known.get(raw)
        if found is None:
            found = self._judged(raw)
            if len(raw) <= _LONGEST_KEPT:
                if len(self._known) > _MOST_KEPT:
                    self._known = {"": _EMPTY}
                self._known[raw] = found
        return found

    def beside(self, text: str, others: Mapping[str, Any]) -> str:
        """Why the form does not allow a text beside the values of other fields, or ""."""
        assert self._field is not None
        assert self._validator is not None
        return self._validator.first_error(self._field, {**others, self._field.key: self.value(text)})

    def value(self, text: str | None) -> Any:
        """A stored text as the form's field holds it."""
        if text is None:
            return None
        raw: Any = text
        match self._kind:
            case ColumnKind.INTEGER | ColumnKind.DECIMAL:
                raw = Decimal(text)
            case ColumnKind.BOOLEAN:
                raw = text == "true"
            case ColumnKind.JSON:
                raw = loads(text)
            case ColumnKind.ARRAY:
                raw = read_list(text)[0]
            case _:
                pass
        if self._field is None or self._types is None or self._field.kind not in self._types:
            return raw
        try:
            value = self._types[self._field.kind].read(raw)
        except Unreadable:
            return raw
        option = find_option(self._field.options, value) if self.inside and isinstance(value, str) else None
        return value if option is None else option.value

    def staged(self, text: str | None) -> str | None:
        """A text as the stage takes it: as JSON where the value is kept in a document."""
        if text is None or not self.inside:
            return text
        return dumps(json_value(self.value(text)))

    def _judged(self, raw: str) -> Verdict:
        text, repair = self._cleaned(raw)
        if self._lengths is not None and self._lengths[0] <= len(text) <= self._lengths[1] and text[:1] != "#":
            return Verdict(text, repair)
        if not text.strip() and not (self._style.exact and self._kind is ColumnKind.TEXT and text):
            return Verdict(None, repair)
        if self._is_nothing(text):
            return Verdict(None, Repair.EMPTY)
        if text in _ERRORS:
            return Verdict(None, "", tr("{label} holds the spreadsheet error {text}", label=self.label, text=text))
        found = self._read(text)
        if found.problem:
            return self._refused(found)
        fault = self._storage_fault(found.text)
        if fault:
            return Verdict(None, "", f"{self.label} {fault}")
        return Verdict(found.text, found.repair or repair, "", self._form_fault(found.text))

    def _plain_lengths(self) -> tuple[int, int] | None:
        """The lengths of texts that need no closer look, if there are such; no word for nothing is that long."""
        field, most = self._field, self._facts.max_length or sys.maxsize
        if self._kind is not ColumnKind.TEXT or self._choices is not None or self.needs:
            return None
        if field is None:
            return _LONGEST_WORD, most
        if field.kind not in _FREE_TEXTS or not field.schema.keys() <= _LENGTHS or field.readonly:
            return None
        least, limit = field.schema.get("minLength", 0), field.schema.get("maxLength", most)
        if not isinstance(least, int) or not isinstance(limit, int):
            return None
        return max(_LONGEST_WORD, least), min(limit, most)

    def _cleaned(self, raw: str) -> tuple[str, str]:
        """The text without what is no part of the value."""
        text, repair = raw, ""
        if _UNSTORABLE.search(text):
            text, repair = _UNSTORABLE.sub("", text), Repair.CHARACTERS
        if self._style.exact:
            plain = unguarded(text)
            return plain, (Repair.GUARD if plain != text else repair)
        stripped = text.strip(" \t\r\n\u00a0\u200b\ufeff")
        return stripped, repair or (Repair.SPACES if stripped != text else "")

    def _is_nothing(self, text: str) -> bool:
        if self._style.exact:
            return False
        word = text.casefold()
        if self._choices is not None and self._choices.read(text) is not None:
            return False
        return word in (NOTHING_IN_TEXT if self._kind is ColumnKind.TEXT and self._choices is None else NOTHING)

    def _reader(self) -> Callable[[str], Found]:
        style, facts = self._style, self._facts
        match self._kind:
            case ColumnKind.INTEGER | ColumnKind.DECIMAL:
                whole = self._kind is ColumnKind.INTEGER
                return self._with_choices(lambda text: read_number(text, whole=whole, comma=style.decimal_comma))
            case ColumnKind.BOOLEAN:
                return read_boolean
            case ColumnKind.DATETIME | ColumnKind.DATE:
                day_only = self._kind is ColumnKind.DATE
                aware = "with time zone" in facts.sql_type
                return lambda text: read_moment(
                    text, day_first=style.day_first, utc=style.utc, aware=aware, day_only=day_only
                )
            case ColumnKind.JSON:
                return self._read_json
            case ColumnKind.ARRAY:
                return self._read_list
            case _:
                return self._with_choices(Found)

    def _with_choices(self, read: Callable[[str], Found]) -> Callable[[str], Found]:
        choices = self._choices
        if choices is None:
            return read

        def chosen(text: str) -> Found:
            return choices.read(text) or read(text)

        return chosen

    def _read_json(self, text: str) -> Found:
        found = read_json(text)
        if found.problem and self._field is not None and self._field.kind in _LISTS:
            items, _ = read_list(text)
            return Found(dumps(items), Repair.LIST) if items is not None else found
        return found

    def _read_list(self, text: str) -> Found:
        items, repair = read_list(text)
        if items is None:
            return Found("", problem=tr("must be a list such as a; b; c"))
        if self._choices is not None:
            read = [self._choices.read(item) for item in items]
            items = [found.text if found is not None else item for found, item in zip(read, items, strict=True)]
        return Found(literal(items), repair)

    def _refused(self, found: Found) -> Verdict:
        question = None
        if found.ambiguous:
            moment = self._kind in {ColumnKind.DATETIME, ColumnKind.DATE}
            question = Question.DAY_FIRST if moment else Question.DECIMAL_COMMA
        return Verdict(None, "", f"{self.label} {found.problem}", question=question)

    def _storage_fault(self, text: str) -> str:
        """Why the column cannot hold the text, or ""."""
        kind = self._kind
        if kind is None or kind in {ColumnKind.DATETIME, ColumnKind.DATE, ColumnKind.JSON, ColumnKind.BOOLEAN}:
            return ""
        value: Any = text
        if kind is ColumnKind.ARRAY:
            value = read_list(text)[0]
        elif kind is not ColumnKind.TEXT:
            value = Decimal(text)
        try:
            written(value, self._facts)
        except Unstorable as bad:
            return str(bad)
        return ""

    def _form_fault(self, text: str) -> str:
        if self._field is None or self._validator is None or self.needs:
            return ""
        return self._validator.first_error(self._field, {self._field.key: self.value(text)})


def _as_text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
