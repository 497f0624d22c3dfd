"""Use cases over whole states of the configuration: snapshots, restoring, files, and differences between states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from jarvis_desktop.config import documents, storing
from jarvis_desktop.config.checking import schema_problems, wrong_type
from jarvis_desktop.config.comparing import side
from jarvis_desktop.config.parts import DETAILS, REGISTRY, VALUES
from jarvis_desktop.config.types import Difference, PartChange, Restored, RestorePlan, Snapshot
from jarvis_desktop.config.writing import author
from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.clock import from_naive_utc
from jarvis_desktop.core.errors import ConfigurationError, InvalidInput, Problem
from jarvis_desktop.core.json_text import loads
from jarvis_desktop.core.words import tr
from jarvis_desktop.db.features import own_tables_usable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from jarvis_desktop.config.parts import Part
    from jarvis_desktop.config.service import ConfigService
    from jarvis_desktop.config.types import State
    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.metadata.types import Reader

    Told = Callable[[str, float], None]

MOST_EXAMPLES = 200
MOST_DOCUMENT = 250_000_000
"""The longest file of a state, in bytes; PostgreSQL takes a JSON array up to 256 MB."""
_MOST_NAME = 200
_LIST = text("""
    SELECT id, snapshot_name, description, created_by, created_at, pg_column_size(snapshot_data)
    FROM public.config_snapshots ORDER BY id DESC LIMIT 500
""")


class ConfigStates:
    """Snapshots of the whole configuration, and what becomes of them."""

    def __init__(self, database: Database, reading: ConfigService) -> None:
        self._database = database
        self._reading = reading

    def snapshots(self) -> tuple[Snapshot, ...]:
        """The snapshots there are, the latest first."""
        with self._database.read() as session:
            return tuple(
                Snapshot(number, name, description or "", by or "", from_naive_utc(at), size)
                for number, name, description, by, at, size in session.execute(_LIST)
            )

    def take(self, name: str, reader: Reader, *, description: str = "") -> Snapshot:
        """Keep the complete state under a name. Raises NotAllowed, InvalidInput."""
        with self._database.write() as session:
            by = author(session, reader, name)
            number = _take(session, name, description, by)
            found = session.execute(_LIST).first()
            assert found is not None
        return Snapshot(number, name.strip(), description, by, from_naive_utc(found[4]), found[5])

    def export(self) -> str:
        """The complete state as JSON text."""
        with self._database.read() as session:
            parts = documents.present_parts(session)
            document: str = session.scalar(text(f"SELECT jsonb_pretty({documents.state_expression(parts)})"))
            return document

    def preview(
        self,
        state: State,
        *,
        parts: Collection[str] = (),
        names: Collection[str] = (),
        removing: bool = True,
    ) -> RestorePlan:
        """What making the stored state that of a snapshot or a file would change. Raises ConfigurationError."""
        with self._database.write() as session:  # temporary tables are written
            chosen = self._loaded(session, state, parts)
            plan = _plan(session, chosen, state, names, removing=removing)
            return RestorePlan(plan, tuple(_problems(session, chosen)))

    def restore(
        self,
        state: State,
        reader: Reader,
        *,
        reason: str,
        parts: Collection[str] = (),
        names: Collection[str] = (),
        removing: bool = True,
        told: Told | None = None,
    ) -> Restored:
        """Make the stored state that of a snapshot or a file, in one transaction, each difference logged.

        `parts` and `names` keep to some of it; without `removing`, what the other state lacks stays. The state before
        is kept as a snapshot. Raises NotAllowed, InvalidInput for values that do not fit their settings,
        ConfigurationError for a document that cannot be used.
        """
        tell: Told = told or _silent
        with self._database.write() as session:
            by = author(session, reader, reason)
            storing.lock_everything(session)
            tell(tr("Keeping the state before"), 0.0)
            before = _take(session, tr("Before: {reason}", reason=reason)[:_MOST_NAME], "", by)
            tell(tr("Reading"), 0.15)
            chosen = self._loaded(session, state, parts)
            tell(tr("Comparing"), 0.35)
            plan = _plan(session, chosen, state, names, removing=removing)
            problems = list(_problems(session, chosen))
            if problems:
                raise InvalidInput(problems)
            by_id = state.snapshot is not None
            operation = "snapshot_restore" if by_id else "bulk_update"
            for part in chosen:
                documents.log(session, part, operation, by, reason.strip(), state.snapshot)
            for part in reversed(chosen):
                documents.remove(session, part)
            for place, part in enumerate(chosen):
                tell(part.key, 0.5 + 0.5 * place / len(chosen))
                documents.add(session, part, by_id=by_id)
        self._reading.cache.forget()
        changes = Changes.of("config_snapshots", [before]) | Changes.of("config_change_logs")
        for part in chosen:
            changes |= Changes.of(part.table.removeprefix("public."))
        return Restored(plan, before, changes)

    def compare(self, before: State, after: State, *, parts: Collection[str] = ()) -> tuple[Difference, ...]:
        """What holds differently in two states: in each, what is in force at its instant for every exact scope."""
        with self._database.write() as session:  # temporary tables are written
            sides = []
            for state in (before, after):
                if state.stored:
                    chosen = documents.present_parts(session, parts)
                else:
                    chosen = self._loaded(session, state, parts)
                sides.append(side(session, chosen, state))
                for part in chosen:
                    session.execute(text(f"DROP TABLE IF EXISTS wanted_{part.key}"))
        old, new = sides
        found = []
        for key in sorted(old.keys() | new.keys(), key=repr):
            if old.get(key) != new.get(key):
                part_key, name, persona, agent_id, workflow_id = key
                was, now = (None if each is None else loads(each) for each in (old.get(key), new.get(key)))
                found.append(Difference(part_key, name, persona, agent_id, workflow_id, was, now))
        return tuple(found)

    def _loaded(self, session: Session, state: State, parts: Collection[str]) -> list[Part]:
        if state.snapshot is not None:
            if not documents.load_snapshot(session, state.snapshot):
                raise ConfigurationError(tr("There is no snapshot {n}.", n=state.snapshot))
        else:
            if len(state.document) > MOST_DOCUMENT:
                raise ConfigurationError(tr("This file is too large for a state of the configuration."))
            documents.load_text(session, state.document)
        chosen = documents.present_parts(session, parts)
        documents.unpack(session, chosen)
        return chosen


def _take(session: Session, name: str, description: str, by: str) -> int:
    if len(name.strip()) > _MOST_NAME:
        raise InvalidInput([Problem("name", tr("A name has at most {n} characters.", n=_MOST_NAME))])
    state = documents.state_expression(documents.present_parts(session))
    number: int = session.scalar(
        text(
            "INSERT INTO public.config_snapshots (snapshot_name, description, snapshot_data, created_by) "  # noqa: S608
            f"VALUES (:name, :description, {state}, :by) RETURNING id"
        ),
        {"name": name.strip(), "description": description, "by": by},
    )
    return number


def _plan(
    session: Session, parts: Collection[Part], state: State, names: Collection[str], *, removing: bool
) -> tuple[PartChange, ...]:
    found = []
    for part in parts:
        documents.find_difference(session, part, by_id=state.snapshot is not None, names=names, removing=removing)
        added, changed, removed = documents.counts(session, part)
        if added or changed or removed:
            examples = tuple(
                tuple(None if each is None else loads(each) for each in pair)
                for pair in documents.differing(session, part, MOST_EXAMPLES)
            )
            found.append(PartChange(part.key, added, changed, removed, examples))
    return tuple(found)


def _problems(session: Session, parts: Collection[Part]) -> Iterator[Problem]:
    """Values among the differences that do not fit what their settings will be, the first few."""
    if VALUES not in parts:
        return
    for key, kind, value in documents.misfits(session, registry=REGISTRY in parts):
        if not kind:
            yield Problem("value", tr("There is no setting “{key}”.", key=key))
        else:
            yield Problem("value", wrong_type(key, kind, value))
    if own_tables_usable(session, "config_key_details"):
        for key, schema, value in documents.values_with_schema(session, details=DETAILS in parts):
            yield from schema_problems(key, loads(schema), loads(value))


def _silent(_what: str, _share: float) -> None:
    """Nobody watches."""
