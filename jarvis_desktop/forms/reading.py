"""From metadata rows to a form: which row of a field counts for the reader, and what its template adds."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jarvis_desktop.core.translated import translated, words_of
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.choices import restricted
from jarvis_desktop.forms.field_objects import field_row
from jarvis_desktop.forms.field_reading import FieldTypes, Row, kind_of, read_field
from jarvis_desktop.forms.form_rules import FormRules
from jarvis_desktop.forms.graph import without_rings
from jarvis_desktop.forms.labels import form_title
from jarvis_desktop.forms.layout_reading import LayoutReader, is_layout
from jarvis_desktop.forms.structure import structured, without_structure
from jarvis_desktop.forms.types import EMPTY, FieldDefinition, FormDefinition, FormTarget, LayoutNode
from jarvis_desktop.metadata.conditions import READABLE

DEEPEST_ROWS = 3
"""How deep rows of fields stand in rows of fields."""


def read_form(
    form_type: str,
    rows: Iterable[Row],
    templates: Iterable[Row],
    types: FieldTypes,
    *,
    persona: str = "",
    maturity: str = "",
    language: str = "",
    default_target: FormTarget | None = None,
    context: Mapping[str, Any] = EMPTY,
    depth: int = 0,
) -> FormDefinition:
    """The form that a persona (at a maturity level) sees; faults in rows become notices and problems, never errors.

    `context` is what its rules may read beside the fields (`metadata.access.display_record`); `depth` how many forms it
    is within, each the rows of a field of the one around.
    """
    problems: list[str] = []
    fields: list[FieldDefinition] = []
    rows, templates = list(rows), list(templates)
    winners = winning_rows(rows, persona=persona, maturity=maturity)
    rules = FormRules({_key(row): kind_of(row) for row in winners}, READABLE, map(_key, rows))

    def item(field: FieldDefinition, entries: Any) -> FormDefinition | None:
        if depth == DEEPEST_ROWS:
            problems.append(tr("{key}: rows stand in rows, more than {most} deep", key=field.key, most=DEEPEST_ROWS))
            return None
        within = [field_row(entry, n) for n, entry in enumerate(_objects(entries)) if isinstance(entry, Mapping)]
        read = read_form(field.key, within, (), types, language=language, context=context, depth=depth + 1)
        problems.extend(f"{field.key}/{problem}" for problem in read.problems)
        return dataclasses.replace(read, title=field.label)

    for row in winners:
        field, faults = read_field(row, types, rules, language=language, item=item)
        problems.extend(faults)
        if field is not None:
            fields.append(field)
    problems.extend(_without_master(fields, rows))
    fields.sort(key=lambda field: field.order_index)
    configuration, fault = _configuration(templates, persona=persona, maturity=maturity, language=language)
    if fault:
        problems.append(fault)
    layout, fields = _laid_out(configuration, fields, rules, problems)
    fields, rings = without_rings(fields)
    problems.extend(
        tr("{key}: waits for itself ({way}), and does not any more", key=key, way=way) for key, way in rings.items()
    )
    prefilters = configuration.get("prefilters")
    if isinstance(prefilters, Mapping):
        fields = [_prefiltered(field, prefilters, problems) for field in fields]
    target, fault = read_target(configuration.get("target"), default_target or FormTarget())
    if fault:
        problems.append(fault)
    return FormDefinition(
        form_type=form_type,
        title=_text(configuration.get("title")) or form_title(form_type),
        fields=tuple(fields),
        target=target,
        submit_text=_text(configuration.get("submitText")) or tr("Save"),
        cancel_text=_text(configuration.get("cancelText")) or tr("Revert"),
        problems=tuple(problems),
        context=context,
        layout=layout,
        rings=tuple(rings.values()),
        levels=frozenset(filter(None, (_text(row.get("maturity_level")) for row in (*rows, *templates)))),
    )


def _objects(entries: Any) -> Iterable[Any]:
    return entries if isinstance(entries, (list, tuple)) else ()


def winning_rows(rows: Iterable[Row], *, persona: str, maturity: str) -> list[Row]:
    """For each field key the most specific row that applies to the reader, without the keys whose winner is inactive.

    Persona and maturity beat persona, which beats maturity, which beats neither; at the same rank an active row beats
    an inactive one, and then the newer one counts.
    """
    best: dict[str, tuple[tuple[int, bool, int], Row]] = {}
    nameless: list[Row] = []
    for row in rows:
        rank = _rank(row, persona, maturity)
        if rank is None:
            continue
        key = row.get("field_key")
        if not isinstance(key, str) or not key.strip():
            nameless.append(row)
            continue
        number = row.get("id")
        order = (rank, row.get("is_active") is not False, number if isinstance(number, int) else 0)
        if key.strip() not in best or order > best[key.strip()][0]:
            best[key.strip()] = (order, row)
    return [row for order, row in best.values() if order[1]] + nameless


def _without_master(fields: Iterable[FieldDefinition], rows: Iterable[Row]) -> Iterator[str]:
    """Fields that wait for one which no reader has; one that is another persona's is well there."""
    known = set(map(_key, rows))
    for field in fields:
        if field.visible_when is not None and field.visible_when.master not in known:
            yield tr(
                "{key}: /ui_props/conditional waits for the field “{master}”, which is not there",
                key=field.key,
                master=field.visible_when.master[:60],
            )


def read_target(document: Any, default: FormTarget) -> tuple[FormTarget, str]:
    """Where a form's values go, from `configuration.target`, and a fault or ""."""
    if document is None:
        return default, ""
    if not isinstance(document, Mapping):
        return default, tr("/configuration/target is no object")
    parts = {name: document.get(name, "") for name in ("table", "key", "overflow")}
    if not all(isinstance(part, str) for part in parts.values()) or not parts["table"]:
        return default, tr("/configuration/target needs a table, and key and overflow as text")
    constants = document.get("constants")
    return FormTarget(**parts, constants=dict(constants) if isinstance(constants, Mapping) else EMPTY), ""


def _rank(row: Row, persona: str, maturity: str) -> int | None:
    """How specific a row is, or None when it is for other readers."""
    rank = 0
    for column, mine, weight in (("persona", persona, 2), ("maturity_level", maturity, 1)):
        wanted = _text(row.get(column))
        if wanted and wanted != mine:
            return None
        rank += weight if wanted else 0
    return rank


def _configuration(
    templates: Iterable[Row], *, persona: str, maturity: str, language: str
) -> tuple[Mapping[str, Any], str]:
    """The configuration of the template that counts: the reader's own, else the default one, else the first."""
    best: tuple[tuple[int, bool, int], Row] | None = None
    for row in templates:
        rank = _rank(row, persona, maturity)
        if rank is None or row.get("is_active") is False:
            continue
        number = row.get("id")
        order = (rank, row.get("is_default") is True, -number if isinstance(number, int) else 0)
        if best is None or order > best[0]:
            best = (order, row)
    if best is None:
        return EMPTY, ""
    configuration = best[1].get("configuration")
    if isinstance(configuration, Mapping):
        return translated(configuration, words_of(configuration, language)), ""
    return EMPTY, tr(
        "The template “{best}” is not applied: its configuration is no object", best=best[1].get("template_name")
    )


def _prefiltered(field: FieldDefinition, prefilters: Mapping[str, Any], problems: list[str]) -> FieldDefinition:
    if field.key not in prefilters or field.notice:
        return field
    field, fault = restricted(field, prefilters[field.key])
    if fault:
        problems.append(fault)
    return field


def _laid_out(
    configuration: Mapping[str, Any], fields: list[FieldDefinition], rules: FormRules, problems: list[str]
) -> tuple[LayoutNode | None, list[FieldDefinition]]:
    """The layout that a template gives the form, and the fields with what it adds to them."""
    tree = configuration if is_layout(configuration) else configuration.get("layout")
    if not is_layout(tree):
        return structured(fields, problems)
    reader = LayoutReader(without_structure(fields), rules)
    layout = reader.read(tree)
    problems.extend(f"/configuration{fault}" for fault in reader.faults)
    return layout, list(reader.fields)


def _key(row: Row) -> str:
    return _text(row.get("field_key"))


def _text(value: Any) -> str:
    return value.strip() if isinstance(value, str) else ""
