"""Statements that read configuration."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import text

from jarvis_desktop.config.dated import DATED, VALUES, DatedTable, References, winner
from jarvis_desktop.config.types import Answer, Boundary, Source, StoredValue
from jarvis_desktop.core.clock import from_naive_utc, to_naive_utc
from jarvis_desktop.core.json_text import NotJson, dumps, loads
from jarvis_desktop.core.scope import Scope, rung
from jarvis_desktop.db.features import own_tables_usable
from jarvis_desktop.metadata.queries import readable_columns, stored_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import TextClause

    from jarvis_desktop.config.types import Ask
    from jarvis_desktop.core.scope import Matching, Rung
    from jarvis_desktop.db.session import Session
    from jarvis_desktop.metadata.rows import StoredRow

REGISTRY = "config_registry"
MOST_LISTED = 500
"""Rows of one key that an explanation lists."""
_NOW = "localtimestamp"
_AT = "coalesce(CAST(:at AS timestamp), localtimestamp)"
_DEFAULT = text("SELECT CAST(default_value_jsonb AS text) FROM public.config_registry WHERE key = :key")
_AGENTS = text("""
    SELECT id, name FROM public.agents AS a
    ORDER BY NOT EXISTS (SELECT FROM public.config_values AS c WHERE c.agent_id = a.id), name, id LIMIT 500
""")
_DETAILS = text("SELECT CAST(schema AS text), deprecated, approval FROM desktop.config_key_details WHERE key = :key")
_EVERY_DETAIL = text("SELECT key, CAST(schema AS text), deprecated, approval FROM desktop.config_key_details")
_KEYS = text("SELECT key FROM public.config_registry ORDER BY key LIMIT 5000")
_CLOCK = text("SELECT CAST(clock_timestamp() AS timestamp)")
_BOUNDARY = text("""
    SELECT extract(epoch FROM min(edge.at) - localtimestamp)
    FROM public.config_values AS c CROSS JOIN LATERAL (VALUES (c.effective_from), (c.effective_to)) AS edge (at)
    WHERE c.config_key = :key AND c.is_active AND edge.at > localtimestamp AND edge.at < 'infinity'
      AND (c.persona IS NULL OR c.persona = :persona)
      AND (c.agent_id IS NULL OR c.agent_id = :agent_id)
      AND (c.workflow_id IS NULL OR c.workflow_id = :workflow_id)
""")
_NEXT = """
    SELECT least(min(c.effective_from) FILTER (WHERE c.effective_from > s.since),
                 min(c.effective_to) FILTER (WHERE c.effective_to > s.since))
    FROM public.{table} AS c
    WHERE c.is_active AND (c.effective_from > s.since OR c.effective_to > s.since)
"""
_EDGES = " UNION ALL ".join(_NEXT.format(table=name) for name in DATED)
_ANY_BOUNDARY = text(f"""
    SELECT localtimestamp, extract(epoch FROM min(e.at) - localtimestamp)
    FROM (SELECT coalesce(CAST(:since AS timestamp), localtimestamp) AS since) AS s
    LEFT JOIN LATERAL ({_EDGES}) AS e (at) ON e.at < 'infinity'
    GROUP BY s.since
""")  # noqa: S608 - names of ours
_ROWS = """
    SELECT c.id FROM public.{table} AS c WHERE c.{key} = :key
    ORDER BY (c.workflow_id IS NOT DISTINCT FROM CAST(:workflow_id AS bigint)
              AND c.agent_id IS NOT DISTINCT FROM :agent_id AND c.persona IS NOT DISTINCT FROM :persona) DESC,
             c.is_active DESC NULLS LAST, c.effective_from DESC, c.id DESC
    LIMIT :most
"""


def value_in_force(session: Session, ask: Ask, matching: Matching) -> Answer:
    """The answer to one question; one statement where a stored value is in force."""
    found = session.execute(_one(matching, rung(ask.scope), now=ask.as_of is None), _asked(ask)).first()
    if found is not None:
        return _answer(ask.key, *found)
    return _default(ask.key, session.scalar(_DEFAULT, {"key": ask.key}))


def values_in_force(session: Session, asks: Sequence[Ask], matching: Matching) -> list[Answer]:
    """The answers to many questions, in their order, by one statement."""
    if not asks:
        return []
    documents = [
        {
            "key": ask.key,
            "persona": ask.scope.persona,
            "agent_id": ask.scope.agent_id,
            "workflow_id": ask.scope.workflow_id,
            "at": ask.as_of and to_naive_utc(ask.as_of).isoformat(),
        }
        for ask in asks
    ]
    rows = session.execute(_many(matching), {"asks": dumps(documents)})
    answers = []
    for ask, (default, *found) in zip(asks, rows, strict=True):
        answers.append(_default(ask.key, default) if found[0] is None else _answer(ask.key, *found))
    return answers


def seconds_to_boundary(session: Session, ask: Ask) -> float | None:
    """In how many seconds another value can come into force for this question by itself; None for never."""
    found = session.scalar(_BOUNDARY, {"key": ask.key, **_scope(ask.scope)})
    return None if found is None else float(found)


def next_boundary(session: Session, since: datetime | None) -> Boundary:
    """The first instant after `since` at which a row of the effective-dated tables begins or ends by itself."""
    asked_at, seconds = session.execute(_ANY_BOUNDARY, {"since": since and to_naive_utc(since)}).one()
    return Boundary(from_naive_utc(asked_at), None if seconds is None else float(seconds))


def id_in_force(
    session: Session, table: DatedTable, key: str, scope: Scope, as_of: datetime | None, matching: Matching
) -> int | None:
    """The id of the row of an effective-dated table in force."""
    asked = {"key": key, **_scope(scope), "at": as_of and to_naive_utc(as_of)}
    number: int | None = session.scalar(_winner_id(table.name, matching), asked)
    return number


def rows_of(
    session: Session, table: DatedTable, key: str, scope: Scope, most: int = MOST_LISTED
) -> tuple[list[StoredRow], int]:
    """The rows of one key, those of exactly `scope` first where there are more than `most`; and how many more."""
    name = "c.workflow_id" if table.has_workflow else "CAST(NULL AS bigint)"
    statement = text(_ROWS.format(table=table.name, key=table.key).replace("c.workflow_id", name))
    ids = list(session.scalars(statement, {"key": key, **_scope(scope), "most": most}))
    count = len(ids)
    if count == most:
        count = session.scalar(
            text(f"SELECT count(*) FROM public.{table.name} WHERE {table.key} = :key"),  # noqa: S608 - names of ours
            {"key": key},
        )
    rows = stored_rows(session, table.name, matching={"id": [str(each) for each in ids]}) if ids else []
    return rows, (count or 0) - len(ids)


def registry_answer(key: str, default: Any, *, registered: bool) -> Answer:
    """The answer where no stored value is in force."""
    if not registered or default is None:
        return Answer(key, None, "", Source.NONE)
    return Answer(key, default, "", Source.DEFAULT)


def registry_row(session: Session, key: str) -> StoredRow | None:
    """The registry's row of a key."""
    rows = stored_rows(session, REGISTRY, matching={"key": [key]}, limit=1)
    return rows[0] if rows else None


def registry_rows(session: Session) -> list[StoredRow]:
    """Every row of the registry, in the order of the alphabet."""
    return sorted(stored_rows(session, REGISTRY), key=lambda row: row.text("key"))


def every_details(session: Session) -> dict[str, tuple[str | None, str | None, bool]]:
    """The details of every key that has some."""
    if not own_tables_usable(session, "config_key_details"):
        return {}
    return {key: (schema, deprecated, bool(two)) for key, schema, deprecated, two in session.execute(_EVERY_DETAIL)}


def details(session: Session, key: str) -> tuple[str | None, str | None, bool]:
    """What the registry has no column for: the schema as JSON text, what to use instead, whether two must agree."""
    if not own_tables_usable(session, "config_key_details"):
        return None, None, False
    found = session.execute(_DETAILS, {"key": key}).first()
    return (None, None, False) if found is None else (found[0], found[1], bool(found[2]))


def some_agents(session: Session) -> list[tuple[int, str]]:
    """Agents by number, those that values are for first."""
    if "id" not in readable_columns(session, ("agents",)).get("agents", ()):
        return []
    return [(number, name) for number, name in session.execute(_AGENTS)]


def some_keys(session: Session) -> list[str]:
    """The keys of the registry, as many as a suggestion may look through."""
    return list(session.scalars(_KEYS))


def is_there(session: Session, table: str, column: str, value: Any) -> bool:
    """Whether a table has a row with that value; also where it has no rows at all, or cannot be read."""
    if column not in readable_columns(session, (table,)).get(table, ()):
        return True
    found = f"EXISTS (SELECT FROM public.{table} WHERE {column} = :value)"
    return bool(session.scalar(text(f"SELECT {found} OR NOT EXISTS (SELECT FROM public.{table})"), {"value": value}))  # noqa: S608


def clock(session: Session) -> datetime:
    """The server's clock, at this moment and not at the transaction's beginning."""
    return from_naive_utc(session.scalar(_CLOCK))


def stored_value(row: StoredRow, table: DatedTable = VALUES) -> StoredValue:
    """A row as explanations and histories show it."""
    persona = row.value("persona")
    content = {name: row.value(name) for name in table.content}
    return StoredValue(
        id=row.id,
        persona=None if persona is None else str(persona),
        agent_id=row.integer("agent_id"),
        workflow_id=row.integer("workflow_id"),
        effective_from=row.instant("effective_from"),
        effective_to=row.instant("effective_to"),
        version=row.integer("version"),
        is_active=row.value("is_active") is True,
        value=content["value"] if table is VALUES else content,
        created_by=row.text("created_by"),
    )


def _answer(key: str, row_id: int, version: int | None, document: str, *named: bool) -> Answer:
    return Answer(key, *_read(document), rung_words(named), row_id, version)


def _default(key: str, document: str | None) -> Answer:
    return Answer(key, None, "", Source.NONE) if document is None else Answer(key, *_read(document), Source.DEFAULT)


def _read(document: str) -> tuple[Any, str]:
    """The value of a stored JSON text, and why it cannot be read, if it cannot."""
    try:
        return loads(document), ""
    except NotJson as error:
        return None, str(error)


@cache
def rung_words(named: tuple[bool, ...]) -> str:
    """The words of the rung whose rows name a workflow, an agent, a persona."""
    workflow, agent, persona = named
    return rung(Scope("" if persona else None, 0 if agent else None, 0 if workflow else None)).words


def _asked(ask: Ask) -> Mapping[str, Any]:
    asked = {"key": ask.key, **_scope(ask.scope)}
    asked = {name: value for name, value in asked.items() if value is not None}
    return asked if ask.as_of is None else {**asked, "at": to_naive_utc(ask.as_of)}


def _scope(scope: Scope) -> Mapping[str, Any]:
    return {"persona": scope.persona, "agent_id": scope.agent_id, "workflow_id": scope.workflow_id}


@cache
def _one(matching: Matching, asked: Rung, *, now: bool) -> TextClause:
    """The statement for a question that names what `asked` names: it need not look where nothing can be found."""
    rungs = [each for each in matching.rungs if each.within(asked)]
    at = _NOW if now else "CAST(:at AS timestamp)"
    return text(f"""
        SELECT v.id, v.version, CAST(v.value AS text),
               v.workflow_id IS NOT NULL, v.agent_id IS NOT NULL, v.persona IS NOT NULL
        FROM public.config_values AS v
        WHERE v.id = {winner(VALUES, rungs, References(at=at))}
    """)  # noqa: S608 - names of ours


@cache
def _many(matching: Matching) -> TextClause:
    asked = References("q.key", "q.workflow_id", "q.agent_id", "q.persona", "q.at")
    return text(f"""
        SELECT CAST(r.default_value_jsonb AS text), v.id, v.version, CAST(v.value AS text),
               v.workflow_id IS NOT NULL, v.agent_id IS NOT NULL, v.persona IS NOT NULL
        FROM (
            SELECT a.place, a.ask ->> 'key' AS key, a.ask ->> 'persona' AS persona,
                   CAST(a.ask ->> 'agent_id' AS bigint) AS agent_id,
                   CAST(a.ask ->> 'workflow_id' AS bigint) AS workflow_id,
                   coalesce(CAST(a.ask ->> 'at' AS timestamp), localtimestamp) AS at
            FROM jsonb_array_elements(CAST(:asks AS jsonb)) WITH ORDINALITY AS a (ask, place)
        ) AS q
        LEFT JOIN public.config_registry AS r ON r.key = q.key
        LEFT JOIN public.config_values AS v ON v.id = {winner(VALUES, matching.rungs, asked)}
        ORDER BY q.place
    """)  # noqa: S608 - names of ours


@cache
def _winner_id(table: str, matching: Matching) -> TextClause:
    return text(f"SELECT {winner(DATED[table], matching.rungs, References(at=_AT))}")
