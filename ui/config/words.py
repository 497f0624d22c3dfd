"""How settings, scopes and verdicts are said in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jarvis_desktop.config.states.parts import PARTS
from jarvis_desktop.config.types import Source
from jarvis_desktop.core.json_text import dumps
from jarvis_desktop.core.scope import Loss
from jarvis_desktop.core.words import mark, shown, tr
from ui.core.locale import here

if TYPE_CHECKING:
    from datetime import datetime

    from jarvis_desktop.config.types import Answer, PartChange
    from jarvis_desktop.core.scope import Scope

_LONGEST = 300
_LOSSES = {
    Loss.UNREACHABLE: mark("Never looked for: the ladder has no such combination"),
    Loss.OTHER_SCOPE: mark("For somebody else"),
    Loss.INACTIVE: mark("Switched off"),
    Loss.NOT_YET: mark("Not yet in effect"),
    Loss.EXPIRED: mark("No longer in effect"),
    Loss.LESS_SPECIFIC: mark("A narrower one is in force"),
    Loss.LOWER_VERSION: mark("A higher version is in force"),
    Loss.OLDER_ROW: mark("A later row is in force"),
}
_ORIGINS = {
    Source.NONE.value: mark("Without value"),
    Source.DEFAULT.value: mark("Default"),
    "global": mark("Set for everybody"),
}
_SCOPE_PARTS = {"workflow": mark("workflow"), "agent": mark("agent"), "persona": mark("persona")}
_PARTS = {
    "registry": mark("Settings"),
    "details": mark("Details of settings"),
    "values": mark("Values"),
    "rules": mark("Rules"),
    "templates": mark("Templates"),
    "layers": mark("Layers"),
}
_OPERATIONS = {
    "set": mark("Set"),
    "delete": mark("Taken away"),
    "rollback": mark("Rolled back"),
    "snapshot_restore": mark("Restored"),
    "bulk_update": mark("Changed with others"),
}


def verdict(loss: Loss | None) -> str:
    """Why a value is in force, or is not."""
    return tr("In force") if loss is None else shown(_LOSSES[loss])


def operation(name: str) -> str:
    """What was done, as the change log names it."""
    return shown(_OPERATIONS[name]) if name in _OPERATIONS else name


def whom(scope: Scope) -> str:
    """Whom a value is for."""
    parts = []
    if scope.persona is not None:
        parts.append(tr("persona {name}", name=scope.persona))
    if scope.agent_id is not None:
        parts.append(tr("agent {n}", n=scope.agent_id))
    if scope.workflow_id is not None:
        parts.append(tr("workflow {n}", n=scope.workflow_id))
    return ", ".join(parts) or tr("everybody")


def source(answer: Answer) -> str:
    """Where an answer comes from."""
    if answer.source == Source.NONE:
        return tr("no value")
    if answer.source == Source.DEFAULT:
        return tr("default")
    return tr("version {n}", n=answer.version) if answer.version is not None else tr("no version")


def origin(source_of_answer: str) -> str:
    """Where answers come from, as a choice of a filter."""
    if source_of_answer in _ORIGINS:
        return shown(_ORIGINS[source_of_answer])
    parts = [shown(_SCOPE_PARTS[part]) for part in source_of_answer.split("+") if part in _SCOPE_PARTS]
    return tr("Set for {parts}", parts=" + ".join(parts))


def span(begin: datetime | None, end: datetime | None) -> str:
    """How long a value holds."""
    since = tr("always") if begin is None else tr("from {when}", when=here().instant(begin))
    return since if end is None else tr("{since} until {when}", since=since, when=here().instant(end))


def part(key: str) -> str:
    """A part of the configuration."""
    return shown(_PARTS[key]) if key in _PARTS else key


def part_change(found: PartChange) -> str:
    """What would change in a part, in a sentence."""
    return tr("{part}: {added} added, {changed} changed, {removed} removed.", part=part(found.part),
              added=found.added, changed=found.changed, removed=found.removed)  # fmt: skip


def name_of(part_key: str, row: Any) -> str:
    """What a row of a part is called."""
    found = row.get(PARTS[part_key].name) if isinstance(row, dict) and part_key in PARTS else None
    return str(found)


def differing(before: Any, after: Any) -> tuple[str, str]:
    """Two rows in one line each: of rows that are both there only what differs."""
    if isinstance(before, dict) and isinstance(after, dict):
        names = [name for name in after if before.get(name) != after[name]]
        before, after = ({name: row.get(name) for name in names} for row in (before, after))
    return value(before), value(after)


def value(content: Any) -> str:
    """A value in one line."""
    if content is None:
        return "—"
    text = content if isinstance(content, str) else " ".join(dumps(content).split())
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
