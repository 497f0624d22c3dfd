"""The order in which the fields of a form are decided: each after those that its rules read. Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from jarvis_desktop.forms.logic import NO_LOGIC, deriving, names_read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from jarvis_desktop.forms.logic import Condition
    from jarvis_desktop.forms.types import FieldDefinition


ARROW = " → "
"""Between the names of fields that wait for each other."""


def is_plain(field: FieldDefinition) -> bool:
    """Whether the field depends on no other and has no rules, as most."""
    return (
        field.logic is NO_LOGIC
        and field.dependent is None
        and field.source is None
        and not any(option.when is not None for option in field.options)
    )


def masters(field: FieldDefinition) -> frozenset[str]:
    """The names that the field's standing, choices or value depend on; its own only where its value comes from it."""
    logic = field.logic
    found = {name for rule in deriving(logic) for name in names_read(rule)}
    for condition in logic.every_condition:
        found |= names_read(condition.when) - {field.key}
    return frozenset(found | choice_masters(field))


def judged_beside(field: FieldDefinition) -> frozenset[str]:
    """The names of the values beside which a value of the field is judged."""
    if is_plain(field):
        return frozenset()
    found = set(masters(field))
    for check in field.logic.checks:
        found |= names_read(check.demand) | (names_read(check.when) if check.when is not None else frozenset())
    return frozenset(found - {field.key})


def choice_masters(field: FieldDefinition) -> frozenset[str]:
    """The names that decide what the field offers."""
    found: set[str] = set()
    for condition in field.logic.conditions:
        if condition.effect == "SET_OPTIONS":
            found |= names_read(condition.when)
    for option in field.options:
        if option.when is not None:
            found |= names_read(option.when)
    if field.dependent is not None:
        found.add(field.dependent.depends_on)
    if field.source is not None:
        found.update(field.source.depends_on)
    return frozenset(found - {field.key})


def deciding_order(fields: Collection[FieldDefinition]) -> list[FieldDefinition]:
    """The fields that are not plain, each after those it depends on; without rings (see `without_rings`)."""
    by_key = {field.key: field for field in fields if not is_plain(field)}
    return [by_key[group[0]] for group in _groups(_dependencies(by_key))]


def without_rings(fields: Sequence[FieldDefinition]) -> tuple[list[FieldDefinition], dict[str, str]]:
    """The fields without the rules by which some of them would wait for themselves, and the way round of each ring.

    Ways are by the key of the first field in them: “Low → High → Low”.
    """
    by_key = {field.key: field for field in fields}
    depends = _dependencies({field.key: field for field in fields if not is_plain(field)})
    rings: dict[str, str] = {}
    for group in _groups(depends):
        if len(group) == 1 and group[0] not in depends[group[0]]:
            continue
        members = frozenset(group)
        first = min(group, key=list(by_key).index)
        rings[first] = ARROW.join(by_key[key].label for key in _round(first, depends, members))
        for key in group:
            by_key[key] = _apart(by_key[key], members)
    return list(by_key.values()), rings


def _apart(field: FieldDefinition, ring: frozenset[str]) -> FieldDefinition:
    """The field without what it asks of the other fields of its ring."""
    others, logic = ring - {field.key}, field.logic
    computed = logic.computed if logic.computed and not names_read(logic.computed.rule) & ring else None
    begins = logic.begins if logic.begins and not names_read(logic.begins) & ring else None
    return replace(
        field,
        logic=replace(
            logic,
            conditions=_without(logic.conditions, others),
            computed=computed,
            begins=begins,
            around=tuple(_without(part, others) for part in logic.around),
        ),
        visible_when=None if field.visible_when and field.visible_when.master in others else field.visible_when,
        source=None if field.source and ring & set(field.source.depends_on) else field.source,
        dependent=None if field.dependent and field.dependent.depends_on in ring else field.dependent,
        options=tuple(
            replace(option, when=None) if option.when and names_read(option.when) & others else option
            for option in field.options
        ),
    )


def _without(conditions: tuple[Condition, ...], names: frozenset[str]) -> tuple[Condition, ...]:
    return tuple(each for each in conditions if not names_read(each.when) & names)


def _dependencies(by_key: Mapping[str, FieldDefinition]) -> dict[str, tuple[str, ...]]:
    return {key: tuple(sorted(masters(field) & by_key.keys())) for key, field in by_key.items()}


def _round(start: str, depends: Mapping[str, tuple[str, ...]], members: frozenset[str]) -> Iterator[str]:
    """The way from a field through others of its ring back to one that was passed."""
    passed: dict[str, None] = {}
    key = start
    while key not in passed:
        passed[key] = None
        yield key
        key = next(name for name in depends[key] if name in members)
    yield key


def _groups(depends: Mapping[str, tuple[str, ...]]) -> Iterator[list[str]]:
    """Keys that wait for each other together, any other alone, each group after those it depends on.

    Tarjan, “Depth-first search and linear graph algorithms”, 1972; without recursion, for chains of thousands.
    """
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    open_keys: list[str] = []
    is_open: set[str] = set()
    for root in depends:
        if root in number:
            continue
        work = [(root, iter(depends[root]))]
        number[root] = low[root] = len(number)
        open_keys.append(root)
        is_open.add(root)
        while work:
            key, rest = work[-1]
            below = next(rest, None)
            if below is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[key])
                if low[key] == number[key]:
                    group = [open_keys.pop()]
                    while group[-1] != key:
                        group.append(open_keys.pop())
                    is_open.difference_update(group)
                    yield group
            elif below not in number:
                number[below] = low[below] = len(number)
                open_keys.append(below)
                is_open.add(below)
                work.append((below, iter(depends[below])))
            elif below in is_open:
                low[key] = min(low[key], number[below])
