"""`jarvis form publish`, `versions` and `diff`: forms by date."""

# ruff: noqa: FBT002 - typer reads options from the defaults of parameters

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from jarvis_desktop.app.cli_db import AsJson, DatabaseUrl, opened
from jarvis_desktop.app.cli_output import Output
from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from jarvis_desktop.app.connect import Connection
    from jarvis_desktop.forms.versions.service import FormVersions
    from jarvis_desktop.forms.versions.types import FormChange, Publication, PublishedVersion
    from jarvis_desktop.metadata.types import Reader

_Form = Annotated[str, typer.Argument(help="The form, as incident or agent_create.")]
_Persona = Annotated[str, typer.Option(help="The persona that asks; publishing needs forms.publish.")]


def publish(
    form_type: _Form,
    effective_from: Annotated[
        str, typer.Option(help="From when on it is in force, as 2026-01-31 or 2026-01-31T14:00+01:00; at once without.")
    ] = "",
    note: Annotated[str, typer.Option(help="Why, for those who look at the versions later.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what it would change.")] = False,
    despite_examples: Annotated[
        bool, typer.Option("--despite-examples", help="Publish though stored records would be refused when saved.")
    ] = False,
    persona: _Persona = "admin",
    database_url: DatabaseUrl = None,
    as_json: AsJson = False,
) -> None:
    """Publish the rows of a form as a version that nothing changes any more; first say what changes.

    The exit code is 0 where it was published (or could be read, with --dry-run).
    """
    output = Output(as_json=as_json)
    with output.errors():
        since = _instant(effective_from)
    with opened(output, database_url) as connection:
        forms, reader = _asked(connection, persona)
        found = forms.preview(form_type, reader)
        version = None
        if not dry_run:
            version = forms.publish(
                form_type, reader, effective_from=since, note=note, despite_examples=despite_examples
            ).version
    document = {**_publication(found), "published": None if version is None else _version(version)}
    output.result(document, "\n".join(_told(found, version)))


def versions(
    form_type: _Form, persona: _Persona = "admin", database_url: DatabaseUrl = None, as_json: AsJson = False
) -> None:
    """List the published versions of a form, the newest first."""
    output = Output(as_json=as_json)
    with opened(output, database_url) as connection:
        forms, reader = _asked(connection, persona)
        found = forms.versions(form_type, reader)
    lines = [_version_line(version) for version in found] or [f"{form_type} was never published."]
    output.result({"form_type": form_type, "versions": [_version(version) for version in found]}, "\n".join(lines))


def diff(
    form_type: _Form,
    before: Annotated[int, typer.Argument(help="The number of a version; 0 for the rows as they are now.")],
    after: Annotated[int, typer.Argument(help="The number of a version; 0 for the rows as they are now.")] = 0,
    persona: _Persona = "admin",
    database_url: DatabaseUrl = None,
    as_json: AsJson = False,
) -> None:
    """Say what changed between two versions of a form."""
    output = Output(as_json=as_json)
    with opened(output, database_url) as connection:
        forms, reader = _asked(connection, persona)
        changes = forms.compare(form_type, before, after, reader)
    lines = list(_change_lines(changes)) or ["There is no difference."]
    output.result({"form_type": form_type, "changes": [_change(change) for change in changes]}, "\n".join(lines))


def _asked(connection: Connection, persona: str) -> tuple[FormVersions, Reader]:
    from jarvis_desktop.forms.versions.service import FormVersions
    from jarvis_desktop.people.service import PeopleService
    from jarvis_desktop.tables.service import TableService

    database = connection.database
    return FormVersions(database, TableService(database)), PeopleService(database).reader(persona, "")


def _instant(text: str) -> datetime | None:
    if not text:
        return None
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise ConfigurationError(tr("“{text}” is no day; write it as 2026-01-31.", text=text[:40])) from error
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def _told(found: Publication, version: PublishedVersion | None) -> Iterable[str]:
    if found.before:
        yield f"{found.title}, against version {found.before}:"
        yield from _change_lines(found.changes)
        for impact in found.impacts:
            count = "not counted" if impact.records is None else f"{impact.records} stored records"
            yield f"  would refuse when saved: {count} ({impact.change.words})"
        yield f"  latest records examined: {found.examined}, refused only now: {len(found.examples)}"
        for example in found.examples:
            yield f"    {example.name}: {'; '.join(example.problems)}"
    else:
        yield f"{found.title} is published for the first time."
    if found.drafts:
        yield f"  drafts that people have of it: {found.drafts}"
    yield from (f"  form: {fault}" for fault in (*found.faults, *found.rings))
    if version is not None:
        yield f"Published: {_version_line(version)}"


def _change_lines(changes: Iterable[FormChange]) -> Iterable[str]:
    for change in changes:
        overlay = f" ({change.overlay})" if change.overlay else ""
        yield f"  {change.kind}: {change.words}{overlay}"


def _version_line(version: PublishedVersion) -> str:
    mark = ", in force" if version.in_force else ""
    note = f": {version.note}" if version.note else ""
    return f"version {version.number} from {version.effective_from.isoformat(timespec='minutes')}{mark}{note}"


def _version(version: PublishedVersion) -> Mapping[str, Any]:
    return {
        "number": version.number,
        "effective_from": version.effective_from.isoformat(),
        "in_force": version.in_force,
        "note": version.note,
        "published_by": version.published_by,
        "published_at": version.published_at.isoformat(),
    }


def _change(change: FormChange) -> Mapping[str, Any]:
    return {
        "kind": change.kind.value,
        "field": change.field,
        "words": change.words,
        "limit": change.limit,
        "overlay": change.overlay,
    }


def _publication(found: Publication) -> Mapping[str, Any]:
    return {
        "form_type": found.form_type,
        "title": found.title,
        "before": found.before,
        "changes": [_change(change) for change in found.changes],
        "impacts": [{"words": each.change.words, "records": each.records} for each in found.impacts],
        "examined": found.examined,
        "examples": [{"record": e.record_id, "name": e.name, "problems": list(e.problems)} for e in found.examples],
        "drafts": found.drafts,
        "faults": list(found.faults),
        "rings": list(found.rings),
    }
