"""Use cases that read configuration: the value in force, many at once, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from jarvis_desktop.config import queries
from jarvis_desktop.config.cache import TOPICS, AnswerCache
from jarvis_desktop.config.checking import BUILT_IN, every_setting, setting_of
from jarvis_desktop.config.dated import DATED, VALUES
from jarvis_desktop.config.log.queries import logged_changes
from jarvis_desktop.config.proposals.queries import listed
from jarvis_desktop.config.types import MATCHING_KEY, NOWHERE, Answer, Ask, Candidate, Explanation, Source
from jarvis_desktop.core.errors import ConfigurationError
from jarvis_desktop.core.scope import Matching, resolve, rung
from jarvis_desktop.core.words import tr
from jarvis_desktop.metadata.queries import stored_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from jarvis_desktop.config.types import Boundary, LoggedChange, Proposal, Setting, StoredValue
    from jarvis_desktop.core.changes import Changes
    from jarvis_desktop.core.scope import Scope
    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.metadata.rows import StoredRow

_MATCHING = Ask(MATCHING_KEY)


class ConfigService:
    """What is in force, and why. `cache` keeps answers where somebody tells it of changes."""

    def __init__(self, database: Database, cache: AnswerCache | None = None) -> None:
        self._database = database
        self.cache = cache or AnswerCache()

    def get(self, key: str, scope: Scope = NOWHERE, as_of: datetime | None = None) -> Answer:
        """The value of a key for a scope: of the row in force, else the registry's default, else none."""
        ask = Ask(key, scope, as_of)
        found = self.cache.find(ask)
        if found is not None:
            return found
        with self._database.read() as session:
            return self._answer(session, ask, self.matching(session))

    def get_many(self, asks: Sequence[Ask]) -> list[Answer]:
        """The answers to many questions, in their order, read by one statement."""
        with self._database.read() as session:
            return [_or_built_in(each) for each in queries.values_in_force(session, asks, self.matching(session))]

    def matching(self, session: Session) -> Matching:
        """Which ladder holds now; the documented one where the setting is none of its words."""
        found = self.cache.find(_MATCHING) or self._answer(session, _MATCHING, Matching.DOCUMENTED)
        return Matching.ANY_SUBSET if found.value == Matching.ANY_SUBSET else Matching.DOCUMENTED

    def explain(
        self,
        key: str,
        scope: Scope = NOWHERE,
        as_of: datetime | None = None,
        *,
        matching: Matching | None = None,
        table: str = VALUES.name,
    ) -> Explanation:
        """The whole ladder of a key: the row in force, and why each other one is not.

        `matching` None takes the ladder that holds; `table` may be any of the effective-dated tables.
        """
        dated = DATED[table]
        with self._database.read() as session:
            ladder = self.matching(session) if matching is None else matching
            at = queries.clock(session) if as_of is None else as_of
            rows, left_out = queries.rows_of(session, dated, key, scope)
            known = queries.registry_row(session, key) if dated is VALUES else None
            candidates = _candidates([queries.stored_value(row, dated) for row in rows], scope, at, ladder)
            won = next((each.row for each in candidates if each.loss is None), None)
            if left_out:  # the row in force may be one of those that were not read
                number = queries.id_in_force(session, dated, key, scope, at, ladder)
                if number != (won and won.id):
                    more = stored_rows(session, dated.name, matching={"id": [str(number)]})
                    rows = [*rows, *more]
                    candidates = _candidates([queries.stored_value(row, dated) for row in rows], scope, at, ladder)
                    won = next((each.row for each in candidates if each.loss is None), None)
        default = None if known is None else known.value("default_value_jsonb")
        answer = _explained(key, won, default, registered=known is not None)
        if dated is VALUES:
            answer = _or_built_in(answer)
        return Explanation(answer, scope, at, ladder, candidates, known is not None, default, left_out)

    def row_in_force(
        self, table: str, key: str, scope: Scope = NOWHERE, as_of: datetime | None = None
    ) -> StoredRow | None:
        """The row of an effective-dated table (rules, templates, layers) in force, or None."""
        with self._database.read() as session:
            return row_in_force(session, table, key, scope, as_of, self.matching(session))

    def history(self, key: str, *, most: int = 200) -> tuple[LoggedChange, ...]:
        """What was done to a key, the latest first."""
        with self._database.read() as session:
            return tuple(logged_changes(session, key, most))

    def values(self, key: str) -> tuple[StoredValue, ...]:
        """Every stored value of a key, the oldest beginning first: what a timeline shows."""
        with self._database.read() as session:
            rows, _ = queries.rows_of(session, VALUES, key, NOWHERE, most=5_000)
        first = datetime.min.replace(tzinfo=UTC)
        return tuple(sorted(map(queries.stored_value, rows), key=lambda each: (each.effective_from or first, each.id)))

    def proposals(self, *, waiting: bool = True) -> tuple[Proposal, ...]:
        """The values that wait for a second person; with `waiting` off also those that were decided."""
        with self._database.read() as session:
            return tuple(listed(session, waiting=waiting))

    def overview(self, scope: Scope = NOWHERE, as_of: datetime | None = None) -> tuple[tuple[Setting, Answer], ...]:
        """Every setting and the answer for it, in the order of the alphabet."""
        with self._database.read() as session:
            known = every_setting(session)
            asks = [Ask(setting.key, scope, as_of) for setting in known]
            answers = map(_or_built_in, queries.values_in_force(session, asks, self.matching(session)))
        return tuple(zip(known, answers, strict=True))

    def setting(self, key: str) -> Setting | None:
        """A key of the registry with its details, or None."""
        with self._database.read() as session:
            return setting_of(session, key)

    def agents(self) -> tuple[tuple[int, str], ...]:
        """Agents for whom can be asked: number and name, those that values are for first."""
        with self._database.read() as session:
            return tuple(queries.some_agents(session))

    def settings(self) -> tuple[Setting, ...]:
        """Every setting there is, in the order of the alphabet."""
        with self._database.read() as session:
            return tuple(every_setting(session))

    def next_boundary(self, since: datetime | None = None) -> Boundary:
        """When any value, rule, template or layer next comes into force or ends by itself, after `since` or now."""
        with self._database.read() as session:
            return queries.next_boundary(session, since)

    def note(self, changes: Changes) -> None:
        """Take in what was changed, here or elsewhere."""
        if changes.touches(TOPICS):
            self.cache.forget()

    def _answer(self, session: Session, ask: Ask, matching: Matching) -> Answer:
        mark = self.cache.begin()
        answer = _or_built_in(queries.value_in_force(session, ask, matching))
        if ask.as_of is None and self.cache.on:
            self.cache.keep(mark, ask, answer, queries.seconds_to_boundary(session, ask))
        return answer


def _or_built_in(answer: Answer) -> Answer:
    """The answer, or the default of a setting of this program that the registry does not hold yet."""
    if answer.source == Source.NONE and answer.key in BUILT_IN:
        return replace(answer, value=BUILT_IN[answer.key].default, source=Source.DEFAULT.value)
    return answer


def row_in_force(
    session: Session, table: str, key: str, scope: Scope, as_of: datetime | None, matching: Matching
) -> StoredRow | None:
    """The row of an effective-dated table in force, or None. Raises ConfigurationError for another table."""
    if table not in DATED:
        raise ConfigurationError(
            tr("“{table}” holds nothing with effective dates.", table=table),
            hint=tr("Known: {names}.", names=", ".join(DATED)),
        )
    number = queries.id_in_force(session, DATED[table], key, scope, as_of, matching)
    if number is None:
        return None
    rows = stored_rows(session, table, matching={"id": [str(number)]}, limit=1)
    return rows[0] if rows else None


def _candidates(rows: Sequence[StoredValue], scope: Scope, at: datetime, matching: Matching) -> tuple[Candidate, ...]:
    found = resolve(rows, scope, at, matching)
    losses = {id(loser.row): loser.reason for loser in found.losers}
    listed = [Candidate(row, rung(row), losses.get(id(row))) for row in rows]
    return tuple(
        sorted(listed, key=lambda each: (each.rung, each.loss is not None, -(each.row.version or 0), -each.row.id))
    )


def _explained(key: str, won: StoredValue | None, default: object, *, registered: bool) -> Answer:
    if won is not None:
        return Answer(key, won.value, "", rung(won).words, won.id, won.version)
    return queries.registry_answer(key, default, registered=registered)
