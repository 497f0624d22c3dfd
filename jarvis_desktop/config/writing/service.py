"""Use cases that write configuration; each is one transaction, and every value it touches has a line in the log."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jarvis_desktop.config import queries
from jarvis_desktop.config.checking import (
    BUILT_IN,
    interval_problems,
    moment,
    scope_problems,
    setting_of,
    span,
    unknown_key,
    value_problems,
)
from jarvis_desktop.config.log.queries import add_lines
from jarvis_desktop.config.proposals import queries as proposals
from jarvis_desktop.config.scopes import scope_document
from jarvis_desktop.config.types import Wish, Written, WrittenValue
from jarvis_desktop.config.writing import queries as storing
from jarvis_desktop.config.writing.intervals import place
from jarvis_desktop.core.changes import Changes
from jarvis_desktop.core.errors import InvalidInput, NotAllowed, Problem, RecordMissing
from jarvis_desktop.core.scope import Matching, resolve
from jarvis_desktop.core.words import tr
from jarvis_desktop.rights.holding import require_held

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from jarvis_desktop.config.service import ConfigService
    from jarvis_desktop.config.types import StoredValue
    from jarvis_desktop.core.scope import Scope
    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.metadata.types import Reader

PERMISSION = "config.write"
_TOPICS = ("config_values", "config_change_logs")
_LONGEST_REASON = 2_000


class ConfigWriter:
    """Sets values, takes them away, rolls back; what may be found is told by the reading service."""

    def __init__(self, database: Database, reading: ConfigService) -> None:
        self._database = database
        self._reading = reading

    def set(self, wish: Wish, reader: Reader, *, reason: str, impact: str = "") -> Written:
        """Store a value as the next version of its scope, or leave it for a second person where its key wants one.

        What holds at its beginning ends there (an override leaves it), and a later value of the scope ends the new one.
        Raises NotAllowed, and InvalidInput naming the part: an unknown key or scope, a value of another type, an
        interval that is reversed or lies over a later value, a scope that the ladder does not have.
        """
        return self._write([wish], reader, "set", reason, impact)

    def set_many(self, wishes: Sequence[Wish], reader: Reader, *, reason: str) -> Written:
        """Store many values, all or none. Raises as `set`, with the problems of all."""
        return self._write(wishes, reader, "bulk_update", reason, "")

    def take_away(self, ids: Sequence[int], reader: Reader, *, reason: str, delete: bool = False) -> Written:
        """Make stored values count no more, or `delete` them. Raises NotAllowed, InvalidInput, RecordMissing."""
        with self._database.write() as session:
            by = author(session, reader, reason)
            found = [_existing(session, number) for number in sorted(set(ids))]
            for key, row in sorted(found, key=lambda each: (each[0], repr(each[1].scope))):
                storing.lock(session, key, row.scope)
            found = [_existing(session, row.id) for _, row in found]
            (storing.delete if delete else storing.switch_off)(session, [row.id for _, row in found])
            done = "Deleted" if delete else "Switched off"
            lines = [
                _line("delete", key, row.scope, row.value, None, reason, f"{done}: version {row.version}")
                for key, row in found
            ]
            add_lines(session, by, lines)
        return self._written([WrittenValue(key, row.scope) for key, row in found], [row.id for _, row in found])

    def roll_back(
        self,
        key: str,
        scope: Scope,
        reader: Reader,
        *,
        reason: str,
        version: int | None = None,
        at: datetime | None = None,
    ) -> Written:
        """Make what a version held, or what held at an instant, hold again from now on, as a new version.

        Where nothing held then, what holds now is switched off. Raises NotAllowed, InvalidInput.
        """
        with self._database.write() as session:
            by = author(session, reader, reason)
            storing.lock(session, key, scope)
            rows = storing.values_of_scope(session, key, scope)
            now = queries.clock(session)
            old = _wanted(rows, scope, version, at)
            setting = setting_of(session, key)
            if setting is None:
                raise InvalidInput([unknown_key(session, key)])
            current = _holding(rows, scope, now)
            if old is None:
                written = WrittenValue(key, scope, closed=_versions([current] if current else []))
                storing.close(session, [current] if current else [], now)
            else:
                problems = list(value_problems(setting, old.value))
                if problems:
                    raise InvalidInput(problems)
                wish = Wish(key, old.value, scope)
                if setting.approval:
                    return self._wait(session, wish, reader, reason)
                written = _put(session, wish, rows, now, by)
            target = f"version {version}" if version is not None else f"what held on {moment(at)}"
            before, after = current and current.value, written.row and written.row.value
            add_lines(session, by, [_line("rollback", key, scope, before, after, reason, f"Back to {target}")])
        return self._written([written], [written.row.id] if written.row else [])

    def approve(self, number: int, reader: Reader, *, note: str = "") -> Written:
        """Store a value that waits; somebody else than who proposed it. Raises NotAllowed, InvalidInput."""
        with self._database.write() as session:
            by = author(session, reader, note or "-")
            waiting = proposals.waiting(session, number)
            if waiting.by == reader.user_id:
                raise NotAllowed(tr("A second person must agree: you proposed this value yourself."))
            matching = self._reading.matching(session)
            written, line = self._set(session, waiting.wish, by, "set", waiting.reason, f"Approved: {note}", matching)
            add_lines(session, by, [line])
            proposals.decide(session, number, by, "approved", note, written.row.id if written.row else None)
        return self._written([written], [written.row.id] if written.row else [])

    def refuse(self, number: int, reader: Reader, *, note: str) -> Changes:
        """Refuse a value that waits, or withdraw one's own. Raises NotAllowed, InvalidInput."""
        with self._database.write() as session:
            by = author(session, reader, note)
            own = proposals.waiting(session, number).by == reader.user_id
            proposals.decide(session, number, by, "withdrawn" if own else "refused", note, None)
        return Changes.of(proposals.TOPIC, [number])

    def _write(self, wishes: Sequence[Wish], reader: Reader, operation: str, reason: str, impact: str) -> Written:
        with self._database.write() as session:
            by = author(session, reader, reason)
            matching = self._reading.matching(session)
            # In one order, so that two writers of the same scopes do not wait for each other in a ring.
            for wish in sorted(wishes, key=lambda each: (each.key, repr(each.scope))):
                storing.lock(session, wish.key, wish.scope)
            written: list[WrittenValue] = []
            lines: list[dict[str, Any]] = []
            problems: list[Problem] = []
            changes = Changes()
            for wish in wishes:
                try:
                    setting = setting_of(session, wish.key)
                    if setting is not None and setting.approval:
                        _require_fitting(session, wish, setting, queries.clock(session), matching)
                        waiting = self._wait(session, wish, reader, reason)
                        written += waiting.values
                        changes |= waiting.changes
                        continue
                    value, line = self._set(session, wish, by, operation, reason, impact, matching)
                except InvalidInput as refused:
                    problems += refused.problems
                else:
                    written.append(value)
                    lines.append(line)
            if problems:
                raise InvalidInput(problems)
            add_lines(session, by, lines)
        done = self._written(written, [each.row.id for each in written if each.row is not None])
        return replace(done, changes=done.changes | changes)

    def _set(
        self, session: Session, wish: Wish, by: str, operation: str, reason: str, impact: str, matching: Matching
    ) -> tuple[WrittenValue, dict[str, Any]]:
        """Store one value, its scope being locked; and the line for the log."""
        setting = setting_of(session, wish.key)
        if setting is None:
            raise InvalidInput([unknown_key(session, wish.key)])
        now = queries.clock(session)
        begin = wish.effective_from or now
        _require_fitting(session, wish, setting, begin, matching)
        rows = storing.values_of_scope(session, wish.key, wish.scope)
        before = _holding(rows, wish.scope, begin)
        written = _put(session, wish, rows, begin, by)
        assert written.row is not None
        said = impact or _impact(before, written.row)
        old = before and before.value
        return written, _line(operation, wish.key, wish.scope, old, wish.value, reason, said)

    def _wait(self, session: Session, wish: Wish, reader: Reader, reason: str) -> Written:
        number = proposals.add(session, wish, reader.user_id, reason)
        value = WrittenValue(wish.key, wish.scope, proposal=number)
        return Written((value,), Changes.of(proposals.TOPIC, [number]))

    def _written(self, values: Sequence[WrittenValue], ids: Sequence[int]) -> Written:
        self._reading.cache.forget()
        topics = Changes.of(_TOPICS[0], ids) | Changes.of(_TOPICS[1]) if values else Changes()
        return Written(tuple(values), topics)


def author(session: Session, reader: Reader, reason: str) -> str:
    """Whom the log names. Raises NotAllowed without the right, InvalidInput without a reason."""
    if not reader.may(PERMISSION):
        raise NotAllowed(
            tr("The persona “{persona}” may not change configuration (permission {permission}).",
               persona=reader.persona, permission=PERMISSION)
        )  # fmt: skip
    require_held(session, PERMISSION, reader)
    if not reason.strip():
        raise InvalidInput([Problem("reason", tr("Say why: the change log keeps it."))])
    if len(reason) > _LONGEST_REASON or "\0" in reason:
        raise InvalidInput([Problem("reason", tr("A reason has at most {n} characters.", n=_LONGEST_REASON))])
    if not storing.user_exists(session, reader.user_id):
        raise NotAllowed(
            tr("The change log names people of this database, and “{person}” is none.", person=reader.user_id)
        )
    return reader.user_id


def _require_fitting(session: Session, wish: Wish, setting: Any, begin: datetime, matching: Matching) -> None:
    problems = [
        *value_problems(setting, wish.value),
        *scope_problems(session, wish.scope, matching),
        *interval_problems(wish, begin),
    ]
    if problems:
        raise InvalidInput(problems)


def _put(session: Session, wish: Wish, rows: Sequence[StoredValue], begin: datetime, by: str) -> WrittenValue:
    """Close what it closes, and add the value; InvalidInput where it lies over a later one."""
    placed = place(rows, begin, wish.effective_to, override=wish.override)
    if placed.overlapped:
        other = placed.overlapped[0]
        raise InvalidInput(
            [
                Problem(
                    "effective_to",
                    tr(
                        "{mine} would lie over version {version} ({theirs}) of the same scope.",
                        mine=span(begin, wish.effective_to),
                        version=other.version,
                        theirs=span(other.effective_from, other.effective_to),
                    ),
                )
            ],
            hint=tr("End it earlier, or set it as an override that ends by itself."),
        )
    if wish.key in BUILT_IN:
        storing.register(session, BUILT_IN[wish.key])
    storing.close(session, placed.closed, begin)
    row = storing.insert(session, wish.key, wish.scope, wish.value, begin, placed.effective_to, by)
    following = placed.ended_for
    return WrittenValue(wish.key, wish.scope, row, _versions(placed.closed), following.version if following else None)


def _versions(rows: Sequence[StoredValue]) -> tuple[int, ...]:
    return tuple(row.version or 0 for row in rows)


def _holding(rows: Sequence[StoredValue], scope: Scope, at: datetime) -> StoredValue | None:
    """Which value of exactly this scope holds at an instant."""
    return resolve(rows, scope, at, Matching.ANY_SUBSET).winner


def _wanted(rows: Sequence[StoredValue], scope: Scope, version: int | None, at: datetime | None) -> StoredValue | None:
    if (version is None) == (at is None):
        raise InvalidInput([Problem("version", tr("Say either a version or an instant to go back to."))])
    if at is not None:
        return _holding(rows, scope, at)
    found = next((row for row in rows if row.version == version), None)
    if found is None:
        known = ", ".join(str(row.version) for row in sorted(rows, key=lambda row: row.version or 0)[-10:])
        said = tr("There is no version {n} of this scope; there are {known}.", n=version, known=known or "0")
        raise InvalidInput([Problem("version", said)])
    return found


def _existing(session: Session, number: int) -> tuple[str, StoredValue]:
    found = storing.value_by_id(session, number)
    if found is None:
        raise RecordMissing(tr("There is no value with the number {n} (any more).", n=number))
    return found


def _line(operation: str, key: str, scope: Scope, before: Any, after: Any, reason: str, impact: str) -> dict[str, Any]:
    return {
        "key": key,
        "operation": operation,
        "before": before,
        "after": after,
        "scope": scope_document(scope),
        "reason": reason.strip(),
        "impact": impact,
    }


def _impact(before: StoredValue | None, row: StoredValue) -> str:
    """What the log says a new value does, in English as all that is stored."""
    for_whom = ", ".join(f"{name} {value}" for name, value in scope_document(row.scope).items()) or "everybody"
    was = "nothing was set" if before is None else f"version {before.version} held"
    return f"For {for_whom} {span(row.effective_from, row.effective_to)}; {was} before."
