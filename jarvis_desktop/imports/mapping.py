"""Which column of a file belongs to which of the table: by name, label, what its cells hold, or likeness."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from jarvis_desktop.imports.repairs.choices import Choices, plain
from jarvis_desktop.imports.repairs.words import NOTHING
from jarvis_desktop.imports.types import Assignment, Duplicates, Empties
from jarvis_desktop.tables.labels import label

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from jarvis_desktop.imports.types import ImportPlan, OpenedFile, Target

_ALIKE = 82
_SYNONYM, _PART = 95.0, 84.0
_SYNONYMS = (
    {"status", "state", "stage"},
    {"priority", "severity", "urgency", "prio"},
    {"assignedto", "assignee", "owner", "assigned", "assignedperson"},
    {"reportedby", "reporter", "requester", "openedby", "caller"},
    {"title", "subject", "summary", "headline"},
    {"description", "details", "body", "text"},
    {"createdat", "created", "opened", "openedat", "createdon", "createddate", "opendate"},
    {"updatedat", "updated", "modified", "lastmodified", "changedat", "updatedon"},
    {"email", "emailaddress", "mail"},
    {"clientname", "client", "insured", "customer", "customername"},
    {"brokername", "broker", "agency"},
)
_SHARE_OF_CHOICES = 0.8
_LOOKED_AT = 200


def suggest(file: OpenedFile, targets: Sequence[Target]) -> tuple[Assignment, ...]:
    """The columns that can be told, each of the file and of the table once, in the table's order."""
    scores: list[tuple[float, int, int]] = []
    for place, header in enumerate(file.headers):
        for position, target in enumerate(targets):
            score = likeness(header, target)
            if score >= _ALIKE:
                scores.append((score, place, position))
        words = _words(header)
        parts = [position for position, target in enumerate(targets) if words and words < _words(target.column)]
        if len(parts) == 1:
            scores.append((_PART, place, parts[0]))
    taken: dict[int, int] = {}
    for _score, place, position in sorted(scores, key=lambda found: (-found[0], found[1], found[2])):
        if place not in taken.values() and position not in taken:
            taken[position] = place
    taken.update(_by_choices(file, targets, taken))
    return tuple(Assignment(targets[position].column, taken[position]) for position in sorted(taken))


def _words(text: str) -> set[str]:
    return {word for word in label(text).casefold().split() if len(word) > 3}


def likeness(header: str, target: Target) -> float:
    """From 0 to 100; 100 is the same name or label, but for case and punctuation."""
    wanted = plain(header)
    if not wanted:
        return 0.0
    names = (plain(target.column), plain(target.label))
    if wanted in names:
        return 100.0
    if any(wanted in words and names[0] in words for words in _SYNONYMS):
        return _SYNONYM
    longest = max(map(len, names))
    if min(len(wanted), longest) < 4:
        return 0.0
    return max(float(fuzz.ratio(wanted, name)) for name in names) * 0.99


def _by_choices(file: OpenedFile, targets: Sequence[Target], taken: Mapping[int, int]) -> dict[int, int]:
    """Columns whose cells are mostly the choices of a column not given yet."""
    found: dict[int, int] = {}
    for position, target in enumerate(targets):
        if position in taken or not target.choices:
            continue
        choices = Choices(target.choices)
        best = 0.0
        for place in range(len(file.headers)):
            if place in taken.values() or place in found.values():
                continue
            cells = {row.cells[place] for row in file.sample[:_LOOKED_AT] if place < len(row.cells)}
            cells = {cell for cell in cells if cell and cell.casefold() not in NOTHING}
            share = sum(choices.read(cell) is not None for cell in cells) / len(cells) if len(cells) > 1 else 0.0
            if share >= _SHARE_OF_CHOICES and share > best:
                best, found[position] = share, place
    return found


def place_of(table: str, headers: Sequence[str]) -> str:
    """Under which name the mapping of such files is remembered."""
    digest = hashlib.sha256("\x1f".join(headers).encode("utf-8", "replace")).hexdigest()[:16]
    return f"import:{table}:{digest}"


def as_state(plan: ImportPlan, headers: Sequence[str]) -> dict[str, Any]:
    """What is remembered of a plan."""
    columns = [
        {"column": a.column, "header": headers[a.place]} if a.place is not None else
        {"column": a.column, "constant": a.constant}
        for a in plan.assignments
    ]  # fmt: skip
    return {
        "columns": columns,
        "key": list(plan.key),
        "duplicates": plan.duplicates.value,
        "empties": plan.empties.value,
        "day_first": plan.style.day_first,
        "decimal_comma": plan.style.decimal_comma,
        "exact": plan.style.exact,
        "utc": plan.style.utc,
    }


def from_state(state: Mapping[str, Any], headers: Sequence[str], targets: Sequence[Target]) -> dict[str, Any] | None:
    """The remembered parts of a plan that still fit, as keywords; None when they do not."""
    known = {target.column for target in targets}
    places = {header: place for place, header in enumerate(headers)}
    assignments: list[Assignment] = []
    try:
        for entry in state["columns"]:
            column, header = str(entry["column"]), entry.get("header")
            if column in known and header is None:
                assignments.append(Assignment(column, None, str(entry.get("constant", ""))))
            elif column in known and header in places:
                assignments.append(Assignment(column, places[header]))
        duplicates, empties = Duplicates(state["duplicates"]), Empties(state["empties"])
        key = tuple(str(name) for name in state["key"] if name in known)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    if not assignments:
        return None
    return {"assignments": tuple(assignments), "key": key, "duplicates": duplicates, "empties": empties}
