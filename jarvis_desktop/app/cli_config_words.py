"""How the commands about configuration say what they found, as JSON and in words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import typer

from jarvis_desktop.app.cli_output import columns
from jarvis_desktop.config.scopes import scope_document
from jarvis_desktop.config.types import Ask
from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.json_text import NotJson, dumps, loads, loads_once
from jarvis_desktop.core.scope import Scope
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from jarvis_desktop.config.types import (
        Answer,
        Candidate,
        Difference,
        Explanation,
        LoggedChange,
        PartChange,
        Proposal,
        Setting,
        Written,
        WrittenValue,
    )

_ASKED = {"key", "persona", "agent_id", "workflow_id", "as_of"}
_SHORT = 70


def tell(document: Mapping[str, Any], text: str, *, as_json: bool) -> None:
    """Write a result; numbers of JSON stay exact."""
    typer.echo(dumps(document, indent=2) if as_json else text)


def line(document: Mapping[str, Any]) -> None:
    """Write a result in one line of JSON."""
    typer.echo(" ".join(dumps(document).splitlines()))


def lines_of(file: Path, longest: int) -> Iterator[str]:
    """The lines of a file that hold something; a longer one is cut, and no JSON any more."""
    try:
        with file.open("rb") as content:
            while read := content.readline(longest + 1):
                rest = read
                while len(rest) > longest and not rest.endswith(b"\n"):
                    rest = content.readline(longest + 1)
                if read.strip():
                    yield read.decode("utf-8", "replace")
    except OSError as error:
        raise ConfigurationError(
            tr("The file {file} cannot be read: {strerror}.", file=file, strerror=error.strerror or error)
        ) from error


def ask(text: str) -> Ask | str:
    """The question of a line of a batch, or why it is none."""
    try:
        document = loads_once(text)
    except NotJson as error:
        return f"The line {error}."
    if not isinstance(document, dict) or not isinstance(document.get("key"), str):
        return 'A line is an object with a text "key".'
    unknown = sorted(document.keys() - _ASKED)
    if unknown:
        return f'"{unknown[0]}" is not known; a line has {", ".join(sorted(_ASKED))}.'
    persona, agent, workflow, at = (document.get(name) for name in ("persona", "agent_id", "workflow_id", "as_of"))
    if persona is not None and not isinstance(persona, str):
        return '"persona" is a text.'
    for name, number in (("agent_id", agent), ("workflow_id", workflow)):
        if number is not None and (not isinstance(number, int) or isinstance(number, bool) or abs(number) >= 2**31):
            return f'"{name}" is a whole number.'
    moment = None
    if at is not None:
        try:
            moment = datetime.fromisoformat(at)
        except (TypeError, ValueError):
            return '"as_of" is an instant, as 2026-01-31T14:00+01:00.'
        moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
    return Ask(document["key"], Scope(persona or None, agent, workflow), moment)


def read_value(text: str, setting: Setting | None) -> Any:
    """The value that an argument means: JSON, or plain text where the setting takes texts."""
    try:
        value = loads(text)
    except NotJson as error:
        if setting is None or setting.type == "string":
            return text
        raise ConfigurationError(
            tr("The value for “{key}” {error}.", key=setting.key, error=error),
            hint=tr("Write it as JSON; texts in it stand in double quotes."),
        ) from error
    return text if setting is not None and setting.type == "string" and not isinstance(value, str) else value


def answer(found: Answer) -> Mapping[str, Any]:
    """An answer as JSON."""
    document: dict[str, Any] = {"key": found.key, "value": found.value, "source": found.source}
    if found.row_id is not None:
        document |= {"id": found.row_id, "version": found.version}
    return {**document, "error": found.fault} if found.fault else document


def told_answer(found: Answer) -> str:
    """An answer in words: the value alone, which a script can take."""
    if found.source == "none":
        return f"{found.key}: no value, and no default."
    return found.value if isinstance(found.value, str) else dumps(found.value, indent=2)


def explanation(found: Explanation) -> Mapping[str, Any]:
    """The whole ladder as JSON."""
    return {
        **answer(found.answer),
        "scope": scope_document(found.scope),
        "as_of": found.as_of.isoformat(),
        "matching": found.matching.value,
        "rungs": [rung.words for rung in found.matching.rungs],
        "registered": found.registered,
        "default": found.default,
        "candidates": [_candidate(each) for each in found.candidates],
        "left_out": found.left_out,
    }


def told_explanation(found: Explanation) -> str:
    """The whole ladder in words."""
    whom, at = _scope_words(found.scope), found.as_of.isoformat(" ", "seconds")
    lines = [f"{found.answer.key} for {whom} as of {at}, matching {found.matching}:"]
    rows = [
        (
            "=>" if each.loss is None else "",
            each.row.id,
            each.rung.words,
            _scope_words(each.row.scope),
            f"v{each.row.version}",
            _span(each.row.effective_from, each.row.effective_to),
            "in force" if each.loss is None else each.loss.value,
            _short(each.row.value),
        )
        for each in found.candidates
    ]
    if rows:
        lines.append(columns(rows, ("", "id", "rung", "for", "version", "holds", "", "value")))
    if found.left_out:
        lines.append(f"{found.left_out} more rows are not listed.")
    if not found.registered:
        lines.append("The registry does not know this key.")
    elif found.default is not None:
        lines.append(f"Default of the registry: {_short(found.default)}")
    lines.append(f"Answer, from {found.answer.source}: {_short(found.answer.value)}")
    return "\n".join(lines)


def written(found: WrittenValue) -> Mapping[str, Any]:
    """One written value as JSON."""
    document: dict[str, Any] = {"key": found.key, "scope": scope_document(found.scope)}
    if found.row is not None:
        row = found.row
        document |= {
            "id": row.id,
            "version": row.version,
            "value": row.value,
            "effective_from": _iso(row.effective_from),
            "effective_to": _iso(row.effective_to),
        }
    return {
        **document,
        "closed_versions": list(found.closed),
        "ended_for_version": found.ended_for,
        "proposal": found.proposal,
    }


def told_written(done: Written) -> str:
    """What was written, in words."""
    lines = []
    for each in done.values:
        whom = _scope_words(each.scope)
        if each.proposal is not None:
            lines.append(f"{each.key} for {whom}: waits for a second person as proposal {each.proposal}.")
        elif each.row is None:
            lines.append(f"{each.key} for {whom}: taken away.")
        else:
            lines.append(
                f"{each.key} for {whom}: version {each.row.version} (id {each.row.id}) holds "
                f"{_span(each.row.effective_from, each.row.effective_to)}."
            )
            if each.ended_for is not None:
                lines.append(f"  It ends because version {each.ended_for} begins then.")
    return "\n".join(lines)


def change(found: LoggedChange) -> Mapping[str, Any]:
    """A line of the log as JSON."""
    return {
        "id": found.id,
        "at": _iso(found.at),
        "operation": found.operation,
        "scope": scope_document(found.scope),
        "before": found.before,
        "after": found.after,
        "by": found.by,
        "reason": found.reason,
        "impact": found.impact,
        "snapshot_id": found.snapshot_id,
    }


def told_changes(key: str, found: Sequence[LoggedChange]) -> str:
    """The log of a key in words."""
    if not found:
        return f"Nothing was done to {key}."
    return columns(
        [
            ((_iso(each.at) or "")[:19], each.operation, each.by, _scope_words(each.scope), _short(each.before), "->",
             _short(each.after), each.reason)
            for each in found
        ]
    )  # fmt: skip


def proposal(found: Proposal) -> Mapping[str, Any]:
    """A value that waits, as JSON."""
    wish = found.wish
    return {
        "id": found.id,
        "key": wish.key,
        "scope": scope_document(wish.scope),
        "value": wish.value,
        "effective_from": _iso(wish.effective_from),
        "effective_to": _iso(wish.effective_to),
        "override": wish.override,
        "reason": found.reason,
        "by": found.by,
        "at": _iso(found.at),
        "outcome": found.outcome,
        "decided_by": found.decided_by,
        "note": found.note,
    }


def told_proposals(found: Sequence[Proposal]) -> str:
    """The values that wait, in words."""
    if not found:
        return "Nothing waits."
    return columns(
        [
            (each.id, each.outcome or "waits", each.wish.key, _scope_words(each.wish.scope), _short(each.wish.value),
             each.by, each.reason)
            for each in found
        ]
    )  # fmt: skip


def part_changes(found: Sequence[PartChange]) -> list[Mapping[str, Any]]:
    """What a restore changes, as JSON."""
    return [
        {
            "part": each.part,
            "added": each.added,
            "changed": each.changed,
            "removed": each.removed,
            "examples": [{"before": before, "after": after} for before, after in each.examples],
        }
        for each in found
    ]


def told_part_changes(found: Sequence[PartChange]) -> str:
    """What a restore changes, in words."""
    if not found:
        return "Nothing differs."
    rows = [(each.part, each.added, each.changed, each.removed) for each in found]
    return columns(rows, ("part", "added", "changed", "removed"))


def difference(found: Difference) -> Mapping[str, Any]:
    """What holds differently, as JSON."""
    return {
        "part": found.part,
        "name": found.name,
        "scope": scope_document(Scope(found.persona, found.agent_id, found.workflow_id)),
        "before": found.before,
        "after": found.after,
    }


def told_differences(found: Sequence[Difference]) -> str:
    """What holds differently, in words."""
    if not found:
        return "There is no difference."
    rows = []
    for each in found:
        whom = _scope_words(Scope(each.persona, each.agent_id, each.workflow_id))
        rows.append((each.part, each.name, whom, _short(each.before), "->", _short(each.after)))
    return columns(rows)


def _candidate(found: Candidate) -> Mapping[str, Any]:
    row = found.row
    return {
        "id": row.id,
        "persona": row.persona,
        "agent_id": row.agent_id,
        "workflow_id": row.workflow_id,
        "rung": found.rung.words,
        "version": row.version,
        "effective_from": _iso(row.effective_from),
        "effective_to": _iso(row.effective_to),
        "is_active": row.is_active,
        "value": row.value,
        "verdict": "wins" if found.loss is None else found.loss.name.lower(),
        "reason": "" if found.loss is None else found.loss.value,
    }


def _scope_words(scope: Scope) -> str:
    named = (("persona", scope.persona), ("agent", scope.agent_id), ("workflow", scope.workflow_id))
    return " ".join(f"{name} {value}" for name, value in named if value is not None) or "everybody"


def _span(begin: datetime | None, end: datetime | None) -> str:
    since = "always" if begin is None else begin.isoformat(" ", "seconds")[:19]
    return f"from {since}" if end is None else f"from {since} to {end.isoformat(' ', 'seconds')[:19]}"


def _iso(instant: datetime | None) -> str | None:
    return None if instant is None else instant.isoformat()


def _short(value: Any) -> str:
    text = "-" if value is None else value if isinstance(value, str) else " ".join(dumps(value).split())
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 2]} …"
