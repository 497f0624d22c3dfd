"""Use cases of form versions: what publishing would do, publish, and what was published."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import ConfigurationError, JarvisError, NotAllowed
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms import queries as form_queries
from jarvis_desktop.forms.choices import choice_text
from jarvis_desktop.forms.definitions import FormDefinitions
from jarvis_desktop.forms.engine import FormEngine
from jarvis_desktop.forms.naming import record_name
from jarvis_desktop.forms.records import record_values
from jarvis_desktop.forms.targets import FIELD_TABLE
from jarvis_desktop.forms.validation import FormValidator
from jarvis_desktop.forms.versions import queries
from jarvis_desktop.forms.versions.diffing import form_changes
from jarvis_desktop.forms.versions.types import (
    ChangeKind,
    Example,
    FormChange,
    Impact,
    Publication,
    Published,
    PublishedVersion,
)
from jarvis_desktop.rights.holding import require_held

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.forms.placement import PlacedForm
    from jarvis_desktop.forms.resolution import FormRows
    from jarvis_desktop.metadata.types import Reader

PERMISSION = "forms.publish"
MOST_FORMS = 500
MOST_EXAMINED = 50
"""Latest records that are judged under both versions."""
_MOST_NOTE = 2_000
_LATE = timedelta(minutes=5)
"""A version may come into force so long ago: people fill in the hour, and clocks differ."""


class FormVersions(FormDefinitions):
    """Publishing freezes the rows of a form: from its instant on the form is what they were, whatever they become.

    A form that was never published is what its rows say at any time.
    """

    def form_types(self, reader: Reader) -> tuple[tuple[str, str], ...]:
        """The forms that have rows, each with its title, by title."""
        with self._database.read() as session:
            found = form_queries.form_types(session, MOST_FORMS)
            titles = [(name, self._title(session, name, reader)) for name in found]
        return tuple(sorted(titles, key=lambda each: each[1].casefold()))

    def versions(self, form_type: str, reader: Reader) -> tuple[PublishedVersion, ...]:
        """The published versions of a form, the newest first; the one in force for the reader is marked."""
        with self._database.read() as session:
            self._require_room(session)
            return tuple(queries.versions(session, form_type, reader.as_of))

    def preview(self, form_type: str, reader: Reader) -> Publication:
        """What publishing the form's rows as they are now would change. Raises ConfigurationError."""
        with self._database.read() as session:
            return self._preview(session, form_type, reader)

    def compare(self, form_type: str, before: int, after: int, reader: Reader) -> tuple[FormChange, ...]:
        """The differences between two versions; 0 means the rows as they are now. Raises ConfigurationError."""
        with self._database.read() as session:
            old, new = (self._rows(session, form_type, number) for number in (before, after))
            return self._changes(form_type, old, new, reader)

    def publish(
        self,
        form_type: str,
        reader: Reader,
        *,
        effective_from: datetime | None = None,
        note: str = "",
        despite_examples: bool = False,
    ) -> Published:
        """Make a version of the form's rows as they are now, in force from an instant on (None: at once).

        Raises NotAllowed; ConfigurationError for rings, for a form without rows or without changes, and for an instant
        that has passed or lies before the latest version; JarvisError where records that could be saved could not be
        any more, unless that is wanted `despite_examples`.
        """
        if not reader.may(PERMISSION):
            raise NotAllowed(
                tr(
                    "The persona “{persona}” may not publish forms (permission {permission}).",
                    persona=reader.persona,
                    permission=PERMISSION,
                )
            )
        with self._database.write() as session:
            require_held(session, PERMISSION, reader)
            self._require_room(session)
            queries.lock(session, form_type)
            known = queries.versions(session, form_type, reader.as_of)
            since = _instant(effective_from, known)
            found = self._preview(session, form_type, reader)
            _require_publishable(found, despite_examples=despite_examples)
            number = known[0].number + 1 if known else 1
            rows = self._rows(session, form_type, 0)
            note = note.replace("\0", "").strip()[:_MOST_NOTE]
            version = queries.store(
                session, form_type, number, rows, effective_from=since, note=note, by=reader.user_id
            )
            queries.announce(session, FIELD_TABLE)
        in_force = since <= datetime.now(UTC)
        return Published(replace(version, in_force=in_force), Changes.of(FIELD_TABLE, None))

    def _title(self, session: Session, form_type: str, reader: Reader) -> str:
        try:
            return self._resolver.form(session, form_type, reader, new=False).definition.title
        except ConfigurationError:
            return form_type

    def _preview(self, session: Session, form_type: str, reader: Reader) -> Publication:
        self._require_room(session)
        now = self._rows(session, form_type, 0)
        if not now[0]:
            raise ConfigurationError(
                tr("No form is called “{form_type}”.", form_type=form_type),
                title=tr("Unknown form"),
                hint=tr("Its fields are rows of form_field_definitions with this form_type."),
            )
        known = queries.versions(session, form_type, reader.as_of)
        after = self._resolver.as_rows(session, form_type, now, reader)
        rings = tuple(sorted(self._resolver.rings(session, form_type)))
        definition = after.definition
        faults = (*definition.problems, *(f"{f.label}: {f.notice}" for f in definition.fields if f.notice))
        found = Publication(form_type, definition.title, 0, (), faults=faults, rings=rings)
        found = replace(found, drafts=queries.count_drafts(session, form_type))
        if not known:
            return found
        latest = known[0].number
        old = self._rows(session, form_type, latest)
        before = self._resolver.as_rows(session, form_type, old, reader)
        changes = self._changes(form_type, old, now, reader)
        examined, examples = _examples(session, before, after, self._types)
        return replace(
            found,
            before=latest,
            changes=changes,
            impacts=tuple(_impacts(session, before, after, changes)),
            examined=examined,
            examples=examples,
        )

    def _rows(self, session: Session, form_type: str, number: int) -> FormRows:
        """The rows of a version, 0 for those of the tables."""
        if number == 0:
            return form_queries.form_rows(session, form_type, templates=form_queries.present(session, "form_templates"))
        self._require_room(session)
        rows = queries.version_rows(session, form_type, number)
        if rows is None:
            raise ConfigurationError(
                tr("The form “{form_type}” has no version {number}.", form_type=form_type, number=number)
            )
        return rows

    def _changes(self, form_type: str, old: FormRows, new: FormRows, reader: Reader) -> tuple[FormChange, ...]:
        """The differences for everybody, and those that only a persona or a maturity level sees."""
        common: list[FormChange] = []
        known: set[tuple[str, str]] = set()
        for persona, maturity in _overlays(old, new):
            who = replace(reader, persona=persona)
            pair = [self._resolver.read(form_type, rows, who, maturity) for rows in (old, new)]
            overlay = " ".join(filter(None, (persona, maturity)))
            for change in form_changes(*pair):
                if (change.field, change.words) not in known:
                    known.add((change.field, change.words))
                    common.append(replace(change, overlay=overlay))
        return tuple(common)

    def _require_room(self, session: Session) -> None:
        if not queries.are_kept(session):
            raise ConfigurationError(
                tr("This database has no room for versions of forms"),
                hint=tr("An administrator makes it with “{command}”.", command="jarvis db upgrade"),
            )


def _overlays(*versions: FormRows) -> list[tuple[str, str]]:
    """The personas and maturity levels that rows are for, everybody first."""
    rows: Sequence[Any] = [row for fields, templates in versions for row in (*fields, *templates)]
    named = {(str(row.get("persona") or ""), str(row.get("maturity_level") or "")) for row in rows}
    return sorted({("", ""), *named})


def _impacts(
    session: Session, before: PlacedForm, after: PlacedForm, changes: Sequence[FormChange]
) -> Iterator[Impact]:
    """What each harder demand refuses of what is stored where the form's records are."""
    for change in changes:
        if change.kind not in (ChangeKind.TIGHTENED, ChangeKind.CHANGED) or not change.limit or not after.table:
            continue
        field, place = after.definition.field(change.field), after.places.get(change.field)
        if field is None or place is None:
            continue
        demand = field.schema.get(change.limit)
        if change.limit == "options":
            was = before.definition.field(change.field)
            offered = {choice_text(option.value) for option in field.options}
            demand = [] if was is None else [choice_text(o.value) for o in was.options]
            demand = [value for value in demand if value not in offered]
        yield Impact(change, queries.count_unmet(session, after.table, place, change.limit, demand))


def _examples(session: Session, before: PlacedForm, after: PlacedForm, types: Any) -> tuple[int, tuple[Example, ...]]:
    """Of the latest records, how many were judged, and those that could be saved before and could not any more."""
    if not after.table or before.table != after.table:
        return 0, ()
    rows = queries.latest_records(session, after.table, after.primary, MOST_EXAMINED)
    validators = [(form, FormValidator(form.definition, types)) for form in (before, after)]
    found: list[Example] = []
    for row in rows:
        said = []
        for form, validator in validators:
            engine = FormEngine(form.definition, types, fits=False)
            engine.begin(record_values(form, row, types), new=False)
            said.append(tuple(problem.message for problem in validator.problems(engine)))
        new = tuple(message for message in said[1] if message not in said[0])
        if new:
            key = str(row.get(after.key.name, row.get(after.primary)))
            found.append(Example(key, record_name(after.table, row, key, short=True), new))
    return len(rows), tuple(found)


def _require_publishable(found: Publication, *, despite_examples: bool) -> None:
    if found.rings:
        raise ConfigurationError(
            tr("Fields wait for each other in a ring: {rings}.", rings="; ".join(found.rings)),
            title=tr("Not published"),
            hint=tr("Change a rule of one of these fields."),
        )
    if found.before and not found.changes:
        raise ConfigurationError(
            tr("“{title}” is as it was published in version {number}.", title=found.title, number=found.before),
            title=tr("Nothing to publish"),
        )
    if found.examples and not despite_examples:
        first = found.examples[0]
        raise JarvisError(
            tr(
                "Records that can be saved now could not be saved any more, {name} among them: {problem}.",
                name=first.name,
                problem=first.problems[0],
            ),
            title=tr("Not published"),
            hint=tr("Change the form, or publish it all the same."),
        )


def _instant(wanted: datetime | None, known: Sequence[PublishedVersion]) -> datetime:
    """When a version comes into force; ConfigurationError for an instant that it cannot."""
    now = datetime.now(UTC)
    since = now if wanted is None else wanted
    if wanted is not None and known and since < now - _LATE:
        raise ConfigurationError(tr("A new version cannot come into force in the past."), title=tr("Not published"))
    if known and since <= known[0].effective_from:
        raise ConfigurationError(
            tr(
                "Version {number} comes into force on {day}: the next one must come later.",
                number=known[0].number,
                day=known[0].effective_from.date().isoformat(),
            ),
            title=tr("Not published"),
        )
    return since
