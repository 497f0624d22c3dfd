"""The first plan for a file: remembered or found out, with what the sample says of its dates and numbers."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.words import tr
from jarvis_desktop.imports import mapping
from jarvis_desktop.imports.repairs.choices import plain
from jarvis_desktop.imports.repairs.moments import order_of
from jarvis_desktop.imports.repairs.numbers import read_number
from jarvis_desktop.imports.repairs.words import Repair
from jarvis_desktop.imports.types import Duplicates, ImportPlan, Proposal, Style
from jarvis_desktop.tables.types import ColumnKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from jarvis_desktop.imports.targets import ImportTable
    from jarvis_desktop.imports.types import Assignment, OpenedFile

_MOMENTS = frozenset({ColumnKind.DATE, ColumnKind.DATETIME})


def proposed(file: OpenedFile, to: ImportTable, state: Mapping[str, Any]) -> Proposal:
    """A plan for the file; what was remembered for its headers comes first."""
    remembered = mapping.from_state(state, file.headers, to.targets) if state else None
    assignments: tuple[Assignment, ...] = (
        remembered["assignments"] if remembered is not None else mapping.suggest(file, to.targets)
    )
    given = {assignment.column for assignment in assignments}
    keys = to.keys()
    key = next((key for key in keys if set(key) <= given), ())
    plan = ImportPlan(
        to.info.name,
        file.path,
        file.stamp,
        file.reading,
        assignments,
        key=key,
        duplicates=Duplicates.UPDATE if key else Duplicates.INSERT,
        style=style_of(file, to, assignments),
        width=len(file.headers),
    )
    if remembered is not None:
        kept = {name: remembered[name] for name in ("duplicates", "empties")}
        key = tuple(remembered["key"]) if set(remembered["key"]) <= given else key
        plan = dataclasses.replace(plan, **kept, key=key, style=_kept_style(plan.style, state))
    return Proposal(file, to.targets, plan, keys, remembered=remembered is not None, table_label=to.info.label)


def problems_of(plan: ImportPlan, to: ImportTable) -> tuple[str, ...]:
    """What keeps a plan from being carried out at all."""
    problems: list[str] = []
    known = {target.column for target in to.targets}
    given = [assignment.column for assignment in plan.assignments]
    if not given:
        problems.append(tr("No column of the file is given to a column of the table."))
    problems += [
        tr("The column “{name}” is not in {label} any more.", name=name, label=to.info.label.lower())
        for name in given
        if name not in known
    ]
    problems += [
        tr("“{name}” is filled twice.", name=name) for name in sorted({n for n in given if given.count(n) > 1})
    ]
    missing = [name for name in plan.key if name not in given]
    problems += [
        tr("“{label}” tells records apart, and nothing fills it.", label=to.target(name).label)
        for name in missing
        if name in known
    ]
    problems += [
        tr(
            "“{label}” is kept inside “{inside}” and cannot tell records apart.",
            label=to.target(name).label,
            inside=to.target(name).inside,
        )
        for name in plan.key
        if name in to.inside
    ]
    return tuple(problems)


def style_of(file: OpenedFile, to: ImportTable, assignments: tuple[Assignment, ...]) -> Style:
    """What the sample itself says: the order of days and months, the comma of numbers, and whether it is our own."""
    names = {plain(name) for target in to.targets for name in (target.column, target.label)}
    exact = bool(file.headers) and all(plain(header) in names for header in file.headers) and _is_ours(file)
    return Style(_day_first(file, to, assignments), _comma(file, to, assignments), exact=exact)


def _is_ours(file: OpenedFile) -> bool:
    """Whether the instants of a file are written as our exports write them; a file of texts only is taken as any."""
    with open(file.path, "rb") as beginning:  # noqa: PTH123 - three bytes
        marked = beginning.read(3) == b"\xef\xbb\xbf"
    return marked and file.reading.quote == '"'


def _cells(
    file: OpenedFile, to: ImportTable, assignments: tuple[Assignment, ...], kinds: frozenset[ColumnKind]
) -> Iterator[str]:
    for assignment in assignments:
        if assignment.place is not None and to.target(assignment.column).kind in kinds:
            for row in file.sample:
                if assignment.place < len(row.cells):
                    yield row.cells[assignment.place]


def _day_first(file: OpenedFile, to: ImportTable, assignments: tuple[Assignment, ...]) -> bool | None:
    orders = {order_of(cell) for cell in _cells(file, to, assignments, _MOMENTS)} - {None}
    return orders.pop() if len(orders) == 1 else None


def _comma(file: OpenedFile, to: ImportTable, assignments: tuple[Assignment, ...]) -> bool | None:
    """Whether a comma stands before decimals, when some numbers leave no doubt and none contradicts."""
    said: set[bool] = set()
    for cell in _cells(file, to, assignments, frozenset({ColumnKind.DECIMAL})):
        found = read_number(cell, whole=False, comma=None)
        if found.ambiguous or found.problem:
            continue
        if found.repair == Repair.DECIMAL:
            said.add(True)
        elif "," in cell or ("." in cell and len(cell.rpartition(".")[2].rstrip(" %€$")) != 3):
            said.add(False)
    return said.pop() if len(said) == 1 else None


def _kept_style(found: Style, state: Mapping[str, Any]) -> Style:
    """What the file says comes first; what was answered last time fills the rest."""
    return Style(
        day_first=_answer(state, "day_first", found=found.day_first),
        decimal_comma=_answer(state, "decimal_comma", found=found.decimal_comma),
        exact=state.get("exact") is True,
        utc=state.get("utc") is True,
    )


def _answer(state: Mapping[str, Any], name: str, *, found: bool | None) -> bool | None:
    kept = state.get(name)
    return kept if found is None and isinstance(kept, bool) else found
