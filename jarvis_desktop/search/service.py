"""The search's use cases: what one group holds for a text, and what was probably meant."""

from __future__ import annotations

import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from jarvis_desktop.core.errors import ConfigurationError, DatabaseRefused, InvalidInput, JarvisError
from jarvis_desktop.core.words import tr
from jarvis_desktop.db import predicates
from jarvis_desktop.forms.option_labels import option_labels
from jarvis_desktop.search import queries
from jarvis_desktop.search.access import Access, access
from jarvis_desktop.search.entries import search_entries, settings
from jarvis_desktop.search.help_pages import help_entries
from jarvis_desktop.search.hits import ranked
from jarvis_desktop.search.queries import Place
from jarvis_desktop.search.subjects import SUBJECTS, Subject
from jarvis_desktop.search.types import Group, GroupResult
from jarvis_desktop.search.vocabulary import TermMaker, Vocabulary
from jarvis_desktop.search.words import SearchText, read, words_of
from jarvis_desktop.tables.types import Query, RowSet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.forms.definitions import FormDefinitions
    from jarvis_desktop.metadata.service import MetadataService
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.search.queries import Found
    from jarvis_desktop.search.types import Entry
    from jarvis_desktop.tables.service import TableService

MOST_HITS = 20
ENOUGH = 10
"""As many hits among the newest rows are answer enough: the whole table is not asked."""
_ACCESS_SECONDS = 10.0
_VOCABULARY_SECONDS = 300.0
_TOO_LONG = "57014"


class SearchService:
    """Looks for texts in everything that a person may see; what it remembers of rights lasts ten seconds."""

    def __init__(
        self, database: Database, tables: TableService, metadata: MetadataService, definitions: FormDefinitions
    ) -> None:
        self._database = database
        self._tables = tables
        self._metadata = metadata
        self._definitions = definitions
        self._lock = threading.Lock()
        self._access: dict[tuple[str, frozenset[str]], tuple[Access, float]] = {}
        self._spelling: dict[tuple[str, frozenset[str]], tuple[Vocabulary, float]] = {}
        self._places: dict[tuple[str, str, frozenset[str]], tuple[Place, float]] = {}
        self._common: dict[str, tuple[Vocabulary, float]] = {}

    def groups(self, reader: Reader) -> tuple[Group, ...]:
        """The groups in which `reader` may find something, in the order shown."""
        allowed = self.access(reader)
        return tuple(group for group in Group if group not in SUBJECTS or allowed.may_find(SUBJECTS[group].table))

    def find(self, group: Group, typed: str, reader: Reader, offered: Sequence[Entry] = ()) -> GroupResult:
        """What the group holds for the text, at most MOST_HITS of it.

        `offered` are the tabs and commands of the window, for the group PROGRAM. Raises DatabaseUnavailable and
        DatabaseRefused.
        """
        asked = read(typed)
        if asked.empty:
            return GroupResult(group)
        if group is Group.PROGRAM:
            return search_entries(group, (*offered, *settings()), asked, most=MOST_HITS)
        if group is Group.HELP:
            return search_entries(group, help_entries(), asked, most=MOST_HITS)
        subject = SUBJECTS[group]
        allowed = self.access(reader)
        if not allowed.may_find(subject.table):
            return GroupResult(group)
        tab = allowed.tabs.get(subject.table, "")
        try:
            return replace(self._rows(self._place(subject, reader), asked), tab=tab)
        except (ConfigurationError, InvalidInput) as error:
            return GroupResult(group, remark=error.message, table=subject.table)

    def newest(self, group: Group, reader: Reader) -> GroupResult:
        """The newest records of a group, as many as a search would hand out; none of a group that is no table."""
        subject = SUBJECTS.get(group)
        allowed = self.access(reader)
        if subject is None or not allowed.may_find(subject.table):
            return GroupResult(group)
        try:
            place = self._place(subject, reader)
            with self._database.read() as session:
                rows = place.newest(session, MOST_HITS)
        except (ConfigurationError, InvalidInput) as error:
            return GroupResult(group, remark=error.message, table=subject.table)
        hits = tuple(ranked(subject, rows, read(""), most=MOST_HITS, labels=place.labels))
        return GroupResult(group, hits, len(hits), len(hits) == MOST_HITS, "", subject.table)

    def similar(self, typed: str, reader: Reader) -> str:
        """What was probably meant by words that nothing begins with, or ""."""
        asked = read(typed)
        better = self._vocabulary(reader).corrected(asked.words)
        return "" if better is None else " ".join(better)

    def access(self, reader: Reader) -> Access:
        """What `reader` may find."""
        who, now = (reader.persona, reader.permissions), time.monotonic()
        with self._lock:
            known = self._access.get(who)
        if known is None or known[1] < now:
            known = (access(self._metadata.tabs(reader), reader), now + _ACCESS_SECONDS)
            with self._lock:
                self._access[who] = known
        return known[0]

    def _rows(self, place: Place, asked: SearchText) -> GroupResult:
        exact: list[Found] = []
        terms = TermMaker(Vocabulary({}))
        with self._database.read() as session:
            if not place.small:
                terms = self._terms(session, place.subject.table)
                asked = replace(asked, words=terms.rarest_first(asked.words))
                queries.prepare(session)
                exact = place.with_key(session, asked)
            by_index = bool(asked.words) and place.indexed and not place.small
            # What is rare the newest rows would have to be read for in vain.
            found = [] if by_index and terms.rare(asked.words) else place.among_newest(session, asked)
            complete = place.small
            if by_index and len(found) < ENOUGH:
                found, complete = place.by_index(session, asked, terms.query(asked.words)), True
        remark = ""
        if not complete and len(found) < ENOUGH:
            found, complete, remark = self._scanned(place, asked, found)
        complete = complete and len(found) < queries.CANDIDATES
        known = {row.id for row in exact}
        candidates = [*exact, *(row for row in found if row.id not in known)]
        hits = ranked(place.subject, candidates, asked, most=MOST_HITS, labels=place.labels)
        more = len(candidates) > len(hits) or (not complete and not remark)
        return GroupResult(place.subject.group, tuple(hits), len(hits), more, remark, place.subject.table)

    def _scanned(self, place: Place, asked: SearchText, found: list[Found]) -> tuple[list[Found], bool, str]:
        """The answer where no index gives it, as far as it comes in time."""
        if place.indexed:
            return (
                found,
                True,
                tr(
                    "Signs without a word are looked for in the newest {newest} rows only.",
                    newest=f"{queries.NEWEST:,}",
                ),
            )
        try:
            with self._database.read() as session:
                return place.by_scan(session, asked), True, ""
        except DatabaseRefused as error:
            if error.sqlstate != _TOO_LONG:
                raise
        rows = tr("only the newest {newest} rows were searched", newest=f"{queries.NEWEST:,}")
        return found, True, tr("This database lacks the index for texts, so {rows}.", rows=rows)

    def _place(self, subject: Subject, reader: Reader) -> Place:
        who, now = (subject.table, reader.persona, reader.permissions), time.monotonic()
        with self._lock:
            known = self._places.get(who)
        if known is None or known[1] < now:
            allowed, labels = self.access(reader), self._labels(subject.table, reader)
            with self._database.read() as session:
                known = (self._made_place(session, subject, allowed, labels), now + _ACCESS_SECONDS)
            with self._lock:
                self._places[who] = known
        return known[0]

    def _labels(self, table: str, reader: Reader) -> Mapping[str, Mapping[str, str]]:
        """What the form that the records open in calls stored values."""
        try:
            return option_labels(self._definitions.definition_for_table(table, reader))
        except JarvisError:
            # Labels are a courtesy: what keeps the form from being read is told where the form is shown.
            return {}

    def _made_place(
        self, session: Session, subject: Subject, allowed: Access, labels: Mapping[str, Mapping[str, str]]
    ) -> Place:
        whole = self._tables.choice(session, RowSet(Query(subject.table), everything=True))
        return Place(
            subject,
            whole.table,
            self._limit(session, subject.table, allowed),
            indexed=subject.table in queries.indexed_tables(session),
            small=queries.is_small(session, whole.table),
            labels=labels,
        )

    def _limit(self, session: Session, table: str, allowed: Access) -> ColumnElement[bool] | None:
        """The condition for rows that one of the person's lists would show; a list that cannot be asked shows none."""
        alternatives = allowed.limits(table)
        if alternatives is None:
            return None
        conditions = []
        for filters in alternatives:
            try:
                choice = self._tables.choice(session, RowSet(Query(table, filters=filters), everything=True))
            except (ConfigurationError, InvalidInput):
                continue
            conditions.append(predicates.all_of(choice.conditions))
        return predicates.any_of(conditions)

    def _terms(self, session: Session, table: str) -> TermMaker:
        now = time.monotonic()
        with self._lock:
            known = self._common.get(table)
        if known is None or known[1] < now:
            known = (Vocabulary.of(queries.common_words(session, table)), now + _VOCABULARY_SECONDS)
            with self._lock:
                self._common[table] = known
        return TermMaker(known[0])

    def _vocabulary(self, reader: Reader) -> Vocabulary:
        """The words that `reader` may see: of titles lately, of all texts where every row is open to them, of help."""
        who, now = (reader.persona, reader.permissions), time.monotonic()
        with self._lock:
            known = self._spelling.get(who)
        if known is not None and known[1] > now:
            return known[0]
        allowed = self.access(reader)
        texts = [f"{entry.title} {entry.text}" for entry in (*settings(), *help_entries())]
        shares: dict[str, float] = {}
        for subject in SUBJECTS.values():
            if not allowed.may_find(subject.table) or not self._tables.table(subject.table).exists:
                continue
            place = self._place(subject, reader)
            with self._database.read() as session:
                texts += place.newest_titles(session)
                if place.allowed is None:
                    shares |= queries.common_words(session, subject.table)
        for word in {word for each in texts for word in words_of(each)}:
            shares.setdefault(word, 0.0)
        made = Vocabulary.of({word: share for word, share in shares.items() if not word.isdigit()})
        with self._lock:
            self._spelling[who] = (made, now + _VOCABULARY_SECONDS)
        return made
