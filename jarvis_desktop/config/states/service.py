"""Use cases over whole states of the configuration: snapshots, restoring, files, and differences between states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jarvis_desktop.config.checking import schema_problems, wrong_type
from jarvis_desktop.config.states import queries
from jarvis_desktop.config.states.parts import DETAILS, REGISTRY, VALUES
from jarvis_desktop.config.types import Difference, PartChange, Restored, RestorePlan, ThreeWay
from jarvis_desktop.config.writing.queries import lock_everything
from jarvis_desktop.config.writing.service import author
from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import ConfigurationError, InvalidInput, Problem
from jarvis_desktop.core.json_text import loads
from jarvis_desktop.core.words import tr
from jarvis_desktop.db.features import own_tables_usable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from jarvis_desktop.config.service import ConfigService
    from jarvis_desktop.config.states.parts import Part
    from jarvis_desktop.config.states.queries import Place
    from jarvis_desktop.config.types import Snapshot, State
    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.metadata.types import Reader

    Told = Callable[[str, float], None]

MOST_EXAMPLES = 200
MOST_DOCUMENT = 250_000_000
"""The longest file of a state, in bytes; PostgreSQL takes a JSON array up to 256 MB."""
_MOST_NAME = 200


class ConfigStates:
    """Snapshots of the whole configuration, and what becomes of them."""

    def __init__(self, database: Database, reading: ConfigService) -> None:
        self._database = database
        self._reading = reading

    def snapshots(self) -> tuple[Snapshot, ...]:
        """The snapshots there are, the latest first."""
        with self._database.read() as session:
            return tuple(queries.snapshots(session))

    def take(self, name: str, reader: Reader, *, description: str = "") -> Snapshot:
        """Keep the complete state under a name. Raises NotAllowed, InvalidInput."""
        with self._database.write() as session:
            by = author(session, reader, name)
            _take(session, name, description, by)
            return queries.snapshots(session)[0]

    def export(self) -> str:
        """The complete state as JSON text."""
        with self._database.read() as session:
            return queries.state_text(session)

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
        only: Mapping[str, Collection[str]] | None = None,
        removing: bool = True,
        told: Told | None = None,
    ) -> Restored:
        """Make the stored state that of a snapshot or a file, in one transaction, each difference logged.

        `parts` and `names` keep to some of it, `only` to these names of these parts; without `removing`, what the other
        state lacks stays. The state before is kept as a snapshot. Raises NotAllowed, InvalidInput for values that do
        not fit their settings, ConfigurationError for a document that cannot be used.
        """
        tell: Told = told or _silent
        with self._database.write() as session:
            by = author(session, reader, reason)
            lock_everything(session)
            tell(tr("Keeping the state before"), 0.0)
            before = _take(session, tr("Before: {reason}", reason=reason)[:_MOST_NAME], "", by)
            tell(tr("Reading"), 0.15)
            chosen = self._loaded(session, state, only.keys() if only else parts)
            tell(tr("Comparing"), 0.35)
            plan = _plan(session, chosen, state, names, removing=removing, only=only)
            problems = list(_problems(session, chosen))
            if problems:
                raise InvalidInput(problems)
            by_id = state.snapshot is not None
            operation = "snapshot_restore" if by_id else "bulk_update"
            for part in chosen:
                queries.log(session, part, operation, by, reason.strip(), state.snapshot)
            for part in reversed(chosen):
                queries.remove(session, part)
            for place, part in enumerate(chosen):
                tell(part.key, 0.5 + 0.5 * place / len(chosen))
                queries.add(session, part, by_id=by_id)
        self._reading.cache.forget()
        changes = Changes.of("config_snapshots", [before]) | Changes.of("config_change_logs")
        for part in chosen:
            changes |= Changes.of(part.table.removeprefix("public."))
        return Restored(plan, before, changes)

    def compare(self, before: State, after: State, *, parts: Collection[str] = ()) -> tuple[Difference, ...]:
        """What holds differently in two states: in each, what is in force at its instant for every exact scope."""
        found = self._differing((before, after), parts)
        return tuple(Difference(*place, was, now) for place, (was, now) in found)

    def compare_three(
        self, base: State, left: State, right: State, *, parts: Collection[str] = ()
    ) -> tuple[ThreeWay, ...]:
        """What holds differently in any of three states, the first being where the two others come from."""
        found = self._differing((base, left, right), parts)
        return tuple(ThreeWay(*place, was, one, other) for place, (was, one, other) in found)

    def _differing(self, states: Sequence[State], parts: Collection[str]) -> Iterator[tuple[Place, list[Any]]]:
        """Place, then the content in each state, of what is not the same in all; in the order of parts and names."""
        sides = []
        with self._database.write() as session:  # temporary tables are written
            for state in states:
                chosen = queries.present_parts(session, parts) if state.stored else self._loaded(session, state, parts)
                sides.append(queries.side(session, chosen, state))
                if not state.stored:
                    queries.forget(session, chosen)
        places: set[Place] = set()
        for place in sorted(places.union(*sides), key=repr):
            contents = [side.get(place) for side in sides]
            if len(set(contents)) > 1:
                yield place, [None if each is None else loads(each) for each in contents]

    def _loaded(self, session: Session, state: State, parts: Collection[str]) -> list[Part]:
        if state.snapshot is not None:
            if not queries.load_snapshot(session, state.snapshot):
                raise ConfigurationError(tr("There is no snapshot {n}.", n=state.snapshot))
        else:
            if len(state.document) > MOST_DOCUMENT:
                raise ConfigurationError(tr("This file is too large for a state of the configuration."))
            queries.load_text(session, state.document)
        chosen = queries.present_parts(session, parts)
        queries.unpack(session, chosen)
        return chosen


def _take(session: Session, name: str, description: str, by: str) -> int:
    if len(name.strip()) > _MOST_NAME:
        raise InvalidInput([Problem("name", tr("A name has at most {n} characters.", n=_MOST_NAME))])
    return queries.keep(session, name.strip(), description, by)


def _plan(
    session: Session,
    parts: Collection[Part],
    state: State,
    names: Collection[str],
    *,
    removing: bool,
    only: Mapping[str, Collection[str]] | None = None,
) -> tuple[PartChange, ...]:
    found = []
    for part in parts:
        called = only[part.key] if only else names
        queries.find_difference(session, part, by_id=state.snapshot is not None, names=called, removing=removing)
        added, changed, removed = queries.counts(session, part)
        if added or changed or removed:
            examples = tuple(
                tuple(None if each is None else loads(each) for each in pair)
                for pair in queries.differing(session, part, MOST_EXAMPLES)
            )
            found.append(PartChange(part.key, added, changed, removed, examples))
    return tuple(found)


def _problems(session: Session, parts: Collection[Part]) -> Iterator[Problem]:
    """Values among the differences that do not fit what their settings will be, the first few."""
    if VALUES not in parts:
        return
    for key, kind, value in queries.misfits(session, registry=REGISTRY in parts):
        if not kind:
            yield Problem("value", tr("There is no setting “{key}”.", key=key))
        else:
            yield Problem("value", wrong_type(key, kind, value))
    if own_tables_usable(session, "config_key_details"):
        for key, schema, value in queries.values_with_schema(session, details=DETAILS in parts):
            yield from schema_problems(key, loads(schema), loads(value))


def _silent(_what: str, _share: float) -> None:
    """Nobody watches."""
