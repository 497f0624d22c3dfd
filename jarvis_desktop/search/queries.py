"""Statements of the search: the newest rows first, then the full-text index; both bounded whatever is typed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from sqlalchemy import ARRAY, Text, bindparam, func, literal_column, select, text

from jarvis_desktop.db import cells, predicates
from jarvis_desktop.db.prepared import PreparedSelect
from jarvis_desktop.db.search_indexes import LONGEST_TEXT, WORDS, SearchIndex, missing_indexes, words_expression

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import ColumnElement, Select

    from jarvis_desktop.db.session import Session
    from jarvis_desktop.search.subjects import Subject
    from jarvis_desktop.search.words import SearchText
    from jarvis_desktop.tables.catalog import StoredTable

NEWEST = 2_000
"""Rows that are read from the newest backwards before the index is asked: what is common is among them."""
CANDIDATES = 100
SAMPLED = 4_000
"""Of a word in more rows than this, the index hands out a sample."""
_EXCERPT = 2_000
_SLOW_SCAN = "1500ms"
_TITLE = 200
_BLANK: ColumnElement[str] = literal_column("' '")

# The plan of the search: the index where there is one, nothing compiled, no plan for words that nobody typed.
_PLAN = text(f"""
    SELECT set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true),
           set_config('max_parallel_workers_per_gather', '0', true),
           set_config('plan_cache_mode', 'force_custom_plan', true),
           set_config('gin_fuzzy_search_limit', '{SAMPLED}', true)
""")
_LIMIT = text(f"SET LOCAL statement_timeout = '{_SLOW_SCAN}'")
_COMMON_WORDS = text("""
    SELECT most_common_elems::text::text[], most_common_elem_freqs FROM pg_catalog.pg_stats
    WHERE schemaname = 'public' AND tablename = :name AND most_common_elems IS NOT NULL
""")


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate row: primary key as text, and its texts by column."""

    id: str
    texts: dict[str, str]


class Place:
    """Where one group looks: the table, and which of its rows the person may find (None: all of them).

    Its statements are made when first needed, and can be run again and again. `small` says that the newest rows are
    all rows there are, `indexed` that the full-text index is there; `labels` are what the person reads for stored
    values, by column and value.
    """

    def __init__(
        self,
        subject: Subject,
        table: StoredTable,
        allowed: ColumnElement[bool] | None,
        *,
        indexed: bool,
        small: bool,
        labels: Mapping[str, Mapping[str, str]],
    ) -> None:
        self.subject = subject
        self.table = table
        self.allowed = allowed
        self.indexed = indexed
        self.small = small
        self.labels = labels
        searched = [name for name in WORDS[subject.table] if name in table.columns]
        self._searched = [name for name in searched if table.columns[name].is_character]
        about = [name for name in subject.about if name in table.columns]
        self._columns = {name: column.element for name, column in table.columns.items()}
        self.shown = tuple(dict.fromkeys((*self._searched, *about)))

    def with_key(self, session: Session, asked: SearchText) -> list[Found]:
        """The rows whose natural key was typed."""
        if not asked.keys or self._keyed is None:
            return []
        return self._found(self._keyed.rows(session, keys=list(asked.keys)))

    def among_newest(self, session: Session, asked: SearchText) -> list[Found]:
        """The candidates among the newest rows, newest first."""
        ascii_only = all(each.isascii() for each in (*asked.words, *asked.phrases, asked.text))
        return self._found((self._newest_ascii if ascii_only else self._newest).rows(session, **_values(asked)))

    def by_index(self, session: Session, asked: SearchText, terms: str) -> list[Found]:
        """The newest candidates of the whole table; of words in very many rows, out of a sample of them."""
        statement = self._indexed_phrases if asked.phrases else self._indexed
        return self._found(statement.rows(session, terms=terms, **_values(asked)))

    def by_scan(self, session: Session, asked: SearchText) -> list[Found]:
        """The newest candidates where no index answers; raises DatabaseRefused (57014) when that takes too long."""
        session.execute(_LIMIT)
        return self._found(self._scanned.rows(session, **_values(asked)))

    def newest(self, session: Session, most: int) -> list[Found]:
        """The newest rows that the person may find."""
        statement = self._rows().order_by(self.table.key.element.desc()).limit(most)
        return self._found([tuple(row) for row in session.execute(statement)])

    def newest_titles(self, session: Session) -> list[str]:
        """The titles of the newest rows that the person may find."""
        window = self._window()
        parts = [cells.beginning(window.c[name], _TITLE) for name in self.subject.title if name in window.c]
        return list(session.scalars(select(func.concat_ws(_BLANK, *parts)).where(window.c.may_)))

    @cached_property
    def _newest_ascii(self) -> PreparedSelect:
        return self._among_newest("C")

    @cached_property
    def _newest(self) -> PreparedSelect:
        return self._among_newest("")

    def _among_newest(self, collation: str) -> PreparedSelect:
        window = self._window()
        columns: list[ColumnElement[Any]] = [cells.written(window.c.key_), *self._excerpts(window.c)]
        found = select(*columns).where(window.c.may_, *self._matches(window.c, collation))
        return PreparedSelect(found.order_by(window.c.key_.desc()).limit(CANDIDATES))

    @cached_property
    def _keyed(self) -> PreparedSelect | None:
        key = self.table.columns.get(self.subject.key)
        if key is None:
            return None
        keys = bindparam("keys", type_=ARRAY(Text()))
        return PreparedSelect(self._rows().where(key.element == func.any(keys)).limit(3))

    @cached_property
    def _indexed(self) -> PreparedSelect:
        return self._by_index()

    @cached_property
    def _indexed_phrases(self) -> PreparedSelect:
        return self._by_index(self._contained(self._columns, ""))

    def _by_index(self, *conditions: ColumnElement[bool]) -> PreparedSelect:
        terms = func.to_tsquery(literal_column("'pg_catalog.simple'::regconfig"), bindparam("terms", type_=Text()))
        words = literal_column(words_expression(self.subject.table)).op("@@", is_comparison=True)(terms)
        allowed = () if self.allowed is None else (self.allowed,)
        key = self.table.key.element
        # OFFSET keeps the planner from walking the key's index in the hope of early matches.
        every = select(key.label("key_")).select_from(self.table.clause).where(words, *conditions, *allowed)
        matched = every.offset(literal_column("0")).subquery()
        newest = select(matched.c.key_).order_by(matched.c.key_.desc()).limit(CANDIDATES)
        rows = self._rows().where(key.in_(newest), *self._matches(self._columns, ""))
        return PreparedSelect(rows.order_by(key.desc()))

    @cached_property
    def _scanned(self) -> PreparedSelect:
        rows = self._rows().where(*self._matches(self._columns, ""))
        return PreparedSelect(rows.order_by(self.table.key.element.desc()).limit(CANDIDATES))

    def _rows(self) -> Select[Any]:
        columns: list[ColumnElement[Any]] = [self.table.key.written.label("id_"), *self._excerpts(self._columns)]
        found = select(*columns).select_from(self.table.clause)
        return found if self.allowed is None else found.where(self.allowed)

    def _window(self) -> Any:
        """The newest rows: their key, whether the person may find them, and the columns as they are."""
        key = self.table.key.element
        may = literal_column("true") if self.allowed is None else self.allowed
        names = dict.fromkeys((*self.shown, *(name for name in self.subject.title if name in self.table.columns)))
        columns = [self.table.columns[name].element.label(name) for name in names]
        newest = select(key.label("key_"), may.label("may_"), *columns).select_from(self.table.clause)
        return newest.order_by(key.desc()).limit(NEWEST).subquery()

    def _excerpts(self, columns: Any) -> list[ColumnElement[str]]:
        return [cells.beginning(cells.written(columns[name]), _EXCERPT).label(name) for name in self.shown]

    def _matches(self, columns: Any, collation: str) -> list[ColumnElement[bool]]:
        """Whether all is contained, which is cheap to tell, and then whether words begin so."""
        begun = func.all(bindparam("begun", type_=ARRAY(Text())))
        return [
            self._contained(columns, collation),
            self._whole(columns).op("~*", is_comparison=True)(begun),
        ]

    def _contained(self, columns: Any, collation: str) -> ColumnElement[bool]:
        whole = self._whole(columns)
        contained = func.all(bindparam("contained", type_=ARRAY(Text())))
        return (whole.collate(collation) if collation else whole).op("ILIKE", is_comparison=True)(contained)

    def _whole(self, columns: Any) -> ColumnElement[str]:
        parts = [cells.beginning(columns[name], LONGEST_TEXT) for name in self._searched]
        return func.concat_ws(_BLANK, *parts)

    def _found(self, rows: Sequence[tuple[Any, ...]]) -> list[Found]:
        return [
            Found(row[0], {name: value or "" for name, value in zip(self.shown, row[1:], strict=True)}) for row in rows
        ]


def indexed_tables(session: Session) -> frozenset[str]:
    """The tables whose full-text index is there."""
    missing = missing_indexes(session.connection())
    return frozenset(table for table in WORDS if SearchIndex(table, trigrams=False) not in missing)


def is_small(session: Session, table: StoredTable) -> bool:
    """Whether the newest rows are all rows of the table."""
    some = select(literal_column("1")).select_from(table.clause).limit(NEWEST + 1).subquery()
    return (session.scalar(select(func.count()).select_from(some)) or 0) <= NEWEST


def prepare(session: Session) -> None:
    """Set the plan for this transaction's statements over a big table."""
    session.execute(_PLAN)


def common_words(session: Session, table: str) -> dict[str, float]:
    """The words of the table's full-text index that the server's statistics know, and the share of rows with each."""
    found: dict[str, float] = {}
    for words, shares in session.execute(_COMMON_WORDS, {"name": SearchIndex(table, trigrams=False).name}):
        found.update(zip(words, shares, strict=False))
    return found


def _values(asked: SearchText) -> dict[str, list[str]]:
    contained = [*asked.words, *asked.phrases] or [asked.text]
    return {
        "contained": [predicates.containing_pattern(part) for part in contained],
        "begun": [predicates.word_pattern(word) for word in asked.words],
    }
