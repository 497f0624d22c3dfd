"""The layout that a form's own rows give it: by fields of the kinds `group` and `tabs`, or by named pages. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.layout_reading import MOST_COLUMNS, control, paged_layout, within
from jarvis_desktop.forms.types import STRUCTURE_KINDS, FieldDefinition, FieldKind, LayoutKind, LayoutNode

_USUAL_COLUMNS = 2


def structured(
    fields: Sequence[FieldDefinition], problems: list[str]
) -> tuple[LayoutNode | None, list[FieldDefinition]]:
    """The layout of fields that no template lays out (None: one after another), and the fields that hold values.

    A `group` holds the fields that its `ui_props.fields` name, `tabs` those of each `{label, fields}` of its
    `ui_props.tabs`; what holds for such a field (its conditions) holds for all in it. A field is where it is named
    first.
    """
    parts = [field for field in fields if is_structure(field)]
    kept = without_structure(fields)
    if not parts:
        return paged_layout(kept), kept
    reader = _Structure(kept, problems)
    pages: list[LayoutNode] = []
    for part in parts:
        reader.read(part, pages)
    nodes = reader.nodes(fields)
    if not pages:
        return LayoutNode(LayoutKind.COLUMN, parts=tuple(nodes)), reader.fields
    general = [LayoutNode(LayoutKind.PAGE, tr("General"), parts=tuple(nodes))] if nodes else []
    return LayoutNode(LayoutKind.PAGES, parts=(*general, *pages)), reader.fields


def is_structure(field: FieldDefinition) -> bool:
    """Whether a field only says where others stand."""
    return field.kind in STRUCTURE_KINDS and not field.notice


def without_structure(fields: Iterable[FieldDefinition]) -> list[FieldDefinition]:
    """The fields that do not only say where others stand."""
    return [field for field in fields if not is_structure(field)]


class _Structure:
    def __init__(self, fields: Iterable[FieldDefinition], problems: list[str]) -> None:
        self._by_key = {field.key: field for field in fields}
        self._placed: set[str] = set()
        self._groups: dict[str, LayoutNode] = {}
        self._problems = problems

    @property
    def fields(self) -> list[FieldDefinition]:
        return list(self._by_key.values())

    def read(self, part: FieldDefinition, pages: list[LayoutNode]) -> None:
        if part.kind == FieldKind.GROUP:
            grid = self._grid(part, part.props.get("fields"), "/ui_props/fields")
            collapsed = part.props.get("collapsed") is True
            self._groups[part.key] = LayoutNode(LayoutKind.GROUP, part.label, parts=(grid,), collapsed=collapsed)
            return
        for number, tab in enumerate(_listed(part.props.get("tabs"))):
            place = f"/ui_props/tabs/{number}"
            if not isinstance(tab, Mapping):
                self._problems.append(tr("{key}: {place} is no object", key=part.key, place=place))
                continue
            label = tab.get("label")
            grid = self._grid(part, tab.get("fields"), f"{place}/fields")
            said = label if isinstance(label, str) and label.strip() else part.label
            pages.append(LayoutNode(LayoutKind.PAGE, said, parts=(grid,)))

    def nodes(self, fields: Iterable[FieldDefinition]) -> list[LayoutNode]:
        """What stands beside the tabs, or without any: groups in their places, what no part names in grids between."""
        nodes: list[LayoutNode] = []
        run: list[LayoutNode] = []
        for field in fields:
            group = self._groups.get(field.key)
            if group is not None and field.kind == FieldKind.GROUP:
                nodes.extend((*_grids(run), group))
                run = []
            elif field.key not in self._placed and not is_structure(field):
                run.append(control(field))
        return [*nodes, *_grids(run)]

    def _grid(self, part: FieldDefinition, named: Any, place: str) -> LayoutNode:
        controls: list[LayoutNode] = []
        for key in _listed(named):
            field = self._by_key.get(key) if isinstance(key, str) else None
            if field is None:
                unknown = str(key)[:60]
                said = tr("{key}: {place} names the unknown field “{name}”", key=part.key, place=place, name=unknown)
                self._problems.append(said)
            elif field.key not in self._placed:
                self._placed.add(field.key)
                self._by_key[field.key] = within(field, (part.logic.conditions,) if part.logic.conditions else ())
                controls.append(control(field))
        columns = part.props.get("columns")
        wanted = columns if isinstance(columns, int) and not isinstance(columns, bool) else _USUAL_COLUMNS
        return LayoutNode(LayoutKind.GRID, parts=tuple(controls), columns=max(1, min(wanted, MOST_COLUMNS)))


def _listed(document: Any) -> Sequence[Any]:
    return document if isinstance(document, (list, tuple)) else ()


def _grids(controls: Sequence[LayoutNode]) -> list[LayoutNode]:
    return [LayoutNode(LayoutKind.GRID, parts=tuple(controls), columns=_USUAL_COLUMNS)] if controls else []
