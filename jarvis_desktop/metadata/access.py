"""Who sees a tab and a feature.

What cannot be decided (a condition that fails, or reads a value that nobody gave) is hidden, except from those who may
`config.write`: they see it, with the problem, because they are the ones to repair it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from jarvis_desktop.core import zone
from jarvis_desktop.core.words import tr
from jarvis_desktop.metadata.conditions import HIDDEN, SHOWN, Decision, display
from jarvis_desktop.metadata.rows import StoredRow
from jarvis_desktop.metadata.types import Reader

REPAIR_PERMISSION = "config.write"
DOCUMENTED_PERSONAS = ("admin", "rachel", "john", "broker")
"""The documented default of `tab_configurations.persona_access`, for a database that lacks the column."""


def display_record(reader: Reader) -> Mapping[str, Any]:
    """What conditions may read: `{persona, user: {id}, permissions, config, today, online}`.

    `today` is the date where the program runs, as ISO text; `config` is by configuration key.
    """
    return {
        "persona": reader.persona,
        "user": {"id": reader.user_id},
        "permissions": sorted(reader.permissions),
        "config": reader.config,
        "today": zone.local(reader.as_of).date().isoformat(),
        "online": reader.online,
    }


def tab_decision(row: StoredRow, reader: Reader) -> Decision:
    """Whether the reader sees the tab."""
    if not (row.flag("is_active") and row.flag("is_visible")):
        return HIDDEN
    return (
        _column(row, "persona_access", partial(_listed, reader=reader), default=list(DOCUMENTED_PERSONAS))
        & _column(row, "required_permissions", partial(_holds_all, reader=reader))
        & _column(row, "conditional_display", partial(display, record=display_record(reader)))
    )


def feature_decision(row: StoredRow, reader: Reader) -> Decision:
    """Whether the reader sees the feature; without `access_control` it follows its tab."""
    if not (row.flag("is_active") and row.flag("is_visible")):
        return HIDDEN
    return _column(row, "display_rules", partial(display, record=display_record(reader))) & _column(
        row, "access_control", partial(_access, reader=reader)
    )


def sees(decision: Decision, reader: Reader) -> bool:
    """Whether the reader sees it after all: the undecided is for those who can repair it."""
    return decision.shown or (bool(decision.problem) and reader.may(REPAIR_PERMISSION))


def _column(row: StoredRow, name: str, decide: Callable[[object], Decision], *, default: object = None) -> Decision:
    if name in row.unreadable:
        return Decision(
            shown=False, problem=tr("{name} cannot be read: {unreadable}", name=name, unreadable=row.unreadable[name])
        )
    return _named(name, decide(row.value(name, default)))


def _access(control: object, reader: Reader) -> Decision:
    if control is None:
        return SHOWN
    if not isinstance(control, Mapping):
        return Decision(shown=False, problem=tr("it is not an object"))
    decision = _named("permissions", _holds_all(control.get("permissions"), reader))
    for key in ("read", "persona_access"):
        if control.get(key) is not None:
            decision &= _named(key, _listed(control[key], reader))
    if control.get("when") is not None:
        decision &= _named("when", display({"when": control["when"]}, display_record(reader)))
    return decision


def _named(name: str, decision: Decision) -> Decision:
    return Decision(decision.shown, f"{name}: {decision.problem}") if decision.problem else decision


def _listed(stored: object, reader: Reader) -> Decision:
    names = _names(stored)
    if names is None:
        return Decision(shown=False, problem=tr("it is not a list of personas"))
    return Decision(shown=reader.persona in names)


def _holds_all(stored: object, reader: Reader) -> Decision:
    names = _names(stored)
    if names is None:
        return Decision(shown=False, problem=tr("it is not a list of permissions"))
    return Decision(shown=all(reader.may(permission) for permission in names))


def _names(stored: object) -> list[str] | None:
    """The names in a text array as people and importers left them: `admin`, `{admin}`, `"admin"`, `{admin,john}`."""
    listed = [stored] if isinstance(stored, str) else [] if stored is None else stored
    if not isinstance(listed, list) or not all(isinstance(entry, str) or entry is None for entry in listed):
        return None
    pieces = (piece.strip(" {}[]\"'") for entry in listed if entry is not None for piece in entry.split(","))
    return [piece for piece in pieces if piece]
