"""One row of `form_field_definitions` as a field; whatever the row holds, the answer is a field or a reason."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from typing import Any

from jarvis_desktop.core.translated import MEMBER, in_words, words_of
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.assertions import read_assertions
from jarvis_desktop.forms.choices import BadChoices, read_dependencies, read_options
from jarvis_desktop.forms.composites import COMPOSITE_FIELDS, maturity_levels
from jarvis_desktop.forms.conditions import BadCondition, Showing, read_showing
from jarvis_desktop.forms.form_rules import FormRules
from jarvis_desktop.forms.kinds.field_type import FieldType
from jarvis_desktop.forms.logic_reading import LogicReader
from jarvis_desktop.forms.lookups.reading import BadSource, read_source
from jarvis_desktop.forms.types import (
    CHOICE_KINDS,
    COMPOSITE_KINDS,
    EMPTY,
    FILE_KINDS,
    LOOKUP_KINDS,
    ROWS_KINDS,
    FieldDefinition,
    FieldKind,
    FormDefinition,
    Option,
)
from jarvis_desktop.tables.column_words import column_label

Row = Mapping[str, Any]
FieldTypes = Mapping[str, FieldType]

_SYNONYMS = {"string": "text", "boolean": "toggle", "phone": "tel", "datetime-local": "datetime", "dropdown": "select"}


def read_field(
    row: Row,
    types: FieldTypes,
    rules: FormRules,
    *,
    language: str = "",
    item: Callable[[FieldDefinition, Any], FormDefinition | None] = lambda _field, _fields: None,
) -> tuple[FieldDefinition | None, tuple[str, ...]]:
    """The field of a row, and faults in the row that did not keep it from showing.

    `rules` compiles the rules of its form, `item` reads the form of a repeating field's rows from its `fields`. None
    when the row has no usable key. A field that cannot be edited carries the reason in `notice`.
    """
    key = row.get("field_key")
    if not isinstance(key, str) or not key.strip():
        return None, (tr("A field without a key is left out"),)
    draft = _plain(row, key)
    limits, options, props = row.get("validation_rules"), row.get("options"), row.get("ui_props")
    notice = _document_fault(limits, "validation_rules") or _document_fault(props, "ui_props")
    if notice:
        return _unusable(draft, notice), (f"{key}: {notice}",)
    draft, faults = _with_props(draft, props or EMPTY, language)
    if draft.kind not in types:
        return _unusable(
            draft, tr("Fields of type “{kind}” are not available in this version.", kind=draft.kind)
        ), tuple(faults)
    kind = FieldKind(draft.kind)
    assertions = read_assertions(_with_file_limits(limits or EMPTY, props or EMPTY, kind), kind)
    draft = dataclasses.replace(draft, schema=assertions.schema, required=draft.required or assertions.required)
    faults.extend(f"{key}: {fault}" for fault in assertions.faults)
    if kind is FieldKind.MATURITY_SELECTOR and not options:
        options = maturity_levels()
    if kind in CHOICE_KINDS | LOOKUP_KINDS:
        try:
            draft, more = _with_choices(draft, options, props or EMPTY, rules, language)
        except (BadChoices, BadSource) as bad:
            return _unusable(draft, tr("This field {bad}.", bad=bad)), (*faults, f"{key}: {bad}")
        faults.extend(f"{key}: {fault}" for fault in more)
    if kind in ROWS_KINDS | COMPOSITE_KINDS:
        usual = COMPOSITE_FIELDS.get(kind)
        fields = (props or EMPTY).get("fields")
        draft = dataclasses.replace(draft, item=item(draft, usual() if usual is not None and not fields else fields))
    reader = LogicReader(draft, types[draft.kind], rules, language)
    draft = dataclasses.replace(draft, logic=reader.read(props or EMPTY, (limits or EMPTY).get("rules")))
    faults.extend(f"{key}: {fault}" for fault in reader.faults)
    unfit = types[draft.kind].check(draft)
    return (_unusable(draft, tr("This field {unfit}.", unfit=unfit)) if unfit else draft), tuple(faults)


def _with_file_limits(limits: Mapping[str, Any], props: Mapping[str, Any], kind: FieldKind) -> Mapping[str, Any]:
    """The rules of a field of files with what its properties say of the same: `multiple`, `acceptedTypes`."""
    if kind not in FILE_KINDS:
        return limits
    said = {"maxItems": 1 if props.get("multiple") is False else None, "fileTypes": props.get("acceptedTypes")}
    return {**{name: value for name, value in said.items() if value is not None}, **limits}


def kind_of(row: Row) -> str:
    """The `field_type` of a row, older spellings in today's."""
    kind = row.get("field_type")
    kind = kind.strip().lower() if isinstance(kind, str) else ""
    return _SYNONYMS.get(kind, kind)


def _plain(row: Row, key: str) -> FieldDefinition:
    order = row.get("order_index")
    return FieldDefinition(
        key=key.strip(),
        kind=kind_of(row),
        label=_text(row.get("label")) or column_label(key),
        description=_text(row.get("description")),
        placeholder=_text(row.get("placeholder")),
        required=row.get("is_required") is True,
        order_index=order if isinstance(order, int) else 0,
    )


def _with_props(draft: FieldDefinition, props: Mapping[str, Any], language: str) -> tuple[FieldDefinition, list[str]]:
    faults: list[str] = []
    layout = props.get("layout")
    placed = layout if isinstance(layout, Mapping) else EMPTY
    if layout is not None and not isinstance(layout, Mapping):
        faults.append(tr("{key}: /ui_props/layout is no object", key=draft.key))
    visible_when: Showing | None = None
    try:
        visible_when = read_showing(props.get("conditional"))
    except BadCondition as bad:
        faults.append(f"{draft.key}: /ui_props/conditional {bad}")
    kept = {**props, **{name: value for name, value in placed.items() if name in {"column", "span"}}}
    draft = dataclasses.replace(
        draft,
        readonly=props.get("readonly") is True,
        placeholder=_text(props.get("placeholder")) or draft.placeholder,
        description=draft.description or _text(props.get("help")),
        default=props.get("default", props.get("defaultValue")),
        visible_when=visible_when,
        page=_text(placed.get("page")),
        section=_text(placed.get("section")) or _text(props.get("section")),
        props=kept,
    )
    return _translated(draft, props.get("i18n"), language), faults


def _translated(draft: FieldDefinition, i18n: Any, language: str) -> FieldDefinition:
    words = words_of({MEMBER: i18n}, language)
    if not words:
        return draft
    section, props = _text(words.get("section")), draft.props
    units = {name: text for name in ("prefix", "suffix") if name in props and (text := _text(words.get(name)))}
    return dataclasses.replace(
        draft,
        label=_text(words.get("label")) or draft.label,
        description=_text(words.get("description")) or _text(words.get("help")) or draft.description,
        placeholder=_text(words.get("placeholder")) or draft.placeholder,
        page=_text(words.get("page")) or draft.page if draft.page else "",
        section=section if draft.section and section else draft.section,
        props={**props, **units} if units else props,
    )


def _with_choices(
    draft: FieldDefinition, options: Any, props: Mapping[str, Any], rules: FormRules, language: str
) -> tuple[FieldDefinition, tuple[str, ...]]:
    if isinstance(options, Mapping) and "table" in options:
        source, faults = read_source(options)
        return dataclasses.replace(draft, source=source), faults
    words = words_of(props, language).get("options")
    words = words if isinstance(words, Mapping) else EMPTY
    read, faults = read_options(options, rules)
    dependent, more = read_dependencies(props.get("dependencies"), rules)
    read = _named(read, words)
    if dependent is not None and words:
        mapping = {value: _named(choices, words) for value, choices in dependent.mapping.items()}
        dependent = dataclasses.replace(dependent, mapping=mapping)
    return dataclasses.replace(draft, options=read, dependent=dependent), (*faults, *more)


def _named(options: tuple[Option, ...], words: Mapping[str, Any]) -> tuple[Option, ...]:
    """The choices with the labels and descriptions that `i18n.<language>.options` has for them."""
    return tuple(
        dataclasses.replace(
            option, label=in_words(option.label, words), description=in_words(option.description, words)
        )
        for option in options
    )


def _document_fault(document: Any, name: str) -> str:
    if document is None or isinstance(document, Mapping):
        return ""
    return tr("This field cannot be used: its {name} is no object.", name=name)


def _unusable(draft: FieldDefinition, notice: str) -> FieldDefinition:
    return dataclasses.replace(draft, notice=notice, required=False)


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
