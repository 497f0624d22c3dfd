"""Use cases of choices that are rows: what fields offer, what typed text finds, which rows values are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from jarvis_desktop.core.errors import ConfigurationError, JarvisError, NotAllowed
from jarvis_desktop.core.words import tr
from jarvis_desktop.forms.choices import choice_text
from jarvis_desktop.forms.lookups import queries
from jarvis_desktop.forms.lookups.asking import CannotAsk, query_of, waits_for
from jarvis_desktop.forms.lookups.types import MOST_LISTED, Asked, Found, Offer
from jarvis_desktop.forms.types import Option
from jarvis_desktop.tables.links import reading_refusal
from jarvis_desktop.tables.permission import SECRET_TABLES, secret
from jarvis_desktop.tables.types import Query, RowSet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Select

    from jarvis_desktop.db.engine import Database
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.forms.lookups.types import OptionSource
    from jarvis_desktop.metadata.types import Reader
    from jarvis_desktop.tables.service import TableService

MOST_FOUND = 50
"""Choices that one search shows."""


class LookupService:
    """Choices from tables; every method is one transaction and one statement."""

    def __init__(self, database: Database, tables: TableService) -> None:
        self._database = database
        self._tables = tables

    def offers(self, asked: Mapping[str, Asked], reader: Reader) -> dict[str, Offer]:
        """What fields offer, by key; one that cannot be asked says why."""
        with self._database.read() as session:
            return offers(session, self._tables, asked, reader)

    def search(
        self, source: OptionSource, beside: Mapping[str, Any], text: str, reader: Reader, *, recent: Sequence[Any] = ()
    ) -> Found:
        """The first choices in which each word of `text` is found; without text those of `recent` come first.

        Raises NotAllowed and ConfigurationError.
        """
        with self._database.read() as session:
            require_readable(source.table, reader)
            rows = _rows(session, self._tables, source, beside, text)
            lately = recent if not text.strip() else ()
            parts = [*([rows.holding(lately)] if lately else []), rows.in_order(MOST_FOUND + 1)]
            *used, found = map(_options, queries.read_all(session, parts))
        known = {choice_text(option.value): option for option in used[0]} if used else {}
        first = [known[choice_text(value)] for value in lately if choice_text(value) in known]
        rest = [option for option in found[:MOST_FOUND] if option not in first]
        return Found((*first, *rest), len(first), len(found) > MOST_FOUND)


def offers(
    session: Session, tables: TableService, asked: Mapping[str, Asked], reader: Reader | None, *, listed: bool = True
) -> dict[str, Offer]:
    """As `LookupService.offers`, in the caller's transaction.

    Without `listed`, of the fields' own values only; `reader` None asks for no right to read the tables.
    """
    found: dict[str, Offer] = {}
    parts: list[Select[Any]] = []
    places: dict[str, tuple[int | None, int | None]] = {}
    shared: dict[tuple[OptionSource, str], int] = {}
    for key, one in asked.items():
        waiting = waits_for(one.source, one.beside)
        try:
            if reader is not None:
                require_readable(one.source.table, reader)
            rows = None if waiting else _rows(session, tables, one.source, one.beside)
            own = _rows(session, tables, one.source, one.beside, anything=listed) if one.values else None
        except JarvisError as error:
            found[key] = Offer(fault=error.message, beside=one.beside)
            continue
        first = held = None
        if rows is not None and listed:
            same = one.source, repr(sorted(one.beside.items()))
            first = shared.setdefault(same, len(parts))
            if first == len(parts):
                parts.append(rows.any_so_many(MOST_LISTED + 1))
        if own is not None and (listed or not waiting):
            held = len(parts)
            parts.append(own.holding(one.values))
        found[key] = Offer(waits_for=waiting, beside=one.beside)
        places[key] = first, held
    answers = [_options(rows) for rows in queries.read_all(session, parts)]
    for key, (first, held) in places.items():
        options = answers[first] if first is not None else ()
        complete = first is not None and len(options) <= MOST_LISTED
        chosen = answers[held] if held is not None else ()
        found[key] = replace(found[key], options=options if complete else (), complete=complete, chosen=chosen)
    return found


def require_readable(table: str, reader: Reader) -> None:
    """Raise NotAllowed unless the reader may look at rows of the table."""
    if table in SECRET_TABLES:
        raise secret(table)
    refusal = reading_refusal(table, reader)
    if refusal:
        raise NotAllowed(refusal)


def _rows(
    session: Session,
    tables: TableService,
    source: OptionSource,
    beside: Mapping[str, Any],
    text: str = "",
    *,
    anything: bool = False,
) -> queries.Rows:
    """The rows that a source offers; with `anything` all that its table has, for what was chosen once."""
    try:
        info = tables.table(source.table)
        query = Query(source.table, columns=source.search) if anything else query_of(source, info, beside, text)
        choice = tables.choice(session, RowSet(query, everything=True))
        return queries.Rows(choice, source.value, source.label)
    except CannotAsk as error:
        raise ConfigurationError(tr("These choices cannot be read: {reason}.", reason=error)) from error


def _options(rows: Iterable[tuple[Any, str]]) -> tuple[Option, ...]:
    """Choices of rows; one without a label shows its value, and of several with one value the first counts."""
    found: dict[str, Option] = {}
    for value, label in rows:
        if isinstance(value, (list, dict)):
            continue
        text = choice_text(value)
        found.setdefault(text, Option(value, label.strip() or text))
    return tuple(found.values())
